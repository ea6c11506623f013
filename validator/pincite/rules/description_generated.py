"""A machine wrote the description of an image, and nobody has checked it.

## Why

Word processors and web sites describe pictures by guessing ("A person in a hat, description automatically generated"), or
take the name of the file. Readers who cannot see the picture get the guess as if it were the article's word. Once somebody
has checked or rewritten it, `generated` is false or left out.

## Bad

```yaml
images:
  - {id: dial, role: figure, missing: {reason: lost}, alt: {text: A close-up of a clock, generated: true}}
```

```yaml
images:
  - {id: dial, role: figure, missing: {reason: lost}, alt: {text: "A clock Description automatically generated"}}
```

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, alt: {text: dial.png}}
```

## Good

```yaml
images:
  - {id: dial, role: figure, path: images/dial.png, alt: {text: "The dial with one hand, which stands at six", generated: false}}
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.model.rule import Rule
from pincite.rules.described_images import descriptions
from pincite.rules.excerpt import excerpt
from pincite.rules.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding
    from pincite.model.format import Image

RULE = Rule(
    "PIN521",
    "description-generated",
    "warning",
    "A machine wrote the description of an image, and nobody has checked it.",
)


_FILE_NAME = re.compile(
    r"[\w.()-]{1,80}\.(?:png|jpe?g|gif|webp|tiff?|bmp|svg|heic|pdf)|(?:img|dsc[nf]?|pxl|dcim|mvimg)[_-]?[0-9][0-9_-]{2,}"
)
"""Names of files, whole or as cameras number them."""


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each description that is declared generated, ends as machines end it, or is a file name."""
    described = descriptions(document)
    together = "\n".join([text for _, _, text in described]).casefold().replace("’", "'")
    machine = [phrase for phrase in phrases(document, "generated_descriptions") if phrase in together]
    for at, image, text in described:
        named = (
            " " not in text or text.rpartition(".")[2].isalnum()
        )  # a file has no spaces in its name, or an ending
        if not named and not machine and "generated" not in image["alt"]:
            continue  # nearly every description ends here
        hint = "write in a sentence what is to be seen"
        if machine and any(phrase in text.casefold().replace("’", "'") for phrase in machine):
            what, hint = "was written by a machine", f"{hint}, without the machine's words"
        elif named and _is_file_name(text.casefold(), image):
            what = "is the name of a file"
        elif image["alt"].get("generated"):
            what = "was written by a machine and not checked"
            hint = "look at the picture, mend the description, and remove 'generated'"
        else:
            continue
        yield document.finding(
            RULE,
            f"{at}/alt/text",
            f"the description of image '{image['id']}' {what}: {excerpt(text)}",
            hint=hint,
        )


def _is_file_name(lower: str, image: Image) -> bool:
    """Return whether a description in lower case is the name of the image's file, or such as cameras give."""
    for member in ("path", "url"):
        name = str(image.get(member, "")).rpartition("/")[2].casefold()
        if name and lower in {name, name.rpartition(".")[0]} and not lower.isalpha():
            return True
    return _FILE_NAME.fullmatch(lower) is not None
