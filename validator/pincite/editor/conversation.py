"""The conversation with an editor from the first message to the last, and what the protocol allows when.

pygls knows the messages and their types; it answers no request that it cannot read, and ends with 0 whatever happened. So the
messages pass through here first (LSP 3.17: Base Protocol, Server lifecycle).
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import threading
from typing import TYPE_CHECKING, cast

from lsprotocol.types import EXIT, INITIALIZE, SHUTDOWN, ErrorCodes, ResponseError

from pincite.editor.wire import bodies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from pygls.lsp.server import LanguageServer

    from pincite.model.json_value import JsonObject

_LOG = logging.getLogger(__name__)
_CHUNK = 64 * 1024
_LONGEST_SHOWN = 200


def converse(server: LanguageServer, stdin: BinaryIO, stdout: BinaryIO) -> int:
    """Talk with an editor until one of both ends it; return the exit status.

    That is 0 after the request ``shutdown``, 1 where the editor ends, or is gone, without having asked for it. *stdin* is
    unbuffered: nothing at the end of the process waits for what is still being read.
    """
    return asyncio.run(_conversation(server, stdin, stdout))


async def _conversation(server: LanguageServer, stdin: BinaryIO, stdout: BinaryIO) -> int:
    loop = asyncio.get_running_loop()
    received: asyncio.Queue[bytes | None] = asyncio.Queue()
    gone = asyncio.Event()

    def hand_on(body: bytes | None) -> None:
        with contextlib.suppress(RuntimeError):  # the conversation is over
            loop.call_soon_threadsafe(received.put_nowait, body)

    def listen() -> None:
        try:
            for body in bodies(_chunks(stdin)):
                hand_on(body)
        finally:
            hand_on(None)

    server.protocol.set_writer(_Mouth(stdout, lambda: hand_on(None), gone))
    threading.Thread(target=listen, name="ear", daemon=True).start()
    gate = Gate(server)
    while not gone.is_set() and (body := await received.get()) is not None:
        if gate.take(body):
            break
    return gate.status


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    with contextlib.suppress(OSError, ValueError):
        while chunk := stream.read(_CHUNK):
            yield chunk


class _Mouth:
    """Writes messages; once nobody listens any more, it keeps silent."""

    def __init__(self, stream: BinaryIO, on_gone: Callable[[], None], gone: asyncio.Event) -> None:
        self._stream = stream
        self._on_gone = on_gone
        self._gone = gone

    def write(self, data: bytes) -> None:
        if self._gone.is_set():
            return
        try:
            self._stream.write(data)
            self._stream.flush()
        except (OSError, ValueError):
            self._gone.set()
            self._on_gone()

    def close(self) -> None:
        """Leave the stream open: the end of the process closes it."""


class Gate:
    """Lets those messages through to pygls that it can read and that may come now; requests get an answer in any case."""

    def __init__(self, server: LanguageServer) -> None:
        self._protocol = server.protocol
        self._initialized = self._shut_down = False

    @property
    def status(self) -> int:
        """Return the exit status if the conversation ended now."""
        return 0 if self._shut_down else 1

    def take(self, body: bytes) -> bool:
        """Take the body of a message; return whether it ends the conversation."""
        try:
            message = json.loads(body)
        except (ValueError, RecursionError) as error:
            self._refuse(None, ErrorCodes.ParseError, f"this is not JSON: {error}")
            return False
        if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
            self._refuse(_id_of(message), ErrorCodes.InvalidRequest, "this is no message of JSON-RPC 2.0")
            return False
        method = message.get("method")
        if method is None:
            self._hand_on(message)  # the answer to a request of ours
        elif not isinstance(method, str):
            self._refuse(_id_of(message), ErrorCodes.InvalidRequest, "the method of this message is no name")
        elif method == EXIT:
            return True
        elif self._may_come(message, method):
            self._initialized = (self._hand_on(message) and method == INITIALIZE) or self._initialized
            self._shut_down = self._shut_down or method == SHUTDOWN
        return False

    def _may_come(self, message: JsonObject, method: str) -> bool:
        """Return whether a message with a method may come now; a request that may not is answered."""
        known = self._protocol.fm.builtin_features.keys() | self._protocol.fm.features.keys()
        if self._shut_down:
            code, why = ErrorCodes.InvalidRequest, "the server has been shut down"
        elif method == INITIALIZE and self._initialized:
            code, why = ErrorCodes.InvalidRequest, "the server has been initialized already"
        elif method != INITIALIZE and not self._initialized:
            code, why = ErrorCodes.ServerNotInitialized, "the server has not been initialized"
        elif method not in known and method != "$/cancelRequest":
            code, why = ErrorCodes.MethodNotFound, f"this server has no method {method[:_LONGEST_SHOWN]}"
        else:
            return True
        self._refuse(_id_of(message), code, why)
        return False

    def _hand_on(self, message: JsonObject) -> bool:
        """Hand a message on to pygls; return whether it can be read."""
        try:
            self._protocol.handle_message(
                self._protocol.structure_message(cast("dict[str, object]", message))
            )
        except Exception as error:  # noqa: BLE001 - whatever a message holds, the next one is heard
            _LOG.debug("a message was refused", exc_info=True)
            self._refuse(_id_of(message), ErrorCodes.InvalidParams, f"this message cannot be read: {error}")
            return False
        return True

    def _refuse(self, number: int | str | None, code: ErrorCodes, why: str) -> None:
        """Answer a request with an error; what is no request, and so has no number, is only logged."""
        if number is None:
            _LOG.warning("a message was passed over: %s", why)
            return
        self._protocol._send_response(number, error=ResponseError(code.value, why))  # noqa: SLF001 - the only way to say no


def _id_of(message: object) -> int | str | None:
    number = message.get("id") if isinstance(message, dict) and "method" in message else None
    return number if isinstance(number, (int, str)) else None
