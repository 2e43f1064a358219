"""What each refinement gains: value F1 with all of them, and with each left out; and how often a bare
weekday, month or day of a month is placed on the wrong side, with the model and by words alone.

`python -m timeline.evaluation.ablation GOLD…` prints both tables.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from timeline.evaluation.articles import AnnotatedArticle, BadGold, as_annotations, read_gold
from timeline.evaluation.scores import Scores, align, score
from timeline.model import tokenise
from timeline.temporal.cycle import DayOfMonth, Month, MonthDay, Weekday
from timeline.temporal.expression import Direction, cycle_of, is_open
from timeline.text.place import place
from timeline.text.placing import place_one
from timeline.text.setting import ALL, Refinement, Setting
from timeline.text.tag import find_in_setting
from timeline.text.timex import Timex

LOOKS = (Direction.PAST, Direction.FUTURE)
SIDED = {Weekday: "weekday", Month: "month", MonthDay: "day of a month", DayOfMonth: "day of a month"}


def measure_with(
    articles: Iterable[AnnotatedArticle], refinements: frozenset[Refinement], language: str = "en"
) -> Scores:
    """The scores that the tagger reaches with some refinements only."""
    matches = []
    for article in articles:
        doc = tokenise(article.text, language)
        timexes, setting = find_in_setting(doc, article.day, language, article.text, refinements=refinements)
        matches += align(article.annotations, as_annotations(place(timexes, setting)))
    return score(matches)


def ablate(articles: Iterable[AnnotatedArticle]) -> dict[str, float]:
    """Value F1, in percent, with all refinements, without each, and with none."""
    articles = list(articles)
    left_out = {"all": frozenset(), **{f"without {each}": {each} for each in Refinement}, "none": ALL}
    return {name: 100 * measure_with(articles, ALL - out).value for name, out in left_out.items()}


def wrong_sides(
    articles: Iterable[AnnotatedArticle], refinements: frozenset[Refinement] = ALL, language: str = "en"
) -> dict[str, tuple[int, int]]:
    """Of bare weekdays, months and days of a month: how many are placed in the past where the annotated
    value lies ahead or the other way round, and how many there are."""
    counts = {name: (0, 0) for name in SIDED.values()}
    for article in articles:
        doc = tokenise(article.text, language)
        timexes, setting = find_in_setting(doc, article.day, language, article.text, refinements=refinements)
        values = {(each.start, each.end): each.value for each in article.annotations}
        for timex, placed in zip(timexes, place(timexes, setting), strict=True):
            name = SIDED.get(type(cycle_of(timex.expression)))
            value = values.get((timex.start, timex.end))
            if name and value and is_open(timex.expression) and value in _sides(timex, setting):
                wrong, all_of_them = counts[name]
                counts[name] = wrong + (placed.value != value), all_of_them + 1
    return counts


def _sides(timex: Timex, setting: Setting) -> set[str]:
    """The values of a timex before and after publication, if they differ."""
    sides = {place_one(timex, setting.publication, direction=side).value for side in LOOKS}
    return sides if len(sides) > 1 else set()


def main(paths: list[str]) -> None:
    try:
        articles = read_gold(map(Path, paths))
    except BadGold as error:
        sys.exit(str(error))
    if not articles:
        sys.exit("No annotated article: name gold such as GOLD.jsonl.")
    for name, value in ablate(articles).items():
        print(f"{name:28} {value:6.2f}")
    words = wrong_sides(articles, ALL - {Refinement.MODEL})
    for name, (wrong, number) in wrong_sides(articles).items():
        print(f"{name + ' on the wrong side':28} {wrong:4} of {number}; by words alone {words[name][0]}")


if __name__ == "__main__":
    main(sys.argv[1:])
