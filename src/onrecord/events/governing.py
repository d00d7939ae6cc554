"""Promises, demands, refusals, threats: the governor's event of words, typed by the deed below it, which stays an event."""

from __future__ import annotations

from onrecord.events import arguments, standins
from onrecord.events.clauses import conditions
from onrecord.events.complements import Complements
from onrecord.events.drafts import Draft
from onrecord.events.lexicon import Frame, Governor, Lexicon
from onrecord.events.parties import Parties
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

NO_DEEDS = words(
    "comment say elaborate identify name disclose confirm discuss rule answer speak specify reveal be describe detail talk tell "
    "explain provide-detail speculate believe know think see"
)
"""Verbs whose refusal is only silence ("declined to comment")."""

TELLABLE = words("explain provide-detail describe tell disclose")
"""Of these, what may be asked of another."""

STOPS = words("stop end halt cease refrain avoid abandon lift drop release free withdraw quit suspend forgo renounce stay")
CHANGES = words("change reform amend adopt introduce repeal reinstate hold elect overhaul cut raise publish election policy law")
STATES = frozenset(("commit", "prepare", "oppose"))
"""Verbs whose participle is a state of its subject ("is committed to", "is opposed to")."""

HARMS = frozenset(("ASSAULT", "COERCE", "SANCTION", "THREATEN", "ACCUSE", "PROTEST"))
"""Deeds whose refusal is no REJECT: nobody was turned down by it ("declined to threaten Moscow")."""

SENDING = words("send deploy dispatch withdraw pull recall commit contribute post station redeploy")
"""What one does with one's own people."""

REFUSABLE = words(
    "respond accept recognise recognize allow let give hand release cooperate join attend sign pay comply obey leave "
    "move bow accede back  support honour honor participate negotiate hold open return extend admit unload meet resign "
    "share sell host ratify grant lift halt  end stop budge yield surrender compromise withdraw retract apologise "
    "apologize deploy send help annul receive testify contribute talk listen"
)

READY = frozenset(("ready", "willing", "prepared"))
FRAME = Frame(("subj",), ())
TOGETHER = Frame(("subj",), ("with",), reciprocal=True)


class GovernorFinder:
    """Finds the governors of one parse and what they govern. `deeds` are all drafts by token, before any filter."""

    def __init__(self, parse: Parse, parties: Parties, lexicon: Lexicon, deeds: dict[int, Draft]) -> None:
        self.parse, self.parties, self.lexicon, self.deeds = parse, parties, lexicon, deeds
        self._complements = Complements(parse, parties, deeds)

    def find(self, token: int) -> Draft | None:
        """The event of words at a token, with `deed` set to the word it governs, or `None`."""
        for row in self.lexicon.governors.get(self.parse.lemmas[token], ()):
            if not self._is_of(row, token):
                continue
            for need in row.needs:
                clause = self._complements.find(row, need, token)
                if clause is not None and not self._is_idle(row, token, clause):
                    return self._draft(row, token, clause)
        return None

    def _is_of(self, row: Governor, token: int) -> bool:
        parse = self.parse
        part = (
            "VERB"
            if parse.pos[token] in ("VERB", "AUX")
            else "NOUN"
            if parse.pos[token] in ("NOUN", "PROPN")
            else parse.pos[token]
        )
        if parse.lower[token] == "order" and token and parse.lower[token - 1] == "in":
            return False
        if part != row.pos or parse.labels[token] in ("amod", "compound"):
            return False
        if not row.particles:
            return not any(parse.labels[other] == "prt" for other in parse.children[token])
        return any(parse.lower[other] in row.particles for other in parse.children[token])

    def _is_idle(self, row: Governor, token: int, clause: int) -> bool:
        """Refusals to speak, and wishes about being named or knowing ("asked to know why")."""
        deed = self._deed(clause)
        if row.lemma == "rule" and (syntax.is_negated(self.parse, token) or (deed is not None and deed.type in HARMS)):
            return True  # what is not ruled out is refused to nobody
        if row.lemma in READY and deed is None and self.parse.lemmas[clause] not in REFUSABLE:
            return True  # "prepared to weather a long strike"
        if row.kind == "REFUSE" and row.pos == "VERB" and self.parse.pos[clause] == "VERB":
            known = deed is not None and deed.type not in HARMS
            return not known and self.parse.lemmas[clause] not in REFUSABLE
        if self.parse.lemmas[clause] not in NO_DEEDS or clause in self.deeds:
            return False
        return row.kind == "REFUSE" or (row.kind == "REQUEST" and row.pos == "VERB" and self.parse.lemmas[clause] not in TELLABLE)

    def _draft(self, row: Governor, token: int, clause: int) -> Draft:
        deed = self._deed(clause)
        kind, mode = self._code(row, clause, deed)
        former = self.deeds.get(token)
        draft = Draft(token, kind, mode, "governor", FRAME, deed=deed.token if deed is not None else clause)
        draft.light = former.light if former is not None else None
        draft.actors = self._actors(row, token, former)
        explicit = [token, *syntax.children_of(self.parse, token, "prt", "dobj", *(("prep",) if row.particles else ()))]
        for place in row.recipients:
            heads = explicit if place != "of" else explicit[:1]  # "sought an inquiry of the raid": not of whoever is asked
            for candidate in arguments.place_tokens(self.parse, token, place, heads, noun=row.pos == "NOUN"):
                draft.recipients = draft.recipients or self._others(self.parties.at(candidate), draft.actors)
        if row.lemma == "agree" and draft.recipients:  # whoever agrees with another is one of those who agree
            draft.actors, draft.recipients, draft.frame = (*draft.actors, *draft.recipients), (), TOGETHER
            return draft
        draft.recipients = draft.recipients or self._implied(row, draft, clause, deed)
        self._complete(row, draft, deed)
        if not draft.recipients and former is not None:
            draft.recipients = self._others(former.recipients, draft.actors)
        return draft

    def _complete(self, row: Governor, draft: Draft, deed: Draft | None) -> None:
        """Gives a deed named by a noun its doer: who threatens or offers it, or who is asked for it."""
        if deed is None or deed.kind != "noun" or deed.actors or row.kind == "REFUSE":
            return
        who = draft.recipients if row.kind == "REQUEST" else draft.actors
        deed.actors = tuple(actor for actor in who if actor not in deed.recipients)

    def _actors(self, row: Governor, token: int, former: Draft | None) -> tuple[str, ...]:
        if row.pos == "NOUN":
            return former.actors if former is not None else ()
        if row.pos == "ADJ":
            above = self.parse.heads[token]
            who = above if self.parse.labels[token] == "amod" else syntax.subject(self.parse, above)
            if self.parse.labels[token] in ("advcl", "acl", "relcl", "ccomp", "ROOT", "conj"):
                who = syntax.subject(self.parse, token)
        elif row.lemma in STATES and arguments.is_passive(self.parse, token):
            who = syntax.subject(self.parse, token)
        else:
            who = arguments.doer(self.parse, token)
        found = () if who is None else standins.doers(self.parse, self.parties, token, who)
        if found or arguments.is_passive(self.parse, token):
            return found
        higher = (self.parties.at(subject) for subject in arguments.subjects_above(self.parse, token))
        return next((parties for parties in higher if parties), ())

    def _implied(self, row: Governor, draft: Draft, clause: int, deed: Draft | None) -> tuple[str, ...]:
        """Who else is meant: the one asked to act, or the one the governed deed is aimed at."""
        if row.kind == "REQUEST":
            inner = self._asked_for(clause, syntax.own_subject(self.parse, clause))
            if arguments.is_passive(self.parse, clause):  # "demanded that they be freed": of whoever holds them
                inner = arguments.doer(self.parse, clause)
            if inner is not None and self._is_sought(draft.token, inner):
                return ()
            who = self.parties.at(inner) if inner is not None else deed.actors if deed is not None else ()
            return self._others(who, draft.actors)
        if row.kind == "REFUSE" and (refused := self._refused(draft, clause)):
            return refused
        if deed is not None:
            who = self._others(
                (*deed.recipients, *(deed.actors if deed.frame.reciprocal or deed.kind == "noun" else ())), draft.actors
            )
            if who:
                return who
        condition = next((t for head in (draft.token, clause) for t in conditions(self.parse, head)), None)
        if condition is not None and draft.type == "THREATEN":
            who = self._others(self.parties.at(condition), draft.actors)
            unsure = self.parse.pos[condition] == "PRON" and self.parties.share_country(who, draft.actors)
            return () if unsure else who
        is_owned = self.parse.pos[clause] == "NOUN" and row.kind not in ("AGREE", "VOW")
        return self._others(self.parties.at(clause), draft.actors) if is_owned else ()

    def _asked_for(self, clause: int, inner: int | None) -> int | None:
        """Who is to act: whoever stands between "for" and an infinitive, parsed as what is called for ("called for us to")."""
        preposition = self.parse.heads[clause]
        if self.parse.labels[clause] != "pobj" or self.parse.lower[preposition] != "for":
            return inner
        verb = self.parse.heads[preposition]
        acts = [t for head in (verb, clause) for t in syntax.children_of(self.parse, head, "advcl", "xcomp", "acl", "relcl")]
        has_to = any(self.parse.lower[self.parse.lefts[t]] == "to" and t > clause for t in acts if self.parse.tags[t] == "VB")
        return clause if has_to else inner

    def _is_sought(self, token: int, who: int) -> bool:
        """Whether somebody is wished for who is not there yet ("called for a special prosecutor to look into it")."""
        after = (self.parse.lower[t] for t in range(token + 1, who))
        return "for" in after and any(self.parse.lower[t] in ("a", "an") for t in self.parse.children[who])

    def _refused(self, draft: Draft, clause: int) -> tuple[str, ...]:
        """Who is not let do it ("refused them passage", "refused to let the ship dock"), not whom one will not send oneself."""
        who = syntax.child(self.parse, draft.token, "dative")
        if who is None and self.parse.lemmas[clause] not in SENDING:
            who = arguments.undergoer(self.parse, clause)
        return self._others(self.parties.at(who), draft.actors) if who is not None and self.parties.is_named(who) else ()

    def _others(self, who: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(actor for actor in who if actor not in own))

    def _code(self, row: Governor, clause: int, deed: Draft | None) -> tuple[str, str | None]:
        table = self.lexicon.governed
        keys = [deed.code, deed.type] if deed is not None else []
        lemma = self.parse.lemmas[clause]
        if not keys:
            keys = ["stop"] if lemma in STOPS else ["change"] if lemma in CHANGES else []
        for key in (*keys, "-"):
            found = table.get((row.kind, key))
            if found is not None:
                return found
        return row.kind, None

    def _deed(self, clause: int) -> Draft | None:
        found = self.deeds.get(clause)
        if found is not None:
            return found
        for other in syntax.children_of(self.parse, clause, "dobj", "nsubjpass", "prep", "conj", "xcomp"):
            inner = syntax.child(self.parse, other, "pobj") if self.parse.labels[other] == "prep" else other
            draft = self.deeds.get(inner) if inner is not None else None
            if draft is not None:
                return draft
        return None
