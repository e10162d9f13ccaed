"""The scene, its uninterrupted ending, and as many copies of it as faults are to be tried on."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Lock

from tests.faults import oracle
from tests.faults.child import Children
from tests.faults.oracle import Ending
from tests.faults.scene import Round, Scene, Through
from tests.servers.dovecot import Dovecot

WORKERS = 2
COPIES = 3_000  # users of the mail server, each for one life of the office


class Stage:
    """Plays the interrupted round of the scene and the rounds after it, again and again, and judges."""

    def __init__(self, folder: Path, dovecot: Dovecot, scene: Scene, children: list[Children]) -> None:
        self.folder, self.dovecot, self.scene = folder, dovecot, scene
        self._idle: SimpleQueue[Children] = SimpleQueue()
        for one in children:
            self._idle.put(one)
        self._names = (f"copy{n}" for n in range(COPIES))
        self._lock = Lock()
        self.ended_before = 0  # lives that were over before the step at which they were to be killed
        reference, self.wanted = self.play(0)
        assert not reference.errors, reference.errors
        self.points = reference.points

    def play(self, kill: int, bug: str = "", through: Through | None = None) -> tuple[Round, Ending]:
        """One life of the office, interrupted at that step (0: not at all)."""
        children = self._idle.get()
        with self._lock:
            name = next(self._names)
        office = self.scene.copy(self.folder / name, name, children)
        try:
            went = office.live_through(kill, bug, through)
            return went, office.ending(self.scene.past())
        finally:
            office.bureau.sink.stop()
            shutil.rmtree(office.bureau.folder)
            shutil.rmtree(self.dovecot.mail / name)
            self._idle.put(children)

    def judge(self, kill: int, bug: str = "") -> list[str]:
        """What is wrong after an interruption there; a process that was not killed is wrong as well.

        Letters that come to the fence together share a transaction, so a round may have some steps fewer than
        the reference; one that ended before the step is judged all the same, and counted.
        """
        went, found = self.play(kill, bug)
        faults = oracle.verdict(found, self.wanted, self.scene.delivered)
        faults += went.errors
        if kill and not went.killed and len(went.points) >= kill:
            faults.append("it was not killed")
        with self._lock:
            self.ended_before += bool(kill and not went.killed)
        return [f"step {kill} ({self._place(kill)}): {fault}" for fault in faults]

    def judge_all(self, steps: list[int], bug: str = "") -> list[str]:
        with ThreadPoolExecutor(WORKERS) as pool:
            return [fault for faults in pool.map(lambda n: self.judge(n, bug), steps) for fault in faults]

    def _place(self, kill: int) -> str:
        return self.points[kill - 1] if kill else "nowhere"

    def steps(self, *words: str) -> list[int]:
        """The numbers of the steps whose names hold one of these words."""
        return [n for n, name in enumerate(self.points, 1) if any(w in name for w in words)]
