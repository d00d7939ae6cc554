"""Who answers whom."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.factuality import load_assessor
from onrecord.factuality.answers import read_answers
from onrecord.factuality.stances import find_stances
from onrecord.records import AUTHOR, Act, Attribution, Event, Mention, Span, Stance
from support import parsed


def attribution(text: str, id_: str, who: str, cue: str, content: str, act: Act) -> Attribution:
    spans = [Span(text.index(piece), text.index(piece) + len(piece)) for piece in (who, cue, content)]
    return Attribution(
        id=id_, source=(spans[0],), cue=(spans[1],), content=(spans[2],), kind="indirect", act=act,
        holder=who, holder_name=who, chain=(AUTHOR, who),
    )  # fmt: skip


TEXT = "The mayor said that the army had shelled the market. {} The convoy left at noon."


def stances(answer: str, who: str, cue: str, content: str, act: Act, head: str = "") -> tuple[Stance, ...]:
    text = TEXT.format(answer)
    claim = attribution(text, "a1", "The mayor", "said", "that the army had shelled the market", "assert")
    answers = attribution(text, "a2", who, cue, content, act)
    parse, assessor = parsed(text), load_assessor()
    heads = [w for w in ("shelled", head) if w]
    types = {"shelled": "ASSAULT"}
    events = [Event(f"e{n}", Span(text.index(w), text.index(w) + len(w)), types.get(w, "AID")) for n, w in enumerate(heads, 1)]
    attributions = (claim, answers)
    return assessor.find_stances(parse, attributions, assessor.assess(parse, attributions, events))


@pytest.mark.parametrize(
    ("answer", "cue", "content", "act", "value"),
    [
        ("The general rejected the mayor's claim.", "rejected", "the mayor's claim", "reject", "rejects"),
        ("The general doubted the mayor's account.", "doubted", "the mayor's account", "doubt", "doubts"),
        ("The general declined to comment on the claim.", "declined", "to comment on the claim", "reject", "declines"),
        ("The general declined to give a reason.", "declined", "to give a reason", "reject", "declines"),
        ("The general would not discuss it.", "would not discuss", "it", "reject", "declines"),
        ("The general admitted as much.", "admitted", "as much", "confirm", "confirms"),
        ("The general found no such hole.", "found", "no such hole", "believe", "doubts"),
        ("The general did not respond to the claim.", "did not respond", "to the claim", "reject", "declines"),
    ],
)
def test_answer_is_a_stance_toward_the_claim(answer: str, cue: str, content: str, act: Act, value: str) -> None:
    found = stances(answer, "The general", cue, content, act)
    assert [(s.holder, s.value, s.attribution_toward) for s in found] == [("The general", value, "a1")]


def test_denied_event_is_the_target_of_its_denial() -> None:
    found = stances("The general denied arming the militia.", "The general", "denied", "arming the militia", "deny", "arming")
    assert [(s.value, s.event_toward, s.attribution) for s in found] == [("denies", "e2", "a2")]


def test_answer_by_its_cue_answers_something_even_far_from_its_words() -> None:
    found = stances("The harbour pilots denied the theft.", "The harbour pilots", "denied", "the theft", "deny")
    assert [(s.value, s.attribution_toward) for s in found] == [("denies", "a1")]


@pytest.mark.parametrize(
    ("answer", "cue", "content", "act"),
    [
        ("The general did not mention the mayor.", "did not mention", "the mayor", "doubt"),
        ("The general opposed the war.", "opposed", "the war", "reject"),
        ("The general denied them passage.", "denied", "them passage", "deny"),
        (
            "The general confirmed that the bakers were paid in flour.",
            "confirmed",
            "that the bakers were paid in flour",
            "confirm",
        ),
        ("The general said it was not clear who had fired.", "said", "it was not clear who had fired", "assert"),
        ("The general said he would accept no responsibility.", "said", "he would accept no responsibility", "assert"),
        ("The general must reject the claim.", "must reject", "the claim", "reject"),
    ],
)
def test_what_answers_no_word_is_no_stance(answer: str, cue: str, content: str, act: Act) -> None:
    assert not stances(answer, "The general", cue, content, act)


def test_bare_refusal_denies() -> None:
    found = stances("“Certainly not,” said the general.", "the general", "said", "“Certainly not,”", "assert")
    assert [(s.value, s.attribution_toward) for s in found] == [("denies", "a1")]


def test_refused_deed_is_no_stance() -> None:
    assert not stances("The general refused to resign.", "The general", "refused", "to resign", "reject")


def test_what_is_left_open_is_no_stance() -> None:
    assert not stances("The general did not rule out a pullout.", "The general", "did not rule out", "a pullout", "doubt")


def test_neither_confirming_nor_denying_declines() -> None:
    found = stances("The general would neither confirm nor deny it.", "The general", "deny", "it", "deny")
    assert {s.value for s in found} <= {"declines"}


def test_claim_called_false_in_plain_words_is_rejected() -> None:
    found = stances("The general said that the mayor's claim was baseless.", "The general", "said",
                    "that the mayor's claim was baseless", "assert")  # fmt: skip
    assert [(s.value, s.attribution_toward) for s in found] == [("rejects", "a1")]


@pytest.mark.parametrize(
    ("answer", "cue", "content", "act"),
    [
        pytest.param("The general has never denied the claim.", "denied", "the claim", "doubt", id="negated denial"),
        pytest.param("The general's draft does not say who paid.", "does not say", "who paid", "doubt", id="silent paper"),
        pytest.param('"Had we known, we would have helped," the general said.', "said", '"Had we known, we would have helped,"',
                     "assert", id="what would have been"),
    ],
)  # fmt: skip
def test_wording_that_answers_nothing_is_no_stance(answer: str, cue: str, content: str, act: Act) -> None:
    assert not stances(answer, "general", cue, content, act)


@pytest.mark.parametrize(
    ("answer", "cue", "content", "value"),
    [
        pytest.param('"Certainly not," the general said.', "said", '"Certainly not,"', "denies", id="no verb"),
        pytest.param("The general said he had been misquoted.", "said", "he had been misquoted", "denies", id="mistold"),
        pytest.param("The general said he saw no proof of it.", "said", "he saw no proof of it", "doubts", id="no proof"),
        pytest.param(
            "The general said he had looked but seen no trace of it.",
            "said",
            "he had looked but seen no trace of it",
            "doubts",
            id="no proof, in the second of two verbs",
        ),
        pytest.param("Why should the general believe the mayor?", "believe", "the mayor", "doubts", id="asked back"),
        pytest.param("The general could not say who was right.", "could not say", "who was right", "doubts", id="cannot say"),
    ],
)
def test_answer_is_read_from_its_wording(answer: str, cue: str, content: str, value: str) -> None:
    text = TEXT.format(answer)
    act: Act = "assert" if cue == "said" else "doubt" if "not" in cue else "believe"
    found = read_answers(parsed(text), [attribution(text, "a2", "general", cue, content, act)], [])
    assert [answer.value for answer in found] == [value]


def test_each_later_sentence_that_denies_an_event_is_an_answer() -> None:
    quotation = '"We were in the barracks. We did not shell anybody,"'
    text = TEXT.format(f"{quotation} the general insisted.")
    own = attribution(text, "a2", "the general", "insisted", quotation, "assert")
    event = Event("e2", Span(text.index("shell anybody"), text.index("shell anybody") + 5), "ASSAULT")
    parse = parsed(text)
    found = list(read_answers(parse, [own], load_assessor().assess(parse, [own], [event])))
    assert [(a.value, a.event.id if a.event else None) for a in found] == [("denies", "e2")]


def test_saying_that_is_denied_is_the_event_and_no_claim() -> None:
    text = "The mayor denied that the general had threatened to shell the market."
    denial = attribution(text, "a1", "The mayor", "denied", "that the general had threatened to shell the market", "deny")
    threat = attribution(text, "a2", "the general", "threatened", "to shell the market", "promise")
    threat = replace(threat, parent="a1", chain=(AUTHOR, "The mayor", "the general"))
    parse, assessor = parsed(text), load_assessor()
    event = Event("e1", Span(text.index("threatened"), text.index("threatened") + 10), "THREATEN")
    found = assessor.find_stances(parse, (denial, threat), assessor.assess(parse, (denial, threat), [event]))
    assert [(s.value, s.event_toward) for s in found] == [("denies", "e1")]


def test_doubt_of_both_accounts_is_a_stance_toward_each() -> None:
    text = "The mayor said the army shelled the town. The general insisted rebels did. Neither account could be verified."
    claims = [
        attribution(text, "a1", "The mayor", "said", "the army shelled the town", "assert"),
        attribution(text, "a2", "The general", "insisted", "rebels did", "assert"),
    ]
    doubt = attribution(text, "a3", "Neither", "could be verified", "Neither account", "doubt")
    doubt = replace(doubt, source=(), holder=None, chain=(AUTHOR, "UNNAMED"))
    found = load_assessor().find_stances(parsed(text), (*claims, doubt), ())
    assert {(s.value, s.attribution_toward) for s in found} == {("doubts", "a1"), ("doubts", "a2")}


def test_doubt_of_both_accounts_is_toward_the_two_sides_of_the_dispute() -> None:
    text = (
        "The mayor said that the army had shelled the market. The general rejected the mayor's claim. A nurse reported that"
        " three had died. A baker added that the bread was late. Neither account could be verified."
    )
    told = [
        attribution(text, "a1", "The mayor", "said", "that the army had shelled the market", "assert"),
        attribution(text, "a2", "The general", "rejected", "the mayor's claim", "reject"),
        attribution(text, "a3", "A nurse", "reported", "that three had died", "assert"),
        attribution(text, "a4", "A baker", "added", "that the bread was late", "assert"),
    ]
    doubt = attribution(text, "a5", "Neither", "could be verified", "Neither account", "doubt")
    doubt = replace(doubt, source=(), holder=None, chain=(AUTHOR, "UNNAMED"))
    found = load_assessor().find_stances(parsed(text), (*told, doubt), ())
    assert [s.attribution_toward for s in found if s.value == "doubts"] == ["a1", "a2"]


@pytest.mark.parametrize(
    ("answer", "cue"),
    [("The mayor retracted the claim.", "retracted"), ("The mayor took back the claim.", "took back")],
)
def test_word_taken_back_is_ones_own(answer: str, cue: str) -> None:
    text = TEXT.format("The general added that rebels had done it. " + answer)
    told = [
        attribution(text, "a1", "The mayor", "said", "that the army had shelled the market", "assert"),
        attribution(text, "a2", "The general", "added", "that rebels had done it", "assert"),
        attribution(text, "a3", "The mayor", cue, "the claim", "reject"),
    ]
    found = load_assessor().find_stances(parsed(text), told, ())
    assert [(s.value, s.attribution_toward, s.attribution) for s in found] == [("rejects", "a1", "a3")]


def test_claim_denied_twice_has_two_stances() -> None:
    text = TEXT.format("The general rejected the mayor's claim. The general dismissed the mayor's claim as well.")
    claim = attribution(text, "a1", "The mayor", "said", "that the army had shelled the market", "assert")
    one = attribution(text, "a2", "The general", "rejected", "the mayor's claim", "reject")
    start = text.index("the mayor's claim as well")
    two = replace(
        attribution(text, "a3", "The general", "dismissed", "the mayor's claim", "reject"), content=(Span(start, start + 17),)
    )
    found = load_assessor().find_stances(parsed(text), (claim, one, two), ())
    assert [(s.attribution_toward, s.attribution) for s in found] == [("a1", "a2"), ("a1", "a3")]


def test_lack_of_knowledge_denies_nothing() -> None:
    assert not stances(
        "The general said he did not know the mayor.", "The general", "said", "he did not know the mayor", "assert"
    )


def test_author_who_disbelieves_rejects_the_claim() -> None:
    text = "The general falsely claimed that the army had spared the market."
    claim = attribution(text, "a1", "The general", "claimed", "that the army had spared the market", "assert")
    found = load_assessor().find_stances(parsed(text), (claim,), ())
    assert [(s.holder, s.value, s.attribution_toward, s.attribution) for s in found] == [(None, "rejects", "a1", None)]


@pytest.mark.parametrize(
    ("answer", "cue", "content"),
    [
        ("The mayor called the general a murderer.", "called", "the general a murderer"),
        ("The mayor hit back, calling the general a murderer.", "hit back", "calling the general a murderer"),
    ],
)
def test_calling_somebody_a_murderer_rejects_his_claim_of_innocence(answer: str, cue: str, content: str) -> None:
    text = f"The general said he was not responsible for the raid. {answer}"
    claim = attribution(text, "a1", "The general", "said", "he was not responsible for the raid", "assert")
    own = attribution(text, "a2", "The mayor", cue, content, "accuse")
    start = text.index("the general a")
    mention = Mention(Span(start, start + 11), "The general", "nominal")
    found = load_assessor().find_stances(parsed(text), (claim, own), (), (mention,))
    assert [(s.holder, s.value, s.attribution_toward, s.attribution) for s in found if s.holder == "The mayor"] == [
        ("The mayor", "rejects", "a1", "a2")
    ]


def test_event_beside_a_verdict_is_not_what_it_is_passed_on() -> None:
    text = "A clerk read out a map. The general said that the map was real and that he had promised a parade."
    claim = attribution(text, "a1", "A clerk", "read out", "a map", "assert")
    answer = attribution(text, "a2", "The general", "said", "that the map was real and that he had promised a parade", "assert")
    head = text.index("promised")
    events = [Event("e1", Span(head, head + 8), "AGREE")]
    assert find_stances(parsed(text), (claim, answer), events, weights={"event": 9.0}) == ()


def test_weights_given_decide_in_place_of_those_shipped() -> None:
    text = TEXT.format("The general said that nobody had shelled it.")
    claim = attribution(text, "a1", "The mayor", "said", "that the army had shelled the market", "assert")
    answer = attribution(text, "a2", "The general", "said", "that nobody had shelled it", "deny")
    answer = replace(answer, cue=(Span(text.rindex("said"), text.rindex("said") + 4),))
    parse, both = parsed(text), (claim, answer)
    assert find_stances(parse, both, (), weights={"none": 9.0}) == ()
    assert [s.attribution_toward for s in find_stances(parse, both, (), weights={"attribution": 9.0})] == ["a1"]
