"""The shipped articles are what a newcomer sees first: whole, dated, and honest about what they are."""

from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import frontmatter
import pytest

FILES = sorted(Path(__file__).parents[2].joinpath("data", "articles").glob("*.md"))
KEYS = {"id", "title", "source", "published", "language", "licence", "note", "sources"}

each_article = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def test_there_are_enough_articles_to_fill_a_timeline():
    assert len(FILES) >= 8


@each_article
def test_front_matter_is_complete(path):
    metadata = frontmatter.load(path).metadata
    assert set(metadata) == KEYS
    assert all(metadata.values())
    assert metadata["id"] == path.stem


@each_article
def test_an_article_says_that_it_is_no_real_news_report(path):
    article = frontmatter.load(path)
    assert article["note"] == "Written for this project from public facts; not a real news report."
    assert article["licence"] == "CC BY 4.0"


@each_article
def test_publication_date_is_the_one_in_the_file_name(path):
    published = date.fromisoformat(str(frontmatter.load(path)["published"]))
    assert path.stem.startswith(published.isoformat())


@each_article
def test_body_is_a_short_article_in_paragraphs(path):
    body = frontmatter.load(path).content
    assert 120 <= len(body.split()) <= 250
    assert len(body.split("\n\n")) >= 3


@each_article
def test_body_repeats_neither_title_nor_publication_date(path):
    article = frontmatter.load(path)
    published = date.fromisoformat(str(article["published"]))
    assert article["title"] not in article.content
    assert f"{published.day} {published:%B}" not in article.content
    assert f"{published:%B} {published.day}" not in article.content


@each_article
def test_sources_are_addresses(path):
    for source in frontmatter.load(path)["sources"]:
        address = urlsplit(source)
        assert address.scheme in {"http", "https"} and "." in address.netloc and " " not in source


def test_ids_are_unique():
    ids = [frontmatter.load(path)["id"] for path in FILES]
    assert len(ids) == len(set(ids))


def test_several_desks_report():
    assert len({frontmatter.load(path)["source"] for path in FILES}) >= 3


def test_the_article_of_27_march_2019_is_about_the_russian_planes():
    of_that_day = [frontmatter.load(path) for path in FILES if path.stem.startswith("2019-03-27")]
    assert any("Russia" in article.content and "planes" in article.content for article in of_that_day)
