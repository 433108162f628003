# The two commands: make course, make test. The rest are their steps.
PYTHON ?= python3
KAMLAB := .venv/bin/kamlab

.PHONY: course build test setup setup-tests lint generated clean help

help:          ## what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /	/' | expand -t 16

course: setup  ## install, build, release, grade the sample cohort, and serve site and formgrader
	@$(KAMLAB) course

build: setup   ## the same without serving
	@$(KAMLAB) build

test: setup-tests  ## every check and every test
	@$(KAMLAB) build
	@$(MAKE) --no-print-directory lint generated
	@.venv/bin/python -m pytest -q --doctest-modules src/kamlab
	@.venv/bin/python -m pytest -q

setup:         ## the environment, Node, front-end and system packages
	@$(PYTHON) tools/setup.py

setup-tests:
	@$(PYTHON) tools/setup.py --tests

lint:          ## style and types
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy

generated:     ## everything derived is in step with its source
	@$(KAMLAB) models --check
	@$(KAMLAB) catalog check
	@$(KAMLAB) release u01 --check
	@$(KAMLAB) notebooks --check

clean:         ## remove what was built; keeps the environment
	rm -rf build site
