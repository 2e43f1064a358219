"""The words of a sentence → its verbs with their helpers: "no se había reunido", "volvió a negar", "fueron
detenidos"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.events.wordwise_forms import Form, forms_of
from timeline.events.wordwise_words import words

FINITE = frozenset(
    ["present", "preterite", "imperfect", "future", "conditional", "subjunctive", "past subjunctive"]
)
PAST = frozenset(["preterite", "imperfect", "perfect", "pluperfect", "past subjunctive"])
_COMPOUND = {"present": "perfect", "imperfect": "pluperfect", "preterite": "pluperfect"}
_GAP = 2  # words between a helper and its verb


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a sentence, with its offsets in the article; `is_dated` where it is part of a
    timex."""

    text: str
    start: int
    end: int
    is_dated: bool = False

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its helpers, by the numbers of its words in the sentence: from `first`, with the pronouns
    and
    "no" before it, to `last`; `main` is what tells the event. `tense` is that of the whole, `helpers` are
    the base
    forms before the main verb."""

    first: int
    main: int
    last: int
    lemma: str
    tense: str
    person: str = ""
    helpers: tuple[str, ...] = ()
    is_passive: bool = False

    @property
    def is_finite(self) -> bool:
        return self.tense not in ("infinitive", "gerund", "participle")


def find_verbs(sentence: Sequence[Word], language: str) -> list[Verb]:
    """The verbs of a sentence, in its order.

    >>> sentence, place = [], 0
    >>> for text in "No se había reunido y volvió a negarlo .".split():
    ...     sentence.append(Word(text, place, place := place + len(text)))
    >>> [(each.lemma, each.tense, each.helpers) for each in find_verbs(sentence, "es")]
    [('reunir', 'pluperfect', ('haber',)), ('negar', 'preterite', ('volver',))]
    """
    found: list[Verb] = []
    place = 0
    while place < len(sentence):
        verb = _verb_at(place, sentence, language)
        if verb is not None:
            found.append(verb)
            place = verb.last
        place += 1
    return found


def _verb_at(place: int, sentence: Sequence[Word], language: str) -> Verb | None:
    form = _form(place, sentence, language)
    if form is None:
        return None
    first = _first(place, sentence, language)
    verb = Verb(first, place, place, form.lemma, form.tense, form.person)
    while (longer := _with_next(verb, sentence, language)) is not None:
        verb = longer
    return verb


def _first(place: int, sentence: Sequence[Word], language: str) -> int:
    """Where a verb begins, with the pronouns and the negation before it."""
    before = words("clitics", language) | {"no"}
    while place and sentence[place - 1].lower in before:
        place -= 1
    return place


def _with_next(verb: Verb, sentence: Sequence[Word], language: str) -> Verb | None:
    """A helper together with the verb behind it; None where there is none."""
    for place in _behind(verb, sentence, language):
        for form in forms_of(sentence[place].lower, language):
            tense = _together(verb, form, sentence[verb.last + 1 : place], language)
            if tense:
                is_passive = verb.lemma == "ser" and form.tense == "participle"
                helpers = (*verb.helpers, verb.lemma)
                said = replace(verb, main=place, last=place, lemma=form.lemma, tense=tense)
                return replace(said, helpers=helpers, is_passive=is_passive)
    return None


def _behind(verb: Verb, sentence: Sequence[Word], language: str) -> Iterator[int]:
    """The places where the verb that a helper helps may stand."""
    first = verb.last + 1
    for place in range(first, min(first + _GAP + 2, len(sentence))):
        yield place
        if sentence[place].lower not in words("adverbs", language) | _LINKS:
            return


_LINKS = frozenset(["a", "de", "que", "por"])


def _together(verb: Verb, form: Form, between: Sequence[Word], language: str) -> str:
    """The tense of a helper and a verb, "" if they do not go together."""
    link = next((each.lower for each in between if each.lower in _LINKS), "")
    if form.tense == "participle":
        if link or verb.lemma not in ("haber", "ser"):
            return ""
        return _COMPOUND.get(verb.tense, verb.tense) if verb.lemma == "haber" else verb.tense
    if form.tense == "gerund":
        is_helper = verb.lemma in ("estar", "seguir", "ir", "continuar", "venir", "andar", "llevar")
        return verb.tense if is_helper and not link else ""
    if form.tense != "infinitive":
        return ""
    helping = words("helping", language, "verbs")
    if f"{verb.lemma}+{link}" not in helping:
        return ""
    return "going" if verb.lemma == "ir" else verb.tense


def _form(place: int, sentence: Sequence[Word], language: str) -> Form | None:
    """What a word is a form of, where it is a verb here."""
    word = sentence[place]
    if (
        word.is_dated
        or not word.text.isalpha()
        or (word.text[0].isupper() and not _is_opening(place, sentence))
    ):
        return None
    if word.lower in words("no_verbs", language):
        return None
    forms = [each for each in forms_of(word.lower, language) if each.tense != "participle"]
    if place and word.text[0].isupper() and not any(each.is_sure for each in forms):
        return None
    is_noun = _is_after_noun_marker(place, sentence, language)
    fitting = [each for each in forms if not is_noun or not _may_be_noun(each, word, language)]
    fitting = [each for each in fitting if each.tense != "infinitive" or not is_noun]
    if all(each.tense == "infinitive" for each in fitting) and not _may_follow(place, sentence, language):
        return None
    if not fitting or (
        _needs_subject(fitting, word, language) and not _has_subject(place, sentence, language)
    ):
        return None
    is_going = _is_going(place, sentence)
    return min(fitting, key=lambda each: (_PREFERRED.index(each.tense), (each.lemma == "ir") != is_going))


def _is_going(place: int, sentence: Sequence[Word]) -> bool:
    """Whether "fue" is of going rather than of being: "fue a Lisboa", "se fue"."""
    before = sentence[place - 1].lower if place else ""
    behind = sentence[place + 1].lower if place + 1 < len(sentence) else ""
    return before == "se" or behind in ("a", "al", "hacia")


def _may_follow(place: int, sentence: Sequence[Word], language: str) -> bool:
    """Whether an infinitive may stand behind the word before it, which is no noun or adjective."""
    before = sentence[place - 1] if place else None
    if before is None or before.lower in words("prepositions", language) | words("coordinating", language) | {
        "que",
        "no",
    }:
        return True
    return before.lower in words("adverbs", language) or bool(forms_of(before.lower, language))


_PREFERRED = (
    "preterite",
    "present",
    "imperfect",
    "future",
    "conditional",
    "past subjunctive",
    "subjunctive",
    "infinitive",
    "gerund",
)


def _is_opening(place: int, sentence: Sequence[Word]) -> bool:
    return place == 0 or (not sentence[place - 1].text[0].isalnum() and sentence[place - 1].text not in ",(")


def _may_be_noun(form: Form, word: Word, language: str) -> bool:
    return form.tense in ("present", "subjunctive", "infinitive") or word.lower in words(
        "nouns_too", language, "morphology"
    )


def _is_after_noun_marker(place: int, sentence: Sequence[Word], language: str) -> bool:
    """Whether the word before makes this one a noun: "la marcha", "de protesta"."""
    before = sentence[place - 1].lower if place else ""
    if before in words("determiners", language) and before != "los":
        return True
    if before in ("la", "los", "las"):
        earlier = sentence[place - 2].lower if place > 1 else ""
        return earlier not in ("no", "se", "que", "quien")
    form = forms_of(sentence[place].lower, language)
    is_infinitive = any(each.tense == "infinitive" for each in form)
    return before in words("prepositions", language) and not is_infinitive


def _needs_subject(forms: Sequence[Form], word: Word, language: str) -> bool:
    """Whether a word is as often a noun or an adjective."""
    return word.lower in words("nouns_too", language, "morphology") and all(
        each.tense in ("present", "subjunctive") for each in forms
    )


def _has_subject(place: int, sentence: Sequence[Word], language: str) -> bool:
    """Whether what stands before and behind a word lets it be a verb: "el bando culpa al otro", "se
    estrecha"."""
    if not place:
        return False
    before = sentence[place - 1].lower
    if before in words("clitics", language) | {"no", "que", "quien", "quienes", "también", "ya"}:
        return True
    behind = sentence[place + 1].lower if place + 1 < len(sentence) else "."
    opens = words("determiners", language) | {"la", "a", "al", "que", "con", "por", "en", "de"} | {"“", "«"}
    is_noun = before.isalpha() and before not in words("prepositions", language) | {"y", "e", "o"}
    return is_noun and (behind in opens or behind.isdigit()) and not _has_verb_near(place, sentence, language)


def _has_verb_near(place: int, sentence: Sequence[Word], language: str) -> bool:
    """Whether the clause has a verb already."""
    for back in range(place - 1, -1, -1):
        if sentence[back].text in ",;:—–“”«»" or sentence[back].lower in (
            "que",
            "quien",
            "donde",
            "y",
            "pero",
        ):
            return False
        forms = forms_of(sentence[back].lower, language)
        is_sure = sentence[back].lower not in words("nouns_too", language, "morphology") | words(
            "no_verbs", language
        )
        if is_sure and sentence[back].text.islower() and any(each.tense in FINITE for each in forms):
            return True
    return False
