"""Files become raw documents: values with their positions, not yet judged."""

from __future__ import annotations

import os
import re
import shlex
from typing import TYPE_CHECKING

from pincite.model.finding import Finding
from pincite.reading.fault import UnreadableError
from pincite.reading.limits import MAX_BYTES
from pincite.reading.lines import Lines, record_in
from pincite.reading.markdown.front_matter import SUFFIXES as MARKDOWN
from pincite.reading.markdown.front_matter import has_body, has_key
from pincite.reading.opening import STDIN, capped, decoded, open_bytes, reason
from pincite.reading.positions import Positions
from pincite.reading.rules import file_unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from pincite.model.document import ArticleTextFile
    from pincite.model.json_value import Json
    from pincite.model.named_file import NamedFile
    from pincite.reading.fault import Fault
    from pincite.reading.ignores import Ignore
    from pincite.reading.nodes import Nodes
    from pincite.reading.watch import Watch

SUFFIXES = (".pincite.yaml", ".pincite.yml", ".pincite.json", ".pincite.jsonl")
"""What the names of Pincite files end with."""

_CONVERTED = (*MARKDOWN, ".html", ".htm", ".xhtml", ".docx")
"""What the names of articles end with that are converted before they are judged."""
_UNREAD = (*_CONVERTED, ".pdf", ".odt")
"""The same with those that are not read at all."""

BIBLIOGRAPHIES = (".biblatex.bib", ".bib", ".ris", ".csl.json")
"""What the names of bibliographies end with, which are no documents; longer endings stand first."""

_IGNORE = "pincite: ignore"
"""What a text holds that has comments to be read; JSON has none."""

_JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
"""How JSON on standard input begins; anything else, ``{pincite: …}`` too, is read as YAML."""


class RawDocument:
    """One document as it was read: plain values, where they stand, and the faults that did not stop it.

    ``ignores`` are the comments that ask for findings to be passed over. ``watch`` takes down which files are read.
    """

    watch: Watch | None = None

    def __init__(self, path: str, data: Json, positions: Positions, findings: Sequence[Finding] = ()) -> None:
        self.path = path
        self.data = data
        self.positions = positions
        self.findings = list(findings)
        self.ignores: Sequence[Ignore] = ()

    def text_file(self, relative: str) -> ArticleTextFile:
        """Read the file with the article's text, named by a path relative to this document."""
        from pincite.reading.named_files import read_text_file  # noqa: PLC0415 - only what this file needs

        if self.watch is not None:
            self.watch.see(relative)
        return read_text_file(self.path, relative)

    def named_file(self, relative: str) -> NamedFile:
        """Return what there is to know of a file named by a path relative to this document."""
        from pincite.reading.named_files import FileOnDisk  # noqa: PLC0415 - only what this file needs

        if self.watch is None:
            return FileOnDisk(self.path, relative)
        self.watch.see(relative, whole=False)
        file = FileOnDisk(self.path, relative)
        self.watch.opens(relative, file)
        return file


def read(path: str) -> Iterator[RawDocument | Finding]:
    """Yield the documents of a file (``-``: standard input); what cannot be read is a finding instead.

    A ``.jsonl`` file is read line by line, in memory that does not grow with their number.
    """
    try:
        with open_bytes(path) as stream:
            if path.endswith(".jsonl"):
                yield from _records(path, stream)
            elif path.lower().endswith(BIBLIOGRAPHIES):
                yield _bibliography(path)
            elif path.lower().endswith(_UNREAD) and not path.lower().endswith(MARKDOWN):
                yield _article(path)
            else:
                yield from documents_in(path, stream.read(MAX_BYTES + 1))
    except (OSError, ValueError) as error:
        yield unreadable(path, f"cannot read the file: {reason(error)}")


def documents_in(path: str, content: bytes) -> Iterator[RawDocument | Finding]:
    """Yield the documents in the bytes of a file that is called *path*, in the manner of ``read``."""
    if path.endswith(".jsonl"):
        from io import BytesIO  # noqa: PLC0415 - few have the bytes of such a file at hand

        yield from _records(path, BytesIO(content))
    elif path.lower().endswith(MARKDOWN) and has_key(content):
        from pincite.reading.markdown.document import read_markdown  # noqa: PLC0415 - imports markdown-it

        yield read_markdown(path, content)
    elif path.lower().endswith(BIBLIOGRAPHIES):
        yield _bibliography(path)
    elif path.lower().endswith(_UNREAD):
        yield _article(path)
    else:
        yield from _whole(path, content)


def _whole(path: str, content: bytes) -> Iterator[RawDocument | Finding]:
    if path == STDIN and has_key(content) and has_body(content):
        from pincite.reading.markdown.document import read_markdown  # noqa: PLC0415 - imports markdown-it

        yield read_markdown(path, content)
        return
    is_json = path.endswith(".json") or (path == STDIN and _JSON_OBJECT.match(content) is not None)
    yield read_document(path, content, is_json=is_json)


def _records(path: str, stream: BinaryIO) -> Iterator[RawDocument | Finding]:
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        content = record_in(line)
        if content is not None:
            yield read_document(path, content, is_json=True, first_line=number)
        if len(line) > MAX_BYTES:
            return


def read_document(path: str, content: bytes, *, is_json: bool, first_line: int = 1) -> RawDocument | Finding:
    """Return the document in some bytes; ``first_line`` is the number of their first line in the file."""
    try:
        text = decoded(capped(content)).removeprefix("\ufeff")
    except UnreadableError as error:
        return finding_of(path, error.fault, lines_of_bytes(content, first_line))
    nodes: Nodes
    try:
        if is_json:
            from pincite.reading.json_syntax import JsonNodes, JsonText  # noqa: PLC0415 - only what this file needs

            parsed_json = JsonText(text)
            data, faults, nodes = parsed_json.data, parsed_json.faults, JsonNodes(text)
        else:
            from pincite.reading.yaml_places import YamlNodes  # noqa: PLC0415
            from pincite.reading.yaml_syntax import YamlText  # noqa: PLC0415

            parsed_yaml = YamlText(text)
            data, faults, nodes = parsed_yaml.data, parsed_yaml.faults, YamlNodes(text)
    except UnreadableError as error:
        return finding_of(path, error.fault, Lines(text, first_line))
    positions = Positions(text, data, nodes, first_line)
    lines = Lines(text, first_line) if faults else None
    raw = RawDocument(path, data, positions, [finding_of(path, fault, lines) for fault in faults])
    if not is_json and _IGNORE in text:
        from pincite.reading.ignores import ignores_in_yaml  # noqa: PLC0415 - only what this file needs

        raw.ignores = ignores_in_yaml(text, *positions.scalars_and_parts(), first_line)
    return raw


def parsed_document(path: str, text: str, data: Json, first_line: int = 1) -> RawDocument:
    """Return the document whose JSON text has been parsed elsewhere, by somebody who is sure that nothing is wrong with it."""
    from pincite.reading.json_syntax import JsonNodes  # noqa: PLC0415 - only what such a file needs

    return RawDocument(path, data, Positions(text, data, JsonNodes(text), first_line))


def lines_of_bytes(content: bytes, first_line: int = 1) -> Lines:
    """Return the lines of bytes that are no text, as far as they can be shown."""
    return Lines(content.decode("utf-8", "replace")[: 1 << 20], first_line)


def finding_of(path: str, fault: Fault, lines: Lines | None) -> Finding:
    """Return the finding for a fault that stopped, or did not stop, the reading of a file."""
    rule = fault.rule
    place = None
    if lines is not None and fault.start is not None:
        place = lines.place(fault.start, fault.start if fault.end is None else fault.end)
    return Finding(path, rule.code, rule.name, rule.severity, fault.message, fault.hint, place=place)


def unreadable(path: str, message: str, hint: str | None = None) -> Finding:
    """Return the finding for a file that cannot be read at all."""
    rule = file_unreadable.RULE
    return Finding(path, rule.code, rule.name, rule.severity, message, hint)


def _bibliography(path: str) -> Finding:
    """Return the finding for a bibliography: the documents that name it as a catalogue are judged."""
    suffix = next(one for one in BIBLIOGRAPHIES if path.lower().endswith(one))
    document = shlex.quote(f"{path[: -len(suffix)]}.pincite.yaml")
    message = "this is a bibliography, not a document; documents may name it under 'catalogues'"
    hint = f"pincite convert {shlex.quote(path)} -o {document}, then: pincite check {document}"
    return unreadable(path, message, hint)


def _article(path: str) -> Finding:
    """Return the finding for an article of a kind that is converted before it is judged, or not read at all."""
    stem, suffix = os.path.splitext(path)  # noqa: PTH122 - pathlib would add to every start
    if not path.lower().endswith(_CONVERTED):
        message = f"articles are not read from {suffix.lower()} files"
        text = shlex.quote(f"{stem}.txt")
        return unreadable(path, message, f"save it as plain text, then: pincite check {text}")
    document = shlex.quote(f"{stem}.pincite.yaml")
    message = f"articles in {suffix.lower()} files are not judged where they stand; plain text is"
    hint = f"pincite convert {shlex.quote(path)} -o {document}, then: pincite check {document}"
    return unreadable(path, message, hint)
