"""One line for an event: who did what, to whom, where, in the words of the article and without its dates.

With a tree at hand a label is the clause itself, less the branches that it can do without; without one it is
the clause as it stands, shortened.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from timeline.events.actors import Cast
from timeline.events.kinds import Status
from timeline.events.label_choice import best_caption
from timeline.events.label_dates import token_dates
from timeline.events.label_pieces import Story
from timeline.events.label_text import MOST, best_label, capitalised, label_in, label_words, tidied
from timeline.events.label_verbs import denying_verb, tops
from timeline.events.nodes import Node, node_of
from timeline.model.parsing import LANGUAGE, Parsed

__all__ = ["MOST", "best_label", "label_in", "label_of"]

_SPEAKER_MOST = 40  # characters
_FRONT = 3  # words of a label within which its speaker's short name is enough


def label_of(
    parsed: Parsed,
    predicate: Token | Node,
    actors: Sequence[str] = (),
    attribution: str = "",
    status: Status = Status.HAPPENED,
    timexes: Sequence[tuple[int, int]] = (),
    cast: Cast | None = None,
) -> str:
    """A caption for what a predicate tells, of at most `MOST` characters.

    `timexes` are the offsets of the words that date it, which are left out with their prepositions; `cast`
    are the article's actors, by whose names pronouns are told.

    >>> from timeline.model import tokenise
    >>> from timeline.model.parsing import parse_together
    >>> text = "On Monday she broke off relations with Norland."
    >>> parsed = parse_together(tokenise(text), [(0, len(text))])
    >>> label_of(parsed, parsed.top(14, 19), ["Ana Roca"], timexes=[(3, 9)])
    'Ana Roca broke off relations with Norland'
    """
    predicate = node_of(predicate)
    dated = token_dates(parsed, predicate, timexes)
    story = Story(dated, tuple(actors), status, attribution, cast)
    label = best_caption(predicate, story, MOST).text
    denying = denying_verb(predicate) if status is Status.DENIED and not attribution else None
    if denying is not None and denying.text not in label.split():
        attribution = _unnamed()
    if not attribution or _is_named(attribution, label):
        return capitalised(label)
    name = tidied(attribution, _SPEAKER_MOST, label_words(LANGUAGE))
    speaker = name + (_denies(predicate, status) if name != _unnamed() else "") + ": "
    return capitalised(speaker + best_caption(predicate, story, MOST - len(speaker)).text)


def _unnamed() -> str:
    """What stands before what nobody with a name calls false."""
    return next(iter(label_words(LANGUAGE)["denied"]))


def _is_named(name: str, label: str) -> bool:
    """Whether a label tells whose words it is: it has the whole name, or the last of it near its front."""
    last, said = name.split()[-1].lower(), label.lower()
    front = [word.removesuffix("'s") for word in said.split()[:_FRONT]]
    return name.lower() in said or last in front


def _denies(predicate: Token, status: Status) -> str:
    """That somebody calls it false, where the clause itself does not say so."""
    if status is not Status.DENIED:
        return ""
    denying = label_words(LANGUAGE)["denying"]
    words = tops(predicate)[-1].subtree
    is_said = any(word.lower_ in denying or word.lemma_.lower() in denying for word in words)
    return "" if is_said else " denies"
