"""What an article has told already: whom a refusal answers, who stands against whom, whose launch "the launch" was.

A later sentence leaves out what an earlier one said. An answer is given to whoever made the offer or demand it answers; a threat
or a sanction without a target is aimed at the party its maker is set against elsewhere in the article. Nobody who acts is guessed
so, but for forces and weapons, which are shown or tested by their owner.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.events import arguments, targets
from onrecord.events.drafts import Draft
from onrecord.events.duals import ENTITIES
from onrecord.events.parties import Parties
from onrecord.events.placing import Place
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

ANSWERS = frozenset(("REJECT", "SUPPORT", "CONCEDE", "AGREE"))
"""Types that may answer what another party asked, offered, threatened or did."""

ANSWERED = frozenset(("AGREE", "REQUEST", "CONCEDE", "THREATEN", "ACCUSE"))
"""Types that may be answered by a word that does not say to whom."""

AIMED = frozenset(("THREATEN", "SANCTION", "REJECT"))
"""Types that always have another party, told or not."""

HOSTILE = frozenset(("ASSAULT", "ACCUSE", "THREATEN", "REJECT", "REQUEST", "COERCE", "SANCTION", "PROTEST"))
"""Types that tell who stands against whom."""

Pair = tuple[int, tuple[str, ...], tuple[str, ...]]
THINGS = words("it them this that one both")
FAR_TOKENS = 120
"""How far back an answer may reach for what it answers: about four sentences."""


class Memory:
    """Fills the sides that drafts leave out from other drafts of the article."""

    def __init__(self, parse: Parse, parties: Parties, drafts: dict[int, Draft], places: Sequence[Place]) -> None:
        self._places = places
        self._parse, self._parties = parse, parties
        self._drafts = [drafts[token] for token in sorted(drafts)]
        self._at = drafts
        pairs = [(draft.type in HOSTILE, pair) for draft in self._drafts if (pair := _pair(draft)) is not None]
        self._pairs = [[pair for hostile, pair in pairs if hostile], [pair for hostile, pair in pairs if not hostile]]

    def fill(self) -> None:
        """Sets recipients, and the actors of shows of force, where the article tells them elsewhere."""
        for draft in self._drafts:
            if draft.type in targets.AIMED_AT and not draft.recipients and not draft.frame.reciprocal:
                draft.recipients = self._target(draft)
            if draft.type == "MOBILIZE" and not draft.actors:
                draft.actors = self._owner(draft)
            if draft.recipients or not draft.actors or draft.frame.reciprocal:
                continue
            if draft.type in ANSWERS:
                draft.recipients = self._answered(draft)
            if not draft.recipients and draft.type in AIMED:
                draft.recipients = self._opponent(draft)

    def _target(self, draft: Draft) -> tuple[str, ...]:
        """Those an act of force hits: who is in the thing it hits, else whom the other drafts of the happening tell."""
        token = targets.find_target(self._parse, draft)
        if token is not None:
            country = targets.country_of_target(self._parse, self._parties, token, self._places)
            foe = self._opponent(draft)
            country = country or next((self._parties.actors[i].country for i in foe if i in self._parties.actors), None)
            country = country or self._parties.home()
            return self._others((self._parties.people(token, country),), draft) if country is not None else ()
        if targets.has_target(self._parse, draft) or self._is_denied(draft):
            return ()
        if draft.type == "ASSAULT":
            return self._hit_elsewhere(draft) or self._opponent(draft)
        return ()

    def _hit_elsewhere(self, draft: Draft) -> tuple[str, ...]:
        """Whom the nearest act of force hits that has no other doer: first those before, then those after."""
        near = sorted(self._drafts, key=lambda other: abs(other.token - draft.token) * (2 if other.token > draft.token else 1))
        for other in near:
            if other is draft or other.type != "ASSAULT" or not other.recipients or other.frame.reciprocal:
                continue
            if not draft.actors or not other.actors or self._agree(draft.actors, other.actors):
                return self._others(other.recipients, draft)
        return ()

    def _agree(self, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
        return bool(set(one) & set(other)) or self._parties.share_country(one, other)

    def _is_denied(self, draft: Draft) -> bool:
        carriers = [draft.token, *([draft.light] if draft.light is not None else [])]
        carriers += [t for token in carriers for t in syntax.children_of(self._parse, token, "dobj", "nsubj", "nsubjpass")]
        return any(syntax.is_negated(self._parse, t) or self._parse.lower[t] in syntax.NEGATIONS for t in carriers)

    def _owner(self, draft: Draft) -> tuple[str, ...]:
        """Whose forces or weapons these are: those of the nearest draft of the type before it, else after it."""
        others = [d for d in self._drafts if d.type == "MOBILIZE" and d.actors]
        before = [d for d in others if d.token < draft.token]
        return before[-1].actors if before else others[0].actors if others else ()

    def _answered(self, draft: Draft) -> tuple[str, ...]:
        thing = self._thing(draft)
        if thing is not None and thing in self._at and thing != draft.token:
            told = self._at[thing]
            sides = (told.recipients, told.actors) if draft.type == "CONCEDE" else (told.actors, told.recipients)
            return next((found for side in sides if (found := self._others(side, draft))), ())
        if thing is not None and self._parse.lower[thing] not in THINGS:
            return ()
        return self._latest(draft) if draft.type == "REJECT" else ()

    def _thing(self, draft: Draft) -> int | None:
        """The word for what is answered: the object of a verb, what follows "of" after a noun."""
        if draft.kind == "noun":
            return next(arguments.prepositional(self._parse, [draft.token], "of"), None)
        found = arguments.undergoer(self._parse, draft.token)
        return found if found is not None else next(arguments.prepositional(self._parse, [draft.token], "to"), None)

    def _latest(self, draft: Draft) -> tuple[str, ...]:
        for other in reversed(self._drafts):
            if other.token < draft.token <= other.token + FAR_TOKENS and other.type in ANSWERED:
                found = self._others(other.actors, draft)
                if found:
                    return found
        return ()

    def _opponent(self, draft: Draft) -> tuple[str, ...]:
        """Whoever deals with the draft's actor nearest to it: the same actor first, then another country against its country."""
        armed = [pair for pair in self._pairs[0] if self._at[pair[0]].type == "ASSAULT"] if draft.type == "ASSAULT" else []
        for pairs in (armed, *self._pairs):
            near = sorted(pairs, key=lambda pair: abs(pair[0] - draft.token) * (2 if pair[0] > draft.token else 1))
            for match in (lambda one, other: set(one) & set(other), self._parties.share_country):
                for _, actors, recipients in near:
                    for own, other in ((actors, recipients), (recipients, actors)):
                        found = self._others(other, draft) if match(own, draft.actors) else ()
                        if found and (set(own) & set(draft.actors) or self._is_foe(found, draft)):
                            return found
        return ()

    def _is_foe(self, who: tuple[str, ...], draft: Draft) -> bool:
        """Whether parties belong to another state; a body of states is nobody's enemy in a fight."""
        countries = {self._parties.actors[i].country for i in who if i in self._parties.actors}
        return not self._parties.share_country(who, draft.actors) and not (draft.type == "ASSAULT" and countries & ENTITIES)

    def _others(self, who: tuple[str, ...], draft: Draft) -> tuple[str, ...]:
        return tuple(actor for actor in who if actor not in draft.actors)


def _pair(draft: Draft) -> Pair | None:
    """Who stands against whom in a draft that tells both sides."""
    if draft.frame.reciprocal and len(draft.actors) > 1:
        return draft.token, draft.actors[:1], draft.actors[1:]
    return (draft.token, draft.actors, draft.recipients) if draft.actors and draft.recipients else None


def fill_from_memory(parse: Parse, parties: Parties, drafts: dict[int, Draft], places: Sequence[Place]) -> None:
    """Fills the sides that drafts leave out from other drafts of the article."""
    Memory(parse, parties, drafts, places).fill()
