"""A part of this package in a process of its own, in which nothing is imported that lies in the working folder."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pincite

_START = """
import json, sys
root, *others = json.loads(sys.argv[1])
sys.path.insert(0, root)
import pincite
del sys.path[0]
sys.path += others
from {module} import main
main()
"""
"""Run in isolation; this very package is imported, and not another one that is installed."""


def command_for(module: str, *flags: str) -> list[str]:
    """Return the command that runs ``main`` of a module of this package, with *flags* of Python's."""
    return [sys.executable, "-I", *flags, "-c", _START.format(module=module), json.dumps(_paths())]


def _paths() -> list[str]:
    """Return where this package lies, and where this process finds its modules, the working folder left out."""
    root = str(Path(pincite.__file__).resolve().parent.parent)
    here = str(Path.cwd())
    return [root, *(one for one in sys.path if one != here and os.path.isabs(one))]  # noqa: PTH117 - a name only
