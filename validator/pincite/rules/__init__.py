"""The registry: every rule that judges a document, under the kind of object it judges.

A rule is a module of this folder with a docstring (its documentation), ``RULE`` (its metadata) and
``check(document)``, a generator of findings. Most documents give most rules nothing to judge, so the registry
says what a document must hold for a rule to be imported and asked: with a hundred rules, asking each of
them would take longer than reading the file.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from pincite.model.document import Document
    from pincite.model.finding import Finding

    Check: TypeAlias = Callable[[Document], Iterator[Finding]]

OF_VERIFICATION = "pincite.verifier.rules"
"""The package with what verification finds: a check asks none of it."""
LISTS = (
    "pincite.reading.rules",
    "pincite.structure.rules",
    OF_VERIFICATION,
    "pincite.export.rules",
    "pincite.bibliography.rules",
    "pincite.dataset.rules",
)
"""The packages whose rules are in no registry: each names its modules in ``MODULES``, and they are asked all together.

They are known here by their paths alone, for the list of all codes; nothing of them is imported before that is asked for.
"""


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
        Entry("PIN120", "block_quotation_uncited", given=("blocks",)),
        Entry("PIN122", "paragraph_uncited", given=("blocks",), default=False),
        Entry("PIN124", "article_title_missing"),
        Entry("PIN125", "article_date_missing"),
        Entry("PIN126", "article_address_missing", given=("text",)),
        Entry("PIN127", "link_target_lost", given=("blocks",)),
        Entry("PIN212", "page_range_reversed"),
        Entry("PIN226", "locator_unreadable"),
        Entry("PIN229", "pages_open_ended"),
        Entry("PIN230", "name_identifier_malformed"),
        Entry("PIN233", "address_misspelt"),
        Entry("PIN234", "address_tail_stray"),
        Entry("PIN236", "address_tracked"),
        Entry("PIN237", "language_unknown"),
        Entry("PIN238", "language_mismatched", given=("language",)),
        Entry("PIN239", "license_unknown"),
        Entry("PIN240", "license_deprecated"),
        Entry("PIN241", "date_form_advanced"),
        Entry("PIN301", "reference_dangling"),
        Entry("PIN302", "identifier_duplicate"),
        Entry("PIN303", "object_unused", of_annotation=True),
        Entry("PIN404", "quotation_marks_unbalanced"),
        Entry("PIN405", "quotation_marks_mixed"),
        Entry("PIN408", "text_unreadable"),
        Entry("PIN621", "boilerplate_amid_body", given=("blocks",)),
    ),
    "catalogues": (
        Entry("PIN333", "catalogue_unreadable"),
        Entry("PIN334", "catalogue_outside_folder"),
        Entry("PIN335", "catalogue_too_large"),
        Entry("PIN336", "catalogue_unrecognized"),
        Entry("PIN337", "catalogue_broken"),
        Entry("PIN338", "catalogue_id_repeated"),
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
        Entry("PIN114", "container_incomplete", given=("container",)),
        Entry("PIN115", "recipient_missing", given=("recipients",)),
        Entry("PIN116", "archive_number_missing", given=("archive",)),
        Entry("PIN117", "container_untitled", given=("title_supplied",)),
        Entry("PIN118", "translator_unnamed", given=("language", "textual_status")),
        Entry("PIN119", "issue_missing", given=("container",)),
        Entry("PIN139", "house_member_missing"),
        Entry("PIN232", "doi_as_address", given=("url",)),
        Entry("PIN242", "date_text_contradictory", given=("date_text",)),
        Entry("PIN304", "container_cyclic", given=("container",)),
        Entry("PIN305", "container_too_deep", given=("container",)),
        Entry("PIN306", "container_unsuitable", given=("container",)),
        Entry("PIN310", "date_outside_coverage", given=("coverage",)),
        Entry("PIN311", "received_before_sent", given=("received",)),
        Entry("PIN312", "spelling_inconsistent"),
        Entry("PIN313", "page_shared", given=("container",)),
        Entry("PIN314", "author_after_publisher", given=("publisher",)),
        Entry("PIN315", "pages_against_dates", given=("container",)),
        Entry("PIN316", "page_outside_extent", given=("container",)),
        Entry("PIN317", "source_entered_twice"),
        Entry("PIN318", "work_described_twice"),
        Entry("PIN319", "part_younger_than_whole", given=("container",)),
        Entry("PIN320", "accessed_before_published", given=("accessed",)),
        Entry("PIN321", "source_younger_than_article", given=("date",)),
        Entry("PIN322", "paraphrase_quoted", given=("textual_status",)),
        Entry("PIN324", "name_listed_twice", given=("authors", "recipients", "editors", "translators")),
        Entry("PIN325", "sender_is_recipient", given=("recipients",)),
        Entry("PIN326", "date_anachronistic", given=("date",)),
        Entry("PIN327", "title_inconsistent", given=("title",)),
        Entry("PIN329", "isbn_anachronistic", given=("isbn",)),
    ),
    "quotations": (
        Entry("PIN101", "quotation_uncited"),
        Entry("PIN128", "quotation_language_unsaid", of_annotation=True),
        Entry("PIN328", "quotation_repeated", given=("citations",)),
        Entry("PIN330", "quotation_within_itself", given=("within", "translation_of")),
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
            "PIN425", "quoted_space_misplaced", printed=("  ", " ,", " .", " ;", " :", " !", " ?", " )", "(")
        ),
        Entry("PIN426", "hyphenation_left_over", printed=("- ", "-\n", "\u00ad")),
        Entry("PIN427", "sic_unbracketed", printed=("(sic", " sic")),
        Entry("PIN428", "ellipsis_malformed", printed=("..", "…", ". .")),
        Entry("PIN429", "quotation_brackets_unbalanced", printed=("(", "[", ")", "]")),
        Entry("PIN623", "quotation_with_navigation", printed=("\n",)),
    ),
    "citations": (
        Entry("PIN102", "citation_without_source"),
        Entry("PIN103", "locator_missing"),
        Entry("PIN121", "citation_without_image", given=("images",)),
        Entry("PIN129", "locator_sometimes_missing", given=("locator",)),
        Entry("PIN213", "citation_unparsed", given=("unparsed",)),
        Entry("PIN214", "printed_date_malformed", given=("raw",)),
        Entry("PIN215", "printed_day_impossible", given=("raw",)),
        Entry("PIN217", "date_ambiguous", printed=("/",)),
        Entry("PIN218", "date_in_title", printed=(" - ", " – ", " — ")),
        Entry("PIN219", "year_missing", given=("raw",)),
        Entry("PIN220", "range_dash_spaced", printed=(" - ", "\u00a0- ")),
        Entry("PIN221", "parenthesis_unbalanced", printed=("(", ")", "[", "]")),
        Entry("PIN222", "closing_stop_inconsistent", printed=(".)", ". )")),
        Entry("PIN223", "space_misplaced", given=("raw",)),
        Entry("PIN224", "separator_inconsistent", given=("raw",)),
        Entry("PIN225", "container_marker_inconsistent", given=("raw",)),
        Entry("PIN227", "page_label_mismatched", printed=("p. ", "p.\u00a0", "p.1")),
        Entry("PIN228", "page_label_unspaced", given=("raw",)),
        Entry("PIN231", "printed_identifier_malformed", printed=("ISBN", "ISSN", "DOI", "doi:", "isbn")),
        Entry("PIN235", "address_without_scheme", printed=("www.",)),
        Entry("PIN243", "date_form_inconsistent", given=("raw",)),
        Entry("PIN307", "archive_code_undefined", given=("archive_code",)),
        Entry("PIN332", "volume_contradicted", given=("locator",)),
        Entry("PIN414", "title_marks_inconsistent", printed=("‘", "‚")),
        Entry("PIN417", "emphasis_lost", given=("note",)),
        Entry("PIN519", "image_of_two_pages", given=("images",), of_annotation=True),
    ),
    "claims": (
        Entry("PIN113", "claim_unsupported", of_annotation=True),
        Entry("PIN123", "lead_claim_unsupported", given=("role",)),
        Entry("PIN308", "inference_circular"),
    ),
    "relations": (
        Entry("PIN309", "corroboration_dependent"),
        Entry("PIN331", "relation_to_itself"),
    ),
    "images": (
        Entry("PIN501", "image_without_file", of_annotation=True),
        Entry("PIN502", "description_missing", of_annotation=True),
        Entry("PIN503", "credit_missing", of_annotation=True),
        Entry("PIN504", "license_missing", of_annotation=True),
        Entry("PIN505", "evidence_unconnected"),
        Entry("PIN506", "images_missing", given=("missing",), of_annotation=True),
        Entry("PIN507", "image_outside_folder", given=("path",), of_annotation=True),
        Entry("PIN508", "image_file_unreadable", given=("path",), of_annotation=True),
        Entry("PIN509", "image_too_large", given=("path",), of_annotation=True),
        Entry("PIN510", "image_digest_mismatch", given=("sha256",), of_annotation=True),
        Entry("PIN511", "media_type_mismatch", given=("media_type",), of_annotation=True),
        Entry("PIN512", "file_name_misleading", given=("path",), of_annotation=True),
        Entry("PIN513", "picture_fake", given=("path",), of_annotation=True),
        Entry("PIN514", "picture_broken", given=("path",), of_annotation=True),
        Entry("PIN515", "image_size_mismatch", given=("width", "height"), of_annotation=True),
        Entry("PIN516", "region_outside_image", given=("region",), of_annotation=True),
        Entry("PIN517", "image_label_shared", given=("label",)),
        Entry("PIN518", "image_label_inconsistent", given=("label",)),
        Entry("PIN520", "image_file_shared", given=("path", "sha256", "url"), of_annotation=True),
        Entry("PIN521", "description_generated", given=("alt",)),
        Entry("PIN522", "description_empty", given=("alt",), of_annotation=True),
        Entry("PIN523", "description_repeats_caption", given=("caption",), of_annotation=True),
        Entry("PIN524", "credit_unfinished", given=("credit", "derived_from")),
        Entry("PIN525", "parts_uncredited", given=("edits", "caption", "credit"), of_annotation=True),
        Entry("PIN526", "alteration_disclosed_late", given=("credit",)),
        Entry("PIN527", "picture_repeated", given=("path",), of_annotation=True),
    ),
    "text": (
        Entry("PIN216", "day_missing"),
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
        Entry("PIN601", "common_knowledge_appeal"),
        Entry("PIN602", "certainty_rhetorical"),
        Entry("PIN603", "attribution_vague"),
        Entry("PIN604", "promise_forward"),
        Entry("PIN605", "inference_unsupported"),
        Entry("PIN606", "proof_asserted"),
        Entry("PIN611", "space_before_punctuation"),
        Entry("PIN612", "punctuation_clashing"),
        Entry("PIN613", "word_doubled"),
        Entry("PIN614", "space_no_break_stray", printed=("\u00a0", "\u202f")),
        Entry("PIN615", "parenthesis_unclosed", printed=("(",)),
        Entry("PIN622", "label_language_foreign"),
    ),
}
"""Kind of object to its rules, in the order of their codes. ``article`` is always there; ``text`` is the article's text."""


@cache
def entries() -> tuple[Entry, ...]:
    """Return all entries in the order of their codes."""
    return tuple(sorted(entry for row in REGISTRY.values() for entry in row))


@cache
def all_codes() -> frozenset[str]:
    """Return the codes of all rules here."""
    return frozenset(entry.code for entry in entries())


@cache
def annotation_codes() -> frozenset[str]:
    """Return the codes of the rules that judge what an annotator did."""
    return frozenset(entry.code for entry in entries() if entry.of_annotation)


@cache
def default_codes() -> frozenset[str]:
    """Return the codes of the rules that are asked where no configuration says otherwise."""
    return frozenset(entry.code for entry in entries() if entry.default)


def rules_for(document: Document, codes: frozenset[str] | None = None) -> Iterator[Check]:
    """Yield the checks that have something to judge in *document*, of those in *codes* (None: the default ones)."""
    for kind, row in _selected(default_codes() if codes is None else codes):
        if document.holds(kind):
            members = document.members(kind)
            for given, printed, module in row:
                if given and members.isdisjoint(given):
                    continue
                if printed and not _stands(printed, document.printed(kind)):
                    continue
                yield _check_of(module)


@lru_cache(maxsize=8)
def _selected(
    codes: frozenset[str],
) -> tuple[tuple[str, tuple[tuple[frozenset[str], tuple[str, ...], str], ...]], ...]:
    """Return the kinds with what those of their rules that are in *codes* ask for, and their modules."""
    rows = (
        (kind, tuple((frozenset(one.given), one.printed, one.module) for one in row if one.code in codes))
        for kind, row in REGISTRY.items()
    )
    return tuple((kind, row) for kind, row in rows if row)


def _stands(wordings: tuple[str, ...], text: str) -> bool:
    for wording in wordings:  # noqa: SIM110 - asked for dozens of rules a document, and a generator costs more
        if wording in text:
            return True
    return False


@cache
def _check_of(module: str) -> Check:
    """Return the check of a rule's module, imported once: a run judges thousands of documents."""
    return cast("Check", import_module(f"pincite.rules.{module}").check)
