"""Who acts where the subject of a verb is nobody: whose document says it, whom a name is given to, whom a "who" means."""

from __future__ import annotations

from onrecord.events import arguments
from onrecord.events.joining import is_plural_verb
from onrecord.events.parties import Parties
from onrecord.events.tables import is_of_people, words
from onrecord.language import syntax
from onrecord.records import Parse

DOCUMENTS = words(
    "ad advertisement advert commercial petition letter statement complaint lawsuit suit brief filing memo guideline guidance"
    " report email e-mail tweet post video editorial op-ed column article leaflet flyer mailer poster pamphlet"
    " resolution bill initiative referendum indictment manifesto motion note press-release release directive decree notice"
)
"""Texts that say what whoever puts them out says."""

ISSUING = words(
    "issue release publish unveil launch air run post circulate file sign write bring send produce bankroll fund draft submit"
    " table introduce print distribute tweet put adopt pass start"
)
"""Verbs for putting a text out."""

SAME = (
    words("lawsuit suit complaint filing"),
    words("ad advertisement advert commercial"),
    words("guideline guidance directive"),
)
"""Words by which an article calls one document."""


def doers(parse: Parse, parties: Parties, verb: int, subject: int) -> tuple[str, ...]:
    """The parties of whoever does a verb, given the head of its subject; empty when none can be told."""
    subject = _person_meant(parse, parties, verb, subject)
    found = parties.at(subject)
    if parse.lemmas[subject].lower() in DOCUMENTS and all(parties.is_unknown(actor) for actor in found):
        return _issuers(parse, parties, verb, subject) or _issuers_before(parse, parties, verb, subject) or found
    return found or _called(parse, parties, verb, subject)


def _person_meant(parse: Parse, parties: Parties, verb: int, subject: int) -> int:
    """Whom a "who" means after a body or thing: the person or people above ("a clerk in the Lee government who")."""
    own = syntax.own_subject(parse, verb)
    is_who = parse.labels[verb] == "relcl" and parse.heads[verb] == subject and own is not None and parse.lower[own] == "who"
    if not is_who or own is None or parse.tags[subject] in ("NNS", "NNPS"):
        return subject
    if is_plural_verb(parse, verb) and parse.tags[subject] == "NNP":  # "sailors of the Bergen Star who are suing it"
        plural = (t for t in syntax.ancestors(parse, subject) if parse.tags[t] in ("NNS", "NNPS") and parties.at(t))
        return next(plural, subject)
    if not parties.are_bodies(parties.at(subject)):
        return subject
    before = next((t for t in range(own - 1, subject, -1) if parse.pos[t] != "PUNCT"), subject)
    if before != subject and parse.pos[before] in ("NOUN", "PROPN") and parties.are_people(parties.at(before)):
        return before
    for above in syntax.ancestors(parse, subject):
        is_many = parse.tags[above] in ("NNS", "NNPS")
        is_people = parse.pos[above] in ("NOUN", "PROPN") and (is_many or is_of_people(parse.lemmas[above]))
        if is_people and parties.at(above):
            return above
    return subject


def _called(parse: Parse, parties: Parties, verb: int, noun: int) -> tuple[str, ...]:
    """Who is given a name by "be" that a "who" goes on from ("she is a printer and a poet who asked for it")."""
    first = syntax.conjuncts(parse, noun)[0]
    clauses = [clause for clause in syntax.children_of(parse, noun, "relcl") if syntax.is_inside(parse, verb, clause)]
    openers = (syntax.own_subject(parse, clause) for clause in clauses)
    is_who = any(opener is not None and parse.lower[opener] == "who" for opener in openers)
    if not is_who or parse.labels[first] != "attr" or parse.lemmas[parse.heads[first]] != "be":
        return ()
    subject = syntax.subject(parse, parse.heads[first])
    return parties.at(subject) if subject is not None and subject != first else ()


def _issuers(parse: Parse, parties: Parties, verb: int, document: int) -> tuple[str, ...]:
    """Who puts a document out: by its owner, a participle ("issued by Oslo") or the verb whose object it is."""
    for clause in syntax.children_of(parse, document, "acl", "relcl"):
        agent = arguments.doer(parse, clause) if parse.lemmas[clause] in ISSUING and clause != verb else None
        if agent is not None and agent != document:
            return parties.at(agent)
    above = parse.heads[document]
    issuer = None
    if parse.labels[document] == "dobj" and parse.lemmas[above] in ISSUING:
        issuer = arguments.doer(parse, above)
    owner = syntax.child(parse, document, "poss")
    return next((parties.at(token) for token in (owner, issuer) if token is not None), ())


def _issuers_before(parse: Parse, parties: Parties, verb: int, document: int) -> tuple[str, ...]:
    """Who put a document out that the article has told of before ("filed a suit ... the suit accuses")."""
    if not any(parse.lower[t] in ("the", "this") for t in syntax.children_of(parse, document, "det")):
        return ()
    lemma = parse.lemmas[document].lower()
    kin = next((group for group in SAME if lemma in group), frozenset((lemma,)))
    earlier = (t for t in range(document - 1, -1, -1) if parse.lemmas[t].lower() in kin and parse.pos[t] == "NOUN")
    return next((found for token in earlier if (found := _issuers(parse, parties, verb, token))), ())
