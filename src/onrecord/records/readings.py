"""All that was read out of one article."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib import import_module

from onrecord.records.articles import Article
from onrecord.records.attributions import Actor, Attribution, Mention, Stance
from onrecord.records.events import Event, Timex
from onrecord.records.texts import Span


@dataclass(frozen=True, slots=True)
class Failure:
    """A stage that could not do its work on this article, and why."""

    stage: str
    error: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article. A field is `None` when its stage has not run.

    `makers` names the version of each stage that ran (`("attribution/1", ...)`).
    """

    article: Article
    sentences: tuple[Span, ...] | None = None
    actors: tuple[Actor, ...] | None = None
    mentions: tuple[Mention, ...] | None = None
    timexes: tuple[Timex, ...] | None = None
    attributions: tuple[Attribution, ...] | None = None
    events: tuple[Event, ...] | None = None
    stances: tuple[Stance, ...] | None = None
    failures: tuple[Failure, ...] = ()
    makers: tuple[str, ...] = field(default=())

    def _repr_html_(self) -> str:
        """The marked-up page, for notebooks; the view stands on a higher floor, so it is looked up only when shown."""
        page: str = "".join(import_module("onrecord.report.page").render_page([self]))
        return page


def with_texts(reading: Reading) -> Reading:
    """The reading with its attributions able to quote the article's text."""
    if reading.attributions is None:
        return reading
    text = reading.article.text
    return replace(reading, attributions=tuple(replace(a, article_text=text) for a in reading.attributions))
