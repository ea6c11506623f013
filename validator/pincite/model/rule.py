"""What a rule is: a stable code with a name, a severity and one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from pincite.model.fix import Safety

    Severity: TypeAlias = Literal["error", "warning", "info"]

SEVERITIES = ("info", "warning", "error")
"""The severities, from the quietest to the loudest."""

FAMILIES = {
    "0": "reading and structure",
    "1": "missing",
    "2": "malformed",
    "3": "references and plausibility",
    "4": "quotations",
    "5": "images",
    "6": "prose",
    "7": "verification",
    "8": "other formats",
    "9": "datasets",
}
"""What the first digit of a code says."""


class Rule(NamedTuple):
    """One kind of fault.

    ``code`` (``PIN`` and three digits, never used for anything else) and ``name`` (kebab-case, states the
    fault) identify it; ``summary`` is one sentence; ``needs`` says what it looks at beyond the document:
    ``"text"`` (the article's text), ``"files"`` (files the document names) or nothing. ``fix`` says how some or all
    of its findings can be mended without an editor: ``"safe"`` (the meaning stays), ``"unsafe"`` (look at it), None for not at
    all; ``"both"`` for some of each.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    needs: Literal["text", "files"] | None = None
    fix: Safety | Literal["both"] | None = None

    @property
    def family(self) -> str:
        """Return what the code's first digit stands for."""
        return FAMILIES[self.code[3]]


class NotAppliedError(Exception):
    """Raised by a rule that cannot go on with a document for want of something: it is reported as not applied.

    What it has found before stands. ``reason`` says what is wanting and how it can be had.
    """

    def __init__(self, rule: Rule, reason: str) -> None:
        super().__init__(reason)
        self.rule = rule
        self.reason = reason
