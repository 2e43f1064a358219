"""Spanish clauses without a subject of their own → the names that act in them, told before.

A verb goes on with the subject of its sentence after "y", in the infinitive and in what somebody says ("dijo
que volvería"), with the noun that "quien" tells of, and at the beginning of a sentence with who acted in the
one before. There may be no other subject: `holds_no_subject` reads the words before the verb for that.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.events.actor_groups import bare_names, is_by_its_members, sentence_start
from timeline.events.actor_runs import Found, Names
from timeline.events.actor_words import words

INFINITIVE = re.compile(r"[aeií]r(?:se|me|te|nos|l[aeo]s?|sel[aeo]s?)?$")
PARTICIPLE = re.compile(r"(?:[ai]d|t|ch|st)[oa]s?$")
_WORD = re.compile(r"[^\W\d_]+")
_FINITE = re.compile(r"(?:ó|aron|ieron)$")  # endings of the past
_TOKEN = re.compile(r"[\w.]*\w|[^\w\s]")
_RELATIVE = re.compile(
    r",\s+(?:quien(?:es)?\s+(?=[^,]*$)|que\s+(?=(?:(?:no|se|lo|la|le|les|ha|había|han|habían)\s+)*$))"
)
_COMPLEMENT = re.compile(r"\bque\s+(?=[^,;:]*$)")
_ASKED = re.compile(r"\ba(?:l|\s+los|\s+las|\s+la)\s+\w+\s+a\s+$")
_OTHERS = re.compile(r"\s+y\s+(?:sus?|otros|otras)\b")
_ARTICLE = re.compile(r"\s+(?:el|la|los|las|un|una|unos|unas)\s")
_BACK = 2  # sentences before its own in which who acts may be named


def carried_subject(names: Names, start: int, verb: int) -> list[Found]:
    """The names told before that act in a clause without a subject, whose verb begins at `verb`.

    >>> from timeline.events.actor_runs import find_names
    >>> text = "Ana Roca habló el lunes. El martes viajó a Oslo. Llegó un barco."
    >>> names = find_names(text)
    >>> [[each.actor.name for each in carried_subject(names, *at)] for at in ((25, 35), (49, 49))]
    [['Ana Roca'], []]
    """
    text, language = names.text, names.language
    first, word = sentence_start(text, start), _WORD.match(text, verb)
    before = _without_clitics(_tokens(text[first:verb]), language)
    if word is None or word[0].lower() in words("impersonal", language) or _is_bare_participle(names, word):
        return []
    if INFINITIVE.search(word[0]) or text[:verb].endswith("haber "):
        is_asked = _ASKED.search(text, first, verb)
        return [] if is_asked else bare_names(names, first, verb) or _of_infinitive(names, first, before)
    is_bare = _ARTICLE.match(text, word.end()) is None and not text[:verb].endswith(" se ")
    joined = _without_times(before, language) if is_bare else before
    if joined and joined[-1] in words("coordinating", language):
        return bare_names(names, first, verb) or _agreeing(names, _topic(names, first), word)
    if relative := _RELATIVE.search(text, first, verb):
        return _ending_at(names, relative.start())
    if said := _COMPLEMENT.search(text, first, verb):
        return _said_by(names, first, said, word)
    if _is_late(names, word) or not holds_no_subject(before, language):
        return []
    return _agreeing(names, _topic(names, first), word)


def is_asked_of_pronoun(names: Names, verb: int) -> bool:
    """Whether an infinitive is asked of somebody told by a pronoun: "los obligó a salir"."""
    before, language = _tokens(names.text[sentence_start(names.text, verb) : verb]), names.language
    if before[-1:] != ["a"] or not words("periphrastic", language).isdisjoint(before[-2:]):
        return False
    return not words("object_clitics", language).isdisjoint(_clitics(before, language))


def _clitics(before: Sequence[str], language: str) -> list[str]:
    """The object pronouns among some words: those before no noun, but before a verb."""
    pairs = pairwise(before)
    helping = words("auxiliaries", language) | words("speaking", language)
    return [each for each, following in pairs if following in helping or _FINITE.search(following)]


def holds_no_subject(tokens: Sequence[str], language: str = "es") -> bool:
    """Whether words before a verb are none but phrases with prepositions, times and small words.

    >>> holds_no_subject(["en", "la", "misma", "ciudad"]), holds_no_subject(["en", "oslo", "el", "puente"])
    (True, False)
    """
    may_be = words("times", language) | words("clitics", language) | {",", "y"}
    inside = False  # a phrase that began with a preposition
    for place, token in enumerate(tokens):
        after, following = "".join(tokens[place - 1 : place]), "".join(tokens[place + 1 : place + 2])
        if token in words("prepositions", language):
            inside = True
        elif token in words("articles", language):
            is_time = following in words("times", language) or following.isdigit()
            if not (is_time or after in words("prepositions", language)):
                return False
        elif not (inside or token in may_be or token.isdigit() or token.endswith("mente")):
            return False
        inside = inside and token != ","
    return True


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())


def _without_times(tokens: Sequence[str], language: str) -> list[str]:
    """Without a time at the end: "y ese mismo día"."""
    rest = list(tokens)
    may_be = words("times", language) | {"ese", "esa", "este", "esta", "al", "por", "en"}
    while rest and (rest[-1] in may_be or rest[-1].isdigit()):
        rest.pop()
    return rest


def _without_clitics(tokens: list[str], language: str) -> list[str]:
    while tokens and tokens[-1] in words("clitics", language):
        tokens.pop()
    return tokens


def _is_bare_participle(names: Names, word: re.Match[str]) -> bool:
    """Whether a participle stands without "haber" or "ser": it may be of any noun."""
    last = _tokens(names.text[max(0, word.start() - 40) : word.start()])[-1:]
    is_helped = bool(last) and last[0] in words("auxiliaries", names.language)
    return PARTICIPLE.search(word[0]) is not None and not is_helped


def _of_infinitive(names: Names, first: int, before: Sequence[str]) -> list[Found]:
    """Who acts in a sentence without a subject, for an infinitive in it: "tras reunirse"."""
    return _topic(names, first) if before and before[-1] in words("before_infinitive", names.language) else []


def _ending_at(names: Names, place: int) -> list[Found]:
    return [each for each in names.found if each.end == place]


def _said_by(names: Names, first: int, that: re.Match[str], word: re.Match[str]) -> list[Found]:
    """Who says what follows "que": no noun that it tells of stands before it."""
    before = _tokens(names.text[first : that.start()])
    while before and (before[-1] in words("times", names.language) or before[-1].isdigit()):
        before.pop()
    saying = words("speaking", names.language) | words("before_that", names.language)
    is_said = before and (before[-1] in saying or INFINITIVE.search(before[-1]))
    after = _without_clitics(_tokens(names.text[that.end() : word.start()]), names.language)
    if not is_said or not holds_no_subject(after, names.language):
        return []
    return _agreeing(names, bare_names(names, first, that.start()), word)


def _is_late(names: Names, word: re.Match[str]) -> bool:
    """Whether a verb of appearing has what may be its subject behind it: "llegó un barco"."""
    is_appearing = word[0].lower() in words("appearing", names.language)
    return is_appearing and _ARTICLE.match(names.text, word.end()) is not None


def _topic(names: Names, first: int) -> list[Found]:
    """The first names without a preposition of the sentence before, or of the one before that."""
    for _ in range(_BACK):
        if not first:
            return []
        first, end = sentence_start(names.text, first - 1), first
        if found := bare_names(names, first, end):
            return found
    return []


def _agreeing(names: Names, group: list[Found], word: re.Match[str]) -> list[Found]:
    """The names, if the verb may be theirs by its number."""
    if not group:
        return []
    helping = _tokens(names.text[max(0, word.start() - 40) : word.start()])[-1:]
    finite = helping[0] if PARTICIPLE.search(word[0]) and helping else word[0]
    is_several = len(group) > 1 or bool(_OTHERS.match(names.text, group[-1].end))
    is_several = is_several or is_by_its_members(names, group[0])
    return group if finite.endswith("n") == is_several else []
