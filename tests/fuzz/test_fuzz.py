"""A few seconds of each target, and the harness itself: what it is there to catch, it catches."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.__main__ import hunt
from tests.fuzz.targets import TARGETS

SECONDS = 2.0
SEED = 20260801  # the same inputs each time: a test that fails today fails tomorrow

# A child whose only target is a fault; the bounds are small, so that it takes no time to run into them.
FAULTY = """
from hypothesis import strategies as st
from tests.fuzz import child, targets
child._STOP, child.SECONDS, child._SHRINK = 0.5, 0.2, 1
def check(data):
    {fault}
child.TARGETS = {{"faulty": targets.Target("faulty", lambda: st.binary(max_size=8), check)}}
raise SystemExit(child.main())
"""


@pytest.mark.parametrize("target", TARGETS)
def test_a_few_seconds_of_damage_find_nothing(target: str, tmp_path: Path) -> None:
    outcome = hunt(target, SECONDS, SEED, tmp_path)
    assert outcome.found is None, (
        f"{outcome.found}\nagain: python -m tests.fuzz {target} --again {outcome.kept}"
    )
    assert outcome.tried >= 10


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("raise ValueError('broken')", "ValueError"),
        ("assert len(data) < 3", "AssertionError"),
        ("\n    while True: pass", "s of CPU"),
        ("x = b'x' * (600 << 20)", "MemoryError"),
    ],
)
def test_the_harness_finds(fault: str, told: str, tmp_path: Path) -> None:
    done = _faulty(fault, tmp_path)
    assert done.returncode == 1
    assert told in json.loads(done.stdout.strip().splitlines()[-1])["found"]
    assert (tmp_path / "faulty.current").is_file()


def test_the_input_outlives_its_process(tmp_path: Path) -> None:
    done = _faulty("import os; os.abort()", tmp_path)
    assert done.returncode < 0
    assert (tmp_path / "faulty.current").is_file()


def _faulty(fault: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", FAULTY.format(fault=fault), "faulty", "5", "1", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
