"""The third stop of the first road: documents are judged by all rules, into one ordered report."""

from __future__ import annotations

import json
import os
from itertools import islice
from typing import TYPE_CHECKING

from pincite.model.document import Document
from pincite.model.finding import Finding
from pincite.model.report import FileCount, Report, Skipped
from pincite.reading.articles import ARTICLE_SUFFIXES, ArticlePositions, is_article, read_article
from pincite.reading.files import SUFFIXES, RawDocument, read, read_document
from pincite.reading.markdown.front_matter import is_annotated, is_markdown
from pincite.reading.opening import STDIN
from pincite.reading.rules import limit_exceeded
from pincite.rules import annotation_codes, default_codes, rules_for
from pincite.structure.examine import Examined, examine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


MAX_FINDINGS = 1000
"""Findings of one document; one with more needs a repair, not a list."""
MAX_FILE_FINDINGS = 20_000
"""Findings of all the documents of a JSONL file."""


def check_paths(paths: Iterable[str], progress: Callable[[int, int], None] | None = None) -> Report:
    """Judge files, and all Pincite files in folders.

    ``progress`` is told the number of files done and of all files. A file that cannot be read is a finding;
    the others go on.
    """
    files = pincite_files(paths)
    findings: list[Finding] = []
    counts: list[FileCount] = []
    skipped: list[Skipped] = []
    for done, path in enumerate(files):
        if progress is not None:
            progress(done, len(files))
        report = check_file(path)
        findings.extend(report.findings)
        counts.extend(report.files)
        skipped.extend(report.skipped)
    if progress is not None:
        progress(len(files), len(files))
    return Report(tuple(findings), tuple(counts), tuple(skipped))


def check_file(path: str) -> Report:
    """Judge an article, the document, or in a JSONL file the documents, of one file."""
    if is_article(path):
        return _report(path, _article(path), default_codes() - annotation_codes())
    return _report(path, map(_examined, read(path)))


def check_data(data: Mapping[str, object]) -> Report:
    """Judge a document's data, as if it were read from its JSON text; raises TypeError for data JSON lacks."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    raw = read_document("<document>", text.encode("utf-8", "surrogatepass"), is_json=True)
    return _report("<document>", [_examined(raw)])


def _examined(raw: RawDocument | Finding) -> Examined | Finding:
    return examine(raw) if isinstance(raw, RawDocument) else raw


def _article(path: str) -> Iterator[Examined | Finding]:
    """Yield what conversion finds in an article that nobody has converted, to be judged at its own lines."""
    from pincite.converter.article import convert_text  # noqa: PLC0415 - only where an article is judged

    text = read_article(path)
    if isinstance(text, str):
        yield Examined(Document(path, convert_text(text), ArticlePositions(text)))
    else:
        yield text


def _report(path: str, things: Iterable[Examined | Finding], codes: frozenset[str] | None = None) -> Report:
    """Judge the documents of a file; *things* are the documents, and what was found where there is none."""
    findings: list[Finding] = []
    skipped: list[Skipped] = []
    quotations = citations = 0
    for examined in things:
        if len(findings) >= MAX_FILE_FINDINGS:
            findings.append(_too_many(path, MAX_FILE_FINDINGS))
            break
        if not isinstance(examined, Examined):
            findings.append(examined)
            continue
        findings.extend(examined.findings)
        document = examined.document
        if document is None:
            skipped.append(Skipped("*", path, examined.unjudged or "the document's structure is broken"))
            continue
        quotations += len(document.quotations)
        citations += len(document.citations)
        found = list(islice(judged(examined, codes), MAX_FINDINGS + 1))
        if len(found) > MAX_FINDINGS:
            found[MAX_FINDINGS:] = [_too_many(path, MAX_FINDINGS)]
        findings.extend(found)
    findings.sort(key=lambda finding: finding.order)
    return Report(tuple(findings), (FileCount(path, quotations, citations, len(findings)),), tuple(skipped))


def _too_many(path: str, limit: int) -> Finding:
    rule = limit_exceeded.RULE
    message = f"more than {limit} findings; the rest is not judged"
    return Finding(path, rule.code, rule.name, rule.severity, message, "mend these first, then run again")


_ABSENCES = ("1", "5")
"""The families of rules that report what is missing from an object."""
_REST_ON = {"PIN307": "/archives"}
"""Rules that miss something elsewhere than at the place they report: where that is."""
_OF_OFFSETS = ("PIN403",)
"""Rules that report an anchor as a whole: a broken offset in it is fault enough."""
_UNUSED = "PIN303"
"""The rule that looks at everything outside the article to say that something is missing there."""


def judged(examined: Examined, codes: frozenset[str] | None = None) -> Iterator[Finding]:
    """Yield what the rules of some codes (None: the default ones) find in a document that keeps to the schema.

    What the structure stage had to leave out is not reported once more: not as missing from its object, and
    not as what something else would need.
    """
    if examined.document is None:
        return
    touched = examined.touched
    broken = {finding.pointer for finding in examined.findings}
    incomplete = any(not pointer.startswith("/article") for pointer in touched)
    for finding in rule_findings(examined.document, codes):
        parent = finding.pointer.rpartition("/")[0]
        if finding.code[3] in _ABSENCES and not touched.isdisjoint((finding.pointer, parent)):
            continue
        if finding.pointer in broken or (finding.code in _OF_OFFSETS and _inside(broken, finding.pointer)):
            continue
        if _REST_ON.get(finding.code) in touched or (finding.code == _UNUSED and incomplete):
            continue
        yield finding


def _inside(pointers: Iterable[str], outer: str) -> bool:
    return any(pointer.startswith(f"{outer}/") for pointer in pointers)


def rule_findings(document: Document, codes: frozenset[str] | None = None) -> Iterator[Finding]:
    """Yield what every rule that has something to judge finds, rule by rule."""
    for check in rules_for(document, codes):
        yield from check(document)


def pincite_files(paths: Iterable[str]) -> list[str]:
    """Return the files to judge: named files as they are, folders searched for Pincite files; each once.

    Hidden folders and links to folders are passed over. The order is that of the paths' text.
    """
    found: set[str] = set()
    for path in paths:
        if path != STDIN and os.path.isdir(path):  # noqa: PTH112 - pathlib would add to every start
            found.update(_below(path))
        else:
            found.add(path if path == STDIN else os.path.normpath(path))
    return sorted(found)


def unannotated(path: str) -> bool:
    """Return whether a file that can be read is an article with no annotation in it."""
    if path == STDIN or path.endswith(SUFFIXES) or not os.path.isfile(path):  # noqa: PTH113
        return False
    return not is_annotated(path) if is_markdown(path) else path.lower().endswith(ARTICLE_SUFFIXES)


def _below(folder: str) -> Iterator[str]:
    unreadable: list[str] = []
    for where, folders, names in os.walk(
        folder, onerror=lambda error: unreadable.append(str(error.filename))
    ):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = os.path.join(where, name)  # noqa: PTH118
            if name.endswith(SUFFIXES) or (is_markdown(name) and is_annotated(path)):
                yield os.path.normpath(path)
    yield from unreadable  # each becomes a finding when it is opened
