"""The fourth stop of the first road: one file is read, and all its documents are judged.

Everything that judging needs is imported with this module, so that a run whose findings are known never imports it.
"""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from pincite.judging import judged
from pincite.model.document import Document
from pincite.model.finding import Finding
from pincite.model.outcome import Outcome
from pincite.model.report import Skipped
from pincite.reading.articles import ArticlePositions, is_article, read_article
from pincite.reading.files import RawDocument, documents_in, read, read_document, unreadable
from pincite.reading.opening import reason
from pincite.reading.rules import limit_exceeded
from pincite.rules import annotation_codes, default_codes
from pincite.settings.run import USUAL
from pincite.structure.examine import Examined, examine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pincite.reading.watch import Watch
    from pincite.settings.baseline import Baseline
    from pincite.settings.run import FileSettings


MAX_FINDINGS = 1000
"""Findings of one document; one with more needs a repair, not a list."""
MAX_FILE_FINDINGS = 20_000
"""Findings of all the documents of a JSONL file."""


def judge_file(
    path: str,
    settings: FileSettings = USUAL,
    content: bytes | None = None,
    *,
    baseline: Baseline | None = None,
    with_words: bool = False,
    watch: Watch | None = None,
) -> Outcome:
    """Judge an article, the document, or in a JSONL file the documents, of one file.

    Where its *content* is given, the file is not opened. *watch* takes down which other files are. What *baseline* knows
    is counted and not told; with *with_words* it can be held against one later.
    """
    manner = Manner(path, settings, settings.codes, baseline, with_words=with_words)
    if is_article(path):
        selected = default_codes() if settings.codes is None else settings.codes
        manner.codes = selected - annotation_codes()
        examined = _article(path, settings, content)
        outcome = manner.outcome([examined])
        return _in_words(outcome, examined) if isinstance(examined, Examined) else outcome
    raws = read(path) if content is None else _documents(path, content)
    return manner.outcome(_examined(raw, settings, watch) for raw in raws)


def judge_data(path: str, data: Mapping[str, object]) -> Outcome:
    """Judge a document's data, as if it were read from its JSON text; raises TypeError for data JSON lacks."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    raw = read_document(path, text.encode("utf-8", "surrogatepass"), is_json=True)
    return Manner(path, USUAL, None).outcome([_examined(raw, USUAL)])


def _documents(path: str, content: bytes) -> Iterator[RawDocument | Finding]:
    """Yield the documents in the bytes of a file, and what ``read`` would make of a failure."""
    try:
        yield from documents_in(path, content)
    except ValueError as error:
        yield unreadable(path, f"cannot read the file: {reason(error)}")


def _examined(
    raw: RawDocument | Finding, settings: FileSettings, watch: Watch | None = None
) -> Examined | Finding:
    if not isinstance(raw, RawDocument):
        return raw
    raw.watch = watch
    return examine(raw, settings.house)


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


def _in_words(outcome: Outcome, examined: Examined) -> Outcome:
    """Return the outcome for an article with the article's own words for the ids that the converter made."""
    if examined.document is None or not outcome.findings:
        return outcome
    from pincite.reading.printed_names import PrintedNames  # noqa: PLC0415 - only where an article is judged

    told = [_in_the_text(one) for one in PrintedNames(examined.document.data).of(outcome.findings)]
    order = sorted(range(len(told)), key=lambda at: told[at].order)
    words = None if outcome.words is None else tuple(outcome.words[at] for at in order)
    return outcome._replace(findings=tuple(told[at] for at in order), words=words)


def _in_the_text(finding: Finding) -> Finding:
    """Return a finding about an article without a fix of members: there are none in the file."""
    fix = finding.fix
    if fix is None or all(change.kind == "rewrite" for change in fix.changes):
        return finding
    return finding._replace(fix=None)


class Manner:
    """How the documents of one file are judged."""

    def __init__(
        self,
        path: str,
        settings: FileSettings,
        codes: frozenset[str] | None,
        baseline: Baseline | None = None,
        *,
        with_words: bool = False,
    ) -> None:
        self.path = path
        self.settings = settings
        self.codes = codes
        self._baseline = baseline
        self._with_words = with_words
        self._unapplied: dict[Skipped, None] = {}  # each once, however many documents the file has

    def outcome(self, things: Iterable[Examined | Finding]) -> Outcome:
        """Judge the documents of the file; *things* are they, and what was found where there is none."""
        findings: list[tuple[Finding, str | None]] = []
        skipped: list[Skipped] = []
        quotations = citations = ignored = baselined = 0
        judged_any = False
        for examined in things:
            if len(findings) >= MAX_FILE_FINDINGS:
                findings.append((_too_many(self.path, MAX_FILE_FINDINGS), None))
                break
            if not isinstance(examined, Examined):
                findings.append((examined, None))
                continue
            document = examined.document
            if document is None:  # what keeps it from being judged is told whatever is selected
                findings += [(finding, None) for finding in examined.findings]
                reason = examined.unjudged or "the document's structure is broken"
                skipped.append(Skipped("*", self.path, reason))
                continue
            judged_any = True
            quotations += len(document.quotations)
            citations += len(document.citations)
            found, passed = self.told(examined)
            ignored += passed
            if self._baseline is not None:
                found.sort(key=lambda finding: finding.order)
                known = len(found)
                found = self._baseline.unknown(self.path, found, self._words(found, document))
                baselined += known - len(found)
            words = self._words(found, document) if self._with_words else [None] * len(found)
            findings += zip(found, words, strict=True)
        findings.sort(key=lambda one: one[0].order)
        return Outcome(
            tuple([finding for finding, _ in findings]),
            quotations,
            citations,
            (*skipped, *self._unapplied),
            ignored,
            baselined,
            tuple([words for _, words in findings]) if self._with_words else None,
            judged_any,
        )

    @staticmethod
    def _words(found: Iterable[Finding], document: Document) -> list[str]:
        from pincite.settings.baseline import words_of  # noqa: PLC0415 - only where there is one

        return [words_of(finding, document) for finding in found]

    def told(self, examined: Examined) -> tuple[list[Finding], int]:
        """Return what is found in a document as the settings and its own comments want it, and how much those ignore."""
        path, settings, codes = self.path, self.settings, self.codes
        found = list(islice(judged(examined, codes, self._unapplied), MAX_FINDINGS + 1))
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
