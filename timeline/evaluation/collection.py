"""How well the program reads an annotated collection: its development part and its test part, by language.

Examples of errors come from the development part alone: rules are never mended by what the test part says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.evaluation.gold import DatedAnnotation, Gold, as_dated
from timeline.evaluation.scores import Match, Scores, align, score
from timeline.reading import Document
from timeline.text.tag import tag

PARTS = ("development", "test")
AROUND = 40  # characters of context beside an example


@dataclass(frozen=True, slots=True)
class TimexFigures:
    """One row of the table: timex scores, and the share of the gold's timexes with the right interval."""

    part: str
    language: str
    articles: int
    scores: Scores
    interval: float


@dataclass(frozen=True, slots=True)
class CollectionReport:
    """The rows, and the development part's matches that are not right, with their articles."""

    rows: tuple[TimexFigures, ...]
    errors: tuple[tuple[Document, Match], ...]


def measure_collection(gold: Gold) -> CollectionReport:
    """Read every article and compare with its gold."""
    matches = {document.id: _matches(document, gold) for document in gold.documents}
    rows, errors = [], []
    for part, language, documents in parts_of(gold):
        found = [match for document in documents for match in matches[document.id]]
        rows.append(TimexFigures(part, language, len(documents), score(found), interval_accuracy(found)))
        if part == PARTS[0]:
            errors += [(each, match) for each in documents for match in matches[each.id] if _is_wrong(match)]
    return CollectionReport(tuple(rows), tuple(errors))


def interval_accuracy(matches: Sequence[Match]) -> float:
    """The share of the gold's timexes that were found with their first and last day; a timex without an
    interval has to be found without one.

    >>> one = DatedAnnotation(0, 7, "Tuesday", "DATE", "2019-03-26", ("2019-03-26", "2019-03-26"))
    >>> interval_accuracy([(one, one), (one, None)])
    0.5
    """
    told = [(gold, found) for gold, found in matches if gold is not None]
    right = sum(found is not None and found.interval == gold.interval for gold, found in told)
    return right / len(told) if told else 0.0


def collection_report(report: CollectionReport, examples: int = 0) -> str:
    """The table in plain lines, then examples of what is wrong in the development part."""
    lines = [f"{'part':12} {'language':8} articles timexes  strict relaxed   value interval"]
    for row in report.rows:
        figures = (row.scores.strict, row.scores.relaxed, row.scores.value, row.interval)
        told = " ".join(f"{100 * figure:7.1f}" for figure in figures)
        lines.append(f"{row.part:12} {row.language:8} {row.articles:8} {row.scores.gold:7} {told}")
    lines.append(
        "strict, relaxed and value F1 as in TempEval-3; interval: found with the right days; in percent"
    )
    if examples and report.errors:
        step = max(1, len(report.errors) // examples)
        lines.append(f"{len(report.errors)} timexes of the development part are not as in the gold, such as")
        lines += [f"    {_example(*each)}" for each in report.errors[::step][:examples]]
    return "\n".join(lines)


def _matches(document: Document, gold: Gold) -> list[Match]:
    day = document.dct.day if document.dct else None
    found = tag(document.text, day, document.language)
    return align(gold.timexes_of(document.id), tuple(map(as_dated, found)))


def parts_of(gold: Gold) -> Iterator[tuple[str, str, list[Document]]]:
    languages = sorted({document.language for document in gold.documents})
    for part in PARTS:
        here = [each for each in gold.documents if (each.id in gold.test) == (part == "test")]
        for language in languages:
            if chosen := [each for each in here if each.language == language]:
                yield part, language, chosen


def _is_wrong(match: Match) -> bool:
    gold, found = match
    if gold is None or found is None:
        return True
    return (gold.text, gold.value, gold.interval) != (found.text, found.value, found.interval)


def _example(document: Document, match: Match) -> str:
    one = match[0] or match[1]
    around = " ".join(document.text[max(0, one.start - AROUND) : one.end + AROUND].split())
    gold, found = (_told(each) for each in match)
    return f"gold {gold}; found {found}; {document.id}: …{around}…"


def _told(each: DatedAnnotation | None) -> str:
    return (
        f"{each.text!r} {each.type} {each.value} {'–'.join(each.interval)}".rstrip(" –")
        if each
        else "nothing"
    )
