"""``pincite convert`` of bibliographies: a catalogue is made, or sources are added to a document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pincite import __version__, check, load
from pincite.bibliography import BIBLIOGRAPHIES, Bibliography
from pincite.cli.conversion.bibliography_signs import looks_like

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import PinciteInside

CARDS = """\
tide-book | The Book of Tides | 1871
! keywords: harbours
Ebb | On the Ebb | 1871 | tide-book
"""
BROKEN = f"{CARDS}a card alone\n"
CATALOGUE = f"""\
pincite: "1.0"
article: {{title: Sources of refs.cards}}
sources:
  - {{id: tide-book, type: book, title: The Book of Tides, date: "1871"}}
  - id: ebb
    type: chapter
    title: On the Ebb
    date: "1871"
    container: {{source: tide-book, relation: chapter_of}}
annotation:
  tool: {{name: pincite, version: {__version__}}}
  method: converted
"""
UNREAD = "refs.cards:4:1: PIN811 a card has a key and a title\n"
NOTES = "pincite: 2 notes on what became of fields and keys; --losses tells them\n"


LOST = "pincite: 1 value set aside; --losses tells them\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working folder, with a bibliography and another with an entry that cannot be read."""
    monkeypatch.setitem(BIBLIOGRAPHIES, "cards", Bibliography("tests.card_file", (".cards",)))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "refs.cards").write_text(CARDS, "utf-8")
    return tmp_path


def test_a_bibliography_becomes_a_catalogue(folder: Path, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("convert", "refs.cards")
    assert (done.status, done.out, done.err) == (0, CATALOGUE, NOTES)
    done = pincite_inside("convert", "refs.cards", "-o", "refs.pincite.yaml")
    assert (done.status, done.out, done.err) == (0, "", NOTES)
    assert (folder / "refs.pincite.yaml").read_text("utf-8") == CATALOGUE
    assert {one.code for one in check(folder / "refs.pincite.yaml").findings} <= {"PIN107", "PIN108"}
    article = {"pincite": "1.0", "article": {"title": "A"}, "catalogues": ["refs.pincite.yaml"]}
    (folder / "a.pincite.json").write_text(json.dumps(article), "utf-8")
    assert [one["id"] for one in load(folder / "a.pincite.json").chain("ebb")] == ["ebb", "tide-book"]


def test_what_cannot_be_read_is_told_and_the_rest_is_written(
    folder: Path, pincite_inside: PinciteInside
) -> None:
    (folder / "refs.cards").write_text(BROKEN, "utf-8")
    done = pincite_inside("convert", "refs.cards", "-o", "new.pincite.yaml")
    assert (done.status, done.out, done.err) == (1, "", UNREAD + NOTES)
    assert (folder / "new.pincite.yaml").read_text("utf-8") == CATALOGUE
    done = pincite_inside("convert", "refs.cards", "--losses")
    assert (done.status, done.err) == (1, "")
    assert done.out == (
        "refs.cards:2:1: PIN812 'keywords: harbours' is passed over\n"
        f"refs.cards:3:1: PIN813 'Ebb' is called 'ebb'\n{UNREAD}"
    )
    found = json.loads(pincite_inside("convert", "refs.cards", "--losses", "--format", "json").out)[
        "findings"
    ]
    assert [(one["code"], one["line"], one["pointer"]) for one in found] == [
        ("PIN812", 2, ""),
        ("PIN813", 3, ""),
        ("PIN811", 4, ""),
    ]


def test_standard_input_is_read_where_the_call_says_what_it_is(pincite_inside: PinciteInside) -> None:
    done = pincite_inside("convert", "-", "--from", "cards", stdin=CARDS.encode())
    assert done.out == CATALOGUE.replace("Sources of refs.cards", "Sources of standard input")


def test_a_bibliography_becomes_another_one(pincite_inside: PinciteInside) -> None:
    done = pincite_inside("convert", "refs.cards", "--to", "csl-json")
    assert [one["id"] for one in json.loads(done.out)] == ["tide-book", "ebb"]
    assert (done.status, done.err.removeprefix(LOST)) == (0, NOTES)
    done = pincite_inside("convert", "refs.cards", "--to", "csl-json", "--losses")
    assert [line for line in done.out.splitlines() if "PIN801" in line] == []  # what Pincite adds is not lost


def test_several_go_into_a_folder(folder: Path, pincite_inside: PinciteInside) -> None:
    (folder / "more.cards").write_text(BROKEN, "utf-8")
    (folder / "a.txt").write_text("The harbour clock\n\nIt was slow.\n", "utf-8")
    done = pincite_inside("convert", "refs.cards", "more.cards", "a.txt", "-o", "out/")
    assert done.status == 1
    assert done.err.splitlines() == [
        "pincite: 1 article converted: 0 quotations, 0 citations, 0 images; 2 bibliographies converted: 4 sources",
        "more.cards:4:1: PIN811 a card has a key and a title",
        "pincite: 4 notes on what became of fields and keys; --losses tells them",
    ]
    assert (folder / "out" / "refs.pincite.yaml").read_text("utf-8") == CATALOGUE
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "a.pincite.yaml",
        "more.pincite.yaml",
        "refs.pincite.yaml",
    ]
    done = pincite_inside("convert", ".", "--from", "cards", "-o", "all/")
    assert done.err.splitlines()[0] == "pincite: 2 bibliographies converted: 4 sources"
    done = pincite_inside("convert", "out", "--from", "cards", "-o", "all/")
    assert done.err == "pincite: no bibliographies in out (.cards)\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--text-path"], "--text-path is for articles, and refs.cards is a bibliography; leave it out"),
        (["--style", "chicago"], "--style is for articles, and refs.cards is a bibliography; leave it out"),
        (["--explain"], "refs.cards is a bibliography; --explain tells how an article was read"),
        (["--encoding", "no-such"], "no encoding is called 'no-such'; one is 'windows-1252'"),
        (["--encoding", "ascii"], "--encoding does not go with refs.cards: "),
        (["--from", "wordperfect"], "--from knows no format 'wordperfect'; there are: text, docx, markdown, html"),
        (["-o", "refs.cards"], "refs.cards is the input itself"),
        (["--update", "no.pincite.yaml"], "no.pincite.yaml: cannot read the file: no such file or directory"),
        (["--update", "a.md"], "sources are not added to annotated Markdown; convert them to a catalogue"),
        (["--update", "a.pincite.yaml", "--to", "json"], "--update leaves a document in its own syntax"),
        (["--update", "a.pincite.yaml", "-o", "b.yaml"], "--update adds the sources of a bibliography where the document"),
    ],
)  # fmt: skip
def test_a_call_that_makes_no_sense_is_told(
    folder: Path, options: list[str], told: str, pincite_inside: PinciteInside
) -> None:
    (folder / "refs.cards").write_text(f"{CARDS}ä | Ä\n", "utf-8")
    done = pincite_inside("convert", "refs.cards", *options)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"pincite: {told}")
    assert not (folder / "b.yaml").exists()


def test_other_encodings_are_named(folder: Path, pincite_inside: PinciteInside) -> None:
    (folder / "refs.cards").write_bytes("a | Flüsse\n".encode("latin-1"))
    done = pincite_inside("convert", "refs.cards")
    assert (done.status, done.err) == (
        2,
        (
            "pincite: cannot read refs.cards: byte 0xfc is not UTF-8; --encoding NAME says how it is encoded, "
            "such as windows-1252\n"
        ),
    )
    assert "title: Flüsse" in pincite_inside("convert", "refs.cards", "--encoding", "latin-1").out


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, pincite_inside: PinciteInside) -> None:
    monkeypatch.setitem(BIBLIOGRAPHIES, "cards", Bibliography("no_such_reader", (".cards",), "cards"))
    done = pincite_inside("convert", "refs.cards")
    assert (done.status, done.err) == (
        2,
        "pincite: cannot read refs.cards: No module named 'no_such_reader'\n",
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "refs.cards has no entries, so there is nothing to take over"),
        ("! a remark alone\n", "refs.cards has no entries, so there is nothing to take over"),
        ("! a\nlone\n", "no entry of refs.cards can be read: line 2: a card has a key and a title"),
        ("a\nb\nc\n", "no entry of refs.cards can be read: line 1: a card has a key and a title (and 2 faults more)"),
        ("not an id | X\n", "no entry of refs.cards can be read: line 1: the entry makes no valid source; 'not an id' is left out"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("update", [[], ["--update", "a.pincite.yaml"]])
def test_nothing_is_made_of_a_bibliography_without_entries(
    folder: Path, text: str, told: str, update: list[str], pincite_inside: PinciteInside
) -> None:
    (folder / "refs.cards").write_text(text, "utf-8")
    (folder / "a.pincite.yaml").write_text(DOCUMENT, "utf-8")
    output = [] if update else ["-o", "new.pincite.yaml"]
    done = pincite_inside("convert", "refs.cards", *update, *output)
    assert (done.status, done.out, done.err) == (2, "", f"pincite: {told}\n")
    assert not (folder / "new.pincite.yaml").exists()
    assert (folder / "a.pincite.yaml").read_text("utf-8") == DOCUMENT


@pytest.mark.parametrize(
    ("name", "text", "called"),
    [
        ("csl-json", '\ufeff [\n {"id": "a", "type": "book"}]', "CSL-JSON"),
        ("csl-json", ' {"items": [{"type": "book", "id": "a"}]}', "CSL-JSON"),
        ("csl-json", '{"references": [{"id": "a", "type": "book"}], "a": 1}', "CSL-JSON"),
        ("csl-json", '{"references": []}', None),
        ("csl-json", '{"items": "a"}', None),
        ("csl-json", '{"items": 1, "references": [{"id": "a", "type": "book"}]}', "CSL-JSON"),
        ("csl-json", '{"items": [1]}', None),
        ("csl-json", '{"type": "book", "id": "a"}', None),
        ("csl-json", "{" * 100_000, None),
        ("csl-json", '{"items":' * 100_000, None),
        ("csl-json", '[{"id": "a"}]', None),
        ("csl-json", '[{"id": "a", "type": "book"}', None),
        ("csl-json", "[" * 100_000, None),
        ("bibtex", "% written by hand\n\n@book{fenn:1871,\n title = {T}}", "BibTeX"),
        ("bibtex", '@string{qp = "Quay Press"}', "BibTeX"),
        ("bibtex", "% Encoding: UTF-8\n\n@Comment{jabref-meta: databaseType:bibtex;}\n", "BibTeX"),
        ("bibtex", '@PREAMBLE("\\newcommand")', "BibTeX"),
        ("bibtex", "@ARTICLE{ Fenn1871 ,\n title = {T}}", "BibTeX"),
        ("bibtex", "@misc{,\n title = {T}}", "BibTeX"),
        (
            "bibtex",
            "Automatically generated by Mendeley Desktop 1.19\nAny changes will be lost.\n\n@book{a,",
            "BibTeX",
        ),
        ("bibtex", "@reader{, this is an article", None),
        ("bibtex", "@title{On Tides}\n", None),
        ("bibtex", "@fenn (of Skerrow, 1871) wrote", None),
        ("bibtex", "%" * 100_000, None),
        ("bibtex", "%\n" * 100_000, None),
        ("bibtex", "\n" * 100_000 + "@", None),
        ("ris", "\nTY  - BOOK\n", "RIS"),
        ("ris", "\ufeffTY  - BOOK\n", "RIS"),
        ("ris", "Provider: Harbour Library\nDatabase: Tides\nContent: text/plain\n\nTY  - JOUR\n", "RIS"),
        ("ris", "Provider: Harbour Library\n\nThe tide turned.\n", None),
        ("ris", "TY - BOOK\n", None),
    ],
)
def test_a_bibliography_is_known_by_how_it_begins(
    name: str, text: str, called: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(BIBLIOGRAPHIES, name, Bibliography("none", (".x",)))
    found = looks_like(text)
    assert (found.called if found else None) == called


def test_a_bibliography_without_a_name_is_no_article(
    folder: Path, monkeypatch: pytest.MonkeyPatch, pincite_inside: PinciteInside
) -> None:
    monkeypatch.setitem(BIBLIOGRAPHIES, "csl-json", Bibliography("none", (".csl.json",)))
    (folder / "refs.json").write_text('[{"id": "a", "type": "book"}]', "utf-8")
    done = pincite_inside("convert", "refs.json")
    assert (done.status, done.err) == (
        2,
        (
            "pincite: refs.json looks like CSL-JSON, not like an article; --from csl-json reads it, and by itself a file "
            "called NAME.csl.json\n"
        ),
    )


DOCUMENT = """\
# our list
pincite: "1.0"
article: {title: The harbour clock}  # a draft
sources:
  - id: log      # the oldest one
    type: manuscript
    title: Log

quotations:
  - {id: q1, text: The tide turned at six., citations: [{source: log}]}
"""


def test_sources_are_added_behind_the_others(folder: Path, pincite_inside: PinciteInside) -> None:
    file = folder / "a.pincite.yaml"
    file.write_text(DOCUMENT, "utf-8")
    shown = pincite_inside("convert", "refs.cards", "--update", "a.pincite.yaml", "-o", "-")
    assert file.read_text("utf-8") == DOCUMENT
    done = pincite_inside("convert", "refs.cards", "--update", "a.pincite.yaml")
    assert (done.status, done.out) == (0, "")
    assert done.err == (
        "pincite: a.pincite.yaml: 2 sources added\n"
        "pincite: a.pincite.yaml: nothing cites them yet; until something does, pincite check says so (PIN303)\n"
        f"{NOTES}"
    )
    text = file.read_text("utf-8")
    assert text == shown.out
    before, _, after = DOCUMENT.partition("\nquotations")
    assert text.startswith(before)
    assert text.endswith(f"\nquotations{after}")
    assert [source["id"] for _, source in load(file).sources] == ["log", "tide-book", "ebb"]
    again = pincite_inside("convert", "refs.cards", "--update", "a.pincite.yaml")
    assert (again.status, again.err) == (
        0,
        f"pincite: a.pincite.yaml: 0 sources added, 2 there already\n{NOTES}",
    )
    assert file.read_text("utf-8") == text


@pytest.mark.parametrize("name", ["a.pincite.json", "a.pincite.jsonl", "a.pincite.yaml"])
def test_a_list_of_sources_is_begun(folder: Path, name: str, pincite_inside: PinciteInside) -> None:
    (folder / name).write_text('{"pincite": "1.0", "article": {"title": "A"}}\n', "utf-8")
    assert pincite_inside("convert", "refs.cards", "--update", name).status == 0
    assert [source["id"] for _, source in load(folder / name).sources] == ["tide-book", "ebb"]


def test_nothing_is_replaced(folder: Path, pincite_inside: PinciteInside) -> None:
    file = folder / "a.pincite.yaml"
    (folder / "refs.cards").write_text(
        f"{CARDS}q1 | Q | 1871\nbells | Bells | 1880\nlater | L | 1880 | q1\n", "utf-8"
    )
    (folder / "shared.cards").write_text("bells | Other Bells | 1880\n", "utf-8")
    text = DOCUMENT.replace("id: log ", "id: tide-book ").replace(
        "sources:", "catalogues: [shared.cards]\nsources:", 1
    )
    file.write_text(text, "utf-8")
    done = pincite_inside("convert", "refs.cards", "--update", "a.pincite.yaml")
    assert (done.status, file.read_text("utf-8")) == (1, text)
    assert done.err.splitlines()[:-1] == [
        f"pincite: a.pincite.yaml: source {line}"
        for line in (
            "'tide-book' is not added: that of the document has another 'type', 'title', 'date'",
            "'ebb' is not added: it stands in 'tide-book', which is not",
            "'q1' is not added: that is the id of the document's quotation",
            "'bells' is not added: that of its catalogue shared.cards has another 'title'",
            "'later' is not added: it stands in 'q1', which is not",
        )
    ] + ["pincite: a.pincite.yaml: 0 sources added, 5 not added"]


def test_what_is_there_under_another_id_is_not_added_again(
    folder: Path, pincite_inside: PinciteInside
) -> None:
    file = folder / "a.pincite.yaml"
    file.write_text(DOCUMENT.replace("source: log", "source: ebb"), "utf-8")
    (folder / "refs.cards").write_text(f"{CARDS}late | On the Ebb, again | 1872 | tide-book\n", "utf-8")
    pincite_inside("convert", "refs.cards", "--update", "a.pincite.yaml")
    text = (
        file.read_text("utf-8")
        .replace("id: tide-book", "id: tides")
        .replace("source: tide-book", "source: tides")
    )
    text = text.replace("id: ebb", "id: fenn-ebb").replace("source: ebb", "source: fenn-ebb")
    before, _, _ = text.partition("  - id: late")
    file.write_text(f"{before}\n{text[text.index('quotations') :]}", "utf-8")
    done = pincite_inside("convert", "refs.cards", "--update", "a.pincite.yaml")
    assert (done.status, done.err.splitlines()[:-1]) == (
        0,
        [
            "pincite: a.pincite.yaml: source 'tide-book' is there already as 'tides'",
            "pincite: a.pincite.yaml: source 'ebb' is there already as 'fenn-ebb'",
            "pincite: a.pincite.yaml: 1 source added, 2 there already",
            "pincite: a.pincite.yaml: nothing cites it yet; until something does, pincite check says so (PIN303)",
        ],
    )
    # what is new stands in the source that is there under another id
    assert load(file).source_by_id["late"]["container"]["source"] == "tides"
    again = pincite_inside("convert", "refs.cards", "--update", "a.pincite.yaml")
    assert again.err.splitlines()[-2] == "pincite: a.pincite.yaml: 0 sources added, 3 there already"


def test_a_source_of_a_catalogue_is_there_under_its_id(folder: Path, pincite_inside: PinciteInside) -> None:
    (folder / "shared.cards").write_text("fenn | The Book of Tides | 1871\n", "utf-8")
    file = folder / "a.pincite.yaml"
    file.write_text(DOCUMENT.replace("sources:", "catalogues: [shared.cards]\nsources:", 1), "utf-8")
    done = pincite_inside("convert", "refs.cards", "--update", "a.pincite.yaml")
    assert "source 'tide-book' is there already as 'fenn' of its catalogue shared.cards\n" in done.err
    assert load(file).source_by_id["ebb"]["container"]["source"] == "fenn"


def test_a_source_that_says_nothing_is_no_other(folder: Path, pincite_inside: PinciteInside) -> None:
    item = {"type": "book", "issued": {"date-parts": [[1871]]}}
    (folder / "b.csl.json").write_text(json.dumps([item | {"id": "a"}, item | {"id": "b"}]), "utf-8")
    text = DOCUMENT.replace("type: manuscript\n    title: Log", 'type: book\n    date: "1871"')
    (folder / "a.pincite.yaml").write_text(text, "utf-8")
    done = pincite_inside("convert", "b.csl.json", "--update", "a.pincite.yaml")
    assert done.err.startswith("pincite: a.pincite.yaml: 2 sources added\n")


def test_sources_in_a_circle_do_not_come_to_stand_in_another_one(
    folder: Path, pincite_inside: PinciteInside
) -> None:
    (folder / "refs.cards").write_text(
        "log | Log | 1871 | ebb\nebb | Ebb | 1871 | log\nx | X | 1880\n", "utf-8"
    )
    (folder / "a.pincite.yaml").write_text(DOCUMENT, "utf-8")
    done = pincite_inside("convert", "refs.cards", "--update", "a.pincite.yaml")
    assert done.status == 1
    assert [source["id"] for _, source in load(folder / "a.pincite.yaml").sources] == ["log", "x"]


def test_what_may_be_there_already_is_told(folder: Path, pincite_inside: PinciteInside) -> None:
    file = folder / "a.pincite.yaml"
    fenn = 'type: book\n    authors: [{literal: Ada Fenn}]\n    date: "1871"\n    title: The Book of Tides'
    file.write_text(DOCUMENT.replace("type: manuscript\n    title: Log", fenn), "utf-8")
    more = json.dumps([{"id": "tides", "type": "book", "title": "Book of Tides", "issued": {"date-parts": [[1871]]},
                        "author": [{"literal": "Ada Fenn"}], "publisher": "Quay Press"}])  # fmt: skip
    (folder / "more.csl.json").write_text(more, "utf-8")
    done = pincite_inside("convert", "more.csl.json", "--update", "a.pincite.yaml")
    assert done.err.splitlines()[1] == (
        "pincite: a.pincite.yaml: book 'tides' seems to be the same work as 'log', described in another way (PIN318)"
    )


def test_several_bibliographies_are_added_at_once(folder: Path, pincite_inside: PinciteInside) -> None:
    file = folder / "a.pincite.yaml"
    file.write_text(DOCUMENT.replace("source: log", "source: flood"), "utf-8")
    (folder / "more.cards").write_text(
        "flood | On the Flood\ntide-book | Tides\nfenn | On the Ebb | 1871 | tide-book\n", "utf-8"
    )
    shown = pincite_inside("convert", "refs.cards", "more.cards", "--update", "a.pincite.yaml", "-o", "-")
    done = pincite_inside("convert", "refs.cards", "more.cards", "--update", "a.pincite.yaml")
    assert (done.status, done.err.splitlines()[:-1]) == (
        1,
        [
            "pincite: a.pincite.yaml: source 'tide-book' is not added: that of refs.cards has another 'title', 'date'",
            "pincite: a.pincite.yaml: source 'fenn' is not added: it stands in 'tide-book', which is not",
            "pincite: a.pincite.yaml: 3 sources added, 2 not added",
            "pincite: a.pincite.yaml: nothing cites 2 of them yet; until something does, pincite check says so (PIN303)",
        ],
    )
    assert file.read_text("utf-8") == shown.out
    assert [source["id"] for _, source in load(file).sources] == ["log", "tide-book", "ebb", "flood"]
    (folder / "a.txt").write_text("The harbour clock\n", "utf-8")
    done = pincite_inside("convert", "refs.cards", "a.txt", "--update", "a.pincite.yaml")
    assert (done.status, done.err) == (
        2,
        "pincite: --update takes one article, that of the document, or bibliographies alone\n",
    )


def test_an_entry_that_cannot_be_read_fails_the_update_as_well(
    folder: Path, pincite_inside: PinciteInside
) -> None:
    (folder / "refs.cards").write_text(BROKEN, "utf-8")
    (folder / "a.pincite.yaml").write_text(DOCUMENT, "utf-8")
    done = pincite_inside("convert", "refs.cards", "--update", "a.pincite.yaml", "--losses")
    assert done.status == 1
    assert done.out.splitlines()[-1] == UNREAD.rstrip()
    assert len(load(folder / "a.pincite.yaml").sources) == 3


def test_a_catalogue_worked_on_by_hand_is_not_replaced(folder: Path, pincite_inside: PinciteInside) -> None:
    (folder / "c.pincite.yaml").write_text(CATALOGUE.replace("method: converted", "method: mixed"), "utf-8")
    done = pincite_inside("convert", "refs.cards", "-o", "c.pincite.yaml")
    assert (done.status, done.err[:47]) == (2, "pincite: c.pincite.yaml was worked on by hand (")
    assert pincite_inside("convert", "refs.cards", "-o", "c.pincite.yaml", "--force").status == 0


def test_many_sources_are_taken_over_in_short_time(folder: Path, pincite_inside: PinciteInside) -> None:
    cards = "".join(f"w{number} | Work {number} | 1871\n" for number in range(2_000))
    (folder / "refs.cards").write_text(cards, "utf-8")
    (folder / "a.pincite.yaml").write_text(DOCUMENT, "utf-8")
    assert pincite_inside("convert", "refs.cards", "--update", "a.pincite.yaml").status == 0
    assert len(load(folder / "a.pincite.yaml").sources) == 2_001


@pytest.mark.parametrize(
    ("name", "there", "told"),
    [
        ("a.pincite.yaml", 'pincite: "1.0"\narticle: {title: Mine}\n', "does not say how it was made"),
        ("a.md", "# Mine\n", "is an article without annotation"),
        ("a.ris", "TY  - BOOK\nID  - mine\nTI  - Tides\nER  - \n", "has entries that would be lost ('mine')"),
    ],
)
def test_what_others_wrote_is_kept_unless_forced(
    folder: Path, name: str, there: str, told: str, pincite_inside: PinciteInside
) -> None:
    (folder / name).write_text(there, "utf-8")
    done = pincite_inside("convert", "refs.cards", "-o", name)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert (folder / name).read_text("utf-8") == there
    assert pincite_inside("convert", "refs.cards", "-o", name, "--force").status == 0
    assert pincite_inside("convert", "refs.cards", "-o", name).status == 0  # its own file is replaced
