"""Headlines' verbs over the claims that they answer, by the shipped parser."""

from __future__ import annotations

import pytest

from support import parsed

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "subject", "claim"),
    [
        ("Minister rejects claim that Norwegian rifles reached rebels", "rejects", "Minister", "claim"),
        ("Kremlin dismisses report that troops crossed border", "dismisses", "Kremlin", "report"),
        ("Army denies claims it shelled camp", "denies", "Army", "claims"),
    ],
)
def test_claim_is_the_object_of_the_verb_before_it(text: str, verb: str, subject: str, claim: str) -> None:
    parse = parsed(text)
    at, noun = parse.words.index(verb), parse.words.index(claim)
    assert (parse.heads[at], parse.pos[at], parse.heads[noun], parse.pos[noun]) == (at, "VERB", at, "NOUN")
    assert parse.words[parse.subjects[at]] == subject


def test_noun_before_a_verb_stays_one() -> None:
    parse = parsed("Reports claim victory")
    assert parse.words[parse.heads[parse.words.index("Reports")]] == "claim"
