"""``pincite check --fix`` and ``--diff``: files are mended by the fixes of their findings, or it is shown how."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.annotated_articles import annotating_documents
from pincite.cli.delivery import deliver
from pincite.cli.output import tell
from pincite.cli.patches import show_file, show_patch
from pincite.cli.writing_back import content_of, save_or_say
from pincite.editing.draft import Draft
from pincite.fixing.fixed import fixed
from pincite.reporters.concise_format import location
from pincite.reporters.counted import counted
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from pincite.cli.delivery import Delivery
    from pincite.fixing.fixed import Fixed
    from pincite.model.finding import Finding
    from pincite.model.fix import Fix, Safety
    from pincite.model.report import Report
    from pincite.settings.run import Settings


class Fixing(NamedTuple):
    """Which fixes are made, and whether it is only shown what they would change."""

    safeties: frozenset[Safety] = frozenset({"safe"})
    shows: bool = False


def judge_fixed(
    check: Callable[[Mapping[str, bytes]], Report],
    settings: Settings,
    fixing: Fixing,
    contents: Mapping[str, bytes],
    wanted: Delivery,
) -> int:
    """Make the fixes that a check offers, check once more, tell the report, and return the exit status.

    *contents* are those of files that are not opened: mended, they are standard output, and the report is told aside.
    Where it is only shown what would change, that is all, and the status is 1 if anything would. Articles that documents
    annotate stay as they are, and their fixes are not offered again. Raises CallError where a file cannot be written.
    """
    report = check(contents)
    offering = {one.path for one in report.findings if one.fix and one.fix.safety in fixing.safeties}
    annotated = annotating_documents(sorted({one.path for one in report.findings if one.fix}))
    for article in sorted(offering & annotated.keys()):
        _tell_annotated(article, annotated[article])
    done, left = _all_fixed(sorted(offering - annotated.keys()), settings, fixing, contents)
    if fixing.shows:
        return 1 if done and not wanted.exit_zero else 0
    given = {**contents, **{one.path: one.after for one in done if one.path in contents}}
    if offering:  # what was not written may have been changed by somebody else
        report = check(given)
    for content in given.values():
        show_file(content)
    report = _without_fixes(report, annotated, left)
    return deliver(report, wanted, contents=given, aside=bool(given))


def _tell_annotated(article: str, document: str) -> None:
    article, document = safe(article), safe(document)
    then = (
        "convert it anew"
        if document.endswith(".jsonl")
        else f"run pincite convert {article} --update {document}"
    )
    tell(f"pincite: {article} is not fixed: {document} annotates it; change the article by hand and {then}")


def _without_fixes(report: Report, paths: Collection[str], left: Sequence[Finding]) -> Report:
    """Return a report that offers no fixes for some files, and none that could not be made just now."""
    given_up: dict[tuple[str, str], list[Fix | None]] = {}
    for finding in left:
        given_up.setdefault((finding.path, finding.code), []).append(finding.fix)

    def is_offered(finding: Finding) -> bool:
        return finding.path not in paths and finding.fix not in given_up.get((finding.path, finding.code), ())

    return report._replace(
        findings=tuple([one if is_offered(one) else one._replace(fix=None) for one in report.findings])
    )


def _all_fixed(
    paths: Sequence[str], settings: Settings, fixing: Fixing, contents: Mapping[str, bytes]
) -> tuple[list[Fixed], list[Finding]]:
    """Mend files, or show in one patch how, and say what was done.

    Returns the files in which something was, and the findings whose fixes could not be made.
    """
    done: list[Fixed] = []
    left: list[Finding] = []
    for path in paths:
        content = contents[path] if path in contents else content_of(path)
        if not isinstance(content, bytes):
            tell(f"pincite: {safe(path)} is not fixed: {content}")
            continue
        new = fixed(path, settings.of(path), content, fixing.safeties)
        _tell_left(new)
        left += [finding for finding, _ in new.left]
        if new.after == content:
            continue
        if fixing.shows:
            show_patch(new.path, new.before, new.after)
        elif path not in contents and not _saved(new):
            continue
        done.append(new)
    _tell_done(done, shows=fixing.shows)
    return done, left


def _saved(new: Fixed) -> bool:
    """Write a mended file; False where that is told to be impossible. Raises CallError."""
    fault = save_or_say(Draft(new.path, new.before, new.after))
    if fault:
        tell(f"pincite: {safe(fault)}")
    return not fault


def _tell_left(new: Fixed) -> None:
    for finding, reason in new.left:
        tell(f"pincite: {location(finding)}: {finding.code} is not fixed: {safe(reason)}")


def _tell_done(done: list[Fixed], *, shows: bool) -> None:
    taken = [finding for one in done for finding in one.taken]
    if not taken:
        tell(f"pincite: nothing {'to fix' if shows else 'was fixed'}")
        return
    codes = ", ".join(
        f"{code} {number}" for code, number in sorted(Counter(one.code for one in taken).items())
    )
    verb = "would be fixed" if shows else "fixed"
    tell(f"pincite: {counted(len(taken), 'finding')} {verb} in {counted(len(done), 'file')}: {codes}")
