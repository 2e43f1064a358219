"""Whose words is something: "the union said", "according to AFP", "reports that", a quotation?"""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.events.actor_subjects import subject_nodes
from timeline.events.actors import Cast, attributed_to
from timeline.events.analysis import Analysis
from timeline.events.nodes import Node
from timeline.events.status_above import Above, Link, governor
from timeline.events.status_clauses import negation
from timeline.events.status_words import kinds_of, lemma, status_words
from timeline.events.words import EventWords
from timeline.model.syntax import is_subject

DEEPEST = 6  # predicates above a predicate that may still report it
_WORDS_OF_SOURCE = ("compound", "amod", "nmod:poss", "flat", "nmod:unmarked")
_BEFORE_WORDS = frozenset([":", "“", '"', "-", "–", "—"])
_BEFORE_ASIDES = frozenset([",", "”", '"', "’", "'", "-", "–", "—", "?", "!"])


@dataclass(frozen=True, slots=True)
class Report:
    """The words by which something is told as somebody's, and who that is: "" where nobody is named."""

    cue: tuple[Node, ...]
    source: str


def find_report(node: Node, analysis: Analysis, words: EventWords, cast: Cast) -> Report | None:
    """Whose words a predicate's clause is, if it is not the article's own; the nearest who tells it."""
    for at in _chain(node):
        for report in (_above(at, words, cast), _beside(at, words, cast), _source_phrase(at, cast)):
            if report is not None:
                return report
    return _own(node, cast) or _quoted(node, analysis, words, cast)


def _chain(node: Node) -> Iterator[Node]:
    """A predicate, and those above it of whose telling it is part."""
    for _ in range(DEEPEST):
        yield node
        kind = node.relation
        above = governor(node)
        if above is not None:
            node = above.node
        elif kind == "conj" or (kind == "advcl" and node.head != node):
            node = node.head
        else:
            return


def _above(at: Node, words: EventWords, cast: Cast) -> Report | None:
    """Told by what it hangs on: "the union said they left", "reports that they left"."""
    above = governor(at)
    if above is None:
        is_told = at.relation == "parataxis" and _tells(at.head, words) and _before(at) in _BEFORE_WORDS
        return Report((at.head,), source_of(at.head, cast)) if is_told else None
    if above.node.pos_ in ("NOUN", "PROPN"):
        return _of_noun(above.node, cast) if above.link is Link.CLAUSE else None
    return _of_verb(at, above, words, cast)


def _of_noun(noun: Node, cast: Cast) -> Report | None:
    """Told by a noun: "reports that they left"; where these are rejected, by whoever does so."""
    head = noun.head
    if noun.relation == "obj" and lemma(head) in status_words("reporting", "denied"):
        return Report((head,), source_of(head, cast))
    return (
        Report((noun,), _source_of_noun(noun, cast))
        if lemma(noun) in status_words("words", "telling")
        else None
    )


def _of_verb(at: Node, above: Above, words: EventWords, cast: Cast) -> Report | None:
    verb = above.node
    if above.link is Link.VERB:
        is_said = "alleged" in kinds_of("governing", lemma(verb)) or lemma(verb) == "deny"
        return Report((verb,), source_of(verb, cast)) if is_said else None
    is_silent = negation(verb) and lemma(verb) not in status_words("words", "thinking")  # "did not say"
    if not _tells(verb, words) or is_silent:
        return None
    is_around = any(child.relation == "nsubj" and child.i < verb.i for child in at.lefts)
    return Report((verb,), _other_than(at, verb, cast) if is_around else source_of(verb, cast))


def _before(node: Node) -> str:
    """The mark or word before the first word of what hangs on a node."""
    first = next((each.i for each in node.subtree if not each.is_punct), node.i)
    return node.doc[first - 1].text if first else ""


def _tells(verb: Node, words: EventWords) -> bool:
    if _is_made_known(verb):
        return True
    if verb.pos_ != "VERB" or lemma(verb) in status_words("words", "untold"):
        return False
    names = kinds_of("reporting", lemma(verb))
    return lemma(verb) in words.verbs["reporting"] or bool({"alleged", "denied", "hypothetical"} & {*names})


def _is_made_known(verb: Node) -> bool:
    return lemma(verb) in status_words("words", "knowing") and lemma(verb.head) in ("make", "let")


def _beside(at: Node, words: EventWords, cast: Cast) -> Report | None:
    """Told in an aside: "they had left, the union said"."""
    for child in at.children:
        if child.relation in ("parataxis", "conj") and _is_aside(child, words):
            return Report((child,), _other_than(at, child, cast))
    return None


def _is_aside(verb: Node, words: EventWords) -> bool:
    """Whether a verb only says who tells the clause around it: it has a subject, and tells nothing itself."""
    inside = {child.relation for child in verb.children}
    after = verb.doc[min(verb.i + 1, len(verb.doc) - 1)].text
    own = {"obj", "xcomp", "cc", "conj", "mark"} | (set() if after == "," else {"ccomp"})
    is_bare = "nsubj" in inside and not inside & own
    return is_bare and _tells(verb, words) and _before(verb) in _BEFORE_ASIDES


def _other_than(at: Node, verb: Node, cast: Cast) -> str:
    """Who speaks in an aside; its "he" is nobody whom the clause beside it names: "Roca fled, he said"."""
    speaker = next((child for child in verb.children if child.relation == "nsubj"), None)
    name = source_of(verb, cast)
    if speaker is None or speaker.lower_ not in ("he", "she"):
        return name
    named = {attributed_to(cast, each) for each in subject_nodes(at) if each.pos_ != "PRON"}
    return _last_speaker(at, named, cast) if name in {"", *named} else name


def _last_speaker(at: Node, named: set[str], cast: Cast) -> str:
    """Who was the subject of the sentence before, if no one named here."""
    start = at.sent.start
    before = source_of(at.doc[start - 1].sent.root, cast) if start else ""
    return before if before and before[0].isupper() and before not in named else ""


def _source_phrase(at: Node, cast: Cast) -> Report | None:
    """Told by a source that hangs on the clause: "according to AFP", "by another account"."""
    below = [*at.children, *(each for child in at.children if is_subject(child) for each in child.children)]
    for noun in (each for each in below if each.relation in ("obl", "nmod")):
        cases = [child for child in noun.children if child.relation == "case"]
        if any(lemma(each) in ("accord", "according") for each in cases):
            return Report((cases[0], noun), name_of(noun, cast))
        is_account = noun.head == at and lemma(noun) in status_words("words", "accounts")
        if is_account and any(each.lower_ in ("by", "in") for each in cases):
            return Report((*cases, noun), _source_of_noun(noun, cast))
    return None


def _own(node: Node, cast: Cast) -> Report | None:
    """A verb that is a claim itself: "blamed the rain", "spoke of sabotage", "reports put it at 12"."""
    if "alleged" in kinds_of("own", lemma(node)):
        return Report((node,), source_of(node, cast))
    if node.pos_ != "VERB":
        return None
    preposition = _preposition_of_claim(node)
    if preposition is not None:
        return Report((node, preposition), source_of(node, cast))
    if lemma(node) not in status_words("words", "counting"):
        return None
    sources = [each for each in subject_nodes(node) if lemma(each) in status_words("words", "sources")]
    return Report((sources[0], node), name_of(sources[0], cast)) if sources else None


def _preposition_of_claim(verb: Node) -> Node | None:
    if any(child.relation == "compound" for child in verb.children):  # "put down at the airport"
        return None
    below = (each for child in verb.children if child.relation == "obl" for each in child.children)
    cases = (each for each in below if each.relation == "case")
    return next((each for each in cases if lemma(verb) in status_words("phrases", each.lower_)), None)


def _quoted(node: Node, analysis: Analysis, words: EventWords, cast: Cast) -> Report | None:
    """The words of a quotation are those of whoever is named beside it, in its sentence or the one before."""
    if not _is_quoted(node, analysis):
        return None
    start = node.sent.start
    for sentence in (node.sent, node.doc[start - 1].sent) if start else (node.sent,):
        for verb in sentence:
            if _tells(verb, words) and not _is_quoted(verb, analysis) and _speakers(verb):
                return Report((verb,), source_of(verb, cast))
    return None


def _is_quoted(node: Node, analysis: Analysis) -> bool:
    """Whether a quotation that began in the paragraph is still open."""
    text, at = analysis.document.text, analysis.offset(node)
    before = text[text.rfind("\n\n", 0, at) + 1 : at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def source_of(verb: Node, cast: Cast) -> str:
    """Who says what a verb reports: of several words for it the one that is a name."""
    told = _speakers(verb)
    if not told:
        return ""
    beside = [each for each in told[1:] if each.relation == told[0].relation and _is_name(each, cast)]
    return name_of(beside[0] if beside and not _is_name(told[0], cast) else told[0], cast)


def _speakers(verb: Node) -> list[Node]:
    verb = verb.head if _is_made_known(verb) else verb
    found = subject_nodes(verb)
    if not found and verb.relation == "acl" and verb.head.pos_ in ("NOUN", "PROPN"):
        found = [verb.head]
    return [each for each in found if not each.dep_.endswith(":pass")]


def _is_name(node: Node, cast: Cast) -> bool:
    return node.pos_ == "PROPN" and cast.actor(node) is not None


def _source_of_noun(noun: Node, cast: Cast) -> str:
    owner = next((child for child in noun.children if child.dep_ == "nmod:poss"), None)
    return (name_of(owner, cast) if owner is not None else "") or name_of(noun, cast)


def name_of(noun: Node, cast: Cast) -> str:
    """The short form of a source: its actor's, or its noun without an article; "" for a pronoun."""
    noun = _meant(noun)
    actor = cast.actor(noun)
    is_body = actor is not None and actor.kind != "person" and noun.pos_ == "NOUN"  # "the government"
    if not is_body and (named := attributed_to(cast, noun) or _described(noun, cast)):
        return named
    if noun.pos_ == "PRON":
        return ""
    nodes = [noun]
    for child in reversed(list(noun.lefts)):
        if _names(child) and not (is_body and child.text[:1].isupper()):
            nodes = [*child.subtree, *nodes]
    words = "".join(each.text + each.whitespace_ for each in nodes).strip()
    is_opening = nodes[0].is_sent_start and nodes[0].pos_ != "PROPN"
    return words[:1].lower() + words[1:] if is_opening else words


def _meant(noun: Node) -> Node:
    """Of "many of the neighbours" the neighbours, of "a police spokesman" the police."""
    is_part = noun.pos_ in ("PRON", "ADJ", "NUM")
    speaks = lemma(noun) in status_words("words", "speaking")
    for child in noun.children:
        case = next((each.lower_ for each in child.children if each.relation == "case"), "")
        if child.relation == "nmod" and case == "of" and (is_part or speaks):
            return child
        if speaks and child.relation in ("compound", "nmod") and case in ("", "for", "'s", "’s"):
            return child if child.pos_ in ("NOUN", "PROPN") else noun
    return noun


def _described(noun: Node, cast: Cast) -> str:
    """The name beside a noun that describes it: "the channel teleSUR", "Secretary of State Ana Roca"."""
    beside = (each for each in noun.rights if each.relation in ("appos", "flat", "compound", "nmod"))
    bare = (each for each in beside if not any(child.relation == "case" for child in each.children))
    return next((name for each in bare if (name := attributed_to(cast, each))), "")


def _names(child: Node) -> bool:
    """Whether a word before a noun is part of what a source is called."""
    unnamed = status_words("words", "articles") | status_words("words", "times")
    if child.pos_ == "PRON" or {child.lower_, lemma(child)} & unnamed:
        return False
    return child.dep_ in _WORDS_OF_SOURCE or child.relation == "det"
