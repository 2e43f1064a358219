"""The countries of an article that are in no list, known by how it speaks of them: "Norland's prime
minister", "Norlander troops" beside "Norland"."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from timeline.events.actor_words import words
from timeline.events.gazetteer import country_of_adjective, spots_named
from timeline.events.nodes import Node, Stretch, Tree

_ENDINGS = (
    "n",
    "an",
    "ian",
    "i",
    "ese",
    "ish",
    "er",
    "ite",
    "nian",
    "ic",
    "ns",
    "ans",
    "ians",
    "is",
    "ers",
    "ites",
)
_SHORTEST = 4  # letters of a name that is known by its adjective


@lru_cache(maxsize=4)
def lands_of(doc: Tree) -> Mapping[str, str]:
    """The name of the country for each word that means an unlisted one: its name, its adjective, its people.

    >>> from timeline.events.nodes import tree_of
    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "Orvanda closed the border. Orvandan troops guard it."
    >>> lands_of(tree_of(parse_together(tokenise(text), [(0, 26), (27, len(text))]).doc))
    {'Orvanda': 'Orvanda', 'Orvandan': 'Orvanda'}
    """
    single = [name for name in doc.ents if len(name) == 1 and _may_be_land(name.text)]
    persons = {part.text for name in doc.ents if name.label_ == "PER" and len(name) > 1 for part in name}
    persons |= {name.text for name in single if _has_title(name)}
    single = [name for name in single if name.text not in persons]
    said = {token.text for token in doc if token.text[:1].isupper()}
    names = {name.text for name in single}
    lands = {each: each for each in sorted(names) if any(_adjectives(each, said))}
    lands |= {name.text: name.text for name in single if _is_used_as_land(name.root)}
    derived = {form: land for land in lands for form in _adjectives(land, said)}
    return {each: land for each, land in lands.items() if each not in derived} | derived


@lru_cache(maxsize=4)
def main_land(doc: Tree) -> str:
    """The unlisted country that an article names most, "" if it names none."""
    lands = lands_of(doc)
    counted = Counter(lands[token.text] for token in doc if token.text in lands)
    return max(sorted(counted), key=counted.__getitem__, default="")


def _may_be_land(text: str) -> bool:
    return (
        text[:1].isupper()
        and not text.isupper()
        and not spots_named(text)
        and country_of_adjective(text) is None
    )


def _has_title(name: Stretch) -> bool:
    before = name.doc[name.start - 1] if name.start else name[0]
    return before is not name[0] and before.lower_ in words("titles")


def _adjectives(name: str, said: Iterable[str]) -> list[str]:
    """The words of an article that are made from a name: "Norlander", "Orvandan"."""
    if len(name) < _SHORTEST:
        return []
    stems = {name, name.rstrip("aeiouy")}
    return sorted(
        stem + end for stem in stems for end in _ENDINGS if stem + end in said and stem + end != name
    )


def _is_used_as_land(name: Node) -> bool:
    """Whether it is "Norland's prime minister", "Norland's Ana Roca", "President Roca of Norland"."""
    heads = words("heads_of_countries") | words("leaders")
    if name.dep_ == "nmod:poss":
        is_somebody = name.head.ent_type_ == "PER" and name.ent_type_ != "ORG"
        return is_somebody or name.head.lower_ in heads
    link = next((child.lower_ for child in name.children if child.relation == "case"), "")
    is_his = name.head.ent_type_ == "PER" and name.ent_type_ != "ORG"
    return link == "of" and (is_his or name.head.lower_ in heads)
