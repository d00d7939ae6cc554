"""Readings for tests: one built by hand that reads like news, and any that the types allow."""

from __future__ import annotations

from hypothesis import strategies as st

from onrecord.records import (
    Actor,
    Article,
    Attribution,
    Event,
    Failure,
    Happened,
    Interval,
    Location,
    Mention,
    Reading,
    Section,
    Span,
    Stance,
    Timex,
    make_id,
)
from support import marked

TALKS = (
    "[Harbour talks stall]{headline}\n\n"
    "[Olena Bondar]{source} [said]{cue} [on Monday]{timex} that two envoys had [left]{head} the talks. "
    "[Envoys from Selmark]{denier} [denied]{denial} [leaving]{denied}."
)
MAKERS = ("actors/1", "attribution/1", "events/1", "factuality/1", "times/1")


def talks(article_id: str = "a1", *, source: str = "Olena Bondar", makers: tuple[str, ...] = MAKERS, **fields: str) -> Reading:
    """A whole reading of two attributions, one event and one stance; `fields` are set on the article."""
    text, spans = marked(TALKS.replace("Olena Bondar", source))
    at = {label: found[0] for label, found in spans.items()}
    body = text.index("\n\n") + 2
    second = at["denier"].start
    content = Span(text.index("that two"), second - 2)
    metadata = {"published": "2024-05-07", "published_basis": "given", "outlet": "Selmark Courier", **fields}
    article = Article(
        article_id,
        text,
        title="Harbour talks stall",
        byline=("Ana Reyl",),
        language="en",
        sections=(Section("headline", at["headline"]), Section("body", Span(body, len(text)))),
        **metadata,  # type: ignore[arg-type]
    )
    holder, other, event = make_id("actor", source), make_id("actor", "envoys"), make_id(article_id, "event")
    said, denied = make_id(article_id, "said"), make_id(article_id, "denied")
    return Reading(
        article,
        sentences=(at["headline"], Span(body, second - 1), Span(second, len(text))),
        actors=(
            Actor(holder, source, "person", "SLM", ("GOV",), "minister", basis="title", confidence=0.8),
            Actor(other, "envoys from Selmark", "group", "SLM"),
        ),
        mentions=(Mention(at["source"], holder, "name"), Mention(at["denier"], other, "nominal")),
        timexes=(Timex(make_id(article_id, "timex"), at["timex"], "DATE", "2024-05-06", "2024-05-06", "2024-05-06"),),
        attributions=(
            Attribution(
                said, (at["source"],), (at["cue"],), (content,), "indirect", "assert", holder, source,
                chain=("AUTHOR", holder), confidence=0.9, why="said ccomp",
            ),
            Attribution(
                denied, (at["denier"],), (at["denial"],), (at["denied"],), "indirect", "deny", other, "envoys from Selmark",
                chain=("AUTHOR", other),
            ),
        ),
        events=(
            Event(
                event, at["head"], "REJECT", "withdraw", ("diplomatic",), "125", 3, -5.0, (other,), (holder,),
                Location("Selmark", "SLM", 51.5, 4.25), Happened("2024-05-06", "2024-05-06", "timex"),
                Interval("2024-05-06", None), said, ("AUTHOR", holder), (("AUTHOR", "Uu"), (holder, "CT+")), "past", "attributed",
            ),
        ),
        stances=(Stance(other, "denies", event_toward=event, attribution=denied),),
        makers=makers,
    )  # fmt: skip


TEXTS = st.text(st.characters(), max_size=60)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
IDS = st.sampled_from([f"{number:016x}" for number in range(6)])
UNIT = st.floats(0, 1)


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


def tuples(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(strategy, max_size=3).map(tuple)


def spans_in(size: int) -> st.SearchStrategy[Span]:
    return st.lists(st.integers(0, size), min_size=2, max_size=2).map(lambda pair: Span(*sorted(pair)))


def distinct(strategy: st.SearchStrategy) -> st.SearchStrategy:
    """Up to three records with distinct ids."""
    return st.lists(strategy, max_size=3, unique_by=lambda record: record.id).map(tuple)


CHAINS = st.lists(WORDS, max_size=2).map(lambda inner: ("AUTHOR", *inner))
FACTUALITY = st.dictionaries(WORDS, st.sampled_from(["CT+", "PS-", "Uu"]), max_size=3).map(lambda held: tuple(held.items()))
STANCES = st.builds(Stance, attribution_toward=IDS, event_toward=st.none()) | st.builds(
    Stance, attribution_toward=st.none(), event_toward=IDS
)


@st.composite
def articles(draw: st.DrawFn, text: st.SearchStrategy[str] = TEXTS) -> Article:
    words = draw(text)
    sections = maybe(tuples(st.builds(Section, span=spans_in(len(words)))))
    return draw(
        st.builds(Article, id=WORDS, text=st.just(words), byline=maybe(tuples(WORDS)), title=maybe(text), sections=sections)
    )


@st.composite
def readings(draw: st.DrawFn, text: st.SearchStrategy[str] = TEXTS) -> Reading:
    """Any reading whose spans lie in its text and whose ids are unique in their table."""
    article = draw(articles(text))
    span = spans_in(len(article.text))
    actors = st.builds(Actor, id=IDS, confidence=UNIT, sector=tuples(WORDS))
    attributions = st.builds(
        Attribution, id=IDS, source=tuples(span), cue=tuples(span), content=tuples(span), via=tuples(IDS), via_spans=tuples(span),
        parent=maybe(IDS), chain=CHAINS, confidence=UNIT, holder=maybe(IDS),
    )  # fmt: skip
    locations = st.builds(Location, latitude=maybe(st.floats(-90, 90)), longitude=maybe(st.floats(-180, 180)))
    events = st.builds(
        Event, id=IDS, head=span, contexts=tuples(WORDS), intensity=maybe(st.floats(-10, 10)), actors=tuples(IDS),
        recipients=tuples(IDS), location=maybe(locations), happened=maybe(st.builds(Happened)), told=maybe(st.builds(Interval)),
        chain=CHAINS, factuality=maybe(FACTUALITY), quad=maybe(st.integers(0, 4)),
    )  # fmt: skip
    return Reading(
        article,
        sentences=draw(maybe(tuples(span))),
        actors=draw(maybe(distinct(actors))),
        mentions=draw(maybe(tuples(st.builds(Mention, span=span)))),
        timexes=draw(maybe(distinct(st.builds(Timex, id=IDS, span=span)))),
        attributions=draw(maybe(distinct(attributions))),
        events=draw(maybe(distinct(events))),
        stances=draw(maybe(tuples(STANCES))),
        failures=draw(tuples(st.builds(Failure))),
        makers=draw(tuples(st.sampled_from(["actors/1", "attribution/1", "attribution/2", "odd"]))),
    )
