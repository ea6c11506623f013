"""Generates ``docs/rules``: a page for each rule from its module's docstring, and the table of all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import FAMILIES, SEVERITIES
from pincite.rules.catalogue import catalogue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.model.rule import Rule
    from pincite.rules.catalogue import Documented

FOLDER = "docs/rules"
_INTRODUCTION = """\
# Rules

Every finding has a code.
The first digit of the code is its family.
A code never changes its meaning and is never used again.
`pincite explain CODE` shows the same page in the terminal, `pincite rules` the same list.

| severity | what it means | fails the run |
| --- | --- | --- |
| error | the document cannot be right | yes |
| warning | an editor must look | yes, unless `--fail-on error` |
| info | worth knowing | never |
"""


def pages() -> dict[str, str]:
    """Return the page of each rule and the index."""
    rules = catalogue()
    texts = {page_path(one.rule): _page(one) for one in rules}
    return {f"{FOLDER}/index.md": _index(rules), **texts}


def page_path(rule: Rule) -> str:
    """Return where the page of a rule lies."""
    return f"{FOLDER}/{rule.code}-{rule.name}.md"


def _page(one: Documented) -> str:
    source = f"validator/{one.module.replace('.', '/')}.py"
    return f"{one.page().rstrip()}\n\n[All rules](index.md)\n\n{note(source)}"


def _index(documented: Sequence[Documented]) -> str:
    rules = [one.rule for one in documented]
    only = {one.rule.code for one in documented if not one.default}
    parts = [_INTRODUCTION]
    for digit, family in FAMILIES.items():
        members = [rule for rule in rules if rule.code[3] == digit]
        if members:
            rows = "".join(_row(rule, only=rule.code in only) for rule in members)
            heading = f"## {family.capitalize()}\n\n"
            parts.append(
                f"{heading}| code | name | severity | what is wrong |\n| --- | --- | --- | --- |\n{rows}"
            )
    counts = [
        f"{sum(rule.severity == one for rule in rules)} of severity {one}" for one in reversed(SEVERITIES)
    ]
    parts.append(f"{len(rules)} rules: {', '.join(counts)}.\n")
    parts.append(note("the docstrings in validator/pincite"))
    return "\n".join(parts)


def _row(rule: Rule, *, only: bool) -> str:
    file = page_path(rule).removeprefix(f"{FOLDER}/")
    severity = f"{rule.severity}, only where selected" if only else rule.severity
    return f"| [{rule.code}]({file}) | {rule.name} | {severity} | {rule.summary} |\n"


def note(source: str) -> str:
    """Return the last line of a generated page, which says what to edit instead."""
    return f"<!-- Generated from {source} by tools/generate.py; do not edit. -->\n"
