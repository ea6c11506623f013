"""The conversation from its beginning to its end, with editors that keep to the protocol and such that do not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.editor.client import lsp_client

if TYPE_CHECKING:
    from tests.language_client import LanguageClient

URI = "file:///nowhere/harbour.pincite.yaml"
TEXT = 'pincite: "1.0"\narticle: {titel: x}\n'


def test_the_server_says_what_it_can_do(client: LanguageClient) -> None:
    said = client.initialize()
    assert said["serverInfo"]["name"] == "pincite"
    assert said["capabilities"]["textDocumentSync"] == {"openClose": True, "change": 2, "save": True}
    assert said["capabilities"]["positionEncoding"] == "utf-16"


def test_it_ends_with_0_when_it_was_shut_down_and_1_when_not(client: LanguageClient) -> None:
    client.initialize()
    assert client.shut_down() == 0
    assert client.errors == b""


@pytest.mark.parametrize("last", ["exit", "gone"])
def test_it_ends_with_1_when_nobody_shut_it_down(client: LanguageClient, last: str) -> None:
    client.initialize()
    if last == "exit":
        client.notify("exit")
    assert client.hang_up() == 1
    assert client.errors == b""


def test_it_ends_with_0_when_the_editor_is_gone_after_the_shutdown(client: LanguageClient) -> None:
    client.initialize()
    client.request("shutdown")
    assert client.hang_up() == 0


def test_it_ends_when_nobody_reads_what_it_says() -> None:
    with lsp_client(listens=False) as deaf:
        deaf.process.stdout.close()  # type: ignore[union-attr] # it is a pipe
        deaf.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        assert deaf.wait() == 1
        assert deaf.errors == b""


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": {}}, -32002),
        ({"jsonrpc": "1.0", "id": 7, "method": "initialize", "params": {}}, -32600),
        ({"jsonrpc": "2.0", "id": 7, "method": "initialize", "params": {"capabilities": 3}}, -32602),
    ],
)
def test_before_the_beginning_a_wrong_request_is_refused(
    client: LanguageClient, message: object, code: int
) -> None:
    client.send(message)
    assert client.answer(7)["error"]["code"] == code
    assert client.initialize()["serverInfo"]


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, -32600),
        ("textDocument/hover", {"textDocument": 5}, -32602),
        ("textDocument/hover", None, -32602),
        ("textDocument/linkedEditingRange", {}, -32601),
        ("no/such\x1b[31m thing", {}, -32601),
    ],
)
def test_a_wrong_request_is_refused(editor: LanguageClient, method: str, params: object, code: int) -> None:
    assert editor.answer(editor.ask(method, params))["error"]["code"] == code


def test_after_the_shutdown_requests_are_refused(client: LanguageClient) -> None:
    client.initialize()
    client.request("shutdown")
    assert client.answer(client.ask("textDocument/hover", {}))["error"]["code"] == -32600
    client.notify("exit")
    assert client.hang_up() == 0


@pytest.mark.parametrize(
    "rubbish",
    [
        b"hello\r\n\r\n",
        b"Content-Length: 3\r\n\r\n{x}",
        b"Content-Length: 2\r\n\r\n[]",
        b"Content-Length: 4\r\n\r\nnull",
        b"Content-Length: 2\r\n\r\n\xff\xff",
        b"Content-Length: 200000\r\n\r\n" + b"[" * 200_000,
        b'Content-Length: 30\r\n\r\n{"jsonrpc":"2.0","method":[1]}',
        b'Content-Length: 35\r\n\r\n{"jsonrpc":"2.0","method":"a","id":[]',
        b'Content-Length: 38\r\n\r\n{"jsonrpc":"2.0","id":999,"result":[1]}',
    ],
    ids=range(9),
)
def test_rubbish_is_passed_over(editor: LanguageClient, rubbish: bytes) -> None:
    editor.send_bytes(rubbish)
    editor.send_bytes(b"\r\n")
    editor.open(URI, TEXT)
    assert editor.diagnostics(URI)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("textDocument/didOpen", {"textDocument": {"uri": 5}}),
        ("textDocument/didOpen", {"textDocument": {"uri": "file://[", "languageId": "", "version": 1, "text": ""}}),
        ("textDocument/didOpen", {"textDocument": {"uri": "file:///a%00.pincite.yaml", "languageId": "", "version": 1, "text": ""}}),
        ("textDocument/didChange", {"textDocument": {"uri": "file:///unknown", "version": 1}, "contentChanges": []}),
        ("textDocument/didClose", {"textDocument": {"uri": "file:///unknown"}}),
        ("textDocument/didChange", None),
        ("$/unheard/of", {"x": json.loads("[" * 50 + "]" * 50)}),
    ],
    ids=range(7),
)  # fmt: skip
def test_a_wrong_notification_is_passed_over(editor: LanguageClient, method: str, params: object) -> None:
    editor.notify(method, params)
    editor.open(URI, TEXT)
    assert editor.diagnostics(URI)
