"""HTML inside another format: its tags, its comments and the text between them, in time that grows with the text."""

from __future__ import annotations

import html
import re
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9:-]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w:.-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_UNSEEN = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))
"""How what no reader sees begins and ends; what never ends is read as text."""
_UNSHOWN = ("script", "style", "template")
"""Elements whose content is no text."""
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
"""Unlike ``str.lower``, this never changes how long a text is."""


@dataclass(frozen=True)
class Tag:
    """A tag: its name in lower case, whether it ends the element, and its attributes as written."""

    name: str
    closes: bool
    written: str

    def attribute(self, name: str) -> str | None:
        """Return an attribute's value with its character references resolved, None where it has none."""
        for found in _ATTRIBUTE.finditer(self.written):
            if found[1].lower() == name:
                value = found[2] or ""
                return html.unescape(value[1:-1] if value[:1] in {'"', "'"} else value)
        return None


def parts(source: str) -> Iterator[Tag | str]:
    """Yield the tags of *source* and the texts between them, their character references resolved."""
    lower = source.translate(_LOWER)
    last = {end: source.rfind(end) for _, end in _UNSEEN}
    last_end = {name: lower.rfind(f"</{name}") for name in _UNSHOWN}
    at = begin = 0
    while (at := source.find("<", at)) >= 0:
        unseen = next((pair for pair in _UNSEEN if source.startswith(pair[0], at)), None)
        found = None if unseen else _TAG.match(source, at)
        if unseen and last[unseen[1]] >= at + len(unseen[0]):
            end = source.find(unseen[1], at + len(unseen[0])) + len(unseen[1])
        elif found:
            end = found.end()
        else:
            at += 1
            continue
        if begin < at:
            yield html.unescape(source[begin:at])
        if found:
            tag = Tag(found[2].lower(), bool(found[1]), found[3])
            if tag.name in _UNSHOWN and not tag.closes and last_end[tag.name] >= end:
                end = lower.find(f"</{tag.name}", end)
            elif tag.name not in _UNSHOWN:
                yield tag
        at = begin = end
    if begin < len(source):
        yield html.unescape(source[begin:])
