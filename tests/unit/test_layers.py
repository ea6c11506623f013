"""The layers of the code: who may know whom, read from the imports themselves, those for types included."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "validator" / "pincite"

ROAD = [
    "isolated",
    "model",
    "reading",
    "schemas",
    "member_order",
    "yaml_style",
    "bibliography",
    "structure",
    "rules",
    "settings",
    "cache",
    "judging",
    "file_judging",
    "processes",
    "gathering",
    "checker",
    "fixing",
    "reporters",
    "dataset",
    "editor",
    "cli",
]
"""The first journey: each layer knows itself and those before it."""
BESIDE = {
    "converter": {"model", "reading", "schemas", "member_order"},
    "export": {"model", "reading", "bibliography", "schemas", "yaml_style"},
    "editing": {"model", "reading", "schemas", "yaml_style"},
    # what it makes of a file is a draft, which is saved as any other
    "formatting": {"model", "reading", "schemas", "member_order", "yaml_style", "editing"},
    # copies of sources come in the formats that articles come in
    "verifier": {"isolated", "model", "reading", "schemas", "converter"},
}
"""The other journeys: what each of them knows besides itself."""
ROOMS = {
    "verifier": [
        {"extra"},
        {"verdict", "folding", "languages", "rules"},
        {"copies", "damage", "cited_pages"},
        {"prose", "wording"},
        {"matching"},
        {"source"},
        {"cautions"},
        {"quotation", "shelf"},
        {"holding"},
        {"documents"},
        {"as_data"},
        {"questions"},
    ],
    "dataset": [
        {"about", "json_lines", "licences", "rules", "sorting"},
        {"policy", "package", "sources"},
        {"job"},
        {"entering"},
        {"tables"},
        {"shards"},
        {"assembling", "engines", "opened"},
        {"querying", "statistics"},
        {"describing"},
        {"building", "checking"},
        {"deriving"},
        {"choosing", "comparing", "merging"},
    ],
}
"""The rooms of large layers, each a folder or a module: one knows itself and those of earlier rows, none of its own row."""
FACADE = {"__init__", "__main__"}
"""What the package itself offers; it knows everybody and is known for its version alone."""


def known_to(layer: str) -> set[str]:
    """Return the layers that a layer may import."""
    if layer in BESIDE:
        return BESIDE[layer] | {layer}
    below = set(ROAD[: ROAD.index(layer) + 1])
    # an article that nobody has converted is converted to be judged
    known = {
        "file_judging": {"converter"},
        "fixing": {"editing"},
        # quotations may be verified when a dataset is built, and names are those of linked data
        "dataset": {"export", "verifier"},
        "editor": {"editing", "formatting"},
        "cli": BESIDE.keys(),
    }
    return below | known.get(layer, set())


def imports(source: str) -> list[tuple[str, str]]:
    """Return what a module imports from the package: the module's path, and the name (empty for a whole module)."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import hides its layer"
            found += [
                (
                    f"{node.module}.{alias.name}"
                    if node.module in {"pincite", *(f"pincite.{layer}" for layer in ROOMS)}
                    else f"{node.module}",
                    alias.name,
                )
                for alias in node.names
            ]
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"import_module", "__import__"}
        ):
            first = node.args[0]
            texts = [
                one.value
                for one in ast.walk(first)
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            found += [(text, "") for text in texts[:1]]
    return [(path, name) for path, name in found if path.startswith("pincite.")]


def trespasses(layer: str, source: str) -> list[str]:
    """Return the layers that a module imports against the order."""
    known = known_to(layer)
    return [
        other
        for path, name in imports(source)
        for other in [path.split(".")[1]]
        if other not in known and (other, name) != ("__version__", "__version__")
    ]


def room_trespasses(layer: str, room: str, source: str) -> list[str]:
    """Return the rooms of a layer that a module of one of them imports against the order."""
    row = next(number for number, rooms in enumerate(ROOMS[layer]) if room in rooms)
    known = {room}.union(*ROOMS[layer][:row])
    return [
        other
        for path, _ in imports(source)
        if path.startswith(f"pincite.{layer}.")
        for other in [path.split(".")[2]]
        if other not in known
    ]


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return [path for path in sorted(PACKAGE.rglob("*.py")) if layer_of(path) not in FACADE]


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE / layer_of(path)).parts[0].removesuffix(".py")


def modules_in_rooms() -> list[Path]:
    return [path for path in modules() if layer_of(path) in ROOMS and room_of(path) not in FACADE]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_knows_a_later_layer(path: Path) -> None:
    assert trespasses(layer_of(path), path.read_text("utf-8")) == []


def test_every_part_of_the_package_is_a_layer() -> None:
    assert {layer_of(path) for path in modules()} == {*ROAD, *BESIDE}


@pytest.mark.parametrize("path", modules_in_rooms(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_room_knows_a_later_one(path: Path) -> None:
    assert room_trespasses(layer_of(path), room_of(path), path.read_text("utf-8")) == []


@pytest.mark.parametrize("layer", ROOMS)
def test_every_part_of_a_layer_is_one_room(layer: str) -> None:
    rooms = [room for row in ROOMS[layer] for room in row]
    found = {room_of(path) for path in modules_in_rooms() if layer_of(path) == layer}
    assert sorted(rooms) == sorted(found)


@pytest.mark.parametrize(
    ("layer", "source", "found"),
    [
        ("model", "from pincite.reading.lines import Lines", ["reading"]),
        ("reading", "import pincite.structure.gate", ["structure"]),
        ("reading", "from pincite import schemas", ["schemas"]),
        ("structure", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from pincite.rules import REGISTRY", ["rules"]),
        ("rules", "def check():\n    from pincite.checker import check_file", ["checker"]),
        ("checker", "from importlib import import_module\nimport_module('pincite.cli.app')", ["cli"]),
        ("rules", "import_module(f'pincite.converter.{name}')", ["converter"]),
        ("converter", "from pincite.structure.examine import examine", ["structure"]),
        ("converter", "from pincite.export.pincite_yaml import dump", ["export"]),
        ("export", "from pincite import check", ["check"]),
        ("reporters", "from pincite.cli.output import show", ["cli"]),
        ("rules", "from pincite.settings.run import Settings", ["settings"]),
        ("settings", "def of():\n    from pincite.checker import check_file", ["checker"]),
    ],
)  # fmt: skip
def test_a_trespass_is_noticed(layer: str, source: str, found: list[str]) -> None:
    assert trespasses(layer, source) == found


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("cli", "from pincite.converter.article import convert\nfrom pincite import __version__, schemas"),
        ("converter", "from pincite import __version__\nfrom pincite.model.format import Source"),
        ("rules", "from pincite.rules.references import references\nfrom pincite.model.edtf import bounds"),
        ("model", "import json\nfrom pincitepoint import x"),
    ],
)
def test_a_right_import_is_none(layer: str, source: str) -> None:
    assert trespasses(layer, source) == []


@pytest.mark.parametrize(
    ("layer", "room", "source", "found"),
    [
        ("verifier", "folding", "from pincite.verifier.copies.copy_text import Page", ["copies"]),
        (
            "verifier",
            "matching",
            "if TYPE_CHECKING:\n    from pincite.verifier.source import Source",
            ["source"],
        ),
        ("verifier", "matching", "from pincite.verifier import quotation", ["quotation"]),
        ("verifier", "wording", "import pincite.verifier.prose.sentences", ["prose"]),
        (
            "verifier",
            "documents",
            "def ask():\n    from pincite.verifier.questions.batch import Places",
            ["questions"],
        ),
        ("verifier", "questions", "from pincite.verifier.documents.outcome import Judgement", []),
        ("verifier", "matching", "from pincite.verifier.matching.index import Index", []),
        ("dataset", "sources", "from pincite.dataset.tables.values import names", ["tables"]),
        ("dataset", "package", "def of():\n    from pincite.dataset import entering", ["entering"]),
        (
            "dataset",
            "opened",
            "if TYPE_CHECKING:\n    from pincite.dataset.querying.errors import QueryError",
            ["querying"],
        ),
        ("dataset", "choosing", "from pincite.dataset.merging import merge", ["merging"]),
        (
            "dataset",
            "building",
            "from pincite.dataset.about import About\nfrom pincite.dataset import describing",
            [],
        ),
        ("dataset", "shards", "from pincite import dataset", []),
    ],
)
def test_a_trespass_between_rooms_is_noticed(layer: str, room: str, source: str, found: list[str]) -> None:
    assert room_trespasses(layer, room, source) == found
