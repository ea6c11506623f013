"""``pincite formats``: every format, what is read and written, and what it cannot hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.bibliography import BIBLIOGRAPHIES
from pincite.cli.format_table import groups
from pincite.converter.readers import READERS
from pincite.export import FORMATS, declared
from pincite.model.losses import Declared

if TYPE_CHECKING:
    from tests.conftest import Pincite


def test_all_formats_are_listed_in_80_columns(pincite: Pincite) -> None:
    done = pincite("formats")
    assert (done.status, done.err) == (0, "")
    assert max(len(line) for line in done.out.splitlines()) <= 80
    listed = [line.split()[0] for line in done.out.splitlines() if not line.startswith(" ")]
    assert listed[: len(FORMATS)] == list(FORMATS)
    assert set(listed) == {*FORMATS, *BIBLIOGRAPHIES, *READERS, "jsonl"}
    assert "ris             read and written" in done.out
    assert "tei             written" in done.out
    assert "docx            read  " in done.out


def test_one_format_is_told_in_full(pincite: Pincite) -> None:
    done = pincite("formats", "markdown", "yaml")
    assert done.out == (
        "markdown: an article with its annotation, for Pandoc and people\n"
        "  endings  .md, .markdown\n"
        "  reads    articles and documents\n"
        "  writes   documents\n"
        "\n"
        "  changed: article.text\n"
        "    (the body is the text, written anew with its annotation)\n"
        "\n"
        "  left out: article.blocks\n"
        "    (the body's own layout tells them)\n"
        "\n"
        "  changed: quotations.anchor, quotations.lead_in, quotations.citations.anchor,\n"
        "    claims.anchor, claims.citations.anchor, claims.evidence.anchor,\n"
        "    relations.anchor, images.anchor\n"
        "    (places are found in the body when it is read, by their words)\n"
        "\n"
        "yaml: a Pincite document in YAML\n"
        "  endings  .pincite.yaml, .yaml, .yml\n"
        "  reads    documents\n"
        "  writes   documents\n"
        "  holds    all of a document\n"
    )


def test_what_reading_needs_is_told(pincite: Pincite) -> None:
    assert "sources, which needs pip install 'pincite[bibtex]'" in pincite("formats", "bibtex").out


def test_programs_read_the_same(pincite: Pincite) -> None:
    (ris,) = json.loads(pincite("formats", "ris", "--format", "json").out)
    assert (ris["name"], ris["reads"], ris["writes"], ris["suffixes"]) == (
        "ris",
        ["sources"],
        "sources",
        [".ris"],
    )
    assert [one["at"] for one in ris["losses"]] == [one.at for one in declared("ris")]
    every = json.loads(pincite("formats", "--format", "json").out)
    assert {one["name"] for one in every} == {*FORMATS, *BIBLIOGRAPHIES, *READERS, "jsonl"}


def test_an_unknown_format_is_refused(pincite: Pincite) -> None:
    done = pincite("formats", "xml")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("pincite: no format is called 'xml'; there are: yaml, json, markdown, ")


def test_members_with_one_reason_stand_together() -> None:
    why = "it has no place"
    told = groups(
        [
            Declared("/sources/*/date", "left out", why),
            Declared("/sources/*/*", "left out", why),
            Declared("/sources/*/*/*", "left out", why),
            Declared("/sources/*/place", "changed", why, "where it is long"),
        ]
    )
    assert [(one.how, one.members, one.when) for one in told] == [
        ("left out", ("sources.date", "sources.*"), ""),
        ("changed", ("sources.place",), "where it is long"),
    ]
