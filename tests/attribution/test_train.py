"""Training: gold on tokens, targets, and one small run from end to end."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.attribution import load_attributor
from onrecord.attribution.fitting import export_forest
from onrecord.attribution.gold import cue_head, map_gold
from onrecord.attribution.lessons import Lesson
from onrecord.attribution.stacking import merge_groups
from onrecord.attribution.targets import REPEATED, choose_targets, count_alone, soften
from onrecord.attribution.train import train
from support import marked, parsed

SENTENCES = [
    "[{who}]{{source}} [said]{{cue}} [that the {what} had been closed]{{content}}. It rained all day.",
    "[The {what} was closed]{{content}}, [{who}]{{source}} [said]{{cue}}. A dog barked at the gate.",
    "“[The {what} is safe]{{content}},” [{who}]{{source}} [told]{{cue}} reporters. They walked home.",
    "[{who}]{{source}} [denied]{{cue}} [that the {what} was hit]{{content}}. The night was quiet.",
]
WHO = ["The minister", "A nurse", "The mayor", "The governor", "Ms Bondar", "An officer"]
WHAT = ["bridge", "school", "port", "road"]


def rows() -> list[dict[str, object]]:
    made = []
    for number in range(36):
        sources = [SENTENCES[(number + k) % 4].format(who=WHO[(number + k) % 6], what=WHAT[(number * k) % 4]) for k in range(4)]
        text, attributions = "", []
        for source in sources:
            sentence, spans = marked(source)
            shift = len(text)
            attributions.append({role: [[s + shift, e + shift] for s, e in spans[role]] for role in ("source", "cue", "content")})
            text += sentence + "\n\n"
        made.append({"id": f"a{number}", "text": text, "attributions": attributions})
    return made


def test_cue_head_is_the_full_word() -> None:
    parse = parsed("The envoy is confident that talks will go on.")
    assert parse.words[cue_head(parse, [2, 3])] == "confident"
    assert cue_head(parse, []) == -1


def test_gold_of_one_cue_is_one_attribution() -> None:
    text, spans = marked("“[We stay]{content},” [she]{source} [said]{cue}. “[We wait]{content}.”")
    parse = parsed(text)
    pieces = [
        {"source": [list(spans["source"][0])], "cue": [list(spans["cue"][0])], "content": [list(s)]} for s in spans["content"]
    ]
    (gold,) = map_gold(parse, np.array([any(map(str.isalnum, word)) for word in parse.words] + [False]), pieces)
    assert gold.n_words == 4
    assert parse.words[gold.head] == "said"


def test_best_half_right_candidate_counts_when_none_is_better() -> None:
    overlaps, groups = np.array([0.6, 0.55, 0.1, 0.9, 0.85, 0.5]), np.array([0, 0, 0, 1, 1, 1])
    assert choose_targets(overlaps, groups).tolist() == [1, 0, 0, 1, 1, 0]
    assert soften(np.array([0.1, 0.4, 0.6, 0.8])).tolist() == [0, 0.2, 0.7, 1]


def test_groups_go_on_through_articles() -> None:
    assert merge_groups([np.array([0, 0, 1]), np.array([0, 1])]).tolist() == [0, 0, 1, 2, 3]


def test_words_in_a_content_tell_nothing_unless_all_depths_are_annotated() -> None:
    text, spans = marked("[She]{source} [said]{cue} [they fear rain]{content}.")
    parse = parsed(text)
    is_word = np.array([any(map(str.isalnum, word)) for word in parse.words] + [False])
    gold = map_gold(parse, is_word, [{role: [list(spans[role][0])] for role in spans}])
    tokens = np.array([1, 3])
    assert count_alone(Lesson("a", parse, [], 0, False, gold), tokens).tolist() == [1, 0]
    assert count_alone(Lesson("a", parse, [], 0, True, gold), tokens).tolist() == [REPEATED, REPEATED]


def test_shallow_tree_is_filled_up() -> None:
    split = {"float_feature_index": 0, "border": 0.5}
    trees = [{"splits": [split], "leaf_values": [1.0, 2.0]}, {"splits": [split, split], "leaf_values": [1.0, 2.0, 3.0, 4.0]}]
    info = {"float_features": [{"feature_index": 0, "flat_feature_index": 1}]}
    forest = export_forest({"features_info": info, "oblivious_trees": trees, "scale_and_bias": [1, [0.25]]}, ("a", "b"))
    assert forest.score({"a": np.array([9, 9]), "b": np.array([0, 1])}).tolist() == [2.25, 6.25]


@pytest.mark.model
def test_trained_weights_find_what_they_were_taught(tmp_path: Path) -> None:
    pytest.importorskip("catboost")
    pytest.importorskip("sklearn")
    data = tmp_path / "rows.jsonl"
    data.write_text("".join(json.dumps(row) + "\n" for row in rows()), encoding="utf-8")
    train([data], tmp_path / "weights")
    text, spans = marked("[The coach]{source} [said]{cue} [that the field had been closed]{content}.")
    (found,) = load_attributor(weights=tmp_path / "weights").find(parsed(text), "a")
    assert (found.source, found.content) == (tuple(spans["source"]), tuple(spans["content"]))
