"""What of documents goes into a dataset: how much of texts, which pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pincite.model.format import Article

ArticleTexts = Literal["declared", "full", "none"]
QuotationTexts = Literal["declared", "full", "excerpt", "none"]
Pictures = Literal["declared", "copy", "hash"]

EXCERPT = 300
"""Code points that an excerpt of a quotation has at most, its ellipsis not counted."""

OPEN = frozenset({
    *("CC0-1.0", "CC-PDDC", "CC-PDM-1.0", "PDDL-1.0", "Unlicense", "0BSD", "WTFPL", "MIT", "MIT-0", "ISC", "Zlib"),
    *("Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ODC-By-1.0", "ODbL-1.0", "FSFAP", "LAL-1.2", "LAL-1.3"),
    *("OGL-UK-1.0", "OGL-UK-2.0", "OGL-UK-3.0", "etalab-2.0", "NLOD-1.0", "NLOD-2.0", "DL-DE-BY-2.0", "DL-DE-ZERO-2.0"),
    *("C-UDA-1.0", "CDLA-Permissive-1.0", "CDLA-Permissive-2.0", "CDLA-Sharing-1.0"),
})  # fmt: skip
"""SPDX identifiers of licences under which everybody may pass a work on, in whole and in part, for any purpose."""
_OPEN_FAMILIES = re.compile(
    r"CC-BY(?:-SA)?-[0-9.]+(?:-[A-Z]+)*|GFDL-[0-9.]+(?:-no-invariants)?(?:-only|-or-later)?|(?:A|L)?GPL-[0-9.]+(?:-only|-or-later)?"
)
"""The same of those that come in many versions; ``-NC`` and ``-ND`` restrict, and so do the invariants of GFDL."""
_PART = re.compile(r"\(|\)|[^\s()]+")
_DEEPEST = 50
"""Parentheses within each other in an expression that is understood."""


class Policy(NamedTuple):
    """What of documents goes into a dataset.

    ``declared`` does what the article says under ``redistribution``; where it says nothing, its text goes in under an open
    licence alone, and quotations always. ``full`` and ``copy`` give more than that, on purpose; all others only less.
    ``excerpt`` is the most code points of a quotation that is shortened.

    An article without its text keeps what it quotes and claims, with a few words around it; one without its quotations keeps
    no word of its own.
    """

    articles: ArticleTexts = "declared"
    quotations: QuotationTexts = "declared"
    images: Pictures = "declared"
    excerpt: int = EXCERPT

    def of_text(self, article: Article) -> Literal["full", "none"]:
        """Return whether an article's text goes in; not without its quotations, whose words it has."""
        if self.of_quotations(article) != "full":
            return "none"
        if self.articles != "declared":
            return self.articles
        declared = article.get("redistribution")
        if declared is None:
            return "full" if is_open(article.get("license")) else "none"
        return "full" if declared == "full" else "none"

    def of_quotations(self, article: Article) -> Literal["full", "excerpt", "none"]:
        """Return how much of its quotations goes in."""
        if self.quotations in {"full", "none"}:
            return "full" if self.quotations == "full" else "none"
        if article.get("redistribution") == "none":
            return "none"
        return "excerpt" if self.quotations == "excerpt" else "full"

    def tells_words(self, article: Article | None) -> bool:
        """Return whether findings may repeat words of an article; of one that cannot be read nobody knows what it declares."""
        if article is None:
            return self.articles == "full" and self.quotations == "full"
        return self.of_text(article) == "full"

    def copies(self, article: Article, license_: str | None) -> bool:
        """Return whether the file of a picture with a licence goes in."""
        if self.images != "declared":
            return self.images == "copy"
        return is_open(license_) and article.get("redistribution") != "none"

    def exceeds(self, article: Article, licenses: Iterable[str | None]) -> bool:
        """Return whether more of an article goes in than is declared; *licenses* are those of pictures with files."""
        if "full" not in {self.articles, self.quotations} and self.images != "copy":
            return False
        return (
            (self.of_text(article) == "full" and _DECLARED.of_text(article) != "full")
            or (self.of_quotations(article) == "full" and _DECLARED.of_quotations(article) != "full")
            or any(self.copies(article, one) and not _DECLARED.copies(article, one) for one in licenses)
        )

    def as_data(self) -> Mapping[str, str | int]:
        """Return the policy as plain data."""
        return self._asdict()


_DECLARED = Policy()


def is_open(license_: str | None) -> bool:
    """Return whether a licence (an SPDX expression) lets everybody pass a work on, by one of its choices at least.

    Of licences that hold together (``AND``) all have to. An exception (``WITH``) grants more than its licence, never less.
    A licence of somebody's own (``LicenseRef-``) is unknown, as is what is no expression.
    """
    words = _PART.findall(license_ or "")
    try:
        found, end = _choices(words, 0, 0)
    except _NoExpressionError:
        return False
    return found and end == len(words)


class _NoExpressionError(Exception):
    """Something is no SPDX expression."""


def _choices(words: Sequence[str], at: int, depth: int) -> tuple[bool, int]:
    """Return whether one of the alternatives from a word on is open, and where they end."""
    found, at = _together(words, at, depth)
    while at < len(words) and words[at].upper() == "OR":
        other, at = _together(words, at + 1, depth)
        found = found or other
    return found, at


def _together(words: Sequence[str], at: int, depth: int) -> tuple[bool, int]:
    found, at = _one(words, at, depth)
    while at < len(words) and words[at].upper() == "AND":
        other, at = _one(words, at + 1, depth)
        found = found and other
    return found, at


def _one(words: Sequence[str], at: int, depth: int) -> tuple[bool, int]:
    if at >= len(words) or depth > _DEEPEST:
        raise _NoExpressionError
    if words[at] == "(":
        found, at = _choices(words, at + 1, depth + 1)
        if at >= len(words) or words[at] != ")":
            raise _NoExpressionError
        return found, at + 1
    if words[at] == ")" or words[at].upper() in {"AND", "OR", "WITH"}:
        raise _NoExpressionError
    found = _is_known(words[at])
    at += 1
    if at < len(words) and words[at].upper() == "WITH":
        if at + 1 >= len(words):
            raise _NoExpressionError
        at += 2
    return found, at


def _is_known(name: str) -> bool:
    name = name.removesuffix("+")
    return name.lower() in _NAMES or _OPEN_FAMILIES.fullmatch(name) is not None


_NAMES = frozenset(name.lower() for name in OPEN)
