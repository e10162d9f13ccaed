"""The tables. Times are stored as UTC and come back aware, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect

# Raised with every change; a database of a newer maild is refused, not guessed at. An older one becomes a
# newer one by itself as long as tables were only added: 2 added the register.
SCHEMA = 2


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

case = Table(
    "case",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(40), nullable=False),
    Column("number", String(80), nullable=False),
    Column("state", String(20), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("closed_at", Moment),
    Column("closed_reason", String(60)),
    Column("subject", Text, nullable=False),
    Column("matter", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("text", Text, nullable=False),  # of the first report, to see repetitions; internal
    Column("owner", Text, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("confidential", Boolean, nullable=False),
    Column("disclosed", Boolean, nullable=False),
    Column("agency_ids", JSON, nullable=False),
    Column("missing", JSON, nullable=False),
    Column("heard", JSON, nullable=False),
    Column("reporter_name", Text, nullable=False),
    Column("hidden", JSON, nullable=False),
    Column("version", Integer, nullable=False, default=0),
    UniqueConstraint("office", "number"),
)
Index("ix_case_state", case.c.office, case.c.state)

case_agency = Table(
    "case_agency",
    metadata,
    Column("case_id", Integer, ForeignKey("case.id"), primary_key=True),
    Column("agency_id", String(80), primary_key=True),
    # As case.state says: the few open cases of an agency are found without all its closed ones.
    Column("open", Boolean, nullable=False),
)
Index("ix_case_agency_agency", case_agency.c.agency_id, case_agency.c.open, case_agency.c.case_id)

party = Table(
    "party",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", Integer, ForeignKey("case.id")),  # None: mail to staff that concerns no single case
    Column("role", String(20), nullable=False),
    Column("agency_id", String(80)),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("token", String(40), nullable=False, unique=True),
)
Index("ix_party_case", party.c.case_id)
Index("ix_party_address", party.c.address, party.c.case_id)

deadline = Table(
    "deadline",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", Integer, ForeignKey("case.id"), nullable=False),
    Column("rule", String(10), nullable=False),
    Column("agency_id", String(80)),
    Column("basis", Text, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("due_day", Date, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("explanation", Text, nullable=False),
    Column("ladder", String(5), nullable=False),
    Column("state", String(10), nullable=False),
    Column("met_at", Moment),
)
Index("ix_deadline_case", deadline.c.case_id)
Index("ix_deadline_state", deadline.c.state, deadline.c.case_id)

# One row a rung, made with its deadline: a tick that comes twice finds it done (R21). While the deadline does
# not run its rungs rest, so that a tick looks at what is due and not at everything that ever was.
timer = Table(
    "timer",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(40), nullable=False),
    Column("case_id", Integer, ForeignKey("case.id"), nullable=False),
    Column("deadline_id", Integer, ForeignKey("deadline.id"), nullable=False),
    Column("rung", String(10), nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("state", String(10), nullable=False, default="waiting"),  # waiting, resting, done, skipped
    Column("done_at", Moment),
    UniqueConstraint("deadline_id", "rung"),
)
Index("ix_timer_due", timer.c.office, timer.c.state, timer.c.due_at)

daily = Table(
    "daily",
    metadata,
    Column("office", String(40), primary_key=True),
    Column("name", String(20), primary_key=True),
    Column("address", String(255), primary_key=True),
    Column("day", Date, primary_key=True),
)

timeline = Table(
    "timeline",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", Integer, ForeignKey("case.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("event", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("inbox_id", Integer),
)
Index("ix_timeline_case", timeline.c.case_id)

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
    Column("raw", LargeBinary, nullable=False),  # made once, the same for every attempt (R10)
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
Index("ix_outbox_recipient", outbox.c.recipient, outbox.c.kind, outbox.c.queued_at)
Index("ix_outbox_kind", outbox.c.office, outbox.c.kind, outbox.c.queued_at)
_CAME_BACK = outbox.c.journal_at.is_not(None)
Index(
    "ix_outbox_journal",
    outbox.c.office,
    outbox.c.journal_at,
    sqlite_where=_CAME_BACK,
    postgresql_where=_CAME_BACK,
)

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

question = Table(
    "question",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office", String(40), nullable=False),
    Column("reason", String(20), nullable=False),
    Column("why", Text, nullable=False),
    Column("audience", String(20), nullable=False),
    Column("since", Moment, nullable=False),
    Column("suggestions", JSON, nullable=False),
    Column("facts", JSON, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("case_id", Integer, ForeignKey("case.id")),
    Column("inbox_id", Integer, ForeignKey("inbox.id")),
    Column("outbox_id", Integer, ForeignKey("outbox.id")),
    Column("agency_id", String(80)),
    Column("state", String(10), nullable=False, default="open"),
    Column("announced_at", Moment),
    Column("settled_at", Moment),
    Column("settled_by", Text),
    Column("settled_how", Text),
)
Index("ix_question_open", question.c.office, question.c.state)
Index("ix_question_case", question.c.case_id)
Index("ix_question_inbox", question.c.inbox_id)
