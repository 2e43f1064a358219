"""Why an event has its date, in words that a reader can check."""

from datetime import date

import pytest

from timeline.events.dating import Dating
from timeline.events.explain import why
from timeline.events.kinds import Basis, Bound
from timeline.reading import Dct, DctSource, Document
from timeline.temporal.interval import Interval
from timeline.text.tag import tag_document

DOCUMENT = Document("one", "", "Roca spoke on Monday.", Dct(date(2019, 3, 27), DctSource.GIVEN, "2019-03-27"))
(MONDAY,) = tag_document(DOCUMENT)


def dated(basis, bound=Bound.WITHIN):
    return Dating(basis, MONDAY.interval, bound, MONDAY)


def test_words_of_its_own_clause_give_their_own_reason():
    assert why(dated(Basis.CLAUSE), DOCUMENT) == MONDAY.why


@pytest.mark.parametrize(
    ("basis", "begin"),
    [
        (Basis.SENTENCE, "“Monday” dates what its sentence tells beside it, too. “Monday”"),
        (Basis.CARRIED, "It goes on from what was told of “Monday” before. “Monday”"),
    ],
)
def test_a_date_from_elsewhere_says_from_where(basis, begin):
    assert why(dated(basis), DOCUMENT).startswith(begin)


@pytest.mark.parametrize(("bound", "end"), [(Bound.FROM, "begin alone."), (Bound.UNTIL, "end alone.")])
def test_an_open_end_is_named(bound, end):
    assert why(dated(Basis.CLAUSE, bound), DOCUMENT).endswith(end)


def test_a_date_of_publication_is_never_silent():
    told = why(Dating(Basis.PUBLICATION, Interval.of_day(date(2019, 3, 27))), DOCUMENT)
    assert "gives no date" in told and "published on Wednesday 27 March 2019" in told


def test_nothing_is_made_up_where_the_text_does_not_say():
    assert why(Dating(Basis.NONE), DOCUMENT) == "The text does not say when."
