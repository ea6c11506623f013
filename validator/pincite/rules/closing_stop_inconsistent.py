"""A full stop stands inside the closing parenthesis of some citations only.

## Why

An article either ends its citations with a full stop inside the parenthesis or it does not. Where it does both, somebody copied
or corrected a part of them. Behind an abbreviation ("2 vols.)", "Bros.)") a full stop says nothing.

In an article's own file, the exceptions from a clear habit can be brought to it by a fix. It is safe unless a full stop goes that stands
behind a word, which may be an abbreviation after all.

## Bad

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Lantern Row Press, 1871.)"
      - raw: "(The Tide Book, Lantern Row Press, 1872)"
      - raw: "(The Sand Book, Lantern Row Press, 1873)"
```

## Good

```yaml
claims:
  - id: c1
    text: The clock stopped.
    citations:
      - raw: "(The Bell Book, Lantern Row Press, 1871)"
      - raw: "(The Tide Book, Lantern Row Press, 1872)"
      - raw: "(The Sand Book, Lantern Row Bros.)"
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.own_typography import Piece, rewritten
from pincite.rules.raw_citations import RawCitation, exception, piece, raw_citations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.fix import Fix, Safety


RULE = Rule(
    "PIN222",
    "closing-stop-inconsistent",
    "info",
    "A full stop stands inside the closing parenthesis of some citations only.",
    fix="both",
)

_SHORT = 5
"""Words of this length and less may be abbreviations."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each exception from a clear habit; where there is none, one for the first full stop."""
    with_stop: list[RawCitation] = []
    without: list[RawCitation] = []
    for one in raw_citations(document):
        if one.raw.startswith("(") and one.raw.endswith(")"):
            body = one.raw[:-1].rstrip()
            if not body.endswith("."):
                without.append(one)
            elif _ends_a_sentence(body):
                with_stop.append(one)
    if not with_stop or not without:
        return
    if exception(len(without), len(with_stop)):
        for one in without:
            yield document.finding(
                RULE,
                one.at,
                f"{one.name} has no full stop inside its parenthesis, as {len(with_stop)} others have",
                hint="put one before the parenthesis closes",
                span=piece(document, one, len(one.raw) - 1, len(one.raw)),
                fix=rewritten(
                    document,
                    "put a full stop before the parenthesis closes",
                    "safe",
                    [Piece(one, len(one.raw) - 1, len(one.raw) - 1, ".")],
                )
                if one.raw[-2].isalnum()
                else None,
            )
        return
    habit = exception(len(with_stop), len(without))
    for one in with_stop if habit else with_stop[:1]:
        # the last word belongs to the span: a full stop alone is hard to see
        start = max(one.raw.rfind(" ") + 1, 1)
        yield document.finding(
            RULE,
            one.at,
            f"{one.name} has a full stop inside its parenthesis, and {len(without)} others have none"
            if habit
            else f"{len(with_stop)} of {len(with_stop) + len(without)} citations end in a full stop inside the parenthesis",
            hint="end all of them in one way",
            span=piece(document, one, start, len(one.raw)),
            printed=[one.raw[start:]],
            fix=_without_stop(document, one) if habit else None,
        )


def _without_stop(document: Document, one: RawCitation) -> Fix | None:
    """Return the fix that takes out the last full stop; a word before it may be an abbreviation after all."""
    at = one.raw.rindex(".")
    safety: Safety = "safe" if one.raw[at - 1].isdecimal() else "unsafe"
    return rewritten(document, "take out the full stop", safety, [Piece(one, at, at + 1, "")])


def _ends_a_sentence(body: str) -> bool:
    """Return whether the full stop at the end is no part of an abbreviation."""
    word = body[:-1].rpartition(" ")[2].strip("“”\"'‘’«»[](")
    return word.isdecimal() or (len(word) > _SHORT and word.isalpha() and not word.isupper())
