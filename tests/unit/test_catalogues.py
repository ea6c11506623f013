"""Catalogues: files of sources that documents cite as if they had them themselves."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite import check, load
from pincite.bibliography import BIBLIOGRAPHIES, Bibliography
from pincite.checker import check_paths
from pincite.model.catalogue import listing, with_catalogues
from pincite.model.nearness import closest
from pincite.reading.files import BIBLIOGRAPHIES as ENDINGS
from pincite.reading.limits import MAX_BYTES
from pincite.structure import catalogues
from pincite.structure.source_lists import sources_in
from tests import card_file

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.model.document import Document

SHARED = {
    "pincite": "1.0",
    "article": {"title": "Sources on bells"},
    "sources": [
        {"id": "bell-book", "type": "book", "title": "Bells", "copies": [{"path": "copies/bells.txt"}]},
        {"id": "chimes", "type": "chapter", "title": "Chimes", "container": {"source": "bell-book"}},
        {"id": "unused", "type": "book", "title": "Of no use"},
    ],
}
WHOLE = {
    "a.yaml": b'pincite: "1.0"\narticle: {title: A}\nsources:\n  - {id: tide-book, type: book, title: Tides}\n',
    "a.json": b'{"pincite": "1.0", "article": {}, "sources": [{"id": "tide-book", "type": "book"}]}',
    "a.md": b'---\npincite: "1.0"\nsources:\n  - {id: tide-book, type: book}\n---\n# Tides\n\nText.\n',
    "a.csl.json": b'[{"id": "tide-book", "type": "book", "title": "Tides", "issued": {"date-parts": [[1871]]}}]',
    "a.ris": b"TY  - BOOK\nID  - tide-book\nTI  - Tides\nPY  - 1871\nER  - \n",
    "a.bib": b"@book{tide-book,\n  title = {Tides},\n  year = {1871},\n}\n",
}
PIECES = [
    b"",
    b"\0",
    b"\xff",
    b"{",
    b"}",
    b"[",
    b"]",
    b'"',
    b",",
    b"\n",
    b": ",
    b"@",
    b"TY  - ",
    b"- ",
    b"\\u0000",
    b"id",
]
CARDS = "tide-book | The Book of Tides | 1871\nebb | On the Ebb | 1871 | tide-book\n"


@pytest.fixture(autouse=True)
def _cards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BIBLIOGRAPHIES, "cards", Bibliography("tests.card_file", (".cards",)))
    monkeypatch.setattr(catalogues, "_SHELF", catalogues._Shelf())  # noqa: SLF001 - each test reads anew
    card_file.READ.clear()


def citing(names: list[str], *cited: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any member
    """Return a document that names catalogues and cites sources."""
    quotations = [
        {"id": f"q{number}", "text": f"Words {number}.", "citations": [{"source": one}]}
        for number, one in enumerate(cited)
    ]
    return {
        "pincite": "1.0",
        "article": {"title": "A"},
        "catalogues": names,
        **({"quotations": quotations} if quotations else {}),
        **more,
    }


def written(path: Path, data: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data if isinstance(data, str) else json.dumps(data), "utf-8")
    return path


def document(folder: Path, names: list[str], *cited: str, **more: Any) -> Document:  # noqa: ANN401
    return load(written(folder / "a.pincite.json", citing(names, *cited, **more)))


def codes(path: Path) -> list[tuple[str, str]]:
    return [(one.code, one.pointer) for one in check(path).findings if one.code[3] in "03"]


def test_a_chain_leads_through_the_document_and_two_catalogues(tmp_path: Path) -> None:
    written(tmp_path / "bells.pincite.json", SHARED)
    written(tmp_path / "tides.cards", "ringing | Ringing at Ebb | 1880 | chimes\n")
    table = {"id": "table", "type": "document", "title": "Table", "container": {"source": "ringing"}}
    found = document(tmp_path, ["bells.pincite.json", "tides.cards"], "table", sources=[table])
    assert [one["id"] for one in found.chain("table")] == ["table", "ringing", "chimes", "bell-book"]
    assert [source["id"] for _, source in found.sources] == ["table"]
    assert list(found.citing) == ["table", "ringing", "chimes", "bell-book"]
    assert [found.source_at(one) for one in ("table", "ringing", "bell-book", "gone")] == [
        "/sources/0",
        "/catalogues/1",
        "/catalogues/0",
        None,
    ]
    assert list(found.used_of_catalogues) == ["ringing", "chimes", "bell-book"]
    assert codes(tmp_path / "a.pincite.json") == []


def test_what_is_used_stands_behind_the_documents_own_and_nothing_is_changed(tmp_path: Path) -> None:
    written(tmp_path / "bells.pincite.json", SHARED)
    own = {"id": "log", "type": "manuscript", "title": "Log"}
    found = document(
        tmp_path,
        ["bells.pincite.json"],
        sources=[own],
        claims=[{"id": "c1", "text": "It rang", "evidence": [{"id": "chimes"}]}],
        images=[{"id": "i1", "depicts": [{"source": "log"}]}],
    )
    before = json.dumps(found.data)
    whole = with_catalogues(found)
    assert [one["id"] for one in whole["sources"]] == ["log", "chimes", "bell-book"]
    assert json.dumps(found.data) == before
    assert listing(document(tmp_path, ["bells.pincite.json"], "chimes"))("/sources") == "/catalogues"
    at = listing(found)
    assert [at(one) for one in ("/sources/0/title", "/sources/2/copies", "/claims/0")] == [
        "/sources/0/title",
        "/catalogues/0",
        "/claims/0",
    ]


def test_copies_lead_from_the_documents_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "lists" / "bells.pincite.json", SHARED)
    monkeypatch.chdir(tmp_path)
    for folder, way in ((tmp_path, "lists/copies"), (tmp_path / "below" / "x", "../../lists/copies")):
        name = os.path.relpath(tmp_path / "lists" / "bells.pincite.json", folder)
        found = document(folder / "", [name], "chimes")
        assert found.source_by_id["bell-book"]["copies"] == [{"path": f"{way}/bells.txt"}]
    own = load(tmp_path / "lists" / "bells.pincite.json")
    assert own.source_by_id["bell-book"]["copies"] == [{"path": "copies/bells.txt"}]


@pytest.mark.parametrize("number", [1, 30])
def test_a_catalogue_is_read_once_however_many_documents_name_it(
    tmp_path: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "tides.cards", CARDS)
    for one in range(number):
        written(tmp_path / f"d{one}" / "a.pincite.json", citing(["../tides.cards"], "ebb"))
    monkeypatch.chdir(tmp_path)
    assert [one for one in check_paths(["."]).findings if one.code == "PIN301"] == []
    assert len(card_file.READ) == 1


def test_a_changed_catalogue_is_read_anew(tmp_path: Path) -> None:
    file = written(tmp_path / "tides.cards", CARDS)
    assert "ebb" in document(tmp_path, ["tides.cards"]).source_by_id
    written(file, "flood | On the Flood\n")
    os.utime(file, ns=(1, 1))
    assert [*document(tmp_path, ["tides.cards"]).source_by_id] == ["flood"]


def test_few_catalogues_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogues, "_KEPT", 2)
    for name in "abcdab":
        written(tmp_path / f"{name}.cards", CARDS)
        assert "ebb" in document(tmp_path, [f"{name}.cards"]).source_by_id
    assert len(card_file.READ) == len("abcdab")
    assert "ebb" in document(tmp_path, ["b.cards", "a.cards"]).source_by_id
    assert len(card_file.READ) == len("abcdab")


@pytest.mark.parametrize(
    ("name", "content", "code", "told"),
    [
        ("none.cards", None, "PIN333", "there is no file none.cards"),
        ("../out.cards", "x | X", "PIN334", "../out.cards lies outside the document's folder"),
        ("a.cards", "x | X\nbroken\n", "PIN337", "a.cards has 1 entry that cannot be read: line 2: a card has a key"),
        ("a.cards", "a\nb\n", "PIN337", "a.cards has 2 entries that cannot be read; the first: line 1: "),
        ("a.cards", "Not An Id | X\n", "PIN337", "a.cards has 1 entry that cannot be read: line 1: the entry makes no"),
        ("a.cards", b"\xff | X\n", "PIN337", "a.cards cannot be read: byte 0xff is not UTF-8"),
        ("a.md", "# T\n", "PIN336", "a.md is an article without annotation"),
        ("a.json", '[{"type": "book"}]', "PIN336", "a.json is no Pincite document, but looks like CSL-JSON"),
        ("a.json", '{"items": [{"type": "book"}]}', "PIN336", "a.json is no Pincite document, but looks like CSL-JSON"),
        ("a.json", '[{"a": 1}]', "PIN337", "a.json has 1 fault of structure"),
        ("a.yaml", "- 1\n", "PIN337", "a.yaml has 1 fault of structure"),
        ("a.yaml", "", "PIN337", "a.yaml "),
        ("a.pincite.jsonl", "", "PIN337", "a.pincite.jsonl holds no document"),
        ("a.pdf", "x", "PIN336", "a.pdf is of no kind that sources are read from"),
        ("a.pincite.json", "{}", "PIN338", "a.pincite.json is this document itself"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_catalogue_is_told(
    tmp_path: Path, name: str, content: str | bytes | None, code: str, told: str
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    if content is not None:
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    path = written(folder / "a.pincite.json", citing([name], "x"))
    found = [one for one in check(path).findings if one.code[3] in "03"]
    assert [(one.code, one.pointer) for one in found if one.code != "PIN301"] == [(code, "/catalogues/0")]
    assert found[0].message.startswith(told)
    # what may stand in the part that is not known is not missed
    assert ("PIN301" in {one.code for one in found}) == (code == "PIN338")


def test_catalogues_that_are_too_large_are_not_read(tmp_path: Path) -> None:
    for name in ("a.cards", "b.cards", "c.cards"):
        written(tmp_path / name, "")
    os.truncate(tmp_path / "a.cards", MAX_BYTES + 1)
    os.truncate(tmp_path / "c.cards", MAX_BYTES)
    written(tmp_path / "b.cards", "x | X\n")
    path = written(tmp_path / "a.pincite.json", citing(["a.cards", "b.cards", "c.cards"], "x"))
    assert codes(path) == [("PIN335", "/catalogues/0"), ("PIN335", "/catalogues/2")]
    assert card_file.READ == ["x | X\n"]


def test_a_missing_extra_is_no_fault_of_the_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(BIBLIOGRAPHIES, "cards", Bibliography("no_such_reader_at_all", (".cards",), "cards"))
    written(tmp_path / "a.cards", CARDS)
    report = check(written(tmp_path / "a.pincite.json", citing(["a.cards"], "tide-bok")))
    assert [one.code for one in report.findings if one.code[3] in "03"] == []
    assert [(one.code, one.reason) for one in report.skipped] == [
        (
            "PIN337",
            (
                "a.cards is not read: No module named 'no_such_reader_at_all'; "
                "ids of sources that lead nowhere are not told either"
            ),
        )
    ]


def test_a_dangling_id_is_found_and_the_one_meant_suggested(tmp_path: Path) -> None:
    written(tmp_path / "a.cards", CARDS)
    part = {"id": "part", "type": "chapter", "container": {"source": "tide-bok"}}
    path = written(tmp_path / "a.pincite.json", citing(["a.cards"], "ebbb", sources=[part]))
    found = [one for one in check(path).findings if one.code == "PIN301"]
    assert [(one.pointer, one.hint) for one in found] == [
        ("/quotations/0/citations/0/source", "did you mean 'ebb'?"),
        ("/sources/0/container/source", "did you mean 'tide-book'?"),
    ]


UNTIL = "; until it is mended, ids of sources that lead nowhere are not told"


@pytest.mark.parametrize(
    ("sources", "is_told"),
    [
        ("[{id: log, type: bok, title: Log}]", True),
        ("[{id: log, type: book, title: [Log]}, {id: x, typ: book}]", True),
        ("[{id: log, title: Log}]", True),
        ("[{id: Tide Log, type: book}]", False),
        ("[{id: log, id: ebb, type: book}]", False),
        ("[{type: book, title: Log}]", False),
        ("[{id: 7, type: book}]", False),
        ("[log]", False),
        ("{id: log}", False),
    ],
)
def test_what_a_broken_catalogue_cannot_have_is_missed(tmp_path: Path, sources: str, is_told: bool) -> None:  # noqa: FBT001 - a case
    written(tmp_path / "c.yaml", f'pincite: "1.0"\narticle: {{title: C}}\nsources: {sources}\n')
    report = check(written(tmp_path / "a.pincite.json", citing(["c.yaml"], "log", "gone")))
    found = [one for one in report.findings if one.code in {"PIN301", "PIN337"}]
    dangling = [one.pointer for one in found if one.code == "PIN301"]
    assert dangling == (["/quotations/1/citations/0/source"] if is_told else [])
    (hint,) = [one.hint for one in found if one.code == "PIN337"]
    assert hint == f"pincite check tells them{'' if is_told else UNTIL}"


def test_an_unknown_id_is_not_told_while_another_catalogue_is_lacking(tmp_path: Path) -> None:
    written(tmp_path / "c.yaml", 'pincite: "1.0"\narticle: {}\nsources: [{id: log, type: bok}]\n')
    path = written(tmp_path / "a.pincite.json", citing(["c.yaml", "none.cards"], "gone"))
    assert codes(path) == [("PIN337", "/catalogues/0"), ("PIN333", "/catalogues/1")]


def test_suggestions_from_large_catalogues_begin_alike() -> None:
    names = [f"work-{number}" for number in range(100_000)] + ["tide-book"]
    assert closest("tide-bok", names) == "tide-book"


def test_circles_and_depths_go_through_catalogues(tmp_path: Path) -> None:
    ids = [f"s{number}" for number in range(12)]
    chain = "".join(
        f"{one} | T | 1871{f' | {outer}' if outer else ''}\n"
        for one, outer in zip(ids, [*ids[1:], ""], strict=True)
    )
    written(tmp_path / "deep.cards", chain)
    written(tmp_path / "round.cards", "in | In | 1871 | own\nx | X | 1871 | y\ny | Y | 1871 | x\n")
    own = [
        {"id": "own", "type": "book", "title": "O", "container": {"source": "in"}},
        {"id": "low", "type": "book", "title": "O", "container": {"source": "s0"}},
    ]
    path = written(
        tmp_path / "a.pincite.json", citing(["deep.cards", "round.cards"], "own", "x", sources=own)
    )
    found = codes(path)
    assert ("PIN304", "/sources/0/container/source") in found
    assert ("PIN305", "/sources/1/container") in found
    assert [code for code, _ in found].count("PIN304") == 1  # that within the catalogue is told there


def test_an_edited_volume_of_a_catalogue_is_judged_there(tmp_path: Path) -> None:
    volume = {"id": "volume", "type": "volume", "title": "Papers", "coverage": "1870/1880"}
    written(tmp_path / "v.pincite.json", {**SHARED, "sources": [volume]})
    letters = [
        {
            "id": f"l{n}",
            "type": "letter",
            "authors": [{"literal": f"N{n}"}],
            "container": {"source": "volume"},
        }
        for n in range(3)
    ] + [{"id": "w", "type": "volume", "title": "W"}]
    path = written(tmp_path / "a.pincite.json", citing(["v.pincite.json"], "l1", sources=letters))
    assert "PIN114" not in {one.code for one in check(path).findings}


def test_citations_of_a_catalogues_sources_are_judged_here(tmp_path: Path) -> None:
    shared = {
        **SHARED,
        "sources": [
            {"id": "bells", "type": "book", "title": "Bells"},
            {
                "id": "chimes",
                "type": "chapter",
                "title": "Chimes",
                "container": {"source": "bells", "locator": {"page": "10-20"}},
            },
            {"id": "gist", "type": "document", "title": "Gist", "textual_status": "paraphrase"},
        ],
    }
    written(tmp_path / "b.pincite.json", shared)
    data = citing(["b.pincite.json"], "chimes", "gist")
    data["quotations"][0]["citations"][0]["locator"] = {"page": "44"}
    path = written(tmp_path / "a.pincite.json", data)
    assert {"PIN316", "PIN322"} <= {one.code for one in check(path).findings}
    assert not {one.code for one in check(path).findings} & {"PIN106", "PIN107", "PIN108"}


def test_a_list_of_sources_alone_is_a_catalogue_and_misses_no_article(tmp_path: Path) -> None:
    data = {
        **SHARED,
        "article": {"title": "Sources on bells", "url": "https://example.org/bells", "text": {}},
    }
    path = written(tmp_path / "bells.pincite.json", data)
    found = {one.code for one in check(path).findings}
    assert not found & {"PIN112", "PIN125", "PIN126", "PIN303"}
    assert load(path).is_source_list
    markdown = written(
        tmp_path / "a.md", '---\npincite: "1.0"\narticle: {title: T}\nsources: [{id: a, type: book}]\n---\n'
    )
    assert load(markdown).is_source_list
    assert not {one.code for one in check(markdown).findings} & {"PIN125", "PIN126"}
    assert not load(written(tmp_path / "x.pincite.json", citing([], "x"))).is_source_list


def test_catalogues_of_a_catalogue_are_not_followed(tmp_path: Path) -> None:
    written(tmp_path / "tides.cards", CARDS)
    written(tmp_path / "b.pincite.json", {**SHARED, "catalogues": ["tides.cards"]})
    found = document(tmp_path, ["b.pincite.json"], "ebb")
    assert "ebb" not in found.source_by_id
    assert ("PIN301", "/quotations/0/citations/0/source") in codes(tmp_path / "a.pincite.json")


def test_a_catalogue_may_be_annotated_markdown_or_a_line_of_jsonl(tmp_path: Path) -> None:
    written(
        tmp_path / "a.md",
        '---\npincite: "1.0"\nsources:\n  - {id: tide-book, type: book, title: T}\n---\n# Tides\n',
    )
    written(tmp_path / "b.pincite.jsonl", json.dumps(SHARED) + "\n")
    found = document(tmp_path, ["a.md", "b.pincite.jsonl"])
    assert [one.fault for _, one in found.catalogues] == [None, None]
    assert {"tide-book", "chimes"} <= found.source_by_id.keys()


@pytest.mark.parametrize("broken", [None, {"path": "a.cards"}, "/etc/x"])
def test_a_broken_name_leaves_the_others_as_they_are(tmp_path: Path, broken: object) -> None:
    written(tmp_path / "tides.cards", CARDS)
    data = {**citing([], "ebb", "of-the-broken-one"), "catalogues": [broken, "tides.cards"]}
    path = written(tmp_path / "a.pincite.json", data)
    assert load(path).source_at("ebb") == "/catalogues/1"
    told = [one for one in check(path).findings if one.code[3] in "023"]
    assert [one.pointer for one in told] == ["/catalogues/0"]
    assert told[0].code in {"PIN014", "PIN211"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.cards")
    assert codes(written(tmp_path / "a.pincite.json", citing(["a.cards"], "x"))) == [
        ("PIN333", "/catalogues/0")
    ]


@pytest.mark.parametrize("name", ["refs.bib", "refs.biblatex.bib", "refs.ris", "Refs.CSL.json"])
def test_a_bibliography_is_no_document_itself(tmp_path: Path, name: str) -> None:
    found = check(written(tmp_path / name, "[]")).findings
    assert [(one.code, one.message[:23]) for one in found] == [("PIN001", "this is a bibliography,")]
    assert found[0].hint is not None
    assert found[0].hint.endswith("efs.pincite.yaml")


def test_all_bibliographies_are_known_as_such() -> None:
    known = {suffix for name, one in BIBLIOGRAPHIES.items() if name != "cards" for suffix in one.suffixes}
    assert known == set(ENDINGS)


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.md", "a.csl.json", "a.ris", "a.bib"])
@settings(max_examples=30, deadline=None)
@given(cuts=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 40), st.sampled_from(PIECES)), max_size=5))
def test_no_bytes_are_too_much(name: str, cuts: list[tuple[int, int, bytes]]) -> None:
    content = WHOLE[name]
    for at, length, piece in cuts:
        content = content[:at] + piece + content[at + length :]
    listed = sources_in(name, content)
    assert all(one["id"] == key for key, one in listed.sources.items())
    assert cuts or len(listed.sources) == 1
    assert listed.fault is None or listed.fault.kind in {"broken", "unknown_kind", "no_reader"}
