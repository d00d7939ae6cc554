from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def no_tables_of_the_developer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Readings in tests never see what somebody added with `onrecord kb add` on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("data")
        patch.setenv("XDG_DATA_HOME", str(folder))
        patch.delenv("ONRECORD_ACTORS", raising=False)
        yield folder
