"""The signs by which an event of politics at home is right as a whole: its word and type, who takes part, the words about it."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events.candidates import Docket
from onrecord.events.drafts import Draft
from onrecord.records import Parse

TELLING = frozenset(("dobj", "nsubj", "nsubjpass", "prt", "oprd", "compound", "amod", "poss", "prep"))
"""Labels of the words below an event's that say what is meant."""

BINS = 8
"""Steps into which the chance of the recipients is parted."""

MANY = 4
"""From so many events of a type on an article simply has many."""


def read_worth_signs(docket: Docket, draft: Draft, sure: float) -> Iterator[str]:
    """All signs of an event; `sure` is the chance, 0 to 1, that its recipients are right."""
    yield "bias"
    step = min(int(sure * BINS), BINS - 1)
    yield from (f"sure {step}", f"sure {step} {bool(draft.recipients)}")
    yield from _word_signs(docket, draft)
    yield from _party_signs(docket, draft)


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
