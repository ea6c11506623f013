"""Generates the reference of the document format and of the report from their schemas."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

from pincite.export.pincite_yaml import as_yaml
from pincite.schemas import schema
from rule_docs import note

if TYPE_CHECKING:
    from typing import Literal

    from pincite.model.json_value import Json, JsonObject

_LONGEST = 80
"""Code points of an example that still stands in a table; longer ones are shown where the object is described."""
_FORMAT = """\
# The format, member by member

A Pincite document describes one article: what it claims, what it quotes, from which source, at which place in it, and
which image shows that place.
It is plain JSON, usually written as YAML.
This page lists all that a document can hold, object by object.
What the members mean together, from offsets to corroboration, is told in [Meaning](meaning.md);
what the checker says about a document is listed in [Rules](rules/index.md).

Required members are **bold**.
Every object is closed: a member that is not listed here is a finding, and data of your own goes into `custom`.
Where a value says "or integer", the string is the canonical form and the integer is read as its digits.
"""
_REPORT = """\
# The JSON report

`pincite check --format json` prints what was found in one run: a summary, the judged files, the findings, and the rules
that could not be applied.
All members but `suppressed` are always there, and the same input gives the same bytes.
Its schema is `schema/report.schema.json` (`pincite schema report`).

## Reports for other programs

`--format` prints the same findings for others, `--output FILE` writes them to a file whose ending may say the format:

| format | for |
| --- | --- |
| `text`, `concise` | people, editors, pipes |
| `json`, `jsonl` | scripts; each line of `jsonl` is one finding of the JSON report |
| `sarif` | code scanning and editors (SARIF 2.1.0) |
| `github` | annotations in GitHub Actions, where they come on top of the text without an option |
| `gitlab` | GitLab's Code Quality widget |
| `junit` | CI servers; what does not fail the run is no failure |

GitHub shows ten errors, ten warnings and ten notices of a step; its log shows all. Services match paths against the repository, so run
Pincite at its root. Fingerprints outlive moved lines and renumbered identifiers, not renamed files.

Required members are **bold**.
"""


def pages() -> dict[str, str]:
    """Return both references under their paths."""
    return {
        "docs/format.md": Reference(schema("document"), "yaml").page(_FORMAT, "schema/document.schema.json"),
        "docs/report.md": Reference(schema("report"), "json").page(_REPORT, "schema/report.schema.json"),
    }


class Reference:
    """A schema as a page: one section for each object, then one for the shapes of plain values.

    ``syntax`` is that of the examples.
    """

    def __init__(self, published: JsonObject, syntax: Literal["yaml", "json"]) -> None:
        self.root = published
        self.syntax = syntax
        self.definitions = cast("dict[str, JsonObject]", published["$defs"])

    def page(self, introduction: str, source: str) -> str:
        """Return the page, which begins with *introduction* and names *source* as what to edit."""
        objects = [one for one in self.definitions.values() if _is_object(one)]
        shapes = [one for one in self.definitions.values() if not _is_object(one)]
        parts = [introduction]
        parts += [self._section(one) for one in [self.root, *objects]]
        parts.append("## Shapes of values\n\nThe exact patterns stand in the schema.\n")
        parts += [_shape(one) for one in shapes]
        return "\n".join([*parts, note(source)])

    def _section(self, one: JsonObject) -> str:
        lines = [f"## {one['title']}", ""]
        if one is not self.root:
            lines += [str(one["description"]), ""]
        properties = cast("dict[str, JsonObject]", one.get("properties", {}))
        if properties:
            lines += ["| member | value | meaning | example |", "| --- | --- | --- | --- |"]
            lines += [self._row(name, member, _required(one)) for name, member in properties.items()]
            lines.append("")
        lines += ["Example:", "", f"```{self.syntax}", self._whole_example(one), "```", ""]
        return "\n".join(lines)

    def _row(self, name: str, member: JsonObject, required: list[str]) -> str:
        key = f"**`{name}`**" if name in required else f"`{name}`"
        cells = [key, self._value(member), str(member["description"]), self._example(member)]
        return "| " + " | ".join(_cell(cell) for cell in cells) + " |"

    def _value(self, member: JsonObject) -> str:
        """Return the words for what a member's value can be."""
        target = self._target(member)
        if target is not None:
            return f"[{_in_sentence(str(target['title']))}](#{_slug(target)})"
        if "enum" in member:
            return "one of " + ", ".join(f"`{value}`" for value in cast("list[str]", member["enum"]))
        if isinstance(member.get("items"), dict):
            return f"list of {self._value(cast('JsonObject', member['items']))}"
        if isinstance(member.get("additionalProperties"), dict):
            return f"map of names to {self._value(cast('JsonObject', member['additionalProperties']))}"
        return _types(member)

    def _target(self, member: JsonObject) -> JsonObject | None:
        reference = member.get("$ref")
        return self.definitions[str(reference).rpartition("/")[2]] if reference else None

    def _example(self, member: JsonObject) -> str:
        text = json.dumps(_first_example(member), ensure_ascii=False)
        inner = cast("JsonObject", member.get("items") or member.get("additionalProperties") or member)
        target = self._target(inner) if isinstance(inner, dict) else None
        if len(text) > _LONGEST and target is not None:
            return f"see [{target['title']}](#{_slug(target)})"
        return f"`{text}`"

    def _whole_example(self, one: JsonObject) -> str:
        """Return an object's example: the first that is an object, for some may also be a string or null."""
        examples = cast("list[Json]", one["examples"])
        shown = next((example for example in examples if isinstance(example, dict)), examples[0])
        if self.syntax == "json":
            return json.dumps(shown, indent=2, ensure_ascii=False)
        return as_yaml(cast("JsonObject", shown)).rstrip()


def _is_object(one: JsonObject) -> bool:
    return "object" in _type_names(one) and "examples" in one


def _required(one: JsonObject) -> list[str]:
    return cast("list[str]", one.get("required", []))


def _type_names(one: JsonObject) -> list[str]:
    given = one.get("type", [])
    return [given] if isinstance(given, str) else cast("list[str]", given)


def _types(one: JsonObject) -> str:
    return " or ".join(_type_names(one))


def _first_example(one: JsonObject) -> Json:
    return cast("list[Json]", one["examples"])[0]


def _shape(one: JsonObject) -> str:
    examples = ", ".join(
        f"`{json.dumps(value, ensure_ascii=False)}`" for value in cast("list[Json]", one["examples"])
    )
    return f"### {one['title']}\n\n{one['description']}\n\nValue: {_types(one)}. Examples: {examples}\n"


def _in_sentence(title: str) -> str:
    """Return a title as it stands inside a sentence: abbreviations stay as they are."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def _slug(one: JsonObject) -> str:
    """Return the fragment that GitHub gives the heading of this object or shape."""
    return re.sub(r"[^\w\- ]", "", str(one["title"]).lower()).replace(" ", "-")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
