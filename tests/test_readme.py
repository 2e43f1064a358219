"""What the README shows is what happens."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from timeline.cli import app

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
SESSIONS = re.findall(r"^\$ timeline (tag .+)\n((?:.+\n)+)", README, re.MULTILINE)


@pytest.mark.parametrize("code", PYTHON)
def test_the_python_examples_give_what_their_comments_say(code):
    names = {}
    for line in code.splitlines():
        shown, _, comment = line.partition("  #")
        value = comment.strip()
        if value[:1] in ("'", "[") and shown.strip():
            assert repr(eval(shown, names)) == value
        else:
            exec(line, names)


@pytest.mark.parametrize(("command", "output"), SESSIONS)
def test_the_tag_examples_print_what_they_show(command, output):
    assert CliRunner().invoke(app, shlex.split(command)).stdout == output


def test_every_path_and_link_that_the_readme_names_exists():
    paths = re.findall(r"\]\(([\w./-]+)\)", README) + re.findall(
        r"`((?:timeline|tests|data)/[\w./-]+)`", README
    )
    missing = [path for path in paths if "xx.toml" not in path and not (ROOT / path).exists()]
    assert len(paths) > 10 and missing == []


def test_every_make_target_of_the_readme_exists():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert all(f"\n{target}:" in makefile for target in set(re.findall(r"`?make (\w+)`?", README)) - {"and"})
