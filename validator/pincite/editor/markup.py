"""Words of a document in Markdown for an editor: nothing in them becomes markup, a link or a picture."""

from __future__ import annotations

import re

from pincite.reporters.safe_text import safe

_MARKUP = re.compile(r"([!-/:-@\[-`{-~])")
_LONGEST = 300
"""Code points of a text that are shown."""


def escaped(text: str, longest: int = _LONGEST) -> str:
    """Return *text* on one line, cut to what is worth showing, with every mark that Markdown knows made harmless."""
    return _MARKUP.sub(r"\\\1", safe(shortened(text, longest)))


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return *text* on one line, and no more of it than *longest* code points."""
    line = " ".join(text[: 4 * longest].split())
    return f"{line[:longest].rstrip()} …" if len(line) > longest else line


def code(text: str) -> str:
    """Return *text* as code: on one line, and with a fence that it does not hold."""
    line = safe(" ".join(text.split()))
    longest = max((len(found) for found in re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}" if line else ""
