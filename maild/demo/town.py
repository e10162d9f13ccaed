"""The demo's world around maild: two servers on loopback, the post, everybody's mailbox, one clock."""

from __future__ import annotations

from datetime import datetime
from types import TracebackType

from maild.demo import compose
from maild.demo.compose import Outgoing, Received
from maild.demo.imap import ImapServer, Store
from maild.demo.loopback import Loopback
from maild.demo.people import CAST, OFFICE_ADDRESS, PEOPLE, Person
from maild.demo.post import Post
from maild.demo.setup import PASSWORD
from maild.demo.smtp import SmtpServer


class Town:
    """Starts the servers as a context; `now` is the simulated time that stamps every mail."""

    def __init__(self, begin: datetime) -> None:
        self.now = begin
        self.store = Store()
        self.post = Post(self.store, lambda: self.now)
        self.post.gone = {PEOPLE["perizinan"].address}
        self._loopback = Loopback()
        self._read: dict[tuple[str, int], Received] = {}

    def __enter__(self) -> Town:
        self._loopback.__enter__()
        for person in CAST:
            self.store.account(person.address, PASSWORD)
        imap = ImapServer(self._loopback, self.store, clock=lambda: self.now)
        smtp = SmtpServer(
            self._loopback, self.post.submitted, self.post.judge, logins={OFFICE_ADDRESS: PASSWORD}
        )
        self.imap_port, self.smtp_port = imap.port, smtp.port
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loopback.__exit__(kind, error, trace)

    def inbox(self, key: str) -> list[Received]:
        """The mails that a person has received, newest first."""
        address = PEOPLE[key].address
        mails = []
        for mail in reversed(self.store.account(address).inbox.snapshot()):
            known = self._read.get((key, mail.uid))
            if known is None:
                known = self._read[key, mail.uid] = compose.read(mail.raw, mail.internaldate)
            mails.append(known)
        return mails

    def send(self, person: Person, outgoing: Outgoing) -> None:
        """Hand a person's mail to the post, and keep a copy in the person's Sent folder."""
        self.post.send(person.address, [outgoing.to], outgoing.raw, login=person.address)
        self.store.account(person.address).create("Sent").add(outgoing.raw, self.now, ["\\Seen"])
