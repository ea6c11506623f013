"""A language server as a process, and the messages to and from it over its standard streams, for tests of servers.

https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
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


def framed(message: object) -> bytes:
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


class LanguageServer:
    """A process of a language server, what it was asked and what it said.

    *settings* answer ``workspace/configuration``, by section; whatever else the server asks gets ``null``. Without a *root*
    it works where the tests do, as for an editor without a folder. One that *listens* not takes nothing that the server says.
    Used as a context it starts the process, and ends it whatever happens.
    """

    def __init__(
        self,
        command: Sequence[str],
        root: Path | None = None,
        settings: Mapping[str, object] | None = None,
        *,
        listens: bool = True,
    ) -> None:
        self._command = list(command)
        self.root = root
        self._settings = dict(settings or {})
        self._listens = listens
        self._number = 0
        self._responses: dict[int, Message] = {}
        self._said: deque[Message] = deque()
        self._changed = threading.Condition()
        self._writing = threading.Lock()
        self._fault: Exception | None = None
        self._ended = False
        self.errors = b""
        """What it wrote to standard error, known once it has ended."""

    # --- its life ---------------------------------------------------------------------------------------

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            self._command,
            cwd=self.root,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        if self.process.stdin is None or self.process.stdout is None or self.process.stderr is None:
            raise AssertionError("the streams are pipes")
        self._input, self._output, self._complaints = (
            self.process.stdin,
            self.process.stdout,
            self.process.stderr,
        )
        self._threads = [threading.Thread(target=self._collect, args=(self._complaints,), daemon=True)]
        if self._listens:
            self._threads.append(threading.Thread(target=self._listen, args=(self._output,), daemon=True))
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.wait()

    def wait(self) -> int:
        """Wait for the end of the process and return its exit status; raises ServerError where it goes on."""
        try:
            status = self.process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            raise ServerError("the server goes on") from None
        for thread in self._threads:
            thread.join(SECONDS)
        for stream in (self._input, self._output, self._complaints):
            with contextlib.suppress(OSError):  # a pipe that nobody reads any more
                stream.close()
        return status

    def hang_up(self) -> int:
        """Close the server's standard input, as an editor does that is gone, and return the process's exit status."""
        with contextlib.suppress(OSError):  # it is gone already
            self._input.close()
        return self.wait()

    # --- messages ---------------------------------------------------------------------------------------

    def ask(self, method: str, params: object = None) -> int:
        """Send a request and return its number."""
        self._number += 1
        asked: Message = {"jsonrpc": "2.0", "id": self._number, "method": method}
        self.send(asked if params is None else {**asked, "params": params})
        return self._number

    def answer(self, number: int, seconds: float = SECONDS) -> Message:
        """Wait for the answer to a request, a result or an error, and return the whole of it."""
        return self._wait(
            lambda: self._responses.pop(number, None), f"no answer to request {number}", seconds
        )

    def request(self, method: str, params: object = None, seconds: float = SECONDS) -> Any:  # noqa: ANN401 - each method answers otherwise
        """Ask the server and return the result; raises ServerError."""
        answer = self.answer(self.ask(method, params), seconds)
        if "error" in answer:
            raise ServerError(f"{method}: {answer['error']['message']}")
        return answer.get("result")

    def notify(self, method: str, params: object = None) -> None:
        """Tell the server something that it does not answer."""
        told: Message = {"jsonrpc": "2.0", "method": method}
        self.send(told if params is None else {**told, "params": params})

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

    def unheard(self) -> list[Message]:
        """Return what the server has said by itself and nobody has waited for."""
        with self._changed:
            return list(self._said)

    def forget_unheard(self) -> None:
        """Wait no more for anything that the server has said up to now."""
        with self._changed:
            self._said.clear()

    def send(self, message: object) -> None:
        """Send a message, or whatever else is to come in the place of one."""
        self.send_bytes(framed(message))

    def send_bytes(self, data: bytes) -> None:
        """Send bytes as they are, a message or none."""
        with self._writing:
            try:
                self._input.write(data)
                self._input.flush()
            except (OSError, ValueError) as error:
                raise ServerError(f"the server does not listen any more: {error}") from None

    # --- inside -----------------------------------------------------------------------------------------

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
            self.send({"jsonrpc": "2.0", "id": message["id"], "result": result})
            return
        with self._changed:
            if "method" in message:
                self._said.append(message)
            else:
                self._responses[message["id"]] = message
            self._changed.notify_all()

    def _answer(self, method: str, params: Any) -> object:  # noqa: ANN401 - as in request
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
