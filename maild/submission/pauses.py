"""When a deferred mail is tried again, and when no more (RFC 5321 section 4.5.4.1)."""

from __future__ import annotations

from datetime import datetime, timedelta

FIRST = timedelta(
    minutes=5
)  # shorter than the RFC's half hour: this is the office's own relay, not the world
CAP = timedelta(hours=4)
LONGEST = timedelta(days=5)


def pause(attempts: int) -> timedelta:
    """The pause after so many failed attempts: 5, 10, 20 … minutes, at most 4 hours."""
    doublings: int = 2 ** min(max(attempts, 1) - 1, 10)
    return min(CAP, FIRST * doublings)


def give_up(first_attempt: datetime, now: datetime) -> bool:
    """True when the mail has been tried for five days; it then fails and a person is told."""
    return now - first_attempt >= LONGEST
