"""kill -9 at every kind of step of a round, then start again: the same end state as without (S2, S1).

By default some 150 of about 670 steps; MAILD_EXHAUSTIVE=1 takes all of them.
"""

from __future__ import annotations

import os

import pytest

from tests.faults import oracle
from tests.faults.stage import Stage

EXHAUSTIVE = os.environ.get("MAILD_EXHAUSTIVE") == "1"
EACH_KIND = 2  # of every kind of step: the first and the last
LEAST = 120


def chosen(points: list[str]) -> list[int]:
    """Every kind of step at its first, last and some middle times, then an even spread over the rest."""
    if EXHAUSTIVE:
        return list(range(1, len(points) + 1))
    times: dict[str, list[int]] = {}
    for number, name in enumerate(points, 1):
        times.setdefault(name, []).append(number)
    picked = {t[i * (len(t) - 1) // (EACH_KIND - 1)] for t in times.values() for i in range(EACH_KIND)}
    missing = max(0, LEAST - len(picked))
    picked |= set(range(1, len(points) + 1, max(1, len(points) // (missing + 1))))
    return sorted(picked)


def test_the_scene_ends_as_its_author_says(stage: Stage) -> None:
    _, found = stage.play(0)
    assert oracle.verdict(found, stage.wanted, stage.scene.delivered) == []
    assert set(found.states) == {"sent", "failed"}
    assert found.states["failed"] == 1  # the one that bounced
    assert len(found.letters) >= 15


def test_killed_anywhere_it_ends_the_same(stage: Stage) -> None:
    steps = chosen(stage.points)
    assert len(steps) >= LEAST
    for words in ("COMMIT", "fence", "body", "MOVE", "FETCH", "fetched", "UPDATE outbox", "INSERT", "APPEND"):
        assert set(steps) & set(stage.steps(words)), f"no step at {words}"
    faults = stage.judge_all(steps)
    print(f"{len(steps)} of {len(stage.points)} steps")
    assert not faults, "\n".join(faults)
    assert stage.ended_before <= len(steps) // 15


# A bug that is put in on purpose, where it must show, and what the oracle must say of it.
BUGS = [
    ("move before commit", "MOVE of a folder", "LOST"),
    ("no fence", "dot of the body", "DOUBLED"),
    ("blind resend", "dot of the body", "DOUBLED"),
    ("sent before the body", "before the body", "LOST"),
    ("disposition and letters apart", "INSERT case", "wanted {'opened'"),
]


@pytest.mark.parametrize(("bug", "place", "found"), BUGS, ids=[bug for bug, _, _ in BUGS])
def test_the_oracle_finds_seeded_bugs(stage: Stage, bug: str, place: str, found: str) -> None:
    went, _ = stage.play(0, bug)
    # The bug may change the steps: they are counted anew.
    steps = [n for n, name in enumerate(went.points, 1) if place in name][:4]
    faults = stage.judge_all(steps, bug)
    assert any(found in fault for fault in faults), faults


def test_the_oracle_finds_duplicates_by_message_id_alone(stage: Stage) -> None:
    faults = stage.judge(0, "same Message-ID is a copy")
    assert any("another report under a used Message-ID" in fault for fault in faults), faults
