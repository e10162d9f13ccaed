"""The most memory that this process ever had."""

from __future__ import annotations

from pathlib import Path


def peak_memory() -> int:
    """Bytes of resident memory at its highest (VmHWM of proc(5))."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    raise LookupError("VmHWM: not in /proc/self/status")
