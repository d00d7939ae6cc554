"""Public affairs that are no event: quarrels of words, commitments that stand, blows to an economy."""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.drafts import Draft
from onrecord.events.scene import Check, Scene, is_violent
from onrecord.events.tables import members, words
from onrecord.language import syntax
from onrecord.records import Parse

TOPICS = frozenset(("about", "over", "between"))
"""Prepositions after which stands what people fight about, or who they are, where no force is meant."""

GROUND = frozenset(("place", "border", "property", "road"))
"""Classes of what is fought over with arms."""

CONTENTIONS = words("battle fight clash war combat duel skirmish")
AFFAIRS = words(
    "economy industry currency price stock share image reputation brand popularity standing finance sector court "
    "atmosphere climate relationship relation debate mind process politics"
)
MAKING = words("make give offer announce repeat reiterate renew reaffirm affirm deliver sign secure obtain win extract get seek")
STANDING = words("commitment consent")
"""What somebody may have as well as make."""

NOISES = words("applause cheer ovation chant jeer boo hiss laughter")
FIGURES = words(
    "number figure price tag estimate detail date timetable timeline timeframe total sum name reason percentage breakdown"
)
CAPTIVES = words("captive captor abduct abduction hostage kidnap kidnapper kidnapping ransom")
BEARING = words("share bear accept deserve shoulder spread apportion")
"""What one does with blame without blaming anybody."""


def _is_row(scene: Scene, draft: Draft) -> bool:
    """Persons who clash over something, without police, force or crowd."""
    if draft.mode != "riot" or scene.lemma(draft) != "clash" or is_violent(scene.parse, draft.token):
        return False
    sides = (*draft.actors, *draft.recipients)
    if scene.parties.has_people(sides) or scene.parties.has_sector(sides, "COP"):
        return False
    over = {scene.parse.lower[t] for t in syntax.children_of(scene.parse, draft.token, "prep")}
    return not over.isdisjoint(("over", "on", "about"))


def _is_dispute(scene: Scene, draft: Draft) -> bool:
    """A fight about something, or between things, where no arms are told of."""
    if draft.mode is not None or scene.lemma(draft) not in CONTENTIONS or is_violent(scene.parse, draft.token):
        return False
    sides = (*draft.actors, *draft.recipients)
    if sides and not scene.parties.are_unarmed(sides):
        return False
    thing = arguments.undergoer(scene.parse, draft.token) if draft.kind == "verb" else None
    heads = [draft.token] if thing is None else [draft.token, thing]
    preps = [t for head in heads for t in syntax.children_of(scene.parse, head, "prep") if scene.parse.lower[t] in TOPICS]
    things = [t for p in preps for t in syntax.children_of(scene.parse, p, "pobj")]
    return any(not scene.parties.at(t) and not scene.parties.classes(t) & GROUND for t in things)


def _is_setback(scene: Scene, draft: Draft) -> bool:
    """What prices, shares and good names suffer ("the economy was battered")."""
    if draft.kind != "verb" or (scene.lemma(draft) not in members("figurative") and scene.lemma(draft) != "poison"):
        return False
    hit = arguments.undergoer(scene.parse, draft.token)
    return hit is not None and scene.parse.lemmas[hit] in AFFAIRS


def _is_standing(scene: Scene, draft: Draft) -> bool:
    """A commitment that somebody has, not one he makes ("doubts about its commitment to the alliance")."""
    if not scene.calm or scene.parse.pos[draft.token] != "NOUN" or scene.lemma(draft) not in STANDING:
        return False
    if scene.lemma(draft) == "consent" and scene.parse.lower[max(0, draft.token - 1)] in ("without", "and"):
        return True
    above = scene.parse.heads[draft.token]
    made = {scene.parse.lemmas[above], *(scene.parse.lemmas[t] for t in scene.parse.children[draft.token])}
    return draft.same_as is None and made.isdisjoint(MAKING)


def _is_hired_help(scene: Scene, draft: Draft) -> bool:
    """Help to nobody told, in news that is not about fighting ("hired a team to help sell the plan")."""
    return scene.calm and draft.kind == "verb" and scene.lemma(draft) == "help" and not draft.recipients


def _is_price(scene: Scene, draft: Draft) -> bool:
    """What is charged in money ("charges students $30,000")."""
    parse, token = scene.parse, draft.token
    if scene.lemma(draft) != "charge" or draft.kind != "verb":
        return False
    things = syntax.children_of(parse, token, "dobj", "dative", "npadvmod")
    return any("$" in parse.words[slice(*syntax.subtree(parse, t))] or "money" in scene.parties.classes(t) for t in things)


def _is_shared_blame(scene: Scene, draft: Draft) -> bool:
    """Blame that somebody bears."""
    above = scene.parse.heads[draft.token]
    return draft.kind == "noun" and scene.lemma(draft) == "blame" and scene.parse.lemmas[above] in BEARING


def _is_survey(scene: Scene, draft: Draft) -> bool:
    """What a poll asks people."""
    if scene.lemma(draft) not in ("ask", "request") or draft.actors or not scene.parties.has_people(draft.recipients):
        return False
    start, end = scene.parse.sentences[scene.parse.sentence_of[draft.token]]
    return any(scene.parse.lemmas[t] in ("poll", "survey", "respondent", "percent") for t in range(start, end))


def _is_errand(scene: Scene, draft: Draft) -> bool:
    """Who comes or rushes to do something, and to nobody's help."""
    if draft.kind != "verb" or scene.lemma(draft) not in ("come", "go", "rush", "spring", "leap"):
        return False
    to = any(scene.parse.lower[t] == "to" for t in syntax.children_of(scene.parse, draft.token, "prep"))
    return not to and syntax.child(scene.parse, draft.token, "xcomp") is not None


def _is_congress(scene: Scene, draft: Draft) -> bool:
    """A conference of nobody who talks with another."""
    if not scene.calm or draft.kind != "noun" or scene.lemma(draft) != "conference" or draft.mode == "multilateral":
        return False
    partners = {scene.parse.lower[t] for t in syntax.children_of(scene.parse, draft.token, "prep")}
    return len({*draft.actors, *draft.recipients}) < 2 and partners.isdisjoint(("with", "between"))


def _is_verbal_shot(scene: Scene, draft: Draft) -> bool:
    """Shots that the unarmed take at somebody, fire that remarks draw."""
    if draft.kind != "noun" or draft.light is None or not scene.parties.are_unarmed(draft.actors or draft.recipients):
        return False
    verb, lemma = scene.parse.lemmas[draft.light], scene.lemma(draft)
    return (lemma == "shot" and verb == "take") or (
        lemma == "fire" and verb == "draw" and not is_violent(scene.parse, draft.token)
    )


def _is_plain_inquiry(scene: Scene, draft: Draft) -> bool:
    """Questions put to somebody ("made inquiries with firms")."""
    if draft.kind != "noun" or scene.lemma(draft) not in ("inquiry", "enquiry") or draft.light is None:
        return False
    if scene.parse.lemmas[draft.light] != "make":
        return False
    preps = {scene.parse.lower[t] for t in syntax.children_of(scene.parse, draft.token, "prep")}
    return preps.isdisjoint(("into", "against"))


def _is_applause(scene: Scene, draft: Draft) -> bool:
    """Whom a hall receives with applause or jeers."""
    if draft.mode != "visit" or scene.lemma(draft) not in ("greet", "welcome", "receive", "meet"):
        return False
    return any(scene.parse.lemmas[t] in NOISES for t in arguments.prepositional(scene.parse, [draft.token], "with"))


def _is_undisclosed(scene: Scene, draft: Draft) -> bool:
    """A refusal to give figures or names."""
    verb = syntax.child(scene.parse, draft.token, "xcomp")
    if verb is None or scene.parse.lemmas[verb] not in ("give", "provide", "offer", "put", "set", "share"):
        return False
    thing = syntax.child(scene.parse, verb, "dobj")
    return thing is not None and scene.parse.lemmas[thing] in FIGURES


def _is_plain_payment(scene: Scene, draft: Draft) -> bool:
    """Money paid, in news that tells of no captives: a price, no aid."""
    parse = scene.parse
    if draft.kind != "verb" or scene.lemma(draft) != "pay" or _has_ransom(parse, draft.token):
        return False
    return sum(lemma in CAPTIVES for lemma in parse.lemmas) < 2


def _has_ransom(parse: Parse, verb: int) -> bool:
    return any(parse.lemmas[t] == "ransom" for t in syntax.children_of(parse, verb, "dobj", "nsubjpass"))


CHECKS: dict[str, tuple[Check, ...]] = {
    "ACCUSE": (_is_price, _is_shared_blame, _is_plain_inquiry),
    "AGREE": (_is_standing,),
    "AID": (_is_hired_help, _is_errand, _is_plain_payment),
    "ASSAULT": (_is_dispute, _is_setback, _is_verbal_shot),
    "CONSULT": (_is_congress, _is_applause),
    "PROTEST": (_is_row,),
    "REJECT": (_is_undisclosed,),
    "REQUEST": (_is_survey,),
    "SUPPORT": (_is_errand,),
}
"""What speaks against an event, by type."""
