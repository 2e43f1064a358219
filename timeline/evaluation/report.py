"""Annotated articles → a report: how right the tagger is, where it errs, and how fast it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from time import process_time

from timeline.evaluation.articles import AnnotatedArticle, annotate, as_annotations, to_line
from timeline.evaluation.scores import Match, Scores, align, error_classes, score

AROUND = 40  # characters of context beside an example


@dataclass(frozen=True, slots=True)
class Measured:
    """The matches of each article, their scores, the tagger's answers as JSON lines, characters per second."""

    matches: tuple[tuple[AnnotatedArticle, Match], ...]
    scores: Scores
    lines: tuple[str, ...]
    speed: float


def measure(articles: Iterable[AnnotatedArticle]) -> Measured:
    """Tag every article and compare with its annotations."""
    articles = list(articles)
    start = process_time()
    found = [annotate(article) for article in articles]
    seconds = process_time() - start
    matches = [
        (article, match)
        for article, timexes in zip(articles, found, strict=True)
        for match in align(article.annotations, as_annotations(timexes))
    ]
    lines = tuple(to_line(article, timexes) for article, timexes in zip(articles, found, strict=True))
    speed = sum(len(article.text) for article in articles) / max(seconds, 1e-9)
    return Measured(tuple(matches), score(match for _, match in matches), lines, speed)


def report(measured: Measured, examples: int = 0) -> str:
    """The figures in plain lines, with some examples of each class of errors."""
    scores = measured.scores
    lines = [f"{scores.gold} in the gold, {scores.found} found, {scores.matched} matched"]
    for name in ("strict", "relaxed", "type", "value"):
        lines.append(f"{name + ' F1':11} {100 * getattr(scores, name):6.2f}")
    lines.append("errors      " + ", ".join(f"{name} {count}" for name, count in scores.errors.items()))
    lines.append(f"{measured.speed:,.0f} characters per CPU second")
    for name in scores.errors:
        lines += _examples(measured, name, examples)
    return "\n".join(lines)


def _examples(measured: Measured, name: str, most: int) -> list[str]:
    field = "text" if name == "extent" else name
    chosen = [(article, match) for article, match in measured.matches if field in error_classes(match)]
    return [_example(name, article, match) for article, match in chosen[:most]]


def _example(name: str, article: AnnotatedArticle, match: Match) -> str:
    gold, found = match
    one = gold or found
    around = article.text[max(0, one.start - AROUND) : one.end + AROUND]
    told = [f"{each.text!r} {each.type} {each.value}" if each else "nothing" for each in (gold, found)]
    return f"{name}: gold {told[0]}; found {told[1]}; {article.id}: …{' '.join(around.split())}…"
