"""The measurement runs and loses nothing; and no statement looks at everything that an office ever had.

Never a time: what a machine can do is for `make bench` to say.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from maild.daemon import once
from maild.store import Store
from tests.bench.__main__ import main
from tests.bench.filling import TABLES, fill
from tests.bench.mails import mails
from tests.bench.office import NOW, configure, loaded
from tests.bench.plans import Listener, Plan
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

ENDS = ("opened", "threaded", "held", "quarantined", "duplicates", "ignored")


@pytest.mark.dovecot
def test_every_mail_is_accounted_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--quick", "--json", "--sink", "sink"]) == 0
    measured = json.loads(capsys.readouterr().out)
    pump, maild, loaded_maild = (runs[0] for runs in measured["runs"].values())
    assert (pump["mails"], pump["letters"]) == (300, 300)
    for run in (maild, loaded_maild):
        counts = run["counts"]
        assert counts["received"] == sum(counts[end] for end in ENDS) == 300
        assert run["left"] == 0, "mails lie in the incoming folder that were filed away"
        assert counts["deferred"] == counts["failed"] == counts["quarantined"] == 0
        # The mails are what they are meant to be: reports open cases, answers reach theirs.
        assert counts["opened"] >= 30
        assert counts["threaded"] >= 150
        assert counts["sent"] >= 100
    assert maild["counts"] == loaded_maild["counts"], "a full store changes what becomes of the mails"


@pytest.fixture
def plans(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> list[Plan]:
    """The plans of all statements of one round over a hundred mails, in a store without statistics."""
    database = tmp_path / "maild.db"
    fill(database, 1000, 6)
    dovecot.fill("office", ((mail.raw, mail.at) for mail in mails(100, 6)))
    configure(tmp_path, dovecot.port, "office", sink.port, database)
    listener = Listener()
    try:
        assert once(loaded(tmp_path), NOW).received == 100
    finally:
        listener.close()
    store = Store(f"sqlite:///{database}")
    found = []
    for backwards in (False, True):
        _index_anew(store, backwards)
        with store.reading() as connection:
            found += listener.plans(connection)
    store.close()
    return found


def _index_anew(store: Store, backwards: bool) -> None:
    """Of two indexes that seem equal SQLite takes the later one, and a database has them in any order."""
    indexes = sorted(
        (i for table in TABLES for i in table.indexes), key=lambda i: str(i.name), reverse=backwards
    )
    with store.transaction() as tx:
        for index in indexes:
            index.drop(tx)
        for index in indexes:
            index.create(tx)


def test_every_statement_finds_its_rows_by_an_index(plans: list[Plan]) -> None:
    assert len(plans) > 60
    slow = {plan.statement: plan.scans for plan in plans if plan.scans}
    assert not slow


def test_a_scan_is_seen(tmp_path: Path) -> None:
    """The oracle of the test above notices what it is there for."""
    store = Store(f"sqlite:///{tmp_path / 'maild.db'}")
    listener = Listener()
    with store.reading() as connection:
        connection.exec_driver_sql("SELECT id FROM inbox WHERE subject = ?", ("x",))
        connection.exec_driver_sql('SELECT id FROM "case" WHERE office = ? AND subject = ?', ("kta", "x"))
        connection.exec_driver_sql("SELECT id FROM inbox WHERE id = ?", (1,))
        listener.close()
        found = [bool(plan.scans) for plan in listener.plans(connection)]
    store.close()
    assert found == [True, True, False]
