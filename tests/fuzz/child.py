"""One target in a process of its own, with bounds on memory and on CPU time: python -m tests.fuzz.child."""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import hypothesis
from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.targets import TARGETS, Target

MEMORY = 512 * 1024 * 1024  # bytes of address space
SECONDS = 2.0  # of CPU for one input
_STOP = 10.0  # after so many it is interrupted
_SHRINK = 30  # seconds to make a finding smaller
_CHUNK = 400  # inputs between two looks at the clock by Hypothesis


class Hang(BaseException):
    """Not an Exception: nothing that reads mail may take it for a fault of the mail and go on."""


@dataclass(slots=True)
class Hunt:
    """`current` is the file that holds the input in hand: it is still there when the process is not."""

    target: Target
    seconds: float
    current: Path
    tried: int = 0
    slowest: float = 0.0
    smallest: bytes = b""  # that failed
    _ends: float = field(default=0.0)
    _file: int = field(default=-1)
    _failing: bool = field(default=False)  # an input failed: it is being made smaller

    def run(self, seed: int) -> str | None:
        """What was found, as a traceback; None when the time went by without."""
        self._ends = time.monotonic() + self.seconds
        self._file = os.open(self.current, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        signal.signal(signal.SIGPROF, _interrupted)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        while time.monotonic() < self._ends:
            try:
                self._chunk(seed)
            except (Exception, Hang):
                os.ftruncate(self._file, 0)
                os.pwrite(self._file, self.smallest, 0)
                return traceback.format_exc()
            seed += 1
        return None

    def _chunk(self, seed: int) -> None:
        quiet = settings(
            max_examples=_CHUNK,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
            print_blob=False,
        )
        hypothesis.seed(seed)(quiet(given(self.target.inputs())(self._try)))()

    def _try(self, data: bytes) -> None:
        if time.monotonic() > self._ends + (_SHRINK if self._failing else 0):
            return
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, data, 0)
        self.tried += 1
        signal.setitimer(signal.ITIMER_PROF, _STOP)
        try:
            self._checked(data)
        except (Exception, Hang):
            if not self._failing or len(data) < len(self.smallest):
                self._failing, self.smallest = True, data
            raise

    def _checked(self, data: bytes) -> None:
        signal.setitimer(signal.ITIMER_PROF, _STOP)
        start = time.process_time()
        try:
            self.target.check(data)
        except Hang as hang:
            raise AssertionError(f"more than {_STOP} s of CPU") from hang
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        spent = time.process_time() - start
        self.slowest = max(self.slowest, spent)
        if spent > SECONDS:
            raise AssertionError(f"{spent:.1f} s of CPU")


def _interrupted(number: int, frame: FrameType | None) -> None:
    raise Hang


def main() -> int:
    name, seconds, seed, folder = sys.argv[1:5]
    hunt = Hunt(TARGETS[name], float(seconds), Path(folder) / f"{name}.current")
    found = hunt.run(int(seed))
    print(json.dumps({"tried": hunt.tried, "slowest": round(hunt.slowest, 3), "found": found}))
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
