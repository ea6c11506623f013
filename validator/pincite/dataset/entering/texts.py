"""Texts that may not be passed on are taken out of a document, and what is told of them instead is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.dataset.entering.entry import LEFT_OUT, Fingerprint
from pincite.dataset.entering.excerpts import shortened, shortened_claim

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from pincite.model.format import Article, ArticleText, Claim, DocumentData, Image, Quotation
    from pincite.model.json_value import Json, JsonObject

_PLACES = frozenset({"anchor", "lead_in", "passage"})
_WORDS = frozenset({"exact", "prefix", "suffix"})
"""Members of these places that repeat words."""


def article_with(
    article: Article, text: str | None, known: Fingerprint | None, how: Literal["full", "none"]
) -> Article:
    """Return an article with its *text* in it, of which *known* is told, or without; and without the path of the file that it was made of.

    A text that is left out leaves nothing: its digest is kept elsewhere, and the format asks a text that is described to be there.
    """
    given = article.get("text", {})
    found = cast("Article", dict(article))
    found.pop("text", None)
    told = cast("ArticleText", {})
    if text is not None and known is not None and how == "full":
        told["content"] = text
        told["sha256"] = known.sha256
    elif text is None and "sha256" in given:
        told["sha256"] = given["sha256"]
    if told and "media_type" in given:
        told["media_type"] = given["media_type"]
    if told:
        found["text"] = told
    if "path" in article.get("original", {}):
        original = {name: value for name, value in article["original"].items() if name != "path"}
        found["original"] = original  # type: ignore[typeddict-item]  # without one member
        if not original:
            del found["original"]
    return found


def with_short_surroundings(data: DocumentData) -> DocumentData:
    """Return a document whose anchors repeat no more around what they mark than tells it from others; else they might repeat all.

    What others keep in ``custom`` goes, and so do reasons.
    """
    return _without_unknown_words(cast("DocumentData", _surrounded(cast("Json", data), SURROUNDINGS)))


SURROUNDINGS = 100
"""Code points before, and behind, what an anchor marks, in a document whose article's text is left out."""


def with_excerpts(data: DocumentData, most: int) -> DocumentData:
    """Return a document whose quotations, and claims, have *most* code points at most, and no words around them.

    What others keep in ``custom`` goes, and so do reasons; what is printed of citations, captions and alternative texts stay.
    """
    found = _without_unknown_words(cast("DocumentData", _surrounded(cast("Json", data), 0)))
    if "quotations" in found:
        names = {one["id"] for one in found["quotations"]}
        found["quotations"] = [shortened(one, most, names) for one in found["quotations"]]
    if "claims" in found:
        found["claims"] = [shortened_claim(one, most) for one in found["claims"]]
    return found


def without_words(data: DocumentData) -> DocumentData:
    """Return a document without words of the article: none of its quotations, claims, anchors, captions, printed citations.

    What is said *about* it stays: titles, names, places, credits, and rights. What others keep in ``custom`` goes, and so do
    reasons and notes.
    """
    found = _without_unknown_words(cast("DocumentData", _surrounded(cast("Json", data), 0)))
    if "text" in found["article"].get("image_bundle", {}):
        del found["article"]["image_bundle"]["text"]
    quotations = found.get("quotations", ())
    names = {one["id"] for one in quotations}
    for quotation in quotations:
        quotation["text"] = LEFT_OUT
        quotation.pop("segments", None)
        if quotation.get("translation_of") not in {None, *names}:
            quotation["translation_of"] = LEFT_OUT
        if "reason" in quotation.get("uncited", {}):
            quotation["uncited"]["reason"] = LEFT_OUT
        _without_print(quotation)
    for claim in found.get("claims", ()):
        claim["text"] = LEFT_OUT
        _without_print(claim)
    for relation in found.get("relations", ()):
        relation.pop("note", None)
        if "independence" in relation:
            relation["independence"] = LEFT_OUT
    for image in found.get("images", ()):
        _undescribed(image)
    return found


def _without_unknown_words(data: DocumentData) -> DocumentData:
    """Return a document without what may quote its article at any length.

    That is what others keep in ``custom``, of which nobody knows what it is, and reasons for what was concluded.
    """
    found = cast("DocumentData", {name: value for name, value in data.items() if name != "custom"})
    return cast("DocumentData", _without_reasons(cast("Json", found)))


def _without_print(item: Quotation | Claim) -> None:
    for citation in item.get("citations", ()):
        citation.pop("unparsed", None)
        citation.pop("note", None)
        if "source" in citation:
            citation.pop("raw", None)
        elif "raw" in citation:
            citation["raw"] = LEFT_OUT


def _undescribed(image: Image) -> None:
    image.pop("caption", None)
    image.pop("label", None)
    if "text" in image.get("alt", {}):
        image["alt"]["text"] = LEFT_OUT


def fingerprints(before: DocumentData, after: DocumentData) -> dict[str, Fingerprint]:
    """Return the fingerprints of the quotations and claims whose texts are no longer what they were, by their ids."""
    items: list[tuple[Quotation | Claim, Quotation | Claim]] = [
        *zip(before.get("quotations", ()), after.get("quotations", ()), strict=True),
        *zip(before.get("claims", ()), after.get("claims", ()), strict=True),
    ]
    return {one["id"]: Fingerprint.of(one["text"]) for one, other in items if one["text"] != other["text"]}


def _surrounded(value: Json, most: int, named: str = "") -> Json:
    """Return a copy of a value with *most* code points of what anchors and passages repeat around what they mark.

    With none they do not repeat what they mark either; those with nothing else are gone then.
    """
    if isinstance(value, list):
        return [_surrounded(one, most) for one in value]
    if not isinstance(value, dict):
        return value
    if named in {"custom", "archives", "locator", "inferred"}:  # their members are anybody's
        return dict(value)
    if named in _PLACES:
        return dict(_place(value, most))
    found = {name: _surrounded(one, most, name) for name, one in value.items()}
    return {name: one for name, one in found.items() if name not in _PLACES or one}


def _place(place: JsonObject, most: int) -> Iterator[tuple[str, Json]]:
    for name, value in place.items():
        if name not in _WORDS or not isinstance(value, str):
            yield name, value
        elif most:
            yield name, value[-most:] if name == "prefix" else value[:most] if name == "suffix" else value


def _without_reasons(value: Json, named: str = "") -> Json:
    """Return a copy of a value that says what was concluded in it, and not why."""
    if isinstance(value, list):
        return [_without_reasons(one) for one in value]
    if not isinstance(value, dict) or named in {"archives", "locator"}:
        return value
    if named == "inferred":
        return dict.fromkeys(value, LEFT_OUT)
    return {name: _without_reasons(one, name) for name, one in value.items()}
