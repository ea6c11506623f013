"""The parts of a quotation stand on different pages, or far apart.

## Why

What stands on two pages, or a long way apart, is put together as one sentence. The marks are there, and still the reader takes for one
statement what are two. Two pages that the citation names, one behind the other, are no fault.

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
    text: The bell was not rung, for the wind stood in the north. … She had lost her anchor unless the mate was mistaken.
    citations: [{source: day-book, locator: {page: "58"}}]
```

## Good

```yaml
sources:
  - {id: day-book, type: manuscript, title: Day Book, copies: [{path: day-book.txt}]}
quotations:
  - id: q1
    text: The bell was not rung, for the wind stood in the north.
    citations: [{source: day-book, locator: {page: "58"}}]
  - id: q2
    text: She had lost her anchor unless the mate was mistaken.
    citations: [{source: day-book, locator: {page: "59"}}]
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN715",
    "parts-far-apart",
    "warning",
    "The parts of a quotation stand on different pages, or far apart.",
    needs="files",
)
