"""The words and verbs of a sentence → its clauses, by conjunctions, relatives, commas and quotation marks.

A clause is opened by a word ("que", "si", "tras" before an infinitive) or by a verb that cannot belong to the
clause at hand; a comma closes a relative clause that has its verb.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from timeline.events.wordwise_groups import Verb, Word
from timeline.events.wordwise_words import words

NOBODY = -1


@dataclass(slots=True)
class Clause:
    """A clause while its sentence is read: the word that opens it ("" for the first), the number of the
    clause it
    stands in and of the one that it goes on from, its verb, and the numbers of its words."""

    opener: str = ""
    parent: int = NOBODY
    beside: int = NOBODY
    verb: Verb | None = None
    places: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Sentence:
    """A sentence with its clauses."""

    words: Sequence[Word]
    clauses: Sequence[Clause]
    owners: Sequence[int]  # by word, the number of its clause
    quoted: Sequence[bool]  # by word, whether it stands in quotation marks

    def number_of(self, verb: Verb) -> int:
        return self.owners[verb.main]

    def span(self, number: int) -> tuple[int, int]:
        """The offsets of a clause, without the marks around it."""
        places = [each for each in self.clauses[number].places if self.words[each].text[0].isalnum()]
        return self.words[places[0]].start, self.words[places[-1]].end


def find_clauses(sentence: Sequence[Word], verbs: Sequence[Verb], language: str) -> Sentence:
    """The clauses of a sentence.

    >>> from timeline.events.wordwise_groups import find_verbs
    >>> text, sentence, place = "Roca , que llegó ayer , dijo que la unión se irá", [], 0
    >>> for each in text.split():
    ...     sentence.append(Word(each, place, place := place + len(each)))
    >>> found = find_clauses(sentence, find_verbs(sentence, "es"), "es")
    >>> [(each.opener, each.parent, each.verb.lemma) for each in found.clauses]
    [('', -1, 'decir'), ('que', 0, 'llegar'), ('said', 0, 'ir')]
    """
    reader = _Reader(sentence, language)
    by_first = {verb.first: verb for verb in verbs}
    place = 0
    while place < len(sentence):
        verb = by_first.get(place)
        if verb is None:
            reader.read(place)
        else:
            reader.take(verb)
            place = verb.last
        place += 1
    return reader.sentence()


class _Reader:
    """Reads a sentence from left to right with the clauses that are open."""

    def __init__(self, sentence: Sequence[Word], language: str) -> None:
        self.words, self.language = sentence, language
        self.clauses = [Clause()]
        self.open = [0]  # the numbers of the open clauses, the innermost last
        self.owners: list[int] = []
        self.quoted: list[bool] = []
        self.is_quoted = False
        self.boundary = NOBODY  # the last place where a clause may have begun
        self.strong = (
            words("breaks", language) | words("opening_quotes", language) | words("closing_quotes", language)
        )

    @property
    def top(self) -> Clause:
        return self.clauses[self.open[-1]]

    def sentence(self) -> Sentence:
        for place, owner in enumerate(self.owners):
            self.clauses[owner].places.append(place)
        return Sentence(self.words, self.clauses, self.owners, self.quoted)

    def read(self, place: int) -> None:
        text, lower = self.words[place].text, self.words[place].lower
        if text in words("opening_quotes", self.language) | words("closing_quotes", self.language):
            self._quote(place)
        elif text in words("breaks", self.language):
            self._break(place)
        elif text == ",":
            self._close_relative()
            self._bound(place)
        elif text == "(":
            self._push("(")
        elif text == ")":
            self._close("(")
        elif self._is_opener(place):
            self._open_at(place)
        elif lower in words("coordinating", self.language):
            self._bound(place if self.boundary != place - 1 else self.boundary)
        self._own(place)

    def _bound(self, place: int) -> None:
        """A comma or an "and" bounds a clause, unless a stronger mark did so before."""
        if self.boundary < 0 or self.words[self.boundary].text not in self.strong:
            self.boundary = place

    def _own(self, place: int) -> None:
        self.owners.append(self.open[-1])
        self.quoted.append(self.is_quoted)

    def _quote(self, place: int) -> None:
        text = self.words[place].text
        opens = text in words("opening_quotes", self.language) and not (text == '"' and self.is_quoted)
        self.is_quoted = opens
        self.boundary = place

    def _break(self, place: int) -> None:
        del self.open[1:]
        self.boundary = place

    def _push(self, opener: str, beside: int = NOBODY) -> None:
        self.clauses.append(Clause(opener, self.open[-1], beside))
        self.open.append(len(self.clauses) - 1)

    def _close(self, opener: str) -> None:
        openers = [self.clauses[each].opener for each in self.open]
        if opener in openers:
            del self.open[openers.index(opener) :]
        if not self.open:
            self.open = [0]

    def _close_relative(self) -> None:
        """A comma ends relative clauses and those of time, condition and the like that have their verb."""
        while len(self.open) > 1 and self.top.verb is not None and self._is_closed_by_comma():
            self.open.pop()

    def _is_closed_by_comma(self) -> bool:
        return self.top.opener not in ("(", "said")

    def _is_opener(self, place: int) -> bool:
        lower = self.words[place].lower
        return lower in words("relatives", self.language) | words("subordinating", self.language)

    def _open_at(self, place: int) -> None:
        """A new clause under the open one; "and that" begins one beside the last."""
        is_added = place and self.words[place - 1].lower in words("coordinating", self.language)
        while len(self.open) > 1 and self.top.verb is not None and not self.top.verb.is_finite:
            self.open.pop()
        opener = self._opener(place)
        if is_added and len(self.open) > 1 and self.top.verb is not None:
            opener = self.top.opener if opener == "que" else opener
            self.open.pop()
        self._push(opener)
        self.boundary = NOBODY

    def _opener(self, place: int) -> str:
        """What a clause is opened by: "said" for the content of a report, "después que", "sin que", or the
        word."""
        lower = self.words[place].lower
        before = [each.lower for each in self.words[max(0, place - 2) : place]]
        time = next((each for each in reversed(before) if each in words("before_que", self.language)), "")
        if lower == "que" and time and before[-1] in (time, "de"):
            return f"{time} que"
        return "said" if lower == "que" and self._is_complement(place) else lower

    def _is_complement(self, place: int) -> bool:
        """Whether "que" tells what is said or wanted: right behind such a verb, or behind a date, a name, or
        those to whom it is said."""
        verb = self.top.verb
        if verb is None or not is_content_verb(verb, self.words, self.language):
            return False
        before, between = self.words[place - 1], self.words[verb.last + 1 : place]
        if (
            not between
            or before.is_dated
            or before.text[0].isupper()
            or before.lower in ("de", "a", "en", ",")
        ):
            return True
        light = words("light_words", self.language) | words("adverbs", self.language)
        is_to_somebody = between[0].lower in words("prepositions", self.language) - {"de", "del"}
        return before.lower in light or (is_to_somebody and not self._takes_object(between))

    def _takes_object(self, between: Sequence[Word]) -> bool:
        """Whether a noun without a preposition stands among some words."""
        articles = words("determiners", self.language) | {"la"}
        pairs = pairwise(each.lower for each in between)
        return any(one not in words("prepositions", self.language) and two in articles for one, two in pairs)

    def take(self, verb: Verb) -> None:
        """A verb: of the open clause, of one around it that has none yet, or of a new one."""
        if verb.is_finite:
            self._take_finite(verb)
        else:
            self._take_nonfinite(verb)
        for place in range(verb.first, verb.last + 1):
            self._own(place)
        self.top.verb = verb
        if verb.is_finite:
            self.boundary = NOBODY

    def _take_finite(self, verb: Verb) -> None:
        while self.top.verb is not None and not self.top.verb.is_finite and len(self.open) > 1:
            self.open.pop()
        if self.top.verb is None:
            return
        is_added = self._is_added(verb)
        waiting = [each for each in self.open if self.clauses[each].verb is None]
        if waiting and not is_added:
            left = self.open[-1]
            del self.open[self.open.index(waiting[-1]) + 1 :]
            self._reassign(left, verb.first)
            return
        self._begin_beside(verb)

    def _is_added(self, verb: Verb) -> bool:
        """Whether "and" or "but" stands at the last boundary."""
        near = self.words[max(0, self.boundary) : self.boundary + 2] if self.boundary >= 0 else ()
        return any(each.lower in words("coordinating", self.language) for each in near)

    def _begin_beside(self, verb: Verb) -> None:
        number = self.open.pop()
        before = self.clauses[number]
        self.clauses.append(Clause(before.opener if number else "", before.parent, number))
        self.open.append(len(self.clauses) - 1)
        self._reassign(number, verb.first)
        self._take_along(number)

    def _take_along(self, before: int) -> None:
        """Clauses that began behind the last boundary hang on the new clause, not on the one before."""
        for at, each in enumerate(self.clauses[:-1]):
            is_later = at in self.owners and self.owners.index(at) > self.boundary >= 0
            if each.parent == before and is_later:
                each.parent = len(self.clauses) - 1

    def _reassign(self, left: int, stop: int) -> None:
        """What stands between the last boundary and the verb belongs to the clause of the verb."""
        if self.boundary >= 0:
            for place in range(self.boundary, stop):
                if self.owners[place] == left:
                    self.owners[place] = self.open[-1]

    def _take_nonfinite(self, verb: Verb) -> None:
        opener, start = self._opener_before(verb.first)
        if not opener and self._is_added(verb) and self.top.verb is not None and not self.top.verb.is_finite:
            opener = self.top.opener
            self.open.pop()
        while self.top.verb is not None and not self.top.verb.is_finite and len(self.open) > 1:
            self.open.pop()
        self._push(opener or verb.tense)
        for place in range(start, verb.first):
            self.owners[place] = self.open[-1]

    def _opener_before(self, first: int) -> tuple[str, int]:
        """The words that link an infinitive to what stands before it, and where they begin."""
        for size in (3, 2):
            said = " ".join(each.lower for each in self.words[max(0, first - size) : first])
            if said in PHRASES and first >= size:
                return said, first - size
        before = self.words[first - 1].lower if first else ""
        return (
            (before, first - 1) if before in words("prepositions", self.language) | {"que"} else ("", first)
        )


PHRASES = frozenset(["después de", "antes de", "luego de", "a pesar de", "pese a", "en vez de", "además de"])
CONTENT = ("reporting", "thinking", "planned", "threatened", "ordered", "denied")


def is_content_verb(verb: Verb, sentence: Sequence[Word], language: str) -> bool:
    """Whether a verb takes a clause that tells what is said, thought or wanted."""
    return any(is_of(kind, verb, sentence, language) for kind in CONTENT)


def is_of(kind: str, verb: Verb, sentence: Sequence[Word], language: str) -> bool:
    """Whether a verb is of a kind; "hacer" reports only beside "saber", "dejar" beside "claro"."""
    if verb.lemma not in words(kind, language, "verbs"):
        return False
    if kind != "reporting" or verb.lemma not in words("light_reporting", language, "verbs"):
        return True
    near = sentence[verb.last + 1 : verb.last + 3]
    return any(each.lower in words("light_words", language) for each in near)
