"""What can be wrong with a dataset, or between its documents: one module for each code."""

MODULES = (
    "manifest_unreadable",
    "dataset_file_missing",
    "dataset_file_changed",
    "dataset_file_unlisted",
    "path_outside_dataset",
    "dataset_table_malformed",
    "dataset_key_repeated",
    "dataset_key_dangling",
    "dataset_parts_disagree",
    "dataset_line_malformed",
    "document_id_repeated",
    "source_descriptions_differ",
    "sources_nearly_equal",
    "document_id_changed",
)
"""The modules of this folder that hold a rule, in the order of their codes."""
