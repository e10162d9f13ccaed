"""By what a report is found again, and which cases staff have joined or told apart.

No column here can be read as personal data: marks and bands are sealed numbers (blake2b with the key of the
database).
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String, Table, Text

from maild.store.schema.base import Moment, metadata

# Twenty rows a case. The key is the table: a second tree would double what each report writes.
likeness_band = Table(
    "likeness_band",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("case_id", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

likeness_mark = Table(
    "likeness_mark",
    metadata,
    Column("mark", BigInteger, primary_key=True, autoincrement=False),
    Column("case_id", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(10), nullable=False),
    sqlite_with_rowid=False,
)
Index("ix_likeness_mark_case", likeness_mark.c.case_id)

# What staff have said of two cases. One row a pair, of which `case_id` is the later case.
case_link = Table(
    "case_link",
    metadata,
    Column("case_id", Integer, ForeignKey("case.id"), primary_key=True),
    Column("other_id", Integer, ForeignKey("case.id"), primary_key=True),
    Column("kind", String(10), nullable=False),  # merged (into other), apart, after (examined anew)
    Column("at", Moment, nullable=False),
    Column("by", Text, nullable=False),
)
Index("ix_case_link_other", case_link.c.other_id)
