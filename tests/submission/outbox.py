"""An outbox in memory that behaves as the store's does, and letters to put into it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from maild.submission import Outgoing, Result, Submission, Timeouts

QUICK = Timeouts(connect=5, command=1, data=1, block=1, done=1, goodbye=1)


@dataclass(frozen=True)
class Account:
    host: str = "127.0.0.1"
    port: int = 0
    tls: str = "none"
    username: str | None = None
    connections: int = 1


def letter(
    number: int = 1,
    recipient: str = "focal@dinas.example",
    *,
    to: str | None = None,
    body: str = "Isi surat.\r\n",
    journal: str | None = None,
    envelope_from: str = "office@ombudsman.example",
) -> Outgoing:
    head = f"From: office@ombudsman.example\r\nTo: {to or recipient}\r\nMessage-ID: <{number}@o.example>\r\n"
    raw = f"{head}Subject: Surat {number}\r\n\r\n{body}".encode()
    return Outgoing(number, envelope_from, recipient, journal, raw)


@dataclass
class Outbox:
    """The rows, their states, and how often the database was asked."""

    rows: deque[Outgoing]
    not_ready: set[int] = field(default_factory=set)
    committing: list[int] = field(default_factory=list)
    results: dict[int, Result] = field(default_factory=dict)
    calls: list[tuple[str, int]] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, mails: Iterable[Outgoing]) -> Outbox:
        return cls(deque(mails))

    def source(self) -> Outgoing | None:
        self.threads.add(threading.get_ident())
        return self.rows.popleft() if self.rows else None

    def fence(self, numbers: Sequence[int]) -> set[int]:
        self.threads.add(threading.get_ident())
        self.calls.append(("fence", len(numbers)))
        passed = {n for n in numbers if n not in self.not_ready and n not in self.committing}
        self.committing += passed
        return passed

    def settle(self, results: Sequence[tuple[int, Result]]) -> None:
        self.threads.add(threading.get_ident())
        self.calls.append(("settle", len(results)))
        for number, result in results:
            assert number not in self.results, "settled twice"
            self.results[number] = result

    def drain(self, submission: Submission, stop: threading.Event | None = None) -> dict[int, Result]:
        submission.drain(self.source, self.fence, self.settle, stop=stop)
        return self.results


def sender(port: int, **account: object) -> Submission:
    return Submission(
        Account(port=port, **account),  # type: ignore[arg-type]
        None,
        local_hostname="office.example",
        timeouts=QUICK,
    )
