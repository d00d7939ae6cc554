"""Own deeds announced, and others' duties spoken: what PLOVER codes by the words although the text only says "said".

"Oslo said it would send tents" is a deed of the future on the ledger (AID, future). A data set without a column for status needs
it as AGREE; this module gives that reading: will + cooperative deed = AGREE, will + hostile deed = THREATEN, will not = REJECT,
speech verb + other party + must = REQUEST. It is used for exports in PLOVER's form only.
"""

from __future__ import annotations

from onrecord.events.complements import DUTIES, WILLS
from onrecord.events.drafts import Draft
from onrecord.events.governing import FRAME
from onrecord.events.lexicon import Lexicon
from onrecord.events.parties import Parties
from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Parse

SPEECH = words(
    "say tell announce declare state add insist stress warn conclude reiterate note argue write repeat affirm decide believe"
)
PLANS = frozenset(("plan", "intend", "prepare", "decide", "aim", "mean"))
PROMISED = frozenset(("AID", "COOPERATE", "CONSULT", "SUPPORT", "RETREAT", "CONCEDE"))
THREATENED = frozenset(("ASSAULT", "COERCE", "SANCTION", "PROTEST"))


def declare(parse: Parse, parties: Parties, lexicon: Lexicon, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """The drafts with announced deeds turned into promises, threats and refusals, and spoken duties added."""
    result = dict(drafts)
    governed = {draft.deed for draft in drafts.values() if draft.kind == "governor"}
    for token, draft in drafts.items():
        if draft.kind in ("verb", "noun") and token not in governed:
            turned = _turn(parse, lexicon, draft)
            if turned is not None:
                result[token] = turned
    for token in range(len(parse)):
        if parse.lemmas[token] in SPEECH and token not in result:
            spoken = _duty(parse, parties, lexicon, drafts, token)
            if spoken is not None:
                result[token] = spoken
    return result


def _turn(parse: Parse, lexicon: Lexicon, draft: Draft) -> Draft | None:
    verb = draft.light if draft.kind == "noun" else draft.token
    if verb is None or parse.labels[verb] in ("advcl", "relcl", "acl", "csubj"):
        return None
    auxiliaries = {parse.lower[other] for other in syntax.children_of(parse, verb, "aux")}
    planned = parse.labels[verb] == "xcomp" and parse.lemmas[parse.heads[verb]] in PLANS
    if not (auxiliaries & WILLS or planned) or "have" in auxiliaries:
        return None
    if syntax.is_negated(parse, verb):
        code = _governed(lexicon, "REFUSE", draft)
    elif draft.type in PROMISED:
        code = ("AGREE", None)
    elif draft.type in THREATENED:
        code = _governed(lexicon, "VOW", draft)
    else:
        return None
    turned = Draft(draft.token, *code, "declared", draft.frame, draft.actors, draft.recipients)
    if code[0] == "THREATEN" and draft.frame.reciprocal:
        turned.recipients = turned.recipients or draft.actors[1:]
    return turned


def _governed(lexicon: Lexicon, kind: str, draft: Draft) -> tuple[str, str | None]:
    table = lexicon.governed
    return table.get((kind, draft.code)) or table.get((kind, draft.type)) or table[kind, "-"]


def _duty(parse: Parse, parties: Parties, lexicon: Lexicon, drafts: dict[int, Draft], token: int) -> Draft | None:
    clause = syntax.child(parse, token, "ccomp")
    speaker = syntax.subject(parse, token)
    if clause is None or speaker is None:
        return None
    own = syntax.own_subject(parse, clause)
    if own is None or not _is_duty(parse, clause):
        return None
    who, said = parties.at(own), parties.at(speaker)
    if not who or not said or set(who) & set(said):
        return None
    deed = drafts.get(clause)
    code = _governed(lexicon, "REQUEST", deed) if deed is not None else ("REQUEST", None)
    return Draft(token, *code, "declared", FRAME, said, who, deed=clause)


def _is_duty(parse: Parse, clause: int) -> bool:
    if any(parse.lower[other] in DUTIES for other in syntax.children_of(parse, clause, "aux")):
        return True
    if parse.lemmas[clause] in ("have", "need"):
        inner = syntax.child(parse, clause, "xcomp")
        return inner is not None and any(parse.lower[o] == "to" for o in syntax.children_of(parse, inner, "aux"))
    return False
