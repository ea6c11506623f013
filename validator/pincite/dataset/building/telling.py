"""What is found between documents, and in none of them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.dataset.rules import document_id_repeated
from pincite.model.finding import Finding, Place
from pincite.reporters.json_format import finding_as_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pincite.dataset.assembling.documents import Piece
    from pincite.dataset.building.repeated import Repeated
    from pincite.model.json_value import JsonObject


def told(again: Sequence[Repeated]) -> Iterator[JsonObject]:
    """Yield a finding for each document whose id another one has."""
    rule = document_id_repeated.RULE
    for one in again:
        before = f"{one.first_path}:{one.first_line}"
        if one.is_equal:
            message = f"the same document stands at {before}; it goes in once"
            hint = None
        else:
            message = f"the document has the id of another, at {before}: '{one.iri}'; it is left out"
            hint = "give it an id of its own, or leave out the older of the two"
        place = Place(one.line, 1, one.line, 1, "")
        severity = "info" if one.is_equal else rule.severity
        yield finding_as_json(Finding(one.path, rule.code, rule.name, severity, message, hint, "/id", place))


def near_matches(of: Sequence[Piece], scratch: Path) -> Iterator[JsonObject]:
    """Yield a finding for each two sources that may be the same."""
    del of, scratch
    yield from ()
