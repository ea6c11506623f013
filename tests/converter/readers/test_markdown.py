"""Markdown articles: files beside what is read from them, and what no text may do to the reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pincite import check
from pincite.converter.article import convert_manuscript
from pincite.converter.readers import READERS, markdown
from pincite.reading.fault import UnreadableError
from tests.growth import assert_proportional

if TYPE_CHECKING:
    from pincite.converter.manuscript import Manuscript

_FOLDER = Path(__file__).parent / "markdown"
_FILES = sorted(_FOLDER.glob("*.md"))


def _dump(manuscript: Manuscript) -> dict[str, object]:
    """Return what a file's expectation says, without what is empty."""
    text = manuscript.text
    about = {
        name: list(value) if name == "authors" else value
        for name, value in vars(manuscript.about).items()
        if value
    }
    dump: dict[str, object] = {
        "about": about,
        "paragraphs": [
            {f"{one.kind} {one.level}" if one.level else one.kind: one.text} for one in manuscript.paragraphs
        ],
        "links": [{text[one.start : one.end]: one.target} for one in manuscript.links],
        "pictures": [
            {name: value for name, value in vars(one).items() if value is not None and name != "at"}
            | {"before": text[one.at : one.at + 12]}
            for one in manuscript.pictures
        ],
        "notes": [
            {text[one.start : one.end]: text[one.note_start : one.note_end]} for one in manuscript.notes
        ],
        "cites": [text[start:end] for start, end in manuscript.cites],
    }  # fmt: skip
    return {name: value for name, value in dump.items() if value}


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.stem)
def test_a_file_is_read_as_expected(path: Path, update: bool) -> None:  # noqa: FBT001 - a fixture
    dump = _dump(READERS["markdown"].read(path.read_bytes()))
    expected = path.with_suffix(".yaml")
    if update:
        written = yaml.safe_dump(dump, allow_unicode=True, sort_keys=False, width=10_000)
        expected.write_text(written, "utf-8")
    assert dump == (yaml.safe_load(expected.read_text("utf-8")) or {})


def test_every_expectation_has_its_file() -> None:
    assert {path.stem for path in _FOLDER.glob("*.yaml")} == {path.stem for path in _FILES}


_PIECES = [
    "> ", ">", "- ", "1. ", "# ", "#", "*", "**", "_", "`", "```\n", "~~", "[", "]", "(", ")", "![", "](", "](a.png)",
    "[^1]", "[^1]: ", "\n[^1]: ", "^[", "[a]: b", "<", "<b>", "</b>", "<blockquote>", "</blockquote>", "<cite>",
    "</cite>", "<p>", "<td>", "<li>", "<pre>", "<br>", "<a href=x>", "</a>", "<q>", "&amp;", "&nbsp;", "\\", "\\\n", "  \n",
    "|", "| ", "\n|-|-|\n", "---\n", "+++\n", "\n", "\n\n", "\t", "    ", "(IMG)", "[(IMG)](scan.png)", "(IMG)[a.png]",
    "\ufeff", "\xa0", "\u2028", "\x85", "\x1c", "\x00", "\r\n", "𝔘", "é", "title: x\n",
]  # fmt: skip
_WORDS = st.integers(0, 999).map(lambda number: f"w{number:03}x")
_ARTICLES = st.one_of(
    st.lists(st.one_of(st.sampled_from(_PIECES), _WORDS), max_size=40).map("".join),
    st.lists(st.one_of(st.sampled_from(_PIECES), _WORDS), max_size=40).map(" ".join),
    st.text(max_size=200),
)


@given(_ARTICLES)
@example("[^1]: [^1]")
@example("<a href=x> <br> \n\n w001x")
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_every_visible_character_lies_in_one_paragraph(article: str) -> None:
    manuscript = markdown.read(article.encode("utf-8", "replace"))
    text, at = manuscript.text, 0
    for one in manuscript.paragraphs:
        assert not text[at : one.start].strip()
        assert text[one.start : one.end] == one.text == one.text.strip() != ""
        at = one.end
    assert not text[at:].strip()
    for start, end in [
        *((one.start, one.end) for one in manuscript.links),
        *((one.at, one.at) for one in manuscript.pictures),
        *((one.start, one.end) for one in manuscript.notes),
        *((one.note_start, one.note_end) for one in manuscript.notes),
        *manuscript.cites,
    ]:
        assert 0 <= start <= end <= len(text)
        assert text[start:end] == text[start:end].strip()
    assert markdown.read(article.encode("utf-8", "replace")) == manuscript


_AROUND = [
    "{}", "> {}", "> > - {}", "1. {}", "# {}", "*{}*", "`{}`", "```\n{}\n```", "    {}", "[{}](x)", "[{}", "![]({}", "<p>{}</p>",
    "<div>{}", "<b {}", "<!-- {}", "<cite>{}</cite>", "^[{}]", "^[^[^[^[{}]]]]", "[^n]: {}", "x[^n]\n\n[^n]: {}\n[^n]: y",
    "|{}|\n|-|", "|a|\n|-|\n|b|{}|c|", "| {}", "&{};", "\\{}", "~~{}", "---\n{}\n---", "+++\n{}\n+++",
    "<script>{}", "<blockquote>\n\n{}", "<pre>{}", "> " * 100 + "{}", "- " * 100 + "{}", "[^a]: " * 100 + "{}", "[" * 200 + "{}",
    "(IMG)[{}]", "<td>{}<td>",
]  # fmt: skip


@pytest.mark.parametrize("around", _AROUND)
def test_no_visible_word_is_lost(around: str) -> None:
    article = around.replace("{}", "lantern").encode()
    assert "lantern" in markdown.read(article).text


@given(st.lists(st.sampled_from(_AROUND), max_size=8))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_no_paragraph_swallows_another(blocks: list[str]) -> None:
    sound = [one for one in blocks if "<" not in one and "```" not in one]
    article = "\n\n".join(one.replace("{}", f"word{number}x") for number, one in enumerate(["{}", *sound]))
    text = markdown.read(article.encode()).text
    assert [f"word{number}x" for number in range(len(sound) + 1) if f"word{number}x" not in text] == []


_REPEATED = [
    ">", "> ", "[", "x ![", "x [a](", "[a][", "*", "**a ", "_", "_a ", "`", "x `a``", "<", "x <a", 'x <a "', "<!--",
    "a <!--", "<?", "x <![CDATA[", "^[", "x ^[a]", "[^a", "[^a]: ", "[^a]: x\n\n", "- ", "- a\n", "1. ", "|", "| a\n", "&", "\\",
    "(a)[", "[x]: ", "<b>", "x <b>", "<blockquote>", "x <a href=x>", "<script>", "x <script>", "<q>", "<br>", "<li>",
]  # fmt: skip


@pytest.mark.parametrize("unit", _REPEATED)
def test_repetition_does_not_blow_up(unit: str) -> None:
    assert_proportional(
        lambda article: markdown.read(article.encode()), lambda size: unit * size, 600, at_most=9
    )


def test_thirty_thousand_of_each_are_read() -> None:
    text = "".join(f"{unit * 30_000}\n\n" for unit in (">", "*", "`", "_", "<"))
    assert markdown.read(text.encode()).text.count("<") == 30_000


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(UnreadableError, match="not UTF-8"):
        markdown.read(b"caf\xe9")


def test_an_article_becomes_a_valid_document() -> None:
    manuscript = markdown.read((_FOLDER / "quotations.md").read_bytes())
    document = convert_manuscript(manuscript)
    assert document["article"]["text"]["content"] == manuscript.text
    raws = [
        citation.get("raw")
        for owner in [*document.get("quotations", []), *document.get("claims", [])]
        for citation in owner.get("citations", [])
    ]
    assert "(Day Book, Jonas Pell, 1871, p. 12)" in raws
    assert [one for one in check(document).findings if one.severity == "error" and one.code[3] == "0"] == []
