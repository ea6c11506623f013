"""What a change writes into each layout: the text before, the changes, the text after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.editing.draft import draft
from pincite.model.fix import Change

if TYPE_CHECKING:
    from pincite.model.json_value import Json

PASSAGE: Json = {"copy": "ab" * 32, "page": 3, "start": 5, "end": 31}
FLOW = f"{{copy: {'ab' * 32}, page: 3, start: 5, end: 31}}"
JSON = f'{{"copy": "{"ab" * 32}", "page": 3, "start": 5, "end": 31}}'
COMPACT = JSON.replace(" ", "")
LONG = "The keeper wrote it down, and nobody read it for years"


def after(name: str, text: str, *changes: tuple[str, Json]) -> str:
    done = draft(name, text.encode(), {0: [Change(*change) for change in changes]})
    assert done.refused == ()
    return done.after.decode()


YAML = {
    "the last member's comment stays with it": (
        "images:\n  - id: dial  # the clock\n    path: a.png  # of 1902\n    # to be measured\n  - id: b\n",
        [("/images/0/width", 40)],
        "images:\n  - id: dial  # the clock\n    path: a.png  # of 1902\n    width: 40\n    # to be measured\n  - id: b\n",
    ),
    "between braces": (
        "quotations:\n- id: q\n  citations:\n  - {source: x} # c\n",
        [("/quotations/0/citations/0/passage", PASSAGE)],
        f"quotations:\n- id: q\n  citations:\n  - {{source: x, passage: {FLOW}}} # c\n",
    ),
    "in a block, on one line": (
        "quotations:\n  - citations:\n      - source: x\nclaims: []\n",
        [("/quotations/0/citations/0/passage", {"copy": "b", "start": 5})],
        "quotations:\n  - citations:\n      - source: x\n        passage: {copy: b, start: 5}\nclaims: []\n",
    ),
    "in a block, too long for one line": (
        "quotations:\n    - citations:\n        - source: x\n",
        [("/quotations/0/citations/0/passage", {**PASSAGE, "prefix": LONG})],  # type: ignore[dict-item]
        ("quotations:\n    - citations:\n        - source: x\n          passage:\n"
        f"              copy: {'ab' * 32}\n              page: 3\n              start: 5\n              end: 31\n"
        f'              prefix: "{LONG}"\n'),
    ),
    "carriage returns, a byte order mark, and no line end at the end": (
        "\ufeffimages:\r\n  - id: dial\r\n    path: a.png",
        [("/images/0/width", 40), ("/images/0/height", 30)],
        "\ufeffimages:\r\n  - id: dial\r\n    path: a.png\r\n    width: 40\r\n    height: 30",
    ),
    "braces over several lines": (
        "images: [\n  {id: a,\n   path: a.png, # c\n  },\n]\n",
        [("/images/0/width", 40), ("/images/-", {"id": "b"})],
        "images: [\n  {id: a,\n   path: a.png,\n   width: 40, # c\n  },\n  {id: b},\n]\n",
    ),
    "empty braces and brackets": (
        "a: {}\nb: []\nc: [ ]\nd: {e: {}}\n",
        [("/a/x", "1"), ("/b/-", "z"), ("/c/-", {"k": "no"}), ("/d/e/f", True)],
        'a: {x: "1"}\nb: [z]\nc:\n  - {k: "no"}\nd: {e: {f: true}}\n',
    ),
    "nothing behind a colon": (
        "a:\nb:   # none\n  c:\nd: {e: , f, g}\nh:\n-\n",
        [("/a", {"x": "1"}), ("/b/c", 2), ("/d/e", 1), ("/d/g", 2), ("/h/0", "x")],
        'a: {x: "1"}\nb:   # none\n  c: 2\nd: {e: 1, f, g: 2}\nh:\n- x\n',
    ),
    "a digest that differs": (
        "a: \"1\"\nb: '2'\nc: 3\nd: x\ne: {f: x, g: [1, 2]}\nh:\n- x\n- y\n",
        [("/a", "x"), ("/b", "it's"), ("/c", "3"), ("/d", "null"), ("/e/f", "a: b"), ("/e/g/1", 3), ("/h/1", "z")],
        "a: \"x\"\nb: 'it''s'\nc: \"3\"\nd: \"null\"\ne: {f: \"a: b\", g: [1, 3]}\nh:\n- x\n- z\n",
    ),
    "a list begun": (
        "sources:\n  - id: a\n    type: book\n",
        [("/sources/0/copies/-", {"path": "a.pdf", "sha256": "01" * 32})],
        f"sources:\n  - id: a\n    type: book\n    copies:\n      - {{path: a.pdf, sha256: \"{'01' * 32}\"}}\n",
    ),
    "an item as the ones before it": (
        "sources:\n-   id: a\n    copies:\n    -   path: a.pdf\n",
        [("/sources/0/copies/-", {"path": "b.pdf"}), ("/sources/0/copies/0/sha256", "x")],
        "sources:\n-   id: a\n    copies:\n    -   path: a.pdf\n        sha256: x\n    -   path: b.pdf\n",
    ),
    "a long item in braces, as the one before it": (
        "c:\n- {path: a}\n",
        [("/c/-", {"path": LONG, "raw": LONG})],
        f'c:\n- {{path: a}}\n- {{path: "{LONG}", raw: "{LONG}"}}\n',
    ),
    "behind a text that keeps its line ends": (
        "a:\n  b: |+\n    tide\n\n\nc: |\n  ebb\n\n\n",
        [("/a/x", 1), ("/w", 2)],
        "a:\n  b: |+\n    tide\n\n\n  x: 1\nc: |\n  ebb\nw: 2\n\n\n",
    ),
    "before a text that has no line end to keep": (
        "a:\n  - b: 1\n    c: |\n      tide",
        [("/a/0/x", 1)],
        "a:\n  - b: 1\n    x: 1\n    c: |\n      tide",
    ),
    "keys in quotation marks": (
        '"a":\n  "b": 1\n\'c\': {"d": 1}\n',
        [("/a/x", 1), ("/c/y", 2), ("/z", 3)],
        '"a":\n  "b": 1\n  "x": 1\n\'c\': {"d": 1, "y": 2}\n\'z\': 3\n',
    ),
    "an object whose members go": (
        "a:\n  region:\n    x: 1\n    w: 2\n  b: {c: 1}\n",
        [("/a/region", {"x": 2, "unit": "percent"}), ("/a/b", {"d": [1]})],
        "a:\n  region:\n    x: 2\n    unit: percent\n  b: {d: [1]}\n",
    ),
    "inner and outer members at one place": (
        "a:\n  b:\n    c: 1\n# end",
        [("/x", 1), ("/a/x", 2), ("/a/b/x", 3)],
        "a:\n  b:\n    c: 1\n    x: 3\n  x: 2\nx: 1\n# end",
    ),
    "lists in lists": (
        "a:\n- - 1\n  - 2\n- [3]\n",
        [("/a/0/-", 9), ("/a/1/-", 8), ("/a/-", [7])],
        "a:\n- - 1\n  - 2\n  - 9\n- [3, 8]\n- [7]\n",
    ),
    "values that other readers take for something else": (
        "a: x\n",
        [(f"/b{number}", value) for number, value in enumerate(["1e3", "0x1", "12:30", "2024-05-01", "~", "", "on", ".inf", "…", " a", "a #b", "- a", "a\tb", "a\u2028b", "\x7f"])],
        ('a: x\nb0: "1e3"\nb1: "0x1"\nb2: "12:30"\nb3: "2024-05-01"\nb4: "~"\nb5: ""\nb6: "on"\nb7: ".inf"\nb8: "…"\n'
        'b9: " a"\nb10: "a #b"\nb11: "- a"\nb12: "a\\tb"\nb13: "a\\u2028b"\nb14: "\\u007f"\n'),
    ),
}  # fmt: skip

JSONS = {
    "compact": (
        '{"images":[{"id":"a"}],"q":[]}',
        [("/images/0/region", {"x": 1, "y": 2}), ("/q/-", "é"), ("/z", PASSAGE)],
        f'{{"images":[{{"id":"a","region":{{"x":1,"y":2}}}}],"q":["é"],"z":{COMPACT}}}',
    ),
    "on one line, with spaces": (
        '{"images": [{"id": "a"}]}\n',
        [("/images/0/width", 4), ("/images/-", {"id": "b", "depicts": []})],
        '{"images": [{"id": "a", "width": 4}, {"id": "b", "depicts": []}]}\n',
    ),
    "indented": (
        '{\r\n\t"a": [\r\n\t\t{\r\n\t\t\t"id": "x"\r\n\t\t}\r\n\t],\r\n\t"b": {},\r\n\t"c": "1"\r\n}\r\n',
        [("/a/0/region", {"x": 1, "y": [2]}), ("/a/-", {"id": "y"}), ("/b/k", 1), ("/c", "2")],
        ('{\r\n\t"a": [\r\n\t\t{\r\n\t\t\t"id": "x",\r\n\t\t\t"region": {\r\n\t\t\t\t"x": 1,\r\n\t\t\t\t"y": [\r\n\t\t\t\t\t2\r\n'
        '\t\t\t\t]\r\n\t\t\t}\r\n\t\t},\r\n\t\t{\r\n\t\t\t"id": "y"\r\n\t\t}\r\n\t],\r\n\t"b": {\r\n\t\t"k": 1\r\n\t},\r\n'
        '\t"c": "2"\r\n}\r\n'),
    ),
    "short objects on one line": (
        '{\n  "c": [\n    {"source": "x", "locator": {"page": "3"}}\n  ],\n  "d": {\n    "l": {"p": 1}\n  }\n}\n',
        [("/c/0/passage", PASSAGE), ("/c/-", {"source": "y"}), ("/d/passage", PASSAGE)],
        (f'{{\n  "c": [\n    {{"source": "x", "locator": {{"page": "3"}}, "passage": {JSON}}},\n    {{"source": "y"}}\n  ],\n'
        f'  "d": {{\n    "l": {{"p": 1}},\n    "passage": {JSON}\n  }}\n}}\n'),
    ),
    "escapes where the text has escapes": ('{"a": "\\u00e9"}', [("/b", "è")], '{"a": "\\u00e9", "b": "\\u00e8"}'),
}  # fmt: skip


@pytest.mark.parametrize(("before", "changes", "wanted"), YAML.values(), ids=YAML.keys())
def test_yaml_keeps_its_layout(before: str, changes: list[tuple[str, Json]], wanted: str) -> None:
    assert after("a.pincite.yaml", before, *changes) == wanted
    again = [change for change in changes if not change[0].endswith("-")]
    assert after("a.pincite.yaml", wanted, *again) == wanted


@pytest.mark.parametrize(("before", "changes", "wanted"), JSONS.values(), ids=JSONS.keys())
def test_json_keeps_its_layout(before: str, changes: list[tuple[str, Json]], wanted: str) -> None:
    assert after("a.pincite.json", before, *changes) == wanted
    again = [change for change in changes if not change[0].endswith("-")]
    assert after("a.pincite.json", wanted, *again) == wanted
