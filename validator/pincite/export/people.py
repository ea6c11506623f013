"""Where documents name people and organizations."""

from __future__ import annotations

NAMES = (
    "/article/authors/*",
    "/sources/*/authors/*",
    "/sources/*/recipients/*",
    "/sources/*/editors/*",
    "/sources/*/translators/*",
    "/quotations/*/speaker",
    "/claims/*/attributed_to",
    "/annotation/by",
)
"""The places of all names, as those of losses are written."""
