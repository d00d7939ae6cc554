"""Whose the second verb is, by the shipped parser."""

from __future__ import annotations

import pytest

from support import parsed


def head_of(text: str, word: str) -> str:
    parse = parsed(text)
    return parse.words[parse.heads[parse.words.index(word)]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("The mayor said his town would hold the bridge and urged the miners to go home.", "urged", "said"),
        ("The envoy said the ferry was carrying grain and warned that shops would close.", "warned", "said"),
        ("The port said the storm had sunk two tugs and promised that pilots would be paid.", "promised", "said"),
        ("The junta claimed the rebels had broken the truce and vowed to march.", "vowed", "claimed"),
        ("The miners suspect that the mayor sells the ore and have closed the pit.", "closed", "suspect"),
        ("Lakeland said a balloon had crossed its border and summoned the consul.", "summoned", "said"),
        ("The judge said he knew that the letter existed but declined to read it.", "declined", "said"),
        ("The club hopes to leave the league and has condemned the fee.", "condemned", "hopes"),
    ],
)
def test_second_verb_goes_on_with_who_tells(text: str, verb: str, head: str) -> None:
    assert head_of(text, verb) == head


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("The governor said the miners struck first and denied responsibility.", "denied", "struck"),
        ("Witnesses said soldiers had entered the mill and burned two barns.", "burned", "entered"),
        ("Police said the man had robbed a shop and threatened a guard.", "threatened", "robbed"),
        ("The guard said the letter named a clerk and accused him of theft.", "accused", "named"),
        ("It seems he tried to leave, claiming the boat was his.", "claiming", "tried"),
        ("The pilot said the tug was hit and abandoned.", "abandoned", "hit"),
    ],
)
def test_second_verb_stays_with_what_is_told(text: str, verb: str, head: str) -> None:
    assert head_of(text, verb) == head


@pytest.mark.model
def test_who_is_a_person_and_no_place_or_body() -> None:
    assert head_of("A nurse at the clinic, who fled on foot, said ten had died.", "fled") == "nurse"
    assert head_of("A lawyer for Bello, who died in May, said the case was closed.", "died") == "Bello"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "verb", "head"),
    [
        ("The union said in a statement that it was watching the vote and called for calm.", "called", "said"),
        ("The judge found that the council had acted rashly and ordered it to pay.", "ordered", "found"),
        ("The port said its crews had cleared the channel, adding that two tugs were lost.", "adding", "said"),
        ("The port said its vote had been clean, brushing aside claims that tugs were lost.", "brushing", "said"),
        ("Lakeland has confirmed that two of its pilots are held in Oran and is seeking their release.", "seeking", "confirmed"),
        ("The navy said its divers had found the wreck and accused Oran of sinking it.", "accused", "said"),
        ("Oran suspects that the mayor hides the plotters and has closed the bridge.", "closed", "suspects"),
        ("The miners denied that they had cut the cable, saying the owner had done so.", "saying", "denied"),
        ("The mayor denied that his men were at the ford and accused Oran of lying.", "accused", "denied"),
        ("The agency concluded with high confidence that the prince approved the raid.", "approved", "concluded"),
    ],
)
def test_clauses_hang_on_the_verb_of_telling(text: str, verb: str, head: str) -> None:
    assert head_of(text, verb) == head


@pytest.mark.model
def test_who_was_told_goes_on_in_what_is_told() -> None:
    assert head_of("The mayor said he had met the miners and urged them to stay calm.", "urged") == "met"


@pytest.mark.model
def test_a_gerund_behind_a_particle_is_what_the_verb_takes() -> None:
    text = "Oslo ruled out sending divers to the wreck."
    parse = parsed(text)
    assert parse.labels[parse.words.index("sending")] == "xcomp"


@pytest.mark.model
def test_clause_behind_a_time_or_paper_belongs_to_the_verb_of_telling() -> None:
    parse = parsed("The port denied any part in the sinking and said at the time that its guns had not fired that day.")
    fired = parse.words.index("fired")
    assert parse.words[parse.heads[fired]] == "said"
    assert [parse.lower[t] for t in parse.children[fired] if parse.labels[t] == "mark"] == ["that"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "noun", "verb", "main"),
    [
        ("In May the group offered to send observers to the canal, an offer Oran turned down because it feared them.",
         "offer", "turned", "offered"),
        ("Rebels shelled the town on Monday, a charge Moscow denies.", "charge", "denies", "shelled"),
    ],
)  # fmt: skip
def test_clause_behind_a_noun_that_sums_up_is_not_the_main_one(text: str, noun: str, verb: str, main: str) -> None:
    parse = parsed(text)
    at = {word: parse.words.index(word) for word in (noun, verb, main)}
    assert (parse.heads[at[verb]], parse.heads[at[noun]], parse.heads[at[main]]) == (at[noun], at[main], at[main])


@pytest.mark.model
def test_whether_behind_an_aside_belongs_to_the_verb_of_saying() -> None:
    text = "The mayor did not say, when he was asked by a reporter from this newspaper, whether he knew who had sunk the ship."
    assert head_of(text, "knew") == "say"
