"""Words that head a phrase, and what they say of the party it stands for."""

from __future__ import annotations

from onrecord.events.tables import words
from onrecord.records import Parse

TRANSPARENT = words(
    "dozen hundred thousand million score number group member part series lot majority handful couple pair some many one two "
    "three several all both most total rest half bulk element leadership territory side body kind array string wave band ten"
    " swath swathe stretch capital city town village region area outskirts edge suburb north south east west coast"
    " government minister deployment patch batch ton tonne percent state return entry access delivery kilo barrel"
)
"""Words that stand for what follows "of" ("dozens of", "the capital of")."""

NUMBERS = TRANSPARENT - {"government", "minister"}
"""Those of them that are nobody by themselves."""

CONDUCT = words("leadership handling record stewardship policy")
"""What somebody does or is, for whom it stands where it is blamed or praised ("the president's leadership")."""

CARRYING = words("delivery supply shipment export import flow transit sale cargo contract payment programme program")
"""Nouns that take all classes of the word before them ("arms shipment")."""

UNDERGONE = words(
    "arrest detention imprisonment incarceration internment jailing release murder killing assassination slaying execution "
    "kidnapping abduction torture beating extradition deportation repatriation expulsion eviction conviction sentencing rescue "
    "evacuation"
)
"""Deeds that a person before them undergoes ("the editor's arrest"); a state or a force before them does them."""

BLOWS = words(
    "attack raid assault strike airstrike ambush bombing bombardment shelling blast explosion shooting stabbing clash offensive"
)
"""Deeds of force that are not of the place where they happen, nor of whom they hit ("an attack in Mali killed nine")."""

PACTS = words("deal agreement accord pact treaty")
"""What states make together."""

LANDS = words("nation country homeland land soil state")
"""Words that with an owner stand for his state ("our nation")."""

VICTIMS = words("wounded injured dead detained displaced kidnapped abducted arrested disappeared")
"""Participles that stand for people after "the" ("two of the wounded")."""

CROWDS = words("thousands hundreds dozens scores millions")
"""Numbers that stand for people where nothing is told of what they count ("thousands marched")."""

RELATIVES = words("neighbour neighbor ally rival foe enemy adversary opponent partner patron backer protector")
"""What a party is to another; its own name may follow."""

CLASS_OF_SECTOR = {
    "MIL": "force", "COP": "police", "REB": "militia", "UAF": "militia", "PRM": "militia", "CVL": "civilian", "JRN": "civilian",
    "EDU": "civilian", "LAB": "civilian", "AGR": "civilian", "REL": "civilian", "REF": "civilian", "MED": "civilian",
    "BUS": "civilian", "GOV": "official", "LEG": "official", "JUD": "official", "ELI": "official", "SPY": "police",
}  # fmt: skip
"""The word class that people of a sector are of, so that frames may ask for it."""

NO_PARTY = frozenset(("heavy", "weapon", "aircraft", "drone", "explosive", "gun", "goods", "aid", "arms", "money"))
"""Classes of things, which a word before a noun may lend it ("drone strike")."""

TIMES = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december today yesterday tomorrow day week month year night morning evening afternoon hour minute dawn "
    "dusk noon midnight weekend decade century time moment spring summer autumn winter anniversary"
)
"""Words of time: never a party, whatever the parser hangs them on."""


def is_split(parse: Parse, token: int) -> bool:
    """Whether a word is the first half of a hyphened one that was parted ("co-defendants")."""
    return parse.lower[token] == "-" or parse.lower[token + 1 : token + 2] == ["-"]
