"""The learned judge: whom it names, what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.events import Coded, load_coder
from onrecord.events.candidates import Docket, find_path
from onrecord.events.drafts import Draft
from onrecord.events.judge import LearnedJudge, Odds, load_judge, softmax, weigh
from onrecord.events.lexicon import load_lexicon
from onrecord.events.parties import Parties
from onrecord.reading import Reader
from onrecord.records import Actor, Article, Event, Mention, Reading, Span, Status
from onrecord.settings import Settings
from onrecord.stages import ASSESSORS, CODERS
from support import marked, parsed


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
    assert LearnedJudge({"acts False": 3.0}, {}, {}).choose(story, draft).recipients == ("NOR2",)
    assert LearnedJudge({"0 keep": 3.0}, {}, {}).choose(story, draft).recipients == ()


@pytest.mark.model
def test_nobody_is_named_where_all_are_unlikely() -> None:
    story = docket("[Reyl]{NOR1} accused [Holt]{NOR2}.", ("accused", "NOR1", "NOR2"))
    draft = next(iter(story.drafts.values()))
    assert LearnedJudge({"1 none": 3.0}, {}, {}).choose(story, draft).recipients == ()


def event(name: str, *, status: str = "fact", recipients: tuple[str, ...] = (), same_as: str | None = None) -> Event:
    event = Event(name, Span(0, 1), "ACCUSE", actors=("NOR1",), recipients=recipients, same_as=same_as)
    return replace(event, status=cast("Status", status))


LIKELY, EVEN, UNLIKELY = 9.0, 0.0, -9.0


@pytest.mark.parametrize(
    ("odds", "status", "recipients", "stays"),
    [
        pytest.param(Odds(LIKELY, LIKELY), "fact", ("NOR2",), True, id="likely as a whole and as a fact"),
        pytest.param(Odds(LIKELY, UNLIKELY), "fact", ("NOR2",), False, id="a fact that hardly happened"),
        pytest.param(Odds(LIKELY, UNLIKELY), "attributed", ("NOR2",), True, id="no fact, so that does not count"),
        pytest.param(Odds(EVEN, LIKELY), "fact", ("NOR2",), False, id="both parties named, and right in half of the cases"),
        pytest.param(Odds(EVEN, LIKELY), "fact", (), True, id="one party named, and right in half of the cases"),
        pytest.param(Odds(UNLIKELY, LIKELY), "fact", (), False, id="hardly right as a whole"),
    ],
)
def test_event_stays_where_it_is_likely(odds: Odds, status: str, recipients: tuple[str, ...], *, stays: bool) -> None:
    kept = LearnedJudge({}, {}, {}).keep([event("e", status=status, recipients=recipients)], {"e": odds})
    assert bool(kept) is stays


def test_status_counts_for_the_whole() -> None:
    judge = LearnedJudge({}, {"status denied ACCUSE": UNLIKELY}, {})
    kept = judge.keep([event("a", status="denied"), event("b", status="negated")], dict.fromkeys("ab", Odds(EVEN, EVEN)))
    assert [e.id for e in kept] == ["b"]


def test_event_that_was_not_weighed_stays() -> None:
    assert len(LearnedJudge({}, {}, {}).keep([event("e")], {})) == 1


def test_event_that_a_stance_answers_stays() -> None:
    coder, coded = replace(load_coder(), judge=LearnedJudge({}, {}, {})), Coded((), (), (), odds={"e": Odds(UNLIKELY, LIKELY)})
    assert coder.keep(coded, [event("e")]) == ()
    assert len(coder.keep(coded, [event("e")], frozenset("e"))) == 1


def test_later_mentions_of_an_event_left_out_are_linked_to_the_next() -> None:
    events = [event("a"), event("b", same_as="a"), event("c", same_as="a")]
    kept = LearnedJudge({}, {}, {}).keep(events, {"a": Odds(UNLIKELY, LIKELY)})
    assert [(e.id, e.same_as) for e in kept] == [("b", None), ("c", "b")]


@given(st.lists(st.sampled_from((LIKELY, UNLIKELY)), min_size=1, max_size=6))
def test_what_stays_is_what_was_given_in_its_order(whole: list[float]) -> None:
    events = [event(str(i), same_as="0" if i else None) for i in range(len(whole))]
    kept = LearnedJudge({}, {}, {}).keep(events, {str(i): Odds(odds, LIKELY) for i, odds in enumerate(whole)})
    assert [e.id for e in kept] == [str(i) for i, odds in enumerate(whole) if odds == LIKELY]
    assert all(e.same_as is None or e.same_as in {k.id for k in kept} for e in kept)


@pytest.mark.model
def test_drafts_are_weighed_by_the_words_they_hang_on() -> None:
    story = docket("[Reyl]{NOR1} would not blame [Holt]{NOR2}. They declined to say whether [Holt]{NOR2} chided [Reyl]{NOR1}.",
                   ("blame", "NOR1", "NOR2"), ("chided", "NOR2", "NOR1"))  # fmt: skip
    whole, facts = {"under decline": 1.0, "by path >nsubj": 4.0}, {"under decline": 2.0, "under mark whether": 8.0}
    odds = LearnedJudge({}, whole, facts).settle(story)
    assert list(odds.values()) == [Odds(4.0, 0.0), Odds(5.0, 2.0)]


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
    assert judge.whole
    assert judge.facts


class Failing:
    """An assessor, or a judge, that breaks down."""

    name = "failing/1"

    def assess(self, *_: object) -> tuple[Event, ...]:
        raise ValueError("assess")

    def settle(self, docket: Docket) -> dict[int, Odds]:
        return {}

    def keep(self, *_: object) -> tuple[Event, ...]:
        raise ValueError("keep")


@pytest.mark.model
def test_likely_wrong_is_left_out_where_no_status_could_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ASSESSORS, "failing", lambda _: Failing())
    reading = Reader(Settings(assessor="failing")).read(Article("home", HOME, published="2024-03-05"))
    assert [failure.stage for failure in reading.failures] == ["factuality"]
    assert "blow" not in heads(reading)


@pytest.mark.model
@pytest.mark.parametrize("assessor", ["factuality", "none"])
def test_judge_that_fails_loses_no_event(monkeypatch: pytest.MonkeyPatch, assessor: str) -> None:
    monkeypatch.setitem(CODERS, "failing", lambda _: replace(load_coder(), judge=Failing()))
    reading = Reader(Settings(coder="failing", assessor=assessor)).read(Article("home", HOME, published="2024-03-05"))
    assert [(failure.stage, failure.error) for failure in reading.failures] == [("events", "ValueError: keep")]
    assert "blow" in heads(reading)


class Severe(Failing):
    """A judge that keeps nothing."""

    def keep(self, *_: object) -> tuple[Event, ...]:
        return ()


@pytest.mark.model
@pytest.mark.parametrize(("judge", "actors"), [(None, ["Ukraine"]), (Severe(), [])])
def test_party_only_an_event_has_goes_with_it(monkeypatch: pytest.MonkeyPatch, judge: Severe | None, actors: list[str]) -> None:
    monkeypatch.setitem(CODERS, "tested", lambda _: replace(load_coder(), judge=judge))
    reading = Reader(Settings(coder="tested")).read(Article("hit", "Missiles hit Kharkiv on Monday."))
    assert [actor.name for actor in reading.actors or ()] == actors
    assert {mention.actor for mention in reading.mentions or ()} <= {actor.id for actor in reading.actors or ()} | {None}
