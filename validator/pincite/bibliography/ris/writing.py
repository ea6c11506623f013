"""The sources as RIS.

Each source is one record under its own id, with the works around it flattened into titles. What no tag says stands in
a note. Lines end with LF: every reader takes it, the texts of other formats end so, and CRLF would come out twice where
text is written on Windows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.bibliography.flat import told
from pincite.bibliography.ris.aside import aside_of
from pincite.bibliography.ris.lines import Field, Record
from pincite.bibliography.ris.losses import DECLARED, NEVER_TAGGED
from pincite.bibliography.ris.sources import entry_of
from pincite.bibliography.ris.tags import fields

if TYPE_CHECKING:
    from pincite.bibliography.flat import Flat
    from pincite.model.carried import Carried
    from pincite.model.losses import Losses

__all__ = ["DECLARED", "write"]


def write(carried: Carried) -> str:
    """Return the document's sources as RIS records with an empty line between them."""
    return "\n".join(_record(entry, carried.losses) for entry in told(carried))


def _record(entry: Flat, losses: Losses) -> str:
    """Return one source as a record, and tell what is set aside in its note.

    The fields are read as everyone else reads them; what the source has otherwise is what the note has to say.
    """
    found = fields(entry)
    read, _ = entry_of(Record(0, found))
    note, kept = aside_of(entry.source, read.source)
    for name in kept:
        if name not in NEVER_TAGGED and name != "container":
            losses.tell(f"{entry.at}/{name}", "set aside")
    if note:
        found = (*found, Field("RN", note))
    return "".join(f"{one.tag}  - {one.value}\n" for one in found) + "ER  - \n"
