"""The tables the events stage reads."""

from __future__ import annotations

from onrecord.actors.kb import KnowledgeBase
from onrecord.events.tables import country_names


def test_states_have_the_names_the_knowledge_base_gives_them() -> None:
    assert country_names() == KnowledgeBase.load().country_names
    assert country_names()["URY"] == "Uruguay"
