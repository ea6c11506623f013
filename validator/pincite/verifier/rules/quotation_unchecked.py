"""A quotation could not be held against its source.

## Why

Nothing was found out, neither good nor bad: there is no copy, it cannot be read, or the quotation is a translation, whose words
cannot stand in the original. An unchecked quotation never counts as a faithful one; `--fail-unchecked` makes it fail the run.

## Bad

```yaml
sources:
  - {id: day-book, type: manuscript, title: Day Book}
quotations:
  - id: q1
    text: The tide turned at six.
    citations: [{source: day-book, locator: {page: "58"}}]
```

## Good

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
    citations: [{source: day-book, locator: {page: "58"}}]
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN706",
    "quotation-unchecked",
    "info",
    "A quotation could not be held against its source.",
    needs="files",
)
