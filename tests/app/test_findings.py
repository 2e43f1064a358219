from datetime import date

from timeline.app.findings import findings_html
from timeline.pipeline import tag


def test_a_find_is_explained_in_plain_words_with_its_timex3():
    html = findings_html(tag("The ferry sank late Tuesday.", date(2019, 3, 27)))
    assert "late on Tuesday 26 March 2019" in html
    assert "TIMEX3: DATE 2019-03-26, mod END" in html


def test_what_cannot_be_placed_is_listed_all_the_same():
    assert "cannot be placed" in findings_html(tag("It sank on Tuesday.", None))
