"""`schedule` as a ticker only: the database knows what is due, so a missed or double tick changes nothing."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import schedule

log = logging.getLogger(__name__)

Job = Callable[[], object]

BACK = timedelta(minutes=10)
FORWARD = timedelta(hours=24)


class Ticker:
    """Jobs at intervals, in the thread that calls `tick`.

    Of `schedule` alone two things would hurt: a job that raises starves those behind it, and after the clock
    was set back nothing runs until the old time has come again.
    """

    def __init__(self) -> None:
        self._scheduler = schedule.Scheduler()

    def every(self, seconds: int, name: str, job: Job) -> None:
        """From now on, and for the first time at the next tick."""

        def guarded() -> None:
            try:
                job()
            except Exception:
                log.exception("tick %s failed; it comes again in %d s", name, seconds)

        made = self._scheduler.every(seconds).seconds.do(guarded)
        made.next_run = _wall()

    def tick(self) -> None:
        for job in self._scheduler.get_jobs():
            self._catch_up(job)
        self._scheduler.run_pending()

    def _catch_up(self, job: Any) -> None:
        now = _wall()
        if job.next_run - now > 2 * timedelta(seconds=job.interval):
            log.warning("the clock went back: ticks begin anew")
            job.next_run = now


def _wall() -> datetime:
    return datetime.now()  # noqa: DTZ005 - schedule compares naive local times; the process runs in UTC


class ClockWatch:
    """Compares the wall clock with one that nobody can set (R22).

    Started with a wrong clock, or set by more than an NTP correction, maild would send reminders of weeks at
    once; so letters driven by time wait, while intake goes on, until the clock is back or the daemon is
    started again.
    """

    def __init__(
        self, wall: Callable[[], datetime] | None = None, steady: Callable[[], float] | None = None
    ) -> None:
        self._wall = wall or (lambda: datetime.now(UTC))
        self._steady = steady or _boot_time
        self._began = self._wall(), self._steady()

    def drift(self) -> timedelta:
        """How far the wall clock was moved since the start; positive: forward."""
        passed = timedelta(seconds=self._steady() - self._began[1])
        return (self._wall() - self._began[0]) - passed

    def holds(self) -> bool:
        return -BACK <= self.drift() <= FORWARD


def _boot_time() -> float:
    """Seconds that also pass while the machine is suspended, where the system can tell."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)
