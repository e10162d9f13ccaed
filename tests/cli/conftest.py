from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.premises import Premises, premises


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Premises]:
    """An office of its own, and no configuration anywhere else."""
    monkeypatch.delenv("MAILD_CONFIG", raising=False)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    with premises(tmp_path) as made:
        yield made
