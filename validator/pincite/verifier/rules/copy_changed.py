"""A copy of a source is not the one that was pinned: its SHA-256 digest differs.

## Why

The digest (FIPS 180-4) ties what was found to one state of the copy. A copy with another digest may have other words, so nothing is
judged by it: first it must be said which of the two is the right one.

## Bad

```text day-book.txt
[page 58]
The tide turned at six. The bell was not rung, for the wind stood in the north.
[page 59]
The second boat came in at nine with eleven men. She had lost her anchor unless the
mate was mistaken. The tide turned at six.
```

```yaml
sources:
  - id: day-book
    type: manuscript
    title: Day Book
    copies: [{path: day-book.txt, sha256: "0000000000000000000000000000000000000000000000000000000000000000"}]
quotations:
  - id: q1
    text: The tide turned at six.
    citations: [{source: day-book, locator: {page: "58"}}]
```

## Good

```yaml
sources:
  - {id: day-book, type: manuscript, title: Day Book, copies: [{path: day-book.txt}]}
quotations:
  - id: q1
    text: The tide turned at six.
    citations: [{source: day-book, locator: {page: "58"}}]
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN707",
    "copy-changed",
    "error",
    "A copy of a source is not the one that was pinned: its SHA-256 digest differs.",
    needs="files",
)
