SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help refresh test faults bench check dev schemas lock wheel clean

PYTHON ?= python3
VENV ?= .venv
N ?= 20000
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# `dagster dev` warns of itself at every start, before it loads any code of ours: in favour of a command without -w.
QUIET_DAGSTER := import warnings; warnings.filterwarnings("ignore", message="Function .\w+_command. is superseded", category=FutureWarning)

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/it" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

# The lock files are complete. Resolving them again, older pips stumble over extras (gql[requests]) that have hashes.
$(VENV)/.runtime: $(VENV)/.python requirements.lock pyproject.toml
	$(INSTALL) --no-deps --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@echo '$(QUIET_DAGSTER)' > "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/planwatch-quiet-dagster.pth"
	@touch $@

$(VENV)/.development: $(VENV)/.runtime requirements-dev.lock
	$(INSTALL) --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

refresh: $(VENV)/.runtime ## Set up if needed, bring the warehouse up to date with raw/
	@$(BIN)/planwatch refresh || [ $$? -eq 4 ] # 4: published, but some files could not be read (see the summary)

test: check ## Set up if needed, check style, types and layers, run all tests
	$(BIN)/python -m pytest

faults: $(VENV)/.development ## Break it on purpose: kills, bad files, full disks (minutes)
	$(BIN)/python -m pytest tests/faults

bench: $(VENV)/.development ## Measure a refresh of N articles (20000), stage by stage, beside baselines
	$(BIN)/python -m benchmarks.refresh --n $(N)

check: $(VENV)/.development ## Check style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/sqlfluff lint dbt_project/models dbt_project/tests

dev: $(VENV)/.runtime ## Open Dagster's UI on this warehouse
	@home=$$($(BIN)/planwatch dagster-home) && cd "$$home" && DAGSTER_HOME="$$home" $(abspath $(BIN))/dagster dev -w $(CURDIR)/workspace.yaml

schemas: $(VENV)/.runtime ## Write what follows from pipelines/schemas.py
	$(BIN)/python -m pipelines.schema_outputs

lock: ## Pin dependencies anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --group build pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --group dev --constraint requirements.lock pyproject.toml -o requirements-dev.lock

wheel: $(VENV)/.runtime ## Build dist/*.whl
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean: ## Remove the environment, caches and the warehouse with its state
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis dist dbt_project/target dbt_project/logs
	rm -rf warehouse/warehouse.duckdb warehouse/.warehouse.duckdb.state
