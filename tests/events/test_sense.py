"""Words of politics in their other senses are no events."""

from __future__ import annotations

import pytest

from events.coding import rows
from onrecord.events.scene import find_topics
from support import parsed

pytestmark = pytest.mark.model

CAMPAIGN = (
    "The candidate told voters in the primary that the campaign would go on. The nominee thanked the delegates after the ballot. "
)


def types(source: str) -> set[str]:
    return {code.split("/")[0] for _, code, *_ in rows(source)}


@pytest.mark.parametrize(
    ("other", "political"),
    [
        pytest.param(
            "Drought is a threat to [Norway]{NOR}.", "[Norway]{NOR} repeated its threat against [Finland]{FIN}.", id="danger"
        ),
        pytest.param(
            "Some 40 percent of [Norwegians]{NORCVL} support [Finland]{FIN}.", "[Norway]{NOR} supports [Finland]{FIN}.", id="poll"
        ),
        pytest.param(
            "[Norway]{NOR} asked [Finland]{FIN} whether the ferries ran.", "[Norway]{NOR} asked [Finland]{FIN} to send help.",
            id="question",
        ),
        pytest.param(
            "[Norway]{NOR} answered a request from [Finland]{FIN} for comment.",
            "[Norway]{NOR} answered a request from [Finland]{FIN} for help.", id="request for comment",
        ),
        pytest.param(
            "There was talk in [Norway]{NOR} of a colder winter.", "There were talks between [Norway]{NOR} and [Finland]{FIN}.",
            id="talk and talks",
        ),
        pytest.param(
            "The figures of [Norway]{NORCVL} demonstrate that fishing pays.", "[Norwegians]{NORCVL} demonstrated in the harbour.",
            id="to demonstrate that",
        ),
        pytest.param(
            "The speech was propaganda for [Norway]{NOR}.", "[Norway]{NOR} spread propaganda against [Finland]{FIN}.",
            id="mere propaganda",
        ),
        pytest.param(
            "[Norway]{NOR} slashed its budget for roads.", "[Rebels]{NORREB} slashed two villagers.", id="to slash a budget"
        ),
        pytest.param(
            "[Norway]{NORGOV} declined to comment on the offer.", "[Norway]{NORGOV} declined the offer by [Finland]{FIN}.",
            id="silence is no refusal",
        ),
        pytest.param(
            "The release of the files of [Norway]{NOR} took weeks.", "The release of the prisoners by [Norway]{NOR} took weeks.",
            id="release of files",
        ),
        pytest.param(
            "[Norwegians]{NORCVL} were sorry to hear it.", "[Norway]{NORGOV} was sorry for the raid.", id="pity is no apology"
        ),
        pytest.param(
            "[Norway]{NORGOV} put two of the [bakers]{NORCVL} out of business.",
            "[Norway]{NORGOV} threw two of the [migrants]{FINCVL} out.", id="out of business",
        ),
        pytest.param(
            "[Norway]{NORGOV} walked out of the storm.", "[Norway]{NORGOV} walked out of the talks with [Finland]{FIN}.",
            id="to walk out of something",
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} was interviewed at home.", "[Police]{NORCOP} interviewed [Ms Reyl]{NORGOV} about the bribe.",
            id="interview by reporters",
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} quit smoking.", "[Ms Reyl]{NORGOV} quit her post.", id="to quit a habit"
        ),
        pytest.param(
            "[Norway]{NORGOV} opposes whaling.", "[Norway]{NORGOV} opposes the resolution.", id="an opinion is no refusal"
        ),
    ],
)  # fmt: skip
def test_word_in_another_sense_is_no_event(other: str, political: str) -> None:
    assert types(other) == set()
    assert types(political) != set()


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("[Ms Reyl]{NORPTY} vowed to do better.", id="promise to nobody"),
        pytest.param("[Ms Reyl]{NORPTY} hailed the recovery.", id="liking"),
        pytest.param("[Ms Reyl]{NORPTY} stopped the [delegates]{NORCVL} in the street.", id="to stop a rival"),
        pytest.param("[Ms Reyl]{NORPTY} met [voters]{NORCVL} in the harbour.", id="canvassing"),
    ],
)
def test_what_candidates_do_every_day_is_an_event_only_outside_campaigns(sentence: str) -> None:
    assert types(sentence) != set()
    assert types(CAMPAIGN + sentence) == set()


def test_article_with_one_candidate_is_of_no_campaign() -> None:
    assert not find_topics(parsed("The candidate met the mayor. The harbour was closed for repairs.")).campaign
    assert find_topics(parsed(CAMPAIGN)).campaign
