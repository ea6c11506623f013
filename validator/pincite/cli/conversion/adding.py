"""``pincite convert refs.bib --update DOCUMENT``: sources of bibliographies come into a document that is there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pincite.cli.conversion.bibliography import bibliography_at
from pincite.cli.conversion.rewriting import sound_document
from pincite.cli.output import CallError, tell
from pincite.cli.patches import show_file
from pincite.cli.relocation import relocated
from pincite.cli.writing_back import content_of, written_back
from pincite.model.fix import Change
from pincite.reading.files import RawDocument, documents_in
from pincite.reading.markdown.front_matter import is_markdown
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe
from pincite.rules import object_unused, source_entered_twice, work_described_twice
from pincite.structure.examine import examine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.cli.conversion.wishes import Wishes
    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Container, DocumentData, Source
    from pincite.model.json_value import Json

_TELLING = frozenset({"title", "doi", "isbn", "url"})
"""Members of which a source has one or more, if it can be known again under another id."""


def add_sources(
    bibliographies: Sequence[tuple[str, str]], document_path: str, output: str | None, wishes: Wishes
) -> tuple[list[Finding], int]:
    """Add the sources of bibliographies, each a path and a format, to a document behind its own.

    Return what there is to tell of their entries, and the exit status. Comments and layout of the document stay, and
    nothing in it is replaced: 1 where it has another source of the same id. With ``-`` as *output* the new text is shown,
    and the document stays as it is. Raises CallError.
    """
    _refuse(document_path, output, wishes)
    content = content_of(document_path)
    if isinstance(content, str):
        raise CallError(f"{document_path}: {content}")
    document, _ = sound_document(document_path, "update", content)
    adding = _Adding(document)
    remarks: list[Finding] = []
    for path, format_name in bibliographies:
        found = bibliography_at(path, format_name, wishes)
        data: DocumentData = {"pincite": "1.0", "article": {}, "sources": list(found.sources)}
        adding.take(path, relocated(data, Path(path).parent, Path(document_path).parent)["sources"])
        remarks += found.remarks
    additions = [Change("/sources/-", cast("Json", source)) for source in adding.new]
    new = written_back(document_path, content, {0: additions}, save=output is None)
    if isinstance(new, str):
        raise CallError(new)
    if new.refused:
        raise CallError(f"no sources are added to {document_path}: {new.refused[0].reason}")
    if output == "-":
        show_file(new.after)
    for line in adding.told():
        tell(f"pincite: {safe(document_path)}: {safe(line)}")
    for line in _told_by_check(document, new.after):
        tell(f"pincite: {safe(document_path)}: {safe(line)}")
    return remarks, 1 if adding.refused else 0


def _refuse(document_path: str, output: str | None, wishes: Wishes) -> None:
    """Raise CallError for what sources cannot be added to, or not in this way."""
    if output not in {None, "-"}:
        raise CallError(
            "--update adds the sources of a bibliography where the document lies; leave out --output, "
            "or show what it would be with --output -"
        )
    if wishes.to is not None:
        raise CallError("--update leaves a document in its own syntax when sources are added; leave out --to")
    if is_markdown(document_path):
        raise CallError(
            f"sources are not added to annotated Markdown; convert them to a catalogue, and name that under "
            f"'catalogues' of {document_path}"
        )


class _Adding:
    """What of bibliographies comes into a document: sources that are new to it, and in words why others stay out."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._others = dict.fromkeys(document.quotation_by_id, "quotation")
        self._others |= dict.fromkeys(document.claim_by_id, "claim")
        self._others |= {image["id"]: "image" for _, image in document.images}
        self._known = dict(document.source_by_id)
        self._from: dict[str, str] = {}
        """The ids of new sources to the bibliographies that they are from."""
        self._id_of: dict[str, str] = {}
        for source in self._known.values():
            self._id_of.setdefault(_said(source), source["id"])
        self._there = 0
        self._renamed: list[str] = []
        self.new: list[Source] = []
        self.refused: list[str] = []

    def take(self, path: str, sources: Sequence[Source]) -> None:
        """Take the new sources of the bibliography at *path*, in its order."""
        called: dict[str, str | None] = dict.fromkeys(one["id"] for one in sources)
        new: dict[str, Source] = {}
        for source in _outer_first(sources):
            taken = self._taken(source, called)
            if taken is not None:
                new[source["id"]] = taken
        self.new += [new[name] for name in dict.fromkeys(one["id"] for one in sources) if name in new]
        self._known |= new
        self._from |= dict.fromkeys(new, path)
        for name, source in new.items():  # only now: two entries of one bibliography are two sources
            self._id_of.setdefault(_said(source), name)

    def _taken(self, source: Source, called: dict[str, str | None]) -> Source | None:
        """Return a source as it comes into the document, None where it does not.

        *called* are the ids that sources of its bibliography have in the document, None for those that are not added, and
        for one that stands in itself.
        """
        name, outer = source["id"], source.get("container", {}).get("source", "")
        within = called.get(outer, outer)
        moved = source if within in {None, outer} else _moved(source, str(within))
        same = name if self._known.get(name) == source else self._same(moved) if within is not None else None
        called[name] = same
        if same == name:
            self._there += 1
            return None
        if same is not None:
            self._renamed.append(f"source '{name}' is there already as '{same}'{self._whose(same)}")
            return None
        reason = self._reason(name, moved)
        if within is None and not reason:
            reason = f"it stands in '{outer}', which is not"
        if reason:
            self.refused.append(f"source '{name}' is not added: {reason}")
            return None
        called[name] = name
        return moved

    def told(self) -> Iterator[str]:
        """Yield what there is to tell of all that was taken, how much it is last."""
        yield from self.refused
        yield from self._renamed
        there = self._there + len(self._renamed)
        found = f"{counted(len(self.new), 'source')} added"
        found += f", {there} there already" if there else ""
        yield found + (f", {len(self.refused)} not added" if self.refused else "")

    def _same(self, source: Source) -> str | None:
        """Return the id of the document's source that says the same, if the source says enough to be known by."""
        if self._known.get(source["id"]) == source:
            return source["id"]
        return self._id_of.get(_said(source)) if _TELLING & source.keys() else None

    def _reason(self, name: str, source: Source) -> str:
        """Return why a source cannot have its id in the document; empty where it can."""
        if name in self._others:
            return f"that is the id of the document's {self._others[name]}"
        known = self._known.get(name)
        if known is None:
            return ""
        where = self._whose(name).removeprefix(" of ") or "the document"
        return f"that of {where} has another {_differing(known, source)}"

    def _whose(self, name: str) -> str:
        """Return which file a source that is not the document's own is of."""
        catalogue = self._document.catalogue_of(name)
        if catalogue is not None:
            return f" of its catalogue {catalogue.path}"
        return f" of {self._from[name]}" if name in self._from else ""


def _said(source: Source) -> str:
    """Return what a source says, its id aside, for comparison."""
    return json.dumps({name: value for name, value in source.items() if name != "id"}, sort_keys=True)


def _moved(source: Source, outer: str) -> Source:
    """Return a source as one that stands in another source."""
    moved = source.copy()
    moved["container"] = cast("Container", {**source["container"], "source": outer})
    return moved


def _differing(one: Source, other: Source) -> str:
    names = [
        name for name in {**one, **other} if cast("Json", one.get(name)) != cast("Json", other.get(name))
    ]
    return ", ".join(f"'{name}'" for name in names)


def _outer_first(sources: Sequence[Source]) -> Iterator[Source]:
    """Yield the sources, each behind those that it stands in; in a circle one comes before its own container."""
    by_id = {source["id"]: source for source in sources}
    seen: set[str] = set()
    for source in sources:
        chain: list[Source] = []
        one: Source | None = source
        while one is not None and one["id"] not in seen:
            seen.add(one["id"])
            chain.append(one)
            one = by_id.get(one.get("container", {}).get("source", ""))
        yield from reversed(chain)


def _told_by_check(before: Document, content: bytes) -> Iterator[str]:
    """Yield what ``pincite check`` will say of the sources that are new in a document's text."""
    raw = next(documents_in(before.path, content), None)
    document = examine(raw).document if isinstance(raw, RawDocument) else None
    if document is None:
        return
    first = len(before.data.get("sources", []))
    added = {at for at, _ in document.sources[first:]}
    for finding in (*source_entered_twice.check(document), *work_described_twice.check(document)):
        if finding.pointer.rpartition("/")[0] in added:
            yield f"{finding.message} ({finding.code})"
    uncited = sum(finding.pointer in added for finding in object_unused.check(document))
    if uncited:
        which = "it" if len(added) == 1 else "them" if uncited == len(added) else f"{uncited} of them"
        yield f"nothing cites {which} yet; until something does, pincite check says so (PIN303)"
