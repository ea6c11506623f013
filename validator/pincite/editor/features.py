"""Which message of an editor goes where."""

from __future__ import annotations

from functools import partial

from lsprotocol import types

from pincite.editor import answers
from pincite.editor.actions import FIX_ALL
from pincite.editor.answers import COMPLETE_AFTER
from pincite.editor.server import PinciteServer
from pincite.editor.whole_text import formatting_of


def new_server() -> PinciteServer:
    """Return a server that knows all that it can be asked."""
    server = PinciteServer()
    _listen(server)
    _answer(server)
    _act(server)
    return server


def _listen(server: PinciteServer) -> None:
    """Take in what happens beside the documents themselves."""

    @server.feature(types.INITIALIZED)
    def ready(params: types.InitializedParams) -> None:
        del params
        server.judging.warm_up()
        server.watch()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        del params
        server.judging.wake_all()  # what was saved may be the catalogue of another

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def changed(params: types.DidChangeWatchedFilesParams) -> None:
        del params
        server.judging.wake_all()


def _answer(server: PinciteServer) -> None:
    """Answer questions about a place."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        return await server.answer(answers.hover, params.text_document.uri, params.position)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def definition(params: types.DefinitionParams) -> types.Location | None:
        return await server.answer(answers.definition, params.text_document.uri, params.position)

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def references(params: types.ReferenceParams) -> list[types.Location] | None:
        ask = partial(answers.references, with_definition=params.context.include_declaration)
        return await server.answer(ask, params.text_document.uri, params.position)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol] | None:
        return await server.answer(answers.symbols, params.text_document.uri, types.Position(0, 0))

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=list(COMPLETE_AFTER))
    )
    async def completion(params: types.CompletionParams) -> list[types.CompletionItem] | None:
        return await server.answer(answers.completion, params.text_document.uri, params.position)


def _act(server: PinciteServer) -> None:
    """Offer what can be done about a document: fixes, and its canonical form."""
    kinds = [types.CodeActionKind.QuickFix, FIX_ALL]

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=kinds, resolve_provider=True),
    )
    async def action(params: types.CodeActionParams) -> list[types.CodeAction] | None:
        return await server.actions(params)

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    async def formatting(params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        document = server.documents.get(params.text_document.uri)
        if document is None or document.syntax in {None, "article"}:
            return None
        return await server.at_desk(formatting_of, document)

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def chosen(params: types.CodeAction) -> types.CodeAction:
        return await server.resolved(params)
