"""Public affairs that are no event."""

from __future__ import annotations

import pytest

from events.coding import rows
from events.test_idioms import CALM

pytestmark = pytest.mark.model


def types(source: str) -> set[str]:
    return {code.split("/")[0] for _, code, *_ in rows(source)}


@pytest.mark.parametrize(
    ("other", "political", "kind"),
    [
        pytest.param(
            "[Ms Reyl]{NORGOV} and [Mr Aho]{NORGOV} clashed over the price of bread.",
            "[Crowds]{NORCVL} clashed with the [police]{NORCOP} over the price of bread.",
            "PROTEST", id="row",
        ),
        pytest.param(
            "[Norway]{NOR} and [Finland]{FIN} fought a battle over herring quotas.",
            "[Norway]{NOR} and [Finland]{FIN} fought a battle over the border.",
            "ASSAULT", id="dispute",
        ),
        pytest.param(
            "[Norway]{NOR}'s economy was battered by the [Russians]{RUS}.",
            "[Norway]{NOR}'s forts were battered by the [Russians]{RUS}.",
            "ASSAULT", id="setback",
        ),
        pytest.param(
            CALM + "[Norway]{NOR}'s commitment to [Finland]{FIN} is old.",
            CALM + "[Norway]{NOR} made a commitment to [Finland]{FIN}.",
            "AGREE", id="standing",
        ),
        pytest.param(
            CALM + "[Norway]{NORGOV} hired clerks to help sort the papers.", CALM + "[Norway]{NORGOV} helped [Finland]{FIN}.",
            "AID", id="hired",
        ),
    ],
)  # fmt: skip
def test_what_happens_in_public_affairs_every_day_is_no_event(other: str, political: str, kind: str) -> None:
    assert kind not in types(other)
    assert kind in types(political)
