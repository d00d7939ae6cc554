"""Candidate contents and sources, on parses built by hand."""

from __future__ import annotations

import numpy as np

from onrecord.attribution.columns import Columns, Vocabulary
from onrecord.attribution.contents import find_contents
from onrecord.attribution.sources import find_sources, rule_names
from onrecord.records import Parse
from support import table_parse


def reported() -> Parse:
    return table_parse("""
        " " `` PUNCT 4 punct
        We we PRP PRON 4 nsubj
        will will MD AUX 4 aux
        stay stay VB VERB 8 ccomp
        , , , PUNCT 8 punct
        " " '' PUNCT 8 punct
        Ruiz Ruiz NNP PROPN 8 nsubj
        told tell VBD VERB 0 ROOT
        guards guard NNS NOUN 8 dobj
        . . . PUNCT 8 punct

        " " `` PUNCT 3 punct
        Nobody nobody NN PRON 3 nsubj
        leaves leave VBZ VERB 0 ROOT
        . . . PUNCT 3 punct
        " " '' PUNCT 3 punct
    """)


def contents(parse: Parse, *cues: int) -> list[list[tuple[tuple[int, int], ...]]]:
    found = find_contents(Columns(parse, Vocabulary((), {})), np.array(cues))
    return [[found.ranges.pieces()[row] for row in np.flatnonzero(found.cue == n).tolist()] for n in range(len(cues))]


def test_clause_before_the_cue_is_a_candidate() -> None:
    assert ((1, 4),) in contents(reported(), 7)[0]


def test_quotation_that_follows_is_joined_once_more() -> None:
    assert ((1, 4), (11, 13)) in contents(reported(), 7)[0]


def test_no_candidate_holds_its_cue_and_none_comes_twice() -> None:
    for candidates, cue in zip(contents(reported(), 3, 7, 12), (3, 7, 12), strict=True):
        assert len(candidates) == len(set(candidates))
        assert not any(start <= cue < end for pieces in candidates for start, end in pieces)


def test_sources_begin_with_none_and_hold_the_subject() -> None:
    columns = Columns(reported(), Vocabulary((), {}))
    found = find_sources(columns, np.array([7]))
    kinds = [rule_names()[kind] for kind in found.kind.tolist()]
    assert kinds[:2] == ["none", "subject"]
    assert found.head.tolist()[:2] == [columns.size, 6]
    assert len(set(found.head.tolist())) == len(found.head)


def test_names_have_one_code() -> None:
    columns = Columns(reported(), Vocabulary(("told", "guard"), {}))
    assert columns.lemma[6] == 1
    assert columns.lemma[8] > 1
    assert columns.lemma[-1] == 0


SPOKE = """Ruiz Ruiz NNP PROPN 2 nsubj
said say VBD VERB 0 ROOT
: : : PUNCT 2 punct
" " `` PUNCT 6 punct
We we PRP PRON 6 nsubj
stay stay VBP VERB 2 ccomp
. . . PUNCT 2 punct"""
WENT_ON = """" " `` PUNCT 3 punct
Nobody nobody NN PRON 3 nsubj
leaves leave VBZ VERB 0 ROOT
. . . PUNCT 3 punct
" " '' PUNCT 3 punct"""


def test_speech_left_open_at_a_paragraphs_end_goes_on_in_the_next() -> None:
    parse = table_parse(f"{SPOKE}\n--\n{WENT_ON}")
    assert not parse.quotations[0].closed
    assert ((4, 6), (8, 10)) in contents(parse, 1)[0]


def test_next_paragraphs_speech_is_anothers_when_the_first_was_closed() -> None:
    parse = table_parse(f"{SPOKE}\n\" \" '' PUNCT 2 punct\n--\n{WENT_ON}")
    assert parse.quotations[0].closed
    assert ((4, 6), (9, 11)) not in contents(parse, 1)[0]
