"""A converted article against what a careful editor finds in it: what is missed, and how much is right.

The annotation (``NAME.gold.json``) has ``article``, ``lead_claims`` and ``quotations``, each with its text and,
where it has one, its citation with the fields of ``flat_fields`` and its image mark; ``citations_only`` are the
citations of what is stated and not quoted.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from benchmarks.flat_fields import FIELDS, differences, found, normal, wanted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import Citation, DocumentData, Quotation

MEASURES = (
    "block quotations", "inline quotations", "citations exact", "citations linked", "fields", "citations whole",
    "image marks", "lead claims", "front matter",
)  # fmt: skip


class Count(NamedTuple):
    """How many of ``all`` are ``right``, and how many there should not be (``false``)."""

    right: int = 0
    all: int = 0
    false: int = 0

    def plus(self, other: Count) -> Count:
        """Return both together."""
        return Count(self.right + other.right, self.all + other.all, self.false + other.false)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall, 1 where there is nothing to find and nothing false."""
        return 2 * self.right / (self.right + self.all + self.false) if self.all + self.false else 1.0

    def __str__(self) -> str:
        return f"{self.right}/{self.all}" + (f" +{self.false}" if self.false else "")


@dataclass
class Comparison:
    """One line for everything that is not as annotated, in a stable order, and the counts by measure.

    ``fields`` counts each field; a wrong value counts as missed and as false.
    """

    misses: list[str] = field(default_factory=list)
    counts: dict[str, Count] = field(default_factory=lambda: dict.fromkeys(MEASURES, Count()))
    fields: dict[str, Count] = field(default_factory=lambda: dict.fromkeys(FIELDS, Count()))

    def hit(self, measure: str, *, right: bool) -> None:
        """Count one that is annotated."""
        self.counts[measure] = self.counts[measure].plus(Count(int(right), 1))

    def false(self, measure: str, number: int = 1) -> None:
        """Count what is not annotated."""
        self.counts[measure] = self.counts[measure].plus(Count(false=number))

    def field(self, name: str, value: object, right: list[object]) -> bool:
        """Count a field and return whether it is as annotated."""
        is_right = value in right
        if not (is_right and value is None):
            is_wanted = is_right or right[0] is not None
            count = Count(int(is_right), int(is_wanted), int(not is_right and value is not None))
            self.fields[name] = self.fields[name].plus(count)
            self.counts["fields"] = self.counts["fields"].plus(count)
        return is_right


def compare(gold: Mapping[str, Any], document: DocumentData) -> Comparison:
    """Return how a document differs from the annotation of its article."""
    comparison = Comparison()
    quotations = {bare(one["text"]): one for one in document.get("quotations", [])}
    _false_quotations(gold, quotations, comparison)
    owners = [*document.get("quotations", []), *document.get("claims", [])]
    citations = {
        _raw(citation["raw"]): citation
        for owner in owners
        for citation in owner.get("citations", [])
        if "raw" in citation
    }
    alone = gold.get("citations_only", [])
    annotated = {_raw(one["citation"]["raw"]) for one in [*gold["quotations"], *alone] if one.get("citation")}
    for raw in citations:
        if raw not in annotated:
            comparison.misses.append(f"false citation: {raw[:60]}")
            comparison.false("citations exact")
    for one in gold["quotations"]:
        quotation = quotations.get(bare(one["text"]))
        comparison.hit(f"{one['kind']} quotations", right=quotation is not None)
        if quotation is None:
            comparison.misses.append(f"missing {one['kind']} quotation: {one['text'][:60]}")
        if one.get("citation"):
            read = citations.get(_raw(one["citation"]["raw"]))
            _compare_citation(one, quotation, read, document, comparison)
    for one in alone:
        read = citations.get(_raw(one["citation"]["raw"]))
        _compare_citation(one, None, read, document, comparison)
    _compare_front(gold, document, comparison)
    return comparison


def bare(text: str) -> str:
    """Return a quotation without the marks around it, its white space as single blanks."""
    return " ".join(text.split()).strip("“”\"‘’'«»„ ")


def _raw(text: str) -> str:
    return " ".join(text.split()).strip("() ")


def _false_quotations(
    gold: Mapping[str, Any], quotations: Mapping[str, Quotation], comparison: Comparison
) -> None:
    annotated = {bare(one["text"]) for one in gold["quotations"]}
    for text, quotation in quotations.items():
        if text not in annotated:
            comparison.misses.append(f"false quotation: {text[:60]}")
            comparison.false(f"{quotation.get('display', 'block')} quotations")


def _compare_citation(
    one: Mapping[str, Any],
    quotation: Quotation | None,
    read: Citation | None,
    document: DocumentData,
    comparison: Comparison,
) -> None:
    """Compare an annotated citation, which may be a quotation's, with the one that was read from the same words."""
    citation = one["citation"]
    comparison.hit("citations exact", right=read is not None)
    linked = quotation is not None and read is not None and read in quotation.get("citations", [])
    if one["kind"] != "citation":
        comparison.hit("citations linked", right=linked)
    is_whole = _count_fields(citation["fields"], read, document, comparison)
    lines = [] if read is None else differences(citation["fields"], read, document)
    comparison.hit("citations whole", right=is_whole and read is not None)
    has_mark = bool((one.get("image") or {}).get("present"))
    has_image = bool(read and read.get("images"))
    if has_mark:
        comparison.hit("image marks", right=has_image)
    elif has_image:
        comparison.false("image marks")
    if read is None:
        comparison.misses.append(f"missing citation: {citation['raw'][:60]}")
        return
    if quotation is not None and not linked:
        comparison.misses.append(f"citation at another quotation: {citation['raw'][:60]}")
    comparison.misses += [f"{line} in {citation['raw'][:40]}" for line in lines]
    if has_mark != has_image:
        comparison.misses.append(f"image mark: {citation['raw'][:60]}")


def _count_fields(
    fields: Mapping[str, Any], read: Citation | None, document: DocumentData, comparison: Comparison
) -> bool:
    """Count a citation's fields and return whether all of them are as annotated."""
    right, values = wanted(fields), found(read or cast("Citation", {}), document)
    outcomes = [
        comparison.field(name, values[name], right[name])
        for name in FIELDS
        if name != "from_person" or right[name][0] is not None  # an author is no sender
    ]
    return all(outcomes)


def _text(value: object) -> object:
    """Return the text of an annotated span, or the value itself."""
    return value.get("text") if isinstance(value, dict) else value


def _compare_front(gold: Mapping[str, Any], document: DocumentData, comparison: Comparison) -> None:
    article, about = document["article"], gold["article"]
    leads = {bare(claim["text"]) for claim in document.get("claims", []) if claim.get("role") == "lead"}
    annotated = {bare(one["text"]) for one in gold["lead_claims"]}
    pairs = [
        ("article title", about.get("title"), article.get("title")),
        ("authors", [one["literal"] for one in about.get("authors") or []], [one.get("literal") for one in article.get("authors", [])]),
        ("date", _text(about.get("date")), article.get("date")),
        ("url", _text(about.get("url")), article.get("url")),
        ("language", about.get("language"), article.get("language")),
        ("code", (about.get("chapter") or {}).get("id"), article.get("series", {}).get("code")),
        ("series", _text(about.get("series")), article.get("series", {}).get("title")),
    ]  # fmt: skip
    for _, want, got in pairs:
        if normal(want) is not None:
            comparison.hit("front matter", right=normal(want) == normal(got))
        elif normal(got) is not None:
            comparison.false("front matter")
    for lead in annotated:
        comparison.hit("lead claims", right=lead in leads)
    comparison.false("lead claims", len(leads - annotated))
    listed = [
        *pairs,
        ("lead claims", sorted(bare(one["text"]) for one in gold["lead_claims"]), sorted(leads)),
    ]
    comparison.misses += [
        f"{name}: {got!r} instead of {want!r}" for name, want, got in listed if normal(want) != normal(got)
    ]


def total(comparisons: list[Comparison]) -> Comparison:
    """Return the counts of several articles together."""
    whole = Comparison()
    for one in comparisons:
        for measure, count in one.counts.items():
            whole.counts[measure] = whole.counts[measure].plus(count)
        for name, count in one.fields.items():
            whole.fields[name] = whole.fields[name].plus(count)
    return whole
