"""Who acts in an article: its persons, organisations and countries, and which of them a noun, a pronoun or
the subject of a verb means.

Names come from the parse (`actor_spans`), short names and titles lead to full ones (`actor_naming`), a
capital or a palace that acts is its country. What may be one of two is left blank.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from timeline.events.actor_clauses import actors_in, find_names
from timeline.events.actor_countries import describing
from timeline.events.actor_group_pronouns import resolve_groups
from timeline.events.actor_lands import lands_of
from timeline.events.actor_merging import one_name
from timeline.events.actor_names import Actor, short_name
from timeline.events.actor_naming import name_actors
from timeline.events.actor_nouns import Nouns, find_nouns
from timeline.events.actor_pronouns import resolve_pronouns
from timeline.events.actor_spans import Named, find_named
from timeline.events.actor_subjects import subject_nodes
from timeline.events.actor_words import words
from timeline.events.gazetteer import folded
from timeline.events.nodes import Node, Tree, node_of, tree_of
from timeline.model.parsing import Parsed

__all__ = [
    "Actor",
    "Cast",
    "actors_in",
    "actors_of",
    "attributed_to",
    "find_cast",
    "find_names",
    "one_name",
    "short_name",
]


@dataclass(frozen=True)
class Cast:
    """The actors of one article, by the number of each token that names one or is a pronoun for one, what its
    common nouns may stand for, and the actors of each "they" and "the two men" that means more than one."""

    named: Mapping[int, Actor]
    pronouns: Mapping[int, Actor]
    nouns: Nouns
    several: Mapping[int, tuple[Actor, ...]] = field(default_factory=dict)

    def actor(self, token: Token | Node) -> Actor | None:
        """Whom a noun phrase or pronoun means, by its head; None where it is nobody with a name, or not
        certain.

        >>> from timeline.model import tokenise
        >>> from timeline.model.parsing import parse_together
        >>> text = "President Ana Roca left. She will return, the president said."
        >>> parsed = parse_together(tokenise(text), [(0, 24), (25, 61)])
        >>> cast = find_cast(parsed, text)
        >>> [cast.actor(parsed.doc[place]).name for place in (2, 5, 10)]
        ['Ana Roca', 'Ana Roca', 'Ana Roca']
        """
        return self.named.get(token.i) or self.pronouns.get(token.i) or self.nouns.actor(node_of(token))


def find_cast(parsed: Parsed, text: str) -> Cast:
    """The actors of an article, from its parse and its text."""
    tree = tree_of(parsed.doc)
    found = find_named(tree)
    named = name_actors(found, text, lands_of(tree))
    nouns = find_nouns(tree, found, named)
    without = Cast(named, {}, nouns)
    pronouns = resolve_pronouns(tree, without.actor, _genders(tree, found, named))
    with_pronouns = Cast(named, pronouns, nouns)
    return replace(with_pronouns, several=resolve_groups(tree, with_pronouns.actor))


def actors_of(cast: Cast, predicate: Token | Node) -> tuple[Actor, ...]:
    """The named persons, organisations and countries that are subject or agent of a predicate.

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "Oslo and the UN agreed to send help, which Ana Roca had sought."
    >>> parsed = parse_together(tokenise(text), [(0, len(text))])
    >>> cast = find_cast(parsed, text)
    >>> [[each.name for each in actors_of(cast, parsed.doc[place])] for place in (6, 12)]
    [['Norway', 'United Nations'], ['Ana Roca']]
    """
    node = node_of(predicate)
    acting = [each for each in subject_nodes(node) if not (_is_disloyal(node) and _is_many(each))]
    found = (actor for each in acting for actor in cast.several.get(each.i) or (cast.actor(each),))
    return tuple(dict.fromkeys(each for each in found if each))


def _is_disloyal(predicate: Node) -> bool:
    """Whether those who do it do not act for the body that they are of: "mutinied"."""
    return predicate.lemma_.lower() in words("disloyal")


def _is_many(token: Node) -> bool:
    """Whether a noun means members of a body, not the body: "Navy pilots", "a group of guardsmen"."""
    members = words("members") | words("parts")
    return token.lower_ in members


def attributed_to(cast: Cast, token: Token | Node) -> str:
    """The short form of the actor whose words something is, "" if it has no name."""
    actor = cast.actor(token)
    return short_name(actor) if actor else ""


def _genders(doc: Tree, found: Iterable[Named], named: Mapping[int, Actor]) -> dict[Actor, str]:
    """Whether they are "m" or "f", of the persons whose titles, roles or first names tell."""
    genders: dict[Actor, str] = {}
    for each in found:
        actor = named.get(each.root)
        if actor and actor.kind == "person" and actor not in genders:
            beside = [*describing(doc[each.root]), *doc.nodes[max(0, each.first - 1) : each.first]]
            gender = _gender({token.lower_ for token in beside}, folded(actor.name).split()[0])
            genders |= {actor: gender} if gender else {}
    return genders


def _gender(beside: set[str], first_name: str) -> str:
    for gender, kind in (("m", "male"), ("f", "female")):
        if beside & words(kind):
            return gender
    return "m" if first_name in words("male_names") else "f" if first_name in words("female_names") else ""
