"""What ``pincite dataset diff`` does."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pincite.cli.datasets.calls import calls
from pincite.cli.output import in_pieces, show, show_lines
from pincite.reporters.columns import cut, in_lines
from pincite.reporters.counted import counted
from pincite.reporters.page_text import WIDTH
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.dataset.comparing.compare import Comparison
    from pincite.dataset.comparing.differences import Difference, Differences, Kind

_SHOWN = 5
"""Differences of a kind that are told of each table."""
_MARKS: dict[Kind, str] = {"added": "+", "gone": "-", "changed": "~"}


def diff_datasets(old: str, new: str, *, everything: bool, as_json: bool) -> int:
    """Tell what is different between two datasets, and return the exit status; raises CallError."""
    with calls(), TemporaryDirectory(prefix="pincite-") as scratch:
        from pincite.dataset.comparing.compare import compare  # noqa: PLC0415 - imports an extra
        from pincite.dataset.deriving.inputs import opened  # noqa: PLC0415

        found = compare(opened(Path(old)), opened(Path(new)), Path(scratch))
        if as_json:
            in_pieces(_as_json(found), show)
        else:
            show_lines(_as_text(found, None if everything else _SHOWN))
        return 0 if found.is_equal else 1


def _as_text(found: Comparison, most: int | None) -> Iterator[str]:
    if found.about:
        yield f"said otherwise of the whole: {', '.join(found.about)}"
    if found.is_equal:
        yield f"the same documents: {counted(found.new.manifest.counts.get('articles', 0), 'article')}"
        return
    width = max(len(name) for name in found.tables)
    for name, table in found.tables.items():
        counts = ", ".join(f"{number} {kind}" for kind, number in table.counts.items() if number)
        yield f"{name:<{width}}  {counts or 'the same'}"
    for name, table in found.tables.items():
        if table.is_any:
            yield ""
            yield name
            yield from _lines(table, most)


def _lines(table: Differences, most: int | None) -> Iterator[str]:
    for kind, mark in _MARKS.items():
        for one in islice(table.of(kind), most):
            yield f"  {mark} {one.key}"
            yield from _below(one)
        left = 0 if most is None else table.counts[kind] - most
        if left > 0:
            yield f"  {mark} … and {left} more; --all tells them all"


def _below(one: Difference) -> Iterator[str]:
    """Yield what there is to say of a difference; keys alone are never cut, since they are looked up."""
    if one.was is not None:
        yield f"    it was {one.was}"
    label = safe(" ".join(one.label.split()))
    if label:
        yield f"    {cut(label, WIDTH - 4)}"
    if one.columns:
        yield from in_lines(one.columns, WIDTH, "    columns: ", " " * 6)
    for name, both in one.values.items():
        old, new = ("–" if value is None else safe(" ".join(value.split())) for value in both)
        yield cut(f"      {name}: {old} → {new}", WIDTH)


def _as_json(found: Comparison) -> Iterator[str]:
    head = {
        "pincite_diff": "1.0",
        "old": found.old.reference(),
        "new": found.new.reference(),
        "equal": found.is_equal,
        "about": list(found.about),
        "counts": {name: table.counts for name, table in found.tables.items()},
    }
    yield json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}") + ',\n  "tables": {\n'
    for number, (name, table) in enumerate(found.tables.items(), 1):
        yield f"    {json.dumps(name)}: {{\n"
        for kind in _MARKS:
            yield f"      {json.dumps(kind)}: ["
            for place, one in enumerate(table.of(kind)):
                yield f"{',' if place else ''}\n        {json.dumps(_difference(one), ensure_ascii=False)}"
            yield f"{chr(10) + '      ' if table.counts[kind] else ''}]{'' if kind == 'changed' else ','}\n"
        yield f"    }}{'' if number == len(found.tables) else ','}\n"
    yield "  }\n}\n"


def _difference(one: Difference) -> dict[str, object]:
    told: dict[str, object] = {"id": one.key, "label": one.label}
    if one.was is not None:
        told["was"] = one.was
    if one.columns:
        told["columns"] = list(one.columns)
    if one.values:
        told["values"] = {name: {"old": old, "new": new} for name, (old, new) in one.values.items()}
    return told
