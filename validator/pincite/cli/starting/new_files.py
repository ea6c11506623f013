"""Files that are written where there is none, never over one that is there."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from pincite.cli.output import CallError, told
from pincite.reading.writing import write_new_whole
from pincite.reporters.safe_text import safe


def is_there(path: Path) -> bool:
    """Return whether something has this name, a link that leads nowhere included."""
    return os.path.lexists(path)


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, whole or not at all; raises CallError, also where it is there after all."""
    try:
        write_new_whole(str(path), text.encode("utf-8"))
    except FileExistsError:
        raise CallError(f"{path} is there already, and is left as it is") from None
    except (OSError, ValueError) as error:
        reason = told(error) if isinstance(error, OSError) else str(error)
        raise CallError(f"cannot write {path}: {reason}") from None


def as_argument(path: str) -> str:
    """Return a file's name as it is typed in a shell: quoted where it has to be, and never an option."""
    return safe(shlex.quote(f"./{path}" if path.startswith("-") else path))


def text_of(name: str) -> str:
    """Return a text of the package that is written into projects."""
    return (Path(__file__).parent / "texts" / name).read_text("utf-8")
