# Everything runs from here with relative paths only, so that a folder with spaces in its name works.
# Stamps in .venv record what is installed: a second run asks no network.

PYTHON := .venv/bin/python
PIP := $(PYTHON) -m pip install -qq --disable-pip-version-check
PORT ?= 8501

.DEFAULT_GOAL := help
.PHONY: help run test bench clean

help:
	@echo "make run    show the timeline in your browser (PORT=8501)"
	@echo "make test   run all tests, the browser's too"
	@echo "make bench  measure how fast it is"
	@echo "make clean  remove what these commands made"

run: .venv/installed
	@$(PYTHON) -m timeline.app --port "$(PORT)"

test: .venv/tests-installed
	@$(PYTHON) -m tests.browser
	@$(PYTHON) -m pytest -n 2 --dist loadfile -m "not browser"
	@$(PYTHON) -m pytest -m browser tests/app

bench: .venv/tests-installed
	@$(PYTHON) -m tests.bench

clean:
	rm -rf .venv build dist .pytest_cache .hypothesis .ruff_cache timeline.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@for python in python3 python3.13 python3.12 python3.11; do \
	    "$$python" -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null || continue; \
	    echo "Setting up in .venv with $$("$$python" --version); this takes a minute or two, once."; \
	    "$$python" -m venv --clear .venv && exit 0; \
	    rm -rf .venv; \
	    echo "Python could not make a virtual environment: install its venv module (Debian: apt-get install python3-venv) and run make again."; \
	    exit 1; \
	done; \
	echo "Timeline needs Python 3.11 or newer: install it from python.org or your system's packages and run make again."; \
	exit 1

.venv/installed: requirements.txt pyproject.toml | .venv/bin/python
	@$(PIP) --requirement requirements.txt --editable . \
	    || { echo "The packages in requirements.txt could not be installed: see above, and run make again."; exit 1; }
	@touch $@

.venv/tests-installed: tests/requirements.txt .venv/installed
	@$(PIP) --requirement tests/requirements.txt \
	    || { echo "The packages in tests/requirements.txt could not be installed: see above, and run make again."; exit 1; }
	@touch $@
