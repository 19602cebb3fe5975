# Every target works on .venv/, which .ci/fresh.py makes from the lock; `make help` tells what there is.

PYTHON ?= python3
BIN := .venv/bin
# All tests on all processors, each file on one.
WHOLE := -n logical --dist loadfile
CATALOGUES := $(wildcard resources/translations/*.ts)

# A machine without a locale speaks ASCII, and Qt warns about it.
ifneq ($(shell locale charmap 2>/dev/null),UTF-8)
export LC_ALL := C.UTF-8
endif

# Where nobody is at home there is no place for caches either, and fontconfig complains about it.
ifneq ($(shell test -n "$$HOME" && test -w "$$HOME" && echo yes),yes)
export XDG_CACHE_HOME := $(CURDIR)/.venv/cache
endif

.DEFAULT_GOAL := help
.PHONY: help ready run test check bench tour package lock translations clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r t d; do printf '%-20s %s\n' "$$t" "$$d"; done

ready: ## .venv/ and the system libraries, as the lock says
	@$(PYTHON) .ci/fresh.py
	@$(MAKE) --no-print-directory --silent $(CATALOGUES:.ts=.qm)

resources/translations/%.qm: resources/translations/%.ts
	$(BIN)/pyside6-lrelease -silent $< -qm $@

run: ready ## the desktop on the demo municipality (more options: make run ARGS="...")
	@$(BIN)/kcc-desktop --demo $(ARGS)

test: check ## the house's checks, then all tests (some of them: make test ARGS="tests/domain")
	$(BIN)/python -m pytest $(or $(ARGS),$(WHOLE))

check: ready ## style, types (as Windows has them, too) and the arrows between the floors
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --no-warn-unreachable --cache-dir .mypy_cache/win32
	$(BIN)/lint-imports

bench: ready ## the speed table, each figure beside the bare driver (SCALE=full: a million residents)
	$(BIN)/python -m tests.benchmarks $(ARGS)

tour: ready ## a picture of every screen, in tour/
	$(BIN)/kcc-desktop tour --out tour $(ARGS)

package: ready ## the wheel, and the program frozen into a folder that needs no Python, in dist/; tried at the end
	@$(PYTHON) .ci/fresh.py --package
	rm -rf build dist
	$(BIN)/hatchling build -t wheel -d dist
	$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build build.spec
	cd build && env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM ../dist/kcc-desktop/kcc-desktop --demo
	@du -sh dist/*

lock: ## the lock files anew from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
	  --custom-compile-command "make lock" --group build pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
	  --custom-compile-command "make lock" --group dev pyproject.toml -c requirements.lock -o requirements-dev.lock

translations: ready ## the texts on screen into the catalogues, and the catalogues into what Qt reads
	$(BIN)/pyside6-lupdate -silent -no-obsolete -locations none -source-language en -target-language nl \
	  -extensions py kcc_desktop -ts resources/translations/kcc_nl.ts
	$(BIN)/pyside6-lupdate -silent -no-obsolete -locations none -source-language en -target-language en -pluralonly \
	  -extensions py kcc_desktop -ts resources/translations/kcc_en.ts
	@$(MAKE) --no-print-directory $(CATALOGUES:.ts=.qm)

clean: ## away with everything that is made, .venv/ as well
	rm -rf .venv build dist tour bench .mypy_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info
	rm -f resources/translations/*.qm
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
