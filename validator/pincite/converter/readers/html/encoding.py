"""The text in the bytes of a page, by the encoding that the page declares."""

from __future__ import annotations

import codecs
import re

from pincite.reading.fault import Fault, UnreadableError
from pincite.reading.opening import capped, decoded
from pincite.reading.rules import encoding_invalid

_SEARCHED = 1024
"""Bytes from the beginning in which the standard looks for a declaration."""
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(
    rb"<meta\b[^>]{0,400}?charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE
)
_XML = re.compile(rb"\s{0,20}<\?xml\b[^>]{0,200}?encoding\s{0,20}=\s{0,20}[\"']([A-Za-z0-9_:.-]{1,40})[\"']")
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_AS_STANDARD = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-7": "utf-8",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""Declared names that mean another encoding: those of the standard, by Python's names."""
_KNOWN = re.compile(
    r"cp[0-9]{3,4}|iso8859-[0-9]{1,2}|koi8-[rtu]|mac-[a-z]+|gb18030|gbk|gb2312|hz|big5(?:hkscs)?|euc_[a-z]{2}"
    r"|shift_jis|iso2022_jp|tis-620|ascii|utf-8|utf-7|utf-16(?:-[lb]e)?|kz1048"
)
"""Python's names of the encodings of pages; it knows others that are none, such as base64."""


def page_text(content: bytes) -> str:
    """Return the text of a page without its BOM, LF line ends.

    Raises UnreadableError for more bytes than are read at once, and for bytes that are none in the page's encoding.
    """
    capped(content)
    bom, encoding = next(((bom, name) for bom, name in _BOMS if content.startswith(bom)), (b"", None))
    declared = encoding or _declared(content[:_SEARCHED])
    if declared in {None, "utf-8"}:
        text = _utf8(content, told=declared is not None)
    else:
        text = _decoded(content[len(bom) :], str(declared))
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _declared(beginning: bytes) -> str | None:
    """Return Python's name of the encoding that the beginning of a page declares, None where it says none."""
    found = _XML.match(beginning) or _META.search(_COMMENT.sub(b"", beginning))
    if found is None:
        return None
    label = found[1].decode("ascii").strip()
    name = _python_name(label) or _python_name(label.lower().removeprefix("x-"))
    if name is None or not _KNOWN.fullmatch(name):
        raise UnreadableError(
            Fault(
                encoding_invalid.RULE,
                f"the page declares the encoding '{label}', which is not known",
                "declare the encoding that the page is saved in, or save it as UTF-8",
            )
        )
    return _AS_STANDARD.get(name, name)


def _python_name(label: str) -> str | None:
    try:
        return codecs.lookup(label).name
    except LookupError:
        return None


def _utf8(content: bytes, *, told: bool) -> str:
    """Return the text in UTF-8; the fault of a page that declares no encoding says what to declare."""
    try:
        return decoded(content)
    except UnreadableError as error:
        fault = error.fault
        if not told and "byte" in fault.message:
            message = f"{fault.message}, and the page declares no encoding"
            hint = 'declare the encoding in the head, as in <meta charset="windows-1252">, or save the page as UTF-8'
            fault = Fault(fault.rule, message, hint, fault.start, fault.end)
        raise UnreadableError(fault) from None


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace")
        raise UnreadableError(
            Fault(
                encoding_invalid.RULE,
                f"byte 0x{content[error.start]:02x} is not {encoding}, the encoding that the page declares",
                "declare the encoding that the page is saved in, or save it as UTF-8",
                len(before),
                len(before) + 1,
            )
        ) from None
