"""The parts of an article become one Pincite document."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, cast

from pincite import __version__
from pincite.converter.compose.blocks import blocks
from pincite.converter.compose.identifiers import Identifiers
from pincite.converter.compose.sources import Sources

if TYPE_CHECKING:
    from pincite.converter.article import SegmentedArticle
    from pincite.converter.segment.found import FoundQuotation
    from pincite.converter.segment.image_marks import ImageMark
    from pincite.model.format import (
        Alt,
        Anchor,
        Article,
        Citation,
        Claim,
        DocumentData,
        Image,
        Quotation,
        Relation,
    )

_NO_FILE = "the article marks a picture here but names no file"


def build(article: SegmentedArticle) -> DocumentData:
    """Return the document for a segmented article, in the format's own order of members."""
    return _Builder(article).document()


class _Builder:
    def __init__(self, article: SegmentedArticle) -> None:
        self.article = article
        self.identifiers = Identifiers()
        self.sources = Sources(self.identifiers, article.lexicon)
        self.images: list[Image] = []
        self.citations: dict[int, Citation] = {}
        self.marked: dict[int, str] = {}
        """Start of an image mark in the text to its image's id."""
        self.refs: dict[int, str] = {}
        """Start of a block in the text to the id of what it holds."""

    def document(self) -> DocumentData:
        quotations = [self._quotation(number, one) for number, one in enumerate(self.article.quotations, 1)]
        claims = self._claims(quotations)
        self._other_images()
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
        if self.images:
            document["images"] = self.images
        document["annotation"] = {"tool": {"name": "pincite", "version": __version__}, "method": "converted"}
        return document

    def _article(self) -> Article:
        front, text = self.article.front, self.article.text
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
        article["text"] = {"content": text, "sha256": hashlib.sha256(text.encode("utf-8")).hexdigest()}
        if front.inferred:
            article["inferred"] = front.inferred
        article["blocks"] = blocks(self.article, self.refs)
        return article

    def _citation(self, number: int) -> Citation:
        if number in self.citations:
            return self.citations[number]
        found, read = self.article.citations[number], self.article.reads[number]
        citation = self.citations[number] = cast("Citation", {})
        source = self.sources.add(read.chain)
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
        if found.images:
            citation["images"] = [self._image(mark) for mark in found.images]
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

    def _image(self, mark: ImageMark) -> str:
        """Return the image of a mark, the same one for all the citations it stands behind."""
        if mark.start in self.marked:
            return self.marked[mark.start]
        name = mark.label or f"image {len(self.images) + 1}"
        image: Image = {"id": self.identifiers.take(name, fallback="image"), "role": "evidence"}
        if mark.label:
            image["label"] = mark.label
        image["missing"] = {"reason": _NO_FILE}
        image["anchor"] = {"start": mark.start, "end": mark.end}
        self.images.append(image)
        self.marked[mark.start] = image["id"]
        return image["id"]

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

    def _other_images(self) -> None:
        """Add the pictures that no citation names: marks on their own, and described or credited figures."""
        for mark in self.article.loose_marks:
            self._image(mark)
            if mark.label and self.article.lexicon.starts("figure_caption", mark.label):
                self.images[-1]["role"] = "figure"
        described = [number for number, kind in self.article.types.items() if kind == "figure"]
        credits_ = [number for number, kind in self.article.types.items() if kind == "caption"]
        for number in described or ([credits_[0]] if credits_ else []):
            paragraph = self.article.paragraphs[number]
            image: Image = {"id": self.identifiers.take("figure", fallback="figure"), "role": "figure"}
            image["missing"] = {"reason": "the text describes or credits a picture that is not in it"}
            image["anchor"] = {"start": paragraph.start, "end": paragraph.end}
            if number in described:
                image["alt"] = self._alt(paragraph.text)
            self.refs.setdefault(paragraph.start, image["id"])
            self.images.append(image)
        if credits_ and self.images and self.images[-1]["role"] == "figure":
            lines = [self.article.paragraphs[number].text for number in credits_]
            self.images[-1]["credit"] = "\n".join(lines)

    def _alt(self, text: str) -> Alt:
        for phrase in self.article.lexicon.words("generated_alt"):
            at = text.lower().find(phrase)
            if at > 0:
                return {"text": text[:at].strip(), "generated": True}
        return {"text": text}

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
