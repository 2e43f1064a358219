"""A predicate → the caption of its clause: who does it, the verb and what it needs, in the order of a
sentence."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline.events.actor_subjects import subjects
from timeline.events.kinds import Status
from timeline.events.label_pieces import Caption, Piece, Story, Telling, Tokens, fitted, gather, is_fronted
from timeline.events.label_pronouns import (
    antecedent,
    is_told_by_another,
    object_before,
    stands_for_another,
)
from timeline.events.label_subjects import behind_dateline, find_doer
from timeline.events.label_text import label_words, tidied
from timeline.events.label_verbs import (
    CONDITIONS,
    is_nominal_event,
    is_relative,
    path,
    relative_object,
    said,
    shared_object,
    tops,
)
from timeline.events.label_words import joined, natural_end
from timeline.events.tree_nodes import Node, Stretch
from timeline.model.parsing import LANGUAGE
from timeline.model.syntax import NOMINALS, auxiliaries, is_passive, is_predicate, reporting_verb

_MOVED = ("obl", "obj", "ccomp", "xcomp", "nmod", "advcl")  # go behind the verb
_NOT_OF_NOUN = ("case", "cc", "mark", "nsubj", "csubj", "cop", "aux", "expl", "parataxis")
_OBJECTS = ("obj", "iobj", "obl", "nmod")
_LINKS = ("case", "mark")
_REAL = (Status.HAPPENED, Status.ALLEGED)
_ASKING = ("WRB", "WP", "WDT", "MD", "VBD", "VBZ", "VBP")  # tags of what begins a question
_DEMONSTRATIVE = ("this", "that", "these", "those")
_LEAST = 4  # words of a noun phrase that tells something by itself
_CORE = 25  # characters of a noun that stands for a pronoun
_LEAST_SAID = 15  # characters for what somebody says


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does it: by a name, or in words of the text."""

    name: str = ""
    words: Sequence[Node] = ()


NOBODY = Doer()


def caption_of(predicate: Node, story: Story, room: int) -> Caption:
    """The clause of a predicate, with the verbs above that it needs, if there is room for those."""
    found = tops(predicate)
    if not is_nominal_event(found[0]):
        caption = _highest(found, predicate, story, room)
        sentence = predicate.sent
        is_broken = _asks(sentence) or (not caption.has_doer and _has_no_verb(sentence))
        return _verbatim(predicate, story, room) if is_broken else caption
    noun = _of_noun(found[0], predicate, story, room)
    if len(found) == 1 or len(noun.text.split()) >= _LEAST:
        return noun
    verb = _highest(found[1:], predicate, story, room)
    return verb if verb.has_doer else noun


def _highest(found: Sequence[Node], predicate: Node, story: Story, room: int) -> Caption:
    """That of the highest of some verbs that leaves room for those below."""
    best = Caption("", has_doer=False, is_whole=False)
    for top in reversed(found):
        caption = clause_of(top, predicate, story, room)
        if caption.is_whole and caption.has_doer:
            return caption
        best = max(best, caption, key=lambda each: (each.is_whole, each.has_doer, bool(each.text)))
    return best


def _asks(sentence: Stretch) -> bool:
    """Whether a sentence is a question with its words in a question's order."""
    return sentence[-1].text == "?" and next((each.tag_ for each in sentence if each.is_alpha), "") in _ASKING


def _has_no_verb(sentence: Stretch) -> bool:
    """Whether nothing that is told stands at the top of a sentence's tree."""
    return not is_predicate(sentence.root) and sentence[0].pos_ not in ("PRON", "ADV", "SCONJ", "PUNCT")


def _verbatim(predicate: Node, story: Story, room: int) -> Caption:
    """The sentence as it stands, where its tree has no verb to hang the others on."""
    words = [each for each in predicate.sent if each.i not in story.dated]
    text = joined(words, {})
    text, is_whole = tidied(text, room, label_words(LANGUAGE)), len(text) <= room
    return Caption(text, has_doer=True, is_whole=is_whole, words=tuple(words))


def as_it_stands(top: Node, predicate: Node, story: Story, room: int) -> Caption:
    """A clause from who does it to a natural end, nothing but its dates left out."""
    about = find_doer(top, story.dated)
    is_in_front = about is not None and about.i < top.i and about.sent.start == top.sent.start
    is_before = is_in_front and not any(_asks_first(each) for each in top.lefts)
    start = about.left_edge.i if is_before else top.left_edge.i
    words = list(_undated(top.doc.nodes[start : _end(top)], story.dated))
    while words and words[-1].is_punct:
        words.pop()
    if not words:
        return Caption("", has_doer=False, is_whole=False)
    is_whole, names = True, _names(words, top, story, "")
    text = joined(words, names)
    while len(text) > room and len(words) > 1:
        words, is_whole = words[: natural_end(words, top)], False
        text = joined(words, names)
    text = tidied(text, room, label_words(LANGUAGE), is_whole and _is_particle(words[-1]))
    return Caption(text, is_before, is_whole, tuple(words), names)


def _asks_first(clause: Node) -> bool:
    """Whether a clause in front of a verb is what it tells of: "who lit the fire is not known"."""
    first = clause.left_edge
    is_question = first.tag_ in ("WP", "WRB") or first.lower_ == "whether"
    return clause.relation == "csubj" or (is_question and clause.relation in ("advcl", "ccomp"))


def _undated(words: Sequence[Node], dated: Collection[int]) -> Iterator[Node]:
    """Some words without their dates and what leads to those alone."""
    for word, following in zip(words, [*words[1:], None], strict=True):
        if word.i in dated:
            continue
        is_left = (
            following is not None and following.i in dated and (word.head.i in dated or word.pos_ == "ADP")
        )
        if not is_left:
            yield word


def _end(top: Node) -> int:
    """Where a clause ends, without those that only stand beside it."""
    ends = top.right_edge.i + 1
    for child in top.rights:
        stands_beside = child.relation in ("conj", "parataxis", "list") and is_predicate(child)
        if stands_beside:
            return min(ends, child.left_edge.i)
    return ends


def clause_of(top: Node, predicate: Node, story: Story, room: int) -> Caption:
    """A clause without what it can do without."""
    spare: list[Piece] = []
    about, content = find_doer(top, story.dated), said(top)
    doer = _doer(about, top, predicate, story, spare)
    outside = {each.i for each in doer.words} | {top.i, *(each.i for each in top.ancestors)}
    subjects_of = ("nsubj", "csubj", "expl") if doer.words or doer.name else ("nsubj", "csubj")
    outside |= {each.i for each in top.children if each.relation in subjects_of}
    outside |= {each.i for each in (about, content) if each is not None and each.i != predicate.i}
    telling = Telling(story.dated, path(predicate, top), outside, story.status)
    told = gather(top, telling, spare)
    told += [*auxiliaries(top), *_borrowed(top, telling, spare)]
    if top.relation == "acl":
        told = [each for each in told if not _is_relative_of(each, top)]
        told += _core(relative_object(top), top, story)
    caption = _fitted(top, doer, told, spare, room, story)
    if not caption.is_whole and (name := _name_of(about)) is not None and doer.words:
        by_name = Doer(words=_noun_phrase(name, top, story, []))
        pieces = [piece for piece in spare if piece.tokens[0].i != name.i]
        shorter = _fitted(top, by_name, told, pieces, room, story)
        caption = shorter if shorter.is_whole else caption
    return caption if content is None else _with_said(caption, content, top, story, room)


def _name_of(about: Node | None) -> Node | None:
    """The name that stands behind a title: "Ana Roca" of "the ministry spokeswoman Ana Roca"."""
    named = (child for child in about.rights if child.relation == "appos") if about is not None else ()
    return next((each for each in named if each.pos_ == "PROPN"), None)


def _is_relative_of(token: Node, verb: Node) -> bool:
    """Whether a token is the pronoun by which a relative clause hangs on its noun."""
    return token.head.i == verb.i and token.i < verb.i and is_relative(token)


def _borrowed(top: Node, telling: Telling, spare: list[Piece]) -> Tokens:
    """The object that a verb shares with the one before it."""
    shared = shared_object(top)
    return gather(shared, telling, spare, 1) if shared is not None else []


def _core(noun: Node | None, top: Node, story: Story) -> Tokens:
    """A noun with no more than its own words."""
    if noun is None:
        return []
    spare: list[Piece] = []
    return list(fitted(_noun_phrase(noun, top, story, spare), spare, _CORE).values())


def _with_said(caption: Caption, content: Node, top: Node, story: Story, room: int) -> Caption:
    """With what somebody said behind a colon, where there is room."""
    left = room - len(caption.text) - 2
    if left < _LEAST_SAID:
        return caption
    spare: list[Piece] = []
    told = gather(content, Telling(story.dated, (), {top.i, content.i}, story.status), spare, 1)
    words = _fitted(content, NOBODY, told, spare, left, replace(story, cast=None))
    return replace(
        caption,
        text=f"{caption.text}: {words.text}",
        words=(*caption.words, *words.words),
        names=caption.names | words.names,
    )


def _of_noun(noun: Node, predicate: Node, story: Story, room: int) -> Caption:
    """A happening that a noun names."""
    spare: list[Piece] = []
    outside = {noun.i, *(each.i for each in noun.ancestors)}
    outside |= {each.i for each in noun.children if each.relation in ("case", "cc", "mark", "conj")}
    told = gather(noun, Telling(story.dated, path(predicate, noun), outside, story.status), spare, 1)
    owners = [each for each in told if each.dep_ == "nmod:poss" and each.pos_ == "PRON"]
    if not owners or not story.actors:
        return _fitted(noun, NOBODY, told, spare, room, story)
    told = [each for each in told if each.i != owners[0].i]
    return _fitted(noun, Doer(story.actors[0] + "'s"), told, spare, room, story)


def _fitted(top: Node, doer: Doer, told: Tokens, spare: list[Piece], room: int, story: Story) -> Caption:
    """The fullest telling that there is room for."""
    kept = fitted([*doer.words, *told], spare, room - len(doer.name))
    first = sorted((each for each in doer.words if each.i in kept), key=lambda each: each.i)
    doing = {each.i for each in first}
    rest = _in_order([each for each in kept.values() if each.i not in doing], top)
    marks = [each for each in rest if each.lower_ in CONDITIONS and each.head.i == top.i]
    rest = [each for each in rest if each not in marks] if marks else rest
    if not (doer.name or first):
        rest = _without_helpers(rest, top)
    caption = _written(marks, doer.name, first, rest, top, story)
    while len(caption.text) > room and len(rest) > 1:
        rest = rest[: natural_end(rest, top)]
        caption = replace(_written(marks, doer.name, first, rest, top, story), is_whole=False)
    is_particle = caption.is_whole and bool(rest) and _is_particle(rest[-1])
    is_whole = caption.is_whole and len(caption.text) <= room
    return replace(
        caption, text=tidied(caption.text, room, label_words(LANGUAGE), is_particle), is_whole=is_whole
    )


def _written(marks: Tokens, name: str, first: Tokens, rest: Tokens, top: Node, story: Story) -> Caption:
    words = (*marks, *first, *rest)
    names, helper = _names(words, top, story, name), _was(top, name, first, rest, story)
    parts = (
        joined(marks, names),
        name,
        joined(first, names) + _second_comma(first),
        helper,
        joined(rest, names),
    )
    text = " ".join(filter(None, parts))
    return Caption(
        text, bool(name or first), is_whole=True, words=words, names=names, doer=name, helper=helper
    )


def _second_comma(words: Tokens) -> str:
    """The comma that ends a name set apart by one: "the mayor, Ana Roca, left"."""
    if not words or words[-1].i + 1 >= len(words[-1].doc) or words[-1].nbor(1).text != ",":
        return ""
    pairs = pairwise(words)
    parted = [after for before, after in pairs if after.i == before.i + 2 and before.nbor(1).text == ","]
    return "," if any(each.pos_ == "PROPN" and each.relation != "conj" for each in parted) else ""


def _was(top: Node, name: str, first: Tokens, rest: Tokens, story: Story) -> str:
    """The helper that a participle behind a noun does without: "a ship stopped at sea" was stopped."""
    is_participle = top.relation in ("acl", "advcl") and top.tag_ in ("VBN", "VBG") and rest[:1] == [top]
    if not is_participle or story.status not in _REAL or any(each.relation in _LINKS for each in top.lefts):
        return ""
    if name or not first:
        return "" if not name else "were" if " and " in name else "was"
    noun = (
        top.head if top.head in first else next((each for each in first if each.head not in first), first[-1])
    )
    is_several = any(each.relation == "conj" and each.head.i == noun.i for each in first)
    is_several |= any(each.relation == "nummod" and each.lower_ not in ("one", "1") for each in noun.lefts)
    return "were" if is_several or noun.tag_ in ("NNS", "NNPS") else "was"


def _without_helpers(words: Tokens, top: Node) -> Tokens:
    """A verb without anybody who does it: "closed the shop" for "had closed the shop"."""
    if top.pos_ != "VERB" or any(each.relation == "nsubj" and each.head.i == top.i for each in words):
        return words
    helpers = {each.i for each in auxiliaries(top) if each.lemma_ in ("be", "have")}
    return [each for each in words if each.i not in helpers] if words and words[0].i in helpers else words


def _is_particle(word: Node) -> bool:
    """Whether what looks like a loose preposition belongs to its verb: "swore herself in"."""
    is_beside = word.dep_ == "compound:prt" or word.relation == "advmod"
    return is_beside and word.lower_ in label_words(LANGUAGE)["particles"]


def _in_order(words: Tokens, top: Node) -> Tokens:
    """As in the text, but what stood before the verb and is none of its helpers comes last, and the noun
    that a relative clause tells of right behind the verb."""
    if is_nominal_event(top):
        return sorted(words, key=lambda each: each.i)
    inside = {each.i for each in words}
    is_inverted = any(each.relation == "nsubj" and each.i not in inside for each in top.rights)
    moved: set[int] = set()
    for child in top.lefts:
        if child.relation in _MOVED and is_fronted(child, top):
            moved.update(each.i for each in child.subtree)
        elif child.lower_ == "so" or (
            child.lower_ not in label_words(LANGUAGE)["hedges"] and is_inverted and child.relation == "advmod"
        ):
            moved.add(child.i)
    start = top.left_edge.i if top.relation == "acl" and relative_object(top) is not None else 0
    behind = top.i + (1.5 if any(each.dep_ == "compound:prt" for each in top.rights) else 0.5)
    return sorted(words, key=lambda each: (each.i in moved, behind if each.i < start else each.i, each.i))


def _names(words: Sequence[Node], top: Node, story: Story, said: str) -> dict[int, str]:
    """Whom pronouns mean that stand in a label, unless it has just named them."""
    found: dict[int, str] = {}
    if words and not said and words[0].lower_ in _DEMONSTRATIVE and words[0].relation == "det":
        found[words[0].i] = "the"
    pronouns = [each for each in words if each.pos_ == "PRON" and each.tag_ in ("PRP", "PRP$")]
    for pronoun in pronouns:
        before = [each for each in words[: words.index(pronoun)]]
        named = " ".join((said, *(found.get(each.i, each.text) for each in before))).strip()
        told = _name(pronoun, top, story, before if not said else [*before, pronoun])
        if not told and not named and pronoun.tag_ == "PRP$":
            found[pronoun.i] = "the"  # "their leader", and nobody knows whose
        if told and told not in named:
            found[pronoun.i] = told + ("'s" if pronoun.tag_ == "PRP$" else "")
    return found


def _may_be_said(pronoun: Node, before: Sequence[Node]) -> bool:
    """Whether somebody before a pronoun may be whom it means: for "his" and "her" only a person."""
    if pronoun.lower_ not in ("his", "her"):
        return bool(before)
    return any(each.ent_type_ not in ("GPE", "LOC", "ORG") and each.pos_ in NOMINALS for each in before)


def _name(pronoun: Node, top: Node, story: Story, words: Sequence[Node]) -> str:
    """Whom a pronoun means that stands behind some words; "" for one who has been named in them, and for a
    subject or possessor who may have been."""
    is_object = pronoun.tag_ == "PRP" and pronoun.relation in _OBJECTS
    if pronoun.lower_.endswith(("self", "selves")) or (not is_object and _may_be_said(pronoun, words)):
        return ""
    before = object_before(top) if is_object else None
    noun = antecedent(pronoun, top, is_near=True) if is_object else None
    is_another = noun is not None and is_told_by_another(noun)
    name = "" if is_another else story.name(before if before is not None else pronoun)
    if name or noun is None or pronoun.lower_ not in ("it", "them"):
        return name
    return joined(sorted(_core(noun, top, story), key=lambda each: each.i), {})


def _doer(about: Node | None, top: Node, predicate: Node, story: Story, spare: list[Piece]) -> Doer:
    """Who does it: a name, or the words of the text."""
    if about is None:
        has_agent = any(child.dep_ == "obl:agent" for child in top.children)
        return NOBODY if has_agent else Doer(_listed(story.actors))
    if stands_for_another(about):
        return _for_pronoun(about, top, predicate, story, spare)
    if words := behind_dateline(top, about):
        return Doer(words=[each for each in words if each.i not in story.dated])
    if len(story.actors) == 1 and is_told_by_another(about) and not is_passive(top):
        return Doer(story.actors[0])
    return Doer(words=_noun_phrase(about, top, story, spare))


def _for_pronoun(pronoun: Node, top: Node, predicate: Node, story: Story, spare: list[Piece]) -> Doer:
    """By its name, else by what it refers back to; the pronoun itself where it does not begin the label."""
    if story.speaker and pronoun.lower_ in ("i", "we"):
        return Doer(pronoun.text if pronoun.lower_ == "i" else "we")
    near = antecedent(pronoun, top, is_near=True) if pronoun.lower_ == "it" else None
    if near is not None:
        return Doer(words=_noun_phrase(near, top, story, spare))
    if story.actors and _acts(pronoun, top, predicate):
        return Doer(_listed(story.actors), _beside(pronoun, story, spare))
    noun = antecedent(pronoun, top, is_near=True)
    speaks = noun is not None and noun.pos_ == "NOUN" and reporting_verb(top) is not None
    if speaks and story.speaker:
        return Doer(words=[pronoun])
    if not speaks and not (noun is not None and pronoun.lower_ in ("it", "they")):
        actor = story.cast.actor(pronoun) if story.cast is not None else None
        if actor is not None:
            return Doer(actor.name)
        noun = antecedent(pronoun, top, is_near=False)
    if noun is not None:
        return Doer(words=_noun_phrase(noun, top, story, spare))
    is_condition = any(child.lower_ in CONDITIONS for child in top.lefts)
    return Doer(words=[pronoun]) if story.speaker or is_condition else NOBODY


def _beside(pronoun: Node, story: Story, spare: list[Piece]) -> Tokens:
    """Who acts together with whom a pronoun means: "and an aide" of "she and an aide"."""
    telling = Telling(story.dated, (), (), story.status)
    others = (child for child in pronoun.rights if child.relation == "conj")
    return [each for child in others for each in gather(child, telling, spare, 2)]


def _acts(pronoun: Node, top: Node, predicate: Node) -> bool:
    """Whether whom a pronoun means is who does what the predicate tells."""
    own = tops(predicate)[0]
    return top == own or own.relation == "conj" or pronoun in subjects(own)


def _noun_phrase(noun: Node, top: Node, story: Story, spare: list[Piece]) -> Tokens:
    """A noun as it stands in the text, without what links it to its clause."""
    outside = {top.i, *(each.i for each in top.ancestors)} - {noun.i}
    outside |= {each.i for each in noun.children if _is_foreign(each, noun, top)}
    telling = Telling(story.dated, (), outside, story.status)
    words = gather(noun, telling, spare, 1)
    name = _name_behind(noun)
    return words if name is None or name in words else [*words, *gather(name, telling, spare, 1)]


def _is_foreign(child: Node, noun: Node, top: Node) -> bool:
    """Whether what hangs on a noun links it to its clause, or stands behind the verb."""
    if child.relation == "cc" and child.i > noun.i:
        return False
    return child.relation in _NOT_OF_NOUN or noun.i < top.i < child.i


def _name_behind(title: Node) -> Node | None:
    """A name that the parse has beside its title instead of under it."""
    beside = (child for child in title.head.lefts if child.dep_ == title.dep_ and child.pos_ == "PROPN")
    return next((child for child in beside if child.left_edge.i == title.right_edge.i + 1), None)


def _listed(names: Sequence[str]) -> str:
    *others, last = names[:3] or ("",)
    return f"{', '.join(others)} and {last}" if others else last
