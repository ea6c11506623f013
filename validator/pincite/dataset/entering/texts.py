"""Texts that may not be passed on are taken out of a document, and what is told of them instead is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.dataset.entering.entry import Fingerprint
from pincite.dataset.tables.quotations import LEFT_OUT

if TYPE_CHECKING:
    from typing import Literal

    from pincite.model.format import Article, ArticleText, Claim, DocumentData, Quotation
    from pincite.model.json_value import Json

_OF_ARTICLE = frozenset({"exact", "prefix", "suffix"})
"""Members of anchors and passages that repeat words."""


def article_with(article: Article, text: str | None, how: Literal["full", "none"]) -> Article:
    """Return an article with its *text* in it, or without; and without the path of the file that it was made of."""
    given = article.get("text", {})
    found = cast("Article", dict(article))
    found.pop("text", None)
    told = cast("ArticleText", {})
    if text is not None and how == "full":
        told["content"] = text
        told["sha256"] = Fingerprint.of(text).sha256
    elif text is not None:
        told["sha256"] = Fingerprint.of(text).sha256
    elif "sha256" in given:
        told["sha256"] = given["sha256"]
    if "media_type" in given:
        told["media_type"] = given["media_type"]
    if told:
        found["text"] = told
    if "path" in article.get("original", {}):
        original = {name: value for name, value in article["original"].items() if name != "path"}
        found["original"] = original  # type: ignore[typeddict-item]  # without one member
        if not original:
            del found["original"]
    return found


def shortened(quotation: Quotation, most: int) -> Quotation:
    """Return a quotation of which more than *most* code points are cut off, with an ellipsis where whole words end."""
    text = quotation["text"]
    if len(text) <= most:
        return quotation
    head = text[:most]
    if not text[most].isspace():
        head = head.rsplit(None, 1)[0] if len(head.split()) > 1 else head
    short = cast("Quotation", {**quotation, "text": f"{head.rstrip()} {LEFT_OUT}"})
    short.pop("segments", None)  # they make up the whole text
    return short


def without_words(data: DocumentData) -> DocumentData:
    """Return a document without words of the article: none of its quotations, claims, anchors and captions."""
    found = cast("DocumentData", _without_surroundings(cast("Json", data)))
    for quotation in found.get("quotations", ()):
        quotation["text"] = LEFT_OUT
        quotation.pop("segments", None)
        if quotation.get("translation_of", "") not in {one["id"] for one in data.get("quotations", ())}:
            quotation.pop("translation_of", None)
    for claim in found.get("claims", ()):
        claim["text"] = LEFT_OUT
    for image in found.get("images", ()):
        image.pop("caption", None)
    return found


def fingerprints(before: DocumentData, after: DocumentData) -> dict[str, Fingerprint]:
    """Return the fingerprints of the quotations and claims whose texts are no longer what they were, by their ids."""
    items: list[tuple[Quotation | Claim, Quotation | Claim]] = [
        *zip(before.get("quotations", ()), after.get("quotations", ()), strict=True),
        *zip(before.get("claims", ()), after.get("claims", ()), strict=True),
    ]
    return {one["id"]: Fingerprint.of(one["text"]) for one, other in items if one["text"] != other["text"]}


def _without_surroundings(value: Json) -> Json:
    """Return a copy of a value without the words that anchors and passages repeat."""
    if isinstance(value, list):
        return [_without_surroundings(one) for one in value]
    if not isinstance(value, dict):
        return value
    is_place = "start" in value or "end" in value or not _OF_ARTICLE.isdisjoint(value.keys() - {"suffix"})
    return {
        name: _without_surroundings(one)
        for name, one in value.items()
        if not (is_place and name in _OF_ARTICLE)
    }
