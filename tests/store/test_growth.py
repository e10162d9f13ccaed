"""A database that an older maild has left behind is opened by this one, with nothing lost."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, inspect, select, text

from maild.store import Store, StoreRefused, casebook, outbox, set_value, value
from maild.store.schema import SCHEMA, case, letter, party
from maild.store.schema import outbox as outbox_table
from tests.bench.likeness import NOW, OFFICE, row

# What schema 3 had where schema 4 has something else.
BLOB = {"sqlite": "BLOB", "postgresql": "BYTEA"}
BACK_TO_3 = (
    "ALTER TABLE outbox ADD COLUMN raw {blob}",
    "UPDATE outbox SET raw = (SELECT bytes FROM letter WHERE outbox_id = outbox.id)",
    "DROP TABLE letter",
    "DROP INDEX ix_outbox_address",
    "CREATE INDEX ix_outbox_recipient ON outbox (recipient, kind, queued_at)",
    "DROP INDEX ix_party_open",
    "ALTER TABLE party DROP COLUMN open",
    "CREATE INDEX ix_party_address ON party (address, case_id)",
)
LETTERS = {1: b"To: a@b.example\r\n\r\nsatu\r\n", 2: b"To: c@d.example\r\n\r\n" + b"dua\x00\xff" * 5000}


def of_schema_3(url: str) -> None:
    """Two cases, of which the second is closed, and a letter of each to the same desk."""
    store = Store(url)
    with store.transaction() as tx:
        for number, raw in LETTERS.items():
            state = "TERDAFTAR" if number == 1 else "TUTUP"
            tx.execute(insert(case), [{**row(number), "state": state}])
            who = {
                "case_id": number,
                "role": "agency",
                "agency_id": "x",
                "name": "Uji",
                "token": f"t{number}",
            }
            tx.execute(insert(party), [{**who, "id": number, "address": "desk@x.example"}])
            outbox.queue(tx, sent(number), raw)
        for statement in BACK_TO_3:
            tx.execute(text(statement.format(blob=BLOB[tx.dialect.name])))
        set_value(tx, "schema", "3")
    store.close()


def sent(number: int) -> dict[str, object]:
    return {
        "office": OFFICE,
        "case_id": number,
        "party_id": number,
        "kind": "L01",
        "role": "agency",
        "recipient": "desk@x.example",
        "recipient_name": "Uji",
        "envelope_from": "kantor@kantor.example",
        "message_id": f"{number}@kantor.example",
        "subject": "Uji",
        "state": "ready",
        "urgent": False,
        "queued_at": NOW,
        "next_attempt_at": NOW,
    }


def test_letters_and_open_cases_are_found_as_before(url: str) -> None:
    of_schema_3(url)
    for _ in range(2):  # the second opening has nothing left to do
        store = Store(url)
        with store.reading() as connection:
            assert value(connection, "schema") == str(SCHEMA)
            assert outbox.letter_bytes(connection, [1, 2]) == LETTERS
            parcels = outbox.claimable(connection, OFFICE, NOW)
            assert [(p.id, p.size) for p in parcels] == [(n, len(raw)) for n, raw in LETTERS.items()]
            assert casebook.open_cases_of(connection, OFFICE, "desk@x.example") == [1]
            rows = connection.execute(select(party.c.case_id, party.c.open).order_by(party.c.id))
            assert [tuple(one) for one in rows] == [(1, True), (2, False)]
        store.close()


def test_it_has_the_shape_of_a_new_one(url: str) -> None:
    of_schema_3(url)
    store = Store(url)
    found = inspect(store.engine)
    for table in (outbox_table, party, letter):
        assert {c["name"] for c in found.get_columns(table.name)} == set(table.columns.keys())
        named = {one["name"] for one in found.get_indexes(table.name)}
        assert {index.name for index in table.indexes} <= named
        assert not named & {"ix_outbox_recipient", "ix_party_address"}
    store.close()


def test_a_newer_one_is_refused_and_left_alone(url: str) -> None:
    store = Store(url)
    with store.transaction() as tx:
        set_value(tx, "schema", str(SCHEMA + 1))
    with pytest.raises(StoreRefused, match=f"schema {SCHEMA + 1}, this maild knows {SCHEMA}"):
        Store(url)
    with store.reading() as connection:
        assert value(connection, "schema") == str(SCHEMA + 1)
    store.close()
