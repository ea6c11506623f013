"""Names as words in one line."""

from __future__ import annotations

import pytest

from pincite.model.names import in_one_line, put_together

NAMES = [
    ({"literal": "A. Fenn", "family": "Fenn", "given": "Ada"}, "A. Fenn", "Ada Fenn"),
    (
        {"family": "Fenn", "given": "Ada", "particle": "van", "suffix": "Jr", "title": "Dr"},
        "Dr Ada van Fenn Jr",
        "Dr Ada van Fenn Jr",
    ),
    ({"literal": "Tide Board", "kind": "organization"}, "Tide Board", ""),
    ({"id": "https://orcid.org/0000-0002-1825-0097"}, "", ""),
    ({}, "", ""),
]


@pytest.mark.parametrize(("name", "line", "parts"), NAMES)
def test_a_name_is_one_line_as_printed_or_of_its_parts(name: dict[str, str], line: str, parts: str) -> None:
    assert (in_one_line(name), put_together(name)) == (line, parts)
