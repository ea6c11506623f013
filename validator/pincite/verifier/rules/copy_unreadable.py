"""A copy of a source cannot be read.

## Why

A copy that is named and not there, or that makes no sense, proves nothing. The path is relative to the document; a copy that lies
elsewhere is found in a folder that `--sources` names. The other copies and quotations are verified all the same.

## Bad

```yaml
sources:
  - {id: day-book, type: manuscript, title: Day Book, copies: [{path: no-such-book.txt}]}
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

RULE = Rule("PIN708", "copy-unreadable", "warning", "A copy of a source cannot be read.", needs="files")
