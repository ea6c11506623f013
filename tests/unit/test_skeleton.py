"""A document to go on with says exactly what is known of its article, whatever that holds, and its examples are examples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from hypothesis import given
from hypothesis import strategies as st

from pincite.cli.starting.skeleton import commented, skeleton
from pincite.reading.files import RawDocument, documents_in

if TYPE_CHECKING:
    from pincite.model.format import Article

WORDS = st.text(min_size=1, max_size=40) | st.sampled_from(
    ["- a", "# b", "x: y", "{a}", "  text:\n  path: x", "a\n\n  b\n", "\u2028\x85", "'\"", "|", "1871-05-03", "yes", "é" * 90]
)  # fmt: skip
ARTICLES = st.fixed_dictionaries(
    {
        "text": st.fixed_dictionaries({"content": WORDS})
        | st.fixed_dictionaries({"path": WORDS, "sha256": WORDS})
    },
    optional={
        "title": WORDS,
        "authors": st.lists(st.fixed_dictionaries({"literal": WORDS}), min_size=1, max_size=3),
        "date": WORDS,
        "language": st.just("en"),
        "series": st.fixed_dictionaries({"title": WORDS, "part": WORDS}),
        "original": st.fixed_dictionaries({"path": WORDS, "media_type": WORDS}),
    },
)
REASONS = st.dictionaries(st.sampled_from(["title", "date", "authors", "nothing"]), WORDS, max_size=2)


def said(text: str) -> Any:  # noqa: ANN401 - what a document says
    [raw] = documents_in("a.pincite.yaml", text.encode("utf-8"))
    assert isinstance(raw, RawDocument), raw
    return raw.data


@given(ARTICLES, REASONS)
def test_it_says_what_is_sure_and_nothing_else(article: dict[str, Any], reasons: dict[str, str]) -> None:
    whole = {**article, "inferred": reasons, "blocks": [{"type": "title"}]}
    found = said(skeleton(cast("Article", whole), ""))
    assert found == {
        "pincite": "1.0",
        "article": {name: value for name, value in article.items() if name not in reasons},
        "annotation": {"method": "manual"},
    }


@given(st.lists(WORDS, max_size=4).map("\n".join))
def test_what_is_commented_says_nothing(text: str) -> None:
    lines = commented(text.replace("\x85", "").replace("\u2028", "").replace("\u2029", "")).splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == []
