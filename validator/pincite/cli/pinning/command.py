"""``pincite pin``: every document with what its files are, written where its author would have written it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.output import CallError, tell
from pincite.cli.patches import show_patch
from pincite.cli.pinning.account import Account
from pincite.cli.pinning.additions import Addition, added_copy
from pincite.cli.pinning.pins import pins
from pincite.cli.writing_back import content_of, written_back
from pincite.model.fix import Change
from pincite.reading.files import RawDocument, documents_in
from pincite.reading.opening import STDIN
from pincite.settings import ConfigError
from pincite.settings.run import Settings
from pincite.settings.walking import pincite_files
from pincite.structure.examine import examine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.cli.pinning.pins import Pin
    from pincite.model.document import Document
    from pincite.model.finding import Finding


class Asked(NamedTuple):
    """What the call asks for.

    ``check``: nothing is written, and what would be counts as a fault. ``diff``: the same, and it is shown.
    ``repin``: what is recorded and not so any more is replaced.
    """

    check: bool = False
    diff: bool = False
    repin: bool = False
    additions: tuple[Addition, ...] = ()

    @property
    def writes(self) -> bool:
        """Return whether anything is to be written."""
        return not (self.check or self.diff)


def pin(paths: Sequence[str], asked: Asked) -> int:
    """Pin the files that documents name, print a line for each thing said, and return the exit status.

    1 where a file is missing or is not the one that was pinned, where something could not be written, and, with
    ``check`` and ``diff``, where something would be. Raises CallError.
    """
    try:
        files = pincite_files(paths, Settings())
    except ConfigError as error:
        raise CallError(str(error)) from None
    if STDIN in files:
        raise CallError("standard input cannot be written to; name a file")
    if not files:
        raise CallError(f"no Pincite files in {', '.join(paths)}")
    if asked.additions and len(files) > 1:
        raise CallError("--add is for one document; name that alone")
    account = Account(writes=asked.writes)
    for path in files:
        _file(path, asked, account)
        account.show()
    tell(f"pincite: {account.summary()}")
    return 1 if account.faults or (account.recorded and not asked.writes) else 0


def _file(path: str, asked: Asked, account: Account) -> None:
    """Pin the documents of one file."""
    content = content_of(path)
    if isinstance(content, str):
        account.fault(path, None, content)
        return
    changes: dict[int, list[Change]] = {}
    things = list(documents_in(path, content))
    for number, thing in enumerate(things):
        document = _document(thing, account)
        if document is not None and isinstance(thing, RawDocument):
            account.documents += 1
            changes[number] = _changes(thing, document, asked, account)
    new = written_back(path, content, changes, save=asked.writes)
    if isinstance(new, str):
        account.recorded -= sum(map(len, changes.values()))
        account.fault(path, None, new)
        return
    for refusal in new.refused:
        account.recorded -= 1
        thing = things[refusal.number]
        if isinstance(thing, RawDocument):
            name = refusal.change.pointer.rpartition("/")[2]
            place = thing.positions.of_value(refusal.change.pointer)
            account.fault(path, place, f"{name} is not written, because {refusal.reason}")
    if asked.diff:
        account.show()
        show_patch(path, new.before, new.after)


def _document(thing: RawDocument | Finding, account: Account) -> Document | None:
    """Return the document to be pinned; what keeps one from it is told."""
    if not isinstance(thing, RawDocument):
        account.fault(thing.path, thing.place, f"{thing.code} {thing.message}")
        return None
    examined = examine(thing)
    if examined.document is None:
        for finding in examined.findings:
            account.fault(finding.path, finding.place, f"{finding.code} {finding.message}")
    return examined.document


def _changes(raw: RawDocument, document: Document, asked: Asked, account: Account) -> list[Change]:
    """Return what is to be written into a document, and tell it."""
    found: list[Change] = []
    for addition in asked.additions:
        at, change, line = added_copy(document, addition)
        if change is not None:
            found.append(change)
            account.recorded += 1
            account.files += 1
        account.remark(raw.path, raw.positions.of_value(at), line)
    for one in pins(document):
        account.files += 1
        found += _of_pin(raw, one, asked, account)
    return found


def _of_pin(raw: RawDocument, one: Pin, asked: Asked, account: Account) -> list[Change]:
    """Tell what there is to say of one file and return what is to be written of it."""
    named = one.named
    of_catalogue = named.at.startswith("/catalogues/")
    place = raw.positions.of_value(named.at if of_catalogue else f"{named.at}/path")
    if one.fault is not None:
        account.fault(raw.path, place, f"{named.what}: {one.fault}")
        return []
    if one.remark is not None:
        account.remark(raw.path, place, f"{named.what}: {one.remark}")
    another = (
        "sha256" in one.differing
    )  # whose type and size are no fault of their own, and nobody's to record
    written = {**one.missing, **one.differing} if asked.repin else {} if another else one.missing
    for name, value in one.differing.items() if not asked.repin else ():
        if another and name != "sha256":
            continue
        what = "was changed or replaced" if another else f"has another {name.replace('_', ' ')}"
        account.fault(
            raw.path,
            raw.positions.of_value(f"{named.at}/{name}"),
            f"{named.what}: {named.path} {what}: recorded is {named.recorded[name]}, found {value}; "
            "look at the file, then use --repin",
        )
    if written:
        account.recorded += len(written)
        done = "recorded" if asked.writes else "not recorded"
        account.remark(raw.path, place, f"{named.what}: {named.path}: {done}: {', '.join(written)}")
    return [Change(f"{named.at}/{name}", value) for name, value in written.items()]
