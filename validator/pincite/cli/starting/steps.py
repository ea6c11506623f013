"""The files that a project begins with: what each becomes, decided before the first one is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pincite.cli.output import CallError, told
from pincite.cli.starting.hook_entry import TAG, entry
from pincite.cli.starting.hook_file import ExtensionError, extended, fresh, has_hook
from pincite.cli.starting.new_files import is_there, text_of, write_new
from pincite.cli.starting.schema_copy import NAME, modeline, schema_text
from pincite.cli.starting.step import Step
from pincite.cli.starting.wanted import EXAMPLE
from pincite.cli.writing_back import content_of, save_or_say
from pincite.editing.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pincite.cli.starting.place import Place
    from pincite.cli.starting.wanted import Wanted

_THERE = "it is there already"


def steps(place: Place, wanted: Wanted) -> Iterator[Step]:
    """Yield what is done with each file, in the order it is done; raises CallError."""
    if wanted.config or place.config is not None:
        yield _config(place, wanted)
    if wanted.hook:
        yield _hook(place, wanted.repository)
    if wanted.schema:
        yield _schema(place)
    if wanted.vscode:
        yield _settings(place)
    if wanted.workflow:
        path = (place.repository or place.folder) / ".github" / "workflows" / "pincite.yml"
        text = text_of("workflow.yaml").format(address=wanted.repository, tag=TAG)
        yield _new(place, path, lambda: text, "GitHub checks the documents of each push")
    if wanted.document:
        path = place.folder / EXAMPLE
        yield _new(
            place,
            path,
            lambda: modeline(path) + text_of(EXAMPLE),
            "a first document; all that it names is invented",
        )


def _new(place: Place, path: Path, text: Callable[[], str], what: str, advice: tuple[str, ...] = ()) -> Step:
    """Return the step for a file that is written where there is none; *text* is asked for when its turn comes."""
    place.refuse_outside(path)
    if is_there(path):
        return Step(path, "left", _THERE, advice=advice)

    def act() -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CallError(f"cannot make the folder {path.parent}: {told(error)}") from None
        write_new(path, text())

    return Step(path, "wrote", what, act)


def _config(place: Place, wanted: Wanted) -> Step:
    path = place.folder / "pincite.toml"
    if place.config is not None:
        here = place.config.absolute().parent == place.folder.absolute()
        if here:
            return Step(place.config, "left", "the configuration is there already")
        if not wanted.config:
            return Step(place.config, "left", "this configuration counts here already")
    return _new(
        place,
        path,
        lambda: text_of("pincite.toml"),
        "the configuration; pincite config shows what is in force",
    )


def _hook(place: Place, repository: str | None) -> Step:
    path, lines = place.hook_file, entry(repository)
    advice = ("add to its list 'repos':", *lines.splitlines())
    what = "pre-commit checks the Pincite files of each commit"
    if not is_there(path):
        return _new(place, path, lambda: fresh(lines), what)
    content = "it is a link" if path.is_symlink() else content_of(str(path))
    if isinstance(content, str):
        return Step(path, "left", content, advice=advice)
    try:
        text = content.decode("utf-8")
        if has_hook(text):
            return Step(path, "left", "it has a hook of Pincite already")
        after = extended(text, lines).encode("utf-8")
    except UnicodeDecodeError:
        return Step(path, "left", "it is not UTF-8", advice=advice)
    except ExtensionError as error:
        return Step(path, "left", str(error), advice=advice)
    return Step(path, "extended", what, lambda: _save(Draft(str(path), content, after)))


def _save(draft: Draft) -> None:
    fault = save_or_say(draft)
    if fault:
        raise CallError(fault)


def _schema(place: Place) -> Step:
    path = place.folder / NAME
    step = _new(place, path, schema_text, "the schema, for completion and hover text in editors")
    if step.act is None and path.is_file() and path.read_text("utf-8", "replace") != schema_text():
        why = "it differs from this version's, which pincite schema document.draft-07 prints"
        return Step(path, "left", why)
    return step


def _settings(place: Place) -> Step:
    settings = {
        "yaml.schemas": {f"./{NAME}": ["*.pincite.yaml", "*.pincite.yml"]},
        "json.schemas": [{"fileMatch": ["*.pincite.json"], "url": f"./{NAME}"}],
    }
    text = json.dumps(settings, indent=2) + "\n"
    return _new(
        place,
        place.folder / ".vscode" / "settings.json",
        lambda: text,
        "VS Code reads the schema (for YAML with the extension redhat.vscode-yaml)",
    )
