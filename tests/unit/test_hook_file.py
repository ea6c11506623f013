"""An entry is added to a configuration by position: all else keeps its bytes, and what is said is what was said and the entry."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pincite.cli.starting.hook_entry import entry
from pincite.cli.starting.hook_file import ExtensionError, extended, fresh, has_hook

ENTRY = entry("https://example.org/pincite.git")
[ADDED] = yaml.safe_load(ENTRY)
INDENTED = "".join(f"  {line}\n" for line in ENTRY.splitlines())
NAMES = st.text("ab-: #'\"[]{}é\n", max_size=8)
HOOK = st.fixed_dictionaries({"id": NAMES}, optional={"args": st.lists(NAMES, max_size=2), "files": NAMES})
REPO = st.fixed_dictionaries({"repo": NAMES, "hooks": st.lists(HOOK, max_size=2)}, optional={"rev": NAMES})


@st.composite
def configurations(draw: st.DrawFn) -> str:
    """Configurations as people write them: other keys around the list, comments between, either indentation, either line end."""
    members = {"ci": {"skip": ["a"]}, "repos": draw(st.lists(REPO, max_size=3)), "exclude": draw(NAMES)}
    order = draw(st.permutations(list(members)))
    text = ""
    for name in order:
        style = draw(st.sampled_from([None, "|", '"']))
        part = yaml.safe_dump(
            {name: members[name]}, default_flow_style=False, default_style=style, sort_keys=False
        )
        if name == "repos" and draw(st.booleans()) and "\n\n" not in part:
            head, *rest = part.splitlines()
            part = head + "\n" + "".join(f"  {line}\n" for line in rest)
        text += part + draw(st.sampled_from(["", "\n", "# a note\n", "\n  # another\n"]))
    if draw(st.booleans()):
        text = text.rstrip("\n")
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


@given(configurations())
def test_an_entry_comes_in_and_all_else_stays(text: str) -> None:
    try:
        new = extended(text, ENTRY)
    except ExtensionError:
        return
    before, after = yaml.safe_load(text), yaml.safe_load(new)
    assert after == {**before, "repos": [*before["repos"], ADDED]}
    if before["repos"]:
        ours = {line.strip() for line in ENTRY.splitlines()}
        rest = iter(new.splitlines())
        assert all(line in rest for line in text.splitlines())  # all lines, in their order
        assert {line.strip() for line in new.splitlines()} == {
            line.strip() for line in text.splitlines()
        } | ours
    assert has_hook(new)
    assert ("\r\n" in new) == ("\r\n" in text)


def test_most_configurations_can_be_extended() -> None:
    refused = []

    @given(configurations())
    def extend(text: str) -> None:
        try:
            extended(text, ENTRY)
        except ExtensionError as error:
            refused.append(str(error))

    extend()
    assert len(refused) <= 10, refused


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("repos:\n- repo: a # x\n", f"repos:\n- repo: a # x\n{ENTRY}"),
        ("repos:\n- repo: a", f"repos:\n- repo: a\n{ENTRY}"),
        ("repos:\n  - repo: a\n\n# tail\nci: {}\n", f"repos:\n  - repo: a\n{INDENTED}\n# tail\nci: {{}}\n"),
        ("repos: []\n", f"repos:\n{INDENTED}"),
        ("repos: []", f"repos:\n{INDENTED}"),
        ("repos: [] # none\nci: {}\n", f"repos:\n{INDENTED[:-1]} # none\nci: {{}}\n"),
        ("repos:\n- &a {repo: a}\n- *a # twice\n", f"repos:\n- &a {{repo: a}}\n- *a # twice\n{ENTRY}"),
        ("repos:\n- repo: a\n  rev:\n", f"repos:\n- repo: a\n  rev:\n{ENTRY}"),
        ("repos:\n- repo: a\n  note: |\n    x\n\nci: {}\n", f"repos:\n- repo: a\n  note: |\n    x\n\n{ENTRY}ci: {{}}\n"),
        ("\ufeffrepos:\n- repo: a\n", f"\ufeffrepos:\n- repo: a\n{ENTRY}"),
        ("---\nrepos:\n- repo: a\n...\n", f"---\nrepos:\n- repo: a\n{ENTRY}...\n"),
        ("? [x, y]\n: z\nrepos:\n- repo: a\n", f"? [x, y]\n: z\nrepos:\n- repo: a\n{ENTRY}"),
        ("ci: {repos: [x]}\nrepos:\n- repo: a\n", f"ci: {{repos: [x]}}\nrepos:\n- repo: a\n{ENTRY}"),
    ],
)  # fmt: skip
def test_where_it_comes(text: str, new: str) -> None:
    assert extended(text, ENTRY) == new


def test_a_new_one_holds_the_entry_alone() -> None:
    assert yaml.safe_load(fresh(ENTRY)) == {"repos": [ADDED]}


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("repos:\n- repo: a\n  hooks: [{id: pincite-verify}]\n", True),
        ("repos:\n- repo: a\n  hooks:\n    - args: []\n      id: 'pincite-check'\n", True),
        ("repos:\n- repo: a\n  hooks: [{id: other, name: pincite-check}]\n", False),
        ("repos: []\nci: {id: pincite-check}\n", False),
    ],
)
def test_a_hook_of_ours_is_known_again(text: str, has: bool) -> None:  # noqa: FBT001 - a parameter
    assert has_hook(text) == has


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "- a\n",
        "repos: 1\n",
        "{repos: [a]}",
        "a: &x [*x]\n",
        "repos:\n\t- a\n",
        "\x00",
        "repos: [" + "[" * 5000,
    ],
)
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(ExtensionError, match=r"^(it|its|its 'repos') "):
        extended(text, ENTRY)
