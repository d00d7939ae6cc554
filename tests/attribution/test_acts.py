"""What a holder does by an attribution."""

from __future__ import annotations

import pytest

from onrecord.attribution.acts import find_act
from onrecord.attribution.lexicon import load_lexicon, read_lexicon
from onrecord.errors import SettingsError
from support import marked, parsed

CASES = [
    ("The army [denied]{cue} [that it had shelled the town]{content}.", "deny"),
    ("The ministry did not [confirm]{cue} [that the talks had failed]{content}.", "doubt"),
    ("The minister [agreed]{cue} [to open the crossing]{content}.", "decide"),
    ("The governor [vowed]{cue} [to rebuild the bridge]{content}.", "promise"),
    ("The council [urged]{cue} [both sides to withdraw]{content}.", "demand"),
    ("Experts [expect]{cue} [the river to rise]{content}.", "predict"),
    ("The envoy [called]{cue} [the general a murderer]{content}.", "assert"),
    ("The envoy [called]{cue} [for a halt to the raids]{content}.", "demand"),
    ("Lagos [said]{cue} [it had not fired on the boats]{content}.", "deny"),
    ("The envoy [called]{cue} [the letter a crude smear]{content}.", "reject"),
    ("The auditors [found]{cue} [that explanation laughable]{content}.", "reject"),
    ("The auditors [found]{cue} [the harbour laughable]{content}.", "assert"),
    ("The governor [voiced]{cue} [scepticism about the poll]{content}.", "doubt"),
    ("The governor was not [sure]{cue} [whether the bridge would hold]{content}.", "doubt"),
    ("The governor no longer [trusts]{cue} [the pilots]{content}.", "doubt"),
    ("Quito [turned]{cue} down [the plea for fuel]{content}.", "reject"),
    ("Quito does not [accept]{cue} [the finding]{content}.", "reject"),
    ("Quito [disputed]{cue} [the estimate]{content}.", "reject"),
    ("The miners [backed]{cue} [the widow's account]{content}.", "confirm"),
    ("The miners [backed]{cue} [the mayor]{content}.", "express"),
    ("The captain [assured]{cue} the court [that the hold was empty]{content}.", "assert"),
    ("The captain [assured]{cue} the court [that the hold would be empty]{content}.", "promise"),
    ("The harbour master [said]{cue} [it was not clear who had fired]{content}.", "assert"),
]


@pytest.mark.parametrize(("sentence", "act"), CASES)
def test_act_follows_lexicon_frame_and_negation(sentence: str, act: str) -> None:
    text, spans = marked(sentence)
    parse = parsed(text)
    cue = parse.starts.index(spans["cue"][0].start)
    content = parse.starts.index(spans["content"][0].start), parse.ends.index(spans["content"][0].end) + 1
    assert find_act(parse, cue, [content], load_lexicon())[0] == act


def test_word_outside_the_lexicon_asserts() -> None:
    parse = parsed("Rivers flow down.")
    assert find_act(parse, 1, [(2, 3)], {})[:2] == ("assert", None)


def test_every_shipped_entry_is_well_formed() -> None:
    lexicon = load_lexicon()
    assert len(lexicon) > 1000
    assert all(lemma == lemma.lower() for lemma, _ in lexicon)


@pytest.mark.parametrize(
    "line",
    [
        "say\tVERB\tspeech\tassert\t-",
        "say\tVERB\tcommunication\ttalk\t-",
        "say\tVERB",
        "say\tVERB\tcommunication\tassert\tto=talk",
    ],
    ids=["class", "act", "columns", "turn"],
)
def test_wrong_entry_is_refused_with_its_line(line: str) -> None:
    with pytest.raises(SettingsError, match="line 2"):
        read_lexicon(["lemma\tpos\tclass\tact\tturns", line])


def test_other_header_is_refused() -> None:
    with pytest.raises(SettingsError, match="first line"):
        read_lexicon(["word\tact"])
