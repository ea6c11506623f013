"""What a configuration says once those it extends are counted in, and where each value comes from."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.model.house import NO_HOUSE, House
from pincite.settings import ConfigError
from pincite.settings.config_file import read_config
from pincite.settings.patterns import covered, parsed
from pincite.settings.selection import beginning
from pincite.settings.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from pincite.model.json_value import Json
    from pincite.model.rule import Severity
    from pincite.settings.config_file import ConfigFile, Keys
    from pincite.settings.patterns import Pattern

    _Rooted: TypeAlias = tuple[str, list[Pattern]]
    """Patterns and the folder they count from, with a separator at its end."""

MAX_EXTENDED = 8
"""How many configurations may extend one another."""
_TABLES = {
    (),
    ("per-file-ignores",),
    ("severity",),
    ("house",),
    ("house", "required"),
    ("house", "archives"),
    ("convert",),
    ("convert", "paragraph-styles"),
    ("dataset",),
}
"""The tables whose values are taken one by one; any other value is taken whole."""


class Origin(NamedTuple):
    """A value, and the file and line that say so."""

    value: Json
    path: str
    line: int | None


def in_force(path: str, *, whole: bool | None = None) -> InForce | None:
    """Return what the configuration in a file says, None for a ``pyproject.toml`` without one; raises ConfigError."""
    files = list(_files(path, whole=whole))
    return InForce(path, files) if files else None


def _files(path: str, *, whole: bool | None) -> Iterator[ConfigFile]:
    """Yield a configuration and those it extends, the nearest first."""
    seen: list[str] = []
    asked: tuple[ConfigFile, str] | None = None
    while True:
        config = read_config(path, whole=whole)
        if config is None:
            if asked is not None:
                raise ConfigError(
                    asked[0].path, asked[0].line_of(("extend",)), f"'extend': {path} holds no configuration"
                )
            return
        validate(config)
        yield config
        seen.append(os.path.realpath(path))
        extend = config.table.get("extend")
        if not isinstance(extend, str):
            return
        asked, whole = (config, extend), None
        path = os.path.normpath(os.path.join(os.path.dirname(path), extend))  # noqa: PTH118, PTH120
        line = config.line_of(("extend",))
        if os.path.realpath(path) in seen or len(seen) >= MAX_EXTENDED:
            raise ConfigError(config.path, line, f"'extend': '{extend}' leads round in a circle, or too far")
        if not os.path.isfile(path):  # noqa: PTH113
            raise ConfigError(config.path, line, f"'extend': there is no file '{extend}'")


class InForce:
    """The values of one configuration and of those it extends; the nearest one that has a value counts.

    Tables are put together key by key, and what ``extend-select`` lists adds up.
    """

    def __init__(self, path: str, files: list[ConfigFile]) -> None:
        self.path = path
        self.folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120
        self.values: dict[Keys, Origin] = {}
        for config in files:
            for keys, value in _leaves(config.table, ()):
                known = self.values.get(keys)
                if known is None:
                    self.values[keys] = Origin(value, config.path, config.line_of(keys))
                elif keys == ("extend-select",):
                    both = cast("list[Json]", known.value) + cast("list[Json]", value)
                    self.values[keys] = known._replace(value=both)

    def select(self) -> list[str] | None:
        """Return the beginnings of the selected codes, None where nothing is said."""
        return self._beginnings("select") if ("select",) in self.values else None

    def also(self) -> list[str]:
        """Return the beginnings of the codes selected besides."""
        return self._beginnings("extend-select")

    def ignore(self) -> list[str]:
        """Return the beginnings of the ignored codes."""
        return self._beginnings("ignore")

    def ignored_in(self, path: str) -> tuple[str, ...]:
        """Return the beginnings of the codes that are ignored in one (absolute) file."""
        return tuple(
            sorted(
                start for pattern, starts in self._per_file if self._covers(pattern, path) for start in starts
            )
        )

    def excludes(self, path: str, *, is_folder: bool = False) -> bool:
        """Return whether a file or folder (an absolute path) is to be passed over."""
        return any(self._covers(patterns, path, is_folder=is_folder) for patterns in self._exclude)

    @cached_property
    def severities(self) -> dict[str, Severity]:
        """Return the severities by the beginning of codes."""
        return {beginning(word): cast("Severity", one.value) for word, one in self.under("severity")}

    @cached_property
    def house(self) -> House:
        """Return the house style."""
        if not any(keys[0] == "house" for keys in self.values):
            return NO_HOUSE
        required = {
            name: tuple(cast("list[str]", one.value)) for name, one in self.under("house", "required")
        }
        archives = {name: one.value for name, one in self.under("house", "archives")}
        return House(
            self.text("house", "date"),
            self.text("house", "ellipsis"),
            self.text("house", "quotation-marks"),
            required,
            cast("dict[str, object]", archives),  # type: ignore[arg-type] # what the schema guarantees
        )

    @property
    def citation_styles(self) -> list[str]:
        """Return the styles that citations are printed in: names, and paths of files as seen from the working folder."""
        found = self.values.get(("convert", "citation-styles"))
        if found is None:
            return []
        folder = os.path.dirname(found.path)  # noqa: PTH120
        listed = cast("list[str]", found.value)
        return [
            os.path.normpath(os.path.join(folder, one)) if one.endswith((".yaml", ".yml")) else one  # noqa: PTH118
            for one in listed
        ]

    @property
    def paragraph_styles(self) -> dict[str, str]:
        """Return the kinds of paragraphs by the names of a house's own styles in Word documents."""
        return {name: str(one.value) for name, one in self.under("convert", "paragraph-styles")}

    @property
    def dataset(self) -> dict[str, Json]:
        """Return what is said of a dataset of the documents, by its keys."""
        return {name: one.value for name, one in self.under("dataset")}

    @property
    def respects_gitignore(self) -> bool:
        """Return whether ``.gitignore`` files are respected."""
        found = self.values.get(("respect-gitignore",))
        return found is None or found.value is True

    @property
    def fail_on(self) -> Severity | None:
        """Return the severity from which on a finding fails the run, None where nothing is said."""
        return cast("Severity | None", self.text("fail-on"))

    @cached_property
    def baseline(self) -> str | None:
        """Return the path of the baseline."""
        found = self.values.get(("baseline",))
        if found is None:
            return None
        return os.path.normpath(os.path.join(os.path.dirname(found.path), str(found.value)))  # noqa: PTH118, PTH120

    def text(self, *keys: str) -> str | None:
        """Return a value that is text."""
        found = self.values.get(keys)
        return found.value if found is not None and isinstance(found.value, str) else None

    def under(self, *keys: str) -> list[tuple[str, Origin]]:
        """Return the values of a table by name."""
        return [(one[-1], origin) for one, origin in self.values.items() if one[:-1] == keys]

    def _beginnings(self, key: str) -> list[str]:
        found = self.values.get((key,))
        return [] if found is None else [beginning(word) for word in cast("list[str]", found.value)]

    @cached_property
    def _exclude(self) -> list[_Rooted]:
        found = self.values.get(("exclude",))
        return [] if found is None else [_rooted(cast("list[str]", found.value), found.path)]

    @cached_property
    def _per_file(self) -> list[tuple[_Rooted, list[str]]]:
        return [
            (_rooted([pattern], one.path), [beginning(word) for word in cast("list[str]", one.value)])
            for pattern, one in self.under("per-file-ignores")
        ]

    @staticmethod
    def _covers(rooted: _Rooted, path: str, *, is_folder: bool = False) -> bool:
        folder, patterns = rooted
        if not path.startswith(folder):
            return False
        return covered(patterns, path[len(folder) :].split(os.sep), is_folder=is_folder)  # noqa: PTH206


def _rooted(patterns: list[str], config: str) -> _Rooted:
    folder = os.path.dirname(os.path.abspath(config))  # noqa: PTH100, PTH120
    return folder.rstrip(os.sep) + os.sep, parsed(patterns)


def _leaves(value: dict[str, Json], at: Keys) -> Iterator[tuple[Keys, Json]]:
    for name, inner in value.items():
        keys = (*at, name)
        if keys in _TABLES and isinstance(inner, dict):
            yield from _leaves(inner, keys)
        else:
            yield keys, inner
