"""A database of an older maild becomes one of this maild, within one transaction.

Tables that were added need nothing here: they are made when the database is opened.
"""

from __future__ import annotations

from sqlalchemy import Connection, Table, text

from maild.store.schema import outbox, party


def grow(tx: Connection, found: int) -> None:
    """From schema `found` to the newest."""
    if found < 4:
        _letters_of_their_own(tx)
        _parties_of_open_cases(tx)


def _letters_of_their_own(tx: Connection) -> None:
    tx.execute(text("INSERT INTO letter (outbox_id, size, bytes) SELECT id, length(raw), raw FROM outbox"))
    tx.execute(text("ALTER TABLE outbox DROP COLUMN raw"))
    tx.execute(text("DROP INDEX ix_outbox_recipient"))
    _missing_indexes(tx, outbox)


def _parties_of_open_cases(tx: Connection) -> None:
    tx.execute(text("ALTER TABLE party ADD COLUMN open BOOLEAN NOT NULL DEFAULT true"))
    closed = "SELECT id FROM \"case\" WHERE state = 'TUTUP'"
    tx.execute(text(f"UPDATE party SET open = false WHERE case_id IN ({closed})"))  # noqa: S608 - no input in it
    tx.execute(text("DROP INDEX ix_party_address"))
    _missing_indexes(tx, party)


def _missing_indexes(tx: Connection, table: Table) -> None:
    for index in table.indexes:
        index.create(tx, checkfirst=True)
