"""What stands at the cursor: in whole documents what the parsers say, in broken ones what a reader would say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.editor.context.at import cursor_at, given_in
from pincite.editor.context.blocks import Blocks
from pincite.editor.context.brackets import Brackets
from pincite.editor.documents import OpenDocument
from pincite.editor.texts import Text
from pincite.model.json_value import pointer_steps
from pincite.reading.fault import UnreadableError
from pincite.reading.json_syntax import JsonNodes, JsonText
from pincite.reading.yaml_places import YamlNodes
from pincite.reading.yaml_syntax import YamlText
from tests.editor.asking import MARK, question
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.editor.context.cursor import Cursor, Step
    from pincite.model.json_value import Json
    from pincite.reading.nodes import NodePlace, Nodes

ROOT = Path(__file__).resolve().parents[2]
WHOLE = [
    *sorted(ROOT.glob("examples/*/*.pincite.yaml")),
    *sorted(ROOT.glob("schema/suite/reading/**/*.yaml")),
    *sorted(ROOT.glob("schema/suite/structure/**/*.json"))[:60],
]


def expected(
    nodes: Nodes, node: NodePlace, value: Json, path: tuple[Step, ...]
) -> Iterator[tuple[int, str, tuple[Step, ...], frozenset[str]]]:
    """Yield an offset in each key and value of a text, with the role, the path and the other members there."""
    if not isinstance(value, (dict, list)):
        if node.end > node.start + 1:
            yield (node.start + node.end) // 2, "value", path, frozenset()
        return
    for name, place in nodes.children(node, value).items():
        word = pointer_steps(f"/{name}")[0]
        step: Step = int(word) if isinstance(value, list) else word
        inner = value[int(word)] if isinstance(value, list) else value[word]
        if place.key is not None:
            yield (sum(place.key) + 1) // 2, "member", path, frozenset(map(str, value)) - {word}
        yield from expected(nodes, place, inner, (*path, step))


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_whole_document_is_read_as_the_parsers_read_it(path: Path) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    try:
        read = JsonText(text) if path.suffix == ".json" else YamlText(text)
    except UnreadableError:
        return
    if read.faults or not read.data:  # of two equal keys, one has no place
        return
    nodes: Nodes = JsonNodes(text) if path.suffix == ".json" else YamlNodes(text)
    for offset, role, at, present in list(expected(nodes, nodes.root(), read.data, ()))[::3]:
        found = (
            Brackets(text, len(text) - len(text.lstrip()), len(text), offset).found
            if path.suffix == ".json"
            else Blocks(text, offset).found
        )
        assert found is not None, (offset, text[offset - 20 : offset + 20])
        assert (found.role, found.path) == (role, at)
        if role == "member":
            assert found.present == present


def shown(found: Cursor | None, text: str) -> str:
    """Return what was found in one line: role, path, the word, and the other members."""
    if found is None:
        return "nothing"
    word = text[found.start : found.end]
    present = f" beside {' '.join(sorted(found.present))}" if found.present else ""
    marks = f"{found.quote}{word}{found.quote}{':' if found.with_colon else ''}"
    return f"{found.role} {found.pointer or '(document)'} {marks!r}{present}"


YAML = [
    ("‸", "member (document) ''"),
    ("pinc‸", "member (document) 'pinc'"),
    ("pincite: '1.0'\n‸", "member (document) '' beside pincite"),
    ("a: 1\ntit‸\nb: 2", "member (document) 'tit' beside a b"),
    ("a: 1\n# tit‸\nb: 2", "nothing"),
    ("a: 1 # tit‸\nb: 2", "nothing"),
    ("article:\n  ‸", "value /article ''"),
    ("article:\n  tit‸", "value /article 'tit'"),
    ("article:\n  title: x\n  ‸\n  date: x\nsources: []", "member /article '' beside date title"),
    ("article:\n  title: x\n  da‸\nsources: []", "member /article 'da' beside title"),
    ("article:\n  title: x\n‸", "member (document) '' beside article"),
    ("article:\n  title: x\n    ‸", "nothing"),
    ("sources:\n  - id: a\n    ty‸\n  - id: b\n    type: c", "member /sources/0 'ty' beside id"),
    ("sources:\n  - id: a\n  - id: b\n    ‸", "member /sources/1 '' beside id"),
    ("sources:\n  - ‸", "value /sources/0 ''"),
    ("sources:\n  -‸", "value /sources/0 ''"),
    ("sources:\n  - i‸\n    type: book\n  - id: b", "value /sources/0 'i' beside type"),
    ("sources:\n- id: a\n  ‸\n- id: b\nimages: []", "member /sources/0 '' beside id"),
    ("sources:\n- id: a\n‸\nimages: []", "member (document) '' beside images sources"),
    ("sources:\n  ‸", "value /sources ''"),
    ("a:\n  b:\n    c: 1\n  ‸", "member /a '' beside b"),
    ("q:\n  - c:\n      - source: jo‸", "value /q/0/c/0/source 'jo'"),
    ("q:\n  - c:\n      - source: ‸ # x", "value /q/0/c/0/source ''"),
    ("q:\n  - c:\n      - source:‸", "value /q/0/c/0/source ''"),
    ("q:\n  - e: [q1, ‸", "value /q/0/e/1 ''"),
    ("q:\n  - e: [q1, q‸]", "value /q/0/e/1 'q'"),
    ("q:\n  - e: [q1, 'q‸']", "value /q/0/e/1 \"'q'\""),
    ("q:\n  - e: [q1, 'q‸\n  - f: 1", "value /q/0/e/1 \"'q'\""),
    ("q:\n  - {a: 1, ‸\n  - f: 1", "member /q/0 '' beside a"),
    ("q:\n  - {a: 1, b‸, c: 2}", "member /q/0 'b' beside a c"),
    ("q:\n  - {a: ‸, c: 2}", "value /q/0/a ''"),
    ("q:\n  - {a: [1, {b: ‸", "value /q/0/a/1/b ''"),
    ("q: {a: {‸}}", "member /q/a ''"),
    ("q: {\n  a: 1,\n  ‸\n}\nr: 1", "member /q '' beside a"),
    ("q: {a: 1} ‸\nr: 1", "nothing"),
    ("t: |\n  words: here\n  so‸me\nu: 1", "value /t '|\\n  words: here\\n  some\\n'"),
    ("t: |\n  words\n‸", "member (document) '' beside t"),
    ('t: "words\n  an‸d more"\nu: 1', "value /t '\"words\\n  and more\"'"),
    ('t: "words\nu‸: 1', "member (document) 'u:' beside t"),
    ("t: words\n  and mo‸re\nu: 1", "nothing"),
    ('"quoted‸": 1', "member (document) '\"quoted\":'"),
    ("a: {x: [}\nb: {y: ]\nc‸: 1", "member (document) 'c:' beside a b"),
    ("--- \npin‸", "member (document) 'pin'"),
    ("a: 1\r\nb‸", "member (document) 'b' beside a"),
    ("\ta‸", "member (document) 'a'"),
    ("{‸", "member (document) ''"),
    ("[a, ‸", "value /1 ''"),
    ("- - a\n  - ‸", "value /0/1 ''"),
]
JSON = [
    ("‸", "nothing"),
    ("{‸", "member (document) ''"),
    ('{"‸', "member (document) '\"\"'"),
    ('{"a": 1, "b‸"', "member (document) '\"b\"' beside a"),
    ('{"a": 1, "b‸": 2, "c": 3}', "member (document) '\"b\":' beside a c"),
    ('{"a": ‸', "value /a ''"),
    ('{"a": "x‸\n}', "value /a '\"x\"'"),
    ('{"a": {"b": ["x", "‸"]}}', "value /a/b/1 '\"\"'"),
    ('{"a": 1 ‸', "nothing"),
    ('{"a": 1\n "b‸"', "member (document) '\"b\"' beside a"),
    ('{"a": "x"‸}', "nothing"),
    ('{"a": "\\"‸"}', 'value /a \'"\\\\""\''),
    ('{"a": tru‸}', "value /a 'tru'"),
    ('{"a": [[], {}, ‸]}', "value /a/2 ''"),
]
FRONT = '---\npincite: "1.0"\n---\n'
MARKDOWN = [
    ('---\npincite: "1.0"\nsour‸\n---\nWords', "member (document) 'sour' beside pincite"),
    ('---\npincite: "1.0"\nquotations:\n  q1:\n    wi‸\n---\n', "value /quotations/q1 'wi'"),
    (FRONT + "Words [@jou‸], p. 3]", "value /quotations/0/citations/0/source 'jou'"),
    (FRONT + "Words [see @a, p. 3; @‸", "value /quotations/0/citations/0/source ''"),
    (FRONT + "> Words\n>\n> [[@jour‸nal, p. 3]]{#q1}", "value /quotations/0/citations/0/source 'journal'"),
    (FRONT + "Words @jou‸", "nothing"),
    (FRONT + "[a] Words @jou‸", "nothing"),
    (FRONT + "Wo‸rds", "nothing"),
    (FRONT + "[[@a]]{#q1 ‸}", "member /quotations/0 ''"),
    (FRONT + "[[@a]]{#q1 dis‸", "member /quotations/0 'dis'"),
    (FRONT + "[[@a]]{#q‸1}", "nothing"),
    (FRONT + '[[@a]]{#q1 images="a sc‸an b"}', "value /quotations/0/citations/0/images/0 '\"scan\"'"),
    (FRONT + '[[@a]]{images="‸"}', "value /quotations/0/citations/0/images/0 '\"\"'"),
    (FRONT + '[[@a]]{#q1 display="bl‸', "value /quotations/0/display '\"bl\"'"),
    (FRONT + '[w]{.claim #c1 basis="source" evidence="q1 ‸"}', "value /claims/0/evidence/0 '\"\"'"),
    (FRONT + '[w]{.claim #c1 ba‸sis="source" role="lead"}', "member /claims/0 'basis:' beside role"),
    (FRONT + "![w](a.png){#scan ro‸le=figure}", "member /images/0 'role:'"),
    (FRONT + "![w](a.png){#scan role=fig‸}", "value /images/0/role 'fig'"),
    (FRONT + "words {#‸", "nothing"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        *[("a.pincite.yaml", *case) for case in YAML],
        *[("a.pincite.json", *case) for case in JSON],
        *[("a.md", *case) for case in MARKDOWN],
    ],
)
def test_a_text_that_is_being_written(name: str, text: str, said: str) -> None:
    asked = question(text, name)
    assert shown(cursor_at(asked.document, asked.offset), text.replace(MARK, "")) == said


def test_a_line_of_a_dataset_is_a_document_of_its_own() -> None:
    asked = question('{"a": 1}\n{"b": 2, "c‸": 3}\n{"d": 4}\n', "a.pincite.jsonl")
    text = asked.document.text.source
    assert shown(cursor_at(asked.document, asked.offset), text) == "member (document) '\"c\":' beside b"


@pytest.mark.parametrize(
    ("name", "text", "ids"),
    [
        ("a.pincite.yaml", "sources:\n  - id: a\n    x: [\n  - {id: 'b', y: \n  - id: \"c\"\n", "a b c"),
        ("a.pincite.json", '{"sources": [{"id": "a", {"id": "b"', "a b"),
        ("a.md", '---\npincite: "1.0"\nx: {\nsources:\n  - id: a\n---\n[w]{.claim #c1} [[@a]]{#q1 x', "a c1"),
    ],
)
def test_a_broken_document_still_gives_its_ids_away(name: str, text: str, ids: str) -> None:
    document = OpenDocument("", f"/nowhere/{name}", Text(text))
    assert [one.id for one in given_in(document)] == ids.split()
    for one in given_in(document):
        assert text[one.start : one.end] == one.id


@given(st.text(st.sampled_from("ab:-[]{}'\"#|>, \n\t\\@!&.=0é"), max_size=60), st.integers(0, 60))
def test_no_text_is_too_broken(text: str, offset: int) -> None:
    for name in ("a.pincite.yaml", "a.pincite.json", "a.pincite.jsonl", "a.md"):
        whole = FRONT + text if name == "a.md" else text
        document = OpenDocument("", f"/nowhere/{name}", Text(whole))
        found = cursor_at(document, min(offset, len(whole)))
        if found is not None:
            assert 0 <= found.start <= found.end <= len(whole)
        given_in(document)


@pytest.mark.parametrize(
    "piece",
    [
        "a: [b, {c: d}]\n",
        "- ",
        "[",
        '{"a":',
        "a:\n",
        "- a: |\n   b\n",
        '"',
        "a\n",
        "[@",
        "{#a b=",
        "[{",
        "1,",
        "[@a]{",
    ],
)
def test_time_grows_with_the_text_alone(piece: str) -> None:
    def make(times: int) -> list[OpenDocument]:
        whole = piece * times
        texts = {"a.pincite.yaml": whole, "a.pincite.json": whole, "a.md": FRONT + whole}
        return [OpenDocument("", f"/nowhere/{name}", Text(text)) for name, text in texts.items()]

    def work(documents: list[OpenDocument]) -> None:
        for document in documents:
            cursor_at(document, len(document.text.source))
            given_in(document)

    assert_proportional(work, make, 2000, 128_000)
