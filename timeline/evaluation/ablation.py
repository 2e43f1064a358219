"""What each refinement gains: value F1 with all of them, and with each left out.

`python -m timeline.evaluation.ablation GOLD…` prints the table.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from timeline.evaluation.articles import AnnotatedArticle, BadGold, as_annotations, read_gold
from timeline.evaluation.scores import Scores, align, score
from timeline.model import tokenise
from timeline.text.place import place
from timeline.text.setting import ALL, Refinement
from timeline.text.tag import find_in_setting


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


def main(paths: list[str]) -> None:
    try:
        articles = read_gold(map(Path, paths))
    except BadGold as error:
        sys.exit(str(error))
    for name, value in ablate(articles).items():
        print(f"{name:28} {value:6.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
