"""A baseline: the findings that are known already, so that old articles can be taken in and new faults still be told.

An entry knows its finding by file, code and the words it is about, never by line or identifier: a converted
article numbers its quotations anew, and a line added above moves all others.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from typing import TYPE_CHECKING, NamedTuple, cast

from pincite.model.json_value import value_at
from pincite.reading.opening import open_regular
from pincite.settings import ConfigError
from pincite.settings.selection import ALWAYS_TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.json_value import Json

VERSION = "1.0"
_MEMBERS = ("path", "code", "message", "fingerprint")
_SURROGATE = re.compile("[\ud800-\udfff]")
"""What UTF-8 cannot hold, such as a byte in a file's name that is none; JSON writes it as ASCII."""
_MAX_BYTES = 64 * 1024 * 1024


class Entry(NamedTuple):
    """One known finding; the message is for people and counts for nothing."""

    path: str
    code: str
    message: str
    fingerprint: str


class Baseline:
    """The known findings of one baseline file; each is met once.

    A recording one begins empty and takes in whatever it meets.
    """

    def __init__(self, path: str, entries: Iterable[Entry] = (), *, recording: bool = False) -> None:
        self.path = path
        self._folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120 - as the reading of files
        self._recording = recording
        self._left: dict[tuple[str, str, str], Entry] = {
            (one.path, one.code, one.fingerprint): one for one in entries
        }
        self._met: dict[tuple[str, str, str], int] = {}
        self._judged: set[str] = set()
        self._recorded: list[Entry] = []

    def unknown(self, path: str, findings: Sequence[Finding], words: Sequence[str | None]) -> list[Finding]:
        """Return those of a document's findings that are not known; *words* are those that each is about.

        What keeps a file from being judged never is known, nor is what has no words at all (None).
        """
        name = self._name(path)
        self._judged.add(name)
        left: list[Finding] = []
        for finding, about in zip(findings, words, strict=True):
            if about is None or finding.code in ALWAYS_TOLD:
                left.append(finding)
                continue
            same = (name, finding.code, about)
            self._met[same] = number = self._met.get(same, 0) + 1
            fingerprint = _fingerprint(finding.code, about, number)
            if self._recording:
                self._recorded.append(Entry(name, finding.code, finding.message, fingerprint))
            elif self._left.pop((name, finding.code, fingerprint), None) is None:
                left.append(finding)
        return left

    def unmatched(self) -> int:
        """Return how many entries match nothing any more: their files were judged, or are gone."""
        return sum(
            entry.path in self._judged or not self._is_there(entry.path) for entry in self._left.values()
        )

    def text(self, before: Baseline | None = None) -> str:
        """Return the recorded entries, and those of *before* about files that were not judged, as the file's text, sorted."""
        known = [] if before is None else before.entries()
        kept = [one for one in known if one.path not in self._judged and self._is_there(one.path)]
        entries = [dict(zip(_MEMBERS, one, strict=True)) for one in sorted({*self._recorded, *kept})]
        text = json.dumps({"version": VERSION, "findings": entries}, ensure_ascii=False, indent=2)
        return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"

    def entries(self) -> list[Entry]:
        """Return the entries that nothing has matched yet: of a baseline just read, all."""
        return list(self._left.values())

    def _is_there(self, name: str) -> bool:
        return os.path.lexists(os.path.join(self._folder, name))  # noqa: PTH118

    def _name(self, path: str) -> str:
        """Return a file's path as entries have it: from the baseline's own folder, wherever the command runs."""
        whole = os.path.abspath(path)  # noqa: PTH100
        return os.path.relpath(whole, self._folder).replace(os.sep, "/") if path != "-" else path


def read_baseline(path: str) -> Baseline:
    """Return the baseline in a file; raises ConfigError."""
    try:
        with open_regular(path) as stream:
            content = stream.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ConfigError(path, None, f"cannot read the baseline: {reason.lower()}") from None
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise ConfigError(path, line, "this is not a baseline: it is not JSON") from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise ConfigError(path, None, "this is not a baseline; --write-baseline makes one")
    if data.get("version") != VERSION:
        raise ConfigError(path, None, f"this Pincite reads baselines of version {VERSION}; write it anew")
    return Baseline(path, _entries(path, data["findings"]))


def _entries(path: str, items: list[Json]) -> Iterator[Entry]:
    for number, item in enumerate(items, 1):
        values = [item.get(name) for name in _MEMBERS] if isinstance(item, dict) else []
        texts = [value for value in values if isinstance(value, str)]
        if len(texts) != len(_MEMBERS):
            raise ConfigError(
                path, None, f"entry {number} of this baseline lacks one of {', '.join(_MEMBERS)}"
            )
        yield Entry(*texts)


# ---- the words a finding is about

_TELLING = (
    "raw",
    "text",
    "title",
    "statement",
    "literal",
    "family",
    "name",
    "alt",
    "path",
    "url",
    "description",
)
"""Members whose words tell one object from another, and outlive renumbering."""
_NUMBERED = re.compile(r"\d+")
_LONGEST = 500


def words_of(finding: Finding, document: Document | None) -> str:
    """Return the words that a finding is about: of the article, of the document, or of the line it stands in."""
    words = None
    if document is not None:
        text = document.text if finding.span is not None else None
        if finding.span is not None and text is not None:
            words = text[finding.span.start : finding.span.end]
        else:
            words = _words_at(cast("Json", document.data), finding.pointer)
    if not words and finding.place is not None:
        words = _NUMBERED.sub("", finding.place.excerpt)
    return " ".join((words or "").split())[:_LONGEST]


def _words_at(data: Json, pointer: str) -> str | None:
    """Return the telling words of the value at a pointer, or of the nearest object around it that has some."""
    if pointer in {"", "/article"}:
        return "all of it"  # what is said of an article as a whole hangs on none of its words
    value = value_at(data, pointer)
    if isinstance(value, (str, int, float)) and not pointer.endswith("/id"):
        return f"{_NUMBERED.sub('', pointer.rpartition('/')[2])} {value}"
    while True:
        value = value_at(data, pointer)
        if isinstance(value, dict):
            for name in _TELLING:
                if isinstance(value.get(name), str):
                    return str(value[name])
        if not pointer:
            return None
        pointer = pointer.rpartition("/")[0]


def _fingerprint(code: str, words: str, number: int) -> str:
    return hashlib.sha256(f"{code}\0{words}\0{number}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
