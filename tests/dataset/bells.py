"""Three invented documents on bells whose figures are counted by hand, and datasets of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.dataset.building.build import Plan, build
from pincite.dataset.entering.kept import KEY
from pincite.dataset.job import Judging
from pincite.dataset.policy import Policy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pincite.dataset.about import About
    from pincite.model.json_value import JsonObject

ALONE = Judging(rules=False, isolated=True)
FOUNDRY: JsonObject = {
    "id": "foundry",
    "type": "book",
    "title": "The Bell Foundry",
    "isbn": "978-0-306-40615-7",
    "date": "1890-05",
    "language": "en",
}
LETTER: JsonObject = {"id": "letter", "type": "letter", "title": "To the ringer", "date": "1888-02-01"}
SERIES: JsonObject = {"id": "series", "type": "series", "title": "Towers", "date": "1880/1899"}
ALMANAC: JsonObject = {"id": "almanac", "type": "book", "title": "Almanac of Towers", "date": "18XX"}


def _cites(source: str, **more: object) -> JsonObject:
    return {"source": source, "raw": "ibid.", **more}  # type: ignore[dict-item]  # plain data


BELLS: tuple[JsonObject, ...] = (
    {
        "pincite": "1.0",
        "id": "https://example.org/bells/1",
        "article": {
            "title": "On bells",
            "language": "en-GB",
            "license": "CC0-1.0",
            "date": "1999-04",
            "text": {"content": "A bell rang. Nobody came."},
        },
        "annotation": {"method": "manual", "license": "CC-BY-4.0"},
        "sources": [FOUNDRY, LETTER, SERIES],
        "quotations": [
            {
                "id": "q1",
                "text": "A bell rang.",
                "language": "en",
                "anchor": {"start": 0, "end": 12},
                "citations": [_cites("foundry", locator={"page": "4"}, images=["i1"]), _cites("letter")],
            },
            {"id": "q2", "text": "Nobody came", "citations": [_cites("foundry", locator={"page": "5"})]},
            {"id": "q3", "text": "rang", "uncited": {"reason": "a word of the title"}},
            {"id": "q4", "text": "came"},
        ],
        "claims": [
            {"id": "c1", "text": "It rang.", "basis": "source", "evidence": ["q1"]},
            {"id": "c2", "text": "It was old.", "basis": "source", "citations": [_cites("foundry")]},
            {"id": "c3", "text": "Bells ring.", "basis": "common_knowledge"},
        ],
        "relations": [{"type": "restates", "from": "q2", "to": "q1"}],
        "images": [
            {"id": "i1", "role": "evidence", "url": "https://example.org/page-4.png", "license": "CC0-1.0"},
            {"id": "i2", "role": "evidence", "missing": {"reason": "lost"}},
            {"id": "i3", "role": "figure", "missing": {"reason": "never drawn"}},
        ],
        "custom": {KEY: {"verdicts": {"q1": "exact", "q2": "altered"}}},
    },
    {
        "pincite": "1.0",
        "id": "https://example.org/bells/2",
        "article": {
            "title": "Bells again",
            "language": "en",
            "license": "LicenseRef-of-the-author",
            "text": {"content": "Again a bell."},
        },
        "sources": [{**FOUNDRY, "note": "rebound"}, ALMANAC],
        "quotations": [{"id": "q1", "text": "Again a bell.", "citations": [_cites("foundry")]}],
    },
    {
        "pincite": "1.0",
        "id": "https://example.org/bells/3",
        "article": {"title": "Cloches", "language": "fr", "redistribution": "none"},
        "quotations": [{"id": "q1", "text": "une cloche"}],
    },
)


def built(
    out: Path,
    documents: Iterable[JsonObject] = BELLS,
    about: About | None = None,
    *,
    policy: Policy | None = None,
    shard_bytes: int | None = None,
) -> Path:
    """Build a dataset of documents, each a file of its own in a folder beside *out*, and return its folder."""
    folder = out.with_name(f"{out.name}-of")
    folder.mkdir()
    names = []
    for number, one in enumerate(documents):
        names.append(f"bell-{number}.pincite.json")
        (folder / names[-1]).write_text(json.dumps(one), "utf-8")
    plan = Plan(folder, tuple(names), policy or Policy(), ALONE)
    if about is not None:
        plan = plan._replace(about=about)
    if shard_bytes is not None:
        plan = plan._replace(shard_bytes=shard_bytes)
    build(plan, out)
    return out
