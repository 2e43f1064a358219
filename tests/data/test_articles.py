"""The shipped articles are what a newcomer sees first: whole, dated, and honest about what they are.

How many there are, of which desks and how long: `tests/evaluation/test_gold.py`.
"""

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import frontmatter
import pytest

FILES = sorted(Path(__file__).parents[2].joinpath("data", "articles").glob("*.md"))
KEYS = {"id", "title", "outlet", "published", "language", "licence", "note", "sources"}

each_article = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def day_of(article):
    """The publication day, of a date or of a time with its zone."""
    return date.fromisoformat(str(article["published"])[:10])


@each_article
def test_front_matter_is_complete(path):
    metadata = frontmatter.load(path).metadata
    assert set(metadata) == KEYS
    assert all(metadata.values())
    assert metadata["id"] == path.stem


@each_article
def test_an_article_says_that_it_is_no_real_news_report(path):
    article = frontmatter.load(path)
    assert article["note"].startswith("Demonstration text") and "not a real news report" in article["note"]
    assert article["licence"] == "CC BY 4.0"


@each_article
def test_publication_date_is_the_one_in_the_file_name(path):
    assert path.stem.startswith(day_of(frontmatter.load(path)).isoformat())


@each_article
def test_body_is_a_short_article_in_paragraphs(path):
    assert len(frontmatter.load(path).content.split("\n\n")) >= 3


@each_article
def test_body_does_not_repeat_the_title(path):
    article = frontmatter.load(path)
    assert article["title"] not in article.content


@each_article
def test_sources_are_addresses(path):
    for source in frontmatter.load(path)["sources"]:
        address = urlsplit(source)
        assert address.scheme in {"http", "https"} and "." in address.netloc and " " not in source


def test_ids_are_unique():
    ids = [frontmatter.load(path)["id"] for path in FILES]
    assert len(ids) == len(set(ids))


def test_an_article_of_27_march_2019_or_the_day_after_is_about_the_russian_planes():
    near = [frontmatter.load(path) for path in FILES if path.stem[:10] in ("2019-03-27", "2019-03-28")]
    assert any("Russia" in article.content and "aircraft" in article.content for article in near)
