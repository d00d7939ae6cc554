"""One happening once: a later mention of an event in an article is linked to the first, and takes the parties it leaves out."""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.derivation import gerund
from onrecord.events.drafts import Draft
from onrecord.events.heads import TIMES
from onrecord.events.lexicon import Lexicon
from onrecord.events.parties import Parties
from onrecord.language import syntax
from onrecord.records import Parse

DEFINITE = frozenset(("the", "this", "that", "these", "those", "his", "her", "its", "their", "such"))
INDEFINITE = frozenset(("a", "an", "another", "any"))
"""Words before a noun that make it one more of its kind, but beside the first mention ("offered to mediate, an offer that")."""

TAKEN_UP = frozenset(("REQUEST", "AGREE", "ACCUSE", "THREATEN", "CONCEDE"))
"""Acts of words that a noun may take up in the same sentence, or an answer that does not say to whom."""

COMMAS = frozenset((",", "-", "–", "—"))
FAR_TOKENS = 1200
"""How far back a mention may lie, in tokens."""


def link_drafts(parse: Parse, parties: Parties, drafts: dict[int, Draft]) -> None:
    """Sets `same_as` (the token of the first mention) on later mentions, and fills the parties a definite one leaves out."""
    chains: dict[str, list[list[Draft]]] = {}
    for token in sorted(drafts):
        draft = drafts[token]
        alike = chains.setdefault(draft.type, [])
        resumed = _find_resumed(parse, drafts, draft)
        if resumed is not None:
            draft.actors, draft.recipients = resumed.actors, resumed.recipients
        chain = next((c for c in alike if resumed in c), None) or _find(parse, parties, alike, draft)
        if chain is None:
            alike.append([draft])
            continue
        first = chain[0]
        draft.same_as = first.token
        if draft.kind == "noun":
            _inherit(draft, chain)
        chain.append(draft)
    for chain in (chain for alike in chains.values() for chain in alike):
        _share(parties, chain)
        _join(chain)


def _find_resumed(parse: Parse, drafts: dict[int, Draft], draft: Draft) -> Draft | None:
    """The act of words that a noun after a comma takes up ("begged Oslo to sign, a plea that it ignored")."""
    token = draft.token
    if draft.type not in TAKEN_UP or parse.pos[token] != "NOUN" or syntax.child(parse, token, "relcl") is None:
        return None
    first = parse.lefts[token]
    if parse.lower[first] not in ("a", "an") or parse.words[first - 1] not in COMMAS:
        return None
    start = parse.sentences[parse.sentence_of[token]][0]
    before = (drafts[t] for t in range(first - 1, start - 1, -1) if t in drafts)
    return next((other for other in before if other.type == draft.type and other.actors and other.kind != "noun"), None)


def _find(parse: Parse, parties: Parties, chains: list[list[Draft]], draft: Draft) -> list[Draft] | None:
    """The chain, of those of a draft's type, of the happening that it tells again."""
    if draft.kind == "noun" and draft.type == "THREATEN":
        return None
    if draft.kind == "declared" or (draft.kind == "governor" and draft.type not in ("THREATEN", "AGREE", "REQUEST")):
        return None
    places = _places(parse, draft) if draft.kind == "noun" else frozenset()
    ordered = chains[::-1]
    if not draft.actors and not draft.recipients:  # "the attack" alone is the one the article tells most, of those called so
        ordered = [chain for chain in ordered if not _is_only_denied(parse, chain) or _has_stem(parse, chain[0], draft)]
        told = [chain for chain in ordered if any(d.actors for d in chain) and any(d.recipients for d in chain)]
        if not draft.frame.reciprocal and _is_bare(parse, draft.token):
            told = [chain for chain in ordered if chain in told or _is_told_of(parse, parties, chain, draft)]
            ordered = sorted(told, key=lambda chain: _weigh(parse, chain, draft), reverse=True) + ordered
        else:
            ordered = sorted(told, key=len, reverse=True) + ordered
    for chain in ordered:
        first, last = chain[0], chain[-1]
        if draft.token - last.token > FAR_TOKENS or not _modes_agree(first, draft):
            continue
        if places and not any(places & _words_of_sentence(parse, other.token) for other in chain):
            continue
        if draft.kind == "noun" and (
            (_is_definite(parse, draft.token) and draft.type != "THREATEN") or _is_echo(parse, first, draft)
        ):
            if _compatible(parties, first, draft) and (_meets(first, draft) or _has_stem(parse, first, draft)):
                return chain
        elif _same(parties, first, draft) and _is_same_word(parse, first, draft):
            return chain
    return None


def _is_only_denied(parse: Parse, chain: list[Draft]) -> bool:
    """Whether a deed is told once, by who denies having done it ("denied using the weapon", "denied that it had")."""
    token = chain[0].token
    return len(chain) == 1 and parse.labels[token] in ("xcomp", "ccomp") and parse.lemmas[parse.heads[token]] == "deny"


def _is_bare(parse: Parse, noun: int) -> bool:
    """Whether a noun has nothing beside it but "the" ("condemned the raid")."""
    near = parse.children[noun]
    return bool(near) and all(parse.labels[t] == "det" and parse.lower[t] in DEFINITE for t in near)


def _is_told_of(parse: Parse, parties: Parties, chain: list[Draft], draft: Draft) -> bool:
    """Whether an act of force of which one side is told is one a bare noun may mean: by its verb, or told twice."""
    sides = [d for d in chain if d.actors or d.recipients]
    if draft.type != "ASSAULT" or not sides or any(parties.are_persons(d.actors) for d in chain):
        return False
    return len(chain) > 1 or any(d.kind == "verb" and _has_stem(parse, d, draft) for d in sides)


def _weigh(parse: Parse, chain: list[Draft], draft: Draft) -> tuple[bool, int, int]:
    """How likely a noun alone means a happening: by its word, the number of its mentions and of the sides they tell."""
    sides = any(d.actors for d in chain) + any(d.recipients for d in chain)
    return any(_has_stem(parse, other, draft) for other in chain), len(chain), sides


def _share(parties: Parties, chain: list[Draft]) -> None:
    """Gives each mention of a happening the sides that another one tells: the text says them once."""
    for draft in chain:
        for other in chain:
            if not parties.agree(draft.actors, other.actors):
                continue
            if not (draft.frame.reciprocal and len(draft.actors) > 1):  # all who take part are told
                draft.recipients = draft.recipients or tuple(a for a in other.recipients if a not in draft.actors)


def _join(chain: list[Draft]) -> None:
    """All who take part in a clash are its actors, on whichever side other mentions tell them."""
    everybody = tuple(dict.fromkeys(actor for draft in chain for actor in (*draft.actors, *draft.recipients)))
    for draft in chain:
        if draft.frame.reciprocal and draft.type == "ASSAULT":
            draft.actors, draft.recipients = everybody, ()


def _meets(first: Draft, draft: Draft) -> bool:
    """Whether a mention without parties, or one that shares a side with the first mention, may point back to it."""
    if not draft.actors and not draft.recipients:
        return True
    shared = (bool(one) and bool(other) for one, other in ((first.actors, draft.actors), (first.recipients, draft.recipients)))
    return any(shared)


def _places(parse: Parse, draft: Draft) -> frozenset[str]:
    """The names of the places a noun is told to have happened in ("the attacks in Oslo")."""
    found = (t for word in ("in", "at", "near") for t in arguments.prepositional(parse, [draft.token], word))
    return frozenset(parse.lower[token] for token in found if parse.pos[token] == "PROPN" and parse.lower[token] not in TIMES)


def _words_of_sentence(parse: Parse, token: int) -> frozenset[str]:
    start, end = parse.sentences[parse.sentence_of[token]]
    return frozenset(parse.lower[start:end])


def _is_echo(parse: Parse, first: Draft, draft: Draft) -> bool:
    """A bare noun that repeats the first mention's word ("offered to mediate, an offer that ...")."""
    if draft.actors or draft.recipients or not _has_stem(parse, first, draft):
        return False
    is_new = any(parse.lower[t] in INDEFINITE for t in syntax.children_of(parse, draft.token, "det"))
    return not is_new or parse.sentence_of[first.token] == parse.sentence_of[draft.token]


def _has_stem(parse: Parse, one: Draft, other: Draft) -> bool:
    return parse.lemmas[one.token][:4] == parse.lemmas[other.token][:4]


def _inherit(draft: Draft, chain: list[Draft]) -> None:
    for earlier in reversed(chain):
        draft.actors = draft.actors or tuple(a for a in earlier.actors if a not in draft.recipients)
        if not (draft.frame.reciprocal and len(draft.actors) > 1):
            draft.recipients = draft.recipients or tuple(a for a in earlier.recipients if a not in draft.actors)


def _modes_agree(one: Draft, other: Draft) -> bool:
    return one.mode is None or other.mode is None or one.mode == other.mode


def _is_definite(parse: Parse, token: int) -> bool:
    return any(parse.lower[t] in DEFINITE for t in syntax.children_of(parse, token, "det", "poss", "predet")) or (
        syntax.child(parse, token, "poss") is not None
    )


def _compatible(parties: Parties, one: Draft, other: Draft) -> bool:
    """Whether no party of one contradicts the other's: sides left out agree with all."""
    return parties.agree(one.actors, other.actors) and parties.agree(one.recipients, other.recipients)


def _same(parties: Parties, one: Draft, other: Draft) -> bool:
    """Both sides told, and the same ones; or one side the same and the other left out in both."""
    if not _compatible(parties, one, other):
        return False
    actors = bool(one.actors) and bool(other.actors)
    recipients = bool(one.recipients) and bool(other.recipients)
    return (actors and recipients) or (actors and not one.recipients and not other.recipients) or (
        recipients and not one.actors and not other.actors
    )  # fmt: skip


def _is_same_word(parse: Parse, one: Draft, other: Draft) -> bool:
    return _has_stem(parse, one, other) or one.mode == other.mode


def drop_carriers(parse: Parse, drafts: dict[int, Draft]) -> None:
    """A verb whose own noun is a deed of the same type tells no second one ("the truce took effect", "a siege laid by")."""
    for draft in list(drafts.values()):
        if draft.token not in drafts:
            continue
        if draft.kind == "noun" and draft.light is not None:
            verb = drafts.get(draft.light)
            if verb is not None and verb.type == draft.type and verb.kind == "verb" and parse.labels[verb.token] == "acl":
                draft.recipients = draft.recipients or verb.recipients
                drafts.pop(verb.token)
        elif draft.kind == "verb" and draft.type == "RETREAT" and not draft.actors and not draft.recipients:
            subject = syntax.subject(parse, draft.token)
            over = drafts.get(subject) if subject is not None else None
            if over is not None and over.type == draft.type and over.kind == "noun":
                drafts.pop(draft.token)


def resume_gerunds(parse: Parse, drafts: dict[int, Draft], lexicon: Lexicon) -> None:
    """Adds "the ramming" after "rammed a boat": the verb has told the company that the noun alone lacks."""
    told = {gerund(parse.lemmas[t]): draft for t, draft in sorted(drafts.items(), reverse=True) if draft.kind == "verb"}
    for token, lemma in enumerate(parse.lemmas):
        first = told.get(lemma)
        if first is None or first.token > token or token in drafts or parse.pos[token] != "NOUN" or not _is_bare(parse, token):
            continue
        alike = (entry.frame for entry in lexicon.nouns.get(lemma, ()) if entry.type == first.type)
        frame = next((frame for frame in alike if not frame.dropped), None)
        if frame is not None:
            drafts[token] = Draft(token, first.type, first.mode, "noun", frame, linked_only=True)
