"""A document as it enters a dataset: on its own, under a name that no other has, and with no more text than may be passed on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from pincite.export.identity import item_iri

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeVar

    from pincite.dataset.sources.identity import SourceKey
    from pincite.model.format import Claim, DocumentData, Image, Quotation, Source

    _Item = TypeVar("_Item", Quotation, Claim, Image, Source)


LEFT_OUT = "…"
"""What stands in a document for words that may not be passed on: the format knows no empty quotation."""


class Fingerprint(NamedTuple):
    """What is told of a text that may not be passed on: the SHA-256 of its UTF-8 bytes, and its length in code points."""

    sha256: str
    length: int

    @classmethod
    def of(cls, text: str) -> Fingerprint:
        """Return the fingerprint of a text."""
        return cls(sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), len(text))


@dataclass
class Entry:
    """A document on its way into a dataset; nothing in it is ever changed.

    ``data`` is what stands in ``documents.jsonl``; ``iri`` its name, which was made of its content where it *is named here*.
    ``sources`` are the keys of its sources in the dataset, by their ids in the document. ``text`` is what is known of the
    article's text, ``whole`` of the quotations and claims whose texts are not in ``data`` as they were, by their ids.
    ``handling`` says of each image what became of its file; ``verdicts`` of each quotation what verification found.
    """

    data: DocumentData
    iri: str
    sources: Mapping[str, SourceKey]
    is_named_here: bool = False
    text: Fingerprint | None = None
    whole: Mapping[str, Fingerprint] = field(default_factory=dict)
    handling: Mapping[str, str] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Return the quotations; of several with one id the first, since one name cannot lead to two rows."""
        return _distinct(self.data.get("quotations", ()))

    @cached_property
    def claims(self) -> list[Claim]:
        """Return the claims, as ``quotations``."""
        return _distinct(self.data.get("claims", ()))

    @cached_property
    def images(self) -> list[Image]:
        """Return the images, as ``quotations``."""
        return _distinct(self.data.get("images", ()))

    @cached_property
    def image_ids(self) -> frozenset[str]:
        """Return the ids of the images."""
        return frozenset(one["id"] for one in self.images)

    @cached_property
    def _before(self) -> str:
        return item_iri(self.iri, "")

    @cached_property
    def source_descriptions(self) -> list[Source]:
        """Return the sources, as ``quotations``."""
        return _distinct(self.data.get("sources", ()))

    def name_of(self, item: str) -> str:
        """Return the name of an object of the document that no object of another has."""
        return f"{self._before}{item}"

    def source_of(self, name: str | None) -> str | None:
        """Return the key of a source in the dataset; None where the document has no such source."""
        key = self.sources.get(name) if name is not None else None
        return None if key is None else key.id

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        own = (one["id"] for items in (self.quotations, self.claims, self.images) for one in items)
        return {
            **{name: self.name_of(name) for name in own},
            **{name: one.id for name, one in self.sources.items()},
        }

    def key_of(self, item: str | None) -> str | None:
        """Return the key in the dataset of a source, a quotation, a claim or an image; None for what the document lacks."""
        return self._keys.get(item) if item is not None else None


def _distinct(items: Iterable[_Item | None]) -> list[_Item]:
    found: dict[str, _Item] = {}
    for one in items:
        if one is not None:
            found.setdefault(one["id"], one)
    return list(found.values())
