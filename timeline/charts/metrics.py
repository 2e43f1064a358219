"""How wide text is, without asking a font: safe for every font of the charts' stack."""

import unicodedata
from functools import lru_cache

FONT_STACK = "'Noto Sans', Arial, 'Liberation Sans', Helvetica, sans-serif"
# Only fonts of the reader's machine: an image exported in the browser cannot use a page's web fonts, and the
# picture on the screen and the exported one must agree.

ELLIPSIS = "…"
_UNKNOWN_EMS = 1.0
_BOLD_FACTOR = 1.25

# Ems → characters; the widest of DejaVu Sans (a common last resort), Liberation Sans (as wide as Arial and
# Helvetica) and Noto Sans, rounded up. Accented letters are as wide as their base letter.
_CHARACTERS = {
    0.28: "'ijlıіїј",
    0.30: "ł",
    0.32: " ,.‘’‚·",
    0.34: ":;IΙΪІЇ",
    0.36: "fίι",
    0.38: "-/\\",
    0.40: "()[]t‹›",
    0.42: "!r¡",
    0.46: '"',
    0.50: "J`°Ј",
    0.52: "“”„",
    0.54: "szгзґѕ",
    0.56: "*?L_c|–§†Γέεζνξсэє",
    0.58: "kŁχ",
    0.60: "vxy•γκλςвтухьў",
    0.62: "FTaeoøð«»¿ΤΰδθοτυГТабекочяҐ",
    0.64: "$0123456789bdghnpqu{}ßđþŋ€£¥ΣήβημρσУлрЎђ",
    0.66: "ΞάαЗийнпћџ",
    0.68: "EKPSYÞΕΚΡΥΫЕРЅ",
    0.70: "ABVXZħΑΒΔΖΛΧπАБВХЧЬдц",
    0.72: "КЭъЄ",
    0.74: "CRUφСЯ",
    0.76: "HNΗΝΠЛНПмЏ",
    0.78: "&DGĐÐψИЙЦ",
    0.80: "OQØΘΟΩДОы",
    0.82: "wΦ",
    0.84: "#+<=>^~×±−ΨωЪ",
    0.86: "фюЋ",
    0.88: "ФЂ",
    0.90: "Ыњ",
    0.92: "MĦΜМжшљ",
    0.96: "%щ",
    0.98: "m½¼¾",
    1.00: "WæÆ—…™→←",
    1.02: "@",
    1.04: "œ",
    1.06: "Њ",
    1.08: "Œ№ЖШЮ",
    1.10: "ЩЉ",
}
_EMS = {character: ems for ems, characters in _CHARACTERS.items() for character in characters}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels that one line of `text` takes at most, at a font size in pixels.

    >>> text_width("Il", 10) < text_width("mW", 10)
    True
    >>> text_width("é", 10) == text_width("e", 10)
    True
    """
    return sum(map(_ems, text)) * size * (_BOLD_FACTOR if bold else 1)


@lru_cache(maxsize=4096)
def _ems(character: str) -> float:
    if character in _EMS:
        return _EMS[character]
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf"):
        return 0.0
    base = unicodedata.normalize("NFD", character)[0]
    if base in _EMS:
        return _EMS[base]
    return 1.4 if category == "So" else _UNKNOWN_EMS  # an emoji is wider than a letter


def shorten(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """`text`, cut at a word and marked with "…" if it is wider than `width`; empty if nothing fits.

    >>> shorten("Aid convoys blocked at the border", 100, 13)
    'Aid convoys…'
    >>> shorten("Unbreakable", 40, 13)
    'Unb…'
    >>> shorten("Unbreakable", 5, 13)
    ''
    """
    if text_width(text, size, bold=bold) <= width:
        return text
    cut = _longest_start(text, width - text_width(ELLIPSIS, size, bold=bold), size, bold)
    kept = text[:cut].rstrip()
    if cut < len(text) and not text[cut].isspace() and (space := kept.rfind(" ")) >= cut / 2:
        kept = kept[:space]
    kept = kept.rstrip(" ,;:–—-(“")
    return kept + ELLIPSIS if kept else ""


def _longest_start(text: str, width: float, size: float, bold: bool) -> int:
    """How many leading characters of `text` fit into `width`."""
    used = 0.0
    for place, character in enumerate(text):
        used += text_width(character, size, bold=bold)
        if used > width:
            return place
    return len(text)


def wrap(text: str, width: float, size: float, *, bold: bool = False, lines: int = 99) -> tuple[str, ...]:
    """`text` as at most `lines` lines that fit into `width`, broken at spaces; the last one is shortened.

    >>> wrap("Security forces", 90, 13)
    ('Security', 'forces')
    """
    wrapped: list[str] = []
    rest = text.split()
    while rest and len(wrapped) < lines - 1:
        taken = 1
        while taken < len(rest) and text_width(" ".join(rest[: taken + 1]), size, bold=bold) <= width:
            taken += 1
        wrapped.append(shorten(" ".join(rest[:taken]), width, size, bold=bold))
        rest = rest[taken:]
    if rest:
        wrapped.append(shorten(" ".join(rest), width, size, bold=bold))
    return tuple(wrapped)
