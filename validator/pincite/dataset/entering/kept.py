"""What a dataset's document keeps of what it no longer holds, under a key of its own in ``custom``.

So a dataset that is made of another one, all of it or a part, knows as much as one that is made of the first documents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.dataset.entering.entry import Fingerprint

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.format import DocumentData
    from pincite.model.json_value import Json

KEY = "https://w3id.org/pincite/dataset"
"""The key in ``custom``."""


class Kept(NamedTuple):
    """The fingerprints of the article's text and of the texts of quotations and claims, and the verdicts on quotations."""

    text: Fingerprint | None = None
    whole: Mapping[str, Fingerprint] = {}
    verdicts: Mapping[str, str] = {}
    is_named_here: bool = False

    def as_json(self) -> dict[str, Json]:
        """Return what there is to keep, empty for nothing."""
        found: dict[str, Json] = {}
        if self.is_named_here:
            found["id"] = "made of the document's content"
        if self.text is not None:
            found["text"] = cast("Json", self.text._asdict())
        if self.whole:
            found["withheld"] = {name: cast("Json", one._asdict()) for name, one in self.whole.items()}
        if self.verdicts:
            found["verdicts"] = dict(self.verdicts)
        return found


def kept_in(data: DocumentData) -> Kept:
    """Return what a document keeps; nothing where it says so in no way that a dataset writes."""
    value = data.get("custom", {}).get(KEY)
    if not isinstance(value, dict):
        return Kept()
    withheld, verdicts = value.get("withheld"), value.get("verdicts")
    return Kept(
        _fingerprint(value.get("text")),
        {
            name: found
            for name, one in (withheld.items() if isinstance(withheld, dict) else ())
            if (found := _fingerprint(one)) is not None
        },
        {
            name: one
            for name, one in (verdicts.items() if isinstance(verdicts, dict) else ())
            if isinstance(one, str)
        },
        "id" in value,
    )


def _fingerprint(value: object) -> Fingerprint | None:
    if not isinstance(value, dict):
        return None
    digest, length = value.get("sha256"), value.get("length")
    return Fingerprint(digest, length) if isinstance(digest, str) and type(length) is int else None
