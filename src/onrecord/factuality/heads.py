"""`onrecord assess`: lines with texts and event heads in, the same lines with label, value, holders and status out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from onrecord.attribution import load_attributor
from onrecord.errors import OnRecordError, SourceError
from onrecord.factuality.assessor import Assessor, head_token, load_assessor
from onrecord.factuality.calibration import Weights, calibrate, load_weights
from onrecord.factuality.engine import Assessment
from onrecord.factuality.state import Holder
from onrecord.factuality.values import VALUES
from onrecord.language import load_parser
from onrecord.records import Attribution, Parse, Span
from onrecord.sources import SourceFailure
from onrecord.sources.decode import decode_line

_EXAMPLE = '{"text": "Kesta denied it.", "events": [{"start": 6, "end": 12}]}'

Dates = dict[str, str | None]
Dater = Callable[[Parse, str | None, tuple[Span, ...]], list[Dates]]
"""Parse, publication date and heads -> `begin`, `end_date` and `basis` of each head."""


def assess_file(
    lines: Iterable[str | bytes], *, where: str = "input", dater: Dater | None = None, calibration: str | None = None
) -> Iterator[dict[str, Any] | SourceFailure]:
    """Assesses event heads that a user brings, one JSON object a line, lazily and in order.

    Args:
        lines: `{"id", "text", "published", "events": [{"start", "end"}, ...]}`; offsets in code points of the text; other
            fields are handed through. Empty lines are skipped.
        where: what the lines are from; failures name it.
        dater: gives the days; without one `begin`, `end_date` and `basis` are `None`.
        calibration: one of `calibration.CALIBRATIONS`: `value` then comes from a learned table instead of from the label.

    Yields:
        The same objects, each event with `label` and `value` (on [-3, 3]) of the innermost holder, `holders` (those below
        AUTHOR, outermost first, a span each or `None` where unnamed), `factuality` by holder, `tense`, `status` and `why`.
        A line that is no such object comes as a failure in its place.

    Raises:
        SettingsError: no such calibration.
    """
    weights = None if calibration is None else load_weights(calibration)
    parser, attributor, assessor = load_parser(), load_attributor(), load_assessor()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            document = _read(line)
            parse = parser.parse(document["text"])
            attributions = attributor.find(parse, str(document.get("id")))
            yield assess_document(document, parse, attributions, assessor, dater, weights)
        except OnRecordError as error:
            yield SourceFailure(f"{where}:{number}", str(error))


def assess_document(
    document: dict[str, Any],
    parse: Parse,
    attributions: tuple[Attribution, ...],
    assessor: Assessor,
    dater: Dater | None = None,
    weights: Weights | None = None,
) -> dict[str, Any]:
    """One object of `assess_file`, its text parsed and its attributions found; TimeML's `dct` may stand for `published`."""
    heads = tuple(Span(event["start"], event["end"]) for event in document["events"])
    found = assessor.assess_heads(parse, attributions, heads)
    dates = dater(parse, document.get("published") or document.get("dct"), heads) if dater else [_undated() for _ in heads]
    values = [{} if weights is None else {"value": calibrate(parse, head_token(parse, a.head), a, weights)} for a in found]
    events = [
        {**event, **assessment_fields(assessment), **value, **days}
        for event, assessment, value, days in zip(document["events"], found, values, dates, strict=True)
    ]
    return {**document, "events": events}


def assessment_fields(assessment: Assessment) -> dict[str, Any]:
    """An assessment as plain values for JSON."""
    return {
        "label": assessment.values[-1],
        "value": float(VALUES[assessment.values[-1]]),
        "holders": [_holder(holder) for holder in assessment.holders[1:]],
        "factuality": {holder.name: value for holder, value in zip(assessment.holders, assessment.values, strict=True)},
        "tense": assessment.tense,
        "status": assessment.status,
        "why": "; ".join(assessment.why),
    }


def _holder(holder: Holder) -> dict[str, int] | None:
    return None if holder.span is None else {"start": holder.span.start, "end": holder.span.end}


def _undated() -> Dates:
    return {"begin": None, "end_date": None, "basis": None}


def _read(line: str | bytes) -> dict[str, Any]:
    try:
        document = json.loads(line if isinstance(line, str) else decode_line(line))
        text, events = document["text"], document["events"]
        spans = [(event["start"], event["end"]) for event in events]
    except (ValueError, RecursionError) as error:
        raise SourceError(f"not JSON: write one object a line, such as {_EXAMPLE}") from error
    except (KeyError, TypeError) as error:
        raise SourceError(f"needs an object with text and events of start and end, such as {_EXAMPLE}") from error
    dates = [name for name in ("published", "dct") if document.get(name) is not None]
    if wrong := [name for name in ("text", *dates) if not isinstance(document[name], str)]:
        raise SourceError(f"{wrong[0]} must be a string, such as {_EXAMPLE}")
    for start, end in spans:
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
            raise SourceError(f"[{start}, {end}) is no piece of a text of {len(text)} characters")
    return dict(document)
