"""Attributions -> those that answer something, and how: a denial, a rejection, a confirmation, a doubt, a refusal to comment."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.attribution.idioms import find_idioms
from onrecord.factuality.forms import asks_who, is_nobodys, is_repeated, takes_back
from onrecord.factuality.holders import span_tokens, token_at
from onrecord.factuality.statements import BELIEVING, INSISTING, find_signals, read_statements, read_verdict
from onrecord.factuality.tables import answer_nouns, firm_words
from onrecord.factuality.wordings import LETTING_STAND, insists, is_finding, read_cue
from onrecord.language import syntax
from onrecord.records import Act, Attribution, Event, Parse, Span, StanceValue

ACT_VALUES: dict[Act, StanceValue] = {"deny": "denies", "reject": "rejects", "confirm": "confirms", "doubt": "doubts"}
SILENT_VERBS = frozenset({
    "comment", "say", "answer", "respond", "reply", "discuss", "speak", "elaborate", "talk", "return", "name", "specify", "tell",
    "disclose", "explain", "identify", "address", "word", "detail", "give", "testify", "repeat", "characterise", "characterize",
    "describe", "reveal", "divulge", "clarify", "speculate", "draw",
})  # fmt: skip
SILENT_CUES = frozenset({"answer", "respond", "reply", "return", "comment", "discuss", "say", "speak", "explain"})
SAYING = frozenset({"say", "speak", "explain"})
"""Verbs whose mere negation is no silence: "has never said", "the draft does not say"."""

BLASTING = frozenset({"blast", "condemn", "decry", "denounce", "lambast", "lambaste", "mock", "ridicule", "slam"})
"""Verbs by which a claim is rejected ("blasted the claims as hysterical")."""

REFUSING = frozenset({"refuse", "decline"})
WITHHOLDING = frozenset({"deny", "refuse"})
"""Verbs that also tell of what somebody is not given."""

TURNING_AWAY = frozenset({"deny", "refuse", "reject", "dispute", "decline", "contest"})
"""Verbs whose negation answers nothing ("has not even denied it")."""

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "yet", "no", "will", "would", "nothing", "fail", "struggle"})
PLAIN_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
STATED = frozenset({"assert", "believe", "express"})
"""Acts of plain telling, whose content may be an answer by what it says."""

PLAIN = frozenset({
    "say", "tell", "according", "write", "add", "insist", "state", "claim", "maintain", "assert", "note", "declare",
})  # fmt: skip
BEFORE = frozenset({
    "yet", "neither", "nor", "confirm", "confirms", "confirmed", "not", "never", "no", "failed", "fails", "struggled",
    "struggles",
})  # fmt: skip
"""Words just before a cue that belong to it, though an attribution leaves them out."""

DUTIES = frozenset({"must", "should", "may", "might"})
POINTING = frozenset({"it", "this", "that", "them", "these", "both", "much"})
"""Words by which an answer points to what was said ("admitted as much")."""

FIRM_SIGNS = frozenset({"refusal", "no such", "such", "set phrase", "reserve", "no evidence", "mistold"})
BRIEF = 40
"""Letters of a content that only names or points to what is confirmed ("admitted as much", "accept her account")."""

ADMITTING = frozenset({"admit", "acknowledge", "concede", "confess", "grant", "allow"})
ASKING_BACK = frozenset({"why", "who", "how"})
TWOFOLD = frozenset({"neither", "either", "both"})
"""Determiners of what two claims have in common ("neither account")."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An attribution that answers.

    Attributes:
        attribution: the one that answers.
        value: how.
        event: the one of its content that it denies, if any; of another answer the first.
        plain: its cue only tells.
        signs: what in its wording makes an answer likelier or less so (see `statements` for plain ones).
        about: of a verdict ("the map is real") what it is passed on.
        twofold: it answers two claims at once.
        repeated: it is an answer given before ("repeated its denial").
        taken_back: it is the holder's own word that is taken back.
        asks_who: it leaves open who did it, so that it is about a word that tells who did.
        sentence: the one that answers, where a content has several.
        firm: its cue answers by what it means ("denied", "declined to comment"), so that something is answered.
    """

    attribution: Attribution
    value: StanceValue
    event: Event | None = None
    plain: bool = False
    signs: tuple[str, ...] = ()
    about: Span | None = None
    twofold: bool = False
    repeated: bool = False
    taken_back: bool = False
    asks_who: bool = False
    sentence: int | None = None
    firm: bool = False


def read_answers(parse: Parse, attributions: Sequence[Attribution], events: Sequence[Event]) -> Iterator[Answer]:
    """The answers among attributions, in text order."""
    denying = {a.id for a in attributions if a.act == "deny" and not _is_plain(_cue_lemmas(parse, a))}
    denied = [event for event in events if event.status == "denied"]
    inner = {a.parent for a in attributions if a.parent and a.act in ("deny", "doubt", "reject") and _opens(parse, a)}
    cues = {a.id: _cue_lemmas(parse, a) for a in attributions}
    idioms = find_idioms(parse)
    reported = {idiom.clause: idiom for idiom in idioms if idiom.reported}
    phrased = sorted(parse.starts[clause] for clause in reported)
    signals = sorted([*find_signals(parse), *phrased])
    phrases = {parse.starts[idiom.cue[0]]: idiom for idiom in idioms if not idiom.reported}
    set_phrases = {a.id: phrases[a.cue[0].start] for a in attributions if a.cue and a.cue[0].start in phrases}
    values = {a.id: set_phrases[a.id].answer if a.id in set_phrases else _value(parse, a, cues[a.id]) for a in attributions}
    answered_within = {a.parent for a in attributions if a.parent and values[a.id] and _opens(parse, a)}
    for attribution in attributions:
        cue = cues[attribution.id]
        value, plain = values[attribution.id], _is_plain(cue) and attribution.id not in set_phrases
        own = [event for event in denied if _is_denied(attribution, event)]
        is_told = plain and (value == "denies" or _holds_any(attribution, phrased))
        if is_told or (value is None and attribution.act in STATED):
            told = own or _holds_any(attribution, signals) or insists(parse, attribution)
            for found in read_statements(parse, attribution, own, reported) if told else ():
                if found.value == "declines" and attribution.id in answered_within:
                    continue  # "We do not comment on that," the army said
                event = found.event if found.value == "denies" else _first_inside(attribution, events)
                signs = (*found.signs, *_manner_signs(attribution, cue), *(("voiced",) if attribution.id in inner else ()))
                firm = not FIRM_SIGNS.isdisjoint(signs) or _is_of_claim(parse, found.about)
                yield Answer(attribution, found.value, event, True, signs, found.about, sentence=found.sentence, firm=firm)
        elif value is not None and (attribution.id not in answered_within if plain else attribution.parent not in denying):
            if attribution.id in set_phrases:
                firm = not set_phrases[attribution.id].weak
            else:
                firm = (value == "declines" or not plain) and _is_firm(parse, attribution, value, cue)
            verdict = read_verdict(parse, attribution) if value == "confirms" and not firm else None
            yield Answer(
                attribution,
                value,
                next(iter(own), None) if value == "denies" else _first_inside(attribution, events),
                plain or attribution.act in STATED,
                (
                    *_cue_signs(parse, attribution, firm=firm or verdict is not None or attribution.id in set_phrases),
                    *(verdict.signs if verdict is not None else ()),
                ),
                about=verdict.about if verdict is not None else None,
                twofold=value == "doubts" and not TWOFOLD.isdisjoint(_opening(parse, attribution, 5)),
                asks_who=value in ("doubts", "declines") and asks_who(parse, attribution),
                repeated=value in ("denies", "rejects") and is_repeated(parse, attribution),
                taken_back=value == "rejects" and takes_back(parse, attribution, cue) and _points(parse, attribution, named=True),
                firm=firm,
            )


def _value(parse: Parse, attribution: Attribution, cue: Sequence[str]) -> StanceValue | None:
    """What an attribution answers by its cue and act."""
    if {"neither", "nor"} & set(cue) and "confirm" in cue and "rule" in cue:
        return "doubts"
    if _is_silent(parse, attribution, cue):
        return "declines"
    if set(cue) & SAYING and set(cue) & NEGATIONS and attribution.act in ("reject", "doubt"):
        return "doubts" if set(cue) & {"can", "could"} else None
    if _asks_back(parse, attribution, cue):
        return "doubts"
    value = ACT_VALUES.get(attribution.act)
    if value == "doubts" and not LETTING_STAND.isdisjoint(cue):
        return read_cue(parse, attribution, cue)
    if attribution.act == "express" and BLASTING & set(cue) and _points(parse, attribution, named=True):
        value = "rejects"
    if value == "confirms" and is_nobodys(parse, attribution):
        return "doubts"
    if value in ("denies", "rejects") and WITHHOLDING & set(cue) and _withholds(parse, attribution):
        return None
    if value in ("rejects", "doubts", "denies") and (_is_left_open(parse, attribution, cue) or "admit" in cue or _stays(cue)):
        return None
    if value == "rejects" and set(cue) & REFUSING and _opening(parse, attribution, 1) == ["to"]:
        return None
    if value is None:
        return read_cue(parse, attribution, cue)
    return value if value is None or _is_plain(cue) or _may_answer(parse, attribution, value, cue) else None


def _may_answer(parse: Parse, attribution: Attribution, value: StanceValue, cue: Sequence[str]) -> bool:
    """Whether a cue can answer at all: "did not mention it" doubts nothing, "opposes the war" rejects nothing told."""
    if value in ("confirms", "denies"):
        return True
    words = firm_words()
    if not words[value].isdisjoint(cue):
        return DUTIES.isdisjoint(cue) and not (value == "doubts" and "will" in cue)
    if value == "doubts" and not words["open"].isdisjoint(cue):
        return True
    if value == "rejects" and "accept" in cue and _opening(parse, attribution, 1) == ["that"]:
        return True
    return _points(parse, attribution, named=True)


def _opens(parse: Parse, attribution: Attribution) -> bool:
    """Whether an attribution's cue heads its sentence or is what somebody is told to have said ("he said he did not know")."""
    head = next((t for span in attribution.cue for t in span_tokens(parse, span) if parse.pos[t] in ("VERB", "ADJ")), None)
    return head is not None and parse.labels[head] in ("ccomp", "ROOT", "acomp")


def _manner_signs(attribution: Attribution, cue: Sequence[str]) -> Iterator[str]:
    """What in the cue of a plain telling makes an answer likelier or less so."""
    if attribution.parent is not None:
        yield "told within"
    if not INSISTING.isdisjoint(cue):
        yield "insisting"
    if "accord" in cue or "according" in cue:
        yield "according"


def _cue_signs(parse: Parse, attribution: Attribution, *, firm: bool) -> Iterator[str]:
    """What in the cue of an answer makes it likelier or less so."""
    tokens = [t for span in attribution.cue for t in span_tokens(parse, span)]
    if attribution.parent is not None:
        yield "nested"
    if any(parse.pos[t] == "NOUN" for t in tokens):
        yield "noun"
    if any(parse.lower[t] == "to" for t in tokens[:1]):
        yield "infinitive"
    if any(parse.lemmas[t] in ("know", "learn", "understand", "expect") for t in tokens):
        yield "ignorance"
    if any(parse.tags[t] == "MD" for t in tokens):
        yield "modal"
    if not firm:
        yield "weak"
    if any(parse.lemmas[t] in ADMITTING for t in tokens):
        yield "admitting"
    if _points(parse, attribution):
        yield "pointing"


def _is_firm(parse: Parse, attribution: Attribution, value: StanceValue, cue: Sequence[str]) -> bool:
    """Whether a cue answers by what it means; to reject one must reject a word or a wish, not a candidate or a law."""
    if value == "doubts" and "believe" in cue and _opening(parse, attribution, 1)[:1] in (["he"], ["she"], ["they"], ["it"]):
        return True
    if value == "declines" and ({"would", "will"} & set(cue) or _is_asked(parse, attribution)):
        return True
    if is_finding(parse, attribution):
        return True
    if firm_words().get(value, frozenset()).isdisjoint(cue):
        return False
    if value == "confirms":
        return sum(s.end - s.start for s in attribution.content) <= BRIEF and _points(parse, attribution)
    return value != "rejects" or _points(parse, attribution)


def _is_asked(parse: Parse, attribution: Attribution) -> bool:
    """Whether somebody is silent on being asked ("did not say, when asked, whether it had")."""
    verbs = (t for span in attribution.cue for t in span_tokens(parse, span) if parse.pos[t] == "VERB")
    return any(parse.lemmas[c] == "ask" for verb in verbs for c in syntax.children_of(parse, verb, "advcl"))


def _is_of_claim(parse: Parse, about: Span | None) -> bool:
    """Whether a verdict is passed on what is called a word ("the charge is absurd")."""
    if about is None:
        return False
    tokens = span_tokens(parse, about)
    head = next((t for t in tokens if parse.heads[t] not in tokens), tokens[0])
    return parse.lemmas[head].lower() in answer_nouns()


def _points(parse: Parse, attribution: Attribution, *, named: bool = False) -> bool:
    """Whether a content names what was said or, unless it must be named, points to it ("the account", "as much")."""
    for tokens in (span_tokens(parse, span) for span in attribution.content):
        for token in tokens:
            head = parse.heads[token]
            above = parse.heads[head] if parse.labels[head] == "prep" else head
            is_top = head not in tokens or above not in tokens or head == token
            if is_top and (parse.lemmas[token].lower() in answer_nouns() or (not named and parse.lower[token] in POINTING)):
                return True
    return False


def _is_plain(cue: Sequence[str]) -> bool:
    """Whether the cue tells and no more ("said", "according to"), whatever the content says."""
    return not PLAIN.isdisjoint(cue)


def _cue_lemmas(parse: Parse, attribution: Attribution) -> list[str]:
    """The cue's lemmas, with "yet", "neither" and the like just before it."""
    tokens = [t for s in attribution.cue for t in span_tokens(parse, s)]
    if not tokens:
        return []
    before = [t for t in range(max(0, tokens[0] - 4), tokens[0]) if parse.lower[t] in BEFORE]
    return [parse.lemmas[t].lower() for t in (*before, *tokens)]


def _withholds(parse: Parse, attribution: Attribution) -> bool:
    """ "denied them passage", "was refused a visa": nothing told is denied."""
    for token in (t for span in attribution.cue for t in span_tokens(parse, span) if parse.lemmas[t] in WITHHOLDING):
        labels = [parse.labels[c] for c in parse.children[token]]
        mistaken = any(parse.labels[c] == "xcomp" and not parse.children[c] for c in parse.children[token])  # "them passage"
        given = "dative" in labels or "auxpass" in labels or mistaken
        if labels.count("dobj") > 1 or ("dobj" in labels and given):
            return True
    return False


def _stays(cue: Sequence[str]) -> bool:
    """ "has not denied", "never refused": no answer by the verb, and none by its negation."""
    return bool(set(cue) & PLAIN_NEGATIONS and set(cue) & TURNING_AWAY and "confirm" not in cue)


def _asks_back(parse: Parse, attribution: Attribution, cue: Sequence[str]) -> bool:
    """ "Why would Kyiv believe it?": a question that doubts."""
    if not set(cue) & BELIEVING or not attribution.cue:
        return False
    start, end = parse.sentences[parse.sentence_of[token_at(parse, attribution.cue[0].start)]]
    words = [w for w in parse.lower[start:end] if w.isalpha() or w == "?"]
    return len(words) > 2 and words[0] in ASKING_BACK and words[1] in ("would", "should", "could") and words[-1] == "?"


def _is_left_open(parse: Parse, attribution: Attribution, cue: Sequence[str]) -> bool:
    """ "did not rule out", "refused to rule out"."""
    opening = _opening(parse, attribution, 3)
    return "rule" in cue or opening[:2] == ["to", "rule"] or opening[:1] == ["rule"]


def _is_silent(parse: Parse, attribution: Attribution, cue: Sequence[str]) -> bool:
    """Whether somebody gives no answer: "declined to comment", "did not respond", "would neither confirm nor deny"."""
    if {"confirm", "deny"} <= set(cue) and set(cue) & {"neither", "nor", "not"}:
        return True
    if set(cue) & REFUSING and any(lemma in SILENT_VERBS for lemma in (*cue, *_opening(parse, attribution, 3))):
        return True
    if not (set(cue) & NEGATIONS and set(cue) & SILENT_CUES):
        return False
    if attribution.act not in ("reject", "doubt") and not set(cue) & {"comment", "respond", "reply"}:
        return False
    return not set(cue) & SAYING or _keeps_back(parse, attribution, cue)


def _keeps_back(parse: Parse, attribution: Attribution, cue: Sequence[str]) -> bool:
    """ "would not say whether", "did not say who", but not "has never said that" or "the draft does not say who"."""
    words = {parse.lower[t] for s in attribution.cue for t in span_tokens(parse, s)}
    if words & {"do", "does", "has", "have", "can", "could"} or "never" in cue:
        return False
    return "that" not in _opening(parse, attribution, 1)


def _opening(parse: Parse, attribution: Attribution, size: int) -> list[str]:
    if not attribution.content:
        return []
    start = token_at(parse, attribution.content[0].start)
    return list(parse.lemmas[start : start + size])


def _is_denied(attribution: Attribution, event: Event) -> bool:
    """Whether an event stands in a content and did not happen on the word of the attribution's holder."""
    innermost = event.factuality[-1] if event.factuality else None
    return innermost == (attribution.chain[-1], "CT-") and _holds(attribution, event)


def _first_inside(attribution: Attribution, events: Sequence[Event]) -> Event | None:
    return next((event for event in events if _holds(attribution, event)), None)


def _holds_any(attribution: Attribution, places: Sequence[int]) -> bool:
    return any(bisect_left(places, start) < bisect_left(places, end) for start, end in attribution.content)


def _holds(attribution: Attribution, event: Event) -> bool:
    return any(start <= event.head.start < end for start, end in attribution.content)
