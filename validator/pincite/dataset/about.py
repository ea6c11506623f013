"""What people say of a dataset as a whole: what it is called, whose it is, how it may be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.json_value import Json, JsonObject


class About(NamedTuple):
    """What people say of a dataset; all of it may be wanting.

    ``name`` is short, for addresses and files; ``license`` an SPDX expression for the dataset as such; ``date`` the day of
    its publication (ISO 8601).
    """

    name: str = ""
    title: str = ""
    description: str = ""
    version: str = ""
    license: str = ""
    creators: tuple[str, ...] = ()
    url: str = ""
    doi: str = ""
    date: str = ""

    def as_json(self) -> JsonObject:
        """Return what is said as plain data."""
        return {
            name: cast("Json", list(value) if isinstance(value, tuple) else value)
            for name, value in self._asdict().items()
            if value
        }

    @classmethod
    def of(cls, data: Mapping[str, Json]) -> About:
        """Return what plain data says, as far as it is of the right kinds."""
        said = {name: value for name, value in data.items() if name in cls._fields and isinstance(value, str)}
        creators = data.get("creators")
        whose = tuple(str(one) for one in creators) if isinstance(creators, list) else ()
        return cls(**{**said, "creators": whose})  # type: ignore[arg-type]  # texts, but for the creators
