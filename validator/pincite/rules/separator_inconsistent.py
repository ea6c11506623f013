"""A citation puts another mark behind a label or before a page than the others do.

## Why

"Enclosure:" here and "Enclosure," there, ", p. 4" here and ". p. 4" there: an article that keeps to one form lets the reader see
the parts of a citation at a glance. Compared are only citations of one article.

In an article's own file, a fix puts the usual mark, which is safe where at least three of four have it. A full stop behind a word may be that
of an abbreviation, and is left.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(Enclosure: Ada Fenn to Ivo Moss, 1871, p. 4)"
      - raw: "(Enclosure, Ada Fenn to Ivo Moss, 1872, p. 5)"
      - raw: "(Enclosure, Ada Fenn to Ivo Moss, 1873, p. 6)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(Enclosure, Ada Fenn to Ivo Moss, 1871, p. 4)"
      - raw: "(Enclosure, Ada Fenn to Ivo Moss, 1872, p. 5)"
      - raw: "(Enclosure 4: Ada Fenn to Ivo Moss, 1873, p. 6)"
```
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.own_typography import Piece, rewritten
from pincite.rules.phrases import phrases
from pincite.rules.raw_citations import CLEAR, RawCitation, exception, piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.fix import Fix


RULE = Rule(
    "PIN224",
    "separator-inconsistent",
    "info",
    "A citation puts another mark behind a label or before a page than the others do.",
    fix="both",
)

_PAGE = re.compile(r" pp?\.[ \u00a0]?[0-9]")
_MARKS = ",.;:"
_BEFORE_PAGE = re.compile(r"(?P<mark>(?<=[\w)”\"’])[,.;:])[ \u00a0]+(?P<label>pp?\.)[ \u00a0]?[0-9]")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each mark that is rarer than another at the same place of a citation."""
    printed = document.printed("citations")
    # two marks must stand somewhere, of any kind: behind labels a colon and a comma, before pages any two
    two_behind = ": " in printed and ", " in printed
    two_before = (", p" in printed) + (". p" in printed) + ("; p" in printed) + (": p" in printed) > 1
    if not (two_behind or two_before) or len(raws := raw_citations(document)) < CLEAR:
        return
    lower = printed.lower() if two_behind else ""
    known = phrases(document, "container_labels") if two_behind else ()
    labels = tuple([label for label in known if label in lower])
    if labels:
        behind = _behind(labels)
        for numbered in (False, True):
            uses = [
                (one, found)
                for one in raws
                for found in behind.finditer(one.raw)
                if bool(found[2]) is numbered
            ]
            yield from _told(document, uses, "behind", strict=False)
    if (
        two_before
        and len({printed[found.start() - 1] for found in _PAGE.finditer(printed, 1)} & set(_MARKS)) > 1
    ):
        before = [(one, found) for one in raws for found in _BEFORE_PAGE.finditer(one.raw)]
        yield from _told(document, before, "before", strict=True)


def _told(
    document: Document, uses: list[tuple[RawCitation, re.Match[str]]], where: str, *, strict: bool
) -> Iterator[Finding]:
    """Yield what breaks the habit of *uses*; without ``strict`` it need only be the rarer form of three uses."""
    tally: dict[str, int] = {}
    for _, found in uses:
        tally[found["mark"]] = tally.get(found["mark"], 0) + 1
    if len(tally) < 2 or len(uses) < CLEAR:  # noqa: PLR2004 - one form is no mixture
        return
    usual = max(tally, key=lambda mark: tally[mark])
    for one, found in uses:
        mark = found["mark"]
        rarer = exception(tally[mark], tally[usual]) if strict else tally[mark] < tally[usual]
        if mark == usual or not rarer:
            continue
        start, end = sorted(
            (found.start("label"), found.start("mark"), found.end("label"), found.end("mark"))
        )[::3]
        yield document.finding(
            RULE,
            one.at,
            f"{one.name} has '{mark}' {where} '{found['label']}', {tally[usual]} others have '{usual}'",
            hint="use one form",
            span=piece(document, one, start, end),
            printed=[one.raw[start:end]],
            fix=_fix(document, one, found, usual, clear=exception(tally[mark], tally[usual])),
        )


def _fix(
    document: Document, one: RawCitation, found: re.Match[str], usual: str, *, clear: bool
) -> Fix | None:
    """Return the fix that puts the usual mark in the place of another; a full stop may belong to an abbreviation."""
    start, end = found.span("mark")
    if "." in {found["mark"], usual} and not one.raw[start - 1].isdecimal():
        return None
    title = f"write '{usual}' for '{found['mark']}'"
    return rewritten(document, title, "safe" if clear else "unsafe", [Piece(one, start, end, usual)])


@lru_cache(maxsize=8)
def _behind(labels: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, labels))
    return re.compile(
        rf"(?<!\w)(?P<label>(?:{either})([ \u00a0][0-9]+)?)(?P<mark>[,:.;])(?=[ \u00a0])", re.IGNORECASE
    )
