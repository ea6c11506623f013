"""``pincite convert refs.bib``: the sources of a bibliography become a document that others name as a catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pincite import __version__
from pincite.bibliography import BIBLIOGRAPHIES, bibliography_for
from pincite.bibliography import read as read_bibliography
from pincite.cli.conversion.handwork import refuse_replacing
from pincite.cli.conversion.wishes import Written
from pincite.cli.output import CallError, told
from pincite.cli.relocation import relocated
from pincite.export import carry_out, format_for
from pincite.export.telling import findings_without_places
from pincite.model.finding import Finding, Place
from pincite.reading.fault import UnreadableError
from pincite.reading.opening import STDIN, decoded, read_bytes
from pincite.reporters.counted import counted
from pincite.structure.source_lists import sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pincite.bibliography.listed import Listed, Remark
    from pincite.cli.conversion.wishes import Wishes
    from pincite.model.format import DocumentData, Source

_OWN = frozenset({"/article", "/annotation"})
"""Pointers of what a document made of a bibliography has besides the sources."""
_EXCERPT = 400
"""Code points of a line that a finding carries along."""
_CONTROLS = dict.fromkeys((*range(32), *range(127, 160)), " ")


class Bibliography(NamedTuple):
    """The sources of a bibliography, and what is to be told of its entries."""

    sources: tuple[Source, ...]
    remarks: tuple[Finding, ...]


def format_of(path: str, wishes: Wishes) -> str | None:
    """Return the format of bibliographies that an input is in, by what the call says or the name; None for an article."""
    if wishes.source is not None:
        return wishes.source if wishes.source in BIBLIOGRAPHIES else None
    return bibliography_for(path)


def taken_over(path: str, format_name: str, target: str | None, wishes: Wishes) -> Written:
    """Return the document with the sources of the bibliography at *path* that goes to the file *target*.

    Entries that cannot be read are told, the others are taken over. Raises CallError.
    """
    found = bibliography_at(path, format_name, wishes)
    document = _document(path, found.sources)
    to = wishes.to or format_for(target)
    if target is not None:
        if not wishes.force:
            refuse_replacing(target, to, document, is_made_anew=True)
        document = relocated(document, Path(path).parent, Path(target).parent)
    exported = carry_out(document, to)
    # what the document says of itself stands in no bibliography that it was made of
    losses = [one for one in exported.losses if one.pointer not in _OWN]
    lost = findings_without_places(path, document, to, losses)
    return Written(exported.text, losses=tuple(lost), remarks=found.remarks, sources=len(found.sources))


def bibliography_at(path: str, format_name: str, wishes: Wishes) -> Bibliography:
    """Return what is in a bibliography; raises CallError where there is nothing in it, or nothing that can be read."""
    given = {"--text-path": wishes.refer, "--style": wishes.styles}
    for option, value in given.items():
        if value:
            raise CallError(f"{option} is for articles, and {_called(path)} is a bibliography; leave it out")
    text = _text(path, wishes)
    try:
        listed = sound(read_bibliography(format_name, text))
    except ImportError as error:
        raise CallError(f"cannot read {_called(path)}: {error}") from None
    except UnreadableError as error:
        raise CallError(f"cannot read {_called(path)}: {error.fault.message}") from None
    remarks = tuple(_remarks(path, text, listed))
    if not listed.sources:
        raise CallError(_nothing(path, [one for one in remarks if one.severity == "error"]))
    return Bibliography(listed.sources, remarks)


def _nothing(path: str, faults: Sequence[Finding]) -> str:
    """Return in words why no source is made of a bibliography."""
    if not faults:
        return f"{_called(path)} has no entries, so there is nothing to take over"
    first = faults[0]
    where = f"line {first.place.line}: " if first.place is not None else ""
    more = f" (and {counted(len(faults) - 1, 'fault')} more)" if len(faults) > 1 else ""
    return f"no entry of {_called(path)} can be read: {where}{first.message}{more}"


def _called(path: str) -> str:
    return "standard input" if path == STDIN else path


def _text(path: str, wishes: Wishes) -> str:
    try:
        content = read_bytes(path)
        return content.decode(wishes.encoding) if wishes.encoding else decoded(content).removeprefix("\ufeff")
    except OSError as error:
        raise CallError(f"cannot read {_called(path)}: {told(error)}") from None
    except UnreadableError as error:
        hint = "--encoding NAME says how it is encoded, such as windows-1252"
        raise CallError(f"cannot read {_called(path)}: {error.fault.message}; {hint}") from None
    except LookupError:
        raise CallError(f"no encoding is called '{wishes.encoding}'; one is 'windows-1252'") from None
    except ValueError as error:
        raise CallError(f"--encoding does not go with {_called(path)}: {error}") from None


def _document(path: str, sources: Iterable[Source]) -> DocumentData:
    name = "standard input" if path == STDIN else Path(path).name
    title = " ".join(f"Sources of {name}".translate(_CONTROLS).encode("utf-8", "replace").decode().split())
    return {
        "pincite": "1.0",
        "article": {"title": title},
        "sources": list(sources),
        "annotation": {"tool": {"name": "pincite", "version": __version__}, "method": "converted"},
    }


def _remarks(path: str, text: str, listed: Listed) -> Iterator[Finding]:
    """Yield the findings of a bibliography in the order of its lines."""
    lines = text.splitlines() if listed.remarks else []
    found = [_finding(path, remark, lines) for remark in listed.remarks]
    yield from sorted(found, key=lambda one: one.order)


def _finding(path: str, remark: Remark, lines: list[str]) -> Finding:
    rule = remark.rule
    line = lines[remark.line - 1] if 0 < remark.line <= len(lines) else ""
    place = Place(remark.line, 1, remark.line, len(line) + 1, line[:_EXCERPT])
    return Finding(path, rule.code, rule.name, rule.severity, remark.message, place=place)
