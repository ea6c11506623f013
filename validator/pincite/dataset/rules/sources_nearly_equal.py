"""Two sources of a dataset may be one.

## Why

Descriptions of a source become one row where they agree by the dataset's rule; all others stay apart, since nobody can take back
a false merging. Where two are so near each other that they may be of one source, somebody has to look: a source that
stands there twice is counted twice, and what cites it seems to rest on two.

Two sources are named where they have the same DOI or ISBN; the same title but for subtitle, article or marks, by the same
family names, with dates that agree; or titles a letter apart (from seven letters on; two from fourteen), by the same people in
the same year. Two volumes, editions or containers are two sources, and so are two with dates a year apart, as yearly reports
are. Of six that may all be one, each after the first is named once. Of very many with one title, some are compared, and it is
told how many are not.

## Bad

```text
id: https://example.org/articles/the-harbour-clock
sources:
  - {id: bells, type: book, title: The Harbour Bells, authors: [{family: Marrow, given: Ines}], date: "1898"}
```

```text
id: https://example.org/articles/the-bell-of-the-ferry
sources:
  - {id: bells, type: book, title: "Harbour Bells: A Memoir", authors: [{literal: "Marrow, Ines"}], date: "1898"}
```

## Good

```text
id: https://example.org/articles/the-harbour-clock
sources:
  - {id: bells, type: book, title: "Harbour Bells: A Memoir", authors: [{family: Marrow, given: Ines}], date: "1898"}
```

```text
id: https://example.org/articles/the-bell-of-the-ferry
sources:
  - {id: bells, type: book, title: "Harbour Bells: A Memoir", authors: [{family: Marrow, given: Ines}], date: "1898"}
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN913", "sources-nearly-equal", "info", "Two sources of a dataset may be one.")
