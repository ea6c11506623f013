"""Written as annotated Markdown and read back, a document is the same but for what is computed from the Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite import check, convert, convert_file, load
from pincite.export import FORMATS, format_for, write
from pincite.export.markdown.escaping import escaped
from pincite.export.markdown.sameness import comparable
from pincite.model.format import Claim, Image, Quotation
from pincite.reading.files import RawDocument
from pincite.reading.markdown.document import read_markdown
from pincite.reading.markdown.inline import Inline
from tests.samples import sample

if TYPE_CHECKING:
    from pincite.model.format import DocumentData

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*/*.pincite.yaml"))
ARTICLES = [
    *sorted((ROOT / "examples").glob("*/article.txt")),
    *sorted((ROOT / "tests").glob("converter/articles/*.txt")),
]

MARKS = "*_[]<>#`\\&!|~^$@{}()\"'+-=:;,.%1a \n"
words = st.text(
    st.one_of(st.sampled_from(MARKS), st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    min_size=1,
    max_size=40,
)
names = st.sampled_from(["q1", "q2", "c1", "c2", "s1", "tide-table"])
LABELS = ["page", "chapter", "folio", "sub_verbo", "timestamp", "volume", "sheet"]
locators = st.dictionaries(
    st.sampled_from(LABELS),
    st.sampled_from(["3", "4-5", "xvi", "12r", "14:20", "3, 5", "p. 3", "a b", "[3]"]),
    max_size=3,
)


def some(**members: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional=members)


citations = st.lists(
    some(
        source=names,
        locator=locators,
        raw=words,
        images=st.lists(names, max_size=2),
        note=words,
        archive_code=st.sampled_from(["MIA", "T 1"]),
        unparsed=st.lists(words, max_size=1),
        inferred=st.just({"source": "the same as before"}),
    ),
    max_size=3,
)
quotations = st.fixed_dictionaries(
    {"id": names, "text": words},
    optional={
        "display": st.sampled_from(["block", "inline"]),
        "language": st.just("en-GB"),
        "speaker": st.sampled_from([{"literal": "Ada “Fen” Marsh"}, {"literal": "A", "family": "A"}]),
        "citations": citations,
        "uncited": some(reason=words),
        "within": names,
        "translation_of": words,
        "lead_in": st.just({"exact": "He said:"}),
    },
)
claims = st.fixed_dictionaries(
    {"id": names, "text": words},
    optional={
        "role": st.just("lead"),
        "basis": st.sampled_from(["source", "none"]),
        "evidence": st.lists(st.one_of(names, st.fixed_dictionaries({"id": names})), max_size=2),
        "citations": citations,
        "attributed_to": st.just({"literal": "Ada"}),
    },
)
images = st.fixed_dictionaries(
    {"id": names},
    optional={
        "role": st.sampled_from(["evidence", "figure"]),
        "path": st.sampled_from(["scans/a.png", "a b.png", "a(1).png"]),
        "alt": some(text=words),
        "caption": words,
        "width": st.integers(1, 3000),
    },
)


@st.composite
def documents(draw: st.DrawFn) -> DocumentData:
    """Draw a document whose objects mostly stand in its article's text, in some order and some inside others."""
    document: dict[str, object] = {"pincite": "1.0", "article": {"title": draw(words)}}
    parts: list[str] = []
    at = 0
    kinds: dict[str, st.SearchStrategy[Any]]
    kinds = {"quotations": quotations, "claims": claims, "images": images}
    for kind, one in kinds.items():
        found: list[dict[str, Any]] = draw(st.lists(one, max_size=3))
        for item in found:
            text = str(item.get("text", "(IMG)"))
            before = draw(st.sampled_from(["\n\n", "\n", " ", "", "He said: “", "\n\n# ", "> "]))
            parts += [before, text, draw(st.one_of(st.just(""), words))]
            at += len(before)
            if draw(st.booleans()):
                item["anchor"] = {"start": at, "end": at + len(text)}
            at = sum(map(len, parts))
        as_empty_list = draw(st.booleans())
        if found or as_empty_list:
            document[kind] = found
    document["article"] = {"title": draw(words), "text": {"content": "".join(parts)}}
    return cast("DocumentData", document)


def read_back(document: DocumentData, text: str | None = None) -> tuple[object, object]:
    raw = read_markdown("article.md", write(document, "markdown", text).encode("utf-8"))
    assert isinstance(raw, RawDocument)
    assert raw.findings == []
    has_original = "original" in document["article"]
    return (
        comparable(document, original=has_original),
        comparable(cast("DocumentData", raw.data), original=has_original),
    )


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(documents())
def test_a_document_comes_back_as_it_was(document: DocumentData) -> None:
    wanted, found = read_back(document)
    assert found == wanted


@given(words)
def test_escaped_words_say_themselves(text: str) -> None:
    line = " ".join(text.split())
    assert Inline(escaped(line)).text == line


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_an_example_comes_back_as_it_was(path: Path) -> None:
    document = load(path)
    wanted, found = read_back(document.data, document.text)
    assert found == wanted


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_converted_article_comes_back_as_it_was(path: Path) -> None:
    wanted, found = read_back(convert(path.read_text("utf-8")))
    assert found == wanted


@sample
def test_a_sample_article_comes_back_as_it_was(path: Path) -> None:
    wanted, found = read_back(convert_file(path))
    assert found == wanted


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_what_has_a_place_in_the_text_stands_in_the_body(path: Path) -> None:
    document = load(path)
    written = write(document.data, "markdown", document.text)
    _, _, body = written.partition("\n---\n")
    for _, quotation in document.quotations:
        assert "within" in quotation or f"#{quotation['id']}" in body
    assert "\n> " in body


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_yaml_and_json_come_back_from_markdown(path: Path, tmp_path: Path) -> None:
    document = load(path)
    file = tmp_path / "article.md"
    file.write_text(write(document.data, "markdown", document.text), "utf-8")
    again = load(file)
    for name in ("yaml", "json"):
        copy = tmp_path / f"copy.pincite.{name}"
        copy.write_text(write(again.data, name), "utf-8")
        assert load(copy).data == again.data
    assert [one for one in check(file).findings if one.code[3] == "0"] == []


def test_what_lies_in_one_another_without_end_comes_back() -> None:
    quotations = [
        {"id": f"q{number}", "text": "x" * 200, "anchor": {"start": 0, "end": 200}} for number in range(500)
    ]
    document = {
        "pincite": "1.0",
        "article": {"title": "P", "text": {"content": "x" * 200}},
        "quotations": quotations,
    }
    wanted, found = read_back(cast("DocumentData", document))
    assert found == wanted


def test_every_attribute_is_a_member_of_the_format() -> None:
    members = {*Quotation.__annotations__, *Claim.__annotations__, *Image.__annotations__}
    assert {"display", "basis", "label", "caption"} <= members


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        (None, "yaml"),
        ("a.pincite.yaml", "yaml"),
        ("a.pincite.json", "json"),
        ("a.md", "markdown"),
        ("sources.csl.json", "csl-json"),
        ("notes", "yaml"),
    ],
)
def test_a_name_asks_for_a_format(name: str | None, format_: str) -> None:
    assert format_for(name) == format_
    assert format_ in FORMATS
