"""How long an editor waits for findings after a key is hit, and for answers while a large document is judged.

An editor of our own talks with ``pincite lsp`` over real pipes. For each syntax it opens a document and types: one character
in a text, in a date, in the name of a member, which breaks the structure, in an id that is named, and each of them away again.
It waits for the findings of each edit, and a little longer before the next one. Beside the wait stands the processor time that
the server has taken for it (Linux): on a machine that does other things, that is the figure to trust.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple, cast

from benchmarks.generate import as_json, as_yaml
from benchmarks.synthetic import article
from benchmarks.words import Dice
from pincite.editor.texts import Text
from pincite.export import write
from tests.editor.client import lsp_client

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pincite.model.format import DocumentData
    from tests.language_client import LanguageClient

PAUSE = 0.05
"""Seconds between the findings of one edit and the next one."""
BAR = 50.0
"""Milliseconds that an editor may wait in a document of 100 KB."""


def as_markdown(document: dict[str, object]) -> str:
    """Return the document as annotated Markdown."""
    return write(cast("DocumentData", document), "markdown")


SYNTAXES: dict[str, tuple[str, Callable[[dict[str, object]], str]]] = {
    "yaml": (".pincite.yaml", as_yaml),
    "json": (".pincite.json", as_json),
    "markdown": (".md", as_markdown),
}


class Key(NamedTuple):
    """A key that is hit: where, as a pattern, and the character that comes there; *cuts* is how many give way to it."""

    name: str
    pattern: str
    character: str
    cuts: int = 0


KEYS = (
    Key("text", r"(?<=[a-z])(?= [a-z]+ [a-z]+ [a-z]+)", "x"),
    Key("date", r"(?<=date: ')[0-9]|(?<=date: \")[0-9]|(?<=\"date\": \")[0-9]", "X", 1),
    Key("member", r"(?<=\bpublis)h(?=er)", "", 1),
    Key("named id", r"(?<=source: )[a-z](?=[a-z])|(?<=\"source\": \")[a-z](?=[a-z])|(?<=\[@)[a-z]", "z", 1),
    Key("broken", r"(?<=[a-z])(?=: \[?\{?[a-z])|(?<=\": )(?=\")", "]"),
)


def sized(size: int, written: Callable[[dict[str, object]], str]) -> str:
    """Return a document of about this many bytes."""
    number = 20
    while True:
        text = written(article("article", number, blocks=False))
        if abs(len(text.encode()) - size) <= size // 20:
            return text
        number = max(3, round(number * size / len(text.encode())))


def typed(text: str, number: int, dice: Dice) -> Iterator[tuple[str, int, int, str]]:
    """Yield edits with the name of their key: offsets that give way, and what comes there; each is undone by the next."""
    places = {key: [found.start() for found in re.finditer(key.pattern, text)] for key in KEYS}
    for turn in range(number // 2):
        key = KEYS[turn % len(KEYS)]
        at = places[key][dice.between(0, len(places[key]) - 1)]
        yield key.name, at, at + key.cuts, key.character
        yield key.name, at, at + len(key.character), text[at : at + key.cuts]


class Cost(NamedTuple):
    """What an edit cost in milliseconds: the wait for its findings, and the processor time of the server."""

    wait: float
    processor: float


def processor_time(process: int) -> float:
    """Return the seconds of processor time that a process has taken so far; 0 where the system does not tell."""
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return sum(int((one / "schedstat").read_text("ascii").split()[0]) for one in tasks) / 1e9
    except (OSError, ValueError):
        return 0.0


def measured(client: LanguageClient, uri: str, text: str, number: int) -> dict[str, list[Cost]]:
    """Return what each edit cost, by the key that was hit."""
    state = Text(text)
    costs: dict[str, list[Cost]] = {}
    for version, (name, start, end, new) in enumerate(typed(text, number, Dice("keys")), 2):
        where = state.range(start, end)
        place = {
            side: {"line": at.line, "character": at.character}
            for side, at in (("start", where.start), ("end", where.end))
        }
        state = state.changed(where, new)
        time.sleep(PAUSE)
        before, begun = processor_time(client.process.pid), time.perf_counter()
        client.change(uri, version, {"range": place, "text": new})
        client.diagnostics(uri, version)
        wait = time.perf_counter() - begun
        taken = processor_time(client.process.pid) - before
        costs.setdefault(name, []).append(Cost(1000 * wait, 1000 * taken))
    return costs


def answered(client: LanguageClient, uri: str, text: str) -> list[Cost]:
    """Return what a question costs which needs no reading, while a document is judged all the time."""
    waits = []
    for version in range(2, 22):
        client.change(uri, version, {"text": f"{text}\n# {version}\n"})
        time.sleep(0.03)
        begun = time.perf_counter()
        client.answer(client.ask("no/such/method"))
        waits.append(Cost(1000 * (time.perf_counter() - begun), 0.0))
    return waits


def row(name: str, costs: list[Cost]) -> str:
    """Return a line of the table: median, ninth decile and longest of both."""
    figures = [
        f"{median(each):8.1f} {quantiles(each, n=10)[8]:8.1f} {max(each):8.1f}"
        for each in zip(*costs, strict=True)
    ]
    return f"{name:24} {len(costs):5}  {'   '.join(figures)}"


def main() -> int:
    """Measure and print; the outcome is a report and never a verdict for a script."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.editor", description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, help="bytes of each document (%(default)s)")
    parser.add_argument("--edits", type=int, default=50, help="edits of each document (%(default)s)")
    parser.add_argument(
        "--large", type=int, default=1_000_000, help="bytes of the large document (%(default)s)"
    )
    parser.add_argument("--only", choices=sorted(SYNTAXES), help="measure this syntax only")
    options = parser.parse_args()
    heads = f"{'median':>8} {'p90':>8} {'longest':>8}"
    print(f"{'':24} {'':5}  {'wait, ms':28}  processor time, ms")
    print(f"{'':24} {'edits':>5}  {heads}   {heads}")
    with TemporaryDirectory() as folder:
        for name, (suffix, written) in SYNTAXES.items():
            if options.only not in {None, name}:
                continue
            text = sized(options.size, written)
            with lsp_client() as client:
                client.initialize()
                uri = client.open((Path(folder) / f"article{suffix}").as_uri(), text)
                client.diagnostics(uri, 1)
                costs = measured(client, uri, text, options.edits)
                client.shut_down()
            print(
                row(f"{name}, {len(text.encode()):,} bytes", [one for each in costs.values() for one in each])
            )
            for key, each in costs.items():
                print(row(f"  {key}", each))
        text = sized(options.large, as_yaml)
        with lsp_client() as client:
            client.initialize()
            uri = client.open((Path(folder) / "large.pincite.yaml").as_uri(), text)
            client.diagnostics(uri, 1)
            print(row(f"answers, {len(text.encode()):,} bytes", answered(client, uri, text)))
            client.shut_down()
    print(f"bar: median and p90 under {BAR:.0f} ms for documents of 100 KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
