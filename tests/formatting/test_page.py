"""The page about formatting shows what formatting does."""

from __future__ import annotations

import re
from pathlib import Path

from pincite.formatting.formatted import formatted

PAGE = Path(__file__).resolve().parents[2] / "docs" / "fmt.md"


def test_the_document_shown_becomes_the_other() -> None:
    before, after, *_ = re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert formatted("a.pincite.yaml", before.encode()).draft.after.decode() == after
