"""Drafts to records."""

from __future__ import annotations

from onrecord.attribution.building import Draft, build_attributions, kind_of, outermost
from support import table_parse

PARSE = table_parse("""
    Narva Narva NNP PROPN 2 nsubj
    said say VBD VERB 0 ROOT
    rebels rebel NNS NOUN 4 nsubj
    admitted admit VBD VERB 2 ccomp
    they they PRP PRON 6 nsubj
    fear fear VBP VERB 4 ccomp
    " " `` PUNCT 8 punct
    hunger hunger NN NOUN 6 dobj
    " " '' PUNCT 8 punct
""")


def draft(head: int, content: tuple[int, int], source: int | None) -> Draft:
    sources = () if source is None else ((source, source + 1),)
    return Draft(head, (head, head + 1), sources, (content,), "assert", 0.9, "test")


DRAFTS = [draft(5, (7, 8), 4), draft(3, (4, 8), None), draft(1, (2, 8), 0)]


def test_parent_is_the_shortest_content_around_the_cue() -> None:
    outer, middle, inner = build_attributions(PARSE, "a", DRAFTS)
    assert (outer.parent, middle.parent, inner.parent) == (None, outer.id, middle.id)


def test_chain_runs_inward_and_names_the_unnamed() -> None:
    assert build_attributions(PARSE, "a", DRAFTS)[2].chain == ("AUTHOR", "Narva", "UNNAMED", "they")


def test_writers_own_hedge_stands_above_nobody() -> None:
    parse = table_parse("""
        It it PRP PRON 2 nsubj
        seems seem VBZ VERB 0 ROOT
        Narva Narva NNP PROPN 4 nsubj
        fears fear VBZ VERB 2 ccomp
        hunger hunger NN NOUN 4 dobj
    """)
    inner = build_attributions(parse, "a", [draft(1, (2, 5), None), draft(3, (4, 5), 2)])[1]
    assert (inner.parent, inner.chain) == (None, ("AUTHOR", "Narva"))


def test_outermost_have_no_parent() -> None:
    assert [a.holder_name for a in outermost(build_attributions(PARSE, "a", DRAFTS))] == ["Narva"]


def test_kind_counts_words_within_marks() -> None:
    assert kind_of(PARSE, [(7, 8)]) == "direct"
    assert kind_of(PARSE, [(2, 8)]) == "mixed"
    assert kind_of(PARSE, [(2, 6)]) == "indirect"


def test_ids_depend_on_article_and_spans() -> None:
    one = {a.id for a in build_attributions(PARSE, "a", DRAFTS)}
    assert len(one) == 3
    assert one.isdisjoint(a.id for a in build_attributions(PARSE, "b", DRAFTS))
