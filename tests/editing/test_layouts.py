"""What a change writes into each layout: the text before, the changes, the text after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.editing.draft import draft
from pincite.editing.edits import applied
from pincite.model.fix import Change, put, remove, rename

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
    "what begins with a digit, and what only blocks hold without quotation marks": (
        "sources:\n  - id: a\n    doi: https://doi.org/10.1234/abcd\n  - {id: b, doi: https://doi.org/10.1/b}\n",
        [
            ("/sources/0/doi", "10.1234/abcd"),
            ("/sources/0/title", "Tides, and [other] water"),
            ("/sources/1/doi", "10.1/b"),
            ("/sources/1/title", "Tides, and water"),
        ],
        ("sources:\n  - id: a\n    doi: 10.1234/abcd\n    title: Tides, and [other] water\n"
        '  - {id: b, doi: 10.1/b, title: "Tides, and water"}\n'),
    ),
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
        f"              prefix: {LONG}\n"),
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
        ('a: x\nb0: "1e3"\nb1: "0x1"\nb2: "12:30"\nb3: "2024-05-01"\nb4: "~"\nb5: ""\nb6: "on"\nb7: ".inf"\nb8: …\n'
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


REMOVED = {
    "a line from a block": (
        "a: 1\nb: 2  # two\nc: 3\n", [remove("/a")], "b: 2  # two\nc: 3\n",
    ),
    "the last line": ("a: 1  # one\nb:\n  - x\n", [remove("/b")], "a: 1  # one\n"),
    "the last line, with no line end": ("a: 1\nb: 2", [remove("/b")], "a: 1"),
    "with carriage returns and a byte order mark": (
        "\ufeffa: 1\r\nb:\r\n  x: 1\r\n  y: 2\r\n",
        [remove("/a"), remove("/b/y")],
        "\ufeffb:\r\n  x: 1\r\n",
    ),
    "the first member behind a dash": (
        "s:\n  - id: x\n    type: y\n    date: z\n", [remove("/s/0/id")], "s:\n  - type: y\n    date: z\n",
    ),
    "the first two members behind a dash": (
        "s:\n- id: x\n  type: y\n\n  date: z # when\n", [remove("/s/0/id"), remove("/s/0/type")], "s:\n- date: z # when\n",
    ),
    "the only one": (
        "s:\n  - id: x\nt:\n  u: 1\nv: {w: 1}\nx: [ 1 ]\ny:\n  - 1\n",
        [remove("/s/0/id"), remove("/t/u"), remove("/v/w"), remove("/x/0"), remove("/y/0")],
        "s:\n  - {}\nt: {}\nv: {}\nx: []\ny: []\n",
    ),
    "all of a document": ("# all\na: 1\nb: 2\n", [remove("/a"), remove("/b")], "# all\n{}\n"),
    "all of a document between braces": ("# all\n{a: 1} # c\n", [remove("/a")], "# all\n{} # c\n"),
    "items, numbered as they were": (
        "s:\n  - a\n  - b\n  - id: c\n    x: 1\n  - d\n",
        [remove("/s/0"), put("/s/2/x", 2), remove("/s/3"), put("/s/-", "e"), put("/s/1", "B")],
        "s:\n  - B\n  - id: c\n    x: 2\n  - e\n",
    ),
    "items in a line with their key": ("s:\n- - 1\n  - 2\n- - 3\n", [remove("/s/0/0")], "s:\n- - 2\n- - 3\n"),
    "what another is put behind": (
        "a:\n  b:\n    c: 1\n    d: 2\n", [remove("/a/b/d"), put("/a/x", 1), put("/w", 2)], "a:\n  b:\n    c: 1\n  x: 1\nw: 2\n",
    ),
    "all, and others come": ("a:\n  - 1\n  - 2\nb: [1]\n", [remove("/a/0"), remove("/a/1"), put("/a/-", 3), remove("/b/0"), put("/b/-", 2)], "a:\n  - 3\nb: [2]\n"),
    "empty lines on both sides": ("a: 1\n\nb: 2\n\nc: 3\n", [remove("/b")], "a: 1\n\nc: 3\n"),
    "an empty line above": ("a: 1\n\nb: 2\nc: 3\n", [remove("/b")], "a: 1\n\nc: 3\n"),
    "an empty line below": ("a: 1\nb: 2\n\nc: 3\n", [remove("/b")], "a: 1\n\nc: 3\n"),
    "an empty line above the last": ("a: 1\n\nb: 2\n", [remove("/b")], "a: 1\n"),
    "an empty line below the first": ("x:\n  a: 1\n\n  b: 2\n", [remove("/x/a")], "x:\n  b: 2\n"),
    "a comment that stays": (
        "# the file\n\na: 1\n# b is gone now\n\nb: 2\n# at the end\n", [remove("/b")], "# the file\n\na: 1\n# b is gone now\n\n# at the end\n",
    ),
    "a number sign in a text": ("a: 'x # y'\nb:\n  - |\n    # no comment\nc: 1\n", [remove("/a"), remove("/b")], "c: 1\n"),
    "behind a text that looks like a comment": ("a: |\n  # text\nb: 1\nc: 2\n", [remove("/b")], "a: |\n  # text\nc: 2\n"),
    "a text on lines of its own": ("a: |\n  x\n  y\n\nb: 1\n", [remove("/a")], "b: 1\n"),
    "such a text at the end": ("a: 1\nb: >-\n  x\n  y\n", [remove("/b")], "a: 1\n"),
    "what stands behind such a text": ("a: |\n  x\nb: 1", [remove("/b")], "a: |\n  x\n"),
    "what stands behind a text that keeps its line ends": (
        "a: |+\n  x\n\nb: 1\n\nc: 2\n", [remove("/b")], "a: |+\n  x\n\nc: 2\n",
    ),
    "a text that keeps its line ends": ("a: 1\nb: |+\n  x\n\nc: 2\n", [remove("/b")], "a: 1\nc: 2\n"),
    "nothing behind a colon": ("a:\nb:\nc: {d: , e, f: 1}\n-: \n", [remove("/a"), remove("/c/d"), remove("/-")], "b:\nc: {e, f: 1}\n"),
    "between braces and brackets": (
        "a: {x: 1, y: 2, z: 3} # c\nb: [1, 2, 3,]\nc: [ 1, 2 ]\nd: {x: 1,\n  y: 2, z: 3,\n  w: 4}\n",
        [remove("/a/x"), remove("/b/1"), remove("/b/2"), remove("/c/1"), remove("/d/y"), remove("/d/w")],
        "a: {y: 2, z: 3} # c\nb: [1,]\nc: [ 1 ]\nd: {x: 1,\n  z: 3}\n",
    ),
    "between brackets, with comments": (
        "a: [\n  1, # one\n  2,\n  # three\n  3, # drei\n  4\n]\n", [remove("/a/1"), remove("/a/3")], "a: [\n  1, # one\n  # three\n  3 # drei\n]\n",
    ),
    "the only item, in a member that is not there": ("a: 1\n", [remove("/b"), remove("/a/x"), remove("/c/0")], "a: 1\n"),
}  # fmt: skip

REMOVED_FROM_JSON = {
    "on one line": ('{"a": [1, 2, 3], "b": {"c": 1}}', [remove("/a/0"), remove("/a/2"), remove("/b/c")], '{"a": [2], "b": {}}'),
    "compact": ('{"a":1,"b":2,"c":3}\n', [remove("/b"), remove("/c")], '{"a":1}\n'),
    "indented": (
        '{\r\n  "a": 1,\r\n  "b": {\r\n    "c": 1,\r\n    "d": 2\r\n  },\r\n  "e": [\r\n    {"f": "#"}\r\n  ]\r\n}\r\n',
        [remove("/a"), remove("/b/d"), remove("/e/0"), put("/b/x", 1)],
        '{\r\n  "b": {\r\n    "c": 1,\r\n    "x": 1\r\n  },\r\n  "e": []\r\n}\r\n',
    ),
    "all of it": ('{"a": 1}', [remove("/a")], "{}"),
}  # fmt: skip

RENAMED = {
    "with its comment": ("a: 1\npubisher : x  # who\nc: 1\n", [rename("/pubisher", "publisher")], "a: 1\npublisher : x  # who\nc: 1\n"),
    "in its quotation marks": (
        "s:\n- \"a\": 1\n  'b': {c: 1, d, \"e\":2}\n",
        [rename("/s/0/a", "x"), rename("/s/0/b", "it's"), rename("/s/0/b/c", "v"), rename("/s/0/b/d", "z"), rename("/s/0/b/e", "w")],
        "s:\n- \"x\": 1\n  'it''s': {v: 1, z, \"w\":2}\n",
    ),
    "to a name that needs some": ("a: 1\n", [rename("/a", "no")], '"no": 1\n'),
    "with another value": ("a:\n  b: 1\n", [rename("/a", "x"), put("/a/b", 2), rename("/a/b", "c"), put("/a/d", 3)], "x:\n  c: 2\n  d: 3\n"),
    "to the name of one that goes": ("a: 1\nb: 2\n", [remove("/a"), rename("/b", "a")], "a: 2\n"),
    "what is renamed already": ("a: 1\n", [rename("/b", "a")], "a: 1\n"),
}  # fmt: skip


def changed(name: str, text: str, changes: list[Change]) -> str:
    done = draft(name, text.encode(), {0: changes})
    assert done.refused == ()
    assert applied(text, done.edits) == done.after.decode()
    return done.after.decode()


@pytest.mark.parametrize(
    ("before", "changes", "wanted"), {**REMOVED, **RENAMED}.values(), ids={**REMOVED, **RENAMED}.keys()
)
def test_yaml_without_a_member_or_its_name(before: str, changes: list[Change], wanted: str) -> None:
    assert changed("a.pincite.yaml", before, changes) == wanted


@pytest.mark.parametrize(
    ("before", "changes", "wanted"), REMOVED_FROM_JSON.values(), ids=REMOVED_FROM_JSON.keys()
)
def test_json_without_a_member(before: str, changes: list[Change], wanted: str) -> None:
    assert changed("a.pincite.json", before, changes) == wanted


def test_json_with_other_names() -> None:
    before = '{"a" : [{"b":1}], "\\u00e9": 2}'
    changes = [rename("/a", "x"), rename("/a/0/b", "è"), rename("/é", "z")]
    assert changed("a.pincite.json", before, changes) == '{"x" : [{"\\u00e8":1}], "z": 2}'


@pytest.mark.parametrize(
    ("written", "value", "after", "edit"),
    [
        (
            "https://example.org/a?utm_source=x",
            "https://example.org/a",
            "https://example.org/a",
            (24, 37, ""),
        ),
        ("'https://example.org/?b=1'", "https://example.org/", "'https://example.org/'", (24, 28, "")),
        ('"one  “two”"', "one “two”", '"one “two”"', (8, 9, "")),
        ("The lamp, lit  twice", "The lamp, lit twice", "The lamp, lit twice", (17, 18, "")),
        ("a lamp", "a lamp: lit", '"a lamp: lit"', (3, 9, '"a lamp: lit"')),
        ("a lamp", "on", '"on"', (3, 9, '"on"')),
        ("lamps lit", "lamps, lit", "lamps, lit", (8, 8, ",")),
        ("23 lamps", "23  lamps", "23  lamps", (6, 6, " ")),
    ],
)
def test_of_a_text_only_what_differs_is_written(
    written: str, value: str, after: str, edit: tuple[int, int, str]
) -> None:
    done = draft("a.pincite.yaml", f"a: {written}  # c\n".encode(), {0: [put("/a", value)]})
    assert (done.after.decode(), done.edits) == (f"a: {after}  # c\n", (edit,))


LOST = "a comment stands in what would be replaced, and would be lost"
ASTRAY = "the comment above it would come to stand above something else"


@pytest.mark.parametrize(
    ("before", "pointer", "reason"),
    [
        ("a: 1\nb: 2  # two\n", "/b", LOST),
        ("a: 1\nb: # two\n  c: 2\n", "/b", LOST),
        ("a: 1\nb:\n  # two\n  c: 2\n", "/b", LOST),
        ("a: 1\nb:\n  c: 2\n  # two\nd: 1\n", "/b", LOST),
        ("a: 1\nb: | # two\n  c\n", "/b", LOST),
        ("a: 1\n# two\nb: 2\n", "/b", ASTRAY),
        ("# all\na: 1\nb: 2\n", "/a", ASTRAY),
        ("s:\n  # first\n  - a\n  - b\n", "/s/0", ASTRAY),
        ("- id: x\n  # about type\n  type: y\n", "/0/id", LOST),
        ("- id: x # x\n  type: y\n", "/0/id", LOST),
        ("a: [\n  1,\n  # two\n  2\n]\n", "/a/1", ASTRAY),
        ("a: [\n  1,\n  2, # two\n  3\n]\n", "/a/1", LOST),
        ("a: [\n  1, # one\n  2 # two\n]\n", "/a/1", LOST),
        ("a: [\n  1 # one\n  , 2\n]\n", "/a/1", LOST),
        ("a: [ # all\n  1\n]\n", "/a/0", LOST),
        ("a:  # all\n  b: 1\nc: 1\n", "/a/b", "a comment stands between a key and its value, and would be lost"),
    ],
)  # fmt: skip
def test_no_comment_is_lost_or_comes_to_speak_of_something_else(
    before: str, pointer: str, reason: str
) -> None:
    done = draft("a.pincite.yaml", before.encode(), {0: [remove(pointer)]})
    assert (done.after.decode(), [one.reason for one in done.refused]) == (before, [reason])


def test_of_many_changes_those_are_made_that_can_be() -> None:
    before = "a:  # all\n  b: 1\ns:\n  - x # x\n  - y\n  - z # z\nt: [1]\nu: [ # u\n  1]\nv: {w: 1}\n"
    changes = [
        remove("/a/b"),
        rename("/a", "c"),
        *[remove(f"/s/{number}") for number in range(3)],
        put("/t/-", 2),
        put("/u", "x"),
        put("/v", {"w": 2}),
    ]
    done = draft("a.pincite.yaml", before.encode(), {0: changes})
    assert [one.change for one in done.refused] == [changes[0], changes[2], changes[4], changes[6]]
    assert done.after.decode() == (
        "c:  # all\n  b: 1\ns:\n  - x # x\n  - z # z\nt: [1, 2]\nu: [ # u\n  1]\nv: {w: 2}\n"
    )
