"""CAMEO, quad, intensity and contexts of a code."""

from __future__ import annotations

import pytest

from onrecord.events.coding import Themes, cameo, find_contexts, find_themes, intensity, quad
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
    parse = parsed("Soldiers seized nuclear fuel and uranium while the court heard a case.")
    found = find_contexts(parse, parse.lower.index("seized"), "COERCE", "seize", find_themes(parse))
    assert "cbrn" in found
    assert set(found) <= set(CONTEXTS)


@pytest.mark.model
def test_mode_gives_its_context_without_any_word() -> None:
    parse = parsed("They resigned.")
    assert find_contexts(parse, 1, "RETREAT", "resign", find_themes(parse)) == ("executive",)


@pytest.mark.model
def test_what_the_article_is_about_is_a_context_of_its_events() -> None:
    parse = parsed("The border was drawn in 1920. Both claim the border. The border is disputed. He spoke to them.")
    themes = find_themes(parse)
    token = parse.lower.index("spoke")
    assert themes.shares["territory"] > 4
    assert "territory" in find_contexts(parse, token, "CONSULT", None, themes)
    assert "territory" not in find_contexts(parse, token, "CONSULT", None, Themes(themes.tokens, themes.told, {}))


@pytest.mark.model
def test_two_words_together_tell_a_context() -> None:
    assert "repression" in find_themes(parsed("Police used tear gas.")).shares


@pytest.mark.model
def test_an_event_has_two_contexts_at_most() -> None:
    parse = parsed("Soldiers seized oil, grain, heroin, uranium and newspapers from the parliament, the court and the mosque.")
    assert len(find_contexts(parse, 1, "COERCE", "seize", find_themes(parse))) == 2
