"""Why an event has its date, in one or two sentences that a reader can check against the article."""

from timeline.events.dating import Dating
from timeline.events.kinds import Basis, Bound
from timeline.reading.document import Document
from timeline.text.spoken import spoken, spoken_day

_OPEN = {
    Bound.FROM: "The words give its begin alone.",
    Bound.UNTIL: "The words give its end alone.",
}


def why(dating: Dating, document: Document) -> str:
    """Why an event of `document` is dated as it is.

    >>> why(Dating(Basis.NONE), Document("one", "", "It rained.", None))
    'The text does not say when.'
    """
    timex = dating.timex
    if dating.interval is None:
        return "The text does not say when."
    if timex is None:
        told = f"the article was published on {spoken_day(document.dct.day)}" if document.dct else ""
        return f"The sentence gives no date; {told}, and tells it as the news of that day."
    sentences = [_whole(dating) or timex.why, _OPEN.get(dating.bound, "")]
    if dating.basis is Basis.CARRIED:
        sentences.insert(0, f"It goes on from what was told of “{_joined(timex.words)}” before.")
    elif dating.basis is Basis.SENTENCE:
        sentences.insert(0, f"“{_joined(timex.words)}” dates what its sentence tells beside it, too.")
    return " ".join(filter(None, sentences))


def _whole(dating: Dating) -> str:
    """Of a date that more words than those of the timex tell, such as both ends of a range."""
    if dating.interval == dating.timex.interval:
        return ""
    return f"All in all {spoken(dating.interval)}: {dating.timex.why}"


def _joined(words: str) -> str:
    return " ".join(words.split())
