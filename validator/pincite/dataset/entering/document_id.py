"""The name of a document that has none: made of its content, the same in whatever form and on whatever machine it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.export.identity import document_iri

if TYPE_CHECKING:
    from pincite.model.format import DocumentData
    from pincite.model.json_value import Json

_COMPUTED = frozenset({"anchor", "lead_in", "blocks", "original"})
"""Members that say where something stands in a text, and what the text was made of: they are other ones in Markdown."""


def name_of(data: DocumentData, text: str | None) -> str:
    """Return a document's ``id`` as an IRI, else a ``urn:uuid`` made of its content.

    The content is what it says of the article, its sources, quotations, claims and images. The article's *text* counts where it
    quotes and claims nothing: then there is nothing else to know it by. Which file has the text never counts.
    """
    own = data.get("id")
    if own:
        return document_iri(cast("DocumentData", {"id": own}))
    content = cast("dict[str, Json]", _content(cast("Json", data)))
    article = {name: one for name, one in data["article"].items() if name not in {"text", *_COMPUTED}}
    content["article"] = _content(cast("Json", article))
    if text is not None and not (data.get("quotations") or data.get("claims")):
        content["text"] = " ".join(text.split())
    return document_iri(cast("DocumentData", content))


def _content(value: Json) -> Json:
    if isinstance(value, list):
        return [_content(one) for one in value]
    if not isinstance(value, dict):
        return value
    found = {name: _content(one) for name, one in value.items() if name not in _COMPUTED}
    # evidence is the same with and without the phrase that names it
    return found["id"] if value.keys() == {"id", "anchor"} else found
