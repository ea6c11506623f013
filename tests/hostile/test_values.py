"""Numbers, encodings, line ends, dialects and paths: tables of values, each with what must come of it."""

from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite.checker import check_file
from pincite.dataset.entering.canonical import canonical
from pincite.dataset.entering.entrance import enter
from pincite.dataset.policy import Policy
from pincite.export import write
from pincite.reading.files import RawDocument, documents_in
from pincite.structure.examine import examine
from tests.conftest import Pincite
from tests.editing.styled import DOCUMENTS, Style
from tests.export.filled import parts
from tests.hostile.test_any_harm import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.model.format import DocumentData
    from pincite.model.json_value import Json


def read(name: str, content: bytes) -> Json:
    """Return the data of the one document in a file, or the code of what keeps it from being read."""
    [found] = documents_in(name, content)
    if not isinstance(found, RawDocument):
        return found.code
    return found.findings[0].code if found.findings else found.data


# --- numbers: row 4 ---------------------------------------------------------------------------------------------------

NUMBERS = (
    "0", "-0", "1", "-1", "12", "1.0", "1.5", "-1.5e3", "1e5", "1E5", "1e-5", "1e308", "1e309", "-1e999", "1e-999", "0.1",
    "123456789012345678", "9007199254740993", "1.7976931348623157e308", "0e0", "10", "100", "5e-324", "0.30000000000000004",
    *(digit * count for digit in "19" for count in (17, 400, 401, 4300, 4301, 5000, 1_000_000)), "0." + "3" * 5000, "1e" + "9" * 5000,
)  # fmt: skip
"""Numbers that YAML and JSON write alike."""
NO_NUMBERS = {
    "1:30": "1:30", "010": None, "0x1F": None, "0o17": None, "1_000": "1_000", ".5": None, "5.": None, "+1": None, "NaN": "NaN",
    "Infinity": "Infinity", ".inf": None, ".nan": None, "1e": "1e", "--1": "--1", "1.2.3": "1.2.3", "١٢": "١٢", "１２": "１２", "½": "½", "1,5": "1,5", "0b1": "0b1",
}  # fmt: skip
"""What YAML alone can hold: the text that it is, or None where only an infinite number or a wrong one would be a fault."""


@pytest.mark.parametrize("number", NUMBERS, ids=lambda one: one if len(one) < 30 else f"{one[:3]}…{len(one)}")
def test_numbers_are_the_same_in_both_syntaxes(number: str) -> None:
    in_yaml = read("a.pincite.yaml", f"x: {number}\n".encode())
    in_json = read("a.pincite.json", f'{{"x": {number}}}'.encode())
    assert in_yaml == in_json
    if isinstance(in_yaml, dict):
        value = in_yaml["x"]
        assert isinstance(value, (int, float))
        assert isinstance(value, int) or math.isfinite(value)
        assert type(value) is type(json.loads(number))
        assert value == json.loads(number)
    else:
        assert len(number) > 400 or not math.isfinite(json.loads(number))


@pytest.mark.parametrize(("written", "text"), NO_NUMBERS.items())
def test_what_looks_like_a_number(written: str, text: str | None) -> None:
    in_yaml = read("a.pincite.yaml", f"x: {written}\n".encode())
    if text is not None:
        assert in_yaml == {"x": text}
    elif isinstance(in_yaml, dict):  # never the eight of 010, or sixty times as much
        assert in_yaml["x"] in {written, 10, 0.5, 5, 1, 31, 15}
        assert (written, in_yaml["x"]) != ("010", 8)
    assert isinstance(read("a.pincite.json", f'{{"x": {written}}}'.encode()), str)  # a code


# --- encodings and line ends: row 5 -----------------------------------------------------------------------------------

ENDS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r"}
WITHIN = (
    "tide",
    "café",
    "e\u0301",
    "🔔",
    "a\u0085b",
    "a\u2028b",
    "a\u2029b",
    "אב",
    "\u200b",
    "a\u00a0b",
    "ß",
    "𝔘",
    "\ufeff",
)
MARKED = {
    "a.pincite.yaml": '# tide\npincite: "1.0"\narticle: {{title: "{w}", FAULT: 1}}\n',
    "a.pincite.json": '{{"pincite": "1.0",\n "article": {{"title": "{w}", "FAULT": 1}}}}\n',
    "a.md": '---\npincite: "1.0"\n# tide\narticle: {{title: "{w}", FAULT: 1}}\n---\n\nThe tide.\n',
}


@pytest.mark.parametrize("name", MARKED)
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "BOM"])
def test_places_are_those_of_a_count_by_hand(name: str, end: str, mark: bytes) -> None:
    for within in WITHIN:
        text = MARKED[name].format(w=within).replace("\n", ENDS[end])
        before = text[: text.index("FAULT")]
        lines = re.split("\r\n|\r|\n", before)
        report = check_file(name, content=mark + text.encode())
        [found] = [one for one in report.findings if "FAULT" in one.message]
        assert found.place is not None
        column = len(lines[-1]) + 1 - (0 if name != "a.pincite.json" else 1)
        assert found.place.line == len(lines), within
        assert found.place.column in {column, column + (name == "a.pincite.json")}, within


@pytest.mark.parametrize(
    "encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32", "latin-1", "cp1252", "utf-7", "shift-jis"]
)
@pytest.mark.parametrize("name", [*MARKED, "a.txt"])
@pytest.mark.parametrize("end", ENDS)
def test_other_encodings_are_told(name: str, encoding: str, end: str) -> None:
    text = (
        MARKED.get(name, "The {w} clock\n\nIt struck.\n")
        .format(w="タ" if encoding == "shift-jis" else "café")
        .replace("\n", ENDS[end])
    )
    found = check_file(name, content=text.encode(encoding)).findings
    if encoding == "utf-7":  # is ASCII
        assert "PIN002" not in {one.code for one in found}
    else:
        assert found
        assert found[0].code in {"PIN001", "PIN002", "PIN003"}
        assert found[0].severity == "error"


SAID_EXAMPLES = 2000 if os.environ.get("PINCITE_HOSTILE") == "full" else EXAMPLES
"""How many documents are held against themselves in other syntaxes."""
ENTERED_EXAMPLES = 10 if SAID_EXAMPLES == 60 else SAID_EXAMPLES
"""How many that have most members of the format, each of which takes longer."""

# --- dialects: row 29 -------------------------------------------------------------------------------------------------


@st.composite
def styled(draw: st.DrawFn) -> str:
    return Style(draw).document(draw(DOCUMENTS))


@given(st.data())
@settings(max_examples=SAID_EXAMPLES, suppress_health_check=list(HealthCheck))
def test_a_document_says_the_same_in_every_syntax(data: st.DataObject) -> None:
    text = data.draw(styled())
    document = read("a.pincite.yaml", text.encode())
    line = json.dumps(document, ensure_ascii=data.draw(st.booleans()))
    ways = {
        "a.pincite.json": json.dumps(document, indent=data.draw(st.sampled_from([None, 1, 4]))),
        "a.pincite.jsonl": line + "\n",
        "c.pincite.yaml": write(cast("DocumentData", document), "yaml"),
        "b.pincite.json": write(cast("DocumentData", document), "json"),
    }
    for name, text in ways.items():
        assert read(name, text.encode()) == document, name


def entered(name: str, content: bytes) -> bytes:
    """Return the line of ``documents.jsonl`` that the one document in a file becomes."""
    [raw] = documents_in(name, content)
    assert isinstance(raw, RawDocument)
    document = examine(raw).document
    assert document is not None
    return canonical(enter(document, Policy("full", "full")).entry.data)


@given(st.data())
@settings(max_examples=ENTERED_EXAMPLES, suppress_health_check=list(HealthCheck))
def test_an_article_is_the_same_out_of_a_dataset(data: st.DataObject) -> None:
    document = data.draw(parts(st.sampled_from(["letter", "book"])))
    plain = cast("dict[str, Json]", document)
    ways = {
        "a.pincite.yaml": write(document, "yaml"),
        "a.pincite.json": json.dumps(plain, indent=data.draw(st.sampled_from([None, 1, 4]))),
        "b.pincite.json": write(document, "json"),
        "a.pincite.jsonl": json.dumps(plain, ensure_ascii=data.draw(st.booleans())) + "\n",
    }
    lines = {name: entered(name, text.encode()) for name, text in ways.items()}
    line = lines["a.pincite.json"]
    assert lines == dict.fromkeys(ways, line)
    # what is in a dataset enters the next one as it is, in whatever syntax it is passed on
    assert entered("documents.jsonl", line) == line
    assert entered("c.pincite.yaml", write(json.loads(line), "yaml").encode()) == line


def test_a_dataset_is_the_same_of_every_syntax(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # whether files are on the disk counts in other tests
    pytest.importorskip("pyarrow", reason="needs the extra dataset")
    from pincite.dataset.building.build import Plan, build  # noqa: PLC0415 - imports an extra
    from tests.dataset.harbours import WITHOUT_RULES, documents, files  # noqa: PLC0415 - as above

    found = documents(29, 6)
    folders = {}
    for ending in ("yaml", "json", "jsonl"):
        folder = tmp_path / f"{ending}-of"
        folder.mkdir()
        for number, one in enumerate(found):
            text = json.dumps(one) if ending != "yaml" else write(cast("DocumentData", one), "yaml")
            (folder / f"{number:02}.pincite.{ending}").write_text(text, "utf-8")
        paths = tuple(sorted(one.name for one in folder.iterdir()))
        done = build(Plan(folder, paths, Policy(), WITHOUT_RULES), tmp_path / ending)
        assert (done.documents, done.left_out) == (6, 0)
        folders[ending] = files(tmp_path / ending)
    assert {one.partition("/")[0] for one in folders["yaml"]} == {"documents.jsonl", "tables"}
    assert folders["json"] == folders["yaml"]
    assert folders["jsonl"] == folders["yaml"]


# --- paths: rows 7 and 22 ---------------------------------------------------------------------------------------------

PATHS = (
    "../out.png", "a/../../out.png", "..", "./../out.png", "%2e%2e/out.png", "..%2fout.png", "..\\out.png", "a\\b.png", "\\\\server\\share\\a.png", "//server/share/a.png",
    "C:a.png", "C:\\a.png", "c:/a.png", "CON", "con.png", "NUL", "aux.png", "COM1", "lpt9.txt", "a.", "a ", "a:b", "a.png:stream", "file:///etc/hostname", "file:a.png",
    "/etc/hostname", "/dev/zero", "~/a.png", "$HOME/a.png", "a\x00.png", "a\n.png", "out-link.png", "loop.png", "folder", "pipe.png", "", ".", "x" * 5000, "a//b.png", "http://127.0.0.1:9/a.png",
)  # fmt: skip
OPENED = """
import sys
seen = set()
def heard(event, given):
    if event == "open" and isinstance(given[0], (str, bytes)):
        seen.add(str(given[0]))
sys.addaudithook(heard)
from pincite.cli import main
try:
    main(sys.argv[1:])
finally:
    print("\\n".join(sorted(seen)), file=sys.stderr)
"""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")
def test_no_path_leads_out_of_the_folder(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    (desk / "folder").mkdir(parents=True)
    (tmp_path / "out.png").write_bytes(b"secret")
    (desk / "out-link.png").symlink_to(tmp_path / "out.png")
    (desk / "loop.png").symlink_to("loop.png")
    (desk / "in-link.png").symlink_to("right.png")
    (desk / "right.png").write_bytes(b"right")
    os.mkfifo(desk / "pipe.png")
    images = [
        {"id": f"i{number}", "role": "evidence", "path": path}
        for number, path in enumerate((*PATHS, "right.png", "in-link.png"))
    ]
    document = {"pincite": "1.0", "article": {"title": "The harbour clock"}, "images": images}
    for number, image in enumerate(images):
        whole = {**document, "images": [image]}
        (desk / f"{number:02}.pincite.json").write_text(json.dumps(whole), "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", OPENED, "check", "--format", "json", "--isolated", "."], cwd=desk, env=Pincite.environment({"PINCITE_CACHE": ""}),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr[-1000:]
    told = {
        one["path"]
        for one in json.loads(done.stdout)["findings"]
        if one["severity"] in {"error", "warning"} and "/images/0" in one.get("pointer", "")
    }
    missed = [
        path
        for number, path in enumerate(PATHS)
        if not any(one.endswith(f"{number:02}.pincite.json") for one in told)
    ]
    assert missed == []
    opened = done.stderr.splitlines()
    assert any(one.endswith("right.png") for one in opened)
    outside = [one for one in opened if not one.startswith((str(desk), sys.prefix))]
    assert not [one for one in outside if re.search(r"out\.png|hostname|/dev/zero|server", one)]
    assert not [one for one in opened if one.endswith("out-link.png")]
