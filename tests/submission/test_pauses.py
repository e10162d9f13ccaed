"""Growing pauses, and the end after five days."""

from datetime import UTC, datetime, timedelta

import pytest

from maild.submission import give_up, pause


@pytest.mark.parametrize(
    ("attempts", "minutes"),
    [(0, 5), (1, 5), (2, 10), (3, 20), (4, 40), (5, 80), (6, 160), (7, 240), (9999, 240)],
)
def test_pauses_grow_up_to_four_hours(attempts: int, minutes: int) -> None:
    assert pause(attempts) == timedelta(minutes=minutes)


def test_gives_up_after_five_days() -> None:
    first = datetime(2026, 8, 3, 9, 0, tzinfo=UTC)
    assert not give_up(first, first + timedelta(days=5, seconds=-1))
    assert give_up(first, first + timedelta(days=5))
