"""An omission is marked where the source has nothing more.

## Why

A mark says that words were left out, and the source has none there. The mark is a slip, or words were left out of the source's copy.

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
  - {id: day-book, type: manuscript, title: Day Book, copies: [{path: day-book.txt}]}
quotations:
  - id: q1
    text: The tide turned … at six. The bell was not rung
    citations: [{source: day-book, locator: {page: "58"}}]
```

## Good

```yaml
sources:
  - {id: day-book, type: manuscript, title: Day Book, copies: [{path: day-book.txt}]}
quotations:
  - id: q1
    text: The tide turned at six. The bell was not rung
    citations: [{source: day-book, locator: {page: "58"}}]
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN713",
    "omission-empty",
    "warning",
    "An omission is marked where the source has nothing more.",
    needs="files",
)
