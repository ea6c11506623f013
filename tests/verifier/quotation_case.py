"""A hand-made case of a quotation, as the files in ``cases`` describe it, and what a verdict is held against.

``quotation`` or ``long`` (``from`` and ``to``: the piece of the source from one to the other, in one line; ``change``:
words of it and what they are changed to) is what is quoted; ``source`` is a file of ``texts``. ``verdict`` is one or
more, where careful people may differ. ``passage`` is the whole passage, or how it begins and ends; ``spans`` are its
parts. ``alterations`` must be among those found (``kind`` one or more); ``foldings`` must be named. Of a faithful
quotation ``warnings`` must be among the kinds of caution and ``silent`` must not. ``page`` is the label of its page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from pincite.verifier.copies.copy_text import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.verifier.verdict import Alteration, Verdict

FOLDER = Path(__file__).parent
_SOURCES: Mapping[str, Mapping[str, Any]] = yaml.safe_load((FOLDER / "texts/sources.yaml").read_text("utf-8"))
_PAGE_END = re.compile(r"\n\s*\d+\n\f[^\n]*\n")


@dataclass(frozen=True)
class Case:
    """One case; see the module's text for its members."""

    id: str
    source: str
    verdict: frozenset[str]
    quotation: str
    passage: tuple[str, str] | None = None
    spans: tuple[str, ...] = ()
    alterations: tuple[Mapping[str, Any], ...] = ()
    foldings: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    page: str | None = None
    asked: Mapping[str, Any] = field(default_factory=dict)
    """What ``verify`` is given beside quotation and source."""

    @property
    def text(self) -> str:
        """Return the source's text."""
        return (FOLDER / "texts" / self.source).read_text("utf-8")

    @property
    def pages(self) -> tuple[Page, ...]:
        """Return the source's pages: what form feeds divide, with their labels."""
        labels = _SOURCES[self.source].get("labels", [])
        found, start = [], 0
        for number, (label, piece) in enumerate(zip(labels, self.text.split("\f"), strict=bool(labels)), 1):
            found.append(Page(start, start + len(piece), number, label))
            start += len(piece) + 1
        return tuple(found)

    @property
    def about(self) -> Mapping[str, Any]:
        """Return what is known of the source: its language, whether it was scanned."""
        known = _SOURCES[self.source]
        return {"language": known["language"], "scanned": known.get("scanned", False), "pages": self.pages}


def read_cases() -> list[Case]:
    """Return the cases of all files, their ids preceded by the file's name."""
    return [
        _case(path.stem, listed)
        for path in sorted((FOLDER / "cases").glob("*.yaml"))
        for listed in yaml.safe_load(path.read_text("utf-8"))
    ]


def _case(file: str, listed: dict[str, Any]) -> Case:
    verdict = listed["verdict"]
    passage = listed.get("passage")
    return Case(
        id=f"{file}/{listed['id']}",
        source=listed["source"],
        verdict=frozenset([verdict] if isinstance(verdict, str) else verdict),
        quotation=listed["quotation"] if "quotation" in listed else _long(listed["source"], listed["long"]),
        passage=(passage, passage) if isinstance(passage, str) else tuple(passage) if passage else None,
        spans=tuple(listed.get("spans", ())),
        alterations=tuple(listed.get("alterations", ())),
        foldings=tuple(listed.get("foldings", ())),
        warnings=tuple(listed.get("warnings", ())),
        silent=tuple(listed.get("silent", ())),
        page=listed.get("page"),
        asked={
            key: listed[key] for key in ("language", "pages", "segments", "prefix", "suffix") if key in listed
        },
    )


def _long(source: str, wanted: Mapping[str, Any]) -> str:
    text = (FOLDER / "texts" / source).read_text("utf-8")
    start = text.index(wanted["from"])
    piece = text[start : text.index(wanted["to"], start) + len(wanted["to"])]
    piece = re.sub(r"(?<=[a-z])-\n(?=[a-z])", "", _PAGE_END.sub("\n", piece))
    piece = " ".join(piece.split())
    if "change" in wanted:
        before, after = wanted["change"]
        assert before in piece
        piece = piece.replace(before, after)
    return piece


def letters(text: str) -> str:
    """Return a text's letters and digits alone: marks at a passage's ends may be in it or not."""
    return re.sub(r"[\W_]+", "", text).casefold()


def faults(case: Case, verdict: Verdict) -> list[str]:
    """Return what is not as the case expects it, a line each."""
    found = []
    if verdict.verdict not in case.verdict:
        found.append(f"called {verdict.verdict}, not {' or '.join(sorted(case.verdict))} ({verdict.diff})")
    found += _misplaced(case, verdict)
    for wanted in case.alterations:
        if not any(_fits(wanted, one) for one in verdict.alterations):
            found.append(f"no alteration {wanted} among {[tuple(one[:3]) for one in verdict.alterations]}")
    found += [
        f"folding {one} not named in {verdict.foldings}"
        for one in case.foldings
        if one not in verdict.foldings
    ]
    if verdict.faithful:
        kinds = {one.kind for one in verdict.warnings}
        found += [f"not warned of {one}" for one in case.warnings if one not in kinds]
        found += [f"warned of {one}" for one in case.silent if one in kinds]
    return found


def _misplaced(case: Case, verdict: Verdict) -> list[str]:
    found = []
    whole = letters(case.text[verdict.span.start : verdict.span.end]) if verdict.span else ""
    if case.passage is not None:
        begins, ends = map(letters, case.passage)
        if not (whole.startswith(begins) and whole.endswith(ends)):
            found.append(f"found at {whole!r}, not from {begins!r} to {ends!r}")
    parts = [letters(case.text[one.start : one.end]) for one in verdict.spans]
    if case.spans and parts != [letters(one) for one in case.spans]:
        found.append(f"parts {parts}, not {case.spans}")
    label = verdict.place.page_label if verdict.place else None
    if case.page is not None and label != case.page:
        found.append(f"on page {label}, not {case.page}")
    return found


def _fits(wanted: Mapping[str, Any], one: Alteration) -> bool:
    kinds = wanted.get("kind", one.kind)
    return (
        one.kind in ([kinds] if isinstance(kinds, str) else kinds)
        and wanted.get("declared", one.declared) == one.declared
        and all(
            letters(str(wanted[side])) in letters(getattr(one, side))
            for side in ("quoted", "printed")
            if side in wanted
        )
    )
