"""Characters that no XML 1.0 text can carry, escaped or not (XML 1.0, section 2.2)."""

from __future__ import annotations

import re

from pincite.export.barred import Barred

BARRED = Barred(
    re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"),
    "where it has characters that no XML can carry",
)
