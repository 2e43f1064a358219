from datetime import date

from timeline.app.findings import findings_html
from timeline.pipeline import tag


def test_a_find_is_explained_in_plain_words_with_its_timex3():
    html = findings_html(tag("The ferry sank late Tuesday.", date(2019, 3, 27)))
    assert "late on Tuesday 26 March 2019" in html
    assert "TIMEX3: DATE 2019-03-26, mod END" in html


def test_what_cannot_be_placed_is_listed_all_the_same():
    assert "cannot be placed" in findings_html(tag("It sank on Tuesday.", None))


def test_what_else_the_words_may_mean_is_told():
    html = findings_html(tag("A quiet Saturday in the port.", date(2019, 3, 27)))
    assert "<b>Saturday 23 March 2019</b>" in html
    assert "Could also be <b>Saturday 30 March 2019</b> — “Saturday”: the first Saturday" in html


def test_a_date_that_another_counts_from_is_named_by_its_words():
    html = findings_html(tag("They came on 25 March 2019. The next day they left.", date(2019, 3, 27)))
    assert html.count("Counted from") == 1 and "Counted from “25 March 2019”." in html


def test_words_that_are_not_placed_could_be_one_date_or_the_other():
    html = findings_html(tag("It took effect on 3/4/2019.", date(2019, 6, 1)))
    assert "cannot be placed" in html and "also" not in html
    assert "Could be <b>Wednesday 3 April 2019</b>" in html and "Could be <b>Monday 4 March 2019</b>" in html
