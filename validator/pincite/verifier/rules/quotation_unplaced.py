"""A quotation stands at several places of its source, and nothing says which is meant.

## Why

The same words stand at several places of the copy, and neither a page nor the words around them say which one is quoted. What is said
of the passage, its page, its context, could be said of the wrong one.

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
    text: The tide turned at six.
    citations: [{source: day-book}]
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
    "PIN705",
    "quotation-unplaced",
    "warning",
    "A quotation stands at several places of its source, and nothing says which is meant.",
    needs="files",
)
