"""A page's source made safe for the parser, and refused where the parser would choke on it.

The parser takes time that grows with the square of the depth of a page and of the attributes of a tag. Neither
can be known without reading tags as the parser does, and what is a tag depends on scripts, comments and other
raw text. So these are taken out here (nobody sees them) or escaped, and only then are tags counted: what is left
holds no ``<`` but in the tags that were counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pincite.converter.readers.html.nesting import Nesting, refused
from pincite.converter.readers.html_names import VOID

_SPACE = r"[ \t\n\f\r]"
_TAG_NAME = re.compile(r"<(/?)([A-Za-z][^ \t\n\f\r/>]*)")
_VALUE = r"\"([^\"]*)(?:\"|\Z)|'([^']*)(?:'|\Z)|([^ \t\n\f\r>\"'][^ \t\n\f\r>]*)|(?=>)"
_ATTRIBUTE = re.compile(rf"(?:{_SPACE}|/)*(=?[^ \t\n\f\r/>=]*)(?:{_SPACE}*=(?:{_SPACE}*(?:{_VALUE}))?)?")
_TAG_END = re.compile(rf"(?:{_SPACE}|/)*>")
_COMMENT = re.compile(r"<!--(?:-?>|(?:.*?)(?:--!?>|\Z))", re.DOTALL)
_SHOWN = frozenset({"title", "textarea", "xmp"})
_RAW = frozenset({"script", "style", "iframe", "noembed", "noframes"}) | _SHOWN
"""Elements in which tags are none."""
_RAW_ENDS = {
    name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE | re.ASCII) for name in sorted(_RAW)
}
_LONGEST_TAG = 64 * 1024
"""Code points of a tag, the values of ``data:`` addresses not counted: those are pictures."""
_MOST_ATTRIBUTES = 1000
"""Attributes of one tag, or of all tags of ``html`` and of ``body``, which the parser puts together."""
_LONGEST_SHEETS = 200_000
_LONGEST_SCRIPT = 200_000
"""Code points of style sheets and of one script of data that are kept."""


@dataclass
class Tamed:
    """The source for the parser; the style sheets and the data (JSON-LD) that were taken out of it."""

    source: str = ""
    sheets: str = ""
    data: list[str] = field(default_factory=list)


def tamed(text: str) -> Tamed:
    """Return the source of a page made safe; raises UnreadableError where it nests or holds more than is read."""
    return _Taming(text).result()


class _Taming:
    """Reads the source from ``at`` on, tag by tag; ``out`` is what is handed to the parser."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.out: list[str] = []
        self.tamed = Tamed()
        self.nesting = Nesting()
        self.root_attributes = 0
        self.is_xml = text[:200].lstrip().startswith("<?xml")

    def result(self) -> Tamed:
        text, size = self.text, len(self.text)
        while self.at < size:
            opening = text.find("<", self.at)
            if opening < 0:
                opening = size
            if opening > self.at:
                self._shown(text[self.at : opening])
            self.at = opening
            if opening < size:
                self._markup()
        self.tamed.source = "".join(self.out)
        return self.tamed

    def _shown(self, text: str) -> None:
        # a NUL is no character of HTML: the parser drops it from text, too
        self.out.append(text.replace("\0", "").replace("<", "&lt;"))
        if self.nesting.has_left and not text.isspace():
            self.nesting.text(self.at)

    def _markup(self) -> None:
        text, at = self.text, self.at
        tag = _TAG_NAME.match(text, at)
        if tag is not None:
            self._tag(at, tag[2].lower() if tag[2].isascii() else tag[2], tag.end(), closing=bool(tag[1]))
        elif text.startswith("<!--", at):
            comment = _COMMENT.match(text, at)
            self.at = comment.end() if comment else len(text)
        elif text.startswith("<![CDATA[", at) and (self.is_xml or self.nesting.is_foreign):
            end = text.find("]]>", at)
            end = len(text) if end < 0 else end
            self.out.append(text[at + 9 : end].replace("&", "&amp;").replace("<", "&lt;"))
            self.at = end + 3
        elif (
            text[at + 1 : at + 2] in {"!", "?", "/"} and text[at + 1 : at + 3] != "/"
        ):  # at the end "</" is text
            end = text.find(">", at)
            self.at = len(text) if end < 0 else end + 1
            if text[at + 2 : at + 9].lower() == "doctype":
                self.out.append(text[at : self.at] if self.at - at <= _LONGEST_TAG else "")
        else:
            self._shown("<")
            self.at += 1

    def _tag(self, start: int, name: str, at: int, *, closing: bool) -> None:
        """Read a tag from *start*, its attributes from *at* on, and hand it on."""
        text = self.text
        is_data = self._attributes(start, name, at)
        if is_data is None:
            self.at = len(text)  # a tag that never ends is not shown by browsers
        elif name == "plaintext":
            self.out.append("" if closing else "<pre>")
            if not closing:
                self._shown(text[self.at :])
                self.at = len(text)
        elif closing:
            self.out.append(f"</{name}>" if name != "xmp" else "</pre>")
            self.nesting.end(name, start)
        elif text.endswith("/>", start, self.at) and self._closes_itself(name):
            self.out.append(f"{text[start : self.at - 2]}></{name}>")
        elif name in _RAW:
            self._raw(name, text[start : self.at], is_data=is_data)
        else:
            self.out.append(text[start : self.at])
            self.nesting.start(name, text[start : self.at], start)

    def _closes_itself(self, name: str) -> bool:
        """Return whether a tag that ends in ``/>`` is an element of its own: in XML, and raw text in SVG."""
        return name not in VOID if self.is_xml else name in _RAW and self.nesting.is_foreign

    def _attributes(self, start: int, name: str, at: int) -> bool | None:
        """Read the attributes of a tag; return whether they say that it holds JSON-LD, None for a tag without end."""
        text = self.text
        count = pictures = 0
        is_data = False
        while (end := _TAG_END.match(text, at)) is None:
            attribute = _ATTRIBUTE.match(text, at)
            if attribute is None or attribute.end() == at or attribute.end() >= len(text):
                return None
            count += 1
            value = attribute[2] or attribute[3] or attribute[4] or ""
            if value[:5].lower() == "data:":
                pictures += len(value)
            is_data = is_data or (attribute[1].lower() == "type" and "ld+json" in value[:100].lower())
            at = attribute.end()
            if count > _MOST_ATTRIBUTES:
                raise refused(start, f"a tag has more than {_MOST_ATTRIBUTES} attributes")
            if at - start - pictures > _LONGEST_TAG:
                raise refused(start, f"a tag is longer than {_LONGEST_TAG // 1024} KiB")
        self.at = end.end()
        if name in {"html", "body"}:
            self.root_attributes += count
            if self.root_attributes > _MOST_ATTRIBUTES:
                raise refused(
                    start, f"the tags of html and body have more than {_MOST_ATTRIBUTES} attributes"
                )
        return is_data

    def _raw(self, name: str, tag: str, *, is_data: bool) -> None:
        """Read the raw text behind the start tag of an element."""
        text, begin = self.text, self.at
        found = _RAW_ENDS[name].search(text, begin)
        stop = len(text) if found is None else found.start()
        if found is None and self.nesting.is_foreign:
            return  # in SVG it would not be raw text, and would not swallow the rest of the page
        if name in _SHOWN:
            escaped = text[begin:stop].replace("<", "&lt;").replace("\0", "")
            if name == "xmp":
                escaped = text[begin:stop].replace("&", "&amp;").replace("<", "&lt;").replace("\0", "")
                tag, name = "<pre>", "pre"
            self.out.append(f"{tag}{escaped}</{name}>")
        elif name == "style":
            self.tamed.sheets += text[begin:stop][: _LONGEST_SHEETS - len(self.tamed.sheets)]
        elif is_data and stop - begin <= _LONGEST_SCRIPT:
            self.tamed.data.append(text[begin:stop])
        if found is None:
            self.at = len(text)
            return
        close = text.find(">", stop)
        self.at = len(text) if close < 0 else close + 1
