"""What the stage says about event heads, on sentences that read like news."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.attribution import load_attributor
from onrecord.factuality import Assessment, load_assessor
from onrecord.factuality.values import VALUES
from onrecord.records import Event, Span
from support import marked, parsed


def assess(source: str) -> Assessment:
    """The assessment of the word marked `[...]{head}`."""
    text, spans = marked(source)
    parse = parsed(text)
    attributions = load_attributor().find(parse, "a")
    return load_assessor().assess_heads(parse, attributions, spans["head"])[0]


CASES = [
    ("Rebels [shelled]{head} the camp on Friday.", "fact", ("CT+",)),
    ("Peru demanded that Chile free its envoy, who was [arrested]{head} on Monday.", "fact", ("CT+", "CT+")),
    ("On a [visit]{head} to Oslo the mayor said that the port would close.", "fact", ("CT+",)),
    ("The guards [barred]{head} the port, so no ship will come.", "fact", ("CT+",)),
    ("The cell tried unsuccessfully to [bomb]{head} the bridge.", "negated", ("CT-",)),
    ("The pending [endorsement]{head} of the miners split the party.", "future", ("PR+",)),
    ("The plan exposes the mayor to [lawsuits]{head}.", "possible", ("PS+",)),
    ("The mayor highlighted [endorsements]{head} by miners.", "fact", ("CT+",)),
    ("The senator took to the stage to [attack]{head} the treaty.", "fact", ("CT+",)),
    ("Two deputies joined the greens to [criticise]{head} the tariff.", "fact", ("CT+",)),
    ("The brigade crossed the river to [attack]{head} the town.", "possible", ("PS+",)),
    ("The hall was full, so much so that the guards [barred]{head} the door.", "fact", ("CT+",)),
    ("The navy did not [sink]{head} the ferry.", "negated", ("CT-",)),
    ("Neither the guards nor the students [stormed]{head} the hall.", "negated", ("CT-",)),
    ("Doctors said that looters had [robbed]{head} a clinic.", "attributed", ("Uu", "CT+")),
    ("Peru denied [funding]{head} the militia.", "denied", ("Uu", "CT-")),
    ("Syria may [close]{head} the crossing.", "possible", ("PS+",)),
    ("Norway will [lend]{head} ships to Estonia.", "future", ("PR+",)),
    ("Did marines [seize]{head} the tanker?", "asked", ("Uu",)),
    ("Brazil urged Bolivia to [release]{head} the engineers.", "asked", ("Uu", "Uu")),
    ("Divers managed to [raise]{head} the submarine.", "fact", ("CT+",)),
    ("The treaty permits Norway to [expel]{head} the envoys.", "possible", ("PS+",)),
    ("The general let rebels [attack]{head} the town.", "fact", ("CT+",)),
    ("The bishop steered clear of [accusing]{head} Peru.", "negated", ("CT-",)),
    ("The bishop held back from [accusing]{head} Peru.", "negated", ("CT-",)),
    ("The senate failed to [adopt]{head} the budget.", "negated", ("CT-",)),
    ("Guards failed to prevent the [robbery]{head}.", "fact", ("CT+",)),
    ("The chancellor stopped short of [blaming]{head} the fleet.", "negated", ("CT-",)),
    ("The chancellor backed away from [blaming]{head} the fleet.", "negated", ("CT-",)),
    ("The captain turned round rather than [attack]{head} the pier.", "negated", ("CT-",)),
    ("The admiral ruled out [bombing]{head} the pier.", "negated", ("CT-",)),
    ("Had the fleet sailed, the truce would have [failed]{head}.", "negated", ("CT-",)),
    ("The queen may tour the harbour that frogmen [mined]{head} in spring.", "fact", ("CT+",)),
    ("Before [storming]{head} the prison, gunmen mined a bridge.", "fact", ("CT+",)),
    ("Guards cleared the square without [using]{head} their batons.", "negated", ("CT-",)),
    ("Perhaps a patrol [captured]{head} the envoy.", "possible", ("PS+",)),
    ("Gunboats reportedly [shelled]{head} a market.", "attributed", ("Uu", "CT+")),
    ("The consulate falsely claimed that strikers [burned]{head} the depot.", "negated", ("CT-", "CT+")),
    ("The general wishes he had not [bombed]{head} the dam.", "fact", ("CT+",)),
    ("If Iran [attacks]{head}, Israel will strike back.", "possible", ("PS+",)),
    ("The army could not [capture]{head} the airport.", "negated", ("CT-",)),
    ("The police denied having [fired]{head} on the march.", "denied", ("Uu", "CT-")),
    ("Storms wrecked the [talks]{head} that the UN plans to hold.", "future", ("PR+",)),
    ("Iran [supplied]{head} the boats, spokesman Hassan Otaibi revealed, naming no source.", "attributed", ("Uu", "CT+")),
    ('The brigade has [shelled]{head} the town, in the mayor\'s words, "without mercy".', "attributed", ("Uu", "CT+")),
    ("The minister denied the [charge]{head}.", "fact", ("CT+", "CT+")),
    ("Delegates [meet]{head} next week in Oslo.", "future", ("PR+",)),
    ("The coastguard declined to comment on how the smugglers were [killed]{head}.", "fact", ("CT+", "CT+")),
    ("Far from [withdrawing]{head}, the brigade dug in.", "negated", ("CT-",)),
    ("Hardly had the convoy [left]{head} when the bridge fell.", "fact", ("CT+",)),
    ("The junta bowed to calls to [resign]{head}.", "fact", ("CT+",)),
    ("The militia failed in its attempt to [seize]{head} the port.", "negated", ("CT-",)),
    ("A ban on [protests]{head} was lifted.", "possible", ("PS+",)),
    (
        "Perhaps the recent [shelling]{head} of the port or the mayor's attempts to flee have prompted the raid.",
        "possible",
        ("PS+",),
    ),
    ("Not one drone [reached]{head} the base.", "negated", ("CT-",)),
    ("Not all of the brigades [left]{head} the valley.", "fact", ("CT+",)),
    ("The column did not [leave]{head} until Friday.", "fact", ("CT+",)),
    ("There could be no [talks]{head}.", "negated", ("CT-",)),
    ("Marines were the first to [enter]{head} the harbour.", "fact", ("CT+",)),
    ("The garrison was too weak to [attack]{head}.", "negated", ("CT-",)),
    ("Farmers blocked the road to [demand]{head} fuel.", "fact", ("CT+",)),
    ("Anybody who [crosses]{head} the bridge will be shot.", "possible", ("PS+",)),
    ("Rebels kept their promise to [withdraw]{head}.", "fact", ("CT+",)),
    ("Rebels broke their promise to [withdraw]{head}.", "negated", ("CT-",)),
    ("The rebels took the opportunity to [attack]{head}.", "fact", ("CT+",)),
    ("Detectives thwarted a plot to [bomb]{head} the embassy.", "negated", ("CT-",)),
    ("Guards frustrated a plan to [mine]{head} the tunnel.", "negated", ("CT-",)),
    ("It is unclear why the militia [burned]{head} the mill.", "fact", ("CT+",)),
    ("Inspectors cannot establish whether the militia [burned]{head} the mill.", "asked", ("Uu", "Uu")),
    ("There is no question that a patrol [burned]{head} the mill.", "fact", ("CT+",)),
    ("The claim that the militia [burned]{head} the mill is baseless.", "negated", ("CT-", "CT+")),
    ("The delegation came within hours of [signing]{head} a treaty.", "negated", ("CT-",)),
    ("A jury acquitted the colonel of [killing]{head} the mayor.", "possible", ("PR-",)),
    ("The navy denied in those days that a diver had been [wounded]{head}.", "denied", ("Uu", "CT-")),
    ("The mayor ought to have been [arrested]{head}.", "negated", ("CT-",)),
    ("Had they asked, Oslo might have [signed]{head} the pact.", "negated", ("CT-",)),
    ("The envoy said he was not responsible for the missile [launches]{head}.", "fact", ("CT+", "CT+")),
    ("The council backs [flooding]{head} the valley.", "future", ("Uu", "PS+")),
    ("Most farmers favoured [conscription]{head}.", "future", ("Uu", "PS+")),
    ("Most farmers endorsed the [blockade]{head}.", "fact", ("CT+", "CT+")),
    ("The colonel authorised his snipers to [shoot]{head}.", "possible", ("PS+",)),
    ("The hills hide raiders bent on [burning]{head} the mill.", "future", ("PR+",)),
    ("He won on a platform of [expelling]{head} the garrison.", "future", ("PR+",)),
    ("Doctors declined to say how many divers were [wounded]{head}.", "fact", ("CT+", "CT+")),
    ("Doctors did not disclose why the diver was [expelled]{head}.", "fact", ("CT+",)),
    ("The feud threatens the [armistice]{head}.", "fact", ("CT+",)),
    ("The junta threatens a [blockade]{head}.", "future", ("Uu", "PR+")),
    ("He spoke of leaving after the envoy [meets]{head} the queen on Friday.", "future", ("Uu", "PR+")),
    ("Once the queen [pardons]{head} a thief, he steals again.", "possible", ("PS+",)),
    ("The king would punish firms [arming]{head} pirates.", "possible", ("PS+",)),
    ("The king would punish the firms that [hired]{head} the pirates.", "fact", ("CT+",)),
    ("The fleet will sail on Sunday, [shelling]{head} the port.", "future", ("PR+",)),
    ("The admiral will sail on Sunday, [accusing]{head} Peru of lies.", "fact", ("CT+",)),
    ("The fleet is able to [shell]{head} the port.", "possible", ("PS+",)),
    ("Peru denied involvement in [raids]{head} on the port.", "fact", ("CT+", "CT+")),
    ("Peru denied [raids]{head} on the port.", "denied", ("Uu", "CT-")),
    ("Peru refused to commit itself to a [withdrawal]{head}.", "denied", ("Uu", "CT-")),
    ("The fleet was able to [shell]{head} the port.", "fact", ("CT+",)),
    ("The quarrel showed the need for [evacuation]{head} of the port.", "asked", ("Uu", "Uu")),
    ("The marines kept [shelling]{head} the fort until May.", "fact", ("CT+",)),
    ("Asked about Chad's [charges]{head}, the envoy left.", "fact", ("CT+",)),
    ("The senator is pressing his [attack]{head} on the judge.", "fact", ("CT+",)),
    ("The judge pressed for [charges]{head} against the senator.", "asked", ("Uu", "Uu")),
    ("Fog kept the marines from [shelling]{head} the fort.", "negated", ("CT-",)),
]


@pytest.mark.parametrize(("source", "status", "values"), CASES, ids=[c[0] for c in CASES])
def test_status_and_values_are_those_a_reader_would_give(source: str, status: str, values: tuple[str, ...]) -> None:
    found = assess(source)
    assert (found.status, found.values) == (status, values)


def test_holders_run_from_author_inward_with_their_spans() -> None:
    text, spans = marked("[Witnesses]{who} said that the army had [burned]{head} the depot.")
    parse = parsed(text)
    found = load_assessor().assess_heads(parse, load_attributor().find(parse, "a"), spans["head"])[0]
    assert [h.name for h in found.holders] == ["AUTHOR", "Witnesses"]
    assert found.holders[1].span == spans["who"][0]


def test_assessed_event_keeps_its_other_fields() -> None:
    text, spans = marked("Rebels did not [shell]{head} the camp.")
    event = Event("e1", spans["head"][0], "ASSAULT", "heavy-weapons", actors=("rebels",))
    found = load_assessor().assess(parsed(text), (), (event,))[0]
    assert (found.id, found.type, found.mode, found.actors) == ("e1", "ASSAULT", "heavy-weapons", ("rebels",))
    assert (found.factuality, found.status) == ((("AUTHOR", "CT-"),), "negated")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=60), st.integers(0, 59), st.integers(1, 10))
def test_any_head_in_any_text_gets_a_lawful_assessment(text: str, start: int, length: int) -> None:
    parse = parsed(text)
    head = Span(min(start, len(text) - 1), min(len(text), start + length) if start < len(text) else len(text))
    if not len(parse):
        return
    found = load_assessor().assess_heads(parse, load_attributor().find(parse, "a"), [head])[0]
    assert found.holders[0].name == "AUTHOR" and len(found.holders) == len(found.values)
    assert set(found.values) <= set(VALUES)
    if found.status == "fact":
        assert found.values[0] == "CT+" and found.tense != "future"


def statuses(text: str, *heads: tuple[str, str, bool]) -> list[str]:
    """Statuses of events given as word, type, and whether it is a later mention of the first."""
    parse = parsed(text)
    events = []
    for number, (word, kind, again) in enumerate(heads):
        at = text.rindex(word) if again else text.index(word)
        events.append(Event(f"e{number}", Span(at, at + len(word)), kind, same_as="e0" if again else None))
    found = load_assessor().assess(parse, load_attributor().find(parse, "a"), events)
    return [event.status for event in found]


@pytest.mark.parametrize(
    "text",
    [
        "Police closed two roads ahead of the summit.",
        "Soldiers were drafted in in advance of the summit.",
        "The pending summit worries bakers.",
    ],
)
def test_what_something_is_done_ahead_of_is_to_come(text: str) -> None:
    assert statuses(text, ("summit", "CONSULT", False)) == ["future"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels shelled a fort on Monday; nobody has claimed it.", "shelled"),
        ("The consul refused to leave and accused Tallinn of theft.", "accused"),
        ("Oslo failed to leave and has condemned the raid.", "condemned"),
    ],
)
def test_what_a_semicolon_or_a_finite_verb_parts_off_is_told_by_itself(text: str, word: str) -> None:
    assert statuses(text, (word, "ACCUSE", False)) == ["fact"]


VISIT = "The consul visited Tallinn on Monday. "


def test_what_author_tells_himself_is_fact_where_somebody_speaks_of_it() -> None:
    assert statuses(VISIT + "She said the trip had been useful.", ("visited", "CONSULT", False), ("trip", "CONSULT", True)) == [
        "fact",
        "fact",
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Rebels shelled Tallinn on Monday. She said the raid was brief.", "ASSAULT", id="force"),
        pytest.param('The consul visited Tallinn on Monday. "The raid was useful," she said.', "CONSULT", id="quotation"),
        pytest.param("The consul visited Tallinn on Monday. She said a raid had followed.", "CONSULT", id="unknown"),
        pytest.param("The consul may visit Tallinn on Monday. She said the raid was useful.", "CONSULT", id="not told as a fact"),
    ],
)
def test_mention_in_words_of_somebody_stays_theirs(text: str, kind: str) -> None:
    first = "shelled" if "shelled" in text else "visited" if "visited" in text else "visit"
    assert statuses(text, (first, kind, False), ("raid", kind, True))[1] != "fact"
