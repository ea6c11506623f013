"""A part of a quotation is too short to mean anything by itself.

## Why

Between two omissions stands a word or two that could be taken from anywhere. A text of such pieces can be made to say anything.

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
    text: The … bell … rung, for the wind stood in the north.
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
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN714",
    "part-too-short",
    "warning",
    "A part of a quotation is too short to mean anything by itself.",
    needs="files",
)
