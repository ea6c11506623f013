"""Values of the format as they stand in a cell."""

from __future__ import annotations

from json.encoder import encode_basestring
from typing import TYPE_CHECKING

from pincite.dataset.json_lines import compact
from pincite.model.names import in_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.model.format import Anchor, Name


def names(value: Sequence[Name] | None) -> list[str] | None:
    """Return names, each in one line; None for none."""
    return [in_one_line(one) for one in value] if value else None


def name(value: Name | None) -> str | None:
    """Return a name in one line; None for none."""
    return (in_one_line(value) or None) if value else None


def json_cell(value: Mapping[str, object] | Sequence[object] | None) -> str | None:
    """Return a value as compact JSON; None for none."""
    return compact(value) if value else None


def labels(value: Mapping[str, str] | None) -> str | None:
    """Return labels with their values, all of them texts, as compact JSON; None for none."""
    if not value:
        return None
    # as json_cell, in a third of the time: every citation has some
    return f"{{{','.join([f'{_QUOTED(name)}:{_QUOTED(one)}' for name, one in value.items()])}}}"


_QUOTED = encode_basestring


def span(anchor: Anchor | None) -> tuple[int | None, int | None]:
    """Return where an anchor starts and ends, as far as it says so."""
    return (anchor.get("start"), anchor.get("end")) if anchor else (None, None)
