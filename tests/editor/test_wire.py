"""Messages are found in a stream of bytes, however it is cut and whatever stands between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.editor import wire
from pincite.editor.wire import bodies


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


@given(st.lists(st.binary(min_size=1, max_size=30)), st.integers(1, 40))
def test_every_body_comes_through_however_the_stream_is_cut(given_bodies: list[bytes], size: int) -> None:
    stream = b"".join(map(framed, given_bodies))
    chunks = [stream[at : at + size] for at in range(0, len(stream), size)]
    assert list(bodies(chunks)) == given_bodies


@pytest.mark.parametrize(
    ("stream", "found"),
    [
        (b"", []),
        (b"hello there\r\n\r\n" + framed(b"{}"), [b"{}"]),
        (b"\x00\xff" * 9000 + framed(b"{}"), [b"{}"]),
        (b"content-length:2\n\n{}", [b"{}"]),
        (b"Content-Type: x; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}", [b"{}"]),
        (b"Content-Length: 2\r\nContent-Type: x\r\n\r\n{}", [b"{}"]),
        (b"Content-Length: -2\r\n\r\n{}" + framed(b"[]"), [b"[]"]),
        (b"Content-Length: 9\r\n\r\n{}", []),
    ],
)  # fmt: skip
def test_what_is_no_message_is_passed_over(stream: bytes, found: list[bytes]) -> None:
    assert list(bodies([stream])) == found


def test_a_body_that_is_too_long_is_passed_over_and_the_next_one_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wire, "LONGEST", 10)
    stream = framed(b"x" * 11) + framed(b"y" * 10)
    for size in (1, 7, len(stream)):
        assert list(bodies(stream[at : at + size] for at in range(0, len(stream), size))) == [b"y" * 10]
