"""The text of a document that a person goes on with: what is known of the article, and commented examples of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pincite.cli.starting.new_files import text_of
from pincite.export.pincite_yaml import as_yaml
from pincite.reporters.safe_text import safe

if TYPE_CHECKING:
    from pincite.model.format import Article
    from pincite.model.json_value import Json, JsonObject

_HEAD = """\
# What the article says of itself is filled in; the rest is yours. pincite check tells what is still missing.
# The lines behind one # are examples with invented names: take the "# " away, and put your own in.
"""
_ASKED: dict[str, Json] = {
    "title": "The Harbour Clock",
    "authors": [{"literal": "Ines Marrow"}],
    "date": "2019-06-04",
    "language": "en",
    "url": "https://example.org/harbour-clock",
}
"""What every article should say of itself, with an example of each."""
_COMPUTED = ("blocks", "image_bundle", "inferred")
"""What a converter says of an article and a person does not: parts of the text by their offsets."""
_TEXT = ("text", "original")
"""What comes last, because a text inside the document is long."""


def skeleton(article: Article, modeline: str) -> str:
    """Return the document for an article in YAML, with *modeline* (empty or a line) first.

    Values that were concluded (``article.inferred``) are no more than suggested, in a comment with the reason.
    """
    reasons = article.get("inferred", {})
    values = cast("JsonObject", article)
    kept = {*_COMPUTED, *_TEXT, *reasons}
    sure = "".join(_member(name, value) for name, value in values.items() if name not in kept)
    concluded = [_suggested(name, values[name], reasons[name]) for name in reasons if name in values]
    missing = [_member(name, example) for name, example in _ASKED.items() if name not in values]
    text = "".join(_member(name, values[name]) for name in _TEXT if name in values)
    about = sure + commented("".join([*concluded, *missing])) + text
    return (
        f'{modeline}{_HEAD}pincite: "1.0"\n\narticle:\n{_indented(about)}'
        "\nannotation:\n  method: manual\n  # by: {literal: Your Name}\n\n" + commented(text_of("parts.yaml"))
    )


def commented(text: str) -> str:
    """Return YAML as comments: one # before what is to be taken over, two before what explains it."""
    return "".join(
        f"#{line}\n" if line.startswith("#") else f"# {line}\n" if line else "\n"
        for line in text.splitlines()
    )


def _suggested(name: str, value: Json, reason: str) -> str:
    return f"# concluded, not read: {safe(reason)}\n{_member(name, value)}"


def _member(name: str, value: Json) -> str:
    """Return one member in block style, where YAML for whole documents puts small objects on one line."""
    if isinstance(value, dict):
        return f"{name}:\n" + _indented("".join(_member(*inner) for inner in value.items()))
    written = as_yaml({name: value})
    return f"{written[1:-2]}\n" if written.startswith("{") else written


def _indented(text: str) -> str:
    """Return YAML two columns further right; a literal block goes with the rest."""
    return "".join(f"  {line}" if line.strip("\n") else line for line in text.splitlines(keepends=True))
