"""Links as citations, in citations, and on image marks: what a file says and its text does not show."""

from __future__ import annotations

import pytest

from pincite import check
from pincite.converter.article import convert_manuscript
from pincite.converter.readers import READERS

_ARTICLE = """\
# The bell of Sorrel Point

The keeper wrote of it:

> I rang it all night, and nobody heard it.
>
> — [Captain Amos Grell, *Forty Winters*, 1891, p. 112](https://example.org/grell) [(IMG)](scans/p112.png)

The clock came later, as “a small masterpiece of its kind” [Horace Venn, *The Tide Clock*, 1874, p. 9]({target}).
See also [the museum](https://example.org/museum), <cite>The Bell, a Novel</cite> and [1](https://example.org/1).
"""


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("https://example.org/venn", "https://example.org/venn"),
        ("HTTP://example.org/venn", "http://example.org/venn"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("//example.org/venn", None),
        ("venn.html", None),
    ],
)
def test_a_citation_that_is_a_link_gives_its_source_an_address(target: str, url: str | None) -> None:
    document = convert_manuscript(READERS["markdown"].read(_ARTICLE.format(target=target).encode("utf-8")))
    block, inline = document["quotations"]
    assert [one["citations"][0]["raw"] for one in (block, inline)] == [
        "Captain Amos Grell, Forty Winters, 1891, p. 112",
        "Horace Venn, The Tide Clock, 1874, p. 9",
    ]
    by_id = {source["id"]: source for source in document["sources"]}
    source = by_id[inline["citations"][0]["source"]]
    assert source.get("url") == url
    assert ("url" in source.get("inferred", {})) is (url is not None)
    assert by_id[block["citations"][0]["source"]]["url"] == "https://example.org/grell"
    assert block["citations"][0]["images"] == [image["id"] for image in document["images"]]
    assert [one for one in check(document).findings if one.code < "PIN100" or one.severity == "error"] == []


def test_links_that_name_no_source_are_no_citations() -> None:
    document = convert_manuscript(READERS["markdown"].read(_ARTICLE.encode("utf-8")))
    assert sum(len(one.get("citations", [])) for one in document.get("claims", [])) == 0
