"""Pictures held in their addresses: the same bytes and media type from Markdown and from a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pincite.converter.manuscript import Picture
from pincite.converter.readers import READERS, data_address

_PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("address", "content", "media_type"),
    [
        ("data:image/png;base64,iVBORw0KGgo=", _PNG, "image/png"),
        ("data:image/jpeg;base64,iVBORw0KGgo=", _PNG, "image/png"),
        ("data:text/html;base64,iVBORw0KGgo=", _PNG, "image/png"),
        ("data:;base64,iVBORw0KGgo=", _PNG, "image/png"),
        ("DATA:IMAGE/PNG;BASE64,iVBORw0KGgo=", _PNG, "image/png"),
        ("data:image/png;x=y;base64,iVBO%20Rw0K%0AGgo=", _PNG, "image/png"),
        ("data:image/x-emf;base64,AAAA", b"\0\0\0", "image/x-emf"),
        ("data:text/html,a", b"a", None),
        ("data:image/svg+xml,%3Csvg/%3E", b"<svg/>", "image/svg+xml"),
        ("data:image/png;base64,%%%", None, "image/png"),
        ("data:image/png", None, None),
    ],
)
def test_an_address_gives_the_picture_it_holds(
    address: str, content: bytes | None, media_type: str | None
) -> None:
    expected = Picture(0, None if content else address, content, media_type, "bell")
    for kind, article in (("markdown", f"![bell]({address})"), ("html", f'<img alt=bell src="{address}">')):
        assert [replace(one, at=0) for one in READERS[kind].read(article.encode()).pictures] == [expected]


def test_an_address_that_is_too_long_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    address = "data:image/png;base64,iVBORw0KGgo="
    monkeypatch.setattr(data_address, "_LONGEST", len(address) - 1)
    assert data_address.held_picture(3, address, None) == Picture(3, address)
