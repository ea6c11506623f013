"""Good files to begin with: the project's own examples and cases, none of them large."""

from __future__ import annotations

import json
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from tests.converter.readers.docx_files import NAMESPACES
from tests.hostile.mutations import LONGEST
from tests.hostile.targets import ARTICLES, DOCUMENTS, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"


def _headed(number: int, content: bytes) -> bytes:
    """Return the input of a target: what is chosen, and the content."""
    return bytes([number]) + content[:LONGEST]


def _small(paths: Iterable[Path]) -> Iterator[bytes]:
    for path in sorted(paths):
        content = path.read_bytes()
        if len(content) < LONGEST:
            yield content


@cache
def documents() -> list[bytes]:
    """Return documents of every syntax, and articles to be checked, as the target ``reading`` takes them."""
    kinds = {name.rpartition(".")[2]: number for number, name in enumerate(DOCUMENTS)}
    cases = [*_small(TESTS.glob("cases/*/*.pincite.yaml"))][::3]
    found = [_headed(kinds["yaml"], one) for one in cases]
    found += [_headed(kinds["md"], one) for one in _small(TESTS.glob("cases/*/*.md"))]
    found += [
        _headed(kinds["md"], one) for one in _small(TESTS.glob("converter/readers/markdown/annotated*.md"))
    ]
    found += [_headed(kinds["json"], one) for one in _small(TESTS.glob("cases/*/*.json"))]
    found += [_headed(kinds["jsonl"], one) for one in _small(TESTS.glob("cases/*/*.jsonl"))]
    for one in cases[::9]:
        data = _plain(one)
        if data is not None:
            found.append(_headed(kinds["json"], json.dumps(data, indent=2, ensure_ascii=False).encode()))
            found.append(_headed(kinds["jsonl"], (json.dumps(data) + "\n").encode() * 2))
            found.append(_headed(kinds["md"], b"---\n" + one + b"---\n\nThe tide turned at six.\n"))
    found += [_headed(kinds["txt"], one) for one in _texts()[::4]]
    return found


def _plain(content: bytes) -> object:
    try:
        data: object = yaml.safe_load(content)
        json.dumps(data)
    except (yaml.YAMLError, TypeError, ValueError):
        return None
    return data if isinstance(data, dict) else None


def _texts() -> list[bytes]:
    pieces: list[bytes] = []
    for path in sorted([*TESTS.glob("converter/articles/*.txt"), *ROOT.glob("examples/*/*.txt")]):
        paragraphs = path.read_text("utf-8").split("\n\n")
        pieces += [
            "\n\n".join(paragraphs[at : at + 6]).encode()[:2500] for at in range(0, len(paragraphs), 12)
        ]
    return pieces


@cache
def articles() -> list[bytes]:
    """Return articles of every format, as the target ``converting`` takes them."""
    kinds = {name: number for number, name in enumerate(ARTICLES)}
    found = [_headed(kinds["text"], one) for one in _texts()]
    found += [
        _headed(kinds["markdown"], one) for one in _small(TESTS.glob("converter/readers/markdown/*.md"))
    ]
    for path in sorted(TESTS.glob("converter/readers/pages/*.html")):
        content = path.read_bytes()
        found += [
            _headed(kinds["html"], content[at : at + 2500])
            for at in range(0, min(len(content), 20_000), 2500)
        ]
    for path in sorted(TESTS.glob("converter/articles/*.docx")):
        with zipfile.ZipFile(path) as archive:
            body = archive.read("word/document.xml").decode()
        paragraphs = re.findall(r"<w:p[ >].*?</w:p>", body, re.DOTALL)
        found += [
            _headed(kinds["docx"], "".join(paragraphs[at : at + 5]).encode()[:2500])
            for at in range(0, min(len(paragraphs), 60), 5)
        ]
    found.append(_headed(kinds["docx"], f"<w:p {NAMESPACES}><w:r><w:t>The tide.</w:t></w:r></w:p>".encode()))
    return found


@cache
def citations() -> list[bytes]:
    """Return printed citations in every language, three in each, as the target ``citing`` takes them."""
    found: list[bytes] = []
    for number, code in enumerate(LANGUAGES):
        raws: list[str] = []
        for path in sorted(TESTS.glob(f"converter/cases/*-{code}.yaml")):
            raws += sorted(set(re.findall(r"\([^()\n]{12,240}\)", path.read_text("utf-8"))))
        found += [_headed(number, "\n".join(raws[at : at + 3]).encode()) for at in range(0, len(raws), 3)]
    return found


@cache
def drafts() -> list[bytes]:
    """Return documents with a wish for each, as the target ``drafting`` takes them."""
    kinds = len(DOCUMENTS)
    whole = [one for one in documents() if one[0] % kinds < 4]
    return [
        one[:1] + bytes([at % 256, at * 37 % 256, at * 11 % 256]) + one[1:] for at, one in enumerate(whole)
    ]


SEEDS: dict[str, Callable[[], list[bytes]]] = {
    "reading": documents,
    "converting": articles,
    "citing": citations,
    "drafting": drafts,
}
"""The good inputs of each target."""
