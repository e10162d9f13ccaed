"""Mail as it came, and letters as they leave."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from maild.store.schema.base import Moment, metadata

# The raw bytes of incoming mail, by content: the first thing that is committed (R1).
raw = Table(
    "raw",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(40), nullable=False),
    Column("folder", String(200), nullable=False),
    Column("uidvalidity", Integer, nullable=False),
    Column("uid", Integer, nullable=False),
    Column("internaldate", Moment, nullable=False),
    Column("received_at", Moment, nullable=False),  # internaldate, never later than our clock (R20)
    Column("taken_in_at", Moment, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String(64), ForeignKey("raw.sha256"), nullable=False),
    Column(
        "body_sha256", String(64), nullable=False
    ),  # without headers: a second delivery has the same (R25)
    Column("attempts", Integer, nullable=False, default=0),  # counted before reading (R17)
    Column("disposition", String(20)),  # None: waits to be read
    Column("reason", Text),
    Column("read_at", Moment),
    Column("message_id", Text),
    Column("sender_name", Text),
    Column("sender", Text),
    Column("subject", Text),
    Column("kind", String(20)),
    Column("intent", String(40)),
    Column("case_id", Integer, ForeignKey("case.id")),
    Column("target", String(20)),  # folder to go to: processed, quarantine
    Column("moved", Boolean, nullable=False, default=False),
    Column("truncated", Boolean, nullable=False, default=False),  # over max_size: only its header is here
    UniqueConstraint("office", "folder", "uidvalidity", "uid"),
)
Index("ix_inbox_waiting", inbox.c.office, inbox.c.disposition)
Index("ix_inbox_moved", inbox.c.office, inbox.c.moved)
Index("ix_inbox_message_id", inbox.c.office, inbox.c.message_id)
# Three columns, so that SQLite takes this one and not the whole of ix_inbox_moved or ix_inbox_waiting.
Index("ix_inbox_sha256", inbox.c.sha256, inbox.c.office, inbox.c.folder)
Index("ix_inbox_case", inbox.c.case_id)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(40), nullable=False),
    Column("case_id", Integer, ForeignKey("case.id")),
    Column("party_id", Integer, ForeignKey("party.id"), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("number", String(120)),
    Column("number_key", String(120)),  # folded, to find what agencies quote
    Column("agency_id", String(80)),
    Column("role", String(20), nullable=False),
    Column("recipient", Text, nullable=False),
    Column("recipient_name", Text, nullable=False),
    Column("envelope_from", Text, nullable=False),
    Column("message_id", String(255), nullable=False, unique=True),
    Column("subject", Text, nullable=False),
    Column("body_sha256", String(64), nullable=False),
    Column("state", String(12), nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("queued_at", Moment, nullable=False),
    Column("next_attempt_at", Moment, nullable=False),
    Column("first_attempt_at", Moment),
    Column("attempts", Integer, nullable=False, default=0),
    Column("epoch", Integer, nullable=False, default=0),
    Column("last_reply", Text),
    Column("sent_at", Moment),
    Column("uncertain_at", Moment),
    Column("journal_at", Moment),  # our own copy came back: evidence of delivery (R14)
    Column("filed", Boolean, nullable=False, default=False),  # a copy lies in the Sent folder
    Column("directory_version", String(64)),
)
Index("ix_outbox_ready", outbox.c.office, outbox.c.state, outbox.c.next_attempt_at)
Index("ix_outbox_case", outbox.c.case_id)
Index("ix_outbox_number", outbox.c.office, outbox.c.number_key)
Index("ix_outbox_filed", outbox.c.office, outbox.c.filed, outbox.c.state)
# With the office, so that SQLite takes this one for what one address got, and not the whole day's letters.
Index("ix_outbox_address", outbox.c.recipient, outbox.c.office, outbox.c.kind, outbox.c.queued_at)
Index("ix_outbox_kind", outbox.c.office, outbox.c.kind, outbox.c.queued_at)
_CAME_BACK = outbox.c.journal_at.is_not(None)
Index(
    "ix_outbox_journal",
    outbox.c.office,
    outbox.c.journal_at,
    sqlite_where=_CAME_BACK,
    postgresql_where=_CAME_BACK,
)

# The finished letters themselves: made once, the same for every attempt (R10). Apart from their rows, which
# change with every step: a database writes a row whole.
letter = Table(
    "letter",
    metadata,
    Column("outbox_id", Integer, ForeignKey("outbox.id"), primary_key=True, autoincrement=False),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)
