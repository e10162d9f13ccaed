"""The small parts of `maild run`: ticker, clock watch, notifier, log."""

from __future__ import annotations

import io
import json
import logging
import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from maild.config import Logging
from maild.daemon import logs
from maild.daemon.notify import Notifier
from maild.daemon.ticker import ClockWatch, Ticker


def test_a_job_that_raises_does_not_starve_the_rest() -> None:
    ran: list[str] = []
    ticker = Ticker()

    def bad() -> None:
        ran.append("bad")
        raise ValueError("Ni Putu Contoh")

    ticker.every(30, "bad", bad)
    ticker.every(30, "good", lambda: ran.append("good"))
    ticker.tick()
    assert sorted(ran) == ["bad", "good"]
    ticker.tick()
    assert len(ran) == 2  # neither is due again yet
    for job in ticker._scheduler.get_jobs():
        job.next_run -= timedelta(seconds=31)
    ticker.tick()
    assert sorted(ran) == ["bad", "bad", "good", "good"]


def test_after_the_clock_went_back_ticks_go_on() -> None:
    ran: list[int] = []
    ticker = Ticker()
    ticker.every(30, "job", lambda: ran.append(1))
    ticker.tick()
    (job,) = ticker._scheduler.get_jobs()
    job.next_run += timedelta(hours=1)  # as after `date --set '1 hour ago'`
    ticker.tick()
    assert len(ran) == 2


@pytest.mark.parametrize(
    ("moved", "holds"),
    [
        (timedelta(0), True),
        (timedelta(minutes=9), True),
        (timedelta(hours=23), True),
        (timedelta(hours=25), False),
        (-timedelta(minutes=9), True),
        (-timedelta(minutes=11), False),
    ],
)
def test_a_clock_that_was_moved_is_noticed(moved: timedelta, holds: bool) -> None:
    wall, steady = [datetime(2026, 3, 1, tzinfo=UTC)], [0.0]
    watch = ClockWatch(lambda: wall[0], lambda: steady[0])
    wall[0] += timedelta(days=40) + moved
    steady[0] += timedelta(days=40).total_seconds()
    assert watch.drift() == moved
    assert watch.holds() is holds


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[tuple[socket.socket, str]]:
    path = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as out:
        out.bind(path)
        out.settimeout(2)
        yield out, path


def test_notify_by_path(manager: tuple[socket.socket, str]) -> None:
    out, path = manager
    notifier = Notifier({"NOTIFY_SOCKET": path})
    notifier.say("READY=1", "STATUS=at work")
    assert out.recv(100) == b"READY=1\nSTATUS=at work"
    notifier.reloading()
    first, second = out.recv(100).decode().split("\n")
    assert first == "RELOADING=1" and second.removeprefix("MONOTONIC_USEC=").isdigit()


def test_a_status_is_said_when_it_changes(manager: tuple[socket.socket, str]) -> None:
    out, path = manager
    notifier = Notifier({"NOTIFY_SOCKET": path})
    for text in ("a", "a", "b"):
        notifier.status(text)
    assert [out.recv(100) for _ in range(2)] == [b"STATUS=a", b"STATUS=b"]
    out.setblocking(False)
    with pytest.raises(BlockingIOError):
        out.recv(100)


def test_pings_come_at_half_the_interval(manager: tuple[socket.socket, str]) -> None:
    out, path = manager
    mine = {"NOTIFY_SOCKET": path, "WATCHDOG_USEC": "60000000", "WATCHDOG_PID": str(os.getpid())}
    notifier = Notifier(mine)
    assert notifier.watchdog == 60
    notifier.ping()
    notifier.ping()
    assert out.recv(100) == b"WATCHDOG=1"
    out.setblocking(False)
    with pytest.raises(BlockingIOError):
        out.recv(100)


@pytest.mark.parametrize("more", [{}, {"WATCHDOG_USEC": "x"}, {"WATCHDOG_USEC": "9", "WATCHDOG_PID": "1"}])
def test_no_watchdog_no_pings(manager: tuple[socket.socket, str], more: dict[str, str]) -> None:
    out, path = manager
    Notifier({"NOTIFY_SOCKET": path, **more}).ping()
    out.setblocking(False)
    with pytest.raises(BlockingIOError):
        out.recv(100)


@pytest.mark.parametrize("address", ["", "/nowhere/at/all", "@maild-no-such-name"])
def test_without_a_manager_nothing_happens(address: str) -> None:
    Notifier({"NOTIFY_SOCKET": address}).say("READY=1")


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Logging as the daemon sets it up, into a buffer; afterwards as it was."""
    root, ours = logging.getLogger(), logging.getLogger("maild")
    before = root.level, ours.level, root.handlers[:]
    yield io.StringIO()
    root.setLevel(before[0])
    ours.setLevel(before[1])
    root.handlers[:] = before[2]


def settings(**values: str) -> Logging:
    return Logging.model_validate(values)


def test_a_log_line_is_one_line_whatever_is_in_it(written: io.StringIO) -> None:
    logs.begin(settings(format="text"), written)
    logging.getLogger("maild.x").info("inbox %s", "1\n2026-01-01 ERROR maild: forged \x1b[31m\x9b\u202e")
    (line,) = written.getvalue().splitlines()
    assert "\\x0a" in line and not any(c in line for c in "\x1b\x9b\u202e")


def test_json_where_there_is_no_terminal(written: io.StringIO) -> None:
    logs.begin(settings(), written)
    logging.getLogger("maild.daemon").warning("outbox %d: %s", 7, "Deferred")
    document = json.loads(written.getvalue())
    assert document["level"] == "warning" and document["message"] == "outbox 7: Deferred"
    assert datetime.fromisoformat(document["at"]).utcoffset() == timedelta(0)


def test_an_address_that_slipped_in_is_masked(written: io.StringIO) -> None:
    logs.begin(settings(format="text"), written)
    logging.getLogger("maild.x").warning("to <putu@warga.example> and made@warga.example.")
    assert "warga" not in written.getvalue() and "(address)" in written.getvalue()


def test_libraries_are_quiet_and_their_data_withheld(written: io.StringIO) -> None:
    logs.begin(settings(format="text", level="debug"), written)
    for name in ("imapclient", "aiosmtplib", "sqlalchemy.engine"):
        logging.getLogger(name).info("LOGIN putu rahasia")
    assert written.getvalue() == ""
    logging.getLogger("imapclient").error("LOGIN putu rahasia")
    logging.getLogger("imapclient").error("cannot parse %s", "Subject: rahasia")
    first, second = written.getvalue().splitlines()
    assert "rahasia" not in first + second and "cannot parse" in second


def test_an_exception_is_told_by_kind_and_place(written: io.StringIO) -> None:
    logs.begin(settings(format="text"), written)
    try:
        raise ValueError("Ni Putu Contoh\n5103")
    except ValueError:
        logging.getLogger("maild.x").exception("inbox %d", 3)
    (line,) = written.getvalue().splitlines()
    assert "ValueError at test_run_parts.py:" in line and "Putu" not in line


def test_beginning_again_does_not_say_things_twice(written: io.StringIO) -> None:
    logs.begin(settings(format="text"), written)
    logs.begin(settings(format="text", level="error"), written)
    logging.getLogger("maild.x").warning("no")
    logging.getLogger("maild.x").error("yes")
    assert len(written.getvalue().splitlines()) == 1
