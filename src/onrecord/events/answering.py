"""Whom words are said to that answer something: an offer, a demand, a charge that the article tells elsewhere.

Each function is a rule of `recall.py`: it gives the recipients of a draft that names none, empty when it knows nobody.
"""

from __future__ import annotations

from onrecord.events import arguments, company
from onrecord.events.coreference import DEFINITE
from onrecord.events.drafts import Draft
from onrecord.events.heads import PACTS
from onrecord.events.memory import Ids, others
from onrecord.events.story import Story
from onrecord.events.tables import words
from onrecord.language import syntax

POINTING = words("it them this that one both")
OTHERS = words("it them him her")
ADDRESSING = ("on", "upon", "to", "of")
TELLING = words("tell assure promise inform notify")
CALLING = words("ring phone telephone call cable visit meet approach contact write text email e-mail")
"""Verbs whose object is whom their infinitive is said to ("rang the widow to say sorry")."""

UTTERED = words("explanation excuse plea message statement remark account version claim")
"""What somebody has said that may be called names or turned down."""

EXCUSES = words("explanation excuse plea")
"""Those of them that somebody gives who is sorry."""

RULINGS = words("verdict ruling judgment judgement conviction acquittal")
"""What a court issues that may be welcomed or condemned."""

STEPS = words("step decision move gesture restraint choice")
"""What somebody who gives way does."""

HARMS = frozenset(("ASSAULT", "COERCE"))
"""Deeds that are condemned for the sake of whom they are done to."""

PROMISED = {
    "AID": ("AGREE",), "COOPERATE": ("AGREE",), "SANCTION": ("THREATEN",), "COERCE": ("THREATEN",), "MOBILIZE": ("THREATEN",),
}  # fmt: skip
"""Deeds that are aimed at whoever the word that promises them is said to."""


def answered(story: Story, draft: Draft) -> Ids:
    """Who made the offer, demand or threat that is answered."""
    thing = _thing(story, draft)
    if thing is not None and story.parse.lemmas[thing] in STEPS and not story.parties.is_named(thing):
        who = story.memory.yielding(draft) if draft.type == "SUPPORT" else ()
        if who:
            return who
    if thing is None or story.parse.lower[thing] in POINTING:
        is_verb = story.parse.pos[draft.token] in ("VERB", "AUX")
        refused = draft.type == "REJECT" and is_verb and (story.memory.at_war or draft.deed is None)
        bare = refused or (draft.type == "SUPPORT" and thing is not None)
        return story.memory.latest(draft) if bare else ()
    if story.parse.lemmas[thing] in UTTERED and _is_bare(story, thing):
        return (story.memory.last(draft, "CONCEDE") if story.parse.lemmas[thing] in EXCUSES else ()) or story.memory.latest(draft)
    if draft.type in ("SUPPORT", "ACCUSE") and story.parse.lemmas[thing] in RULINGS:
        return story.parties.court()
    if story.parse.lemmas[thing] in PACTS and draft.type in ("SUPPORT", "ACCUSE") and (who := story.memory.made(thing)):
        return who
    told = story.memory.named(thing)
    if told is None or told is draft:
        return ()
    sides = (told.recipients, told.actors) if draft.type == "CONCEDE" else (told.actors, told.recipients)
    if draft.type == "ACCUSE" and told.type in HARMS:
        return others(told.actors, draft)  # nobody who condemns a killing means the one killed
    return next((found for side in sides if (found := others(side, draft))), ())


def asked_for(story: Story, draft: Draft) -> Ids:
    """Who demands elsewhere what is done to the thing somebody gives way in ("lift the curfew ... will ease the curfew")."""
    thing = arguments.undergoer(story.parse, draft.token) if draft.kind == "verb" else None
    if thing is None or story.parse.pos[thing] != "NOUN":
        return ()
    for demand in story.memory.drafts:
        deed = demand.deed if demand.type == "REQUEST" and demand.token != draft.governor else None
        asked = arguments.undergoer(story.parse, deed) if deed is not None and deed != draft.token else None
        if (
            asked is not None
            and story.parse.lemmas[asked] == story.parse.lemmas[thing]
            and (found := others(demand.actors, draft))
        ):
            return found
    return ()


def told(story: Story, draft: Draft) -> Ids:
    """To whom the actor says that he does it ("told the widow that he was sorry"), but for the press."""
    clause = draft.token if draft.light is None else draft.light
    verb = story.parse.heads[clause]
    subject = syntax.own_subject(story.parse, verb)
    label, lemma = story.parse.labels[clause], story.parse.lemmas[verb]
    is_purpose = label in ("advcl", "xcomp") and story.parse.tags[clause] == "VB" and lemma in CALLING
    if subject is None or not (is_purpose or (label == "ccomp" and lemma in TELLING)):
        return ()
    listener = syntax.child(story.parse, verb, "dobj", "dative")
    if listener is None or not set(story.parties.at(subject)) & set(draft.actors):
        return ()
    return story.parties.not_press(story.parties.at(listener))


def joined(story: Story, draft: Draft) -> Ids:
    """Whom the same party praises or answers by the verb it is coordinated with; whom a threat was made to that is given up."""
    above = story.memory.at.get(story.parse.heads[draft.token])
    if above is None or not set(above.actors) & set(draft.actors):
        return ()
    is_joined = story.parse.labels[draft.token] == "conj" and above.type in ("SUPPORT", "AGREE", "CONCEDE")
    is_given_up = draft.type == "THREATEN" and above.type == "CONCEDE" and story.parse.labels[draft.token] == "dobj"
    return above.recipients if is_joined or is_given_up else ()


def stung_by(story: Story, draft: Draft) -> Ids:
    """Who undergoes what a noun of words does ("the deputy was stung by Oslo's threats")."""
    target = company.targeted(story.parse, draft.token) if draft.kind == "noun" else None
    return story.parties.at(target) if target is not None else ()


def named_before(story: Story, draft: Draft) -> Ids:
    """Of a pronoun nobody knows, the party named last before it in its sentence ("met Oslo, then begged it to sign")."""
    tokens = [t for word in ADDRESSING for t in arguments.prepositional(story.parse, [draft.token], word)]
    tokens += syntax.children_of(story.parse, draft.token, "dobj", "dative")
    pronoun = next((t for t in tokens if story.parse.lower[t] in OTHERS and not story.parties.is_named(t)), None)
    if pronoun is None:
        return ()
    start = story.parse.sentences[story.parse.sentence_of[pronoun]][0]
    before = (others(story.parties.one(t), draft) for t in range(pronoun - 1, start - 1, -1) if story.parties.is_named(t))
    return next((found for found in before if found), ())


def charged(story: Story, draft: Draft) -> Ids:
    """Of whom a charge says something ("the accusation that it had sent arms")."""
    clause = syntax.child(story.parse, draft.token, "acl", "ccomp") if draft.kind == "noun" else _alleged(story, draft.token)
    clause = clause if clause is not None else syntax.child(story.parse, draft.token, "ccomp")
    subject = syntax.own_subject(story.parse, clause) if clause is not None else None
    return story.parties.at(subject) if subject is not None else ()


def turned_down(story: Story, draft: Draft) -> Ids:
    """The other side, for a refusal that does not say of what."""
    says_what = draft.deed is not None and not story.memory.at_war
    if says_what or (draft.kind != "verb" and syntax.child(story.parse, draft.token, "acl") is not None):
        return ()  # "their refusal to sign"
    return story.memory.opponent(draft) if story.memory.at_war or _thing(story, draft) is None else ()


def denied(story: Story, draft: Draft) -> Ids:
    """Who refuses what is asked for, where the same sentence tells it."""
    return story.memory.denier(draft) if draft.kind != "noun" else ()


def refusing(story: Story, draft: Draft) -> Ids:
    """Who refuses or grants the request a noun names ("Paris rejected a request from Berlin to close the border")."""
    above = story.memory.at.get(story.parse.heads[draft.token])
    owner = syntax.child(story.parse, draft.token, "poss")
    if owner is not None and story.parse.pos[owner] == "PRON":
        return ()  # "dropped its demand"
    is_object = draft.kind != "verb" and story.parse.labels[draft.token] == "dobj"
    return above.actors if is_object and above is not None and above.type in ("REJECT", "CONCEDE", "AGREE") else ()


def who_asked(story: Story, draft: Draft) -> Ids:
    """Who demanded the deed ("demanded that Oslo keep its promise", "asked Oslo for tents")."""
    for above in syntax.ancestors(story.parse, draft.token):
        asking = story.memory.at.get(above)
        if asking is not None and asking.type == "REQUEST" and set(asking.recipients) & set(draft.actors):
            return asking.actors
    return ()


def of_promise(story: Story, draft: Draft) -> Ids:
    """Whoever help is offered to, or a harm threatened, gets it."""
    path = [draft.token, *syntax.ancestors(story.parse, draft.token)]
    for token in path[1:]:
        above = story.memory.at.get(token)
        if above is not None and above.deed in path and above.type in PROMISED[draft.type]:
            return above.recipients
    return ()


def _is_bare(story: Story, thing: int) -> bool:
    """Whether a word said before stands with "the" or "this" alone, so that the article tells whose it is."""
    labels = {story.parse.labels[t] for t in story.parse.children[thing]}
    return labels == {"det"} and any(story.parse.lower[t] in DEFINITE for t in story.parse.children[thing])


def _thing(story: Story, draft: Draft) -> int | None:
    """The word for what is answered: the object of a verb, what follows "of" after a noun."""
    if draft.kind == "noun":
        return next(arguments.prepositional(story.parse, [draft.token], "of"), None)
    found = arguments.undergoer(story.parse, draft.token)
    return found if found is not None else next(arguments.prepositional(story.parse, [draft.token], "to"), None)


def _alleged(story: Story, verb: int) -> int | None:
    """The clause a charge in an "as" clause is about ("was paid, as a paper alleged")."""
    mark = syntax.child(story.parse, verb, "mark", "advmod")
    is_as = story.parse.labels[verb] == "advcl" and mark is not None and story.parse.lower[mark] == "as"
    return story.parse.heads[verb] if is_as else None
