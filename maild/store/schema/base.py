"""What every table needs, and the few that belong to no room. Times are stored as UTC and come back aware,
on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Date, DateTime, Integer, MetaData, String, Table, Text, TypeDecorator
from sqlalchemy.engine import Dialect

# Raised with every change; a database of a newer maild is refused, not guessed at. An older one becomes a
# newer one by itself: 2 added the register, 3 what keeps it alive and the marks by which repeated reports are
# found, 4 gave the bytes of letters a table of their own (store/growth.py).
SCHEMA = 4


class Moment(TypeDecorator[datetime]):
    """An aware datetime. SQLite forgets zones, so UTC is stored everywhere."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        assert value.tzinfo is not None, "a naive time reached the store"
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

meta = Table(
    "meta", metadata, Column("key", String(60), primary_key=True), Column("value", Text, nullable=False)
)

counter = Table(
    "counter",
    metadata,
    Column("office", String(40), primary_key=True),
    Column("series", String(20), primary_key=True),  # case, letter
    Column("year", Integer, primary_key=True),
    Column("next", Integer, nullable=False),
)

daily = Table(
    "daily",
    metadata,
    Column("office", String(40), primary_key=True),
    Column("name", String(20), primary_key=True),
    Column("address", String(255), primary_key=True),
    Column("day", Date, primary_key=True),
)
