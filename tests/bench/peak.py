"""The most memory that a process ever had: this one, and those that it has begun."""

from __future__ import annotations

from pathlib import Path


def peak_memory() -> int:
    """Bytes of resident memory at its highest (VmHWM of proc(5))."""
    return _highest(Path("/proc/self/status"))


def of_children() -> int:
    """Bytes likewise, of the children that live, added up."""
    tasks = Path("/proc/self/task").glob("*/children")
    children = [int(pid) for task in tasks for pid in task.read_text().split()]
    return sum(_highest(Path(f"/proc/{child}/status")) for child in children)


def _highest(status: Path) -> int:
    for line in status.read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise LookupError(f"VmHWM: not in {status}")
