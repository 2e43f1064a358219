"""What is said of an event in one word: where its date comes from, how real it is, what kind it is."""

from enum import StrEnum


class Basis(StrEnum):
    """Where the date of an event comes from."""

    CLAUSE = "clause"  # a timex of its own clause
    SENTENCE = "sentence"  # a timex elsewhere in its sentence that holds for it too
    CARRIED = "carried"  # the date told just before goes on
    PUBLICATION = "publication"  # nothing dates it, but it is the news of that day
    NONE = "none"  # the text does not say when


class Bound(StrEnum):
    """Which ends of an event's interval the words give."""

    WITHIN = "within"  # both: it happened some time within, or all through
    FROM = "from"  # only the begin: "since Monday", "after the 5th"
    UNTIL = "until"  # only the end: "until Friday", "by noon"


class Status(StrEnum):
    """How real an event is in the words of its article."""

    HAPPENED = "happened"
    PLANNED = "planned"  # announced, and still to come
    THREATENED = "threatened"
    ORDERED = "ordered"  # ordered, demanded, asked for
    DENIED = "denied"  # negated, or called false
    ALLEGED = "alleged"  # told as somebody's words
    HYPOTHETICAL = "hypothetical"


UNREAL = (Status.PLANNED, Status.THREATENED, Status.ORDERED, Status.HYPOTHETICAL)  # not told as having been


class Category(StrEnum):
    """What kind of event it is; of several that fit, the first."""

    VIOLENCE = "violence"
    PROTEST = "protest"
    MILITARY = "military"
    ECONOMY = "sanctions and economy"
    AID = "aid"
    INFRASTRUCTURE = "disaster and infrastructure"
    LAW = "law and rights"
    DIPLOMACY = "diplomacy"
    POLITICS = "politics"
    STATEMENT = "statement"
    OTHER = "other"
