"""Whether a caption can be trusted: what a reader of it alone would stumble over, each with its weight."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from timeline.events.kinds import Status
from timeline.events.label_pieces import Caption, Story
from timeline.events.label_text import label_words
from timeline.events.label_verbs import CONDITIONS, denying_verb, is_nominal_event, is_relative
from timeline.events.tree_nodes import Node
from timeline.events.words import read_words
from timeline.model.parsing import LANGUAGE
from timeline.model.syntax import NOMINALS

_AS_TOLD = (Status.HAPPENED, Status.ALLEGED)
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_COMPLEMENTS = ("obj", "iobj", "xcomp", "ccomp")
_LOOSE = ("ADP", "DET", "SCONJ", "CCONJ", "AUX", "PART", "PUNCT")
_ASKING = ("WRB", "WP", "WDT")
_PERSONAL = ("PRP", "PRP$")


def doubts(caption: Caption, predicate: Node, story: Story) -> float:
    """How much a caption of a predicate leaves to be wished for: 0 where it tells who did what, whole."""
    if not caption.text:
        return 20
    return sum(check(caption, predicate, story) for check in _CHECKS)


def _lost(caption: Caption, predicate: Node, story: Story) -> float:
    own = predicate.head if predicate.relation in ("aux", "cop") else predicate
    return 3 if all(each.i not in (predicate.i, own.i) for each in caption.words) else 0


def _nobody(caption: Caption, predicate: Node, story: Story) -> float:
    if caption.has_doer or any(each.relation in ("expl", "csubj") for each in caption.words):
        return 0
    first = caption.words[0]
    if first.lower_ == "to" or first.pos_ == "VERB":
        return 3
    return 0 if first.tag_ in _ASKING or (_finite(caption) is None and _is_noun(caption)) else 3


def _is_noun(caption: Caption) -> bool:
    return any(is_nominal_event(each) for each in caption.words) and not any(
        each.pos_ == "VERB" and each.relation not in ("acl", "amod") for each in caption.words
    )


def _finite(caption: Caption) -> Node | None:
    kept = {each.i for each in caption.words}
    finite = (each for each in caption.words if each.tag_ in _FINITE or _is_bare(each))
    return next((each for each in finite if not _is_beside_noun(each, kept)), None)


def _is_beside_noun(verb: Node, kept: set[int]) -> bool:
    """Whether a verb only says which one is meant: "anyone who left"."""
    verb = verb.head if verb.relation in ("aux", "cop") else verb
    if verb.relation != "acl":
        return False
    return any(is_relative(each) and each.i in kept for each in verb.lefts)


def _is_bare(verb: Node) -> bool:
    """Whether a verb is finite whatever its tag says: "the unions plan"."""
    if verb.tag_ not in ("VB", "NN") or not any(child.relation == "nsubj" for child in verb.lefts):
        return False
    return all(child.lower_ != "to" for child in verb.lefts)


def _verbless(caption: Caption, predicate: Node, story: Story) -> float:
    if caption.helper or _finite(caption) is not None:
        return 0
    if caption.has_doer:
        return 2
    return 2 if len(caption.text.split()) < 4 else 1


def _incomplete(caption: Caption, predicate: Node, story: Story) -> float:
    """Whether a verb has lost what it takes."""
    kept = {each.i for each in caption.words}
    gone = 0.0
    for verb in caption.words:
        if verb.pos_ != "VERB":
            continue
        is_anyone = verb.head.lower_ in label_words(LANGUAGE)["indefinite"] and verb.relation == "acl"
        if is_anyone and any(is_relative(each) and each.i not in kept for each in verb.lefts):
            gone = max(gone, 2)
        if verb.relation == "acl" and verb.head.tag_ == "WP" and verb.head.i not in kept:
            gone = max(gone, 2)
        for child in verb.rights:
            if verb.relation == "csubj" and child.i not in kept and child.relation in ("obl", "nmod"):
                gone = max(gone, 1)
            if child.relation in _COMPLEMENTS and child.i not in kept and not _stands_apart(child):
                gone = max(gone, 1 if child.i in story.dated else 2)
    return gone


def _stands_apart(clause: Node) -> bool:
    edge = clause.left_edge
    return edge.is_punct or (edge.i > 0 and edge.nbor(-1).text in (";", ":", "–", "—"))


def _ends_on_verb(caption: Caption, predicate: Node, story: Story) -> float:
    """Whether a verb ends it that goes on in the article."""
    last = caption.words[-1] if caption.words else None
    if last is None or last.pos_ not in ("VERB", "ADJ"):
        return 0
    kept = {each.i for each in caption.words}
    goes_on = any(
        child.relation in ("obl", "advcl")
        and child.left_edge.i == last.i + 1
        and child.i not in kept
        and not any(each.i in story.dated for each in child.subtree)
        for child in last.rights
    )
    return 0.6 if goes_on else 0


def _unknown(caption: Caption, predicate: Node, story: Story) -> float:
    """Whether a pronoun stands for somebody who is not in it."""
    is_told = bool(caption.doer)
    worst = 0.0
    for place, word in enumerate(caption.words):
        if word.i in caption.names:
            is_told = True
        elif word.tag_ in _PERSONAL and word.relation != "expl":
            if word.lower_ in ("i", "we", "you", "my", "our", "us", "me"):
                worst = max(worst, 0 if is_told else 2 if place == 0 else 0)
            elif not is_told:
                worst = max(worst, 3 if place == 0 else 2)
            elif word.lower_ in ("them", "it") and word.relation == "obj" and word.head == predicate:
                worst = max(worst, 1)
        elif word.pos_ in ("NOUN", "PROPN") and not is_told:
            is_told = True
        elif place == 0 and word.lower_ in ("this", "that", "these", "those") and word.pos_ == "PRON":
            worst = max(worst, 2)
    return worst


def _asks(caption: Caption, predicate: Node, story: Story) -> float:
    sentence = predicate.sent
    first = next(iter(caption.words), None)
    if first is None:
        return 0
    is_question = sentence[-1].text == "?"
    asking = [each for each in caption.words[:3] if each.tag_ in _ASKING or each.lower_ == "whether"]
    if is_question:
        return 2
    if not asking or (asking[0] != first and not (len(caption.words) > 1 and first.pos_ == "ADV")):
        return 0
    kept = {each.i for each in caption.words}
    clause = next((above for above in (first, *first.ancestors) if above.pos_ in ("VERB", "AUX")), first)
    return 0 if clause.head.i in kept and clause.head != clause else 2


def _conditional(caption: Caption, predicate: Node, story: Story) -> float:
    first = next(iter(caption.words), None)
    is_condition = first is not None and first.lower_ in CONDITIONS and not caption.doer
    return 2 if is_condition else 0


def _disagrees(caption: Caption, predicate: Node, story: Story) -> float:
    """Whether its first verb is not in the number of its first noun."""
    if caption.doer or not caption.has_doer:
        return 0
    verb = _finite(caption)
    noun = next((each for each in caption.words if each.pos_ in NOMINALS and _is_head(each, caption)), None)
    if verb is None or noun is None or noun.i > verb.i:
        return 0
    is_plural = noun.tag_ in ("NNS", "NNPS")
    if is_plural and (verb.tag_ == "VBZ" or verb.lower_ == "was") and noun.pos_ == "NOUN":
        return 2
    return 0


def _is_head(noun: Node, caption: Caption) -> bool:
    return noun.relation not in ("compound", "nmod", "flat") and noun.dep_ != "nmod:poss"


def _glued(caption: Caption, predicate: Node, story: Story) -> float:
    """Whether two finite verbs stand together that do not in the article."""
    for first, second in pairwise(caption.words):
        are_both = first.tag_ in _FINITE and second.tag_ in _FINITE and first.tag_ != "MD"
        if are_both and second.i != first.i + 1:
            return 2
    kept = {each.i for each in caption.words}
    first_verb = _finite(caption) if caption.doer else None
    for verb in caption.words:
        if verb == first_verb:
            continue
        if verb.relation in ("aux", "cop"):
            continue
        if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.head.i not in kept or verb.head == verb:
            continue
        own = [child for child in verb.lefts if child.relation == "nsubj"]
        is_hanging = verb.relation in ("advcl", "ccomp", "parataxis") and not caption.text.startswith(
            verb.text
        )
        if own and all(each.i not in kept for each in own) and not all(is_relative(each) for each in own):
            return 2
        is_linked = any(each.tag_ in ("WRB", "IN") and each.i in kept for each in verb.lefts)
        is_clause = own and verb.relation in ("advcl", "parataxis") and any(each.i in kept for each in own)
        if is_clause and not is_linked and verb.i > min(kept) and own[0].i != min(kept):
            return 2
        if not own and is_hanging and not any(each.relation in ("csubj", "expl") for each in verb.children):
            return 2
    return 0


def _without_subject(caption: Caption, predicate: Node, story: Story) -> float:
    """Whether a clause in it has lost its subject: "the union hopes will fill the square"."""
    kept = {each.i for each in caption.words}
    for helper in caption.words:
        verb = helper.head
        if helper.tag_ != "MD" or verb.relation != "ccomp" or verb.head.i not in kept:
            continue
        if not any(each.relation in ("nsubj", "csubj", "expl") and each.i in kept for each in verb.children):
            return 2
    return 0


def _to_do(caption: Caption, predicate: Node, story: Story) -> float:
    """Whether its first verb is an infinitive: "the mayor to open the bridge"."""
    first = next(
        (each for each in caption.words if each.pos_ in ("VERB", "AUX") and each.i not in caption.names), None
    )
    if first is None or caption.helper or first.tag_ != "VB":
        return 0
    if first.relation == "acl" and any(each == first.head for each in caption.words):
        return 0
    return 2 if any(child.lower_ == "to" and child.i == first.i - 1 for child in first.lefts) else 0


def _unasked(caption: Caption, predicate: Node, story: Story) -> float:
    """Whether it tells as a fact what the article only asks: "whether", "how many"."""
    kept = {each.i for each in caption.words}
    for verb in caption.words:
        if verb.pos_ not in ("VERB", "AUX", "ADJ", "NOUN") or verb.relation not in (
            "csubj",
            "ccomp",
            "root",
            "advcl",
        ):
            continue
        for child in verb.lefts:
            is_asked = child.tag_ in ("WRB", "WP") or child.lower_ in CONDITIONS
            if child.lower_ == "who" and child.i > 0 and child.nbor(-1).text == ",":
                continue
            if any(
                each.tag_ == "WDT" and each.relation == "det" and each.i not in kept
                for each in child.children
            ):
                return 2
            if is_asked and child.i not in kept and child.lower_ not in ("when", "where", "as"):
                return 2
    return 0


def _out_of_order(caption: Caption, predicate: Node, story: Story) -> float:
    """Whether its last word is one that stood before its verb."""
    if not caption.words:
        return 0
    latest = -1
    for word in caption.words:
        if word.tag_ in _ASKING and word.i < latest and not is_relative(word):
            return 2  # "the fire is not known who lit"
        latest = max(latest, word.i)
    last = caption.words[-1]
    return (
        2 if last.lower_ in ("not", "so", "never", "n't") and last.i < max(e.i for e in caption.words) else 0
    )


def _half_named(caption: Caption, predicate: Node, story: Story) -> float:
    """Whether a name is not whole: "the Organization" of "the Organization of American States"."""
    last = caption.words[-1] if caption.words else None
    if last is None or not last.ent_type_ or last.i + 1 >= len(last.doc) or last.i in caption.names:
        return 0
    following = last.nbor(1)
    return 1 if following.ent_iob == 1 and following.i not in story.dated else 0


def _stray(caption: Caption, predicate: Node, story: Story) -> float:
    """Whether a preposition has lost its date: "stores by were closed"."""
    kept = {each.i for each in caption.words}
    for word in caption.words[:-1]:
        is_lost = word.pos_ == "ADP" and word.i + 1 in story.dated and word.i + 1 not in kept
        if is_lost and word.relation in ("case", "mark") and word.head.i not in kept:
            return 2
    return 0


def _loose(caption: Caption, predicate: Node, story: Story) -> float:
    if not caption.words or not caption.text.endswith(caption.words[-1].text):
        return 0
    last = caption.words[-1]
    is_particle = last.dep_ == "compound:prt" or last.lower_ in label_words(LANGUAGE)["particles"]
    return 2 if (last.pos_ in _LOOSE or last.tag_ in _ASKING) and not is_particle else 0


def _says_little(caption: Caption, predicate: Node, story: Story) -> float:
    said = caption.text.split()
    if len(said) < 3:
        return 1
    verbs = [each for each in caption.words if each.pos_ == "VERB"]
    lists, last = label_words(LANGUAGE), caption.words[-1]
    if (
        last.pos_ == "VERB"
        and last.lemma_.lower() in lists["reporting"]
        and last.relation != "acl"
        and len(verbs) < 3
    ):
        return 1
    if last.pos_ == "VERB" and last.lemma_ in lists["hollow"] and len(verbs) > 1:
        return 1
    is_light = len(verbs) == 1 and verbs[0].lemma_ in lists["hollow"]
    if caption.words[0].pos_ == "ADP" and not caption.doer:
        return 2
    return 1 if is_light and caption.words[-1] == verbs[0] else 0


def _unmarked(caption: Caption, predicate: Node, story: Story) -> float:
    """Whether it tells as a fact what the article does not."""
    if story.status in _AS_TOLD:
        return 0
    words = caption.words
    said = {each.lower_ for each in words} | {each.lemma_.lower() for each in words}
    if story.status is Status.DENIED:
        return 1 if (above := denying_verb(predicate)) is not None and above not in words else 0
    is_open = any(each.tag_ == "MD" or each.lower_ in (*CONDITIONS, "to") for each in words)
    return 0 if is_open or said & _cues() else 0.5


@cache
def _cues() -> frozenset[str]:
    """Verbs under which a thing is not yet so."""
    found = read_words(LANGUAGE).verbs
    return frozenset().union(*(found[name] for name in ("planned", "threatened", "ordered", "thinking")))


def _cut(caption: Caption, predicate: Node, story: Story) -> float:
    is_told_so = caption.helper and any(
        each.relation == "advcl" and each.i > each.head.i for each in caption.words
    )
    return (0 if caption.is_whole else 0.3) + (0.4 if is_told_so else 0)


_CHECKS: tuple[Callable[[Caption, Node, Story], float], ...] = (
    _lost, _nobody, _verbless, _incomplete, _ends_on_verb, _unknown, _asks, _conditional, _disagrees, _glued,
    _without_subject, _out_of_order, _to_do, _unasked, _half_named, _stray, _loose, _says_little, _unmarked,
    _cut,
)  # fmt: skip
