"""Gerund or present participle: "-ing" alone does not tell them apart, the clause's place in the tree does.

The English treebanks call "-ing" a gerund, which has no tense, where its clause stands for a noun or beside
one ("stopped talks of joining", "the rising river"), and a participle in the present with an auxiliary ("is
joining") or where the clause tells circumstances ("by joining"): UD English, `VerbForm=Ger` and `=Part`.
"""

import numpy as np

from timeline.model.labels import Labels

TAG, PARTICIPLE, GERUND = "VBG", "VERB|Tense=Pres|VerbForm=Part", "VERB|VerbForm=Ger"
AS_NOUN = {"acl", "amod", "appos", "ccomp", "compound", "nmod", "nsubj", "nsubj:pass", "obj", "obl", "xcomp"}
AS_NOUN |= {"csubj", "csubj:outer", "csubj:pass"}
AUXILIARY, ALSO = ("aux", "aux:pass"), "conj"


class Gerunds:
    """Settles the forms of the words in -ing of a sentence once its tree is known."""

    def __init__(self, labels: Labels):
        self.tag = labels.tags.index(TAG)
        self.participle, self.gerund = labels.morphs.index(PARTICIPLE), labels.morphs.index(GERUND)
        self.as_noun = {number for number, dep in enumerate(labels.deps) if dep in AS_NOUN}
        self.auxiliary = {number for number, dep in enumerate(labels.deps) if dep in AUXILIARY}
        self.also = labels.deps.index(ALSO)

    def __call__(self, tags: np.ndarray, morphs: np.ndarray, heads: np.ndarray, deps: np.ndarray) -> None:
        """Puts the settled forms into `morphs`; all are numbers of labels, one a word, heads from 1 on and 0
        for the root."""
        for word in np.flatnonzero(tags == self.tag).tolist():
            if morphs[word] in (self.participle, self.gerund):
                is_gerund = self._is_gerund(word, tags, heads, deps)
                morphs[word] = self.gerund if is_gerund else self.participle

    def _is_gerund(self, word: int, tags: np.ndarray, heads: np.ndarray, deps: np.ndarray) -> bool:
        if any(deps[other] in self.auxiliary for other in np.flatnonzero(heads == word + 1).tolist()):
            return False
        while heads[word] and deps[word] == self.also and tags[heads[word] - 1] == self.tag:
            word = int(heads[word]) - 1  # what is joined to another stands where that does
        return bool(heads[word]) and deps[word] in self.as_noun
