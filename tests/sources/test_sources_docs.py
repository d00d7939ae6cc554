"""docs/sources.md names what the code has."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from onrecord.records import PublishedBasis, SectionKind
from onrecord.sources import Limits
from onrecord.sources.tables import COLUMNS

DOCS = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*get_args(SectionKind), *get_args(PublishedBasis), *(field.name for field in fields(Limits))])
def test_every_section_kind_basis_and_cap_is_explained(name: str) -> None:
    assert f"`{name}`" in DOCS


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_is_named(name: str) -> None:
    assert f'"{name}"' in DOCS
