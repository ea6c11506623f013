"""What can be wrong with a bibliography that sources are taken from: one module for each code."""

MODULES = ("entry_unreadable", "field_passed_over", "key_changed")
"""The modules of this folder that hold a rule, in the order of their codes."""
