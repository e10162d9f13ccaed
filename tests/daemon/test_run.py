"""`maild run` as a process: mail in, letter out, signals, the service manager's socket."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from maild.config import Config, database_url, load
from maild.daemon.atwork import AtWork
from maild.daemon.hands import Stopped
from maild.daemon.notify import Notifier
from maild.daemon.register import open_register
from maild.daemon.room import furnish
from maild.daemon.run import Daemon
from maild.daemon.signals import Signals
from maild.daemon.work import begin_work
from maild.demo.faults import Fault
from maild.directory import desk
from maild.store import Store
from tests.cli.premises import CITIZEN, Premises, premises
from tests.servers.sink import STALL

FOCAL = "narahubung@capil.badungkab.example"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Premises]:
    with premises(tmp_path) as made:
        made.change("rehearsal: {enabled: true}", "logging: {level: info, format: text}")
        yield made


class Running:
    """A `maild run`; its stderr goes to a file that tests may read at any time."""

    def __init__(self, office: Premises, manager: socket.socket, environment: Mapping[str, str]) -> None:
        self.manager = manager
        self.log_file = office.folder / "log"
        self.said: list[str] = []
        command = [sys.executable, "-m", "maild", "run", "--config", str(office.config)]
        with self.log_file.open("wb") as log:
            self.process = subprocess.Popen(command, stderr=log, env={**os.environ, **environment})

    @property
    def log(self) -> str:
        return self.log_file.read_text()

    def heard(self, line: str, seconds: float = 20) -> bool:
        """Whether the service manager is told this line before the time is up."""
        return until(lambda: line in self._listen(), seconds)

    def _listen(self) -> list[str]:
        while True:
            try:
                self.said += self.manager.recv(4096).decode().split("\n")
            except BlockingIOError:
                return self.said

    def end(self, number: int = signal.SIGTERM, seconds: float = 10) -> int:
        self.process.send_signal(number)
        return self.process.wait(seconds)


def until(holds: Callable[[], bool], seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.05)
    return holds()


Start = Callable[..., Running]


@pytest.fixture
def start(office: Premises, tmp_path: Path) -> Iterator[Start]:
    """Starts the daemon under a service manager; all are killed in the end."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        name = f"@maild-test-{os.getpid()}-{time.monotonic_ns()}"
        manager.bind(f"\0{name[1:]}")
        manager.setblocking(False)
        running: list[Running] = []

        def begin(**environment: str) -> Running:
            one = Running(office, manager, {"NOTIFY_SOCKET": name, **environment})
            running.append(one)
            assert one.heard("READY=1"), one.log
            return one

        yield begin
        for one in running:
            one.process.kill()
            one.process.wait()


Here = tuple[Daemon, AtWork]


@pytest.fixture
def here(office: Premises) -> Iterator[Here]:
    """The daemon's parts in this process, not started."""
    config = load(office.config)
    assert isinstance(config, Config)
    store = Store(database_url(config.database))
    start = datetime(2026, 3, 2, tzinfo=UTC)
    room = furnish(config, config.offices[0], start, open_register(store, config.offices[0], start))
    at_work = AtWork(begin_work(store, room, lambda: datetime.now(UTC)))
    yield Daemon(office.config, config, {"kta": at_work}, Notifier({}), Signals()), at_work
    store.close()


def letters(office: Premises) -> int:
    return len(office.sink.to(FOCAL))


def test_mail_that_waits_and_mail_that_comes_become_letters_at_once(office: Premises, start: Start) -> None:
    office.deliver()
    daemon = start()
    assert until(lambda: letters(office) == 1), daemon.log
    assert until(lambda: "kta-sender: 2 sent" in daemon.log)
    office.deliver(FOCAL, "Terima kasih, surat sudah kami terima.", subject="Re: surat", at=datetime.now(UTC))
    assert until(lambda: "inbox 2: " in daemon.log, 10), daemon.log  # by IDLE: polling would take a minute
    account = office.store.account("office")
    assert until(lambda: len(account.create("Processed").snapshot()) == 2)
    assert until(lambda: len(account.create("Sent").snapshot()) == 2)
    assert daemon.heard("STATUS=kta: 2 in, 2 out", 10), daemon.said
    assert daemon.end() == 0


def test_sigterm_ends_within_three_seconds_and_says_so(start: Start) -> None:
    daemon = start()
    assert until(lambda: "created folder Sent" in daemon.log)
    time.sleep(0.3)  # it now waits in IDLE
    began = time.monotonic()
    assert daemon.end() == 0
    assert time.monotonic() - began < 3
    assert daemon.heard("STOPPING=1", 1)


def test_sigterm_while_the_server_is_silent(office: Premises, start: Start) -> None:
    """A mailbox that hangs in a command is left: nothing that it holds is lost."""
    office.faults.add(Fault("SELECT", "stall", seconds=30))
    daemon = start()
    assert until(lambda: "SELECT" in office.faults.seen)
    began = time.monotonic()
    assert daemon.end() == 0
    assert time.monotonic() - began < 8


def test_a_letter_in_hand_is_waited_for_until_the_second_signal(office: Premises, start: Start) -> None:
    """After its final dot only the server knows; leaving now would make it a letter of unknown fate."""
    office.sink.plan("DOT", STALL, times=1)
    office.deliver()
    daemon = start()
    assert until(lambda: "DATA" in office.sink.commands), daemon.log
    time.sleep(0.3)
    with pytest.raises(subprocess.TimeoutExpired):
        daemon.end(seconds=6)
    assert daemon.end(seconds=5) == 0
    assert "committing" in {one["state"] for one in office.documents("outbox")}


def test_sighup_with_a_broken_file_keeps_the_old_one(office: Premises, start: Start) -> None:
    daemon = start()
    good = office.written
    office.config.write_text(good.replace("code: KTA", "kode: KTA"))
    daemon.process.send_signal(signal.SIGHUP)
    assert daemon.heard("RELOADING=1")
    assert until(lambda: "the old configuration stays" in daemon.log), daemon.log
    assert "kode" in daemon.log
    office.deliver()
    assert until(lambda: letters(office) == 1), daemon.log


def test_sighup_takes_a_new_file_whole(office: Premises, start: Start) -> None:
    daemon = start()
    office.change("routing: {forward: auto", "routing: {forward: ask")
    daemon.process.send_signal(signal.SIGHUP)
    assert until(lambda: "configuration read anew" in daemon.log), daemon.log
    office.deliver()
    assert until(lambda: "inbox 1: opened" in daemon.log), daemon.log
    assert until(lambda: any(mail.recipients[0] == CITIZEN for mail in office.sink.mails))
    assert letters(office) == 0
    assert daemon.said.count("READY=1") <= 2 and daemon.heard("RELOADING=1", 1)


def test_sighup_with_another_database_is_refused(office: Premises, start: Start) -> None:
    daemon = start()
    office.change("/maild.db", "/other.db")
    daemon.process.send_signal(signal.SIGHUP)
    assert until(lambda: "change only with a restart" in daemon.log), daemon.log
    assert not (office.folder / "other.db").exists()


def test_a_mailbox_that_moved_is_opened_anew_after_sighup(office: Premises, start: Start) -> None:
    daemon = start()
    assert until(lambda: "created folder Sent" in daemon.log)
    office.change("since: 2026-01-01", "processed_folder: Selesai, since: 2026-01-01")
    daemon.process.send_signal(signal.SIGHUP)
    assert until(lambda: "created folder Selesai" in daemon.log), daemon.log
    office.deliver()
    assert until(lambda: len(office.store.account("office").create("Selesai").snapshot()) == 1), daemon.log


def test_a_configuration_with_errors_is_78_and_every_problem(office: Premises) -> None:
    office.change("code: KTA", "kode: KTA")
    office.change("routing: {forward: auto", "routing: {forward: perhaps")
    command = [sys.executable, "-m", "maild", "run", "--config", str(office.config)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 78
    assert "kode" in ended.stderr and "perhaps" in ended.stderr


def test_a_second_daemon_is_refused(office: Premises, start: Start) -> None:
    start()
    command = [sys.executable, "-m", "maild", "run", "--config", str(office.config)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1 and "another maild" in ended.stderr


def test_servers_that_are_away_are_waited_for(office: Premises, start: Start) -> None:
    office.faults.add(Fault("LOGIN", "close"))
    office.sink.plan("MAIL", "421 4.3.2 closing", times=1)
    office.deliver()
    daemon = start()
    assert until(lambda: "inbox 1: opened" in daemon.log, 30), daemon.log


def test_the_watchdog_is_fed(start: Start) -> None:
    daemon = start(WATCHDOG_USEC="400000")
    assert until(lambda: daemon._listen().count("WATCHDOG=1") >= 3, 10)


def test_logs_hold_no_name_no_address_no_subject(office: Premises, start: Start) -> None:
    office.change("level: info", "level: debug")
    office.deliver(subject="Judul Khusus")
    office.deliver("asing@mana.example", "Apa kabar perkara saya?", subject="Tanya Sesuatu")
    daemon = start()
    assert until(lambda: letters(office) == 1), daemon.log
    assert daemon.end() == 0
    log = daemon.log
    for secret in ("Khusus", "Tanya", "Ni Putu", "warga", "mana.example", "badungkab", "kantor.example"):
        assert secret not in log, log


def test_what_is_written_is_for_us_alone(office: Premises, start: Start) -> None:
    start()
    for file in office.folder.glob("maild.db*"):
        assert file.stat().st_mode & 0o077 == 0, file


def test_a_new_agency_list_is_read_by_itself(office: Premises, here: Here) -> None:
    """Not before it has been left alone for one look; one with faults is named and the old one stays."""
    daemon, at_work = here
    agencies = office.folder / "agencies.csv"
    whole, before = agencies.read_text(), at_work.work.room
    agencies.write_text(whole.replace("bumd", "bummd"))
    daemon.look(at_work)
    assert at_work.work.room is before
    daemon.look(at_work)
    assert at_work.work.room.fingerprint == before.fingerprint
    (fault,) = at_work.work.room.list_faults
    assert "bummd" in fault
    at_work.work.time()
    with at_work.work.store.reading() as connection:
        asked = connection.exec_driver_sql("SELECT reason, why FROM question").all()
    assert [(reason, fault in why) for reason, why in asked] == [("agency_list", True)]
    before = at_work.work.room
    agencies.write_text(whole[: len(whole) // 2])
    daemon.look(at_work)
    agencies.write_text(whole.replace("narahubung@capil", "pengganti@capil"))
    daemon.look(at_work)
    assert at_work.work.room is before
    daemon.look(at_work)
    for work in (at_work.work, at_work.mailbox.work, at_work.sender.work):
        found = desk(work.room.world.directory, "capil-uji", date(2026, 3, 2))
        assert found.email.startswith("pengganti@")


def test_a_hand_that_hangs_or_died_starves_the_watchdog(here: Here) -> None:
    daemon, at_work = here
    pings: list[str] = []
    daemon.notifier.ping = lambda: pings.append("ping")  # type: ignore[method-assign]
    daemon.signals.stops = 0
    daemon._tell()
    assert pings == []  # nothing has been started yet: not alive
    for hand in at_work.hands:
        hand.turn = lambda: 0.05  # type: ignore[method-assign, assignment]
        hand.start()
    daemon._tell()
    assert pings == ["ping"]
    at_work.sender.beat(-10_000)
    at_work.sender.beat = lambda more=0.0: None  # type: ignore[method-assign, assignment]
    at_work.sender._silent_until = 0.0
    daemon._tell()
    assert pings == ["ping"]
    for hand in at_work.hands:
        hand.stop()
        hand.join(5)
        assert not hand.is_alive()


def test_a_step_that_raises_pauses_its_thread_and_ends_nothing(here: Here) -> None:
    _, at_work = here
    hand = at_work.sender
    tries: list[int] = []

    def turn() -> float:
        tries.append(1)
        if len(tries) == 1:
            raise ZeroDivisionError
        return 60.0

    hand.turn = turn  # type: ignore[method-assign]
    hand.start()
    assert until(lambda: hand.trouble == "ZeroDivisionError", 5)
    hand.wake.set()
    assert until(lambda: len(tries) == 2 and hand.trouble == "", 5)
    hand.stop()
    hand.join(5)
    assert not hand.is_alive()


def test_a_stop_takes_effect_between_two_mails(here: Here) -> None:
    _, at_work = here
    at_work.mailbox.stopping.set()
    with pytest.raises(Stopped):
        at_work.mailbox.work.now()
    assert at_work.sender.work.now()  # results of sending are always written down
