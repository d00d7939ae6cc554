"""A reading goes in, the published JSON form "onrecord/reading/1" comes out, and the other way round.

The JSON Schema of the form is `data/reading.schema.json`. A field that is `None` (its stage has not run) is `null`, one
that is `()` is `[]`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from importlib import resources
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from onrecord import records
from onrecord.errors import SourceError
from onrecord.records import Event, Reading, Span, Stance, with_texts

SCHEMA = "onrecord/reading/1"
"""The name of the form, in every object's `schema`."""

_UNSTORABLE = re.compile("[\ud800-\udfff]")
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}
_RECORDS = {kind for kind in vars(records).values() if hasattr(kind, "__dataclass_fields__")}


def reading_to_dict(reading: Reading) -> dict[str, Any]:
    """The reading in the published form, ready for `json.dumps`; keys in the order of the documentation."""
    return {"schema": SCHEMA, **_write_record(reading)}


def reading_from_dict(data: Mapping[str, Any]) -> Reading:
    """The reading that `reading_to_dict` was given. Unknown keys are passed over; absent optional ones get their default.

    Raises:
        SourceError: not of this form: another `schema`, a key missing, or a value of another shape.
    """
    named = data.get("schema") if isinstance(data, Mapping) else None
    if named != SCHEMA:
        raise SourceError(f"not a reading: schema is {named!r}; this version reads {SCHEMA!r}")
    reading: Reading = _read_record(Reading, data)
    return with_texts(reading)


def dumps(reading: Reading, *, indent: int | None = None) -> str:
    """The published form, the same on every run: on one line, or over lines indented by so many blanks.

    Characters are written as they are, except that line ends of any kind are escaped and half a surrogate pair, which UTF-8
    cannot hold, becomes U+FFFD: one code point for one, so that spans still fit.

    Raises:
        ValueError: a number is not finite (a fault of the stage that gave it).
    """
    line = json.dumps(reading_to_dict(reading), ensure_ascii=False, allow_nan=False, indent=indent)
    return replace_surrogates(line).translate(_LINE_ENDS)


def replace_surrogates(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair; as long as before in code points."""
    return text if text.isascii() else _UNSTORABLE.sub("\ufffd", text)


@cache
def load_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the published form."""
    path = resources.files("onrecord") / "data" / "reading.schema.json"
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def _write(value: Any) -> Any:
    if type(value) is tuple:
        return [_write(item) for item in value]
    if type(value) is Span:
        return [value.start, value.end]
    return _write_record(value) if type(value) in _RECORDS else value


def _write_record(record: Any) -> dict[str, Any]:
    kind: Any = type(record)
    if writer := _WRITERS.get(kind):
        return writer(record)
    return {name: _write(getattr(record, name)) for name in _names(kind)}


def _write_event(event: Event) -> dict[str, Any]:
    data = {name: _write(getattr(event, name)) for name in _names(Event)}
    data["factuality"] = None if event.factuality is None else dict(event.factuality)
    return data


def _write_stance(stance: Stance) -> dict[str, Any]:
    targets = {"attribution": stance.attribution_toward, "event": stance.event_toward}
    toward = {name: target for name, target in targets.items() if target is not None}
    return {"holder": stance.holder, "value": stance.value, "toward": toward, "attribution": stance.attribution}


_WRITERS: dict[type, Callable[[Any], dict[str, Any]]] = {Event: _write_event, Stance: _write_stance}


def _read_record(kind: type, data: Any) -> Any:
    if not isinstance(data, Mapping):
        raise SourceError(f"not a reading: {kind.__name__} is {type(data).__name__}; expected an object")
    if reader := _READERS.get(kind):
        data = reader(data)
    hints = _hints(kind)
    values = {}
    for field in _fields(kind):
        if field.name in data:
            values[field.name] = _read(hints[field.name], data[field.name], f"{kind.__name__}.{field.name}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise SourceError(f"not a reading: {kind.__name__} has no {field.name!r}")
    return kind(**values)


def _read(hint: Any, value: Any, where: str) -> Any:
    if isinstance(hint, UnionType):
        if value is None:
            return None
        hint = next(option for option in get_args(hint) if option is not NoneType)
    if hint in _RECORDS:
        return _read_record(hint, value)
    if hint is Span:
        return _read_span(value, where)
    if get_origin(hint) is tuple:
        return _read_tuple(get_args(hint), value, where)
    return value


def _read_span(value: Any, where: str) -> Span:
    if not isinstance(value, list) or len(value) != 2 or not all(type(offset) is int for offset in value):
        raise SourceError(f"not a reading: {where} holds {value!r}; expected a span [start, end]")
    return Span(*value)


def _read_tuple(hints: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise SourceError(f"not a reading: {where} is {type(value).__name__}; expected a list")
    return tuple(_read(hints[0], item, where) for item in value)


def _read_event(data: Mapping[str, Any]) -> dict[str, Any]:
    values = data.get("factuality")
    if values is not None and not isinstance(values, Mapping):
        raise SourceError(f"not a reading: Event.factuality is {type(values).__name__}; expected an object")
    return {**data, "factuality": None if values is None else [list(pair) for pair in values.items()]}


def _read_stance(data: Mapping[str, Any]) -> dict[str, Any]:
    toward = data.get("toward")
    if not isinstance(toward, Mapping):
        raise SourceError(f"not a reading: Stance.toward is {type(toward).__name__}; expected an object")
    return {**data, "attribution_toward": toward.get("attribution"), "event_toward": toward.get("event")}


_READERS: dict[type, Callable[[Mapping[str, Any]], dict[str, Any]]] = {Event: _read_event, Stance: _read_stance}


@cache
def _fields(kind: type) -> tuple[Field[Any], ...]:
    return tuple(field for field in fields(kind) if field.compare)


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in _fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
