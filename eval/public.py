"""The public sets that have a scorer of their own: our predictions in, the scorer's figures out, flat and by name.

Each task runs two commands as a user would: one of ours that predicts, and the scorer that lies beside the set.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class PublicTask:
    """`gold` and `scorer` are paths below the folder of public sets, or absolute ones.

    `{gold}` and `{pred}` stand for files in the commands.
    """

    gold: str
    scorer: str
    predict: tuple[str, ...]
    options: tuple[str, ...] = ("--json",)


ASSESS = ("-m", "onrecord", "assess", "{gold}")
PUBLIC_TASKS = {
    "gsr-visible": PublicTask(
        "events/gsr_dev.jsonl", "events/score_events.py", ("events.py", "records", "{gold}"), ("--igo-merge", "--json", "{out}")
    ),
    "records-blind": PublicTask(
        str(HERE / "gold" / "records_blind.jsonl"),
        "events/score_events.py",
        ("events.py", "records", "{gold}"),
        ("--igo-merge", "--json", "{out}"),
    ),
    "probes": PublicTask("events/probes.jsonl", "events/score_probes.py", ("events.py", "probes", "{gold}")),
    "meantime-timex": PublicTask("times/meantime_dev_timex.jsonl", "times/score_timex.py", ("times.py", "{gold}")),
    "meantime-dates": PublicTask("times/meantime_dev_dates.jsonl", "times/score_event_dates.py", ASSESS),
    "umr": PublicTask("factuality/umr_dev.jsonl", "factuality/score_factuality.py", ASSESS),
    "uds-ih2-dev-calibrated": PublicTask(
        "factuality/uds_ih2_dev.jsonl", "factuality/score_factuality.py", (*ASSESS, "--calibration", "readers")
    ),
    "uds-ih2-dev": PublicTask("factuality/uds_ih2_dev.jsonl", "factuality/score_factuality.py", ASSESS),
}


def score_public(name: str, folder: Path) -> dict[str, float]:
    """The scorer's figures for one task, names of nested ones joined by a space.

    Raises:
        subprocess.CalledProcessError: our command or the scorer failed; its messages go to standard error.
    """
    task = PUBLIC_TASKS[name]
    with tempfile.TemporaryDirectory() as place:
        files = {"gold": str(folder / task.gold), "pred": f"{place}/pred.jsonl", "out": f"{place}/out.json"}
        command = [part.format(**files) for part in task.predict]
        if command[0].endswith(".py"):
            command[0] = str(HERE / command[0])
        with Path(files["pred"]).open("w", encoding="utf-8") as out:
            subprocess.run([sys.executable, *command], stdout=out, check=True)
        options = [part.format(**files) for part in task.options]
        scorer = [sys.executable, str(folder / task.scorer), files["gold"], files["pred"], *options]
        printed = subprocess.run(scorer, stdout=subprocess.PIPE, text=True, check=True).stdout
        if "{out}" in task.options:
            printed = Path(files["out"]).read_text(encoding="utf-8")
    return dict(flatten(json.loads(printed)))


def flatten(value: Any, name: str = "") -> Iterator[tuple[str, float]]:
    """All numbers of a nested JSON value, by the path to them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flatten(inner, f"{name} {key}".strip())
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from flatten(inner, f"{name} {('P', 'R', 'F1')[index] if len(value) == 3 else index}")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield name, float(value)
