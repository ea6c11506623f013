"""The third stop of the first road: one document is judged by all rules that have something to judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.json_value import pointers_to
from pincite.model.report import Skipped
from pincite.model.rule import NotAppliedError
from pincite.rules import rules_for
from pincite.structure.shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.structure.examine import Examined

_ABSENCES = ("1", "5")
"""The families of rules that report what is missing from an object."""
_REST_ON = {"PIN307": "/archives"}
"""Rules that miss something elsewhere than at the place they report: where that is."""
_OF_OFFSETS = ("PIN403",)
"""Rules that report an anchor as a whole: a broken offset in it is fault enough."""
_DANGLING = "PIN301"
_UNUSED = "PIN303"
"""The rule that looks at everything outside the article to say that something is missing there."""


def judged(
    examined: Examined, codes: frozenset[str] | None = None, unapplied: dict[Skipped, None] | None = None
) -> Iterator[Finding]:
    """Yield what the rules of some codes (None: the default ones) find in a document that keeps to the schema.

    Rules that could not be applied are added to *unapplied*.

    What the structure stage had to leave out is not reported once more: not as missing from its object, and
    not as what something else would need.
    """
    if examined.document is None:
        return
    touched = examined.touched
    broken = {finding.pointer for finding in examined.findings}
    incomplete = any(not pointer.startswith("/article") for pointer in touched)
    for finding in rule_findings(examined.document, codes, unapplied):
        parent = finding.pointer.rpartition("/")[0]
        if finding.code[3] in _ABSENCES and not touched.isdisjoint((finding.pointer, parent)):
            continue
        if examined.renamed and not examined.renamed.isdisjoint(pointers_to(finding.pointer)):
            continue  # it has no place in the file under that name, and is told once the name is right
        if finding.pointer in broken or (finding.code in _OF_OFFSETS and _inside(broken, finding.pointer)):
            continue
        if _REST_ON.get(finding.code) in touched or (finding.code == _UNUSED and incomplete):
            continue
        yield finding


def hides_others(code: str) -> bool:
    """Return whether findings of a code keep others back: those of structure, and an id that leads to nothing."""
    return code[3] == "0" or code == _DANGLING or any(shape.rule.code == code for shape in SHAPES.values())


def may_be_held_back(code: str) -> bool:
    """Return whether findings of a code are told only where no fault of structure may be their reason."""
    return code[3] in _ABSENCES or code in {*_REST_ON, *_OF_OFFSETS, _UNUSED}


def _inside(pointers: Iterable[str], outer: str) -> bool:
    return any(pointer.startswith(f"{outer}/") for pointer in pointers)


def rule_findings(
    document: Document, codes: frozenset[str] | None = None, unapplied: dict[Skipped, None] | None = None
) -> Iterator[Finding]:
    """Yield what every rule that has something to judge finds, rule by rule; add those that gave up to *unapplied*."""
    for check in rules_for(document, codes):
        try:
            yield from check(document)
        except NotAppliedError as error:  # noqa: PERF203 - each rule stands or falls for itself
            if unapplied is not None:
                unapplied[Skipped(error.rule.code, document.path, error.reason)] = None
