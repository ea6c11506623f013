"""The settings of one run: what the command line says, over what each file's configuration says."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from pincite.model.house import NO_HOUSE
from pincite.settings.lookup import Lookup

if TYPE_CHECKING:
    from pincite.model.finding import Finding
    from pincite.model.house import House
    from pincite.model.rule import Severity
    from pincite.settings.in_force import InForce
    from pincite.settings.lookup import Found
    from pincite.settings.selection import Selection


class FileSettings:
    """What is in force for one file.

    Without a selection the usual rules are asked; ``ignored`` and ``severities`` are by the beginnings of codes.
    """

    def __init__(
        self,
        *,
        selection: Selection | None = None,
        ignored: tuple[str, ...] = (),
        severities: Mapping[str, Severity] | None = None,
        house: House = NO_HOUSE,
        fail_on: Severity | None = None,
        baseline: str | None = None,
        citation_styles: tuple[str, ...] = (),
    ) -> None:
        self.citation_styles = citation_styles
        self.selection = selection
        self.ignored = ignored
        self.severities = severities or {}
        self.house = house
        self.fail_on = fail_on
        self.baseline = baseline

    def wants(self, code: str) -> bool:
        """Return whether findings of a code are told, as far as it is asked for at all."""
        from pincite.settings.selection import ALWAYS_TOLD  # noqa: PLC0415 - only where something is selected

        if code in ALWAYS_TOLD:
            return True
        if self.ignored and code.startswith(self.ignored):
            return False
        return self.selection is None or self.selection.wants(code)

    @cached_property
    def codes(self) -> frozenset[str] | None:
        """Return the codes of the rules to ask, None for the usual ones."""
        if self.selection is None and not self.ignored:
            return None
        from pincite.rules import entries  # noqa: PLC0415

        wanted = self.selection.wants if self.selection is not None else None
        return frozenset(
            entry.code
            for entry in entries()
            if (entry.default if wanted is None else wanted(entry.code, default=entry.default))
            and not (self.ignored and entry.code.startswith(self.ignored))
        )

    @cached_property
    def fingerprint(self) -> str:
        """Return a text that is the same for settings under which a file gives the same findings, and for no others.

        What is done with findings afterwards, ``fail_on`` and the baseline, is left out.
        """
        parts = [
            self.selection and self.selection.parts,
            self.ignored,
            dict(self.severities),
            [dict(part) if isinstance(part, Mapping) else part for part in self.house],
            self.citation_styles,
        ]
        return json.dumps(parts, sort_keys=True)

    def adjusted(self, finding: Finding) -> Finding:
        """Return a finding as loud as the configuration wants it; the longest beginning of its code counts."""
        fitting = [start for start in self.severities if finding.code.startswith(start)]
        if not fitting:
            return finding

        return finding._replace(severity=self.severities[max(fitting, key=len)])


USUAL = FileSettings()
"""What is in force where nobody says anything."""


class Settings:
    """What is in force, file by file. Raises ConfigError where a configuration is faulty.

    ``config`` names the one configuration for all files; with ``isolated`` there is none. ``select`` replaces what
    configurations select and ignore; ``ignore`` comes on top; ``baseline`` replaces theirs.
    """

    def __init__(
        self,
        *,
        config: str | None = None,
        isolated: bool = False,
        select: tuple[str, ...] | None = None,
        ignore: tuple[str, ...] = (),
        baseline: str | None = None,
    ) -> None:
        self.chosen = select
        self.ignored = ignore
        self._baseline = baseline
        self._one: InForce | None = None
        if config is not None and not isolated:
            from pincite.settings.in_force import in_force  # noqa: PLC0415

            self._one = in_force(config, whole=not config.endswith("pyproject.toml"))
        self._lookup = Lookup(configs=config is None and not isolated)
        self._known: dict[tuple[InForce | None, tuple[str, ...]], FileSettings] = {}

    def found(self, path: str) -> Found:
        """Return the configuration that a file or standard input (``-``) falls under, and its repository."""
        config, repository = self._lookup.of(os.path.dirname(os.path.abspath(path)))  # noqa: PTH100, PTH120
        return self._one or config, repository

    def of(self, path: str) -> FileSettings:
        """Return what is in force for one file."""
        config, _ = self.found(path)
        ignored = config.ignored_in(os.path.abspath(path)) if config is not None else ()  # noqa: PTH100
        key = (config, ignored)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._settings(config, ignored)
        return known

    def excludes(self, path: str, *, is_folder: bool = False) -> bool:
        """Return whether a configuration passes a file or folder over."""
        config, _ = self.found(path)
        return config is not None and config.excludes(os.path.abspath(path), is_folder=is_folder)  # noqa: PTH100

    def _settings(self, config: InForce | None, ignored: tuple[str, ...]) -> FileSettings:
        selection = self._selection(config)
        if config is None:
            if selection is None and self._baseline is None:
                return USUAL
            return FileSettings(selection=selection, baseline=self._baseline)
        return FileSettings(
            selection=selection,
            ignored=ignored,
            severities=config.severities,
            house=config.house,
            fail_on=config.fail_on,
            baseline=self._baseline or config.baseline,
            citation_styles=tuple(config.citation_styles),
        )

    def _selection(self, config: InForce | None) -> Selection | None:
        if self.chosen is None and config is None and not self.ignored:
            return None
        from pincite.settings.selection import Selection  # noqa: PLC0415 - most runs select nothing

        if self.chosen is not None or config is None:
            return Selection(self.chosen, (), self.ignored)
        return Selection(config.select(), config.also(), (*config.ignore(), *self.ignored))
