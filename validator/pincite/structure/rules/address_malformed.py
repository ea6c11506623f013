"""A web address or IRI is not complete or not well formed.

## Why

An address without its scheme, or with a space in it, leads nowhere.
A fix adds what is missing at the beginning; look whether it leads there.

## Bad

```yaml
article: {title: The harbour clock, url: www.example.org/clock}
```

## Good

```yaml
article: {title: The harbour clock, url: "https://www.example.org/clock"}
```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN204",
    "address-malformed",
    "error",
    "A web address or IRI is not complete or not well formed.",
    fix="both",
)
