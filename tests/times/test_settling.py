"""Events without a time of their own, dated by the story, in short invented reports."""

from __future__ import annotations

from onrecord.records import Article, Attribution, Event, Status, Tense
from onrecord.times import date_events, load_tagger
from support import marked, parsed


def dates_of(
    source: str,
    types: str,
    *,
    said: tuple[int, ...] = (),
    same: dict[int, int] | None = None,
    statuses: dict[int, Status] | None = None,
    tense: Tense | None = None,
) -> list[str]:
    """First days of the events `{e}`, "-" for open ones. Those in `said` stand in what the cues `{c}` bring in, in order."""
    text, spans = marked(source)
    cues = spans.get("c", [])
    attributions = [Attribution(f"a{n}", (), (cue,), (), "indirect", "assert") for n, cue in enumerate(cues)]
    holders = {event: f"a{min(n, len(cues) - 1)}" for n, event in enumerate(said)}
    earlier, statuses = {later: f"e{first}" for later, first in (same or {}).items()}, statuses or {}
    events = [
        Event(f"e{n}", span, type_, attribution=holders.get(n), same_as=earlier.get(n), tense=tense, status=statuses.get(n))
        for n, (span, type_) in enumerate(zip(spans["e"], types.split(), strict=True))
    ]
    parse, article = parsed(text), Article("a", text, published="2024-06-11")
    dated = date_events(parse, article, load_tagger().find(parse, article), events, attributions)
    return [(event.happened.begin or "-") if event.happened else "-" for event in dated]


def test_date_of_what_is_only_asked_does_not_date_the_story() -> None:
    source = (
        "An envoy [accused]{c} troops of having [bombed]{e} a farm. Asked whether rebels [attacked]{e} a convoy on Friday, he "
        "was silent. Planes [bombed]{e} the farm on Sunday."
    )
    days = dates_of(source, "ASSAULT ASSAULT ASSAULT", said=(0,), statuses={1: "asked"}, tense="past")
    assert days == ["2024-06-09", "2024-06-07", "2024-06-09"]


def test_apology_has_the_days_of_its_own_episode() -> None:
    source = (
        "Gunners [shelled]{e} the port on 3 June. The envoy [said]{c} her guest [apologised]{e} on 6 June. "
        "She [added]{c} that the [apology]{e} was late."
    )
    assert dates_of(source, "ASSAULT CONCEDE CONCEDE", said=(1, 2)) == ["2024-06-03", "2024-06-06", "2024-06-06"]


def test_offer_spoken_of_again_has_the_day_of_the_first() -> None:
    source = "Rebels [offered]{e} a truce on 3 June. The envoy [said]{c} nobody answered the [offer]{e}."
    assert dates_of(source, "AGREE AGREE", said=(1,), same={1: 0}) == ["2024-06-03", "2024-06-03"]


def test_words_done_by_saying_them_are_of_the_day_of_the_telling() -> None:
    assert dates_of('"We [appeal]{e} to everybody for calm," she [said]{c} on Sunday.', "REQUEST", said=(0,)) == ["2024-06-09"]


def test_what_had_been_demanded_before_stays_open() -> None:
    assert dates_of("Rebels shelled Azun on Sunday. Kigali had [demanded]{e} a corridor.", "REQUEST") == ["-"]


def test_date_of_an_unreal_condition_does_not_date_its_consequence() -> None:
    source = "Gunners [shelled]{e} the port on Sunday. Had the envoys come on Friday, nobody would have been [shot]{e}."
    assert dates_of(source, "ASSAULT ASSAULT", tense="past") == ["2024-06-09", "2024-06-09"]


def test_clash_that_is_pointed_at_is_the_one_told_of_before() -> None:
    dated = "Gunners [shelled]{e} the port on Sunday.\n\nIn January, guards [fired]{e} on a mill."
    source = f"{dated} Nobody apologised for that [attack]{{e}}."
    assert dates_of(source, "ASSAULT ASSAULT ASSAULT") == ["2024-06-09", "2024-01-01", "2024-01-01"]


def test_strike_that_was_launched_goes_on() -> None:
    text, spans = marked("The union launched a general [strike]{e} on Monday.")
    parse, article = parsed(text), Article("a", text, published="2024-06-11")
    (event,) = date_events(parse, article, load_tagger().find(parse, article), [Event("e0", spans["e"][0], "PROTEST")], [])
    assert event.happened is not None and (event.happened.begin, event.happened.end) == ("2024-06-10", None)


def test_what_has_not_been_done_so_far_stays_open() -> None:
    assert dates_of("The council has not opened an [inquiry]{e}. Kigali has yet to [withdraw]{e} it.", "ACCUSE CONCEDE") == [
        "-",
        "-",
    ]


def test_refusal_told_of_without_a_date_stays_open() -> None:
    assert dates_of("She [added]{c} that Kigali had [refused]{e} the offer.", "REJECT", said=(0,)) == ["-"]


def test_day_of_the_leads_when_clause_is_the_storys() -> None:
    source = "Lamps went out in Azun when the raid came on Sunday.\n\nA nurse [said]{c} guards [fired]{e} first."
    assert dates_of(source, "ASSAULT", said=(0,)) == ["2024-06-09"]
