"""An entry of a bibliography cannot be read.

## Why

A brace that nobody closed, a key that stands twice, an item without a type: what the entry says cannot be told from what stands around it, so no
source is made of it. The other entries are read.

## Bad

`@book{tides, title = {On Tides}, year = 1871` with no closing brace, and the next entry behind it.

## Good

Mend the entry where the finding says it begins, and convert the file again.
"""

from pincite.model.rule import Rule

RULE = Rule("PIN811", "entry-unreadable", "error", "An entry of a bibliography cannot be read.")
