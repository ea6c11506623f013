"""Two quotations of one passage differ in its words.

## Why

Two quotations are of the same words of one copy, and print them in two ways. At least one of them is wrong, and the reader can see
it without any source.

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
    text: The second boat came in at nine with eleven men.
    citations: [{source: day-book, locator: {page: "59"}}]
  - id: q2
    text: The second boat came in at nine with seven men.
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
  - id: q2
    text: came in at nine with eleven men
    citations: [{source: day-book, locator: {page: "59"}}]
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN717",
    "quotations-disagree",
    "warning",
    "Two quotations of one passage differ in its words.",
    needs="files",
)
