"""Who may be meant by an event: the parties near it and the article's main ones, with the signs by which each is weighed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.events.drafts import Draft
from onrecord.events.parties import Parties
from onrecord.records import Parse

BEFORE = 1
"""Sentences before an event's in which a party named is a candidate; more of them, and those after it, mislead."""

MAIN = 3
"""Parties named most, which are candidates anywhere."""

DEEPEST = 12
"""Steps up from a word, at most, on the way to another one."""

LONGEST = 8
"""Steps of a path that is still told; a longer one is `far`."""

WAYS = frozenset(("prep", "agent"))
"""Labels whose word is told on a path too."""

COMPANY = frozenset(("dobj", "nsubj", "nsubjpass", "agent", "prep", "poss", "ccomp", "xcomp", "compound"))
"""Labels below an event's word that say who may be told."""


@dataclass(frozen=True)
class Docket:
    """What a judge is shown of an article: its events before they are weighed, `drafts` by token, and the holders at each."""

    parse: Parse
    parties: Parties
    drafts: Mapping[int, Draft]
    chains: Mapping[int, Sequence[str]]

    @cached_property
    def tokens_of(self) -> dict[str, list[int]]:
        """Tokens that head a mention of each actor, in text order."""
        found: dict[str, list[int]] = {}
        for token, actor in self.named_tokens:
            found.setdefault(actor, []).append(token)
        return found

    @cached_property
    def named_tokens(self) -> list[tuple[int, str]]:
        """Tokens that head a mention, in text order, with whom it means."""
        return sorted((token, actor) for token, actor in self.parties.named.items() if actor in self.parties.actors)

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Places of the actors named most, from 0."""
        counts = {actor: len(tokens) for actor, tokens in self.tokens_of.items()}
        return {actor: rank for rank, actor in enumerate(sorted(counts, key=lambda a: (-counts[a], a))[:MAIN])}

    @cached_property
    def types(self) -> Counter[str]:
        """How many events of each type there are."""
        return Counter(draft.type for draft in self.drafts.values())

    def countries(self, ids: Sequence[str]) -> set[str | None]:
        """Countries of actors that have one."""
        return {self.parties.actors[i].country for i in ids if i in self.parties.actors} - {None}

    def distance(self, token: int, other: int) -> int:
        """Sentences from the first token's to the other's."""
        return self.parse.sentence_of[other] - self.parse.sentence_of[token]

    def nearest(self, token: int, actor: str) -> int | None:
        """The head of the actor's mention nearest to a token, by sentences, then by tokens."""
        places = self.tokens_of.get(actor, [])
        right = bisect_left(places, token)
        beside = places[max(right - 1, 0) : right + 1]
        return min(beside, key=lambda place: (abs(self.distance(token, place)), abs(place - token)), default=None)

    def around(self, token: int) -> dict[str, int]:
        """Actors named in a token's sentence and the one before it, each with the head of the nearest mention there."""
        parse, sentence = self.parse, self.parse.sentence_of[token]
        start, end = parse.sentences[max(sentence - BEFORE, 0)][0], parse.sentences[sentence][1]
        found: dict[str, int] = {}
        first, last = (bisect_left(self.named_tokens, (edge, "")) for edge in (start, end))
        for place, actor in self.named_tokens[first:last]:
            known = found.get(actor)
            if known is None or self._is_nearer(token, place, known):
                found[actor] = place
        return found

    def _is_nearer(self, token: int, place: int, other: int) -> bool:
        one, two = abs(self.distance(token, place)), abs(self.distance(token, other))
        return one < two or (one == two and abs(place - token) < abs(other - token))


def list_options(docket: Docket, draft: Draft) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Whom an event may be aimed at, with signs: first those the frames give, then nobody, then each candidate alone."""
    given = draft.recipients
    near = find_candidates(docket, draft)
    own = f"{min(len(given), 2)} "
    shared = list(read_event_signs(docket, draft))
    kept = [own + "keep", *(f"{own}keep {sign}" for sign in shared)]
    for actor in given:
        if actor in near:
            kept += read_party_signs(docket, draft, actor, near[actor])
    yield given, kept
    if given:
        yield (), [own + "none", *(f"{own}none {sign}" for sign in shared)]
    for actor, place in near.items():
        if actor not in given:
            signs = read_party_signs(docket, draft, actor, place)
            yield (actor,), [own + "other", f"{own}other {draft.type}", *signs]


def find_candidates(docket: Docket, draft: Draft) -> dict[str, int | None]:
    """Actors who may be meant, each with the head of its nearest mention (`None`: no mention that the actors stage found)."""
    found: dict[str, int | None] = {**docket.around(draft.token)}
    for actor in (*docket.ranks, *docket.chains[draft.token], *draft.actors, *draft.recipients):
        if actor not in found and actor in docket.parties.actors:
            found[actor] = docket.nearest(draft.token, actor)
    return found


def find_path(parse: Parse, token: int, other: int) -> str:
    """The way over heads from one word to another: labels up, then labels and prepositions down; `far` where it is long.

    "They thanked Mali for the aid": from "thanked" to "Mali" `>dobj`, to "aid" `>prep:for>pobj`.
    """
    up = [token]
    while parse.heads[up[-1]] != up[-1] and len(up) <= DEEPEST:
        up.append(parse.heads[up[-1]])
    steps = {place: index for index, place in enumerate(up)}
    down = [other]
    while down[-1] not in steps:
        if parse.heads[down[-1]] == down[-1] or len(down) > DEEPEST:
            return "far"
        down.append(parse.heads[down[-1]])
    climbed = [parse.labels[place] for place in up[: steps[down[-1]]]]
    descended = [_step(parse, place) for place in reversed(down[:-1])]
    if len(climbed) + len(descended) > LONGEST:
        return "far"
    return "^".join(climbed) + "".join(f">{step}" for step in descended)


def _step(parse: Parse, token: int) -> str:
    return f"{parse.labels[token]}:{parse.lemmas[token]}" if parse.labels[token] in WAYS else parse.labels[token]


def read_party_signs(docket: Docket, draft: Draft, actor: str, place: int | None) -> list[str]:
    """The signs of a candidate: who it is, what it is to those who act, and where it stands."""
    row, code, chain = docket.parties.actors[actor], draft.type, docket.chains[draft.token]
    acts, holds = actor in draft.actors, len(chain) > 1 and actor == chain[-1]
    sector, countries = row.sector[0] if row.sector else "-", docket.countries(draft.actors)
    signs = [
        f"is {row.type}", f"is {row.type} {code}", f"sector {sector} {code}", f"rank {docket.ranks.get(actor, MAIN)}",
        f"acts {acts}", f"acts {acts} {code}", f"holds {holds}", f"holds {holds} {code} {len(chain)}",
        f"country {row.country in countries if countries else '-'} {code}",
    ]  # fmt: skip
    if row.country is None:
        signs.append("no country")
    return [*signs, "no mention"] if place is None else signs + _read_place_signs(docket, draft, place)


def _read_place_signs(docket: Docket, draft: Draft, place: int) -> list[str]:
    parse, token = docket.parse, draft.token
    steps = docket.distance(token, place)
    near = str(steps) if steps in (0, -1) else "-"
    signs = [
        f"at {steps}", f"at {steps} {draft.type}", f"at {steps} {parse.pos[token]}",
        f"mention {parse.pos[place]} {near}", f"label {parse.labels[place]} {near}",
    ]  # fmt: skip
    if steps == 0:
        way = find_path(parse, token, place)
        first, last = sorted((token, place))
        between = bisect_left(docket.named_tokens, (last, "")) - bisect_left(docket.named_tokens, (first + 1, ""))
        signs += (f"path {way}", f"path {way} {draft.type}", f"path {way} {parse.tags[token]}")
        signs += (f"tokens {place > token} {min(abs(place - token) // 4, 4)}", f"between {place > token} {min(between, 4)}")
    return signs


def read_event_signs(docket: Docket, draft: Draft) -> Iterator[str]:
    """The signs of an event for keeping its recipients or having none."""
    parse, token = docket.parse, draft.token
    yield from (draft.type, parse.lemmas[token], f"{draft.type} {parse.labels[token]} {parse.tags[token]}", f"mode {draft.mode}")
    yield from (parse.pos[token], f"actors {min(len(draft.actors), 2)}", f"linked {draft.same_as is not None}")
    below = sorted({parse.labels[other] for other in parse.children[token]} & COMPANY)
    yield f"{draft.type} below {' '.join(below)}"
