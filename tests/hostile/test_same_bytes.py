"""The same input gives the same bytes, whatever surrounds the command: seeds of hashes, zones, languages, orders, processes."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import socket
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Pincite
from tests.hostile.oracle import FULL
from tests.hostile.worlds import EXAMPLE, RUN, lay_out

if TYPE_CHECKING:
    from pathlib import Path

ROOT = EXAMPLE.parents[1]
SURROUNDINGS: dict[str, dict[str, str]] = {
    "seed 1": {"PYTHONHASHSEED": "1"},
    "seed by chance": {"PYTHONHASHSEED": "random"},
    "zone": {"TZ": "Pacific/Kiritimati"},
    "C": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "Turkish": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
    "seed 2 and all others": {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LANG": "tr_TR.ISO-8859-9", "LC_ALL": "C"},
}  # fmt: skip
FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit")
COMMANDS = [
    *(
        ("check", "--select", "ALL", "--format", form, ".")
        for form in (FORMATS if FULL else ("text", "sarif"))
    ),
    ("convert", "article.txt"),
    ("convert", "article.pincite.yaml", "--to", "html"),
    ("verify", "--no-cache", "--format", "json", "article.pincite.yaml"),
]
USUAL = {"PYTHONHASHSEED": "0", "PINCITE_CACHE": ""}


def told(arguments: tuple[str, ...], folder: Path, **more: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [*RUN, *arguments],
        cwd=folder,
        env=Pincite.environment({**USUAL, **more}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    desk = tmp_path_factory.mktemp("same") / "desk"
    lay_out(desk)
    shutil.rmtree(desk / "large")
    for number, path in enumerate(sorted(ROOT.glob("tests/cases/PIN2*/fail-*.pincite.yaml"))[::10]):
        shutil.copy(path, desk / f"{number:02}-{path.name}")
    return desk


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_surroundings_change_nothing(arguments: tuple[str, ...], folder: Path) -> None:
    first = told(arguments, folder)
    assert first[0] in {0, 1}
    assert first[1]
    for name, more in list(SURROUNDINGS.items())[0 if FULL else -1 :]:
        assert told(arguments, folder, **more) == first, name


def test_order_and_processes_change_nothing(folder: Path) -> None:
    names = sorted(path.name for path in folder.glob("*.pincite.yaml"))
    assert len(names) > 8
    first = told(("check", "--format", "json", "--jobs", "1", *names), folder)
    for order, jobs in ((names[::-1], "1"), (names[1::2] + names[::2], "2"), ([*names, *names], "3")):
        assert told(("check", "--format", "json", "--jobs", jobs, *order), folder) == first


# --- no network: row 6 ------------------------------------------------------------------------------------------------

REACHING = """
import sys
def heard(event, given):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}:
        print("reached", event, given, file=sys.stderr)
    if event == "open" and isinstance(given[0], str) and (given[0].startswith(("/etc/hostname", "file:")) or "outside." in given[0]):
        print("reached", event, given, file=sys.stderr)
    if event in {"subprocess.Popen", "os.system"} and "pincite" not in str(given):
        print("reached", event, given, file=sys.stderr)
sys.addaudithook(heard)
from pincite.cli import main
main(sys.argv[1:])
"""
REMOTE = """# yaml-language-server: $schema={address}/schema.json
pincite: "1.0"
$schema: {address}/schema.json
"@context": {address}/context.json
article:
  title: The harbour clock
  url: {address}/article
  text: {{path: "{address}/text.txt"}}
catalogues: ["{address}/list.pincite.yaml", "file:///etc/hostname"]
sources:
  - {{id: log, type: book, title: Log, url: "{address}/log", copies: [{{path: "{address}/copy.txt"}}, {{url: "{address}/copy.pdf"}}, {{path: "file:///etc/hostname"}}]}}
quotations:
  - {{id: q, text: The tide, citations: [{{source: log, images: [i]}}]}}
images:
  - {{id: i, url: "{address}/scan.png"}}
  - {{id: j, path: "file:///etc/hostname"}}
"""
PAGE = """<!doctype html><link rel=stylesheet href="{address}/a.css"><link rel=canonical href="{address}/p"><base href="{address}/">
<script src="{address}/a.js"></script><img src="{address}/a.png"><iframe src="{address}/f"></iframe><object data="file:///etc/hostname"></object>
<p>The tide turned at six. <a href="{address}/log">(Log, Holm, 1871, p. 2)</a></p>"""


def test_nothing_is_fetched(tmp_path: Path) -> None:
    hits: list[object] = []
    server = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(target=_count, args=(server, hits), daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.getsockname()[1]}"
    for name in ("a.pincite.yaml", "b.md"):
        text = REMOTE.format(address=address)
        (tmp_path / name).write_text(
            f"---\n{text}---\n\n![A]({address}/b.png)\n" if name == "b.md" else text, "utf-8"
        )
    (tmp_path / "page.html").write_text(PAGE.format(address=address), "utf-8")
    (tmp_path / "ok.pincite.yaml").write_text(
        re.sub(r"(?m)^(\$schema|\"@context\"|catalogues).*\n", "", REMOTE.format(address=address)), "utf-8"
    )
    for arguments in (
        ("check", "--select", "ALL", "."),
        ("verify", "--no-cache", "ok.pincite.yaml"),
        ("convert", "page.html"),
        ("convert", "ok.pincite.yaml", "--to", "html"),
        ("convert", "ok.pincite.yaml", "--to", "json-ld"),
        ("pin", "ok.pincite.yaml"),
    ):
        done = subprocess.run(
            [sys.executable, "-c", REACHING, *arguments], cwd=tmp_path, env=Pincite.environment(USUAL),
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        assert "reached" not in done.stderr, done.stderr
    server.close()
    assert hits == []


def test_what_is_fetched_would_be_noticed() -> None:
    script = (
        REACHING.rpartition("from pincite")[0]
        + "import socket\nsocket.getaddrinfo('127.0.0.1', 9)\nopen('/etc/hostname', 'a').close\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr.count("reached") >= 1


def _count(server: socket.socket, hits: list[object]) -> None:
    while True:
        try:
            connection, _ = server.accept()
        except OSError:
            return
        hits.append(connection)
        connection.close()


# --- a terminal: row 14 -----------------------------------------------------------------------------------------------

PAYLOADS = (
    "\x1b]8;;http://evil.example\x07here\x1b]8;;\x07", "\x1b]52;c;ZXZpbA==\x07", "\x1b[2J\x1b[H", "\x9b31m", "\u202eevil", "\u2066x\u2069",
    "\x1b]0;title\x07", "\x08\x08\x08", "\x7f", "a\rb", "\u200f", "\x1bP+q544e\x1b\\", "\x1b[6n",
)  # fmt: skip
UNSAFE = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no such terminals")
@pytest.mark.parametrize("command", ["check", "explain", "convert", "verify"])
def test_a_terminal_gets_no_byte_of_a_document_that_it_obeys(command: str, tmp_path: Path) -> None:
    evil = "".join(PAYLOADS)
    sources = [
        {"id": f"s{evil}{number}", "type": one, "title": one, "date": one}
        for number, one in enumerate(PAYLOADS)
    ]
    document = {
        "pincite": "1.0", f"x{evil}": evil, "article": {"title": evil, "language": evil, "url": evil, "text": {"content": evil}},
        "sources": sources, "quotations": [{"id": evil, "text": evil, "citations": [{"source": evil, "raw": evil}]}],
    }  # fmt: skip
    (tmp_path / "a.pincite.json").write_text(json.dumps(document), "utf-8")
    (tmp_path / "b.txt").write_text(
        f"The {evil} clock\n\n“Tide {evil} turned” (Log {evil}, Holm, 1871, p. 9-2) (IMG{{{evil}}})\n",
        "utf-8",
        newline="",
    )
    arguments = {
        "check": ("check", "--select", "ALL", "a.pincite.json", "b.txt"),
        "explain": ("explain", evil.replace("\0", "")),
        "convert": ("convert", "b.txt", "--explain"),
        "verify": ("verify", "--quote", evil, "--in", "b.txt"),
    }[command]
    text = COLOURS.sub("", _on_a_terminal(arguments, tmp_path))
    assert len(text) > 20
    assert UNSAFE.search(text) is None, text


def _on_a_terminal(arguments: tuple[str, ...], folder: Path) -> str:
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [*RUN, *arguments],
        cwd=folder,
        env=Pincite.environment(USUAL),
        stdin=inner,
        stdout=inner,
        stderr=inner,
    )
    os.close(inner)
    parts = []
    while True:
        try:
            part = os.read(outer, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        parts.append(part)
    os.close(outer)
    process.wait(60)
    return b"".join(parts).decode("utf-8")


# --- a configuration that came with the files: row 30 -----------------------------------------------------------------

CONFIGURED = (
    'command = "touch owned"', 'hooks = ["touch owned"]', 'plugins = ["os"]', 'schema = "http://127.0.0.1:9/x"', 'extends = "/etc/hostname"',
    'baseline = "/etc/hostname"', 'baseline = "../outside.json"', 'citation-styles = ["../outside.yaml"]', 'citation-styles = ["/etc/hostname"]',
    'output = "/tmp/owned"', 'cache = "owned"', 'exclude = ["[", "**/**/**/**/**"]', 'select = ["__import__"]',
)  # fmt: skip


@pytest.mark.parametrize("line", CONFIGURED if FULL else CONFIGURED[::3])
def test_a_configuration_runs_nothing_and_leads_nowhere_outside(line: str, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    (tmp_path / "outside.json").write_text("SECRET: [", "utf-8")
    (tmp_path / "outside.yaml").write_text("SECRET: [", "utf-8")
    (desk / "pincite.toml").write_text(f"{line}\n", "utf-8")
    (desk / "a.txt").write_text("The harbour clock\n\n“Tide” (Log, Holm, 1871, p. 9-2)\n", "utf-8")
    before = sorted(tmp_path.rglob("*"))
    done = subprocess.run(
        [sys.executable, "-c", REACHING, "check", "."], cwd=desk, env=Pincite.environment(USUAL),
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode in {0, 1, 2}
    assert "Traceback" not in done.stderr
    assert "reached" not in done.stderr, done.stderr
    assert "SECRET" not in done.stdout + done.stderr
    assert sorted(tmp_path.rglob("*")) == before
