"""When events happened and were told, in short invented reports."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Article, Attribution, Event, Happened, Interval, Span, Tense
from onrecord.times import date_events, date_heads, load_tagger
from support import marked, parsed

TUESDAY = "2024-06-11"


def dated(source: str, published: str | None = TUESDAY) -> Happened:
    """What the word marked `{e}` of a text is dated to."""
    text, spans = marked(source)
    parse, article = parsed(text), Article("a", text, published=published)
    heads: list[Span] = spans["e"]
    return date_heads(parse, article, load_tagger().find(parse, article), heads)[0]


def run(text: str, events: list[Event], attributions: list[Attribution] | None = None) -> tuple[Event, ...]:
    """The events of a report of `TUESDAY` with their days."""
    parse, article = parsed(text), Article("a", text, published=TUESDAY)
    return date_events(parse, article, load_tagger().find(parse, article), events, attributions or [])


def coded(source: str, type_: str, tense: Tense | None = None) -> Happened:
    """What the event marked `{e}` of a text is dated to, its type given."""
    text, spans = marked(source)
    (event,) = run(text, [Event("e0", spans["e"][0], type_, tense=tense)])
    assert event.happened is not None
    return event.happened


WORDS = """Rebels shelled troops said on Monday after before the war invasion vote attack raid since 2020 two days weeks into of
in Ukraine eve will had has . , " that killed March 3 recently every"""

OWN = [
    ("Troops [shelled]{e} the port of Azun on 3 March 2022.", "2022-03-03", "2022-03-03"),
    ("Troops [attacked]{e} the port on Sunday, killing nine.", "2024-06-09", "2024-06-09"),
    ("Troops attacked the port on Sunday, [killing]{e} nine.", "2024-06-09", "2024-06-09"),
    ("Parliament will [vote]{e} on the budget on Friday.", "2024-06-14", "2024-06-14"),
    ("The army plans to [withdraw]{e} from Azun on Friday.", "2024-06-14", "2024-06-14"),
    ("Workers [protested]{e} from 3 March to 9 March 2022 in Azun.", "2022-03-03", "2022-03-09"),
    ("The party has been [banned]{e} since 2014.", "2014-01-01", None),
]


@pytest.mark.parametrize(("source", "begin", "end"), OWN, ids=[case[0] for case in OWN])
def test_time_in_the_clause_dates_the_event(source: str, begin: str, end: str | None) -> None:
    happened = dated(source)
    assert (happened.begin, happened.end, happened.basis) == (begin, end, "timex")
    assert happened.timex is not None


def test_news_without_a_date_rests_on_the_publication() -> None:
    assert dated("Troops have [seized]{e} the port of Azun.") == Happened(TUESDAY, TUESDAY, "published")


def test_without_publication_date_news_stays_open() -> None:
    assert dated("Troops have [seized]{e} the port of Azun.", None) == Happened()


def test_time_of_the_telling_does_not_date_what_is_told() -> None:
    happened = dated("The army said on Sunday that rebels had [shelled]{e} the port in March 2022.")
    assert happened.begin == "2022-03-01"


KNOWN = [
    ("A few days into the war in Ukraine, the minister [apologised]{e}.", "2022-02-24", "2022-03-01"),
    ("Two weeks after the fall of Kabul, the envoy [fled]{e}.", "2021-08-29", "2021-08-29"),
    ("On the eve of the Brexit referendum, the minister [resigned]{e}.", "2016-06-22", "2016-06-22"),
    ("The group has been [banned]{e} since the 2020 election in Belarus.", "2020-08-09", None),
]


@pytest.mark.parametrize(("source", "begin", "end"), KNOWN, ids=[case[0] for case in KNOWN])
def test_time_counted_from_a_known_event_is_dated_by_it(source: str, begin: str, end: str | None) -> None:
    happened = dated(source, "2025-01-05")
    assert (happened.begin, happened.end, happened.basis) == (begin, end, "event")


def test_time_counted_from_an_unknown_event_is_never_the_publication() -> None:
    assert dated("Two weeks after the quarrel, the envoy [fled]{e}.") == Happened()


UNKNOWN = [
    "Months into the siege, troops [burned]{e} the mill.",
    "On the third day of the siege, troops [burned]{e} the mill.",
    "In the first days of the siege, troops [burned]{e} the mill.",
    "On the eve of the summit, the envoy [resigned]{e}.",
    "The envoy [resigned]{e} the night before the funeral.",
    "The envoy [resigned]{e} at the height of the crisis.",
    "The party has been [banned]{e} since the quarrel.",
    "Long before the quarrel, the envoy [fled]{e}.",
    "The envoy [fled]{e} within days of the quarrel.",
    "Two weeks later, the envoy [fled]{e}.",
    "The envoy [fled]{e} the following day.",
    "That night the envoy [fled]{e}.",
    "A year after the king [abdicated]{e}, the envoy fled.",
]


@pytest.mark.parametrize("source", UNKNOWN)
def test_time_that_hangs_on_what_nobody_dates_stays_open(source: str) -> None:
    assert dated(source) == Happened()
    assert coded(source, "CONCEDE") == Happened()


def test_day_of_a_known_event_is_counted_from_its_first() -> None:
    happened = dated("On the third day of the war in Ukraine, the minister [apologised]{e}.", "2025-01-05")
    assert (happened.begin, happened.end, happened.basis) == ("2022-02-26", "2022-02-26", "event")


REVEALED = """Istvan reveals Korda's apology

In a recent interview, Istvan revealed that Korda had [apologised]{e} for letting missiles fly to Ukraine from his land. Istvan
rejected it. Ukraine still counts its dead.

Korda's [apology]{e}, revealed in a recent interview, came "a few days into the war," according to Istvan."""


def test_apology_told_years_later_is_dated_by_the_war_for_heads_and_for_events() -> None:
    text, spans = marked(
        REVEALED.replace("tanks cross into Ukraine", "Russia invade Ukraine from his land, and for its war there")
    )
    parse, article = parsed(text), Article("a", text, published="2025-01-05")
    timexes = load_tagger().find(parse, article)
    events = [Event("e0", spans["e"][0], "CONCEDE"), Event("e1", spans["e"][1], "CONCEDE", same_as="e0")]
    typed = date_events(parse, article, timexes, events, [])
    for happened in (*date_heads(parse, article, timexes, spans["e"]), *(event.happened for event in typed)):
        assert happened is not None and happened.basis == "event"
        assert "2022-02-24" <= (happened.begin or "") <= (happened.end or "") <= "2022-03-15"
    assert {event.told for event in typed} == {Interval("2025-01-05", "2025-01-05")}


def test_time_counted_from_an_event_of_the_article() -> None:
    happened = dated("Rebels ambushed a convoy on 3 March 2022. Two days after the ambush, troops [burned]{e} the village.")
    assert (happened.begin, happened.basis) == ("2022-03-05", "event")


def test_what_is_foretold_without_a_date_stays_open_for_typed_events() -> None:
    assert coded("Rebels will [storm]{e} the port, the army said.", "ASSAULT", tense="future").basis is None


def test_words_told_by_the_author_are_news_of_the_day() -> None:
    text = "Rebels shelled the port of Azun on Sunday. Kigali has [accused]{e} the army of lying."
    assert coded(text, "ACCUSE") == Happened(TUESDAY, TUESDAY, "published")


def test_deed_in_the_headline_is_dated_by_the_story() -> None:
    text, spans = marked("Rebels [shell]{e} port of Azun\n\nRebels [shelled]{e} the port of Azun on Sunday, killing nine.")
    events = [Event(f"e{n}", span, "ASSAULT") for n, span in enumerate(spans["e"])]
    happened = [event.happened for event in run(text, events)]
    assert [(h.begin, h.basis) for h in happened if h] == [("2024-06-09", "story"), ("2024-06-09", "timex")]


def test_mention_of_the_same_happening_takes_its_date() -> None:
    text, spans = marked("Police [broke]{e} up a rally on Sunday. The minister defended the [operation]{e}.")
    events = [Event("e0", spans["e"][0], "COERCE"), Event("e1", spans["e"][1], "COERCE", same_as="e0")]
    happened = run(text, events)[1].happened
    assert happened is not None and (happened.begin, happened.basis) == ("2024-06-09", "story")


def test_told_is_the_day_named_with_the_cue() -> None:
    text, spans = marked("The army [said]{c} on Sunday that rebels had [shelled]{e} the port.")
    attribution = Attribution("a1", (), (spans["c"][0],), (), "indirect", "assert")
    (event,) = run(text, [Event("e0", spans["e"][0], "ASSAULT", attribution="a1")], [attribution])
    assert event.told == Interval("2024-06-09", "2024-06-09")


def test_dateline_dates_no_event() -> None:
    happened = dated("AZUN, June 10 (Agency) - Rebels have [seized]{e} the port.")
    assert happened == Happened(TUESDAY, TUESDAY, "published")


def test_date_before_a_hyphen_is_no_dateline() -> None:
    assert dated("The council on June 5 [ordered]{e} a re-run of the vote.").begin == "2024-06-05"


def test_event_that_news_counts_back_to_is_dated_from_the_publication() -> None:
    happened = dated("Three days after rebels [seized]{e} the port, there is no water in Azun.")
    assert (happened.begin, happened.basis) == ("2024-06-08", "event")


def test_clause_that_describes_a_time_takes_it() -> None:
    assert dated("It was in March 2022, when rebels [seized]{e} the port.").begin == "2022-03-01"


def test_comparison_with_a_date_does_not_date_the_event() -> None:
    assert dated("Nine people died on Sunday in the worst [clash]{e} since 2014.").begin == "2024-06-09"


def test_known_event_is_dated_by_the_calendar() -> None:
    happened = dated("Ukraine has rebuilt little of what Russia's full-scale [invasion]{e} destroyed in Ukraine.")
    assert (happened.begin, happened.end, happened.basis) == ("2022-02-24", None, "event")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=25), st.sampled_from([None, "2024-02-29", "2024-02"]))
def test_any_words_give_days_in_order(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    parse, article = parsed(text), Article("a", text, published=published)
    heads = [Span(start, end) for start, end in zip(parse.starts, parse.ends, strict=True)]
    for happened in date_heads(parse, article, load_tagger().find(parse, article), heads):
        assert happened.begin is None or happened.end is None or happened.begin <= happened.end
        assert happened.basis is not None or (happened.begin, happened.end) == (None, None)


def test_clause_after_a_dated_month_has_that_month() -> None:
    happened = dated("The envoy took the post in March 2022, after its holder [resigned]{e}.")
    assert (happened.begin, happened.end) == ("2022-03-01", "2022-03-31")


def test_story_told_first_outweighs_a_later_episode() -> None:
    text = "Drones [struck]{e} the port on Sunday. Gunners [shelled]{e} a farm on Friday. Kyiv said drones had [hit]{e} a school."
    source, spans = marked(text)
    says = source.index("said")
    attribution = Attribution("a1", (), (Span(says, says + 4),), (), "indirect", "assert")
    events = [Event(f"e{n}", span, "ASSAULT", attribution="a1" if n == 2 else None) for n, span in enumerate(spans["e"])]
    happened = run(source, events, [attribution])[2].happened
    assert happened is not None and (happened.begin, happened.basis) == ("2024-06-09", "story")


def test_that_day_without_a_day_before_it_stays_open() -> None:
    text = "Nobody fired that day."
    (timex,) = load_tagger().find(parsed(text), Article("a", text, published=TUESDAY))
    assert (timex.begin, timex.end) == (None, None)


def test_readiness_that_is_told_is_of_the_day_of_the_telling() -> None:
    text, spans = marked("The envoy [said]{c} rebels were [ready]{e} to withdraw.")
    attribution = Attribution("a1", (), (spans["c"][0],), (), "indirect", "assert")
    (event,) = run(text, [Event("e0", spans["e"][0], "AGREE", attribution="a1")], [attribution])
    assert event.happened == Happened(TUESDAY, TUESDAY, "published")


def test_told_is_the_month_of_the_statement_that_the_words_stand_in() -> None:
    text, spans = marked("In a statement published in March, the army [said]{c} rebels had [shelled]{e} the port.")
    attribution = Attribution("a1", (), (spans["c"][0],), (), "indirect", "assert")
    (event,) = run(text, [Event("e0", spans["e"][0], "ASSAULT", attribution="a1")], [attribution])
    assert event.told == Interval("2024-03-01", "2024-03-31")


@pytest.mark.parametrize("word", ["It", "The shelling"])
def test_event_that_the_story_came_after_is_counted_back_from_it(word: str) -> None:
    text, spans = marked(
        f"Troops [shelled]{{e}} the port on Sunday. {word} came three days after Azun [expelled]{{e}} their envoy."
    )
    shelled, expelled = (
        Event(f"e{n}", span, code) for n, (span, code) in enumerate(zip(spans["e"], ("ASSAULT", "SANCTION"), strict=True))
    )
    _, found = run(text, [shelled, expelled])
    assert found.happened is not None
    assert (found.happened.begin, found.happened.end, found.happened.basis) == ("2024-06-06", "2024-06-06", "event")


COUNTED = [
    ("Troops [shelled]{e} Azun in January, a month after they [raided]{e} its port.", "2023-12-01", "2023-12-31"),
    ("The envoy [toured]{e} Azun in January, a month after the [ambush]{e} of Orel.", "2023-12-01", "2023-12-31"),
    ("Azun on Monday [expelled]{e} two envoys, a day after Orel [arrested]{e} its consul.", "2024-06-09", "2024-06-09"),
]


@pytest.mark.parametrize(("source", "begin", "end"), COUNTED, ids=[case[0] for case in COUNTED])
def test_event_that_another_came_so_long_after_has_not_its_time(source: str, begin: str, end: str) -> None:
    text, spans = marked(source)
    events = [Event(f"e{n}", span, code) for n, (span, code) in enumerate(zip(spans["e"], ("COERCE", "ASSAULT"), strict=True))]
    happened = run(text, events)[1].happened
    assert happened is not None
    assert (happened.begin, happened.end, happened.basis) == (begin, end, "event")
