"""The two ways to look at references, by place and by id alone, agree about every document there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from pincite.reading.files import SUFFIXES, RawDocument, read
from pincite.rules.references import references, used_ids
from pincite.structure.examine import examine

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    path
    for folder in ("examples", "tests/cases")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.name.endswith(SUFFIXES)
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_references_and_used_ids_agree(path: Path) -> None:
    for raw in read(str(path)):
        document = examine(raw).document if isinstance(raw, RawDocument) else None
        if document is not None:
            placed: dict[tuple[str, ...], set[str]] = {}
            for one in references(document):
                if not one.at.endswith("/container/source"):
                    placed.setdefault(one.kinds, set()).add(one.id)
            assert {kinds: ids for kinds, ids in used_ids(document).items() if ids} == placed
