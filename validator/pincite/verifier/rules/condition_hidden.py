"""What is left out of a quotation, or follows it, makes it conditional.

## Why

"Unless", "except", "if" in what was left out, or right behind the cut, take back a part of what the quotation says.

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
    text: She had lost her anchor …
    citations: [{source: day-book, locator: {page: "59"}}]
```

## Good

```yaml
sources:
  - {id: day-book, type: manuscript, title: Day Book, copies: [{path: day-book.txt}]}
quotations:
  - id: q1
    text: She had lost her anchor unless the mate was mistaken.
    citations: [{source: day-book, locator: {page: "59"}}]
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN712",
    "condition-hidden",
    "warning",
    "What is left out of a quotation, or follows it, makes it conditional.",
    needs="files",
)
