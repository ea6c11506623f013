"""A quotation begins or ends within a sentence, and no mark says so.

## Why

The quotation begins behind the first words of a sentence, or ends before its last ones, and looks like a whole sentence: it has a
capital at its beginning or a full stop at its end. Many house styles do without a mark there, so this is for the editor to know.

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
    text: The bell was not rung.
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
    "PIN721",
    "cut-unmarked",
    "info",
    "A quotation begins or ends within a sentence, and no mark says so.",
    needs="files",
)
