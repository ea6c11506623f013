"""Sources as BibTeX and biblatex: whole files as they are written, as bibtexparser and Pandoc read them."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite import bibliography
from pincite.bibliography.bibtex.dates import is_level_1, year_month_day
from pincite.bibliography.bibtex.escaping import as_address, as_exact_text, as_text, as_title
from pincite.bibliography.bibtex.names import written
from pincite.bibliography.bibtex.words import BIBLATEX, CLASSIC, SOURCE_TYPES
from pincite.bibliography.shapes import types
from pincite.export import carry_out, format_for, write
from pincite.schemas import schema
from tests.export.filled import filled

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.model.format import DocumentData, Name, Source

TYPES = frozenset(schema("document")["$defs"]["source"]["properties"]["type"]["enum"])
DIALECTS = ["bibtex", "biblatex"]
needs_bibtex = pytest.mark.skipif(shutil.which("bibtex") is None, reason="BibTeX is not here")
needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="Pandoc is not here")


def document(*sources: dict[str, Any]) -> DocumentData:
    return cast("DocumentData", {"pincite": "1.0", "article": {"title": "Tides"}, "sources": list(sources)})


SMALL = document(
    {
        "id": "note",
        "type": "memorandum",
        "title": "On the Tide at Port Ellery — 50% & more",
        "date": "1918-04-02?",
        "date_text": "2 April [1918]",
        "authors": [
            {"literal": "Ada van Fenn", "given": "Ada", "particle": "van", "family": "Fenn"},
            {"literal": "Harbour Board and Sons", "kind": "organization"},
        ],
        "recipients": [{"literal": "B. Marsh"}],
        "container": {"source": "vol-2", "relation": "printed_in", "locator": {"page": "226-230"}},
    },
    {
        "id": "vol-2",
        "type": "volume",
        "volume": "2",
        "date": "1984",
        "publisher": "Harbour Press",
        "publisher_place": "Port Ellery",
        "editors": [{"literal": "Ida Grove", "given": "Ida", "family": "Grove"}],
        "language": "en-GB",
        "container": {"source": "papers", "relation": "volume_of"},
    },
    {"id": "papers", "type": "series", "title": "The Papers of Ada Fenn"},
    {
        "id": "log",
        "type": "letter",
        "title": "Log of the pilot boat {Wren}",
        "date": "1871/1872",
        "archive": {"name": "Port Ellery Museum", "box": "3"},
        "url": "https://example.org/~ida/a_b?c=1&d=%20",
        "accessed": "2020-01-02",
    },
)
CLASSIC_FILE = r"""@incollection{note,
  author = {van Fenn, Ada and {{Harbour Board and Sons}}},
  editor = {Grove, Ida},
  title = {{On} the {Tide} at {Port} {Ellery} — 50\% \& more},
  booktitle = {{The} {Papers} of {Ada} {Fenn}},
  pages = {226--230},
  year = {1918},
  month = apr,
  day = {2},
  volume = {2},
  publisher = {Harbour Press},
  address = {Port Ellery},
  xref = {vol-2},
  pincite-type = {memorandum},
  pincite-recipients = {{B. Marsh}},
  pincite-without = {editors,volume,publisher,publisher_place},
  pincite-date = {1918-04-02?},
  pincite-date_text = {2 April [1918]},
  pincite-container-relation = {printed\_in},
}

@book{vol-2,
  editor = {Grove, Ida},
  title = {{The} {Papers} of {Ada} {Fenn}},
  year = {1984},
  volume = {2},
  publisher = {Harbour Press},
  address = {Port Ellery},
  language = {british},
  xref = {papers},
  pincite-type = {volume},
  pincite-without = {title},
  pincite-container-relation = {volume\_of},
}

@book{papers,
  title = {{The} {Papers} of {Ada} {Fenn}},
  pincite-type = {series},
}

@misc{log,
  title = {{Log} of the pilot boat \{{Wren}\}},
  year = {1871/1872},
  url = {https://example.org/~ida/a_b?c=1&d=%20},
  urldate = {2020-01-02},
  howpublished = {Port Ellery Museum, box 3},
  pincite-type = {letter},
  pincite-archive-name = {Port Ellery Museum},
  pincite-archive-box = {3},
}
"""
BIBLATEX_FILE = r"""@incollection{note,
  author = {van Fenn, Ada and {{Harbour Board and Sons}}},
  editor = {Grove, Ida},
  title = {{On} the {Tide} at {Port} {Ellery} — 50\% \& more},
  booktitle = {{The} {Papers} of {Ada} {Fenn}},
  pages = {226--230},
  date = {1918-04-02?},
  volume = {2},
  publisher = {Harbour Press},
  location = {Port Ellery},
  xref = {vol-2},
  pincite-type = {memorandum},
  pincite-recipients = {{B. Marsh}},
  pincite-without = {editors,volume,publisher,publisher_place},
  pincite-date_text = {2 April [1918]},
  pincite-container-relation = {printed\_in},
}

@book{vol-2,
  editor = {Grove, Ida},
  title = {{The} {Papers} of {Ada} {Fenn}},
  date = {1984},
  volume = {2},
  publisher = {Harbour Press},
  location = {Port Ellery},
  langid = {british},
  xref = {papers},
  pincite-type = {volume},
  pincite-without = {title},
  pincite-container-relation = {volume\_of},
}

@mvbook{papers,
  title = {{The} {Papers} of {Ada} {Fenn}},
  pincite-type = {series},
}

@letter{log,
  title = {{Log} of the pilot boat \{{Wren}\}},
  date = {1871/1872},
  url = {https://example.org/~ida/a_b?c=1&d=%20},
  urldate = {2020-01-02},
  library = {Port Ellery Museum, box 3},
  howpublished = {Port Ellery Museum, box 3},
  pincite-type = {letter},
  pincite-archive-name = {Port Ellery Museum},
  pincite-archive-box = {3},
}
"""


@pytest.mark.parametrize(("name", "whole"), [("bibtex", CLASSIC_FILE), ("biblatex", BIBLATEX_FILE)])
def test_a_small_document_whole(name: str, whole: str) -> None:
    assert write(SMALL, name) == whole
    listed = bibliography.read("bibtex", whole)
    assert (list(listed.sources), listed.remarks) == (SMALL["sources"], ())


def test_what_is_told_of_it() -> None:
    losses = [one for one in carry_out(SMALL, "bibtex").losses if one.pointer.startswith("/sources")]
    assert {one.declared.how for one in losses} == {"set aside"}
    assert [one.pointer for one in losses] == [
        "/sources/0/container/relation",
        "/sources/0/date",
        "/sources/0/date_text",
        "/sources/0/recipients",
        "/sources/0/type",
        "/sources/1/container/relation",
        "/sources/1/type",
        "/sources/2/type",
        "/sources/3/archive",
        "/sources/3/type",
    ]


@pytest.mark.parametrize("type_", sorted(TYPES))
@pytest.mark.parametrize("note", [{}, {"note": "Damp."}])
@pytest.mark.parametrize("name", DIALECTS)
def test_where_a_source_is_kept_is_there_to_be_read(name: str, note: dict[str, str], type_: str) -> None:
    archive = {"name": "Bell Archive", "box": "3", "url": "https://example.org/box-3"}
    kept = {"id": "kept", "type": type_, "title": "Kept", "archive": archive, **note}
    around = {"relation": "enclosure", "source": "outer"}
    outer = {"id": "outer", "type": "book", "title": "Bells"}
    for sources in ([kept], [{**kept, "container": around}, outer]):
        entry = write(document(*sources), name).partition("\n}")[0]
        lines = [line for line in entry.split("\n") if "pincite-" not in line]
        assert any("Bell Archive, box 3" in line for line in lines)
        assert "  url = {https://example.org/box-3}," in lines


def test_the_longest_ending_tells_the_dialects_apart() -> None:
    assert [format_for(name) for name in ("a.bib", "a.biblatex.bib", "A.BIB")] == [
        "bibtex",
        "biblatex",
        "bibtex",
    ]


def test_all_types_are_known() -> None:
    assert types() == TYPES
    for dialect in (CLASSIC, BIBLATEX):
        assert dialect.entry_types.keys() <= TYPES
    assert set(SOURCE_TYPES.values()) <= TYPES


def test_the_number_in_a_series_is_written_for_styles() -> None:
    chapter = {"id": "a", "type": "chapter", "title": "A", "number": "7", "container": {"source": "b"}}
    book = {"id": "b", "type": "book", "title": "B", "container": {"source": "c", "number": "14"}}
    whole = document(chapter, book, {"id": "c", "type": "series", "title": "C"})
    text = write(whole, "bibtex")
    assert text.count("  number = {14},") == 2
    assert text.count("  pincite-number = {7},") == 1
    assert list(bibliography.read("bibtex", text).sources) == whole["sources"]
    book["volume"] = "2"
    assert "  number" not in write(whole, "bibtex")
    assert write(whole, "biblatex").count("  number = {14},") == 2


def test_no_sources_are_an_empty_file() -> None:
    assert [write(document(), name) for name in DIALECTS] == ["", ""]


def test_a_second_source_under_an_id_is_told() -> None:
    found = carry_out(document({"id": "a", "type": "book"}, {"id": "a", "type": "map"}), "bibtex")
    assert found.text.count("@") == 1
    assert [one.pointer for one in found.losses if one.declared.how == "left out"][-1] == "/sources/1"


def test_a_member_of_a_later_version_is_told() -> None:
    later = document(
        {"id": "a", "type": "book", "smell": "of salt", "inferred": {"the-date": "by its place"}}
    )
    assert [one.pointer for one in carry_out(later, "biblatex").losses if one.declared.how == "left out"] == [
        "/article",
        "/sources/0/inferred/the-date",
        "/sources/0/smell",
    ]


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("Salt & Sons, 50% #1 $5 a_b", r"Salt \& Sons, 50\% \#1 \$5 a\_b"),
        ("~^\\", r"{\textasciitilde}{\textasciicircum}{\textbackslash}"),
        ("{a} }{", r"\{a\} {\textbraceright}{\textbraceleft}"),
        ("a--b ``c'' ?` <<d>>", "a-{}-b `{}`c'{}' ?{}` <{}<d>{}>"),
        ("Éva “sang” – żółw", "Éva “sang” – żółw"),
        ("two\n lines\x00", "two lines�"),
        ('"@book{a,\n@b{"', '"@book{\\textbraceleft}a, @b{\\textbraceleft}"'),
    ],
)
def test_texts_are_escaped(text: str, latex: str) -> None:
    assert as_text(text) == latex


def test_capitals_of_titles_are_kept() -> None:
    assert as_title("the Tide in É́va's USA") == "{the} {Tide} in {É́va}'s {USA}"


def test_what_a_file_cannot_hold_stands_by_its_number() -> None:
    exact = r"{\symbol{32}}a {\symbol{32}}b{\symbol{10}}{\symbol{55296}}"
    assert as_exact_text(" a  b\n\ud800") == exact


def test_addresses_stand_as_they_are() -> None:
    assert as_address("https://example.org/~a_b?c=%20&d#e") == "https://example.org/~a_b?c=%20&d#e"
    assert as_address("10.1000/a{b\\c}") == "10.1000/a%7Bb%5Cc%7D"


@pytest.mark.parametrize(
    ("name", "latex"),
    [
        ({"family": "Fenn", "given": "Ada"}, "Fenn, Ada"),
        ({"family": "Fenn", "given": "Ada", "particle": "van den", "suffix": "Jr"}, "van den Fenn, Jr, Ada"),
        ({"family": "Fenn", "suffix": "III"}, "Fenn, III, {}"),
        ({"family": "da Silva", "given": "Ana"}, "{da Silva}, Ana"),
        ({"family": "Brinch Hansen", "given": "Per"}, "Brinch Hansen, Per"),
        ({"family": "Rock and Sand", "given": "A, B"}, "{Rock and Sand}, {A, B}"),
        ({"family": "Ångström", "given": "Åke"}, "Ångström, Åke"),
        ({"literal": "Ada Fenn"}, "{Ada Fenn}"),
        ({"literal": "others"}, "{others}"),
        ({"literal": "Rope & Sons", "kind": "organization"}, r"{{Rope \& Sons}}"),
        ({"family": "Rope", "kind": "organization"}, "{{Rope}}"),
        ({"given": "Ada", "title": "Dr"}, "{Dr Ada}"),
        ({"id": "https://example.org/x"}, "{?}"),
    ],
)
def test_names(name: Name, latex: str) -> None:
    assert written([name]) == latex


@pytest.mark.parametrize(
    ("edtf", "parts", "is_for_biblatex"),
    [
        ("1918-04-02", ("1918", "04", "02"), True),
        ("1918-04~", ("1918", "04", ""), True),
        ("1918", ("1918", "", ""), True),
        ("1918-03-13/1919", ("1918/1919", "", ""), True),
        ("1918-03-13/1918-05-12", ("1918", "", ""), True),
        ("1918/..", ("1918", "", ""), True),
        ("1918-21", ("1918", "", ""), True),
        ("191X", ("", "", ""), True),
        ("XXXX-03-11", ("", "", ""), True),
        ("-0044", ("", "", ""), True),
        ("[1918,1919]", ("", "", ""), False),
        ("Y17E7", ("", "", ""), False),
        ("", ("", "", ""), False),
    ],
)
def test_dates(edtf: str, parts: tuple[str, str, str], *, is_for_biblatex: bool) -> None:
    assert year_month_day(edtf) == parts
    assert is_level_1(edtf) == is_for_biblatex


def of_all_types() -> DocumentData:
    """Return a document with the filled source in every type, all in one letter in a volume in a series."""
    inner, *outer = cast("list[dict[str, Any]]", filled()["sources"])
    kinds = [{**inner, "id": type_.replace("_", "-") + "-x", "type": type_} for type_ in sorted(TYPES)]
    return document(*kinds, *outer)


def people(names: list[Name]) -> list[str]:
    return [name.get("family") or name["literal"] for name in names]


@pytest.mark.parametrize("name", DIALECTS)
def test_bibtexparser_reads_what_is_written(name: str) -> None:
    bibtexparser = pytest.importorskip("bibtexparser")
    decode = pytest.importorskip("pylatexenc.latex2text").LatexNodes2Text().latex_to_text

    def decoded(latex: str) -> str:
        return str(decode(latex)).replace("ˆ", "^")  # it takes the sign for the accent that looks like it

    middlewares = bibtexparser.middlewares
    whole = of_all_types()
    library = bibtexparser.parse_string(
        write(whole, name),
        append_middleware=[
            middlewares.SeparateCoAuthors(),
            middlewares.SplitNameParts(),
        ],
    )
    assert library.failed_blocks == []
    assert [entry.key for entry in library.entries] == [source["id"] for source in whole["sources"]]
    for entry, source in zip(library.entries, whole["sources"], strict=True):
        titles = [decoded(entry[field]) for field in ("title", "issuetitle") if field in entry]
        assert source["title"] in titles
        assert [decoded(" ".join(part.last)) for part in entry["author"]] == people(source["authors"])


@needs_pandoc
@pytest.mark.parametrize("name", DIALECTS)
def test_pandoc_reads_what_is_written(name: str) -> None:
    whole = of_all_types()
    done = subprocess.run(
        ["pandoc", f"--from={name}", "--to=csljson"],
        input=write(whole, name),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    items = json.loads(done.stdout)
    assert len(items) == len(whole["sources"])
    for item, source in zip(items, whole["sources"], strict=True):
        assert item["id"] == source["id"]
        # Pandoc calls a volume by its series, and an issue by its periodical
        assert source["title"] in (item.get("title"), item.get("volume-title"))
        assert people(item["author"]) == people(source["authors"])
        assert str(item["issued"]["date-parts"][0][0]) == source["date"][:4]


@needs_bibtex
def test_bibtex_itself_reads_what_is_written(tmp_path: Path) -> None:
    awkward = [
        {"family": "Fenn", "suffix": "Jr"},
        {"family": "da {Silva", "given": "-"},
        {"literal": "Rope, and Sons"},
    ]
    odd = {"id": "odd", "type": "book", "title": 'A } lone {brace} "and" @book{', "authors": awkward}
    whole = of_all_types()
    text = write(document(*cast("list[dict[str, Any]]", whole["sources"]), odd), "bibtex")
    (tmp_path / "sources.bib").write_text(text, "utf-8")
    commands = [r"\relax", r"\bibstyle{plain}", r"\citation{*}", r"\bibdata{sources}"]
    (tmp_path / "all.aux").write_text("\n".join(commands) + "\n", "utf-8")
    done = subprocess.run(["bibtex", "all"], cwd=tmp_path, capture_output=True, check=False)
    assert b"error message" not in done.stdout
    assert (tmp_path / "all.bbl").read_bytes().count(b"\\bibitem") == len(whole["sources"]) + 1


TEXTS = st.one_of(
    st.text(min_size=1),
    st.text(alphabet="{}\\~^&%$#_-`'\"<>,?! \n\tandAb@=\x00\ud800 é́", min_size=1),
    st.lists(
        st.sampled_from(
            ["and", "others", " ", ",", "{", "}", "\\", "van", "Ada", "--", "\n@book{", "\u2028"]
        ),
        min_size=1,
    ).map("".join),
)
NAMES = st.lists(
    st.dictionaries(
        st.sampled_from(["literal", "family", "given", "particle", "suffix", "title"]), TEXTS, min_size=1
    ),
    min_size=1,
    max_size=2,
)
MEMBERS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("title", "note", "volume", "number", "issue", "genre", "publisher", "place"), TEXTS),
        **dict.fromkeys(("authors", "editors", "recipients"), NAMES),
        "doi": st.from_regex(r"10\.[0-9][0-9.]{3,}/[^\x00-\x20\x7f]+", fullmatch=True),
    },
)


@pytest.mark.parametrize("name", DIALECTS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(inner=MEMBERS, outer=MEMBERS, page=TEXTS, types=st.tuples(*[st.sampled_from(sorted(TYPES))] * 2))
def test_any_text_comes_back(
    name: str, inner: dict[str, Any], outer: dict[str, Any], page: str, types: tuple[str, str]
) -> None:
    container = {"source": "outer", "number": "1", "locator": {"page": page}}
    sources = [
        {"id": "inner", "type": types[0], **inner, "container": container},
        {"id": "outer", "type": types[1], **outer},
    ]
    text = write(document(*sources), name)
    text.encode()
    listed = bibliography.read("bibtex", text)
    assert cast("list[Source]", sources) == list(listed.sources)
    assert listed.remarks == ()
