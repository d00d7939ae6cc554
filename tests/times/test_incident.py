"""Which dated deeds speak for the days of the story's own happening, in short invented reports."""

from __future__ import annotations

from onrecord.records import Article, Event
from onrecord.times import date_events, load_tagger
from support import marked, parsed

SATURDAY = "2024-06-15"


def first_happened(source: str, others: str = "ASSAULT") -> tuple[str | None, str | None]:
    """Days of the assault marked `{e}`; events marked `{o}` are of the other type."""
    text, spans = marked(source)
    parse, article = parsed(text), Article("a", text, published=SATURDAY)
    events = [Event("e", spans["e"][0], "ASSAULT")]
    events += [Event(f"o{number}", head, others) for number, head in enumerate(spans.get("o", []))]
    happened = date_events(parse, article, load_tagger().find(parse, article), events, [])[0].happened
    assert happened is not None
    return happened.begin, happened.end


def test_a_deed_told_of_a_noun_does_not_date_the_story() -> None:
    source = (
        "A mill was [burned]{e}, a witness told Lakewire.\n\nThe [attack]{o} occurred in the district where nine drivers were "
        "[seized]{o} in March."
    )
    assert first_happened(source) == (SATURDAY, SATURDAY)


def test_a_date_long_past_deep_in_the_text_does_not_date_the_story() -> None:
    source = (
        "Rebels said late on Thursday that jets had [hit]{e} their camp.\n\nThe toll is not known. Roads are cut.\n\n"
        "A colonel who has watched an April 3 [truce]{o} said he took the reports seriously."
    )
    assert first_happened(source, "RETREAT") == ("2024-06-13", "2024-06-13")


def test_a_blow_with_a_day_of_its_own_lies_behind_whatever_the_verb_says() -> None:
    assert first_happened("The toll of Thursday's [raid]{e} may rise, a nurse said.") == ("2024-06-13", "2024-06-13")
