"""What the schema can find wrong: one module for each code."""

MODULES = (
    "version_unsupported",
    "version_unquoted",
    "member_missing",
    "member_unknown",
    "type_mismatch",
    "value_unlisted",
    "member_excluded",
    "value_out_of_range",
    "date_malformed",
    "identifier_malformed",
    "language_malformed",
    "address_malformed",
    "license_malformed",
    "digest_malformed",
    "doi_malformed",
    "isbn_malformed",
    "issn_malformed",
    "media_type_malformed",
    "path_malformed",
)
"""The modules of this folder, in the order of their codes."""
