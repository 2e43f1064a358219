"""What a label is put together from: the verb with its helpers, who does it, what stands beside them.

Each part can be told more or less fully, so that a label finds room for the needed ones.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from timeline.events.kinds import Status
from timeline.events.label_text import label_words
from timeline.model.parsing import LANGUAGE, Parsed
from timeline.model.syntax import auxiliaries, governing_verb, is_predicate, is_subject, relation, subject

FULL, SHORT, BARE = 2, 1, 0  # a noun with all that hangs on it, without its clauses, with what is before it
LEVELS = (FULL, SHORT, BARE)
CONDITIONS = frozenset(["if", "unless", "whether"])
_BESIDE = ("iobj", "obj", "obl", "xcomp", "ccomp", "nmod")
_BEFORE_NOUN = ("det", "nummod", "amod", "compound", "flat", "fixed", "goeswith", "case", "cc")
_WHOLE = ("nummod", "amod", "compound", "det", "fixed", "flat")  # told with all their words
_WITH_VERB = ("aux", "cop", "expl", "compound", "case", "fixed")
_ASIDE = ("acl", "advcl", "parataxis", "appos", "list", "discourse", "orphan")
_POINTING = frozenset(["this", "that", "these", "those"])
_QUESTIONS = frozenset(["who", "what", "how", "which"])
_RELATIVES = frozenset(["who", "which", "that", "whom", "what", "where", "when"])
_INSIDE_WORDS = frozenset(["-", "–", "/", "%", "$", "£", "€", "'", "’", "&"])
_TO_COME = (Status.ORDERED, Status.DENIED, Status.THREATENED, Status.PLANNED)
_CLIMB = 3  # verbs above a predicate that may be told with it

Tokens = list[Token]


@dataclass(frozen=True, slots=True)
class Telling:
    """What a label has to heed: the tokens that date it, who acts, how real it is."""

    dated: frozenset[int]
    actors: tuple[str, ...]
    status: Status


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a clause beside its verb."""

    head: Token
    is_needed: bool
    is_clause: bool = False
    is_moved: bool = False  # from before the verb, where it has a preposition of its own

    def words(self, telling: Telling, level: int) -> Tokens:
        """Its tokens, fewer the lower the level."""
        if self.is_clause:
            return _phrase(self.head, telling, level)
        words = noun_words(self.head, telling, level)
        own = [each for each in words if each.head == self.head and relation(each) == "case"]
        return [each for each in words if each not in own] if self.is_moved else words


def dated_tokens(parsed: Parsed, timexes: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The tokens of the dates, save those that only measure a thing ("a six-year term")."""
    found: set[int] = set()
    starts = list(zip(parsed.doc, parsed.offsets, strict=True))
    for start, end in timexes:
        inside = [token for token, offset in starts if start <= offset < end]
        if not _is_measure(inside):
            found |= {token.i for token in inside}
    return frozenset(found)


def _is_measure(words: Sequence[Token]) -> bool:
    """Whether the words of a date measure a thing, or are themselves what is told ("fixed 23 February")."""
    is_hyphened = any(token.text == "-" or "-" in token.text[1:-1] for token in words)
    top = next((token for token in words if token.head not in words or token.head == token), None)
    if top is None:
        return False
    is_counted = len(words) == 1 and top.tag_ == "NNS"  # "spent weeks"
    is_told = relation(top) in ("obj", "nsubj") and (is_counted or any(each.like_num for each in words))
    is_told = is_told or (top.dep_ == "obl:unmarked" and _is_granted(words))
    is_of_thing = any(child.dep_ == "nmod" and child not in words and _is_of(child) for child in top.children)
    return is_told or is_of_thing or (is_hyphened and relation(top) in ("amod", "compound", "nummod"))


def _is_of(token: Token) -> bool:
    return any(child.lower_ == "of" for child in token.lefts)


def _is_granted(words: Sequence[Token]) -> bool:
    """Whether words of time are what somebody is given: "allowed the crew three days"."""
    doc, first, last = words[0].doc, words[0], words[-1]
    is_after_noun = first.i > 0 and doc[first.i - 1].pos_ in ("NOUN", "PROPN", "PRON") and first.like_num
    return is_after_noun and last.pos_ == "NOUN" and (last.i + 1 == len(doc) or doc[last.i + 1].is_punct)


def top_of(predicate: Token, telling: Telling) -> Token:
    """The verb that a label begins with: "ordered" of "ordered the border closed"; for a noun that alone says
    little, the verb that it stands with."""
    top = predicate.head if relation(predicate) in ("aux", "cop") else predicate
    if top.pos_ in ("NOUN", "PROPN") and not is_predicate(top):
        above = governing_verb(top)
        small = ("det", "case", "punct")
        words = [each for each in noun_words(top, telling, FULL) if relation(each) not in small]
        is_alone = len(words) < (4 if relation(top) == "nsubj" else 2)
        return above if above is not None and is_alone else top
    for _ in range(_CLIMB):
        is_part = relation(top) == "xcomp" or (relation(top) == "ccomp" and _does_more(top.head, telling))
        if not is_part or not is_predicate(top.head) or not _has_own_doer(top.head, predicate, telling):
            break
        top = top.head
    return top


def _has_own_doer(verb: Token, predicate: Token, telling: Telling) -> bool:
    """Whether it is told who does it, if not the one who acts below."""
    about = subject(verb)
    return about is not None and (about == subject(predicate) or bool(doer_words(verb, telling, BARE)))


def _does_more(verb: Token, telling: Telling) -> bool:
    """Whether a verb does more than report what hangs on it: it orders, or denies it."""
    return telling.status in _TO_COME and verb.lemma_.lower() not in label_words(LANGUAGE)["reporting"]


def pieces_beside(verb: Token, telling: Telling) -> list[Piece]:
    """What stands beside a verb, the needed first: its object, what it led to, where."""
    own = _inverted(verb) if subject(verb) is None else None
    beside = (child for child in verb.children if child != own and _stands_beside(child, telling))
    pieces = [_piece(child) for child in beside]
    pieces += _relative_object(verb, telling)
    if not any(piece.is_needed for piece in pieces):
        near = next((piece for piece in pieces if piece.head.i > verb.i), None)
        pieces = [replace(each, is_needed=each == near) for each in pieces]
    last = [piece for piece in pieces if not piece.is_needed and relation(piece.head) == "ccomp"]
    return sorted(
        (piece for piece in pieces if piece not in last),
        key=lambda piece: (not piece.is_needed, not _is_place(piece.head), piece.head.i),
    )


def _stands_beside(token: Token, telling: Telling) -> bool:
    is_there = (relation(token) in _BESIDE or _is_completing_clause(token)) and token.i not in telling.dated
    return is_there and not (_is_relative(token) or _is_reflex(token) or _is_aside(token))


def _is_completing_clause(token: Token) -> bool:
    """Whether a clause belongs to what the verb says: "barred from leaving", "treated as invalid"."""
    takes_as = any(child.dep_ in ("obj", "nsubj:pass") for child in token.head.children)
    is_marked = any(child.lower_ == "from" or (child.lower_ == "as" and takes_as) for child in token.lefts)
    is_bare = not any(is_subject(child) for child in token.children)
    return relation(token) == "advcl" and is_marked and is_bare and token.i > token.head.i


def _is_reflex(token: Token) -> bool:
    """Whether a phrase only comments: "for its part"."""
    return token.lemma_.lower() == "part" and any(child.lower_ == "for" for child in token.children)


def _piece(token: Token) -> Piece:
    kind = relation(token)
    is_clause = kind in ("xcomp", "ccomp", "advcl")
    is_needed = kind in ("obj", "iobj", "xcomp", "advcl") or token.dep_ == "obl:agent" or _completes(token)
    return Piece(token, is_needed, is_clause)


def _completes(token: Token) -> bool:
    """Whether a bare noun makes one saying with the verb: "put it on hold", "come to light"."""
    is_bare = token.pos_ == "NOUN" and [relation(child) for child in token.children] == ["case"]
    return relation(token) == "obl" and is_bare and token.i > token.head.i


def _relative_object(verb: Token, telling: Telling) -> list[Piece]:
    """The noun that a relative clause tells of, where it is its object: "the deal that they signed"."""
    if relation(verb) != "acl" or not any(is_subject(child) for child in verb.children):
        return []
    told = [child for child in verb.children if relation(child) in ("obj", "ccomp", "xcomp")]
    pronouns = [child for child in verb.children if _is_relative(child)]
    is_object = any(child in told or child.lower_ == "whom" for child in pronouns)
    is_bare = verb.dep_ == "acl:relcl" and not (told or pronouns)
    noun = verb.head
    is_setting = noun.lemma_.lower() in label_words(LANGUAGE)["settings"] or noun.i in telling.dated
    is_told = (is_object or is_bare) and not is_setting and noun.pos_ in ("NOUN", "PROPN")
    return [Piece(noun, True, is_moved=True)] if is_told else []


def _is_place(token: Token) -> bool:
    return token.ent_type_ in ("GPE", "LOC", "FAC")


def _is_relative(token: Token) -> bool:
    above = next((each for each in (token.head, token.head.head) if relation(each) == "acl"), None)
    return token.lower_ in _RELATIVES and above is not None and token.i < above.i


def core_words(verb: Token, telling: Telling) -> Tokens:
    """The verb with its helpers, its negation and its particles."""
    if verb.pos_ in ("NOUN", "PROPN") and not is_predicate(verb):
        words = noun_words(verb, telling, FULL)
        return [each for each in words if each.head != verb or relation(each) != "case"]
    words = [verb, *auxiliaries(verb), *_particle_before_date(verb, telling)]
    for child in verb.children:
        if child.i not in telling.dated and _goes_with(child, telling):
            words += [each for each in child.subtree if each.i not in telling.dated and not each.is_punct]
    return words if verb.pos_ == "VERB" else [*words, *_with_predicate_noun(verb, telling)]


def _leads_to_date(word: Token, telling: Telling) -> bool:
    is_its_own = word.head.i in telling.dated or relation(word) not in ("case", "det", "mark")
    return is_its_own and word.lower_ in label_words(LANGUAGE)["before_date"] and word.i + 1 in telling.dated


def _particle_before_date(verb: Token, telling: Telling) -> Tokens:
    """The first of two prepositions before a date belongs to the verb: "went on until Monday"."""
    beside = verb.doc[verb.i + 1 : verb.i + 3]
    if len(beside) < 2 or beside[0].head.i not in telling.dated:
        return []
    return [beside[0]] if all(relation(each) == "case" for each in beside) else []


def _goes_with(child: Token, telling: Telling) -> bool:
    is_near = child.i > child.head.i or not (any(child.children) or child.lower_ == "so")
    is_near = is_near and not _leads_to_date(child, telling)
    is_particle = is_near and child.lower_ in label_words(LANGUAGE)["particles"]
    is_particle = is_particle and relation(child) == "advmod"
    is_to = child.lower_ == "to" and relation(child) == "mark"
    is_condition = child.lower_ in CONDITIONS and telling.status is Status.HYPOTHETICAL
    return relation(child) in _WITH_VERB or is_particle or is_to or is_condition


def _with_predicate_noun(noun: Token, telling: Telling) -> Tokens:
    return [each for each in noun_words(noun, telling, SHORT) if relation(each) != "advmod"]


def doer_words(verb: Token, telling: Telling, level: int) -> Tokens:
    """Who does it, as the text has it; none where that is a pronoun for somebody named elsewhere."""
    about = _who(verb, telling)
    if about is None or _is_dateline(about):
        return []
    if about.i in telling.dated and (telling.actors or about.pos_ != "NOUN"):
        return []
    if _stands_for_another(about):
        return [about] if _is_condition(verb, telling) and not telling.actors else []
    names = [*_twins(about, verb), *(child for child in about.children if _is_name_beside(child))]
    if names and level == BARE:
        return noun_words(names[0], telling, BARE)
    own = set(verb.subtree) if about not in verb.subtree else set()
    words = _phrase(about, telling, level) if is_predicate(about) else noun_words(about, telling, level)
    kept = [
        each
        for each in words
        if each not in own
        and not (each.head == about and relation(each) in ("case", "cc"))
        and not (each.dep_ == "nmod:poss" and each.pos_ == "PRON" and each.head == about)
    ]
    kept += [each for twin in _twins(about, verb) for each in noun_words(twin, telling, level)]
    return [] if len(kept) == 1 and len(words) > 1 and telling.actors else kept


def _is_condition(verb: Token, telling: Telling) -> bool:
    return telling.status is Status.HYPOTHETICAL and any(each.lower_ in CONDITIONS for each in verb.lefts)


def _who(verb: Token, telling: Telling) -> Token | None:
    """Whom a clause tells of: a relative one of the noun above it, unless somebody else is known to act."""
    about = subject(verb) or _inverted(verb)
    is_relative = verb.dep_ == "acl:relcl"
    if about is None and is_relative and verb.lemma_.lower() in label_words(LANGUAGE)["reporting"]:
        return verb.head
    if about is not None and is_relative and about == verb.head and telling.actors:
        named = {part.lower() for actor in telling.actors for part in actor.split()}
        return about if any(each.lower_ in named for each in about.subtree if each.i < verb.i) else None
    return about


def _is_name_beside(token: Token) -> bool:
    """Whether a token is the name of whom the noun before it means: "Secretary of State Eva Sol"."""
    is_beside = not token.doc[token.left_edge.i - 1].is_punct
    return relation(token) == "appos" and token.pos_ == "PROPN" and is_beside


def _twins(about: Token, verb: Token) -> Tokens:
    """A name that the parse has beside its title instead of under it."""
    beside = (child for child in verb.children if child.dep_ == about.dep_ and child.pos_ == "PROPN")
    return [child for child in beside if child != about and child.left_edge.i == about.right_edge.i + 1]


def _inverted(verb: Token) -> Token | None:
    """The subject that follows a verb without an object: "from the hills came a rumble"."""
    if verb.lemma_.lower() not in label_words(LANGUAGE)["without_object"]:
        return None
    after = (child for child in verb.children if relation(child) in ("obj", "obl") and child.i > verb.i)
    bare = (child for child in after if not any(relation(each) == "case" for each in child.children))
    return next((child for child in bare if child.dep_ != "obl:unmarked"), None)


def _stands_for_another(token: Token) -> bool:
    if token.lower_ in _QUESTIONS and token.head.dep_ in ("ccomp", "ROOT", "csubj"):
        return False
    if token.lower_ in label_words(LANGUAGE)["indefinite"] and not _is_relative(token):
        return False
    return token.pos_ == "PRON" or (token.pos_ == "DET" and token.lower_ in _POINTING)


def _is_dateline(token: Token) -> bool:
    """Whether a name is the place that a report is sent from: "PORT ALBA – ..."."""
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    return token.is_upper and len(token) > 3 and following.text in ("–", "—", "-", "(", ":", ",")


def noun_words(noun: Token, telling: Telling, level: int) -> Tokens:
    """A noun with what belongs to it, less its dates; less of it the lower the level."""
    words = [noun]
    for child in noun.children:
        if not _is_left_out(child, telling):
            words += _of_noun(child, noun, telling, level)
    return words


def _of_noun(child: Token, noun: Token, telling: Telling, level: int) -> Tokens:
    kind = relation(child)
    is_after = kind == "amod" and child.i > noun.i
    if is_after and (level < FULL or noun.doc[child.left_edge.i - 1].text == ","):
        return []
    if kind in _WHOLE and noun.pos_ != "PRON":
        return [each for each in child.subtree if each.i not in telling.dated and (each.text != "," or level)]
    if child.dep_ == "nmod:desc" and level == BARE:
        return []
    if child.dep_ in ("nmod:poss", "nmod:desc", "nmod:unmarked") or kind in _BEFORE_NOUN:
        return noun_words(child, telling, level)
    if kind == "conj":
        is_other = is_predicate(child) or _is_afterthought(child, noun)
        return [] if is_other else noun_words(child, telling, level)
    if _is_aside(child):
        return []
    if kind in ("nmod", "obl") and level:
        return noun_words(child, telling, level - 1)
    if kind == "acl" and (noun.lower_ == "what" or (level == FULL and ":" not in child.dep_)):
        return _phrase(child, telling, SHORT)
    if _is_name_beside(child):
        return noun_words(child, telling, BARE)
    is_inner = child.is_punct and _is_inner(child, noun)
    is_near = child.i < noun.i and child.lower_ in label_words(LANGUAGE)["particles"]
    is_more = kind == "advmod" and (noun.pos_ in ("NUM", "DET", "ADJ", "PRON") or is_near)
    return list(child.subtree) if is_more or is_inner else []


def _is_aside(token: Token) -> bool:
    """Whether a name after a comma has no preposition: it only says who or what the one before is."""
    is_bare = not any(relation(child) == "case" for child in token.children)
    is_after_comma = token.doc[token.left_edge.i - 1].text == ","
    return relation(token) in ("nmod", "obl", "obj") and is_bare and is_after_comma


def _is_afterthought(conjunct: Token, noun: Token) -> bool:
    """Whether a comma parts the only other name from the first: "the mayor, and engineers who …"."""
    link = next((child for child in conjunct.children if relation(child) == "cc"), None)
    is_only = sum(relation(child) == "conj" for child in noun.children) == 1
    return is_only and link is not None and link.doc[link.i - 1].text == ","


def _is_left_out(token: Token, telling: Telling) -> bool:
    """Whether a word is a date, or belongs to one alone."""
    if token.i in telling.dated or (_leads_to_date(token, telling) and not any(token.children)):
        return True
    within = list(token.subtree)
    is_dated = any(each.i in telling.dated for each in within)
    return is_dated and all(each.i in telling.dated or each.tag_ == "POS" for each in within)


def _is_inner(mark: Token, noun: Token) -> bool:
    """Whether a mark stands inside a word, or in a list."""
    if mark.text in _INSIDE_WORDS:
        return True
    return mark.text == "," and relation(noun) == "conj" and mark.i < noun.i


def _phrase(verb: Token, telling: Telling, level: int) -> Tokens:
    """A clause that hangs on another, without its dates and those that hang on it in turn."""
    words = [verb, *(each for each in auxiliaries(verb) if each.i > verb.head.i or each.head == verb)]
    for child in verb.children:
        kind = relation(child)
        is_first = child.i < verb.i and kind in ("obl", "advmod", "punct") and not _goes_with(child, telling)
        if kind in _ASIDE or kind in ("conj", "cc") or is_first or _is_left_out(child, telling):
            continue
        if kind in ("xcomp", "ccomp", "csubj"):
            words += _phrase(child, telling, level)
        elif kind in ("obj", "iobj", "nsubj", "obl", "nmod"):
            words += noun_words(child, telling, level)
        elif not child.is_punct or child.text in _INSIDE_WORDS:
            words += [each for each in child.subtree if each.i not in telling.dated]
    return words if verb.pos_ == "VERB" else [*words, *noun_words(verb, telling, level)]


def in_order(words: Iterable[Token], verb: Token) -> Tokens:
    """What stood before the verb and does not belong to it comes last."""
    helpers = {verb, *auxiliaries(verb)}
    for child in verb.children:
        if relation(child) not in _BESIDE:
            helpers |= set(child.subtree)
    return sorted(set(words), key=lambda each: (each.i < verb.i and each not in helpers, each.i))
