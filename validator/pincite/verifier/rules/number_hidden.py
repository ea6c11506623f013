"""An omission or a bracket hides or adds a number.

## Why

A number in what was left out, or in a bracket and not in the source, may be the one that the statement is about: how many, how much, which year.

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
    text: The second boat came in at nine with … men.
    citations: [{source: day-book, locator: {page: "59"}}]
```

## Good

```yaml
sources:
  - {id: day-book, type: manuscript, title: Day Book, copies: [{path: day-book.txt}]}
quotations:
  - id: q1
    text: The second boat came in at nine with eleven men.
    citations: [{source: day-book, locator: {page: "59"}}]
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN711", "number-hidden", "info", "An omission or a bracket hides or adds a number.", needs="files"
)
