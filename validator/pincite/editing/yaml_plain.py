"""Which texts stand without quotation marks in YAML: as PyYAML decides, by which ``pincite convert`` writes documents."""

from __future__ import annotations

import io

import yaml

from pincite.yaml_style import NUMBER

_EMITTER = yaml.emitter.Emitter(io.StringIO(), allow_unicode=True)
_RESOLVER = yaml.resolver.Resolver()
_TEXT = _RESOLVER.DEFAULT_SCALAR_TAG
_LETTERS = frozenset("yYnN")
"""Truth values to some readers of YAML 1.1, but not to PyYAML."""


def is_plain(text: str, *, flow: bool) -> bool:
    """Return whether all readers take a text without marks for that text; *flow*: between brackets."""
    if not text or not text.isprintable() or text in _LETTERS or NUMBER.fullmatch(text):
        return False
    found = _EMITTER.analyze_scalar(text)
    if not (found.allow_flow_plain if flow else found.allow_block_plain):
        return False
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call] # the stubs leave it open
    return bool(tag == _TEXT)
