"""A file is not valid UTF-8.

## Why

Offsets into the article's text count characters; bytes that are no characters would be replaced in silence
and shift everything behind them.

## Bad

A file saved as Latin-1, Windows-1252 or UTF-16, or cut off in the middle of a character.

## Good

Save the file as UTF-8, with or without a byte order mark.
"""

from pincite.model.rule import Rule

RULE = Rule("PIN002", "encoding-invalid", "error", "A file is not valid UTF-8.")
