"""Words of documents and of people become part of Markdown, YAML, XML and BibTeX that says exactly them, and does nothing."""

from __future__ import annotations

import json
import re
from html import escape

from pincite.reporters.safe_text import safe

_NO_CHARACTER = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
"""What neither XML nor YAML may hold, though texts of JSON may."""
_INSIDE = re.compile(r"[\\`*_\[\]~$#]")
_AT_START = re.compile(r"[-+=:]|[0-9]{1,9}[.)](?=\s|$)")
_ADDRESS = re.compile(r"(?i)\b(www)(\.)|\b([a-z][a-z0-9+.-]*)(:)(?=//)|(\w)(@)(?=\w)")
_IN_BIBTEX = {
    "\\": r"\textbackslash{}",
    # a brace counts in BibTeX with a backslash before it, too
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{one: f"\\{one}" for one in "&%$#_"},
}


def plain(text: str) -> str:
    """Return a text in one line, each character that is not shown, or turns the direction, written as an escape."""
    line = safe(" ".join(text.split()))
    return _NO_CHARACTER.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def in_markdown(text: str) -> str:
    """Return Markdown for the words of a text, in a paragraph, a cell or a heading; addresses make no links."""
    shown = _INSIDE.sub(r"\\\g<0>", escape(plain(text), quote=False))
    shown = _ADDRESS.sub(_unlinked, shown).replace("|", "&#124;")
    found = _AT_START.match(shown)
    return f"{shown[: found.end() - 1]}\\{shown[found.end() - 1 :]}" if found else shown


def _unlinked(found: re.Match[str]) -> str:
    before, mark = (one for one in found.groups() if one is not None)
    return f"{before}&#{ord(mark)};"


def as_code(text: str) -> str:
    """Return Markdown for a text as code, in a paragraph or a cell."""
    return f"<code>{in_markdown(text)}</code>"


def in_yaml(text: str) -> str:
    """Return a text as a quoted scalar of YAML 1.1 and 1.2, on one line."""
    return json.dumps(plain(text), ensure_ascii=False)


def in_xml(text: str) -> str:
    """Return the words of a text as content or a quoted attribute of XML 1.0."""
    return escape(plain(text))


def in_bibtex(text: str) -> str:
    """Return the words of a text for a field in braces; they hold no brace of their own, and no command."""
    return "".join(_IN_BIBTEX.get(one, one) for one in plain(text))
