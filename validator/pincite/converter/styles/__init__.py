"""Citation styles as data: where a citation stands, what opens and closes it, how much must speak for it.

A style is one YAML file with the members of ``Style``; those in this folder are tried on every article. A house adds
its own as a file with the same members (``--style FILE``), without touching code.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

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

    ``placement`` is one of ``PLACEMENTS``; ``opens`` and ``closes`` are the signs around a citation, in pairs (only
    ``opens`` where nothing closes it); ``points`` how much must speak for one (see ``segment.evidence``). ``words`` adds
    to the word lists of the article's language; ``reads`` are templates such as "{authors}: {title}, {date}", tried
    before the general reading. ``examples`` show articles with the raw citations that must be found in them.
    """

    name: str
    summary: str
    placement: str
    points: int = 3
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
    for name in ("name", "summary", "placement"):
        if not isinstance(data.get(name), str):
            raise StyleError(f"{path}: {name!r} is missing, or not a text")
    if data["placement"] not in PLACEMENTS:
        raise StyleError(f"{path}: placement is one of {', '.join(PLACEMENTS)}, not {data['placement']!r}")
    if not isinstance(data.get("points", 3), int):
        raise StyleError(f"{path}: points is a number such as 3")
    words = data.get("words", {})
    if not isinstance(words, dict):
        raise StyleError(f"{path}: words maps the names of word lists to lists of words")
    examples = data.get("examples", [])
    if not isinstance(examples, list) or not all(isinstance(one, dict) for one in examples):
        raise StyleError(f"{path}: examples is a list of mappings with article and citations")
    return Style(
        name=cast("str", data["name"]),
        summary=cast("str", data["summary"]),
        placement=data["placement"],
        points=cast("int", data.get("points", 3)),
        opens=_texts(data, "opens", path),
        closes=_texts(data, "closes", path),
        words={str(name): _texts(words, name, path) for name in words},
        reads=_texts(data, "reads", path),
        examples=tuple(cast("list[dict[str, Json]]", examples)),
    )


def _texts(data: Mapping[str, Json], member: str, path: str) -> tuple[str, ...]:
    listed = data.get(member, [])
    if not isinstance(listed, list) or not all(isinstance(one, str) and one for one in listed):
        raise StyleError(f"{path}: {member} is a list of texts")
    return tuple(cast("list[str]", listed))
