"""Descriptions of one source in a dataset contradict each other.

## Why

Descriptions become one row of the table of sources where they agree by the dataset's rule, which asks for type, people, title,
date and place in a whole, or for an identifier. Publisher, language and genre do not count, since few descriptions have
them; nor does more than the identifier where there is one. Where two say different things there, either one of them is wrong,
or they are of two sources that nothing else tells apart: then what was cited from one seems to be cited from the other.

Publishers, places and genres contradict each other where neither says the same in fewer words; languages in their first part;
ISBN, ISSN and ids of people where they are not the same. What only one description says contradicts none.

Correct what is wrong; or describe what tells the two apart: an edition, a number, the place in an archive, an identifier.

## Bad

```text
id: https://example.org/articles/the-harbour-clock
sources:
  - {id: bells, type: book, title: Harbour Bells, authors: [{literal: Ines Marrow}], date: "1898", publisher: Quay Press}
```

```text
id: https://example.org/articles/the-bell-of-the-ferry
sources:
  - {id: bells, type: book, title: Harbour Bells, authors: [{literal: Ines Marrow}], date: "1898", publisher: Northholm Union}
```

## Good

```text
id: https://example.org/articles/the-harbour-clock
sources:
  - {id: bells, type: book, title: Harbour Bells, authors: [{literal: Ines Marrow}], date: "1898", publisher: Quay Press}
```

```text
id: https://example.org/articles/the-bell-of-the-ferry
sources:
  - {id: bells, type: book, title: Harbour Bells, authors: [{literal: Ines Marrow}], date: "1898", publisher: "Quay Press, Ltd"}
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN912",
    "source-descriptions-differ",
    "info",
    "Descriptions of one source in a dataset contradict each other.",
)
