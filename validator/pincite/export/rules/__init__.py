"""What carrying a document into another format can cost: one module for each code."""

MODULES = ("member_left_out", "value_changed", "value_set_aside")
"""The modules of this folder that hold a rule, in the order of their codes."""
