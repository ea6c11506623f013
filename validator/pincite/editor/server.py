"""The server: what is open in an editor, what is known of it, and what the editor is told."""

from __future__ import annotations

import asyncio
import logging
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from pincite import __version__
from pincite.editor.actions import Preferences, actions_for, resolved
from pincite.editor.answers import Question
from pincite.editor.documents import OpenDocument, path_of
from pincite.editor.judging import JudgingQueue
from pincite.editor.texts import Text
from pincite.editor.understanding import Memory
from pincite.settings.lookup import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from lsprotocol.types import Diagnostic

    from pincite.editor.judging import Judged

    Answer = TypeVar("Answer")

_LOG = logging.getLogger(__name__)


class _Protocol(LanguageServerProtocol):
    """The protocol with texts of our own: pygls breaks lines where Python does, at NEL, LS and PS, too."""

    _server: PinciteServer

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self._server.opened(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self._server.changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self._server.closed(params.text_document.uri)


class PinciteServer(LanguageServer):
    """The server and what it knows: the documents that are open."""

    def __init__(self) -> None:
        super().__init__("pincite", __version__, protocol_cls=_Protocol)
        self.documents: dict[str, OpenDocument] = {}
        self.judging = JudgingQueue(self.documents, self.publish)
        self.memory = Memory()
        self.judged: dict[str, Judged] = {}
        self._desk = ThreadPoolExecutor(1, "answers")

    def opened(self, item: types.TextDocumentItem) -> None:
        """Take in a document; one that lies elsewhere than in files is none of ours."""
        where = path_of(item.uri, item.language_id, self.workspace.root_path or os.getcwd())  # noqa: PTH109
        if where is None:
            return
        encoding = types.PositionEncodingKind(self.workspace.position_encoding or "utf-16")
        text = Text(item.text, encoding)
        self.documents[item.uri] = OpenDocument(item.uri, where[0], text, where[1], item.version)
        self.judging.wake(item.uri)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take in what was typed."""
        document = self.documents.get(params.text_document.uri)
        if document is None:
            return
        text = document.text
        for change in params.content_changes:
            text = text.changed(getattr(change, "range", None), change.text)
        self.documents[document.uri] = document._replace(version=params.text_document.version, text=text)
        self.judging.wake(document.uri)

    def closed(self, uri: str) -> None:
        """Let a document go, and what was found in it."""
        if self.documents.pop(uri, None) is not None:
            self._desk.submit(self.memory.forget, uri)  # behind the questions that were asked about it
            self.judged.pop(uri, None)
            self._tell(uri, None, [])

    def publish(self, judged: Judged) -> None:
        """Tell the editor what was found in a state of a document."""
        document, found = judged
        if found.is_readable:
            self._desk.submit(self.memory.note, document)
        self.judged[document.uri] = judged
        self._tell(document.uri, document.version, found.diagnostics)

    def watch(self) -> None:
        """Ask the editor to tell when configurations change, if it can; other files are looked at when one is saved."""
        able = self.client_capabilities.workspace
        watching = able.did_change_watched_files if able else None
        if watching is None or not watching.dynamic_registration:
            return
        watchers = [types.FileSystemWatcher(f"**/{name}") for name in NAMES]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        self.client_register_capability(
            types.RegistrationParams([types.Registration("configurations", method, options)])
        )

    async def answer(
        self, ask: Callable[[Question], Answer | None], uri: str, position: types.Position
    ) -> Answer | None:
        """Return the answer to a question about a place in a document, found beside the conversation.

        None for a document that is not open, or none of ours.
        """
        document = self.documents.get(uri)
        if document is None or document.syntax in {None, "article"}:
            return None
        question = Question(document, document.text.offset(position), self.memory, dict(self.documents))
        return await self.at_desk(ask, question)

    async def actions(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        """Return what can be done about the findings in a range, None while the text that stands there is not judged."""
        judged = self._judged(params.text_document.uri)
        if judged is None:
            return None
        text, where = judged.document.text, params.range
        only = tuple(getattr(kind, "value", kind) for kind in params.context.only or ())
        preferences = self._preferences()._replace(kinds=only)
        return await self.at_desk(
            actions_for, judged, text.offset(where.start), text.offset(where.end), preferences
        )

    async def resolved(self, action: types.CodeAction) -> types.CodeAction:
        """Return an action that was chosen with its edits."""
        uri = action.data.get("uri") if isinstance(action.data, dict) else None
        judged = self._judged(uri) if isinstance(uri, str) else None
        return action if judged is None else await self.at_desk(resolved, action, judged, self._preferences())

    async def at_desk(self, ask: Callable[..., Answer], *about: object) -> Answer:
        """Return what a function says, called beside the conversation, one at a time."""
        return await asyncio.get_running_loop().run_in_executor(self._desk, ask, *about)

    def _judged(self, uri: str) -> Judged | None:
        """Return what was found in the present state of a document, None where it is not judged yet."""
        judged = self.judged.get(uri)
        return judged if judged is not None and self.documents.get(uri) is judged.document else None

    def _preferences(self) -> Preferences:
        """Return how the editor wants actions."""
        able = self.client_capabilities
        of_document = able.text_document.code_action if able.text_document else None
        later = of_document.resolve_support.properties if of_document and of_document.resolve_support else ()
        edits = able.workspace.workspace_edit if able.workspace else None
        return Preferences(at_once="edit" not in later, versioned=bool(edits and edits.document_changes))

    def _tell(self, uri: str, version: int | None, found: list[Diagnostic]) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, version))

    def close(self) -> None:
        """Begin nothing any more: the process ends as soon as what is being worked out is done."""
        self.judging.close()
        self._desk.shutdown(wait=False, cancel_futures=True)

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401 - as pygls has it
        """Log what went wrong, and trouble nobody with it."""
        _LOG.error("%s: %s", getattr(source, "__name__", source), error)
