"""Questions of syntax, on parses built by hand."""

from __future__ import annotations

from onrecord.language import syntax
from onrecord.records import Parse
from support import table_parse


def urged() -> Parse:
    return table_parse("""
        The the DT DET 2 det
        minister minister NN NOUN 3 nsubj
        urged urge VBD VERB 0 ROOT
        Narva Narva NNP PROPN 3 dobj
        to to TO PART 6 aux
        withdraw withdraw VB VERB 3 xcomp
        and and CC CCONJ 6 cc
        apologise apologise VB VERB 6 conj
        . . . PUNCT 3 punct
    """)


def told() -> Parse:
    return table_parse("""
        Rebels rebel NNS NOUN 7 nsubjpass
        who who WP PRON 4 nsubj
        had have VBD AUX 4 aux
        fled flee VBN VERB 1 relcl
        were be VBD AUX 7 auxpass
        not not RB PART 7 neg
        seen see VBN VERB 0 ROOT
        by by IN ADP 7 agent
        the the DT DET 10 det
        army army NN NOUN 8 pobj
    """)


def promised() -> Parse:
    return table_parse("""
        She she PRP PRON 2 nsubj
        promised promise VBD VERB 0 ROOT
        them they PRP PRON 2 dobj
        to to TO PART 5 aux
        leave leave VB VERB 2 xcomp
    """)


def test_object_of_the_verb_above_controls_an_infinitive() -> None:
    assert syntax.subject(urged(), 5) == 3


def test_coordinated_verb_shares_the_controller() -> None:
    assert syntax.subject(urged(), 7) == 3


def test_own_subject_comes_first() -> None:
    assert syntax.subject(urged(), 2) == 1


def test_subject_controls_after_a_verb_of_promising() -> None:
    assert syntax.subject(promised(), 4) == 0


def test_relative_pronoun_gives_its_antecedent() -> None:
    assert syntax.subject(told(), 3) == 0
    assert syntax.own_subject(told(), 3) == 1


def test_passive_has_its_agent() -> None:
    assert syntax.is_passive(told(), 6)
    assert syntax.agent(told(), 6) == 9
    assert not syntax.is_passive(urged(), 2)


def test_negation_is_seen_on_its_own_verb_only() -> None:
    assert syntax.is_negated(told(), 6)
    assert not syntax.is_negated(told(), 3)


def test_noun_phrase_leaves_out_the_relative_clause() -> None:
    assert syntax.noun_phrase(told(), 0) == (0, 1)
    assert syntax.subtree(told(), 0) == (0, 4)


def test_conjuncts_are_found_from_either_side() -> None:
    assert syntax.conjuncts(urged(), 5) == syntax.conjuncts(urged(), 7) == [5, 7]


def test_inside_means_below_in_the_tree() -> None:
    assert syntax.is_inside(urged(), 7, 2)
    assert not syntax.is_inside(urged(), 2, 5)


def test_root_without_subject_has_none() -> None:
    assert syntax.subject(table_parse("Stop stop VB VERB 0 ROOT"), 0) is None


def test_of_several_subjects_before_a_verb_the_nearest_is_its_own() -> None:
    parse = table_parse("""
        Oslo    oslo    NNP PROPN 3 nsubj
        guards  guard   NNS NOUN  3 nsubj
        fled    flee    VBD VERB  0 ROOT
        they    they    PRP PRON  3 nsubj
        """)
    assert syntax.own_subject(parse, 2) == 1


def test_a_subject_behind_a_verb_is_its_own_where_none_stands_before() -> None:
    parse = table_parse("""
        said    say     VBD VERB  0 ROOT
        guards  guard   NNS NOUN  1 nsubj
        aides   aide    NNS NOUN  1 nsubj
        """)
    assert syntax.own_subject(parse, 0) == 1
    assert syntax.own_subject(parse, 1) is None
