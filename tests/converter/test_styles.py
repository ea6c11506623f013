"""Citation styles: each is shown by its own examples, and a house's file is a style like any other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from pincite.converter.article import convert_manuscript, segmented
from pincite.converter.readers.text import manuscript
from pincite.converter.segment.citations import styles_in_use
from pincite.converter.styles import Style, StyleError, built_in, load, style_for

if TYPE_CHECKING:
    from pincite.model.format import DocumentData

_HOUSE = """\
name: harbour-review
summary: Author in front, year in brackets, the page behind a colon.
placement: own_line
opens: ["»"]
points: 1
words: {notes: [stress ours]}
reads: ["{authors}: {title} [{date}] {page}", "{title} ({container.title}, {container.date}) {page}"]
"""
_EXAMPLES = [(style, at) for style in built_in() for at in range(len(style.examples))]


def _raws(document: DocumentData) -> list[str]:
    owners = [*document.get("quotations", []), *document.get("claims", [])]
    cited = [citation for owner in owners for citation in owner.get("citations", [])]
    return [citation["raw"] for citation in cited]


def _example(style: Style, at: int) -> tuple[str, list[str]]:
    one = style.examples[at]
    return str(one["article"]), cast("list[str]", one["citations"])


@pytest.mark.parametrize(("style", "at"), _EXAMPLES, ids=[f"{style.name}-{at}" for style, at in _EXAMPLES])
def test_an_example_shows_its_style(style: Style, at: int) -> None:
    article, citations = _example(style, at)
    alone = segmented(manuscript(article), [style])
    assert [one.raw for one in alone.citations] == citations
    assert {one.name for one in styles_in_use(alone.citations)} == ({style.name} if citations else set())


@pytest.mark.parametrize(("style", "at"), _EXAMPLES, ids=[f"{style.name}-{at}" for style, at in _EXAMPLES])
def test_an_example_is_recognised_among_all_styles(style: Style, at: int) -> None:
    article, citations = _example(style, at)
    found = segmented(manuscript(article))
    assert [one.raw for one in found.citations] == citations
    assert {one.style for one in found.citations} == ({style.name} if citations else set())


def test_every_style_that_text_can_show_has_an_example() -> None:
    assert [style.name for style in built_in() if not style.examples and style.placement != "linked"] == []


@pytest.fixture
def house(tmp_path: Path) -> Style:
    path = tmp_path / "house.yaml"
    path.write_text(_HOUSE, "utf-8")
    return style_for(str(path))


@pytest.mark.parametrize(
    ("raw", "source", "locator"),
    [
        (
            "Ada Holm: The Lamp [1926] 12-14",
            {"type": "book", "title": "The Lamp", "authors": [{"literal": "Ada Holm"}], "date": "1926"},
            {"page": "12-14"},
        ),
        (
            "Ada Holm and Nils Berg: “Wicks: a Study” [3 May 1926] 7",
            {
                "title": "Wicks: a Study",
                "authors": [{"literal": "Ada Holm"}, {"literal": "Nils Berg"}],
                "date": "1926-05-03",
            },
            {"page": "7"},
        ),
    ],
)
def test_a_house_can_say_in_which_order_its_citations_are_read(
    house: Style, raw: str, source: dict[str, Any], locator: dict[str, str]
) -> None:
    article = f"The keeper trimmed the lamp by hand and wrote of it:\n\nIt burned all night.\n\n» {raw}\n"
    document = convert_manuscript(manuscript(article), [house])
    assert _raws(document) == [raw]
    [citation] = document["quotations"][0]["citations"]
    assert citation["locator"] == locator
    [read] = document["sources"]
    assert {name: value for name, value in cast("dict[str, Any]", read).items() if name in source} == source


def test_a_citation_that_fits_no_template_is_read_as_any_other(house: Style) -> None:
    article = "The keeper wrote of it:\n\nIt burned all night.\n\n» Ada Holm, The Lamp, 1926, p. 3\n"
    document = convert_manuscript(manuscript(article), [house])
    [citation] = document["quotations"][0]["citations"]
    assert citation["locator"] == {"page": "3"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("- a\n", "a style is a mapping"),
        ("name: a\nsummary: b\n", "'placement' is missing"),
        ("name: a\nsummary: b\nplacement: above\n", "placement is one of note, before"),
        ("name: a\nsummary: b\nplacement: note\nsigns: []\n", "'signs' is no member"),
        ("name: a\nsummary: b\nplacement: note\nopens: '('\n", "opens is a list of texts"),
        ("name: a\nsummary: b\nplacement: note\npoints: many\n", "points is a number"),
        ("name: a\nsummary: b\nplacement: note\nreads: ['{titel}, {date}']\n", "{titel}"),
        (
            "name: a\nsummary: b\nplacement: note\nreads: ['{title}{date}']\n",
            "two members with nothing between",
        ),
        ("name: a\nsummary: b\nplacement: note\nreads: ['p. 3']\n", "no member"),
        ("name: [a\n", "house.yaml: "),
        *[
            (f"name: a\nsummary: b\nplacement: enclosed\n{signs}", "opens and closes are as many")
            for signs in (
                "",
                "opens: []\ncloses: []\n",
                "opens: ['(']\n",
                "opens: ['(', '[']\ncloses: [')']\n",
                "opens: ['<<']\ncloses: ['>>']\n",
                "opens: ['|']\ncloses: ['|']\n",
                "opens: ['(', ')']\ncloses: [')', '(']\n",
                "opens: [' ']\ncloses: [')']\n",
            )
        ],
        ("name: a\nsummary: b\nplacement: note\nwords: {pagess: [x]}\n", "words maps names of word lists"),
        ("name: a\nsummary: b\nplacement: note\nexamples: [a]\n", "examples is a list of mappings"),
    ],
)
def test_a_file_that_is_no_style_is_refused(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(StyleError) as raised:
        load(str(path))
    assert message in str(raised.value)


@pytest.mark.parametrize(("opens", "closes"), [("⟨", "⟩"), ("{", "}"), ("^", "$"), ("]", "["), ("\\", "/")])
def test_any_pair_of_signs_may_enclose_citations(tmp_path: Path, opens: str, closes: str) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(
        f"name: a\nsummary: b\nplacement: enclosed\nopens: ['{opens}']\ncloses: ['{closes}']\n", "utf-8"
    )
    style = load(str(path))
    article = f"The keeper said “it burned all night” {opens}Ada Holm, The Lamp, 1926, p. 3{closes}.\n"
    raw = f"{opens}Ada Holm, The Lamp, 1926, p. 3{closes}"
    assert [one.raw for one in segmented(manuscript(article), [style]).citations] == [raw]


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(StyleError, match=r"there is no style 'apa'; there are .*parentheses.*house\.yaml"):
        style_for("apa")
    with pytest.raises(StyleError, match="cannot read"):
        style_for("nowhere/house.yaml")


def test_the_documented_style_of_a_house_works(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "styles.md").read_text("utf-8")
    path = tmp_path / "house.yaml"
    path.write_text(page.split("```yaml\n")[-1].split("```")[0], "utf-8")
    style = load(str(path))
    article, citations = _example(style, 0)
    document = convert_manuscript(manuscript(article), [style])
    assert _raws(document) == citations
    assert [source.get("title") for source in document["sources"]] == ["The Lamp"]
    assert document["quotations"][0]["citations"][0]["locator"] == {"page": "12-14"}
