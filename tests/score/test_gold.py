"""Reading gold files, and the corpus itself: every snippet found once, chains and codes in order, the quotas met."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import GoldError
from onrecord.score.blocks import read_blocks_text
from onrecord.score.brat import brat_to_gold, gold_to_brat
from onrecord.score.counts import count_layers
from onrecord.score.families import read_family
from onrecord.score.gold import GoldArticle, build_gold, read_gold, read_gold_folder
from onrecord.score.writing import write_gold

CORPUS = Path(__file__).parents[2] / "eval" / "gold"
ARTICLES = sorted((CORPUS / "articles").glob("*.gold"))

SMALL = """id: x
split: dev
outlet: Wire
published: 2025-02-03

# text
h1 Envoy: general denied order
p1 The envoy said on Monday that the general had denied giving the order. He said no more.
p2 "We never fired," the general said. "Ask them."

# actors
envoy | the envoy | unnamed | UGA | GOV
general | the general | unnamed | RWA | MIL

# mentions
general | nominal | p1 the general | p2 the general

# attributions
a1 | p1 | The envoy | [said] on Monday | that ~ the order | indirect | assert | envoy | - | -
a2 | p1 | the general | denied | giving the order | indirect | deny | general | a1 | -
a3 | p2 | the general | said | "We never fired," // "Ask them." | direct | assert | general | - | -

# events
e1 | p2 | fired | ASSAULT | military | general | - | - | a3 | denied | AUTHOR=Uu general=CT- | past | ? null | 2025-02-03 | -

# stances
general | denies | e1 | a3
"""


def small(old: str = "", new: str = "") -> GoldArticle:
    assert old in SMALL
    return build_gold(read_blocks_text(SMALL.replace(old, new) if old else SMALL, "x.gold"))


def test_chain_follows_the_parents() -> None:
    assert [a.chain for a in small().attributions] == [
        ("AUTHOR", "envoy"),
        ("AUTHOR", "envoy", "general"),
        ("AUTHOR", "general"),
    ]


def test_an_article_without_actors_may_leave_its_holders_open() -> None:
    text = (
        SMALL.split("# actors")[0]
        + "# attributions\n"
        + "a1 | p1 | The envoy | [said] on Monday | that ~ the order | indirect | assert | - | - | -\n"
    )
    assert [a.chain for a in build_gold(read_blocks_text(text, "x.gold")).attributions] == [("AUTHOR", "UNNAMED")]


def test_pieces_of_a_content_quote_the_text() -> None:
    gold = small()
    assert [gold.article.text[s.start : s.end] for s in gold.attributions[2].content] == ['"We never fired,"', '"Ask them."']


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param("[said] on Monday", "said", r"x\.gold:19: attributions: found 2 times", id="ambiguous snippet"),
        pytest.param("giving the order |", "giving an order |", "not found", id="snippet that is not there"),
        pytest.param("| general | a1 |", "| general | a3 |", "cue does not stand in the content of a3", id="wrong parent"),
        pytest.param("general=CT-", "envoy=CT-", "holder 'envoy' is not on its chain", id="holder off the chain"),
        pytest.param("split: dev", "split: devel", "`split: devel`; have dev", id="unknown split"),
        pytest.param("ASSAULT", "ASSAIL", "type 'ASSAIL': have AGREE", id="unknown type"),
        pytest.param("| denied | AUTHOR=Uu", "| fact | AUTHOR=Uu", "fact if and only if", id="fact without the author"),
        pytest.param("| e1 | a3", "| e1 e9 | a3", "toward 'e9': no such", id="unknown telling"),
        pytest.param("RWA | MIL", "RWA | ARMY", "sector 'ARMY'", id="unknown sector"),
        pytest.param("| deny | general", "| deny | colonel", "no actor 'colonel'", id="unknown actor"),
    ],
)
def test_a_breach_of_the_form_is_named(old: str, new: str, said: str) -> None:
    with pytest.raises(GoldError, match=said):
        small(old, new)


def layers(gold: GoldArticle) -> tuple[object, ...]:
    mentions = sorted(gold.mentions, key=lambda m: (m.span, m.actor))
    return (gold.article.text, gold.meta, gold.actors, mentions, gold.attributions, gold.events, gold.stances)


@pytest.mark.parametrize("path", ARTICLES[::6], ids=lambda p: p.stem)
def test_a_written_gold_file_reads_back_equal(path: Path) -> None:
    gold = read_gold(path)
    assert layers(build_gold(read_blocks_text(write_gold(gold), path.name))) == layers(gold)


@pytest.mark.parametrize("path", ARTICLES[3::9], ids=lambda p: p.stem)
def test_brat_and_back_loses_nothing(path: Path) -> None:
    gold = read_gold(path)
    assert layers(brat_to_gold(*gold_to_brat(gold))) == layers(gold)


def test_brat_written_elsewhere_gives_attributions_with_holders_by_their_words() -> None:
    text = "The envoy said it was over.\n"
    annotations = (
        "T1\tSource 0 9\tThe envoy\nT2\tCue 10 14\tsaid\nT3\tContent 15 26\tit was over\n"
        "E1\tAttribution:T2 Source:T1 Content:T3\n#1\tAnnotatorNotes E1\tnot sure\n"
    )
    (found,) = brat_to_gold(text, annotations).attributions
    assert (found.holder, found.chain) == ("the-envoy", ("AUTHOR", "the-envoy"))


def test_a_broken_brat_line_is_named() -> None:
    with pytest.raises(GoldError, match="line 2 is none of brat's forms"):
        brat_to_gold("x", "T1\tSource 0 1\tx\nT2\tCue one two\ty\n")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_every_article_of_the_corpus_keeps_the_form(path: Path) -> None:
    assert read_gold(path).article.id == path.stem


@pytest.fixture(scope="module")
def corpus() -> list[GoldArticle]:
    return read_gold_folder(CORPUS / "articles")


def test_families_keep_the_form_and_are_not_split(corpus: list[GoldArticle]) -> None:
    articles = {gold.article.id: gold for gold in corpus}
    families = [read_family(path, articles) for path in sorted((CORPUS / "families").glob("*.gold"))]
    assert len(families) == 8
    assert all(family.copies and family.incidents and family.roots and family.contests for family in families)
    assert sum(len(family.laundered) for family in families) >= 40
    splits = {(gold.meta["family"], gold.meta["split"]) for gold in corpus if gold.meta["family"] != "-"}
    assert len(splits) == 8


def test_corpus_meets_its_quotas(corpus: list[GoldArticle]) -> None:
    counts = count_layers(corpus)
    assert counts["articles"] >= 60
    assert counts["attributions"] >= 900
    assert counts["nested"] >= 0.2 * counts["attributions"]
    assert counts["events"] >= 500
    assert min(counts["types"].values()) >= 12
    assert min(counts["statuses"].values()) >= 20
    assert counts["dated"] >= 250
    assert counts["dated not on the publication day"] >= 60
    assert counts["stances"] >= 60
    assert counts["countries"] >= 25
    assert sum(gold.meta["split"] == "dev" for gold in corpus) == 45
