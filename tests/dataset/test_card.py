"""The card of a dataset: read by people, and by the programs that people have."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, cast
from xml.etree import ElementTree as ET

import pytest
import yaml
from bibtexparser.entrypoint import parse_string

from pincite import __version__

pytest.importorskip("pyarrow")

import pincite.dataset
from pincite.dataset.about import About
from pincite.dataset.describing import croissant, datapackage, ro_crate
from pincite.dataset.describing.card.citing import citation_file
from pincite.dataset.describing.card.front_matter import front_matter
from pincite.dataset.describing.card.making import making
from pincite.dataset.describing.card.page import page as page_of
from pincite.dataset.describing.escaping import plain
from pincite.dataset.describing.facts import Facts
from pincite.dataset.describing.plots import plots
from pincite.dataset.describing.svg import WIDTH, Axes, Bar, columns, rows
from pincite.dataset.package.manifest import read_manifest
from pincite.dataset.statistics.findings import FindingCount
from pincite.dataset.statistics.gathering import Statistics, statistics_of
from pincite.dataset.statistics.tallies import Spread, Tally
from pincite.dataset.tables import TABLES
from tests.dataset.bells import BELLS, built
from tests.dataset.test_card_escaping import HOSTILE, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.json_value import JsonObject

GOLDEN = Path(__file__).parent / "golden"
ABOUT = About(
    "bells",
    "Bells & clocks",
    "What ringers wrote. In two lines.",
    "1.2",
    "CC-BY-4.0",
    ("Mara Quay", "Harbour Society"),
    "https://example.org/bells",
    "10.5555/bells",
    "2026-05-01",
)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def bells(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dataset of the bells, which no test changes."""
    return built(tmp_path_factory.mktemp("card") / "bells", about=ABOUT)


@pytest.fixture(scope="module")
def figures(bells: Path) -> Statistics:
    return statistics_of(bells)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a dataset that says something harmful wherever it can."""
    documents = [
        {
            "pincite": "1.0",
            "id": f"https://example.org/{number}",
            "article": {"title": text or "-"},
            "sources": [
                {
                    "id": "s",
                    "type": "book",
                    "title": text or "-",
                    "authors": [{"literal": text or "-"}],
                    "date": "1900",
                }
            ],
            "quotations": [{"id": "q", "text": text or "-", "citations": [{"source": "s"}]}],
        }
        for number, text in enumerate(HOSTILE)
    ]
    everything = " ".join(HOSTILE)
    about = About(
        everything, everything, everything, everything, everything, HOSTILE, everything, everything, "x|y"
    )
    place = tmp_path_factory.mktemp("hostile") / "out"
    return built(place, [cast("JsonObject", one) for one in documents], about)


def parts(folder: Path) -> tuple[JsonObject, str]:
    """Return the front matter of a card and its page."""
    _, front, page = (folder / "README.md").read_text("utf-8").split("---\n", 2)
    return cast("JsonObject", yaml.safe_load(front)), page


def block(folder: Path, language: str) -> str:
    """Return the block of code in a language."""
    found = re.search(rf"^```{language}\n(.*?)^```$", parts(folder)[1], re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def test_the_card_of_a_small_dataset(bells: Path, *, update: bool) -> None:
    card = (bells / "README.md").read_text("utf-8").partition("## Tables")[0]
    card = re.sub(r"`[0-9a-f]{64}`", "`…`", card).replace(f"pincite {__version__}", "pincite VERSION")
    golden = GOLDEN / "bells-card.expected"
    if update:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(card, "utf-8")
    assert card == golden.read_text("utf-8")


def test_all_that_is_written_is_among_the_checksums(bells: Path) -> None:
    sums = (bells / "SHA256SUMS").read_text("utf-8")
    for path in ("README.md", "CITATION.cff", "plots/coverage.svg", "plots/quotations-per-article.svg"):
        assert f"  {path}\n" in sums


def test_all_columns_of_all_tables_are_told(bells: Path) -> None:
    page = parts(bells)[1].partition("## Tables")[2]
    for table in TABLES:
        _, _, told = page.partition(f"### {table.name}\n")
        for column in table.columns:
            assert f"| `{column.name}` | " in told.partition("###")[0]


def test_what_can_be_loaded_is_there(bells: Path) -> None:
    configurations = cast("list[dict[str, object]]", parts(bells)[0]["configs"])
    assert [one["config_name"] for one in configurations] == [one.name for one in TABLES]
    assert [one["config_name"] for one in configurations if "default" in one] == ["quotations"]
    for one in configurations:
        assert (bells / str(one["data_files"])).is_file()


def test_the_sql_of_the_card_counts_citations(
    bells: Path, figures: Statistics, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(bells)
    found = duckdb.sql(block(bells, "sql")).fetchall()
    assert found == [(one.title, one.citations) for one in figures.cited]


def test_python_loads_what_the_card_names(
    bells: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY"):
        monkeypatch.setenv(name, "1")  # before the library is imported, which reads them then
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    library = pytest.importorskip("datasets")
    monkeypatch.setattr(library.config, "HF_DATASETS_CACHE", tmp_path / "cache")
    library.disable_progress_bars()
    names: dict[str, object] = {}
    code = block(bells, "python").replace("path/to/this/folder", str(bells))
    # the quotations of pandas and of datasets have one name on the card
    exec(code.replace("quotations = pandas", "frame = pandas"), names)  # noqa: S102 - what the card tells people to run
    assert [len(names[name]) for name in ("frame", "quotations", "documents")] == [6, 6, 3]  # type: ignore[arg-type]  # they have
    assert library.get_dataset_config_names(str(bells)) == [one.name for one in TABLES]
    assert isinstance(names["dataset"], pincite.dataset.Dataset)


def test_no_word_of_a_document_does_anything_on_the_page(hostile: Path) -> None:
    front, page = parts(hostile)
    assert front["pretty_name"] == plain(" ".join(HOSTILE))
    assert (front["license"], front["license_name"]) == ("other", plain(" ".join(HOSTILE)))
    figures = statistics_of(hostile)
    assert figures.counts["articles"] > 20
    for one in figures.cited[:10]:
        assert plain(f"{'; '.join(one.authors)}, {one.title}")[:60] in " ".join(shown(page)[0].split())
    assert_harmless(page, len(list((hostile / "plots").iterdir())), links=1)


def test_no_value_of_a_table_does_anything_on_the_page(bells: Path, figures: Statistics) -> None:
    tallies = {name: Tally() for name in figures.tallies}
    for name, tally in tallies.items():
        for text in HOSTILE if name.partition(".")[2] not in {"decade", "century"} else ():
            tally.add(text, 1)
    findings = tuple(FindingCount(text, text, text, 1) for text in HOSTILE)
    harmful = figures._replace(tallies=tallies, findings=findings)
    shown_plots = list(plots(harmful))
    for one in shown_plots:
        assert list(drawn(one.svg))
    card = page_of(Facts(bells, ABOUT, {}, figures.counts, ()), harmful, shown_plots)
    _, front, page = card.split("---\n", 2)
    assert yaml.safe_load(front)["pretty_name"] == ABOUT.title
    assert_harmless(page, len(shown_plots), links=3)


def assert_harmless(page: str, images: int, links: int) -> None:
    elements = shown(page)[1]
    assert set(elements) <= {
        *("h1", "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "blockquote"),
        *("code", "pre", "code class", "strong", "em", "a href", "img src alt"),
    }
    assert page.count("](https://w3id.org/pincite)") == 1
    assert elements.count("a href") == links
    assert elements.count("img src alt") == images
    assert elements.count("h1") == 1


def test_no_word_leaves_its_field_of_a_citation(hostile: Path) -> None:
    library = parse_string(block(hostile, "bibtex"))
    assert (len(library.entries), library.failed_blocks) == (1, [])
    assert list(library.entries[0].fields_dict) == ["author", "title", "version", "url", "note"]
    data = yaml.safe_load((hostile / "CITATION.cff").read_text("utf-8"))
    assert data["title"] == plain(" ".join(HOSTILE))
    assert [one["name"] for one in data["authors"]] == [plain(one) for one in HOSTILE if one.strip()]
    assert sorted(data) == ["abstract", "authors", "cff-version", "message", "title", "type", "version"]


def test_a_citation_file_needs_a_title_and_a_creator() -> None:
    whole = citation_file(ABOUT)
    assert whole is not None
    assert yaml.safe_load(whole) == {
        "cff-version": "1.2.0",
        "message": "If you use this dataset, please cite it as below.",
        "type": "dataset",
        "title": "Bells & clocks",
        "authors": [{"name": "Mara Quay"}, {"name": "Harbour Society"}],
        "abstract": "What ringers wrote. In two lines.",
        "version": "1.2",
        "date-released": "2026-05-01",
        "doi": "10.5555/bells",
        "url": "https://example.org/bells",
    }
    assert citation_file(ABOUT._replace(title=" ")) is None
    assert citation_file(ABOUT._replace(creators=())) is None


def test_what_a_dataset_does_not_say_is_said(tmp_path: Path) -> None:
    page = parts(built(tmp_path / "out", BELLS[:1]))[1]
    assert "names no creators, no title, no date and no version." in page
    assert "(`--creator`, `--title`, `--date`, `--dataset-version`)" in page
    assert "**The dataset as such has no licence**" in page
    assert not (tmp_path / "out" / "CITATION.cff").exists()


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ({}, "Mara Quay; Harbour Society (2026). Bells &amp; clocks (version 1.2). Data set. <https://doi.org/10.5555/bells>"),
        ({"doi": ""}, "(version 1.2). Data set. <https://example.org/bells>"),
        ({"title": "", "name": ""}, "Mara Quay; Harbour Society (2026). Pincite dataset (version 1.2). Data set."),
        ({"creators": ("organization:",)}, "Without a name (2026). Bells &amp; clocks (version 1.2). Data set."),
        ({"creators": ("Organisation: Harbour Society",)}, "Harbour Society (2026). Bells"),
    ],
)  # fmt: skip
def test_a_citation_says_what_is_known(
    bells: Path, figures: Statistics, about: dict[str, object], words: str
) -> None:
    facts = Facts(bells, ABOUT._replace(**about), {}, figures.counts, ())  # type: ignore[arg-type]  # as it has them
    assert f"\n> {words}" in page_of(facts, figures, []) or f" {words}\n" in page_of(facts, figures, [])


@pytest.mark.parametrize(
    ("made_with", "told"),
    [
        ({}, "to `pincite dataset build` (`--creator`, `--date`)."),
        ({"merge": {"datasets": 2}}, "to `pincite dataset merge` (`--creator`)."),
        ({"sample": {"seed": 0}}, "to `pincite dataset sample` (`--creator`)."),
        ({"split": {"seed": 0}}, "The parts of a split say what the whole says"),
    ],
)
def test_what_is_missing_is_given_to_the_command_that_made_it(
    bells: Path, figures: Statistics, made_with: dict[str, object], told: str
) -> None:
    facts = Facts(bells, ABOUT._replace(creators=(), date=""), made_with, figures.counts, ())
    page = page_of(facts, figures, [])
    assert "it names no creators and no date.\n" in page
    assert told in page


def test_an_organization_is_one_everywhere(bells: Path, figures: Statistics) -> None:
    about = ABOUT._replace(creators=("Mara Quay", "organization: Harbour Society"))
    facts = Facts(bells, about, {}, figures.counts, read_manifest(bells).files)
    texts = {path: text for one in (croissant, datapackage, ro_crate) for path, text in one.files(facts)}
    assert json.loads(texts["croissant.json"])["creator"] == [
        {"@type": "sc:Person", "name": "Mara Quay"},
        {"@type": "sc:Organization", "name": "Harbour Society"},
    ]
    assert [one["title"] for one in json.loads(texts["datapackage.json"])["contributors"]] == [
        "Mara Quay",
        "Harbour Society",
    ]
    graph = json.loads(texts["ro-crate-metadata.json"])["@graph"]
    assert [one["@type"] for one in graph if one["@id"].startswith("#creator")] == ["Person", "Organization"]
    assert citation_file(about) == citation_file(ABOUT)
    told = "".join((page_of(facts, figures, []), *texts.values()))
    assert "organization:" not in told


def test_a_dataset_of_nothing_has_a_card(tmp_path: Path) -> None:
    folder = built(tmp_path / "out", [{"pincite": "1.0"}])
    front, page = parts(folder)
    assert "configs" not in front
    assert front["size_categories"] == ["n<1K"]
    assert "![" not in page
    assert "## Coverage" not in page
    assert not (folder / "plots").exists()
    assert "| error | <code>PIN" in page


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("", {"license": "unknown"}),
        ("CC-BY-4.0", {"license": "cc-by-4.0"}),
        ("ODbL-1.0", {"license": "odbl"}),
        ("CC0-1.0 OR MIT", {"license": "other", "license_name": "CC0-1.0 OR MIT"}),
        ("a: [b", {"license": "other", "license_name": "a: [b"}),
    ],
)
def test_licences_are_told_as_hugging_face_calls_them(
    given: str, told: JsonObject, figures: Statistics
) -> None:
    lines = [line for line in front_matter(ABOUT._replace(license=given), figures) if line != "---"]
    found = yaml.safe_load("\n".join(lines))
    assert {name: found[name] for name in found if name.startswith("license")} == told
    assert found["language"] == ["en", "fr"]


@pytest.mark.parametrize(
    ("articles", "told"),
    [(0, "n<1K"), (999, "n<1K"), (1000, "1K<n<10K"), (10**6, "1M<n<10M"), (10**12, "n>1T"), (10**15, "n>1T")],
)
def test_sizes_are_told_in_classes(articles: int, told: str, figures: Statistics) -> None:
    many = figures._replace(counts={**figures.counts, "articles": articles})
    assert f'- "{told}"' in list(front_matter(ABOUT, many))


@pytest.mark.parametrize(
    ("made_with", "told"),
    [
        ({"policy": {"quotations": "excerpt", "excerpt": 40}}, "cut to <code>40</code> characters"),
        ({"policy": {"images": "hash"}}, "No picture's file is here"),
        ({"policy": ["?"]}, "pincite 0"),
        ({"rules": False, "leave_out": None}, "by the schema alone. None was left out"),
        ({"rules": True, "leave_out": "warning", "select": ["PIN1"], "ignore": ["PIN103"]},
         "(these alone: <code>PIN1</code>; all but these: <code>PIN103</code>). Those with findings from <code>warning</code>"),
        ({"verify": True}, "`verdict` says what was found"),
        ({"from": [{"name": "a|b", "version": "2", "manifest_sha256": "0f"}, "?"]},
         "made of another: <code>a&#124;b 2</code>, the one whose manifest has the SHA-256 <code>0f</code>. It has all"),
        ({"sample": {"seed": 3, "by": "<b>"}}, '- <code>sample</code>: <code>{"by": "&lt;b&gt;", "seed": 3}</code>'),
    ],
)  # fmt: skip
def test_how_it_was_made_is_told_in_words(made_with: dict[str, object], told: str) -> None:
    assert told in "\n".join(making(made_with))


def drawn(svg: str) -> Iterator[ET.Element]:
    root = ET.fromstring(svg)  # noqa: S314 - made here
    assert root.attrib["role"] == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert "prefers-color-scheme:dark" in svg
    allowed = {"class", "x", "y", "width", "height", "rx", "text-anchor", "d", "id"}
    for one in root:
        assert one.tag.removeprefix(SVG) in {"title", "desc", "style", "rect", "text", "path"}
        assert (len(one), set(one.attrib) - allowed) == (0, set())
        assert not re.search(r"url\(|@import", one.text or "") or one.tag != f"{SVG}style"
    yield from root


def test_plots_say_in_words_what_they_show(bells: Path, figures: Statistics) -> None:
    found = list(plots(figures))
    names = ("coverage", "sources-by-type", "sources-by-time", "quotations-per-article")
    assert [one.path for one in found] == [f"plots/{name}.svg" for name in names]
    assert len(list((bells / "plots").iterdir())) == len(names)
    for one in found:
        assert (bells / one.path).read_text("utf-8") == one.svg
        title, described, *_ = drawn(one.svg)
        assert (title.text, described.text) == (one.heading, one.words)
    assert found[1].words == "book: 2; letter: 1; series: 1"
    assert found[2].words == "1880s: 1; 1890s: 1; 2 of 4 sources; the others have no date within one decade"
    assert found[3].words == "1: 2; 3–4: 1"


@pytest.mark.parametrize("draw", [rows, columns])
@pytest.mark.parametrize("number", [0, 1, 24])
def test_bars_stay_in_their_chart(draw: object, number: int) -> None:
    bars = [Bar(f"<b>&{'x' * 90}", place * 7, f"{place * 7:,}") for place in range(number)]
    svg = draw("A <heading>", bars)  # type: ignore[operator]  # one of two
    boxes = [one for one in drawn(svg) if one.tag == f"{SVG}rect"]
    assert len(boxes) == number + 1
    height = float(boxes[0].attrib["height"]) + 1
    for one in boxes:
        x, y, width, high = (float(one.attrib[name]) for name in ("x", "y", "width", "height"))
        assert x >= 0 <= y
        assert (x + width <= WIDTH, y + high <= height) == (True, True)


def test_times_are_centuries_where_decades_are_too_many(figures: Statistics) -> None:
    tally = figures.tallies["sources.decade"]
    far = {**figures.tallies, "sources.decade": type(tally)(), "sources.century": type(tally)()}
    for year in (-50, 1500, 1990):
        far["sources.decade"].add(str(year), 1)
        far["sources.century"].add(str(year // 100 * 100), 1)
    words = {one.heading: one.words for one in plots(figures._replace(tallies=far))}
    assert words["Sources by century"] == (
        "-100s: 1; 1500s: 1; 1900s: 1; 3 of 4 sources; the others have no date within one century"
    )
    far["sources.century"].add("-5000", 1)
    early = {one.heading: one.words for one in plots(figures._replace(tallies=far))}
    assert early["Sources by century"].endswith(
        "3 of 4 sources; the others have no date within one century, or one before these"
    )
    all_dated = figures._replace(tallies=far, counts={**figures.counts, "sources": 3})
    assert {one.heading: one.words for one in plots(all_dated)}["Sources by century"].endswith("1900s: 1")


def test_columns_name_their_axes_and_are_as_wide_as_they_must(figures: Statistics) -> None:
    found = {one.heading: one.svg for one in plots(figures)}
    svg = found["Articles by their number of quotations"]
    words = [one.text for one in drawn(svg) if one.tag == f"{SVG}text"]
    assert words[:2] == ["Articles by their number of quotations", "articles"]
    assert words[-1] == "quotations in an article"
    widths = {name: int(ET.fromstring(one).attrib["width"]) for name, one in found.items()}  # noqa: S314 - made here
    assert widths["Coverage"] == WIDTH
    assert 2 * widths["Articles by their number of quotations"] <= WIDTH + 100
    many = ET.fromstring(columns("Many", [Bar("a", 1, "1")] * 24, Axes("across", "up", "some " * 30)))  # noqa: S314 - as above
    assert int(many.attrib["width"]) <= WIDTH


def test_classes_go_no_farther_than_the_numbers(figures: Statistics) -> None:
    spread = Spread()
    for value in (4, 4, 7, 12):
        spread.add(value, 1)
    found = list(plots(figures._replace(spreads={**figures.spreads, "articles.quotations": spread})))
    assert found[-1].words == "4: 2; 5–9: 1; 10–12: 1"


def test_a_share_of_none_is_told_in_words(figures: Statistics) -> None:
    name = "quotations_verified"
    none = {**figures.coverage, name: figures.coverage[name]._replace(part=0)}
    words = next(plots(figures._replace(coverage=none))).words
    assert "quotations held against their sources: 0%; " in words
