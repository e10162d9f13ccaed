"""Cases with their parties, periods and history, and the questions to staff."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from maild.store.schema.base import Moment, metadata

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
    # Never false while the case is open: the open cases of a writer are found without all the closed ones.
    Column("open", Boolean, nullable=False, default=True),
)
Index("ix_party_case", party.c.case_id)
Index("ix_party_open", party.c.address, party.c.open, party.c.case_id)

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
