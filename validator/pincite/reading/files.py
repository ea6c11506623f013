"""Files become raw documents: values with their positions, not yet judged."""

from __future__ import annotations

import io
import os
import re
import stat
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.model.document import ArticleTextFile
from pincite.model.finding import Finding
from pincite.reading.fault import Fault, UnreadableError
from pincite.reading.limits import MAX_BYTES
from pincite.reading.lines import Lines
from pincite.reading.positions import Positions
from pincite.reading.rules import encoding_invalid, file_unreadable, limit_exceeded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from pincite.model.json_value import Json

STDIN = "-"
"""The path that stands for standard input."""

SUFFIXES = (".pincite.yaml", ".pincite.yml", ".pincite.json", ".pincite.jsonl")
"""What the names of Pincite files end with."""

_ARTICLES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".odt")
"""What the names of articles end with, which are converted, not checked."""

_JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
"""How JSON on standard input begins; anything else, ``{pincite: …}`` too, is read as YAML."""


@dataclass
class RawDocument:
    """One document as it was read: plain values, where they stand, and the faults that did not stop it."""

    path: str
    data: Json
    positions: Positions
    findings: list[Finding] = field(default_factory=list)

    def text_file(self, relative: str) -> ArticleTextFile:
        """Read the file with the article's text, named by a path relative to this document."""
        return read_text_file(self.path, relative)


def read(path: str) -> Iterator[RawDocument | Finding]:
    """Yield the documents of a file (``-``: standard input); what cannot be read is a finding instead.

    A ``.jsonl`` file is read line by line, in memory that does not grow with their number.
    """
    try:
        with _open(path) as stream:
            if path.lower().endswith(_ARTICLES):
                yield _article(path)
            elif path.endswith(".jsonl"):
                yield from _records(path, stream)
            else:
                yield from _whole(path, stream.read(MAX_BYTES + 1))
    except (OSError, ValueError) as error:
        yield _unreadable(path, f"cannot read the file: {_reason(error)}")


def read_text(path: str) -> str:
    """Return the text of a file as it is, decoded from UTF-8; a leading BOM stays.

    Raises OSError (ValueError for a path that no file can have), and UnreadableError for bytes that are no
    UTF-8 or a file that is too large.
    """
    with _open(path) as stream:
        return _decode(_capped(stream.read(MAX_BYTES + 1)))


def _open(path: str) -> BinaryIO:
    if path == STDIN:
        if sys.stdin is None:
            raise OSError(0, "there is no standard input")
        return io.BytesIO(sys.stdin.buffer.read(MAX_BYTES + 1))  # closing this leaves the stream itself open
    mode = os.stat(path).st_mode  # noqa: PTH116 - pathlib would add to every start
    if stat.S_ISDIR(mode):
        os.scandir(path).close()  # says why a folder cannot be searched
    if not stat.S_ISREG(mode):
        raise OSError(0, "not a regular file")
    return open(path, "rb")  # noqa: PTH123 - as above; the caller closes it


def _whole(path: str, content: bytes) -> Iterator[RawDocument | Finding]:
    is_json = path.endswith(".json") or (path == STDIN and _JSON_OBJECT.match(content) is not None)
    yield read_document(path, content, is_json=is_json)


def _records(path: str, stream: BinaryIO) -> Iterator[RawDocument | Finding]:
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        content = line.rstrip(b"\r\n")
        if content.strip():
            yield read_document(path, content, is_json=True, first_line=number)
        if len(line) > MAX_BYTES:
            return


def read_document(path: str, content: bytes, *, is_json: bool, first_line: int = 1) -> RawDocument | Finding:
    """Return the document in some bytes; ``first_line`` is the number of their first line in the file."""
    try:
        text = _decode(_capped(content)).removeprefix("\ufeff")
    except UnreadableError as error:
        return _finding(path, error.fault, Lines(content.decode("utf-8", "replace")[: 1 << 20], first_line))
    marks: Callable[[], list[tuple[int, int]]]
    try:
        if is_json:
            from pincite.reading.json_syntax import JsonText  # noqa: PLC0415 - only what this file needs

            parsed_json = JsonText(text)
            data, faults, marks = parsed_json.data, parsed_json.faults, parsed_json.marks
        else:
            from pincite.reading.yaml_syntax import YamlText  # noqa: PLC0415

            parsed_yaml = YamlText(text)
            data, faults, marks = parsed_yaml.data, parsed_yaml.faults, lambda: parsed_yaml.marks
    except UnreadableError as error:
        return _finding(path, error.fault, Lines(text, first_line))
    positions = Positions(text, data, marks, first_line)
    lines = Lines(text, first_line) if faults else None
    return RawDocument(path, data, positions, [_finding(path, fault, lines) for fault in faults])


def _capped(content: bytes) -> bytes:
    if len(content) > MAX_BYTES:
        raise UnreadableError(
            Fault(
                limit_exceeded.RULE,
                f"more than {MAX_BYTES // 1024 // 1024} MiB, the most that is read at once",
                "split a collection into one document an article, or into the lines of NAME.pincite.jsonl",
                0,
                0,
            ),
        )
    return content


def _decode(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        message = f"byte 0x{content[error.start]:02x} is not UTF-8"
        hint = "save the file as UTF-8"
        if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
            message = "the file is UTF-16, not UTF-8"
        for beginning, kind in _BINARY.items():
            if content.startswith(beginning):
                message, hint = f"the file is {kind}, not text", "save it as plain text, in UTF-8"
        raise UnreadableError(
            Fault(encoding_invalid.RULE, message, hint, len(before), len(before) + 1)
        ) from None


_BINARY = {b"PK\x03\x04": "a ZIP archive (as .docx, .odt and .epub are)", b"%PDF-": "a PDF"}
"""How files that are no text begin, where people take them for text."""


def _finding(path: str, fault: Fault, lines: Lines | None) -> Finding:
    rule = fault.rule
    place = None
    if lines is not None and fault.start is not None:
        place = lines.place(fault.start, fault.start if fault.end is None else fault.end)
    return Finding(path, rule.code, rule.name, rule.severity, fault.message, fault.hint, place=place)


def _reason(error: OSError | ValueError) -> str:
    strerror = error.strerror if isinstance(error, OSError) else None
    return (strerror or str(error)).lower()


def _unreadable(path: str, message: str, hint: str | None = None) -> Finding:
    rule = file_unreadable.RULE
    return Finding(path, rule.code, rule.name, rule.severity, message, hint)


def _article(path: str) -> Finding:
    """Return the finding for an article that was given where a Pincite file is wanted."""
    from shlex import quote  # noqa: PLC0415 - only here

    stem, suffix = os.path.splitext(path)  # noqa: PTH122 - pathlib would add to every start
    message = "this is an article, not a Pincite file"
    hint = f"pincite convert {quote(path)} -o {quote(stem + SUFFIXES[0])}"
    if suffix.lower() == ".md":
        message = "this is an article in Markdown, not a Pincite file; annotated Markdown is not read yet"
    if suffix.lower() != ".txt":
        hint = f"save it as plain text, then: pincite convert {quote(stem + '.txt')} -o {quote(stem + SUFFIXES[0])}"
    return _unreadable(path, message, hint)


_LONGEST_PATH = 4096
"""Code points of the longest path that is tried."""


def read_text_file(document_path: str, relative: str) -> ArticleTextFile:
    """Read a text file named in a document, by a path relative to it.

    Only files in the document's folder, or in the working folder if that holds the document, are opened;
    links are followed first. Whatever prevents it is told as the fault.
    """
    folder = os.path.dirname(os.path.abspath("." if document_path == STDIN else document_path))  # noqa: PTH100, PTH120
    if document_path == STDIN:
        folder = os.path.abspath(".")  # noqa: PTH100
    if "\0" in relative:
        return ArticleTextFile(fault="no file can have a name with the character U+0000 in it")
    if len(relative) > _LONGEST_PATH:
        return ArticleTextFile(fault=f"a path of {len(relative)} characters names no file")
    target = os.path.realpath(os.path.join(folder, relative))  # noqa: PTH118
    if not any(_inside(target, os.path.realpath(root)) for root in (folder, _working_folder(folder))):
        return ArticleTextFile(fault=f"{relative} lies outside the document's folder")
    try:
        return ArticleTextFile(text=read_text(target))
    except OSError as error:
        return ArticleTextFile(fault=f"cannot read {relative}: {_reason(error)}")
    except UnreadableError as error:
        return ArticleTextFile(fault=f"cannot read {relative}: {error.fault.message}")


def _working_folder(folder: str) -> str:
    """Return the working folder if *folder* lies in it, else *folder*."""
    here = os.getcwd()  # noqa: PTH109
    return here if _inside(os.path.realpath(folder), os.path.realpath(here)) else folder


def _inside(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)
