import sys

import pytest

import tests.browser
from tests.browser import find_browser, get_browser


def test_the_browser_that_chrome_names_comes_first(monkeypatch):
    monkeypatch.setenv("CHROME", sys.executable)
    assert find_browser() == sys.executable


def test_without_a_browser_one_is_installed(monkeypatch, tmp_path):
    browser, ran = tmp_path / "chromium", []
    monkeypatch.setattr(tests.browser, "_places", lambda: [str(browser)])

    def install(command):
        ran.append(command)
        browser.touch()
        return True

    monkeypatch.setattr(tests.browser, "_succeeds", install)
    assert get_browser() == str(browser)
    assert ran[0][-2:] == ["install", "chromium"]


def test_when_none_can_be_had_it_says_which_command_installs_one(monkeypatch):
    monkeypatch.setattr(tests.browser, "_places", lambda: [])
    monkeypatch.setattr(tests.browser, "_succeeds", lambda command: False)
    with pytest.raises(SystemExit, match="apt-get install chromium"):
        tests.browser.main()
