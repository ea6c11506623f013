"""A licence is not an SPDX expression.

## Why

Whether a picture may be shared is decided by machines too; they read SPDX identifiers. Words about rights
go into `rights`.
A fix writes the identifier of a Creative Commons licence that is named with its version, in words or by its address.

## Bad

```yaml
article: {title: The harbour clock, license: free for all}
```

## Good

```yaml
article: {title: The harbour clock, license: CC-BY-4.0}
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN205", "license-malformed", "error", "A licence is not an SPDX expression.", fix="safe")
