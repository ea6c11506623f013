"""What can be wrong with a quotation once it is held against its source: one module for each code."""

MODULES = (
    "quotation_absent",
    "quotation_altered",
    "quotation_misattributed",
    "quotation_near",
    "quotation_unplaced",
    "quotation_unchecked",
    "copy_changed",
    "copy_unreadable",
    "page_mismatched",
    "negation_hidden",
    "number_hidden",
    "condition_hidden",
    "omission_empty",
    "part_too_short",
    "parts_far_apart",
    "parts_out_of_order",
    "quotations_disagree",
    "picture_without_quotation",
    "punctuation_differs",
    "passage_moved",
    "cut_unmarked",
)
"""The modules of this folder that hold a rule, in the order of their codes."""
