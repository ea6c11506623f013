"""Bytes become text, and the text gives the same bytes again; what is not certain is refused."""

from __future__ import annotations

import codecs
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.converter.readers.decoding import decode
from pincite.reading.fault import UnreadableError

_ARTICLES = Path(__file__).parent / "articles"

RUSSIAN = (
    "В гавани по вечерам зажигали фонари, и смотритель записывал в журнал всё, что видел: «Прилив начался в шесть».\n"
    "Масло мерили чашкой, а фитили подрезали перед первой лодкой. Так продолжалось сорок лет.\n"
)
GREEK = "Στο λιμάνι κάθε βράδυ άναβαν τα φανάρια, και ο φύλακας έγραφε στο ημερολόγιο όλα όσα έβλεπε από την πρώτη βάρκα."
POLISH = (
    "W porcie co wieczór zapalano latarnie, a strażnik zapisywał w dzienniku wszystko, co widział: „Przypływ zaczął "
    "się o szóstej”. Oliwę mierzono kubkiem, a knoty przycinano przed pierwszą łodzią. Tak było przez czterdzieści lat."
)
ENGLISH = (
    "The keeper wrote of the lamp: “It burned all night” – and that was the end of it for the harbour.\n"
)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_says_how_to_read(mark: bytes, encoding: str, ends: str) -> None:
    text = f"The lämp 𝔘{ends}burned"
    found = decode(mark + text.encode(encoding))
    assert (found.text, found.encoding, found.detected) == (text, encoding, False)


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "cp866", "ibm866"),
        (GREEK, "cp1253", "windows-1253"),
        (POLISH, "cp1250", "windows-1250"),
        (POLISH, "iso8859-2", "iso-8859-2"),
        (ENGLISH, "cp1252", "windows-1252"),
        ("Söderhavn", "cp1252", "windows-1252"),
    ],
)
def test_an_encoding_that_is_certain_is_detected(text: str, encoding: str, name: str) -> None:
    found = decode(text.encode(encoding, "ignore"))
    assert (found.text, found.encoding, found.detected) == (
        text.encode(encoding, "ignore").decode(encoding),
        name,
        True,
    )


@pytest.mark.parametrize(
    "encoding", ["cp1252", "latin-1", "cp1250", "mac_roman", "iso8859-15", "cp1251", "koi8-r"]
)
@pytest.mark.parametrize("path", sorted(_ARTICLES.glob("*.txt")), ids=lambda path: path.stem)
def test_an_article_is_read_right_or_not_at_all(path: Path, encoding: str) -> None:
    text = path.read_text("utf-8")
    content = text.encode(encoding, "ignore")
    if len(content) < 0.9 * len(text):
        pytest.skip("an encoding for other letters")
    with suppress(UnreadableError):
        assert decode(content).text == content.decode(encoding)


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        (b"The se\xf1or of the lamp, and the harbour", "it may be windows-1252 ('señor') or windows-1250 ('seńor')"),
        (b"\x81\x8d\x8f\x90", "it may be windows-1251 ("),
        (b"The tide\xff\x00\x01\xfe", "no encoding fits"),
    ],
)  # fmt: skip
def test_an_encoding_that_is_not_certain_is_refused(content: bytes, hint: str) -> None:
    with pytest.raises(UnreadableError) as told:
        decode(content)
    assert str(told.value.fault.hint).startswith(hint)
    assert "is not UTF-8" in told.value.fault.message


@pytest.mark.parametrize("content", [b"PK\x03\x04\x14\x00\xff\xfe", b"%PDF-1.4\n\xe2\xe3\n"])
def test_what_is_no_text_is_not_guessed_at(content: bytes) -> None:
    with pytest.raises(UnreadableError, match="not text"):
        decode(content)


@pytest.mark.parametrize(
    ("content", "encoding"), [(b"\xf6", "ascii"), (b"ab\xff", "utf-8"), (b"abc", "utf-16")]
)
def test_bytes_that_are_not_in_the_encoding_they_are_said_to_be_in_are_refused(
    content: bytes, encoding: str
) -> None:
    with pytest.raises(UnreadableError, match=f"the file is not {encoding}: "):
        decode(content, encoding)


@pytest.mark.parametrize("name", ["runes", "rot13", "zip", "", "\0", "uu"])
def test_a_name_that_is_no_encoding_is_told(name: str) -> None:
    with pytest.raises(LookupError):
        decode(b"abc", name)


@given(st.binary(max_size=200))
def test_nothing_is_ever_replaced(content: bytes) -> None:
    try:
        found = decode(content)
    except UnreadableError:
        return
    again = found.text.encode(found.encoding)
    assert again in content
    assert len(content) - len(again) <= 4  # a byte order mark
