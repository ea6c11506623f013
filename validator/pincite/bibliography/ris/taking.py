"""The fields of a RIS record, taken one after the other; what is left at the end is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.bibliography.listed import Remark
from pincite.bibliography.rules import field_passed_over

if TYPE_CHECKING:
    from pincite.bibliography.ris.lines import Field, Record


class Taking:
    """The fields of one record that nobody has taken yet, by their tags; nothing is told of those in *silent*."""

    def __init__(self, record: Record, silent: frozenset[str]) -> None:
        self._silent = silent
        self._fields: dict[str, list[Field]] = {}
        for field in record.fields:
            if field.value:
                self._fields.setdefault(field.tag, []).append(field)
        self.remarks: list[Remark] = []

    def has_none(self, *tags: str) -> bool:
        """Return whether none of some tags is there any more."""
        return self._fields.keys().isdisjoint(tags)

    def take(self, *tags: str) -> list[Field]:
        """Take all fields with some tags."""
        return [field for tag in tags for field in self._fields.pop(tag, ())]

    def put_back(self, tag: str, fields: list[Field]) -> None:
        """Give fields another tag than theirs."""
        if fields:
            self._fields.setdefault(tag, []).extend(fields)

    def one(self, *tags: str) -> Field | None:
        """Take the fields with some tags and return the first of the first of them; other values are told."""
        found = self.take(*tags)
        for other in found[1:]:
            if other.value.casefold() != found[0].value.casefold():
                self.tell(other, f"is passed over beside {found[0].tag} in line {found[0].line}")
        return found[0] if found else None

    def best(self, *tags: str) -> str:
        """Take the fields as ``one`` does and return the value, empty where there is none."""
        found = self.one(*tags)
        return found.value if found else ""

    def tell(self, field: Field, words: str) -> None:
        """Tell that a field, or something in it, is passed over."""
        if field.tag not in self._silent:
            self.remarks.append(Remark(field_passed_over.RULE, field.line, f"the field {field.tag} {words}"))

    def pass_over_the_rest(self) -> None:
        """Tell of the fields that nobody took, once for each tag."""
        for found in self._fields.values():
            times = f" ({len(found)} of them)" if len(found) > 1 else ""
            self.tell(found[0], f"is passed over{times}: sources have no member for it")
