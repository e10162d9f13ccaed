"""The register at this moment: the posts as commands, answers and the passing of time find them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from maild.daemon.room import Room
from maild.directory import Directory
from maild.directory.roster import directory_of, live
from maild.directory.sheet import Row
from maild.store import register, upkeep
from maild.upkeep.post import Post, Posts, post_of


@dataclass(frozen=True, slots=True)
class View:
    """The register at this moment: a mail of the same round may have changed it since the room was made."""

    directory: Directory
    rows: dict[str, Row]
    bouncing: frozenset[str]
    today: date

    def post(self, agency_id: str) -> Post | None:
        row = self.rows.get(agency_id)
        known = row is not None and agency_id in self.directory.agencies
        return post_of(self.directory, agency_id, row, self.today, self.bouncing) if known and row else None

    def posts(self) -> list[Post]:
        return [post for agency_id in self.rows if (post := self.post(agency_id)) is not None]


def view(connection: Connection, room: Room, now: datetime, agency_ids: Sequence[str] | None = None) -> View:
    """Of the whole register, or of some agencies (then only their rows and addresses are looked up)."""
    same = register.newest(connection, room.key) == room.newest_change
    today = room.world.date_of(now)
    if same and agency_ids is not None:
        rows = {
            k: r for agency_id in agency_ids for k, r in register.row(connection, room.key, agency_id).items()
        }
        return View(room.world.directory, rows, register.bouncing(connection, room.key, _emails(rows)), today)
    every = register.rows(connection, room.key)
    directory = room.world.directory if same else directory_of(every, today)
    rows = live(every, today)
    if agency_ids is None:
        return View(directory, rows, register.bouncing(connection, room.key), today)
    rows = {key: rows[key] for key in agency_ids if key in rows}
    return View(directory, rows, register.bouncing(connection, room.key, _emails(rows)), today)


def _emails(rows: Mapping[str, Row]) -> list[str]:
    return [row["focal_email"].lower() for row in rows.values() if row.get("focal_email")]


def posts(connection: Connection, room: Room, now: datetime) -> Posts:
    """For the commands of staff."""
    every = {post.agency.id: post for post in view(connection, room, now).posts()}
    return Posts(every, upkeep.latest(connection, room.key), room.office.upkeep.letters_per_day)
