"""Runs the pump, maild and maild with a full store in turn, each in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.mails import Delivered, mails
from tests.bench.office import AWAITED, FULL, configure
from tests.servers.dovecot import Dovecot
from tests.servers.postfix import Postfix

CONNECTIONS = 4  # the default of submission.connections
ROOT = Path(__file__).resolve().parents[2]
KINDS = ("pump", "maild", "maild, full store")

Run = dict[str, Any]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Measurement:
    """What is to be measured. `cases` in the full store; `sink`: postfix or sink."""

    mails: int
    cases: int
    repeats: int
    sink: str

    @property
    def awaited(self) -> int:
        """Open cases that the mails are about: fewer for fewer mails or a smaller store."""
        return max(1, min(AWAITED, self.mails * AWAITED // 2000, self.cases * AWAITED // FULL))


@dataclass(slots=True)
class Measured:
    asked: Measurement
    sorts: dict[str, int] = field(default_factory=dict)
    median_size: int = 0
    total_size: int = 0
    runs: dict[str, list[Run]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    filling: float = 0.0  # seconds
    tables: dict[str, int] = field(default_factory=dict)
    database: int = 0  # bytes of the full store
    routing: dict[str, float] = field(default_factory=dict)  # of tests.bench.routing
    fsync: float = 0.0  # seconds, median: what one commit costs on this disk at least


def measure(folder: Path, asked: Measurement, say: Say) -> Measured:
    done = Measured(asked)
    done.fsync = _fsync(folder)
    done.routing = _child("routing")
    delivered = list(mails(asked.mails, asked.awaited))
    _describe(done, delivered)
    small, full = folder / "small.db", folder / "full.db"
    _fill(small, 0, asked.awaited)
    began = time.perf_counter()
    done.tables = _fill(full, asked.cases, asked.awaited)
    done.filling = time.perf_counter() - began
    done.database = full.stat().st_size
    say(f"{asked.cases:,} cases stored in {done.filling:.0f} s, {done.database / 1e6:,.0f} MB")
    places = [f"{repeat}-{n}" for repeat in range(asked.repeats) for n in range(len(KINDS))]
    with _dovecot([f"user{place}" for place in places]) as dovecot, _smtp(asked.sink) as (port, settled):
        for repeat in range(asked.repeats):
            for kind in KINDS:
                place = folder / f"{repeat}-{KINDS.index(kind)}"
                place.mkdir()
                stores = {"maild": small, "maild, full store": full}
                run = _run(place, kind, dovecot, port, delivered, stores.get(kind))
                settled()
                shutil.rmtree(place)
                done.runs[kind].append(run)
                _compare(done)
                say(f"{kind}: {run['mails'] / run['seconds']:.1f} mails/s")
    return done


class Unequal(Exception):
    """Runs that did not do the same work say nothing about its speed."""


def _compare(done: Measured) -> None:
    """Every run of maild takes the same decisions and fails at nothing."""
    own = [run["counts"] for kind in KINDS[1:] for run in done.runs[kind]]
    for counts in own:
        if counts != own[0] or counts["quarantined"] or counts["failed"] or counts["deferred"]:
            raise Unequal(f"found {counts}, wanted {own[0]} with nothing quarantined, failed or deferred")


def _describe(done: Measured, delivered: list[Delivered]) -> None:
    sizes = sorted(len(one.raw) for one in delivered)
    done.median_size, done.total_size = sizes[len(sizes) // 2], sum(sizes)
    for one in delivered:
        done.sorts[one.sort] = done.sorts.get(one.sort, 0) + 1


def _run(
    place: Path, kind: str, dovecot: Dovecot, smtp: int, delivered: list[Delivered], store: Path | None
) -> Run:
    """A mailbox and a store of its own for each run, both as warm as the other runs have them."""
    user = f"user{place.name}"
    dovecot.fill(user, ((one.raw, one.at) for one in delivered))
    with dovecot.session(user) as client:
        client.select("INBOX")
        client.fetch("1:*", "(RFC822.SIZE)")
    if store is None:
        run = _child("pump", dovecot.port, user, smtp, CONNECTIONS)
    else:
        database = place / "maild.db"
        shutil.copyfile(store, database)
        configure(place, dovecot.port, user, smtp, database)
        os.sync()  # what the copy left to write is not maild's work
        run = _child("round", place)
    run["left"] = len(list((dovecot.mail / user / "Maildir" / "cur").iterdir()))
    shutil.rmtree(dovecot.mail / user)
    return run


def _child(module: str, *arguments: object) -> Run:
    words = [sys.executable, "-m", f"tests.bench.{module}", *map(str, arguments)]
    done = subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    found: Run = json.loads(done.stdout.splitlines()[-1])
    return found


def _fill(database: Path, cases: int, awaited: int) -> dict[str, int]:
    return _child("filling", database, cases, awaited)


@contextmanager
def _dovecot(users: list[str]) -> Iterator[Dovecot]:
    server = Dovecot()
    try:
        yield server.start(dict.fromkeys(users, "secret"))
    finally:
        server.stop()


@contextmanager
def _smtp(sink: str) -> Iterator[tuple[int, Callable[[], None]]]:
    """The port, and a wait until the server has nothing left to do."""
    if sink == "postfix":
        postfix = Postfix()
        try:
            postfix.start()
            yield postfix.port, lambda: _until_empty(postfix)
        finally:
            postfix.stop()
        return
    words = [sys.executable, "-m", "tests.servers.sink"]
    with subprocess.Popen(words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as alone:
        assert alone.stdout is not None
        yield int(alone.stdout.readline()), lambda: None
        alone.communicate(timeout=10)


def _until_empty(postfix: Postfix) -> None:
    queues = [postfix.folder / "spool" / name for name in ("incoming", "active")]
    until = time.monotonic() + 60
    while time.monotonic() < until and any(path.is_file() for q in queues for path in q.rglob("*")):
        time.sleep(0.1)


def _fsync(folder: Path) -> float:
    times = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _ in range(21):
            file.write(b"x" * 4096)
            file.flush()
            began = time.perf_counter()
            os.fsync(file.fileno())
            times.append(time.perf_counter() - began)
    return sorted(times)[10]
