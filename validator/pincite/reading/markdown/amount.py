"""How much a Markdown text may ask of its parser, looked at before anything is parsed: it makes an object of each line and mark."""

from __future__ import annotations

import re
from itertools import islice

from pincite.reading.fault import Fault, UnreadableError
from pincite.reading.limits import MAX_LINES, MAX_MARKS
from pincite.reading.rules import limit_exceeded

_MARK = re.compile(r"[\[\]*_<&`\\^~|]|-(?=[ \t]-)")
_LINE = re.compile(r"\n")
_HINT = "an article has far fewer; check whether the file is what it should be"


def assert_bounded(text: str, start: int = 0) -> None:
    """Raise UnreadableError where *text* from *start* on has more lines, or more characters that may be marks, than are read."""
    for pattern, most, words in ((_LINE, MAX_LINES, "lines"), (_MARK, MAX_MARKS, "marks of Markdown")):
        if len(text) - start > most:
            excess = next(islice(pattern.finditer(text, start), most, None), None)
            if excess is not None:
                message = f"more than {most} {words} stand before this place; the file is not read"
                raise UnreadableError(
                    Fault(limit_exceeded.RULE, message, _HINT, excess.start(), excess.end())
                )
