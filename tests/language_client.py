"""A small client of the Language Server Protocol over a real process's standard streams, for tests of servers.

It speaks what a test needs: requests and notifications, answers to what servers ask of an editor, and waiting for what
they say by themselves. https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import threading
import time
from collections import deque
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from typing_extensions import Self

SECONDS = 60.0
"""After how long an answer counts as missing."""
Message = dict[str, Any]
"""A JSON object of the protocol; its members differ from method to method."""


class ServerError(Exception):
    """The server answered a request with an error, ended, or did not answer in time."""


class Pipe(Protocol):
    """What messages are read from."""

    def readline(self) -> bytes: ...
    def read(self, size: int, /) -> bytes: ...


def framed(message: Message) -> bytes:
    """Return a message as it goes over the wire: its length in bytes, an empty line, the JSON."""
    body = json.dumps(message).encode("utf-8")
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def read_message(stream: Pipe) -> Message | None:
    """Return the next message, None at the end; raises ServerError for what is none."""
    length = None
    while (line := stream.readline()) not in {b"\r\n", b""}:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            length = int(value)
        elif name.strip().lower() != b"content-type":
            raise ServerError(f"what is no message stands on standard output: {line[:200]!r}")
    if length is None:
        return None
    message: Message = json.loads(stream.read(length))
    return message


class LanguageClient:
    """An editor, as far as a server can tell: a process of the server, what it was asked and what it said.

    *settings* answer ``workspace/configuration``, by section; *answers* are functions for other requests of the server,
    by method; what neither knows gets ``null``. Used as a context it starts the process, and ends it whatever happens.
    """

    def __init__(
        self,
        command: Sequence[str],
        root: Path,
        settings: Mapping[str, object] | None = None,
        answers: Mapping[str, Callable[[Any], object]] | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self._command = list(command)
        self._root = root
        self._settings = dict(settings or {})
        self._answers = dict(answers or {})
        self._env = None if env is None else dict(env)
        self._number = 0
        self._responses: dict[int, Message] = {}
        self._said: deque[Message] = deque()
        self._changed = threading.Condition()
        self._writing = threading.Lock()
        self._fault: Exception | None = None
        self._ended = False
        self.capabilities: Message = {}
        """What the server says it can do."""
        self.errors = b""
        """What it wrote to standard error, known once it has ended."""
        self._versions: dict[str, int] = {}

    # --- its life ---------------------------------------------------------------------------------------

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._command,
            cwd=self._root,
            env=self._env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        if self._process.stdin is None or self._process.stdout is None or self._process.stderr is None:
            raise AssertionError("the streams are pipes")
        self._input, self._output, self._complaints = (
            self._process.stdin,
            self._process.stdout,
            self._process.stderr,
        )
        self._threads = [
            threading.Thread(target=self._listen, args=(self._output,), daemon=True),
            threading.Thread(target=self._collect, args=(self._complaints,), daemon=True),
        ]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._end()

    def initialize(self, capabilities: Message | None = None, options: object = None) -> Message:
        """Greet the server as an editor with a folder, and return what it can do."""
        uri = self._root.as_uri()
        result = self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": uri,
                "workspaceFolders": [{"uri": uri, "name": self._root.name}],
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
        self.capabilities = result["capabilities"]
        self.notify("initialized", {})
        return self.capabilities

    def shut_down(self) -> int:
        """Say goodbye as the protocol asks for, and return the process's exit status."""
        self.request("shutdown")
        self.notify("exit")
        try:
            status = self._process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise ServerError("the server goes on after 'exit'") from None
        self._end()
        return status

    # --- documents --------------------------------------------------------------------------------------

    def open(self, file: Path, text: str, language: str) -> str:
        """Open a document as it stands in an editor, saved or not, and return its address."""
        uri = file.as_uri()
        self._versions[uri] = 1
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    def change(self, uri: str, *changes: Message) -> int:
        """Change an open document (``{"text": …}`` for all of it, with a ``range`` for a part), and return its new version."""
        self._versions[uri] += 1
        document = {"uri": uri, "version": self._versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": document, "contentChanges": list(changes)})
        return self._versions[uri]

    def close(self, uri: str) -> None:
        """Close a document."""
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

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

    # --- messages ---------------------------------------------------------------------------------------

    def request(self, method: str, params: object = None, seconds: float = SECONDS) -> Any:  # noqa: ANN401 - each method answers otherwise
        """Ask the server and return the result; raises ServerError."""
        self._number += 1
        number = self._number
        asked: Message = {"jsonrpc": "2.0", "id": number, "method": method}
        self._send(asked if params is None else {**asked, "params": params})
        answer = self._wait(lambda: self._responses.pop(number, None), f"no answer to '{method}'", seconds)
        if "error" in answer:
            raise ServerError(f"{method}: {answer['error']['message']}")
        return answer.get("result")

    def notify(self, method: str, params: object = None) -> None:
        """Tell the server something that it does not answer."""
        told: Message = {"jsonrpc": "2.0", "method": method}
        self._send(told if params is None else {**told, "params": params})

    def notification(
        self, method: str, wanted: Callable[[Message], bool] = lambda _: True, seconds: float = SECONDS
    ) -> Message:
        """Wait for something that the server says by itself, and return what it is about; earlier ones stay to be taken."""

        def take() -> Message | None:
            for message in self._said:
                if message["method"] == method and wanted(message.get("params") or {}):
                    self._said.remove(message)
                    return message
            return None

        message = self._wait(take, f"the server never said '{method}'", seconds)
        params: Message = message.get("params") or {}
        return params

    # --- inside -----------------------------------------------------------------------------------------

    def _send(self, message: Message) -> None:
        with self._writing:
            try:
                self._input.write(framed(message))
                self._input.flush()
            except (OSError, ValueError) as error:
                raise ServerError(f"the server does not listen any more: {error}") from None

    def _wait(self, take: Callable[[], Message | None], missing: str, seconds: float) -> Message:
        deadline = time.monotonic() + seconds
        with self._changed:
            while (found := take()) is None:
                if self._fault is not None:
                    raise self._fault
                if self._ended:
                    raise ServerError(f"{missing}: the server has ended")
                if not self._changed.wait(deadline - time.monotonic()):
                    raise ServerError(f"{missing} within {seconds} s")
        return found

    def _listen(self, stream: BinaryIO) -> None:
        try:
            while (message := read_message(stream)) is not None:
                self._take(message)
        except (ServerError, OSError, ValueError) as error:  # told to whoever waits
            self._fault = error
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def _take(self, message: Message) -> None:
        if "method" in message and "id" in message:
            result = self._answer(message["method"], message.get("params"))
            self._send({"jsonrpc": "2.0", "id": message["id"], "result": result})
            return
        with self._changed:
            if "method" in message:
                self._said.append(message)
            else:
                self._responses[message["id"]] = message
            self._changed.notify_all()

    def _answer(self, method: str, params: Any) -> object:  # noqa: ANN401 - as in request
        if method in self._answers:
            return self._answers[method](params)
        if method == "workspace/configuration":
            return [self._setting(item.get("section") or "") for item in params["items"]]
        return None

    def _setting(self, section: str) -> object:
        """Return the value of a section such as ``yaml`` or ``yaml.schemas``; settings stand under dotted names or nested."""
        value: Any = self._settings
        for part in section.split(".") if section else ():
            value = value.get(part) if isinstance(value, dict) else None
        return value

    def _collect(self, stream: BinaryIO) -> None:
        while part := stream.read(65536):
            self.errors += part

    def _end(self) -> None:
        self._process.wait()
        for thread in self._threads:
            thread.join(SECONDS)
        for stream in (self._input, self._output, self._complaints):
            with contextlib.suppress(OSError):  # a pipe that nobody reads any more
                stream.close()
