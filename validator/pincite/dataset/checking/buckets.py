"""Keys of any number of rows are compared with each other, in memory that does not grow with their number.

A key becomes a digest, and a digest goes into one of many files by its beginning; what is equal meets in one of them.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_DIGITS = 16
"""Bytes of a digest: of two different keys, no two have one by accident."""
_RECORD = _DIGITS + 1
_HELD = 8 * 1024 * 1024
"""Bytes of records that are held in memory together: half a million keys."""
_WAYS = 256


def digest(key: str) -> bytes:
    """Return the digest of a key."""
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_DIGITS).digest()


class Met(NamedTuple):
    """The digests of keys that are there twice, by the numbers of what they are keys of, and of those that lead nowhere."""

    repeated: Mapping[int, set[bytes]]
    dangling: Mapping[int, set[bytes]]


class Buckets:
    """Takes in keys under the number (0 to 255) of what they are keys of, or of what leads to them.

    ``targets`` are the numbers under which keys lead somewhere, each with those of the keys that they may lead to.
    """

    def __init__(self, scratch: Path, targets: Mapping[int, Sequence[int]]) -> None:
        self._root = Path(mkdtemp(dir=scratch))
        self._targets = targets
        self._records: list[bytes] = []
        self._is_spilt = False

    def add(self, number: int, keys: Iterable[str | None]) -> None:
        """Take in keys; None is passed over."""
        tag = bytes((number,))
        self._records += [tag + digest(one) for one in keys if one is not None]
        if len(self._records) * _RECORD > _HELD:
            self._spill()

    def met(self, most: int) -> Met:
        """Return what is wrong, for each number *most* digests at most and one more."""
        repeated: dict[int, set[bytes]] = {}
        dangling: dict[int, set[bytes]] = {}
        if self._is_spilt:
            self._spill()
        for records in self._groups():
            found = self._met(records)
            for total, part in ((repeated, found.repeated), (dangling, found.dangling)):
                for number, digests in part.items():
                    known = total.setdefault(number, set())
                    known.update(sorted(digests)[: max(0, most + 1 - len(known))])
        return Met(repeated, dangling)

    def _spill(self) -> None:
        self._is_spilt = True
        _divide(self._records, 1, self._root)
        self._records = []

    def _groups(self) -> Iterator[list[bytes]]:
        """Yield the records, those with one digest together."""
        if not self._is_spilt:
            yield self._records
            return
        waiting = [(path, 2) for path in sorted(self._root.iterdir())]
        while waiting:
            path, at = waiting.pop()
            if path.stat().st_size > _HELD and at < _DIGITS:
                inner = path.with_name(f"{path.name}.more")
                inner.mkdir()
                for records in _read(path, _HELD // _RECORD):
                    _divide(records, at, inner)
                waiting += [(one, at + 1) for one in sorted(inner.iterdir())]
            else:
                yield [record for records in _read(path, _HELD // _RECORD) for record in records]
            path.unlink()

    def _met(self, records: Sequence[bytes]) -> Met:
        keys: dict[int, set[bytes]] = {}
        leading: dict[int, set[bytes]] = {}
        repeated: dict[int, set[bytes]] = {}
        dangling: dict[int, set[bytes]] = {}
        for record in records:
            number, key = record[0], record[1:]
            if number in self._targets:
                leading.setdefault(number, set()).add(key)
            elif key in (known := keys.setdefault(number, set())):
                repeated.setdefault(number, set()).add(key)
            else:
                known.add(key)
        for number, found in leading.items():
            lost = found.difference(*(keys.get(one, ()) for one in self._targets[number]))
            if lost:
                dangling[number] = lost
        return Met(repeated, dangling)


def _divide(records: Iterable[bytes], at: int, folder: Path) -> None:
    """Add records to the files of a folder, by one of their bytes."""
    parts: list[list[bytes]] = [[] for _ in range(_WAYS)]
    for record in records:
        parts[record[at]].append(record)
    for number, part in enumerate(parts):
        if part:
            with (folder / f"{number:02x}").open("ab") as stream:
                stream.write(b"".join(part))


def _read(path: Path, number: int) -> Iterator[list[bytes]]:
    """Yield the records of a file, *number* at a time."""
    with path.open("rb") as stream:
        while content := stream.read(number * _RECORD):
            yield [content[at : at + _RECORD] for at in range(0, len(content), _RECORD)]
