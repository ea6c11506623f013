"""Folders are searched for what is to be judged; what configurations exclude and git ignores is passed over."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pincite.reading.articles import is_article
from pincite.reading.files import SUFFIXES
from pincite.reading.markdown.front_matter import is_annotated, is_markdown
from pincite.reading.opening import STDIN, open_regular
from pincite.settings import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pincite.settings.patterns import Pattern
    from pincite.settings.run import Settings

# os.path and not pathlib: every start comes here, and pathlib would add to it


def pincite_files(
    paths: Iterable[str], settings: Settings | None = None, *, articles: bool = False
) -> list[str]:
    """Return the files to judge: named files as they are, folders searched for Pincite files; each once.

    With *articles* folders are searched for articles, too.

    Hidden folders and links are passed over: what they lead to may lie anywhere. Named links are followed. The order is that of the paths' text. Without settings
    nothing is excluded or ignored.
    """
    found: set[str] = set()
    for path in paths:
        if path != STDIN and os.path.isdir(path):  # noqa: PTH112
            found.update(_below(path, settings, articles=articles))
        else:
            # the empty path would become the working folder
            found.add(path if path in {STDIN, ""} else os.path.normpath(path))
    return sorted(found)


def _below(folder: str, settings: Settings | None, *, articles: bool) -> Iterator[str]:
    unreadable: list[str] = []
    ignored = None if settings is None else _GitIgnored(settings)
    for where, folders, names in os.walk(
        folder, onerror=lambda error: unreadable.append(str(error.filename))
    ):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        wanted = [name for name in names if _is_wanted(where, name, articles=articles)]
        if settings is not None and ignored is not None:
            folders[:] = [
                name for name in folders if not _passed_over(where, name, settings, ignored, is_folder=True)
            ]
            wanted = [
                name for name in wanted if not _passed_over(where, name, settings, ignored, is_folder=False)
            ]
        for name in wanted:
            yield os.path.normpath(os.path.join(where, name))  # noqa: PTH118
    yield from unreadable  # each becomes a finding when it is opened


def _is_wanted(where: str, name: str, *, articles: bool) -> bool:
    path = os.path.join(where, name)  # noqa: PTH118
    if name.endswith(SUFFIXES) or (articles and is_article(name)):
        return not os.path.islink(path)  # noqa: PTH114
    return is_markdown(name) and not os.path.islink(path) and is_annotated(path)  # noqa: PTH114


def unannotated(path: str) -> bool:
    """Return whether a file that can be read is an article with no annotation in it."""
    if path == STDIN or path.endswith(SUFFIXES) or not os.path.isfile(path):  # noqa: PTH113
        return False
    return not is_annotated(path) if is_markdown(path) else is_article(path)


def _passed_over(where: str, name: str, settings: Settings, ignored: _GitIgnored, *, is_folder: bool) -> bool:
    path = os.path.join(where, name)  # noqa: PTH118
    return ignored.says(path, is_folder=is_folder) or settings.excludes(path, is_folder=is_folder)


class _GitIgnored:
    """What the ``.gitignore`` files of a repository say, from its folder down; outside of one nothing is ignored."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._known: dict[str, list[tuple[str, list[Pattern]]]] = {}

    def says(self, path: str, *, is_folder: bool) -> bool:
        """Return whether a path is ignored; that none of the folders around it is, is known by then."""
        whole = os.path.abspath(path)  # noqa: PTH100
        folder = os.path.dirname(whole)  # noqa: PTH120
        config, repository = self._settings.found(path)
        if repository is None or (config is not None and not config.respects_gitignore):
            return False
        for where, patterns in reversed(self._patterns(folder, repository)):
            from pincite.settings.patterns import matched  # noqa: PLC0415 - only where there is a .gitignore

            parts = whole[len(where) :].lstrip(os.sep).split(os.sep)  # noqa: PTH206
            verdict = matched(patterns, parts, is_folder=is_folder)
            if verdict is not None:
                return verdict
        return False

    def _patterns(self, folder: str, repository: str) -> list[tuple[str, list[Pattern]]]:
        """Return the patterns that hold in a folder, those of the repository's folder first."""
        known = self._known.get(folder)
        if known is None:
            above = [] if folder == repository else self._patterns(os.path.dirname(folder), repository)  # noqa: PTH120
            known = self._known[folder] = above + _read(folder)
        return known


_MAX_BYTES = 1024 * 1024


def _read(folder: str) -> list[tuple[str, list[Pattern]]]:
    path = os.path.join(folder, ".gitignore")  # noqa: PTH118
    if os.path.islink(path) or not os.path.isfile(path):  # noqa: PTH113, PTH114 - git follows no link here, either
        return []
    from pincite.settings.patterns import MAX_PATTERNS, parsed  # noqa: PLC0415

    try:
        with open_regular(path) as stream:
            content = stream.read(_MAX_BYTES).decode("utf-8", "replace")
    except OSError:  # git reads it no more than this does
        return []
    patterns = parsed(content.split("\n"))
    if len(patterns) > MAX_PATTERNS:
        message = (
            f"more than {MAX_PATTERNS} patterns are not read; 'respect-gitignore = false' passes them over"
        )
        raise ConfigError(path, None, message)
    return [(folder, patterns)]
