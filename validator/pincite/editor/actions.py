"""What an editor can do about findings: the fixes that they bring along, one by one or all safe ones at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from pincite.editor.diagnostics import diagnostics_of
from pincite.editor.whole_text import edits_between
from pincite.fixing.fixed import fixed
from pincite.fixing.with_edits import with_edits
from pincite.model.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.editor.documents import OpenDocument
    from pincite.editor.judging import Judged
    from pincite.model.finding import Finding

FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.pincite"
"""The kind of the action that makes all safe fixes; editors can be told to take it whenever a file is saved."""
_ALL = "fix all"
_FEW = 5
"""Fixes at one place whose edits are worked out before they are offered: each takes as long as reading the document."""


class Preferences(NamedTuple):
    """How an editor wants actions: those of some *kinds* alone, empty for any; their edits at once or when one is chosen.

    *versioned*: edits may say of which state of the document they are.
    """

    kinds: tuple[str, ...] = ()
    at_once: bool = True
    versioned: bool = False


def actions_for(judged: Judged, start: int, end: int, preferences: Preferences) -> list[CodeAction]:
    """Return the actions for the findings between two offsets, and the one for the whole document."""
    found = list(_fixes(judged, start, end)) if _wanted(CodeActionKind.QuickFix.value, preferences) else []
    if preferences.at_once or len(found) <= _FEW:  # none is offered that would change nothing
        found = [one for one in found if resolved(one, judged, preferences).edit is not None]
    if not preferences.at_once:
        for one in found:
            one.edit = None
    asked_for = any(_is_within(FIX_ALL, kind) for kind in preferences.kinds)
    has_safe = any(one.fix is not None and one.fix.safety == "safe" for one in judged.found.findings)
    # without being asked for it is only named: working it out takes several times as long as judging
    if has_safe and (asked_for or (not preferences.kinds and not preferences.at_once)):
        all_safe = CodeAction("Make all safe fixes (Pincite)", kind=FIX_ALL, data=_data(judged, _ALL))
        if not preferences.at_once or resolved(all_safe, judged, preferences).edit is not None:
            found.append(all_safe)
    return found


def resolved(action: CodeAction, judged: Judged, preferences: Preferences) -> CodeAction:
    """Return an action with its edits; without them where the document is another one by now, or cannot be fixed so."""
    document, data = judged.document, action.data
    if not isinstance(data, dict) or data.get("version") != document.version:
        return action
    number = data.get("fix")
    if number == _ALL:
        edits = _all_edits(judged)
    elif isinstance(number, int) and 0 <= number < len(judged.found.findings):
        edits = _edits(judged, judged.found.findings[number])
    else:
        edits = []
    if edits:
        action.edit = _workspace_edit(document, edits, versioned=preferences.versioned)
    return action


def _fixes(judged: Judged, start: int, end: int) -> Iterator[CodeAction]:
    text = judged.document.text
    for number, finding in enumerate(judged.found.findings):
        if finding.fix is None:
            continue
        [diagnostic] = diagnostics_of([finding], text)
        first, last = text.offset(diagnostic.range.start), text.offset(diagnostic.range.end)
        if first <= end and start <= last:
            title = finding.fix.title[:1].upper() + finding.fix.title[1:]
            yield CodeAction(
                title if finding.fix.safety == "safe" else f"{title} (look at it)",
                kind=CodeActionKind.QuickFix,
                diagnostics=[diagnostic],
                is_preferred=finding.fix.safety == "safe",
                data=_data(judged, number),
            )


def _data(judged: Judged, fix: int | str) -> dict[str, str | int]:
    return {"uri": judged.document.uri, "version": judged.document.version, "fix": fix}


def _wanted(kind: str, preferences: Preferences) -> bool:
    return not preferences.kinds or any(_is_within(kind, one) for one in preferences.kinds)


def _is_within(kind: str, wider: str) -> bool:
    return kind == wider or kind.startswith(f"{wider}.") or wider == ""


def _edits(judged: Judged, finding: Finding) -> list[TextEdit]:
    text = judged.document.text
    [told] = with_edits(Report((finding,), ()), lambda _: text.content).findings
    edits = told.fix.edits if told.fix is not None else ()
    return [TextEdit(text.range_between(edit[:2], edit[2:4]), edit.text) for edit in edits]


def _all_edits(judged: Judged) -> list[TextEdit]:
    document = judged.document
    done = fixed(document.path, judged.found.settings, document.text.content, {"safe"})
    return edits_between(document.text, done.after)


def _workspace_edit(document: OpenDocument, edits: list[TextEdit], *, versioned: bool) -> WorkspaceEdit:
    if not versioned:
        return WorkspaceEdit(changes={document.uri: edits})
    of = OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(of, edits)])
