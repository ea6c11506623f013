"""Questions to the person at the terminal, and their answers."""

from __future__ import annotations

import sys

from pincite.cli.output import CallError
from pincite.reporters.safe_text import safe

_ANSWERS = {"y": True, "yes": True, "n": False, "no": False}


def can_ask() -> bool:
    """Return whether somebody sits at a terminal who can answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def confirmed(question: str, *, by_default: bool) -> bool:
    """Ask for yes or no, again until it is one of them; raises CallError where the answers end."""
    choices = "[Y/n]" if by_default else "[y/N]"
    while True:
        answer = _answer(f"{question} {choices} ").lower()
        if not answer:
            return by_default
        if answer in _ANSWERS:
            return _ANSWERS[answer]
        _print("please answer yes or no\n")


def answered(question: str, by_default: str) -> str:
    """Ask for some words, *by_default* where nothing is typed; raises CallError where the answers end."""
    shown = f" [{safe(by_default)}]" if by_default else ""
    return _answer(f"{question}{shown} ") or by_default


def _answer(prompt: str) -> str:
    _print(prompt)
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        raise CallError("the answer is no text in this terminal's encoding; nothing was written") from None
    if not line:
        _print("\n")
        raise CallError("the questions were not answered to the end; nothing was written")
    return line.strip()


def _print(text: str) -> None:
    """Write to standard error: standard output is for what came of it."""
    sys.stderr.write(text)
    sys.stderr.flush()
