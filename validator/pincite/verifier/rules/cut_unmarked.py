"""A quotation is cut inside a sentence without a mark, and what is cut off turns its sense.

## Why

The quotation begins or ends inside a sentence, no mark says so, and what is cut off turns its sense: a "not" before it, an
"unless" behind it. Cuts that change nothing are not told; many house styles do without a mark there. Where the word that is
cut off is told itself (PIN710, PIN712), this says so there and not once more.

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
    text: She had lost her anchor # pincite: ignore[PIN712] the doubt stands in the next sentence of the article
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
    "PIN721",
    "cut-unmarked",
    "info",
    "A quotation is cut inside a sentence without a mark, and what is cut off turns its sense.",
    needs="files",
)
