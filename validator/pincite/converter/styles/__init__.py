"""Citation styles as data: where a citation stands, what opens and closes it, how much must speak for it.

A style is one YAML file with the members of ``Style``; those in this folder are tried on every article. A house adds
its own as a file with the same members (``--style FILE``), without touching code.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pincite.converter.citation.template import TemplateError, fields_of
from pincite.converter.languages import Language
from pincite.converter.segment.evidence import ENOUGH
from pincite.reading.fault import UnreadableError
from pincite.reading.opening import read_text
from pincite.reading.yaml_syntax import YamlText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pincite.model.json_value import Json

_FOLDER = Path(__file__).parent
PLACEMENTS = ("note", "before", "own_line", "enclosed", "linked")
"""Where a citation can stand; each is a module in ``segment.layouts``. The first that finds a citation has it."""


class StyleError(ValueError):
    """A style's file is not what it should be; the message says what would be right."""


@dataclass(frozen=True)
class Style:
    """A declared way to print citations.

    ``placement`` is one of ``PLACEMENTS``; ``opens`` and ``closes`` are the signs around a citation: for ``enclosed``
    in pairs of different single signs, elsewhere of any length and either without the other; ``points`` how much must speak for one (see ``segment.evidence``). ``words`` adds
    to the word lists of the article's language; ``reads`` are templates such as "{authors}: {title}, {date}", tried
    before the general reading. ``examples`` show articles with the raw citations that must be found in them.
    """

    name: str
    summary: str
    placement: str
    points: int = ENOUGH
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reads: tuple[str, ...] = ()
    examples: tuple[Mapping[str, Json], ...] = ()


@cache
def built_in() -> tuple[Style, ...]:
    """Return the styles that are tried on every article, in the order of their placements; unmarked ones come last."""
    styles = [load(str(path)) for path in sorted(_FOLDER.glob("*.yaml"))]
    return tuple(sorted(styles, key=lambda style: (PLACEMENTS.index(style.placement), not style.opens)))


def style_for(name: str) -> Style:
    """Return the built-in style of that name, or the one in a file (a name with a suffix or a slash).

    Raises StyleError for an unknown name and for a file that is no style.
    """
    if name.endswith((".yaml", ".yml")) or "/" in name:
        return load(name)
    for style in built_in():
        if style.name == name:
            return style
    names = ", ".join(style.name for style in built_in())
    raise StyleError(f"there is no style {name!r}; there are {names}, and files such as house.yaml")


def load(path: str) -> Style:
    """Return the style in a YAML file; raises StyleError for what is none."""
    try:
        parsed = YamlText(read_text(path))
    except UnreadableError as error:
        raise StyleError(f"{path}: {error.fault.message}") from None
    except (OSError, ValueError) as error:
        raise StyleError(f"cannot read {path}: {str(error).lower()}") from None
    if parsed.faults:
        raise StyleError(f"{path}: {parsed.faults[0].message}")
    return _checked(parsed.data, path)


def _checked(data: Json, path: str) -> Style:
    members = {one.name for one in fields(Style)}
    if not isinstance(data, dict):
        raise StyleError(f"{path}: a style is a mapping with the members {', '.join(sorted(members))}")
    unknown = sorted(data.keys() - members)
    if unknown:
        raise StyleError(
            f"{path}: {unknown[0]!r} is no member of a style; there are {', '.join(sorted(members))}"
        )
    placement, points = _text(data, "placement", path), data.get("points", ENOUGH)
    if placement not in PLACEMENTS:
        raise StyleError(f"{path}: placement is one of {', '.join(PLACEMENTS)}, not {placement!r}")
    if not isinstance(points, int) or isinstance(points, bool):
        raise StyleError(f"{path}: points is a number such as {ENOUGH}")
    opens, closes = _texts(data, "opens", path), _texts(data, "closes", path)
    if placement == "enclosed" and not _are_pairs(opens, closes):
        raise StyleError(
            f"{path}: opens and closes are as many for placement enclosed, at least one pair, "
            f"each of two different single signs such as ( and )"
        )
    return Style(
        name=_text(data, "name", path),
        summary=_text(data, "summary", path),
        placement=placement,
        points=points,
        opens=opens,
        closes=closes,
        words=_words(data, path),
        reads=_templates(data, path),
        examples=_examples(data, path),
    )


def _are_pairs(opens: tuple[str, ...], closes: tuple[str, ...]) -> bool:
    """Return whether signs are what pairs can be balanced by: different single ones."""
    single = all(len(sign) == 1 and not sign.isspace() for sign in opens + closes)
    return 0 < len(opens) == len(closes) and single and not set(opens) & set(closes)


def _text(data: Mapping[str, Json], member: str, path: str) -> str:
    value = data.get(member)
    if not isinstance(value, str) or not value:
        raise StyleError(f"{path}: {member!r} is missing, or not a text")
    return value


def _texts(data: Mapping[str, Json], member: str, path: str) -> tuple[str, ...]:
    listed = data.get(member, [])
    if not isinstance(listed, list) or not all(isinstance(one, str) and one for one in listed):
        raise StyleError(f"{path}: {member} is a list of texts")
    return tuple(cast("list[str]", listed))


def _words(data: Mapping[str, Json], path: str) -> dict[str, tuple[str, ...]]:
    words = data.get("words", {})
    lists = {one.name for one in fields(Language) if one.type == "list[str]"}
    if not isinstance(words, dict) or not words.keys() <= lists:
        raise StyleError(
            f"{path}: words maps names of word lists to lists of words; lists are {', '.join(sorted(lists))}"
        )
    return {name: _texts(words, name, path) for name in words}


def _templates(data: Mapping[str, Json], path: str) -> tuple[str, ...]:
    templates = _texts(data, "reads", path)
    try:
        for template in templates:
            fields_of(template)
    except TemplateError as error:
        raise StyleError(f"{path}: {error}") from None
    return templates


def _examples(data: Mapping[str, Json], path: str) -> tuple[Mapping[str, Json], ...]:
    listed = data.get("examples", [])
    shaped = isinstance(listed, list) and all(
        isinstance(one, dict)
        and isinstance(one.get("article"), str)
        and isinstance(one.get("citations"), list)
        for one in listed
    )
    if not shaped:
        raise StyleError(f"{path}: examples is a list of mappings with article and citations")
    return tuple(cast("list[dict[str, Json]]", listed))
