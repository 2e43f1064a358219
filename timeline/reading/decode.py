"""Bytes → text: which encoding it is, and whether it is text at all."""

import codecs

from timeline.reading.raw import Unreadable

BOMS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark begins the same
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document (.docx, .odt, .epub)",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an office document (.doc)",
    b"{\\rtf": "a rich-text document (.rtf)",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF87a": "a picture (GIF)",
    b"GIF89a": "a picture (GIF)",
    b"\x1f\x8b": "a compressed archive (gzip)",
}
CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))
MOST_CONTROLS = 0.005
SAMPLE = 4096
SAVE_AS = "save the article as .txt, .md, .html or .jsonl, or copy its words and paste them."


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The text of a file, with "\\n" as its line end and no byte-order mark.

    Read as what its byte-order mark says, else UTF-16 if it is plainly that, else UTF-8, else the
    `declared` encoding, else Windows-1252 (Latin-1 with quotes). Unreadable if it is empty or no text.

    >>> decode("naïve\\r\\n".encode("latin-1"), "a.txt")
    'naïve\\n'
    """
    if not data:
        raise Unreadable(f"{name} is empty: choose a file that holds the article's text.")
    _refuse_known_formats(data, name)
    text = _to_text(data, declared).removeprefix("\ufeff")
    if _is_binary(text):
        raise Unreadable(f"{name} is not text but binary data: {SAVE_AS}")
    if not text.strip():
        raise Unreadable(f"{name} holds nothing but blanks: choose a file that holds the article's text.")
    return with_unix_lines(text)


def with_unix_lines(text: str) -> str:
    """The text with every line end as "\\n"."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_known_formats(data: bytes, name: str) -> None:
    for magic, kind in MAGIC.items():
        if data.startswith(magic):
            raise Unreadable(f"{name} is {kind}, not text: {SAVE_AS}")


def _to_text(data: bytes, declared: str) -> str:
    for bom, encoding in BOMS.items():
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    if encoding := _bare_utf16(data):
        return data.decode(encoding, errors="replace")
    return _utf8(data) or _declared(data, declared) or _western(data)


def _bare_utf16(data: bytes) -> str:
    """UTF-16 without its mark: most pairs have a zero, all on the same side."""
    even, odd = data[:SAMPLE:2].count(0), data[1:SAMPLE:2].count(0)
    pairs = min(len(data), SAMPLE) / 2
    if bool(even) == bool(odd) or (even or odd) < pairs / 2:
        return ""
    encoding = "utf-16-be" if even else "utf-16-le"
    return "" if _is_binary(data[:SAMPLE].decode(encoding, errors="replace")) else encoding


def _utf8(data: bytes) -> str:
    """The text if it is UTF-8, a few broken characters allowed (shown as �); else empty."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    foreign = len(text) - len(text.encode("ascii", errors="ignore"))
    return text if foreign - broken > broken else ""


def _declared(data: bytes, declared: str) -> str:
    try:
        return data.decode(declared, errors="replace") if declared else ""
    except LookupError:
        return ""


def _western(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _is_binary(text: str) -> bool:
    data = text.encode("utf-8", errors="replace")
    # A single stray one is no reason to refuse somebody's article.
    return len(data) - len(data.translate(None, CONTROLS)) > 1 + MOST_CONTROLS * len(data)
