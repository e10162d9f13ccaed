"""Numbers of cases and letters: lent to a decision, and what it took of them written down at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection

from maild.cases.world import Numbers
from maild.daemon.room import Room
from maild.store import casebook


@contextmanager
def numbers(tx: Connection, room: Room, now: datetime) -> Iterator[Numbers]:
    """The numbers of the year in which the office now is. A series is looked up, and locked, when a number of
    it is wanted first; a decision that fails has taken none."""
    year = room.world.date_of(now).year
    lent = Numbers(room.world, lambda series: casebook.next_number(tx, room.key, series, year))
    yield lent
    for series in sorted(lent.taken):
        casebook.set_number(tx, room.key, series, year, lent.next(series))
