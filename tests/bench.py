"""How fast Timeline is: `make bench` prints the figures. Nothing here is asserted."""

import subprocess
import sys
from datetime import datetime, timedelta
from functools import partial
from time import perf_counter, process_time
from unittest.mock import patch

from tests.builders import event, event_table
from timeline.charts import draw, lay_out
from timeline.model.evaluate import tokens_per_second
from timeline.model.trained import load_trained
from timeline.pipeline import build_table, tag_document
from timeline.store import shipped

REPEATS = 5
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
    print(f"8 articles to table: {_best(lambda: build_table(documents[:8])):.3f} s")
    for events in (30, 300, 3000):
        seconds = _best(partial(_figure, _made_up_table(events)))
        print(f"figure of {events:,} events, built and serialised: {1000 * seconds:.0f} ms")
    print(f"import timeline.temporal: {_import_time('import timeline.temporal'):.2f} s")
    print(f"import of the command line: {_import_time('import timeline.cli'):.2f} s")
    print(f"timeline --help: {_time_of(['-m', 'timeline.cli', '--help']):.2f} s")


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
