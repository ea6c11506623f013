"""An entry's key is no id of the format, and the source has another one.

## Why

Ids are lower-case letters, digits and single hyphens, so that they can stand in Markdown and in addresses. A key such as `Fenn:1871a` becomes
`fenn-1871a`, and documents have to cite it so.

## Bad

`@book{Fenn:1871a, …}`, cited as `[@Fenn:1871a]`.

## Good

Cite the id that the finding names, or call the entry so in the bibliography.
"""

from pincite.model.rule import Rule

RULE = Rule(
    "PIN813", "key-changed", "info", "An entry's key is no id of the format, and the source has another one."
)
