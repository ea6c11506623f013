"""The folder that a project begins in: what there is already, in it and around it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pincite.cli.output import CallError, told
from pincite.cli.starting.new_files import is_there
from pincite.settings import ConfigError, shown_path
from pincite.settings.lookup import Lookup


@dataclass(frozen=True)
class Place:
    """A project's folder as it is typed, its repository's folder, and the configuration that counts there (None: none)."""

    folder: Path
    repository: Path | None
    config: Path | None

    @property
    def hook_file(self) -> Path:
        """Return where pre-commit looks for its configuration: at the top of the repository."""
        return (self.folder if self.repository is None else self.repository) / ".pre-commit-config.yaml"

    def refuse_outside(self, path: Path) -> None:
        """Raise CallError where a link leads a file that is to be written out of the project."""
        top = os.path.realpath(self.repository or self.folder)
        if os.path.commonpath([top, os.path.realpath(path)]) != top:
            raise CallError(f"{path} would lie outside of the project: a link leads there")


def place_at(folder: str) -> Place:
    """Return what there is at a folder, which need not be there yet; raises CallError."""
    path = Path(folder)
    try:
        if is_there(path) and not path.is_dir():
            raise CallError(f"{folder} is a file; name a folder")
        config, top = Lookup().of(str(path.absolute()))
    except ConfigError as error:
        raise CallError(str(error)) from None
    except (OSError, ValueError) as error:
        raise CallError(
            f"cannot look into {folder}: {told(error) if isinstance(error, OSError) else error}"
        ) from None
    repository = None if top is None else Path(shown_path(top))
    return Place(path, repository, None if config is None else Path(config.path))
