"""What speaks for two mentions telling one happening, and against it: features, weighed by
`merge_weights.toml`.

Pairs are compared many at once: `one` and `other` are places in a `Table`, and each feature is an array.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np

from timeline.events.actions import RELATED, likenesses
from timeline.events.kinds import Basis
from timeline.events.merge_arrays import among
from timeline.events.merge_stories import Stories
from timeline.events.merge_table import BASES, DAY, OTHER, STATEMENT, Table

SIMILAR = 0.6  # likeness of words of action that may tell one thing
ONE_STORY = 0.3  # likeness of articles that tell one story for certain
OTHER_STORY = 0.12  # and of those that tell another
RELATED_STORY = 0.06  # and of those that have anything to do with each other
NEAR = 200  # characters between mentions of one article
LEAD = 400  # characters: what stands there is the article's news
BACK = 3  # days after which an article that tells an event looks back on it
CARRIED = BASES.index(Basis.CARRIED)

Features = dict[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of mentions, by their places in a table, the lesser first; how alike their articles are,
    altogether and in their names, and their words of action."""

    one: np.ndarray
    other: np.ndarray
    story: np.ndarray
    named: np.ndarray
    action: np.ndarray

    def __len__(self) -> int:
        return len(self.one)

    def and_also(self, others: "Pairs") -> "Pairs":
        """These pairs and others."""
        both = (np.concatenate([getattr(each, part) for each in (self, others)]) for part in self.__slots__)
        return Pairs(*both)

    def at(self, chosen: np.ndarray | slice) -> "Pairs":
        """Some of the pairs."""
        return Pairs(*(each[chosen] for each in (self.one, self.other, self.story, self.named, self.action)))


def read_pairs(table: Table, one: np.ndarray, other: np.ndarray, stories: Stories) -> Pairs:
    """Pairs with what is costly to know of them."""
    story = stories.likenesses(table.article[one], table.article[other])
    action = likenesses(table.lemmas, table.action[one], table.action[other])
    named = stories.name_likenesses(table.article[one], table.article[other])
    return Pairs(one, other, story, named, action)


# Two features that tell more together than each by itself.
CROSSED = (
    ("story", "same action"),
    ("story", "action"),
    ("articles' names", "same action"),
    ("articles' names", "action"),
    ("articles' names", "clause"),
    ("articles' names", "same day"),
    ("articles' names", "story"),
    ("clause", "action"),
    ("clause", "same action"),
    ("meaning", "action"),
    ("sentence", "same action"),
    ("rare words", "same action"),
    ("same day", "action"),
    ("same day", "same action"),
    ("same day", "clause"),
    ("same day", "meaning"),
    ("same day", "story"),
    ("same day", "sentence"),
    ("same day", "actors shared"),
    ("same day", "actors differ"),
    ("same day", "places shared"),
    ("same day", "places differ"),
    ("same day", "numbers shared"),
    ("same day", "near"),
    ("same day", "same article"),
    ("same day", "same category"),
    ("same day", "looked back"),
    ("same day", "lead"),
    ("same day", "carried"),
    ("same day", "alone"),
    ("same day", "stems"),
    ("same day", "names"),
    ("same day", "other language"),
    ("same day", "of one sense"),
    ("same day", "soft"),
    ("same day", "actors equal"),
    ("same day", "telling numbers"),
    ("same day", "subjects"),
    ("same day", "objects"),
    ("only of actor", "same category"),
    ("only of actor", "actors equal"),
    ("only of actor", "of one sense"),
    ("only of actor", "other language"),
    ("only of actor", "same article"),
    ("only of kind", "same category"),
    ("only of kind", "story"),
    ("only of kind", "same article"),
    ("only of kind", "other language"),
    ("soft conflict", "action"),
    ("soft conflict", "same action"),
    ("soft conflict", "actors equal"),
    ("soft conflict", "clause"),
    ("soft conflict", "meaning"),
    ("soft conflict", "same article"),
    ("soft conflict", "same category"),
    ("one undated", "actors equal"),
    ("one undated", "meaning"),
    ("one undated", "same category"),
    ("one undated", "story"),
    ("one undated", "of one sense"),
    ("both undated", "actors equal"),
    ("both undated", "meaning"),
    ("both undated", "same category"),
    ("both undated", "story"),
    ("same article", "of one sense"),
    ("same article", "sentence"),
    ("other language", "action"),
    ("other language", "meaning"),
    ("stretch", "action"),
    ("stretch", "clause"),
    ("stretch", "meaning"),
    ("stretch", "actors shared"),
    ("stretch", "same category"),
    ("stretch", "stems"),
    ("stretch", "names"),
    ("stretch", "alone"),
    ("one undated", "same article"),
    ("one undated", "action"),
    ("one undated", "clause"),
    ("one undated", "near"),
    ("both undated", "same article"),
    ("both undated", "action"),
    ("both undated", "clause"),
    ("same article", "same category"),
    ("same article", "actors shared"),
    ("same article", "meaning"),
    ("same article", "same action"),
    ("other language", "actors shared"),
    ("other language", "numbers shared"),
    ("other language", "stems"),
    ("other language", "names"),
    ("other language", "same category"),
)
# The same of what the others of two articles tell.
IN_CONTEXT = (
    *product(
        ("same day", "stretch", "one undated", "both undated", "same article", "other language"),
        ("chance", "best of each", "lead", "told beside", "common"),
    ),
    ("best of each", "same category"),
    ("best of each", "actors shared"),
    ("best of each", "chance"),
)


def features(table: Table, pairs: Pairs) -> Features:
    """The features of pairs, the same whichever of a pair comes first."""
    one, other = pairs.one, pairs.other
    found = {
        "always": np.ones(len(one)),
        **_of_action(table, pairs),
        **_of_articles(table, pairs),
        **_of_names(table, one, other),
        **_of_words(table, one, other),
        **_of_date(table, one, other),
        **_of_kind(table, one, other),
    }
    return {**found, **{f"{first} × {second}": found[first] * found[second] for first, second in CROSSED}}


def crossed(found: Features) -> Features:
    """Features together with what those of the others of two articles tell in the light of them."""
    return {**found, **{f"{first} × {second}": found[first] * found[second] for first, second in IN_CONTEXT}}


def _of_action(table: Table, pairs: Pairs) -> Features:
    one, other, alike = pairs.one, pairs.other, pairs.action
    same = alike == 1.0
    return {
        "same action": same.astype(float),
        "same rare action": np.where(same, table.rarity[table.action[one]], 0.0),
        "related": (alike == RELATED).astype(float),
        "similar": ((alike >= SIMILAR) & (alike < RELATED)).astype(float),
        "action": alike,
        "same helped": (same & (table.action[one] != table.lemma[one])).astype(float),
        "action in sentence": (~same & _told_within(table, one, other)).astype(float),
    }


def _told_within(table: Table, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    words = table.sets["sentence"].rows
    own = table.own
    return (words[other] == own[one][:, None]).any(axis=1) | (words[one] == own[other][:, None]).any(axis=1)


def _of_articles(table: Table, pairs: Pairs) -> Features:
    one, other, story = pairs.one, pairs.other, pairs.story
    same = table.article[one] == table.article[other]
    apart = np.abs(table.offset[one] - table.offset[other])
    leads = np.maximum(table.offset[one], table.offset[other]) < LEAD
    days = np.abs(table.day[one] - table.day[other])
    return {
        "same article": same.astype(float),
        "near": np.where(same, 1 / (1 + apart / NEAR), 0.0),
        "same sentence": (same & (table.sentence[one] == table.sentence[other])).astype(float),
        "story": np.minimum(story, ONE_STORY) / ONE_STORY,
        "articles' names": np.where(same, 0.0, np.minimum(pairs.named, ONE_STORY) / ONE_STORY),
        "other story": (story < OTHER_STORY).astype(float),
        "other language": (table.language[one] != table.language[other]).astype(float),
        "lead": (leads & ~same & (days <= 1)).astype(float),
        "days between": np.log1p(days) / 5,
    }


def _of_names(table: Table, one: np.ndarray, other: np.ndarray) -> Features:
    found: Features = {}
    for name in ("actors", "places", "numbers"):
        rows = table.sets[name].rows
        told = (rows[one, 0] >= 0) & (rows[other, 0] >= 0)
        shared = among(rows[one], rows[other])
        met = shared.any(axis=1)
        found[f"{name} shared"] = met.astype(float)
        found[f"{name} differ"] = (told & ~met).astype(float)
    rows = table.sets["actors"].rows
    told = (rows[one, 0] >= 0) & (rows[other, 0] >= 0)
    found["actors equal"] = (told & (_overlap(table, "actors", one, other) == 1)).astype(float)
    found["telling numbers"] = np.minimum(1.0, _shared(table, "telling numbers", one, other) / 1000)
    rows = table.sets["names"].rows
    found["names"] = np.minimum(3, among(rows[one], rows[other]).sum(axis=1)) / 3
    return found


def _of_words(table: Table, one: np.ndarray, other: np.ndarray) -> Features:
    clause = _overlap(table, "clause", one, other)
    subjects, objects = (_overlap(table, name, one, other) for name in ("subjects", "objects"))
    cause = table.sets["clause"]
    shared = cause.weighed(one, among(cause.rows[one], cause.rows[other])) / 1000
    return {
        "sentence": _overlap(table, "sentence", one, other),
        "clause": clause,
        "rare words": np.minimum(3.0, shared),
        "subjects": subjects,
        "objects": objects,
        "stems": _overlap(table, "stems", one, other),
        "subjects differ": _differ(table, "subjects", one, other, subjects),
        "objects differ": _differ(table, "objects", one, other, objects),
        "clauses differ": _differ(table, "clause", one, other, clause),
        "no clause": ((cause.rows[one, 0] < 0) | (cause.rows[other, 0] < 0)).astype(float),
        "meaning": _meaning(table, "clause", one, other),
        "subjects' meaning": _meaning(table, "subjects", one, other),
        "objects' meaning": _meaning(table, "objects", one, other),
        "sentence's meaning": _meaning(table, "sentence", one, other),
    }


def _shared(table: Table, name: str, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    sets = table.sets[name]
    return sets.weighed(one, among(sets.rows[one], sets.rows[other]))


def _overlap(table: Table, name: str, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The share of what is weighty in two sets of words that both hold (Dice)."""
    sets = table.sets[name]
    shared = sets.weighed(one, among(sets.rows[one], sets.rows[other]))
    whole = table.wholes[name]
    return 2 * shared / np.maximum(1, whole[one] + whole[other])


def _differ(table: Table, name: str, one: np.ndarray, other: np.ndarray, shared: np.ndarray) -> np.ndarray:
    rows = table.sets[name].rows
    return ((rows[one, 0] >= 0) & (rows[other, 0] >= 0) & (shared == 0)).astype(float)


def _meaning(table: Table, name: str, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    vectors = table.vectors[name]
    return np.maximum(0.0, np.round((vectors[one] * vectors[other]).sum(axis=1, dtype=float), 4))


def _of_date(table: Table, one: np.ndarray, other: np.ndarray) -> Features:
    dated = table.dated[one], table.dated[other]
    precise = table.precise[one], table.precise[other]
    both = dated[0] & dated[1]
    meet = (table.begin[one] < table.end[other]) & (table.begin[other] < table.end[one])
    same = both & (table.interval[one] == table.interval[other])
    age = np.minimum(table.age[one], table.age[other])
    alone = 2 / (table.crowd[one] + table.crowd[other])
    close = (table.begin[one] - DAY < table.end[other]) & (table.begin[other] - DAY < table.end[one])
    actors, kinds = table.rivals[one] + table.rivals[other], table.kindred[one] + table.kindred[other]
    day = both & precise[0] & precise[1] & meet
    stretch = both & ~(precise[0] & precise[1]) & meet
    return {
        "both undated": (~dated[0] & ~dated[1]).astype(float),
        "one undated": (dated[0] ^ dated[1]).astype(float),
        "same day": day.astype(float),
        "next day": (both & ~meet & close).astype(float),
        "stretch": stretch.astype(float),
        "day within a stretch": (stretch & (precise[0] | precise[1])).astype(float),
        "same stretch": (stretch & same).astype(float),
        "looked back": (both & (np.maximum(table.age[one], table.age[other]) > BACK)).astype(float),
        "both look back": (both & (age > BACK)).astype(float),
        "age": np.where(both, np.log1p(np.clip(age, 0, 3650)) / 8, 0.0),
        "carried": ((table.basis[one] == CARRIED) | (table.basis[other] == CARRIED)).astype(float),
        "alone": np.where(both, alone, 0.0),
        "soft": (table.soft[one] | table.soft[other]).astype(float),
        "both soft": (table.soft[one] & table.soft[other]).astype(float),
        "soft conflict": (both & ~close).astype(float),
        "same hour": (same & table.hour[one] & table.hour[other]).astype(float),
        "only of actor": np.where(same & (actors > 0), 2 / np.maximum(1, actors), 0.0),
        "only of kind": np.where(same & (kinds > 0), 2 / np.maximum(1, kinds), 0.0),
    }


def _of_kind(table: Table, one: np.ndarray, other: np.ndarray) -> Features:
    first, second = table.category[one], table.category[other]
    same, known = first == second, (first != OTHER) & (second != OTHER)
    said = (first == STATEMENT).astype(int) + (second == STATEMENT)
    return {
        "both statements": (said == 2).astype(float),
        "one a statement": (said == 1).astype(float),
        "same category": (same & known).astype(float),
        "categories differ": (~same & known).astype(float),
        "of one sense": np.round((table.sense[one] * table.sense[other]).sum(axis=1), 4),
        "same status": (table.status[one] == table.status[other]).astype(float),
    }


def weigh(found: Features, weights: Mapping[str, float]) -> np.ndarray:
    """The chance that the weights give to features, to six places. They are added one after the other, so
    that it does not depend on which pairs are weighed together."""
    total = np.zeros(len(found["always"]))
    for name, value in weights.items():
        total += value * found[name]
    return np.round(1 / (1 + np.exp(-np.clip(total, -30, 30))), 6)


def is_worth_weighing(table: Table, pairs: Pairs) -> np.ndarray:
    """Whether pairs have enough in common at first sight, two of three: one day; the same action, kind, a
    name or a word of the clause; and articles that have something to do with each other."""
    one, other = pairs.one, pairs.other
    on_day = table.precise[one] & table.precise[other]
    same = (table.category[one] == table.category[other]) & (table.category[one] != OTHER)
    shares = (table.dated[one] & table.dated[other] & same) | (table.article[one] == table.article[other])
    shares |= pairs.action >= SIMILAR
    for name in ("clause", "actors", "stems"):
        rows = table.sets[name].rows
        shares |= among(rows[one], rows[other]).any(axis=1)
    is_related = pairs.story >= RELATED_STORY
    return (on_day & shares) | (on_day & is_related) | (shares & is_related)
