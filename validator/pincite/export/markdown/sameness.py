"""What of a document does not come back from its Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.reading.files import RawDocument
from pincite.reading.markdown.document import read_markdown
from pincite.reading.markdown.merged import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.json_value import Json, JsonObject

_COMPUTED = ("text", "blocks")
_ANCHORS = ("anchor", "lead_in")


def comparable(document: Mapping[str, object], *, original: bool = True) -> JsonObject:
    """Return a document without what is computed from its Markdown; without ``original`` unless that is asked."""
    data = cast("JsonObject", _without_anchors(cast("Json", document)))
    article = data.get("article")
    if isinstance(article, dict):
        left_out = (*_COMPUTED, *(() if original else ("original",)))
        data["article"] = {name: value for name, value in article.items() if name not in left_out}
    return data


def _without_anchors(value: Json) -> Json:
    if isinstance(value, dict):
        return {name: _without_anchors(inner) for name, inner in value.items() if name not in _ANCHORS}
    return [_without_anchors(inner) for inner in value] if isinstance(value, list) else value


def differing(document: Mapping[str, object], written: str) -> set[tuple[str, int]]:
    """Return kind and index of the objects that do not come back as they are."""
    article = document.get("article")
    wanted = comparable(document, original=isinstance(article, dict) and "original" in article)
    raw = read_markdown("", written.encode("utf-8"))
    if not isinstance(raw, RawDocument) or raw.findings or not isinstance(raw.data, dict):
        return _all(wanted)
    found = comparable(raw.data)
    wrong: set[tuple[str, int]] = set()
    for kind in KINDS:
        mine, theirs = _items(wanted, kind), _items(found, kind)
        if len(mine) != len(theirs):
            by_id = {str(_id(one)): one for one in theirs}
            wrong |= {(kind, number) for number, one in enumerate(mine) if by_id.get(str(_id(one))) != one}
            if not wrong:
                return _all(wanted)
        wrong |= {(kind, number) for number, pair in enumerate(zip(mine, theirs)) if pair[0] != pair[1]}  # noqa: B905 - told above
    return wrong


def _id(item: Json) -> Json:
    return item.get("id") if isinstance(item, dict) else None


def _items(data: JsonObject, kind: str) -> list[Json]:
    items = data.get(kind, [])
    return items if isinstance(items, list) else []


def _all(data: JsonObject) -> set[tuple[str, int]]:
    return {(kind, number) for kind in KINDS for number in range(len(_items(data, kind)))}
