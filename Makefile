# The commands of a contributor. Each works in any environment with Python 3.10 or newer; see CONTRIBUTING.md.
PYTHON ?= python3
SEVERITY ?= warning

.PHONY: help install test check update new-rule

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1 - /p' $(MAKEFILE_LIST)

install: ## install Pincite from here, with what its tests need
	$(PYTHON) -m pip install --editable '.[dev]'

test: ## run the tests
	$(PYTHON) -m pytest

check: ## run all that CI runs
	$(PYTHON) tools/check.py

update: ## write generated files and expected results anew; look at the difference before you commit it
	$(PYTHON) tools/generate.py
	$(PYTHON) -m pytest -q --update

new-rule: ## write a rule to be filled in: NAME=date-implausible FAMILY=3 KIND=sources [SEVERITY=error]; no KIND in family 7
	$(PYTHON) tools/new_rule.py '$(NAME)' --family '$(FAMILY)' $(if $(KIND),--kind '$(KIND)') --severity '$(SEVERITY)'
