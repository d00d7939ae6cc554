"""Who is meant by a pronoun, in a quotation and out of one."""

from __future__ import annotations

import pytest

from actor_stage import holder, resolve, stage, summary
from onrecord.actors import Resolved
from onrecord.records import Actor, Article, Mention
from support import marked, parsed

pytestmark = pytest.mark.model


def test_pronoun_ends_at_the_speaker_before_it() -> None:
    found = resolve(
        "[Governor Anna Petrova]{source1} [said]{cue1} [the bridge was lost]{content1}. "
        "[She]{source2} [added]{cue2} [that nobody was hurt]{content2}.",
        ("1", "indirect", None), ("2", "indirect", None),
    )  # fmt: skip
    assert summary(holder(found, 1))[0] == "Anna Petrova"


def test_pronoun_of_the_other_gender_does_not_end_at_the_speaker() -> None:
    found = resolve(
        "[Colonel Ivan Petrov]{source1} [said]{cue1} [the bridge was lost]{content1}. "
        "[She]{source2} [disagreed]{cue2} [with it]{content2}.",
        ("1", "indirect", None), ("2", "indirect", None),
    )  # fmt: skip
    assert found.attributions[1].holder is None
    assert Mention(found.attributions[1].source[0], None, "pronoun") in found.mentions


def pronoun(found: Resolved) -> Actor | None:
    """Whom the first pronoun of a text means."""
    first = next(mention for mention in found.mentions if mention.kind == "pronoun")
    return next((actor for actor in found.actors if actor.id == first.actor), None)


@pytest.mark.parametrize("clause", ["a request that it has turned down", "a demand that it has rejected"])
def test_who_answers_a_request_is_not_who_made_it(clause: str) -> None:
    found = resolve(f"[Kyiv]{{source}} [urged]{{cue}} [Bucharest to fire from the left bank]{{content}}, {clause}.")
    assert summary(pronoun(found))[1] == "ROU"


def test_first_person_inside_a_quotation_is_its_speaker() -> None:
    text = '["I saw the smoke,"]{content} [Mayor Lina Haddad]{source} [said]{cue}.'
    found = resolve(text, ("", "direct", None))
    actor = pronoun(found)
    assert actor is not None
    assert actor == holder(found)


def test_we_of_a_spokesman_is_the_body_he_speaks_for() -> None:
    found = resolve(
        "Omar Saleh, a spokesman for the Yemeni army, gave a briefing. "
        '["We hold the road,"]{content} [Saleh]{source} [said]{cue}.',
        ("", "direct", None),
    )
    actor = pronoun(found)
    assert actor is not None
    assert (actor.type != "person", actor.country, actor.sector) == (True, "YEM", ("MIL",))


def test_third_person_inside_a_quotation_is_not_its_speaker() -> None:
    found = resolve(
        'Colonel Ivan Petrov met General Pavel Orlov. ["He lost the bridge,"]{content} [Petrov]{source} [said]{cue}.',
        ("", "direct", None),
    )
    assert summary(pronoun(found))[0] == "Pavel Orlov"


def test_he_is_no_deed_and_no_matter() -> None:
    found = resolve(
        "Russian President Vladimir Putin met miners. "
        "[The incident]{source1} [suggests]{cue1} [a plan]{content1}. [He]{source2} [said]{cue2} [so]{content2}.",
        ("1", "indirect", None), ("2", "indirect", None),
    )  # fmt: skip
    assert summary(holder(found, 1))[0] == "Vladimir Putin"


def test_possessor_of_a_subject_is_meant_by_the_next_one() -> None:
    found = resolve(
        "Ukrainian President Leonid Kuchma’s survival was tied to Russian President Vladimir Putin’s gas. "
        "[His]{source} actions [suggest]{cue} [a plan]{content}."
    )
    assert summary(holder(found))[0] == "Leonid Kuchma"


def test_i_of_a_quotation_nobody_is_told_to_speak_is_who_spoke_before() -> None:
    found = resolve(
        '"[It was dark]{content}," [Anna Petrova]{source} [said]{cue}.\n\n"I saw two boats. They had no lights."',
        ("", "direct", None),
    )  # fmt: skip
    speaker = found.attributions[0].holder
    assert [m.actor for m in found.mentions if m.kind == "pronoun" and m.span.end - m.span.start == 1] == [speaker]


def test_who_is_quoted_within_a_quotation_does_not_speak_it() -> None:
    found = resolve(
        'President Elias Varga called on Monday. "[He]{source} [told]{cue} me [that he was sorry]{content}," Anna Petrova said.',
        ("", "direct", None),
    )  # fmt: skip
    he = [m.actor for m in found.mentions if m.kind == "pronoun"]
    assert len(he) == 2 and len(set(he)) == 1


def test_a_quotation_without_a_speaker_is_the_subjects_of_the_sentence_before() -> None:
    found = resolve(
        "[Tomas Brok]{source} [said]{cue} [the bridge fell at noon]{content}.\n\n"
        "Anna Petrova, reached by telephone, remembers it otherwise. “I saw it stand at dusk. I crossed it.”"
    )
    first = {m.actor for m in found.mentions if m.kind == "pronoun" and m.span.end - m.span.start == 1}
    assert [actor.name for actor in found.actors if actor.id in first] == ["Anna Petrova"]


def test_they_of_a_quotation_may_be_a_state() -> None:
    found = resolve('The North Korean army left. Seoul warned North Korea. "[If they come nearer, we will fire]{content}," '
                    "[Colonel Park Min-ho]{source} [said]{cue}.", ("", "direct", None))  # fmt: skip
    text = 'The North Korean army left. Seoul warned North Korea. "If they'
    they = next(m for m in found.mentions if m.span.end == len(text))
    assert next(actor.country for actor in found.actors if actor.id == they.actor) == "PRK"


@pytest.mark.parametrize(("verb", "country"), [("shot at", "YEM"), ("ran from", "OMN")])
def test_they_who_shoot_are_not_of_the_side_of_who_is_quoted(verb: str, country: str) -> None:
    found = resolve(
        "Yemeni gunners crossed the wadi as Omani shepherds slept. "
        f'"[They {verb} all that moved]{{content}}," [Captain Salim Harthi of the Omani coast guard]{{source}} [said]{{cue}}.',
        ("", "direct", None),
    )
    actor = pronoun(found)
    assert actor is not None
    assert actor.country == country


@pytest.mark.parametrize(
    "tail",
    ["It made [them]{source} wait.", "Its refusal to meet [them]{source} was long.", "It began to shell [them]{source}."],
)
def test_whom_a_verb_does_something_to_is_not_its_subject(tail: str) -> None:
    text, spans = marked("The Mali Front seized nine teachers in Kidal. " + tail)
    found = stage().resolve(parsed(text), Article("test", text, published="2023-05-04"), ())
    pronoun = next(mention for mention in found.mentions if mention.span == spans["source"][0])
    names = {actor.id: actor.name for actor in found.actors}
    assert "teachers" in names[pronoun.actor or ""]
