"""The small editor with ``pincite lsp``."""

from __future__ import annotations

import sys

from tests.language_client import LanguageClient


def lsp_client(*, listens: bool = True) -> LanguageClient:
    """Return an editor, without a folder, that starts ``pincite lsp`` where it is used as a context."""
    return LanguageClient([sys.executable, "-m", "pincite", "lsp", "--stdio"], listens=listens)
