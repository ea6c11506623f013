"""Nothing is lost in silence: what a format does not hold of a document is declared, and what is declared is lost.

A format that is read back is held against the document; of one that is not, everything must be said in what is written
(``said``) that is not told as left out or changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite import bibliography
from pincite.bibliography import BIBLIOGRAPHIES
from pincite.export import FORMATS, carry_out, declared
from pincite.model.losses import places
from pincite.reading.files import RawDocument, documents_in
from pincite.schemas import schema
from tests.export.filled import changed_leaves, filled, leaves, parts
from tests.export.said import SAID

if TYPE_CHECKING:
    from pincite.model.format import DocumentData
    from pincite.model.json_value import Json, JsonObject
    from pincite.model.losses import Loss

TYPES = cast("list[str]", schema("document")["$defs"]["source"]["properties"]["type"]["enum"])
WHOLE = [name for name, one in FORMATS.items() if one.is_whole]
READ_BACK = [name for name in FORMATS if name in BIBLIOGRAPHIES]
UNSAID = [name for name in FORMATS if name not in (*WHOLE, *READ_BACK)]
"""Formats that are not read back: what they hold has to be said in what is written."""
FOUND_AGAIN = {
    "markdown": ["/claims/0/evidence/1/anchor", "/quotations/0/lead_in", "/relations/0/anchor"],
}
"""Places in the text that are told as changed, and that are found where they were because their words stand there once."""


def test_the_filled_document_is_valid_and_has_every_member() -> None:
    document = filled()
    jsonschema.validate(document, schema("document"))
    definitions = cast("dict[str, JsonObject]", schema("document")["$defs"])
    wanted = {
        member
        for name, one in definitions.items()
        if name != "locator"
        for member in cast("JsonObject", one.get("properties", {}))
    }
    there = {step for pointer, _ in leaves(cast("Json", document)) for step in pointer.split("/")}
    assert wanted - there == set()


@pytest.mark.parametrize("name", FORMATS)
def test_every_declared_loss_is_about_a_member_that_there_is(name: str) -> None:
    document = cast("Json", filled())
    assert [one.at for one in declared(name) if not list(places(document, one.at))] == []


def unaccounted(document: DocumentData, back: Json, losses: tuple[Loss, ...]) -> list[str]:
    """Return the places that came back otherwise without being told, and those told as lost that came back."""
    changed = changed_leaves(cast("Json", document), back)
    lost = [one for one in losses if one.declared.how != "set aside"]
    silent = [one for one in changed if not any(loss.covers(one) for loss in lost)]
    needless = [one.pointer for one in lost if not any(one.covers(pointer) for pointer in changed)]
    return sorted([f"{one} changed" for one in silent] + [f"{one} came back" for one in needless])


def read_back(name: str, document: DocumentData) -> tuple[Json, tuple[Loss, ...]]:
    """Return the sources of a document after a way through a bibliography, in the order of the document."""
    text, losses = carry_out(document, name)
    listed = bibliography.read(name, text)
    assert [one for one in listed.remarks if one.rule.severity != "info"] == []
    return {"pincite": "1.0", "sources": cast("Json", list(listed.sources))}, losses


@pytest.mark.parametrize("type_", TYPES)
@pytest.mark.parametrize("name", READ_BACK)
def test_a_source_comes_back_but_for_what_is_told(name: str, type_: str) -> None:
    document = filled(type_)
    assert unaccounted(document, *read_back(name, document)) == []


@pytest.mark.parametrize("name", READ_BACK)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(document=parts(st.sampled_from(TYPES)))
def test_a_part_of_a_source_comes_back_but_for_what_is_told(name: str, document: DocumentData) -> None:
    assert unaccounted(document, *read_back(name, document)) == []


@pytest.mark.parametrize("name", WHOLE)
def test_a_document_comes_back_but_for_what_is_told(name: str) -> None:
    document = filled()
    text, losses = carry_out(document, name)
    ending = FORMATS[name].suffixes[0]
    (raw,) = documents_in(f"a{ending}" if name == "markdown" else f"a.pincite{ending}", text.encode())
    assert isinstance(raw, RawDocument)
    again = [f"{one} came back" for one in FOUND_AGAIN.get(name, [])]
    assert unaccounted(document, raw.data, losses) == again


def unsaid(name: str, document: DocumentData) -> list[str]:
    """Return the places whose values are neither in what is written nor told as lost; of flags only that they are told."""
    text, losses = carry_out(document, name)
    said = SAID[name](text)
    lost = [one for one in losses if one.declared.how != "set aside"]
    return [
        f"{pointer}: {value}"
        for pointer, value in leaves(cast("Json", document))
        if not any(loss.covers(pointer) for loss in lost) and pointer != "/pincite"
        if not isinstance(value, bool) and str(value) not in said
    ]


@pytest.mark.parametrize("name", UNSAID)
def test_everything_is_said_or_told(name: str) -> None:
    assert unsaid(name, filled()) == []


@pytest.mark.parametrize("name", UNSAID)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(document=parts(st.sampled_from(TYPES)))
def test_everything_in_a_part_is_said_or_told(name: str, document: DocumentData) -> None:
    assert unsaid(name, document) == []
