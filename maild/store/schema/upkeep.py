"""What keeps the register alive: inquiries, and which letters belong to them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from maild.store.schema.base import Moment, metadata

inquiry = Table(
    "inquiry",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(40), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("agency_id", String(80), nullable=False),
    Column("occasion", String(20), nullable=False),
    Column("key", String(600), nullable=False),  # the same matter is begun once, for ever
    Column("begun_at", Moment, nullable=False),
    Column("next_at", Moment),  # of the next step; None: nothing more by itself
    Column("by", Text, nullable=False),
    Column("about", Text, nullable=False),  # address whose holder is in question
    Column("also", JSON, nullable=False),
    Column("named", JSON, nullable=False),
    Column("dead", JSON, nullable=False),
    Column("rung", Integer, nullable=False),
    Column("batch", Boolean, nullable=False),
    Column("state", String(12), nullable=False),
    Column("outcome", Text, nullable=False),
    Column("changed_at", Moment, nullable=False),
    UniqueConstraint("office", "key"),
)
Index("ix_inquiry_due", inquiry.c.office, inquiry.c.state, inquiry.c.next_at)
Index("ix_inquiry_agency", inquiry.c.office, inquiry.c.agency_id)

# A letter of an inquiry: by it an answer finds back, and a bounce.
inquiry_letter = Table(
    "inquiry_letter",
    metadata,
    Column("outbox_id", Integer, ForeignKey("outbox.id"), primary_key=True),
    Column("inquiry_id", Integer, ForeignKey("inquiry.id"), nullable=False),
    Column("queued_at", Moment, nullable=False),
)
Index("ix_inquiry_letter_inquiry", inquiry_letter.c.inquiry_id)
Index("ix_inquiry_letter_queued", inquiry_letter.c.queued_at)
