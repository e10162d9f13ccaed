"""The measure of near-duplicates runs, finds what it hides, and takes no stranger for an earlier reporter."""

from __future__ import annotations

import json

import pytest

from tests.bench.likeness import main


def test_edited_copies_are_found_among_strangers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--cases", "600", "--asked", "40", "--json"]) == 0
    (measured,) = json.loads(capsys.readouterr().out)
    assert measured["found"] >= 0.95 and measured["strangers"] <= 0.02
