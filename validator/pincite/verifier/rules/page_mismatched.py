"""A quotation stands on another page than the one cited.

## Why

The words are right and stand on another page than the citation says. Only pages that bear a label in the copy count, such as `[page 59]`
in a transcript or the page labels of a PDF: the first page of a file need not be page 1 of a book.

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
    citations: [{source: day-book, locator: {page: "58"}}]
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
    "PIN709",
    "page-mismatched",
    "warning",
    "A quotation stands on another page than the one cited.",
    needs="files",
)
