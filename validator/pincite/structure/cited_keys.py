"""Keys of bibliographies where ids of sources are wanted: how these sources are called here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pincite.bibliography.keys import Ids, slug
from pincite.model.fix import Fix, put
from pincite.model.json_value import value_at
from pincite.model.references import kinds_named_at
from pincite.structure.rules import identifier_malformed

if TYPE_CHECKING:
    from pincite.model.document import Document
    from pincite.model.json_value import Json
    from pincite.structure.wording import Wording

_BECOME = "keys of bibliographies become ids of lower-case letters, digits and single hyphens"


def with_id(one: Wording, data: Json, document: Document) -> Wording:
    """Return the wording of a malformed id with the one that is meant, where it is the key of a source that is known.

    *data* is that of the document as it stands in its file. Where a catalogue was not read, the id is what readers of
    bibliographies would make of the key.
    """
    if (
        one.fix is not None
        or one.rule != identifier_malformed.RULE
        or "source" not in kinds_named_at(one.pointer)
    ):
        return one
    key = value_at(data, one.pointer)
    if not document.catalogues or not isinstance(key, str) or not slug(key):
        return one
    # of an address, bibliographies take what tells it from others
    name = Ids(()).new(key.rstrip("/").rpartition("/")[2] if "://" in key else key)
    catalogue = document.catalogue_of(name)
    if catalogue is not None:
        fix = Fix(f"write '{name}'", "safe", (put(one.pointer, name),))
        return replace(one, hint=f"write '{name}', as {catalogue.path} has it: {_BECOME}", fix=fix)
    if name not in document.source_by_id and not all(one.tells_ids for _, one in document.catalogues):
        return replace(one, hint=f"write '{name}', if a bibliography has that key: {_BECOME}")
    return one
