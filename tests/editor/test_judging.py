"""States of documents are judged in order, the latest ones only, and no fault of ours ends it."""

from __future__ import annotations

import asyncio
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from pincite.editor.documents import OpenDocument
from pincite.editor.judging import Found, Judge, JudgingQueue
from pincite.editor.texts import Text
from pincite.editor.understanding import understood
from pincite.reading import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.language_client import LanguageClient

URI = "file:///nowhere/a.pincite.yaml"


def state(version: int, text: str = "pincite: 1.0\n") -> OpenDocument:
    return OpenDocument(URI, "/nowhere/a.pincite.yaml", Text(text), version=version)


def published(judge: Callable[[OpenDocument], Found], versions: int) -> list[int]:
    """Return the versions that are published where each comes while the one before is judged."""
    documents: dict[str, OpenDocument] = {}
    told: list[int] = []
    judging = JudgingQueue(documents, lambda judged: told.append(judged.document.version))
    judging._judge = judge  # type: ignore[assignment] # noqa: SLF001 - one that can be made to wait and to fail

    async def talk() -> None:
        for version in range(versions):
            documents[URI] = state(version)
            judging.wake(URI)
            await asyncio.sleep(0)
        await asyncio.gather(*judging._running.values())  # noqa: SLF001 - as above

    asyncio.run(talk())
    return told


def test_only_the_latest_state_is_published() -> None:
    gate = threading.Event()
    seen: list[int] = []

    def judge(document: OpenDocument) -> Found:
        seen.append(document.version)
        gate.wait(0.05)
        return Found([])

    assert published(judge, 20) == [19]
    assert seen in ([0, 19], [19])


def test_a_state_that_cannot_be_judged_does_not_keep_the_next_one_from_it() -> None:
    def judge(document: OpenDocument) -> Found:
        if document.version == 0:
            raise ZeroDivisionError
        return Found([])

    assert published(judge, 2) == [1]
    assert published(judge, 1) == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "a: " * 20_000,
        "- " * 20_000,
        '"' + "\\" * 100_001,
        "\x00",
        "\ud800",
        "pincite: '1.0'\nquotations:\n" + "  - {id: q, text: x}\n" * 2_000,
        "pincite: &a [*a]\n",
    ],
    ids=range(8),
)
def test_no_text_is_too_strange(editor: LanguageClient, text: str) -> None:
    for number, suffix in enumerate((".pincite.yaml", ".pincite.json", ".pincite.jsonl", ".md", ".txt")):
        front = '---\npincite: "1.0"\n---\n' if suffix == ".md" else ""
        uri = f"file:///nowhere/strange-{number}{suffix}"
        editor.open(uri, front + text)
        editor.diagnostics(uri)
        place = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": len(text) // 2}}
        for method in ("hover", "definition", "completion"):
            assert "error" not in editor.answer(editor.ask(f"textDocument/{method}", place))
        document = {"textDocument": {"uri": uri}}
        assert "error" not in editor.answer(editor.ask("textDocument/documentSymbol", document))


def test_a_large_document_is_judged_and_questions_are_answered_meanwhile(editor: LanguageClient) -> None:
    uri = "file:///nowhere/large.pincite.yaml"
    text = "pincite: '1.0'\narticle: {title: x}\nsources:\n" + "".join(
        f"  - {{id: s{number}, type: book, title: Number {number}}}\n" for number in range(20_000)
    )
    editor.open(uri, text)
    place = {"textDocument": {"uri": uri}, "position": {"line": 3, "character": 10}}
    asked = editor.ask("no/such/method")
    editor.answer(asked)
    assert not [one for one in editor.unheard() if one.get("method") == "textDocument/publishDiagnostics"]
    assert editor.request("textDocument/hover", place)["contents"]["value"].startswith("source `s0`")
    assert editor.diagnostics(uri)


FRONT = '---\npincite: "1.0"\nsources: [{id: a, type: book, title: T}]\n---\n'
OTHER_FRONT = FRONT.replace("id: a,", "id: quotation-1,").replace("---\n", "---\narticle: {title: T}\n", 1)
BODY = (
    '[Words]{.claim #c1 evidence="q1"} and more.\n\n> Words [@a] again.\n>\n> [[@a, p. 3]]{#q1}\n\n'
    "> Others.\n\nWords [@b].\n"
)
TEXTS = (FRONT + BODY, OTHER_FRONT + BODY, FRONT + BODY.replace("Words", "More words"))
"""Articles that have something in common, which is kept once for all of them."""


@pytest.fixture
def keeping() -> Iterator[Callable[[], None]]:
    """Return what makes reading keep what it has worked out; it keeps nothing more when the test ends."""
    yield kept.keep
    kept.stop_keeping()


def states_of(number: int) -> list[OpenDocument]:
    """Return states of an article that is being written, at its beginning, in its middle and at its end."""
    text = TEXTS[number]
    states = [
        text[:at] + new + text[at:] for at in range(4, len(text), 9) for new in ("x*[", "é: ", "\n", "z")
    ]
    return [OpenDocument("", f"/nowhere/{number}.md", Text(one)) for one in states]


def said_in(documents: Iterable[OpenDocument]) -> list[tuple[object, object]]:
    """Return what is found in each document, and what it says."""
    judge = Judge()
    found: list[tuple[object, object]] = []
    for document in documents:
        known = understood(document, 0)
        found.append((judge(document).findings, None if known is None else known.data))
    return found


def test_what_is_kept_between_edits_changes_nothing(keeping: Callable[[], None]) -> None:
    documents = states_of(0)
    fresh = said_in(documents)
    assert len(set(map(repr, fresh))) > len(fresh) // 4
    keeping()
    assert said_in(documents) == fresh
    assert said_in(reversed(documents)) == fresh[::-1]


@pytest.mark.parametrize("other", [1, 2], ids=["other-front", "other-body"])
def test_what_is_kept_of_one_article_changes_nothing_in_another(
    keeping: Callable[[], None], other: int
) -> None:
    documents = [one for pair in zip(states_of(0), states_of(other), strict=False) for one in pair]
    fresh = said_in(documents)
    keeping()
    assert said_in(documents) == fresh


def test_what_is_kept_serves_two_threads_at_once(keeping: Callable[[], None]) -> None:
    """An open document is judged on one thread, and read for answers on another one."""
    documents = states_of(0)[::3]
    others = [one for pair in zip(documents, states_of(1)[::3], strict=False) for one in pair]
    fresh, fresh_others = said_in(documents), said_in(others)
    keeping()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(2) as pool:
            one, other = pool.submit(said_in, documents), pool.submit(said_in, others)
            assert one.result() == fresh
            assert other.result() == fresh_others
    finally:
        sys.setswitchinterval(interval)


def test_the_judge_is_warmed_up_without_a_word() -> None:
    Judge().warm_up()
