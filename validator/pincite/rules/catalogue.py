"""Every code there is, with its documentation: those of reading, of structure and of the rules."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from pincite import rules

if TYPE_CHECKING:
    from pincite.model.rule import Rule


@dataclass(frozen=True)
class Documented:
    """A rule with its module's name and its documentation in Markdown (the module's docstring)."""

    rule: Rule
    module: str
    text: str

    def page(self) -> str:
        """Return the documentation as a page of its own."""
        rule = self.rule
        summary, _, rest = self.text.partition("\n\n")
        facts = f"Severity: {rule.severity}. Family: {rule.family}."
        return f"# {rule.code} {rule.name}\n\n{summary}\n\n{facts}\n\n{rest}\n"


@lru_cache(maxsize=1)
def catalogue() -> tuple[Documented, ...]:
    """Return all rules in the order of their codes."""
    found = [
        _documented(f"{package}.{name}")
        for package, names in (
            ("pincite.reading.rules", import_module("pincite.reading.rules").MODULES),
            ("pincite.structure.rules", import_module("pincite.structure.rules").MODULES),
            ("pincite.rules", [name for names in rules.REGISTRY.values() for name in names]),
        )
        for name in names
    ]
    return tuple(sorted(found, key=lambda one: one.rule.code))


def documented(code: str) -> Documented | None:
    """Return the rule with this code or name, in any case."""
    wanted = code.lower()
    return next((one for one in catalogue() if wanted in {one.rule.code.lower(), one.rule.name}), None)


def _documented(module: str) -> Documented:
    loaded = import_module(module)
    return Documented(loaded.RULE, module, inspect.cleandoc(loaded.__doc__ or ""))
