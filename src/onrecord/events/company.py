"""What stands round an event word: the verbs that carry a noun, and the company an entry's conditions ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from onrecord.events import arguments
from onrecord.events.heads import TIMES
from onrecord.events.parties import Parties
from onrecord.events.tables import load_classes, words
from onrecord.language import syntax
from onrecord.records import Parse

FAVOURS = words("backing support endorsement blessing praise applause sympathy solidarity approval")
REPROACHES = words("criticism rebuke condemnation censure denunciation attack accusation complaint rebuff scorn ridicule")
RECEIVING = words(
    "have get win earn draw attract gain secure land enjoy receive snag score nab collect pick rack clinch ring lock roll tout "
    "boast amass trumpet claim unveil"
)
"""Verbs whose subject gets the favour or reproach that is their object ("drew praise from Oslo", "has the backing of Oslo")."""

GIVEN_TO = frozenset(("for", "to", "toward", "towards", "on"))
"""Prepositions after which stands who is favoured by the subject ("has praise for Oslo")."""

TARGETS = words("target subject object victim focus butt recipient beneficiary")
"""Nouns that say of somebody that the deed after "of" is done to him ("was the target of a raid")."""

ACTS = words("answer response reply reaction action act deed move remark comment statement speech word tweet letter tactic step")
"""Nouns for what somebody does or says, of which a deed may be said in his place."""

SHARES = words("part role hand share")
"""What one has in a deed ("had a hand in the raid")."""

HURTING = words("kill wound injure hit destroy damage target flatten level cripple rock shake wipe")
"""Verbs of what a military strike does, a walkout not."""

STRUCK = frozenset(("place", "property", "force", "militia", "state", "weapon", "vessel", "party"))
"""Classes of what a military strike is "on"."""

MEANS = {"drone": "drone", "heavy": "heavy-weapons", "explosive": "explosives", "aircraft": "aerial", "gun": "firearms"}
"""Word classes of arms -> the mode of force they are used in."""

IMPOSING = words("impose lay launch mount stage carry conduct declare wage commit perpetrate")
"""Verbs that, put after a deed's noun, tell whose it is before the verb above it does."""

WAVES = words(
    "state campaign wave series act spate round string dozen hundred score thousand handful raft slew flurry host flood"
)
"""Nouns that stand before "of" and an event noun in its place."""

SHELLS = words("mission effort attempt campaign operation bid drive round session trip tour order process plan")
"""Nouns that stand after an event noun in its place."""


def has_complement(parse: Parse, parties: Parties, options: tuple[str, ...], heads: list[int]) -> bool:
    """Whether what follows a preposition of the heads is of a class that an option `+class` asks for.

    In `class+class` the last head, the object, must be of the first class too ("send arms to a party"); `none+class` wants none.
    """
    wanted = [option.partition("+") for option in options if "+" in option]
    if not wanted:
        return False
    prepositions = [p for head in heads for p in syntax.children_of(parse, head, "prep", "dative")]
    found = {name for p in prepositions for t in syntax.children_of(parse, p, "pobj") for name in parties.classes(t)}
    own = parties.classes(heads[-1]) if len(heads) > 1 else {"none"}
    return any(after in found and (not thing or thing in own) for thing, _, after in wanted)


def is_armed(parse: Parse, parties: Parties, noun: int) -> bool:
    """Whether a "strike" is one of arms: nobody who works strikes, and it is "on" a target, kills, or is a force's."""
    doers = syntax.children_of(parse, noun, "poss", "amod", "compound")
    doers += [t for p in syntax.children_of(parse, noun, "prep") if parse.lower[p] in ("by", "of") for t in parse.children[p]]
    carrier = next((head for head, _ in carriers_above(parse, noun)), None)
    subject = syntax.subject(parse, carrier) if carrier is not None and parse.labels[noun] == "dobj" else None
    doers += [subject] if subject is not None else []
    owners = frozenset[str]().union(*(parties.classes(t) for t in doers))
    if owners & {"worker", "civilian"}:
        return False
    return _is_aimed(parse, parties, noun) or _hurts(parse, noun) or bool(owners & {"force", "militia"})


def _is_aimed(parse: Parse, parties: Parties, noun: int) -> bool:
    """Whether "on" or "against" after a noun tells a target, not a day."""
    return any(
        parse.lemmas[t] not in TIMES and parties.classes(t) & STRUCK
        for preposition in syntax.children_of(parse, noun, "prep")
        if parse.lower[preposition] in ("on", "against", "inside")
        for t in syntax.children_of(parse, preposition, "pobj")
    )


def _hurts(parse: Parse, noun: int) -> bool:
    """Whether a noun is the subject of a verb of `HURTING`, in its own clause or in one put after it."""
    above = parse.heads[noun]
    verbs = [*syntax.children_of(parse, noun, "relcl", "acl"), *([above] if parse.labels[noun] == "nsubj" else [])]
    return any(parse.lemmas[verb] in HURTING for verb in verbs)


def is_public_order(parse: Parse, token: int) -> bool:
    """Whether an "order" is none that is given: "in order", "law and order"."""
    before = tuple(parse.lower[max(0, token - 2) : token])
    return before[-1:] == ("in",) or before == ("law", "and")


def is_labelled(parse: Parse, verb: int, undergoer: int | None) -> bool:
    """Whether the verb gives its object a name ("called him a liar"), however it is parsed."""
    named = syntax.children_of(parse, undergoer, "appos") if undergoer is not None else []
    return bool(named or syntax.children_of(parse, verb, "oprd", "ccomp", "xcomp"))


def mode_by_arms(parse: Parse, verb: int, undergoer: int | None) -> str | None:
    """The mode of a plain act of force by its arms: what does it ("drones hit") or is "with" it ("hit with rockets")."""
    doer = arguments.doer(parse, verb)
    arms = [doer] if doer is not None else []
    arms += arguments.prepositional(parse, [verb, *([undergoer] if undergoer is not None else [])], "with")
    kinds = [load_classes().get(parse.lemmas[t], frozenset()) for t in arms if parse.lemmas[t] != "gun"]
    found = [kind for kind in kinds if kind.isdisjoint(("militia", "force", "civilian"))]  # gunmen and fighters are people
    return next((mode for kind in found for name, mode in MEANS.items() if name in kind), None)


def carriers_above(parse: Parse, token: int) -> Iterator[tuple[int, str]]:
    """Verbs that may carry an event noun, each with how the noun hangs on it: a label, or `prep`."""
    head, label = parse.heads[token], parse.labels[token]
    if label == "conj":
        token = parse.heads[token]
        head, label = parse.heads[token], parse.labels[token]
    if parse.pos[head] in ("VERB", "AUX") and label in ("dobj", "nsubjpass", "nsubj", "attr", "acomp", "oprd", "intj", "ccomp"):
        if label == "nsubjpass" or (label == "dobj"):
            yield head, "dobj"
        else:
            yield head, label
    elif label == "pobj":
        above = parse.heads[head]
        share = above if parse.lemmas[above] in SHARES else syntax.child(parse, above, "dobj")
        if share is not None and parse.lemmas[share] in SHARES and parse.pos[parse.heads[share]] in ("VERB", "AUX"):
            yield parse.heads[share], "dobj"  # "had a hand in the raid"
        if parse.lemmas[above] == "responsibility" or parse.pos[above] in ("VERB", "AUX"):
            yield above, "prep"
    for relative in syntax.children_of(parse, token, "relcl", "acl"):
        yield relative, "dobj"
        for deeper in syntax.children_of(parse, relative, "xcomp", "ccomp"):  # "an attack they denied having carried out"
            yield deeper, "dobj"


def light_verb(parse: Parse, light: Mapping[tuple[str, str], frozenset[str]], token: int) -> tuple[int, str] | None:
    """The verb that carries a noun, and how (`light.tsv`): its subject does it (`do`), gets it (`get`), is it (`happen`), does
    it to the object (`impose`); else the object does it (`state`), or whose the responsibility is (`responsibility`)."""
    carriers = list(carriers_above(parse, token))
    put_after = [row for row in carriers if parse.lemmas[row[0]] in IMPOSING and _is_put_after(parse, row[0])]
    for verb, label in (*put_after, *carriers):  # "the siege laid by rebels ended": theirs
        lemma = parse.lemmas[verb]
        if lemma == "responsibility":
            return parse.heads[verb], "responsibility"
        near = (token,) if label == "prep" else ()
        particles = [parse.lower[t] for t in syntax.children_of(parse, verb, "prt")]
        particles = [parse.lower[parse.heads[t]] for t in near] if near else ["-", *particles]
        if label == "dobj" and is_received(parse, token, verb):
            return verb, "get"
        for particle in particles:
            for kind in sorted(light.get((lemma, particle), ())):
                if (kind == "happen") == (label == "nsubj"):
                    return verb, kind
    return None


def _is_put_after(parse: Parse, verb: int) -> bool:
    """Whether a bare participle stands behind its noun ("the siege laid by rebels")."""
    is_bare = parse.labels[verb] == "acl" and parse.tags[verb] == "VBN"
    return is_bare and syntax.child(parse, verb, "aux", "nsubj", "dobj") is None


def has_shell(parse: Parse, token: int) -> bool:
    """Whether an event noun stands before a noun that only says that it is done ("a mediation effort")."""
    return parse.labels[token] == "compound" and parse.lemmas[parse.heads[token]] in SHELLS


def shell(parse: Parse, token: int) -> int:
    """The noun that a light verb takes in an event noun's place ("a mediation effort", "a state of siege")."""
    above = parse.heads[token]
    if has_shell(parse, token):
        return above
    if parse.labels[token] == "pobj" and parse.lower[above] == "of":
        outer = parse.heads[above]
        if parse.lemmas[outer] in WAVES:
            return outer
    return token


def is_received(parse: Parse, noun: int, verb: int) -> bool:
    """Whether a verb's subject gets its object, a favour or reproach, from somebody told behind it."""
    if parse.lemmas[verb] not in RECEIVING:
        return False
    if parse.lemmas[noun] in WAVES:  # "dozens of endorsements"
        of = next((p for p in syntax.children_of(parse, noun, "prep") if parse.lower[p] == "of"), noun)
        noun = syntax.child(parse, of, "pobj") or noun
    lemma, owner = parse.lemmas[noun], syntax.child(parse, noun, "poss")
    if lemma not in FAVOURS | REPROACHES or (owner is not None and parse.lower[owner] not in syntax.POSSESSIVES):
        return False
    if lemma in FAVOURS and verb > noun and owner is None:
        return True  # "the endorsements he had"
    told = {parse.lower[p] for head in (noun, verb) for p in syntax.children_of(parse, head, "prep", "agent")}
    if lemma in FAVOURS and owner is None and told.isdisjoint(GIVEN_TO):
        return True  # "has 30 endorsements"
    return not told.isdisjoint(("from", "by") if lemma in REPROACHES or owner is not None else ("from", "by", "of"))


def targeted(parse: Parse, noun: int) -> int | None:
    """Who is said to be the target of a deed: the subject above ("Oslo was the target of a raid", "was stung by criticism")."""
    preposition = parse.heads[noun]
    target = parse.heads[preposition]
    is_agent = parse.labels[preposition] == "agent" or (parse.lower[preposition] == "by" and parse.tags[target] == "VBN")
    if parse.labels[noun] == "pobj" and is_agent:
        return syntax.subject(parse, target)
    if parse.labels[noun] != "pobj" or parse.lower[preposition] != "of" or parse.lemmas[target] not in TARGETS:
        return None
    above = parse.heads[target]
    if parse.labels[target] in ("attr", "pobj") and parse.pos[above] in ("AUX", "VERB"):
        return syntax.subject(parse, above)
    return above if parse.labels[target] == "appos" else None
