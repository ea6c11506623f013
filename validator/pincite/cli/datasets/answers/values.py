"""Values of an answer, as DuckDB hands them to Python, in JSON and as text."""

from __future__ import annotations

import json
import math
from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import TypeAlias

    from pincite.model.json_value import Json

    Names: TypeAlias = tuple[str, ...]
    Row: TypeAlias = tuple[object, ...]


class Screen(NamedTuple):
    """Where an answer is shown: how many columns there are, and whether it is a terminal, which must not be steered."""

    width: int = 80
    is_terminal: bool = False


def json_of(value: object) -> Json:
    """Return a value as JSON has it; what JSON has no form for is a text."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, dict):
        return {_key(name): json_of(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [json_of(one) for one in value]
    return _text_for(value)


def _text_for(value: object) -> str:
    if isinstance(value, (date, time)):
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else str(value)


def text_of(value: object) -> str:
    """Return a value as text: lists and structures as JSON, nothing as an empty text."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return compact(value)


def compact(value: object) -> str:
    """Return a value as JSON on one line; what is a text there stands without marks if it is one for JSON's sake alone."""
    found = json_of(value)
    if isinstance(found, str) and not isinstance(value, str):
        return found
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def is_number(value: object) -> bool:
    """Return whether a value is a number."""
    return isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)


def _number(value: Decimal) -> Json:
    if not value.is_finite():
        return str(value)
    return int(value) if value == value.to_integral_value() else float(value)


def _key(name: object) -> str:
    return name if isinstance(name, str) else compact(name)
