"""Events and their mentions → the event table, and the table of the mentions."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import pandas as pd

from timeline.events.explain import why
from timeline.events.gazetteer import country_with_code
from timeline.events.kinds import UNREAL, Basis, Bound
from timeline.events.labels import best_label
from timeline.events.mention import Mention
from timeline.events.merge_mentions import key_of
from timeline.events.merging import Event
from timeline.events.ranking import Importance
from timeline.reading.document import Document
from timeline.table.schema import COLUMNS, MENTION_COLUMNS, as_table, checked, checked_mentions
from timeline.temporal.interval import Interval
from timeline.text.spoken import spoken
from timeline.text.timex import Reading

SEPARATOR = "; "
_FIRMNESS = {"clause": 0, "sentence": 0, "carried": 1, "publication": 2, "none": 3}


class Tables(NamedTuple):
    """The event table, and the table of all mentions, also of those that no date puts on it."""

    events: pd.DataFrame
    mentions: pd.DataFrame


def build_tables(
    told: Sequence[tuple[Document, Mention]],
    events: Sequence[Event],
    importance: Mapping[str, Importance],
) -> Tables:
    """The tables of some mentions and of the events that they tell."""
    rows = {key_of(mention, document): _told(document, mention) for document, mention in told}
    dated = [event for event in events if event.interval is not None]
    event_of = {key: event.key for event in dated for key in event.mentions}
    mentions = [{"id": key, "event": event_of.get(key, ""), **row} for key, row in rows.items()]
    drawn = {event.key for event in dated}
    merged = [_merged(event, rows, importance[event.key], drawn) for event in dated]
    table = as_table(merged, COLUMNS).sort_values(["start", "end", "id"], kind="stable", ignore_index=True)
    return Tables(checked(table), checked_mentions(as_table(mentions, MENTION_COLUMNS)))


def _merged(
    event: Event, rows: Mapping[str, dict], importance: Importance, drawn: set[str]
) -> dict[str, object]:
    """A row of the event table: of the mention that tells the event best, with what all of them say together."""
    mentions = [rows[key] for key in event.mentions]
    best = rows[_best(event, rows)]
    return {
        **best,
        "id": event.key,
        "status": event.status.value,
        **{name: _together(best, mentions, name) for name in ("actors", "countries", "places")},
        "mentions": len(mentions),
        "articles": importance.articles,
        "sources": SEPARATOR.join(dict.fromkeys(row["source"] for row in mentions if row["source"])),
        "titles": SEPARATOR.join(dict.fromkeys(row["title"] for row in mentions if row["title"])),
        "disagree": event.disagrees,
        "narrowed": event.is_narrowed,
        "looking_back": importance.looking_back,
        "prominence": importance.prominence,
        "importance": importance.score,
        "links": "\n".join(_links(event, drawn)),
    }


def _best(event: Event, rows: Mapping[str, dict]) -> str:
    """The mention that shows an event: of those whose date and status are the event's and that are dated most
    firmly the one with the best label; of equals the earliest published."""
    own = [
        each
        for telling in event.tellings
        if (telling.interval, telling.bound) == (event.interval, event.bound)
        for each in telling.mentions
    ]
    same = [key for key in own if rows[key]["status"] == event.status.value] or own
    firmest = min(_FIRMNESS[rows[key]["basis"]] for key in same)
    firm = [key for key in same if _FIRMNESS[rows[key]["basis"]] == firmest]
    label = best_label([rows[key]["label"] for key in firm])
    return min(
        (key for key in firm if rows[key]["label"] == label), key=lambda key: (_published(rows[key]), key)
    )


def _published(row: dict) -> pd.Timestamp:
    return row["published"] if not pd.isna(row["published"]) else pd.Timestamp.max


def _together(best: dict, rows: Sequence[dict], name: str) -> str:
    """The names that several mentions give, those of the best one first."""
    cells = (row[name] for row in (best, *rows))
    return SEPARATOR.join(dict.fromkeys(each for cell in cells for each in cell.split(SEPARATOR) if each))


def _links(event: Event, drawn: set[str]) -> list[str]:
    found = []
    for link in event.links:
        other = link.target if link.source == event.key else link.source
        if other in drawn:
            found.append(f"{'became' if link.source == event.key else link.kind.value} {other}")
    return found


def _told(document: Document, mention: Mention) -> dict[str, object]:
    text, dct, stance = document.text, document.dct, mention.stance
    return {
        "label": mention.label,
        **_when(document, mention),
        "status": stance.status.value,
        "cue": " ".join(text[slice(*stance.cue)].split()) if stance.cue else "",
        "attribution": stance.attribution,
        **_who_and_where(mention),
        "category": mention.category.value,
        **_spans(text, mention),
        "article_id": document.id,
        "title": document.title,
        "source": document.source,
        "url": document.url,
        "published": pd.Timestamp(dct.day) if dct else pd.NaT,
    }


def _when(document: Document, mention: Mention) -> dict[str, object]:
    dating, timex = mention.dating, mention.dating.timex
    stretch = _stretch(mention, document)
    start = mention.span[0]
    return {
        "start": stretch.start if stretch else pd.NaT,
        "end": stretch.end if stretch else pd.NaT,
        "granularity": stretch.granularity.word if stretch else "day",
        "soft_start": bool(stretch and stretch.soft_start),
        "soft_end": bool(stretch and stretch.soft_end),
        "bound": dating.bound.value,
        "value": _value(mention),
        "words": timex.words if timex else "",
        "words_start": timex.start if timex else start,
        "words_end": timex.end if timex else start,
        "why": why(dating, document),
        "alternatives": "\n".join(map(told, timex.alternatives)) if timex else "",
        "basis": dating.basis.value,
        "anchoring": _anchoring(mention),
    }


def _value(mention: Mention) -> str:
    dating = mention.dating
    if dating.timex is not None:
        return dating.timex.value
    return dating.interval.first_day.isoformat() if dating.interval else ""


def _anchoring(mention: Mention) -> str:
    dating = mention.dating
    if dating.timex is None:
        return "publication"
    return "relative" if dating.timex.is_relative or dating.basis is Basis.CARRIED else "stated"


def _stretch(mention: Mention, document: Document) -> Interval | None:
    """The interval as it is drawn: an end that the words leave open lies, as far as is known, at the day of
    publication, or else it is soft."""
    dating = mention.dating
    if dating.interval is None or dating.bound is Bound.WITHIN:
        return dating.interval
    start, end = dating.interval.start, dating.interval.end
    published = Interval.of_day(document.dct.day) if document.dct else dating.interval
    is_past = mention.stance.status not in UNREAL
    if dating.bound is Bound.FROM:
        end = max(end, published.end) if is_past else end
        return _between(start, end, dating.interval, soft_start=dating.interval.soft_start, soft_end=True)
    start = start if is_past else min(start, published.start)
    return _between(start, end, dating.interval, soft_start=True, soft_end=dating.interval.soft_end)


def _between(start: datetime, end: datetime, told: Interval, *, soft_start: bool, soft_end: bool) -> Interval:
    return Interval(start, end, told.granularity, soft_start, soft_end)


def _who_and_where(mention: Mention) -> dict[str, object]:
    countries = (country_with_code(actor.country) for actor in mention.actors if actor.country)
    known = next((place for place in mention.places if place.latitude is not None), None)
    return {
        "actors": SEPARATOR.join(actor.name for actor in mention.actors),
        "countries": SEPARATOR.join(dict.fromkeys(each.name for each in countries if each)),
        "places": SEPARATOR.join(place.name for place in mention.places),
        "latitude": known.latitude if known else None,
        "longitude": known.longitude if known else None,
    }


def _spans(text: str, mention: Mention) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, (start, end) in (("clause", mention.clause), ("sentence", mention.sentence)):
        found |= {name: text[start:end], f"{name}_start": start, f"{name}_end": end}
    return found


def told(reading: Reading) -> str:
    """A meaning that words may have as well, on one line: its date in plain words, then the reason."""
    date = spoken(reading.interval) if reading.interval else reading.value
    return " ".join(f"{date} — {reading.why}".split())
