"""Quality as a test: scores what is installed and fails when a figure falls under its floor in floors.toml.

    python eval/gate.py [--only TASK] [--list]

The project's own gold is always scored. The public sets are scored when `ONRECORD_EVAL` names a folder that holds them (see
PUBLIC below for what to get and in which form); `ONRECORD_SEED` may name the folder of the seed page.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from public import PUBLIC_TASKS, score_public
from rows import read_rows
from seed import score_seed
from status import score_files

from onrecord.reading import Reader
from onrecord.records import Article, Span
from onrecord.score.gold import read_gold_folder
from onrecord.score.layers import score_layers

HERE = Path(__file__).parent
PUBLIC = """
Public sets that were not found are left out. To score them too, set ONRECORD_EVAL to a folder with:
  attribution/polnear_dev.jsonl    PolNeAR 1.0 (github.com/networkdynamics/PolNeAR), dev: one article a line, {"id", "text",
                                   "attributions": [{"source", "cue", "content": [[start, end], ..]}], "discard": [[start, end]]},
                                   offsets in code points, pieces parted by white space only joined
  attribution/score_attribution.py a scorer with article(gold, predicted) and report(per_article)
  events/gsr_dev.jsonl             PLOVER's gold standard records (github.com/openeventdata/PLOVER): {"id", "text", "event",
                                   "actor", "recipient"}, with score_events.py; probes.jsonl with score_probes.py
  times/meantime_dev_*.jsonl       NewsReader MEANTIME, airbus and gm: {"id", "dct", "text", "timex" or "events"}, with
                                   score_timex.py and score_event_dates.py
  factuality/umr_dev.jsonl, uds_ih2_dev.jsonl   UMR 3.0 news, UDS-IH2 dev: {"id", "text", "events": [{"start", "end", "label",
                                   "value", "holders"}]}, with score_factuality.py
"""

Figures = dict[str, float]


def load_module(path: Path) -> ModuleType:
    """A scorer from a file beside its data."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spans(found: tuple[Span, ...]) -> list[list[int]]:
    """Spans as the scorers want them."""
    return [[span.start, span.end] for span in found]


def score_polnear(folder: Path, reader: Reader) -> Figures:
    """PolNeAR dev, attributions in the author's own words (it annotates those): F1 and recall by kind, in per cent."""
    scorer = load_module(folder / "attribution" / "score_attribution.py")
    per_article, failed = [], 0
    for gold in read_rows(folder / "attribution" / "polnear_dev.jsonl"):
        reading = reader.read(Article(gold["id"], gold["text"]))
        failed += bool(reading.failures)
        predicted = [
            {"source": spans(a.source), "cue": spans(a.cue), "content": spans(a.content)}
            for a in reading.attributions or ()
            if a.parent is None
        ]
        per_article.append(scorer.article(gold, predicted))
    report = scorer.report(per_article)
    figures = {"FULL F1": report["FULL"]["f"], "FULL strict F1": report["FULL strict"]["f"], "articles failed": float(failed)}
    return figures | {f"recall of {kind}": report[f"FULL {kind}"]["r"] for kind in ("direct", "mixed", "indirect")}


def score_own_gold(folder: Path, reader: Reader) -> Figures:
    """The project's own gold, dev: every figure of every layer."""
    articles = read_gold_folder(folder / "gold" / "articles", "dev")
    scores = score_layers(articles, lambda article: reader.read(article.article))
    return {f"{layer}: {s.name}": round(s.f1, 1) for layer, rows in scores.items() for s in rows}


def _sentences(*names: str) -> Callable[[Path, Reader], Figures]:
    """Single sentences with the status of each event."""
    return lambda folder, reader: score_files([folder / "gold" / f"{name}.jsonl" for name in names])


def _public(name: str) -> Callable[[Path, Reader], Figures]:
    return lambda folder, reader: score_public(name, folder)


TASKS: dict[str, Callable[[Path, Reader], Figures]] = {
    "own-gold-dev": score_own_gold,
    "status-sentences": _sentences("status", "status_blind"),
    "status-blind": _sentences("status_blind"),
    "polnear-dev": score_polnear,
    "seed": score_seed,
    **{name: _public(name) for name in PUBLIC_TASKS},
}


OWN = ("own-gold-dev", "status-sentences", "status-blind")
"""Tasks whose data lie beside this script."""


def folder_of(task: str) -> Path | None:
    """Where a task's data lies, or None."""
    if task in OWN:
        return HERE
    name = os.environ.get("ONRECORD_SEED" if task == "seed" else "ONRECORD_EVAL")
    return Path(name) if name and Path(name).is_dir() else None


def below(figure: float, floor: float, name: str) -> bool:
    """Whether a figure breaks its floor; for figures where lower is better, its ceiling."""
    lower_is_better = "failed" in name or "lower is better" in name or name == "false facts"
    return figure > floor if lower_is_better else figure < floor


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", action="append", choices=sorted(TASKS), help="this task; may be repeated")
    parser.add_argument("--all-figures", action="store_true", help="also print figures without a floor")
    options = parser.parse_args()
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    reader, broken, missing = Reader(), 0, False
    for task in options.only or TASKS:
        folder = folder_of(task)
        if folder is None:
            print(f"{task}: left out, its data is not at hand")
            missing = True
            continue
        figures = TASKS[task](folder, reader)
        print(task)
        for name, figure in figures.items():
            floor = floors.get(task, {}).get(name)
            if floor is None:
                if options.all_figures:
                    print(f"  {name:58} {figure:8.3f}")
                continue
            bad = below(figure, floor, name)
            broken += bad
            print(f"  {name:58} {figure:8.3f}  floor {floor:8.3f}  {'FELL' if bad else 'ok'}")
        for name in floors.get(task, {}):
            if name not in figures:
                print(f"  {name}: no such figure any more")
                broken += 1
    if missing:
        print(PUBLIC)
    print(f"{'FAILED' if broken else 'passed'}: {broken} figures under their floor")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
