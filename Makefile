# Five verbs: demo, test, evaluate, bench, model. Each makes what it needs; nothing else by hand.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: demo test evaluate bench bench-pages bench-map model pictures check lock clean

demo: $(VENV)/.run
	$(BIN)/whosat demo

test: check
	$(BIN)/pytest -q

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Writes the training text, trains and scores anew: about three quarters of an hour on two cores.
model: $(VENV)/.dev
	$(BIN)/python -m whosat.extract.model.train

# Test documents of both halves of the layouts, then any folder of gold: make evaluate GOLD=../minutes/gold
evaluate: $(VENV)/.dev
	$(BIN)/whosat evaluate --generated 236 --half develop --layout
	$(BIN)/whosat evaluate --generated 222 --half judge --layout
	$(BIN)/whosat evaluate --generated 110 --half reserve
	$(BIN)/whosat evaluate --generated 222 --half judge --rare-names
	$(BIN)/whosat evaluate --identities
	@for folder in $(GOLD); do echo; echo "$$folder"; $(BIN)/whosat evaluate "$$folder"; done

# Words a second from text to facts on one core and on two processes, memory, start-up times.
bench: $(VENV)/.dev
	$(BIN)/python bench/run.py

# Fifty clients at once for a minute on the pages of 5,000 invented things.
bench-pages: $(VENV)/.dev
	$(BIN)/python bench/pages.py

# Which part of the map moves when a document is added: make bench-map FOLDER=../minutes
bench-map: $(VENV)/.dev
	$(BIN)/python bench/places.py $(FOLDER)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# Everything pinned with its hash; the project itself is installed beside it, live.
$(VENV)/.run: constraints.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.run constraints-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints-dev.txt
	touch $@

# Needs uv; only for those who change a dependency.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -o constraints.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra dev -c constraints.txt pyproject.toml -o constraints-dev.txt

# Screenshots need Chromium; without it only the diagram and the map are drawn.
pictures: $(VENV)/.dev
	$(BIN)/python docs/take_pictures.py

clean:
	rm -rf $(VENV) build dist *.egg-info
