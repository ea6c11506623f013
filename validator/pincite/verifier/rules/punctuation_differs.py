"""A quotation has other punctuation than its source.

## Why

A comma more or less is no false quotation and still no exact one. It is told so that an editor can decide; house styles differ
about the last full stop.

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
    text: The bell was not rung for the wind stood in the north.
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
    "PIN719",
    "punctuation-differs",
    "info",
    "A quotation has other punctuation than its source.",
    needs="files",
)
