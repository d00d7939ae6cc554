"""Acts of daily life, business and shows are no events."""

from __future__ import annotations

import pytest

from events.coding import rows

pytestmark = pytest.mark.model

LONG = (
    "The harbour lay still that week. Gulls sat on the quay, and a baker sold rolls from his van to those who came off the boat. "
    "The library had new lamps. In the square a fiddler played until noon, and nobody minded the rain. A tram went by, empty "
    "but for one old man with a dog. The museum closed at five. Its keeper swept the steps and went home over the bridge. "
)
"""More than eighty tokens about nothing political."""


def types(source: str) -> set[str]:
    return {code.split("/")[0] for _, code, *_ in rows(source)}


@pytest.mark.parametrize(
    ("other", "political"),
    [
        pytest.param(
            "[Ms Reyl]{NORBUS} agreed to sell the mill to [Mr Aune]{NORBUS}.",
            "[Norway]{NOR} agreed to sell ships to [Chile]{CHL}.",
            id="agreement of merchants",
        ),
        pytest.param(
            "[Ms Reyl]{NORBUS} praised [Mr Aune]{NORJRN}.", "[Norway]{NOR} praised [Chile]{CHL}.", id="praise among friends"
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} thanked the crowd of [Norwegians]{NORCVL}.",
            "[Norway]{NORGOV} thanked [Chile]{CHLGOV}.",
            id="thanks",
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} defended her decision.", "[Ms Reyl]{NORGOV} defended [Chile]{CHLGOV}.", id="defence of one's own"
        ),
        pytest.param(
            "[A baker]{NORBUS} asked [a reporter]{NORJRN} to leave.",
            "[Norway]{NOR} asked [Chile]{CHL} to leave.",
            id="private wish",
        ),
        pytest.param(
            "[A minister]{NORGOV} asked for anonymity.", "[A minister]{NORGOV} asked [Chile]{CHL} for help.", id="anonymity"
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} has little appeal to [Norwegians]{NORCVL}.",
            "[Ms Reyl]{NORGOV} renewed her appeal to [Chile]{CHLGOV} for calm.",
            id="to be liked",
        ),
        pytest.param(
            "The budget of [Norway]{NORGOV} calls for higher fares.",
            "[Norway]{NORGOV} calls for higher fares.",
            id="what a budget provides",
        ),
        pytest.param("The shelling threatens [Chile]{CHL}.", "[Norway]{NOR} threatens [Chile]{CHL}.", id="deed that threatens"),
        pytest.param(
            "[Ms Reyl]{NORGOV} met her brother for dinner.",
            "[Ms Reyl]{NORGOV} met [Chile's minister]{CHLGOV}.",
            id="family dinner",
        ),
        pytest.param(
            "[Police]{NORCOP} searched their own records.",
            "[Police]{NORCOP} searched the office of [Chile]{CHL}.",
            id="own records",
        ),
        pytest.param(
            "A court in [Norway]{NORGOV} heard [Ms Reyl]{NORGOV}, who has an eating disorder.",
            "Public disorder by [Norwegians]{NORCVL} spread.",
            id="illness",
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} of the Norwegian Bureau of Investigation sang.",
            "[Norway]{NORGOV} opened an investigation of [Chile]{CHLGOV}.",
            id="word of a name",
        ),
        pytest.param(
            "[Norway]{NORGOV} agreed with [Chile]{CHLGOV} that fishing was fun.",
            "[Norway]{NORGOV} agreed with [Chile]{CHLGOV} to send help.",
            id="to be of one mind",
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} was asked by [Mr Aune]{CHLGOV} to comment.",
            "[Ms Reyl]{NORGOV} was asked by [Mr Aune]{CHLGOV} to resign.",
            id="asked to comment",
        ),
        pytest.param(
            "[Ms Reyl]{NORBUS} stepped down as chairman of [Aune Ferries]{NORBUS}.",
            "[Ms Reyl]{NORGOV} stepped down as chairman of the council.",
            id="to leave a company",
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} was questioned about it on the radio.",
            "[Police]{NORCOP} questioned [Ms Reyl]{NORGOV} about it.",
            id="interview",
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} cut him off in mid-sentence.",
            "[Norway]{NORGOV} cut off gas supplies to [Chile]{CHL}.",
            id="to interrupt",
        ),
        pytest.param(
            "The laws of [Norway]{NORGOV} promise free books.",
            "[Norway]{NORGOV} promised [Chile]{CHL} free books.",
            id="what laws promise",
        ),
        pytest.param(
            "A ruling freed [Ms Reyl]{NORGOV} to sing.",
            "A ruling freed [Ms Reyl]{NORGOV}.",
            id="to free somebody to do something",
        ),
        pytest.param(
            "A ruling destroyed the plan of [Ms Reyl]{NORGOV}.",
            "[Rebels]{NORREB} destroyed the bridge of [Chile]{CHL}.",
            id="ruin of a plan",
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} talks tough.",
            "[Ms Reyl]{NORGOV} talks with [Mr Aune]{CHLGOV}.",
            id="to talk tough",
        ),
        pytest.param(
            "[Ms Reyl]{NORGOV} signed an executive order.",
            "[Ms Reyl]{NORGOV} ordered [Chile]{CHL} to leave.",
            id="decree",
        ),
        pytest.param(
            "It was left with the news release of [Ms Reyl]{NORGOV}.",
            "It was left with the release of [Ms Reyl]{NORGOV}.",
            id="news release",
        ),
        pytest.param(
            "The drink killed [Mr Aune]{NORGOV}.",
            "[Rebels]{NORREB} killed [Mr Aune]{NORGOV}.",
            id="habit that kills",
        ),
        pytest.param(
            "[Mr Aune]{NORGOV} battled rust.",
            "[Norwegian troops]{NORMIL} battled [Chilean troops]{CHLMIL}.",
            id="battle against a thing",
        ),
        pytest.param(
            "The harbour had an interview request from [Mr Aune]{NORGOV}.",
            "The harbour had a help request from [Mr Aune]{NORGOV}.",
            id="interview request",
        ),
        pytest.param(
            "[Mr Aune]{NORJRN} resigned in March.",
            "[Mr Aune]{NORGOV} resigned in March.",
            id="reporter who resigns",
        ),
        pytest.param(
            "[Mr Aune]{NORGOV} works for a consulting company.",
            "[Mr Aune]{NORGOV} is consulting with [Chile]{CHLGOV}.",
            id="consulting company",
        ),
    ],
)
def test_word_of_politics_in_daily_life_is_no_event(other: str, political: str) -> None:
    assert not types(LONG + other)
    assert types(LONG + political)


def test_text_too_short_to_show_what_it_is_about_keeps_promises() -> None:
    promise = "[Ms Reyl]{NORBUS} promised to visit [Mr Aune]{NORBUS}."
    assert types(promise)
    assert not types(LONG + promise)


def test_protest_that_something_is_so_is_made_in_words() -> None:
    assert "PROTEST" not in types("[Students]{NORCVL} protested that the hall was cold.")
    assert "PROTEST" in types("[Students]{NORCVL} protested against [Chile]{CHLGOV}.")


def test_arms_given_are_no_arms_laid_down() -> None:
    assert rows("[Norway]{NOR} was giving weapons to the [rebels]{CHLREB}.")[0][1:] == ("AID", "NOR", "CHLREB")


def test_letter_to_somebody_that_is_released_frees_nobody() -> None:
    assert "RETREAT" not in types("In a letter to [lawmakers]{NORGOV} released on Monday, [Ms Reyl]{NORGOV} sang of rain.")


RACE = (
    "The candidate told voters in the primary that the campaign would go on. The nominee thanked the delegates after the ballot. "
)


@pytest.mark.parametrize(
    "source",
    [
        "[Ms Reyl]{NORGOV} continued her attacks on [Mr Aune]{NORGOV}, and nobody was killed.",
        "[Ms Reyl]{NORGOV} rocketed in the polls.",
        "[Ms Reyl]{NORGOV} clashed with [Mr Aune]{NORGOV} over roads.",
        "[Ms Reyl]{NORGOV} sought donations from [Mr Aune]{NORBUS}.",
        "[Ms Reyl]{NORGOV} picked up all six of the delegates.",
        "[Ms Reyl]{NORGOV} rallied young people.",
    ],
)
def test_contest_for_votes_is_no_fight(source: str) -> None:
    assert not types(RACE + source) & {"ASSAULT", "COERCE", "PROTEST", "REQUEST", "SUPPORT"}


def test_sealed_pact_is_signed() -> None:
    assert rows("[Norway]{NOR} sealed a pact with [Chile]{CHL}.")[0][1] == "SUPPORT"


def test_hijacked_account_is_no_force() -> None:
    assert "ASSAULT" not in types("Hackers from [Norway]{NOR} hijacked the account of [Ms Reyl]{CHLGOV}.")
    assert "ASSAULT" in types("[Pirates]{NORCVL} hijacked a ship of [Chile]{CHL}.")


def test_who_bears_arms_got_them_from_nobody_told() -> None:
    assert "AID" not in types("[Rebels]{NORREB} armed with rifles held the road to [Chile]{CHL}.")
    assert "AID" in types("[Rebels]{NORREB} armed by [Chile]{CHL} held the road.")


def test_those_on_the_march_protest_against_nobody() -> None:
    assert "PROTEST" not in types("[Rebels]{NORREB} were on the march in [Chile]{CHL}.")


@pytest.mark.parametrize("wish", ["that his name be withheld", "not to be named", "to remain anonymous"])
def test_source_that_asks_not_to_be_named_demands_nothing(wish: str) -> None:
    assert not types(f"An official in [Norway]{{NORGOV}} asked {wish}.")


def test_talks_that_are_denied_are_not_refused() -> None:
    assert "REJECT" not in types("[Norway]{NOR} denied holding talks with [Chile]{CHL}.")
    assert "REJECT" in types("[Norway]{NOR} refused talks with [Chile]{CHL}.")


def test_rebels_who_are_driven_from_a_town_are_under_no_sanction() -> None:
    assert rows("The [army]{NORMIL} expelled [rebels]{NORREB} from the town.")[0][1] == "ASSAULT"
    assert rows("[Norway]{NOR} expelled two [diplomats]{CHLGOV}.")[0][1] == "SANCTION/expel"
