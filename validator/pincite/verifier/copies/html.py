"""HTML: all the text of a page, in order, with nothing dropped that is text.

What browsers show runs on as they show it. What they do not show (hidden elements, ``noscript``, what pictures say to
those who cannot see them) stands in a paragraph of its own behind the one it is in, so that it parts no sentence.
Scripts, style sheets and comments are no text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pincite.converter.readers.html_names import BLOCKS, CELLS
from pincite.model.page_words import OF_ANCHORS
from pincite.verifier.copies.as_article import told_as_copy
from pincite.verifier.copies.copy_text import Page
from pincite.verifier.copies.extract import Extract
from pincite.verifier.copies.page_marks import in_order, pages_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from pincite.verifier.copies.extract import Wish

_KEPT = frozenset({"pre", "listing", "textarea"})
"""Elements whose white space is kept."""
_SIGN = 2
"""Code points of what a picture says that stands for a letter or a sign in the text."""
_MARK = re.compile(r"\s*(?:[0-9]{1,4}|[*†‡§¶]{1,3}|[a-z])\s*")
"""The mark of a note, printed small above the line."""
_BREAK_WORDS = frozenset({"pagebreak", "doc-pagebreak"})
_BREAK_CLASSES = frozenset({"pagenum", "pageno", "pagenumber", "page-number", "page-num", "pb", "page-break"})
_LONGEST_BREAK = 20
"""Code points of what an element shows that says where a page begins."""
_BREAK_ID = re.compile(rf"{OF_ANCHORS}[ _.:-]?([0-9]{{1,5}}[a-z]?|[ivxlc]{{1,8}})", re.IGNORECASE)
_SPACE = re.compile(r"\s*")
_NUMERAL = re.compile(r"(?<!\w)([0-9]{1,5}[a-z]?|[ivxlcdm]{1,12})(?!\w)", re.IGNORECASE | re.ASCII)


def version(_: Wish) -> str:
    """Return the version of what is extracted here."""
    return "1"


def read(content: bytes, _: Wish) -> Extract:
    """Return the text of a page of HTML; raises CopyError for what is no text, or nests or holds too much.

    Pages are where elements say that one begins, else where marks in the text do.
    """
    with told_as_copy("html"):
        from pincite.converter.readers.html import safe_source  # noqa: PLC0415 - imports selectolax

        walk = _Walk()
        walk.page(safe_source(content))
    text = walk.text.result()
    return Extract(text, _pages(text, walk.breaks) or pages_of(text))


class _Break(NamedTuple):
    """Where a page begins, with its label."""

    at: int
    label: str


class _Walk:
    """Takes down a page; ``_aside`` is what waits for the end of the paragraph."""

    def __init__(self) -> None:
        from pincite.converter.readers.html.text import Text  # noqa: PLC0415 - as above
        from pincite.converter.readers.html.tree import is_hidden  # noqa: PLC0415 - as above

        self.text = Text()
        self._is_hidden = is_hidden
        self.breaks: list[_Break] = []
        self._aside: list[str] = []

    def page(self, source: str) -> None:
        """Take down the page in a source that was made safe for the parser."""
        from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - an optional extra

        root = LexborHTMLParser(source.encode("utf-8")).root
        if root is None:
            return
        # an element is followed by its tag alone, which ends it
        waiting: list[tuple[LexborNode | str, bool]] = [(root, False)]
        while waiting:
            node, kept = waiting.pop()
            if isinstance(node, str):
                self._leave(node)
            elif node.tag == "-text":
                self.text.add(node.text(deep=False), "text", 0, kept=kept)
            elif self._enter(node):
                tag = node.tag or ""
                waiting.append((tag, False))
                inner = kept or tag in _KEPT
                waiting.extend((child, inner) for child in reversed(list(_children(node))))
        self._end()

    def _enter(self, node: LexborNode) -> bool:
        """Begin an element; return whether what is in it is to be taken down."""
        tag = node.tag or "-"
        if tag[0] == "-" or tag in {"script", "style"}:
            return False
        attributes = {name: value or "" for name, value in node.attributes.items()}
        if tag == "head":
            self._aside += [_plain(one) for one in _children(node) if one.tag == "title"]
            self._end()
            return False
        if tag in {"img", "area"} or (tag == "input" and attributes.get("type") == "image"):
            self._picture(attributes.get("alt", ""))
        elif self._breaks_page(node, attributes):
            return False
        elif tag in {"rt", "rp"} or (tag not in BLOCKS and self._is_hidden(tag, attributes)):
            self._aside.append(_plain(node))
            return False
        elif tag == "sup" and _is_mark(node):
            self.text.add(f"[{_plain(node)}]", "text", 0)
            return False
        elif tag in CELLS:
            self.text.cell()
        elif tag in BLOCKS or tag == "hr":
            self._end()
        elif tag == "br":
            self.text.line_break()
        return True

    def _leave(self, tag: str) -> None:
        if tag in BLOCKS and tag not in CELLS:
            self._end()

    def _end(self) -> None:
        """End the paragraph; what waited for it follows."""
        self.text.end()
        aside, self._aside = self._aside, []
        for one in aside:
            self.text.add(one, "text", 0)
            self.text.end()

    def _picture(self, alt: str) -> None:
        """Take down what a picture says: a letter or a sign where it stands, anything longer behind the paragraph."""
        if 0 < len(alt.strip()) <= _SIGN:
            self.text.add(alt.strip(), "text", 0)
        else:
            self._aside.append(alt)

    def _breaks_page(self, node: LexborNode, attributes: dict[str, str]) -> bool:
        """Take down where a page begins, if an element says so: the number that it shows is not a part of the text."""
        said = {*attributes.get("epub:type", "").split(), attributes.get("role", "")}
        classes = {one.lower() for one in attributes.get("class", "").split()}
        by_id = _label_of_id(attributes)
        if (
            not said & _BREAK_WORDS
            and not classes & _BREAK_CLASSES
            and (by_id is None or node.tag not in {"a", "span"})
        ):
            return False
        shown = _plain(node)
        if len(shown) > _LONGEST_BREAK or (
            shown and not said & _BREAK_WORDS and not classes & _BREAK_CLASSES
        ):
            return False
        named = (shown, attributes.get("title", ""), attributes.get("aria-label", ""))
        label = next((found[1] for one in named if (found := _NUMERAL.search(one))), by_id)
        if label is None:
            return False
        self.breaks.append(_Break(self.text.length, label))
        if shown:
            self._aside.append(shown)
        return True


def _label_of_id(attributes: dict[str, str]) -> str | None:
    for name in ("id", "name"):
        found = _BREAK_ID.fullmatch(attributes.get(name, ""))
        if found:
            return found[1]
    return None


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _plain(node: LexborNode) -> str:
    """Return all the text in an element, its white space folded."""
    return " ".join((node.text(deep=True, separator=" ") or "").split())


def _is_mark(node: LexborNode) -> bool:
    """Return whether small print above the line is the mark of a note: short, and a link."""
    linked = node.css_first("a") is not None or (node.parent is not None and node.parent.tag == "a")
    return linked and _MARK.fullmatch(_plain(node)) is not None


def _pages(text: str, breaks: list[_Break]) -> tuple[Page, ...]:
    """Return the pages that begin at breaks, none where these do not count on."""
    if not breaks or not in_order([one.label for one in breaks]):
        return ()
    edges, labels = [0], [None if text[: breaks[0].at].strip() else breaks[0].label]
    for one in breaks[0 if labels[0] is None else 1 :]:
        space = _SPACE.match(text, one.at)
        at = space.end() if space else len(text)
        if at > edges[-1]:
            edges.append(at)
            labels.append(one.label)
        else:
            labels[-1] = one.label
    return tuple(
        Page(start, end, number, label)
        for number, ((start, end), label) in enumerate(
            zip(pairwise([*edges, len(text)]), labels, strict=True), 1
        )
    )
