"""Runs rounds of maild in processes that can be killed at the N-th step. maild itself knows nothing of it.

`python -m tests.faults.child` reads one job a line (JSON, see `Job`), forks a process for it and answers with
one line: {"killed": bool, "points": [names], "counts": {...} | null, "error": "Class: text" | null}. Forking
from a process that has imported everything and compiled the templates makes a round cost some 0.1 s instead
of 1.3 s.
"""

from __future__ import annotations

import asyncio
import imaplib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Self

WRITES = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True)
class Job:
    """One round: configuration, moment (ISO 8601), the step to die at (0: none), a seeded bug or ''.

    place: die at the first step whose name holds this, instead of at a number.
    """

    config: str
    at: str
    kill: int = 0
    bug: str = ""
    place: str = ""


@dataclass(frozen=True)
class Outcome:
    killed: bool
    points: list[str]
    counts: dict[str, int] | None
    error: str | None


class Children:
    """The other side of this module: `Children().run(Job(...))`. One at a time; make several for more."""

    def __init__(self) -> None:
        root = Path(__file__).resolve().parent.parent.parent
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=root,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(10)

    def run(self, job: Job) -> Outcome:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(job)) + "\n")
        self._process.stdin.flush()
        return Outcome(**json.loads(self._process.stdout.readline()))


class Points:
    """Counts the steps of a round, and ends the process at one of them as `kill -9` does."""

    def __init__(self, kill: int, place: str, out: int) -> None:
        self._kill, self._place, self._out = kill, place, out
        self._count = 0
        self._lock = threading.Lock()

    def __call__(self, name: str) -> None:
        with self._lock:
            self._count += 1
            os.write(self._out, f"{name}\n".encode())
            if self._count == self._kill or (self._place and self._place in name):
                os.kill(os.getpid(), signal.SIGKILL)

    def around(self, owner: Any, name: str, label: str) -> None:
        """A point before and one after every call of a function."""
        original = getattr(owner, name)

        def wrapped(*arguments: Any, **named: Any) -> Any:
            self(f"before {label}")
            result = original(*arguments, **named)
            self(f"after {label}")
            return result

        setattr(owner, name, wrapped)


def plant(point: Points) -> None:
    """Points around everything that leaves a trace outside of the process."""
    _plant_database(point)
    _plant_mailbox(point)
    _plant_submission(point)


def _plant_database(point: Points) -> None:
    from sqlalchemy import Engine, event
    from sqlalchemy.engine.default import DefaultDialect

    def told(when: str) -> Callable[..., None]:
        def hook(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
            words = statement.split()
            if words[0].upper() in WRITES:
                table = words[1] if words[0].upper() == "UPDATE" else words[2]
                point(f"{when} {words[0].upper()} {table}")

        return hook

    event.listen(Engine, "before_cursor_execute", told("before"))
    event.listen(Engine, "after_cursor_execute", told("after"))
    point.around(DefaultDialect, "do_commit", "COMMIT")


def _plant_mailbox(point: Points) -> None:
    from maild.mailbox import Mailbox

    send, complete = imaplib.IMAP4._command, imaplib.IMAP4._command_complete  # type: ignore[attr-defined]

    def command(self: Any, name: str, *arguments: Any) -> Any:
        words = " ".join([name, *(str(a) for a in arguments[:1] if name == "UID")])
        point(f"before IMAP {words}")
        tag = send(self, name, *arguments)
        point(f"sent IMAP {words}")
        return tag

    def completed(self: Any, name: str, tag: Any) -> Any:
        answer = complete(self, name, tag)
        point(f"after IMAP {name}")
        return answer

    imaplib.IMAP4._command = command  # type: ignore[attr-defined]
    imaplib.IMAP4._command_complete = completed  # type: ignore[attr-defined]
    fetch = Mailbox.fetch

    def fetched(self: Mailbox, listed: Any) -> Iterator[Any]:
        for mail in fetch(self, listed):
            point("fetched a mail")
            yield mail

    Mailbox.fetch = fetched  # type: ignore[method-assign]
    point.around(Mailbox, "file", "MOVE of a folder")
    point.around(Mailbox, "append", "APPEND of copies")


def _plant_submission(point: Points) -> None:
    from aiosmtplib.protocol import SMTPProtocol

    from maild.daemon.sending import Drain
    from maild.submission.session import Session

    execute, write, body = SMTPProtocol.execute_command, SMTPProtocol.write, Session._body

    async def executed(self: Any, *words: Any, **named: Any) -> Any:
        verb = words[0].decode()
        point(f"before SMTP {verb}")
        answer = await execute(self, *words, **named)
        point(f"after SMTP {verb}")
        return answer

    def written(self: Any, data: bytes) -> None:
        if not data.endswith(b"\r\n.\r\n"):
            write(self, data)
            point("sent SMTP line")
            return
        point("before the body")
        write(self, data[: len(data) // 2])
        point("in the middle of the body")
        write(self, data[len(data) // 2 : -5])
        point("before the dot of the body")
        write(self, data[-5:])
        point("after the dot of the body")

    async def whole(self: Any, data: bytes) -> Any:
        answer = await body(self, data)
        await asyncio.sleep(0)
        point("after the answer to the body")
        return answer

    SMTPProtocol.execute_command = executed  # type: ignore[method-assign]
    SMTPProtocol.write = written  # type: ignore[method-assign]
    Session._body = whole  # type: ignore[method-assign]
    point.around(Drain, "fence", "fence")
    point.around(Drain, "settle", "settle")


def seed(bug: str) -> None:
    """A known bug, put in to see that the oracle finds it."""
    SEEDED[bug]()


def _move_before_commit() -> None:
    from maild.mailbox import Mailbox

    fetch = Mailbox.fetch

    def fetched(self: Mailbox, listed: Sequence[Any]) -> Iterator[Any]:
        mails = list(fetch(self, listed))
        if mails:
            self.file([mail.uid for mail in mails], self.settings.processed_folder)
        yield from mails

    Mailbox.fetch = fetched  # type: ignore[method-assign]


def _no_fence() -> None:
    from maild.store import outbox

    outbox.fence = lambda tx, ids, epoch, now: set(ids)


def _sent_before_the_body() -> None:
    from maild.store import outbox

    fence = outbox.fence

    def too_early(tx: Any, ids: Any, epoch: int, now: datetime) -> set[int]:
        passed = fence(tx, ids, epoch, now)
        for outbox_id in passed:
            outbox.mark_sent(tx, outbox_id, "250 surely", now)
        return passed

    outbox.fence = too_early


def _blind_resend() -> None:
    from sqlalchemy import update

    from maild.store import outbox, schema

    def recover(tx: Any, office: str, epoch: int, now: datetime) -> int:
        rows = update(schema.outbox).where(schema.outbox.c.state == "committing")
        return int(tx.execute(rows.values(state="ready")).rowcount)

    outbox.recover = recover


def _same_message_id_is_a_copy() -> None:
    from sqlalchemy import func, select

    from maild.store import inbox, schema

    def copy_of(tx: Any, office: str, inbox_id: int, message_id: str | None, *_: str) -> int | None:
        same = schema.inbox.c.message_id == message_id
        found: int | None = tx.scalar(
            select(func.min(schema.inbox.c.id)).where(schema.inbox.c.id < inbox_id, same)
        )
        return found

    inbox.copy_of = copy_of


def _letters_after_the_commit() -> None:
    """Disposition and letters in two transactions."""
    from maild.daemon import reading
    from maild.store import inbox

    settle = inbox.settle

    def early(tx: Any, inbox_id: int, *arguments: Any, **named: Any) -> None:
        settle(tx, inbox_id, *arguments, **named)

    deal = reading._deal

    def split(desk: Any, since: datetime) -> Any:
        early(desk.tx, desk.mail.id, "ignored", "not yet", desk.now)
        desk.tx.exec_driver_sql("COMMIT")
        desk.tx.exec_driver_sql("BEGIN IMMEDIATE")
        desk.tx.exec_driver_sql("SAVEPOINT part")
        return deal(desk, since)

    reading._deal = split


def _a_mail_kills() -> None:
    """Not a bug of ours: a mail that ends the daemon, as a fault in a C library does; not only its reader."""
    from maild.daemon import reading

    understand = reading.understand

    def deadly(message: Any, *arguments: Any, **named: Any) -> Any:
        if "x-deadly" in message.headers:
            os.kill(os.getpid(), signal.SIGKILL)
        return understand(message, *arguments, **named)

    reading.understand = deadly


SEEDED: dict[str, Callable[[], None]] = {
    "move before commit": _move_before_commit,
    "no fence": _no_fence,
    "sent before the body": _sent_before_the_body,
    "blind resend": _blind_resend,
    "same Message-ID is a copy": _same_message_id_is_a_copy,
    "disposition and letters apart": _letters_after_the_commit,
    "a mail kills": _a_mail_kills,
}


def _round(job: Job, out: int) -> None:
    from maild.config import Config, load
    from maild.daemon import once, room
    from tests.daemon.readers import ReadHere

    # Its child would take a multiple of the round to start; no step of the round lies in it.
    room.MAILS = ReadHere()
    point = Points(job.kill, job.place, out)
    if job.bug:
        seed(job.bug)
    plant(point)
    config = load(Path(job.config))
    assert isinstance(config, Config), config
    try:
        counts = once(config, datetime.fromisoformat(job.at))
        os.write(out, f"counts {json.dumps(counts.as_json())}\n".encode())
    except Exception as error:
        os.write(out, f"error {type(error).__name__}: {error}".replace("\n", " ").encode() + b"\n")


def _perform(job: Job) -> Outcome:
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        try:
            _round(job, writer)
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as stream:
        lines = stream.read().splitlines()
    _, status = os.waitpid(pid, 0)
    counts = next((json.loads(line[7:]) for line in lines if line.startswith("counts ")), None)
    error = next((line[6:] for line in lines if line.startswith("error ")), None)
    points = [line for line in lines if not line.startswith(("counts ", "error "))]
    return Outcome(os.WIFSIGNALED(status), points, counts, error)


def _compile_templates_once() -> None:
    """Compiling them is two thirds of a small round; code objects do not depend on who asks."""
    import jinja2

    compiled: dict[tuple[Any, ...], Any] = {}
    compile_one = jinja2.Environment.compile

    def cached(self: Any, source: Any, *more: Any, **named: Any) -> Any:
        key = (source, more, tuple(named.items()))
        if key not in compiled:
            compiled[key] = compile_one(self, source, *more, **named)
        return compiled[key]

    jinja2.Environment.compile = cached  # type: ignore[method-assign,assignment]


def _warm_up(job: Job) -> None:
    """Everything that touches neither the database nor a server, once before the first fork."""
    from maild.config import Config, load
    from maild.daemon.register import alone, read_list
    from maild.daemon.room import furnish

    config = load(Path(job.config))
    if isinstance(config, Config):
        for office in config.offices:
            rows = read_list(office)
            assert isinstance(rows, dict), rows
            furnish(config, office, datetime.fromisoformat(job.at), alone(rows))


def main() -> None:
    import aiosmtplib  # noqa: F401 - imported here so that no round has to
    import holidays  # noqa: F401
    import imapclient  # noqa: F401
    import psycopg  # noqa: F401
    import rapidfuzz  # noqa: F401
    import selectolax.lexbor  # noqa: F401
    import sqlalchemy.dialects.sqlite  # noqa: F401

    import maild.daemon.round
    import maild.directory.index  # noqa: F401
    import tests.daemon.readers  # noqa: F401

    _compile_templates_once()
    for number, line in enumerate(sys.stdin):
        if number == 0:
            _warm_up(Job(**json.loads(line)))
        print(json.dumps(asdict(_perform(Job(**json.loads(line))))), flush=True)


if __name__ == "__main__":
    main()
