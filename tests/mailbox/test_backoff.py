"""Growing pauses with a cap."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from maild.mailbox import Backoff


def test_pauses() -> None:
    backoff = Backoff(first=timedelta(seconds=2), cap=timedelta(minutes=1))
    seconds = [backoff.after(failures).total_seconds() for failures in range(8)]
    assert seconds == [0, 2, 4, 8, 16, 32, 60, 60]


@given(st.integers(min_value=-3, max_value=10**6))
def test_never_more_than_the_cap_and_never_less_than_before(failures: int) -> None:
    backoff = Backoff()
    assert backoff.after(failures) <= backoff.after(failures + 1) <= backoff.cap
