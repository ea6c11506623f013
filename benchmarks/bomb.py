"""The alias bomb: a few hundred bytes of YAML that stand for 387 million values."""

from __future__ import annotations

LEVELS = 9
COPIES = 9


def alias_bomb() -> str:
    """Return a YAML document in which each list holds nine times the one before it: 9 to the 9th, 387 million, values in all.

    It is about 400 bytes long. A reader that follows the aliases runs out of time or memory, one that refuses aliases is
    done at once.
    """
    lines = ['pincite: "1.0"', f"a: &a [{', '.join(['x'] * COPIES)}]"]
    for level in range(1, LEVELS):
        name, before = chr(ord("a") + level), chr(ord("a") + level - 1)
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * COPIES)}]")
    return "\n".join(lines) + "\n"
