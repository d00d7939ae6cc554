"""The stages in order: one article in, one `Reading` out; the only place that catches what goes wrong with an article."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context
from typing import Any, Protocol, TypeVar

from onrecord.errors import OnRecordError, SettingsError
from onrecord.language import Parser, load_parser
from onrecord.records import Article, Attribution, Failure, Parse, Reading, with_texts
from onrecord.settings import Settings

CHUNK_ARTICLES = 8
"""Articles a worker takes at a time: enough to hide the cost of handing over, few enough to keep memory flat."""

Item = TypeVar("Item")


class Attributor(Protocol):
    """The slot of the attribution stage: rules, learned parts, a tagger trained elsewhere, or a stub in a test."""

    @property
    def name(self) -> str:
        """The stage and its version, written into the reading's makers."""
        ...

    def find(self, parse: Parse, article_id: str) -> tuple[Attribution, ...]:
        """The attributions of one article, in text order, of all depths."""
        ...


class Resolver(Protocol):
    """The slot of the actors stage: sources end at actors."""

    @property
    def name(self) -> str:
        """The stage and its version."""
        ...

    def resolve(self, parse: Parse, article: Article, attributions: tuple[Attribution, ...]) -> Any:
        """Actors, mentions, and the attributions with their holders."""
        ...


def _load_attribution(settings: Settings) -> Attributor:
    from onrecord.attribution import load_attributor

    return load_attributor()


def _load_rules(settings: Settings) -> Attributor:
    from onrecord.attribution import load_attributor

    return load_attributor("rules")


ATTRIBUTORS: dict[str, Callable[[Settings], Attributor]] = {"attribution": _load_attribution, "rules": _load_rules}
"""Attribution stages by the name used in the settings; add one to let another tagger stand in."""

RESOLVERS: dict[str, Callable[[Settings], Resolver]] = {}


class Reader:
    """A parser and the stages, built once and used for any number of articles. Not for use by several threads at once.

    Raises:
        SettingsError: a stage is unknown or not installed. Nothing has been read then.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self._parser: Parser = load_parser(self.settings.parser)
        self._attributor = _stage("attributor", self.settings.attributor, ATTRIBUTORS, self.settings)
        self._resolver = _stage("resolver", self.settings.resolver, RESOLVERS, self.settings) if RESOLVERS else None

    def read(self, article: Article) -> Reading:
        """The reading of one article. A stage that fails leaves its fields `None` and a row in `failures`.

        Raises:
            OnRecordError: only with the setting `strict`: the first failure of a stage.
        """
        reading = Reading(article)
        parse, reading = self._run(reading, "language", lambda: self._parser.parse(article.text))
        if parse is None:
            return reading
        reading = replace(reading, sentences=parse.sentence_spans(), makers=(*reading.makers, self._parser.name))
        if self._attributor is not None:
            reading = self._attribute(reading, parse)
        if self._resolver is not None and reading.attributions is not None:
            reading = self._resolve(reading, parse)
        return with_texts(reading)

    def _attribute(self, reading: Reading, parse: Parse) -> Reading:
        stage = self._attributor
        assert stage is not None
        found, reading = self._run(reading, "attribution", lambda: stage.find(parse, reading.article.id))
        if found is None:
            return reading
        kept = keep_attributions(found, self.settings.min_confidence, outermost=self.settings.outermost)
        return replace(reading, attributions=kept, makers=(*reading.makers, stage.name))

    def _resolve(self, reading: Reading, parse: Parse) -> Reading:
        stage, attributions = self._resolver, reading.attributions or ()
        assert stage is not None
        found, reading = self._run(reading, "actors", lambda: stage.resolve(parse, reading.article, attributions))
        if found is None:
            return reading
        return replace(
            reading, actors=found.actors, mentions=found.mentions, attributions=found.attributions,
            makers=(*reading.makers, stage.name),
        )  # fmt: skip

    def _run(self, reading: Reading, stage: str, work: Callable[[], Item]) -> tuple[Item | None, Reading]:
        """What the work gives, or `None` and the reading with a failure: no article is lost to one stage."""
        try:
            return work(), reading
        except Exception as error:
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


def _stage(kind: str, name: str, known: dict[str, Callable[[Settings], Item]], settings: Settings) -> Item | None:
    if name == "none":
        return None
    if name not in known:
        raise SettingsError(f"no {kind} {name!r}; have {', '.join(sorted(known))}, none")
    return known[name](settings)


def read_articles_many(articles: Iterable[Article], settings: Settings | None = None, *, jobs: int = 1) -> Iterator[Reading]:
    """Readings in the order of the articles, one by one, whatever the number of workers; the input is never held whole.

    Args:
        articles: any number of them, taken as needed.
        settings: what the reader is built from.
        jobs: worker processes; 1 reads in this one.

    Raises:
        SettingsError: jobs is under 1, or a stage cannot be built.
        OnRecordError: a worker died (memory ran out, or it was killed).
    """
    if jobs < 1:
        raise SettingsError(f"jobs is {jobs}; give 1 or more")
    settings = settings or Settings()
    if jobs == 1:
        yield from map(Reader(settings).read, articles)
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


_worker: Reader | None = None


def _start_worker(settings: Settings) -> None:
    global _worker
    _worker = Reader(settings)


def _read_chunk(articles: list[Article]) -> list[Reading]:
    assert _worker is not None
    return [_worker.read(article) for article in articles]
