"""Finds a Chrome or Chromium for the tests that drive the page, or gets one.

`python -m tests.browser` prints where it is; if there is none to be had, it says what to install.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
APPS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
ADVICE = (
    "The tests need Chrome or Chromium and found none: run `sudo apt-get install chromium` (Debian, Ubuntu), "
    "`brew install --cask chromium` (macOS) or `.venv/bin/python -m playwright install chromium`, "
    "or set CHROME to where yours is."
)


def find_browser() -> str | None:
    """Where a browser is, or None: $CHROME first, then the system's, then playwright's own."""
    return next((place for place in _places() if Path(place).is_file()), None)


def get_browser() -> str | None:
    """The same, after having tried to install one if there was none."""
    if place := find_browser():
        return place
    for command in _install_commands():
        print("Getting a browser for the tests:", " ".join(command), file=sys.stderr)
        if _succeeds(command) and (place := find_browser()):
            return place
    return None


def _places() -> Iterator[str]:
    yield os.environ.get("CHROME", "")
    yield from filter(None, map(shutil.which, NAMES))
    yield from APPS
    yield _playwright_place()


def _playwright_place() -> str:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _install_commands() -> Iterator[list[str]]:
    yield [sys.executable, "-m", "playwright", "install", "chromium"]
    if shutil.which("apt-get") and os.geteuid() == 0:
        yield ["apt-get", "update", "-qq"]
        yield ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "chromium"]


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def main() -> None:
    place = get_browser()
    if place is None:
        sys.exit(ADVICE)
    print(f"The tests use the browser {place}")


if __name__ == "__main__":
    main()
