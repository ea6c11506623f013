"""What a new rule starts from, for each kind of object a rule can judge, and what a finding of verification starts from."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import indent


@dataclass(frozen=True)
class Stub:
    """The beginnings of a rule.

    ``loop`` finds the objects to judge (empty where there is one), ``fault`` is a condition that no sensible document
    meets, ``at`` the pointer of the finding, ``what`` names the object, ``example`` is YAML that holds one.
    """

    loop: str
    fault: str
    at: str
    what: str
    example: str

    def module(self, code: str, name: str, severity: str) -> str:
        """Return the source of the rule's module."""
        check = (
            f"if {self.fault}:  # FILL IN the fault\n"
            f'    yield document.finding(RULE, {self.at}, "{self.what} …", hint="FILL IN what would be right")\n'
        )
        body = f"{self.loop}\n{indent(check, '    ')}" if self.loop else check
        return _MODULE.format(
            code=code,
            name=name,
            severity=severity,
            example=self.example.rstrip(),
            what=self.what,
            body=indent(body, "    ").rstrip(),
        )

    def document(self) -> str:
        """Return a small document with such an object."""
        article = "" if self.example.startswith("article:") else "article: {title: The harbour clock}\n"
        return f'pincite: "1.0"\n{article}{self.example}'


_MODULE = '''\
"""FILL IN one sentence that says what is wrong.

## Why

FILL IN why an editor should care, in two to four lines.

## Bad

```yaml
{example}
```

## Good

```yaml
{example}
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.model.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.model.document import Document
    from pincite.model.finding import Finding

RULE = Rule("{code}", "{name}", "{severity}", "FILL IN one sentence that says what is wrong.")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each {what} that FILL IN."""
{body}
'''

_VERIFICATION = '''\
"""FILL IN one sentence that says what is wrong.

## Why

FILL IN why an editor should care, in two to four lines.

## Bad

```text log.txt
{copy}```

```yaml
{example}```

## Good

```yaml
{example}```
"""

from pincite.model.rule import Rule

RULE = Rule(
    "{code}",
    "{name}",
    "{severity}",
    "FILL IN one sentence that says what is wrong.",
    needs="files",
)
'''


@dataclass(frozen=True)
class VerificationStub:
    """The beginnings of a finding of verification: words of a copy, and YAML that quotes it."""

    copy: str
    example: str

    def module(self, code: str, name: str, severity: str) -> str:
        """Return the source of the finding's module."""
        return _VERIFICATION.format(
            code=code, name=name, severity=severity, copy=self.copy, example=self.example
        )

    def document(self) -> str:
        """Return a small document with such a quotation."""
        return f'pincite: "1.0"\narticle: {{title: The harbour clock}}\n{self.example}'


OF_VERIFICATION = VerificationStub(
    copy="The clock was silent for sixteen days, and every boat was late.\n",
    example=(
        "sources:\n  - {id: log, type: manuscript, title: Log, copies: [{path: log.txt}]}\n"
        "quotations:\n  - id: q1\n    text: The clock was silent for sixteen days\n    citations: [{source: log}]\n"
    ),
)
STUBS = {
    "article": Stub(
        loop="",
        fault='document.article.get("title") == "FILL IN"',
        at='"/article"',
        what="article",
        example="article:\n  title: The harbour clock\n",
    ),
    "catalogues": Stub(
        loop="for at, catalogue in document.catalogues:",
        fault='catalogue.path == "FILL IN"',
        at="at",
        what="catalogue",
        example="catalogues: [shared.pincite.yaml]\n",
    ),
    "sources": Stub(
        loop="for at, source in document.sources:",
        fault='source["id"] == "FILL IN"',
        at="at",
        what="source",
        example="sources:\n  - id: tide-book\n    type: book\n    title: The Book of Tides\n",
    ),
    "quotations": Stub(
        loop="for at, quotation in document.quotations:",
        fault='quotation["text"] == "FILL IN"',
        at="at",
        what="quotation",
        example="quotations:\n  - id: q1\n    text: The tide turned at six.\n    uncited: {reason: a proverb}\n",
    ),
    "citations": Stub(
        loop="for cited in document.citations:",
        fault='cited.citation.get("raw") == "FILL IN"',
        at="cited.at",
        what="citation",
        example=(
            "quotations:\n  - id: q1\n    text: The tide turned at six.\n    citations:\n"
            "      - raw: (The Book of Tides, p. 12)\n"
        ),
    ),
    "claims": Stub(
        loop="for at, claim in document.claims:",
        fault='claim["text"] == "FILL IN"',
        at="at",
        what="claim",
        example="claims:\n  - id: c1\n    text: The clock was slow\n    basis: none\n",
    ),
    "relations": Stub(
        loop="for at, relation in document.relations:",
        fault='relation["from"] == "FILL IN"',
        at="at",
        what="relation",
        example=(
            "claims:\n  - {id: c1, text: The clock was slow, basis: none}\n"
            "  - {id: c2, text: The clock lost time, basis: none}\n"
            "relations:\n  - {type: restates, from: c2, to: c1}\n"
        ),
    ),
    "images": Stub(
        loop="for at, image in document.images:",
        fault='image["id"] == "FILL IN"',
        at="at",
        what="image",
        example="images:\n  - id: dial\n    role: figure\n    path: dial.png\n",
    ),
    "text": Stub(
        loop="",
        fault='document.text == "FILL IN"',
        at='"/article/text"',
        what="text",
        example="article:\n  title: The harbour clock\n  text: {content: The tide turned at six.}\n",
    ),
}
"""The kinds of the rules' registry, each with its stub."""
