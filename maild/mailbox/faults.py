"""The two ways in which a mailbox fails, and how long to wait before trying again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


class MailboxUnavailable(Exception):
    """Temporary: the connection is closed; open again after a pause. Nothing in the mailbox is lost (R26)."""


class MailboxRefused(Exception):
    """Permanent until somebody changes something; the message says what was found and what to do."""


@dataclass(frozen=True, slots=True)
class Backoff:
    """Growing pauses between attempts to reach a server: first, twice that, four times … up to cap."""

    first: timedelta = timedelta(seconds=2)
    cap: timedelta = timedelta(minutes=5)

    def after(self, failures: int) -> timedelta:
        """The pause after so many failures in a row (0: none)."""
        if failures <= 0:
            return timedelta(0)
        # Beyond 30 doublings every cap is reached; the bound keeps the power within timedelta.
        doublings: int = 2 ** min(failures - 1, 30)
        return min(self.cap, self.first * doublings)
