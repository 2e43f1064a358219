"""Articles at hand and the dates that people gave them."""

from dataclasses import replace
from datetime import date

import pytest

from timeline.reading import DctSource, Document, read
from timeline.store import Collection, read_folder, shipped

ONE = Document("a", "A", "The crane fell on Tuesday.", None)
OTHER = Document("b", "B", "The ferry sank on Monday.", None)
NAMESAKE = replace(OTHER, id="a")


def test_articles_stay_in_the_order_they_came():
    assert Collection().added([OTHER]).added([ONE]).documents == (OTHER, ONE)


def test_an_article_that_comes_again_is_kept_once_with_the_date_it_was_given():
    dated = Collection().added([ONE]).dated("a", date(2019, 3, 27))
    assert dated.added([ONE]) == dated


def test_another_text_under_a_taken_id_is_kept_under_a_new_one():
    both = Collection().added([ONE]).added([NAMESAKE])
    assert [each.text for each in both.documents] == [ONE.text, OTHER.text]
    assert len({each.id for each in both.documents}) == 2


def test_a_namesake_that_comes_again_is_kept_once_too():
    once = Collection().added([ONE, NAMESAKE])
    assert once.added([NAMESAKE, ONE, NAMESAKE]) == once


def test_three_namesakes_are_three_articles():
    third = replace(ONE, text="The lighthouse went dark.")
    ids = [each.id for each in Collection().added([ONE, NAMESAKE, third]).documents]
    assert len(set(ids)) == 3 and ids[0] == "a"


def test_a_new_id_that_is_taken_already_is_not_used():
    taken = replace(ONE, id="a-2", text="The lighthouse went dark.")
    ids = [each.id for each in Collection().added([ONE, taken, NAMESAKE]).documents]
    assert len(set(ids)) == 3


def test_a_date_given_by_a_person_is_told_as_such_and_touches_no_other_article():
    collection = Collection((ONE, OTHER)).dated("a", date(2019, 3, 27))
    assert (collection["a"].dct.day, collection["a"].dct.found_in) == (date(2019, 3, 27), DctSource.GIVEN)
    assert collection["b"] == OTHER


def test_a_corrected_date_still_knows_where_the_dateline_stands():
    (document,) = read(b"Crane falls\n\nMarch 27, 2019\n\nIt fell on Tuesday.", "a.txt").documents
    corrected = Collection((document,)).dated(document.id, date(2019, 3, 28))[document.id]
    assert document.text[slice(*corrected.dct.span)] == "March 27, 2019"


def test_an_article_can_be_taken_out():
    assert Collection((ONE, OTHER)).without("a").documents == (OTHER,)


@pytest.mark.parametrize(
    "change",
    [lambda all_: all_["x"], lambda all_: all_.without("x"), lambda all_: all_.dated("x", date(2019, 3, 27))],
    ids=["get", "without", "dated"],
)
def test_an_article_that_is_not_here_is_a_key_error(change):
    with pytest.raises(KeyError, match="x"):
        change(Collection((ONE,)))


def test_a_change_leaves_the_collection_it_came_from():
    collection = Collection((ONE,))
    collection.added([OTHER]), collection.without("a"), collection.dated("a", date(2019, 3, 27))
    assert collection == Collection((ONE,))


# Folders


def test_a_folder_is_read_by_name_and_hidden_files_and_folders_are_left_alone(tmp_path):
    for name in ("b.txt", "a.md", ".hidden.txt"):
        (tmp_path / name).write_text(f"{name}\n\nMarch 27, 2019\n\nIt fell.", "utf-8")
    (tmp_path / "deeper").mkdir()
    reading = read_folder(tmp_path)
    assert [each.text.split()[0] for each in reading.documents] == ["a.md", "b.txt"]
    assert reading.problems == ()


def test_a_bad_file_in_a_folder_is_told_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("Crane falls\n\nMarch 27, 2019\n\nIt fell.", "utf-8")
    reading = read_folder(tmp_path)
    assert len(reading.documents) == len(reading.problems) == 1
    assert "a.txt" in reading.problems[0].message


def test_an_empty_folder_has_nothing(tmp_path):
    assert read_folder(tmp_path).documents == ()


def test_the_shipped_articles_are_at_least_eight_each_with_its_date_and_own_id():
    reading = shipped()
    assert reading.problems == ()
    assert len({each.id for each in reading.documents}) == len(reading.documents) >= 8
    assert all(each.dct for each in reading.documents)
