"""Which of many changes cannot be made in a text, where all that can be have been tried at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.editing.edits import EditingError
from pincite.model.json_value import pointers_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pincite.model.fix import Change


class BlockedError(EditingError):
    """Some changes of a text cannot be made; *at* says why, by the JSON Pointers of the values that keep their places."""

    def __init__(self, at: Mapping[str, str]) -> None:
        super().__init__(next(iter(at.values())))
        self.at = at

    def those_of(self, asked: Iterable[tuple[Change, str]]) -> list[tuple[Change, str]]:
        """Return those of the changes that need one of the values, which is where they are made, around it or in it, and why not.

        *asked* are changes with the pointers at which they are made, those of one change together. Names can always
        be changed.
        """
        around: dict[str, str] = {}
        for pointer, reason in self.at.items():
            for outer in pointers_around(pointer):
                around.setdefault(outer, reason)
        found: list[tuple[Change, str]] = []
        for change, pointer in asked:
            reasons = [self.at[one] for one in [*pointers_around(pointer), pointer] if one in self.at]
            reasons += [around[pointer]] if pointer in around else []
            if reasons and change.kind != "rename" and not (found and found[-1][0] is change):
                found.append((change, reasons[0]))
        return found
