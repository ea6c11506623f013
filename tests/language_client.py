"""A small client of the Language Server Protocol: an editor, as far as a server can tell.

It speaks what a test needs: greetings, documents that are opened, changed and closed, and questions about places in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.language_server import SECONDS, LanguageServer

if TYPE_CHECKING:
    from tests.language_server import Message


class LanguageClient(LanguageServer):
    """An editor with one server: what it greets it with, and which documents it has opened."""

    _opened: frozenset[str] = frozenset()

    def initialize(self, capabilities: Message | None = None, options: object = None) -> Message:
        """Greet the server as an editor with its folder, if there is one, and return what it says of itself.

        *capabilities* come in the place of those that the editor has else, by their first member.
        """
        uri = None if self.root is None else self.root.as_uri()
        said: Message = self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": uri,
                "workspaceFolders": None if self.root is None else [{"uri": uri, "name": self.root.name}],
                "capabilities": {
                    "textDocument": {
                        "hover": {"contentFormat": ["markdown", "plaintext"]},
                        "completion": {"completionItem": {"documentationFormat": ["markdown", "plaintext"]}},
                        "publishDiagnostics": {"versionSupport": True},
                    },
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    **(capabilities or {}),
                },
                "initializationOptions": options,
            },
        )
        self.notify("initialized", {})
        return said

    def shut_down(self) -> int:
        """Say goodbye as the protocol asks for, and return the process's exit status."""
        self.request("shutdown")
        self.notify("exit")
        return self.wait()

    # --- documents --------------------------------------------------------------------------------------

    def open(self, uri: str, text: str, language: str = "yaml", version: int = 1) -> str:
        """Open a document as it stands in an editor, saved or not, and return its address."""
        self._opened |= {uri}
        document = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def change(self, uri: str, version: int, *changes: Message) -> None:
        """Change an open document, which has that version then: ``{"text": …}`` for all of it, with a ``range`` for a part."""
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)})

    def close(self, uri: str) -> None:
        """Close a document."""
        self._opened -= {uri}
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def close_all(self) -> None:
        """Close all documents, and forget what the server has said up to then."""
        for uri in sorted(self._opened):
            self.close(uri)
        self.answer(self.ask("no/such/method"))
        self.forget_unheard()

    def at(self, method: str, uri: str, line: int, character: int, **more: object) -> Any:  # noqa: ANN401 - as in request
        """Ask about a place in a document: line and character count from 0, the latter in UTF-16 units."""
        place = {"line": line, "character": character}
        return self.request(
            f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": place, **more}
        )

    def diagnostics(self, uri: str, version: int | None = None, seconds: float = SECONDS) -> list[Message]:
        """Wait for what is wrong with a document, of that version where one is named, and return it."""

        def wanted(params: Message) -> bool:
            return bool(params["uri"] == uri) and (version is None or params.get("version") == version)

        found: list[Message] = self.notification("textDocument/publishDiagnostics", wanted, seconds)[
            "diagnostics"
        ]
        return found
