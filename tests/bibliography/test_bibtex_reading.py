"""Files of other programs and hands as sources: whole files, LaTeX's ways to write, and what is no BibTeX."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from pincite.bibliography import bibliography_for, read
from pincite.bibliography.bibtex import names
from pincite.bibliography.bibtex.commands import ACCENTS, COMMANDS
from pincite.bibliography.bibtex.dates import date_of
from pincite.bibliography.bibtex.unescaping import address, plain
from pincite.schemas import schema

if TYPE_CHECKING:
    from pincite.bibliography.listed import Listed

FILES = sorted((Path(__file__).parent / "bibtex").glob("*.bib"))


def told(listed: Listed) -> list[str]:
    return [f"{one.rule.code} {one.line}: {one.message}" for one in listed.remarks]


def assert_valid(listed: Listed) -> None:
    document = {"pincite": "1.0", "article": {"title": "Tides"}, "sources": list(listed.sources)}
    jsonschema.validate(document, schema("document"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_whole_file(path: Path) -> None:
    listed = read("bibtex", path.read_text("utf-8"))
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert {"sources": list(listed.sources), "remarks": told(listed)} == expected
    assert_valid(listed)


def test_the_name_of_a_file_tells_the_format() -> None:
    assert [bibliography_for(name) for name in ("a.bib", "A.BIBLATEX.BIB")] == ["bibtex", "biblatex"]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"M{\"u}ller, \'Eva and \v{C}apek", "Müller, Éva and Čapek"),
        (
            r"{\'{\i}}, \'\i, {\' e}, \c c, \k{a}, \.Z, \r a, \H o, \d{t}, \b k",
            "í, í, é, ç, ą, Ż, å, ő, ṭ, ḵ",
        ),
        (r"Stra{\ss}e, \O re, {\L}\'od\'z, \ae on, \oe uvre, \aa", "Straße, Øre, Łódź, æon, œuvre, å"),
        (r"a\ b~c\,d\\e", "a b\u00a0c\u2009d e"),
        ("1--2 --- 3 ``a'' `b' {\\textendash}", "1–2 — 3 “a” `b' –"),
        (r"\&\%\$\#\_\{\}", "&%$#_{}"),
        (r"\textbackslash{}a\textasciitilde{}b\^{}c\~{}d", "\\a~b^c~d"),
        (r"{\em The} \textbf{Bell} {\sc wren} \unknown{x}", "The Bell wren x"),
        (r"$\alpha$-waves, H$_2$O, 20\textdegree C", "α-waves, H_2O, 20°C"),
        ("two\n   lines\t{ } here ", "two lines here"),
        (r"-{}- `{}` {\symbol{10}}{\symbol{1114112}}", "-- `` \n�"),
        ("\\", ""),
        ("}{", ""),
    ],
)
def test_latex_becomes_text(latex: str, text: str) -> None:
    assert plain(latex) == text


def test_accents_and_signs_are_those_of_pylatexenc() -> None:
    decode = pytest.importorskip("pylatexenc.latex2text").LatexNodes2Text(math_mode="text").latex_to_text
    letters = {sign: "o" if sign in "`'^~\"=.uvHrd" else "e" if sign == "k" else "c" for sign in ACCENTS}
    accents = [f"\\{sign}{{{letters[sign]}}}" for sign in ACCENTS if sign != "b"]
    assert [plain(one) for one in accents] == [decode(one) for one in accents]
    unlike = {"textasciicircum", "textperiodcentered", "epsilon", "phi"}  # other forms of the same sign
    signs = [f"\\{name}{{}}" for name, text in COMMANDS.items() if text.strip() and name not in unlike]
    known = [one for one in signs if decode(one).strip()]
    assert len(known) > len(signs) / 2
    assert [one for one in known if plain(one) != decode(one)] == []


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (r"https://example.org/\%7Ea\_b?c=1\&d\#e", "https://example.org/%7Ea_b?c=1&d#e"),
        (r"\url{https://example.org/$\sim$ada}", "https://example.org/~ada"),
        ("https://example.org/{\\textasciitilde}ada/\n a", "https://example.org/~ada/a"),
    ],
)
def test_addresses(value: str, found: str) -> None:
    assert address(value) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Ada Fenn", [{"family": "Fenn", "given": "Ada"}]),
        ("Fenn, Ada", [{"family": "Fenn", "given": "Ada"}]),
        ("de la Cruz, Jr., Ana Maria", [{"family": "Cruz", "given": "Ana Maria", "particle": "de la", "suffix": "Jr."}]),
        ("Ludwig van den Berg", [{"family": "Berg", "given": "Ludwig", "particle": "van den"}]),
        ("Per Brinch Hansen", [{"family": "Hansen", "given": "Per Brinch"}]),
        ("Brinch Hansen, Per", [{"family": "Brinch Hansen", "given": "Per"}]),
        ("{de Vries}, Ida", [{"family": "de Vries", "given": "Ida"}]),
        (r"{\'E}va {\o}st Wren", [{"family": "Wren", "given": "Éva", "particle": "øst"}]),
        ("A.~Marsh  AND\nB. Wren", [{"family": "Marsh", "given": "A."}, {"family": "Wren", "given": "B."}]),
        ("{Rock and Sons} and {Harbour, Ltd}", [{"literal": "Rock and Sons"}, {"literal": "Harbour, Ltd"}]),
        ("{{Harbour Board}}", [{"literal": "Harbour Board"}]),
        ("Anonymous", [{"literal": "Anonymous"}]),
        ("Fenn, Ada, Jr., PhD", [{"literal": "Fenn, Ada, Jr., PhD"}]),
        ('family=Fenn, given="Ada", prefix=van, useprefix=true', [{"family": "Fenn", "given": "Ada", "particle": "van"}]),
        ("Anders Anderson", [{"family": "Anderson", "given": "Anders"}]),
        (" and , and {}", []),
    ],
)  # fmt: skip
def test_names(value: str, found: list[dict[str, str]]) -> None:
    assert names.read(value) == (found, False)


def test_others_are_no_name() -> None:
    assert names.read("Fenn, Ada and others") == ([{"family": "Fenn", "given": "Ada"}], True)
    assert names.read("{others} and Others") == ([{"literal": "others"}], True)


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        (("1871", "apr", "2"), ("1871-04-02", "")),
        (("1871", "April", ""), ("1871-04", "")),
        (("1871", "04", ""), ("1871-04", "")),
        (("1871", "2 apr", ""), ("1871-04-02", "")),
        (("1871", "Sept. 3", ""), ("1871-09-03", "")),
        (("1871", "Winter", ""), ("1871-24", "")),
        (("1871–1872", "", ""), ("1871/1872", "")),
        (("c. 1871", "", ""), ("1871~", "c. 1871")),
        (("1871", "March/April", ""), ("1871", "March/April 1871")),
        (("1871", "feb", "30"), ("1871", "30 feb 1871")),
        (("1872", "1871", ""), ("1872", "1871 1872")),
        (("1872--1871", "", ""), ("", "1872--1871")),
        (("in press", "", ""), ("", "in press")),
        (("", "", ""), ("", "")),
    ],
)
def test_years_months_and_days(parts: tuple[str, str, str], found: tuple[str, str]) -> None:
    assert date_of(*parts) == found


def test_a_classic_entry_stands_in_that_which_it_names() -> None:
    text = "@inbook{a, title={A}, crossref={B}, publisher={Quay}, pages={3--4}}\n@book{b, title={Bells}, publisher={Quay}}"
    listed = read("bibtex", text)
    assert list(listed.sources) == [
        {
            "id": "a",
            "type": "chapter",
            "title": "A",
            "container": {"source": "b", "relation": "chapter_of", "locator": {"page": "3-4"}},
        },
        {"id": "b", "type": "book", "title": "Bells", "publisher": "Quay"},
    ]
    assert told(read("bibtex", "@inbook{a, crossref={c}, booktitle={Bells}}")) == [
        "PIN812 1: the field 'crossref' is not taken over as it is: no other entry has the key 'c'"
    ]


OWN = r"""@incollection{note,
  author = {Fenn, Ada and Marsh, Bea},
  title = {On \& {Tides}},
  year = 1918, month = apr, day = {2},
  pages = {3--4},
  number = {7},
  xref = {book},
  pincite-type = {letter},
  pincite-without = {number},
  pincite-title = {On {\symbol{32}}\& Tides},
  pincite-date = {1918-04-02?},
  pincite-authors = {Fenn, Ada and Marsh, Bea},
  pincite-authors-1-literal = {Dr A. Fenn},
  pincite-container-locator-page = {3–4},
  pincite-container-relation = {printed\_in},
}
@book{book, pincite-type = {book}, title = {Tides}}
"""


def test_an_own_entry_comes_back_exactly() -> None:
    (source, _) = read("bibtex", OWN).sources
    assert source == {
        "id": "note",
        "type": "letter",
        "title": "On  & Tides",
        "authors": [
            {"literal": "Dr A. Fenn", "family": "Fenn", "given": "Ada"},
            {"literal": "Bea Marsh", "family": "Marsh", "given": "Bea"},
        ],
        "date": "1918-04-02?",
        "container": {"source": "book", "relation": "printed_in", "locator": {"page": "3–4"}},
    }


@pytest.mark.parametrize(
    ("old", "new", "member", "value"),
    [
        ("{On \\& {Tides}}", "{On {Tides} again}", "title", "On Tides again"),
        ("year = 1918", "year = 1919", "date", "1919-04-02"),
        ("{Fenn, Ada and", "{Grove, Ida and", "authors", ["Ida Grove", "Bea Marsh"]),
        (
            "{3--4}",
            "{5}",
            "container",
            {"source": "book", "relation": "printed_in", "locator": {"page": "5"}},
        ),
        ("xref = {book}", "xref = {other}", "container", None),
    ],
)
def test_what_somebody_changed_goes_before_what_stands_aside(
    old: str, new: str, member: str, value: object
) -> None:
    source: Any = read("bibtex", OWN.replace(old, new, 1)).sources[0]
    found = source[member]
    if member == "authors":
        found = [name["literal"] for name in found]
    assert found == (value or {**source["container"], "source": "other"})


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_ends_of_lines_and_a_byte_order_mark(end: str) -> None:
    lines = [
        "\ufeff@book{a,",
        "  title = {On",
        "    tides},",
        "  author = {A. Fenn",
        "    and B. Marsh},",
        "}",
    ]
    (source,) = read("bibtex", end.join(lines)).sources
    assert source["title"] == "On tides"
    assert [name["family"] for name in source["authors"]] == ["Fenn", "Marsh"]


def test_macros_do_not_grow_without_end() -> None:
    lines = [f"@string{{a0 = {{{'x' * 1000}}}}}"]
    lines += [f"@string{{a{n} = {' # '.join([f'a{n - 1}'] * 10)}}}" for n in range(1, 40)]
    listed = read("bibtex", "\n".join([*lines, "@book{a, title = a39}"]))
    assert "PIN812 6: the macro 'a4' makes the file too long" in told(listed)
    assert listed.sources[0]["id"] == "a"


MANY = 20_000
PLACES_THAT_ARE_NONE = """@book{a, pincite-type={book}, pincite-copies={x}, pincite-a-b={x}, pincite-received={soon},
  pincite-authors-999999-literal={Fenn}, pincite-editors-2-kind={ghost}, pincite-copies-1-path={/etc/x}}"""
HOSTILE: dict[str, tuple[str, list[str]]] = {
    "open braces": ("@book{a, title={" + "{" * MANY, ["PIN811"]),
    "deep braces": ("@book{a, title={" + "{" * MANY + "}" * MANY + "}, author={" + "{" * MANY + "}" * MANY + "}}", []),
    "escapes": ("@book{a, title={" + "\\'" * MANY + "}, year={" + "\\" * MANY + "x}}", []),
    "a long value": ("@book{a, title={" + "x" * 1_000_000 + "}, note={a" + " " * 1_000_000 + "b}}", []),
    "many names": ("@book{a, author={" + "a and " * 1_000 + "b, " * 10_000 + "}}", []),
    "many starts": ("@a{\n" * 1_000 + "@a(\n" * 1_000, ["PIN811"] * 2_000),
    "many marks": ("@" * MANY + "@book " * MANY + '"=,#' * MANY, ["PIN811"]),
    "controls": ("@book{a\x00, ti\x00tle={x}, note={\x00}, url={http://\x00}}", ["PIN812", "PIN812", "PIN813"]),
    "halves of characters": ("@book{\ud800, title={\ud800 \\'\ud800}, author={\udfff and \ud800, \ud800}}", ["PIN813"]),
    "places that are none": (PLACES_THAT_ARE_NONE, ["PIN812"] * 5),
    "a type that is none": ("@book{a, pincite-type={song}}", ["PIN812"]),
    "no BibTeX": ("Dear Ada,\n\nthe tide turned.\n", ["PIN811"]),
    "nothing": (" \n", []),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    text, codes = HOSTILE[name]
    listed = read("bibtex", text)
    assert [one.rule.code for one in listed.remarks] == codes
    assert_valid(listed)
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("bibtexparser").level == logging.NOTSET


def test_ten_thousand_entries() -> None:
    text = "".join(
        f"@article{{k{n}, title={{Bell {n}}}, journal={{Bells}}, year=1871}}\n" for n in range(10_000)
    )
    listed = read("bibtex", text)
    assert len(listed.sources) == 10_001
    assert listed.remarks == ()


def test_without_bibtexparser_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    names_: dict[str, Any] = {name: None for name in sys.modules if name.split(".")[0] == "bibtexparser"}
    for name in {"bibtexparser", *names_}:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match=r"pip install 'pincite\[bibtex\]'"):
        read("bibtex", "@book{a}")
