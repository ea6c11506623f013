"""A quotation stands in another source than the one it is cited to.

## Why

The quotation is right and the citation is not: the words stand in another source of the same document. Whoever looks them up
where they are said to stand finds nothing.

## Bad

```text day-book.txt
[page 58]
The tide turned at six. The bell was not rung, for the wind stood in the north.
[page 59]
The second boat came in at nine with eleven men. She had lost her anchor unless the
mate was mistaken. The tide turned at six.
```

```text log.txt
The lamp was trimmed at four, and the glass was falling.
```

```yaml
sources:
  - {id: day-book, type: manuscript, title: Day Book, copies: [{path: day-book.txt}]}
  - {id: log, type: manuscript, title: Log, copies: [{path: log.txt}]}
quotations:
  - id: q1
    text: The lamp was trimmed at four, and the glass was falling.
    citations: [{source: day-book, locator: {page: "58"}}]
```

## Good

```yaml
sources:
  - {id: day-book, type: manuscript, title: Day Book, copies: [{path: day-book.txt}]}
  - {id: log, type: manuscript, title: Log, copies: [{path: log.txt}]}
quotations:
  - id: q1
    text: The lamp was trimmed at four, and the glass was falling.
    citations: [{source: log}]
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN703",
    "quotation-misattributed",
    "error",
    "A quotation stands in another source than the one it is cited to.",
    needs="files",
)
