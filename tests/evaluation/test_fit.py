"""The weights that choose between past and future, fitted on a handful of articles."""

import json
import tomllib
from datetime import date

import pytest

from timeline.evaluation.articles import AnnotatedArticle, Annotation
from timeline.evaluation.fit import find_examples, fit, main
from timeline.text.direction import load_weights
from timeline.text.setting import ALL, Refinement

DAY = date(2019, 3, 27)
BY_WORDS = ALL - {Refinement.MODEL}


def article(text, words, value, day=DAY):
    start = text.index(words)
    return AnnotatedArticle("a", day, text, (Annotation(start, start + len(words), words, "DATE", value),))


PAST = article("They met on Friday.", "Friday", "2019-03-22")
FUTURE = article("They will meet on Friday.", "Friday", "2019-03-29")


def test_a_bare_weekday_is_an_example_of_the_side_that_its_value_tells():
    (past,), (future,) = (list(find_examples([each], refinements=BY_WORDS)) for each in (PAST, FUTURE))
    assert (past[1], future[1]) == (False, True)
    assert past[0]["past cue"] > 0 == past[0]["future cue"]
    assert future[0]["future cue"] > 0


def test_a_parse_tells_which_way_the_verb_of_its_clause_looks():
    (past,), (future,) = (list(find_examples([each])) for each in (PAST, FUTURE))
    assert past[0]["its own verb: past"] == 1 > past[0]["its own verb: future"]
    assert future[0]["its own verb: future"] == 1 > future[0]["its own verb: past"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met on Friday.", "Friday", "2019-03-15"),  # neither side
        ("They met yesterday.", "yesterday", "2019-03-26"),  # nothing to choose
        ("They met on 3 March 2015.", "3 March 2015", "2015-03-03"),
        ("They met on Wednesday.", "Wednesday", "2019-03-27"),  # both sides mean the day itself
        ("They will meet in three days.", "three days", "2019-03-30"),
        ("They met from Monday to Friday.", "Friday", "2019-03-29"),  # the other end decides
        ("They met on Friday.", "met", "2019-03-22"),  # no timex of the tagger
    ],
)
def test_what_leaves_no_choice_is_no_example(text, words, value):
    assert list(find_examples([article(text, words, value)])) == []


def test_a_history_gives_examples_as_news_does():
    text = "They met in 1914, in 1915 and in 1916. They met on Friday."
    assert len(list(find_examples([article(text, "Friday", "2019-03-22")]))) == 1


def test_the_weights_side_with_what_the_examples_show():
    examples = list(find_examples([PAST, FUTURE] * 5, refinements=BY_WORDS))
    weights = fit(examples)
    assert weights["future cue"] > 0 > weights["past cue"]
    assert set(weights) == set(examples[0][0]) | set(examples[1][0])


def test_the_same_examples_give_the_same_weights_in_any_order():
    examples = list(find_examples([PAST, FUTURE, PAST]))
    there, back = fit(examples), fit(examples[::-1])
    assert fit(examples) == there
    assert there == pytest.approx(back)


def test_more_of_the_same_makes_a_weight_larger_and_never_endless():
    few, many = fit([({"will": 1.0}, True)]), fit([({"will": 1.0}, True)] * 1000)
    assert 0 < few["will"] < many["will"] < 20


def test_a_feature_that_says_nothing_weighs_nothing():
    weights = fit([({"will": 1.0, "comma": 1.0}, True), ({"comma": 1.0}, False)] * 20)
    assert abs(weights["comma"]) < weights["will"]
    assert fit([({"comma": 1.0}, True), ({"comma": 1.0}, False)])["comma"] == pytest.approx(0)


def line(article):
    timexes = [
        {"start": each.start, "end": each.end, "text": each.text, "type": each.type, "value": each.value}
        for each in article.annotations
    ]
    return json.dumps(
        {"id": article.id, "dct": article.day.isoformat(), "text": article.text, "timexes": timexes}
    )


def test_the_command_prints_a_table_that_can_take_the_place_of_the_shipped_one(tmp_path, capsys):
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(line(each) for each in (PAST, FUTURE)), "utf-8")
    main([str(gold)])
    printed = capsys.readouterr().out
    assert "2 timexes" in printed
    words, parsed = (tomllib.loads(printed)[name] for name in ("words", "parsed"))
    assert words["future cue"] > 0 > words["past cue"]
    assert parsed["its own verb: future"] > 0
    for weights in (words, parsed):
        assert list(map(abs, weights.values())) == sorted(map(abs, weights.values()), reverse=True)


def test_a_table_that_is_named_keeps_its_weights_by_words_alone(tmp_path, capsys):
    gold, table = tmp_path / "gold.jsonl", tmp_path / "table.toml"
    gold.write_text("\n".join(line(each) for each in (PAST, FUTURE)), "utf-8")
    table.write_text('[words]\n"future cue" = 7.25\n', "utf-8")
    main([str(table), str(gold)])
    printed = tomllib.loads(capsys.readouterr().out)
    assert printed["words"] == {"future cue": 7.25}
    assert printed["parsed"]["its own verb: future"] > 0


@pytest.mark.parametrize("text", ["no table", "[parsed]\n", None], ids=["not TOML", "no words", "no file"])
def test_a_table_without_weights_is_told_in_one_sentence(text, tmp_path):
    table = tmp_path / "table.toml"
    if text is not None:
        table.write_text(text, "utf-8")
    with pytest.raises(SystemExit) as stop:
        main([str(table)])
    assert "table.toml" in str(stop.value) and "[words]" in str(stop.value)


def test_the_shipped_table_knows_every_feature_of_a_weekday_a_month_and_a_day():
    texts = [
        ("They met on Friday.", "Friday", "2019-03-22"),
        ("They met in May.", "May", "2018-05"),
        ("They met by May 5.", "May 5", "2018-05-05"),
        ("They met on the 14th.", "the 14th", "2019-03-14"),
    ]
    articles = [article(*each) for each in texts]
    for is_parsed, refinements in [(True, ALL), (False, BY_WORDS)]:
        examples = find_examples(articles, refinements=refinements)
        names = {name for found, _ in examples for name in found}
        assert names and names <= set(load_weights(is_parsed))


@pytest.mark.parametrize(
    "text", ["", line(article("They met yesterday.", "yesterday", "2019-03-26"))], ids=["empty", "no choice"]
)
def test_gold_with_nothing_to_choose_is_told_in_one_sentence(text, tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(text, "utf-8")
    with pytest.raises(SystemExit) as stop:
        main([str(gold)])
    assert "No annotated article holds a date" in str(stop.value)


def test_a_file_that_is_not_there_is_told_in_one_sentence(tmp_path):
    with pytest.raises(SystemExit) as stop:
        main([str(tmp_path / "nowhere.jsonl")])
    assert "nowhere.jsonl" in str(stop.value)
