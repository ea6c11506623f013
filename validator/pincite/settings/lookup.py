"""Which configuration a file falls under: the nearest one upwards, as far as its repository reaches."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeAlias

    from pincite.settings.in_force import InForce

    Found: TypeAlias = "tuple[InForce | None, str | None]"
    """What the folders around a file say: its configuration, if any, and the repository's folder, if any."""

# os.path and not pathlib throughout: every start comes here, and pathlib would add to it
NAMES = ("pincite.toml", "pyproject.toml")
"""What a configuration is called; of two in one folder the first one counts."""


class Lookup:
    """Finds configurations upwards from folders; each folder is looked at once a run.

    Without *configs* only repositories are looked for.
    """

    def __init__(self, *, configs: bool = True) -> None:
        self._configs = configs
        self._found: dict[str, Found] = {}

    def of(self, folder: str) -> Found:
        """Return what is found for an absolute folder; raises ConfigError."""
        found = self._found.get(folder)
        if found is None:
            found = self._found[folder] = self._look(folder)
        return found

    def _look(self, folder: str) -> Found:
        repository = folder if os.path.lexists(os.path.join(folder, ".git")) else None  # noqa: PTH118
        config = self._config_in(folder) if self._configs else None
        parent = os.path.dirname(folder)  # noqa: PTH120
        if repository is None and parent != folder:
            config_above, repository = self.of(parent)
            config = config or config_above
        return config, repository

    @staticmethod
    def _config_in(folder: str) -> InForce | None:
        for name in NAMES:
            path = os.path.join(folder, name)  # noqa: PTH118
            if os.path.isfile(path):  # noqa: PTH113
                from pincite.settings.in_force import in_force  # noqa: PLC0415 - most runs have no configuration

                found = in_force(path)
                if found is not None:
                    return found
        return None
