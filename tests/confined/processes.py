"""Processes in tests that end them: whether they are there, and false children."""

from __future__ import annotations

import signal
import subprocess
import sys
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


def assert_ends_with_its_daemon(script: str, number: signal.Signals) -> None:
    """A daemon runs the script, which tells the pid of its child in a line, and is ended by this signal."""
    daemon = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert daemon.stdout is not None
    child = int(daemon.stdout.readline())
    assert alive(child)
    daemon.send_signal(number)
    daemon.wait()
    daemon.stdout.close()
    assert gone(child)


def gone(pid: int) -> bool:
    until = time.monotonic() + 10
    while alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    return not alive(pid)
