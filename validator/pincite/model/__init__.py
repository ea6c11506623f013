"""Plain values that every other layer passes along: documents, findings, rules, reports."""
