"""Attributions of short news sentences, by the shipped parser."""

from __future__ import annotations

import pytest

from onrecord.attribution import Attributor, load_attributor
from onrecord.errors import SettingsError
from support import marked, parsed


@pytest.fixture(scope="module")
def attributor() -> Attributor:
    return load_attributor()


CASES = [
    "[The minister]{source} [said]{cue} [that the bridge at Narva had been closed]{content}.",
    "[The bridge had been closed]{content}, [the minister]{source} [said]{cue}.",
    "[Rebels shelled the camp]{content}, [according to]{cue} [the army]{source}.",
]


@pytest.mark.parametrize("sentence", CASES)
def test_source_cue_and_content_are_found(attributor: Attributor, sentence: str) -> None:
    text, spans = marked(sentence)
    (found,) = attributor.find(parsed(text), "a")
    assert found.source == tuple(spans["source"])
    assert found.cue == tuple(spans["cue"])
    assert found.content == tuple(spans["content"])


def test_nested_attribution_has_parent_and_chain(attributor: Attributor) -> None:
    outer, inner = attributor.find(parsed("The minister said that the rebels had claimed that the bridge was theirs."), "a")
    assert inner.parent == outer.id
    assert inner.chain == ("AUTHOR", "The minister", "the rebels")


def test_unknown_attributor_names_those_there_are() -> None:
    with pytest.raises(SettingsError, match="rules"):
        load_attributor("oracle")
