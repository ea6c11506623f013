"""What of documents goes into a dataset: how much of texts, which pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from pincite.dataset.licences import is_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pincite.model.format import Article

ArticleTexts = Literal["declared", "full", "none"]
QuotationTexts = Literal["declared", "full", "excerpt", "none"]
Pictures = Literal["declared", "copy", "hash"]

EXCERPT = 300
"""Code points that an excerpt of a quotation has at most, its ellipsis not counted."""


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

    def as_json(self) -> Mapping[str, str | int]:
        """Return the policy as plain data."""
        return self._asdict()


_DECLARED = Policy()
WHOLE = Policy(articles="full", quotations="full", images="copy")
"""Documents go in as they are."""
