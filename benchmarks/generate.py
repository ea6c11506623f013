"""Write the benchmark data: one article, many articles, a dataset and an alias bomb; the same files on every run."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import yaml

from benchmarks.bomb import alias_bomb
from benchmarks.faults import break_syntax, fault_of, with_fault
from benchmarks.synthetic import article, record
from benchmarks.words import Dice

# libyaml writes the same data about ten times faster than PyYAML's own emitter; layout may differ in details.
BaseDumper: type[yaml.SafeDumper] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
ONE_QUOTATIONS = 28
FEWEST, MOST = 4, 16
NO_WRAPPING = 1_000_000


class ArticleDumper(BaseDumper):  # type: ignore[misc, valid-type]  # chosen when the module is loaded
    """Writes YAML as a careful person would: no aliases, texts with line ends as literal blocks."""

    def ignore_aliases(self, data: object) -> bool:
        """Write equal objects in full at each place: the format has no aliases."""
        del data
        return True


def literal_if_long(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Represent a text, as a literal block if it has line ends."""
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


ArticleDumper.add_representer(str, literal_if_long)


def as_yaml(document: dict[str, object]) -> str:
    """Return the document as YAML, innermost objects and lists on one line."""
    text = yaml.dump(
        document,
        Dumper=ArticleDumper,
        sort_keys=False,
        allow_unicode=True,
        width=NO_WRAPPING,
        default_flow_style=None,
    )
    return str(text)


def as_json(document: dict[str, object]) -> str:
    """Return the document as JSON, one member a line."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def as_json_line(document: dict[str, object]) -> str:
    """Return the document as JSON on a single line."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n"


def numbered_article(number: int) -> tuple[str, dict[str, object], str | None]:
    """Return name, document and kind of fault of the article with this number, from 0."""
    name = f"article-{number + 1:05d}"
    quotations = Dice(f"length:{name}").between(FEWEST, MOST)
    kind = fault_of(number)
    document = article(name, quotations, blocks=number % 4 == 0)
    return name, with_fault(document, kind), kind


def save(path: Path, text: str) -> int:
    """Write a file with plain line ends and return its size in bytes."""
    data = text.encode("utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return len(data)


def write_one(out: Path) -> None:
    """Write the single valid article as YAML and as JSON."""
    document = article("article", ONE_QUOTATIONS, blocks=False)
    for suffix, text in (("yaml", as_yaml(document)), ("json", as_json(document))):
        size = save(out / "one" / f"article.pincite.{suffix}", text)
        print(f"one/article.pincite.{suffix}: {size:,} bytes, {ONE_QUOTATIONS} quotations")


def write_many(out: Path, count: int) -> None:
    """Write the folders of YAML and JSON articles and the list of their faults."""
    kinds: dict[str, str] = {}
    sizes = {"yaml": 0, "json": 0}
    for number in range(count):
        name, document, kind = numbered_article(number)
        for suffix, writer in (("yaml", as_yaml), ("json", as_json)):
            text = writer(document)
            if kind == "broken-syntax":
                text = break_syntax(text)
            sizes[suffix] += save(out / f"many-{suffix}" / f"{name}.pincite.{suffix}", text)
        if kind is not None:
            kinds[name] = kind
    save(out / "faults.json", json.dumps(kinds, indent=1) + "\n")
    for suffix, size in sizes.items():
        print(
            f"many-{suffix}/: {count:,} articles, {size:,} bytes, {len(kinds)} faulty (listed in faults.json)"
        )


def write_lines(out: Path, count: int) -> None:
    """Write the dataset: one article a line, faults as often as in the folders."""
    size = 0
    with (out / "many.pincite.jsonl").open("wb") as stream:
        for number in range(count):
            _, document, kind = numbered_article(number)
            line = as_json_line(document)
            size += stream.write((break_syntax(line) if kind == "broken-syntax" else line).encode("utf-8"))
    print(f"many.pincite.jsonl: {count:,} lines, {size:,} bytes")


def write_records(out: Path, count: int) -> None:
    """Write two datasets of small records, of which the first has a tenth of the lines of the second."""
    for name, lines in (("few", count // 10), ("records", count)):
        with (out / f"{name}.pincite.jsonl").open("wb") as stream:
            size = sum(stream.write(as_json_line(record(number)).encode("utf-8")) for number in range(lines))
        print(f"{name}.pincite.jsonl: {lines:,} lines, {size:,} bytes")


def write_long(out: Path, quotations: int) -> None:
    """Write the longest article."""
    size = save(out / "long" / "article.pincite.yaml", as_yaml(article("long", quotations)))
    print(f"long/article.pincite.yaml: {size:,} bytes, {quotations:,} quotations")


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--out",
        type=Path,
        default=Path(__file__).resolve().parent / "data",
        help="output folder (%(default)s)",
    )
    parser.add_argument("--count", type=int, default=1000, help="articles in each folder (%(default)s)")
    parser.add_argument(
        "--jsonl", type=int, default=5000, metavar="N", help="lines of the dataset (%(default)s)"
    )
    parser.add_argument(
        "--records", type=int, default=50_000, metavar="N", help="small records (%(default)s)"
    )
    parser.add_argument(
        "--long", type=int, default=3000, metavar="N", help="quotations of the longest article (%(default)s)"
    )
    return parser.parse_args()


def main() -> None:
    """Write everything into the output folder."""
    options = arguments()
    out: Path = options.out
    for folder in ("many-yaml", "many-json"):
        # A smaller run must not leave articles of a larger one behind.
        for stale in (out / folder).glob("article-*.pincite.*"):
            stale.unlink()
    write_one(out)
    write_many(out, options.count)
    write_lines(out, options.jsonl)
    write_records(out, options.records)
    write_long(out, options.long)
    print(f"bomb/bomb.pincite.yaml: {save(out / 'bomb' / 'bomb.pincite.yaml', alias_bomb()):,} bytes")


if __name__ == "__main__":
    main()
