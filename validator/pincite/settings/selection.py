"""Which rules are asked: codes, the beginnings of codes, names and ``ALL``, selected and ignored."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from pincite.rules import LISTS, OF_VERIFICATION, all_codes, entries

if TYPE_CHECKING:
    from collections.abc import Iterable

_CODE = re.compile(r"PIN[0-9]{0,3}")
_WHOLE_CODE = 6

ALWAYS_TOLD = frozenset({"PIN001", "PIN002", "PIN003", "PIN005", "PIN006", "PIN007", "PIN010"})
"""What keeps a file from being judged. It can be neither ignored nor turned down: it would look like a file without faults."""


class UnknownSelectorError(Exception):
    """No rule is called so."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word

    @property
    def nearest(self) -> str | None:
        """Return how a message names the rule that may have been meant; looked for only when it is asked."""
        return _nearest(self.word)


class Selection:
    """What is selected and what is ignored, as beginnings of codes (the empty one for all).

    Where both name a rule, the longer beginning counts, and of two as long the ignored one.
    """

    def __init__(
        self, select: Iterable[str] | None = None, also: Iterable[str] = (), ignore: Iterable[str] = ()
    ) -> None:
        self._by_default = select is None
        self._select = (*(select or ()), *also)
        self._ignore = tuple(ignore)

    @property
    def parts(self) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
        """Return all that a selection consists of: whether the usual rules belong to it, what it selects, and ignores."""
        return self._by_default, self._select, self._ignore

    def wants(self, code: str, *, default: bool = True) -> bool:
        """Return whether a rule is wanted; ``default`` says whether it is where nothing selects it."""
        if code in ALWAYS_TOLD:
            return True
        selected = _longest(self._select, code)
        if self._by_default and default:
            selected = max(selected, 0)
        return selected > _longest(self._ignore, code)


def _longest(beginnings: tuple[str, ...], code: str) -> int:
    return max((len(one) for one in beginnings if code.startswith(one)), default=-1)


def beginning(word: str) -> str:
    """Return the beginning of codes that a selector stands for; raises UnknownSelectorError."""
    if word == "ALL":
        return ""
    if _CODE.fullmatch(word):
        if any(code.startswith(word) for code in all_codes()) or any(
            code.startswith(word) for code in _other_codes().values()
        ):
            return word
    elif (found := _by_name().get(word) or _other_codes().get(word)) is not None:
        return found
    raise UnknownSelectorError(word)


def _nearest(word: str) -> str | None:
    """Return how a message names the rule that was likely meant."""
    from pincite.rules.catalogue import nearest  # noqa: PLC0415 - imports every rule

    if word.casefold() == "all":
        return "ALL"
    upper = word.upper()
    if upper != word and _CODE.fullmatch(upper) and any(code.startswith(upper) for code in all_codes()):
        return upper
    found = nearest(word)
    return None if found is None else f"{found.code} ({found.name})"


def is_one_rule(start: str) -> bool:
    """Return whether the beginning of a code is a whole one."""
    return len(start) == _WHOLE_CODE


@cache
def _by_name() -> dict[str, str]:
    """Return the codes of the rules by name; a rule's module is called after it."""
    return {entry.module.replace("_", "-"): entry.code for entry in entries()}


@cache
def _other_codes() -> dict[str, str]:
    """Return the codes of what reading, structure and verification find, by name; asked for where the registry knows none."""
    return {
        rule.name: rule.code
        for package in LISTS
        for name in import_module(package).MODULES
        for rule in [import_module(f"{package}.{name}").RULE]
    }


@cache
def verification_codes() -> frozenset[str]:
    """Return the codes of what verification finds: a check asks none of them."""
    return frozenset(
        import_module(f"{OF_VERIFICATION}.{name}").RULE.code
        for name in import_module(OF_VERIFICATION).MODULES
    )
