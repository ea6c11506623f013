"""Articles of plain text: pieces of them are rewritten, in the file's own line ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pincite.editing.draft import draft
from pincite.editing.edits import Edit, EditingError, applied
from pincite.model.document import plain_text
from pincite.model.finding import Span
from pincite.model.fix import Change, put, rewrite

TEXT = "The lamp  was lit.\n\n'Well,' she said.\n"
CHANGES = [rewrite(Span(8, 10), " "), rewrite(Span(18, 20), "\n"), rewrite(Span(20, 26), "‘Well,’")]


@pytest.mark.parametrize("eol", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_pieces_are_rewritten(eol: str, mark: str) -> None:
    before = mark + TEXT.replace("\n", eol)
    done = draft("a.txt", before.encode(), {0: CHANGES})
    after = "The lamp was lit.\n‘Well,’' she said.\n"
    assert (done.after.decode(), done.refused) == (mark + after.replace("\n", eol), ())
    assert applied(before, done.edits) == done.after.decode()


def test_edits_count_the_byte_order_mark() -> None:
    assert draft("a.txt", b"\xef\xbb\xbftide", {0: [rewrite(Span(0, 1), "T")]}).edits == (Edit(1, 2, "T"),)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (put("/article/title", "x"), "the file is the article itself: only its text can be changed"),
        (rewrite(Span(9, 9), "x"), "another change writes something else there"),
        (rewrite(Span(19, 22), "x"), "another change writes something else there"),
        (rewrite(Span(3, 99), "x"), "the article's text has no such piece"),
        (rewrite(Span(-1, 0), "x"), "the article's text has no such piece"),
        (rewrite(Span(5, 4), "x"), "the article's text has no such piece"),
        (Change("/article/text", None, "rewrite", Span(0, 1)), "the article's text has no such piece"),
        (Change("/article/text", "x", "rewrite"), "the article's text has no such piece"),
        (CHANGES[0], None),
        (rewrite(Span(0, 3), "The"), None),
    ],
)
def test_what_cannot_be_written_is_told(change: Change, reason: str | None) -> None:
    done = draft("a.txt", TEXT.encode(), {0: [*CHANGES, change]})
    assert [refusal.reason for refusal in done.refused] == ([] if reason is None else [reason])
    assert done.after == draft("a.txt", TEXT.encode(), {0: CHANGES}).after


def test_what_would_be_no_article_any_more_is_refused() -> None:
    done = draft("a.txt", b"tide", {0: [rewrite(Span(0, 4), " ")]})
    assert not done.differs
    assert [refusal.reason for refusal in done.refused] == [
        "with it, the file could not be read any more (cannot read a.txt: the file has no visible text)"
    ]


@pytest.mark.parametrize("content", [b"\xff", b"", b"a\0"])
def test_what_is_no_article_is_not_written_to(content: bytes) -> None:
    with pytest.raises(EditingError, match=r"cannot read a\.txt"):
        draft("a.txt", content, {0: [rewrite(Span(0, 0), "x")]})


def test_a_document_keeps_its_copy_of_the_text() -> None:
    done = draft("a.pincite.json", b'{"a": 1}', {0: [rewrite(Span(0, 0), "x")]})
    assert [refusal.reason for refusal in done.refused] == [
        "the document's text is a copy of the article's, and keeps its words"
    ]


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_text_takes_any_words(data: st.DataObject) -> None:
    words = st.text(
        st.one_of(
            st.sampled_from("\r\n\ufeffa "), st.characters(exclude_categories=["Cs"], exclude_characters="\0")
        )
    )
    before = "x" + data.draw(words)
    text = plain_text(before)
    pieces = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), words)
    changes = [
        rewrite(Span(min(one, other), max(one, other)), plain_text(new))
        for one, other, new in data.draw(st.lists(pieces, max_size=4))
    ]
    done = draft("a.txt", before.encode(), {0: changes})
    refused = [refusal.change for refusal in done.refused]
    wanted = [Edit(*one.span, str(one.value)) for one in changes if one not in refused and one.span]
    assert plain_text(done.after.decode()) == applied(text, set(wanted))
