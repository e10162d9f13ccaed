"""The register of focal points."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Integer, String, Table, Text, UniqueConstraint

from maild.store.schema.base import Moment, metadata

# The register of focal points: the newest state of each agency, and every change with its origin.
agency = Table(
    "agency",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(40), nullable=False),
    Column("agency_id", String(80), nullable=False),
    Column("row", JSON, nullable=False),  # the cells of the agency list
    Column("changed_at", Moment, nullable=False),
    UniqueConstraint("office", "agency_id"),
)

agency_change = Table(
    "agency_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(40), nullable=False),
    Column("agency_id", String(80), nullable=False),
    Column("column", String(40), nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("inbox_id", Integer),
)
Index("ix_agency_change_office", agency_change.c.office, agency_change.c.agency_id)

# What the agency list of the configuration said when it was last taken in: only what its editor changes
# since then is taken over.
agency_file = Table(
    "agency_file",
    metadata,
    Column("office", String(40), primary_key=True),
    Column("rows", JSON, nullable=False),
    Column("taken_in_at", Moment, nullable=False),
)
