"""A saved web page: its article as plain text, and what the page says of it."""

import json
import re
from collections.abc import Iterator

from timeline.reading.decode import decode
from timeline.reading.raw import RawArticle, Unreadable, one_line

CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
HEAD_BYTES = 4096
SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]*\s*$")
NOT_ARTICLE = "//noscript | //template | //script[not(@type='application/ld+json')] | //style | //iframe"
OTHER_DATES = (
    "//meta[contains(@property, 'modified') or contains(@property, 'updated')"
    " or contains(@name, 'modified') or contains(@itemprop, 'odified')]"
    " | //aside//time | //nav//time | //footer//time"
)
PUBLISHED = (
    "//meta[@property='article:published_time' or @property='og:published_time'"
    " or @itemprop='datePublished' or @name='datePublished' or @name='pubdate' or @name='publishdate'"
    " or @name='publish-date' or @name='parsely-pub-date' or @name='date' or @name='dc.date'"
    " or @name='DC.date.issued' or @name='dcterms.issued']/@content"
    " | //*[@itemprop='datePublished']/@datetime | //time[@pubdate]/@datetime"
)
# No guessing from "Copyright 2024", no clock: a page that does not state its date has none.
DATE_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


def read_html(data: bytes, name: str) -> Iterator[RawArticle]:
    """The article of a page, without its scripts, menus and marks. Unreadable if it holds none."""
    page = _parse(decode(data, name, _charset(data)))
    published, language = _published(page), _language(page)
    found = _extract(page)
    if found is None or not _is_article(found.text or ""):
        raise Unreadable(f"{name} holds no article that was found: copy the article's words and paste them.")
    yield RawArticle(
        place=name,
        text=_with_paragraphs(found.text),
        title=one_line(found.title),
        published=published or one_line(found.date),
        source=one_line(found.sitename),
        url=one_line(found.url),
        language=language,
    )


def looks_like_html(data: bytes) -> bool:
    """Whether a file with another ending is a web page."""
    start = data[:HEAD_BYTES].replace(b"\0", b"").lower()
    return b"<html" in start or b"<!doctype html" in start


def _charset(data: bytes) -> str:
    declared = CHARSET.search(data[:HEAD_BYTES])
    return declared[1].decode("ascii", errors="ignore") if declared else ""


def _extract(page):
    """What trafilatura makes of the page: text, title, date, sitename and url; None if nothing."""
    from trafilatura import bare_extraction  # slow to import

    _drop(page, f"{NOT_ARTICLE} | {OTHER_DATES}")
    # The parsed tree, never a string: htmldate fetches a string that looks like an address.
    return bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params=DATE_SEARCH
    )


def _parse(text: str):
    """The page's tree; from bytes, as lxml refuses a string that names its encoding."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8")
    try:
        return html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except etree.ParserError:  # nothing but comments
        return html.document_fromstring("<html><body></body></html>")


def _published(page) -> str:
    stated = (one_line(words) for words in [*page.xpath(PUBLISHED), *_json_published(page)])
    return next(filter(None, stated), "")


def _json_published(page) -> Iterator[str]:
    """`datePublished` of the page's linked data (schema.org)."""
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        try:
            yield from _values_of("datePublished", json.loads(script))
        except (ValueError, RecursionError):
            continue


def _values_of(key: str, data) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (data[key],) if key in data else ()
    children = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for child in children:
        yield from _values_of(key, child)


def _language(page) -> str:
    return next(iter(page.xpath("/html/@lang | /html/@xml:lang")), "")


def _drop(page, xpath: str) -> None:
    for element in page.xpath(xpath):
        if element.getparent() is not None:
            element.drop_tree()


def _is_article(text: str) -> bool:
    """Menus and forms have no sentences."""
    return any(SENTENCE.search(line) and (" " in line or not line.isascii()) for line in text.split("\n"))


def _with_paragraphs(text: str) -> str:
    """Every block of the page as a paragraph of its own."""
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())
