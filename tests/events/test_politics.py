"""Politics at home: where the learned judge is asked, whom it names, what it leaves out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.events.candidates import Docket, find_path
from onrecord.events.drafts import Draft
from onrecord.events.lexicon import load_lexicon
from onrecord.events.parties import Parties
from onrecord.events.politics import LEAST_PARTIES, LearnedJudge, is_at_home, load_judge, softmax, weigh
from onrecord.events.scene import Topics
from onrecord.reading import Reader
from onrecord.records import Actor, Article, Mention, Reading
from onrecord.settings import Settings
from support import marked, parsed

CALM, FIGHTING, NO_VOTES = Topics(False, True, True), Topics(True, True, True), Topics(False, False, False)


def parties_of(*countries: str) -> Parties:
    actors = [Actor(f"p{i}", f"p{i}", "person", country) for i, country in enumerate(countries)]
    return Parties(parsed("They met."), Article("a", "They met."), actors, ())


def docket(source: str, *events: tuple[str, str, str]) -> Docket:
    """A text with marked parties, and its events as (word, actor's label or nothing, recipient's label or nothing)."""
    text, spans = marked(source)
    actors = [Actor(label, label, "person", label[:3]) for label in spans]
    mentions = [Mention(span, label, "name") for label, places in spans.items() for span in places]
    parse = parsed(text)
    drafts = {}
    for word, actor, recipient in events:
        token = parse.words.index(word)
        frame = load_lexicon().verbs["accuse"][0]
        drafts[token] = Draft(token, "ACCUSE", None, "verb", frame, (actor,) if actor else (), (recipient,) if recipient else ())
    chains = dict.fromkeys(drafts, ("AUTHOR",))
    return Docket(parse, Parties(parse, Article("a", text), actors, mentions), drafts, chains)


@pytest.mark.parametrize(
    ("countries", "topics", "asked"),
    [
        pytest.param(["USA"] * LEAST_PARTIES, CALM, True, id="parties and votes of one country"),
        pytest.param(["USA"] * LEAST_PARTIES, FIGHTING, False, id="fighting"),
        pytest.param(["USA"] * LEAST_PARTIES, NO_VOTES, False, id="neither parties nor votes"),
        pytest.param(["USA"] * (LEAST_PARTIES - 1), CALM, False, id="too short to tell"),
        pytest.param(["USA", "FRA"] * LEAST_PARTIES, CALM, False, id="two countries"),
    ],
)
@pytest.mark.model
def test_judge_is_asked_about_politics_of_one_country(countries: list[str], topics: Topics, *, asked: bool) -> None:
    assert is_at_home(parties_of(*countries), topics) is asked


@given(st.lists(st.floats(-30, 30), min_size=1, max_size=12))
def test_chances_sum_to_one_and_keep_the_order(scores: list[float]) -> None:
    chances = softmax(scores)
    assert sum(chances) == pytest.approx(1)
    assert sorted(range(len(scores)), key=scores.__getitem__) == sorted(range(len(scores)), key=lambda i: (chances[i], scores[i]))


def test_sign_counts_once_and_unknown_ones_nothing() -> None:
    assert weigh(["a", "a", "b"], {"a": 2.0}) == 2.0


@pytest.mark.model
@pytest.mark.parametrize(
    ("word", "way"),
    [pytest.param("Mali", ">dobj", id="object"), pytest.param("aid", ">prep:for>pobj", id="behind a preposition")],
)
def test_path_names_labels_and_prepositions(word: str, way: str) -> None:
    parse = parsed("They thanked Mali for the aid.")
    assert find_path(parse, parse.words.index("thanked"), parse.words.index(word)) == way


@pytest.mark.model
def test_recipient_is_another_one_where_that_is_likelier_by_far() -> None:
    story = docket("[Reyl]{NOR1} wrote to [Holt]{NOR2}. [Reyl]{NOR1} complained.", ("complained", "NOR1", ""))
    draft = next(iter(story.drafts.values()))
    assert LearnedJudge({"acts False": 3.0}, {}).choose(story, draft).recipients == ("NOR2",)
    assert LearnedJudge({"0 keep": 3.0}, {}).choose(story, draft).recipients == ()


@pytest.mark.model
def test_nobody_is_named_where_all_are_unlikely() -> None:
    story = docket("[Reyl]{NOR1} accused [Holt]{NOR2}.", ("accused", "NOR1", "NOR2"))
    draft = next(iter(story.drafts.values()))
    assert LearnedJudge({"1 none": 3.0}, {}).choose(story, draft).recipients == ()


@pytest.mark.model
def test_unlikely_event_is_left_out_and_later_mentions_are_linked_to_the_next() -> None:
    words = ("charged", "blamed", "chided")
    story = docket("[Reyl]{NOR1} charged, blamed and chided.", *((word, "NOR1", "") for word in words))
    first, second, third = story.drafts
    story.drafts[second].same_as = story.drafts[third].same_as = first
    kept = LearnedJudge({"0 keep": 9.0}, {"word charge": -9.0}).settle(story)
    assert list(kept) == [second, third]
    assert (kept[second].same_as, kept[third].same_as) == (None, second)


HOME = """Alder backs Brisk

Senator Ruth Alder, a Democrat from Ohio, endorsed Governor Tom Brisk of Maine on Tuesday, two weeks before the primary election.
Republican voters in Ohio will choose between Mr. Brisk and Warren Pell, a former congressman. Mr. Pell's spokesman said the
campaign had asked the Republican National Committee for a debate. At a town hall in Dayton, Mr. Brisk threatened to blow up
the tax code. Ms. Alder and the Democratic National Committee declined to comment.
"""


def read(coder: str) -> Reading:
    return Reader(Settings(coder=coder)).read(Article("home", HOME, published="2024-03-05"))


def heads(reading: Reading) -> list[str]:
    return [reading.article.text[event.head.start : event.head.end] for event in reading.events or ()]


@pytest.mark.model
def test_figure_of_speech_in_home_politics_is_left_out() -> None:
    assert "blow" in heads(read("frames"))
    assert "blow" not in heads(read("events"))


@pytest.mark.model
def test_plain_event_of_home_politics_stays() -> None:
    assert "endorsed" in heads(read("events"))


def test_shipped_weights_are_read() -> None:
    judge = load_judge()
    assert judge.choices
    assert judge.worth
