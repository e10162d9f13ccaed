# Everything a newcomer needs: `make demo`, then `make test`. `make` alone lists the rest.
# Needs Python 3.11 or newer and a network to the package index; all else is fetched.

VENV   := .venv
BIN    := $(VENV)/bin
REPORT := build/tests.xml

# The first interpreter that is new enough; `make PYTHON=/path/to/python3.12 test` chooses another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo $$p; break; fi; done)

.DEFAULT_GOAL := help
.PHONY: help demo test lint check score fuzz bench clean servers

help:
	@echo 'make demo   run the main job: sixty days of an office in some seconds, pages in demo-out/'
	@echo 'make test   install what the tests need (as root: Dovecot, Postfix, PostgreSQL) and run them all'
	@echo 'make lint   ruff, ruff format --check and mypy'
	@echo 'make check  lint and tests'
	@echo 'make score  what maild makes of the test mails in ../shared, against the goals'
	@echo 'make fuzz   damage mail for ten minutes a target (FUZZ_SECONDS); findings go to build/fuzz/'
	@echo 'make bench  measure maild against a bare pump'
	@echo 'make clean  remove what make made'

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'maild needs Python 3.11 or newer and found none; install python3 (3.11+)' \
		'or name one: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)' >&2; exit 1; }
	@PYTHON="$(PYTHON)" sh tests/servers/venv.sh $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.for-tests: $(VENV)/.installed pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,check]'
	@touch $@

demo: $(VENV)/.installed
	$(BIN)/maild demo --out demo-out

servers:
	@sh tests/servers/install.sh

test: $(VENV)/.for-tests servers
	@mkdir -p build
	@$(BIN)/python -m pytest -rs --junitxml=$(REPORT) $(ARGS); code=$$?; \
		$(BIN)/python tests/servers/tally.py $(REPORT); exit $$code

lint: $(VENV)/.for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: lint test

score: $(VENV)/.for-tests
	$(BIN)/python -m tests.score $(ARGS)

fuzz: $(VENV)/.for-tests
	$(BIN)/python -m tests.fuzz $(ARGS)

bench: $(VENV)/.for-tests servers
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.likeness

clean:
	rm -rf $(VENV) build demo-out .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
