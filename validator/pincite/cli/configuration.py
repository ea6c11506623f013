"""The settings that the command line asks for, and what ``pincite config`` shows."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from pincite.cli.output import CallError
from pincite.reporters.safe_text import safe, safe_json
from pincite.settings import ConfigError, shown_path
from pincite.settings.run import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.model.json_value import Json
    from pincite.settings.in_force import InForce

_DEFAULTS: dict[str, Json] = {
    "select": None,
    "extend-select": [],
    "ignore": [],
    "fail-on": "warning",
    "exclude": [],
    "respect-gitignore": True,
    "baseline": None,
}
"""What holds where no configuration says anything; None for what is not there at all."""


def settings_of(
    select: Iterable[str] | None,
    ignore: Iterable[str],
    *,
    config: str | None,
    isolated: bool,
    baseline: str | None,
) -> Settings:
    """Return the settings for the options of a command; raises CallError."""
    if isolated and config is not None:
        raise CallError("--isolated and --config exclude each other")
    chosen = _beginnings(select, "--select") if select else None
    try:
        return Settings(
            config=config,
            isolated=isolated,
            select=chosen,
            ignore=_beginnings(ignore, "--ignore"),
            baseline=baseline,
        )
    except ConfigError as error:
        raise CallError(str(error)) from None


def _beginnings(words: Iterable[str], option: str) -> tuple[str, ...]:
    from pincite.settings.selection import (  # noqa: PLC0415 - only where rules are chosen
        ALWAYS_TOLD,
        UnknownSelectorError,
        beginning,
    )

    found = []
    for word in (part.strip() for each in words for part in each.split(",")):
        try:
            code = beginning(word)
        except UnknownSelectorError as error:
            meant = f"; did you mean {error.nearest}?" if error.nearest else "; pincite rules lists them all"
            raise CallError(f"{option}: no rule is called '{word}'{meant}") from None
        if option == "--ignore" and code in ALWAYS_TOLD:
            raise CallError(f"{option}: {code} cannot be ignored: a file that gives it is not judged at all")
        found.append(code)
    return tuple(found)


def shown_config(path: str, file: str | None, *, as_json: bool) -> str:
    """Return what is in force for a file or folder, value by value with its origin; raises CallError."""
    about = os.path.join(path, "x") if os.path.isdir(path) else path  # noqa: PTH112, PTH118 - as in lookup
    try:
        config, _ = Settings(config=file).found(about)
    except ConfigError as error:
        raise CallError(str(error)) from None
    rows = list(_rows(config))
    if as_json:
        values: dict[str, Json] = {
            ".".join(keys): {"value": value, "from": origin} for keys, value, origin in rows
        }
        whole = {"path": path, "config": shown_path(config.path) if config else None, "values": values}
        return safe_json(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"
    lines = [f"# {shown_path(config.path)}" if config else "# no configuration", *map(_line, rows)]
    return "".join(f"{safe(line)}\n" for line in lines)


def _rows(config: InForce | None) -> Iterator[tuple[tuple[str, ...], Json, str]]:
    """Yield keys, value and origin of each value: first those that have a default, then the tables."""
    values = {} if config is None else config.values
    for name, default in _DEFAULTS.items():
        origin = values.get((name,))
        if origin is not None:
            yield (name,), origin.value, _origin(origin.path, origin.line)
        else:
            yield (name,), default, "default"
    for keys in sorted(keys for keys in values if len(keys) > 1):
        yield keys, values[keys].value, _origin(values[keys].path, values[keys].line)


def _line(row: tuple[tuple[str, ...], Json, str]) -> str:
    keys, value, origin = row
    plain = [
        key if key.replace("-", "").replace("_", "").isalnum() else json.dumps(key, ensure_ascii=False)
        for key in keys
    ]
    written = "the usual rules" if value is None and keys == ("select",) else _written(value)
    return f"{'.'.join(plain)} = {written}  # {origin}"


def _written(value: Json) -> str:
    if value is None:
        return "none"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_written(inner)}" for name, inner in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def _origin(path: str, line: int | None) -> str:
    return f"{shown_path(path)}:{line}" if line else shown_path(path)
