"""Words for several at once, "they", "the two men", "both governments" → the actors that they mean, where the
text before names them side by side; else nothing."""

from collections.abc import Callable, Mapping, Sequence

from timeline.events.actor_names import Actor
from timeline.events.actor_subjects import subject_nodes
from timeline.events.actor_words import words
from timeline.events.nodes import Node, Stretch, Tree
from timeline.model.syntax import is_predicate

_BACK = 3  # sentences before its own in which the two are named
_TWO = frozenset(["two", "both"])
_MANY = frozenset(["NNS", "NNPS"])

ActorOf = Callable[[Node], Actor | None]
Group = tuple[Actor, ...]


def resolve_groups(doc: Tree, actor: ActorOf) -> Mapping[int, Group]:
    """The actors of each word that means several of them, by the number of its token."""
    found: dict[int, Group] = {}
    pairs = words("pair_of_persons") | words("pair_of_countries")
    for number, sentence in enumerate(doc.sents):
        many = [each for each in sentence if each.lower_ in ("they", "two") or each.lower_ in pairs]
        before = doc.sents[max(0, number - _BACK) : number][::-1] if many else []
        for token in many:
            if token.lower_ == "they":
                group = _they(token, sentence, before[:1], actor, found)
            else:
                group = _two(token, sentence, before, actor) if _is_pair(token) else ()
            if len(group) > 1:
                found[token.i] = group
    return found


def _is_pair(token: Node) -> bool:
    """Whether it is "the two men", "both countries", "the two"."""
    if token.lower_ == "two":
        return token.relation == "nsubj" and any(child.lower_ == "the" for child in token.children)
    return any(child.lower_ in _TWO for child in token.children)


def _they(
    token: Node, sentence: Stretch, before: Sequence[Stretch], actor: ActorOf, found: Mapping[int, Group]
) -> Group:
    """Who acted together in the last clause before that has several who act, named or not."""
    own = [each for each in sentence if each.i < token.i]
    for stretch in (own, *map(list, before)):
        for verb in reversed([each for each in stretch if is_predicate(each)]):
            acting = [each for each in subject_nodes(verb) if each.i < token.i]
            if not acting:
                continue
            if len(acting) == 1 and acting[0].i in found:
                return found[acting[0].i]
            if any(each.tag_ in _MANY or each.lower_ == "they" for each in acting):
                return ()
            told = [actor(each) for each in (*acting, *_partners(verb, acting, token))]
            if len(told) > 1:
                return _alike(told)
    return ()


def _partners(verb: Node, acting: Sequence[Node], token: Node) -> list[Node]:
    """Whom a person met or telephoned, who then is one of "they"."""
    if len(acting) != 1:
        return []
    beside = [
        each
        for each in verb.children
        if each.relation == "obj" or (each.relation == "obl" and _is_with(each))
    ]
    return [each for each in beside if acting[0].i < each.i < token.i][:1]


def _is_with(token: Node) -> bool:
    return any(child.relation == "case" and child.lower_ == "with" for child in token.children)


def _alike(told: Sequence[Actor | None]) -> Group:
    """Actors of one kind; none where one has no name."""
    actors = tuple(dict.fromkeys(each for each in told if each))
    is_whole = len(actors) == len(told) and len({each.kind for each in actors}) == 1
    return actors if is_whole else ()


def _two(token: Node, sentence: Stretch, before: Sequence[Stretch], actor: ActorOf) -> Group:
    """The only two of their kind that the sentences before name, the nearest first."""
    wanted = "country" if token.lower_ in words("pair_of_countries") else "person"
    first: dict[Actor, int] = {}
    for stretch in ([each for each in sentence if each.i < token.i], *map(list, before)):
        told = [(actor(each), each.i) for each in stretch if each.ent_type_ or each.relation == "nsubj"]
        first |= {who: place for who, place in reversed(told) if who and who.kind == wanted}
        if len(first) > 1:
            return tuple(sorted(first, key=first.__getitem__)) if len(first) == len(_TWO) else ()
    return ()
