"""What a check found in files, kept for the next run: the same bytes, judged by the same program, give the same findings.

A finding is never stale. The key of an entry is the digest of the file's bytes, its path as it was given, and the settings
in force; the entry holds the states of all other files that its findings rest on (``pincite.reading.states``), and
counts only while they are the same. Neither times nor sizes of files stand for their content. All entries of a working
folder lie in one ledger, which says by which program they were made (``surroundings``), and of which each line has a
checksum. What does not fit is passed over without a word and written anew. Entries are JSON, read as data.

The ledgers lie in the user's own folder for caches, not beside the documents: what a cache says is believed, so that none
may come with a repository, where it would hide faults; and whoever writes articles finds no folder that nobody made.
There is no key for it in the configuration for the same reason. ``PINCITE_CACHE`` names another folder; empty it says
that nothing is kept.

Nothing is locked. A ledger is replaced as a whole, with what others have written to it since it was read; of two runs that
replace it in the same instant the entries of one are lost, and made again. Where nothing can be written nothing is kept.
Runs that take no time are left alone: see ``WORTH_KEEPING``.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pincite.cache import entries
from pincite.cache.ledger import Ledger
from pincite.cache.place import default_folder
from pincite.reading.articles import is_article
from pincite.reading.digests import new_digest
from pincite.reading.files import SUFFIXES
from pincite.reading.limits import MAX_BYTES
from pincite.reading.markdown.front_matter import is_markdown
from pincite.reading.opening import open_regular

if TYPE_CHECKING:
    from pincite.model.outcome import Outcome
    from pincite.settings.run import FileSettings

__all__ = ["Cache", "content_of", "default_folder", "is_kept", "key_of"]

WORTH_KEEPING = 256 * 1024
"""Bytes that a run must have judged anew for a first ledger to be written: less takes less time than a start."""
_CHUNK = 1 << 20


class Cache:
    """The entries of one run: what is found there, and what is to be kept."""

    def __init__(self, folder: str) -> None:
        self._ledger = Ledger(folder)
        self._new: dict[str, str] = {}
        self._used: list[str] = []
        self._judged = 0

    @property
    def is_empty(self) -> bool:
        """Return whether there is nothing to be found."""
        return not self._ledger.lines

    def find(self, path: str, settings: FileSettings, *, with_words: bool) -> Outcome | None:
        """Return what is known of a file as it is now, None where that is nothing."""
        if self.is_empty or not is_kept(path, settings):
            return None
        try:
            key = key_of(path, settings, with_words=with_words)
        except (OSError, ValueError):
            return None
        text = self._ledger.get(key)
        found = None if text is None else entries.read(text, path)
        if found is None or not entries.still_so(path, found[1]):
            return None
        self._used.append(key)
        return found[0]

    def keep(self, key: str, text: str, size: int) -> None:
        """Keep an entry at the end of the run; *size* is that of all that was judged for it."""
        self._new[key] = text
        self._judged += size

    def close(self) -> None:
        """Write what is to be kept."""
        if self._new and (self._judged >= WORTH_KEEPING or not self.is_empty):
            self._ledger.write(self._new, self._used)
        elif self._used:
            self._ledger.touch()


def is_kept(path: str, settings: FileSettings) -> bool:
    """Return whether anything of a file is kept: no article that is read by a style in a file of its own, say."""
    if is_article(path):
        return not any(os.path.splitext(style)[1] for style in settings.citation_styles)  # noqa: PTH122 - a name
    return path.endswith(SUFFIXES) or is_markdown(path)


def content_of(path: str) -> bytes | None:
    """Return the bytes of a file as far as they are judged; None for a dataset, which is read line by line.

    Raises OSError, and ValueError for a path that no file can have.
    """
    if path.endswith(".jsonl"):
        return None
    with open_regular(path) as stream:
        return stream.read(MAX_BYTES + 1)


def key_of(path: str, settings: FileSettings, content: bytes | None = None, *, with_words: bool) -> str:
    """Return the key of a file with these bytes, else with those it has now; raises as ``content_of`` does."""
    about = f"{path}\0{settings.fingerprint}\0{'words' if with_words else ''}\0"
    digest = new_digest(about.encode("utf-8", "surrogatepass"))
    if content is None:
        content = content_of(path)
    if content is not None:
        digest.update(content)
    else:
        with open_regular(path) as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    return digest.hexdigest()
