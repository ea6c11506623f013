"""A document written in another format."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli.conversion.handwork import refuse_replacing
from pincite.cli.conversion.pictures import beside
from pincite.cli.conversion.places import same_file
from pincite.cli.conversion.wishes import Written
from pincite.cli.output import CallError, tell
from pincite.cli.relocation import paths_in, relocated
from pincite.export import FORMATS, carry_out, format_for
from pincite.export.telling import findings
from pincite.model.catalogue import origins, unknown, with_catalogues
from pincite.reading.files import SUFFIXES, RawDocument, documents_in, read
from pincite.reading.markdown.front_matter import is_annotated, is_markdown
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe
from pincite.structure.examine import examine

if TYPE_CHECKING:
    from pincite.cli.conversion.wishes import Wishes
    from pincite.model.document import Document
    from pincite.model.format import DocumentData


def is_document(path: str) -> bool:
    """Return whether a file is a document already, by its name or, in Markdown, by its annotation."""
    return path.endswith(SUFFIXES) or (is_markdown(path) and is_annotated(path))


def rewritten(path: str, target: str | None, wishes: Wishes, content: bytes | None = None) -> Written:
    """Return a document in another format, with what that loses; raises CallError where it cannot be written."""
    given = {"--text-path": wishes.refer, "--from": wishes.source, "--encoding": wishes.encoding}
    for option, value in given.items():
        if value:
            raise CallError(f"{option} is for articles; a document keeps its text as it has it")
    document, ignores = sound_document(path, "convert", content)
    if ignores:
        number = counted(ignores, "comment")
        tell(f"pincite: {number} that ignore findings are not written; {safe(path)} has them")
    to = wishes.to or format_for(target)
    whole = document.data if FORMATS[to].is_whole else _with_cited(document)
    data = whole
    if target is not None:
        _refuse_own_file(document, target)
        if not wishes.force:
            refuse_replacing(target, to, data, is_made_anew=False)
        data = relocated(data, Path(path).parent, Path(target).parent)
    data, pictures = beside(data, path, to, target)
    exported = carry_out(data, to, document.text, origins(document))
    lost = tuple(findings(document, to, exported.losses, whole))
    held = (len(document.quotations), len(document.citations))
    return Written(exported.text, pictures, losses=lost, held=held)


def _refuse_own_file(document: Document, target: str) -> None:
    """Raise CallError where what a document names would be replaced by what is made of it."""
    folder = Path(document.path).parent
    named = next((path for path in paths_in(document.data) if same_file(str(folder / path), target)), None)
    if named is not None:
        raise CallError(f"{target} is a file that {document.path} names; name another one with --output")


def _with_cited(document: Document) -> DocumentData:
    """Return a document's data with what it cites from catalogues; raises CallError where that is not known."""
    fault = next((one.fault for _, one in document.catalogues if not one.is_whole), None)
    lost = next(unknown(document), None) if fault is not None else None
    if fault is not None and lost is not None:
        raise CallError(
            f"{document.path} uses source '{lost}', which is not known, because {fault.message}; "
            "mend that first, or write it as yaml, json or markdown, which do not need the catalogue's sources"
        )
    return with_catalogues(document)


def sound_document(path: str, verb: str, content: bytes | None = None) -> tuple[Document, int]:
    """Return the one document in a file, and how many comments in it ignore findings.

    Raises CallError where it cannot be read or has faults of structure; *verb* says what was to be done with it, and
    *content* are the file's bytes where they were read already.
    """
    raws = list(islice(read(path) if content is None else documents_in(path, content), 2))
    if len(raws) != 1:
        number = "more than one document" if raws else "no document"
        raise CallError(f"{path} holds {number}; write each into a file of its own and {verb} that")
    raw = raws[0]
    if not isinstance(raw, RawDocument):
        raise CallError(f"cannot read {path}: {raw.message}" + (f"; {raw.hint}" if raw.hint else ""))
    examined = examine(raw)
    if examined.document is None or any(one.severity == "error" for one in examined.findings):
        number = counted(len(examined.findings), "fault")
        raise CallError(
            f"{path} has {number} of structure and would lose what is broken; pincite check tells them"
        )
    return examined.document, len(raw.ignores)
