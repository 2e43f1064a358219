"""Common nouns → the actors that an article means by them: "the president", "the court", "the government in
Oslo"."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from timeline.events.actor_countries import country_told, describing
from timeline.events.actor_lands import lands_of, main_land
from timeline.events.actor_names import Actor, of_country_with
from timeline.events.actor_spans import Named
from timeline.events.actor_words import bare, in_full, is_firm, words
from timeline.events.gazetteer import country_of_adjective, country_with_code, likeliest, spots_named
from timeline.events.nodes import Node, Tree
from timeline.model.syntax import NOMINALS

_NEAR = 100  # tokens before a role in which its person must be named
_HERE = 40  # tokens before "the government" in which a place tells whose it is
_LONGEST_TITLE = 6  # words from a title to the name after it
_OWNING = ("nmod:poss", "nmod", "compound")
_MANY = frozenset(["authorities", "leadership", "cabinet", "side"])  # whose they are has to be said
_WEAK = frozenset(["former", "new", "old", "own", "interim", "then", "us"])
_BENCHES = {"court": "judges", "tribunal": "judges", "assembly": "lawmakers", "parliament": "lawmakers"}


@dataclass(frozen=True, slots=True)
class Role:
    """What an article calls a person: the word for the office, all its words, and its country."""

    head: str
    all_words: frozenset[str]
    country: str


@dataclass(frozen=True)
class Nouns:
    """What the common nouns of an article may stand for: its actors by token, the roles of its persons, the
    country of each token that names a place, and the country that most of them lie in, "" if none."""

    named: Mapping[int, Actor]
    roles: Mapping[Actor, Sequence[Role]]
    places: Mapping[int, str]
    home: str

    @cached_property
    def offices(self) -> frozenset[str]:
        """The words for what its persons are; a leader may be any."""
        return frozenset({each.head for roles in self.roles.values() for each in roles} | {"leader"})

    def actor(self, token: Node) -> Actor | None:
        """Whom a common noun means, by the head of its phrase."""
        if token.pos_ == "ADJ":
            return self._people(token) or self._part(token)
        if token.pos_ not in NOMINALS or token.pos_ == "PRON":
            return self._part(token)
        ways = (self._beside, self._member, self._part, self._government)
        ways += (self._people, self._body, self._bench, self._by_role)
        return next((actor for way in ways if (actor := way(token))), None)

    def _beside(self, token: Node) -> Actor | None:
        """Who is named beside it: "the minister, Ana Roca"."""
        beside = (child.i for child in token.children if child.dep_ in ("appos", "flat", "nmod:desc"))
        return next((self.named[place] for place in beside if place in self.named), None) or self._titled(
            token
        )

    def _titled(self, title: Node) -> Actor | None:
        """Whose title it is, however the parse has it: "Secretary of State Ana Roca"."""
        if title.lower_ not in words("titles") | words("voices"):
            return None
        for node in title.doc.nodes[title.i + 1 : min(title.i + _LONGEST_TITLE, title.sent.end)]:
            actor = self.named.get(node.i)
            if actor and actor.kind == "person":
                return actor
            is_of_other = node.lower_ in words("titles") and title.doc[node.i - 1].lower_ in ("of", "for")
            if is_of_other or not (node.text[0].isupper() or node.lower_ in ("of", "for", "and", "the")):
                return None
        return None

    def _member(self, token: Node) -> Actor | None:
        """The organisation of its troops, whoever a spokesman speaks for."""
        is_voice = token.lower_ in words("voices")
        if token.lower_ not in words("members") and not is_voice:
            return None
        kinds = ("compound", "nmod:poss", "amod", "nmod") if is_voice else ("compound", "nmod:poss", "amod")
        owners = [self.named.get(child.i) for child in token.children if child.dep_ in kinds]
        wanted = ("organisation", "country") if is_voice else ("organisation",)
        return next((each for each in owners if each and each.kind in wanted), None)

    def _part(self, token: Node) -> Actor | None:
        """The organisation, where its members act as it: "most of the council", "a group of Navy
        soldiers"."""
        if token.lower_ not in words("parts") | words("members"):
            return None
        for child in token.children:
            if child.relation in ("nmod", "obl") and any(each.lower_ == "of" for each in child.lefts):
                whole = self.named.get(child.i) or self._member(child)
                if whole and whole.kind == "organisation":
                    return whole
        return None

    def _government(self, token: Node) -> Actor | None:
        """The country of its government: "the government in Oslo", "the Roca administration"."""
        if not {token.lemma_.lower(), token.lower_} & words("governments"):
            return None
        code = country_told(token) or ("" if token.lower_ in _MANY else self._ruled(token))
        return of_country_with(code) if code else None

    def _ruled(self, token: Node) -> str:
        """The country of the ruler whose government it is."""
        owners = [child for child in token.children if child.dep_ in _OWNING]
        rulers = [self.named.get(child.i) for child in owners]
        told = [each.country or self.home for each in rulers if each and each.kind == "person"]
        is_his = any(child.lower_ in ("his", "her") for child in owners)
        is_bare = token.lower_ == "government" and _is_alone(token, "cc", "conj")
        return next(iter(told), "") or (self._here(token) if is_his or is_bare else "")

    def _here(self, token: Node) -> str:
        """The country of the places just before, if they lie in one, else that of the article."""
        before = (self.places.get(place, "") for place in range(max(0, token.i - _HERE), token.i))
        near = set(before) - {""}
        return near.pop() if len(near) == 1 else self.home

    def _people(self, token: Node) -> Actor | None:
        """A country by its people, where they act as one: "the Norwegians"."""
        country = country_of_adjective(token.text) if token.text[:1].isupper() else None
        is_many = token.tag_ in ("NNS", "NNPS") and _is_alone(token, "conj", "cc")
        return of_country_with(country.code) if country and is_many else None

    def _body(self, token: Node) -> Actor | None:
        """The only one that is named: "the court", "the company"."""
        word = token.lower_
        if token.tag_ != "NN" or not _is_alone(token, "cc", "conj", "acl"):
            return None
        actors = set(self.named.values())
        fitting = {each for each in actors if _is_a(each, word)}
        if word in words("companies"):
            fitting |= {each for each in actors if is_firm(each.name)}
        return fitting.pop() if len(fitting) == 1 else None

    def _bench(self, token: Node) -> Actor | None:
        """The body whose members they are, where one is named: "the judges"."""
        of_kind = [kind for kind, members in _BENCHES.items() if token.lower_ in words(members)]
        if not of_kind or not _is_alone(token, "acl"):
            return None
        fitting = {each for each in self.named.values() for kind in of_kind if _is_a(each, kind)}
        return fitting.pop() if len(fitting) == 1 else None

    def _by_role(self, token: Node) -> Actor | None:
        """The one person whom the article calls so, if he was named not long before."""
        head = token.lemma_.lower()
        if head not in self.offices or head in words("vague") or not _is_definite(token):
            return None
        said = role(token)
        near = {self.named.get(place) for place in range(max(0, token.i - _NEAR), token.i)}
        fitting = {who for who, roles in self.roles.items() if any(_fits(said, each, who) for each in roles)}
        return fitting.pop() if len(fitting) == 1 and fitting <= near else None


def find_nouns(doc: Tree, found: Iterable[Named], named: Mapping[int, Actor]) -> Nouns:
    """What the common nouns of an article may stand for, from its names."""
    roles: dict[Actor, list[Role]] = defaultdict(list)
    for each in found:
        actor = named.get(each.root)
        if actor and actor.kind == "person":
            roles[actor] += map(role, describing(doc[each.root]))
            roles[actor] += _shortened(doc.nodes[max(each.first - 2, 0) : each.first])
    places = _places(doc, [each for each in found if each.kind == "country"])
    there = Counter(code for place, code in places.items() if _is_located(doc[place]))
    return Nouns(named, dict(roles), places, _most(there) or _most(Counter(places.values())))


def _shortened(before: Sequence[Node]) -> list[Role]:
    """The role of a shortened title right before a name: "Col." """
    titles = [each.lower_ for each in before if each.text != "."][-1:]
    return [Role(full, frozenset([full]), "") for title in titles if (full := in_full(title)) != title]


def _is_located(name: Node) -> bool:
    """Whether it stands after a preposition, as a place does and one who acts does not."""
    return any(child.relation == "case" for child in name.children)


def _places(doc: Tree, countries: Sequence[Named]) -> dict[int, str]:
    """The countries of the places that a text names, by token."""
    lands = set(lands_of(doc).values())
    is_town = {
        each.country: not (country_with_code(each.country) or each.country in lands) for each in countries
    }
    places = {each.root: main_land(doc) if is_town[each.country] else each.country for each in countries}
    about = Counter(places.values())
    for name in doc.ents:
        if name.label_ in ("GPE", "LOC") and name.start not in places:
            spots = spots_named(name.text)
            spot = likeliest(spots, about)
            code = spot.country if spot else "" if spots else main_land(doc)
            places[name.start] = code
    return {place: code for place, code in places.items() if code}


def _most(counted: Mapping[str, int]) -> str:
    """What is counted more often than any other, if anything is."""
    first, second = (sorted(counted.items(), key=lambda each: -each[1]) + [("", 0)] * 2)[:2]
    return first[0] if first[1] > second[1] else ""


def role(noun: Node) -> Role:
    """The role that a common noun and the words before it tell."""
    near = [child for child in noun.children if child.dep_ in ("amod", "compound", "nmod:desc")]
    said = {each.lemma_.lower() for each in (*near, noun) if not country_of_adjective(each.text)}
    head = in_full(noun.lemma_.lower())
    return Role(head, frozenset(said - _WEAK | {head}), country_told(noun))


def _fits(said: Role, known: Role, actor: Actor) -> bool:
    is_same = said.head == known.head and said.all_words <= known.all_words
    is_leader = said.head == "leader" and bool(said.country) and known.head in words("leaders")
    return (is_same or is_leader) and said.country in ("", known.country or actor.country)


def _is_definite(token: Node) -> bool:
    """Whether it is "the president", without words that tell which."""
    telling = [child for child in token.children if child.i < token.i or not _follows_comma(child)]
    kinds = {child.relation for child in telling}
    return any(each.lower_ == "the" for each in telling) and not kinds & {"acl", "nmod", "nummod", "conj"}


def _follows_comma(token: Node) -> bool:
    edge = token.left_edge
    return edge.text == "," or (edge.i > 0 and edge.nbor(-1).text == ",")


def _is_alone(token: Node, *allowed: str) -> bool:
    """Whether a noun has "the" and nothing else on it, but for what is allowed."""
    kinds = {child.relation for child in token.children} - {"det", "punct", "case", *allowed}
    return not kinds and any(child.lower_ == "the" for child in token.children)


def _is_a(actor: Actor, word: str) -> bool:
    """Whether an organisation's name says that it is one: "Supreme Court", "Court of Appeal"."""
    parts = bare(actor.name).split()
    heads = parts[:1] if parts[1:2] in (["of"], ["for"], ["on"]) else parts[-1:]
    return actor.kind == "organisation" and len(parts) > 1 and word in heads
