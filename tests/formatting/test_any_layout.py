"""Any document in any layout, with comments in any place: formatted it says the same, and formatting it again changes nothing."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pincite.editing.edits import EditingError
from pincite.editing.values import difference
from pincite.formatting.formatted import formatted
from pincite.formatting.yaml_reading import tree_of
from pincite.formatting.yaml_tree import Collection
from pincite.reading.files import RawDocument, documents_in
from tests.editing.styled import VALUES, Style

if TYPE_CHECKING:
    from pincite.model.json_value import Json

USUAL = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
ANYWHERE = ("anywhere",)
NAMES = st.sampled_from(
    [
        "article",
        "sources",
        "quotations",
        "id",
        "title",
        "type",
        "authors",
        "date",
        "note",
        "text",
        "x",
        "a b",
        "é",
        "#",
    ]
)


def documents() -> st.SearchStrategy[dict[str, Json]]:
    """Return documents of the format's own members and others, in any order."""
    inner = st.recursive(
        VALUES,
        lambda below: st.one_of(st.lists(below, max_size=4), st.dictionaries(NAMES, below, max_size=5)),
        max_leaves=12,
    )
    return st.dictionaries(NAMES, inner, min_size=1, max_size=6)


class Commenting:
    """Puts comments into a text wherever it says the same with them as without; ``put`` are their words."""

    def __init__(self, draw: st.DrawFn, kinds: list[str]) -> None:
        self._draw = draw
        self._kinds = kinds
        self.put: list[str] = []

    def text(self, text: str) -> str:
        data = read(text)
        for _ in range(self._draw(st.integers(0, 6))):
            comment = f"#{self._draw(st.sampled_from(self._kinds))}{len(self.put)}"
            tried = self._with(text, comment)
            if tried is not None and same(read(tried), data):
                text = tried
                self.put.append(comment)
        return text

    def _with(self, text: str, comment: str) -> str | None:
        eol = "\r\n" if "\r\n" in text else "\n"
        where = self._draw(st.sampled_from(["end", "end", "own", "own", "blank", "comma", "colon", "dash"]))
        if where in {"end", "own", "blank"}:
            ends = [found.start() for found in re.finditer(r"\r?\n|\Z", text)]
            at = self._draw(st.sampled_from(ends))
            pad = " " * self._draw(st.integers(0, 8))
            blank = eol if where == "blank" else ""
            put = f" {comment}" if where == "end" else f"{eol}{blank}{pad}{comment}{blank}"
            return text[:at] + put + text[at:]
        pattern = {"comma": r",|[{\[]|(?=[}\]])", "colon": r": ", "dash": r"- "}[where]
        places = [found.end() for found in re.finditer(pattern, text)]
        if not places:
            return None
        at = self._draw(st.sampled_from(places))
        pad = " " * self._draw(st.integers(1, 12))
        return f"{text[:at]} {comment}{eol}{pad}{text[at:]}"


def read(text: str) -> RawDocument | None:
    found = list(documents_in("a.pincite.yaml", text.encode()))
    return found[0] if len(found) == 1 and isinstance(found[0], RawDocument) else None


def same(one: RawDocument | None, other: RawDocument | None) -> bool:
    return one is not None and other is not None and difference(one.data, other.data) is None


@st.composite
def commented(draw: st.DrawFn, kinds: list[str]) -> tuple[str, list[str]]:
    text = Style(draw).document(draw(documents()))
    assume(read(text) is not None)
    commenting = Commenting(draw, kinds)
    return commenting.text(text), commenting.put


def hold(text: str, put: list[str]) -> str:
    """Assert what holds of every text that is formatted; return it formatted."""
    after = formatted("a.pincite.yaml", text.encode()).draft.after.decode()
    assert same(read(text), read(after))
    for comment in put:
        assert len(re.findall(rf"(?<!\w){re.escape(comment)}(?!\w)", after)) == 1
    before_owners, after_owners = owners(text), owners(after)
    for comment in put:
        way = before_owners.get(comment, ())
        # no further in, and further out only where it stands above the dash of an item that begins with its member
        now = after_owners.get(comment, ())
        assert way == ANYWHERE or way[: len(now)] == now
    assert formatted("a.pincite.yaml", after.encode()).draft.after.decode() == after
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    assert after.endswith("\n")
    assert "\r" not in after or re.search(r"(?<!\r)\n", after) is None
    return after


def owners(text: str) -> dict[str, tuple[str, ...]]:
    """Return for each comment the way to the member or item that it belongs to."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    root = tree_of(plain).root
    found: dict[str, tuple[str, ...]] = {}

    def walk(collection: Collection, way: tuple[str, ...]) -> None:
        found.update(dict.fromkeys(collection.tail, way))
        for number, part in enumerate(collection.parts):
            at = (*way, part.key.text if part.key is not None else f"{number}")
            found.update(dict.fromkeys(part.remarks(), at))
            if isinstance(part.value, Collection):
                # what stands between a key and a bracket comes to stand above the first thing that was in it
                found.update(dict.fromkeys(part.between, ANYWHERE))
                walk(part.value, at)

    if isinstance(root, Collection):
        walk(root, ())
    return found


def outcome(path: str, text: str) -> bytes | EditingError:
    try:
        return formatted(path, text.encode()).draft.after
    except EditingError as error:
        return error


def refusal(text: str, put: list[str]) -> str:
    """Return why a text stays as it is; what holds of one that does not is asserted."""
    try:
        hold(text, put)
    except EditingError as error:
        return str(error)
    return ""


BARE = "neither colon nor value"


@USUAL
@given(commented([" note ", " - x: y", "{", "# "]))
def test_comments_stay_and_the_data(case: tuple[str, list[str]]) -> None:
    found = refusal(*case)
    assert not found or BARE in found


@USUAL
@given(commented([" note ", " pincite: ignore[PIN108] r", " pincite: ignore r"]))
def test_what_is_passed_over_stays_passed_over(case: tuple[str, list[str]]) -> None:
    found = refusal(*case)
    assert not found or BARE in found or "pincite: ignore" in case[0]


@USUAL
@given(st.data())
def test_json(data: st.DataObject) -> None:
    document = data.draw(documents())
    indent = data.draw(st.sampled_from([None, 1, 2, "\t"]))
    text = json.dumps(document, indent=indent, ensure_ascii=data.draw(st.booleans()))
    text += data.draw(st.sampled_from(["", "\n"]))
    if data.draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    after = formatted("a.pincite.json", text.encode()).draft.after
    assert difference(json.loads(text), json.loads(after)) is None
    assert formatted("a.pincite.json", after).draft.after == after
    record = formatted("a.pincite.jsonl", text.replace("\r", "").replace("\n", " ").encode()).draft.after
    assert difference(json.loads(text), json.loads(record)) is None
    assert record.count(b"\n") == 1
    assert formatted("a.pincite.jsonl", record).draft.after == record


@USUAL
@given(
    commented([" note ", " pincite: ignore r"]),
    st.sampled_from(["", "\n\nThe   tide.", "\n> It turned. {#x}\n"]),
)
def test_front_matter(case: tuple[str, list[str]], body: str) -> None:
    front = case[0].removeprefix("\ufeff").removeprefix("---").rstrip() + "\n"
    eol = "\r\n" if "\r\n" in front else "\n"
    text = f'---{eol}pincite: "1.0"{eol}{front}---{body}'
    before = next(documents_in("a.md", text.encode()))
    assume(isinstance(before, RawDocument) and re.search(r"(?m)^(---|\.\.\.)", front) is None)
    found = outcome("a.md", text)
    if isinstance(found, EditingError):
        assert BARE in str(found) or "pincite: ignore" in text
        return
    after = found.decode()
    assert after.startswith("---")
    assert after.endswith(f"---{body}")
    again = next(documents_in("a.md", after.encode()))
    assert isinstance(before, RawDocument)
    assert isinstance(again, RawDocument)
    assert difference(before.data, again.data) is None
    assert formatted("a.md", after.encode()).draft.after.decode() == after
