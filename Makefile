# `make run` shows the dashboard, `make test` checks everything; `make` lists the rest. For Windows see README.md.
# Kept to what GNU make 3.81 (macOS) knows.

PYTHON ?= python3
VENV ?= .venv
ADDRESS ?= 127.0.0.1
PORT ?= 8501
UV ?= uv

BIN = $(VENV)/bin
LOCK = $(UV) pip compile pyproject.toml --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-strip-extras --no-emit-index-url --custom-compile-command "make lock" --quiet
# What the warehouse is made of, as one checksum: it changes with any name or content.
SOURCES = find data loaders requirements.lock -type f ! -path 'data/build/*' ! -path '*/__pycache__/*' \
	-exec cksum {} + | LC_ALL=C sort | cksum

.NOTPARALLEL:
.PHONY: help run warehouse test lint types layers pytest coverage bench format messages dictionary lock clean setup setup-test

help:
	@echo "make run       set up, build the warehouse, start the dashboard (PORT=$(PORT), ADDRESS=$(ADDRESS))"
	@echo "make test      set up what the tests need and run them all; parts: lint, types, layers, pytest"
	@echo "make coverage  pytest with a report of the lines it did not run"
	@echo "make bench     measure reading, building and rendering"
	@echo "make format    format the code and mend what ruff can"
	@echo "make messages  bring new strings of the pages into the Ukrainian catalogue"
	@echo "make dictionary  write the data dictionary anew"
	@echo "make lock      write the lock files from pyproject.toml with uv; UPGRADE=1 takes newer versions"
	@echo "make clean     remove .venv, the built warehouse and caches"
	@echo "PYTHON=python3.12 chooses the Python for .venv"

run: warehouse
	@exec $(BIN)/python -m streamlit run app.py --server.address $(ADDRESS) --server.port $(PORT)

warehouse: setup
	@now=$$($(SOURCES)); published="data/build/$$(cat data/build/current 2>/dev/null)"; \
	if [ -f "$$published" ] && [ "$$now" = "$$(cat data/build/sources 2>/dev/null)" ]; then \
		echo "The warehouse is up to date"; \
	else \
		echo "Building the warehouse"; \
		$(BIN)/python -m loaders build && echo "$$now" > data/build/sources; \
	fi

test: lint types layers pytest

lint: setup-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup-test
	$(BIN)/basedpyright --pythonpath $(BIN)/python

layers: setup-test
	$(BIN)/lint-imports

# On every core; the tests of one file share what they read, so they stay together.
pytest: setup-test
	$(BIN)/python -m pytest -n auto --dist loadfile

coverage: setup-test
	$(BIN)/python -m pytest -n auto --dist loadfile --cov

bench: setup-test
	$(BIN)/python -m tests.benchmarks

format: setup-test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: setup
	mkdir -p data/build
	$(BIN)/pybabel --quiet extract --omit-header --add-location file --width 120 --output data/build/messages.pot pages
	$(BIN)/pybabel --quiet update --input-file data/build/messages.pot --domain messages --locale uk \
		--output-dir pages/locale --no-fuzzy-matching --ignore-obsolete --width 120 --ignore-pot-creation-date

dictionary: setup
	$(BIN)/python -m data.dictionary > data/DICTIONARY.md

# Older pip refuses a pin without the extra that somebody asks for once a newer release exists: extras stay in the lock.
# uv keeps the versions that it finds in the file it writes: so the runtime lock gets those of the tests' lock.
lock:
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: install it, or name it with UV=path/to/uv" >&2; exit 1; }
	$(LOCK) $(if $(UPGRADE),--upgrade) --extra test --output-file requirements-test.lock
	cp requirements-test.lock requirements.lock
	$(LOCK) --output-file requirements.lock

clean:
	[ ! -f $(VENV)/pyvenv.cfg ] || rm -rf $(VENV)
	rm -rf data/build .pytest_cache .ruff_cache .hypothesis .benchmarks .import_linter_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup:
	@$(make_venv)
	@$(call install,requirements.lock)

# Holds all of the runtime lock too.
setup-test:
	@$(make_venv)
	@$(call install,requirements-test.lock) && cp requirements.lock $(VENV)/requirements.lock

# A new .venv when there is none, or when its Python is gone.
define make_venv
$(BIN)/python -c "import pip" 2>/dev/null || { \
	command -v $(PYTHON) >/dev/null || { \
		echo "Koshtorys needs Python 3.11 or newer, and there is no $(PYTHON); name one with PYTHON=..." >&2; exit 1; }; \
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { \
		echo "Koshtorys needs Python 3.11 or newer, and $(PYTHON) is older; name another with PYTHON=..." >&2; exit 1; }; \
	$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || { \
		echo "$(PYTHON) has no venv module; on Debian and Ubuntu, install the package python3-venv" >&2; exit 1; }; \
	echo "Setting up $(VENV)"; \
	$(PYTHON) -m venv --clear $(VENV); }
endef

# A copy of the lock inside .venv says that it is installed.
define install
cmp -s $(1) $(VENV)/$(1) || { \
	echo "Installing $(1)"; \
	$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r $(1) && cp $(1) $(VENV)/$(1); }
endef
