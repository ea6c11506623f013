"""Any document in any style, any changes: the new text says the old data and the changes, and nothing else moved."""

from __future__ import annotations

import copy
import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite.editing.draft import draft
from pincite.editing.edits import EditingError, applied
from pincite.editing.granting import Granting
from pincite.editing.walk import json_edits, yaml_edits
from pincite.export import write
from pincite.model.fix import Change, remove, rename
from pincite.model.json_value import pointer_to
from pincite.reading.files import RawDocument, documents_in
from tests.editing.styled import DOCUMENTS, NAMES, VALUES, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.editing.edits import Edit
    from pincite.model.format import DocumentData
    from pincite.model.json_value import Json

USUAL = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def holders(value: Json, at: str = "") -> list[tuple[str, Json]]:
    """Return every collection with its pointer."""
    found: list[tuple[str, Json]] = []
    if isinstance(value, (dict, list)):
        found.append((at, value))
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        found += holders(inner, pointer_to(at, step))
    return found


@st.composite
def changes_for(draw: st.DrawFn, data: Json, *, additions: bool = False) -> list[Change]:
    found: list[Change] = []
    for _ in range(draw(st.integers(1, 4))):
        at, holder = draw(st.sampled_from(holders(data)))
        kind = "put" if additions else draw(st.sampled_from(["put", "put", "remove", "remove", "rename"]))
        if holder and kind != "put":
            steps: list[str | int] = (
                list(holder)
                if isinstance(holder, dict)
                else [*range(len(holder) if isinstance(holder, list) else 0)]
            )
            pointer = pointer_to(at, draw(st.sampled_from(steps)))
            found.append(remove(pointer) if kind == "remove" else rename(pointer, draw(NAMES)))
            continue
        if isinstance(holder, list):
            step = (
                draw(st.integers(0, len(holder) - 1))
                if holder and not additions and draw(st.booleans())
                else "-"
            )
        else:
            step = draw(NAMES)
            if additions and isinstance(holder, dict) and step in holder:
                continue
        found.append(Change(pointer_to(at, step), draw(VALUES)))
    return found


def read(name: str, content: bytes) -> Json:
    found = list(documents_in(name, content))
    assert len(found) == 1
    assert isinstance(found[0], RawDocument)
    assert found[0].findings == []
    return found[0].data


def hold(name: str, text: str, changes: list[Change]) -> bytes | None:
    """Assert what has to hold whatever the changes are, and return the new bytes; None where nothing is written."""
    content = text.encode()
    data = read(name, content)
    kept = copy.deepcopy(data)
    done = draft(name, content, {0: changes})
    assert data == kept
    granting = Granting(data)
    refused = [refusal.change for refusal in done.refused]
    for change in changes:
        if change not in refused:
            granting.grant(change)
    new = read(name, done.after)
    assert json.dumps(new, sort_keys=True) == json.dumps(granting.data, sort_keys=True)
    assert data == kept
    assert applied(text, done.edits) == done.after.decode()
    assert_minimal(text, done.edits)
    if name.endswith("yaml"):
        assert comments(text, data) == comments(done.after.decode(), new)
    return done.after


def assert_minimal(text: str, edits: Sequence[Edit]) -> None:
    """Assert that edits say nothing that is there already, and that none touches another."""
    assert all(one.end < other.start for one, other in pairwise(edits))
    for start, end, new in edits:
        old = text[start:end]
        assert old != new
        assert not old or not new or (old[0] != new[0] and old[-1] != new[-1])


def comments(text: str, data: Json) -> int:
    """Return how many number signs a YAML text has outside its keys and values."""
    words = [name for _, holder in holders(data) if isinstance(holder, dict) for name in holder]
    for _, holder in holders(data):
        values = holder.values() if isinstance(holder, dict) else holder if isinstance(holder, list) else ()
        words += [one for one in values if isinstance(one, str)]
    return text.count("#") - sum(word.count("#") for word in words)


@st.composite
def styled(draw: st.DrawFn) -> str:
    return Style(draw).document(draw(DOCUMENTS))


@USUAL
@given(st.data())
def test_any_yaml_takes_any_wish(data: st.DataObject) -> None:
    text = data.draw(styled())
    changes = data.draw(changes_for(read("a.pincite.yaml", text.encode())))
    hold("a.pincite.yaml", text, changes)


@USUAL
@given(st.data())
def test_additions_take_nothing_away(data: st.DataObject) -> None:
    text = data.draw(styled()).removeprefix("\ufeff")
    old = read("a.pincite.yaml", text.encode())
    granting = Granting(old)
    for change in data.draw(changes_for(old, additions=True)):
        granting.grant(change)
    try:
        edits = yaml_edits(text, old, granting.data)
    except EditingError:
        return
    begun = {holder for _, holder in [(at, id(one)) for at, one in holders(old) if not one]}
    if not begun:
        assert all(text[edit.start : edit.end].strip() == "" for edit in edits)


@USUAL
@given(st.data())
def test_where_something_goes_no_more_empty_lines_follow_one_another(data: st.DataObject) -> None:
    text = data.draw(styled())
    changes = data.draw(changes_for(read("a.pincite.yaml", text.encode())))
    done = draft("a.pincite.yaml", text.encode(), {0: [one for one in changes if one.kind == "remove"]})
    assert empty_lines(done.after.decode()) <= empty_lines(text)


def empty_lines(text: str) -> int:
    """Return how many empty lines follow one another at most."""
    longest = here = 0
    for line in text.replace("\r\n", "\n").split("\n")[:-1]:
        here = 0 if line.strip() else here + 1
        longest = max(longest, here)
    return longest


@USUAL
@given(st.data())
def test_any_json_takes_any_wish(data: st.DataObject) -> None:
    document = data.draw(DOCUMENTS)
    indent = data.draw(st.sampled_from([None, 1, 2, "\t"]))
    separators = data.draw(st.sampled_from([(",", ":"), (", ", ": "), (",", " : ")]))
    text = json.dumps(document, indent=indent, separators=separators, ensure_ascii=data.draw(st.booleans()))
    text = data.draw(st.sampled_from(["", "\ufeff"])) + text + data.draw(st.sampled_from(["", "\n"]))
    if data.draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    after = hold("a.pincite.json", text, data.draw(changes_for(document)))
    assert after is not None
    old = read("a.pincite.json", text.encode())
    assert (
        json_edits(
            after.decode().removeprefix("\ufeff"),
            read("a.pincite.json", after),
            read("a.pincite.json", after),
        )
        == []
    )
    assert isinstance(old, dict)


@USUAL
@given(st.data())
def test_a_wish_that_is_granted_changes_nothing(data: st.DataObject) -> None:
    text = data.draw(styled())
    changes = [
        change
        for change in data.draw(changes_for(read("a.pincite.yaml", text.encode())))
        if not change.pointer.endswith("-")
        and not (change.kind == "remove" and change.pointer.rpartition("/")[2].isdecimal())
    ]
    done = draft("a.pincite.yaml", text.encode(), {0: changes[-1:]})
    if not done.refused:
        assert draft("a.pincite.yaml", done.after, {0: changes[-1:]}).after == done.after


@USUAL
@given(st.data())
def test_what_the_exporter_wrote_takes_any_wish(data: st.DataObject) -> None:
    document = data.draw(DOCUMENTS)
    format_name, name = data.draw(st.sampled_from([("yaml", "a.pincite.yaml"), ("json", "a.pincite.json")]))
    text = write(cast("DocumentData", document), format_name)
    hold(name, text, data.draw(changes_for(read(name, text.encode()))))


@USUAL
@given(st.data())
def test_records_are_edited_one_by_one(data: st.DataObject) -> None:
    records: list[Any] = data.draw(st.lists(DOCUMENTS, min_size=1, max_size=4))
    eol = data.draw(st.sampled_from(["\n", "\r\n", "\n\n"]))
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    content = (eol.join(lines) + data.draw(st.sampled_from(["", eol]))).encode()
    number = data.draw(st.integers(0, len(records) - 1))
    changes = data.draw(changes_for(records[number]))
    done = draft("a.pincite.jsonl", content, {number: changes})
    granting = Granting(records[number])
    for change in changes:
        if change not in [refusal.change for refusal in done.refused]:
            granting.grant(change)
    after = done.after.decode().split(eol)
    assert [line for place, line in enumerate(after) if place != number] == [
        line for place, line in enumerate(content.decode().split(eol)) if place != number
    ]
    assert json.dumps(json.loads(after[number]), sort_keys=True) == json.dumps(granting.data, sort_keys=True)


@pytest.mark.parametrize("value", [1, 1.0, True, "1"])
def test_the_type_of_a_value_counts(value: Json) -> None:
    for other in (1, 1.0, True, "1"):
        done = draft("a.pincite.yaml", f"a: {json.dumps(other)}\n".encode(), {0: [Change("/a", value)]})
        assert done.differs == (type(other) is not type(value))
