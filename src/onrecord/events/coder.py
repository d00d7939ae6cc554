"""The stage: a parse, its attributions and its parties in, political events out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.events import coding
from onrecord.events.arguments import prepositional
from onrecord.events.candidates import Docket
from onrecord.events.chains import Chains
from onrecord.events.coreference import drop_carriers, link_drafts, resume_gerunds
from onrecord.events.declared import declare
from onrecord.events.drafts import Draft
from onrecord.events.familiar import is_familiar
from onrecord.events.governing import GovernorFinder
from onrecord.events.heads import TIMES
from onrecord.events.judge import Judge, Odds, load_judge
from onrecord.events.lexicon import Lexicon, load_lexicon
from onrecord.events.matching import NOMINAL, VERBAL, Matcher
from onrecord.events.nearby import fill_recipients
from onrecord.events.parties import Parties
from onrecord.events.placing import Place, Places, find_location, hit_country, index_places
from onrecord.events.recall import fill_from_article
from onrecord.events.scene import find_topics, is_violent
from onrecord.events.sieve import keep_drafts
from onrecord.events.targets import country_of_target, find_target
from onrecord.events.travels import settle_travels
from onrecord.language import syntax
from onrecord.records import Actor, Article, Attribution, Event, Mention, Parse, make_id

MAKER = "events/1"
UNJUDGED = "frames/1"
"""The maker of events that no judge has weighed."""
FIGHTING_WORDS = frozenset(("attack", "assault", "assail", "target", "hammer", "pummel", "hit", "blast"))
OPENERS = frozenset((",", '"', "”", "’", "'"))
"""Marks before a verb whose speaker stands behind it."""

MISSILES = frozenset(("missile", "rocket", "projectile"))
NOMINAL_LABELS = frozenset(("dobj", "nsubj", "nsubjpass"))
"""What a word that is tagged as an adjective is a noun under."""

WATERS = frozenset(("sea", "ocean", "water", "gulf", "bay", "air", "direction", "space", "zone"))
"""What a missile that is only tested is fired into."""


@dataclass(frozen=True)
class Coded:
    """What the stage found: events in text order; all actors and mentions, its own after those it was given.

    `main` are the ids of events that stand in a sentence's main clause: the one a data set with one event a sentence wants.
    `odds` say by event id how a judge that was asked has weighed them, `added` are the ids of actors that the stage added.
    """

    events: tuple[Event, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    main: frozenset[str] = frozenset()
    odds: Mapping[str, Odds] = field(default_factory=dict)
    added: frozenset[str] = frozenset()


@dataclass(frozen=True)
class FrameCoder:
    """Finds and codes political events by lexicon and frames. `name` is written into the reading's makers.

    `declared` codes announced deeds as promises and threats, for data sets without a status; `judge` weighs the events of
    articles of the kind it knows, all are kept without one.
    """

    lexicon: Lexicon
    words: frozenset[str]
    declared: bool = False
    judge: Judge | None = None
    name: str = MAKER

    def find(
        self, parse: Parse, article: Article, attributions: Sequence[Attribution], actors: tuple[Actor, ...],
        mentions: tuple[Mention, ...], places: Sequence[Place] = (),
    ) -> Coded:  # fmt: skip
        """The events of one article, in text order; `factuality`, `tense`, `status` and times are left open."""
        parties = Parties(parse, article, actors, mentions)
        drafts = find_drafts(parse, parties, self.lexicon, self.words)
        topics = find_topics(parse)
        _settle_words(parse, parties, drafts, fighting=topics.fighting)
        _let_speakers_act(parse, drafts, attributions)
        if self.declared:
            drafts = declare(parse, parties, self.lexicon, drafts)
        located = index_places(parse, places)
        _aim_at_places(parse, parties, drafts, located)
        settle_travels(parse, parties, drafts, located)
        link_drafts(parse, parties, drafts)
        told, drafts = drafts, keep_drafts(parse, parties, drafts, topics)
        fill_from_article(parse, parties, drafts, told, located, at_war=topics.fighting)
        chains = Chains(attributions)
        odds: Mapping[int, Odds] = {}
        if self.judge is not None and is_familiar(parties, topics):
            held = {token: chains.holders(parse.span(token, token + 1)) for token in drafts}
            odds = self.judge.settle(Docket(parse, parties, drafts, held))
        mark_subordinate(parse, drafts)
        themes = coding.find_themes(parse) if drafts else coding.Themes((), (), {})
        events = tuple(_event(parse, article, parties, draft, chains, located, drafts, themes) for draft in drafts.values())
        main = frozenset(e.id for e, draft in zip(events, drafts.values(), strict=True) if not draft.subordinate)
        used = {actor for event in events for actor in (*event.actors, *event.recipients)}
        added = tuple(actor for actor in parties.added.values() if actor.id in used)
        own = tuple(m for m in dict.fromkeys(parties.mentions) if m.actor in used)
        weighed = {e.id: odds[draft.token] for e, draft in zip(events, drafts.values(), strict=True) if draft.token in odds}
        return Coded(events, (*actors, *added), (*mentions, *own), main, weighed, frozenset(actor.id for actor in added))

    def keep(self, coded: Coded, events: Sequence[Event], answered: frozenset[str] = frozenset()) -> tuple[Event, ...]:
        """Of the coded events, given with their status, those that are answered (by id) or that the judge finds likely enough;
        all where it was not asked."""
        if self.judge is None:
            return tuple(events)
        return self.judge.keep(events, {event: odds for event, odds in coded.odds.items() if event not in answered})


def load_coder(*, declared: bool = False, judged: bool = False) -> FrameCoder:
    """The shipped frames, with the learned judge or (`frames/1`) without.

    Args:
        declared: code "said it would send tents" as AGREE, "would attack" as THREATEN (PLOVER's own reading), instead of the
            deed with status `future`. For exports into data sets that have no status.
        judged: in articles of the kind the judge has learned, choose recipients by it and weigh the events; `keep` leaves out
            those that are likely wrong, once their status is known.

    Raises:
        SettingsError: a table breaks its form.
    """
    lexicon = load_lexicon()
    if judged:
        return FrameCoder(lexicon, lexicon.words, declared, load_judge())
    return FrameCoder(lexicon, lexicon.words, declared, name=UNJUDGED)


def find_drafts(parse: Parse, parties: Parties, lexicon: Lexicon, words: frozenset[str]) -> dict[int, Draft]:
    """All drafts by token: verbs and nouns first, then the governors over them (which replace a noun's own draft)."""
    matcher = Matcher(parse, parties, lexicon)
    hits = [token for token, lemma in enumerate(parse.lemmas) if lemma in words]
    drafts: dict[int, Draft] = {}
    for token in hits:
        draft = None
        # what is a preposition's object is a noun, whatever its tag; a "-offensive" that is an object too
        is_mistagged = parse.labels[token] == "pobj" or (parse.labels[token] in NOMINAL_LABELS and parse.pos[token] == "ADJ")
        if parse.pos[token] in VERBAL and not is_mistagged:
            draft = matcher.verb(token)
        elif parse.pos[token] in NOMINAL or is_mistagged or parse.lemmas[token] == "sorry":
            draft = matcher.noun(token)
        if draft is not None:
            drafts[token] = draft
    resume_gerunds(parse, drafts, lexicon)
    finder = GovernorFinder(parse, parties, lexicon, drafts)
    idioms = {token for token, draft in drafts.items() if draft.is_idiom}
    tokens = (token for token in hits if parse.lemmas[token] in lexicon.governors and token not in idioms)
    governors = [draft for draft in map(finder.find, tokens) if draft is not None]
    governors = [draft for draft in governors if draft.type != "REJECT" or not matcher.is_dropped(draft.token)]
    for draft in governors:
        drafts[draft.token] = draft
    for draft in governors:
        if draft.deed in drafts and draft.deed is not None:
            drafts[draft.deed].governor = draft.token
    drop_carriers(parse, drafts)
    fill_recipients(parse, parties, drafts)
    _settle_tests(parse, parties, drafts)
    return drafts


def _let_speakers_act(parse: Parse, drafts: dict[int, Draft], attributions: Sequence[Attribution]) -> None:
    """Who stands behind the verb of his own words does it, and is not done to (", charged the rebel spokesman")."""
    for attribution in attributions:
        holder, source = attribution.holder, attribution.source
        if holder is None or not source or not attribution.cue or source[0].start < attribution.cue[0].end:
            continue
        verb = bisect_left(parse.starts, attribution.cue[0].start)
        draft = drafts.get(verb)
        if draft is None or parse.words[verb - 1] not in OPENERS or syntax.own_subject(parse, verb) is not None:
            continue
        if holder in draft.recipients and holder not in draft.actors:
            draft.actors, draft.recipients = (holder,), tuple(who for who in draft.recipients if who != holder)


def _aim_at_places(parse: Parse, parties: Parties, drafts: dict[int, Draft], places: Places) -> None:
    """A city that is hit stands for its country, where the text names nobody who is; of a deed that nobody is told to have
    done, a village or station in it for the people there."""
    if not places:
        return
    for draft in drafts.values():
        if draft.type != "ASSAULT" or draft.recipients:
            continue
        country = hit_country(parse, draft.token, places)
        if country is not None:
            state = parties.state(country)
            draft.recipients = (state,) if state not in draft.actors else ()
        elif not parties.is_coded(draft.actors) and (target := find_target(parse, draft)) is not None:
            country = country_of_target(parse, parties, target, places)
            draft.recipients = (parties.people(target, country),) if country is not None else ()


def _settle_words(parse: Parse, parties: Parties, drafts: dict[int, Draft], *, fighting: bool) -> None:
    """Persons who "attack" one another do so in words (ACCUSE); in an article about fighting, only where neither bears arms."""
    for draft in drafts.values():
        plain = draft.type == "ASSAULT" and draft.mode is None
        if not plain or parse.lemmas[draft.token] not in FIGHTING_WORDS:
            continue
        sides = (parties.are_persons(draft.actors), parties.are_persons(draft.recipients))
        in_words = all(sides) and parties.is_public(draft.actors)
        if draft.kind == "noun" and (fighting or not sides[0] or (is_violent(parse, draft.token) and not in_words)):
            continue
        if all(sides) or (any(sides) and not fighting):
            draft.type, draft.mode = "ACCUSE", "disapprove"


def _settle_tests(parse: Parse, parties: Parties, drafts: dict[int, Draft]) -> None:
    """Missiles fired at nobody are a test or a show (MOBILIZE), unless the article tells that their owner hit somebody."""
    hitting = [actor for draft in drafts.values() if draft.type == "ASSAULT" and draft.recipients for actor in draft.actors]
    for draft in drafts.values():
        if draft.mode != "heavy-weapons" or draft.kind != "verb" or draft.recipients or not draft.actors:
            continue
        if _is_aimed(parse, draft.token):
            continue  # at a place that no actor stands for, or brought down
        target = syntax.child(parse, draft.token, "dobj")
        if target is not None and parse.lemmas[target] in MISSILES and not parties.share_country(draft.actors, hitting):
            draft.type, draft.mode = "MOBILIZE", "weapons"


def _is_aimed(parse: Parse, token: int) -> bool:
    """Whether what is shot is shot down, or at something on land."""
    if parse.lemmas[token] == "intercept" or "down" in (parse.lower[t] for t in syntax.children_of(parse, token, "prt")):
        return True
    target = syntax.child(parse, token, "dobj")
    carriers = [token, *([target] if target is not None else [])]
    aims = [t for word in ("at", "on", "against") for t in prepositional(parse, carriers, word)]
    return any(parse.lemmas[t] not in WATERS and parse.lemmas[t] not in TIMES for t in aims)


def mark_subordinate(parse: Parse, drafts: dict[int, Draft]) -> None:
    """Marks drafts below another one of their sentence, or in a relative, temporal or participle clause beside a main one."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts.values():
        by_sentence.setdefault(parse.sentence_of[draft.token], []).append(draft)
    for group in by_sentence.values():
        ranks = {draft.token: _rank(parse, draft, drafts) for draft in group}
        best = min(ranks.values())
        for draft in group:
            draft.subordinate = ranks[draft.token] > best


def _rank(parse: Parse, draft: Draft, drafts: dict[int, Draft]) -> int:
    """Clause steps between the event and its sentence's root; a step into a deed, relative or adverbial clause weighs more."""
    weights = {"relcl": 3, "acl": 3, "advcl": 2, "xcomp": 1, "pcomp": 2, "pobj": 1, "poss": 2, "compound": 2, "appos": 2}
    token, rank = draft.token, 0 if draft.governor is None else 4
    for _ in range(40):
        label = parse.labels[token]
        rank += weights.get(label, 0)
        if token != draft.token and token in drafts and (token != draft.light or drafts[token].kind == "verb"):
            rank += 3
        if parse.heads[token] == token:
            break
        token = parse.heads[token]
    return rank


def _event(
    parse: Parse, article: Article, parties: Parties, draft: Draft, chains: Chains, places: Places,
    drafts: dict[int, Draft], themes: coding.Themes,
) -> Event:  # fmt: skip
    head = parse.span(draft.token, draft.token + 1)
    attribution = chains.innermost(head)
    contexts = coding.find_contexts(parse, draft.token, draft.type, draft.mode, themes)
    same = draft.same_as
    return Event(
        _id(article, parse, draft), head, draft.type, draft.mode, contexts, coding.cameo(draft.type, draft.mode, contexts),
        coding.quad(draft.type), coding.intensity(draft.type, draft.mode), draft.actors, draft.recipients,
        find_location(parse, draft.token, draft.light, places),
        attribution=attribution.id if attribution is not None else None,
        chain=chains.holders(head),
        same_as=_id(article, parse, drafts[same]) if same in drafts and same is not None else None,
    )  # fmt: skip


def _id(article: Article, parse: Parse, draft: Draft) -> str:
    return make_id(article.id, MAKER, "event", parse.starts[draft.token], parse.ends[draft.token], draft.type)
