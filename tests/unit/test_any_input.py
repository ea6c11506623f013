"""Any input: whatever the bytes or the values are, the answer is findings, in one order, and nothing changes."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pincite import check
from pincite.checker import check_data, check_file
from pincite.judging import judged
from pincite.reading.files import RawDocument, read_document
from pincite.schemas import schema
from pincite.structure.diagnosis import faults_of
from pincite.structure.examine import examine
from tests.unit.schema_walk import faulty, full

if TYPE_CHECKING:
    from pincite.model.json_value import Json
    from pincite.model.report import Report

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = schema("document")
FULL = full(DOCUMENT, DOCUMENT)

PIECES = st.sampled_from(
    [b"pincite: ", b'"1.0"', b"\n", b"\r", b" ", b"  ", b"- ", b"article", b": ", b"{", b"}", b"[", b"]", b",", b"title",
     b"sources", b"quotations", b"&a ", b"*a", b"!!str ", b"|", b">", b"'", b'"', b"\\", b"\\ud83d", b"#", b"---\n", b"...\n",
     b"\xef\xbb\xbf", b"\xff", b"\xc3", b"\xe2\x80\xa8", b"\xc2\x85", b"\0", b"\x1b", b"\t", b"1e999", b"NaN", b"<<", b"? ",
     b"9" * 500, b"[" * 70, b"{a: " * 70, "🔑é".encode()]
)  # fmt: skip
BYTES = st.one_of(st.binary(max_size=200), st.lists(PIECES, max_size=30).map(b"".join))

KEYS = sorted(
    {name for part in [DOCUMENT, *DOCUMENT["$defs"].values()] for name in part.get("properties", {})}
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.sampled_from(
        ["1.0", "1.7", "2.0", "q1", "a", "book", "1918-04-02", "soon", "page", "\0", "", "a\n", "[IMG]", "“"]
    ),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(KEYS), st.text(max_size=4)), inner, max_size=5),
    ),
    max_leaves=25,
)
MEMBERS = st.fixed_dictionaries({}, optional=dict.fromkeys(DOCUMENT["properties"], VALUES))


def in_order(report: Report) -> None:
    orders = [one.order for one in report.findings]
    assert orders == sorted(orders)
    assert all(one.order for one in report.findings)


@settings(max_examples=300)
@given(BYTES, st.sampled_from(["yaml", "yml", "json", "jsonl"]))
@example(b"", "jsonl")
@example(b"\xef\xbb\xbf", "yaml")
def test_any_bytes_give_a_report(content: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a.pincite.{suffix}")
        path.write_bytes(content)
        report = check_file(str(path))
    in_order(report)
    if suffix != "jsonl" and not report.findings:
        assert b"pincite" in content


def judge(value: Json) -> None:
    """Assert that a value read as a document gives findings and stays as it is."""
    raw = read_document("a.pincite.json", json.dumps(value).encode(), is_json=True)
    if not isinstance(raw, RawDocument):
        assert raw.code in {"PIN006", "PIN007"}
        return
    before = copy.deepcopy(raw.data)
    examined = examine(raw)
    kept = copy.deepcopy(examined.document.data) if examined.document else None
    findings = [*examined.findings, *judged(examined)]
    assert raw.data == before
    assert json.dumps(raw.data) == json.dumps(before)
    if examined.document is not None:
        assert examined.document.data == kept
    assert bool(examined.findings) == bool(faults_of(raw.data)[0])
    assert len({(one.code, one.pointer, one.message) for one in examined.findings}) == len(examined.findings)
    assert all(one.place is not None for one in findings)


@settings(max_examples=200)
@given(VALUES)
def test_any_value_gives_findings(value: Json) -> None:
    judge(value)


@settings(max_examples=300, deadline=None)
@given(MEMBERS)
def test_any_members_give_findings(members: dict[str, Json]) -> None:
    judge(members)
    judge({"pincite": "1.0", "article": {"text": {"content": "“The tide” turned. (IMG)"}}, **members})


def test_every_spoilt_document_gives_findings_and_stays_as_it_is() -> None:
    for document in list(faulty(DOCUMENT))[::7]:
        judge(document)


@settings(deadline=None)  # the first example imports every rule that has something to judge
@given(st.data())
def test_any_part_of_a_full_document_may_be_anything(data: st.DataObject) -> None:
    document = copy.deepcopy(FULL)
    owner: Any = document
    for _ in range(data.draw(st.integers(0, 5))):
        inner = [
            key
            for key in (owner if isinstance(owner, dict) else range(len(owner)))
            if isinstance(owner[key], (dict, list)) and owner[key]
        ]
        if not inner:
            break
        owner = owner[data.draw(st.sampled_from(inner))]
    key = data.draw(st.sampled_from(list(owner) if isinstance(owner, dict) else list(range(len(owner)))))
    owner[key] = data.draw(VALUES)
    judge(document)


@pytest.mark.parametrize("data", [{}, {"pincite": "1.0", "article": {}}, FULL, {"article": 3, "": None}])
def test_data_is_judged_without_being_changed(data: dict[str, Any]) -> None:
    before = copy.deepcopy(data)
    in_order(check_data(data))
    assert check(data) == check_data(data)
    assert data == before


ORDERED = """
import sys
from pincite.checker import check_paths
for one in check_paths(sys.argv[1:]).findings:
    print(one)
"""


def test_findings_do_not_depend_on_the_order_of_hashes() -> None:
    folders = [str(ROOT / "tests" / "cases" / "structure"), str(ROOT / "examples")]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", ORDERED, *folders],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") > 50
