"""What the documents promise is there, and what is there is documented."""

import re
from pathlib import Path

import pytest
import typer.main

from claimtrack.cli import app
from claimtrack.models import PartyKind, ReasonCode, Verdict
from claimtrack.tui.commands import COMMANDS as KEYS
from claimtrack.tui.commands import shown

ROOT = Path(__file__).parent.parent
TOP = typer.main.get_command(app).commands  # type: ignore[attr-defined]
COMMANDS = TOP | {
    f"{top} {name}": c for top, group in TOP.items() for name, c in getattr(group, "commands", {}).items()
}
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_documented(name: str) -> None:
    page = (ROOT / "docs/cli.md").read_text("utf-8")
    assert f"**`claimtrack {name}" in page
    for parameter in COMMANDS[name].params:
        for option in parameter.opts:
            if option.startswith("--"):
                assert f"`{option}" in page or f" {option}`" in page, option


def test_every_word_of_the_records_is_documented() -> None:
    machine, cli = ((ROOT / "docs" / page).read_text("utf-8") for page in ("machine.md", "cli.md"))
    assert [kind for kind in PartyKind if f"`{kind.value}`" not in machine] == []
    assert [verdict for verdict in Verdict if f"`{verdict.value}`" not in cli] == [Verdict.UNREVIEWED]
    methodology = (ROOT / "docs/methodology.md").read_text("utf-8")
    assert [code for code in ReasonCode if code.value not in methodology] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text("utf-8")):
        assert target.startswith("http") or (page.parent / target).exists(), target


def test_every_key_of_the_desk_is_documented() -> None:
    page = (ROOT / "docs/cli.md").read_text("utf-8")
    for command in KEYS:
        keys = " ".join(f"`{shown(key)}`" for key in command.keys.split(","))
        assert f"| {keys} | {command.help} | `{command.id}` |" in page
