"""Titles of offices -> classes of offices, and the PLOVER sectors of those who hold them."""

from __future__ import annotations

import re

_CLASSES = tuple(
    (re.compile(pattern, re.I), office)
    for pattern, office in (
        (r"deputy prime minister|vice[- ]premier", "deputy_prime_minister"),
        (r"^(acting |interim )?prime minister|^premier$|^(federal )?chancellor( of (germany|austria))?$", "head_of_government"),
        (r"vice[- ]president", "vice_president"),
        (r"\b(deputy|vice|assistant|under|parliamentary|shadow)[- ].*(minister|secretary(?![- ]general))", "minister"),
        (r"permanent representative .*to the united nations", "ambassador@UNO"),
        (r"ambassador|high commissioner|permanent representative|envoy", "ambassador"),
        (r"minister (of|for) (foreign|external)|foreign (minister|secretary)|^secretary of state$", "foreign_minister"),
        (r"minister (of|for) (national )?defen[cs]e|defen[cs]e (minister|secretary)|secretary of defen[cs]e", "defence_minister"),
        (r"(minister|secretary).*\b(interior|internal affairs|home affairs|homeland|public security)", "interior_minister"),
        (r"minister.*justice|attorney[- ]general", "justice_minister"),
        (r"minister.*financ|treasury secretary", "finance_minister"),
        (r"spokes|press secretary", "spokesperson"),
        (r"chief of (the )?(general staff|defen[cs]e|army)|commander[- ]in[- ]chief", "army_chief"),
        (r"chief of staff", "chief_of_staff"),
        (r"^(chair|speaker|president) of the (senate|national|chamber|house|parliament)|speaker", "speaker"),
        (r"governor of the .*bank", "bank_governor"),
        (r"governor|head of the republic", "governor"),
        (r"^mayor", "mayor"),
        (r"chief justice|justice of|judge", "judge"),
        (r"director.*(intelligence|security|secret)", "spy_chief"),
        (r"minister|secretary of state", "minister"),
        (r"secretary[- ]general", "secretary_general"),
    )
)
_SECTORS = {
    "defence_minister": ("GOV", "MIL"), "army_chief": ("MIL",), "speaker": ("LEG",), "judge": ("JUD",), "spy_chief": ("SPY",),
    "justice_minister": ("GOV", "JUD"),
}  # fmt: skip


def office_of(title: str) -> str:
    """The class of an office by its English title; `other` where none fits.

    >>> office_of("Minister of Foreign Affairs of Exampland"), office_of("Mayor of Exampleton"), office_of("First Lady")
    ('foreign_minister', 'mayor', 'other')
    """
    return next((office for pattern, office in _CLASSES if pattern.search(title)), "other")


def sector_of(office: str) -> tuple[str, ...]:
    """PLOVER sectors of a class of offices, the main one first."""
    return _SECTORS.get(office, ("GOV",))
