"""How fast Timeline is: `make bench` prints the figures. Nothing here is asserted."""

import subprocess
import sys
from datetime import datetime, timedelta
from functools import partial
from time import perf_counter, process_time
from unittest.mock import patch

from tests.builders import event, event_table
from tests.events.bench_merging import merging_time
from timeline.charts import draw, lay_out
from timeline.model.evaluate import tokens_per_second
from timeline.model.trained import load_trained
from timeline.pipeline import _read_mentions, build_table, find_mentions, tag_document
from timeline.store import shipped

REPEATS = 5
WORDS = 500  # of an article, in figures
LIBRARIES = "import spacy, onnxruntime, timeline.model.trained"
LOAD = "from timeline.model.trained import load_trained; load_trained()"


def main() -> None:
    """Print every figure, one a line."""
    documents = shipped().documents
    tag_document(documents[0])  # the language is loaded once
    print(f"tagging, one core: {_tagging_speed(documents):,.0f} characters a second")
    with patch("timeline.text.setting.parse", lambda *_: None):
        print(f"tagging by words alone: {_tagging_speed(documents):,.0f} characters a second")
    print(f"the English model, loaded: {_time_of(['-c', LOAD]) - _time_of(['-c', LIBRARIES]):.2f} s")
    nlp, texts = load_trained(), [document.text for document in documents if document.language == "en"]
    print(f"all of the model: {tokens_per_second(nlp, texts):,.0f} tokens a CPU second")
    with nlp.select_pipes(disable=["names", "name_rules"]):
        print(f"without names: {tokens_per_second(nlp, texts):,.0f} tokens a CPU second")
    _print_chain(documents)
    for events in (30, 300, 3000):
        seconds = _best(partial(_figure, _made_up_table(events)))
        print(f"figure of {events:,} events, built and serialised: {1000 * seconds:.0f} ms")
    print(f"import timeline.temporal: {_import_time('import timeline.temporal'):.2f} s")
    print(f"import of the command line: {_import_time('import timeline.cli'):.2f} s")
    print(f"timeline --help: {_time_of(['-m', 'timeline.cli', '--help']):.2f} s")


def _print_chain(documents) -> None:
    """Articles a second from text to merged table, on one core, as articles of 500 words; and what each step takes."""
    words = sum(len(document.text.split()) for document in documents) / WORDS
    build_table(documents)  # tables are loaded once
    _read_mentions.cache_clear()
    start = process_time()
    tagged = [tag_document(document) for document in documents]
    after_tagging = process_time()
    for document, timexes in zip(documents, tagged, strict=True):
        find_mentions(document, timexes)
    after_mentions = process_time()
    whole = _cpu(lambda: (_read_mentions.cache_clear(), build_table(documents)))
    merging = _cpu(lambda: build_table(documents))
    for name, seconds in (
        ("tagged", after_tagging - start),
        ("mentions found, after that", after_mentions - after_tagging),
        ("merged and made a table, after that", merging),
    ):
        print(f"{name}: {1000 * seconds / words:.0f} ms of CPU an article of {WORDS} words")
    print(f"article text to merged table: {words / whole:.1f} articles of {WORDS} words a CPU second")
    for articles in (1_000, 3_000, 10_000):
        print(f"{articles:,} made-up articles merged: {1000 * merging_time(articles) / articles:.1f} ms each")


def _cpu(work) -> float:
    start = process_time()
    work()
    return process_time() - start


def _tagging_speed(documents) -> float:
    """Characters per CPU second over the shipped articles, which speak of time more than most news."""
    start = process_time()
    for _ in range(REPEATS):
        for document in documents:
            tag_document(document)
    return REPEATS * sum(len(document.text) for document in documents) / (process_time() - start)


def _made_up_table(events: int):
    """Events of several lengths and sources over half a year."""
    start, hour = datetime(2019, 1, 1), timedelta(hours=1)
    return event_table(
        event(
            f"e{number}",
            start + number * 4400 / events * hour,
            start + (number * 4400 / events + (24, 24, 24, 48, 240)[number % 5]) * hour,
            label=f"Something of note happened for the {number}th time",
            soft_end=number % 5 == 4,
            source=f"Desk {number % 4}",
        )
        for number in range(events)
    )


def _figure(table) -> str:
    return draw(lay_out(table, width=1400)).to_json()


def _best(work) -> float:
    """Seconds of the fastest of some runs."""
    times = []
    for _ in range(REPEATS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def _import_time(statement: str) -> float:
    return _time_of(["-c", statement]) - _time_of(["-c", "pass"])


def _time_of(arguments: list[str]) -> float:
    return _best(lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True))


if __name__ == "__main__":
    main()
