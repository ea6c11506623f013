"""The place that is stored of a quotation is not the one where it stands.

## Why

The document says from where to where the quotation stands in a copy, and it stands elsewhere: the place was stored for
another state of the quotation, or by another reader of the copy.

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
    text: The bell was not rung, for the wind stood in the north.
    citations:
      - source: day-book
        locator: {page: "58"}
        passage: {copy: 297099c6c3bed1abb601d07bcc3ee039bd880b92ff0fd26b33ca2024febf7dc6, start: 3, end: 9}
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
    "PIN720",
    "passage-moved",
    "warning",
    "The place that is stored of a quotation is not the one where it stands.",
    needs="files",
)
