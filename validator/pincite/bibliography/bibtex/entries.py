"""Sources as entries: fields that everybody reads, and beside them what only Pincite does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from pincite.bibliography.bibtex import names
from pincite.bibliography.bibtex.aside import LITERAL, PREFIX, TYPE, WITHOUT, is_place, leaves, without
from pincite.bibliography.bibtex.dates import MONTHS
from pincite.bibliography.bibtex.escaping import as_exact_text
from pincite.bibliography.bibtex.fields import entry_type, fields_of
from pincite.bibliography.bibtex.losses import ASIDE
from pincite.bibliography.bibtex.meaning import type_of
from pincite.bibliography.bibtex.own import COPIES, read_own
from pincite.bibliography.flat import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pincite.bibliography.bibtex.aside import Leaf
    from pincite.bibliography.bibtex.words import Dialect
    from pincite.bibliography.flat import Flat
    from pincite.model.carried import Carried
    from pincite.model.format import Name, Source
    from pincite.model.json_value import JsonObject
    from pincite.model.losses import Losses

_DECLARED_WHOLE = re.compile(
    rf"(?:{'|'.join(ASIDE)}|archive)(?:-.*)?"
    r"|(?:authors|editors|translators)-[0-9]+-(?:title|id)|container-(?:relation|number|inferred-.*)"
)
"""Places of a source that are set aside in every document, so that nothing is to be told of them."""


def written(carried: Carried, dialect: Dialect) -> str:
    """Return the sources of a document as entries, with an empty line between them."""
    return "\n".join(_written(entry, dialect, carried.losses) for entry in told(carried))


def _written(entry: Flat, dialect: Dialect, losses: Losses) -> str:
    kind = entry_type(entry, dialect)
    fields = fields_of(entry, kind, dialect)
    fields |= _own_fields(entry, kind, fields, dialect, losses)
    lines = [f"  {name} = {_enclosed(name, value)},\n" for name, value in fields.items()]
    return f"@{kind}{{{entry.source['id']},\n{''.join(lines)}}}\n"


def _enclosed(name: str, value: str) -> str:
    return value if name == "month" and value in MONTHS else f"{{{value}}}"


def _own_fields(
    entry: Flat, kind: str, fields: dict[str, str], dialect: Dialect, losses: Losses
) -> dict[str, str]:
    """Return what the other fields do not give back, and tell it: as Pincite reads them, so it knows."""
    source = entry.source
    found: dict[str, str] = {}
    if "container" in source:
        found["xref"] = source["container"]["source"]
    found[TYPE] = source["type"]
    if source.get("recipients"):
        found[f"{PREFIX}recipients"] = names.written(source["recipients"])
    if type_of(kind, fields) != source["type"]:
        losses.tell(f"{entry.at}/type", "set aside")
    lacking = [LITERAL] if _has_no_literals(source) else []
    back = read_own(kind, {**fields, **found, WITHOUT: ",".join(lacking)}).source
    there, mine = leaves(back), leaves(source)
    lacking += without(there, source, mine)
    if lacking:
        found[WITHOUT] = ",".join(lacking)
    aside = dict(_set_aside(entry.at, mine, there, dialect, losses))
    places = [*lacking, *(name.removeprefix(PREFIX) for name in aside)]
    for member, field in COPIES.items():
        if any(place.startswith(f"{member}-") for place in places):
            found[f"{PREFIX}{member}"] = fields[field]
    return found | aside


def _set_aside(
    at: str, mine: Mapping[str, Leaf], there: Mapping[str, Leaf], dialect: Dialect, losses: Losses
) -> Iterator[tuple[str, str]]:
    """Yield the fields for the leaves of the source at a pointer that came back otherwise or not at all (*there*)."""
    for path, leaf in mine.items():
        if path in {"id", "type"} or (path in there and there[path].value == leaf.value):
            continue
        pointer = f"{at}{leaf.pointer}"
        if not is_place(path):
            losses.tell(pointer)
            continue
        if _DECLARED_WHOLE.fullmatch(path) is None and (path != "place" or dialect.has_edtf):
            losses.tell(pointer, "set aside")
        value = str(leaf.value).lower() if isinstance(leaf.value, bool) else str(leaf.value)
        yield f"{PREFIX}{path}", as_exact_text(value)


def _has_no_literals(source: Source) -> bool:
    """Return whether there are names with a family name, and none of them says how it is printed."""
    members = cast("JsonObject", source)
    analysed = [
        name
        for member in ("authors", "recipients", "editors", "translators")
        for name in cast("list[Name]", members.get(member, []))
        if "family" in name
    ]
    return bool(analysed) and not any("literal" in name for name in analysed)
