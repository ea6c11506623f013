"""A claim's evidence leads back to the claim itself.

## Why

If the first statement rests on the second and the second on the first, neither rests on anything that a
reader could look up. A chain of evidence has to end in quotations, sources or images.

## Bad

```yaml
claims:
  - {id: c1, text: The bell was to blame., basis: inference, evidence: [c2]}
  - {id: c2, text: The clock kept good time., basis: inference, evidence: [c1]}
```

## Good

```yaml
sources:
  - {id: memorandum, type: memorandum, title: On the Tide Dial}
claims:
  - {id: c1, text: The bell was to blame., basis: inference, evidence: [c2]}
  - {id: c2, text: The clock kept good time., basis: source, evidence: [memorandum]}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.references import EVIDENCE
from pincite.model.rule import Rule
from pincite.rules.references import used_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("PIN308", "inference-circular", "error", "A claim's evidence leads back to the claim itself.")

_TOLD = 8
"""How many claims of a circle a message tells."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each circle among the claims, at the evidence that closes it."""
    if not _may_circle(document):
        return
    steps: dict[str, dict[str, str]] = {}
    for at, claim in document.claims:
        own = steps.setdefault(claim["id"], {})
        for index, one in enumerate(claim.get("evidence", ())):
            target = one if isinstance(one, str) else one["id"]
            if target in document.claim_by_id:
                own.setdefault(target, f"{at}/evidence/{index}")
    for path, length, place in _circles(steps):
        told = " → ".join([*path, path[0]] if length == len(path) else [*path, "…", path[0]])
        yield document.finding(
            RULE,
            place,
            f"claim '{path[0]}' rests on itself: {told}",
            hint="let the chain of evidence end in a quotation, a source or an image",
        )


def _may_circle(document: Document) -> bool:
    """Return whether some claim rests on another one and is rested on itself: without that there is no circle."""
    rested_on = used_ids(document)[EVIDENCE] & {claim["id"] for _, claim in document.claims}
    for _, claim in document.claims if rested_on else ():
        if claim["id"] in rested_on:
            evidence = claim.get("evidence", ())
            if not rested_on.isdisjoint([one if isinstance(one, str) else one["id"] for one in evidence]):
                return True
    return False


def _circles(steps: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[list[str], int, str]]:
    """Yield each circle that a walk in depth finds: its first claims, its length, and the step that closes it."""
    depth: dict[str, int] = {}
    done: set[str] = set()
    for start in steps:
        if start in done:
            continue
        walk = [start]
        depth[start] = 0
        rest = [iter(steps[start].items())]
        while walk:
            target, place = next(rest[-1], (None, ""))
            if target is None:
                done.add(walk.pop())
                rest.pop()
            elif target in done:
                continue
            elif target in depth:
                first = depth[target]
                yield walk[first : first + _TOLD], len(walk) - first, place
            else:
                depth[target] = len(walk)
                walk.append(target)
                rest.append(iter(steps[target].items()))
