"""Documents that share catalogues, through the commands: check, verify, pin and convert."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pincite import load
from pincite.bibliography import BIBLIOGRAPHIES, Bibliography
from pincite.export import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import PinciteInside

PRESS = """\
pincite: "1.0"
article: {title: The presses of Skerrow}
sources:
  - {id: papers, type: series, title: Harbour Papers, publisher: Quay Press, publisher_place: Skerrow}
  - id: papers-2
    type: volume
    volume: 2
    date: 1880
    editors: [{literal: Iris Marsh}]
    container: {source: papers, relation: volume_of}
    copies: [{path: ../copies/papers-2.txt}]
"""
CARDS = "tide-book | The Book of Tides | 1871\nebb | On the Ebb | 1880 | papers-2\n"
FIRST = """\
pincite: "1.0"
article: {title: The harbour clock}
catalogues: [../lists/press.pincite.yaml, ../lists/tides.cards]
sources:
  - {id: table, type: document, title: Table of the Ebb, authors: [{literal: Ada Fenn}], container: {source: ebb}}
quotations:
  - id: q1
    text: The tide turned at six.
    citations: [{source: table, locator: {page: 3}}]
"""
SECOND = """\
pincite: "1.0"
article: {title: The harbour bell}
catalogues: [../lists/tides.cards]
quotations:
  - id: q1
    text: The bell was not rung.
    citations: [{source: tide-book, locator: {page: 9}}]
"""


@pytest.fixture(autouse=True)
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with two articles, two catalogues and the copy of a source."""
    monkeypatch.setitem(BIBLIOGRAPHIES, "cards", Bibliography("tests.card_file", (".cards",)))
    files = {
        "lists/press.pincite.yaml": PRESS,
        "lists/tides.cards": CARDS,
        "copies/papers-2.txt": "[page 3]\nThe tide turned at six.\n",
        "articles/first.pincite.yaml": FIRST,
        "articles/second.pincite.yaml": SECOND,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def load_items(path: Path) -> dict[str, object]:
    """Return the items of a CSL-JSON file by their ids."""
    return {one["id"]: one for one in json.loads(path.read_bytes())}


def test_all_of_it_is_clean(pincite_inside: PinciteInside) -> None:
    done = pincite_inside("check", "--format", "concise", ".")
    assert (done.status, done.out) == (0, "")


def test_findings_point_into_the_citing_document(house: Path, pincite_inside: PinciteInside) -> None:
    (house / "lists" / "tides.cards").write_text("tide-book | T\nbroken\n", "utf-8")
    done = pincite_inside("check", "--format", "json", "articles")
    found = [
        (one["path"], one["pointer"], one["line"], one["code"]) for one in json.loads(done.out)["findings"]
    ]
    assert found == [
        ("articles/first.pincite.yaml", "/catalogues/1", 3, "PIN337"),
        ("articles/second.pincite.yaml", "/catalogues/0", 3, "PIN337"),
    ]


def test_a_quotation_is_held_against_the_copy_that_a_catalogue_names(
    house: Path, pincite_inside: PinciteInside
) -> None:
    done = pincite_inside("verify", "articles/first.pincite.yaml")
    assert (done.status, done.out.splitlines()[-1]) == (0, "1 quotation: 1 exact")
    before = (house / "lists" / "press.pincite.yaml").read_bytes()
    assert pincite_inside("verify", "--write", "articles/first.pincite.yaml").status == 0
    assert "passage:" in (house / "articles" / "first.pincite.yaml").read_text("utf-8")
    assert (house / "lists" / "press.pincite.yaml").read_bytes() == before


def test_a_changed_copy_is_told_where_the_catalogue_is_named(
    house: Path, pincite_inside: PinciteInside
) -> None:
    assert pincite_inside("pin", "lists/press.pincite.yaml").status == 0
    (house / "copies" / "papers-2.txt").write_text("The tide turned at seven.\n", "utf-8")
    done = pincite_inside("verify", "--format", "json", "articles/first.pincite.yaml")
    first = json.loads(done.out)["findings"][0]
    assert (first["code"], first["pointer"], first["line"]) == ("PIN707", "/catalogues/0", 3)
    assert "pincite pin --repin on the catalogue" in first["hint"]


def test_where_a_copy_can_be_recorded_is_told(house: Path, pincite_inside: PinciteInside) -> None:
    (house / "lists" / "press.pincite.yaml").write_text(PRESS.partition("    copies")[0], "utf-8")
    (house / "articles" / "first.pincite.yaml").write_text(
        FIRST.replace("source: table", "source: papers-2"), "utf-8"
    )
    done = pincite_inside("verify", "--format", "json", "articles")
    hints = [one["hint"] for one in json.loads(done.out)["findings"]]
    named = "name a folder that has its copy with --sources"
    assert hints == [
        f"{named}, or record one: pincite pin --add papers-2=PATH lists/press.pincite.yaml",
        named,
    ]
    done = pincite_inside("pin", "articles/second.pincite.yaml", "--add", "tide-book=copies/papers-2.txt")
    assert (done.status, done.err) == (
        2,
        (
            "pincite: --add: source 'tide-book' stands in the catalogue ../lists/tides.cards; which pincite does not "
            "write to; use verify --sources FOLDER\n"
        ),
    )


def test_a_copy_that_is_not_there_is_told_by_pin(house: Path, pincite_inside: PinciteInside) -> None:
    assert pincite_inside("pin", "articles").status == 0
    assert (house / "articles" / "first.pincite.yaml").read_text("utf-8") == FIRST
    (house / "copies" / "papers-2.txt").unlink()
    done = pincite_inside("pin", "articles")
    assert done.status == 1
    assert done.out == (
        "articles/first.pincite.yaml:3:14: copy of source 'papers-2' in ../lists/press.pincite.yaml: "
        "there is no file ../copies/papers-2.txt\n"
    )


def test_a_document_that_moves_takes_its_catalogues_along(house: Path, pincite_inside: PinciteInside) -> None:
    assert pincite_inside("convert", "articles/first.pincite.yaml", "-o", "new.pincite.json").status == 0
    assert json.loads((house / "new.pincite.json").read_bytes())["catalogues"] == [
        "lists/press.pincite.yaml",
        "lists/tides.cards",
    ]
    assert pincite_inside("check", "new.pincite.json").status == 0
    assert pincite_inside("convert", "new.pincite.json", "-o", "articles/again.pincite.yaml").status == 0
    again, first = (load(house / "articles" / f"{name}.pincite.yaml").data for name in ("again", "first"))
    assert again == first


def test_a_format_without_catalogues_has_the_sources_that_are_used(pincite_inside: PinciteInside) -> None:
    done = pincite_inside("convert", "articles/first.pincite.yaml", "--to", "csl-json")
    assert [one["id"] for one in json.loads(done.out)] == ["table", "ebb", "papers-2", "papers"]
    assert json.loads(done.out)[0]["container-title"] == "Harbour Papers"
    done = pincite_inside(
        "convert", "articles/first.pincite.yaml", "--to", "csl-json", "--losses", "--format", "json"
    )
    found = [(one["pointer"], one["line"], one["message"]) for one in json.loads(done.out)["findings"]]
    copies = [one for one in found if "'copies' of volume 'papers-2'" in one[2]]
    assert [(at, line, message[-16:]) for at, line, message in copies] == [
        ("/catalogues/0", 3, " (/catalogues/0)")
    ]
    assert {at for at, _, _ in found} & {"/sources/1", "/sources/2", "/sources/3"} == set()


@pytest.mark.parametrize("to", [name for name, one in FORMATS.items() if not one.is_whole])
def test_no_format_lacks_what_is_cited(to: str, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("convert", "articles/first.pincite.yaml", "--to", to)
    assert done.status == 0
    printed = done.out.translate({ord("{"): None, ord("}"): None})  # BibTeX keeps capitals so
    # annotations link to what is cited, and say nothing of the work that it stands in
    assert "On the Ebb" in printed or to == "web-annotation"
    told = pincite_inside(
        "convert", "articles/first.pincite.yaml", "--to", to, "--losses", "--format", "json"
    ).out
    assert {one["pointer"] for one in json.loads(told)["findings"]}.isdisjoint(
        {"/sources/1", "/sources/2", "/sources/3"}
    )


@pytest.mark.parametrize("to", [name for name, one in FORMATS.items() if one.is_whole])
def test_other_syntaxes_name_the_catalogues(to: str, pincite_inside: PinciteInside) -> None:
    done = pincite_inside("convert", "articles/first.pincite.yaml", "--to", to)
    assert done.status == 0
    assert "tides.cards" in done.out
    assert "Harbour Papers" not in done.out


def test_what_is_not_known_is_not_left_out_in_silence(house: Path, pincite_inside: PinciteInside) -> None:
    (house / "lists" / "tides.cards").unlink()
    done = pincite_inside("convert", "articles/second.pincite.yaml", "--to", "csl-json")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(
        "pincite: articles/second.pincite.yaml uses source 'tide-book', which is not known, because "
        "there is no file ../lists/tides.cards; "
    )
    (house / "lists" / "tides.cards").write_text("tide-book | The Book of Tides\nsomething broken\n", "utf-8")
    done = pincite_inside("convert", "articles/second.pincite.yaml", "--to", "csl-json")
    assert (done.status, [one["id"] for one in json.loads(done.out)]) == (0, ["tide-book"])


def test_a_missing_extra_is_told_as_not_judged(
    monkeypatch: pytest.MonkeyPatch, pincite_inside: PinciteInside
) -> None:
    monkeypatch.setitem(BIBLIOGRAPHIES, "cards", Bibliography("no_such_reader", (".cards",), "cards"))
    done = pincite_inside("check", "articles/second.pincite.yaml")
    assert done.status == 0
    assert "PIN337" in done.out
    assert "../lists/tides.cards is not read: No module named 'no_such_reader'" in " ".join(done.out.split())
    verdict = json.loads(pincite_inside("verify", "--format", "json", "articles/second.pincite.yaml").out)[
        "findings"
    ][0]
    assert verdict["message"] == (
        "quotation 'q1' could not be checked: its citation names source 'tide-book', which is not known: "
        "../lists/tides.cards is not read: No module named 'no_such_reader'"
    )


def test_two_articles_share_what_a_reference_manager_wrote(
    house: Path, pincite_inside: PinciteInside
) -> None:
    item = {
        "id": "tide-book",
        "type": "book",
        "title": "The Book of Tides",
        "issued": {"date-parts": [[1871]]},
    }
    part = {"id": "ebb", "type": "chapter", "title": "On the Ebb", "container-title": "Harbour Papers"}
    (house / "lists" / "tides.csl.json").write_text(json.dumps([item, part]), "utf-8")
    for name, text in {"first": FIRST, "second": SECOND}.items():
        (house / "articles" / f"{name}.pincite.yaml").write_text(text.replace(".cards", ".csl.json"), "utf-8")
    done = pincite_inside("check", "--format", "concise", "articles")
    assert (done.status, done.out) == (0, "")
    done = pincite_inside("convert", "articles/second.pincite.yaml", "--to", "csl-json")
    assert [one["id"] for one in json.loads(done.out)] == ["tide-book"]
    assert (
        "1 quotation: 1 unchecked"
        in pincite_inside("verify", "articles/second.pincite.yaml").out.splitlines()
    )
    assert (
        "1 quotation: 1 unchecked" in pincite_inside("verify", "articles/first.pincite.yaml").out.splitlines()
    )
    done = pincite_inside("convert", "articles/second.pincite.yaml", "-o", "moved.csl.json")
    assert (done.status, [*load_items(house / "moved.csl.json")]) == (0, ["tide-book"])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("refs.bib", "@book{tide-book,\n  title = {The Book of Tides},\n  year = {1871}\n}\n"),
        ("refs.ris", "TY  - BOOK\nID  - tide-book\nTI  - The Book of Tides\nPY  - 1871\nER  - \n"),
    ],
)
def test_other_bibliographies_are_catalogues_as_they_are_and_converted(
    house: Path, name: str, text: str, pincite_inside: PinciteInside
) -> None:
    if name == "refs.bib":
        pytest.importorskip("bibtexparser")
    (house / "lists" / name).write_text(text, "utf-8")
    article = house / "articles" / "second.pincite.yaml"
    article.write_text(SECOND.replace("tides.cards", name), "utf-8")
    assert pincite_inside("check", "--format", "concise", "articles/second.pincite.yaml").out == ""
    assert pincite_inside("convert", f"lists/{name}", "-o", "lists/new.pincite.yaml").status == 0
    article.write_text(SECOND.replace("tides.cards", "new.pincite.yaml"), "utf-8")
    assert pincite_inside("check", "--format", "concise", "articles/second.pincite.yaml").out == ""
    assert load(article).source_by_id["tide-book"]["date"] == "1871"


def test_a_document_from_standard_input_names_catalogues_of_the_working_folder(
    pincite_inside: PinciteInside,
) -> None:
    here = SECOND.replace("../lists", "lists").replace("tide-book", "tide-bok")
    done = pincite_inside("check", "--format", "concise", "-", stdin=here.encode())
    assert done.out.splitlines() == [
        "-:7:26: PIN301 the citation of quotation 'q1' names 'tide-bok', but no source has that id"
    ]
