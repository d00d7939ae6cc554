"""Event words in a sentence -> drafts: the entry whose company is there, and the parties its frame points at."""

from __future__ import annotations

from onrecord.events import arguments, climbing, company, standins
from onrecord.events.drafts import Draft
from onrecord.events.fitting import Fitting
from onrecord.events.heads import TIMES
from onrecord.events.lexicon import Entry, Lexicon
from onrecord.events.parties import Parties
from onrecord.events.phrasal import index_verbs
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

VERBAL = frozenset(("VERB", "AUX"))
NOMINAL = frozenset(("NOUN", "PROPN"))
GOVERNED_TYPES = frozenset(("AGREE", "REQUEST", "REJECT", "THREATEN"))
"""Types that governors give too, with the deed below them."""

CARRYING = frozenset(("do", "get", "state", "impose", "responsibility"))
"""How light verbs carry a noun, where their subject or object takes part in it."""

AIMED = ("at", "against")
"""Prepositions after which stands whom an act of force hits, whatever its verb."""

WORDY = frozenset(("CONCEDE", "ACCUSE", "SUPPORT", "REJECT", "AGREE", "CONSULT"))
"""Types done in words: what their verb leaves unsaid is sought above and beside it."""

DONE_TO = frozenset(("ACCUSE", "SUPPORT", "SANCTION", "ASSAULT", "COERCE"))
"""Types whose target may be the subject of what they do to it ("was stung by the criticism")."""

COMING = words("come go rush hurry race fly sail spring leap")
"""Verbs of those who come to somebody's help."""

RULERS = words("junta government regime army military navy force air-force police rebel militia")
"""Nouns between a country's name and a deed's that tell that the country does it."""

MEETINGS = words("talk talks meeting summit conference negotiation round")
"""Nouns before which a capital is where they are held."""


class Matcher:
    """Finds drafts at tokens of one parse."""

    def __init__(self, parse: Parse, parties: Parties, lexicon: Lexicon) -> None:
        self.parse = parse
        self.parties = parties
        self.lexicon = lexicon
        self._verbs = index_verbs(lexicon)
        self._fitting = Fitting(parse, parties)

    def verb(self, token: int) -> Draft | None:
        """The draft of a verb, or `None` when no entry fits or the fitting one says that this is no event."""
        entries = self._verbs.get(self.parse.lemmas[token])
        if entries is None or self._is_plain_modifier(token):
            return None
        entry = self._fitting.verb_entry(token, entries)
        return None if entry is None or entry.frame.dropped else self._draft_verb(token, entry)

    def is_dropped(self, token: int) -> bool:
        """Whether the entry that fits a verb says that in this company it is no event, whatever the verb governs."""
        entries = self._verbs.get(self.parse.lemmas[token])
        if entries is None or self.parse.pos[token] not in VERBAL or self._fitting.undergoer(token) is None:
            return False
        entry = self._fitting.verb_entry(token, entries)
        return entry is not None and entry.frame.dropped and bool(entry.objects)

    def noun(self, token: int) -> Draft | None:
        """The draft of an event noun, filled from its own phrase and from the verb that carries it."""
        nouns = self.lexicon.nouns
        entries = nouns.get(self.parse.lemmas[token]) or nouns.get(self.parse.lower[token])
        if entries is None or (self.parse.labels[token] in arguments.MODIFIERS and not company.has_shell(self.parse, token)):
            return None
        if self.parse.lower[token] in TIMES and self.parse.tags[token].startswith("NNP"):
            return None
        if self.parse.lower[token] == "order" and company.is_public_order(self.parse, token):
            return None
        light = company.light_verb(self.parse, self.lexicon.light, company.shell(self.parse, token))
        entry = self._fitting.noun_entry(token, entries, light)
        return None if entry is None or entry.frame.dropped else self._draft_noun(token, entry, light)

    def _draft_verb(self, token: int, entry: Entry) -> Draft:
        undergoer = self._fitting.undergoer(token)
        carriers = [token, *([undergoer] if undergoer is not None else [])]
        carriers += [t for t in syntax.children_of(self.parse, token, "prt", "dobj", "advmod", "acomp") if t not in carriers]
        if entry.frame.reciprocal:  # "signed the renewal of a treaty with Oslo"
            carriers += list(arguments.prepositional(self.parse, carriers[1:2], "of"))
        carriers += [t for head in carriers[1:2] for t in syntax.children_of(self.parse, head, "conj") if t not in carriers]
        draft = Draft(token, entry.type, entry.mode or self._arms(token, entry, undergoer), "verb", entry.frame)
        draft.is_idiom = bool(entry.particles) and entry.type not in GOVERNED_TYPES
        self._fill(draft, carriers, noun=False)
        if draft.type == "MOBILIZE" and undergoer is not None and not draft.actors and arguments.is_passive(self.parse, token):
            who = self.parties.at(undergoer)  # "Danish jets were scrambled": by Denmark
            draft.actors = tuple(actor for actor in who if actor not in draft.recipients)
        if draft.type in WORDY and not arguments.is_passive(self.parse, token):
            if not draft.actors or climbing.is_mute(self.parse, self.parties, token):
                draft.actors = tuple(
                    actor for actor in climbing.climb(self.parse, self.parties, token) if actor not in draft.recipients
                )
            draft.recipients = draft.recipients or climbing.beside(self.parse, self.parties, token, draft)
        return draft

    def _arms(self, token: int, entry: Entry, undergoer: int | None) -> str | None:
        is_force = entry.type == "ASSAULT" and not entry.frame.reciprocal
        return company.mode_by_arms(self.parse, token, undergoer) if is_force else None

    def _draft_noun(self, token: int, entry: Entry, light: tuple[int, str] | None) -> Draft:
        draft = Draft(token, entry.type, entry.mode, "noun", entry.frame, linked_only=entry.objects == ("linked",))
        shell = company.shell(self.parse, token)
        carriers = [token] if shell == token else [token, shell]
        if light is not None:
            draft.light, draft.light_kind = light
            if draft.light_kind != "get":
                carriers.append(draft.light)
        self._fill(draft, carriers, noun=True)
        if draft.type == "AID" and shell == token:
            self._come_to_help(draft)
        if not draft.actors and not draft.frame.reciprocal:
            who = climbing.whose_deed(self.parse, self.parties, shell, draft)
            draft.actors = tuple(actor for actor in who if actor not in draft.recipients)
        if draft.light is not None and draft.light_kind in CARRYING:
            self._add_carrier_subject(draft)
        elif draft.light is not None and draft.type == "ASSAULT" and self.parse.lemmas[draft.light] in company.HURTING:
            thing = arguments.undergoer(self.parse, draft.light)  # "two strikes hit a clinic"
            who = self.parties.at(thing) if thing is not None and not draft.recipients else ()
            draft.recipients = draft.recipients or tuple(actor for actor in who if actor not in draft.actors)
        return draft

    def _come_to_help(self, draft: Draft) -> None:
        """Whose help somebody comes to is helped by it ("came to Oslo's rescue")."""
        preposition = self.parse.heads[draft.token]
        verb, owner = self.parse.heads[preposition], syntax.child(self.parse, draft.token, "poss")
        is_idiom = self.parse.lower[preposition] == "to" and self.parse.lemmas[verb] in COMING
        doer = arguments.doer(self.parse, verb) if is_idiom and self.parse.labels[draft.token] == "pobj" else None
        if doer is not None and owner is not None:
            draft.recipients = self.parties.at(owner)
            draft.actors = tuple(actor for actor in self.parties.at(doer) if actor not in draft.recipients)

    def _add_carrier_subject(self, draft: Draft) -> None:
        assert draft.light is not None
        subject = arguments.doer(self.parse, draft.light)
        thing = arguments.undergoer(self.parse, draft.light) if draft.light_kind in ("state", "impose") else None
        if draft.light_kind == "state" and thing is not None:
            subject = thing
        who = () if subject is None or subject == draft.token else self.parties.at(subject)
        if draft.light_kind == "impose" and thing is not None and not draft.recipients:
            draft.recipients = tuple(a for a in self.parties.at(thing) if a not in who)
        if draft.light_kind == "get":
            if company.is_received(self.parse, draft.token, draft.light):
                self._give(draft, who)
            draft.recipients = draft.recipients or tuple(a for a in who if a not in draft.actors)
        elif self.parse.lemmas[draft.light] == "be" and (draft.actors or not self._can_be(draft.token, subject)):
            return  # whose it is, is told: "Oslo's answer was a raid"
        elif who and draft.actors and draft.type == "REQUEST":  # "granted Oslo's request"
            draft.recipients = draft.recipients or tuple(a for a in who if a not in draft.actors)
        elif who and (not draft.actors or not draft.frame.reciprocal):
            former = draft.actors
            draft.actors = who
            if former and not draft.recipients and draft.type not in ("MOBILIZE", "RETREAT", "PROTEST"):
                draft.recipients = tuple(a for a in former if a not in who)
        elif who:
            draft.actors = tuple(dict.fromkeys((*who, *draft.actors)))

    def _can_be(self, noun: int, subject: int | None) -> bool:
        """Whether what a deed is said of does it: somebody, or somebody's act or word ("her remarks were an attack on Oslo")."""
        if subject is None or self.parties.is_named(subject) or self.parse.pos[subject] != "NOUN":
            return True
        return self.parse.lemmas[subject] in company.ACTS or self.parse.lemmas[subject] == self.parse.lemmas[noun]

    def _give(self, draft: Draft, receivers: tuple[str, ...]) -> None:
        """Who gives the favour or reproach that the subject of its verb gets: after "from" or "of"."""
        assert draft.light is not None
        if set(draft.actors) <= set(receivers):  # also "its second rebuke from a bishop"
            givers = arguments.prepositional(self.parse, [draft.token, draft.light], "from")
            draft.actors = next((found for found in map(self.parties.at, givers) if found), draft.recipients)
        draft.recipients = ()

    def _fill(self, draft: Draft, carriers: list[int], *, noun: bool) -> None:
        frame = draft.frame
        used: set[int] = set()
        if noun and "compound" not in frame.actors:
            self._fill_modifiers(draft, used)
        owner = self.parties.undergoer(draft.token) if noun else None
        if owner is not None:
            draft.recipients = self.parties.at(owner)
            used.add(owner)
        if not draft.actors:
            draft.actors = self._first(draft.token, frame.actors, carriers, (), used, noun=noun)
        places = tuple(place for place in frame.recipients if place != "for" or draft.type != "REQUEST")  # it is what is asked
        if draft.type == "AID" and not noun and "dat" not in places:
            places += ("dat",)
        if draft.type == "ASSAULT" and not noun:
            places += tuple(place for place in AIMED if place not in places)
        draft.recipients = draft.recipients or self._first(draft.token, places, carriers, draft.actors, used, noun=noun)
        is_open = noun and not draft.recipients and not frame.reciprocal and draft.type in DONE_TO
        target = company.targeted(self.parse, company.shell(self.parse, draft.token)) if is_open else None
        if target is not None:
            draft.recipients = tuple(actor for actor in self.parties.at(target) if actor not in draft.actors)
        if frame.reciprocal and draft.recipients:
            draft.actors = tuple(dict.fromkeys((*draft.actors, *draft.recipients)))
            draft.recipients = ()

    def _is_place(self, token: int) -> bool:
        """A place that something comes from ("launches from Belarusian territory"): nobody's deed by that."""
        return self.parse.pos[token] == "NOUN" and "place" in self.parties.classes(token)

    def _fill_modifiers(self, draft: Draft, used: set[int]) -> None:
        """A place name before an event noun is who is hit ("the Ukraine invasion"), an adjective who does it."""
        before = syntax.children_of(self.parse, draft.token, "compound")
        if any(self.parse.lemmas[other] in RULERS for other in before):
            return  # "the Chad junta airstrike": of those who rule there
        for other in before:
            if draft.type == "ASSAULT" and self.parse.tags[other] == "NNP" and self.parties.is_named(other):
                who = self.parties.one(other)
                actor = self.parties.actors.get(who[0]) if who else None
                if actor is not None and actor.type == "country":
                    draft.recipients = who
                    used.add(other)

    def _first(
        self, token: int, places: tuple[str, ...], carriers: list[int], taken: tuple[str, ...], used: set[int], *, noun: bool
    ) -> tuple[str, ...]:
        for place in places:
            if noun and place == "by":
                carriers = [*carriers, *self._near_agent(token)]
            for candidate in arguments.place_tokens(self.parse, token, place, carriers, noun=noun):
                if candidate in used:
                    continue
                if place == "amod" and not self._is_party_before(token, candidate):
                    continue
                if place == "from" and noun and self._is_place(candidate):
                    continue
                who = self._at(token, place, candidate)
                found = tuple(actor for actor in who if actor not in taken)
                if not found and place == "subj":
                    found = climbing.commander(self.parse, self.parties, token, candidate)
                for second in arguments.beside(self.parse, candidate):
                    found += tuple(actor for actor in self.parties.at(second) if actor not in (*taken, *found))
                if found:
                    used.add(candidate)
                    return found
        return ()

    def _near_agent(self, noun: int) -> list[int]:
        """Where a deed's doer may hang: on its victim, or on the verb whose object it is ("saw the murder of X by")."""
        above = self.parse.heads[noun]
        found = list(arguments.prepositional(self.parse, [noun], "of"))
        is_object = self.parse.labels[noun] == "dobj" and not arguments.is_passive(self.parse, above)
        return [*found, above] if is_object else found

    def _at(self, token: int, place: str, candidate: int) -> tuple[str, ...]:
        if place == "subj":
            return standins.doers(self.parse, self.parties, token, candidate)
        return self.parties.at(candidate)

    def _is_party_before(self, noun: int, token: int) -> bool:
        """Whether a word before an event noun names who takes part; the capital that talks are named after is their place."""
        if self.parse.labels[token] == "npadvmod" and not self.parties.is_country(token):
            return False  # "the Labour-led inquiry" may be anybody's
        return self.parties.is_named(token) and not (self.parse.lemmas[noun] in MEETINGS and self.parties.is_seat(token))

    def _is_plain_modifier(self, token: int) -> bool:
        """A bare participle before its noun ("the besieged town"), unless an adverb makes it news ("recently deployed")."""
        if self.parse.labels[token] not in arguments.MODIFIERS:
            return False
        return syntax.child(self.parse, token, "advmod") is None
