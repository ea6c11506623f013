"""What is given any bytes: each target reads them in its way, and asserts what must hold whatever they are.

The first byte chooses the syntax, the format or the language; the rest is the content. Refusals that the code is to give are
taken; any other exception, and any assertion, is a fault. They are called by property tests, by a fuzzer and on named cases, and
return what came of it, a line for each thing.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.checker import check_file
from pincite.converter.article import convert_manuscript
from pincite.converter.citation.account import account
from pincite.converter.citation.reading_order import read_citations
from pincite.converter.lexicon import lexicon
from pincite.converter.opened import open_article
from pincite.editing.draft import draft
from pincite.editing.edits import EditingError
from pincite.export import write
from pincite.model.fix import Change
from pincite.model.json_value import pointer_to
from pincite.reading.fault import UnreadableError
from pincite.reading.files import RawDocument, documents_in, read_document
from pincite.reading.json_syntax import JsonText
from pincite.reading.yaml_syntax import YamlText
from pincite.reporters import FORMATS
from pincite.structure.examine import examine
from tests.converter.readers.docx_files import docx
from tests.reporters.made import rendered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pincite.model.finding import Place
    from pincite.model.json_value import Json

DOCUMENTS = ("a.pincite.yaml", "a.pincite.json", "a.pincite.jsonl", "a.md", "-", "a.txt")
ARTICLES = ("text", "markdown", "html", "docx", "docx-file")
LANGUAGES = ("en", "de", "fr", "es", "ru")
WISHED: tuple[Json, ...] = (
    "tide",
    "",
    "a: b # c\n",
    7,
    None,
    True,
    ["x", {"y": "z"}],
    {"k": "“q”"},
    "1871-05",
    " \n x",
)


def reading(given: bytes) -> list[str]:
    """Read documents and judge them, and print what is found in every format."""
    name, content = _choose(given, DOCUMENTS)
    found = list(documents_in(name, content))
    again = list(documents_in(name, content))
    assert len(found) == len(again)
    for one, other in zip(found, again, strict=True):
        if isinstance(one, RawDocument):
            assert isinstance(other, RawDocument)
            json.dumps(one.data, ensure_ascii=False, allow_nan=False).encode("utf-8")
            assert json.dumps(one.data) == json.dumps(other.data)
            for pointer in _pointers(one.data):
                _assert_inside(one.positions.of_value(pointer), content)
                _assert_inside(one.positions.of_key(pointer), content)
        else:
            assert one == other
    report = check_file(name, content=content)
    assert report == check_file(name, content=content)
    orders = [one.order for one in report.findings]
    assert orders == sorted(orders)
    for finding in report.findings:
        if finding.place is not None:
            _assert_inside(finding.place, content)
    for form in FORMATS:
        rendered(form, report).encode("utf-8")
    return rendered("concise", report).splitlines()


def converting(given: bytes) -> list[str]:
    """Convert an article: its document is valid, says where its words stand, and is written and read back equal."""
    form, content = _choose(given, ARTICLES)
    if form == "docx":
        content = docx(content.decode("utf-8", "replace"))
    try:
        opened = open_article(content, "a", format_name=form.removesuffix("-file"))
    except UnreadableError as error:
        return [f"refused: {error.fault.message}"]
    manuscript = opened.manuscript
    document = convert_manuscript(manuscript)
    text = json.dumps(document, ensure_ascii=False, allow_nan=False)
    text.encode("utf-8")
    assert json.dumps(convert_manuscript(manuscript), ensure_ascii=False) == text
    raw = read_document("a.pincite.json", text.encode(), is_json=True)
    assert isinstance(raw, RawDocument), raw
    assert raw.data == document
    examined = examine(raw)
    # a date that the file itself gives in its front matter is kept as it is, and told
    assert {(one.code, one.pointer) for one in examined.findings} <= {("PIN201", "/article/date")}, (
        examined.findings
    )
    kept = document["article"]["text"]["content"]
    for owner in (*document.get("quotations", ()), *document.get("claims", ())):
        anchor = owner["anchor"]
        assert kept[anchor["start"] : anchor["end"]] == owner["text"]
    assert YamlText(write(document, "yaml")).data == document
    assert JsonText(write(document, "json")).data == document
    told = {
        key: value
        for key, value in document["article"].items()
        if key in {"title", "date", "url", "language"}
    }
    return [
        f"article: {json.dumps(told, ensure_ascii=False)}",
        *(f"quotation: {one['text']!r}" for one in document.get("quotations", ())),
        *(f"source: {json.dumps(one, ensure_ascii=False)}" for one in document.get("sources", ())),
    ]


def citing(given: bytes) -> list[str]:
    """Read printed citations, one a line, each after the ones before it: every piece stands where it is said to stand."""
    code, content = _choose(given, LANGUAGES)
    raws = [line for line in content.decode("utf-8", "replace").splitlines() if line]
    words = lexicon(code)
    reads = read_citations(raws, words)
    assert read_citations(raws, words) == reads
    told = []
    for raw, read in zip(raws, reads, strict=True):
        for piece in account(raw, read, words):
            assert 0 <= piece.start < piece.end <= len(raw)
            assert raw[piece.start : piece.end] == piece.text
            told.append(f"{piece.start}-{piece.end} {piece.member}: {piece.value!r}")
    return told


def drafting(given: bytes) -> list[str]:
    """Wish for members of any document: what is granted says the old data and the wish, or nothing is changed.

    The second byte chooses what is wished, the third and fourth where.
    """
    name, content = _choose(given, DOCUMENTS[:4])
    value, at, key, content = content[:1], content[1:2], content[2:3], content[3:]
    wished = WISHED[sum(value) % len(WISHED)]
    first = next(documents_in(name, content), None)
    if not isinstance(first, RawDocument):
        return ["refused: no document"]
    pointers = [*_pointers(first.data)]
    pointer = pointers[sum(at) * len(pointers) >> 8]
    step = ("", "/tide", "/-", "/0", "/title", "/a~1b")[sum(key) % 6]
    changes = [Change(pointer + step, wished)]
    before = json.dumps(first.data)
    try:
        done = draft(name, content, {0: changes})
    except EditingError as error:
        return [f"refused: {error}"]
    assert json.dumps(first.data) == before
    told = [f"refused: {one.change.pointer}: {one.reason}" for one in done.refused]
    if not done.differs:
        return told
    new = next(documents_in(name, done.after))
    assert isinstance(new, RawDocument)
    if not done.refused:
        again = draft(name, done.after, {0: [one for one in changes if not one.pointer.endswith("/-")]})
        assert again.after == done.after or again.refused
    return [*told, *(repr(line)[1:] for line in done.after.splitlines(keepends=True))]


def _choose(given: bytes, among: tuple[str, ...]) -> tuple[str, bytes]:
    return among[sum(given[:1]) % len(among)], given[1:]


def _pointers(data: Json, at: str = "") -> Iterator[str]:
    waiting = [(at, data)]
    for _ in range(400):
        if not waiting:
            return
        pointer, value = waiting.pop()
        yield pointer
        pairs = (
            value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        )
        waiting += [(pointer_to(pointer, step), inner) for step, inner in pairs]


def _assert_inside(place: Place, content: bytes) -> None:
    """Assert that a place is one in the file."""
    lines = 1 + content.count(b"\n") + content.count(b"\r")
    assert 1 <= place.line <= lines
    assert place.line <= place.end_line <= lines
    assert 1 <= place.column <= len(content) + 1
    assert (place.line, place.column) <= (place.end_line, place.end_column)


TARGETS: dict[str, Callable[[bytes], list[str]]] = {
    "reading": reading,
    "converting": converting,
    "citing": citing,
    "drafting": drafting,
}
