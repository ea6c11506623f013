"""What texts in other formats say: all their strings, one to a line, as a reader of the format sees them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from tests.export import page_reading, xml_reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def strings_of(value: object) -> Iterator[str]:
    """Yield all strings and numbers of a JSON value, names of members aside."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from strings_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_of(inner)
    else:
        yield str(value)


def web_annotation(text: str) -> str:
    """Return the strings of a page of annotations; fragments that are places in sources are taken apart."""
    found = list(strings_of(json.loads(text)))
    places = [value for one in found if "=" in one for _, value in parse_qsl(one)]
    return "\n".join([*found, *places, *(one.lower() for one in found if one.isalpha())])


def json_ld(text: str) -> str:
    """Return the strings of a document in linked data, without its context; classes are the format's words as well."""
    document = json.loads(text)
    del document["@context"]
    found = list(strings_of(document))
    return "\n".join([*found, *(one.lower() for one in found if one.isalpha())])


SAID: dict[str, Callable[[str], str]] = {
    "web-annotation": web_annotation,
    "json-ld": json_ld,
    "html": page_reading.said,
    "jats": xml_reading.jats,
    "tei": xml_reading.tei,
}
"""For each format that is not read back: a function that returns all its strings, of the text it is written in."""
