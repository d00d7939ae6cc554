"""Who does and who undergoes an event by its syntax."""

from __future__ import annotations

import pytest

from events.coding import rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Chad]{TCD} wants to have [the editor]{TCDCVL} arrested.", ("arrested", "TCD", "TCDCVL")),
        ("[The army]{TCDMIL} spent two years fighting [rebels]{TCDREB}.", ("fighting", "TCDMIL", "TCDREB")),
        (
            "[Norway]{NOR} suggested that [the editor]{TCDCVL} be freed and praised [Finland]{FIN}.",
            ("praised", "NOR", "FIN"),
        ),
        ("[Police]{KENCOP} fired tear gas at [students]{KENCVL}.", ("fired", "KENCOP", "KENCVL")),
    ],
)
def test_parties_stand_where_syntax_says(sentence: str, expected: tuple[str, str, str]) -> None:
    assert expected in [(head, who, whom) for head, _, who, whom in rows(sentence)]
