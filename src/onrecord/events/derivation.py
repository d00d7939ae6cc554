"""Entries that follow from others by rule: the -ise spelling of a verb in -ize, and the act noun in -ing of a deed's verb.

"Bulldoze" with its objects gives "the bulldozing of homes": same code, the doer in a possessive or after "by", the undergoer
after "of". Only deeds are derived, never the noun of the doer ("bomber"), and no -ing that is a word of its own ("building").
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.events.tables import words

DEEDS = frozenset(("ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "RETREAT", "CONCEDE", "AID"))
"""Types whose verbs give act nouns; acts of words have nouns of their own ("criticism", "threat")."""

OWN_WORDS = words(
    "building meeting feeling training ruling funding financing hearing holding standing hanging beating fighting "
    "setting landing clearing warning opening closing lifting banking shipping engineering parking hitting striking "
    "mining hunting planting seeing having letting getting making putting keeping giving taking bringing sending helping "
    "leaving moving calling throwing dropping turning returning serving handing paying buying selling offering posting "
    "going doing resting laying using rising housing backing fishing pointing accounting carrying running "
    "drawing cutting ending allowing permitting preparing stepping walking sitting falling flying hosting loading "
    "raising driving picking breaking pulling pushing placing"
)
"""Words in -ing that name things, or come from verbs that say too little."""

DOUBLED = words(
    "stab club whip gag jam nab ban bar hit rip flog gun stun swap pin grab rob ram mob rig beg cut shut set put let "
    "quit admit commit repel expel rebel compel annul bug tap kidnap deter refer defer abet dig pip run sit slap plot strip "
    "wiretap airdrop blog dub step stop drop hem zap bet tag acquit equip forbid overrun permit regret slam gas"
)
"""Verbs that double their last letter before -ing."""


def gerund(verb: str) -> str:
    """The -ing form of a verb.

    >>> gerund("seize"), gerund("stab"), gerund("untie"), gerund("free")
    ('seizing', 'stabbing', 'untying', 'freeing')
    """
    if verb in DOUBLED:
        return verb + verb[-1] + "ing"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"


def spellings(lemma: str) -> Iterator[str]:
    """The lemma, and its British spelling where it is written with -ize or -yze.

    >>> list(spellings("demobilize"))
    ['demobilize', 'demobilise']
    """
    yield lemma
    if lemma.endswith(("ize", "yze")) and lemma not in ("seize", "size", "prize"):
        yield lemma[:-2] + "se"
