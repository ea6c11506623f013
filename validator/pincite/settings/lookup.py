"""Which configuration a file falls under: the nearest one upwards, as far as its repository reaches."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from pincite.reading.opening import open_regular
from pincite.settings import ConfigError

if TYPE_CHECKING:
    from typing import TypeAlias

    from pincite.settings.in_force import InForce

    Found: TypeAlias = "tuple[InForce | None, str | None]"
    """What the folders around a file say: its configuration, if any, and the repository's folder, if any."""

# os.path and not pathlib throughout: every start comes here, and pathlib would add to it
NAMES = ("pincite.toml", "pyproject.toml")
"""What a configuration is called; of two in one folder the first one counts."""


_OURS = re.compile(rb"""tool["']?\s*(?:\.\s*["']?pincite|\]|=)""")
"""What a ``pyproject.toml`` with our table holds, however it is written; most have it not, and are not parsed."""


class Lookup:
    """Finds configurations upwards from folders; each folder is looked at once a run.

    Without *configs* only repositories are looked for.
    """

    def __init__(self, *, configs: bool = True) -> None:
        self._configs = configs
        self._found: dict[str, Found] = {}

    def of(self, folder: str) -> Found:
        """Return what is found for an absolute folder; raises ConfigError."""
        known = self._found.get(folder)
        if known is not None:
            return known
        climbed: list[str] = []
        at = folder
        while at not in self._found:
            climbed.append(at)
            parent = os.path.dirname(at)  # noqa: PTH120
            if os.path.lexists(os.path.join(at, ".git")):  # noqa: PTH118
                self._found[at] = (self._config_in(at, at), at)
            elif parent == at:
                self._found[at] = (self._config_in(at, at), None)
            else:
                at = parent
        above = self._found[at]
        for below in reversed(climbed):
            if below not in self._found:
                self._found[below] = (self._config_in(below, above[1] or below) or above[0], above[1])
            above = self._found[below]
        return above

    def _config_in(self, folder: str, tree: str) -> InForce | None:
        """Return the configuration in a folder; one that is a link must not lead out of *tree*, the project's folder."""
        for name in NAMES if self._configs else ():
            path = os.path.join(folder, name)  # noqa: PTH118
            if os.path.islink(path) and not _inside(path, tree):  # noqa: PTH114
                if name == NAMES[0]:
                    raise ConfigError(path, None, "this link leads out of the project; --config reads it")
                continue
            if os.path.isfile(path) and (name == NAMES[0] or _mentions_us(path)):  # noqa: PTH113
                from pincite.settings.in_force import in_force  # noqa: PLC0415 - most runs have no configuration

                found = in_force(path)
                if found is not None:
                    return found
        return None


def _inside(path: str, folder: str) -> bool:
    return os.path.realpath(path).startswith(os.path.realpath(folder).rstrip(os.sep) + os.sep)


def _mentions_us(path: str) -> bool:
    """Return whether a ``pyproject.toml`` may hold a configuration; one that cannot be read is left to the reader."""
    try:
        with open_regular(path) as stream:
            content = stream.read(_MOST)
    except OSError:
        return True
    return b"pincite" in content and _OURS.search(content) is not None


_MOST = 1024 * 1024
"""Bytes of a ``pyproject.toml`` that are looked at."""
