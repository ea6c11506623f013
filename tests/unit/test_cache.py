"""What is kept for later runs: never stale, never believed where it is damaged, and never in anybody's way."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import struct
import subprocess
import time
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import pincite
from pincite import cache as caching
from pincite import file_judging
from pincite.cache import entries, ledger, place, surroundings
from pincite.checker import check_paths
from pincite.model.finding import Finding, Place, Span
from pincite.model.outcome import Outcome
from pincite.reading import states, watch
from pincite.settings.baseline import Baseline
from pincite.settings.run import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pincite.model.report import Report

KEPT = ".kept"
CASES = Path(__file__).resolve().parents[1] / "cases" / "structure"
START = 'pincite: "1.0"\narticle:\n  title: The harbour clock\n  date: 1931-05-02\n'
FAULTY = f"{START}  text: {{content: The tide turned at six.}}\nquotations:\n  - {{id: q, text: The tide turned}}\n"


def png(width: int, height: int) -> bytes:
    """Return a black picture."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes((width + 1) * height))),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


PICTURE = png(2, 2)


@pytest.fixture(autouse=True)
def _everything_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setattr(caching, "WORTH_KEEPING", 0)
    monkeypatch.chdir(tmp_path)
    states._DIGESTS.clear()  # noqa: SLF001 - a test's files are as young as its process
    yield
    surroundings.digest.cache_clear()


def put(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def judged(settings: Settings | None = None) -> Report:
    return check_paths(["."], settings=settings)


def kept(settings: Settings | None = None) -> Report:
    return check_paths(["."], settings=settings, cache=KEPT)


def ledgers() -> list[Path]:
    return sorted(Path(KEPT).glob("check-*.txt"))


@pytest.fixture
def unjudged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the paths of files that are judged and not taken from what is kept."""
    seen: list[str] = []
    whole = file_judging.judge_file

    def noted(path: str, *given: object, **named: object) -> Outcome:
        seen.append(path)
        return whole(path, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(file_judging, "judge_file", noted)
    return seen


def several() -> None:
    """Put a few files with faults of many kinds in the working folder."""
    for name in ("six-misspelt-key", "six-two-at-once", "sound", "version-other-major", "six-wrong-type"):
        source = CASES / f"{name}.pincite.yaml"
        if source.exists():
            put(source.name, source.read_bytes())
    put("a.pincite.yaml", FAULTY)
    put("b.pincite.json", '{"pincite": "1.0", "article": {"title": "Lace \\ud83d"}}')
    put("c.pincite.jsonl", '{"pincite": "1.0", "article": {}}\n{broken\n')
    put("d.md", f"---\n{FAULTY}---\n\nThe tide turned at six.\n")
    put("g.pincite.yaml", SHARED)
    put("e.pincite.yaml", b"\xff\xfe")
    put("f.pincite.yaml", f"{FAULTY}# pincite: ignore[PIN101]\n")


def test_what_is_kept_is_what_was_found(unjudged: list[str]) -> None:
    several()
    plain = judged()
    assert len(plain.findings) > 10
    assert kept() == plain
    assert sorted(one.name for one in Path(KEPT).iterdir()) == sorted(
        [".gitignore", "CACHEDIR.TAG", *(one.name for one in ledgers())]
    )
    unjudged.clear()
    assert kept() == plain
    assert unjudged == []


def test_each_flipped_byte_leaves_the_findings_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.pincite.json", '{"pincite": "1.0", "article": {}}')
    put("b.pincite.json", '{"pincite": "1.0", "article": {"title": "Lace", "date": "soon"}}')
    plain = judged()
    kept()
    monkeypatch.setattr(ledger.Ledger, "write", lambda *_: None)
    [path] = ledgers()
    sound = path.read_bytes()
    dice = random.Random(1931)  # noqa: S311 - no secret
    for _ in range(1000):
        at = dice.randrange(len(sound))
        path.write_bytes(sound[:at] + bytes([sound[at] ^ (1 << dice.randrange(8))]) + sound[at + 1 :])
        assert kept() == plain, at


@pytest.mark.parametrize(
    "damage",
    [
        lambda sound: sound[: len(sound) // 2],
        lambda _: b"",
        lambda sound: sound * 2,
        lambda sound: sound.replace(b"\n", b"\r\n"),
        lambda sound: b"\n".join(sorted(sound.split(b"\n"))),
        lambda sound: sound.replace(b"PIN101", b"PIN102"),
        lambda _: b"\x00" * 4096,
        lambda sound: sound.replace(surroundings.FORMAT.encode(), b"pincite-check-999"),
    ],
    ids=["cut", "empty", "twice", "other-line-ends", "sorted", "a-lie", "zeros", "of-a-later-format"],
)
def test_a_ledger_that_is_damaged_is_written_anew(
    damage: Callable[[bytes], bytes], unjudged: list[str]
) -> None:
    several()
    plain = judged()
    kept()
    [path] = ledgers()
    path.write_bytes(damage(path.read_bytes()))
    assert kept() == plain
    unjudged.clear()
    assert kept() == plain
    assert unjudged == []


# --- what findings rest on

WITH_TEXT = f"{START}  text: {{path: text.txt}}\nquotations:\n  - {{id: q, text: The tide turned}}\n"
WITH_PICTURE = f"{START}images:\n  - {{id: dial, path: dial.png, width: 2, height: 2}}\n"
WITH_DIGEST = f"{WITH_PICTURE[:-2]}, sha256: {hashlib.sha256(PICTURE).hexdigest()}}}\n"
WITH_CATALOGUE = (
    f"{START}catalogues: [shared.yaml]\n"
    "quotations:\n  - {id: q, text: The tide turned, citations: [{source: tide-book}]}\n"
)
SHARED = 'pincite: "1.0"\narticle: {}\nsources:\n  - {id: tide-book, type: book, title: Tides}\n'
WITH_NOTHING = FAULTY


def link(name: str, target: str) -> None:
    Path(name).unlink(missing_ok=True)
    Path(name).symlink_to(target)


def folder_instead(name: str) -> None:
    Path(name).unlink()
    Path(name).mkdir()


def another_instead(name: str) -> None:
    put("other.txt", "No.")
    link(name, "other.txt")


def same_time_and_size(name: str, content: bytes) -> None:
    before = Path(name).stat()
    assert before.st_size == len(content)
    Path(name).write_bytes(content)
    os.utime(name, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, tuple[str, Callable[[], object]]] = {
    "a-text-is-changed": (WITH_TEXT, lambda: put("text.txt", "The tide fell at six.")),
    "a-text-goes": (WITH_TEXT, lambda: Path("text.txt").unlink()),
    "a-text-becomes-a-folder": (WITH_TEXT, lambda: folder_instead("text.txt")),
    "a-text-leads-elsewhere": (WITH_TEXT, lambda: link("text.txt", "/etc/hostname")),
    "a-text-is-another": (WITH_TEXT, lambda: another_instead("text.txt")),
    "a-text-of-the-same-size-and-time": (
        WITH_TEXT,
        lambda: same_time_and_size("text.txt", b"The tide burned at six."),
    ),
    "a-picture-is-changed": (WITH_PICTURE, lambda: put("dial.png", png(3, 2))),
    "a-picture-of-the-same-size-and-time": (
        WITH_PICTURE,
        lambda: same_time_and_size("dial.png", PICTURE[:-30] + bytes(30)),
    ),
    "a-picture-with-a-digest-is-changed": (WITH_DIGEST, lambda: put("dial.png", png(2, 3))),
    "a-picture-is-a-page": (WITH_PICTURE, lambda: put("dial.png", "<!doctype html><title>404</title>")),
    "a-picture-goes": (WITH_PICTURE, lambda: Path("dial.png").unlink()),
    "a-picture-is-called-otherwise": (WITH_PICTURE, lambda: Path("dial.png").rename("Dial.png")),
    "a-catalogue-is-changed": (WITH_CATALOGUE, lambda: put("shared.yaml", SHARED.replace("tide-", "bell-"))),
    "a-catalogue-goes": (WITH_CATALOGUE, lambda: Path("shared.yaml").unlink()),
    "a-catalogue-is-the-document": (WITH_CATALOGUE, lambda: link("shared.yaml", "a.pincite.yaml")),
    "a-catalogue-breaks": (WITH_CATALOGUE, lambda: put("shared.yaml", "pincite: [")),
    "the-document-is-changed": (WITH_NOTHING, lambda: put("a.pincite.yaml", START)),
    "the-document-goes": (WITH_NOTHING, lambda: Path("a.pincite.yaml").unlink()),
    "the-document-becomes-a-folder": (
        WITH_NOTHING,
        lambda: folder_instead("a.pincite.yaml"),
    ),
}


@pytest.mark.parametrize("recent", [True, False], ids=["just-written", "written-long-ago"])
@pytest.mark.parametrize("case", CHANGES)
def test_a_change_is_seen(
    case: str,
    recent: bool,  # noqa: FBT001 - a parameter of the test
    unjudged: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not recent:
        monkeypatch.setattr(states, "_RECENT", 0)
    document, change = CHANGES[case]
    put("a.pincite.yaml", document)
    put("text.txt", "The tide turned at six.")
    put("dial.png", PICTURE)
    put("shared.yaml", SHARED)
    files = ["a.pincite.yaml"]
    before = check_paths(files, cache=KEPT)
    unjudged.clear()
    assert check_paths(files, cache=KEPT) == before
    assert unjudged == []
    change()
    after = check_paths(files)
    assert after != before
    assert check_paths(files, cache=KEPT) == after
    assert check_paths(files, cache=KEPT) == after


@pytest.mark.parametrize(
    "document", [WITH_TEXT, WITH_PICTURE, WITH_CATALOGUE], ids=["text", "picture", "catalogue"]
)
def test_what_was_absent_and_is_there_is_seen(document: str) -> None:
    put("a.pincite.yaml", document)
    before = kept()
    put("text.txt", "The tide turned at six.")
    put("dial.png", PICTURE)
    put("shared.yaml", SHARED)
    assert kept() == judged() != before


def test_a_file_that_changes_while_it_is_judged_is_not_kept(
    monkeypatch: pytest.MonkeyPatch, unjudged: list[str]
) -> None:
    put("a.pincite.yaml", WITH_TEXT)
    put("text.txt", "The tide turned at six.")
    whole = file_judging.judge_file

    def meddled(path: str, *given: object, **named: object) -> Outcome:
        outcome = whole(path, *given, **named)  # type: ignore[arg-type]
        put(
            "text.txt", "The tide burned at six."
        )  # as long, and as likely as not in the same tick of the clock
        return outcome

    with monkeypatch.context() as here:
        here.setattr(file_judging, "judge_file", meddled)
        kept()
    unjudged.clear()
    assert kept() == judged()
    assert unjudged


def test_a_document_that_names_too_many_files_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "MAX_WATCHED", 2)
    images = "".join(f"  - {{id: i{number}, path: {number}.png}}\n" for number in range(4))
    put("a.pincite.yaml", f"{START}images:\n{images}")
    assert kept() == judged()
    assert ledgers() == []


def test_only_the_beginning_of_a_picture_counts_where_no_more_is_looked_at() -> None:
    put("a.pincite.yaml", f"{START}images:\n  - {{id: plan, path: plan.svg}}\n")
    put("plan.svg", "<svg xmlns='http://www.w3.org/2000/svg'>" + " " * 9000 + "</svg>")
    kept()
    [path] = ledgers()
    assert '{"plan.svg":"f' in path.read_text()


# --- settings, baselines and programs


@pytest.mark.parametrize(
    "config",
    [
        'ignore = ["PIN101"]',
        'select = ["PIN1"]',
        '[severity]\nPIN101 = "info"',
        '[per-file-ignores]\n"a.*" = ["PIN101"]',
        '[house.required]\nbook = ["isbn"]',
        'fail-on = "error"',
    ],
)
def test_other_settings_are_other_findings(config: str, unjudged: list[str]) -> None:
    several()
    first = kept(Settings())
    put("pincite.toml", config)
    plain = judged(Settings())
    assert plain != first
    assert kept(Settings()) == plain
    unjudged.clear()
    assert kept(Settings()) == plain
    Path("pincite.toml").unlink()
    assert kept(Settings()) == first
    assert unjudged == []


def test_a_baseline_is_counted_in_afterwards(unjudged: list[str]) -> None:
    several()
    recording = Baseline("known.json", recording=True)
    check_paths(["."], recording=recording)
    put("known.json", recording.text())
    put("a.pincite.yaml", FAULTY.replace("six.", "six, they say."))
    plain = judged(Settings(baseline="known.json"))
    assert plain.baselined > 10
    assert kept(Settings(baseline="known.json")) == plain
    unjudged.clear()
    assert kept(Settings(baseline="known.json")) == plain
    assert unjudged == ["c.pincite.jsonl"]  # a dataset is held against it record by record
    again = Baseline("again.json", recording=True)
    check_paths(["."], recording=again, cache=KEPT)
    anew = Baseline("anew.json", recording=True)
    check_paths(["."], recording=anew)
    assert again.text() == anew.text()


@pytest.mark.parametrize("what", ["version", "installed", "format", "files"])
def test_what_another_program_found_counts_for_nothing(
    what: str, monkeypatch: pytest.MonkeyPatch, unjudged: list[str]
) -> None:
    put("a.pincite.yaml", FAULTY)
    kept()
    surroundings.digest.cache_clear()
    if what == "version":
        monkeypatch.setattr(pincite, "__version__", "9999.0")
    elif what == "installed":
        monkeypatch.setattr(surroundings, "_installed", lambda: ["another-1.0.dist-info"])
    elif what == "format":
        monkeypatch.setattr(ledger, "FORMAT", "pincite-check-999")
    else:
        monkeypatch.setattr(surroundings, "_files", lambda _: ["rules/a.py 1 1"])
    unjudged.clear()
    assert kept() == judged()
    assert unjudged[0] == "a.pincite.yaml"


# --- the folder


def test_where_nothing_can_be_written_all_goes_on() -> None:
    several()
    put("file", "")
    plain = judged()
    for folder in ("file", "file/below", "n" * 300, "/proc/nothing", "nul\0"):
        assert check_paths(["."], cache=folder) == plain


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_must_not_be_written_to_is_left_alone() -> None:
    several()
    Path("shut").mkdir(mode=0o500)
    assert check_paths(["."], cache="shut") == judged()


def test_a_failure_to_write_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    several()

    def full(_from: str, _to: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert kept() == judged()
    assert list(Path(KEPT).iterdir()) == []


def test_a_ledger_has_a_largest_size(monkeypatch: pytest.MonkeyPatch, unjudged: list[str]) -> None:
    several()
    monkeypatch.setattr(ledger, "MAX_BYTES", 2000)
    plain = judged()
    assert kept() == plain
    [path] = ledgers()
    assert 500 < path.stat().st_size <= 2000
    unjudged.clear()
    assert kept() == plain
    assert 0 < len(unjudged) < len(plain.files)


def test_what_nobody_uses_is_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "MAX_FOLDER", 100_000)
    put("a.pincite.yaml", FAULTY)
    old = time.time() - 40 * 24 * 3600
    ours = {what: f"check-{what * 32}.txt" for what in "abc"}
    for name, size, age in (
        (ours["a"], 10, old),
        (ours["b"], 10, old + 20 * 24 * 3600),
        (ours["c"], 100_000, old + 20 * 24 * 3600 - 1),
        (".pincite-1-2", 10, old),
        ("check-list.txt", 10, old),
        (".pincite-notes", 10, old),
    ):
        os.utime(put(f"{KEPT}/{name}", bytes(size)), (age, age))
    kept()
    left = {path.name for path in Path(KEPT).iterdir()}
    assert len(left) == 4
    assert left > {ours["b"], "check-list.txt", ".pincite-notes"}


def test_what_others_wrote_meanwhile_stays(unjudged: list[str]) -> None:
    put("a.pincite.yaml", FAULTY)
    put("b.pincite.yaml", START)
    kept()
    shutil.copytree(KEPT, "before")
    here, there = caching.Cache(KEPT), caching.Cache(KEPT)
    for number, one in enumerate((here, there)):
        one.keep(f"{number:032}", "[]", 0)
        one.close()
    [path] = ledgers()
    assert len(path.read_bytes().splitlines()) == 5
    unjudged.clear()
    kept()
    assert unjudged == []


def test_little_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "WORTH_KEEPING", 10_000)
    put("a.pincite.yaml", FAULTY)
    kept()
    assert not Path(KEPT).exists()
    put("b.pincite.yaml", FAULTY + "#" * 10_000)
    kept()
    assert len(ledgers()) == 1


def test_the_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv(place.VARIABLE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert place.default_folder() == str(tmp_path / "pincite" / "check")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "/home/ada")
    assert place.default_folder() == "/home/ada/.cache/pincite/check"
    monkeypatch.setenv("HOME", "relative")
    assert place.default_folder() is None
    monkeypatch.setenv(place.VARIABLE, "here")
    assert place.default_folder() == "here"


# --- entries

FINDING = Finding(
    "a", "PIN101", "quotation-uncited", "warning", "m", None, "/q", Place(1, 2, 1, 3, "e", 4), Span(0, 1)
)


@pytest.mark.parametrize(
    "outcome",
    [
        Outcome(()),
        Outcome((FINDING, FINDING._replace(place=None, span=None, hint="h")), 1, 2, judged=True),
        Outcome((FINDING._replace(message="a\nb\0c\ud800d\u2028\U0001f600"),), words=("w\udfff",)),
        Outcome((FINDING,), words=(None,), ignored=3),
    ],
)
def test_an_entry_is_read_as_it_was_written(outcome: Outcome) -> None:
    text = entries.written(outcome, {"b.png": "w0"})
    assert text is not None
    assert text.isascii()
    assert "\n" not in text
    assert entries.read(text, "a") == (outcome, {"b.png": "w0"})


def test_halves_of_a_character_that_would_come_back_as_one_are_not_kept() -> None:
    assert entries.written(Outcome((FINDING._replace(message="\ud83d\ude00"),)), {}) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", "[[", "null", "[1,2,3,4,5,6,7,8]", "[" * 100_000])
def test_what_is_no_entry_is_none(text: str) -> None:
    assert entries.read(text, "a") is None


def test_nothing_is_ever_unpickled() -> None:
    package = Path(caching.__file__).parent
    done = subprocess.run(
        ["grep", "-rlE", "pickle|marshal|shelve|eval|exec", package, "--include=*.py"],
        capture_output=True,
        check=False,
    )
    assert done.stdout == b""
