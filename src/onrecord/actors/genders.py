"""Whether somebody is a man or a woman: by the surname's ending, the given name, or the pronoun that follows."""

from __future__ import annotations

from onrecord.actors.names import fold, split_name
from onrecord.actors.phrases import Phrase
from onrecord.actors.scene import Scene
from onrecord.actors.terms import Found

PRONOUN_GENDERS = {"he": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}


def surname_gender(surname: str) -> str | None:
    """The gender that the ending of a Slavic surname tells."""
    key = fold(surname)
    if len(key) > 4 and key.endswith(("ova", "eva", "skaya", "skaia", "skaja")):
        return "f"
    return "m" if len(key) > 4 and key.endswith(("ov", "ev", "skiy", "sky", "skyi")) else None


def gender_told_after(scene: Scene, phrase: Phrase, surname: str) -> str | None:
    """For a surname that a man and a woman bear: the gender of the first pronoun after it, before anybody else is named."""
    if not {"m", "f"} <= {figure.gender for figure in scene.cast.bearers(surname)}:
        return None
    parse = scene.parse
    for token in range(phrase.end, parse.sentences[parse.sentence_of[phrase.head]][1]):
        if parse.tags[token] in ("NNP", "NNPS"):
            return None
        if parse.lower[token] in PRONOUN_GENDERS:
            return PRONOUN_GENDERS[parse.lower[token]]
    return None


def gender_of(scene: Scene, found: Found) -> str | None:
    """The gender that the given name of a person of the base tells."""
    given = split_name(found.person.name)[0]
    return scene.kb.names.gender(given[0]) if given else None
