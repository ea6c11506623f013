"""What is found between documents, and in none of them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.dataset.assembling.near import COMPARED, TOLD, near_sources
from pincite.dataset.json_lines import values_in, write_line
from pincite.dataset.package.layout import table_file
from pincite.dataset.rules import document_id_repeated, source_descriptions_differ, sources_nearly_equal
from pincite.dataset.shards import files
from pincite.dataset.sources.contradictions import contradictions
from pincite.dataset.sources.contrasts import shortened
from pincite.dataset.sources.near import Candidate, differing
from pincite.dataset.tables import BY_NAME
from pincite.model.finding import Finding, Place
from pincite.reporters.json_format import finding_as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from typing_extensions import Self

    from pincite.dataset.assembling.documents import Piece
    from pincite.dataset.building.repeated import Repeated
    from pincite.model.format import Source
    from pincite.model.json_value import JsonObject
    from pincite.model.rule import Rule


def told(again: Iterable[Repeated]) -> Iterator[JsonObject]:
    """Yield a finding for each document whose id another one has."""
    rule = document_id_repeated.RULE
    for one in again:
        before = f"{one.first_path}:{one.first_line}"
        if one.is_equal:
            message = f"the same document stands at {before}; it goes in once"
            hint = None
        else:
            message = f"the document has the id of another, at {before}: '{one.iri}'; it is left out"
            hint = "give it an id of its own, or leave out the older of the two"
        place = Place(one.line, 1, one.line, 1, "")
        severity = "info" if one.is_equal else rule.severity
        yield finding_as_json(Finding(one.path, rule.code, rule.name, severity, message, hint, "/id", place))


class Contradictions:
    """A finding for each source whose descriptions contradict each other; they lie in a file until they are told."""

    def __init__(self, scratch: Path) -> None:
        self._path = scratch / "contradictions.jsonl"

    def __enter__(self) -> Self:
        self._stream = self._path.open("wb")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()

    def compare(self, key: str, source: Source, descriptions: Sequence[Source]) -> None:
        """Take in a source with a key in the dataset, its fullest description and all of them."""
        found = "; ".join(contradictions(descriptions))
        if found:
            told = f"descriptions of {_named(Candidate(key, source))} contradict each other: {found}"
            write_line(self._stream, _of_sources(source_descriptions_differ.RULE, told, _HINT_TO_CORRECT))

    def __iter__(self) -> Iterator[JsonObject]:
        """Yield the findings."""
        return cast("Iterator[JsonObject]", values_in(self._path))


_HINT_TO_CORRECT = "correct what is wrong; or, if they are two sources, describe what tells them apart, or give each its identifier"


class NearMatches:
    """A finding for each two sources that may be one; a last one tells how many more there are or may be.

    ``pairs`` is the number of them all, once they are told.
    """

    def __init__(self, pieces: Sequence[Piece], scratch: Path) -> None:
        self._runs = [piece.folder / files.NEAR for piece in pieces]
        self._scratch = scratch
        self.pairs = 0

    def __iter__(self) -> Iterator[JsonObject]:
        """Yield the findings."""
        more = not_compared = 0
        for near in near_sources(self._runs, self._scratch):
            more, not_compared = more + near.more, not_compared + near.not_compared
            for one, other in near.pairs:
                self.pairs += 1
                told = f"{_named(one)} and {_named(other)} may be one source: {differing(one, other)}"
                yield _of_sources(sources_nearly_equal.RULE, told, _HINT)
        self.pairs += more
        if more or not_compared:
            left = f"{more} more pairs of sources may be one, and {not_compared} that have one title, or one author and year, were not compared"
            yield _of_sources(
                sources_nearly_equal.RULE,
                left,
                f"of such sources the first {COMPARED} are compared, and {TOLD} pairs are told",
            )


_HINT = "if they are one, describe them in the same words, or give both the same identifier; a shared catalogue of sources does so"


def _named(one: Candidate) -> str:
    title = one.source.get("title")
    return f"{one.key} ('{shortened(title)}')" if title else f"{one.key} (no title)"


def _of_sources(rule: Rule, message: str, hint: str | None) -> JsonObject:
    path = table_file(BY_NAME["sources"], "csv").as_posix()
    return finding_as_json(Finding(path, rule.code, rule.name, rule.severity, message, hint))
