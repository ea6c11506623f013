"""Two documents of a dataset have one id.

## Why

In a dataset everything that belongs to a document leads to its id; two with one id cannot be told apart. The first one goes
in. Where both are equal nothing is lost; otherwise the second one is left out until it has an id of its own.

## Bad

```text
id: https://example.org/articles/the-harbour-clock
article: {title: The harbour clock}
```

```text
id: https://example.org/articles/the-harbour-clock
article: {title: The bell of the ferry}
```

## Good

```text
id: https://example.org/articles/the-harbour-clock
article: {title: The harbour clock}
```

```text
id: https://example.org/articles/the-bell-of-the-ferry
article: {title: The bell of the ferry}
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN911",
    "document-id-repeated",
    "error",
    "Two documents of a dataset have one id.",
)
