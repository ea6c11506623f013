"""A quotation does not stand in any copy of the source it is cited to.

## Why

A citation that is complete can still be false. The words were looked for in every copy of the cited source, whatever the
white space, the typography and the marks of the quoter, and nothing like them was found: they come from somewhere else, or
from nobody. What is most like them is named, where anything is.

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
    text: No boat has ever come home by the light of the moon.
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
    "PIN701",
    "quotation-absent",
    "error",
    "A quotation does not stand in any copy of the source it is cited to.",
    needs="files",
)
