from __future__ import annotations

import io

from rich.console import Console

from onrecord.records import Actor, Article, Attribution, Event, Happened, Reading, Span
from onrecord.report import make_outline, print_outline

TEXT = "Officials in Baku said the convoy was shelled on Monday."


def printed(**options: bool) -> str:
    said = Attribution(
        "1", (Span(0, 17),), (Span(18, 22),), (Span(23, 55),), "indirect", "assert", holder_name="officials of Azerbaijan",
        chain=("AUTHOR", "officials of Azerbaijan"), why="cue verb say", confidence=0.91,
    )  # fmt: skip
    shelled = Event(
        "e", Span(38, 45), "ASSAULT", "heavy-weapons", recipients=("c",), attribution="1", status="attributed",
        happened=Happened("2025-02-03", "2025-02-03", "timex"),
    )  # fmt: skip
    actor = Actor("c", "the convoy", "group")
    reading = Reading(
        Article("x", TEXT, title="Convoy hit"), sentences=(Span(0, 56),), actors=(actor,), attributions=(said,), events=(shelled,)
    )
    out = io.StringIO()
    print_outline(make_outline(reading), Console(file=out, width=90), **options)
    return out.getvalue()


def test_outline_shows_source_holder_cue_act_place_and_content() -> None:
    text = printed()
    for shown in (
        "Officials in Baku = officials of Azerbaijan",
        "said",
        "assert, indirect",
        "sentence 1",
        "the convoy was shelled",
    ):
        assert shown in text


def test_outline_shows_the_event_with_its_status_and_day() -> None:
    assert "ASSAULT/heavy-weapons “shelled”  ? → the convoy  attributed  2025-02-03" in printed()


def test_why_is_shown_only_when_asked_for() -> None:
    assert "why: cue verb say (confidence 0.91)" in printed(explain=True)
    assert "why:" not in printed()


def test_output_without_a_terminal_holds_no_colours() -> None:
    assert "\x1b" not in printed()
