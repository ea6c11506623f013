"""What can be wrong with a dataset, or between its documents: one module for each code."""

MODULES = ("document_id_repeated", "sources_nearly_equal")
"""The modules of this folder that hold a rule, in the order of their codes."""
