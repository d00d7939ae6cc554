"""What the checks of a word's sense look at: the parse, the parties, the other drafts, and what the article is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.events.drafts import Draft
from onrecord.events.heads import BLOWS
from onrecord.events.parties import Parties
from onrecord.events.tables import members, words
from onrecord.language import syntax
from onrecord.records import Parse

CAMPAIGN_TOKENS = 120
"""Chosen by reading: news of campaigns has such a word in 15 to 100 tokens, other politics in over 200."""

STUMP_TOKENS = 250
"""News that names an election in passing has such a word in 120 to 250 tokens."""

CONFLICT_TOKENS = 60
"""Chosen by reading news of both kinds: reports of war have one such word in 10 to 40 tokens, other politics in over 100."""

TELLING_TOKENS = 80
"""Three sentences or four: shorter texts do not show what they are about."""

PRAISING = words("hail praise applaud welcome commend laud defend thank champion recognize recognise salute honor honour cheer")
"""Verbs of public praise and thanks."""

SIDING = words("support back oppose reject")
"""Verbs that tell which side voters, pollsters and parties take."""

BACKED = frozenset(("deal", "proposal", "organ", "statehood", "ceasefire", "talk", "relation"))
"""Classes of what is praised or welcomed as politics; other things are liked."""

DEATHS = words("kill wound injure maim die dead death wounded injured fatality")
AILING = words("heart panic asthma shark")
"""Words before "attack" for one that nobody answers for."""


class Topics(NamedTuple):
    """What an article is about: fighting; parties and elections; these at least in passing."""

    fighting: bool
    campaign: bool
    near_campaign: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """What all checks look at. `campaign`: the article is about parties and elections, `near_campaign`: it names them at
    least; `fighting`: it is about fighting."""

    parse: Parse
    parties: Parties
    drafts: dict[int, Draft]
    campaign: bool
    near_campaign: bool
    fighting: bool

    @property
    def calm(self) -> bool:
        """Whether the text is long enough to show that it is not about fighting."""
        return not self.fighting and len(self.parse) >= TELLING_TOKENS

    def lemma(self, draft: Draft) -> str:
        """The lemma of a draft's word."""
        return self.parse.lemmas[draft.token]


def view(parse: Parse, parties: Parties, drafts: dict[int, Draft], topics: Topics) -> Scene:
    """The scene of an article."""
    return Scene(parse, parties, drafts, topics.campaign, topics.near_campaign, topics.fighting)


def find_topics(parse: Parse) -> Topics:
    """What an article is about, by how many of its words are of a class."""
    force, elections = (sum(map(members(name).__contains__, parse.lemmas)) for name in ("violence", "campaign"))
    size = len(parse)
    near = elections >= 2 and elections * STUMP_TOKENS > size
    campaign = near and elections >= 3 and elections * CAMPAIGN_TOKENS > size
    return Topics(force >= 3 and force * CONFLICT_TOKENS > size, campaign, near)


def is_violent(parse: Parse, token: int) -> bool:
    """Whether another word of force stands in the token's sentence, or an attack with deaths ("an attack killed nine people")."""
    start, end = parse.sentences[parse.sentence_of[token]]
    violent = members("violence")
    if any(parse.lemmas[other] in violent for other in range(start, end) if other != token):
        return True
    return _has_deadly_attack(parse, start, end)


def _has_deadly_attack(parse: Parse, start: int, end: int) -> bool:
    """Whether a sentence tells of dead or wounded, and not that there are none, and of an attack by its noun."""
    if not any(parse.lemmas[t] in DEATHS and not _is_denied(parse, t) for t in range(start, end)):
        return False
    attacks = (t for t in range(start, end) if parse.lemmas[t] in BLOWS and parse.pos[t] == "NOUN")
    return any(t == start or parse.lower[t - 1] not in AILING for t in attacks)


def _is_denied(parse: Parse, token: int) -> bool:
    """Whether a word is negated, itself or by its subject ("nobody was killed", "no aide was killed")."""
    subject = syntax.own_subject(parse, token)
    near = (token,) if subject is None else (token, subject)
    return any(syntax.is_negated(parse, t) or parse.lower[t] in syntax.NEGATIONS for t in near)


Check = Callable[[Scene, Draft], bool]
"""Whether something speaks against an event."""
