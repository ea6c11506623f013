"""Every code there is, with its documentation: those of reading, of structure, of the rules and of verification."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from pincite import rules

if TYPE_CHECKING:
    from pincite.model.rule import Rule


_FIXES = {
    "safe": "safe",
    "unsafe": "unsafe, to be looked at",
    "both": "safe, or unsafe where somebody has to look",
    None: "by hand",
}
"""How a rule's findings are mended, in words."""


@dataclass(frozen=True)
class Documented:
    """A rule with its module's name and its documentation in Markdown (the module's docstring).

    ``default`` is false for a rule that is asked only where the configuration selects it.
    """

    rule: Rule
    module: str
    text: str
    default: bool = True

    def page(self) -> str:
        """Return the documentation as a page of its own."""
        rule = self.rule
        summary, _, rest = self.text.partition("\n\n")
        needs = {"text": "the article's text", "files": "files it names", None: "the document alone"}[
            rule.needs
        ]
        facts = f"Severity: {rule.severity}. Family: {rule.family}. Needs: {needs}. Fix: {_FIXES[rule.fix]}."
        if not self.default:
            facts += " Asked only where the configuration selects it."
        return f"# {rule.code} {rule.name}\n\n{summary}\n\n{facts}\n\n{rest}\n"


@lru_cache(maxsize=1)
def catalogue() -> tuple[Documented, ...]:
    """Return all rules in the order of their codes."""
    found = [
        _documented(f"{package}.{name}")
        for package, names in (
            *((package, import_module(package).MODULES) for package in rules.LISTS),
            ("pincite.rules", [entry.module for entry in rules.entries()]),
        )
        for name in names
    ]
    return tuple(sorted(found, key=lambda one: one.rule.code))


def documented(code: str) -> Documented | None:
    """Return the rule with this code (its number will do) or name, in any case."""
    wanted = code.lower()
    names = {wanted, f"pin{wanted}"}
    return next(
        (one for one in catalogue() if not names.isdisjoint({one.rule.code.lower(), one.rule.name})), None
    )


def nearest(code: str) -> Rule | None:
    """Return the rule that an unknown code or name may have meant: of the same family, or of a similar name."""
    rules_there = [one.rule for one in catalogue()]
    number = re.fullmatch(r"(?:pin)?-?([0-9]{3})", code.lower())
    if number:
        family = [rule for rule in rules_there if rule.code[3] == number[1][0]]
        return min(family, key=lambda rule: abs(int(rule.code[3:]) - int(number[1])), default=None)
    names = get_close_matches(code.lower(), [rule.name for rule in rules_there], n=1)
    return next((rule for rule in rules_there if rule.name in names), None)


def _documented(module: str) -> Documented:
    loaded = import_module(module)
    on = loaded.RULE.code not in rules.all_codes() or loaded.RULE.code in rules.default_codes()
    return Documented(loaded.RULE, module, inspect.cleandoc(loaded.__doc__ or ""), on)
