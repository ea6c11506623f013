"""What a project's configuration says of its articles: how citations are printed, what its paragraph styles mean."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pincite.cli.output import CallError
from pincite.converter.styles import StyleError, style_for
from pincite.settings import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.cli.conversion.wishes import Wishes
    from pincite.converter.styles import Style


class House(NamedTuple):
    """The styles that citations are printed in (none: any), and kinds of paragraphs by the names of their styles."""

    styles: tuple[Style, ...]
    paragraph_styles: Mapping[str, str]


def house_of(path: str, wishes: Wishes) -> House:
    """Return what holds for an article: its configuration, and the styles that the call asks for instead.

    Raises CallError.
    """
    try:
        config, _ = wishes.settings.found(path)
    except ConfigError as error:
        raise CallError(str(error)) from None
    named = wishes.styles or tuple(config.citation_styles if config else ())
    return House(_called(named), config.paragraph_styles if config else {})


@lru_cache(maxsize=8)
def _called(names: tuple[str, ...]) -> tuple[Style, ...]:
    try:
        return tuple(style_for(name) for name in names)
    except StyleError as error:
        raise CallError(str(error)) from None
