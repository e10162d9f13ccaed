"""Mails are opened while the ones before are decided on; attempts count only where a mail may be to blame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from maild.confined import ReaderUnavailable
from maild.daemon import once, room, work
from maild.daemon.round import TryLater
from maild.daemon.work import Batch, reading_batches, with_next
from maild.message import Unreadable
from maild.store import StoreUnavailable
from maild.store.inbox import Lying
from tests.daemon.bureau import Bureau, mail
from tests.daemon.readers import ReadHere
from tests.faults.oracle import sqlite_rows
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

NOW = datetime(2026, 3, 3, 2, tzinfo=UTC)
BIG = 1_500_000


def batches(*mails: tuple[int, bool]) -> list[tuple[list[int], bool]]:
    """Of mails with these sizes, begun before or not."""
    waiting = [Lying(number, size, begun) for number, (size, begun) in enumerate(mails, 1)]
    return [(batch.ids, batch.fresh) for batch in reading_batches(waiting)]


@pytest.mark.parametrize(
    ("mails", "expected"),
    [
        ((), []),
        (((9, False),) * 3, [([1, 2, 3], True)]),
        (((9, False),) * 21, [(list(range(1, 21)), True), ([21], True)]),
        (((BIG, False),) * 2, [([1], True), ([2], True)]),
        (((9, False), (9 * BIG, False), (9, False)), [([1], True), ([2], True), ([3], True)]),
        (
            ((9, False), (9, True), (9, True), (9, False)),
            [([1], True), ([2], False), ([3], False), ([4], True)],
        ),
    ],
)
def test_batches(mails: Sequence[tuple[int, bool]], expected: list[tuple[list[int], bool]]) -> None:
    assert batches(*mails) == expected


def test_each_batch_is_given_with_the_one_after_it() -> None:
    one, two = Batch([1], True, 0), Batch([2], True, 0)
    assert list(with_next([])) == []
    assert list(with_next([one, two])) == [(one, two), (two, None)]


@pytest.fixture
def office(tmp_path: Path, dovecot: Dovecot, sink: Sink, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bureau]:
    """Batches of two mails, so that a few make several."""
    monkeypatch.setattr(work, "TOGETHER", 2)
    bureau = Bureau(tmp_path, dovecot, sink)
    for number in range(5):
        bureau.deliver(
            mail(f"w{number}@warga.example", f"Yth. Ombudsman, bansos ke-{number} tidak turun."), NOW
        )
    yield bureau


def rows(bureau: Bureau, columns: str = "disposition, attempts") -> list[tuple[object, ...]]:
    return sqlite_rows(bureau.folder / "maild.db")(f"SELECT {columns} FROM inbox ORDER BY id")


def test_without_a_reader_mails_wait_and_everything_else_goes_on(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "MAILS", ReadHere(lambda n: ReaderUnavailable("mail reader")))
    with pytest.raises(TryLater, match="mail reader"):
        once(office.config, NOW)
    assert rows(office) == [(None, 0)] * 5
    monkeypatch.setattr(room, "MAILS", ReadHere())
    counts = once(office.config, NOW)
    assert counts.received == 5 and counts.quarantined == 0
    assert all(disposition and not attempts for disposition, attempts in rows(office))


def test_a_mail_that_ends_its_reader_is_set_aside_alone(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = Unreadable("", 0, "took more than 10 s of the processor to read")
    monkeypatch.setattr(room, "MAILS", ReadHere(lambda n: ended if n == 3 else None))
    counts = once(office.config, NOW)
    assert (counts.received, counts.quarantined) == (5, 1)
    assert [disposition == "quarantined" for (disposition,) in rows(office, "disposition")] == [
        n == 3 for n in range(1, 6)
    ]


def test_an_outage_in_the_middle_counts_against_no_mail(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    dealt: list[int] = []
    finish = work.read_mails

    def broken(*arguments: object) -> list[str]:
        dealt.append(1)
        if len(dealt) == 2:
            raise StoreUnavailable("database: OperationalError")
        return finish(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(work, "read_mails", broken)
    with pytest.raises(StoreUnavailable):
        once(office.config, NOW)
    assert [attempts for _, attempts in rows(office)] == [0] * 5
    assert [disposition is None for disposition, _ in rows(office)] == [False, False, True, True, True]


def test_a_fault_of_ours_counts_against_the_mails_in_hand_only(
    office: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: object) -> list[str]:
        raise LookupError("a bug")

    monkeypatch.setattr(work, "read_mails", broken)
    with pytest.raises(LookupError):
        once(office.config, NOW)
    assert [attempts for _, attempts in rows(office)] == [1, 1, 0, 0, 0]
