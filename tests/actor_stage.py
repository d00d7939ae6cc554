"""The actors stage with hand-made attributions, for tests of who is meant."""

from __future__ import annotations

from functools import cache

from onrecord.actors import Resolved, Resolver, load_resolver
from onrecord.records import Actor, Article, Attribution, Span
from support import marked, parsed


@cache
def stage() -> Resolver:
    return load_resolver()


def attribute(spans: dict[str, list[Span]], number: str = "", kind: str = "indirect", parent: str | None = None) -> Attribution:
    """A hand-made attribution from the spans `source`, `cue` and `content` with a number behind."""
    source, cue, content = (tuple(spans.get(f"{part}{number}", ())) for part in ("source", "cue", "content"))
    return Attribution(f"a{number}", source, cue, content, kind, "assert", parent=parent)  # type: ignore[arg-type]


def resolve(
    source: str, *made: tuple[str, str, str | None], published: str | None = "2023-05-04", outlet: str | None = None
) -> Resolved:
    """The stage's answer for a marked text; `made` are (number, kind, parent) of its attributions, one plain one by default."""
    text, spans = marked(source)
    attributions = [attribute(spans, *one) for one in made or (("", "indirect", None),) if f"cue{one[0]}" in spans]
    return stage().resolve(parsed(text), Article("test", text, published=published, outlet=outlet), tuple(attributions))


def holder(found: Resolved, number: int = 0) -> Actor | None:
    return next((actor for actor in found.actors if actor.id == found.attributions[number].holder), None)


def summary(actor: Actor | None) -> tuple[str, str | None, tuple[str, ...]]:
    assert actor is not None
    return actor.name, actor.country, actor.sector


def country(source: str, number: int = 0) -> str | None:
    """The country of the holder of a marked sentence."""
    actor = holder(resolve(source), number)
    assert actor is not None
    return actor.country
