"""Each file of broken/ has every problem it holds in the .expected file beside it, word for word.

To accept a new wording: MAILD_ACCEPT=1 pytest tests/config/test_broken.py, then read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from maild.config import Config, load

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(path.stem for path in BROKEN.glob("*.yaml"))


@pytest.mark.parametrize("case", CASES)
def test_every_problem_is_told_with_its_place(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BROKEN)
    found = load(Path(f"{case}.yaml"))
    assert not isinstance(found, Config), "a broken file was accepted"
    said = "".join(f"{problem}\n" for problem in found)
    expected = BROKEN / f"{case}.expected"
    if os.environ.get("MAILD_ACCEPT"):
        expected.write_text(said, "utf-8")
    assert said == expected.read_text("utf-8")


def test_there_are_cases_and_none_is_left_over() -> None:
    assert len(CASES) >= 20
    assert {path.stem for path in BROKEN.glob("*.expected")} == set(CASES)


def test_a_password_in_the_file_is_never_shown() -> None:
    assert "hunter2" not in (BROKEN / "password_in_file.expected").read_text("utf-8")
