"""The language server as a process: its streams, its log and its end."""

from __future__ import annotations

import gc
import io
import logging
import os
import sys

from pincite.editor.conversation import converse
from pincite.editor.features import new_server
from pincite.reading.kept import keep, stop_keeping
from pincite.reading.memory import rare_collections

_SWITCH = 0.001
"""Seconds after which a thread that judges lets the one that listens go on; Python's own 5 ms add up for each message."""


def run(log: str | None = None) -> int:
    """Serve the editor at standard input and output; return the exit status. *log* is a file for what goes wrong, too."""
    logging.basicConfig(
        filename=log, format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=logging.WARNING
    )
    sys.setswitchinterval(_SWITCH)
    rare_collections()
    gc.freeze()
    keep()
    voice = os.dup(sys.stdout.fileno())
    # whatever else is printed, by whomever, must not come between the messages
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with io.FileIO(sys.stdin.fileno(), closefd=False) as stdin, os.fdopen(voice, "wb") as stdout:
        server = new_server()
        try:
            return converse(server, stdin, stdout)
        finally:
            server.close()
            stop_keeping()
