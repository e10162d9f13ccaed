"""A mail that kills the process whenever it is read: set aside in the end, and no other mail with it (R17)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.daemon.bureau import Bureau, mail
from tests.faults.child import Children
from tests.faults.oracle import sqlite_rows
from tests.faults.scene import NOW, Office
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink


@pytest.mark.dovecot
def test_only_the_deadly_mail_is_set_aside(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> None:
    with Children() as children:
        office = Office(Bureau(tmp_path, dovecot, sink), "office", children)
        for number in range(5):
            deadly = [("X-Deadly", "yes")] if number == 2 else []
            text = f"Yth. Ombudsman, laporan ke-{number}: bansos saya tidak turun."
            office.deliver(mail(f"w{number}@warga.example", text, headers=deadly), NOW)
        killed = [office.run(NOW + timedelta(minutes=n), bug="a mail kills").killed for n in range(6)]
    assert killed == [True, True, True, False, False, False]
    rows = sqlite_rows(tmp_path / "maild.db")("SELECT disposition FROM inbox ORDER BY id")
    assert [d for (d,) in rows] == ["opened", "opened", "quarantined", "opened", "opened"]
    assert len(dovecot.messages("office", "Quarantine")) == 1
    assert dovecot.messages("office") == []
