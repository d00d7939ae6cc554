"""Events in the forms of other data sets, with our columns, and rows of theirs enriched by ours."""

from __future__ import annotations

import json
from dataclasses import replace

from onrecord.records import Reading
from onrecord.report.enrich import enrich, enrich_header
from onrecord.report.event_columns import OUR_COLUMNS, dyads, our_columns
from onrecord.report.gdelt import cameo_header, cameo_lines
from onrecord.report.plover import plover_records
from onrecord.report.polecat import POLECAT_COLUMNS, polecat_header, polecat_lines, polecat_rows
from readings import talks


def polecat_row(reading: Reading, **changes: str) -> dict[str, str]:
    row = next(polecat_rows([reading]))
    return {**{column: row[column] for column in POLECAT_COLUMNS}, **changes}


def test_polecat_form_has_its_forty_columns_first() -> None:
    assert len(POLECAT_COLUMNS) == 40
    assert polecat_header()[:40] == POLECAT_COLUMNS
    assert polecat_header()[40:] == OUR_COLUMNS


def test_every_polecat_line_has_as_many_fields_as_the_header() -> None:
    lines = list(polecat_lines([talks()]))
    assert {line.count("\t") for line in lines} == {len(polecat_header()) - 1}
    assert len(lines) > 1


def test_event_date_is_not_the_publication_date_when_the_text_leaves_it_open() -> None:
    reading = talks()
    events = tuple(replace(event, happened=None) for event in reading.events or ())
    row = next(polecat_rows([replace(reading, events=events)]))
    assert (row["Event Date"], row["Publication Date"]) == ("None", "2024-05-07")


def test_line_end_inside_a_value_does_not_break_a_row() -> None:
    reading = talks()
    actors = tuple(replace(actor, name="two\nlines\tand a tab") for actor in reading.actors or ())
    lines = list(polecat_lines([replace(reading, actors=actors)]))
    assert {line.count("\t") for line in lines} == {len(polecat_header()) - 1}
    assert not any("\n" in line for line in lines)


def test_our_columns_name_all_and_only_the_columns_promised() -> None:
    reading = talks()
    assert tuple(our_columns((reading.events or ())[0], reading)) == OUR_COLUMNS


def test_spans_column_points_at_the_head() -> None:
    reading = talks()
    event = (reading.events or ())[0]
    spans = json.loads(our_columns(event, reading)["spans"])
    assert spans["head"] == list(event.head)


def test_denier_by_stance_is_named() -> None:
    reading = talks()
    named = {our_columns(event, reading)["denied_by"] for event in reading.events or ()}
    assert any("envoys" in names for names in named)


def test_reciprocal_event_gives_each_ordered_pair() -> None:
    reading = talks()
    ids = tuple(actor.id for actor in reading.actors or ())[:2]
    event = replace((reading.events or ())[0], actors=ids, recipients=())
    pairs = [(a.id, b.id) for a, b in dyads(event, reading) if a is not None and b is not None]
    assert pairs == [(ids[0], ids[1]), (ids[1], ids[0])]


def test_event_without_parties_still_gives_one_row() -> None:
    reading = talks()
    event = replace((reading.events or ())[0], actors=(), recipients=())
    assert dyads(event, reading) == [(None, None)]


def test_plover_record_quotes_the_sentence_and_the_head() -> None:
    reading = talks()
    record = next(plover_records([reading]))
    assert record["event_text"] in record["text"]
    assert record["onrecord"]["chain"].startswith("AUTHOR")


def test_cameo_rows_leave_out_events_without_a_code() -> None:
    reading = talks()
    events = tuple(replace(event, cameo=None) for event in reading.events or ())
    assert list(cameo_lines([replace(reading, events=events)])) == ["\t".join(cameo_header())]


def test_row_of_the_same_event_is_matched_and_keeps_its_own_columns() -> None:
    reading = talks()
    row = polecat_row(reading, **{"article": "a1", "Event ID": "theirs-1"})
    enriched = next(enrich([row], [reading]))
    assert (enriched["matched"], enriched["Event ID"]) == ("yes", "theirs-1")
    assert enriched["status"] == ((reading.events or ())[0].status or "")


def test_row_of_another_type_is_kept_and_says_why_it_is_not_matched() -> None:
    reading = talks()
    row = polecat_row(reading, **{"article": "a1", "Event Type": "PROTEST"})
    enriched = next(enrich([row], [reading]))
    assert enriched["matched"] == "no"
    assert "PROTEST" in enriched["match_note"]


def test_row_of_an_article_without_text_says_so() -> None:
    enriched = next(enrich([polecat_row(talks(), article="zzz")], [talks()]))
    assert "zzz" in enriched["match_note"]


def test_row_without_an_article_is_found_by_outlet_and_day_if_only_one_has_them() -> None:
    reading = talks()
    assert next(enrich([polecat_row(reading)], [reading]))["matched"] == "yes"
    twins = [reading, talks("a2")]
    assert "2 articles" in next(enrich([polecat_row(reading)], twins))["match_note"]


def test_readings_are_gone_through_before_the_first_row_is_asked_for() -> None:
    readings = iter([talks()])
    enrich([], readings)
    assert next(readings, None) is None


def test_enriched_header_repeats_no_column() -> None:
    header = enrich_header((*POLECAT_COLUMNS, "status"))
    assert len(header) == len(set(header))
