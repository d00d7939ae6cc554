"""A reading as an outline: what hangs where."""

from __future__ import annotations

from dataclasses import replace

from onrecord.records import UNNAMED, Attribution, Reading, Span
from onrecord.report import make_outline
from onrecord.report.outline import Outline
from readings import talks


def outline(reading: Reading | None = None) -> Outline:
    return make_outline(reading or talks())


def changed(position: int, **values: object) -> Reading:
    """The reading with one attribution changed."""
    reading = talks()
    attributions = list(reading.attributions or ())
    attributions[position] = replace(attributions[position], **values)  # type: ignore[arg-type]
    return replace(reading, attributions=tuple(attributions))


def test_event_hangs_on_the_attribution_it_stands_in() -> None:
    said, denied = outline().entries
    assert [event.type for event in said.events] == ["REJECT"]
    assert denied.events == ()
    assert outline().loose == ()


def test_event_without_an_attribution_is_the_authors_own() -> None:
    reading = talks()
    events = tuple(replace(event, attribution=None) for event in reading.events or ())
    assert [event.type for event in outline(replace(reading, events=events)).loose] == ["REJECT"]


def test_event_of_an_attribution_that_was_left_out_is_not_lost() -> None:
    reading = talks()
    found = outline(replace(reading, attributions=(reading.attributions or ())[1:]))
    assert [event.type for event in found.loose] == ["REJECT"]


def test_stance_hangs_on_the_attribution_that_takes_it() -> None:
    said, denied = outline().entries
    assert said.stances == ()
    assert [stance.value for stance in denied.stances] == ["denies"]


def test_attribution_whose_parent_is_not_there_stands_at_the_top() -> None:
    assert len(outline(changed(1, parent="gone")).entries) == 2


def test_entry_tells_its_sentence_and_section() -> None:
    said, denied = outline().entries
    assert (said.sentence, said.section) == (2, "body")
    assert (denied.sentence, denied.section) == (3, "body")


def test_holder_that_the_text_does_not_name_is_shown_as_unnamed() -> None:
    nobody = changed(0, holder=None, holder_name=None, source=(), chain=("AUTHOR", UNNAMED))
    assert outline(nobody).entries[0].holder == "(unnamed)"


def test_texts_of_an_entry_are_one_line_each() -> None:
    text = "Envoys said that\n  the talks had failed."
    spans = ((Span(0, 6),), (Span(7, 11),), (Span(12, len(text) - 1),))
    reading = replace(talks(), attributions=(Attribution("1", *spans, "indirect", "assert"),), events=(), stances=())
    reading = replace(reading, article=replace(reading.article, text=text, sections=None))
    assert outline(reading).entries[0].content_text == "that the talks had failed"
