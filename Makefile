# `make` lists what there is to run. Set-up happens by itself, through the stamps in .venv (see .ci/bootstrap).

PYTHON_RUN := .venv/bin/python
SOURCES := $(wildcard src tests figures docs benchmarks fonts icons)
FIGURES := figures/
ARGS :=
# How many tests run at a time; 0 runs them in one process, for a debugger.
WORKERS := auto

RUNTIME := .venv/.runtime-ready
TOOLS := .venv/.tools-ready
RELEASE := .venv/.release-ready
SITE_TOOLS := .venv/.docs-ready

.PHONY: bench help render test test-all test-rest fuzz check conformance docs site catalog accept wheel clean distclean

help:
	@echo 'make render     render every figure; ARGS="..." is handed on (FIGURES=figures/04.py for one)'
	@echo 'make test       run the quick tests; ARGS="-k grid" is handed to pytest, WORKERS=4 sets how many run at a time'
	@echo 'make test-all   run the quick tests, then those that are slow or compare with other programs'
	@echo 'make fuzz       try 10,000 random inputs; INPUTS=500 and SEED=7 choose how many, and which'
	@echo 'make check      lint, formatting, types'
	@echo 'make conformance  lays out new random trees and texts and compares them with a live Chromium (ARGS="--seed 7")'
	@echo 'make docs       render the specimen, the brands, the sheets and the gallery in docs'
	@echo 'make site       build the site in build/site, and check its links and its accessibility'
	@echo 'make catalog    write figures/README.md, which presents all figures'
	@echo 'make accept     show what looks different from tests/goldens, which messages changed; TAKE=1 accepts that'
	@echo 'make bench      draw a page of cards in layoutkit, Typst and takumi, and write docs/performance.md'
	@echo 'make wheel      build dist/, check the wheel, and try it in an environment of its own'
	@echo 'make clean      remove caches and rendered files (not out/web)'
	@echo 'make distclean  remove .venv as well'
	@echo
	@echo 'Set-up happens on first use. PYTHON=/path/to/python3 chooses the interpreter (3.11 or newer).'

render: $(RUNTIME)
	@$(PYTHON_RUN) -m layoutkit render $(FIGURES) $(ARGS)

FIRST_TIER = $(PYTHON_RUN) -m pytest -n $(WORKERS) --dist worksteal -m "not programs and not slow" $(ARGS)
SECOND_TIER = $(PYTHON_RUN) -m pytest -n $(WORKERS) --dist worksteal -m "programs or slow" $(ARGS)

test: $(TOOLS)
	@$(FIRST_TIER)

# Exit status 5 says that ARGS selects no test of a tier, which is none of its faults.
test-all: $(TOOLS) $(RELEASE)
	@status=0; $(FIRST_TIER) || status=$$?; $(SECOND_TIER) || [ $$? = 5 ] || status=1; exit $$status

test-rest: $(TOOLS) $(RELEASE)
	@$(SECOND_TIER) || [ $$? = 5 ]

# What it finds is in build/fuzz, where layoutkit render runs it.
INPUTS := 10000
SEED := $(shell date +%s)

fuzz: $(TOOLS)
	@echo 'make fuzz INPUTS=$(INPUTS) SEED=$(SEED)'
	@LAYOUTKIT_FUZZ=$(INPUTS) LAYOUTKIT_FUZZ_SEED=$(SEED) $(PYTHON_RUN) -m pytest -n $(WORKERS) --dist worksteal tests/fuzz/test_fuzz.py -m "not slow" $(ARGS)

check: $(TOOLS)
	@status=0; \
	$(PYTHON_RUN) -m ruff check $(SOURCES) || status=1; \
	$(PYTHON_RUN) -m ruff format --check $(SOURCES) || status=1; \
	$(PYTHON_RUN) -m mypy --strict $(SOURCES) || status=1; \
	$(PYTHON_RUN) -m layoutkit tokens stub --out build/typings/layoutkit_tokens.pyi && \
	MYPYPATH=build/typings $(PYTHON_RUN) -m mypy --strict --cache-dir build/mypy figures || status=1; \
	exit $$status

conformance: $(TOOLS)
	@$(PYTHON_RUN) tests/conformance/live.py $(ARGS)

docs: $(RUNTIME)
	@$(PYTHON_RUN) docs/specimen/render.py
	@$(PYTHON_RUN) docs/brands/render.py
	@$(PYTHON_RUN) docs/brands/seeds.py
	@$(PYTHON_RUN) docs/component_tokens.py
	@$(PYTHON_RUN) docs/token_tables.py
	@$(PYTHON_RUN) -m docs.node_tables
	@$(PYTHON_RUN) -m docs.rule_pages
	@$(PYTHON_RUN) -m docs.code_page
	@$(PYTHON_RUN) docs/icon_sheet.py
	@$(PYTHON_RUN) docs/page_pictures.py
	@$(PYTHON_RUN) -m layoutkit render docs/sheets --target web --out build/sheets
	@cp build/sheets/web/*.png docs/sheets/
	@$(PYTHON_RUN) -m layoutkit render docs/gallery --tokens docs/gallery/tokens.toml --target page --out build/gallery
	@cp build/gallery/page/*.png docs/gallery/

# What is dead or hard to reach ends it with an error. build/site can be served from any address.
site: $(SITE_TOOLS)
	@$(PYTHON_RUN) -m docs.site.build

catalog: $(RUNTIME)
	@$(PYTHON_RUN) -m layoutkit catalog $(FIGURES) $(ARGS)

accept: $(TOOLS)
	@$(PYTHON_RUN) -m tests.goldens.accept $(if $(TAKE),--take)
	@$(PYTHON_RUN) -m tests.check.accept $(if $(TAKE),--take)

# The peers have an environment of their own, which is not the project's. GROWTH=1 measures how time grows as well.
PEERS := build/peers/bin/python

bench: $(TOOLS)
	@[ -x $(PEERS) ] || { $(PYTHON_RUN) -m venv build/peers && $(PEERS) -m pip install --quiet typst takumi-py; }
	@$(PYTHON_RUN) -m compileall -q src
	@$(PYTHON_RUN) -m benchmarks.bench --peers $(CURDIR)/$(PEERS) $(if $(GROWTH),--growth) $(ARGS)

# The files in the archives are as old as the last commit, so that the same commit gives the same bytes.
wheel: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 1580601600)
wheel: $(TOOLS) $(RELEASE)
	@rm -rf dist
	@$(PYTHON_RUN) -m build --no-isolation --outdir dist
	@$(PYTHON_RUN) -m twine check --strict dist/*
	@$(PYTHON_RUN) -m check_wheel_contents dist/*.whl
	@LAYOUTKIT_WHEEL="$$(echo dist/*.whl)" $(PYTHON_RUN) -m pytest tests/setup/test_wheel.py $(ARGS)

$(RUNTIME): pyproject.toml .ci/bootstrap .ci/constraints.txt
	@sh .ci/bootstrap runtime

$(TOOLS): $(RUNTIME)
	@sh .ci/bootstrap tools

$(RELEASE): $(RUNTIME)
	@sh .ci/bootstrap release

$(SITE_TOOLS): $(RUNTIME)
	@sh .ci/bootstrap docs

# Stamps say nothing about an interpreter that has gone since, or a repository that was moved.
ifeq ($(shell sh .ci/bootstrap healthy || echo no),no)
.PHONY: $(RUNTIME) $(TOOLS) $(RELEASE) $(SITE_TOOLS)
endif

clean:
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
	find $(SOURCES) -name __pycache__ -type d -prune -exec rm -rf {} +
	[ ! -d out ] || find out -mindepth 1 -maxdepth 1 ! -name web -exec rm -rf {} +

distclean: clean
	rm -rf .venv
