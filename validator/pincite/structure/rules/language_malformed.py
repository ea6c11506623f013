"""A language is not given as a BCP 47 tag.

## Why

`en`, `pt-BR` and `zh-Hant` are understood everywhere, "English" is not.
A fix writes the tag where it has low lines for hyphens or is the name of one language.

## Bad

```yaml
article: {title: The harbour clock, language: English (British)}
```

## Good

```yaml
article: {title: The harbour clock, language: en-GB}
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN203", "language-malformed", "error", "A language is not given as a BCP 47 tag.", fix="both")
