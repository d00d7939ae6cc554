"""Peoples ("Ukrainians", "the Chechens") -> figures."""

from __future__ import annotations

from onrecord.actors.cast import Figure
from onrecord.actors.kbdata import Entity
from onrecord.actors.names import fold
from onrecord.actors.phrases import Phrase
from onrecord.actors.scene import Scene


def settle_people(scene: Scene, phrase: Phrase, entity: Entity) -> Figure:
    """The people of a country ("Ukrainians"), no body of its state; peoples within it ("Chechens") are others than all of it."""
    text = scene.text(phrase).lower()
    plurals = [form for form in entity.forms if form.endswith("s")] or [entity.forms[0]]
    name = next((form for form in plurals if text.endswith(form.lower())), None)
    whole = scene.kb.adjectives.get(entity.country, "")
    key: tuple[str, ...] = ("body", entity.country, "people")
    of_all = [form for form in plurals if form.startswith(whole)] or plurals
    if name is not None and name not in of_all:
        key = (*key, fold(name))
    name = name or of_all[0]
    return scene.cast.add(
        Figure(
            key, name, "group", entity.country, ("CVL",), basis="kb", confidence=0.8, body="people", plural=True, has_country=True
        )
    )
