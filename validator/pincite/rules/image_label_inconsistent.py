"""Some marks of pictures carry a label and others do not.

## Why

Where most marks are bare, readers find the pictures by their order; a few labels amid them look like another system.
Where most carry a label, a bare one is a picture that nobody can find.

## Bad

```yaml
images:
  - {id: a, role: evidence, missing: {reason: only marked}, anchor: {start: 10, end: 15}}
  - {id: b, role: evidence, missing: {reason: only marked}, anchor: {start: 20, end: 25}}
  - {id: c, role: evidence, missing: {reason: only marked}, anchor: {start: 30, end: 35}}
  - {id: d, role: evidence, label: Tides, missing: {reason: only marked}, anchor: {start: 40, end: 52}}
```

## Good

```yaml
images:
  - {id: a, role: evidence, label: Dial, missing: {reason: only marked}, anchor: {start: 10, end: 21}}
  - {id: b, role: evidence, label: Tides, missing: {reason: only marked}, anchor: {start: 30, end: 42}}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule(
    "PIN518", "image-label-inconsistent", "info", "Some marks of pictures carry a label and others do not."
)


_HABIT = 3
"""Marks of one kind that make a habit."""


def check(document: Document) -> Iterator[Finding]:
    """Yield one finding, at the first of the rarer marks, where the other way is the article's habit."""
    if all("label" in image for _, image in document.images):
        return
    marks = [
        (at, image) for at, image in document.images if image.get("role") == "evidence" and "anchor" in image
    ]
    labelled = [(at, image) for at, image in marks if "label" in image]
    bare = [(at, image) for at, image in marks if "label" not in image]
    rare, usual = (labelled, bare) if len(labelled) < len(bare) else (bare, labelled)
    if not rare or len(usual) < _HABIT or len(rare) * 2 > len(usual):
        return
    at, image = rare[0]
    one = len(rare) == 1
    if rare is labelled:
        message = f"only {len(rare)} of {len(marks)} image marks {'carries' if one else 'carry'} a label"
        hint = "label all of them, or none"
    else:
        message = f"{len(rare)} of {len(marks)} image marks {'carries' if one else 'carry'} no label"
        hint = "give it a label as the others have one" if one else "give them labels as the others have one"
    yield document.finding(RULE, f"{at}/label" if "label" in image else f"{at}/anchor", message, hint=hint)
