"""A document is called otherwise in a dataset than by its own id.

## Why

In a dataset everything that belongs to a document is named by its id with more behind it, and these names are those of linked
data. So an id with characters that no address (IRI) has is encoded, and one of more than 1000 characters, which
every row would repeat, is replaced by a short one that is made of the document's content. Whoever looks for the document by
its own id does not find it.

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
    "A document is called otherwise in a dataset than by its own id.",
)
