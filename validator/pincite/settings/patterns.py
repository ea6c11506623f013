"""Patterns of file names as ``.gitignore`` has them, matched in time that no pattern can blow up.

The language is git's: a pattern without a slash matches a name at any depth, one with a slash from the folder
of its file on; ``**`` stands for any folders, a slash at the end for folders alone, ``!`` takes back. A regular
expression would do, but a checked repository may bring patterns that keep one busy for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias, TypeVar

    Part = TypeVar("Part")
    OneOf: TypeAlias = "Callable[[str], bool] | None"
    """What one character must be; None for any number of any characters."""
    Segment: TypeAlias = "list[OneOf] | None"
    """What one name of a path must be; None for any number of any names."""


MAX_PATTERNS = 2000
"""Patterns of one list: every file and folder is held against each."""


class Pattern(NamedTuple):
    """One pattern, taken apart."""

    segments: list[Segment]
    anchored: bool
    folders_only: bool
    negated: bool

    def matches(self, parts: Sequence[str], *, is_folder: bool) -> bool:
        """Return whether the pattern matches a path, given as its names from the pattern's folder on."""
        if self.folders_only and not is_folder:
            return False
        return _matches(self.segments, parts if self.anchored else parts[-1:], _name_matches)


def parsed(lines: Iterable[str]) -> list[Pattern]:
    """Return the patterns of a ``.gitignore`` file's lines; comments and empty lines are none."""
    return [pattern for line in lines if (pattern := _pattern(line)) is not None]


def matched(patterns: Sequence[Pattern], parts: Sequence[str], *, is_folder: bool) -> bool | None:
    """Return what the last pattern that matches says of a path, None where none does."""
    for pattern in reversed(patterns):
        if pattern.matches(parts, is_folder=is_folder):
            return not pattern.negated
    return None


def covered(patterns: Sequence[Pattern], parts: Sequence[str], *, is_folder: bool = False) -> bool:
    """Return whether a path, or a folder around it, is matched."""
    return any(
        matched(patterns, parts[:length], is_folder=is_folder or length < len(parts))
        for length in range(1, len(parts) + 1)
    )


def _pattern(line: str) -> Pattern | None:
    line = line.rstrip("\r\n")
    bare = line.rstrip(" ")
    line = line[: len(bare) + 1] if bare.endswith("\\") else bare  # one space may be escaped
    if not line or line.startswith("#"):
        return None
    negated = line.startswith("!")
    line = line[negated:]
    folders_only = line.endswith("/")
    line = line[: len(line) - folders_only]
    anchored = "/" in line
    names = _names(line.removeprefix("/"))
    if not line:
        return None
    segments: list[Segment] = [None if name == "**" and anchored else _tokens(name) for name in names]
    if segments[-1] is None:  # at the end, it needs something to stand for
        segments.append([None])
    if any(segment == [_never] for segment in segments):
        return None
    return Pattern(segments, anchored, folders_only, negated)


def _names(line: str) -> list[str]:
    """Return a pattern's names; a slash between brackets parts none."""
    if "[" not in line and "\\" not in line:
        return line.split("/")
    names, start, at = [], 0, 0
    while at < len(line):
        character = line[at]
        at += 1
        if character == "/" or line.startswith("\\/", at - 1):  # an escaped slash parts as any other
            names.append(line[start : at - 1])
            start = at = at + (character != "/")
        elif character == "\\":
            at += 1
        elif character == "[":
            one_of, end = _one_of(line, at)
            at = at if one_of is None else end
    return [*names, line[start:]]


def _never(_: str) -> bool:
    return False


def _any(_: str) -> bool:
    return True


def _tokens(name: str) -> list[OneOf]:
    """Return what a name must be, character by character; ``[_never]`` for what git takes for no pattern."""
    tokens: list[OneOf] = []
    at = 0
    while at < len(name):
        character = name[at]
        at += 1
        if character == "*":
            if tokens[-1:] != [None]:
                tokens.append(None)
        elif character == "?":
            tokens.append(_any)
        elif character == "[":
            one_of, at = _one_of(name, at)
            if one_of is None:
                return [_never]
            tokens.append(one_of)
        else:
            if character == "\\":
                if at == len(name):
                    return [_never]
                character = name[at]
                at += 1
            tokens.append(character.__eq__)
    return tokens


def _one_of(name: str, at: int) -> tuple[Callable[[str], bool] | None, int]:
    """Return the test for the bracket that opens before *at*, and what follows it; None where it never closes."""
    negated = name[at : at + 1] in {"!", "^"}
    at += negated
    listed: set[str] = set()
    ranges: list[tuple[str, str]] = []
    first = True
    while at < len(name) and (first or name[at] != "]"):
        first = False
        at += name[at] == "\\"
        if at >= len(name):
            break
        low = name[at]
        listed.add(low)  # git takes it before it sees that a range begins, even one that runs backwards
        if name[at + 1 : at + 2] == "-" and name[at + 2 : at + 3] not in {"", "]"}:
            at += 2
            at += name[at] == "\\"
            if at >= len(name):
                break
            ranges.append((low, name[at]))
        at += 1
    if at >= len(name):
        return None, at

    def test(character: str) -> bool:
        found = character in listed or any(low <= character <= high for low, high in ranges)
        return found != negated

    return test, at + 1


def _name_matches(segment: Segment, name: str) -> bool:
    return segment is not None and _matches(segment, name, _fits)


def _fits(token: OneOf, character: str) -> bool:
    return token is not None and token(character)


def _matches(
    pattern: Sequence[Part | None], items: Sequence[str], fits: Callable[[Part | None, str], bool]
) -> bool:
    """Return whether a sequence fits a pattern in which None stands for any number of items.

    Only the last of these is ever tried again, so the time is the product of both lengths at most.
    """
    at = done = 0
    star = resume = -1
    while done < len(items):
        if at < len(pattern) and pattern[at] is None:
            star, resume = at, done
            at += 1
        elif at < len(pattern) and fits(pattern[at], items[done]):
            at += 1
            done += 1
        elif star >= 0:
            resume += 1
            at, done = star + 1, resume
        else:
            return False
    return all(one is None for one in pattern[at:])
