from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import SettingsError
from onrecord.settings import Settings, load_settings


def test_flags_win_over_the_environment_and_the_environment_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('min_confidence = 0.2\nattributor = "rules"\n')
    environ = {"ONRECORD_MIN_CONFIDENCE": "0.4"}
    assert load_settings(file, environ={}).min_confidence == 0.2
    assert load_settings(file, environ=environ).min_confidence == 0.4
    given = load_settings(file, environ=environ, overrides={"min_confidence": 0.9, "strict": None})
    assert given == Settings(min_confidence=0.9, attributor="rules")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("min_confidence = 2.0", "from 0"),
        ("min_confidense = 0.5", "unknown setting 'min_confidense'.*have .*attributor"),
        ("min_confidence = ", "no TOML file"),
        ("strict = 3", "give a bool"),
    ],
)
def test_a_wrong_settings_file_says_what_is_wrong(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(content)
    with pytest.raises(SettingsError, match=said):
        load_settings(file, environ={})


def test_a_missing_settings_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"cannot read the settings .*nowhere\.toml"):
        load_settings(tmp_path / "nowhere.toml", environ={})
