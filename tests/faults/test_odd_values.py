"""Text that a database cannot hold stops neither the mail that has it nor those behind it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.daemon.bureau import REPORT, Bureau, mail
from tests.faults.scene import NOW, WATER
from tests.servers.dovecot import Dovecot
from tests.servers.postgresql import PostgreSQL
from tests.servers.sink import Sink

ODD = [
    mail("a@warga.example", REPORT, subject="=?utf-8?q?Laporan=00KTP?="),
    mail("b@warga.example", WATER.replace("Harapan", "Har=00apan")).replace(b"8bit", b"quoted-printable"),
    mail(
        "c@warga.example",
        "Mohon bantuan, bansos tidak turun.",
        subject="=?utf-8?b?7aCA?= \udcff".encode("utf-8", "surrogateescape").decode("latin-1"),
    ),
    mail("d@warga.example", "Bansos saya tidak turun.", name="=?utf-8?q?Ni=00Putu?="),
]


@pytest.mark.dovecot
@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def test_nul_and_half_characters(
    tmp_path: Path, dovecot: Dovecot, sink: Sink, request: pytest.FixtureRequest, database: str
) -> None:
    url = ""
    if database == "postgresql":
        server: PostgreSQL = request.getfixturevalue("postgresql")
        url = server.fresh()
    office = Bureau(tmp_path, dovecot, sink, url=url)
    for raw in ODD:
        office.deliver(raw, NOW)
    counts = office.once(NOW)
    assert counts.received == len(ODD)
    assert counts.quarantined == 0
    assert office.once(NOW + timedelta(minutes=1)).received == 0
    assert dovecot.messages("office") == []
