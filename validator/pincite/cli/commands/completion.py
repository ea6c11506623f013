"""What a shell offers for the values of arguments and options; each function is called when somebody presses Tab.

Files are offered by name where a command reads only some kinds of them. A shell takes a word as it stands, so names that
would need quoting are left to the shell itself: nothing is offered, and it completes all files, as it can quote them.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PLAIN = re.compile(r"[\w./@%+,-]+")
"""Names that every shell takes as they stand."""


def documents(incomplete: str) -> list[str]:
    """Return the documents whose names go on like this, and folders."""
    return _files(incomplete, _documents())


def judged(incomplete: str) -> list[str]:
    """Return what ``pincite check`` judges: documents and articles."""
    from pincite.reading.articles import ARTICLE_SUFFIXES  # noqa: PLC0415 - every command imports this module

    return _files(incomplete, (*_documents(), *ARTICLE_SUFFIXES))


def articles(incomplete: str) -> list[str]:
    """Return articles in all formats that are read."""
    return _files(incomplete, _readable())


def convertible(incomplete: str) -> list[str]:
    """Return what ``pincite convert`` reads: articles, bibliographies and documents."""
    from pincite.bibliography import BIBLIOGRAPHIES  # noqa: PLC0415 - as above
    from pincite.reading.files import SUFFIXES  # noqa: PLC0415 - as above

    lists = (suffix for one in BIBLIOGRAPHIES.values() for suffix in one.suffixes)
    return _files(incomplete, (*_readable(), *lists, *SUFFIXES))


def folders(incomplete: str) -> list[str]:
    """Return folders alone."""
    return _files(incomplete, ())


def ending_in(*endings: str) -> Callable[[str], list[str]]:
    """Return the function that offers files with these endings, and folders."""

    def offered(incomplete: str) -> list[str]:
        return _files(incomplete, endings)

    return offered


def codes(incomplete: str) -> list[tuple[str, str]]:
    """Return the codes and names of all rules and the verdicts, each with what it means."""
    from pincite.model.verdicts import OF_NAME  # noqa: PLC0415 - as above
    from pincite.rules.catalogue import catalogue  # noqa: PLC0415 - as above

    rules = [one.rule for one in catalogue()]
    if incomplete and not incomplete.startswith("P"):
        verdicts = [(name, "a verdict of pincite verify") for name in OF_NAME]
        return [*((rule.name, rule.code) for rule in rules), *verdicts]
    return [(rule.code, rule.name) for rule in rules]


def selectors(incomplete: str) -> list[tuple[str, str]]:
    """Return what a list of rules may go on with, behind what stands before its last comma."""
    before, comma, last = incomplete.rpartition(",")
    families = [("ALL", "all rules")] if "ALL".startswith(last) else []
    from pincite.rules.catalogue import catalogue  # noqa: PLC0415 - as above

    rules = [one.rule for one in catalogue()]
    named = [
        (rule.name, rule.code) if last and not last.startswith("P") else (rule.code, rule.name)
        for rule in rules
    ]
    return [(before + comma + word, help_) for word, help_ in (*families, *named)]


def schemas() -> list[str]:
    """Return the names of the schemas."""
    from pincite.schemas import names  # noqa: PLC0415 - as above

    return names()


def formats() -> list[tuple[str, str]]:
    """Return the names of all formats, each with what it is."""
    from pincite.cli.format_table import rows  # noqa: PLC0415 - as above

    return [(row.name, row.summary) for row in rows()]


def styles(incomplete: str) -> list[str]:
    """Return the names of the citation styles, and files that may be a house's own."""
    from pincite.converter.styles import built_in  # noqa: PLC0415 - as above

    named = [style.name for style in built_in() if style.name.startswith(incomplete)]
    return named if named and "/" not in incomplete else _files(incomplete, (".yaml", ".yml"))


def _documents() -> tuple[str, ...]:
    from pincite.reading.files import SUFFIXES  # noqa: PLC0415 - as above
    from pincite.reading.markdown.front_matter import SUFFIXES as MARKDOWN  # noqa: PLC0415 - as above

    return (*SUFFIXES, *MARKDOWN)


def _readable() -> tuple[str, ...]:
    from pincite.converter.readers import READERS  # noqa: PLC0415 - as above

    return tuple(suffix for reader in READERS.values() for suffix in reader.suffixes)


def _files(incomplete: str, endings: tuple[str, ...]) -> list[str]:
    """Return the files with one of the endings, and the folders (``NAME/``), whose paths go on like this.

    Where nothing but one folder fits, what is in it is offered: a shell would put a space behind it as if it were all.
    """
    found = _in_folder(incomplete, endings)
    for _ in range(_DEEPEST):
        if len(found) != 1 or not found[0].endswith("/"):
            break
        inside = _in_folder(found[0], endings)
        if not inside:
            break
        found = inside
    return found if all(_PLAIN.fullmatch(name) and not name.startswith("-") for name in found) else []


_DEEPEST = 32


def _in_folder(incomplete: str, endings: tuple[str, ...]) -> list[str]:
    beginning = incomplete.rpartition("/")[2]
    before = incomplete[: len(incomplete) - len(beginning)]
    try:
        with os.scandir(before or ".") as entries:
            return sorted(_offered(entries, before, beginning, endings))
    except (OSError, ValueError):  # no folder, or one that nobody may look into: the shell says so
        return []


def _offered(
    entries: Iterable[os.DirEntry[str]], before: str, beginning: str, endings: tuple[str, ...]
) -> Iterable[str]:
    for entry in entries:
        name = entry.name
        if not name.startswith(beginning) or (name.startswith(".") and not beginning):
            continue
        if entry.is_dir():
            yield f"{before}{name}/"
        elif name.lower().endswith(endings):
            yield before + name
