"""The stages in order: one article in, one `Reading` out; the only place that catches what goes wrong with an article."""

from __future__ import annotations

import gc
import itertools
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context
from typing import TypeVar

from onrecord.errors import OnRecordError, SettingsError
from onrecord.language import Parser, load_parser
from onrecord.records import Actor, Article, Attribution, Event, Failure, Mention, Parse, Reading, Stance, with_texts
from onrecord.settings import Settings
from onrecord.sources.sections import find_sections
from onrecord.stages import Coded, Named, load_stages

CHUNK_ARTICLES = 8
"""Articles a worker takes at a time: enough to hide the cost of handing over, few enough to keep memory flat."""

Item = TypeVar("Item")


class Reader:
    """A parser and the stages, built once and used for any number of articles. Not for use by several threads at once.

    Raises:
        SettingsError: a stage is unknown or not installed. Nothing has been read then.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self._parser: Parser = load_parser(self.settings.parser)
        self._stages = load_stages(self.settings)

    def read(self, article: Article) -> Reading:
        """The reading of one article. A stage that fails leaves its fields `None` and a row in `failures`.

        Sections are sought in an article that comes without any.

        Raises:
            OnRecordError: only with the setting `strict`: the first failure of a stage.
        """
        if article.sections is None:
            article = replace(article, sections=find_sections(article.text))
        reading = Reading(article)
        parse, reading = self._run(reading, "language", lambda: self._parser.parse(article.text, credit_edges(article)))
        if parse is None:
            return reading
        reading = replace(reading, sentences=parse.sentence_spans(), makers=(self._parser.name,))
        for step in (self._find_times, self._attribute, self._resolve, self._keep_attributions):
            reading = step(reading, parse)
        coded, reading = self._code(reading, parse)
        reading = self._date(self._assess(reading, parse), parse)
        return with_texts(reading if coded is None else self._keep_events(reading, coded))

    def _find_times(self, reading: Reading, parse: Parse) -> Reading:
        stage = self._stages.tagger
        if stage is None:
            return reading
        found, reading = self._run(reading, "times", lambda: stage.find(parse, reading.article))
        return reading if found is None else _made(replace(reading, timexes=found), stage)

    def _attribute(self, reading: Reading, parse: Parse) -> Reading:
        stage = self._stages.attributor
        if stage is None:
            return reading
        found, reading = self._run(reading, "attribution", lambda: stage.find(parse, reading.article.id))
        return reading if found is None else _made(replace(reading, attributions=found), stage)

    def _resolve(self, reading: Reading, parse: Parse) -> Reading:
        stage, attributions = self._stages.resolver, reading.attributions
        if stage is None or attributions is None:
            return reading
        found, reading = self._run(reading, "actors", lambda: stage.resolve(parse, reading.article, attributions))
        if found is None:
            return reading
        return _made(replace(reading, actors=found.actors, mentions=found.mentions, attributions=found.attributions), stage)

    def _keep_attributions(self, reading: Reading, parse: Parse) -> Reading:
        """After the actors are found, so that those whom only a left out attribution names are there as parties of events."""
        if reading.attributions is None:
            return reading
        settings = self.settings
        kept = keep_attributions(reading.attributions, settings.min_confidence, outermost=settings.outermost)
        return replace(reading, attributions=kept)

    def _code(self, reading: Reading, parse: Parse) -> tuple[Coded | None, Reading]:
        stage, resolver = self._stages.coder, self._stages.resolver
        actors, mentions, attributions = reading.actors, reading.mentions, reading.attributions
        if stage is None or resolver is None or actors is None or mentions is None or attributions is None:
            return None, reading
        countries = rank_countries(actors, mentions)

        def code() -> Coded:
            places = resolver.find_places(parse, countries)
            return stage.find(parse, reading.article, attributions, actors, mentions, places)

        found, reading = self._run(reading, "events", code)
        if found is None:
            return None, reading
        return found, _made(replace(reading, events=found.events, actors=found.actors, mentions=found.mentions), stage)

    def _assess(self, reading: Reading, parse: Parse) -> Reading:
        stage, attributions, events = self._stages.assessor, reading.attributions, reading.events
        if stage is None or attributions is None or events is None:
            return reading

        def assess() -> tuple[tuple[Event, ...], tuple[Stance, ...]]:
            assessed = stage.assess(parse, attributions, events)
            return assessed, stage.find_stances(parse, attributions, assessed, reading.mentions or (), reading.actors or ())

        found, reading = self._run(reading, "factuality", assess)
        if found is None:
            return reading
        return _made(replace(reading, events=found[0], stances=found[1]), stage)

    def _date(self, reading: Reading, parse: Parse) -> Reading:
        dater, timexes, events = self._stages.dater, reading.timexes, reading.events
        if dater is None or timexes is None or events is None:
            return reading
        dated, reading = self._run(
            reading, "times", lambda: dater(parse, reading.article, timexes, events, reading.attributions or ())
        )
        return reading if dated is None else replace(reading, events=dated)

    def _keep_events(self, reading: Reading, coded: Coded) -> Reading:
        """Leaves out what the coder does not keep, last of all, so that the rest was read with all events in sight."""
        stage, events = self._stages.coder, reading.events
        if stage is None or events is None:
            return reading
        answered = frozenset(stance.event_toward for stance in reading.stances or () if stance.event_toward is not None)
        kept, reading = self._run(reading, "events", lambda: stage.keep(coded, events, answered))
        if kept is None or len(kept) == len(events):
            return reading
        used = {actor for event in kept for actor in (*event.actors, *event.recipients)}
        gone = coded.added - used
        actors = tuple(actor for actor in reading.actors or () if actor.id not in gone)
        mentions = tuple(mention for mention in reading.mentions or () if mention.actor not in gone)
        return replace(reading, events=kept, actors=actors, mentions=mentions)

    def _run(self, reading: Reading, stage: str, work: Callable[[], Item]) -> tuple[Item | None, Reading]:
        """What the work gives, or `None` and the reading with a failure: no article is lost to one stage."""
        try:
            return work(), reading
        except Exception as error:  # whatever a stage trips over is this article's failure, and the next article is read
            if self.settings.strict:
                if isinstance(error, OnRecordError):
                    raise
                raise OnRecordError(f"{stage} failed on {reading.article.id}: {error!r}") from error
            message = str(error) if isinstance(error, OnRecordError) else f"{type(error).__name__}: {error}"
            return None, replace(reading, failures=(*reading.failures, Failure(stage, message)))


def keep_attributions(
    attributions: tuple[Attribution, ...], min_confidence: float, *, outermost: bool = False
) -> tuple[Attribution, ...]:
    """The attributions that are sure enough. One whose parent falls out moves up to the next outer one that stays."""
    if min_confidence <= 0 and not outermost:
        return attributions
    by_id = {a.id: a for a in attributions}
    kept = {a.id for a in attributions if a.confidence >= min_confidence}
    result: list[Attribution] = []
    for attribution in attributions:
        if attribution.id not in kept:
            continue
        parent, chain = attribution.parent, attribution.chain
        while parent is not None and parent not in kept:
            parent = by_id[parent].parent
        if parent != attribution.parent:
            outer = by_id[parent].chain if parent is not None else chain[:1]
            attribution = replace(attribution, parent=parent, chain=(*outer, chain[-1]))
        if not (outermost and parent is not None):
            result.append(attribution)
    return tuple(result)


def rank_countries(actors: Sequence[Actor], mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Countries of the article's actors, the most mentioned first: what decides between two places of one name."""
    country_of = {actor.id: actor.country for actor in actors}
    counts = Counter(country for m in mentions if m.actor and (country := country_of.get(m.actor)))
    return tuple(country for country, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def credit_edges(article: Article) -> tuple[int, ...]:
    """Where datelines and credits begin and end: what stands there is no part of the sentence beside it."""
    return tuple(edge for section in article.sections or () if section.kind == "credit" for edge in section.span)


def _made(reading: Reading, stage: Named) -> Reading:
    return replace(reading, makers=(*reading.makers, stage.name))


def read_articles_many(
    articles: Iterable[Article], settings: Settings | None = None, *, jobs: int = 1, spare: bool = False
) -> Iterator[Reading]:
    """Readings in the order of the articles, one by one, whatever the number of workers; the input is never held whole.

    Args:
        articles: any number of them, taken as needed.
        settings: what the reader is built from.
        jobs: worker processes; 1 reads in this one.
        spare: call `spare_collector` once the stages are loaded (workers always do).

    Raises:
        SettingsError: jobs is under 1, or a stage cannot be built.
        OnRecordError: a worker died (memory ran out, or it was killed).
    """
    if jobs < 1:
        raise SettingsError(f"jobs is {jobs}; give 1 or more")
    settings = settings or Settings()
    if jobs == 1:
        reader = Reader(settings)
        if spare:
            spare_collector()
        yield from map(reader.read, articles)
        return
    yield from _read_in_workers(articles, settings, jobs)


def _read_in_workers(articles: Iterable[Article], settings: Settings, jobs: int) -> Iterator[Reading]:
    source = iter(articles)
    pending: deque[Future[list[Reading]]] = deque()
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start_worker, initargs=(settings,))
    try:
        while True:
            while len(pending) < 2 * jobs and (chunk := list(itertools.islice(source, CHUNK_ARTICLES))):
                pending.append(pool.submit(_read_chunk, chunk))
            if not pending:
                return
            yield from pending.popleft().result()
    except BrokenProcessPool as error:
        raise OnRecordError("a worker died, perhaps out of memory; use fewer --jobs, or --jobs 1 to see the article") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def spare_collector() -> None:
    """Takes what is loaded by now (model, knowledge base, tables) out of the garbage collector's rounds: a tenth of the time.

    For processes of our own, such as the commands and the workers; a program that embeds onrecord decides for itself.
    """
    gc.collect()
    gc.freeze()


_worker: Reader | None = None


def _start_worker(settings: Settings) -> None:
    global _worker
    _worker = Reader(settings)
    spare_collector()


def _read_chunk(articles: list[Article]) -> list[Reading]:
    assert _worker is not None
    return [_worker.read(article) for article in articles]
