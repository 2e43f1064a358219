"""What the others of two articles say of a pair of mentions.

Two articles that tell the same happenings tell them in much the same order, and each seldom twice. So a pair
is likelier if each is the other's best in its article, and if those told before and after are alike too.
"""

import numpy as np

from timeline.events.merge_arrays import ranks_within
from timeline.events.merge_likeness import Features
from timeline.events.merge_table import Table

FAR = 4.0  # logits: differences beyond it say no more
STEPS = ((1, 1), (1, 2), (2, 1), (2, 2))  # to what is told before or after


def context_features(table: Table, one: np.ndarray, other: np.ndarray, chance: np.ndarray) -> Features:
    """The features of pairs that come of the chances of all pairs: `one` < `other`, each pair once."""
    logit = np.log(np.clip(chance, 1e-4, 1 - 1e-4) / (1 - np.clip(chance, 1e-4, 1 - 1e-4)))
    apart = table.article[one] != table.article[other]
    first, second = _lead(table, one, other, logit), _lead(table, other, one, logit)
    lead = np.minimum(first, second)
    before, after = (_support(table, one, other, chance, sign) for sign in (-1, 1))
    around = np.where(apart, np.maximum(before, after), 0.0)
    both = np.where(apart, np.minimum(before, after), 0.0)
    mutual = (apart & (lead >= 0)).astype(float)
    found = {
        "chance": logit / FAR,
        "best of each": mutual,
        "lead": np.where(apart, lead / FAR, 0.0),
        "one leads": np.where(apart, np.maximum(first, second) / FAR, 0.0),
        "told beside": around,
        "told on both sides": both,
        "common": _common(len(table), one, other, chance),
    }
    return found


def _lead(table: Table, one: np.ndarray, other: np.ndarray, logit: np.ndarray) -> np.ndarray:
    """By how much a pair is likelier than the best other of `one` with the other's article (below 0: less
    likely)."""
    group = one * (int(table.article.max(initial=0)) + 1) + table.article[other]
    order = np.lexsort((-logit, group))
    firsts = np.flatnonzero(ranks_within(group[order]) == 0)
    sizes = np.diff(np.append(firsts, len(one)))
    ranked = logit[order]
    best = np.repeat(ranked[firsts], sizes)
    second = np.full(len(firsts), -np.inf)
    more = sizes > 1
    second[more] = ranked[firsts[more] + 1]
    is_first = np.zeros(len(one), dtype=bool)
    is_first[firsts] = True
    lead = np.empty(len(one))
    lead[order] = np.where(is_first, best - np.repeat(second, sizes), ranked - best)
    return np.clip(lead, -FAR, FAR)


def _support(table: Table, one: np.ndarray, other: np.ndarray, chance: np.ndarray, sign: int) -> np.ndarray:
    """The best chance of the pairs told just before (sign -1) or after (1) in both articles."""
    size = len(table)
    known = one * size + other
    order = np.argsort(known)
    known, chance = known[order], chance[order]
    next_of = _neighbours(table)
    best = np.zeros(len(one))
    if not len(one):
        return best
    for first, second in STEPS:
        a, b = next_of[sign * first][one], next_of[sign * second][other]
        code = np.where((a >= 0) & (b >= 0), np.minimum(a, b) * size + np.maximum(a, b), -1)
        at = np.minimum(np.searchsorted(known, code), len(known) - 1)
        best = np.maximum(best, np.where(known[at] == code, chance[at], 0.0))
    return best


def _neighbours(table: Table) -> dict[int, np.ndarray]:
    """For each step, before and after, the mention told so many later in the same article; -1 for none."""
    order = np.lexsort((table.place, table.article))
    found = {}
    for step in (-2, -1, 1, 2):
        moved = np.full(len(table), -1)
        source, target = (order[:-step], order[step:]) if step > 0 else (order[-step:], order[:step])
        same = table.article[source] == table.article[target]
        moved[source[same]] = target[same]
        found[step] = moved
    return found


COMMON = 0.2  # the least chance of what two mentions may have in common
ASKED = 0.03  # chance from which it is asked what two have in common
MANY = 30  # others of a mention that are asked


def _common(size: int, one: np.ndarray, other: np.ndarray, chance: np.ndarray) -> np.ndarray:
    """The chance that both are one with some third mention, the best there is: the lesser of both chances."""
    near: list[dict[int, float]] = [{} for _ in range(size)]
    likely = np.flatnonzero(chance >= COMMON)
    for at in likely[np.lexsort((other[likely], one[likely], -chance[likely]))].tolist():
        a, b, p = int(one[at]), int(other[at]), float(chance[at])
        if len(near[a]) < MANY:
            near[a][b] = p
        if len(near[b]) < MANY:
            near[b][a] = p
    found = np.zeros(len(one))
    asked = np.flatnonzero(chance >= ASKED)
    for at, a, b in zip(asked.tolist(), one[asked].tolist(), other[asked].tolist(), strict=True):
        small, large = (near[a], near[b]) if len(near[a]) <= len(near[b]) else (near[b], near[a])
        for third, p in small.items():
            if third in large:
                found[at] = max(found[at], min(p, large[third]))
    return found
