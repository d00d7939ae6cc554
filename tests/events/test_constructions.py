"""What the lexicon's rows find, by type and mode, and what they leave alone: one sentence of news each."""

from __future__ import annotations

import pytest

from events.coding import rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("[Norway]{NOR} and [Finland]{FIN} hammered out an agreement on fishing.", "AGREE"),
        ("[Norway]{NOR} signed up to the treaty with [Finland]{FIN}.", "AGREE"),
        ("[Norway]{NOR}'s envoys discussed the border with [Finland]{FIN}.", "CONSULT"),
        ("[Norway]{NOR} threw its weight behind [Finland]{FIN}.", "SUPPORT"),
        ("[Norway]{NOR} strengthened ties with [Finland]{FIN}.", "SUPPORT"),
        ("[Norway]{NOR} relaxed the curfew in [Chad]{TCD}.", "CONCEDE"),
        ("[Kenya]{KEN} handed the suspects to [Chad]{TCD} after sharing intelligence with [Niger]{NER}.", "COOPERATE"),
        ("[Norway]{NOR} airlifted medicine to [Chad]{TCD}.", "AID"),
        ("[Norway]{NOR} shipped mortars to [rebels]{TCDREB}.", "AID"),
        ("The flooded town was handed rice by [soldiers]{TCDMIL}.", "AID"),
        ("[Norway]{NOR} withdrew its observers from [Chad]{TCD}.", "SANCTION/withdraw"),
        ("[Norway]{NOR} is ready to impose sanctions on [Chad]{TCD}.", "THREATEN/restrict"),
        ("[Norway]{NOR} bailed out [Chad]{TCD}.", "AID"),
        ("[Norway]{NOR} scaled down its contingent in [Chad]{TCD}.", "RETREAT/withdraw"),
        ("[Norway]{NOR} appealed to [Chad]{TCD} on Friday.", "REQUEST"),
        ("[Norway]{NOR} lodged a protest with [Chad]{TCD}.", "ACCUSE/disapprove"),
        ("[Norway]{NOR} called the raid by [Chad]{TCD} barbaric.", "ACCUSE/disapprove"),
        ("[Norway]{NOR} scoffed at the proposal by [Chad]{TCD}.", "REJECT"),
        ("[Norway]{NOR} warned [Chad]{TCD} of retaliation.", "THREATEN/violence"),
        ("[Dockers]{NORCVL} walked off and dockers blocked the port in [Norway]{NOR}.", "PROTEST/obstruct"),
        ("[Norway]{NOR} revoked the visas of diplomats from [Chad]{TCD}.", "SANCTION/discontinue"),
        ("[Norway]{NOR} scrambled two jets against [Chad]{TCD}.", "MOBILIZE/weapons"),
        ("[Norway]{NOR} beefed up security along the border with [Chad]{TCD}.", "MOBILIZE/troops"),
        ("The jailing of [students]{TCDCVL} by [Chad]{TCD} went on.", "COERCE/arrest"),
        ("[Rebels]{TCDREB} seized control of a town in [Chad]{TCD}.", "ASSAULT"),
        ("The torching of homes in [Chad]{TCD} by [rebels]{TCDREB} was filmed.", "ASSAULT/destroy"),
        ("[Norway]{NOR} asked the ambassador of [Chad]{TCD} to leave.", "SANCTION/expel"),
        ("[Norway]{NOR} has called two consuls home from [Chad]{TCD}.", "SANCTION/withdraw"),
        ("[Norway]{NOR} heaped praise on [Chad]{TCD}.", "SUPPORT"),
        ("[Norway]{NOR} put its signature to a treaty with [Chad]{TCD}.", "SUPPORT"),
        ("[Norway]{NOR} said no to an offer by [Chad]{TCD}.", "REJECT"),
        ("[Norway]{NOR} served notice on [Chad]{TCD}.", "THREATEN"),
        ("[Norway]{NOR} annexed two islands of [Chad]{TCD}.", "COERCE/seize"),
        ("[Norway]{NOR} wrote off 20 million dollars that [Chad]{TCD} owed.", "AID"),
    ],
)
def test_news_says_it_this_way(sentence: str, code: str) -> None:
    assert code in [found for _, found, *_ in rows(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "[Norway]{NOR} launched a website for [Chad]{TCD}.",
        "[Norway]{NOR} struck a chord in [Chad]{TCD}.",
        "[Norway]{NOR} took the voters of [Chad]{TCD} off the rolls.",
        "[Norway]{NOR} stifled growth in [Chad]{TCD}.",
        "[Norway]{NOR} fired the coach from [Chad]{TCD}.",
        "The film arrested the attention of [Norway]{NOR}.",
        "[Norway]{NOR} treated the topic in a report on [Chad]{TCD}.",
        "[Norway]{NOR} beat [Chad]{TCD} and met its goals.",
        "[Norway]{NOR} met the targets of [Chad]{TCD}.",
        "[Norway]{NOR} killed the bill of [Chad]{TCD}.",
        "The demand for coal in [Norway]{NOR} fell.",
        "The war on drugs cost [Norway]{NOR} a fortune.",
        "[Norway]{NOR} brought prices down in [Chad]{TCD}.",
        "[Norway]{NOR} restored law and order in [Chad]{TCD}.",
        "[Norway]{NOR} is prepared to face the winter with [Chad]{TCD}.",
        "[Norway]{NOR} blew a chance in [Chad]{TCD}.",
        "[Norway]{NOR} captured the mood of [Chad]{TCD}.",
    ],
)
def test_a_figure_of_speech_is_no_event(sentence: str) -> None:
    assert rows(sentence) == []


@pytest.mark.parametrize(
    "sentence", ["[Soldiers]{TCDMIL} shot themselves.", "[Soldiers]{TCDMIL} handcuffed themselves to a gate."]
)
def test_force_against_oneself_is_no_event(sentence: str) -> None:
    assert not [code for _, code, *_ in rows(sentence) if code.split("/")[0] in ("ASSAULT", "COERCE")]


def test_what_is_not_ruled_out_is_refused_to_nobody() -> None:
    assert "REJECT" not in {code.split("/")[0] for _, code, *_ in rows("[Norway]{NOR} did not rule out talks with [Chad]{TCD}.")}
