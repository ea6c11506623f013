"""Three datasets that the programs of others judge, and a machine without a network.

``examples`` is made of the repository's examples, ``invented`` of documents with all kinds of values, ``bare`` of one document
that has next to nothing, so that most tables are empty.
"""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from pincite.dataset.about import About
from tests.dataset.judges.invented import BARE, INVENTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pincite.dataset.building.build import Plan

ROOT = Path(__file__).parents[3]
ABOUT = About(
    "harbour-clocks",
    "Harbour clocks, “bells” & <kelp>",
    "What the keepers of *clocks* wrote.\nIn two lines.",
    "1.0.0",
    "CC-BY-4.0",
    ("Mara Quay", "Ólafur Fjörð"),
    "https://example.org/harbour-clocks",
    "10.5555/harbour-clocks",
    "2026-05-01",
)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return what builds each of the datasets once."""
    pytest.importorskip("pyarrow")
    from pincite.dataset.building.build import Plan, build  # noqa: PLC0415 - needs an extra

    place = tmp_path_factory.mktemp("datasets")

    def plan(name: str) -> Plan:
        if name == "examples":
            paths = [
                path for path in (ROOT / "examples").glob("*/*.pincite.*") if path.parent.name != "faulty"
            ]
            return _plan(ROOT / "examples", sorted(paths), About())
        folder = place / f"{name}-documents"
        folder.mkdir()
        lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in _DOCUMENTS[name])
        path = folder / "all.pincite.jsonl"
        path.write_text(lines, encoding="utf-8", newline="\n")
        return _plan(folder, [path], ABOUT if name == "invented" else About())

    def _plan(root: Path, paths: list[Path], about: About) -> Plan:
        from pincite.dataset.job import Judging  # noqa: PLC0415 - as above

        names = tuple(path.relative_to(root).as_posix() for path in paths)
        return Plan(root, names, judging=Judging(rules=False, isolated=True), about=about)

    def dataset(name: str) -> Path:
        out = place / name
        if not out.exists():
            result = build(plan(name), out)
            assert not result.left_out, (out / "findings.jsonl").read_text("utf-8")
        return out

    return dataset


_DOCUMENTS: Mapping[str, list[dict[str, object]]] = {"invented": INVENTED, "bare": BARE}


@pytest.fixture(params=("examples", "invented", "bare"))
def dataset(request: pytest.FixtureRequest, built: Callable[[str], Path]) -> Path:
    """Return the folder of a dataset, in which nothing may be changed."""
    return built(request.param)


@pytest.fixture
def spoilt(built: Callable[[str], Path], tmp_path: Path) -> Path:
    """Return a copy of a dataset, to be changed."""
    return Path(shutil.copytree(built("invented"), tmp_path / "spoilt"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Refuse and tell all that would reach another machine; it is an error, too, where a program passes over it."""
    asked: list[object] = []

    def refused(*arguments: object, **_: object) -> NoReturn:
        asked.append(arguments)
        raise OSError("there is no network here")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refused)
    for name in ("getaddrinfo", "create_connection"):
        monkeypatch.setattr(socket, name, refused)
    yield asked
    assert not asked, asked
