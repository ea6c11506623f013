"""What ``pincite check`` finds in a document, and what it is asked to pass over, is the same when it is formatted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from pincite.checker import check_paths
from pincite.editing.edits import EditingError
from pincite.formatting.formatted import formatted
from pincite.reading.files import SUFFIXES
from pincite.reading.markdown.front_matter import is_annotated, is_markdown
from pincite.settings.run import Settings

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = sorted(
    path
    for path in [*(ROOT / "tests" / "cases").iterdir(), ROOT / "examples", ROOT / "schema" / "suite"]
    if path.is_dir()
)
BY_ORDER = {"fail-order-of-the-file.pincite.yaml"}
"""Files whose findings say which of two things stands first."""


def findings(contents: dict[str, bytes]) -> Counter[tuple[str, ...]]:
    report = check_paths(sorted(contents), None, Settings(isolated=True), None, contents, cache=None, jobs=1)
    told: Counter[tuple[str, ...]] = Counter(
        (one.path, one.code, one.message, one.hint or "", one.pointer or "") for one in report.findings
    )
    told["ignored",] = report.ignored
    return told


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_findings_are_the_same(folder: Path) -> None:
    refused: list[str] = []
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        if path.name in BY_ORDER or not (
            path.name.endswith(SUFFIXES) or (is_markdown(path.name) and is_annotated(str(path)))
        ):
            continue
        content = path.read_bytes()
        try:
            draft = formatted(str(path), content).draft
        except EditingError as error:
            refused.append(str(error))
            continue
        if draft.differs:
            before[str(path)], after[str(path)] = content, draft.after
            assert not formatted(str(path), draft.after).draft.differs
    assert findings(before) == findings(after)
    assert [one for one in refused if "holds no object" not in one] == []
