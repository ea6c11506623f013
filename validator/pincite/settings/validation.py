"""A configuration is held against its schema, and against what the schema cannot say."""

from __future__ import annotations

import os
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING

from pincite.schemas import schema
from pincite.settings import ConfigError
from pincite.settings.about_dataset import fault_in
from pincite.settings.patterns import MAX_PATTERNS
from pincite.settings.selection import ALWAYS_TOLD, UnknownSelectorError, beginning
from pincite.structure.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from jsonschema.exceptions import ValidationError

    from pincite.settings.config_file import ConfigFile, Keys

    Fault = tuple[Keys, str | None, Callable[[], str]]
    """Where (the keys, and a text within the value), and what is wrong: worded for the one that is told."""


@lru_cache(maxsize=1)
def _gate() -> Gate:
    return Gate(schema("config"))


def validate(config: ConfigFile) -> None:
    """Raise ConfigError for the first thing that is wrong with a configuration."""
    accepted = _gate().accepts(config.table)
    faults = _faults(config) if accepted else _schema_faults(config)
    found = _first(config, faults)
    if found is not None:
        raise ConfigError(config.path, found[0] or None, found[1]())
    if not accepted:  # the gate and jsonschema disagree: rather refused than misread
        raise ConfigError(config.path, None, "the configuration does not keep to its schema")


def _first(config: ConfigFile, faults: Iterator[Fault]) -> tuple[int, Callable[[], str]] | None:
    """Return the line and the words of the fault that stands first, 0 where it stands on no known line.

    Texts within values are only looked for where the keys are those of the first line with a fault.
    """
    by_line: dict[int, list[Fault]] = {}
    for fault in islice(faults, _MOST_FAULTS):
        by_line.setdefault(config.line_of(fault[0]) or 0, []).append(fault)
    if not by_line:
        return None
    first = by_line[min(by_line)][:_MOST_SOUGHT]
    lines = [config.line_of(keys, item) or 0 for keys, item, _ in first]
    at = lines.index(min(lines))
    return lines[at], first[at][2]


_MOST_FAULTS = 10_000
_MOST_SOUGHT = 100
"""Faults among which the first is looked for, in all and on the line of one key."""


# ---- what the schema says


def _schema_faults(config: ConfigFile) -> Iterator[Fault]:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - slow to import, and only to explain

    for error in Draft202012Validator(schema("config")).iter_errors(config.table):
        yield from _worded(error)


_TYPES = {
    "string": "text",
    "boolean": "true or false",
    "integer": "a whole number",
    "array": "a list",
    "object": "a table",
}
_KINDS: dict[type, str] = {str: "text", bool: "true or false", list: "a list", dict: "a table"}


def _worded(error: ValidationError) -> Iterator[Fault]:
    steps = [str(step) for step in error.absolute_path]
    keys: Keys = tuple(steps)
    named = ".".join(step for step in steps if not step.isdecimal())
    value, wanted = error.instance, error.validator_value
    if error.validator == "additionalProperties" and isinstance(value, dict):
        known = list(error.schema["properties"]) if isinstance(error.schema, dict) else []
        for name in value:
            if name not in known:
                where = f" in '{named}'" if named else ""
                yield (
                    (*keys, name),
                    None,
                    partial(_unknown, f"unknown key '{_cut(name)}'{where}", name, known),
                )
    elif error.validator == "type":
        given = _KINDS.get(type(value), f"'{_cut(str(value))}'")
        whose = f"each value of '{named}'" if steps and steps[-1].isdecimal() else f"'{named}'"
        yield keys, None, partial(str, f"{whose} must be {_TYPES[str(wanted)]}, not {given}")
    elif error.validator == "enum" and isinstance(wanted, list):
        listed = ", ".join(f"'{one}'" for one in wanted)
        yield keys, None, partial(str, f"'{named}' must be one of {listed}, not '{_cut(str(value))}'")
    elif error.validator == "minimum":
        yield keys, None, partial(str, f"'{named}' must be {wanted} or more, not {_cut(str(value))}")
    else:
        yield keys, None, partial(str, f"'{named}' must not be empty")


# ---- what it cannot say


def _faults(config: ConfigFile) -> Iterator[Fault]:
    table = config.table
    for key in ("select", "extend-select", "ignore"):
        yield from _selectors((key,), _texts(table.get(key)), silences=key == "ignore")
    for pattern, words in _items(table.get("per-file-ignores")):
        yield from _outside(("per-file-ignores", pattern), pattern)
        yield from _selectors(("per-file-ignores", pattern), _texts(words), silences=True)
    for word, severity in _items(table.get("severity")):
        yield from _selectors(("severity", word), [word], silences=severity != "error")
    for pattern in _texts(table.get("exclude")):
        yield from _outside(("exclude",), pattern)
    for key in ("exclude", "per-file-ignores"):
        listed = table.get(key)
        if isinstance(listed, (list, dict)) and len(listed) > MAX_PATTERNS:
            yield (key,), None, partial(str, f"'{key}': more than {MAX_PATTERNS} patterns are not read")
    yield from _paths(config)
    for member, value in _items(table.get("dataset")):
        fault = fault_in(member, value) if isinstance(value, str) else None
        if fault is not None:
            yield ("dataset", member), None, partial(str, f"'dataset.{member}' {fault}")
    house = dict(_items(table.get("house")))
    yield from _required(dict(_items(house.get("required"))))


def _paths(config: ConfigFile) -> Iterator[Fault]:
    """Tell the files that a configuration may not name."""
    for key in ("extend", "baseline"):
        path = config.table.get(key)
        if isinstance(path, str):
            yield from _leaving(config, (key,), path)
    conversion = dict(_items(config.table.get("convert")))
    for style in _texts(conversion.get("citation-styles")):
        if style.endswith((".yaml", ".yml")) or "/" in style:
            yield from _leaving(config, ("convert", "citation-styles"), style)


def _selectors(keys: Keys, words: list[str], *, silences: bool) -> Iterator[Fault]:
    for word in words:
        try:
            code = beginning(word)
        except UnknownSelectorError as error:
            yield keys, word, partial(_no_rule, keys, error)
            continue
        if silences and code in ALWAYS_TOLD:
            told = f"{code} cannot be silenced: a file that gives it is not judged at all; see 'exclude'"
            yield keys, word, partial(str, told)


def _no_rule(keys: Keys, error: UnknownSelectorError) -> str:
    meant = f"; did you mean {error.nearest}?" if error.nearest else "; pincite rules lists them all"
    return f"no rule is called '{_cut(error.word)}' ('{keys[0]}'){meant}"


def _required(required: dict[str, object]) -> Iterator[Fault]:
    source = schema("document")["$defs"]["source"]["properties"]
    types, members = source["type"]["enum"], list(source)
    for name, wanted in required.items():
        keys = ("house", "required", name)
        if name not in types:
            told = f"'house.required': no source is of type '{_cut(name)}'"
            yield keys, None, partial(_unknown, told, name, types)
        for member in _texts(wanted):
            if member not in members:
                told = f"'house.required': a source has no member '{_cut(member)}'"
                yield keys, member, partial(_unknown, told, member, members)


def _outside(keys: Keys, pattern: str) -> Iterator[Fault]:
    if ".." in pattern.split("/"):
        yield keys, pattern, partial(str, f"'{keys[0]}': the pattern '{_cut(pattern)}' leaves the project")


def _leaving(config: ConfigFile, keys: Keys, path: str) -> Iterator[Fault]:
    """Tell a path that leads out of the project: the repository, or without one the folder of the configuration."""
    folder = os.path.dirname(os.path.abspath(config.path))  # noqa: PTH100, PTH120 - as in lookup
    tree = os.path.realpath(repository_of(folder) or folder)
    try:
        target = os.path.realpath(os.path.join(folder, path))  # noqa: PTH118
    except ValueError:  # a name that no file can have
        target = ""
    if os.path.isabs(path) or "\\" in path or not target.startswith(tree.rstrip(os.sep) + os.sep):  # noqa: PTH117
        yield (
            keys,
            None,
            partial(str, f"'{'.'.join(keys)}': the path '{_cut(path)}' leads out of the project"),
        )


def repository_of(folder: str) -> str | None:
    """Return the folder with a ``.git`` around an absolute one, None where there is none."""
    while True:
        if os.path.lexists(os.path.join(folder, ".git")):  # noqa: PTH118
            return folder
        parent = os.path.dirname(folder)  # noqa: PTH120
        if parent == folder:
            return None
        folder = parent


def _unknown(told: str, word: str, known: Collection[str]) -> str:
    return told + _meant(word, known)


def _meant(word: str, known: Collection[str]) -> str:
    from pincite.model.nearness import closest_word  # noqa: PLC0415 - only to explain

    found = closest_word(word.replace("_", "-"), known) or closest_word(word, known)
    return f"; did you mean '{found}'?" if found else f"; there are: {', '.join(known)}"


def _cut(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _items(value: object) -> list[tuple[str, object]]:
    return list(value.items()) if isinstance(value, dict) else []
