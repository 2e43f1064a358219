"""What later articles come back to matters more than what was only announced, or told by one wire."""

from dataclasses import replace
from datetime import date

from timeline.events.kinds import Bound, Status
from timeline.events.merging import Event, Source, Trace
from timeline.events.ranking import rank
from timeline.temporal.interval import Interval

DAY = date(2019, 3, 1)


def event(key: str, *mentions: str, day: date | None = DAY, status: Status = Status.HAPPENED) -> Event:
    return Event(key, mentions, status, Interval.of_day(day) if day else None, Bound.WITHIN)


def source(article: str, day: date = DAY, group: str = "", outlet: str = "") -> Source:
    return Source(article, group or article, outlet or article, day)


def scores(events: list[Event], sources: list[Source]) -> dict[str, float]:
    traces = [Trace(key, key[0], "fall") for each in events for key in each.mentions]
    return {key: part.score for key, part in rank(events, traces, sources).items()}


def test_copies_of_one_wire_count_once():
    events = [event("a1", "a1", "b1"), event("c1", "c1", "d1")]
    found = scores(
        events, [source("a", group="a"), source("b", group="a", outlet="a"), source("c"), source("d")]
    )
    assert found["c1"] > found["a1"]


def test_to_look_back_weighs_more_than_to_tell_on_the_day():
    events = [event("a1", "a1"), event("b1", "b1")]
    found = scores(events, [source("a"), source("b", date(2019, 4, 20))])
    assert found["b1"] > found["a1"]


def test_what_happened_weighs_more_than_a_plan():
    found = scores([event("a1", "a1"), event("b1", "b1", status=Status.PLANNED)], [source("a"), source("b")])
    assert found["a1"] > found["b1"]


def test_what_opens_an_article_weighs_more():
    events = [event("a1", "a1"), event("b1", "b1")]
    traces = [Trace("a1", "a", "fall"), replace(Trace("b1", "b", "fall"), offset=4_000)]
    found = rank(events, traces, [source("a"), source("b")])
    assert found["a1"].prominence > found["b1"].prominence
    assert list(found) == ["a1", "b1"]
