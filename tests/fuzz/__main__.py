"""`make fuzz`: six targets, FUZZ_SECONDS (600) each, with the input of every finding kept in build/fuzz/.

python -m tests.fuzz [TARGET ...] [--seconds N] [--seed N] [--again FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.fuzz.targets import TARGETS

FOLDER = Path("build") / "fuzz"
_GRACE = (
    120  # seconds beyond the budget until a child counts as hanging in something that cannot be interrupted
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`found`: a traceback or how the child ended; `kept`: the file with the input."""

    target: str
    tried: int
    slowest: float  # seconds of CPU
    found: str | None = None
    kept: Path | None = None


def hunt(target: str, seconds: float, seed: int, folder: Path = FOLDER) -> Outcome:
    """One target in a child; nothing that it does to itself reaches this process."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "tests.fuzz.child", target, str(seconds), str(seed), str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + _GRACE, check=False)
    except subprocess.TimeoutExpired:
        return Outcome(target, 0, 0.0, "hangs, and cannot be interrupted", _keep(folder, target))
    told = _told(done.stdout)
    if told is None:
        ended = f"ended with {done.returncode}: {done.stderr.strip()[-2000:]}"
        return Outcome(target, 0, 0.0, ended, _keep(folder, target))
    kept = _keep(folder, target) if told["found"] else None
    return Outcome(target, told["tried"], told["slowest"], told["found"], kept)


def _told(stdout: str) -> dict[str, Any] | None:
    try:
        told = json.loads(stdout.strip().splitlines()[-1])
    except (IndexError, json.JSONDecodeError):
        return None
    return told if isinstance(told, dict) else None


def _keep(folder: Path, target: str) -> Path:
    kept = folder / f"{target}-{time.strftime('%Y%m%d-%H%M%S')}.input"
    shutil.copy(folder / f"{target}.current", kept)
    return kept


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument(
        "targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET", help=", ".join(TARGETS)
    )
    parser.add_argument(
        "--seconds", type=float, default=float(os.environ.get("FUZZ_SECONDS", "600")), metavar="N"
    )
    parser.add_argument(
        "--seed", type=int, default=int(time.time()), metavar="N", help="for the same run again"
    )
    parser.add_argument("--again", type=Path, metavar="FILE", help="one kept input, with its traceback")
    options = parser.parse_args(arguments)
    if options.again:
        return _again(options.again, options.targets)
    found = 0
    for target in options.targets or TARGETS:
        outcome = hunt(target, options.seconds, options.seed)
        found += outcome.found is not None
        print(_line(outcome), flush=True)
    return 1 if found else 0


def _again(path: Path, targets: list[str]) -> int:
    target = targets[0] if targets else path.name.partition("-")[0]
    start = time.process_time()
    TARGETS[target].check(path.read_bytes())
    print(f"{path}: nothing found in {time.process_time() - start:.2f} s of CPU")
    return 0


def _line(one: Outcome) -> str:
    text = f"{one.target}: {one.tried:,} inputs, the slowest {one.slowest:.2f} s of CPU"
    if one.found is None:
        return f"{text}, nothing found"
    last = one.found.strip().splitlines()[-12:]
    return "\n".join([f"{text}, FOUND, input kept in {one.kept}", *(f"  {line}" for line in last)])


if __name__ == "__main__":
    raise SystemExit(main())
