"""A quotation has other words than its source, and no mark says so.

## Why

The passage is there, and the quotation says something else: a word, a number, a name or a "not" was dropped, added or changed,
and no mark tells the reader. In the message `[-six-]{+seven+}` means that the quotation has "six" and the source "seven".
A change on purpose is marked: `…` for words left out, `[word]` for words of one's own.

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
    text: The bell was rung, for the wind stood in the north.
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
    "PIN702",
    "quotation-altered",
    "error",
    "A quotation has other words than its source, and no mark says so.",
    needs="files",
)
