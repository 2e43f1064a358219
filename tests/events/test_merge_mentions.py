"""Mentions of articles become events: copies are one teller, and an actor has one name."""

from dataclasses import replace
from datetime import date

import pytest

from timeline.events.actor_names import Actor
from timeline.events.dating import Dating
from timeline.events.kinds import Basis, Category, Status
from timeline.events.mention import Mention, Stance
from timeline.events.merge_mentions import key_of, merge_mentions, source_of, trace_of, traces_and_sources
from timeline.reading.document import Dct, DctSource, Document
from timeline.temporal.interval import Interval

MONDAY = Dating(Basis.CLAUSE, Interval.of_day(date(2019, 3, 25)))
TEXT = "Harbour master Ana Roca closed the bridge at Port Alba on Monday."
START = TEXT.index("closed")


def article(key: str, text: str = TEXT) -> Document:
    return Document(key, "", text, Dct(date(2019, 3, 26), DctSource.GIVEN), source=f"outlet {key}")


def closing(name: str = "Ana Roca", status: Status = Status.HAPPENED) -> Mention:
    whole = (0, len(TEXT))
    actors = (Actor(name, "person"),)
    span = (START, START + 6)
    return Mention(span, whole, whole, MONDAY, Stance(status), actors, category=Category.INFRASTRUCTURE)


def test_one_happening_in_two_articles_is_one_event():
    [event] = merge_mentions([(article("b"), closing()), (article("a"), closing())])
    assert event.mentions == (f"a:{START}", f"b:{START}")
    assert event.interval == MONDAY.interval


def test_a_plan_stays_by_itself_and_is_linked():
    first, second = merge_mentions(
        [(article("a"), closing()), (article("b"), closing(status=Status.PLANNED))]
    )
    assert first.links == second.links != ()


def test_a_merge_can_be_undone():
    pairs = [(article("a"), closing()), (article("b"), closing())]
    apart = [frozenset(key_of(mention, document) for document, mention in pairs)]
    assert len(merge_mentions(pairs, apart)) == 2


def test_an_actor_has_one_name_in_all_articles():
    traces, _ = traces_and_sources([(article("a"), closing()), (article("b"), closing("Roca"))])
    assert {trace.actors for trace in traces} == {frozenset(["Ana Roca"])}


def test_copies_are_one_teller():
    text = (
        TEXT
        + " Lorries were sent round by the coast road until engineers have looked at the cracks in two piers."
    )
    pairs = [(article(key, text), closing()) for key in "ab"]
    _, sources = traces_and_sources(pairs)
    assert {source.group for source in sources} == {"a"}
    [event] = merge_mentions(pairs)
    assert [telling.articles for telling in event.tellings] == [1]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_mentions_does_not_matter(order):
    pairs = [
        (article("a"), closing()),
        (article("b"), closing("Roca")),
        (article("c"), closing(status=Status.DENIED)),
    ]
    assert merge_mentions([pairs[at] for at in order]) == merge_mentions(pairs)


def test_what_is_compared_comes_from_the_mention_and_its_article():
    trace, source = trace_of(closing(), article("a")), source_of(article("a"))
    assert (trace.key, trace.lemma, trace.interval) == (f"a:{START}", "closed", MONDAY.interval)
    assert "bridge" in trace.clause
    assert (source.group, source.outlet, source.day) == ("a", "outlet a", date(2019, 3, 26))


def test_one_happening_told_in_two_languages_is_one_event():
    text = "La junta del puerto cerró el lunes el puente de Alba."
    spanish = replace(article("b", text), language="es")
    start = text.index("cerró")
    told = replace(closing(), span=(start, start + 5), clause=(0, len(text)), sentence=(0, len(text)))
    traces, sources = traces_and_sources([(article("a"), closing()), (spanish, told)])
    assert traces[1].clause >= {"bridge", "port", "monday"}
    assert {"bridge", "port", "monday"} <= sources[1].words
