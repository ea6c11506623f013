"""Losses become findings in the user's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.export.rules import member_left_out, value_changed, value_set_aside
from pincite.model.catalogue import listing
from pincite.model.finding import Finding
from pincite.model.json_value import pointer_steps, pointer_to, value_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.model.document import Document
    from pincite.model.format import DocumentData
    from pincite.model.json_value import Json
    from pincite.model.losses import Loss
    from pincite.model.rule import Rule

_RULES = {
    "left out": (member_left_out.RULE, "{format} leaves out {what}"),
    "changed": (value_changed.RULE, "{format} holds {what} in another form"),
    "set aside": (value_set_aside.RULE, "{format} sets {what} aside"),
}
_LISTS = {"sources": "source", "quotations": "quotation", "claims": "claim", "images": "image"}


def findings(
    document: Document, format_name: str, losses: Iterable[Loss], data: DocumentData | None = None
) -> list[Finding]:
    """Return a finding for each loss of a document that stands in a file, at the value in that file.

    *data* is what was written where that is more than the document's own: then the sources of catalogues stand behind its
    own, and what is lost of them is told where the document names the catalogue.
    """
    found = []
    listed_at = listing(document)
    for rule, message, loss in _told(document.data if data is None else data, format_name, losses):
        at = listed_at(loss.pointer)
        if at != loss.pointer:
            message = message.removesuffix(f" ({loss.pointer})") + f" ({at})"  # noqa: PLW2901 - the same message
        found.append(document.finding(rule, at, message))
    return sorted(found, key=lambda one: one.order)


def findings_without_places(
    path: str, data: DocumentData, format_name: str, losses: Iterable[Loss]
) -> list[Finding]:
    """Return a finding for each loss of a document that was just made of the article at *path* and stands nowhere."""
    return [
        Finding(path, rule.code, rule.name, rule.severity, message, pointer=loss.pointer)
        for rule, message, loss in _told(data, format_name, losses)
    ]


def _told(data: DocumentData, format_name: str, losses: Iterable[Loss]) -> Iterable[tuple[Rule, str, Loss]]:
    for loss in losses:
        rule, form = _RULES[loss.declared.how]
        what = described(cast("Json", data), loss.pointer)
        message = form.format(format=format_name, what=what)
        yield rule, f"{message}: {loss.declared.why} ({loss.pointer})", loss


def described(data: Json, pointer: str) -> str:
    """Return what stands at a pointer in words: "'received' of letter 'fenn-to-marsh'"."""
    steps = pointer_steps(pointer)
    value = value_at(data, pointer)
    number = f" ({len(value)} of them)" if isinstance(value, list) and len(value) > 1 else ""
    if len(steps) < 2 or steps[0] not in _LISTS:  # noqa: PLR2004 - a list and a number in it
        return f"'{'.'.join(steps)}'{number}"
    item = value_at(data, pointer_to(f"/{steps[0]}", int(steps[1])))
    fields = item if isinstance(item, dict) else {}
    kind = str(fields.get("type", "source")).replace("_", " ") if steps[0] == "sources" else _LISTS[steps[0]]
    whose = f"{kind} '{fields.get('id')}'"
    member = ".".join(step for step in steps[2:] if not step.isdecimal())
    return f"'{member}' of {whose}{number}" if member else whose
