"""Any annotated article, any changes: read back, it says the old data and the changes; the text below stays as it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite.editing.draft import draft
from pincite.editing.edits import Edit, applied
from pincite.editing.granting import Granting
from pincite.export import write
from pincite.model.finding import Span
from pincite.model.fix import Change, remove, rename, rewrite
from pincite.model.json_value import pointer_to, value_at
from pincite.reading.files import RawDocument, documents_in
from pincite.reading.markdown.front_matter import split
from tests.markdown.test_round_trip import documents

if TYPE_CHECKING:
    from pincite.model.json_value import Json

PASSAGE: Json = {"copy": "ab" * 32, "start": 1, "end": 4, "prefix": "before “it”: "}
MEMBERS: dict[str, list[tuple[str, Json]]] = {
    "quotations": [("language", "en"), ("citations/{}/passage", PASSAGE), ("citations/-", {"source": "s1"})],
    "claims": [("basis", "none"), ("citations/{}/note", "seen"), ("attributed_to", {"literal": "Ada"})],
    "images": [("sha256", "ab" * 32), ("width", 7), ("region", {"x": 1, "y": 2}), ("alt/generated", True)],
}
_ATTRIBUTES = {"sha256", "width", "language", "basis", "note"}
FRONTS = [
    "",
    "sources: []\n",
    "sources:\n- {id: s9}\n",
    "images:\n  extra: {path: e.png}\n",
    "quotations: [] # none\n",
]


@st.composite
def changes_for(draw: st.DrawFn, data: Json) -> list[Change]:
    found = [Change("/sources/-", {"id": "s8", "type": "book"})] if draw(st.booleans()) else []
    for kind, members in MEMBERS.items():
        items = value_at(data, f"/{kind}")
        for number in range(len(items) if isinstance(items, list) else 0):
            for name, value in members:
                if draw(st.booleans()):
                    found.append(Change(f"/{kind}/{number}/{name.format(draw(st.integers(0, 2)))}", value))
    return found


@st.composite
def reshapings_for(draw: st.DrawFn, data: Json) -> list[Change]:
    """Return removals and renamings of anything, and words in the place of others."""
    found: list[Change] = []
    pointers = [at for at in _pointers(data) if at]
    for pointer in draw(st.lists(st.sampled_from(pointers), max_size=4)):
        name = draw(st.sampled_from(["language", "x", "note", "id", "images"]))
        found.append(remove(pointer) if draw(st.booleans()) else rename(pointer, name))
    text = value_at(data, "/article/text/content")
    assert isinstance(text, str)
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        words = draw(st.sampled_from(["", " ", "tide", "“", "…", "*", "[x]", "\n"]))
        found.append(rewrite(Span(start, min(start + draw(st.integers(0, 4)), len(text))), words))
    return draw(st.permutations(found))


def _pointers(value: Json, at: str = "") -> list[str]:
    steps: list[tuple[str | int, Json]] = []
    if isinstance(value, dict):
        steps = list(value.items())
    elif isinstance(value, list):
        steps = list(enumerate(value))
    return [at, *[one for step, inner in steps for one in _pointers(inner, pointer_to(at, step))]]


def read(content: bytes) -> RawDocument:
    found = next(documents_in("a.md", content))
    assert isinstance(found, RawDocument)
    return found


@st.composite
def articles(draw: st.DrawFn) -> bytes:
    text = write(draw(documents()), "markdown")
    ends = split(text)
    assert ends is not None
    more = draw(st.sampled_from(FRONTS))
    if more.partition(":")[0] + ":" not in text[: ends[0]]:
        text = text[: ends[0]] + more + text[ends[0] :]
    eol = draw(st.sampled_from(["\n", "\r\n"]))
    return text.replace("\r", "").replace("\n", eol).encode()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_article_takes_any_wish(data: st.DataObject) -> None:
    content = data.draw(articles())
    old = read(content)
    changes = data.draw(changes_for(old.data))
    done = draft("a.md", content, {0: changes})
    granting = Granting(old.data)
    refused = [refusal.change for refusal in done.refused]
    for change in changes:
        if change not in refused:
            granting.grant(change)
    assert json.dumps(read(done.after).data, sort_keys=True) == json.dumps(granting.data, sort_keys=True)
    lasting = [change for change in changes if not change.pointer.endswith("-") and change not in refused]
    assert draft("a.md", done.after, {0: lasting}).after == done.after
    before, after = (_below(one.decode()) for one in (content, done.after))
    if before != after:  # then an attribute that was there has another value
        assert len(before.splitlines()) == len(after.splitlines())
        assert any(change.pointer.rpartition("/")[2] in _ATTRIBUTES for change in changes)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_article_is_reshaped(data: st.DataObject) -> None:
    content = data.draw(articles())
    old = read(content)
    changes = data.draw(reshapings_for(old.data))
    done = draft("a.md", content, {0: changes})
    taken = [change for change in changes if change not in [refusal.change for refusal in done.refused]]
    new = read(done.after)
    before, after = (value_at(one.data, "/article/text/content") for one in (old, new))
    assert isinstance(before, str)
    spans = {(one.span, one.value) for one in taken if one.span is not None}
    assert after == applied(before, {Edit(*span, str(words)) for span, words in spans})
    assert applied(content.decode(), done.edits) == done.after.decode()
    if not spans:  # else offsets follow, and what is made of the words
        granting = Granting(old.data)
        for change in taken:
            granting.grant(change)
        assert _without_shapes(new.data) == _without_shapes(granting.data)


def _without_shapes(value: Json) -> Json:
    """Return a value as an attribute gives it to a member that has no shape of its own."""
    if isinstance(value, dict):
        if value.keys() <= {"literal", "reason"} and value:
            return next(iter(value.values()))
        return {name: _without_shapes(inner) for name, inner in value.items()}
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return " ".join(str(one) for one in value)
    return [_without_shapes(one) for one in value] if isinstance(value, list) else value


def _below(text: str) -> str:
    """Return what stands below the front matter."""
    ends = split(text.replace("\r\n", "\n"))
    assert ends is not None
    lines = text.replace("\r\n", "\n")[: ends[0]].count("\n")
    return "\n".join(text.split("\n")[lines:])
