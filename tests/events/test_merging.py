"""Mentions of one happening become one event; what is another, by status, date or doing, stays another."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.events.kinds import Basis, Bound, Category, Status
from timeline.events.merging import LinkKind, Source, Trace, merge
from timeline.temporal.granularity import Granularity
from timeline.temporal.interval import Interval

MONDAY = Interval.of_day(date(2019, 3, 25))
TUESDAY = Interval.of_day(date(2019, 3, 26))
FRIDAY = Interval.of_day(date(2019, 3, 29))
MARCH = Interval(datetime(2019, 3, 1), datetime(2019, 4, 1), Granularity.MONTH)
QUAKE = Trace(
    "a:1",
    "a",
    "strike",
    category=Category.INFRASTRUCTURE,
    interval=MONDAY,
    basis=Basis.CLAUSE,
    places=frozenset(["Port Alba"]),
    subjects=frozenset(["earthquake"]),
    objects=frozenset(["alba"]),
    sentence=frozenset(["earthquake", "strike", "alba", "northern", "coast", "topple", "chimney"]),
)
WORDS = frozenset(["earthquake", "alba", "chimney", "rubble", "seismologist", "aftershock", "harbour"])
ARTICLES = [
    Source(key, key, f"outlet {key}", date(2019, 3, 30), "en", WORDS | {f"word{key}"}) for key in "abcdefgh"
]


def told_by(article: str, trace: Trace = QUAKE, **others) -> Trace:
    return replace(trace, key=f"{article}:1", article=article, **others)


def groups(*traces: Trace) -> list[tuple[str, ...]]:
    return [event.mentions for event in merge(traces, ARTICLES)]


def test_one_happening_in_two_articles_is_one_event():
    assert groups(QUAKE, told_by("b", lemma="hit")) == [("a:1", "b:1")]


@pytest.mark.parametrize(
    "other",
    [
        {"status": Status.PLANNED},
        {"status": Status.DENIED},
        {"interval": FRIDAY},
        {
            "lemma": "meet",
            "category": Category.DIPLOMACY,
            "subjects": frozenset(["minister"]),
            "objects": frozenset(["envoy"]),
            "places": frozenset(["Sudria"]),
            "sentence": frozenset(["minister", "meet", "envoy", "talk"]),
        },
    ],
    ids=["a plan", "a denial", "another day", "another doing"],
)
def test_what_is_another_stays_another(other):
    assert len(groups(QUAKE, told_by("b", **other))) == 2


def test_what_one_asserts_and_another_tells_as_somebodys_words_is_one_event():
    [event] = merge([QUAKE, told_by("b", status=Status.ALLEGED)], ARTICLES)
    assert event.status is Status.HAPPENED


def test_a_precise_date_beats_a_vague_one():
    [event] = merge([told_by("a", interval=MARCH), told_by("b"), told_by("c", interval=MARCH)], ARTICLES)
    assert event.interval == MONDAY
    assert event.is_narrowed
    assert not event.disagrees
    assert [telling.articles for telling in event.tellings] == [1, 2]


def test_a_day_beats_a_weekend_that_more_articles_tell():
    weekend = Interval(datetime(2019, 3, 23), datetime(2019, 3, 25), Granularity.DAY)
    saturday = Interval.of_day(date(2019, 3, 23))
    dates = {"a": weekend, "b": weekend, "c": saturday}
    [event] = merge([told_by(key, interval=interval) for key, interval in dates.items()], ARTICLES)
    assert event.interval == saturday
    assert event.is_narrowed


def test_stretches_are_narrowed_to_the_shorter_within():
    late = Interval(datetime(2019, 3, 21), datetime(2019, 4, 1), Granularity.DAY)
    [event] = merge(
        [told_by("a", interval=MARCH), told_by("b", interval=MARCH), told_by("c", interval=late)], ARTICLES
    )
    assert event.interval == late


def test_until_a_day_leaves_the_day_to_others():
    [event] = merge([told_by("a", interval=FRIDAY, bound=Bound.UNTIL), told_by("b")], ARTICLES)
    assert (event.interval, event.bound) == (MONDAY, Bound.WITHIN)


def test_sources_that_differ_by_a_day_are_kept_with_their_counts():
    wire = [told_by("a"), told_by("b"), told_by("c", interval=TUESDAY)]
    [event] = merge(wire, ARTICLES)
    assert event.interval == MONDAY
    assert event.disagrees
    assert [(telling.interval, telling.mentions, telling.articles) for telling in event.tellings] == [
        (MONDAY, ("a:1", "b:1"), 2),
        (TUESDAY, ("c:1",), 1),
    ]


def test_a_date_that_may_be_anothers_makes_no_bridge_between_two_days():
    soft = told_by("b", interval=MONDAY, basis=Basis.CARRIED)
    found = groups(QUAKE, soft, told_by("c", interval=FRIDAY), told_by("d", interval=FRIDAY))
    assert {frozenset(each) & {"a:1", "c:1"} for each in found} == {frozenset(["a:1"]), frozenset(["c:1"])}


def test_since_a_day_reaches_no_event_of_another_season():
    since = told_by("b", bound=Bound.FROM)
    july = told_by("c", interval=Interval.of_day(date(2019, 7, 1)))
    assert ("a:1", "b:1") in groups(QUAKE, since, july)


def test_a_date_that_may_be_anothers_neither_parts_nor_wins():
    soft = told_by("b", interval=FRIDAY, basis=Basis.PUBLICATION)
    softer = told_by("c", interval=FRIDAY, basis=Basis.CARRIED)
    [found] = merge([QUAKE, soft, softer], ARTICLES)
    assert found.interval == MONDAY
    assert not found.disagrees


def test_copies_count_once():
    sources = [replace(source, group="wire") for source in ARTICLES[:2]] + ARTICLES[2:]
    [event] = merge([told_by("a"), told_by("b"), told_by("c")], sources)
    assert [telling.articles for telling in event.tellings] == [2]


def test_a_plan_is_linked_to_what_came_of_it():
    plan = told_by("b", status=Status.PLANNED)
    first, second = merge([QUAKE, plan], ARTICLES)
    assert first.links == second.links
    [link] = first.links
    assert (link.source, link.target, link.kind) == ("b:1", "a:1", LinkKind.PLANNED)


def test_a_merge_can_be_undone():
    pair = frozenset(["a:1", "b:1"])
    assert len(merge([QUAKE, told_by("b")], ARTICLES, apart=[pair])) == 2


def test_no_mentions_no_events():
    assert merge([]) == ()


LEMMAS = ["strike", "arrest", "meet", "close"]
PLACES = ["Port Alba", "Sudria", "Norland"]
MENTIONS = st.builds(
    Trace,
    key=st.just(""),
    article=st.sampled_from("abcdefg"),
    lemma=st.sampled_from(LEMMAS),
    status=st.sampled_from([Status.HAPPENED, Status.ALLEGED, Status.PLANNED]),
    category=st.sampled_from([Category.OTHER, Category.DIPLOMACY]),
    interval=st.sampled_from([None, MONDAY, TUESDAY, FRIDAY, MARCH]),
    places=st.frozensets(st.sampled_from(PLACES), max_size=2),
    subjects=st.frozensets(st.sampled_from(["earthquake", "minister", "police"]), max_size=2),
    sentence=st.frozensets(st.sampled_from(sorted(WORDS)), min_size=1),
)


@st.composite
def numbered(draw):
    traces = draw(st.lists(MENTIONS, max_size=12))
    return [replace(trace, key=f"{trace.article}:{at:02}", offset=at) for at, trace in enumerate(traces)]


@settings(max_examples=60, deadline=None)
@given(numbered(), st.randoms(use_true_random=False))
def test_the_order_of_mentions_and_articles_never_matters(traces, random):
    expected = merge(traces, ARTICLES)
    mixed, articles = list(traces), list(ARTICLES)
    random.shuffle(mixed)
    random.shuffle(articles)
    assert merge(mixed, articles) == expected


@settings(max_examples=60, deadline=None)
@given(numbered(), st.lists(MENTIONS, min_size=1, max_size=4))
def test_an_article_that_has_nothing_in_common_changes_nothing(traces, added):
    """Other words, names and kinds: no block holds a mention of both."""
    strangers = [
        replace(
            each,
            key=f"h:{at:02}",
            article="h",
            lemma="compose",
            category=Category.OTHER,
            places=frozenset(["Etna"]),
            subjects=frozenset(["pianist"]),
            sentence=frozenset(["pianist", "sonata"]),
        )
        for at, each in enumerate(added)
    ]
    articles = [source for source in ARTICLES if source.article != "h"]
    articles.append(
        Source("h", "h", "outlet h", date(2019, 3, 30), "en", frozenset(["pianist", "sonata", "encore"]))
    )
    before = merge(traces, articles)
    after = merge([*traces, *strangers], articles)
    assert [event for event in after if not event.key.startswith("h:")] == list(before)


@settings(max_examples=60, deadline=None)
@given(numbered())
def test_every_mention_is_in_one_event_and_every_merge_is_allowed(traces):
    events = merge(traces, ARTICLES)
    assert sorted(key for event in events for key in event.mentions) == sorted(trace.key for trace in traces)
    real = {Status.HAPPENED, Status.ALLEGED}
    status = {trace.key: trace.status for trace in traces}
    for event in events:
        said = {status[key] for key in event.mentions}
        assert len(said) == 1 or said <= real


@settings(max_examples=40, deadline=None)
@given(numbered(), st.data())
def test_mentions_that_somebody_parted_are_never_one_event(traces, data):
    keys = [trace.key for trace in traces]
    pair = st.frozensets(st.sampled_from(keys), min_size=2, max_size=2)
    apart = data.draw(st.lists(pair)) if len(keys) > 1 else []
    for event in merge(traces, ARTICLES, apart):
        assert not any(pair <= set(event.mentions) for pair in apart)


@settings(max_examples=40, deadline=None)
@given(numbered())
def test_links_lead_from_what_is_not_real_to_what_is(traces):
    events = {event.key: event for event in merge(traces, ARTICLES)}
    real = {Status.HAPPENED, Status.ALLEGED}
    for link in (link for event in events.values() for link in event.links):
        assert events[link.source].status not in real
        assert events[link.target].status in real
