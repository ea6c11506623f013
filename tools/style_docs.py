"""Makes docs/styles.md of the style files: what each style looks like, and what is read in its examples."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, cast

from pincite.converter.citation.template import PEOPLE, PLACES, TEXTS
from pincite.converter.languages import Language
from pincite.converter.styles import PLACEMENTS, built_in

if TYPE_CHECKING:
    from pincite.converter.styles import Style

PATH = "docs/styles.md"

_HEAD = """\
<!-- made by tools/generate.py from the files in validator/pincite/converter/styles: change those -->
# Citation styles

A style says where a citation stands, what opens and closes it, and how much must speak for it. It is a small YAML file; adding
one is adding a file. `pincite convert` tries all the styles below on every article, says with `--explain` which ones it found in
use and by how many citations, and leaves out a style that only one doubtful citation speaks for. `--style NAME` (once or
several times) tries no others.
"""

_HOUSE = """\
## A style of your own

`pincite convert ARTICLE --style house.yaml` reads citations as a house prints them; `citation-styles` in the
[configuration](configuration.md) says it for a whole project. The members are those of the files above:

```yaml
name: harbour-review
summary: Author in front, year in brackets, then the page.
placement: own_line        # {placements}
opens: ["»"]               # the signs before a citation
closes: []                 # and behind it, in pairs with those before
points: 1                  # how much must speak for a citation: 3 for a clear place, 5 for a doubtful one
words: {{notes: [stress ours]}}
reads: ["{{authors}}: {{title}} [{{date}}] {{page}}"]
examples:
  - article: |-
      The keeper trimmed the lamp by hand and wrote of it:

      It burned all night.

      » Ada Holm: The Lamp [1926] 12-14
    citations: ["Ada Holm: The Lamp [1926] 12-14"]
```

- `points` count what makes a citation: a place in a source such as a page (2), a word such as "In:" (2), sender and recipient (2),
  a date (1, with its month 2), three parts or more (1), a person or a periodical (1), a quoted title (1).
- `reads` are templates, tried in their order before the general reading. What stands outside braces must stand in the citation as it
  is. A date must be one, and a place a number. Members are {members}; those of the container stand behind `container.`, as in
  `{{container.title}}`.
- `words` adds to the word lists of the article's language: {lists}.
"""


def pages() -> dict[str, str]:
    """Return the page by its path."""
    members = ", ".join(f"`{name}`" for name in ("type", "date", *PEOPLE, *TEXTS, *PLACES))
    lists = ", ".join(f"`{one.name}`" for one in fields(Language) if one.type == "list[str]")
    house = _HOUSE.format(placements=", ".join(PLACEMENTS), members=members, lists=lists)
    styles = "\n".join(_style(style) for style in sorted(built_in(), key=lambda one: one.name))
    return {PATH: f"{_HEAD}\n{styles}\n{house}"}


def _style(style: Style) -> str:
    lines = [f"## {style.name}", "", style.summary, ""]
    signs = [f"`{opens}`" for opens in style.opens]
    if signs:
        lines += [f"Opens with {', '.join(signs)}.", ""]
    for example in style.examples:
        lines += ["```text", *cast("str", example["article"]).splitlines(), "```", ""]
        found = [f"- `{raw}`" for raw in cast("list[str]", example["citations"])]
        lines += [*(found or ["No citation is read here."]), ""]
    return "\n".join(lines)
