"""One office at work: its two hands, and the register that they work with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from maild.daemon.hands import MailboxHand, SendingHand
from maild.daemon.room import Room
from maild.daemon.work import OfficeWork
from maild.store import register

Stamp = tuple[int, int, int] | None


class AtWork:
    """One office with its two hands. They look at the room for each mail: a swap holds from the next."""

    def __init__(self, work: OfficeWork) -> None:
        self.work = work
        self.mailbox = MailboxHand(work, after=lambda: self.sender.wake.set())
        self.sender = SendingHand(work, after=lambda: self.mailbox.wake.set())
        self.agencies = self.seen = stamp(work.room.office.agencies)
        self.day = self.today

    def swap(self, room: Room, agencies: Stamp) -> None:
        for work in (self.work, self.mailbox.work, self.sender.work):
            work.room = room
        self.agencies = self.seen = agencies
        self.day = self.today
        self.sender.halt()  # a long pass would go on with the addresses of before (R23)
        self.mailbox.wake.set()

    @property
    def hands(self) -> tuple[MailboxHand, SendingHand]:
        return self.mailbox, self.sender

    def status(self) -> str:
        trouble = "".join(f", {hand.name} {hand.trouble}" for hand in self.hands if hand.trouble)
        taken, sent = self.mailbox.total.received, self.sender.total.sent
        return f"{self.work.room.key}: {taken} in, {sent} out{trouble}"

    @property
    def today(self) -> date:
        return self.work.room.world.date_of(self.work.now())

    @property
    def register_changed(self) -> bool:
        """Whether the register is no longer the one that the room was furnished with."""
        with self.work.store.reading() as connection:
            return register.newest(connection, self.work.room.key) != self.work.room.newest_change


def stamp(path: Path) -> Stamp:
    """Changes when a file is written or replaced; None when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
