"""From sentences to events: types, modes and who stands where."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.coding import coded, rows
from onrecord.events import load_coder
from onrecord.records import Actor, Article, Attribution, Mention, Span
from support import marked, parsed

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Rwanda]{RWA} invaded [Burundi]{BDI}.", ("invaded", "ASSAULT", "RWA", "BDI")),
        ("[Burundi]{BDI} was invaded by [Rwanda]{RWA}.", ("invaded", "ASSAULT", "RWA", "BDI")),
        ("[Chad]{TCD} carried out an attack on [Niger]{NER}.", ("attack", "ASSAULT", "TCD", "NER")),
        ("[Kenya]{KEN}'s shelling of [Somalia]{SOM} went on.", ("shelling", "ASSAULT/heavy-weapons", "KEN", "SOM")),
        ("[Norway]{NOR} apologised to [Finland]{FIN}.", ("apologised", "CONCEDE", "NOR", "FIN")),
        ("[Norway]{NOR} condemned [Finland]{FIN} on Tuesday.", ("condemned", "ACCUSE/disapprove", "NOR", "FIN")),
        ("[Norway]{NOR} imposed sanctions on [Finland]{FIN}.", ("sanctions", "SANCTION/discontinue", "NOR", "FIN")),
        ("[Norway]{NOR} accused [Finland]{FIN} of fishing.", ("accused", "ACCUSE", "NOR", "FIN")),
        ("[Norway]{NOR} wrote poems to [Nepal]{NPL}.", None),
        ("[Norway]{NOR} sent food aid to [Nepal]{NPL}.", ("sent", "AID", "NOR", "NPL")),
        ("[Norway]{NOR} recalled its ambassador from [Nepal]{NPL}.", ("recalled", "SANCTION/withdraw", "NOR", "NPL")),
        ("[Police]{KENCOP} arrested [protesters]{KENCVL}.", ("arrested", "COERCE/arrest", "KENCOP", "KENCVL")),
    ],
)
def test_event_has_its_head_code_and_parties(sentence: str, expected: tuple[str, ...] | None) -> None:
    found = rows(sentence)
    assert (expected in found) if expected is not None else found == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Norway]{NOR} threatened to bomb [Finland]{FIN}.", ("threatened", "THREATEN/violence", "NOR", "FIN")),
        ("[Norway]{NOR} agreed to help [Finland]{FIN}.", ("agreed", "AGREE", "NOR", "FIN")),
        ("[Norway]{NOR} urged [Finland]{FIN} to withdraw its troops.", ("urged", "REQUEST/yield", "NOR", "FIN")),
        ("[Norway]{NOR} demanded that [Finland]{FIN} withdraw its troops.", ("demanded", "REQUEST/yield", "NOR", "FIN")),
        ("[Norway]{NOR} refused to meet [Finland]{FIN}.", ("refused", "REJECT/meet", "NOR", "FIN")),
        (
            "[Norway]{NOR} refused to withdraw [gunners]{NORMIL} from [Finland]{FIN}.",
            ("refused", "REJECT/yield", "NOR", "FIN"),
        ),
    ],
)
def test_governor_takes_its_type_from_the_deed_below_it(sentence: str, expected: tuple[str, ...]) -> None:
    assert expected in rows(sentence)


def test_governed_deed_stays_its_own_event() -> None:
    assert ("bomb", "ASSAULT", "NOR", "FIN") in [
        (head, code.split("/")[0], *who) for head, code, *who in rows("[Norway]{NOR} threatened to bomb [Finland]{FIN}.")
    ]


def test_refusal_to_speak_is_no_event() -> None:
    assert rows("[Norway]{NOR} declined to comment on [Finland]{FIN}.") == []


def test_gerund_after_accuse_of_is_done_by_the_accused() -> None:
    assert ("attacking", "ASSAULT", "NOR", "FIN") in rows("[Oman]{OMN} accused [Norway]{NOR} of attacking [Finland]{FIN}.")


def test_relative_clause_gives_its_noun_as_actor() -> None:
    assert ("shelled", "ASSAULT/heavy-weapons", "NORMIL", "FIN") in rows("The [troops]{NORMIL} that shelled [Finland]{FIN} left.")


def test_day_of_the_week_is_no_party() -> None:
    found = rows("[Norway]{NOR} attacked on Saturday.")
    assert found == [("attacked", "ASSAULT", "NOR", "")]


def test_plain_modifier_is_no_event() -> None:
    assert rows("[Norway]{NOR} loves the besieged town.") == []


def test_allowing_another_to_deploy_is_two_events_with_two_actors() -> None:
    found = rows("[Belarus]{BLR} continues to allow [Russia]{RUS} to station troops on its soil.")
    assert [row[:3] for row in found] == [("allow", "COOPERATE", "BLR"), ("station", "MOBILIZE/troops", "RUS")]


def test_definite_later_mention_is_linked_and_takes_the_parties_it_leaves_out() -> None:
    found = coded("[Norway]{NOR} apologised to [Finland]{FIN}. The apology came late.")
    first, second = found.events
    assert second.same_as == first.id
    assert (second.actors, second.recipients) == (first.actors, first.recipients)


def test_main_clause_is_marked() -> None:
    found = coded("[Norway]{NOR} condemned [Finland]{FIN}, which attacked [Nepal]{NPL}.")
    assert [event.type for event in found.events if event.id in found.main] == ["ACCUSE"]


def test_announced_deed_is_a_promise_only_when_asked_for() -> None:
    sentence = "[Norway]{NOR} will send food aid to [Nepal]{NPL}."
    assert rows(sentence)[0][1] == "AID"
    assert rows(sentence, declared=True)[0][1] == "AGREE"


def test_spoken_duty_is_a_request_when_announced_deeds_count() -> None:
    assert ("said", "REQUEST", "NOR", "FIN") in rows("[Norway]{NOR} said [Finland]{FIN} must pay.", declared=True)


def test_event_stands_on_the_innermost_attribution() -> None:
    text, spans = marked(
        "[Oslo said [Nepal attacked Tibet]{inner}]{outer}.".replace("[Oslo said ", "Oslo said ").replace("]{outer}", "")
    )
    content = spans["inner"][0]
    outer = Attribution("o", (), (), (Span(0, len(text)),), "indirect", "assert", chain=("AUTHOR", "x"))
    inner = Attribution("i", (), (), (content,), "indirect", "assert", parent="o", chain=("AUTHOR", "x", "y"))
    actors = (Actor("n", "Nepal", "country", "NPL"),)
    mentions = (Mention(Span(content.start, content.start + 5), "n", "name"),)
    found = load_coder().find(parsed(text), Article("a", text), (outer, inner), actors, mentions)
    assert [(event.attribution, event.chain) for event in found.events] == [("i", ("AUTHOR", "x", "y"))]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_events_inside_it(text: str) -> None:
    found = load_coder().find(parsed(text), Article("a", text), (), (), ())
    assert all(0 <= event.head.start < event.head.end <= len(text) for event in found.events)
    assert list(found.events) == sorted(found.events, key=lambda event: event.head)


def test_dateline_is_not_the_subject() -> None:
    assert ("arrested", "COERCE/arrest", "KENCOP", "KENCVL") in rows("NAIROBI - [Police]{KENCOP} arrested [protesters]{KENCVL}.")


def test_subject_with_a_clause_of_its_own_does_what_follows() -> None:
    found = rows("[Norway]{NOR}, which lies next to it, offered to help [Finland]{FIN}.")
    assert ("offered", "AGREE", "NOR", "FIN") in found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[Norway]{NOR} telephoned [Finland]{FIN} and apologised.", ("apologised", "CONCEDE", "NOR", "FIN")),
        ("[Norway]{NOR} fell short of blaming [Finland]{FIN}.", ("blaming", "ACCUSE/allege", "NOR", "FIN")),
        ("[Norway]{NOR} took part in the invasion of [Chad]{TCD}.", ("invasion", "ASSAULT", "NOR", "TCD")),
        (
            "The massacre of [rebels]{TCDREB}, which [Chad]{TCD} denied having carried out.",
            ("massacre", "ASSAULT", "TCD", "TCDREB"),
        ),
    ],
)
def test_party_is_found_through_coordination_and_control(sentence: str, expected: tuple[str, ...]) -> None:
    assert expected in rows(sentence)


def test_who_agrees_with_another_is_one_of_two_actors() -> None:
    assert rows("[Norway]{NOR} agreed with [Finland]{FIN} to share radar data.")[0] == ("agreed", "AGREE", "NOR FIN", "")


def test_who_is_to_be_freed_is_not_asked_to_do_it() -> None:
    found = {row[0]: row[3] for row in rows("[Norway]{NOR} demanded that [sailors]{FINCVL} be freed.")}
    assert found["demanded"] == ""


def test_stopping_a_convoy_cuts_no_tie() -> None:
    assert "SANCTION" not in " ".join(row[1] for row in rows("[Rebels]{CODREB} stopped the [UN]{UNOGOV} convoy."))


def test_craft_is_of_the_force_that_tells_what_it_did() -> None:
    found = rows("[The fleet]{USAMIL} said that a helicopter had destroyed a boat of the [rebels]{SOMREB}.")
    assert ("destroyed", "USAMIL") in [(row[0], row[2]) for row in found]


def test_who_stands_behind_the_verb_of_his_own_words_is_not_its_object() -> None:
    text, spans = marked("[The army]{NERMIL} has shelled two farms, charged [the mayor]{NERGOV}.")
    actors = tuple(Actor(name, name, "group", "NER", (name[3:],)) for name in spans)
    mentions = tuple(Mention(place, name, "name") for name, places in spans.items() for place in places)
    cue = Span(text.index("charged"), text.index("charged") + len("charged"))
    said = Attribution("a", tuple(spans["NERGOV"]), (cue,), (Span(0, cue.start - 2),), "indirect", "accuse", holder="NERGOV")
    found = load_coder().find(parsed(text), Article("a", text), (said,), actors, mentions)
    charge = next(event for event in found.events if event.type == "ACCUSE")
    assert (charge.actors, charge.recipients) == (("NERGOV",), ())
