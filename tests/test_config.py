from pathlib import Path

import pytest

from claimtrack.config import DEFAULT, DeskSettings, Setting, origins, settings
from claimtrack.errors import UsageError

FULL = """
database = "desk/drone.db"
reviewer = "ana"

[review]
theme = "high-contrast"
keymap = "plain"
auto_advance = false
ascii = true
mouse = false

[review.keys]
verify = "v"
undo = "u,ctrl+z"
"""


def _environ(tmp_path: Path, written: str) -> dict[str, str]:
    path = tmp_path / "config.toml"
    path.write_text(written, encoding="utf-8")
    return {"CLAIMTRACK_CONFIG": str(path)}


def test_a_file_says_everything(tmp_path: Path) -> None:
    found = settings(None, None, _environ(tmp_path, FULL))
    assert (found.database, found.reviewer) == (tmp_path / "desk/drone.db", "ana")
    assert found.desk == DeskSettings(
        theme="high-contrast",
        keymap="plain",
        auto_advance=False,
        ascii=True,
        mouse=False,
        keys={"verify": "v", "undo": "u,ctrl+z"},
    )


def test_flags_go_before_variables_and_those_before_the_file(tmp_path: Path) -> None:
    environ = _environ(tmp_path, FULL)
    variables = environ | {"CLAIMTRACK_DB": "/v.db", "CLAIMTRACK_REVIEWER": "ben"}
    assert settings("/f.db", "cyd", variables)[:2] == (Path("/f.db"), "cyd")
    assert settings(None, None, variables)[:2] == (Path("/v.db"), "ben")
    path = environ["CLAIMTRACK_CONFIG"]
    assert origins(None, "cyd", environ | {"CLAIMTRACK_DB": "/v.db"}) == (
        Setting("database", "/v.db", "CLAIMTRACK_DB"),
        Setting("reviewer", "cyd", "--reviewer"),
        Setting("review.theme", "high-contrast", path),
        Setting("review.keymap", "plain", path),
        Setting("review.auto_advance", False, path),
        Setting("review.ascii", True, path),
        Setting("review.mouse", False, path),
        Setting("review.keys.verify", "v", path),
        Setting("review.keys.undo", "u,ctrl+z", path),
    )


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert settings(None, None, {}).desk == DeskSettings()
    assert {each.origin for each in origins(None, None, {})} == {DEFAULT}


@pytest.mark.parametrize(
    ("written", "says", "hint"),
    [
        ("databse = 'x.db'", "databse is no setting", "Valid here: database, reviewer, review."),
        ("[review]\nthem = 'x'", "review.them is no setting", "theme, keymap, auto_advance, ascii, mouse, keys"),
        ("[review]\nkeymap = 'emacs'", "review.keymap can't be 'emacs'", "One of: vi, plain."),
        ("[review]\nascii = 1", "review.ascii can't be 1", "true or false"),
        ("[review.keys]\nverify = 1", "review.keys.verify can't be 1", "quotation marks"),
        ("review = 3", "review can't be 3", "table"),
        ("reviewer = ''", "reviewer can't be ''", "Leave it out"),
        ("reviewer = ", "is not TOML", 'reviewer = "ana"'),
    ],
)
def test_a_wrong_file_names_itself_the_key_and_what_is_valid(
    tmp_path: Path, written: str, says: str, hint: str
) -> None:
    environ = _environ(tmp_path, written)
    with pytest.raises(UsageError) as caught:
        settings(None, None, environ)
    assert environ["CLAIMTRACK_CONFIG"] in str(caught.value)
    assert says in str(caught.value)
    assert hint in caught.value.hint


def test_a_file_that_was_named_must_be_there_and_be_text(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no settings file"):
        settings(None, None, {"CLAIMTRACK_CONFIG": str(tmp_path / "none.toml")})
    (tmp_path / "latin.toml").write_bytes(b"reviewer = '\xe9'")
    with pytest.raises(UsageError, match="can't be read"):
        settings(None, None, {"CLAIMTRACK_CONFIG": str(tmp_path / "latin.toml")})


def test_another_database_system_is_refused_wherever_it_is_named(tmp_path: Path) -> None:
    environ = _environ(tmp_path, 'database = "postgresql://desk"')
    for flag in (None, "postgresql://flag"):
        with pytest.raises(UsageError, match="postgresql databases"):
            settings(flag, None, environ)
