"""Scripted faults: what a server of the demo does instead of answering, at which verb, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import Literal

#: refuse: answer with `text`, do nothing; close: drop the connection, do nothing; close_after: do it, then
#: drop the connection without an answer; cut: do it, send half of the answer, drop; stall: wait `seconds`,
#: then do it.
Action = Literal["refuse", "close", "close_after", "cut", "stall"]


@dataclass(slots=True)
class Fault:
    """`verb` is upper case: 'UID MOVE', 'IDLE', 'CONNECT' (both servers), 'RCPT', 'DATA', 'BODY' (the mail
    after DATA). `text` is the whole reply for SMTP ('451 4.3.0 later') and what follows the tag for IMAP
    ('NO [UNAVAILABLE] later')."""

    verb: str
    action: Action
    text: str = ""
    skip: int = 0  # let this many pass first
    times: int = 1  # then strike this often
    seconds: float = 0.0
    holding: str = ""  # strike only where the argument holds this, such as an address


class Faults:
    """The faults of one server, in the order in which they are tried."""

    def __init__(self, *faults: Fault) -> None:
        self._faults = list(faults)
        self._lock = Lock()
        self.seen: list[str] = []  # every verb that came, for tests

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._faults.append(fault)

    def clear(self) -> None:
        with self._lock:
            self._faults.clear()

    def strike(self, verb: str, argument: str = "") -> Fault | None:
        """The fault that strikes this command, counted down; None when it may pass."""
        with self._lock:
            self.seen.append(verb)
            for fault in self._faults:
                if fault.verb != verb or fault.holding not in argument or fault.times <= 0:
                    continue
                if fault.skip > 0:
                    fault.skip -= 1
                    continue
                fault.times -= 1
                return fault
        return None
