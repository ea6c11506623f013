"""An anchor does not hold the words it belongs to.

## Why

Anchors count characters, so they are off as soon as the article's text changes before them. Where the words
still stand at one place, the anchor is repaired by its new offsets; where they do not, an editor has to look.
An editor has to look as well where the words around that place are not those that the anchor names.

## Bad

```yaml
article:
  title: The harbour clock
  text: {content: "Yesterday the keeper wrote: “The tide turned at six.”"}
quotations:
  - id: q1
    text: The tide turned at six.
    anchor: {start: 19, end: 42}
    uncited: {reason: a proverb}
```

## Good

```yaml
article:
  title: The harbour clock
  text: {content: "Yesterday the keeper wrote: “The tide turned at six.”"}
quotations:
  - id: q1
    text: The tide turned at six.
    anchor: {start: 29, end: 52}
    uncited: {reason: a proverb}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.anchoring import fold, offsets
from pincite.model.fix import Fix, put, remove
from pincite.model.rule import Rule
from pincite.rules.anchored_things import doubtful_things
from pincite.rules.excerpt import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.anchoring import Anchoring, Resolution
    from pincite.model.document import Document
    from pincite.model.finding import Finding, Span
    from pincite.model.fix import Change
    from pincite.model.format import Anchor
    from pincite.rules.anchored_things import Anchored

RULE = Rule(
    "PIN403",
    "anchor-moved",
    "warning",
    "An anchor does not hold the words it belongs to.",
    needs="text",
    fix="both",
)

_MORE = 50
"""How many characters more than an anchor names are read around its place: they may be white space."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each anchor whose words stand elsewhere or nowhere, or that lies beyond the text."""
    anchoring = document.anchoring
    if anchoring is None:
        return
    for thing in doubtful_things(document, len(anchoring.text)):
        anchor, own = thing.anchor, thing.words
        exact = anchor.get("exact")
        words = own or exact or ""
        resolution = anchoring.resolve(anchor, words)
        place = offsets(anchor)
        if resolution.outcome == "found":
            if own and exact and fold(own) != fold(exact):
                message = (
                    f"the anchor's 'exact' of {thing.name} is {excerpt(exact)}, its words are {excerpt(own)}"
                )
                yield document.finding(
                    RULE,
                    f"{thing.at}/exact",
                    message,
                    hint="leave 'exact' out",
                    fix=Fix("leave 'exact' out", "unsafe", (remove(f"{thing.at}/exact"),)),
                )
        elif place and resolution.outcome == "unchecked":
            if place[1] > len(anchoring.text) or place[1] <= place[0]:
                yield document.finding(RULE, thing.at, _fault(thing.name, anchoring, place))
        elif resolution.outcome == "moved" or not thing.is_quotation:
            yield document.finding(
                RULE,
                thing.at,
                _message(thing.name, anchoring, anchor, words),
                hint=_hint(resolution),
                span=resolution.span,
                fix=_fix(anchoring.text, thing, resolution.span) if resolution.span else None,
            )


def _fix(text: str, thing: Anchored, span: Span) -> Fix:
    """Return what puts an anchor at the one place where its words stand.

    It is safe unless the anchor says anything else of that place: the words around it, or other words.
    """
    changes = [put(f"{thing.at}/start", span.start), put(f"{thing.at}/end", span.end)]
    corrections = _corrections(text, thing, span)
    title = f"set start and end to {span.start}-{span.end}"
    return Fix(title, "unsafe" if corrections else "safe", (*changes, *corrections))


def _corrections(text: str, thing: Anchored, span: Span) -> list[Change]:
    """Return the changes of what an anchor says of its place and is not so at a new one."""
    anchor = thing.anchor
    found: list[Change] = []
    prefix, suffix, exact = anchor.get("prefix", ""), anchor.get("suffix", ""), anchor.get("exact", "")
    before = text[max(0, span.start - 2 * len(prefix) - _MORE) : span.start]
    if not fold(before).endswith(fold(prefix)):
        found.append(_context(f"{thing.at}/prefix", before[-len(prefix) :]))
    after = text[span.end : span.end + 2 * len(suffix) + _MORE]
    if not fold(after).startswith(fold(suffix)):
        found.append(_context(f"{thing.at}/suffix", after[: len(suffix)]))
    if thing.words and exact and fold(exact) != fold(thing.words):
        found.append(remove(f"{thing.at}/exact"))
    return found


def _context(pointer: str, words: str) -> Change:
    return put(pointer, words) if words else remove(pointer)


def _message(name: str, anchoring: Anchoring, anchor: Anchor, words: str) -> str:
    place = offsets(anchor)
    fault = _fault(name, anchoring, place) if place else f"the anchor of {name} gives no offsets"
    return f"{fault}; it belongs to {excerpt(words)}"


def _fault(name: str, anchoring: Anchoring, place: tuple[int, int]) -> str:
    start, end = place
    if end > len(anchoring.text):
        return f"the anchor of {name} ends at {end}, beyond the text's end at {len(anchoring.text)}"
    if end <= start:
        return f"the anchor of {name} ends at {end}, where it starts or before"
    return f"the anchor of {name} holds {excerpt(anchoring.text[start:end])}"


def _hint(resolution: Resolution) -> str:
    if resolution.span:
        return f"the words stand at {resolution.span.start}-{resolution.span.end}: set start and end to that"
    if resolution.outcome == "ambiguous":
        return "the words stand in the text more than once: set start and end to the place that is meant"
    return "the words stand nowhere in the text: correct them, or leave the anchor out"
