"""Text of a document made safe to print: no control character of it reaches a terminal."""

from __future__ import annotations

import re

_HIDDEN = (
    "\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""DEL and C1 controls, bidirectional controls and invisible characters, lone surrogates."""

_UNSAFE = f"[\x00-\x1f{_HIDDEN}]"
_UNSAFE_IN_JSON = f"[{_HIDDEN}]"
_BASIC_PLANE = 0x10000


def safe(text: str) -> str:
    """Return *text* with every control, direction and invisible character written as an escape."""
    if text.isascii() and text.isprintable():
        return text  # nearly every text; the sets of the others are compiled when one comes
    return re.sub(_UNSAFE, _escape, text)


def safe_json(text: str) -> str:
    """Return JSON with the same characters written as JSON's own escapes: it means what it meant."""
    return re.sub(_UNSAFE_IN_JSON, _json_escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if found[0] == "\t":
        return " "
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < _BASIC_PLANE else f"\\U{code:08x}"  # noqa: PLR2004 - two digits hold it


def _json_escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < _BASIC_PLANE:
        return f"\\u{code:04x}"
    high, low = divmod(code - _BASIC_PLANE, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
