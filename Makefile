# `make run` and `make test` do all their own set-up; `make help` lists the rest.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test lint install uninstall screenshots benchmarks clean

export PYTHON
export VENV ?= .venv
export FILE ?= resources/samples/harbour.txt
export DEFAULTS ?= yes
BIN = $(VENV)/bin

help: ## List what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' Makefile | column -t -s '|' 2>/dev/null || sed -n 's/^\([a-z]*\):.*## /  make \1: /p' Makefile

run: ## Open the window on the sample article, or on FILE=…
	@packaging/setup/run.sh

test: ## Check the code and run all tests, those on a virtual screen included (ARGS="-k name" for some)
	@packaging/setup/system.sh test
	@packaging/setup/venv.sh test
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest $(ARGS)

lint: ## Check style, types and layers
	@packaging/setup/venv.sh test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

install: ## Install for the current user: commands, menu entry, double-click (DEFAULTS=no leaves the default programs)
	@packaging/setup/system.sh run
	@packaging/linux/install.sh

uninstall: ## Undo `make install`
	@packaging/linux/uninstall.sh

screenshots: ## Take the README's pictures of the real window, in each theme
	@packaging/setup/system.sh test
	@packaging/setup/venv.sh test
	$(BIN)/python packaging/screenshots.py

benchmarks: ## Measure speed; nothing passes or fails
	@packaging/setup/venv.sh test
	$(BIN)/pytest tests/benchmarks -o python_files='bench_*.py' -s $(ARGS)

clean: ## Remove what was built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
