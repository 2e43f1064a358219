"""A raw article → a document: its text cleaned, its title, date, language and id settled."""

import re
from datetime import date
from hashlib import sha256
from unicodedata import normalize

from timeline.reading.dateline import find_datelines
from timeline.reading.days import is_ambiguous, parse_day, say_day
from timeline.reading.decode import with_unix_lines
from timeline.reading.document import GENRES, Dct, DctSource, Document, Problem, Reading
from timeline.reading.filename import find_day_in_name, stem_of, title_from_name
from timeline.reading.language import detect_language
from timeline.reading.raw import RawArticle, one_line, without_half_pairs
from timeline.reading.titles import find_title

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")
WEB_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)


def settle(
    raw: RawArticle, name: str, *, today: date | None, day: date | None, language: str = ""
) -> Reading:
    """The document of one raw article from the file `name`, and what is odd about it.

    `day` and `language` are a publication date and a language given by a person; a date after `today` is
    kept and reported. A language that nobody states is told from the text's words.
    """
    text = clean(raw.text)
    if not text.strip():
        sentence = f"{raw.place} has no text: add the article's words to it."
        return Reading(problems=(Problem(raw.place, sentence),))
    language = _code(language) or _code(raw.language) or detect_language(text)
    dct = _find_dct(raw, text, name, day, language)
    document = Document(
        id=raw.id or _stable_id(raw, name),
        title=one_line(raw.title) or one_line(find_title(text, title_from_name(name))),
        text=text,
        dct=dct,
        language=LANGUAGE.match(language)[0].lower(),
        source=one_line(raw.source),
        note=one_line(raw.note),
        url=raw.url if WEB_ADDRESS.match(raw.url) else "",
        genre=_genre(raw),
    )
    found = _odd_characters(text), _odd_date(raw, dct, language), _in_future(dct, today), _odd_genre(raw)
    oddities = filter(None, found)
    return Reading(
        (document,), tuple(Problem(raw.place, f"{raw.place} {each}", kept=True) for each in oddities)
    )


def clean(text: str) -> str:
    """The same characters, but for line ends, a byte-order mark and what no file can hold."""
    return with_unix_lines(without_half_pairs(text).removeprefix("\ufeff"))


def _code(language: str) -> str:
    """A stated language with its region ("en-GB"), which tells the order of day and month; else empty."""
    return language.replace("_", "-") if LANGUAGE.match(language) else ""


def _genre(raw: RawArticle) -> str:
    """How the article says that it counts its dates; empty if it says nothing that is known."""
    return raw.genre.lower() if raw.genre.lower() in GENRES else ""


def _find_dct(raw: RawArticle, text: str, name: str, day: date | None, language: str) -> Dct | None:
    """The publication date: as given, else by the metadata, else by the text's dateline, else by the name."""
    datelines = find_datelines(text, language)
    if day:
        dct = Dct(day, DctSource.GIVEN, day.isoformat())
    elif published := parse_day(raw.published, language):
        dct = Dct(published, raw.found_in, raw.published)
    else:
        return next(iter(datelines), None) or find_day_in_name(name)
    spans = [each.span for each in datelines if each.day == dct.day]
    return Dct(dct.day, dct.found_in, dct.words, spans[0] if spans else None)


def _stable_id(raw: RawArticle, name: str) -> str:
    """Readable and the same for the same article; another wording or date gives another id."""
    told = "\x1f".join((raw.text, raw.title, raw.published, raw.source, raw.url, raw.language, *_said(raw)))
    digest = sha256(told.encode("utf-8", errors="replace")).hexdigest()[:8]
    ascii_stem = normalize("NFKD", stem_of(name)).encode("ascii", errors="ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_stem).strip("-")[:60]
    return f"{slug or 'article'}-{digest}"


def _said(raw: RawArticle) -> tuple[str, ...]:
    """The genre that an article states, so that the same words read otherwise are another article."""
    return (_genre(raw),) if _genre(raw) else ()


def _odd_characters(text: str) -> str:
    if "\ufffd" not in text:
        return ""
    return "has characters that could not be read (shown as �): save it as UTF-8 and add it again."


def _odd_date(raw: RawArticle, dct: Dct | None, language: str) -> str:
    """What is wrong with the publication date's words, if anything."""
    unread = ""
    if raw.published:
        unread = f"gives its publication date as “{raw.published[:60]}”, which is not a full date"
    if dct is None:
        why = unread or "has no publication date that could be found"
        return f"{why}: give its date, as nothing relative in it (“on Monday”) can be placed until then."
    if unread and dct.found_in in (DctSource.DATELINE, DctSource.FILE_NAME):
        return f"{unread}: {say_day(dct.day)}, from its {dct.found_in}, is taken instead; check it."
    if dct.found_in is not DctSource.GIVEN and is_ambiguous(dct.words, language):
        return f"gives its publication date as {dct.words}, read here as {say_day(dct.day)}: check it."
    return ""


def _in_future(dct: Dct | None, today: date | None) -> str:
    if not dct or not today or dct.day <= today:
        return ""
    return f"is dated {say_day(dct.day)}, which is in the future: check its publication date."


def _odd_genre(raw: RawArticle) -> str:
    if not raw.genre or _genre(raw):
        return ""
    return f"gives its genre as “{raw.genre[:60]}”, which was passed over: write {' or '.join(GENRES)} there."
