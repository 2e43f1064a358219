"""The words of a clause, and which of them a label can do without.

Every word hangs on another. A branch of the tree is kept, dropped, or a piece that is dropped where there is
no room, the least needed first; so what is left is never torn.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from timeline.events.actor_names import short_name
from timeline.events.actors import Cast
from timeline.events.kinds import Status
from timeline.events.label_text import label_words
from timeline.events.label_verbs import CONDITIONS, preposition
from timeline.events.tree_nodes import Node
from timeline.model.parsing import LANGUAGE
from timeline.model.syntax import NOMINALS

DROPPED, KEPT = 0, 10  # the worth of what is never told, and of what always is
_ALWAYS = frozenset(
    [
        *("det", "nummod", "compound", "flat", "fixed", "goeswith", "case", "aux", "cop", "expl"),
        *("obj", "iobj", "xcomp", "csubj", "nsubj"),
    ]
)
_NEVER = frozenset(["parataxis", "list", "discourse", "orphan", "vocative", "dislocated", "reparandum"])
_LINKED = ("conj", "punct", "obl", "ccomp")  # may stand behind a comma
_MAY_BE_HOLLOW = ("advmod", "acl", "obl", "nmod", "advcl")
_INSIDE_WORDS = frozenset(["-", "–", "/", "%", "$", "£", "€", "'", "’", "&"])
_MARKS = frozenset([",", "–", "—", ";", ":", "(", "--"])
_LONG_NAME = 6  # words
_SMALL = ("ADP", "ADV", "AUX", "DET", "PART", "PRON", "PUNCT", "SCONJ", "CCONJ")
_POINTING = ("it", "them", "there", "this", "that")
_IN_NAME, _OUTSIDE = 1, 2  # spaCy's numbers for a token inside a name and for one in none

Tokens = list[Node]


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of a predicate beside its tree: the numbers of the tokens that only say when, who acts,
    how real it is, whose words it is, and whom the article's pronouns mean."""

    dated: Collection[int]
    actors: tuple[str, ...]
    status: Status
    speaker: str
    cast: Cast | None

    def name(self, pronoun: Node) -> str:
        """By what name a pronoun's actor is called, "" if that is not known."""
        actor = self.cast.actor(pronoun) if self.cast is not None else None
        return short_name(actor) if actor is not None else ""


@dataclass(frozen=True, slots=True)
class Caption:
    """A clause as it is told: its text, whether somebody does it in it, whether none had to be cut off; and
    the words of the article that it has, with the names that stand for some of them."""

    text: str
    has_doer: bool
    is_whole: bool
    words: tuple[Node, ...] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    doer: str = ""  # a name in front of the words
    helper: str = ""  # "was", where the article does without


@dataclass(frozen=True, slots=True)
class Piece:
    """A branch that a clause can do without, and how badly."""

    tokens: Tokens
    worth: float


@dataclass(frozen=True, slots=True)
class Telling:
    """What decides which branches are told: the numbers of the tokens that only say when, of those that must
    stay and of those that must not; how real the event is."""

    dated: Collection[int]
    path: Collection[int]
    outside: Collection[int]
    status: Status


def gather(head: Node, telling: Telling, spare: list[Piece], depth: int = 0) -> Tokens:
    """A token with all that may be told of it; what can be dropped goes into `spare` too."""
    if depth and head.i in telling.path and (onward := _onward(head, telling)) is not None:
        own = {each.relation for each in onward.lefts}
        before = [
            each for each in head.lefts if each.relation in ("mark", "aux") and each.relation not in own
        ]
        after = gather(onward, telling, spare, depth)
        return [*before, *(each for each in after if each.head.i != onward.i or each.relation != "cc")]
    told, is_broken_off = [head], False
    for child in head.children:
        worth = _worth(child, head, telling, depth)
        if is_broken_off and child.i not in telling.path and not preposition(child):
            continue  # "$9 million, or 5 cents a share"
        if worth > DROPPED:
            told += _branch(child, worth, telling, spare, depth + 1)
        elif child.i in telling.dated:
            told += _after_date(child, telling, spare, depth + 1)
        is_broken_off |= worth <= 1 and child.relation == "conj" and head.pos_ in NOMINALS
    return told


def _onward(head: Node, telling: Telling) -> Node | None:
    """The second of two verbs where it is the one that is told: "tried to seize and send"."""
    return next((each for each in head.rights if each.i in telling.path and each.relation == "conj"), None)


def _branch(child: Node, worth: float, telling: Telling, spare: list[Piece], depth: int) -> Tokens:
    number = len(spare)
    inner = gather(child, telling, spare, depth)
    if _is_hollow(child, inner, telling):
        del spare[number:]
        return []
    if (link := _loose_link(child)) is not None:
        inner.append(link)
    if worth < KEPT:
        spare.append(Piece(inner, worth))
    return inner


def _is_hollow(child: Node, inner: Tokens, telling: Telling) -> bool:
    """Whether nothing is left of a branch without its dates: "as early as Monday", "that began on Monday"."""
    if len(inner) > 3 or not telling.dated or child.i in telling.path:
        return False
    kind = child.relation
    if kind not in _MAY_BE_HOLLOW or not any(each.i in telling.dated for each in child.subtree):
        return False
    return all(each.pos_ in _SMALL or (each.i == child.i and kind in ("acl", "advcl")) for each in inner)


def _loose_link(noun: Node) -> Node | None:
    """The preposition right before a noun that hangs elsewhere by a slip of the parse."""
    if noun.relation != "obl" or noun.i < noun.head.i or preposition(noun) or not (edge := noun.left_edge).i:
        return None
    before = edge.nbor(-1)
    is_link = before.pos_ in ("ADP", "SCONJ") and before.relation in ("mark", "case", "fixed")
    return before if is_link and not edge.is_punct else None


def _after_date(date: Node, telling: Telling, spare: list[Piece], depth: int) -> Tokens:
    """What the parse has under a date though it is none: "on Monday in Port Alba"."""
    told: Tokens = []
    if any(each.like_num for each in date.lefts):
        return told  # "two days into the strike"
    for child in date.rights:
        is_beside = child.relation in ("nmod", "obl") and child.i not in telling.dated
        is_second = any(each.relation == "cc" for each in child.lefts)
        link = preposition(child)
        if is_beside and not is_second and link and link not in label_words(LANGUAGE)["of_date"]:
            told += _branch(child, 4, telling, spare, depth)
    return told


def _worth(child: Node, head: Node, telling: Telling, depth: int) -> float:
    """How badly a branch is needed, from `DROPPED` to `KEPT`."""
    if child.i in telling.path:
        return KEPT
    kind = child.relation
    if child.i in telling.dated or child.i in telling.outside or kind in _NEVER:
        return DROPPED
    if kind != "punct" and _is_one_name(child, head):
        is_long = preposition(child) == "of" and child.right_edge.i - head.left_edge.i > _LONG_NAME
        return 9.4 + 0.01 * depth if is_long else KEPT
    if head.pos_ == "ADJ" and head.relation == "amod" and kind in ("advcl", "ccomp", "acl"):
        return KEPT  # "so thin that": it goes with its adjective
    if child.i > head.i and kind not in _LINKED and _is_set_apart(child, head):
        return _of_appos(child, head, telling, depth) if kind == "appos" else DROPPED
    if kind in _ALWAYS:
        is_of_date = child.dep_ == "compound:prt" and _leads_to_date(child, telling)
        return DROPPED if is_of_date or _is_aside(child) else KEPT
    rule = _RULES.get(kind)
    return rule(child, head, telling, depth) if rule is not None else 3


def _leads_to_date(particle: Node, telling: Telling) -> bool:
    """Whether what looks like a particle belongs to a date: "started in about two weeks"."""
    lists = label_words(LANGUAGE)
    is_link = particle.i + 1 in telling.dated and particle.lower_ in lists["before_date"]
    following = particle.nbor(1) if is_link else particle
    return is_link and following.lower_ not in lists["to_date"] and following.relation != "case"


def _is_one_name(child: Node, head: Node) -> bool:
    last, first = (child, head) if child.i > head.i else (head, child)
    return last.ent_iob == _IN_NAME and first.ent_iob != _OUTSIDE


def _is_set_apart(child: Node, head: Node) -> bool:
    """Whether a comma, a dash or a semicolon parts a branch from what it hangs on."""
    mark = _mark_before(child)
    return mark in _MARKS if head.pos_ in NOMINALS else mark in (";", ":")


def _mark_before(child: Node) -> str:
    """The word or mark that stands before a branch, or with which it begins."""
    edge = child.left_edge
    return edge.text if edge.is_punct and edge.i != child.i else edge.nbor(-1).text if edge.i else ""


def _is_aside(child: Node) -> bool:
    """Whether a name after a comma only says who or what the one before is."""
    is_behind = child.relation in ("nmod", "obl", "obj") and child.i > child.head.i
    return is_behind and not preposition(child) and _mark_before(child) == ","


def _of_mark(child: Node, head: Node, telling: Telling, depth: int) -> float:
    return KEPT if depth or child.lower_ == "to" or child.lower_ in CONDITIONS else DROPPED


def _of_cc(child: Node, head: Node, telling: Telling, depth: int) -> float:
    is_between = child.i > head.left_edge.i and child.nbor(1).relation != "mark"
    is_linked = is_between or "conj" in (head.relation, head.head.relation)
    return KEPT if depth and is_linked else DROPPED


def _of_punct(child: Node, head: Node, telling: Telling, depth: int) -> float:
    """Marks inside words are kept, and the commas of a list of three and more."""
    if child.text in _INSIDE_WORDS:
        is_spaced = child.whitespace_ and child.i and child.nbor(-1).whitespace_
        return DROPPED if is_spaced else KEPT
    is_listed = depth and child.text == "," and child.i < head.i and head.relation == "conj"
    return KEPT if is_listed and not _is_unlisted(head) else DROPPED


def _is_unlisted(conjunct: Node) -> bool:
    """Whether no comma belongs before a conjunct: it is one of two, or the name of the last ("and the mayor,
    Ana Roca")."""
    beside = [each for each in conjunct.head.rights if each.relation == "conj"]
    if len(beside) == 1:
        return conjunct.head.relation != "conj"
    return conjunct.i == beside[-1].i and not any(each.relation == "cc" for each in conjunct.lefts)


def _of_amod(child: Node, head: Node, telling: Telling, depth: int) -> float:
    if child.i > head.i:
        return 1.5
    is_joined = child.i + 1 < head.i and child.nbor(1).text in _INSIDE_WORDS  # "Spanish-language"
    return KEPT if is_joined or child.tag_ == "JJS" else 8.9 if child.is_title else 8.6


def _of_appos(child: Node, head: Node, telling: Telling, depth: int) -> float:
    """A name beside its title is kept, a person's behind a comma if there is room ("the mayor, Ana Roca")."""
    if child.pos_ != "PROPN":
        return DROPPED
    is_person = head.pos_ == "NOUN" and depth == 1 and child.ent_type_ in ("PER", "PERSON")
    return KEPT if _mark_before(child) not in _MARKS else 5 if is_person else DROPPED


def _of_nmod(child: Node, head: Node, telling: Telling, depth: int) -> float:
    if child.dep_ == "nmod:poss":
        return KEPT
    if child.i < head.i or child.dep_ in ("nmod:desc", "nmod:unmarked"):
        return 5 if head.pos_ == "PROPN" else KEPT
    if _is_aside(child):
        return DROPPED
    if head.pos_ in ("VERB", "ADJ"):
        return _of_obl(child, head, telling, depth)
    if preposition(child) != "of":
        return max(5.5 - depth, 2)
    is_measured = head.pos_ in ("NUM", "PRON", "DET") or head.lower_ in label_words(LANGUAGE)["measures"]
    return KEPT if is_measured else 8 - 0.5 * depth


def _of_obl(child: Node, head: Node, telling: Telling, depth: int) -> float:
    """Of what stands beside a verb the first behind it is needed most, then places."""
    link = preposition(child)
    if child.dep_ == "obl:agent" or (depth and child.i < head.i):
        return KEPT
    if not depth and _follows_and(child):
        return DROPPED
    if _is_aside(child) or (link == "for" and child.lemma_.lower() == "part"):
        return DROPPED
    if child.i > head.i and head.pos_ == "VERB" and child.lower_ in _POINTING:
        has_object = any(each.relation == "obj" for each in head.children)
        if has_object and link == "in" and child.lower_ in ("it", "them"):
            return DROPPED  # "took no part in it"
        return 1 if has_object and head.relation != "acl" else 3
    is_place = child.ent_type_ in ("GPE", "LOC", "FAC")
    if child.i < head.i and is_fronted(child, head):
        return 4 if is_place else DROPPED
    if head.pos_ not in ("VERB", "AUX"):
        return 6
    if child.pos_ == "NOUN" and all(each.relation == "case" for each in child.children):
        return 9  # "put it on hold"
    if _mark_before(child) == ",":
        return (
            DROPPED if link == "with" else 2 if any(each.relation == "acl" for each in child.rights) else 4.5
        )
    before = (each for each in head.rights if each.i < child.i)
    is_first = not any(each.relation in ("obj", "obl") for each in before)
    return (8.7 if is_first else 6 if is_place else 5) - depth * 0.5


def _follows_and(child: Node) -> bool:
    """Whether a branch is the second of two: "in Port Alba and in two other towns"."""
    edge = child.left_edge
    before = edge.nbor(-1) if edge.i else edge
    return "cc" in (edge.relation, before.relation) and child.i > child.head.i


def is_fronted(child: Node, verb: Node) -> bool:
    """Whether a branch stands before the subject of its clause."""
    return not any(each.relation in ("nsubj", "csubj") and each.i < child.i for each in verb.lefts)


def _of_conj(child: Node, head: Node, telling: Telling, depth: int) -> float:
    """Another verb is left out, another noun kept if there is room, before all beside a subject."""
    if head.pos_ == "VERB" and child.i == head.i + 2 and child.tag_ == head.tag_:
        return KEPT  # "impede or delay the ruling"
    if not depth:
        return DROPPED
    if "VERB" in (head.pos_, child.pos_) or "AUX" in (head.pos_, child.pos_):
        return DROPPED if any(each.relation == "nsubj" for each in child.lefts) else 4
    if head.pos_ in NOMINALS and child.pos_ not in (*NOMINALS, "NUM", "ADJ"):
        return DROPPED
    if _is_afterthought(child, head):
        return 1
    return 8.8 if head.relation == "nsubj" else 6 - depth * 0.5


def _is_afterthought(conjunct: Node, noun: Node) -> bool:
    """Whether a comma parts the only other name from the first: "the mayor, and engineers who …"."""
    link = next((child for child in conjunct.lefts if child.relation == "cc"), None)
    is_only = sum(each.relation in ("conj", "appos") for each in noun.rights) == 1
    return is_only and link is not None and link.i > 0 and link.nbor(-1).text == ","


def _of_acl(child: Node, head: Node, telling: Telling, depth: int) -> float:
    if head.pos_ in ("PRON", "DET") or head.lower_ in label_words(LANGUAGE)["indefinite"]:
        return KEPT
    if child.i < head.i or _mark_before(child) in _MARKS:
        return DROPPED
    if head.relation == "obj" and head.head.lemma_ == "make":
        return KEPT  # "made the decision known"
    return 2.5 if child.dep_ == "acl:relcl" else 6 if any(each.lower_ == "to" for each in child.lefts) else 3


def _of_advcl(child: Node, head: Node, telling: Telling, depth: int) -> float:
    """Of clauses beside a verb only those that belong to what it says: "barred from leaving", "if he
    wins"."""
    marks = {each.lower_ for each in child.lefts if each.relation in ("mark", "case")}
    if any(each.i in telling.dated and each.relation == "mark" for each in child.lefts):
        return DROPPED
    if marks & CONDITIONS:
        return 9.2 if telling.status is Status.HYPOTHETICAL else 3
    if child.i < head.i or depth > 1 or _mark_before(child) == ",":
        return DROPPED
    takes_as = any(each.dep_ in ("obj", "nsubj:pass") for each in head.children)
    if "from" in marks or ("as" in marks and takes_as):
        return DROPPED if any(each.relation == "nsubj" for each in child.lefts) else KEPT
    is_close = child.left_edge.i == head.i + 1 and child.i == head.i + 2
    return 9 if is_close else 3 if "to" in marks else DROPPED  # "went into hiding"


def _of_ccomp(child: Node, head: Node, telling: Telling, depth: int) -> float:
    if _mark_before(child) == ";":
        return DROPPED
    return KEPT if not depth or head.lemma_.lower() in label_words(LANGUAGE)["reporting"] else 9


def _of_advmod(child: Node, head: Node, telling: Telling, depth: int) -> float:
    """Particles and what says how sure it is are kept; what says when, or how the teller sees it, is not."""
    word, lists = child.lower_, label_words(LANGUAGE)
    if (child.is_sent_start and word in lists["asides"]) or _leads_to_date(child, telling):
        return DROPPED
    if (word in lists["particles"] and (child.i > head.i or not depth)) or head.pos_ not in ("VERB", "AUX"):
        return KEPT
    if word in lists["asides"] or (word == "so" and head.lemma_ not in ("do", "say")):
        return DROPPED
    if word in lists["hedges"]:
        return KEPT
    is_first = not depth and any(each.relation == "nsubj" and each.i > child.i for each in head.lefts)
    return DROPPED if is_first or _mark_before(child) == "," else 4


_RULES = {
    "mark": _of_mark, "cc": _of_cc, "punct": _of_punct, "amod": _of_amod, "appos": _of_appos,
    "nmod": _of_nmod, "obl": _of_obl, "conj": _of_conj, "acl": _of_acl, "advcl": _of_advcl, "ccomp":
    _of_ccomp, "advmod": _of_advmod,
}  # fmt: skip


def fitted(words: Iterable[Node], spare: list[Piece], room: int) -> dict[int, Node]:
    """As many words as there is room for, by their numbers: the least needed pieces dropped first, the later
    of two that are alike; and those put back that fit after all."""
    kept = {each.i: each for each in words}
    size = sum(map(_length, kept.values())) - 1
    if size <= room:
        return kept
    dropped: list[tuple[Node, Tokens]] = []
    for piece in sorted(spare, key=lambda each: (each.worth, -min(token.i for token in each.tokens))):
        if size <= room:
            break
        gone = [kept.pop(each.i) for each in piece.tokens if each.i in kept]
        size -= sum(map(_length, gone))
        dropped.append((piece.tokens[0], gone))
    for top, gone in reversed(dropped):
        more = sum(map(_length, gone))
        if gone and top.head.i in kept and size + more <= room:
            kept |= {each.i: each for each in gone}
            size += more
    return kept


def _length(token: Node) -> int:
    """With the space behind it, which may stand behind a mark that is left out."""
    if token.whitespace_ or token.i + 1 == len(token.doc):
        return len(token) + 1
    following = token.nbor(1)
    return len(token) + (following.is_punct and following.text not in _INSIDE_WORDS)
