"""Several processes at one ledger, and processes that are killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.ledger import AddCounts, Ledger, find
from readings import talks


def write_all(path: Path, first: int, step: int) -> None:
    with Ledger.open(path) as ledger:
        ledger.add_many(talks(str(number)) for number in range(first, first + 60 * step, step))


def test_two_processes_that_write_the_same_articles_at_once_double_nothing(tmp_path: Path) -> None:
    path = tmp_path / "news.ledger"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=write_all, args=(path, *order)) for order in ((0, 1), (59, -1))]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=120)
    assert [writer.exitcode for writer in writers] == [0, 0]
    with Ledger.open(path, read_only=True) as ledger:
        assert ledger.counts()["articles"] == 60
        assert ledger.counts()["attributions"] == 120
        assert ledger.rows("SELECT count(*) FROM articles")[0][0] == 60
        assert tuple(ledger.rows("SELECT sum(added), sum(unchanged) FROM runs")[0]) == (60, 60)
        assert len(find(ledger, text="envoys", limit=None)) == 60


WRITER = """
import sys
from itertools import count
from onrecord.ledger import Ledger
from readings import talks
with Ledger.open(sys.argv[1]) as ledger:
    ledger.add_many(talks(str(number)) for number in count())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_killed_writer_leaves_whole_articles_only(tmp_path: Path, number: signal.Signals) -> None:
    path = tmp_path / "news.ledger"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    writer = subprocess.Popen([sys.executable, "-c", WRITER, path], env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for_articles(path, 100)
    finally:
        writer.send_signal(number)
        writer.wait(timeout=60)
    with Ledger.open(path) as ledger:
        counts = ledger.counts()
        assert counts["articles"] >= 100
        assert counts["attributions"] == 2 * counts["articles"]
        assert counts["attribution_spans"] == 6 * counts["articles"]
        assert ledger.rows("PRAGMA integrity_check")[0][0] == "ok"
        assert ledger.rows("PRAGMA foreign_key_check") == []
        assert ledger.rows("SELECT sum(added) FROM runs")[0][0] == counts["articles"]
        more = counts["articles"] + 5
        added = ledger.add_many(talks(str(number)) for number in range(more))
        assert added == AddCounts(added=5, unchanged=counts["articles"])


def wait_for_articles(path: Path, number: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if path.exists() and path.stat().st_size:
            with Ledger.open(path) as ledger:
                if ledger.counts()["articles"] >= number:
                    return
        time.sleep(0.05)
    pytest.fail(f"the writer did not add {number} articles in 60 s")
