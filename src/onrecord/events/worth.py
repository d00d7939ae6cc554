"""The signs by which a judge weighs an event: its word and type, who takes part, the words about it and those it hangs on."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events.candidates import MAIN, Docket, find_path
from onrecord.events.drafts import Draft
from onrecord.records import Parse

TELLING = frozenset(("dobj", "nsubj", "nsubjpass", "prt", "oprd", "compound", "amod", "poss", "prep"))
"""Labels of the words below an event's that say what is meant."""

BINS = 8
"""Steps into which the chance of the recipients is parted."""

MANY = 4
"""From so many events of a type on an article simply has many."""

STEPS = 4
"""Words above an event's, up its sentence, that are looked at."""

OPERATORS = frozenset(("aux", "mark", "neg", "advmod"))
"""Labels of words before a governing one that say how its deed is meant."""


def read_worth_signs(docket: Docket, draft: Draft, sure: float) -> Iterator[str]:
    """All signs of an event; `sure` is the chance, 0 to 1, that its recipients are right."""
    yield "bias"
    step = min(int(sure * BINS), BINS - 1)
    yield from (f"sure {step}", f"sure {step} {bool(draft.recipients)}")
    yield from _word_signs(docket, draft)
    yield from _governing_signs(docket.parse, draft.token)
    yield from _party_signs(docket, draft)
    yield from _acting_signs(docket, draft)


def read_status_signs(code: str, status: str | None) -> tuple[str, ...]:
    """The signs of an event's status, which is known last."""
    return (f"status {status}", f"status {status} {code}")


def _word_signs(docket: Docket, draft: Draft) -> Iterator[str]:
    parse, token, code = docket.parse, draft.token, draft.type
    lemma, pos = parse.lemmas[token], parse.pos[token]
    yield from (code, f"mode {draft.mode} {code}", f"word {lemma}", f"word {lemma} {code}", f"{code} {pos}")
    yield from (f"tag {parse.tags[token]}", f"label {parse.labels[token]}", f"linked {draft.same_as is not None}")
    yield f"above {parse.labels[token]} {_common(parse, parse.heads[token])}"
    for other in parse.children[token]:
        if parse.labels[other] in TELLING:
            yield f"below {parse.labels[other]} {_common(parse, other)}"
    yield from (f"holders {len(docket.chains[token])}", f"quoted {parse.quotation_of[token] >= 0}")
    yield f"more {code} {min(docket.types[code], MANY)}"


def _governing_signs(parse: Parse, token: int) -> Iterator[str]:
    """The words an event hangs on, up its sentence, with what negates, doubts or conditions them."""
    for _ in range(STEPS):
        above = parse.heads[token]
        if above == token:
            return
        token = above
        yield f"under {_common(parse, token)}"
        for other in parse.children[token]:
            if other < token and parse.labels[other] in OPERATORS:
                yield f"under {parse.labels[other]} {parse.lower[other]}"


def _common(parse: Parse, token: int) -> str:
    """A word's lemma, but for names: the weights are of words, not of people."""
    return "name" if parse.pos[token] == "PROPN" else parse.lemmas[token]


def _party_signs(docket: Docket, draft: Draft) -> Iterator[str]:
    code, pos = draft.type, docket.parse.pos[draft.token]
    actors, recipients = min(len(draft.actors), 2), min(len(draft.recipients), 2)
    yield from (f"parties {pos} {actors} {recipients}", f"parties {code} {actors} {recipients}")
    yield f"one country {docket.parties.share_country(draft.actors, draft.recipients)} {code}"
    known = docket.parties.actors
    for role, ids in (("actor", draft.actors), ("recipient", draft.recipients)):
        for actor in (known[i] for i in ids if i in known):
            sector = actor.sector[0] if actor.sector else "-"
            yield from (f"{role} {actor.type} {code}", f"{role} {sector}", f"{role} {sector} {code}", f"{role} {actor.basis}")
            if actor.country is None:
                yield f"{role} no country"


def _acting_signs(docket: Docket, draft: Draft) -> Iterator[str]:
    """How those who act come to be told of: where they stand to the event's word, by a name or a pronoun, and how often."""
    parse, token = docket.parse, draft.token
    if not draft.actors:
        yield from (f"by nobody {draft.type}", f"by nobody {parse.labels[token]} {parse.pos[token]}")
    for actor in draft.actors[:2]:
        yield from (f"by named {min(len(docket.tokens_of.get(actor, ())), 5)}", f"by rank {docket.ranks.get(actor, MAIN)}")
        place = docket.nearest(token, actor)
        if place is None:
            yield "by no mention"
            continue
        steps, pos = docket.distance(token, place), parse.pos[place]
        yield from (f"by at {steps}", f"by {pos} {steps if steps in (0, -1) else '-'}", f"by tag {parse.tags[place]}")
        if pos == "PRON":
            yield f"by {parse.lower[place]}"
        if steps == 0:
            way = find_path(parse, token, place)
            yield from (f"by path {way}", f"by path {way} {draft.type}")
