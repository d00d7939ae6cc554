from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from onrecord import stages
from onrecord.errors import OnRecordError, SettingsError
from onrecord.reading import Reader, keep_attributions, rank_countries, read_articles_many
from onrecord.records import Actor, Article, Attribution, Mention, Parse, Span
from onrecord.settings import Settings
from onrecord.stages import ATTRIBUTORS

TEXT = "Baku denied it. The envoy said that the guard had admitted that shots were fired."


def attribution(id_: str, parent: str | None = None, confidence: float = 1.0, chain: tuple[str, ...] = ()) -> Attribution:
    return Attribution(
        id=id_, source=(), cue=(), content=(Span(0, 4),), kind="indirect", act="assert", parent=parent,
        confidence=confidence, chain=("AUTHOR", *chain),
    )  # fmt: skip


class Broken:
    name = "broken/1"

    def find(self, parse: Parse, article_id: str) -> tuple[Attribution, ...]:
        raise ZeroDivisionError("one sentence too many")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ATTRIBUTORS, "broken", lambda settings: Broken())


@pytest.mark.model
def test_a_stage_that_fails_leaves_a_failure_and_the_rest_of_the_reading(broken: None) -> None:
    reading = Reader(Settings(attributor="broken")).read(Article("a", TEXT))
    assert reading.attributions is None
    assert reading.sentences is not None
    assert len(reading.sentences) == 2
    assert [(f.stage, f.error) for f in reading.failures] == [("attribution", "ZeroDivisionError: one sentence too many")]


class BrokenPart:
    """Fails whatever it is asked for."""

    name = "broken/1"

    def __getattr__(self, name: str) -> object:
        def fail(*_: object) -> None:
            raise SettingsError("the table is missing; install the package again")

        return fail


@pytest.mark.model
@pytest.mark.parametrize(
    ("slot", "table", "stage", "lost"),
    [
        ("tagger", "TAGGERS", "times", {"timexes"}),
        ("resolver", "RESOLVERS", "actors", {"actors", "mentions", "events", "stances"}),
        ("coder", "CODERS", "events", {"events", "stances"}),
        ("assessor", "ASSESSORS", "factuality", {"stances"}),
    ],
)
def test_a_stage_that_fails_takes_only_what_rests_on_it(
    slot: str, table: str, stage: str, lost: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(getattr(stages, table), "broken", lambda settings: BrokenPart())
    reading = Reader(replace(Settings(), **{slot: "broken"})).read(Article("a", TEXT))
    names = ("sentences", "timexes", "attributions", "actors", "mentions", "events", "stances")
    assert {name for name in names if getattr(reading, name) is None} == lost
    assert [(f.stage, f.error) for f in reading.failures] == [(stage, "the table is missing; install the package again")]


@pytest.mark.model
def test_strict_raises_what_a_stage_raises(broken: None) -> None:
    with pytest.raises(OnRecordError, match="attribution failed on a"):
        Reader(Settings(attributor="broken", strict=True)).read(Article("a", TEXT))


def test_an_unknown_attributor_is_named_with_those_there_are() -> None:
    with pytest.raises(SettingsError, match=r"no attributor 'modle'; have .*none"):
        Reader(Settings(attributor="modle"))


def test_an_attribution_whose_parent_is_too_unsure_moves_up() -> None:
    outer = attribution("a", chain=("Baku",))
    unsure = attribution("b", parent="a", confidence=0.2, chain=("Baku", "the guard"))
    inner = attribution("c", parent="b", chain=("Baku", "the guard", "the pilot"))
    kept = keep_attributions((outer, unsure, inner), 0.5)
    assert [(a.id, a.parent, a.chain) for a in kept] == [
        ("a", None, ("AUTHOR", "Baku")),
        ("c", "a", ("AUTHOR", "Baku", "the pilot")),
    ]


def test_outermost_leaves_out_what_is_nested() -> None:
    kept = keep_attributions((attribution("a"), attribution("b", parent="a")), 0.0, outermost=True)
    assert [a.id for a in kept] == ["a"]


@pytest.mark.model
def test_outermost_keeps_the_parties_that_only_nested_attributions_name() -> None:
    article = Article("a", "Officers said a letter had ordered the patrol to leave the town.")
    whole, outermost = (Reader(Settings(outermost=only)).read(article) for only in (False, True))
    assert outermost.attributions is not None
    assert [a.parent for a in outermost.attributions] == [None]
    assert outermost.actors == whole.actors
    assert [(e.type, e.actors, e.recipients) for e in outermost.events or ()] == [
        (e.type, e.actors, e.recipients) for e in whole.events or ()
    ]


@pytest.mark.model
def test_articles_are_taken_only_as_readings_are_asked_for() -> None:
    taken = []

    def articles() -> Iterator[Article]:
        for index in range(1000):
            taken.append(index)
            yield Article(str(index), "Nothing happened.")

    readings = read_articles_many(articles())
    next(readings)
    assert len(taken) == 1


@pytest.mark.model
def test_workers_give_the_same_readings_in_the_same_order() -> None:
    articles = [Article(str(index), f"The minister said that {index} men had left. {TEXT}") for index in range(20)]
    assert list(read_articles_many(articles, jobs=2)) == list(read_articles_many(articles))


def test_countries_are_ranked_by_mentions_and_equal_ones_by_name() -> None:
    actors = [
        Actor("1", "Kigali", "country", "RWA"),
        Actor("2", "Kinshasa", "country", "COD"),
        Actor("3", "Baku", "country", "AZE"),
    ]
    mentions = [Mention(Span(0, 1), actor, "name") for actor in ("1", "2", "2", "3", None, "unknown")]
    assert rank_countries(actors, mentions) == ("COD", "AZE", "RWA")


def test_jobs_under_one_is_an_error() -> None:
    with pytest.raises(SettingsError, match="give 1 or more"):
        next(read_articles_many([], jobs=0))


@pytest.mark.model
def test_texts_of_an_attribution_quote_the_article() -> None:
    reading = Reader().read(Article("a", TEXT))
    assert reading.attributions
    for found in reading.attributions:
        assert found.source_text in TEXT
        assert found.content_text


@pytest.mark.model
def test_a_dateline_is_no_part_of_the_source_after_it() -> None:
    from onrecord.sources import article_from_text

    reading = Reader().read(
        article_from_text("Denial\n\nASUNCIÓN, Feb 11 (Meridian) - Paraguay said that its boat had not fired.")
    )
    assert [a.source_text for a in reading.attributions or () if a.cue_text == "said"] == ["Paraguay"]


@pytest.mark.model
def test_an_article_without_sections_is_looked_at_for_them() -> None:
    text = "TALLINN (Gulf Cable) - Rebels shelled a fort on Monday.\n\nNobody was hurt."
    reading = Reader().read(Article("a", text))
    assert [section.kind for section in reading.article.sections or ()][:1] == ["credit"]
    assert text.index("Rebels") in [sentence.start for sentence in reading.sentences or ()]
