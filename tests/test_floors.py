"""Imports go down the floors, never up, and a floor imports no library of a floor above it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "timeline").rglob("*.py"))

# From the ground up; floors on one line are neighbours and may use each other.
FLOORS = [
    {"temporal"},
    {"reading"},
    {"text", "model"},
    {"events"},
    {"table"},
    {"charts", "exports", "store", "evaluation"},
    {"pipeline"},
    {"app", "cli"},
]
LEVELS = {floor: level for level, floors in enumerate(FLOORS) for floor in floors}
# The lowest floor on which a library may be imported.
LIBRARIES = {
    "onnxruntime": "model",
    "spacy": "text",
    "pandas": "table",
    "pandera": "table",
    "plotly": "charts",
    "typer": "cli",
    "streamlit": "app",
}
ONLY_ON = {
    "plotly": {"charts", "app"},
    "streamlit": {"app"},
    "dateparser": {"reading"},
    "onnxruntime": {"model"},
    "torch": {"model"},
    "trafilatura": {"reading"},
}
HEAVY = ["pandas", "spacy", "plotly", "streamlit", "pandera", "onnxruntime"]


def floor_of(module: str) -> str:
    """The floor of "timeline.text.lexing" is "text"; the package itself has none."""
    return [*module.split("."), "", ""][1]


def imported(source: str, package: str) -> Iterator[str]:
    """Every module that some source names in an import, wherever it stands, relative ones spelled out."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = (
                ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            )
            base = ".".join(filter(None, (above, node.module)))
            yield base
            if base == "timeline":
                yield from (f"timeline.{alias.name}" for alias in node.names)


def wrongs(source: str, package: str, floor: str) -> list[str]:
    """What an import on a floor must not name, each told in a few words."""
    found, level = [], LEVELS.get(floor, 0)
    for module in imported(source, package):
        top = module.split(".")[0]
        other = floor_of(module) if top == "timeline" else ""
        if other in LEVELS and LEVELS[other] > level:
            found.append(f"{floor} climbs to {other}")
        elif top in LIBRARIES and LEVELS[LIBRARIES[top]] > level:
            found.append(f"{floor} imports {top}, which belongs to {LIBRARIES[top]}")
        elif top in ONLY_ON and floor not in ONLY_ON[top]:
            found.append(f"{floor} imports {top}, which only {' and '.join(sorted(ONLY_ON[top]))} may")
        elif floor in ("temporal", "") and top != "timeline" and top not in sys.stdlib_module_names:
            found.append(f"{floor or 'timeline'} imports {top}, which is not in the standard library")
    return found


def place(file: Path) -> tuple[str, str]:
    """The package that a file's relative imports count from, and its floor."""
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1]), "" if parts == ("timeline", "__init__") else parts[1]


def test_every_part_of_the_package_has_its_floor():
    assert {place(file)[1] for file in FILES} - {""} - set(LEVELS) == set()


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(ROOT)) for file in FILES])
def test_imports_go_down(file):
    package, floor = place(file)
    assert wrongs(file.read_text("utf-8"), package, floor) == []


@pytest.mark.parametrize(
    ("floor", "source"),
    [
        ("temporal", "import numpy"),
        ("temporal", "from timeline.text.timex import Timex"),
        ("temporal", "def late():\n    import pandas"),
        ("temporal", "from timeline import reading"),
        ("temporal", "from ..text import timex"),
        ("reading", "import spacy"),
        ("reading", "from pandas import DataFrame"),
        ("text", "import plotly.graph_objects as go"),
        ("text", "from timeline import table, temporal"),
        ("model", "import streamlit"),
        ("text", "import torch"),
        ("text", "import onnxruntime"),
        ("table", "from timeline.charts import draw"),
        ("exports", "import plotly"),
        ("charts", "import streamlit as st"),
        ("cli", "import streamlit"),
        ("", "import pandas"),
    ],
)
def test_a_climbing_import_would_be_seen(floor, source):
    assert len(wrongs(source, f"timeline.{floor}", floor)) == 1


def test_imports_that_go_down_are_let_through():
    source = "import re\nimport pandas\nfrom timeline.text import tag\nfrom timeline.temporal.interval import Interval"
    assert wrongs(source, "timeline.table", "table") == []


def loaded_by(module: str) -> list[str]:
    code = f"import sys, {module}; print(*[name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    "module", ["timeline", "timeline.temporal.resolve", "timeline.temporal.timex3", "timeline.reading"]
)
def test_the_lower_floors_load_nothing_heavy(module):
    assert loaded_by(module) == []


def test_the_charts_load_no_streamlit():
    assert "streamlit" not in loaded_by("timeline.charts")


def test_the_pipeline_loads_neither_charts_nor_page():
    assert {"plotly", "streamlit"} & set(loaded_by("timeline.pipeline")) == set()
