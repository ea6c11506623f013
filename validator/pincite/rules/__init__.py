"""The registry: every rule that judges a document, under the kind of object it judges.

A rule is a module of this folder with a docstring (its documentation), ``RULE`` (its metadata) and
``check(document)``, a generator of findings. A module is imported only when a document holds what it judges.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from pincite.model.document import Document
    from pincite.model.finding import Finding

    Check: TypeAlias = Callable[[Document], Iterator[Finding]]

REGISTRY: dict[str, tuple[str, ...]] = {
    "article": (
        "text_missing",
        "page_range_reversed",
        "reference_dangling",
        "identifier_duplicate",
        "object_unused",
        "quotation_marks_unbalanced",
        "quotation_marks_mixed",
        "text_unreadable",
    ),
    "sources": (
        "title_missing",
        "letter_untitled",
        "date_missing",
        "author_missing",
        "publisher_missing",
        "container_missing",
        "address_missing",
        "whereabouts_missing",
        "container_cyclic",
        "container_too_deep",
        "container_unsuitable",
        "date_outside_coverage",
        "received_before_sent",
        "spelling_inconsistent",
        "page_shared",
    ),
    "quotations": ("quotation_uncited", "segments_mismatch"),
    "citations": (
        "citation_without_source",
        "locator_missing",
        "citation_unparsed",
        "archive_code_undefined",
    ),
    "claims": ("claim_unsupported", "inference_circular"),
    "relations": ("corroboration_dependent",),
    "images": (
        "image_without_file",
        "description_missing",
        "credit_missing",
        "license_missing",
        "evidence_unconnected",
        "images_missing",
    ),
    "text": ("quotation_not_in_text", "quotation_ambiguous", "anchor_moved", "text_digest_mismatch"),
}
"""Kind of object to the modules of its rules. ``article`` is always there; ``text`` is the article's text."""


def rules_for(document: Document) -> Iterator[Check]:
    """Yield the checks that have something to judge in *document*."""
    for kind, modules in REGISTRY.items():
        if _present(document, kind):
            yield from map(_check_of, modules)


@cache
def _check_of(module: str) -> Check:
    """Return the check of a rule's module, imported once: a run judges thousands of documents."""
    return cast("Check", import_module(f"pincite.rules.{module}").check)


def _present(document: Document, kind: str) -> bool:
    if kind == "article":
        return True
    if kind == "text":
        return document.text is not None
    if kind == "citations":
        return bool(document.citations)
    return bool(document.data.get(kind))
