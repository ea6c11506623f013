"""The entry of a pre-commit configuration that has documents checked, and where pre-commit gets Pincite from."""

from __future__ import annotations

import json
import re
from importlib import metadata

import yaml

from pincite import __version__
from pincite.cli.output import CallError
from pincite.reading.files import SUFFIXES
from pincite.reading.markdown.front_matter import SUFFIXES as MARKDOWN

TAG = f"v{__version__}"
"""What this version is called in Pincite's repository."""
_ADDRESS = re.compile(r"(?:(?:https?|ssh|git|file)://|[\w.-]+@[\w.-]+:|\.{0,2}/)[\w.~:/@%+-]+")
"""What git clones from, without anything that a shell or git itself would read as more than an address."""
_OF_REPOSITORY = """\
- repo: {address}
  rev: {tag}
  hooks:
    - id: pincite-check
      # args: [--fix, --] # mends first what it safely can; pre-commit shows what has changed
    # - id: pincite-fmt # puts documents into one order and layout
    # - id: pincite-check-articles # plain-text articles in folders called articles; set "files" where yours lie
    # - id: pincite-verify # for repositories that keep copies of their sources
"""
_INSTALLED = """\
# runs the pincite that is installed; for one that pre-commit installs: pincite init --help, at --repository
- repo: local
  hooks:
    - id: pincite-check
      name: check provenance annotations
      entry: pincite check --annotated-only
      args: ["--"] # or [--fix, --]: mends first what it safely can; pre-commit shows what has changed
      language: system
      files: '{files}'
    # - id: pincite-fmt # puts documents into canonical order and layout
    #   name: format Pincite documents
    #   entry: pincite fmt --annotated-only
    #   args: ["--"]
    #   language: system
    #   files: '{files}'
"""


def entry(address: str | None) -> str:
    """Return the entry as YAML, a list of one item: of the repository at *address*, else of what is installed here."""
    if address is None:
        return _INSTALLED.format(files=_files())
    return _OF_REPOSITORY.format(address=_as_scalar(address), tag=TAG)


def checked(address: str) -> str:
    """Return an address that git can clone from; raises CallError for what is none."""
    if not _ADDRESS.fullmatch(address):
        raise CallError(
            f"--repository: '{address}' is no address that git clones from, "
            "such as https://example.org/pincite.git or git@example.org:pincite.git"
        )
    return address


def installed_from() -> str | None:
    """Return the address of the repository that this Pincite was installed from, None where it came another way.

    pip takes that down: https://packaging.python.org/specifications/direct-url/
    """
    try:
        noted = metadata.distribution("pincite").read_text("direct_url.json")
        origin = json.loads(noted) if noted else {}
    except (metadata.PackageNotFoundError, OSError, ValueError):
        return None
    if not isinstance(origin, dict) or not isinstance(origin.get("vcs_info"), dict):
        return None
    address = str(origin.get("url", ""))
    is_remote = origin["vcs_info"].get("vcs") == "git" and not address.startswith(("file:", ".", "/"))
    return address if is_remote and _ADDRESS.fullmatch(address) else None


def _files() -> str:
    """Return the pattern of files that the hook checks, as ``.pre-commit-hooks.yaml`` has it."""
    documents = "|".join(suffix.removeprefix(".pincite.") for suffix in SUFFIXES)
    return rf"(\.pincite\.({documents})|" + "|".join(re.escape(suffix) for suffix in MARKDOWN) + ")$"


def _as_scalar(text: str) -> str:
    """Return a text as YAML writes it in one line."""
    return (
        str(yaml.safe_dump(text, width=len(text) + 80, allow_unicode=True))
        .removesuffix("\n")
        .removesuffix("\n...")
    )
