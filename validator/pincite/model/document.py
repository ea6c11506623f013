"""One document: its data, where each value stands in the file, and the article's text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.model.anchoring import Anchoring
from pincite.model.finding import Finding
from pincite.model.fix import Fix, rewrite
from pincite.model.house import NO_HOUSE
from pincite.model.sourced import Sourced, each
from pincite.model.spans import span_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Literal, Protocol

    from pincite.model.catalogue import Catalogue
    from pincite.model.finding import Place, Span
    from pincite.model.fix import Safety
    from pincite.model.format import (
        Article,
        Citation,
        Claim,
        DocumentData,
        Image,
        Quotation,
        Relation,
        Source,
    )
    from pincite.model.house import House
    from pincite.model.named_file import NamedFile
    from pincite.model.rule import Rule, Severity

    class Positioned(Protocol):
        """Anything that knows where the values of a document stand in its file."""

        def of_value(self, pointer: str) -> Place:
            """Return the place of the value at a JSON Pointer."""

        def of_key(self, pointer: str) -> Place:
            """Return the place of the key of the member at a JSON Pointer."""

        def of_span(self, span: Span, pointer: str) -> Place | None:
            """Return the place of a piece of the article's text that the value at a JSON Pointer is about.

            None where the file is not the article itself, or where the value stands apart from the text.
            """

        @property
        def holds_text(self) -> bool:
            """Return whether the file is the article itself: its text is written there, and not copied into it."""

        def is_word_for_word(self, span: Span) -> bool:
            """Return whether a piece of the article's text stands in the file as it is read: no marks or escapes in it, no code."""


MAX_OVERLAP = 8
"""How many times over an article's blocks may cover its text; those in one another do so a few times."""


class ArticleTextFile(NamedTuple):
    """What came of reading the file that ``article.text.path`` names: its text, or why there is none."""

    text: str | None = None
    fault: str | None = None


class Cited(NamedTuple):
    """A citation with its place in the document (a JSON Pointer) and what it belongs to."""

    at: str
    citation: Citation
    owner_at: str
    owner: Quotation | Claim


class Document(Sourced):
    """A document under judgement; nothing in it is ever changed.

    ``data`` keeps to the schema: parts that did not were mended or left out by ``structure`` (a list item that
    was beyond mending is None, so that the others keep their pointers; the iterators here pass over it).
    """

    def __init__(
        self,
        path: str,
        data: DocumentData,
        positions: Positioned,
        text_file: Callable[[str], ArticleTextFile] | None = None,
        house: House = NO_HOUSE,
        *,
        named_file: Callable[[str], NamedFile] | None = None,
        read_catalogues: Callable[[Sequence[str | None]], Sequence[Catalogue | None]] | None = None,
    ) -> None:
        super().__init__(data, read_catalogues)
        self.path = path
        self._positions = positions
        self._text_file = text_file
        self.house = house
        self._named_file = named_file
        self._files: dict[str, NamedFile] = {}
        self._members: dict[str, frozenset[str]] = {}
        self._printed: dict[str, str] = {}

    def finding(
        self,
        rule: Rule,
        at: str,
        message: str,
        *,
        hint: str | None = None,
        on: Literal["value", "key"] = "value",
        printed: Sequence[str | None] = (),
        span: Span | None = None,
        severity: Severity | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        """Return a finding about the value at the JSON Pointer *at*.

        ``on`` chooses whether the key or the value is marked in the file. ``span`` is the piece of the
        article's text; without it, the piece that belongs to *at* is looked up, narrowed to the first of
        ``printed`` (wordings a citation may print) that stands in it. ``severity`` is for a finding that is surer,
        or less sure, than others of its rule. ``fix`` mends it.
        """
        span = span or span_at(self, at, printed)
        place = self._positions.of_span(span, at) if span else None
        if place is None:
            place = self._positions.of_key(at) if on == "key" else self._positions.of_value(at)
        return Finding(
            path=self.path,
            code=rule.code,
            name=rule.name,
            severity=severity or rule.severity,
            message=message,
            hint=hint,
            pointer=at,
            place=place,
            span=span,
            fix=fix,
        )

    def rewriting(self, title: str, safety: Safety, *pieces: tuple[Span, str]) -> Fix | None:
        """Return the fix that writes texts in the place of pieces of the article's text.

        None where the file is not the article itself, since a copy keeps the words that it was copied from, and where a
        piece is not written as it is read. Rules ask ``rules/own_typography``, which leaves what is quoted.
        """
        if not all(self._positions.is_word_for_word(span) for span, _ in pieces):
            return None
        return Fix(title, safety, tuple([rewrite(span, text) for span, text in pieces]))

    @property
    def holds_text(self) -> bool:
        """Return whether the file is the article itself: its text is written there, and not copied into it."""
        return self._positions.holds_text

    @cached_property
    def article(self) -> Article:
        """Return the article's description, without its blocks where these go over the text again and again.

        Blocks may lie within one another; what covers the text many times is none of its structure, and would
        have every rule that reads the blocks do so as often.
        """
        article = self.data["article"]
        blocks = article.get("blocks")
        if not blocks or self.text is None:
            return article
        length = len(self.text)
        covered = sum(
            [min(int(one["end"]), length) - min(int(one["start"]), length) for one in blocks if one]
        )
        if covered <= length * MAX_OVERLAP:
            return article
        rest = article.copy()
        del rest["blocks"]
        return rest

    @property
    def is_converted(self) -> bool:
        """Return whether a converter made the document and nobody has finished it by hand."""
        return self.data.get("annotation", {}).get("method") == "converted"

    @cached_property
    def text_file(self) -> ArticleTextFile | None:
        """Return what came of reading the file with the article's text, None where it names none."""
        path = self.data["article"].get("text", {}).get("path")
        return self._text_file(path) if path is not None and self._text_file else None

    @cached_property
    def text(self) -> str | None:
        """Return the article's text that offsets count in (no BOM, LF line ends), or None without one."""
        content = self.data["article"].get("text", {}).get("content")
        if content is None and self.text_file is not None:
            content = self.text_file.text
        return None if content is None else plain_text(content)

    def named_file(self, path: str) -> NamedFile | None:
        """Return the file that the document names by *path*, None where documents have no files beside them.

        Nothing is opened before one of its properties is asked; each path is looked at once.
        """
        if self._named_file is None:
            return None
        if path not in self._files:
            self._files[path] = self._named_file(path)
        return self._files[path]

    @cached_property
    def anchoring(self) -> Anchoring | None:
        """Return what finds wording in the article's text, or None without a text."""
        return None if self.text is None else Anchoring(self.text)

    def holds(self, kind: str) -> bool:
        """Return whether there is anything of a kind: a list of the document, ``citations``, ``text`` or ``article``.

        Sources are its own and those of catalogues that it uses.
        """
        if kind == "article":
            return True
        if kind == "text":
            return self.text is not None
        if kind == "sources":
            return bool(self.sources or self.used_of_catalogues)
        return bool(self.citations if kind == "citations" else self.data.get(kind))

    def members(self, kind: str) -> frozenset[str]:
        """Return the names of all members that objects of a kind have."""
        found = self._members.get(kind)
        if found is None:
            items: list[Mapping[str, object]]
            if kind == "article":
                items = [self.article]
            elif kind == "catalogues":
                items = []  # they are mere paths
            elif kind == "citations":
                items = [cited.citation for cited in self.citations]
            else:
                items = [
                    item for item in cast("list[dict[str, object] | None]", self.data.get(kind, [])) if item
                ]
            if kind == "sources" and self.catalogues:
                items += cast("list[Mapping[str, object]]", list(self.used_of_catalogues.values()))
            found = self._members[kind] = frozenset().union(*items)
        return found

    def printed(self, kind: str) -> str:
        """Return the words of a kind in one text: what citations print, what quotations say, else the article's text."""
        found = self._printed.get(kind)
        if found is None:
            if kind == "citations":
                found = "\n".join([cited.citation.get("raw", "") for cited in self.citations])
            elif kind == "quotations":
                found = "\n".join([quotation["text"] for _, quotation in self.quotations])
            else:
                found = self.text or ""
            self._printed[kind] = found
        return found

    @property
    def is_source_list(self) -> bool:
        """Return whether the document lists sources for others and describes no article: it is a catalogue."""
        text = self.data["article"].get("text", {})
        return bool(self.data.get("sources")) and not (
            text.get("content", "").strip()
            or "path" in text
            or any(self.data.get(kind) for kind in ("quotations", "claims", "images"))
        )

    @cached_property
    def quotations(self) -> list[tuple[str, Quotation]]:
        """Return the quotations with their pointers."""
        return list(each(self.data.get("quotations"), "/quotations"))

    @cached_property
    def claims(self) -> list[tuple[str, Claim]]:
        """Return the claims with their pointers."""
        return list(each(self.data.get("claims"), "/claims"))

    @cached_property
    def relations(self) -> list[tuple[str, Relation]]:
        """Return the relations with their pointers."""
        return list(each(self.data.get("relations"), "/relations"))

    @cached_property
    def images(self) -> list[tuple[str, Image]]:
        """Return the images with their pointers."""
        return list(each(self.data.get("images"), "/images"))

    @cached_property
    def citations(self) -> list[Cited]:
        """Return the citations of all quotations and claims, in document order."""
        owners: list[tuple[str, Quotation | Claim]] = [*self.quotations, *self.claims]
        return [
            Cited(at, citation, owner_at, owner)
            for owner_at, owner in owners
            for at, citation in each(owner.get("citations"), f"{owner_at}/citations")
        ]

    @cached_property
    def used_of_catalogues(self) -> dict[str, Source]:
        """Return the sources of catalogues that anything of the document leads to, containers behind what they hold."""
        if not self.catalogues:
            return {}
        from pincite.model.catalogue import used  # noqa: PLC0415 - few documents have any

        return used(self)

    @cached_property
    def known_sources(self) -> dict[str, Source]:
        """Return, by id and in their order, the document's own sources, and behind them those of catalogues that it uses."""
        found: dict[str, Source] = {}
        for _, source in self.sources:
            found.setdefault(source["id"], source)
        return {**found, **self.used_of_catalogues}

    @cached_property
    def quotation_by_id(self) -> dict[str, Quotation]:
        """Return the quotations by id; of two with the same id the first."""
        return {quotation["id"]: quotation for _, quotation in reversed(self.quotations)}

    @cached_property
    def claim_by_id(self) -> dict[str, Claim]:
        """Return the claims by id; of two with the same id the first."""
        return {claim["id"]: claim for _, claim in reversed(self.claims)}

    @cached_property
    def citing(self) -> dict[str, list[Cited]]:
        """Return, for each source id, the citations that lead to it, directly or through its parts."""
        found: dict[str, list[Cited]] = {}
        for cited in self.citations:
            for source in self.chain(cited.citation.get("source")):
                found.setdefault(source["id"], []).append(cited)
        return found


def plain_text(content: str) -> str:
    """Return *content* without a leading BOM and with LF line ends: the text that offsets count in."""
    content = content.removeprefix("\ufeff")
    return content.replace("\r\n", "\n").replace("\r", "\n") if "\r" in content else content
