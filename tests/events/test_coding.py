"""CAMEO, quad, intensity and contexts of a code."""

from __future__ import annotations

import pytest

from onrecord.events.coding import cameo, find_contexts, intensity, quad
from onrecord.events.plover import CONTEXTS, MODES, QUADS
from support import parsed


@pytest.mark.parametrize("name", sorted(MODES))
def test_every_type_has_a_quad_and_an_intensity_in_range(name: str) -> None:
    assert quad(name) in {1, 2, 3, 4}
    for mode in (None, *MODES[name]):
        assert -10 <= intensity(name, mode) <= 10


def test_hostile_types_have_negative_intensity() -> None:
    assert all(intensity(name, None) < 0 for name, number in QUADS.items() if number == 4)


@pytest.mark.parametrize(
    ("name", "mode", "contexts", "code"),
    [
        ("CONCEDE", None, ("diplomatic",), "055"),
        ("COOPERATE", None, ("military",), "062"),
        ("REQUEST", "assist", ("military",), "1012"),
        ("COERCE", "arrest", (), "173"),
        ("ASSAULT", "heavy-weapons", ("military",), "194"),
    ],
)
def test_nearest_cameo_code_is_taken(name: str, mode: str | None, contexts: tuple[str, ...], code: str) -> None:
    assert cameo(name, mode, contexts) == code


def test_mode_that_cameo_lacks_takes_the_types_code() -> None:
    assert (cameo("ASSAULT", "drone", ()) or "").startswith(("18", "19"))


@pytest.mark.model
def test_words_of_the_clause_tell_the_context() -> None:
    parse = parsed("Soldiers seized nuclear fuel while the court heard a case.")
    found = find_contexts(parse, parse.lower.index("seized"), "COERCE", "seize")
    assert "cbrn" in found
    assert set(found) <= set(CONTEXTS)


@pytest.mark.model
def test_mode_gives_its_context_without_any_word() -> None:
    parse = parsed("They resigned.")
    assert find_contexts(parse, 1, "RETREAT", "resign") == ("executive",)
