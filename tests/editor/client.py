"""A small editor: it talks with ``pincite lsp`` over real pipes, as an editor does."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

from pincite.editor.wire import bodies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SECONDS = 60
"""After how long an answer counts as not coming."""


class Client:
    """An editor with one server; ``log`` is what the server has written to standard error, once it has ended."""

    def __init__(self, cwd: Path | None = None, *, listens: bool = True) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pincite", "lsp", "--stdio"],
            cwd=cwd,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self.process.stdin
        assert self.process.stdout
        self._in, self._out = self.process.stdin, self.process.stdout
        self._received: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._waiting: list[dict[str, Any]] = []
        self._number = 0
        self._open: set[str] = set()
        self.log = ""
        self._ear = threading.Thread(target=self._listen, daemon=True)
        if listens:
            self._ear.start()

    def _listen(self) -> None:
        def chunks() -> Iterator[bytes]:
            while chunk := os.read(self._out.fileno(), 65536):
                yield chunk

        for body in bodies(chunks()):
            self._received.put(json.loads(body))
        self._received.put(None)

    def send_bytes(self, data: bytes) -> None:
        self._in.write(data)
        self._in.flush()

    def send(self, message: object) -> None:
        body = json.dumps(message).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def notify(self, method: str, params: object = None) -> None:
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: object = None) -> int:
        """Send a request and return its number."""
        self._number += 1
        self.send({"jsonrpc": "2.0", "id": self._number, "method": method, "params": params})
        return self._number

    def answer(self, number: int) -> dict[str, Any]:
        """Return the whole answer to a request."""
        return self._wait(lambda one: one.get("id") == number and "method" not in one)

    def request(self, method: str, params: object = None) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return the result of a request."""
        answer = self.answer(self.ask(method, params))
        assert "error" not in answer, answer
        return answer["result"]

    def notice(self, method: str) -> Any:  # noqa: ANN401 - as above
        """Return what the next notification, or request of the server, of this name says."""
        return self._wait(lambda one: one.get("method") == method)["params"]

    def diagnostics(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        """Return the next diagnostics of a document, or the next of one of its versions."""

        def fits(one: dict[str, Any]) -> bool:
            params: dict[str, Any] = one.get("params", {})
            return (
                one.get("method") == "textDocument/publishDiagnostics"
                and params.get("uri") == uri
                and (version is None or params.get("version") == version)
            )

        found: list[dict[str, Any]] = self._wait(fits)["params"]["diagnostics"]
        return found

    def unheard(self) -> list[dict[str, Any]]:
        """Return what has come and nobody has asked for."""
        while not self._received.empty():
            message = self._received.get()
            if message is not None:
                self._waiting.append(message)
        return self._waiting

    def _wait(self, fits: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        for number, one in enumerate(self._waiting):
            if fits(one):
                return self._waiting.pop(number)
        while (message := self._received.get(timeout=SECONDS)) is not None:
            if fits(message):
                return message
            self._waiting.append(message)
        raise EOFError(self.end())

    def initialize(self, **capabilities: object) -> dict[str, Any]:
        """Begin the conversation; return what the server says that it can do."""
        params = {"processId": os.getpid(), "rootUri": None, "capabilities": capabilities}
        found: dict[str, Any] = self.request("initialize", params)
        self.notify("initialized", {})
        return found

    def open(self, uri: str, text: str, language: str = "yaml", version: int = 1) -> None:
        self._open.add(uri)
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, version: int, *changes: dict[str, Any]) -> None:
        """Say what was typed: changes are ``{text}`` for all of it or ``{range, text}``."""
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def close_all(self) -> None:
        """Close all documents, and hear nothing more of them."""
        for uri in sorted(self._open):
            self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
        self.answer(self.ask("no/such/method"))
        self._open.clear()
        self._waiting.clear()

    def shut_down(self) -> int:
        """End the conversation as the protocol wants it; return the exit status."""
        self.request("shutdown")
        self.notify("exit")
        return self.end()

    def end(self) -> int:
        """Close the pipe, wait for the end of the server and return its exit status."""
        assert self.process.stderr
        with contextlib.suppress(OSError):  # it is gone
            self._in.close()
        status = self.process.wait(SECONDS)
        if self._ear.is_alive():
            self._ear.join(SECONDS)
        self._out.close()
        if not self.process.stderr.closed:
            self.log = self.process.stderr.read().decode()
            self.process.stderr.close()
        return status
