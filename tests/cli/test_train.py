from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import command
from onrecord.errors import GoldError


@pytest.mark.model
@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"The envoy said so.", "not JSON"),
        (b"[1]", "lacks attributions, id, text"),
        (b'{"id": "1", "text": "x"}', "lacks attributions"),
    ],
)
def test_data_of_another_form_is_named_with_its_line(tmp_path: Path, line: bytes, told: str) -> None:
    data = tmp_path / "data.jsonl"
    data.write_bytes(b"\n" + line + b"\n")
    with pytest.raises(GoldError, match=rf"data\.jsonl:2: {told}"):
        CliRunner().invoke(
            command, ["train", "attribution", "--data", str(data), "--out", str(tmp_path / "w")], catch_exceptions=False
        )
    assert not (tmp_path / "w").exists()
