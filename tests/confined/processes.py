"""Whether processes are there, for tests that end them."""

from __future__ import annotations

import time
from pathlib import Path

# The beginning of a false child: it answers to its start, and to requests as the lines after this say.
STARTED = "import os, sys, time, struct\ndef put(b): os.write(1, struct.pack('>I', len(b)) + b)\nput(b'')\n"
ASKED = STARTED + "os.read(0, 4)\n"


def state(pid: int) -> str:
    """As in proc(5); X where there is none."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "X"


def alive(pid: int) -> bool:
    """Whether the process still runs; one that nobody has buried yet does not."""
    return state(pid) not in "ZX"


def gone(pid: int) -> bool:
    until = time.monotonic() + 10
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not alive(pid)
