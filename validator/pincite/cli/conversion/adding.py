"""``pincite convert refs.bib --update DOCUMENT``: sources of a bibliography come into a document that is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.cli.conversion.bibliography import bibliography_at
from pincite.cli.conversion.rewriting import sound_document
from pincite.cli.output import CallError, show, tell
from pincite.cli.relocation import relocated
from pincite.cli.writing_back import content_of, written_back
from pincite.editing.wishes import Wish
from pincite.reading.markdown.front_matter import is_markdown
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.cli.conversion.bibliography import Bibliography
    from pincite.cli.conversion.wishes import Wishes
    from pincite.model.document import Document
    from pincite.model.format import DocumentData, Source
    from pincite.model.json_value import Json


class _Sorted(NamedTuple):
    """Sources of a bibliography: those that are new to a document, how many it has, and in words why others stay out."""

    new: Sequence[Source]
    there: int
    refused: Sequence[str]


def add_sources(
    path: str, format_name: str, document_path: str, output: str | None, wishes: Wishes
) -> tuple[Bibliography, int]:
    """Add the sources of a bibliography to a document behind its own; return the bibliography and the exit status.

    Comments and layout of the document stay, and nothing in it is replaced: 1 where it has another source of the same id.
    With ``-`` as *output* the new text is shown, and the document stays as it is. Raises CallError.
    """
    _refuse(document_path, output, wishes)
    content = content_of(document_path)
    if isinstance(content, str):
        raise CallError(f"{document_path}: {content}")
    document, _ = sound_document(document_path, "update")
    found = bibliography_at(path, format_name, wishes)
    data: DocumentData = {"pincite": "1.0", "article": {}, "sources": list(found.sources)}
    data = relocated(data, Path(path).parent, Path(document_path).parent)
    kinds = _sorted(document, data["sources"])
    additions = [Wish("/sources/-", cast("Json", source)) for source in kinds.new]
    new = written_back(document_path, content, {0: additions}, save=output is None)
    if isinstance(new, str):
        raise CallError(new)
    if new.refused:
        raise CallError(f"no sources are added to {document_path}: {new.refused[0].reason}")
    for reason in kinds.refused:
        tell(f"pincite: {safe(document_path)}: {safe(reason)}")
    if output == "-":
        show(new.after.decode("utf-8"))
    told = f"{counted(len(kinds.new), 'source')} added"
    told += f", {kinds.there} there already" if kinds.there else ""
    told += f", {len(kinds.refused)} not added" if kinds.refused else ""
    tell(f"pincite: {safe(document_path)}: {told}")
    return found, 1 if kinds.refused else 0


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


def _sorted(document: Document, sources: Sequence[Source]) -> _Sorted:
    """Hold sources against those that a document has."""
    others = dict.fromkeys(document.quotation_by_id, "quotation")
    others |= dict.fromkeys(document.claim_by_id, "claim")
    others |= {image["id"]: "image" for _, image in document.images}
    new: list[Source] = []
    there = 0
    refused: dict[str, str] = {}
    for source in sources:
        name = source["id"]
        known = document.source_by_id.get(name)
        if name in others:
            refused[name] = f"source '{name}' is not added: that is the id of the document's {others[name]}"
        elif known == source:
            there += 1
        elif known is not None:
            catalogue = document.catalogue_of(name)
            where = f"its catalogue {catalogue.path}" if catalogue is not None else "the document"
            differing = _differing(known, source)
            refused[name] = f"source '{name}' is not added: that of {where} has another {differing}"
        else:
            new.append(source)
    return _Sorted(_parted(new, refused), there, list(refused.values()))


def _differing(one: Source, other: Source) -> str:
    names = [
        name for name in {**one, **other} if cast("Json", one.get(name)) != cast("Json", other.get(name))
    ]
    return ", ".join(f"'{name}'" for name in names)


def _parted(new: Sequence[Source], refused: dict[str, str]) -> list[Source]:
    """Return what can be added; what stands in a source that is not added would come to stand in another one."""
    within: dict[str, list[str]] = {}
    for one in new:
        if "container" in one:
            within.setdefault(one["container"]["source"], []).append(one["id"])
    waiting = list(refused)
    while waiting:
        outer = waiting.pop()
        for name in within.get(outer, ()):
            if name not in refused:
                refused[name] = f"source '{name}' is not added: it stands in '{outer}', which is not"
                waiting.append(name)
    return [one for one in new if one["id"] not in refused]
