"""The SMTP conversation goes wrong at every verb: nothing is lost, nothing is sent twice (S6, S7, R11-R14)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from maild.daemon.round import TryLater
from tests.daemon.bureau import ADMIN, REPORT, Bureau, mail, parsed
from tests.faults import oracle
from tests.faults.oracle import sqlite_rows
from tests.faults.proxy import Proxy
from tests.faults.scene import CAPIL, NOW, WATER, Through, bounce, detour
from tests.faults.stage import WORKERS, Stage
from tests.servers.dovecot import Dovecot
from tests.servers.sink import CUT, RESET, Sink

pytestmark = pytest.mark.dovecot

PLACES = ("CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "BODY", "DOT", "QUIT", "RSET")
TEMPORARY = (CUT, RESET, "421 4.3.2 going down", "451 4.3.0 later")


def planned(place: str, action: str, times: int = 1) -> Through:
    @contextmanager
    def go(bureau: Bureau) -> Iterator[None]:
        bureau.sink.plan(place, action, times=times)
        yield

    return go


@pytest.mark.parametrize(("times", "actions"), [(1, TEMPORARY), (2, (CUT, TEMPORARY[-1]))])
def test_whatever_passes_ends_as_if_it_had_not_been(
    stage: Stage, times: int, actions: tuple[str, ...]
) -> None:
    """The same ending, letter by letter; whatever arrived before the cut came back as a journal copy."""

    def judge(cell: tuple[str, str]) -> list[str]:
        _, found = stage.play(0, through=planned(*cell, times))
        return [f"{cell}: {f}" for f in oracle.verdict(found, stage.wanted, stage.scene.delivered)]

    cells = [(place, action) for place in PLACES for action in actions]
    cells.remove(("BODY", TEMPORARY[-1]))  # the sink then waits for a client that has more to send
    with ThreadPoolExecutor(WORKERS) as pool:
        faults = [one for some in pool.map(judge, cells) for one in some]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("fault", ["cut before", "reset before"])
def test_arrived_and_the_answer_lost(stage: Stage, fault: str) -> None:
    """The worst moment (RFC 1047): the server has it, maild cannot know. The journal copy tells."""
    for letter in (1, 2, 5):
        proxy = Proxy(0, rb"(250 2\.0\.0 queued)", letter, fault, answers=True)

        def go(bureau: Bureau, proxy: Proxy = proxy) -> object:
            proxy.target = bureau.sink.port
            return detour(bureau, proxy)

        _, found = stage.play(0, through=go)  # type: ignore[arg-type]
        assert proxy.broke
        assert oracle.verdict(found, stage.wanted, stage.scene.delivered) == []


@pytest.fixture
def bureau(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Callable[[str], Bureau]:
    return lambda journal: Bureau(tmp_path, dovecot, sink, journal=f"{journal}, connections: 1")


def states(bureau: Bureau, recipient: str) -> list[str]:
    rows = sqlite_rows(bureau.folder / "maild.db")
    return [s for (s,) in rows(f"SELECT state FROM outbox WHERE recipient = '{recipient}' ORDER BY id")]


def questions(bureau: Bureau, reason: str) -> int:
    rows = sqlite_rows(bureau.folder / "maild.db")
    return int(rows(f"SELECT COUNT(*) FROM question WHERE reason = '{reason}'")[0][0])


def later(bureau: Bureau, *minutes: float) -> None:
    for minute in minutes:
        bureau.once(NOW + timedelta(minutes=minute))


@pytest.mark.parametrize("place", ["MAIL", "RCPT", "DATA", "DOT"])
def test_refused_for_good(bureau: Callable[[str], Bureau], place: str) -> None:
    """5xx: failed, one question to a person, no other address and no second attempt (R13)."""
    office = bureau("false")
    office.deliver(mail("putu@warga.example", REPORT), NOW)
    office.sink.plan(place, "550 5.1.1 no", times=2)  # the receipt and the letter, which leave first
    later(office, 0, 10, 60, 600)
    assert states(office, "putu@warga.example") == ["failed"]
    assert states(office, CAPIL) == ["failed"]
    assert office.sink.to("putu@warga.example") == office.sink.to(CAPIL) == []
    assert questions(office, "undelivered") == 2
    staff = {m.recipients[0] for m in office.sink.mails}
    assert all(address.endswith("@kantor.example") for address in staff), staff


@pytest.mark.parametrize("place", ["BODY", "DOT"])
def test_uncertain_without_a_journal_is_asked_not_resent(bureau: Callable[[str], Bureau], place: str) -> None:
    office = bureau("false")
    office.deliver(mail("putu@warga.example", REPORT), NOW)
    office.sink.plan(place, CUT, times=1)
    later(office, 0, 10)
    assert states(office, "putu@warga.example") == ["uncertain"]
    assert questions(office, "uncertain") == 0
    later(office, 40, 80, 600)
    assert states(office, "putu@warga.example") == ["uncertain"]
    assert questions(office, "uncertain") == 1
    assert office.sink.to("putu@warga.example") == []
    assert len(office.sink.to(CAPIL)) == 1


def test_no_evidence_is_missed_while_the_mailbox_is_out_of_reach(
    bureau: Callable[[str], Bureau],
) -> None:
    """The copy that proves the delivery may lie in a mailbox that cannot be read just now."""
    office = bureau("true")
    office.deliver(mail("a@warga.example", WATER), NOW)
    later(office, 0)
    for one in list(office.sink.mails):
        office.deliver(one.raw, NOW)  # copies do come back here
    later(office, 5)
    office.deliver(mail("putu@warga.example", REPORT), NOW)
    with detour(office, Proxy(office.sink.port, rb"(250 2\.0\.0 queued)", 1, "cut before", answers=True)):
        later(office, 10)
    assert states(office, "putu@warga.example") == ["uncertain"]
    office.deliver(office.sink.to("putu@warga.example")[0].raw, NOW)
    office.dovecot.halt()
    with pytest.raises(TryLater):
        later(office, 60)
    assert len(office.sink.to("putu@warga.example")) == 1
    assert questions(office, "uncertain") == 0
    office.dovecot.resume()
    later(office, 61)
    assert states(office, "putu@warga.example") == ["sent"]
    assert len(office.sink.to("putu@warga.example")) == 1


def test_staff_who_cannot_be_written_to_are_not_written_to_without_end(
    bureau: Callable[[str], Bureau],
) -> None:
    """A list that fails is no reason for another list that fails (T12)."""
    office = bureau("false")
    office.deliver(mail("putu@warga.example", "Bansos saya tidak turun, mohon bantuan."), NOW)
    office.sink.plan("RCPT", "550 5.1.1 no such user", containing="@kantor.example")
    later(office, *range(0, 100, 5))
    tried = [c for c in office.sink.commands if c.startswith("RCPT") and f"<{ADMIN}>" in c]
    assert 1 <= len(tried) <= 3, f"{len(tried)} attempts to write to {ADMIN}"


def test_lists_that_bounce_make_no_lists_without_end(bureau: Callable[[str], Bureau]) -> None:
    """The same by way of a bounce: the relay takes everything and returns what goes to staff."""
    office = bureau("false")
    office.deliver(mail("putu@warga.example", "Bansos saya tidak turun, mohon bantuan."), NOW)
    for minute in range(0, 60, 5):
        later(office, minute)
        for sent in office.news():
            if sent.recipients[0].endswith("@kantor.example"):
                message_id = str(parsed(sent.raw)["Message-ID"])
                office.deliver(bounce(message_id, sent.recipients[0]), NOW + timedelta(minutes=minute))
    assert 1 <= len(office.sink.to(ADMIN)) <= 3
