"""What can be wrong before a file has become values: one module for each code."""

MODULES = (
    "file_unreadable",
    "encoding_invalid",
    "syntax_invalid",
    "key_duplicate",
    "alias_used",
    "limit_exceeded",
    "value_not_json",
    "ignore_unused",
    "ignore_unknown",
    "ignore_without_reason",
)
"""The modules of this folder that hold a rule, in the order of their codes."""
