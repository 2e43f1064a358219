import tomllib
from pathlib import Path

from timeline.charts.palette import THEMES

CONFIG = tomllib.loads((Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text())


def test_the_page_is_served_to_this_machine_only_and_tells_nobody():
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["server"]["enableXsrfProtection"]
    assert CONFIG["server"]["maxUploadSize"] == 50
    assert not CONFIG["browser"]["gatherUsageStats"]
    assert CONFIG["client"]["showErrorDetails"] == "none"


def test_the_chart_lies_on_the_page_without_a_seam():
    for theme in ("light", "dark"):
        assert CONFIG["theme"][theme]["backgroundColor"] == THEMES[theme].paper


def test_no_font_is_fetched():
    assert "http" not in str(CONFIG["theme"])
