"""Files of a megabyte, of the shapes that keep parsers busy: each by its name, with what makes it of a size in bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HEAD = 'pincite: "1.0"\narticle: {title: The harbour clock, language: en}\n'
JSON_HEAD = '{"pincite": "1.0", "article": {"title": "The harbour clock", "language": "en"}'
MARKDOWN_HEAD = f"---\n{HEAD}---\n\n"
MEGABYTE = 1_000_000


def many(unit: str, size: int) -> str:
    """Return a text again and again, up to a size."""
    return unit * max(1, size // len(unit.encode()))


def of_article(content: str, **members: object) -> str:
    whole = {"title": "The harbour clock", "language": "en", "text": {"content": content}}
    return json.dumps({"pincite": "1.0", "article": whole, **members}, ensure_ascii=False)


def numbered(unit: str, size: int) -> str:
    """Return a text with ``%d`` in it again and again, with other numbers."""
    return "".join(unit % number for number in range(size // (len(unit.encode()) + 3)))


YAML: Mapping[str, Callable[[int], str]] = {
    "anchors": lambda size: HEAD + "x: [" + numbered("&a%d 1, ", size) + "]\n",
    "aliases": lambda size: HEAD + "a: &a [1]\nx: [" + many("*a, ", size) + "]\n",
    "comments": lambda size: HEAD + many("# tide\n", size),
    "comment-long": lambda size: HEAD + "#" + "x" * size + "\n",
    "empty-lines": lambda size: HEAD + "\n" * size,
    "carriage-returns": lambda size: HEAD + "\r" * size,
    "plain-scalar": lambda size: HEAD + "x: " + many("tide ", size) + "\n",
    "plain-lines": lambda size: HEAD + "x: a\n" + many("  b\n", size),
    "block-lines": lambda size: HEAD + "x: |\n" + many("  b\n", size),
    "double-quoted": lambda size: HEAD + 'x: "' + many("\\u0041", size) + '"\n',
    "single-quoted": lambda size: HEAD + "x: '" + many("''", size) + "'\n",
    "unclosed-quote": lambda size: HEAD + 'x: "' + many("tide ", size),
    "flow-items": lambda size: HEAD + "x: [" + many("1,", size) + "]\n",
    "flow-unclosed": lambda size: HEAD + "x: [" + many("1,", size),
    "flow-pairs": lambda size: HEAD + "x: {" + numbered("a%d: 1, ", size) + "}\n",
    "items": lambda size: HEAD + "x:\n" + many("- 1\n", size),
    "keys": lambda size: HEAD + numbered("k%d: 1\n", size),
    "keys-same": lambda size: HEAD + many("x: 1\n", size),
    "key-long": lambda size: HEAD + "k" * size + ": 1\n",
    "keys-complex": lambda size: HEAD + many("? a\n", size),
    "tags": lambda size: HEAD + "x: [" + many("!!str 1, ", size) + "]\n",
    "tag-long": lambda size: HEAD + "x: !" + "a" * size + " 1\n",
    "directives": lambda size: many("%FOO bar\n", size) + "---\n" + HEAD,
    "documents": lambda size: many("---\na: 1\n", size),
    "colons": lambda size: HEAD + "x: " + ":" * size + "\n",
    "dashes": lambda size: HEAD + "x: " + "-" * size + "\n",
    "spaces": lambda size: HEAD + "x:" + " " * size + "1\n",
    "tabs": lambda size: HEAD + "x:" + "\t" * size + "1\n",
    "wide": lambda size: HEAD + "x: " + many("🔔", size) + "\n",
    "sources": lambda size: HEAD + "sources:\n" + numbered("- {id: s%d, type: book, title: T}\n", size),
    "sources-same": lambda size: HEAD + "sources:\n" + many("- {id: s, type: book, title: T}\n", size),
    "sources-empty": lambda size: HEAD + "sources:\n" + many("- {}\n", size),
    "quotations": lambda size: HEAD + "quotations:\n" + numbered("- {id: q%d, text: Tide}\n", size),
    "quotations-wrong": lambda size: HEAD + "quotations:\n" + many("- {id: 1, txt: Tide}\n", size),
    "citations": lambda size: HEAD + "quotations:\n- id: q\n  text: T\n  citations:\n" + many("  - {source: x, raw: (A)}\n", size),
    "chain": lambda size: HEAD + "sources:\n" + "".join(
        f"- {{id: s{n}, type: book, title: T, container: {{source: s{n + 1}}}}}\n" for n in range(size // 70)),
    "images": lambda size: HEAD + "images:\n" + numbered("- {id: i%d, path: a.png}\n", size),
    "authors": lambda size: HEAD + "sources:\n- id: s\n  type: book\n  title: T\n  authors: [" + many("{literal: A}, ", size) + "]\n",
    "date-long": lambda size: HEAD + "date: '" + "1" * size + "'\nsources:\n- {id: s, type: book, title: T, date: '" + "19" * 1000 + "'}\n",
    "pages-long": lambda size: HEAD + 'quotations:\n- {id: q, text: T, citations: [{raw: (A), locator: {page: "' + many("1-2, ", size) + '"}}]}\n',
}  # fmt: skip
JSON: Mapping[str, Callable[[int], str]] = {
    "spaces": lambda size: JSON_HEAD + " " * size + "}",
    "items": lambda size: JSON_HEAD + ', "x": [' + many("1,", size) + "1]}",
    "unclosed": lambda size: JSON_HEAD + ', "x": [' + many("1,", size),
    "unclosed-string": lambda size: JSON_HEAD + ', "x": "' + "a" * size,
    "escapes": lambda size: JSON_HEAD + ', "x": "' + many("\\u0041", size) + '"}',
    "backslashes": lambda size: JSON_HEAD + ', "x": "' + many("\\\\", size) + '"}',
    "keys": lambda size: JSON_HEAD + numbered(', "k%d": 1', size) + "}",
    "keys-same": lambda size: JSON_HEAD + many(', "x": 1', size) + "}",
    "digits": lambda size: JSON_HEAD + ', "x": ' + "9" * size + "}",
    "fraction": lambda size: JSON_HEAD + ', "x": 0.' + "9" * size + "}",
    "exponent": lambda size: JSON_HEAD + ', "x": 1e' + "9" * size + "}",
    "words": lambda size: of_article(many("The tide turned at six. ", size)),
    "words-quoted": lambda size: of_article(many("“The tide turned.” ", size)),
    "words-cited": lambda size: of_article(many("“The tide.” (Log, Holm, 1871, p. 2) ", size)),
    "quotation-long": lambda size: of_article(
        many("tide ", size // 2), quotations=[{"id": "q", "text": many("tide ", size // 2)}]),
    "quotation-nearly": lambda size: of_article(
        many("a", size // 2), quotations=[{"id": "q", "text": many("a", size // 4) + "b"}]),
    "quotations-short": lambda size: of_article(
        many("a ", size // 2), quotations=[{"id": f"q{n}", "text": "a a a b"} for n in range(size // 100)]),
    "anchors": lambda size: of_article(
        many("a ", size // 2),
        quotations=[{"id": f"q{n}", "text": "a a", "anchor": {"exact": "a a", "prefix": "b ", "suffix": " c"}} for n in range(size // 200)]),
}  # fmt: skip
UNITS = (
    "(", ")", "“", "”", "…", "[", "]", " ", "\u00a0", "\n", "\t", "'", '"', "«", "„", "‘", ". ", ", ", "; ", "- ", "—", "1", "1 ", "a", "A. ", "(a ",
    "(a, 1871) ", "“a” (", "(IMG) ", "[IMG 3] ", "In: ", "p. 1, ", "ibid. ", "https://a.b/ ", "A B ", "Holm, Ada; ", "1918 ", "a:\n", "1. a\n\n",
    "By Ines Marrow\n\n", "3 May 1871 ", "e\u0301", "\u202e", "א", "Ф. 12. ", "\x00", "a\u2028", "(a, 1871, p. 2) ", "“a b” (1871)\n",
)  # fmt: skip
"""What articles may be full of."""
MARKDOWN: Mapping[str, Callable[[int], str]] = {
    **{f"unit-{number}": lambda size, unit=unit: MARKDOWN_HEAD + many(unit, size) for number, unit in enumerate(  # type: ignore[misc]
        ("> ", "- ", "* a\n", "[", "](", "![", "*", "_", "**a ", "`", "``` ", "~~~\n", "<", "<!--", "&", "|", "| a |\n", "::: ", "::: {\n", "[a]{", "{.q ",
         "[^1]", "[^1]: a\n\n", "@a ", "[@a; ", "$", "\\", "<p>", "</p>", "#", "# a\n", "a\n===\n", "[a]: b\n", "- a\n  ", "1. ", "\t", "~", "^", "==", "“a”"))},
}  # fmt: skip
