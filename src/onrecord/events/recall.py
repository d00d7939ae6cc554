"""Recipients that a sentence leaves out, from what the article tells elsewhere: one rule after another until one knows.

An answer is given to whoever made the offer or demand it answers; a threat or a sanction without a target is aimed at the party
its maker is set against. Nobody who acts is guessed so, but for shows of force and marches, which are known by who does them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.events import arguments, targets
from onrecord.events.coreference import DEFINITE
from onrecord.events.drafts import Draft
from onrecord.events.memory import Ids, Memory, others
from onrecord.events.parties import Parties
from onrecord.events.partners import fill_partners
from onrecord.events.placing import Place, named_countries
from onrecord.events.settling import settle_parties
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

SHOWN = frozenset(("MOBILIZE", "PROTEST"))
VOICED = frozenset(("PROTEST", "REQUEST", "THREATEN", "ACCUSE"))
THINGS = words("it them this that one both")
MEDIATING = words("mediate arbitrate broker host facilitate")
HOSTING = words("boycott cancel call host receive welcome postpone refuse scrap shun delay")
TELLING = words("tell assure promise inform notify")
UTTERED = words("explanation excuse plea message statement remark account version claim")
"""What somebody has said that may be called names or turned down."""

OFFERING = words("offer propose promise pledge assure")
TRUCE = words("ceasefire truce surrender armistice cease-fire")
ENVOYS = words("ambassador envoy")
CAUGHT = words("him her them")
ARREST = words("arrest detain free release let jail hold seize search confiscate question")

PROMISED = {
    "AID": ("AGREE",), "COOPERATE": ("AGREE",), "SANCTION": ("THREATEN",), "COERCE": ("THREATEN",), "MOBILIZE": ("THREATEN",),
}  # fmt: skip
"""Deeds that are aimed at whoever the word that promises them is said to."""


class Recall:
    """Fills the sides that the drafts of one article leave out."""

    def __init__(
        self, parse: Parse, parties: Parties, drafts: dict[int, Draft], told: dict[int, Draft], places: Sequence[Place]
    ) -> None:
        self._parse, self._parties, self._places = parse, parties, places
        self._memory = Memory(parse, parties, drafts, told)
        self._rules: tuple[tuple[frozenset[str], Callable[[Draft], Ids]], ...] = (
            (targets.AIMED_AT, self._hit),
            (frozenset(("ACCUSE",)), self._charged),
            (frozenset(("CONCEDE", "AGREE", "SUPPORT", "THREATEN")), self._told),
            (frozenset(("REJECT", "SUPPORT", "CONCEDE", "AGREE", "ACCUSE")), self._answered),
            (frozenset(("AGREE", "SUPPORT", "ACCUSE", "CONCEDE", "THREATEN", "REJECT", "PROTEST")), self._of_deed),
            (frozenset(("THREATEN", "PROTEST", "SANCTION", "COERCE", "ASSAULT", "AGREE")), self._under_condition),
            (frozenset(("REQUEST",)), self._refusing),
            (frozenset(("COERCE", "RETREAT")), self._beside),
            (frozenset(("PROTEST", "REQUEST")), self._in_one_breath),
            (frozenset(("PROTEST",)), self._police),
            (frozenset(("AID", "AGREE")), self._who_asked),
            (frozenset(("CONSULT",)), self._two),
            (frozenset(("CONSULT",)), self._visited),
            (frozenset(("SANCTION", "REJECT")), self._cut),
            (frozenset(("SANCTION",)), self._envoy_recalled),
            (frozenset(("CONCEDE", "AID", "AGREE", "SANCTION", "COOPERATE", "SUPPORT")), self._memory.again),
            (frozenset(("THREATEN", "SANCTION")), self._memory.opponent),
            (frozenset(("REJECT",)), self._turned_down),
            (frozenset(("AGREE", "RETREAT")), self._enemy),
        )

    def fill(self) -> None:
        """Sets recipients of all drafts, deeds before the words that govern them, and the actors of shows of force.

        Last those that hang on what was filled: deeds that are promised, offers that are turned down.
        """
        for draft in sorted(self._memory.drafts, key=lambda draft: (draft.deed is not None, not draft.frame.reciprocal)):
            if draft.type in SHOWN and not draft.actors:
                draft.actors = self._memory.owner(draft)
            if fill_partners(self._parse, self._parties, self._memory, draft):
                continue
            for types, rule in self._rules:
                if not draft.recipients and draft.type in types and (draft.actors or rule == self._hit):
                    draft.recipients = others(rule(draft), draft)
        for draft in self._memory.drafts:
            if draft.recipients or not draft.actors:
                continue
            if draft.type in PROMISED:
                draft.recipients = others(self._of_promise(draft), draft)
            elif draft.type == "AGREE" and not draft.frame.reciprocal:
                draft.recipients = self._memory.refuser(draft)

    def _hit(self, draft: Draft) -> Ids:
        """Those an act of force hits: who is in the thing it hits, else whom the other drafts of the happening tell."""
        march = next((self._memory.at[t] for t in targets.hit_tokens(self._parse, draft) if t in self._memory.at), None)
        if march is not None and march.type == "PROTEST":
            return march.actors
        token = targets.find_target(self._parse, draft)
        if token is not None:
            country = targets.country_of_target(self._parse, self._parties, token, self._places)
            foe = self._memory.opponent(draft)
            country = country or next((self._parties.actors[i].country for i in foe if i in self._parties.actors), None)
            country = country or (self._parties.home() if self._memory.at_war else None)
            return (self._parties.people(token, country),) if country is not None else ()
        if targets.is_anybody(self._parse, draft):
            return self._memory.victims(draft)
        if draft.type != "ASSAULT" or targets.has_target(self._parse, draft) or self._is_denied(draft):
            return ()
        return self._memory.hit_elsewhere(draft) or self._memory.opponent(draft)

    def _is_denied(self, draft: Draft) -> bool:
        carriers = [draft.token, *([draft.light] if draft.light is not None else [])]
        carriers += [t for token in carriers for t in syntax.children_of(self._parse, token, "dobj", "nsubj", "nsubjpass")]
        return any(syntax.is_negated(self._parse, t) or self._parse.lower[t] in syntax.NEGATIONS for t in carriers)

    def _answered(self, draft: Draft) -> Ids:
        """Who made the offer, demand or threat that is answered."""
        thing = self._thing(draft)
        if thing is None or self._parse.lower[thing] in THINGS:
            is_verb = self._parse.pos[draft.token] in ("VERB", "AUX")
            refused = draft.type == "REJECT" and is_verb and (self._memory.at_war or draft.deed is None)
            bare = refused or (draft.type == "SUPPORT" and thing is not None)
            return self._memory.latest(draft) if bare else ()
        if self._parse.lemmas[thing] in UTTERED and self._is_bare(thing):
            return self._memory.latest(draft)
        told = self._memory.named(thing)
        if told is None or told is draft:
            return ()
        sides = (told.recipients, told.actors) if draft.type == "CONCEDE" else (told.actors, told.recipients)
        return next((found for side in sides if (found := others(side, draft))), ())

    def _told(self, draft: Draft) -> Ids:
        """To whom the actor says that he does it ("told the widow that he was sorry"), but for the press."""
        clause = draft.token if draft.light is None else draft.light
        verb = self._parse.heads[clause]
        subject = syntax.own_subject(self._parse, verb)
        if self._parse.labels[clause] != "ccomp" or self._parse.lemmas[verb] not in TELLING or subject is None:
            return ()
        listener = syntax.child(self._parse, verb, "dobj", "dative")
        if listener is None or not set(self._parties.at(subject)) & set(draft.actors):
            return ()
        return self._parties.not_press(self._parties.at(listener))

    def _is_bare(self, thing: int) -> bool:
        """Whether a word said before stands with "the" or "this" alone, so that the article tells whose it is."""
        labels = {self._parse.labels[t] for t in self._parse.children[thing]}
        return labels == {"det"} and any(self._parse.lower[t] in DEFINITE for t in self._parse.children[thing])

    def _thing(self, draft: Draft) -> int | None:
        """The word for what is answered: the object of a verb, what follows "of" after a noun."""
        if draft.kind == "noun":
            return next(arguments.prepositional(self._parse, [draft.token], "of"), None)
        found = arguments.undergoer(self._parse, draft.token)
        return found if found is not None else next(arguments.prepositional(self._parse, [draft.token], "to"), None)

    def _charged(self, draft: Draft) -> Ids:
        """Of whom a charge says something ("the accusation that it had sent arms")."""
        clause = syntax.child(self._parse, draft.token, "acl", "ccomp") if draft.kind == "noun" else None
        subject = syntax.own_subject(self._parse, clause) if clause is not None else None
        return self._parties.at(subject) if subject is not None else ()

    def _turned_down(self, draft: Draft) -> Ids:
        """The other side, for a refusal that does not say of what."""
        says_what = draft.deed is not None and not self._memory.at_war
        if says_what or (draft.kind != "verb" and syntax.child(self._parse, draft.token, "acl") is not None):
            return ()  # "their refusal to sign"
        return self._memory.opponent(draft) if self._memory.at_war or self._thing(draft) is None else ()

    def _of_deed(self, draft: Draft) -> Ids:
        """Whom the deed below a promise or threat is done to."""
        deed = self._memory.at.get(draft.deed) if draft.deed is not None else None
        return deed.recipients if deed is not None else ()

    def _refusing(self, draft: Draft) -> Ids:
        """Who refuses or grants the request a noun names ("Paris rejected a request from Berlin to close the border")."""
        above = self._memory.at.get(self._parse.heads[draft.token])
        owner = syntax.child(self._parse, draft.token, "poss")
        if owner is not None and self._parse.pos[owner] == "PRON":
            return ()  # "dropped its demand"
        is_object = draft.kind != "verb" and self._parse.labels[draft.token] == "dobj"
        return above.actors if is_object and above is not None and above.type in ("REJECT", "CONCEDE", "AGREE") else ()

    def _under_condition(self, draft: Draft) -> Ids:
        """Who would have to act first: "if Oslo leaves, Rome will close the port"."""
        if draft.mode == "hunger":
            return ()
        for clause in syntax.children_of(self._parse, draft.token, "advcl"):
            mark = syntax.child(self._parse, clause, "mark")
            subject = syntax.own_subject(self._parse, clause)
            if mark is not None and self._parse.lower[mark] in ("if", "unless") and subject is not None:
                who = self._parties.at(subject)
                unsure = draft.type != "PROTEST" and self._parse.pos[subject] == "PRON"
                return () if unsure and self._parties.share_country(who, draft.actors) else who
        return ()

    def _beside(self, draft: Draft) -> Ids:
        """Whom the verb it is coordinated with is done to ("detained two and freed them"); of a "them" that nobody knows, whoever
        was caught last."""
        thing = arguments.undergoer(self._parse, draft.token) if draft.kind == "verb" else None
        if thing is not None and self._parse.lower[thing] in CAUGHT and not self._parties.is_named(thing):
            return self._memory.caught(draft)
        above = self._memory.at.get(self._parse.heads[draft.token]) if self._parse.labels[draft.token] == "conj" else None
        if above is None or self._parse.lemmas[draft.token] not in ARREST or not set(above.actors) & set(draft.actors):
            return ()
        return above.recipients

    def _in_one_breath(self, draft: Draft) -> Ids:
        """Whom the same people, in the same sentence, demand something of or march against."""
        if draft.mode == "hunger":
            return ()
        sentence = self._parse.sentence_of[draft.token]
        for token, other in self._memory.at.items():
            if other is draft or other.type not in VOICED or self._parse.sentence_of[token] != sentence:
                continue
            if other.recipients and set(other.actors) & set(draft.actors):
                return other.recipients
        return ()

    def _police(self, draft: Draft) -> Ids:
        """Against whom stones are thrown and cars burnt, in a country whose police the article tells of."""
        is_deed = draft.kind == "verb" and draft.mode in ("riot", "vandalize")  # a "revolt" may be one of delegates
        return self._parties.police_of(draft.actors) if is_deed else ()

    def _who_asked(self, draft: Draft) -> Ids:
        """Who demanded the deed ("demanded that Oslo keep its promise", "asked Oslo for tents")."""
        for above in syntax.ancestors(self._parse, draft.token):
            asking = self._memory.at.get(above)
            if asking is not None and asking.type == "REQUEST" and set(asking.recipients) & set(draft.actors):
                return asking.actors
        return ()

    def _of_promise(self, draft: Draft) -> Ids:
        """Whoever help is offered to, or a harm threatened, gets it."""
        path = [draft.token, *syntax.ancestors(self._parse, draft.token)]
        for token in path[1:]:
            above = self._memory.at.get(token)
            if above is not None and above.deed in path and above.type in PROMISED[draft.type]:
                return above.recipients
        return ()

    def _two(self, draft: Draft) -> Ids:
        """The two states a mediator brings together."""
        if draft.mode == "visit":
            return self._host(draft)
        verbs = (draft.token, draft.light) if draft.light is not None else (draft.token,)
        mediates = draft.mode == "third-party" or any(self._parse.lemmas[token] in MEDIATING for token in verbs)
        return self._parties.two_states(draft.token) if mediates else ()

    def _visited(self, draft: Draft) -> Ids:
        """The state of the city somebody visits."""
        if draft.mode != "visit":
            return ()
        tokens = targets.hit_tokens(self._parse, draft)
        countries = (country for token in tokens for country in named_countries(self._parse, token, self._places))
        state = next((self._parties.state(country) for country in countries), None)
        return (state,) if state is not None and not self._parties.share_country((state,), draft.actors) else ()

    def _cut(self, draft: Draft) -> Ids:
        """With whom there were talks, patrols or trade that are called off."""
        thing = arguments.undergoer(self._parse, draft.token) if draft.kind != "noun" else None
        if thing is None:
            return ()
        near = (thing, *arguments.prepositional(self._parse, [thing], "of"))  # "a round of talks"
        shared = next((self._memory.at[token] for token in near if token in self._memory.at), None)
        return shared.actors if shared is not None and shared.frame.reciprocal else ()

    def _envoy_recalled(self, draft: Draft) -> Ids:
        """From where one state of a story of two calls home its envoy: the other one."""
        thing = arguments.undergoer(self._parse, draft.token) if draft.mode == "withdraw" else None
        is_envoy = thing is not None and self._parse.lemmas[thing] in ENVOYS
        return self._parties.rival(draft.actors) if is_envoy and self._parties.are_side(draft.actors) else ()

    def _host(self, draft: Draft) -> Ids:
        """Who boycotts, cancels or receives a visit."""
        above = self._parse.heads[draft.token]
        if draft.kind != "noun" or self._parse.lemmas[above] not in HOSTING:
            return ()
        doer = arguments.doer(self._parse, above)
        return self._parties.at(doer) if doer is not None and doer != draft.token else ()

    def _enemy(self, draft: Draft) -> Ids:
        """To whom a truce is offered or a force surrenders: the other side."""
        deed = draft.deed if draft.deed is not None else draft.token
        truce = self._parse.lemmas[deed] in TRUCE or self._parse.lemmas[draft.token] in TRUCE
        offered = self._memory.at_war and self._parse.lemmas[draft.token] in OFFERING and self._parties.are_side(draft.actors)
        return self._memory.opponent(draft) if truce or offered else ()


def fill_from_article(
    parse: Parse, parties: Parties, drafts: dict[int, Draft], told: dict[int, Draft], places: Sequence[Place]
) -> None:
    """Sets right the parties an event rules out, then fills the sides that drafts leave out.

    Args:
        parse: the article's parse.
        parties: its parties.
        drafts: those worth a row, by token; they are changed.
        told: all that were found.
        places: the places named in the text.
    """
    settle_parties(parse, parties, drafts)
    Recall(parse, parties, drafts, told, places).fill()
