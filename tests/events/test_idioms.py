"""Words of politics that tell no single happening."""

from __future__ import annotations

import pytest

from events.coding import rows
from support import marked, parsed

pytestmark = pytest.mark.model

CALM = (
    "The council met in the old hall, where the clerk read the minutes of the last session aloud. The mayor thanked the clerk. "
    "Three members spoke about the harbour, the school and the price of bread, and the treasurer put figures on the board. "
    "After a pause for coffee the members went through the list of repairs. Nobody had questions, and the mayor closed the "
    "session before noon. The next one is planned for the first week of May, when the budget is due. "
)


def types(source: str) -> set[str]:
    return {code.split("/")[0] for _, code, *_ in rows(source)}


@pytest.mark.parametrize(
    ("other", "political", "kind"),
    [
        pytest.param(
            "[Norway]{NOR} has been fighting a war on poverty.", "[Norway]{NOR} has been fighting a war on [Finland]{FIN}.",
            "ASSAULT", id="cause",
        ),
        pytest.param(
            "[Norway]{NORGOV} answered press inquiries from the coast.",
            "[Norway]{NORGOV} opened its inquiry into [Finland]{FIN}.",
            "ACCUSE", id="reporters",
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} named a bishop when asked to pick one.", "[Ms Reyl]{NORGOV} asked [Finland]{FIN} to pick one.",
            "REQUEST", id="interviewer",
        ),
        pytest.param(
            "[Finland]{FIN} spoke of an executive order by [Ms Reyl]{NORGOV} to plant oaks.",
            "[Finland]{FIN} spoke of an order by [Ms Reyl]{NORGOV} to plant oaks.", "REQUEST", id="decree",
        ),
        pytest.param(
            "[Norway]{NORGOV} threatens to overshadow [Finland]{FIN}.", "[Norway]{NORGOV} threatens to attack [Finland]{FIN}.",
            "THREATEN", id="prospect",
        ),
        pytest.param(
            "[Norway]{NORGOV} revoked its endorsement of [Finland]{FIN}.",
            "[Norway]{NORGOV} gave its endorsement to [Finland]{FIN}.",
            "SUPPORT", id="backing withdrawn",
        ),
        pytest.param(
            "[Norway]{NORGOV} yielded to the temptation of a joke.", "[Norway]{NORGOV} yielded to the demands of [Finland]{FIN}.",
            "CONCEDE", id="temptation",
        ),
        pytest.param(
            "[Norway]{NORGOV} swore that its guards had slept.", "[Norway]{NORGOV} swore to attack [Finland]{FIN}.",
            "THREATEN", id="oath about the past",
        ),
        pytest.param(
            "[Norway]{NORGOV} conceded that the road was long.", "[Norway]{NORGOV} conceded defeat to [Finland]{FIN}.",
            "CONCEDE", id="to admit that",
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} called [Finland]{FIN} out for its tone.", "[Ms Reyl]{NORGOV} called on [Finland]{FIN} to sail.",
            "REQUEST", id="to call somebody out",
        ),
        pytest.param(
            "[Norway]{NORGOV} named a [panel]{NORGOV} charged with cleaning the harbour.",
            "[Norway]{NORGOV} freed a [sailor]{FINCVL} charged with killing [Ms Reyl]{NORGOV}.", "ACCUSE", id="task",
        ),
        pytest.param(
            "Oil that funds [rebels]{NORREB} is cheap.", "[Finland]{FIN} funded the [rebels]{NORREB}.", "AID", id="fuel",
        ),
        pytest.param(
            "[Norway]{NORGOV} declined requests for an interview.",
            "[Norway]{NORGOV} declined requests for aid by [Finland]{FIN}.",
            "REJECT", id="interview declined",
        ),
        pytest.param(
            "[Norway]{NORGOV} rejected the idea that [Finland]{FIN} had lost.",
            "[Norway]{NORGOV} rejected an offer by [Finland]{FIN}.",
            "REJECT", id="thought",
        ),
        pytest.param(
            "[Norway]{NORGOV} regrets that [Finland]{FIN} left.", "[Norway]{NORGOV} regrets that it left.", "CONCEDE",
            id="reproach",
        ),
    ],
)  # fmt: skip
def test_idiom_is_no_event_of_its_type(other: str, political: str, kind: str) -> None:
    assert kind not in types(other)
    assert kind in types(political)


def test_proposal_to_nobody_is_no_agreement_far_from_fighting() -> None:
    sentence = "[Norway]{NORGOV} proposed to plant oaks."
    assert "AGREE" in types(sentence)
    assert "AGREE" not in types(CALM + sentence)
    assert len(parsed(marked(CALM)[0])) > 80
