"""Mails and children that do harm: each costs itself alone, in bounded time, and the next mail goes on (R17)."""

from __future__ import annotations

import hashlib
import logging
import os
import pickle
import signal
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from maild.confined import MailReader, ReaderUnavailable, child, mails
from maild.confined.inside.frames import together
from maild.confined.inside.records import packed
from maild.confined.mails import Allowance
from maild.message import Message, Unreadable, read
from tests.confined.processes import ASKED, STARTED, assert_ends_with_its_daemon, gone, state

MAIL = b"From: Warga <warga@surel.example>\r\nSubject: Laporan rahasia\r\n\r\nJalan rusak.\r\n"
OTHER = MAIL.replace(b"Jalan", b"Jembatan")
# The child as it is, but for what it does when a mail holds a certain word.
SEEDED = """\
import sys
sys.path += sys.argv[4:]
import os, time
from inside import mails
real = mails.read
def read(raw):
    if b"X-Spin" in raw:
        while True: pass
    if b"X-Greedy" in raw:
        return mails.Unreadable("0", 0, "beyond parsing: MemoryError")
    if b"X-Swallow" in raw:
        held = bytearray(1 << 30)
    if b"X-Sleep" in raw:
        time.sleep(600)  # which takes no time of the processor
    if b"X-Deadly" in raw:
        os.kill(os.getpid(), 11)
    if b"X-Leave" in raw:
        raise SystemExit
    if b"X-Unfold" in raw:
        found = real(raw)
        return type(found)(*[getattr(found, n) if n != "text" else "a" * 60_000_000 for n in found.__slots__])
    if b"X-Second" in raw and read.count:
        os.kill(os.getpid(), 11)
    read.count += 1
    return real(raw)
read.count = 0
mails.load()
mails.load = lambda: None
mails.read = read
mails.main(*map(int, sys.argv[1:4]))
"""


def mail(header: str) -> bytes:
    return header.encode() + b": yes\r\n" + MAIL


@pytest.fixture
def own() -> Iterator[MailReader]:
    """A reader whose child may die."""
    with MailReader(Allowance(seconds=1, deadline=20)) as reader:
        yield reader


@pytest.fixture
def seeded(monkeypatch: pytest.MonkeyPatch) -> Iterator[MailReader]:
    monkeypatch.setattr(mails, "START", SEEDED)
    with MailReader(Allowance(seconds=1, deadline=20)) as reader:
        yield reader


def child_of(reader: MailReader) -> child.Child:
    assert reader.child is not None
    return reader.child


def assert_goes_on(reader: MailReader) -> None:
    for raw in (MAIL, OTHER, MAIL):
        assert reader.read(raw) == read(raw)


def unreadable(raw: bytes, reason: str) -> Unreadable:
    return Unreadable(hashlib.sha256(raw).hexdigest(), len(raw), reason)


# --- mails that do harm --------------------------------------------------------------------------------------

HARMFUL = {
    "X-Greedy": "needs more memory to read than a mail may have",
    "X-Swallow": "needs more memory to read than a mail may have",
    "X-Deadly": "its reader broke down",
    "X-Leave": "its reader broke down",
    "X-Unfold": "unfolds to many times its size",
}


@pytest.mark.parametrize("header", HARMFUL)
@pytest.mark.parametrize("before", [0, 2], ids=["fresh", "used"])
def test_a_mail_that_ends_its_reader_is_set_aside_alone(seeded: MailReader, header: str, before: int) -> None:
    for _ in range(before):
        assert seeded.read(OTHER) == read(OTHER)
    raw = mail(header)
    begun = time.monotonic()
    assert seeded.read(raw) == unreadable(raw, HARMFUL[header])
    assert time.monotonic() - begun < 15
    assert_goes_on(seeded)


def test_a_mail_that_outlasts_the_clock_is_set_aside_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mails, "START", SEEDED)
    raw = mail("X-Sleep")
    with MailReader(Allowance(deadline=1.5)) as reader:
        for _ in range(2):  # by a fresh child, and by one that is tried once more
            assert reader.read(raw) == unreadable(raw, "took longer than 1.5 s to read")
            assert_goes_on(reader)


def test_a_death_is_put_down_to_a_mail_only_if_a_fresh_child_died_of_it(seeded: MailReader) -> None:
    """The mails before may have broken it."""
    raw = mail("X-Second")
    assert seeded.read(OTHER) == read(OTHER)
    first = child_of(seeded).pid
    assert seeded.read(raw) == read(raw)
    assert child_of(seeded).pid != first


def test_time_of_the_processor_is_the_mails_own_and_not_tried_again(
    seeded: MailReader, caplog: pytest.LogCaptureFixture
) -> None:
    raw = mail("X-Spin")
    assert seeded.read(OTHER) == read(OTHER)
    with caplog.at_level(logging.INFO):
        caplog.clear()  # whether the start was told depends on what ran before
        assert seeded.read(raw) == unreadable(raw, "took more than 1 s of the processor to read")
    assert [one.message for one in caplog.records] == ["mail reader: ended (signal 24)"]
    assert_goes_on(seeded)


def test_a_mail_that_needs_more_memory_than_there_is() -> None:
    """For real: twelve megabytes of text, in a child that may have hardly more than it begins with."""
    raw = b"Content-Type: text/html; charset=utf-8\r\n\r\n" + "<p>Jalan — rusak</p>\n".encode() * 500_000
    with MailReader(Allowance(memory=80 * 1024 * 1024, deadline=20)) as reader:
        found = reader.read(raw)
        assert isinstance(found, Unreadable)
        assert found.reason in ("needs more memory to read than a mail may have", "its reader broke down")
        assert_goes_on(reader)


def test_a_mail_that_takes_its_time_may_have_it(seeded: MailReader) -> None:
    """Seconds are counted anew for each mail."""
    for _ in range(300):
        assert seeded.read(MAIL) == read(MAIL)
    assert child_of(seeded).reads == 300


def test_the_log_tells_nothing_of_a_mail(seeded: MailReader, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        for header in ("X-Deadly", "X-Unfold", "X-Leave"):
            seeded.read(mail(header))
    assert caplog.records
    assert "rahasia" not in caplog.text
    assert "warga" not in caplog.text


# --- mails that are read together ----------------------------------------------------------------------------


def test_mails_read_together_come_back_in_their_order(
    own: MailReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    real = child.Child.ask
    monkeypatch.setattr(child.Child, "ask", lambda *given: [asked.append(1), real(*given)][1])
    raws = [MAIL + b"x" * size for size in (0, 10, 400_000, 5, 700_000, 2_000_000, 0, 999_990, 20, 1, 0)]
    assert own.read_all(raws) == [read(raw) for raw in raws]
    assert child_of(own).reads == len(raws)
    assert len(asked) < len(raws)
    assert own.read_all([]) == []
    assert own.read_all(raws[:2], [read(raw).sha256 for raw in raws[:2]]) == [read(raw) for raw in raws[:2]]
    with pytest.raises(ValueError, match="zip"):
        own.read_all(raws, ["0"])


@pytest.mark.parametrize(
    ("header", "at"),
    [("X-Deadly", 0), ("X-Deadly", 2), ("X-Deadly", 4), ("X-Swallow", 2), ("X-Unfold", 2), ("X-Leave", 4)],
)
def test_a_harmful_mail_costs_none_of_those_it_came_with(seeded: MailReader, header: str, at: int) -> None:
    raws = [MAIL, OTHER, MAIL + b"3", MAIL + b"4"]
    raws.insert(at, mail(header))
    wanted: list[Message | Unreadable] = [read(raw) for raw in raws]
    wanted[at] = unreadable(raws[at], HARMFUL[header])
    assert seeded.read_all(raws) == wanted
    assert_goes_on(seeded)


def test_several_harmful_mails_among_others(seeded: MailReader) -> None:
    headers = ["", "X-Deadly", "", "X-Leave", "X-Unfold", ""]
    raws = [mail(header) if header else MAIL for header in headers]
    reasons = [getattr(found, "reason", "") for found in seeded.read_all(raws)]
    assert reasons == [HARMFUL.get(header, "") for header in headers]


def test_seconds_are_those_of_each_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four mails together of which each takes two thirds of its time of the processor."""
    slow = (
        "end = time.process_time() + 0.7\n    while time.process_time() < end: pass\n    return real(raw)\n"
    )
    monkeypatch.setattr(mails, "START", SEEDED.replace("    read.count += 1\n", f"    {slow}"))
    with MailReader(Allowance(seconds=1, deadline=60)) as reader:
        assert reader.read_all([MAIL] * 4) == [read(MAIL)] * 4
        assert child_of(reader).reads == 4


def test_without_a_child_all_of_them_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mails, "START", "raise SystemExit")
    with MailReader() as reader, pytest.raises(ReaderUnavailable):
        reader.read_all([MAIL, OTHER])


# --- children that are disturbed -----------------------------------------------------------------------------


def test_a_child_killed_between_mails_is_replaced(own: MailReader) -> None:
    for _ in range(3):
        assert_goes_on(own)
        os.kill(child_of(own).pid, signal.SIGKILL)
    assert_goes_on(own)


def test_a_child_killed_before_its_first_mail_is_no_fault_of_that_mail(own: MailReader) -> None:
    assert own.held()
    os.kill(child_of(own).pid, signal.SIGKILL)
    assert own.read(MAIL) == read(MAIL)


@contextmanager
def stopped(pid: int) -> Iterator[None]:
    """While it is so, it reads nothing, whoever asks."""
    os.kill(pid, signal.SIGSTOP)
    while state(pid) != "T":
        time.sleep(0.01)
    yield


def test_a_child_killed_while_it_reads_is_replaced_and_the_mail_is_none_the_worse(own: MailReader) -> None:
    assert_goes_on(own)
    pid = child_of(own).pid
    with stopped(pid):
        threading.Timer(0.3, os.kill, (pid, signal.SIGKILL)).start()
        assert own.read(MAIL) == read(MAIL)
    assert_goes_on(own)


def test_a_child_that_somebody_stopped_is_replaced_and_the_mail_is_none_the_worse() -> None:
    with MailReader(Allowance(deadline=1.5)) as reader:
        assert_goes_on(reader)
        pid = child_of(reader).pid
        large = MAIL + b"x" * 5_000_000  # more than a pipe holds: it is stopped before it has it all
        for raw in (MAIL, large):
            with stopped(child_of(reader).pid):
                assert reader.read(raw) == read(raw)
        assert gone(pid)
        assert_goes_on(reader)


def test_after_so_many_mails_a_fresh_child_takes_over() -> None:
    with MailReader(Allowance(reads=2)) as reader:
        pids = []
        for _ in range(4):
            assert reader.read(MAIL) == read(MAIL)
            pids.append(child_of(reader).pid)
        assert pids[0] == pids[1] != pids[2] == pids[3]
        assert gone(pids[0])


def test_closing_ends_the_child_and_reading_starts_another(own: MailReader) -> None:
    assert_goes_on(own)
    pid = child_of(own).pid
    own.close()
    own.close()
    assert gone(pid)
    assert own.child is None
    assert_goes_on(own)


def test_threads_get_each_its_own_mail(own: MailReader) -> None:
    wrong: list[bytes] = []

    def read_some(name: str) -> None:
        for number in range(60):
            raw = MAIL + f"{name} {number}\r\n".encode() * number * 10
            if own.read(raw) != read(raw):
                wrong.append(raw)

    threads = [threading.Thread(target=read_some, args=(name,)) for name in ("satu", "dua", "tiga")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_the_end_of_the_thread_that_started_the_child_harms_no_mail(own: MailReader) -> None:
    """PR_SET_PDEATHSIG looks at the thread, not at the process (prctl(2))."""
    thread = threading.Thread(target=own.read, args=(MAIL,))
    thread.start()
    thread.join()
    time.sleep(0.1)
    assert_goes_on(own)


def test_whoever_breaks_off_does_not_leave_his_answer_to_the_next(
    own: MailReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_goes_on(own)
    with monkeypatch.context() as patch:
        patch.setattr(child.Child, "_answer", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            own.read(OTHER)
    assert own.child is None
    assert_goes_on(own)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_no_child_outlives_its_daemon(number: signal.Signals) -> None:
    script = (
        "import time; from maild.confined import MailReader; m = MailReader();"
        "m.read(b'From: a@b.example'); print(m.child.pid, flush=True); time.sleep(60)"
    )
    assert_ends_with_its_daemon(script, number)


# --- children that were taken over (T24) ---------------------------------------------------------------------


class _Deed:
    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, (f"touch {self.place}",)


def answer(*records: Message | Unreadable) -> bytes:
    return b"".join(together(packed(one, 1_000_000) for one in records))


def saying(data: bytes) -> str:
    return ASKED + f"put({data!r}); time.sleep(600)"


def alone(data: bytes) -> bytes:
    return b"".join(together([[data]]))


LIES: dict[str, str] = {
    "nothing": ASKED + "os._exit(0)",
    "an empty answer": saying(b""),
    "an answer that is cut": ASKED + "os.write(1, b'\\0\\0\\1\\0{'); os._exit(0)",
    "a length that is cut": ASKED + "os.write(1, b'\\0\\0'); os._exit(0)",
    "more than may be": ASKED + "os.write(1, b'\\xff\\xff\\xff\\xff'); time.sleep(600)",
    "more than was told": ASKED + "os.write(1, b'\\0\\0\\0\\1abcdef'); time.sleep(600)",
    "noise": saying(bytes(range(256)) * 4),
    "noise in its place": saying(alone(bytes(range(256)) * 4)),
    "no answer": saying(alone(b"")),
    "two answers": saying(answer(read(MAIL), read(MAIL))),
    "an answer and more": saying(answer(read(MAIL)) + b"x"),
    "another mail": saying(answer(read(OTHER))),
    "another size": saying(answer(Unreadable(hashlib.sha256(MAIL).hexdigest(), 1, "x"))),
    "a list": saying(alone(struct.pack(">I", 2) + b"[]")),
    "a piece that is not there": saying(alone(struct.pack(">I", 15) + b'[1,[],[7,1,""]]')),
}


@pytest.mark.parametrize("name", LIES)
def test_a_child_that_was_taken_over_can_say_nothing_but_a_record(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    whole = mails.START
    monkeypatch.setattr(mails, "START", LIES[name])
    begun = time.monotonic()
    with MailReader(Allowance(deadline=20)) as reader:
        assert reader.read(MAIL) == unreadable(MAIL, "its reader broke down")
        assert reader.child is None
        monkeypatch.setattr(mails, "START", whole)
        assert_goes_on(reader)
    assert time.monotonic() - begun < 15


def test_its_pickles_are_not_obeyed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    data = pickle.dumps(_Deed(tmp_path / "done"))
    for said in (data, alone(data), alone(struct.pack(">I", len(data)) + data)):
        monkeypatch.setattr(mails, "START", saying(said))
        with MailReader(Allowance(deadline=20)) as reader:
            assert reader.read(MAIL) == unreadable(MAIL, "its reader broke down")
    assert not (tmp_path / "done").exists()


def test_an_answer_that_comes_late_is_not_that_of_the_next_mail(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two answers to one mail: the second is not taken for the next one's."""
    one = answer(read(MAIL))
    script = STARTED + f"os.read(0, 9999); put({one!r}); time.sleep(0.1); put({one!r}); time.sleep(600)"
    whole = mails.START
    monkeypatch.setattr(mails, "START", script)
    with MailReader(Allowance(deadline=20)) as reader:
        assert reader.read(MAIL) == read(MAIL)
        time.sleep(0.3)
        monkeypatch.setattr(mails, "START", whole)
        assert reader.read(OTHER) == read(OTHER)


def test_a_child_that_does_not_listen_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mails, "START", STARTED + "time.sleep(600)")
    raw = b"x" * 3_000_000
    with MailReader(Allowance(deadline=0.5)) as reader:
        assert reader.read(raw) == unreadable(raw, "took longer than 0.5 s to read")
        assert reader.child is None


# --- children that cannot be started -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "script", ["raise SystemExit", "import time; time.sleep(600)", "print('x' * 9999999)", "import nothing"]
)
def test_without_a_child_mails_wait(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    monkeypatch.setattr(mails, "START", script)
    monkeypatch.setattr(child, "STARTING", 1.0)
    with MailReader() as reader:
        with pytest.raises(ReaderUnavailable):
            reader.read(MAIL)
        begun = time.monotonic()
        for _ in range(20):
            with pytest.raises(ReaderUnavailable):
                reader.read(MAIL)
        assert time.monotonic() - begun < 0.9, "not every mail waits for a start"


def test_after_a_rest_the_start_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = mails.START
    monkeypatch.setattr(mails, "START", "raise SystemExit")
    monkeypatch.setattr(mails, "_REST", 0.2)
    with MailReader() as reader:
        with pytest.raises(ReaderUnavailable):
            reader.read(MAIL)
        monkeypatch.setattr(mails, "START", whole)
        with pytest.raises(ReaderUnavailable):
            reader.read(MAIL)
        time.sleep(0.3)
        assert_goes_on(reader)


def test_without_an_interpreter_mails_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python3")
    with MailReader() as reader, pytest.raises(ReaderUnavailable):
        reader.held()


@pytest.mark.parametrize("missing", ["maild", "mailparser", "selectolax", "olefile"])
def test_without_its_libraries_mails_wait(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, missing: str
) -> None:
    """A folder that cannot be read. Mails are not read by halves, and not by anybody else."""
    folders = child.folders_of([name for name in mails.LIBRARIES if name != missing])
    rest = []
    for number, folder in enumerate(folders):
        shadow = tmp_path / str(number)
        shadow.mkdir()
        for one in Path(folder).iterdir():
            if one.name != missing:
                (shadow / one.name).symlink_to(one)
        rest.append(str(shadow))
    monkeypatch.setattr(mails, "folders_of", lambda _: rest)
    with MailReader() as reader, pytest.raises(ReaderUnavailable):
        reader.read(MAIL)
