"""One step of the way down: from the surroundings of a governor to those of the word it governs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.factuality.effects import Effect
from onrecord.factuality.holders import Contents, Voice, own_voice
from onrecord.factuality.paths import Step
from onrecord.factuality.scope import clause_marker, inverted_word, local_effects
from onrecord.factuality.state import Holder, State
from onrecord.factuality.tables import Signature, Tables
from onrecord.factuality.transitions import (
    PRESUPPOSING,
    has_plain_modal,
    is_speech,
    signature_of,
    signature_of_cue,
    transition_effect,
)
from onrecord.records import UNNAMED, Parse

YIELDING = frozenset({"show", "evidence", "light"})
"""Classes without a holder that give way where an attribution names one ("a report shows that ...")."""

CARRIED = frozenset({"deny", "reject", "doubt", "admit", "deny_np", "false", "true"})
"""Classes whose answer to a claim is an answer to what was claimed ("denied reports that ...")."""

CLAIMS = frozenset({"report_np", "believe_np", "rumour"})
"""Classes of nouns for what somebody says or thinks."""

ANSWERS = frozenset({"deny", "reject", "doubt", "admit", "refuse", "agree_np", "acquit"})
"""Classes that answer something said."""

PRESSING = frozenset({"demand", "ask"})
"""Classes that ask for something, but not for a charge that somebody has made ("asked about Oslo's charges")."""

CHARGES = frozenset(
    ("accusation", "allegation", "attack", "charge", "claim", "condemnation", "criticism", "insult", "jibe", "rebuke")
)
"""Nouns for what somebody holds against another."""

LOOSE = frozenset({"as", "clause", "ing", "bare", "dep", "relative", "to"})
"""Frames that the parser gives to complements by mistake."""

RESTARTING = frozenset({"clause", "purpose", "participle", "relative", "dep"})
"""Frames that leave the operators of their host behind, whatever their own marker does."""

TOLD = frozenset({"that", "wh", "whether", "quote", "as", "bare", "clause", "dep", "conj"})
"""Frames of clauses that somebody says; other frames name what he speaks of."""

UNNAMED_VOICE = Voice(UNNAMED, None, "report", True)
HEDGE = Effect((1, -1), "possible", why="hedge")


@dataclass(frozen=True, slots=True)
class Place:
    """What a step knows besides itself: `cues` are the contents of all cues, `is_event` = its word is the event itself."""

    tables: Tables
    cues: Contents
    is_event: bool


def enter(
    parse: Parse, step: Step, state: State, voices: Sequence[Voice], previous: Signature | None, place: Place
) -> Signature | None:
    """Changes the state by one step down; gives the signature that did it, or `None` where syntax alone did."""
    if _is_apart(parse, step):
        state.restart()
        return None
    if state.outside is not None and not voices and _is_aside(parse, step):
        state.leave("aside")
        return None
    found = None if step.governor is None else signature_of(parse, step, place.tables)
    cue = _cue(voices, found, previous, state)
    if cue is not None and _is_only_named(parse, step, cue, found):
        cue = None
    signature = found if cue is None else _with_cue(parse, step, found, cue, place.tables)
    if signature is None:
        _pass_on(parse, step, state, place.tables)
    elif cue is None and signature.holder is not None and _is_cut_off(parse, step, place.cues):
        state.restart("outside the content")
        signature = None
    elif place.is_event and signature.name in ANSWERS and is_speech(parse, step.token, place.tables):
        keep_said(state, cue)
    elif place.is_event and signature.name in PRESSING and _is_charge(parse, step.token):
        state.restart("a charge somebody has made")
    else:
        state.features.append(f"class={signature.name}")
        keep = previous is not None and previous.name in CARRIED and signature.name in CLAIMS
        _embed(parse, step, state, cue, signature, place.tables, keep=keep)
        if found is None and step.frame == "clause":
            _condition(step, state, place.tables)
    for voice in voices:
        if not voice.on_path:
            state.push(voice, place.tables.signatures[voice.act_class])
    return signature


def _is_charge(parse: Parse, noun: int) -> bool:
    """Whether a noun names what somebody holds against another, and whose it is."""
    return parse.lemmas[noun] in CHARGES and any(parse.labels[other] == "poss" for other in parse.children[noun])


def keep_said(state: State, answerer: Voice | None) -> None:
    """An answer to something said leaves it said, for the one who answers too ("Chad rejected the charge")."""
    state.restart("what was said stays said")
    if answerer is not None and state.holders[-1].name != answerer.name:
        state.holders.append(Holder(answerer.name, answerer.span))
        state.values.append(3)
        state.base.append(3)


def _is_apart(parse: Parse, step: Step) -> bool:
    """Whether a clause opened by "had" or "were" only looks like a complement ("Had they come, we could have asked")."""
    governor = step.governor
    if governor is None or step.token > governor:
        return False
    return bool(inverted_word(parse, step.token)) or _is_followed(parse, step, governor)


def _is_followed(parse: Parse, step: Step, governor: int) -> bool:
    """ "They shelled the port, so no ship will come": the first of two sentences, parsed as a complement of the second."""
    end = parse.rights[step.token]
    is_clause = parse.labels[step.token] == "ccomp" and step.frame == "that" and not step.marker
    return is_clause and end < governor and _joins(parse, end)


def _joins(parse: Parse, end: int) -> bool:
    """Whether a comma and "so", "but" or "yet" stand behind a clause."""
    after = parse.lower[end : end + 2]
    return after[:1] == [","] and after[1:] in (["so"], ["but"], ["yet"])


def _is_aside(parse: Parse, step: Step) -> bool:
    """ "Invited Mr Sand, who led the raid": what a clause between commas adds is told by who tells of the invitation."""
    start = parse.lefts[step.token]
    if step.frame not in ("relative", "participle") or parse.quotation_of[step.token] >= 0:
        return False
    above = step.governor
    if above is not None and parse.labels[above] == "appos":
        start = parse.lefts[above]
    return start > 0 and parse.words[start - 1] == ","


def _is_only_named(parse: Parse, step: Step, cue: Voice, found: Signature | None) -> bool:
    """ "Highlighted endorsements by mayors", "said on a trip to Oslo that": the object of a verb which tells nothing, or when and
    where something was said."""
    governor = step.governor
    if governor is None or parse.pos[governor] != "VERB" or parse.quotation_of[step.token] >= 0:
        return False
    if step.frame in PRESUPPOSING:
        return step.token < governor or any(
            o > step.token and parse.labels[o] in ("ccomp", "xcomp") for o in parse.children[governor]
        )
    is_plain = found is None or found.name == "light"
    return is_plain and step.frame == "np" and cue.act_class == "report" and parse.pos[step.token] in ("NOUN", "PROPN")


def _is_cut_off(parse: Parse, step: Step, cues: Contents) -> bool:
    """Whether the clause is its governor's content, but the event below it is not: the parser has coordinated too much."""
    content = cues.get(step.governor, ()) if step.governor is not None and step.frame == "that" else ()
    start = parse.starts[step.token]
    return any(s <= start < e for s, e in content)


def _cue(voices: Sequence[Voice], found: Signature | None, previous: Signature | None, state: State) -> Voice | None:
    """The voice whose cue governs this step; nobody's where a claim that is being answered would be the answerer's own."""
    cue = next((v for v in voices if v.on_path), None)
    if cue is not None and cue.span is None and found is not None and found.name == "evidence":
        return None
    if cue is not None and previous is not None and previous.name in CARRIED and cue.name == state.holders[-1].name:
        return UNNAMED_VOICE
    return cue


def _with_cue(parse: Parse, step: Step, found: Signature | None, cue: Voice, tables: Tables) -> Signature:
    """The signature that an attribution's cue has: its own, else that of the word in any frame, else that of its act."""
    if found is not None and found.name not in YIELDING:
        return found
    act = tables.signatures[cue.act_class]
    if found is None and step.frame in LOOSE and step.governor is not None:
        return signature_of_cue(parse, step.governor, tables) or act
    return replace(act, holder=found.outer) if found is not None and found.name == "evidence" else act


def _condition(step: Step, state: State, tables: Tables) -> None:
    """An if-clause that lies in the content of the cue it hangs on stays a condition."""
    marker = clause_marker(step.marker, tables)
    if marker is not None and marker.flag == "conditional":
        state.apply(Effect(marker.pair, marker.flag, why=step.marker))


def _pass_on(parse: Parse, step: Step, state: State, tables: Tables) -> None:
    if step.governor is None:
        return
    state.features.append(f"frame={step.frame}")
    if _is_part_of_plan(parse, step, tables):
        return
    effect = transition_effect(parse, step, tables)
    if effect is None or step.frame in RESTARTING:
        state.restart()
    if effect is not None:
        state.apply(effect)


def _is_part_of_plan(parse: Parse, step: Step, tables: Tables) -> bool:
    """ "Will strike back, destroying the camp": what goes with a deed to come is to come; what is said with it is not."""
    verb, host = step.token, step.governor
    if host is None or step.frame != "participle" or parse.labels[verb] != "advcl" or parse.tags[verb] != "VBG":
        return False
    said = (tables.predicate((parse.lemmas[verb],), "VERB", frame) for frame in ("that", "quote", "np", "objto", "of"))
    return verb > host and has_plain_modal(parse, host) and all(found is None or found.holder is None for found in said)


def _embed(
    parse: Parse, step: Step, state: State, cue: Voice | None, signature: Signature, tables: Tables, *, keep: bool
) -> None:
    voice = cue
    if signature.holder is not None and voice is None and signature.scope in ("said", "own"):
        voice = own_voice(parse, step)
    if voice is not None and voice.span is None and _is_hedge(signature, state):
        state.values, state.flag = [value or 1 for value in state.values], "-"
        state.apply(HEDGE)
    elif voice is not None and signature.holder is not None:
        told = step.frame in TOLD and signature.scope == "said" and signature.flag != "asked"
        state.push(voice, signature, keep=keep, told=told)
        if len(state.values) > 1 and _is_disbelieved(parse, step, tables):
            state.values[-2] = state.base[-2] = -state.values[-1]
            state.why.append("disbelieved")
    elif signature.outer is None:
        state.restart(signature.name)
        if signature.scope == "all":
            state.values = [3] * len(state.values)
    else:
        pair = signature.holder if signature.scope == "quiet" and signature.holder is not None else signature.outer
        state.apply(Effect(pair, signature.flag, why=signature.name))


def _is_hedge(signature: Signature, state: State) -> bool:
    """ "could be seen as", "suppose that": nobody's belief, but the author's own guess."""
    return signature.name == "believe" and (abs(state.values[-1]) == 1 or "imperative" in state.why[-1:])


def _is_disbelieved(parse: Parse, step: Step, tables: Tables) -> bool:
    """ "falsely claimed": the next holder out holds the contrary."""
    assert step.governor is not None
    return any(effect.kind == "disbelief" for effect in local_effects(parse, step.governor, step.token, tables))


def shares_scope(parse: Parse, step: Step) -> bool:
    """Whether a coordinated word stands under the operators of the first: nouns do, verbs only when bare."""
    governor, token = step.governor, step.token
    if governor is None or parse.pos[token] not in ("VERB", "AUX"):
        return True
    if any(parse.lower[o] == "nor" and parse.labels[o] == "cc" for o in parse.children[governor]):
        return True
    if parse.tags[token] == "VBG" and parse.pos[governor] == "NOUN":
        return True
    own = any(parse.labels[o] in ("nsubj", "nsubjpass", "aux", "auxpass", "neg", "expl") for o in parse.children[token])
    return not own and parse.tags[token] == parse.tags[governor] and parse.tags[token] in ("VB", "VBN", "VBG")
