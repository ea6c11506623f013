"""Where an open document lies, and what it is."""

from __future__ import annotations

import sys

import pytest

from pincite.editor.documents import OpenDocument, path_of, uri_of
from pincite.editor.texts import Text

posix = pytest.mark.skipif(sys.platform == "win32", reason="paths as POSIX has them")


@posix
@pytest.mark.parametrize(
    ("uri", "language", "expected"),
    [
        ("file:///a/b.pincite.yaml", "yaml", ("/a/b.pincite.yaml", True)),
        ("file://localhost/a/b.md", "markdown", ("/a/b.md", True)),
        ("file:///a/%C3%A9%20%23%3B.md", "markdown", ("/a/é #;.md", True)),
        ("file:///a/%FF.md", "markdown", ("/a/\udcff.md", True)),
        ("file:///a/../b.md", "markdown", ("/b.md", True)),
        ("file:///a%00.md", "markdown", None),
        ("file:", "markdown", None),
        ("untitled:Untitled-1", "yaml", ("/home/Untitled-1.pincite.yaml", False)),
        ("untitled:Untitled-1", "json", ("/home/Untitled-1.pincite.json", False)),
        ("untitled:Untitled-1", "markdown", ("/home/Untitled-1.md", False)),
        ("untitled:Untitled-1", "python", ("/home/Untitled-1", False)),
        ("untitled:/a/new.pincite.yaml", "yaml", ("/a/new.pincite.yaml", False)),
        ("vscode-vfs://github/a.pincite.yaml", "yaml", None),
        ("http://[/a.md", "markdown", None),
        ("", "yaml", None),
    ],
)
def test_an_address_is_a_path(uri: str, language: str, expected: tuple[str, bool] | None) -> None:
    assert path_of(uri, language, "/home") == expected


@posix
@pytest.mark.parametrize("path", ["/a/b.md", "/a/é #;?%.md", "/a/\udcff.md"])
def test_the_address_of_a_path_leads_back(path: str) -> None:
    assert path_of(uri_of(path), "", "/") == (path, True)


@pytest.mark.parametrize(
    ("path", "text", "is_saved", "syntax"),
    [
        ("a.pincite.yaml", "", True, "yaml"),
        ("a.pincite.yml", "", True, "yaml"),
        ("a.pincite.json", "", True, "json"),
        ("a.pincite.jsonl", "", True, "jsonl"),
        ("a.yaml", "pincite: '1.0'", True, None),
        ("a.md", "# Words", True, None),
        ("a.md", "---\npincite: '1.0'\n---\n", True, "markdown"),
        ("a.MARKDOWN", "---\r\npincite: '1.0'\r\n---\r\n", True, "markdown"),
        ("a.txt", "", True, "article"),
        ("a.pincite.yaml", "x: 1\npincite : 1", False, "yaml"),
        ("a.pincite.yaml", "x: 1\n# pincite: 1", False, None),
        ("a.pincite.json", '{"a": 1,\n"pincite" : 1}', False, "json"),
        ("a.pincite.json", "{}", False, None),
    ],
)
def test_the_syntax_is_told_by_the_name_or_the_key(
    path: str,
    text: str,
    is_saved: bool,  # noqa: FBT001 - a row of the table
    syntax: str | None,
) -> None:
    assert OpenDocument("", path, Text(text), is_saved).syntax == syntax
