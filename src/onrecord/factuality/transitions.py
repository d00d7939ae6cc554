"""From a governor to what it governs: which signature applies, and what holds where none does."""

from __future__ import annotations

from onrecord.factuality.combinations import ATTITUDES, refine
from onrecord.factuality.effects import Effect
from onrecord.factuality.infinitives import PASS, infinitive_effect
from onrecord.factuality.paths import Step, question_word
from onrecord.factuality.scope import clause_marker
from onrecord.factuality.sentences import is_asked
from onrecord.factuality.tables import Signature, Tables
from onrecord.factuality.values import flipped
from onrecord.records import Parse

COPULAS = frozenset(
    {"be", "seem", "become", "look", "remain", "appear", "sound", "feel", "deem", "consider", "find", "make", "get"}
)
PARTICLES = frozenset({"prt", "advmod", "dobj", "acomp", "prep"})
ANYBODY: Effect = Effect(flipped(1), "conditional", why="whoever")
ANYBODIES = frozenset({"anybody", "anyone", "whoever", "those", "everybody", "everyone", "any", "all"})
INDEFINITE = frozenset({"a", "an", "any", "some"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "both"})
PRESUPPOSING = frozenset(
    [
        "after",
        "before",
        "during",
        "since",
        "following",
        "despite",
        "amid",
        "amidst",
        "until",
        "till",
        "because_of",
        "due_to",
        "owing_to",
        "throughout",
    ]
)
CLAUSES = frozenset({"that", "wh", "whether", "as", "bare", "ing", "to", "objto"})
COPULAR_FRAMES = frozenset({"that", "to", "objto", "wh", "whether", "subj", "np", "ing", "clause"})
NAMING = frozenset({"call", "describe", "label", "brand", "dub", "term", "denounce", "dismiss"})
SPEECH = frozenset(
    {"speech", "report_np", "demand", "promise", "warning", "admit_np", "deny_np", "refuse", "possible_np", "plan"}
)
STOPPING = frozenset({"relative", "participle", "clause", "dep", "unto"})


def signature_of(parse: Parse, step: Step, tables: Tables) -> Signature | None:
    """The signature of the governor in the step's frame; of the adjective or noun beside a copula too."""
    governor = step.governor
    assert governor is not None
    frame = step.frame
    lemmas = word_forms(parse, governor)
    pos = "VERB" if parse.pos[governor] in ("VERB", "AUX") else "NOUN" if parse.pos[governor] == "PROPN" else parse.pos[governor]
    copular = parse.lemmas[governor] in COPULAS and frame in COPULAR_FRAMES
    found = _beside_copula(parse, step, tables) if copular else None
    found = found or _by_complement(parse, step, tables) or _phrasal(parse, step, tables) or tables.predicate(lemmas, pos, frame)
    if found is None and pos not in ("VERB", "ADP"):
        for other in ("NOUN", "ADJ", "VERB", "ADV"):
            found = found or tables.predicate(lemmas, other, frame) if other != pos else found
    if frame == "to" and parse.labels[step.token] == "advcl" and any(parse.labels[o] == "dobj" for o in parse.children[governor]):
        found = tables.predicate((parse.lemmas[governor],), pos, "objto") or found
    if found is None and frame == "objto":
        found = tables.predicate(lemmas, pos, "to")
    if found is None and parse.labels[governor] in ("dobj", "nsubjpass") and step.between:
        found = _of_the_verb_above(parse, step, tables)
    if found is not None and parse.lower[governor] == "order" and parse.lower[parse.heads[governor]] == "in":
        return None
    return refine(parse, step, found, tables)


def _phrasal(parse: Parse, step: Step, tables: Tables) -> Signature | None:
    """ "called off the attack", the particle parsed as a preposition."""
    governor = step.governor
    if governor is None or not step.between or parse.pos[governor] != "VERB":
        return None
    return tables.predicate((f"{parse.lemmas[governor]} {step.frame}",), "VERB", "np")


def _of_the_verb_above(parse: Parse, step: Step, tables: Tables) -> Signature | None:
    """ "kept police from arresting": the parser often hangs the preposition on the object."""
    governor = step.governor
    assert governor is not None
    verb = parse.heads[governor]
    if parse.pos[verb] != "VERB" or parse.pos[step.token] not in ("VERB", "AUX"):
        return None
    return tables.predicate(word_forms(parse, verb), "VERB", step.frame)


def is_speech(parse: Parse, noun: int, tables: Tables) -> bool:
    """Whether a noun names something said, which stays said when it is rejected ("denied the charge")."""
    if parse.pos[noun] not in ("NOUN", "PROPN"):
        return False
    lemma = (parse.lemmas[noun],)
    found = [tables.predicate(lemma, "NOUN", frame) for frame in ("speech", "that", "to", "of")]
    return any(s is not None and s.name in SPEECH for s in found)


def _by_complement(parse: Parse, step: Step, tables: Tables) -> Signature | None:
    """ "called the claim baseless", "described as a lie": a denial of what is so called."""
    governor = step.governor
    assert governor is not None
    if parse.lemmas[governor] not in NAMING or step.frame not in ("np", "subj", "that"):
        return None
    named = [o for o in parse.children[governor] if parse.labels[o] in ("oprd", "acomp", "attr", "ccomp", "xcomp", "dobj")]
    for other in parse.children[governor]:
        if parse.labels[other] == "prep" and parse.lower[other] == "as":
            named += parse.children[other]
    for other in named:
        for token in (other, *parse.children[other]):
            found = tables.predicate((parse.lower[token], parse.lemmas[token]), parse.pos[token], "subj")
            if token != step.token and found is not None and found.name == "false":
                return tables.signatures["deny"]
    return None


def signature_of_cue(parse: Parse, governor: int, tables: Tables) -> Signature | None:
    """The signature of a word that an attribution vouches for, whatever the frame the parser saw."""
    pos = "VERB" if parse.pos[governor] in ("VERB", "AUX") else "NOUN" if parse.pos[governor] == "PROPN" else parse.pos[governor]
    for frame in ("that", "np", "of", "to"):
        found = tables.predicate(word_forms(parse, governor), pos, frame)
        if found is not None and found.holder is not None:
            return found
    return None


def word_forms(parse: Parse, token: int) -> list[str]:
    """The forms under which a word may stand in the table: with its particle first, then as it is, then its lemma."""
    lemma = parse.lemmas[token]
    forms = [
        f"{lemma} {parse.lower[o]}"
        for o in parse.children[token]
        if o > token and parse.labels[o] in PARTICLES and o - token <= 4
    ]
    return [*forms, parse.lower[token], lemma]


def _beside_copula(parse: Parse, step: Step, tables: Tables) -> Signature | None:
    governor = step.governor
    assert governor is not None
    for other in parse.children[governor]:
        if parse.labels[other] in ("acomp", "attr", "oprd", "advmod") and other != step.token:
            pos = "ADJ" if parse.pos[other] in ("ADJ", "VERB") else parse.pos[other]
            frame = "that" if step.frame == "clause" else step.frame
            found = tables.predicate((parse.lower[other], parse.lemmas[other]), pos, "subj" if frame == "np" else frame)
            if found is not None:
                return found
    return None


def transition_effect(parse: Parse, step: Step, tables: Tables) -> Effect | None:
    """What an unlisted governor does to what it governs: an effect, or `None` = the event is presupposed.

    Relative clauses, participles, clauses of time and reason stop the scope of their host; infinitives beside it are purposes;
    definite nouns are presupposed, others stand or fall with their verb.
    """
    marker = tables.marker(step.marker, "preposition")
    if marker is not None:
        return Effect(marker.pair, marker.flag, why=step.marker)
    if step.frame in ("clause", "dep") and step.governor is not None:
        return _clause_effect(parse, step, tables)
    if step.frame in ("to", "purpose", "objto"):
        return infinitive_effect(parse, step, tables)
    if step.frame == "relative" and step.governor is not None and _is_anybody(parse, step.governor):
        return ANYBODY
    if step.frame in ("relative", "participle") and step.governor is not None and _is_somebody(parse, step):
        return ANYBODY
    if step.frame == "participle" and step.governor is not None and _is_asked_of(parse, step.governor):
        return PASS
    if step.frame in STOPPING or _is_asked_about(parse, step):
        return None
    if step.frame == "whether":
        return Effect((0, 0), "asked", why="whether")
    if step.frame in CLAUSES or step.frame in ("conj", "appos", "compound"):
        return PASS
    return _nominal_effect(parse, step)


def _is_asked_about(parse: Parse, step: Step) -> bool:
    """ "Declined to comment on how the hostages died": who asks how, why or where takes for granted that they did."""
    if step.frame in CLAUSES or step.marker == "" or parse.pos[step.token] not in ("VERB", "AUX"):
        return False
    word = question_word(parse, step.token)
    return word is not None and parse.lower[word] not in ("whether", "if", "whatever")


def _is_anybody(parse: Parse, noun: int) -> bool:
    """ "anybody who crosses will be arrested": nobody need have crossed."""
    if parse.lower[noun] not in ANYBODIES and not any(parse.lower[o] == "any" for o in parse.children[noun]):
        return False
    verb = parse.heads[noun]
    if parse.pos[verb] == "ADP":
        verb = parse.heads[verb]
    return any(parse.tags[o] == "MD" for o in parse.children[verb])


def _is_somebody(parse: Parse, step: Step) -> bool:
    """ "Would fine firms selling arms", "could help in places that host spies": some or none need do so."""
    noun, verb = step.governor, step.token
    assert noun is not None
    tags = {parse.tags[verb], *(parse.tags[o] for o in parse.children[verb] if parse.labels[o] in ("aux", "auxpass"))}
    if parse.tags[noun] not in ("NN", "NNS") or tags & {"VBD", "VBN"} or parse.lemmas[verb] in ATTITUDES:
        return False
    if any(parse.labels[o] in ("det", "poss", "nummod") and parse.lower[o] not in INDEFINITE for o in parse.children[noun]):
        return False
    host = parse.heads[noun]
    while parse.pos[host] in ("ADP", "NOUN") and parse.heads[host] != host:
        host = parse.heads[host]
    return has_plain_modal(parse, host)


def has_plain_modal(parse: Parse, verb: int) -> bool:
    """Whether a verb has a modal and no negation."""
    labels = {parse.labels[o] for o in parse.children[verb]}
    return "neg" not in labels and any(parse.tags[o] == "MD" for o in parse.children[verb])


def _clause_effect(parse: Parse, step: Step, tables: Tables) -> Effect | None:
    marker = clause_marker(step.marker, tables)
    counterfactual = step.governor is not None and _is_unreal(parse, step.governor)
    if marker is not None and marker.flag == "conditional" and counterfactual:
        return Effect(flipped(-3), why="counterfactual")
    if step.marker == "so_that" and _is_result(parse, step.token):
        return PASS
    if marker is not None:
        return Effect(marker.pair, marker.flag, why=step.marker)
    if step.governor is not None and _awaits(parse, step):
        if step.marker in ("until", "once", "till"):
            return Effect(flipped(1), "conditional", why=f"{step.marker} to come")
        return Effect(flipped(2), "future", why=f"{step.marker} to come")
    return None


def _is_result(parse: Parse, verb: int) -> bool:
    """ "So much so that they left": a past without a modal tells what came of it, not what it was for."""
    auxiliaries = [o for o in parse.children[verb] if parse.labels[o] in ("aux", "auxpass")]
    finite = auxiliaries[0] if auxiliaries else verb
    return parse.tags[finite] == "VBD"


def _awaits(parse: Parse, step: Step) -> bool:
    """A clause of time in the present tense beside a future, or beside what has no tense: "will not eat until they are freed",
    "deciding after they meet"; "once they meet" is open beside anything."""
    host, verb = step.governor, step.token
    assert host is not None
    tags = {parse.tags[verb], *(parse.tags[o] for o in parse.children[verb] if parse.labels[o] in ("aux", "auxpass"))}
    if any(parse.lower[o] in ("has", "have") for o in parse.children[verb]) and step.marker == "as":
        return False
    if not tags & {"VBZ", "VBP"}:
        return False
    if any(parse.lower[o] in ("will", "wo", "'ll", "’ll", "would", "must") for o in parse.children[host]):
        return step.marker in ("until", "once", "when", "before", "after", "till", "as")
    finite = {parse.tags[host], *(parse.tags[o] for o in parse.children[host] if parse.labels[o] in ("aux", "auxpass"))}
    return step.marker == "once" or (step.marker in ("until", "before", "after", "till") and not finite & {"VBZ", "VBP", "VBD"})


def _is_asked_of(parse: Parse, noun: int) -> bool:
    """ "Were troops deployed?", parsed as a noun with a participle behind "were"."""
    verb = parse.heads[noun]
    return parse.labels[noun] in ("nsubj", "attr") and parse.lemmas[verb] == "be" and verb < noun and is_asked(parse, verb)


def _is_unreal(parse: Parse, verb: int) -> bool:
    """ "would have happened": what its condition says did not happen either."""
    auxiliaries = {parse.lower[o] for o in parse.children[verb] if parse.labels[o] in ("aux", "auxpass")}
    return bool(auxiliaries & {"would", "'d", "’d", "could", "might"}) and bool(auxiliaries & {"have", "'ve", "’ve"})


def _nominal_effect(parse: Parse, step: Step) -> Effect | None:
    governor = step.governor
    if governor is not None and step.frame == "subj" and parse.lemmas[governor] == "be" and _has_complement(parse, governor):
        return None
    if parse.labels[step.token] == "attr" or (parse.pos[step.token] in ("VERB", "AUX") and step.frame not in PRESUPPOSING):
        return PASS
    if step.frame in PRESUPPOSING or is_definite(parse, step.token):
        return None
    return PASS


def _has_complement(parse: Parse, verb: int) -> bool:
    return any(parse.labels[o] in ("attr", "acomp") for o in parse.children[verb])


def is_definite(parse: Parse, noun: int) -> bool:
    """Whether a noun is presented as known: an article, a demonstrative or a possessor before it."""
    return any(
        (parse.labels[o] == "det" and parse.lower[o] in DEFINITE) or parse.labels[o] == "poss" for o in parse.children[noun]
    )
