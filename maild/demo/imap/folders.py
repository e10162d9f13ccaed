"""What the server keeps: accounts, their folders, the mails in them. Every method may be called from any
thread; one lock serves the whole store, because every operation is short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock


@dataclass(slots=True)
class Mail:
    """One mail in one folder. `raw` is kept byte for byte; `internaldate` is when it was filed (aware)."""

    uid: int
    raw: bytes = field(repr=False)
    internaldate: datetime
    flags: set[str]


class Folder:
    """One mailbox in the sense of RFC 3501: UIDs only ever grow."""

    def __init__(self, name: str, uidvalidity: int, lock: RLock) -> None:
        self.name = name
        self.uidvalidity = uidvalidity
        self.uidnext = 1
        self.mails: dict[int, Mail] = {}  # by UID, in the order of arrival
        self.changes = 0  # grows with each arrival and each removal
        self.watchers: set[Callable[[], None]] = set()
        self._lock = lock

    def add(self, raw: bytes, at: datetime, flags: Iterable[str] = ()) -> int:
        """File a mail; returns its UID."""
        with self._lock:
            uid = self.uidnext
            self.uidnext += 1
            self.mails[uid] = Mail(uid, raw, at, set(flags))
        self._changed()
        return uid

    def remove(self, uids: Iterable[int]) -> None:
        with self._lock:
            for uid in uids:
                self.mails.pop(uid, None)
        self._changed()

    def snapshot(self) -> list[Mail]:
        with self._lock:
            return list(self.mails.values())

    def _changed(self) -> None:
        self.changes += 1
        for watcher in tuple(self.watchers):
            watcher()


class Account:
    """A login with its folders. INBOX is always there, and found in any spelling of its case."""

    def __init__(self, login: str, password: str, lock: RLock) -> None:
        self.login = login
        self.password = password
        self.folders: dict[str, Folder] = {}
        self._lock = lock
        self._made = 0  # folders ever made: a folder deleted and made again gets a new UIDVALIDITY
        self.create("INBOX")

    def folder(self, name: str) -> Folder | None:
        return self.folders.get("INBOX" if name.upper() == "INBOX" else name)

    def create(self, name: str) -> Folder:
        """The folder of that name, made when it is not there; so are its parents."""
        with self._lock:
            existing = self.folder(name)
            if existing is not None:
                return existing
            parent = name.rpartition("/")[0]
            if parent:
                self.create(parent)
            self._made += 1
            self.folders[name] = Folder(name, 1_700_000_000 + self._made, self._lock)
            return self.folders[name]

    def delete(self, name: str) -> bool:
        with self._lock:
            return name.upper() != "INBOX" and self.folders.pop(name, None) is not None

    def renumber(self, name: str) -> None:
        """Give the folder a new UIDVALIDITY and new UIDs, as a server restored from a backup does."""
        with self._lock:
            old = self.folders[name]
            self._made += 1
            new = Folder(name, 1_700_000_000 + self._made, self._lock)
            self.folders[name] = new
            for mail in old.snapshot():
                new.add(mail.raw, mail.internaldate, mail.flags)

    @property
    def inbox(self) -> Folder:
        return self.folders["INBOX"]


class Store:
    """All accounts of the server, by login (compared in lower case)."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._accounts: dict[str, Account] = {}

    def account(self, login: str, password: str = "secret") -> Account:  # noqa: S107  invented, loopback only
        """The account of that login, opened with `password` when it is new."""
        with self._lock:
            key = login.lower()
            if key not in self._accounts:
                self._accounts[key] = Account(key, password, self._lock)
            return self._accounts[key]

    def login(self, login: str, password: str) -> Account | None:
        account = self._accounts.get(login.lower())
        return account if account is not None and account.password == password else None

    def __iter__(self) -> Iterator[Account]:
        return iter(tuple(self._accounts.values()))
