"""Annotated articles → a report: how right the tagger is, where it errs, and how fast it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from time import process_time

from timeline.evaluation.articles import AnnotatedArticle, annotate, as_annotations, to_line
from timeline.evaluation.scores import ERROR_CLASSES, Match, Scores, align, error_classes, score
from timeline.reading.language import detect_language
from timeline.text.genre import Genre
from timeline.text.tag import tag

AROUND = 40  # characters of context beside an example


@dataclass(frozen=True, slots=True)
class Measured:
    """The matches of each article, their scores, the tagger's answers as JSON lines, its speed."""

    matches: tuple[tuple[AnnotatedArticle, Match], ...]
    scores: Scores
    lines: tuple[str, ...]
    characters: int
    seconds: float


def measure(articles: Iterable[AnnotatedArticle], genre: Genre | None = None, language: str = "") -> Measured:
    """Tag every article, as a text of this `genre` and `language` if they are given, and compare with its
    annotations; `seconds` are the processor's, without start-up."""
    articles = list(articles)
    for each in {language or detect_language(article.text) for article in articles}:
        tag("today", None, each)  # loads the language file, which is no part of the speed
    start = process_time()
    found = [annotate(article, language, genre) for article in articles]
    seconds = process_time() - start
    matches = [
        (article, match)
        for article, timexes in zip(articles, found, strict=True)
        for match in align(article.annotations, as_annotations(timexes))
    ]
    lines = tuple(to_line(article, timexes) for article, timexes in zip(articles, found, strict=True))
    characters = sum(len(article.text) for article in articles)
    return Measured(tuple(matches), score(match for _, match in matches), lines, characters, seconds)


def report(measured: Measured, examples: int = 0) -> str:
    """The figures in plain lines: the scores, the speed, and each class of errors with some examples."""
    scores, speed = measured.scores, measured.characters / max(measured.seconds, 1e-9)
    lines = [f"{scores.gold:,} in the gold, {scores.found:,} found, {scores.matched:,} matched"]
    lines += [
        f"{name + ' F1':11} {100 * getattr(scores, name):6.2f}"
        for name in ("strict", "relaxed", "type", "value")
    ]
    lines.append(
        f"{speed:,.0f} characters per CPU second ({measured.characters:,} in {measured.seconds:.2f} s)"
    )
    for name in ERROR_CLASSES:
        lines.append(f"{name:11} {scores.errors.get(name, 0):6,} errors")
        lines += _examples(measured, name, examples)
    return "\n".join(lines)


def _examples(measured: Measured, name: str, most: int) -> list[str]:
    """Some of a class, spread evenly over all of them."""
    chosen = [(article, match) for article, match in measured.matches if name in error_classes(match)]
    step = max(1, len(chosen) // max(1, most))
    return [f"    {_example(article, match)}" for article, match in chosen[::step][:most]]


def _example(article: AnnotatedArticle, match: Match) -> str:
    gold, found = match
    one = gold or found
    around = article.text[max(0, one.start - AROUND) : one.end + AROUND]
    told = [f"{each.text!r} {each.type} {each.value}" if each else "nothing" for each in (gold, found)]
    return f"gold {told[0]}; found {told[1]}; {article.id}: …{' '.join(around.split())}…"
