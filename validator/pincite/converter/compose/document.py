"""The parts of an article become one Pincite document."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from pincite import __version__
from pincite.converter.addresses import address_of
from pincite.converter.compose.blocks import blocks
from pincite.converter.compose.identifiers import Identifiers
from pincite.converter.compose.images import Images
from pincite.converter.compose.origin import NOWHERE
from pincite.converter.compose.sources import Sources
from pincite.member_order import in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.converter.article import SegmentedArticle
    from pincite.converter.citation.description import Description
    from pincite.converter.compose.origin import Origin
    from pincite.converter.segment.found import FoundCitation, FoundQuotation
    from pincite.model.format import (
        Anchor,
        Article,
        Citation,
        Claim,
        DocumentData,
        Quotation,
        Relation,
    )
    from pincite.model.json_value import Json


def build(article: SegmentedArticle, origin: Origin = NOWHERE) -> DocumentData:
    """Return the document for a segmented article, in the format's own order of members."""
    document = _Builder(article, origin).document()
    return cast("DocumentData", in_order(cast("Json", document)))


class _Builder:
    def __init__(self, article: SegmentedArticle, origin: Origin) -> None:
        self.article = article
        self.origin = origin
        self.identifiers = Identifiers()
        self.sources = Sources(self.identifiers, article.lexicon)
        self.images = Images(article, self.identifiers, origin)
        self.citations: dict[int, Citation] = {}
        self.refs: dict[int, str] = {}
        """Start of a block in the text to the id of what it holds."""

    def document(self) -> DocumentData:
        quotations = [self._quotation(number, one) for number, one in enumerate(self.article.quotations, 1)]
        claims = self._claims(quotations)
        self.images.add_others(self.refs)
        document: DocumentData = {"pincite": "1.0", "article": self._article()}
        if self.article.archives:
            document["archives"] = self.article.archives
        if self.sources.all:
            document["sources"] = self.sources.all
        if quotations:
            document["quotations"] = quotations
        if claims:
            document["claims"] = claims
        relations = self._relations(quotations)
        if relations:
            document["relations"] = relations
        if self.images.all:
            document["images"] = self.images.all
        document["annotation"] = {"tool": {"name": "pincite", "version": __version__}, "method": "converted"}
        return document

    def _article(self) -> Article:
        front = self.article.front
        article: Article = {}
        if front.title:
            article["title"] = front.title
        if front.subtitle:
            article["subtitle"] = front.subtitle
        if front.authors:
            article["authors"] = [{"literal": name} for name in front.authors]
        if front.date:
            article["date"] = front.date
        if self.article.language:
            article["language"] = self.article.language
        if front.url:
            article["url"] = front.url
        if front.publication:
            article["publication"] = front.publication
        series = {"title": front.series, "part": front.part, "code": front.code}
        if any(series.values()):
            article["series"] = {name: value for name, value in series.items() if value}  # type: ignore[typeddict-item]
        self._set_text(article)
        if front.inferred:
            article["inferred"] = front.inferred
        article["blocks"] = blocks(self.article, self.refs)
        return article

    def _set_text(self, article: Article) -> None:
        text = self.article.text
        article["text"] = {"content": text, "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest()}
        if self.origin.original is not None:
            article["original"] = self.origin.original

    def _citation(self, number: int) -> Citation:
        if number in self.citations:
            return self.citations[number]
        found, read = self.article.citations[number], self.article.reads[number]
        citation = self.citations[number] = cast("Citation", {})
        source = self.sources.add(_addressed(read.chain, found))
        if source is not None:
            citation["source"] = source
        if read.locator:
            citation["locator"] = dict(read.locator)
        citation["raw"] = found.raw
        if read.unparsed:
            citation["unparsed"] = list(read.unparsed)
        citation["anchor"] = {"start": found.start, "end": found.end}
        if read.archive_code:
            citation["archive_code"] = read.archive_code
        images = self.images.of_citation(number)
        if images:
            citation["images"] = images
        if read.note:
            citation["note"] = read.note
        inferred = {
            "source": read.resolved_by if source is not None else None,
            "locator": read.locator_reason,
            "images": found.images_reason,
        }
        if any(inferred.values()):
            citation["inferred"] = {name: reason for name, reason in inferred.items() if reason}
        return citation

    def _repeated(self, number: int) -> Citation:
        """Return the citation of words that repeat a quotation: its source and place, concluded."""
        original = self._citation(number)
        citation: Citation = {}
        reason = "its words stand in a quotation with this citation"
        for member in ("source", "locator"):
            if member in original:
                citation[member] = original[member]
                citation.setdefault("inferred", {})[member] = reason
        return citation

    def _quotation(self, number: int, found: FoundQuotation) -> Quotation:
        text = self.article.text[found.start : found.end]
        quotation: Quotation = {"id": self.identifiers.take(f"q{number}", fallback="q"), "text": text}
        quotation["display"] = found.display
        if found.citations:
            quotation["citations"] = [self._citation(one) for one in found.citations]
        elif found.repeats:
            quotation["citations"] = [self._repeated(one) for one in found.repeats]
        quotation["anchor"] = {"start": found.start, "end": found.end}
        if found.lead_in is not None:
            quotation["lead_in"] = self._exact(*found.lead_in)
        if found.translates is not None:
            quotation["translation_of"] = self.refs[found.translates]
            quotation["inferred"] = {
                "translation_of": "its citation speaks of a translation; it stands behind its like"
            }
        self.refs[found.start] = quotation["id"]
        return quotation

    def _claims(self, quotations: list[Quotation]) -> list[Claim]:
        claims: list[Claim] = []
        for number, found in enumerate(self.article.claims, 1):
            text = self.article.text[found.start : found.end]
            claim: Claim = {"id": self.identifiers.take(f"c{number}", fallback="c"), "text": text}
            claim["role"] = found.role
            if found.basis is not None:
                claim["basis"] = found.basis
            if found.evidence:
                claim["evidence"] = [quotations[one]["id"] for one in found.evidence]
            if found.citations:
                claim["citations"] = [self._citation(one) for one in found.citations]
            claim["anchor"] = {"start": found.start, "end": found.end}
            reasons = {"basis": found.reason, "evidence": found.pointer}
            if any(reasons.values()):
                claim["inferred"] = {member: reason for member, reason in reasons.items() if reason}
            self.refs.setdefault(found.start, claim["id"])
            claims.append(claim)
        return claims

    def _relations(self, quotations: list[Quotation]) -> list[Relation]:
        return [
            {
                "type": one.type,
                "from": quotations[one.source]["id"],
                "to": quotations[one.target]["id"],
                "asserted_by": "article",
                "anchor": self._exact(one.start, one.end),
            }
            for one in self.article.relations
        ]

    def _exact(self, start: int, end: int) -> Anchor:
        return {"start": start, "end": end, "exact": self.article.text[start:end]}


def _addressed(chain: Sequence[Description], found: FoundCitation) -> Sequence[Description]:
    """Return the sources of a citation, the cited one with the address that the citation is linked to."""
    address = address_of((found.target or "").strip())
    if address is None or not chain or any(described.url for described in chain):
        return chain
    reason = {**chain[0].inferred, "url": "the citation is linked to it"}
    return [replace(chain[0], url=address, inferred=reason), *chain[1:]]
