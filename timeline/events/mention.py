"""What an article tells of one event: the mention, its parts and where they stand in the text."""

from dataclasses import dataclass

from timeline.events.actor_names import Actor
from timeline.events.dating import UNDATED, Dating
from timeline.events.kinds import Category, Status
from timeline.events.merge_reading import Told
from timeline.events.place_words import Place

Span = tuple[int, int]  # offsets in the article's text: the first character, and the one behind the last


@dataclass(frozen=True, slots=True)
class Stance:
    """How real an event is in the words of its article: its status, the words that show it (their offsets; none
    where it is told plainly), and whose words it is told in, in short form; empty where nobody is named."""

    status: Status = Status.HAPPENED
    cue: Span | None = None
    attribution: str = ""


PLAINLY = Stance()


@dataclass(frozen=True, slots=True)
class Mention:
    """A predicate of an article that tells an event, with its clause and its sentence, all three as offsets; when
    it happened and how that is known; how real it is; who, where, of what kind; a label; and the words by which
    it is compared with others."""

    span: Span
    clause: Span
    sentence: Span
    dating: Dating = UNDATED
    stance: Stance = PLAINLY
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    category: Category = Category.OTHER
    cue: str = ""  # the word that tells the category
    label: str = ""
    told: Told | None = None
