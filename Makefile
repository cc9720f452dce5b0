# The two commands of a newcomer are `make run` and `make test`; each sets up all that it needs in .venv.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

# DuckDB's extensions for servers exist for 1.5.5: with them that version stands before the usual packages, in this folder.
SERVER := .venv-server
AS_SERVER := PYTHONPATH=$(SERVER) $(BIN)/python

.PHONY: run load test test-server check style score reader bench mutants speed fuzz screenshots lock audit sbom clean

# A load that fails has said why, and left the older data: the dashboard shows that, and says the same.
run: $(VENV)/.run
	-$(BIN)/python -m loaders --if-stale
	$(BIN)/streamlit run asgi.py --server.port $(PORT)

load: $(VENV)/.run
	$(BIN)/python -m loaders

# Files in their order, so that those of the browser, which are long, are not left for the end; a worker that drives a browser
# waits for it much of its time, so there is one more than cores. Servers are tested meanwhile, and told at the end; so are
# types, as without a cache they take a core for most of a minute.
IN_PARALLEL := -n $$($(BIN)/python -c 'import os; print((os.cpu_count() or 1) + 1)') --dist loadfile --no-loadscope-reorder

# Compiled files are kept, also where a machine's setting says otherwise: every worker, and each process that a test starts,
# would else compile the whole program and all tests anew.
test: export PYTHONDONTWRITEBYTECODE :=
test: style $(SERVER)/.done
	$(BIN)/python -m tests.browser.chromium
	@{ $(BIN)/mypy > $(SERVER)/.types 2>&1; echo $$? > $(SERVER)/.types_code; } & \
	{ $(AS_SERVER) -m pytest tests/engines > $(SERVER)/.told 2>&1; echo $$? > $(SERVER)/.code; } & \
	$(BIN)/python -m pytest $(IN_PARALLEL); code=$$?; wait; \
	echo "tests/engines on the DuckDB of servers:"; cat $(SERVER)/.told; \
	echo "types:"; cat $(SERVER)/.types; exit $$((code + $$(cat $(SERVER)/.code) + $$(cat $(SERVER)/.types_code)))

# The store's tests on the DuckDB of servers, and those of the lake with many more kills.
test-server: $(VENV)/.dev $(SERVER)/.done
	$(AS_SERVER) -m pytest -n auto --dist loadfile tests/loaders/store tests/dashboard/database tests/pages/test_opening.py
	PLAN_KILLS=$${PLAN_KILLS:-40} $(AS_SERVER) -m pytest tests/engines

check: style
	$(BIN)/mypy

style: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

score: $(VENV)/.dev
	$(BIN)/python -m tests.gold.score

reader: $(VENV)/.dev
	$(BIN)/python -m tests.gold.headings
	$(BIN)/python -m tests.gold.reader

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench.reading
	$(BIN)/python -m tests.bench.growth
	$(BIN)/python -m tests.bench.queries
	$(BIN)/python -m tests.bench.replacing

# Changes the code sign by sign and tells which faults no test notices: an hour and more.
mutants: $(VENV)/.dev
	$(BIN)/python -m tests.bench.mutants

# Page times in a real browser, told against a bare app of Streamlit in the same run.
speed: $(VENV)/.dev
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m tests.bench.speed

# Fifty visitors at one server, without a browser: --processes 2 serves them with two.
soak: $(VENV)/.dev
	$(BIN)/python -m tests.bench.soak

# Breaks documents by seed, for hours: --count and --seed choose fewer, or others.
fuzz: $(VENV)/.dev
	$(BIN)/python -m tests.bench.fuzz

screenshots: $(VENV)/.dev
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m tests.browser.screenshots

# Writes the locks anew from the short lists; pins that still fit stay, unless: make lock UPGRADE=--upgrade
LOCK = $(VENV)/tools/bin/uv pip compile --no-config --quiet --universal --python-version 3.11 --generate-hashes $(UPGRADE) \
	--default-index https://pypi.org/simple --custom-compile-command 'make lock'
lock: $(VENV)/.tools
	$(LOCK) requirements.txt -o requirements.lock
	$(LOCK) requirements-dev.txt -c requirements.lock -o requirements-dev.lock
	$(LOCK) requirements-tools.txt -o requirements-tools.lock
	$(LOCK) requirements-server.txt -o requirements-server.lock
	$(LOCK) requirements-server-dev.txt -c requirements-server.lock -o requirements-server-dev.lock

# Exit 0: none known; 1: some are; 3: the data could not be reached, so nothing is known.
audit: $(VENV)/.tools
	$(VENV)/tools/bin/python -m tests.supply.audit

sbom: $(VENV)/.tools
	$(VENV)/tools/bin/cyclonedx-py requirements requirements.lock --output-reproducible --output-format JSON --output-file sbom.cdx.json
	@echo sbom.cdx.json

clean:
	rm -rf $(VENV) $(SERVER) data/plan.duckdb*

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed (found: $$($(PYTHON) --version 2>&1 || true))." >&2; \
	  echo "Debian 12: apt-get install python3 python3-venv. Another Python: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments: its venv module is a package of its own on Debian." >&2; \
	  echo "Install it, then try again: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Files are taken only where their hash is one of the lock's.
INSTALL := -m pip install --quiet --disable-pip-version-check --require-hashes

$(VENV)/.run: requirements.lock | $(BIN)/python
	$(BIN)/python $(INSTALL) -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(BIN)/python
	$(BIN)/python $(INSTALL) -r requirements-dev.lock
	@touch $@ $(VENV)/.run

$(VENV)/.tools: requirements-tools.lock | $(BIN)/python
	$(BIN)/python -m venv $(VENV)/tools
	$(VENV)/tools/bin/python $(INSTALL) -r requirements-tools.lock
	@touch $@

$(SERVER)/.done: requirements-server-dev.lock | $(BIN)/python
	rm -rf $(SERVER)
	$(BIN)/python $(INSTALL) --target $(SERVER) -r requirements-server-dev.lock
	@touch $@
