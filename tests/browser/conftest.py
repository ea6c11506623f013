"""A real browser for pages, and a real checker of HTML; what is not installed is skipped.

These tests are slow and stand outside the ordinary suite: ``pytest tests/browser`` runs them.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite import load
from pincite.export import write
from tests.export.filled import filled
from tests.export.hostile import hostile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from pincite.model.format import DocumentData

ROOT = Path(__file__).resolve().parents[2]
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PAGES = [
    *(path.parent.name for path in sorted((ROOT / "examples").glob("*/article.*")) if path.suffix != ".txt"),
    "filled",
    "hostile",
    "right-to-left",
]


def right_to_left() -> DocumentData:
    """Return a document in Arabic."""
    text = "جرس الميناء\n\nكان الجرس يُقرع مرتين في اليوم. وكتب الحارس:\n\nقُرع الجرس عند السادسة.\n\nثم سكت الجرس.\n"
    return {
        "pincite": "1.0",
        "article": {"title": "جرس الميناء", "language": "ar", "text": {"content": text}},
        "sources": [{"id": "day-book", "type": "book", "title": "كتاب اليوم", "language": "ar"}],
        "quotations": [
            {
                "id": "q1",
                "text": "قُرع الجرس عند السادسة.",
                "display": "block",
                "anchor": {"exact": "قُرع الجرس عند السادسة."},
                "citations": [{"source": "day-book", "locator": {"page": "4"}, "images": ["scan"]}],
            }
        ],
        "images": [{"id": "scan", "path": "scans/p59.png"}],
    }


_DOCUMENTS = {"filled": filled, "hostile": hostile, "right-to-left": right_to_left}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave these tests out where they are not asked for by their folder or by their name."""
    here = Path(__file__).resolve().parent
    asked = [Path(one.partition("::")[0]).resolve() for one in config.args]
    if any(here in (one, *one.parents) for one in asked):
        return
    mine = [one for one in items if here in one.path.parents]
    config.hook.pytest_deselected(items=mine)
    items[:] = [one for one in items if here not in one.path.parents]


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a page in a folder of its own for each example, and for two documents made for tests."""
    folder = tmp_path_factory.mktemp("pages")
    for name in PAGES:
        home = folder / name
        example = ROOT / "examples" / name
        if example.is_dir():
            shutil.copytree(example, home)
            document = load(next(path for path in sorted(home.glob("article.*")) if path.suffix != ".txt"))
            page = write(document.data, "html", document.text)
        else:
            home.mkdir()
            (home / "scans").mkdir()
            shutil.copy(ROOT / "examples/tide-clock/images/packet-p2.png", home / "scans" / "p59.png")
            page = write(_DOCUMENTS[name](), "html")
        (home / "page.html").write_text(page, "utf-8")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium, without a window."""
    api = pytest.importorskip("playwright.sync_api")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("Chromium is not here")
    with api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=list(_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def screenshots() -> Callable[[str], Path | None]:
    """Return where the screenshot of a page goes: into the folder that SCREENSHOTS names, else nowhere."""
    folder = os.environ.get("SCREENSHOTS")

    def place(name: str) -> Path | None:
        if folder is None:
            return None
        Path(folder).mkdir(parents=True, exist_ok=True)
        return Path(folder) / f"{name}.png"

    return place
