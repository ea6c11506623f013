"""The registry: every rule that judges a document, under the kind of object it judges.

A rule is a module of this folder with a docstring (its documentation), ``RULE`` (its metadata) and
``check(document)``, a generator of findings. Most documents give most rules nothing to judge, so the registry
says what a document must hold for a rule to be imported and asked: with a hundred rules, asking each of
them would take longer than reading the file.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator
    from typing import TypeAlias

    from pincite.model.document import Document
    from pincite.model.finding import Finding

    Check: TypeAlias = Callable[[Document], Iterator[Finding]]


class Entry(NamedTuple):
    """A rule in the registry: its code, its module, and what a document must hold for it to be asked.

    ``given``: members of which some object of the kind must have at least one. ``printed``: strings of which
    one must stand in the words of the kind: the ``raw`` of citations, the texts of quotations, for the
    kinds ``article`` and ``text`` the article's text. Both empty: any object of the kind will do.
    ``default`` is false for a rule that is asked only where the configuration selects it. ``of_annotation``: it
    judges what an annotator did, not what an article prints, and so has nothing to say of an article that nobody
    has annotated yet.
    """

    code: str
    module: str
    given: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    default: bool = True
    of_annotation: bool = False


REGISTRY: dict[str, tuple[Entry, ...]] = {
    "article": (
        Entry("PIN112", "text_missing", of_annotation=True),
        Entry("PIN212", "page_range_reversed"),
        Entry("PIN301", "reference_dangling"),
        Entry("PIN302", "identifier_duplicate"),
        Entry("PIN303", "object_unused", of_annotation=True),
        Entry("PIN404", "quotation_marks_unbalanced"),
        Entry("PIN405", "quotation_marks_mixed"),
        Entry("PIN408", "text_unreadable"),
    ),
    "sources": (
        Entry("PIN104", "title_missing"),
        Entry("PIN105", "letter_untitled"),
        Entry("PIN106", "date_missing"),
        Entry("PIN107", "author_missing"),
        Entry("PIN108", "publisher_missing"),
        Entry("PIN109", "container_missing"),
        Entry("PIN110", "address_missing"),
        Entry("PIN111", "whereabouts_missing"),
        Entry("PIN304", "container_cyclic", given=("container",)),
        Entry("PIN305", "container_too_deep", given=("container",)),
        Entry("PIN306", "container_unsuitable", given=("container",)),
        Entry("PIN310", "date_outside_coverage", given=("container",)),
        Entry("PIN311", "received_before_sent", given=("received",)),
        Entry("PIN312", "spelling_inconsistent"),
        Entry("PIN313", "page_shared", given=("container",)),
    ),
    "quotations": (
        Entry("PIN101", "quotation_uncited"),
        Entry("PIN406", "segments_mismatch", given=("segments",)),
        Entry("PIN415", "ellipses_mixed", printed=("…", "...", ". .")),
        Entry("PIN416", "omission_beside_negation", printed=("…", "...", ". .")),
        Entry("PIN418", "emphasis_unattributed", given=("segments",), of_annotation=True),
        Entry("PIN419", "bracket_undeclared", printed=("[",), of_annotation=True),
        Entry("PIN420", "name_spelt_two_ways"),
        Entry("PIN421", "lead_in_missing", given=("lead_in",)),
        Entry("PIN422", "lead_in_repeated", given=("lead_in",)),
        Entry("PIN423", "markup_left_over", printed=("<", "&", "{", "'''")),
        Entry("PIN424", "quoted_word_doubled"),
        Entry(
            "PIN425", "quoted_space_misplaced", printed=("  ", " ,", " .", " ;", " :", " !", " ?", " )", "( ")
        ),
        Entry("PIN426", "hyphenation_left_over", printed=("- ", "-\n", "\u00ad")),
        Entry("PIN427", "sic_unbracketed", printed=("(sic", " sic")),
        Entry("PIN428", "ellipsis_malformed", printed=("..", "…", ". .")),
        Entry("PIN429", "quotation_brackets_unbalanced", printed=("(", "[", ")", "]")),
    ),
    "citations": (
        Entry("PIN102", "citation_without_source"),
        Entry("PIN103", "locator_missing"),
        Entry("PIN213", "citation_unparsed", given=("unparsed",)),
        Entry("PIN307", "archive_code_undefined", given=("archive_code",)),
        Entry("PIN414", "title_marks_inconsistent", printed=("‘", "‚")),
        Entry("PIN417", "emphasis_lost", given=("note",)),
    ),
    "claims": (
        Entry("PIN113", "claim_unsupported", of_annotation=True),
        Entry("PIN308", "inference_circular"),
    ),
    "relations": (Entry("PIN309", "corroboration_dependent"),),
    "images": (
        Entry("PIN501", "image_without_file", of_annotation=True),
        Entry("PIN502", "description_missing", of_annotation=True),
        Entry("PIN503", "credit_missing", of_annotation=True),
        Entry("PIN504", "license_missing", of_annotation=True),
        Entry("PIN505", "evidence_unconnected", of_annotation=True),
        Entry("PIN506", "images_missing", given=("missing",), of_annotation=True),
    ),
    "text": (
        Entry("PIN401", "quotation_not_in_text"),
        Entry("PIN402", "quotation_ambiguous"),
        Entry("PIN403", "anchor_moved"),
        Entry("PIN407", "text_digest_mismatch"),
        Entry("PIN409", "quotation_start_unmarked"),
        Entry("PIN410", "quotation_end_unmarked"),
        Entry("PIN411", "quotation_mark_reversed", printed=("’", "”", "‘", "“")),
        Entry("PIN412", "apostrophes_mixed", printed=("'",)),
        Entry("PIN413", "quotation_marks_inconsistent"),
        Entry("PIN430", "block_quotation_in_marks"),
        Entry("PIN431", "prose_marks_unbalanced", printed=("“", "”", "‘", '"', "«", "»")),
    ),
}
"""Kind of object to its rules, in the order of their codes. ``article`` is always there; ``text`` is the article's text."""


@cache
def entries() -> tuple[Entry, ...]:
    """Return all entries in the order of their codes."""
    return tuple(sorted(entry for row in REGISTRY.values() for entry in row))


@cache
def annotation_codes() -> frozenset[str]:
    """Return the codes of the rules that judge what an annotator did."""
    return frozenset(entry.code for entry in entries() if entry.of_annotation)


@cache
def default_codes() -> frozenset[str]:
    """Return the codes of the rules that are asked where no configuration says otherwise."""
    return frozenset(entry.code for entry in entries() if entry.default)


def rules_for(document: Document, codes: Container[str] | None = None) -> Iterator[Check]:
    """Yield the checks that have something to judge in *document*, of those in *codes* (None: the default ones)."""
    wanted = default_codes() if codes is None else codes
    for kind, row in REGISTRY.items():
        if document.holds(kind):
            for entry in row:
                if (
                    entry.code in wanted
                    and (not entry.given or not document.members(kind).isdisjoint(entry.given))
                    and (not entry.printed or _stands(entry.printed, document.printed(kind)))
                ):
                    yield _check_of(entry.module)


def _stands(wordings: tuple[str, ...], text: str) -> bool:
    return any(wording in text for wording in wordings)


@cache
def _check_of(module: str) -> Check:
    """Return the check of a rule's module, imported once: a run judges thousands of documents."""
    return cast("Check", import_module(f"pincite.rules.{module}").check)
