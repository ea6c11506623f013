"""The fourth stop of the first road: files and folders become one ordered report."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from pincite.judging import judged
from pincite.model.document import Document
from pincite.model.finding import Finding
from pincite.model.report import FileCount, Report, Skipped
from pincite.reading.articles import ArticlePositions, is_article, read_article
from pincite.reading.files import RawDocument, documents_in, read, read_document, unreadable
from pincite.reading.rules import limit_exceeded
from pincite.rules import annotation_codes, default_codes
from pincite.settings.run import USUAL
from pincite.settings.walking import pincite_files
from pincite.structure.examine import Examined, examine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pincite.settings.baseline import Baseline
    from pincite.settings.run import FileSettings, Settings


MAX_FINDINGS = 1000
"""Findings of one document; one with more needs a repair, not a list."""
MAX_FILE_FINDINGS = 20_000
"""Findings of all the documents of a JSONL file."""


def check_paths(
    paths: Iterable[str],
    progress: Callable[[int, int], None] | None = None,
    settings: Settings | None = None,
    recording: Baseline | None = None,
    contents: Mapping[str, bytes] | None = None,
) -> Report:
    """Judge files, and all Pincite files in folders.

    ``progress`` is told the number of files done and of all files. A file that cannot be read is a finding;
    the others go on. Without settings no configuration counts; a recording baseline takes in what is found. Files whose
    *contents* are given are not opened.
    """
    files = pincite_files(paths, settings)
    baselines = _Baselines(recording)
    reports: list[Report] = []
    for done, path in enumerate(files):
        if progress is not None:
            progress(done, len(files))
        in_force = USUAL if settings is None else settings.of(path)
        reports.append(
            check_file(path, in_force, baselines.of(in_force.baseline), (contents or {}).get(path))
        )
    if progress is not None:
        progress(len(files), len(files))
    return Report(
        tuple(finding for report in reports for finding in report.findings),
        tuple(count for report in reports for count in report.files),
        tuple(skipped for report in reports for skipped in report.skipped),
        sum(report.ignored for report in reports),
        sum(report.baselined for report in reports),
        baselines.unmatched(),
    )


class _Baselines:
    """The baselines of a run, each read once."""

    def __init__(self, recording: Baseline | None) -> None:
        self._recording = recording
        self._known: dict[str, Baseline] = {}

    def of(self, path: str | None) -> Baseline | None:
        """Return the baseline to hold a file against; what is recorded counts as known."""
        if self._recording is not None or path is None:
            return self._recording
        if path not in self._known:
            from pincite.settings.baseline import read_baseline  # noqa: PLC0415 - only where there is one

            self._known[path] = read_baseline(path)
        return self._known[path]

    def unmatched(self) -> int:
        return sum(one.unmatched() for one in self._known.values())


def check_file(
    path: str, settings: FileSettings = USUAL, baseline: Baseline | None = None, content: bytes | None = None
) -> Report:
    """Judge an article, the document, or in a JSONL file the documents, of one file.

    Where its *content* is given, the file is not opened.
    """
    if is_article(path):
        selected = default_codes() if settings.codes is None else settings.codes
        codes = selected - annotation_codes()
        examined = _article(path, settings, content)
        report = _report(path, [examined], settings, codes, baseline)
        return _in_words(report, examined) if isinstance(examined, Examined) else report
    things = (
        _examined(raw, settings) for raw in (read(path) if content is None else documents_in(path, content))
    )
    return _report(path, things, settings, settings.codes, baseline)


def check_data(data: Mapping[str, object]) -> Report:
    """Judge a document's data, as if it were read from its JSON text; raises TypeError for data JSON lacks."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    raw = read_document("<document>", text.encode("utf-8", "surrogatepass"), is_json=True)
    return _report("<document>", [_examined(raw, USUAL)], USUAL)


def _examined(raw: RawDocument | Finding, settings: FileSettings) -> Examined | Finding:
    return examine(raw, settings.house) if isinstance(raw, RawDocument) else raw


def _article(path: str, settings: FileSettings, content: bytes | None) -> Examined | Finding:
    """Return what conversion finds in an article that nobody has converted, to be judged at its own lines."""
    from pincite.converter.article import convert_text  # noqa: PLC0415 - only where an article is judged
    from pincite.converter.styles import StyleError, style_for  # noqa: PLC0415

    text = read_article(path, content)
    if not isinstance(text, str):
        return text
    try:
        styles = [style_for(name) for name in settings.citation_styles]
    except StyleError as error:
        return unreadable(path, f"its configuration's citation-styles: {error}")
    document = convert_text(text, styles)
    return Examined(Document(path, document, ArticlePositions(text), house=settings.house))


def _in_words(report: Report, examined: Examined) -> Report:
    """Return the report on an article with the article's own words for the ids that the converter made."""
    if examined.document is None or not report.findings:
        return report
    from pincite.reading.printed_names import PrintedNames  # noqa: PLC0415 - only where an article is judged

    told = PrintedNames(examined.document.data).of(report.findings)
    return report._replace(findings=tuple(sorted(told, key=lambda finding: finding.order)))


def _report(
    path: str,
    things: Iterable[Examined | Finding],
    settings: FileSettings,
    codes: frozenset[str] | None = None,
    baseline: Baseline | None = None,
) -> Report:
    """Judge the documents of a file; *things* are the documents, and what was found where there is none."""
    findings: list[Finding] = []
    skipped: list[Skipped] = []
    unapplied: dict[Skipped, None] = {}  # each once, however many documents the file has
    quotations = citations = ignored = baselined = 0
    for examined in things:
        if len(findings) >= MAX_FILE_FINDINGS:
            findings.append(_too_many(path, MAX_FILE_FINDINGS))
            break
        if not isinstance(examined, Examined):
            findings.append(examined)
            continue
        document = examined.document
        if document is None:  # what keeps it from being judged is told whatever is selected
            findings.extend(examined.findings)
            skipped.append(Skipped("*", path, examined.unjudged or "the document's structure is broken"))
            continue
        quotations += len(document.quotations)
        citations += len(document.citations)
        found, passed = _told(path, examined, settings, codes, unapplied)
        ignored += passed
        if baseline is not None:
            found.sort(key=lambda finding: finding.order)
            known = len(found)
            found = baseline.unknown(path, found, document)
            baselined += known - len(found)
        findings.extend(found)
    findings.sort(key=lambda finding: finding.order)
    return Report(
        tuple(findings),
        (FileCount(path, quotations, citations, len(findings), settings.fail_on),),
        (*skipped, *unapplied),
        ignored,
        baselined,
    )


def _told(
    path: str,
    examined: Examined,
    settings: FileSettings,
    codes: frozenset[str] | None,
    unapplied: dict[Skipped, None],
) -> tuple[list[Finding], int]:
    """Return what is found in a document as the settings and its own comments want it, and how much those ignore."""
    found = list(islice(judged(examined, codes, unapplied), MAX_FINDINGS + 1))
    too_many = len(found) > MAX_FINDINGS
    found[MAX_FINDINGS:] = [_too_many(path, MAX_FINDINGS)] if too_many else []
    found[:0] = examined.findings
    ignored = 0
    if settings is not USUAL:
        found = [one for one in found if settings.wants(one.code)]
    if examined.ignores and not too_many:
        from pincite.settings.ignoring import passed_over  # noqa: PLC0415 - few documents have such comments

        asked = default_codes() if codes is None else codes
        found, ignored = passed_over(path, found, examined.ignores, asked, MAX_FINDINGS)
        found[MAX_FINDINGS:] = [_too_many(path, MAX_FINDINGS)] if len(found) > MAX_FINDINGS else []
        found = [one for one in found if settings.wants(one.code)]
    return [settings.adjusted(one) for one in found] if settings.severities else found, ignored


def _too_many(path: str, limit: int) -> Finding:
    rule = limit_exceeded.RULE
    message = f"more than {limit} findings; the rest is not judged"
    return Finding(path, rule.code, rule.name, rule.severity, message, "mend these first, then run again")
