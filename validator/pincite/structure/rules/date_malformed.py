"""A date is not EDTF, or no calendar has it.

## Why

Dates decide whether a document lies in its container's range and which of two letters came first; a date
that every reader understands otherwise decides nothing. EDTF (ISO 8601-2) also writes what is uncertain.
What the source prints goes into `date_text`.
A fix writes what can be one date only: "16 March 1918", "1918-3-6" and "16.3.1918", but not "3/4/1918".

## Bad

```yaml
sources:
  - id: tides
    type: book
    date: 30 February 1919
  - id: tables
    type: book
    date: "1919-02-30"
```

## Good

```yaml
sources:
  - id: tides
    type: book
    date: "1919-02-28"
    date_text: 28 February 1919
  - id: tables
    type: book
    date: "1919?"
```
"""

from pincite.model.rule import Rule

RULE = Rule("PIN201", "date-malformed", "error", "A date is not EDTF, or no calendar has it.", fix="both")
