"""Pincite: provenance annotation of articles, as a format, a validator and a converter.

``load`` reads a document, ``check`` judges one, ``convert`` makes one from an article's text and ``convert_file``
one from an article's file; ``write`` writes a document in another format; ``verify`` holds a quotation against the
text of its source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from os import PathLike

    from pincite.export import Exported
    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import DocumentData, Segment
    from pincite.model.report import Report
    from pincite.verifier.source import Source
    from pincite.verifier.verdict import Verdict

__version__ = "0.7.0"
__all__ = ["UnreadableDocumentError", "check", "convert", "convert_file", "load", "verify", "write"]


class UnreadableDocumentError(Exception):
    """A file holds no document that can be judged; ``findings`` say why and where."""

    def __init__(self, path: str, findings: tuple[Finding, ...]) -> None:
        reasons = "; ".join(finding.message for finding in findings[:3])
        super().__init__(f"{path}: {reasons}")
        self.findings = findings


def load(path: str | PathLike[str]) -> Document:
    """Return the document in a file: YAML, JSON, or the first one of a JSONL file.

    Small faults of structure are mended in what is returned (``check`` tells them). Raises
    UnreadableDocumentError where nothing can be made of the file.
    """
    from os import fspath  # noqa: PLC0415 - importing the package alone stays cheap

    from pincite.reading.files import RawDocument, read  # noqa: PLC0415
    from pincite.structure.examine import examine  # noqa: PLC0415

    raw = next(iter(read(fspath(path))), None)
    if isinstance(raw, RawDocument):
        examined = examine(raw)
        if examined.document is not None:
            return examined.document
        raise UnreadableDocumentError(fspath(path), tuple(examined.findings))
    raise UnreadableDocumentError(fspath(path), () if raw is None else (raw,))


def check(document: str | PathLike[str] | Mapping[str, object]) -> Report:
    """Judge a file, a folder of Pincite files, or a document's data, and return the report.

    The places in the report of mere data are those in its JSON text, indented by two spaces. No configuration
    counts; comments in a document that ask for findings to be ignored do.
    """
    from os import PathLike as AnyPath  # noqa: PLC0415 - as above
    from os import fspath  # noqa: PLC0415

    from pincite.checker import check_data, check_paths  # noqa: PLC0415

    if isinstance(document, (str, AnyPath)):
        return check_paths([fspath(document)])
    return check_data(document)


def convert(text: str) -> DocumentData:
    """Return the document for an article given as plain text.

    It is valid under the schema and keeps the text whole; what a citation leaves open stays open.
    """
    from pincite.converter.article import convert_text  # noqa: PLC0415 - as above

    return convert_text(text)


def convert_file(
    path: str | PathLike[str],
    *,
    format: str | None = None,  # noqa: A002 - what it is
    encoding: str | None = None,
) -> DocumentData:
    """Return the document for an article in a file; its paths lead from the file's own folder.

    *format* is "text", "html", "markdown" or "docx", by default as the file's name and content say; *encoding* that
    of its text. Pictures inside the file are described but not written. Raises OSError where the file cannot be
    read, ValueError where it cannot be read as what it is said to be, ImportError where an extra is missing.
    """
    from os import fspath  # noqa: PLC0415 - as above

    from pincite.converter.files import convert_path  # noqa: PLC0415

    return convert_path(fspath(path), format_name=format, encoding=encoding)


def write(document: Document | DocumentData, format: str) -> Exported:  # noqa: A002 - what it is
    """Return a document in one of the formats of ``pincite formats``: its ``text``, and the ``losses``.

    Those are the values, by their JSON Pointers, that the format does not hold as they are. Sources of catalogues that a
    loaded document uses are written with its own. Paths stay as they are. Raises ValueError for an unknown format.
    """
    from pincite.export import FORMATS, carry_out  # noqa: PLC0415 - as above
    from pincite.model.catalogue import origins, with_catalogues  # noqa: PLC0415
    from pincite.model.document import Document as Loaded  # noqa: PLC0415

    if format not in FORMATS:
        raise ValueError(f"no format is called '{format}'; there are: {', '.join(FORMATS)}")
    if not isinstance(document, Loaded):
        return carry_out(document, format)
    data = document.data if FORMATS[format].is_whole else with_catalogues(document)
    return carry_out(data, format, document.text, origins(document))


def verify(
    quotation: str,
    text: str | Source,
    *,
    segments: Sequence[Segment] | None = None,
    language: str | None = None,
    pages: Sequence[str] = (),
    prefix: str = "",
    suffix: str = "",
) -> Verdict:
    """Return what holding a quotation against the text of its source finds: whether it stands there, and how.

    *segments* declare what the quoter left out, put in or changed; without them the marks in the quotation tell
    (``…``, ``[words]``, ``[sic]``). *language* is a BCP 47 tag. *pages* are the labels of the pages cited, *prefix* and *suffix*
    words before and behind the passage: they decide where it stands at several places. For many quotations of one
    source, make a ``pincite.verifier.source.Source`` of its text once. Raises ImportError where the extra ``verify`` is missing.
    """
    from pincite.verifier.quotation import verify as verify_quotation  # noqa: PLC0415 - as above

    return verify_quotation(
        quotation, text, segments=segments, language=language, pages=pages, prefix=prefix, suffix=suffix
    )
