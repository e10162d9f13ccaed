"""How one office sees its rows: times with its offset, its people by their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from maild.config import Config, Office
from maild.store.engine import value

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Desk:
    """How one office sees its rows."""

    zone: ZoneInfo
    names: Mapping[str, str]  # staff address -> name

    def at(self, moment: datetime | None) -> str | None:
        return None if moment is None else moment.astimezone(self.zone).isoformat(timespec="seconds")

    def officer(self, address: str) -> Document | None:
        return mailbox(self.names.get(address, ""), address)


def desks_of(config: Config) -> dict[str, Desk]:
    return {office.key: _desk(office) for office in config.offices}


def _desk(office: Office) -> Desk:
    return Desk(office.identity.zone, {one.email.lower(): one.name for one in office.staff})


def mailbox(name: str | None, address: str | None) -> Document | None:
    return {"name": name or "", "address": address} if address else None


def present(connection: Connection, config: Config) -> datetime:
    """The time by which something is overdue: in a rehearsal the newest that the database has seen."""
    newest = value(connection, "newest") if config.rehearsal.enabled else None
    return datetime.fromisoformat(newest) if newest else datetime.now(UTC)
