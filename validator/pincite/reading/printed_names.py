"""An article that was converted to be judged: its ids are the converter's own, and nobody who reads a report has seen them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.format import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.model.finding import Finding
    from pincite.model.format import DocumentData

_LONGEST = 48
"""Code points of a name; more is cut at a word."""
_ID = re.compile(r"'([a-z][a-z0-9-]{0,63})'")


class PrintedNames:
    """What stands for the ids of one document in messages: a source's title, a quotation's first words."""

    def __init__(self, document: DocumentData) -> None:
        members = Source.__annotations__  # which hints name in the same marks
        self._names = {name: words for name, words in _named(document) if words and name not in members}

    def of(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings, with words the article prints for the ids in their messages and hints."""
        for finding in findings:
            hint = None if finding.hint is None else self._in_words(finding.hint)
            yield finding._replace(message=self._in_words(finding.message), hint=hint)

    def _in_words(self, text: str) -> str:
        return _ID.sub(lambda found: self._names.get(found[1], found[0]), text)


def _named(document: DocumentData) -> Iterator[tuple[str, str]]:
    for source in document.get("sources", ()):
        yield source["id"], _cut(source.get("title") or _correspondents(source))
    for quotation in document.get("quotations", ()):
        yield quotation["id"], _cut(quotation["text"])
    for claim in document.get("claims", ()):
        yield claim["id"], _cut(claim["text"])
    for image in document.get("images", ()):
        yield image["id"], _cut(image.get("label", ""))


def _correspondents(source: Source) -> str:
    sides = (source.get("authors", ()), source.get("recipients", ()))
    named = (" and ".join(one.get("literal") or one.get("family", "") for one in side) for side in sides)
    return " to ".join(filter(None, named))


def _cut(words: str) -> str:
    """Return the first words in quotation marks, none for no words."""
    words = " ".join(words.split())
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:.") + " …"
    return f"“{words.strip('“”„»«')}”" if words else ""
