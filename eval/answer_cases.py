"""Answers of an article with the candidates for what each is about, and which of these the annotation calls right."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from factuality import gold_actors, gold_attributions
from onrecord.factuality.answers import Answer, read_answers
from onrecord.factuality.layers import Layers
from onrecord.factuality.likeness import Features
from onrecord.factuality.targets import Target, candidates
from onrecord.language import load_parser
from onrecord.reading import Reader, credit_edges, rank_countries
from onrecord.records import Attribution, Event, Mention, Parse, Reading
from onrecord.score.align import Words
from onrecord.score.gold import GoldArticle, GoldStance
from onrecord.score.layers import pair_attributions
from onrecord.score.stances import gold_targets
from onrecord.settings import Settings
from onrecord.stages import load_stages


@dataclass(frozen=True, slots=True)
class Read:
    """An annotated article, what is made of its text, and the parse."""

    gold: GoldArticle
    reading: Reading
    parse: Parse


@dataclass(frozen=True, slots=True)
class Case:
    """One answer: its candidates' features, which of them carry the claim, which are the very target, how much it counts."""

    features: list[Features]
    right: np.ndarray
    very: np.ndarray
    weight: float = 1.0


class GoldReader:
    """Reads annotated articles by the whole pipeline, under their gold layers, or under gold attributions alone."""

    def __init__(self) -> None:
        self.reader = Reader(Settings(coder="frames"))  # stances are sought among all events, before any is left out
        self.parser = load_parser(self.reader.settings.parser)
        self.stages = load_stages(self.reader.settings)

    def read(self, gold: GoldArticle) -> Read:
        """What the whole pipeline makes of the text."""
        return Read(gold, self.reader.read(gold.article), self._parse(gold))

    def under_gold(self, gold: GoldArticle) -> Read:
        """Gold attributions, actors, mentions and events; factuality is assessed."""
        parse, attributions = self._parse(gold), gold_attributions(gold)
        events = [Event(e.id, e.head, e.type, actors=e.actors, same_as=e.same_as) for e in gold.events]
        reading = Reading(
            gold.article, attributions=attributions, actors=tuple(gold_actors(gold)),
            mentions=tuple(Mention(m.span, m.actor, "name") for m in gold.mentions),
            events=self.stages.assessor.assess(parse, attributions, events),  # type: ignore[union-attr]
        )  # fmt: skip
        return Read(gold, reading, parse)

    def under_attributions(self, gold: GoldArticle) -> Read:
        """Gold attributions without holders, and what the later stages make of them."""
        parse, stages = self._parse(gold), self.stages
        assert stages.resolver is not None and stages.coder is not None and stages.assessor is not None
        found = stages.resolver.resolve(parse, gold.article, as_attributions(gold))
        places = stages.resolver.find_places(parse, rank_countries(found.actors, found.mentions))
        coded = stages.coder.find(parse, gold.article, found.attributions, found.actors, found.mentions, places)
        events = stages.assessor.assess(parse, found.attributions, coded.events)
        return Read(
            gold,
            Reading(gold.article, attributions=found.attributions, actors=coded.actors, mentions=coded.mentions, events=events),
            parse,
        )

    def _parse(self, gold: GoldArticle) -> Parse:
        return self.parser.parse(gold.article.text, credit_edges(gold.article))


def as_attributions(gold: GoldArticle) -> tuple[Attribution, ...]:
    """Gold attributions without holders, as the attribution stage gives them."""
    return tuple(
        Attribution(id=a.id, source=a.source, cue=a.cue, content=a.content, kind=a.kind, act=a.act, parent=a.parent)  # type: ignore[arg-type]
        for a in gold.attributions
    )


def read_cases(read: Read, *, weight: float = 1.0) -> list[Case]:
    """The answers seen in an article, but those whose claim there is no candidate for, or that are answers of another kind."""
    reading, parse = read.reading, read.parse
    attributions, events = reading.attributions or (), reading.events or ()
    answers = list(read_answers(parse, attributions, events))
    layers = layers_of(reading, parse, answers)
    ids = gold_ids(read)
    found = (_case(answer, layers, ids, read.gold.stances, weight) for answer in answers)
    return [case for case in found if case is not None]


def layers_of(reading: Reading, parse: Parse, answers: Sequence[Answer]) -> Layers:
    """An article's layers, as stances are sought among them."""
    countries = {a.id: a.country for a in reading.actors or () if a.country}
    silent = {answer.attribution.id for answer in answers if answer.value == "declines"}
    return Layers(parse, reading.attributions or (), reading.events or (), reading.mentions or (), countries, silent)


def gold_ids(read: Read) -> dict[str, str]:
    """The gold id of each attribution and event of a reading; of an event that only a stance names, its paragraph and word."""
    words = Words(read.gold.article.text)
    ids = gold_targets(read.gold, read.reading, words, pair_attributions(read.gold, read.reading, words))
    named = {telling for s in read.gold.stances for telling in s.tellings if ":" in telling}
    places = {_place(read.gold, telling): telling for telling in named}
    return ids | {e.id: places[e.head.start] for e in read.reading.events or () if e.head.start in places}


def _place(gold: GoldArticle, telling: str) -> int:
    """Where the word of `p3:shelling` or `p3:shelling#2` begins."""
    label, _, word = telling.partition(":")
    word, _, nth = word.partition("#")
    start, end = gold.paragraphs[label]
    found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", gold.article.text[start:end])]
    return start + found[int(nth or 1) - 1]


def _case(answer: Answer, layers: Layers, ids: Mapping[str, str], stances: Sequence[GoldStance], weight: float) -> Case | None:
    own = ids.get(answer.attribution.id)
    mine = [s for s in stances if own is not None and s.attribution == own]
    answered = [s for s in mine if s.value == answer.value]
    if mine and not answered:
        return None
    pairs = [pair for pair in candidates(answer, layers) if not (answer.firm and pair[0].kind == "none")]
    right = np.array(list(_marks(pairs, ids, answered, {t for s in answered for t in s.tellings})), dtype=bool)
    if not right.any():
        return None
    very = np.array(list(_marks(pairs, ids, answered, {s.toward for s in answered})), dtype=bool)
    return Case([features for _, features in pairs], right, very, weight)


def _marks(
    pairs: Sequence[tuple[Target, Features]], ids: Mapping[str, str], answered: Sequence[GoldStance], right: set[str]
) -> Iterator[bool]:
    for target, _ in pairs:
        yield ids.get(target.id) in right if answered else target.kind == "none"


def with_answers(gold: Sequence[GoldArticle], table: Path) -> list[GoldArticle]:
    """Training articles with the stances of a table: article, answering attribution, value, claim (`-`: nothing answered)."""
    stances: dict[str, list[GoldStance]] = {}
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["claim"] != "-":
                claim = tuple(row["claim"].split())
                stances.setdefault(row["article"], []).append(GoldStance("-", row["value"], "", row["answer"], claim))
    return [replace(article, stances=tuple(stances.get(article.article.id, ()))) for article in gold]
