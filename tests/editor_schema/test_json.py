"""VS Code's JSON server with the copy of the schema, as the project's settings name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.language_client import LanguageClient

TEXT = """\
{
  "pincite": "1.0",
  "article": {"titel": "The Harbour Clock", "date": "4 June 2019"},
  "sources": [
    {"id": "watch-book", "type": "boook"}
  ]
}
"""


def test_members_are_completed_and_explained(json_by_settings: LanguageClient, project: Path) -> None:
    uri = json_by_settings.open((project / "articles" / "clock.pincite.json").as_uri(), TEXT, "json")
    found = json_by_settings.at("completion", uri, 2, TEXT.splitlines()[2].index("titel"))
    offered = found["items"] if isinstance(found, dict) else found
    said = {item["label"]: str(item.get("documentation", "")) for item in offered}
    assert {"title", "authors", "language", "text"} <= said.keys()
    assert said["title"] == "The article's title as printed."
    hover = json_by_settings.at("hover", uri, 2, 5)
    assert "The article that is annotated" in str(hover["contents"])


def test_faults_stand_at_their_places(json_by_settings: LanguageClient, project: Path) -> None:
    uri = json_by_settings.open((project / "articles" / "faulty.pincite.json").as_uri(), TEXT, "json")
    found = json_by_settings.diagnostics(uri)
    places = sorted((one["range"]["start"]["line"], one["range"]["start"]["character"]) for one in found)
    lines = TEXT.splitlines()
    assert places == [
        (2, lines[2].index('"titel"')),
        (2, lines[2].index('"4 June')),
        (4, lines[4].index('"boook"')),
    ]
    said = sorted(one["message"] for one in found)
    assert said[0] == "Property titel is not allowed."
    assert said[1] == 'This is not written in the right form; right is, for example, "2019-06-04".'
    assert said[2].startswith('Value is not accepted. Valid values: "book", "chapter",')
