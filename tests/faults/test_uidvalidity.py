"""UIDVALIDITY changes between rounds, and between fetch and move: no letter again, nothing lost (S9, R5)."""

from __future__ import annotations

import contextlib
from datetime import timedelta
from pathlib import Path

import pytest

from maild.daemon.round import TryLater
from maild.daemon.work import Counts, OfficeWork
from tests.daemon.bureau import REPORT, Bureau, mail
from tests.faults.child import Children, Job
from tests.faults.oracle import digest, sqlite_rows
from tests.faults.scene import CAPIL, NOW, POWER, WATER
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

pytestmark = pytest.mark.dovecot
FOLDER = "Masuk"  # an INBOX cannot be made anew
REPORTS = [mail(f"w{n}@warga.example", text) for n, text in enumerate((REPORT, WATER))]
NEW = mail("w9@warga.example", POWER)


@pytest.fixture
def office(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Bureau:
    bureau = Bureau(tmp_path, dovecot, sink, journal="false, connections: 1")
    text = bureau.path.read_text().replace("username: office,", f"username: office, folder: {FOLDER},")
    bureau.path.write_text(text)
    for raw in REPORTS:
        dovecot.append("office", FOLDER, raw, NOW)
    return bureau


def made_anew(bureau: Bureau, mails: list[bytes]) -> None:
    """As after a migration: the same mails with the same dates, counted anew."""
    bureau.dovecot.recreate("office", FOLDER)
    for raw in mails:
        bureau.dovecot.append("office", FOLDER, raw, NOW)


def check(bureau: Bureau, mails: list[bytes]) -> None:
    """Each mail stored and filed once, one case and two letters for each."""
    rows = sqlite_rows(bureau.folder / "maild.db")
    assert rows("SELECT COUNT(*), COUNT(DISTINCT sha256) FROM inbox") == [(len(mails), len(mails))]
    assert rows("SELECT COUNT(*) FROM inbox WHERE disposition = 'opened' AND moved") == [(len(mails),)]
    filed = sorted(digest(raw) for raw in bureau.dovecot.messages("office", "Processed"))
    assert filed == sorted(digest(raw) for raw in mails)
    assert bureau.dovecot.messages("office", FOLDER) == []
    sent = [m.recipients[0] for m in bureau.sink.mails]
    assert len(bureau.sink.to(CAPIL)) == 1
    assert len([a for a in sent if a.endswith("@warga.example")]) == len(mails)
    assert len(sent) == len(set(sent)) + sum(sent.count(a) - 1 for a in set(sent) if "kantor" in a)


@pytest.mark.parametrize("place", ["before IMAP UID MOVE", "after the dot", "after INSERT inbox"])
def test_between_rounds_with_work_left_over(office: Bureau, place: str) -> None:
    with Children() as children:
        assert children.run(Job(str(office.path), NOW.isoformat(), place=place)).killed
    left = office.dovecot.messages("office", FOLDER)
    made_anew(office, [*left, NEW])
    for minutes in (1, 2):
        office.once(NOW + timedelta(minutes=minutes))
    if place == "after the dot":  # one letter is uncertain and waits for a person
        assert len(office.sink.mails) > 3
    else:
        check(office, [*REPORTS, NEW])


@pytest.mark.parametrize("order", ["same", "another mail in the old place"])
def test_between_fetch_and_move(office: Bureau, monkeypatch: pytest.MonkeyPatch, order: str) -> None:
    """Numbers that meant one mail when it was fetched must not move another one."""
    mails = [*REPORTS, NEW] if order == "same" else [NEW, *reversed(REPORTS)]
    read = OfficeWork.read_waiting

    def meanwhile(self: OfficeWork) -> Counts:
        counts = read(self)
        made_anew(office, mails)
        return counts

    monkeypatch.setattr(OfficeWork, "read_waiting", meanwhile)
    with contextlib.suppress(TryLater):
        office.once(NOW)
    monkeypatch.setattr(OfficeWork, "read_waiting", read)
    for minutes in (1, 2):
        office.once(NOW + timedelta(minutes=minutes))
    check(office, mails)
