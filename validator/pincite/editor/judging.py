"""Open documents are judged while they are written: always the latest state, one at a time, beside the conversation."""

from __future__ import annotations

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple

from pincite.checker import check_file
from pincite.editor.diagnostics import diagnostics_of, refusal
from pincite.settings import ConfigError
from pincite.settings.baseline import read_baseline
from pincite.settings.run import USUAL, Settings
from pincite.settings.selection import ALWAYS_TOLD

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lsprotocol.types import Diagnostic

    from pincite.editor.documents import OpenDocument
    from pincite.model.finding import Finding
    from pincite.settings.run import FileSettings

_LOG = logging.getLogger(__name__)

PATIENCE = 0.1
"""Seconds of judging from which on the next state waits as long, at most a second: each key would be judged for nothing."""
_LONGEST_WAIT = 1.0
_FRESH = 1.0
"""Seconds for which the configurations that were read count."""


_FAULTY = """pincite: "1.0"
article: {titel: x, title: x, text: {content: x}}
sources: [{id: s, type: book, title: x, date: "1"}]
quotations: [{id: q, text: x, citations: [{source: t, raw: x}]}]
claims: [{id: c, text: x}]
images: [{id: i, role: figure}]
relations: [{type: restates, from: q, to: c}]
"""
_WARMING = {
    "warm.pincite.yaml": _FAULTY.encode(),
    "warm.pincite.json": b'{"pincite": 1}',
    "warm.md": f"---\n{_FAULTY}---\nWords [@s].\n".encode(),
}


class Found(NamedTuple):
    """What was found in one state of a document, under which settings, and whether it could be read at all.

    *diagnostics* tell the findings, and what else keeps it from being judged. ``cost`` is the processor time in seconds:
    how long it took on a busy machine says nothing about the document.
    """

    diagnostics: list[Diagnostic]
    findings: tuple[Finding, ...] = ()
    settings: FileSettings = USUAL
    is_readable: bool = False
    cost: float = 0.0


class Judged(NamedTuple):
    """A state of a document, and what was found in it."""

    document: OpenDocument
    found: Found


class JudgingQueue:
    """Judges the states of open documents and hands on what is found.

    ``publish`` is called with what was judged, only while that is the latest state of the document: nothing
    stale comes behind something newer.
    """

    def __init__(
        self,
        documents: Mapping[str, OpenDocument],
        publish: Callable[[Judged], None],
    ) -> None:
        self._documents = documents
        self._publish = publish
        self._running: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        self._costs: dict[str, float] = {}
        self._judge = Judge()
        self._worker = ThreadPoolExecutor(1, "judge")

    def warm_up(self) -> None:
        """Make ready for the first document."""
        self._worker.submit(self._judge.warm_up)

    def close(self) -> None:
        """Judge nothing any more but what is being judged."""
        self._worker.shutdown(wait=False, cancel_futures=True)

    def wake(self, uri: str) -> None:
        """See to it that the document's present state is judged, even if it was before."""
        self._again.add(uri)
        if uri not in self._running:
            self._running[uri] = asyncio.get_running_loop().create_task(self._run(uri))

    def wake_all(self) -> None:
        """Judge all open documents anew, as their configuration or a file beside them may have changed."""
        self._judge.forget()
        for uri in self._documents:
            self.wake(uri)

    async def _run(self, uri: str) -> None:
        try:
            while uri in self._again:
                cost = self._costs.get(uri, 0.0)
                if cost > PATIENCE:
                    await asyncio.sleep(min(cost, _LONGEST_WAIT))
                self._again.discard(uri)
                document = self._documents.get(uri)
                if document is not None:
                    await self._judge_one(document)
        finally:
            del self._running[uri]
            if uri not in self._documents:
                self._costs.pop(uri, None)

    async def _judge_one(self, document: OpenDocument) -> None:
        try:
            found = await asyncio.get_running_loop().run_in_executor(self._worker, self._judge, document)
        except Exception:  # noqa: BLE001 - other documents, and later states of this one, are judged all the same
            _LOG.exception("judging %s failed", document.uri)
            return
        # the first time a document is judged says nothing: much is imported, and nothing kept
        self._costs[document.uri] = found.cost if document.uri in self._costs else 0.0
        if self._documents.get(document.uri) is document:
            self._publish(Judged(document, found))


class Judge:
    """Judges one state of a document as ``pincite check`` would judge its file."""

    def __init__(self) -> None:
        self._settings = Settings()
        self._read_at = 0.0

    def forget(self) -> None:
        """Read the configurations anew next time."""
        self._read_at = 0.0

    def __call__(self, document: OpenDocument) -> Found:
        """Return what is found; nothing for what is no document of ours, or what the configuration excludes."""
        begun = time.thread_time()
        found = self._found(document) if document.syntax is not None else Found([])
        return found._replace(cost=time.thread_time() - begun)

    def warm_up(self) -> None:
        """Judge something faulty, so that all that judging needs is imported before the first key is hit."""
        for name, content in _WARMING.items():
            check_file(name, content=content)

    def _found(self, document: OpenDocument) -> Found:
        if time.monotonic() - self._read_at > _FRESH:
            self._settings, self._read_at = Settings(), time.monotonic()
        path, text = document.path, document.text
        try:
            if self._settings.excludes(path):
                return Found([], is_readable=True)
            in_force = self._settings.of(path)
            baseline = read_baseline(in_force.baseline) if in_force.baseline else None
        except ConfigError as error:
            return Found([refusal(str(error), text)], is_readable=True)
        report = check_file(path, in_force, baseline, text.content)
        readable = not any(finding.code in ALWAYS_TOLD for finding in report.findings)
        return Found(diagnostics_of(report.findings, text), report.findings, in_force, readable)
