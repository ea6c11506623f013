"""A document has another id in the dataset than it gave itself.

## Why

All that belongs to a document leads to its id, and begins with it in linked data. An id has to be an address (IRI) for that, and
short enough to be repeated with each object: what no address has in it is percent-encoded there, a prefix of linked data stands
in capitals, and an id of more than 1000 characters is replaced by a short one that is made of the document's content. Who looks for
the document by its own id does not find it then. Give it an id that is an address of its own, as short as others.

## Bad

```text
id: https://example.org/articles/the harbour clock
article: {title: The harbour clock}
```

## Good

```text
id: https://example.org/articles/the-harbour-clock
article: {title: The harbour clock}
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN914",
    "document-id-changed",
    "warning",
    "A document has another id in the dataset than it gave itself.",
)
