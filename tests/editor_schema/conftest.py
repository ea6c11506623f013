"""The language servers that editors use for YAML and JSON; a test without its server is skipped.

They come from npm: ``npm install yaml-language-server vscode-langservers-extracted`` in any folder, and
``EDITOR_SERVERS=FOLDER/node_modules/.bin`` says where; else they are looked for on the PATH and in ``node_modules`` here.
"""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pincite.cli import main
from tests.language_client import LanguageClient

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


def server(name: str) -> list[str]:
    """Return the command of a server; skips the test where it or node is not there."""
    places = [os.environ.get("EDITOR_SERVERS"), str(ROOT / "node_modules" / ".bin"), os.environ.get("PATH")]
    found = shutil.which(name, path=os.pathsep.join(place for place in places if place))
    if found is None or shutil.which("node") is None:
        pytest.skip(f"{name} is not here")
    return [found, "--stdio"]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project's folder as ``pincite init`` makes it for VS Code."""
    folder = tmp_path_factory.mktemp("project")
    with pytest.raises(SystemExit) as end:
        main(["init", str(folder), "--no-config", "--no-hook", "--vscode"])
    assert end.value.code in {0, None}
    (folder / "articles").mkdir()
    return folder


def settings(project: Path) -> dict[str, Any]:
    """Return the settings that the project has for VS Code."""
    found: dict[str, Any] = json.loads((project / ".vscode" / "settings.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def yaml_by_modeline(project: Path) -> Iterator[LanguageClient]:
    """The YAML server without any settings: documents name the schema themselves."""
    # the store of schemas would be fetched from the network
    with LanguageClient(
        server("yaml-language-server"), project, {"yaml": {"schemaStore": {"enable": False}}}
    ) as client:
        client.initialize()
        yield client
        assert client.shut_down() == 0


@pytest.fixture(scope="module")
def yaml_by_settings(project: Path) -> Iterator[LanguageClient]:
    """The YAML server with the project's settings for VS Code."""
    wanted = {"schemas": settings(project)["yaml.schemas"], "schemaStore": {"enable": False}}
    with LanguageClient(server("yaml-language-server"), project, {"yaml": wanted}) as client:
        client.initialize()
        # it asks for its settings when it has started; until it has them, it finds nothing
        uri = client.open((project / "articles" / "0.pincite.yaml").as_uri(), "pincite: 1\n")
        client.notification(
            "textDocument/publishDiagnostics", lambda said: said["uri"] == uri and bool(said["diagnostics"])
        )
        yield client
        assert client.shut_down() == 0


@pytest.fixture(scope="module")
def json_by_settings(project: Path) -> Iterator[LanguageClient]:
    """VS Code's JSON server with the project's settings, whose relative paths the editor itself makes whole."""
    schemas = [{**one, "url": (project / one["url"]).as_uri()} for one in settings(project)["json.schemas"]]
    with LanguageClient(server("vscode-json-language-server"), project) as client:
        client.initialize(options={"handledSchemaProtocols": ["file"]})
        client.notify(
            "workspace/didChangeConfiguration",
            {"settings": {"json": {"validate": {"enable": True}, "schemas": schemas}}},
        )
        yield client
        assert client.shut_down() == 0
