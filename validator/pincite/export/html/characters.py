"""Characters that no page may hold, escaped or not."""

from __future__ import annotations

import re

from pincite.export.barred import Barred

BARRED = Barred(
    re.compile(
        "[\\x00-\\x08\\x0b\\x0d-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff"
        + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(1, 17))
        + "]"
    ),
    "where it has characters that no page may hold",
)
"""Controls, lone surrogates and noncharacters: errors in the input stream of HTML (section 13.2.3.5)."""
