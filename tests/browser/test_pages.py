"""Pages in a real browser: nothing is cut off, nothing is asked for elsewhere, and no attack does anything."""

from __future__ import annotations

import http.server
import os
import shutil
import subprocess
import threading
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.browser.conftest import PAGES
from tests.export.hostile import MARKER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

WIDTHS = (360, 800, 1400)
every_page = pytest.mark.parametrize("name", PAGES)


class Seen(NamedTuple):
    """What a page asked for, and what the browser complained of."""

    requests: list[str]
    complaints: list[str]


def opened(browser: Browser, address: str, width: int, scheme: str = "light") -> tuple[Page, Seen]:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    seen = Seen([], [])
    page.on("request", lambda one: seen.requests.append(one.url))
    page.on("console", lambda one: seen.complaints.append(one.text))
    page.on("pageerror", lambda one: seen.complaints.append(str(one)))
    page.on("requestfailed", lambda one: seen.complaints.append(f"failed: {one.url}"))
    page.on("dialog", lambda one: seen.complaints.append(f"dialog: {one.message}"))
    page.goto(address)
    # lazy pictures are asked for once they come near the view
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(height, 16_000)})
    page.wait_for_load_state("networkidle")
    return page, seen


@every_page
@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_fits_its_window_and_asks_for_nothing_outside_its_folder(
    browser: Browser, pages: Path, screenshots: Callable[[str], Path | None], name: str, width: int
) -> None:
    page, seen = opened(browser, (pages / name / "page.html").as_uri(), width)
    shot = screenshots(f"{name}-{width}")
    if shot is not None:
        page.screenshot(path=shot, full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert cut_off(page) == []
    home = (pages / name).as_uri() + "/"
    assert [one for one in seen.requests if not one.startswith(home)] == []
    assert seen.complaints == []
    assert page.evaluate("[...document.images].every(one => one.complete && one.naturalWidth > 0)")
    assert page.evaluate("getComputedStyle(document.querySelector('.head')).paddingTop") != "0px"
    page.context.close()


def cut_off(page: Page) -> list[str]:
    """Return the words of elements that reach over the window's edge, but for what is hidden on purpose."""
    found: list[str] = page.evaluate(
        """[...document.querySelectorAll('main *, footer *')].filter(one => {
             const box = one.getBoundingClientRect();
             return box.width && (box.right > innerWidth + 1 || box.left < -1);
           }).map(one => one.textContent.slice(0, 60))"""
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_attacks_do_nothing(browser: Browser, pages: Path, width: int, scheme: str) -> None:
    page, seen = opened(browser, (pages / "hostile" / "page.html").as_uri(), width, scheme)
    assert page.evaluate(f"window.{MARKER}") is None
    for one in page.query_selector_all("main a, footer a"):
        assert one.evaluate("it => it.protocol") in {"http:", "https:", "mailto:", "file:"}
    page.evaluate(
        "document.querySelectorAll('main *').forEach(one => { one.dispatchEvent(new Event('mouseover')); one.focus?.(); })"
    )
    assert page.evaluate(f"window.{MARKER}") is None
    assert page.evaluate("document.scripts.length") == 0
    assert page.inner_text("main").count("<script>") > 10
    assert seen.complaints == []
    page.context.close()


def test_a_page_works_from_a_server_too(browser: Browser, pages: Path) -> None:
    with served(pages) as address:
        page, seen = opened(browser, f"{address}/tide-clock/page.html", 1400)
        assert [one for one in seen.requests if not one.startswith(f"{address}/tide-clock/")] == []
        assert seen.complaints == []
        assert page.evaluate("[...document.images].every(one => one.naturalWidth > 0)")
        page.context.close()


class served:  # noqa: N801 - reads as a word
    """A server of a folder for the time of a ``with``."""

    def __init__(self, folder: Path) -> None:
        quiet = type("Quiet", (http.server.SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
        self._server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), partial(quiet, directory=str(folder))
        )

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def test_the_note_stands_beside_the_quotation_and_folds_under_it(browser: Browser, pages: Path) -> None:
    where = """() => { const quoted = document.getElementById('q-pilots').getBoundingClientRect();
                       const note = document.getElementById('q-pilots--note').getBoundingClientRect();
                       return [note.left - quoted.right, note.top - quoted.top, note.top - quoted.bottom]; }"""
    address = (pages / "tide-clock" / "page.html").as_uri()
    page, _ = opened(browser, address, 1400)
    gap, top, _ = page.evaluate(where)
    assert gap > 0
    assert abs(top) < 12
    page.context.close()
    page, _ = opened(browser, address, 360)
    gap, _, below = page.evaluate(where)
    assert gap < 0
    assert below > 0
    page.context.close()


def test_a_link_leads_to_the_quotation(browser: Browser, pages: Path) -> None:
    page, _ = opened(browser, (pages / "tide-clock" / "page.html").as_uri() + "#q-cellar", 1400)
    assert page.evaluate("document.querySelector(':target').textContent").startswith("The train, once free")
    page.context.close()


def checker() -> list[str]:
    """Return the command of the Nu Html Checker."""
    jar = os.environ.get("VNU_JAR", "")
    if jar and shutil.which("java"):
        return ["java", "-jar", jar]
    return ["vnu"] if shutil.which("vnu") else []


def test_pages_are_valid_for_the_checker_of_the_w3c(pages: Path) -> None:
    command = checker()
    if not command:
        pytest.skip("the Nu Html Checker is not here: set VNU_JAR to its jar")
    files = [str(pages / name / "page.html") for name in PAGES]
    done = subprocess.run(
        [*command, "--errors-only", "--format", "gnu", *files], capture_output=True, text=True, check=False
    )
    assert done.stderr.splitlines() == []
