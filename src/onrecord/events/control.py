"""Who does a verb that has no subject of its own: by what stands above it, beside it, or before it as its owner."""

from __future__ import annotations

from onrecord.events.clauses import agent, chooser, is_passive, prepositional, undergoer
from onrecord.events.tables import is_of_people, words
from onrecord.language import syntax
from onrecord.records import Parse

OBJECT_CONTROL = frozenset({"of", "from", "for", "into", "over"})
"""Prepositions whose gerund is done by the object of the verb above ("accused Minsk of cheating", "praised Oslo for sending")."""

APPEALING = words("call appeal plead wait push")
"""Verbs that ask the object of their preposition to do the infinitive after it ("called on Minsk to leave")."""

ASKING = words("request order demand call plea appeal command instruction invitation")
"""Nouns whose infinitive is done by somebody else ("a request to close the border")."""

SENDING = words(
    "dispatch send deploy hire recruit enlist appoint assign commission train pressure press push urge pay mobilize mobilise"
    " rally encourage direct authorize authorise bribe"
)
"""Verbs whose object does the infinitive after it, even where that is parsed as the purpose of the whole ("sent two to her")."""

USING = words("use buy purchase build steal acquire obtain carry employ hire commission")
"""Verbs whose agent does the infinitive after a passive: what is used does nothing ("the gun used by him to kill her")."""

CHARGING = words("accuse suspect blame criticise criticize condemn denounce convict acquit praise thank punish fault")
"""Verbs whose object does the gerund after it."""

EARNED = words(
    "credit responsibility blame heat flak praise criticism fire applause ridicule scorn condemnation reputation award prize"
    " medal support thanks plaudit"
)
"""Objects that the subject gets for its own deed ("claimed responsibility for shelling", "won praise for resisting")."""

SPEAKING = words(
    "accuse ask beg blame call condemn criticize criticise demand denounce praise request say tell threaten urge vow warn"
)
"""Verbs whose participle with "while" goes with the main verb of its sentence, deep as it may be parsed."""

BESIDE = words("while when")
TIMES_OF = words("after before since besides despite")
"""Words whose participle is done by the subject of the sentence, not of the infinitive it hangs on."""

OWN = words(
    "have make take announce launch mount abandon drop express show hold unveil keep lack get win gain renew repeat issue"
    " declare voice form draw harbour harbor face see find scrap"
)
"""Verbs whose object is their subject's own: who "has plans to leave" leaves, who "backs plans to leave" need not."""

LETTING = words("give grant offer allow deny hand award")
"""Verbs whose receiver does what the infinitive at their object says ("gave Oslo leave to land")."""

EFFORTS = words("bid effort attempt move drive push campaign step operation mission race scramble")
"""Nouns after "in" whose infinitive is done by their clause's subject ("fired in a bid to clear the road")."""

JOINING = frozenset({"join"})
"""Verbs whose infinitive is done by their subject with their object ("joined others to reject the plan")."""


def controller(parse: Parse, verb: int) -> int | None:
    """Who does a gerund or infinitive by what stands above it: "accused Oslo of trying to hide it", "called on Oslo to leave"."""
    for _ in range(syntax.MAX_STEPS):
        if parse.labels[verb] == "pcomp":
            return _gerund_controller(parse, verb)
        label, above = parse.labels[verb], parse.heads[verb]
        if label == "conj" and _is_same_form(parse, verb, above) and syntax.own_subject(parse, verb) is None:
            verb = above  # "called on Oslo to leave and release the crew", "accused Oslo of forging it and bribing the crew"
            continue
        is_infinitive = label == "xcomp" or (label == "advcl" and parse.tags[verb] == "VB")
        if not is_infinitive or syntax.own_subject(parse, verb) is not None:
            return None
        if parse.lemmas[above] in APPEALING:
            return _appealed_to(parse, above)
        if parse.lemmas[above] in USING and is_passive(parse, above):
            return agent(parse, above)
        if label != "xcomp":
            return _sent(parse, verb)
        verb = above
    return None


def _sent(parse: Parse, infinitive: int) -> int | None:
    """Who is sent to do an infinitive of purpose, which is not its sentence's subject's."""
    above = parse.heads[infinitive]
    sent = undergoer(parse, above) if parse.lemmas[above] in SENDING else None
    is_people = sent is not None and (parse.pos[sent] == "PROPN" or is_of_people(parse.lemmas[sent]))
    return sent if is_people and sent is not None and sent < infinitive else None


def _is_same_form(parse: Parse, verb: int, above: int) -> bool:
    return parse.tags[verb] == "VB" or parse.tags[verb] == parse.tags[above] == "VBG"


def _appealed_to(parse: Parse, verb: int) -> int | None:
    """Who is asked to do something in a prepositional phrase ("appealed to Oslo to leave")."""
    for preposition in syntax.children_of(parse, verb, "prep", "prt"):
        if parse.lower[preposition] in ("on", "upon", "to", "with", "for"):
            return syntax.child(parse, preposition, "pobj")
    return None


def subject(parse: Parse, verb: int) -> int | None:
    """The head of whoever does a verb that nothing above it controls: its own subject, or the one it shares."""
    choosing = chooser(parse, verb)
    if choosing is not None:
        return syntax.subject(parse, choosing)
    if (owner := _owner_before(parse, verb)) is not None:
        return owner
    if (main := _main_verb(parse, verb)) is not None:
        return syntax.subject(parse, main)
    if parse.labels[verb] == "xcomp" and parse.lemmas[parse.heads[verb]] in JOINING:
        return syntax.subject(parse, parse.heads[verb])
    found = syntax.subject(parse, verb)
    if found is None or found == verb:
        return None
    above = parse.heads[verb]
    if parse.labels[verb] == "acl" and found == above and parse.tags[verb] == "VB":
        if parse.lemmas[above] in ASKING:
            return None  # whoever is asked, not the request
        haver = _haver(parse, above)
        return found if haver is None else haver  # whoever has the plan, not the plan
    return found


def _haver(parse: Parse, noun: int) -> int | None:
    """Whose a plan, chance or effort is by the verb above it, where its own phrase does not say."""
    if parse.pos[noun] != "NOUN" or syntax.child(parse, noun, "poss") is not None:
        return None
    label, above = parse.labels[noun], parse.heads[noun]
    if label == "pobj" and parse.lower[above] == "in" and parse.lemmas[noun] in EFFORTS:
        return syntax.subject(parse, parse.heads[above])
    if label != "dobj" or is_passive(parse, above):
        return None
    if parse.lemmas[above] in LETTING:
        return syntax.child(parse, above, "dative")
    return syntax.subject(parse, above) if parse.lemmas[above] in OWN else None


def _owner_before(parse: Parse, verb: int) -> int | None:
    """Whose doing a gerund right after a possessive is, however it is parsed ("Oslo's recognizing Kosovo")."""
    if parse.tags[verb] != "VBG" or verb < 2 or parse.tags[verb - 1] != "POS" or syntax.own_subject(parse, verb) is not None:
        return None
    return parse.heads[verb - 1]


def _main_verb(parse: Parse, verb: int) -> int | None:
    """The finite verb above an infinitive on which a participle with "while" or "after" hangs ("asked it to leave after ...")."""
    above = parse.heads[verb]
    if parse.tags[verb] != "VBG" or syntax.own_subject(parse, verb) is not None:
        return None
    if parse.labels[verb] == "advcl":
        marks = syntax.children_of(parse, verb, "mark", "advmod")
        is_apart = parse.lemmas[verb] in SPEAKING and any(parse.lower[mark] in BESIDE for mark in marks)
    else:
        is_apart = parse.labels[verb] == "pcomp" and parse.lower[above] in TIMES_OF
        above = parse.heads[above]
    if not is_apart or parse.tags[above] != "VB" or parse.labels[above] not in ("xcomp", "ccomp", "advcl", "acl", "conj"):
        return None
    heads = (
        token for token in syntax.ancestors(parse, above) if parse.tags[token] in syntax.FINITE or _has_auxiliary(parse, token)
    )
    return next(heads, None)


def _has_auxiliary(parse: Parse, verb: int) -> bool:
    return any(parse.lower[auxiliary] != "to" for auxiliary in syntax.children_of(parse, verb, "aux", "auxpass"))


def _gerund_controller(parse: Parse, verb: int) -> int | None:
    if syntax.own_subject(parse, verb) is not None:
        return None
    preposition = parse.heads[verb]
    above = parse.heads[preposition]
    if parse.labels[above] in ("amod", "acl", "advcl") and parse.lemmas[above] in ("bent", "intent", "keen"):
        noun = parse.heads[above]  # "rebels bent on attacking"
        return noun if parse.pos[noun] in ("NOUN", "PROPN") else syntax.subject(parse, noun)
    if parse.pos[above] in ("ADV", "ADJ"):  # "fell short of blaming"
        return syntax.subject(parse, parse.heads[above])
    if parse.pos[above] not in ("VERB", "AUX"):
        if _is_accused(parse, above, preposition):
            return above
        return _owner_of_noun(parse, above) if parse.pos[above] == "NOUN" else None
    if parse.lower[preposition] not in OBJECT_CONTROL:
        return None
    if is_passive(parse, above):
        return syntax.own_subject(parse, above)
    found = undergoer(parse, above)
    if found is not None and parse.lemmas[found] in EARNED:
        return syntax.subject(parse, above)
    if found is None:
        found = next(prepositional(parse, [above], "against"), None)
    return controller(parse, above) if found is None else found  # "called on Oslo to apologise for firing"


def _is_accused(parse: Parse, noun: int, preposition: int) -> bool:
    """Whether people are charged with the gerund after them, which the parser hangs on them ("accused rebels of shelling")."""
    if parse.labels[noun] not in ("dobj", "nsubjpass") or parse.lower[preposition] not in ("of", "for"):
        return False
    is_people = parse.pos[noun] == "PROPN" or is_of_people(parse.lemmas[noun])
    return is_people and parse.lemmas[parse.heads[noun]] in CHARGING


def _owner_of_noun(parse: Parse, noun: int) -> int | None:
    """Whose a noun is; a pronoun in what somebody is praised or blamed for is his ("praised Oslo for its help in talks")."""
    owner = syntax.child(parse, noun, "poss")
    preposition = parse.heads[noun]
    if owner is None or parse.pos[owner] != "PRON" or parse.labels[noun] != "pobj" or parse.lower[preposition] != "for":
        return owner
    verb = parse.heads[preposition]
    blamed = undergoer(parse, verb) if parse.pos[verb] == "VERB" else None
    return owner if blamed is None or parse.lower[owner] in ("my", "our", "your") else blamed
