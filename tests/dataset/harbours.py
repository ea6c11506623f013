"""Invented documents on harbours, made by chance of a seed, and datasets of them."""

from __future__ import annotations

import json
from random import Random
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from pincite.dataset.building.build import Plan, build
from pincite.dataset.job import Judging
from pincite.dataset.policy import Policy
from tests.dataset.png import png

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pincite.model.json_value import JsonObject

DECLARED = Policy()
WITHOUT_RULES = Judging(rules=False, isolated=True)
_TOWNS = ("Halsvik", "Ossavar", "Port Ansel", "Ferrol Sound", "Brack Point", "Low Quay", "Tarn Mouth")


def document(number: int, chance: Random, *, works: int = 6) -> JsonObject:
    """Return a document with some sources of a common stock, quotations, a claim, and perhaps a picture."""
    town = chance.choice(_TOWNS)
    letters: JsonObject = {
        "id": "letters",
        "type": "collection",
        "title": f"Letters of {town}",
        "authors": [{"literal": town}],
    }
    sources: list[JsonObject] = [
        {
            "id": f"book-{work}",
            "type": "book",
            "title": f"Harbour lights, part {work}",
            "authors": [{"family": "Drage", "given": "Sunniva"}],
            "date": str(1900 + work),
        }
        for work in chance.sample(range(works), chance.randint(0, 2))
    ]
    if chance.random() < 0.5:
        sources += [
            letters,
            {
                "id": "letter",
                "type": "letter",
                "title": f"To the pilot, {number}",
                "date": "1888",
                "container": {"source": "letters", "relation": "part_of"},
            },
        ]
    if chance.random() < 0.4:
        sources.append({"id": "unknown", "type": "photograph"})  # nothing tells it apart but its document
    quotations: list[JsonObject] = [
        {
            "id": f"q{place}",
            "text": f"The bell of {town} rang {chance.randint(2, 99)} times before the tide turned, and then no more.",
            "citations": [{"source": source["id"], "locator": {"page": str(place + 1)}, "raw": "p. 1"}],
        }
        for place, source in enumerate(sources)
    ]
    found: JsonObject = {
        "pincite": "1.0",
        "article": {
            "title": f"The harbour of {town}, {number}",
            "url": f"https://example.org/harbours/{number}",
            "license": chance.choice(["CC0-1.0", "LicenseRef-none"]),
            "text": {"content": f"An article on {town}. " * chance.randint(1, 3)},
            **(
                {"redistribution": chance.choice(["full", "excerpts", "none"])}
                if chance.random() < 0.4
                else {}
            ),
        },
        "sources": [*sources],
        "quotations": [*quotations],
        "claims": [
            {"id": "c1", "text": f"{town} has a bell.", "evidence": [one["id"] for one in quotations]}
        ],
    }
    if chance.random() < 0.8:
        picture = chance.randint(1, 3)
        found["images"] = [
            {
                "id": "i1",
                "role": "figure",
                "path": f"pictures/{picture}.png",
                "alt": {"text": "A bell."},
                "license": chance.choice(["CC0-1.0", "CC0-1.0", "LicenseRef-none"]),
                **({"url": f"https://example.org/pictures/{picture}"} if chance.random() < 0.3 else {}),
            }
        ]
    if chance.random() < 0.7:
        found["id"] = f"https://example.org/documents/{number}"
    return found


def documents(seed: int, number: int, *, first: int = 0, works: int = 6) -> list[JsonObject]:
    """Return documents, which are numbered from *first* on."""
    chance = Random(seed)  # noqa: S311 - the same documents in every run
    return [document(place, chance, works=works) for place in range(first, first + number)]


def written(folder: Path, found: Iterable[JsonObject]) -> Path:
    """Write documents into a folder, with the pictures that they name, and return it."""
    (folder / "pictures").mkdir(parents=True)
    for number in range(1, 4):
        (folder / "pictures" / f"{number}.png").write_bytes(png(number))
    lines = "".join(json.dumps(one) + "\n" for one in found)
    (folder / "harbours.pincite.jsonl").write_text(lines, encoding="utf-8")
    return folder


def built(out: Path, found: Iterable[JsonObject], policy: Policy = DECLARED) -> Path:
    """Build a dataset of documents in a folder, of which all go in, and return the folder."""
    whole = list(found)
    folder = written(out.with_name(f"{out.name}-of"), whole)
    done = build(Plan(folder, ("harbours.pincite.jsonl",), policy, WITHOUT_RULES), out)
    assert (done.documents, done.left_out) == (len(whole), 0)
    return out


def files(folder: Path, *beginnings: str) -> Mapping[str, bytes]:
    """Return the files of a dataset whose paths have one of some beginnings, those of its data by default."""
    wanted = beginnings or ("documents.jsonl", "tables/", "images/")
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).as_posix().startswith(wanted)
    }


def column(folder: Path, table: str, name: str) -> list[object]:
    """Return a column of a table."""
    found: list[object] = pq.read_table(folder / "tables" / f"{table}.parquet").column(name).to_pylist()
    return found
