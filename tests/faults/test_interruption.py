"""kill -9 at every kind of step of a round, then start again: the same end state as without (S2, S1).

By default some 130 of about 600 steps; MAILD_EXHAUSTIVE=1 takes all of them.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Lock

import pytest

from tests.faults import oracle
from tests.faults.child import Children
from tests.faults.oracle import Ending
from tests.faults.scene import Round, Scene, prepare
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

EXHAUSTIVE = os.environ.get("MAILD_EXHAUSTIVE") == "1"
WORKERS = 2
EACH_KIND = 2  # of every kind of step: the first, the last, and some between
LEAST = 130
COPIES = 3_000  # users of the mail server, each for one life of the office


class Stage:
    """The scene, its uninterrupted ending, and as many copies of it as there are users."""

    def __init__(self, folder: Path, dovecot: Dovecot, scene: Scene, children: list[Children]) -> None:
        self.folder, self.dovecot, self.scene = folder, dovecot, scene
        self._idle: SimpleQueue[Children] = SimpleQueue()
        for one in children:
            self._idle.put(one)
        self._names = (f"copy{n}" for n in range(COPIES))
        self._lock = Lock()
        reference, self.wanted = self.play(0)
        assert not reference.errors, reference.errors
        self.points = reference.points

    def play(self, kill: int, bug: str = "") -> tuple[Round, Ending]:
        """One life of the office, interrupted at that step (0: not at all)."""
        children = self._idle.get()
        with self._lock:
            name = next(self._names)
        office = self.scene.copy(self.folder / name, name, children)
        try:
            went = office.live_through(kill, bug)
            return went, office.ending(self.scene.past())
        finally:
            office.bureau.sink.stop()
            shutil.rmtree(office.bureau.folder)
            shutil.rmtree(self.dovecot.mail / name)
            self._idle.put(children)

    def judge(self, kill: int, bug: str = "") -> list[str]:
        """What is wrong after an interruption there; a process that was not killed is wrong as well."""
        went, found = self.play(kill, bug)
        faults = oracle.verdict(found, self.wanted, self.scene.delivered)
        faults += went.errors
        if kill and not went.killed:
            faults.append("it was not killed")
        return [f"step {kill} ({self._place(kill)}): {fault}" for fault in faults]

    def judge_all(self, steps: list[int], bug: str = "") -> list[str]:
        with ThreadPoolExecutor(WORKERS) as pool:
            return [fault for faults in pool.map(lambda n: self.judge(n, bug), steps) for fault in faults]

    def _place(self, kill: int) -> str:
        return self.points[kill - 1] if kill else "nowhere"

    def steps(self, *words: str) -> list[int]:
        """The numbers of the steps whose names hold one of these words."""
        return [n for n, name in enumerate(self.points, 1) if any(w in name for w in words)]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("interruption")
    dovecot, sink = Dovecot(), Sink().start()
    children = [Children() for _ in range(WORKERS)]
    try:
        dovecot.start({"office": "secret"} | {f"copy{n}": "secret" for n in range(COPIES)})
        (folder / "office").mkdir()
        scene = prepare(folder / "office", dovecot, sink, children[0])
        yield Stage(folder, dovecot, scene, children)
    finally:
        for one in children:
            one.close()
        sink.stop()
        dovecot.stop()


def chosen(points: list[str]) -> list[int]:
    """Every kind of step at its first, last and some middle times, then an even spread over the rest."""
    if EXHAUSTIVE:
        return list(range(1, len(points) + 1))
    times: dict[str, list[int]] = {}
    for number, name in enumerate(points, 1):
        times.setdefault(name, []).append(number)
    picked = {t[i * (len(t) - 1) // (EACH_KIND - 1)] for t in times.values() for i in range(EACH_KIND)}
    missing = max(0, LEAST - len(picked))
    picked |= set(range(1, len(points) + 1, max(1, len(points) // (missing + 1))))
    return sorted(picked)


def test_the_scene_ends_as_its_author_says(stage: Stage) -> None:
    _, found = stage.play(0)
    assert oracle.verdict(found, stage.wanted, stage.scene.delivered) == []
    assert set(found.states) == {"sent", "failed"}
    assert found.states["failed"] == 1  # the one that bounced
    assert len(found.letters) >= 15


def test_killed_anywhere_it_ends_the_same(stage: Stage) -> None:
    steps = chosen(stage.points)
    assert len(steps) >= LEAST
    for words in ("COMMIT", "fence", "body", "MOVE", "FETCH", "fetched", "UPDATE outbox", "INSERT", "APPEND"):
        assert set(steps) & set(stage.steps(words)), f"no step at {words}"
    faults = stage.judge_all(steps)
    print(f"{len(steps)} of {len(stage.points)} steps")
    assert not faults, "\n".join(faults)


# A bug that is put in on purpose, where it must show, and what the oracle must say of it.
BUGS = [
    ("move before commit", "MOVE of a folder", "LOST"),
    ("no fence", "dot of the body", "DOUBLED"),
    ("blind resend", "dot of the body", "DOUBLED"),
    ("sent before the body", "before the body", "LOST"),
    ("disposition and letters apart", "INSERT case", "wanted {'opened'"),
]


@pytest.mark.parametrize(("bug", "place", "found"), BUGS, ids=[bug for bug, _, _ in BUGS])
def test_the_oracle_finds_seeded_bugs(stage: Stage, bug: str, place: str, found: str) -> None:
    went, _ = stage.play(0, bug)
    # The bug may change the steps: they are counted anew.
    steps = [n for n, name in enumerate(went.points, 1) if place in name][:4]
    faults = stage.judge_all(steps, bug)
    assert any(found in fault for fault in faults), faults


def test_the_oracle_finds_duplicates_by_message_id_alone(stage: Stage) -> None:
    faults = stage.judge(0, "same Message-ID is a copy")
    assert any("another report under a used Message-ID" in fault for fault in faults), faults
