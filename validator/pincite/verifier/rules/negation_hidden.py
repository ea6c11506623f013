"""An omission or a bracket hides or adds a negation.

## Why

What a quotation leaves out or puts in turned its meaning round: a "not", a "never", a "nobody" stands in the gap, or in a bracket
and not in the source. Each mark is right by itself; a reader who does not look the passage up is misled.

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
    text: The bell was … rung, for the wind stood in the north.
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
    "PIN710",
    "negation-hidden",
    "warning",
    "An omission or a bracket hides or adds a negation.",
    needs="files",
)
