"""Rules as SARIF describes them, with their documentation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.model.json_value import JsonObject
    from pincite.rules.catalogue import Documented

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
"""The severities in SARIF's words."""
_PROBLEMS = {"error": "error", "warning": "warning", "info": "recommendation"}
"""The same in the words by which GitHub sorts."""
_WHY = re.compile(r"^## Why\n+(.*?)\n*(?:^## |\Z)", re.MULTILINE | re.DOTALL)


def descriptor(code: str, name: str | None) -> JsonObject:
    """Return the description of a rule; of one that is not documented, its code and name alone."""
    from pincite.rules.catalogue import documented  # noqa: PLC0415 - imports every rule

    found = documented(code)
    if found is None:
        return {"id": code, **({"name": name} if name else {})}
    return _described(found)


def _described(found: Documented) -> JsonObject:
    from pincite.reporters.page_text import page_text  # noqa: PLC0415 - as above

    rule, page = found.rule, found.page()
    why = _WHY.search(found.text)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": why[1] if why else rule.summary},
        "help": {"text": page_text(page), "markdown": page},
        "defaultConfiguration": {"enabled": found.default, "level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "problem.severity": _PROBLEMS[rule.severity]},
    }
