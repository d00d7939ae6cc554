"""What an article has told already: who stands against whom, whose launch "the launch" was, what "the offer" answers.

Asked by `recall.py` for the sides of events that a sentence leaves out because an earlier one told them.
"""

from __future__ import annotations

from collections import Counter

from onrecord.events import arguments
from onrecord.events.coreference import DEFINITE, TAKEN_UP
from onrecord.events.drafts import Draft
from onrecord.events.duals import ENTITIES
from onrecord.events.parties import Parties
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

HOSTILE = frozenset(("ASSAULT", "ACCUSE", "THREATEN", "REJECT", "COERCE", "SANCTION", "PROTEST"))
"""Types that tell who stands against whom."""

STATES_ALONE = frozenset(("ASSAULT", "SANCTION", "THREATEN"))
"""Types that states do to states: a body of states is no target that may be guessed."""

AT_ODDS = STATES_ALONE | {"AGREE", "REJECT"}
"""Types aimed at the other country of a story of two, where nothing in it tells whom the actor is set against."""

CATCHING = frozenset(("abduct", "arrest"))
"""Modes of deeds that leave somebody in another's hands."""

LEAST_TOLD = 2
"""Drafts that must set the same countries against each other, before a third one is read so."""

SHORT = 2
"""Sentences of a text that is taken to tell one story."""

STEM = 4
"""Letters by which a noun is taken to be the verb told before ("ordered ... the order")."""

FAR_TOKENS = 120
"""How far back an answer may reach for what it answers: about four sentences."""

YIELDING = frozenset(("RETREAT", "CONCEDE", "AGREE"))
NEAR_TOKENS = 70
"""How far back what is praised as a step may lie: about two sentences."""

ORDERING = words("order command instruct direct tell")

Ids = tuple[str, ...]
Pair = tuple[int, Ids, Ids]


class Memory:
    """The drafts of one article, asked by who takes part in them."""

    def __init__(self, parse: Parse, parties: Parties, drafts: dict[int, Draft], told: dict[int, Draft], *, at_war: bool) -> None:
        self._parse, self._parties = parse, parties
        self.at = told | drafts
        self.drafts = [drafts[token] for token in sorted(drafts)]
        sides = [(draft, pair) for draft in self.drafts if (pair := _pair(draft)) is not None]
        self.at_war = at_war
        self._dyads = Counter(dyad for _, (_, one, other) in sides for dyad in {self._dyad(one, other)})
        self._fights = [pair for draft, pair in sides if draft.type == "ASSAULT"]
        self._hostile = [pair for draft, pair in sides if draft.type in HOSTILE]
        self._other = [pair for draft, pair in sides if draft.type not in HOSTILE]

    def opponent(self, draft: Draft) -> Ids:
        """Whoever the draft's actor is set against nearest to it; without such, whoever it deals with. Empty when nobody."""
        is_loose = draft.kind == "noun" and not self.at_war and (draft.light is None or draft.type == "REJECT")
        if is_loose or self._is_unaimed(draft) or not self._parties.is_public(draft.actors):
            return ()
        armed = draft.type in ("ASSAULT", "RETREAT") or draft.mode == "violence"
        for pairs in [*([self._fights] if armed else []), self._hostile, self._other]:
            if pairs is self._other and self.at_war and draft.type in AT_ODDS and (rival := self._parties.rival(draft.actors)):
                return rival
            near = _nearest(pairs, draft.token)
            found = next((who for pair in near if (who := self._other_side(pair, draft, same=True))), ())
            found = found or next((who for pair in near if (who := self._other_side(pair, draft, same=False))), ())
            if found:
                return found
        return ()

    def _is_unaimed(self, draft: Draft) -> bool:
        """A threat, sanction or demand in news that is not about fighting ("the promised veto"), which may be aimed at nobody; an
        order, which is given to one's own people."""
        if draft.type == "REQUEST":
            return not self.at_war or self._parse.lemmas[draft.token] in ORDERING
        return draft.type in ("THREATEN", "SANCTION") and not self.at_war and len(self._parse.sentences) > SHORT

    def _other_side(self, pair: Pair, draft: Draft, *, same: bool) -> Ids:
        """The side of a pair across from the draft's actors: the same actors, or those of their country against another one.

        What an article tells once sets nobody against anybody, but in one about fighting or of a sentence or two.
        """
        one_story = self.at_war or len(self._parse.sentences) <= SHORT
        if not one_story and self._dyads[self._dyad(*pair[1:])] < LEAST_TOLD:
            return ()
        for own, other in (pair[1:], pair[:0:-1]):
            found = others(other, draft)
            at_home = one_story and not self._parties.are_states(draft.actors)
            if same and set(own) & set(draft.actors) and (at_home or self._is_foe(found, draft)):
                return found if self._may_be_set_against(found, draft) else ()
            if not same and self._parties.share_country(own, draft.actors) and self._is_foe(found, draft):
                return found
        return ()

    def _dyad(self, one: Ids, other: Ids) -> frozenset[str | None]:
        return frozenset(self._parties.actors[i].country for i in (*one, *other) if i in self._parties.actors)

    def _is_foe(self, who: Ids, draft: Draft) -> bool:
        """Whether parties belong to another state: no civilians, and for some types no body of states."""
        if self._parties.share_country(who, draft.actors) or self._parties.are_civil_if_any(who):
            return False
        return not (draft.type in STATES_ALONE and self._are_bodies(who))

    def _may_be_set_against(self, who: Ids, draft: Draft) -> bool:
        """Whether the actor's own enemies elsewhere may be the target here: no bodies of states of what states do to states, and
        civilians only of what is done at home."""
        if draft.type in STATES_ALONE and self._are_bodies(who):
            return False
        at_home = self._parties.share_country(who, draft.actors) and draft.type not in ("REJECT", "THREATEN")
        return draft.type == "ASSAULT" or at_home or not self._parties.are_civil_if_any(who)

    def _are_bodies(self, who: Ids) -> bool:
        return any(self._parties.actors[i].country in ENTITIES for i in who if i in self._parties.actors)

    def first_fight(self) -> Ids:
        """Both sides of the article's first fight."""
        return (*self._fights[0][1], *self._fights[0][2]) if self._fights else ()

    def hit_elsewhere(self, draft: Draft) -> Ids:
        """Whom the nearest act of force hits that has no other doer, in an article about fighting."""
        return self.victims(draft) if self.at_war and self.is_told(draft) else ()

    def victims(self, draft: Draft) -> Ids:
        """Whom the nearest deed of the type hits, of those that have no other doer."""
        told = [
            (other.token, other.actors, other.recipients)
            for other in self.drafts
            if other is not draft and other.type == draft.type and other.recipients and not other.frame.reciprocal
        ]
        for _, actors, recipients in _nearest(told, draft.token):
            if self._parties.agree(draft.actors, actors):
                return others(recipients, draft)
        return ()

    def hit_beside(self, draft: Draft) -> Ids:
        """Whom another act of force in the same sentence hits that has no other doer."""
        sentence = self._parse.sentence_of[draft.token]
        beside = (
            other
            for other in self.drafts
            if other is not draft and other.type == "ASSAULT" and self._parse.sentence_of[other.token] == sentence
        )
        clear = (other for other in beside if self._parties.agree(draft.actors, other.actors))
        return next((other.recipients for other in clear if other.recipients), ())

    def accuser(self, draft: Draft) -> Ids:
        """Who accuses a countryman of a deed: it is done at home."""
        for above in syntax.ancestors(self._parse, draft.token):
            charge = self.at.get(above)
            if charge is not None and charge.type == "ACCUSE":
                return charge.actors if self._parties.share_country(charge.actors, draft.actors) else ()
        return ()

    def refuser(self, draft: Draft) -> Ids:
        """Who of another country turns down soon after what a draft offers ("offered a loan ... refused it")."""
        for other in self.drafts:
            if other.type != "REJECT" or not draft.token < other.token <= draft.token + FAR_TOKENS:
                continue
            thing = arguments.undergoer(self._parse, other.token)
            is_it = thing is not None and (self._parse.lower[thing] == "it" or self.named(thing) is draft)
            if is_it and not self._parties.share_country(other.actors, draft.actors):
                return other.actors
        return ()

    def denier(self, draft: Draft) -> Ids:
        """Who refuses, in the relative clause after it, what a draft asks for ("called for a truce, which Oslo rejects")."""
        _, end = syntax.subtree(self._parse, draft.token)
        for token in range(draft.token + 1, end):
            other = self.at.get(token)
            thing = syntax.child(self._parse, token, "dobj") if other is not None and other.type == "REJECT" else None
            if other is not None and thing is not None and self._parse.lower[thing] == "which":
                return other.actors
        return ()

    def caught(self, draft: Draft) -> Ids:
        """Who was taken or arrested last before the draft."""
        before = (other for other in reversed(self.drafts) if other.token < draft.token and other.mode in CATCHING)
        return next((found for other in before if (found := others(other.recipients, draft))), ())

    def again(self, draft: Draft, *, kin: bool = True) -> Ids:
        """Whom the same actors do the same to elsewhere: a draft of the type nearest, if `kin` with a word of the same stem."""
        lemma = self._parse.lemmas[draft.token]
        told = [
            (other.token, other.actors, other.recipients)
            for other in self.drafts
            if other is not draft
            and other.type == draft.type
            and other.recipients
            and (not kin or _are_kin(self._parse.lemmas[other.token], lemma))
        ]
        return next((who for _, actors, who in _nearest(told, draft.token) if set(actors) & set(draft.actors)), ())

    def marchers(self, draft: Draft) -> Ids:
        """Who protested last before a draft."""
        before = (other for other in reversed(self.drafts) if other.token < draft.token and other.type == "PROTEST")
        return next((other.actors for other in before if other.actors), ())

    def owner(self, draft: Draft) -> Ids:
        """Whose forces, weapons or marchers these are: those of the nearest draft of the type before it, else after it."""
        told = [other for other in self.drafts if other.type == draft.type and other.actors]
        before = [other for other in told if other.token < draft.token]
        return before[-1].actors if before else told[0].actors if told else ()

    def latest(self, draft: Draft) -> Ids:
        """Who last said something that the draft may answer."""
        for other in reversed(self.drafts):
            if other.token < draft.token <= other.token + FAR_TOKENS and other.type in TAKEN_UP:
                found = others(other.actors, draft)
                if found:
                    return found
        return ()

    def last(self, draft: Draft, kind: str) -> Ids:
        """Who did last before a draft what is of a type: somebody else than its actors."""
        before = (other for other in reversed(self.drafts) if other.token < draft.token and other.type == kind)
        return next((found for other in before if (found := others(other.actors, draft))), ())

    def named(self, token: int) -> Draft | None:
        """The draft a noun names: its own, else the last one before it whose word has the noun's stem."""
        if token in self.at and self.at[token].actors:
            return self.at[token]
        before = (other for other in reversed(self.drafts) if other.token < token)
        return next((other for other in before if _are_kin(self._parse.lemmas[other.token], self._parse.lemmas[token])), None)

    def yielding(self, draft: Draft) -> Ids:
        """Who of another country gave way in the sentence or two before a draft."""
        for other in reversed(self.drafts):
            near = other.token < draft.token <= other.token + NEAR_TOKENS and other.type in YIELDING
            if near and other.actors and not self._parties.share_country(other.actors, draft.actors):
                return others(other.actors, draft)
        return ()

    def made(self, token: int) -> Ids:
        """Who made the pact or treaty that a noun names again ("signed a treaty ... the treaty")."""
        for other in reversed(self.drafts):
            if other.token < token and other.frame.reciprocal:
                thing = arguments.undergoer(self._parse, other.token) if other.kind != "noun" else other.token
                if thing is not None and self._parse.lemmas[thing] == self._parse.lemmas[token]:
                    return other.actors
        return ()

    def is_told(self, draft: Draft) -> bool:
        """Whether a draft points at one deed: a verb, a linked or definite noun, one with a light verb; no "attacks" as such."""
        det = syntax.child(self._parse, draft.token, "det", "poss")
        linked = draft.same_as is not None or draft.light is not None
        linked |= self._is_headline(draft.token)
        return draft.kind != "noun" or linked or (det is not None and self._parse.lower[det] in DEFINITE)

    def _is_headline(self, token: int) -> bool:
        """Whether a token stands in a first paragraph without a full stop, where nouns go without "the"."""
        parse = self._parse
        return len(parse.paragraphs) > 1 and parse.paragraph_of[token] == 0 and parse.words[parse.paragraphs[0][1] - 1] != "."


def others(who: Ids, draft: Draft) -> Ids:
    """Those of some parties who do not act in the draft themselves."""
    return tuple(actor for actor in who if actor not in draft.actors)


def _are_kin(one: str, other: str) -> bool:
    """Whether two lemmas are the same word or one of another part of speech: no "complain" for "compromise"."""
    least = max(STEM, min(len(one), len(other)) - 2)
    return one == other or (len(one) >= least and one[:least] == other[:least])


def _pair(draft: Draft) -> Pair | None:
    if draft.frame.reciprocal and len(draft.actors) > 1:
        return draft.token, draft.actors[:1], draft.actors[1:]
    return (draft.token, draft.actors, draft.recipients) if draft.actors and draft.recipients else None


def _nearest(pairs: list[Pair], token: int) -> list[Pair]:
    """By distance; what comes after counts as twice as far."""
    return sorted(pairs, key=lambda pair: abs(pair[0] - token) * (2 if pair[0] > token else 1))
