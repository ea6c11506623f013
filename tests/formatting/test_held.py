"""What a formatted text is held against: a layout that lost or moved anything would be refused."""

from __future__ import annotations

import pytest

from pincite.editing.edits import EditingError
from pincite.formatting.held import Commented, hold_comments, hold_data
from pincite.formatting.yaml_reading import tree_of
from pincite.reading.files import RawDocument, read_document

BEFORE = "a: 1 # one\nb: 2\n"


def raw(text: str) -> RawDocument:
    found = read_document("a.pincite.yaml", text.encode(), is_json=False)
    assert isinstance(found, RawDocument)
    return found


def commented(text: str) -> Commented:
    return Commented(text, tree_of(text), raw(text).ignores)


@pytest.mark.parametrize("after", ["a: 1\nb: 2\n", "a: 1 # one\nb: 2 # one\n", "a: 1 # two\nb: 2\n"])
def test_a_comment_that_is_lost_or_made_up(after: str) -> None:
    hold_comments("a.pincite.yaml", commented(BEFORE), commented("b: 2\na: 1 # one\n"))
    with pytest.raises(EditingError, match="one of its comments would have no place"):
        hold_comments("a.pincite.yaml", commented(BEFORE), commented(after))


def test_a_comment_that_speaks_of_something_else() -> None:
    before = "a: 1\nb: 2 # pincite: ignore[PIN108] lost\n"
    hold_comments(
        "a.pincite.yaml", commented(before), commented("a:   1\n\nb:  2  # pincite: ignore[PIN108] lost\n")
    )
    with pytest.raises(
        EditingError, match=r"a\.pincite\.yaml:2 is left as it is: .* would speak of more or of less"
    ):
        hold_comments(
            "a.pincite.yaml", commented(before), commented("{a: 1, b: 2} # pincite: ignore[PIN108] lost\n")
        )


@pytest.mark.parametrize("after", ["a: 1\nb: 2.0\n", 'a: 1\nb: "2"\n', "a: 1\n", "a: 1\nb: 2\na: 1\n"])
def test_other_data(after: str) -> None:
    hold_data("a.pincite.yaml", raw(BEFORE), raw("b: 2\na: 1\n"))
    with pytest.raises(EditingError, match="its layout does not allow another one"):
        hold_data("a.pincite.yaml", raw(BEFORE), raw(after))
