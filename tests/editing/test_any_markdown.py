"""Any annotated article, any changes: read back, it says the old data and the changes; the text below stays as it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pincite.editing.draft import draft
from pincite.editing.granting import Granting
from pincite.export import write
from pincite.model.fix import Change
from pincite.model.json_value import value_at
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


def read(content: bytes) -> RawDocument:
    found = next(documents_in("a.md", content))
    assert isinstance(found, RawDocument)
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_article_takes_any_wish(data: st.DataObject) -> None:
    text = write(data.draw(documents()), "markdown")
    ends = split(text)
    assert ends is not None
    more = data.draw(st.sampled_from(FRONTS))
    if more.partition(":")[0] + ":" not in text[: ends[0]]:
        text = text[: ends[0]] + more + text[ends[0] :]
    eol = data.draw(st.sampled_from(["\n", "\r\n"]))
    content = text.replace("\r", "").replace("\n", eol).encode()
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


def _below(text: str) -> str:
    """Return what stands below the front matter."""
    ends = split(text.replace("\r\n", "\n"))
    assert ends is not None
    lines = text.replace("\r\n", "\n")[: ends[0]].count("\n")
    return "\n".join(text.split("\n")[lines:])
