"""The verbs on the mails of the selected folder: SEARCH, FETCH, STORE, COPY, MOVE, EXPUNGE."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left

from maild.demo.imap import fetch
from maild.demo.imap.folders import Folder, Mail
from maild.demo.imap.search import search
from maild.demo.imap.wire import Malformed, Token, in_set, number_set, text

#: Untagged responses (without '* ') and the text after the tagged OK.
Done = tuple[list[bytes], str]


class Refused(Exception):
    """A tagged NO with this text."""


class Selected(ABC):
    """A selected folder as one client sees it; `_view` is the client's numbering, as UIDs."""

    def __init__(self) -> None:
        self.folder: Folder | None = None
        self.read_only = False
        self._view: list[int] = []
        self._seen_changes = -1

    @abstractmethod
    def find(self, name: str) -> Folder | None:
        """A folder of the account that is logged in."""

    def news(self) -> list[bytes]:
        """What changed in the selected folder since the client was last told."""
        if self.folder is None or self.folder.changes == self._seen_changes:
            return []
        self._seen_changes = self.folder.changes
        now = [mail.uid for mail in self.folder.snapshot()]
        present, lines = set(now), []
        for position in range(len(self._view) - 1, -1, -1):
            if self._view[position] not in present:
                lines.append(b"%d EXPUNGE" % (position + 1))
        known = self._view[-1] if self._view else 0
        grown = bool(now) and now[-1] > known
        self._view = now
        return [*lines, b"%d EXISTS" % len(now)] if grown else lines

    def _chosen(self, spec: Token, by_uid: bool) -> list[Mail]:
        if self.folder is None:
            raise Malformed("no mailbox selected")
        mails = self.folder.mails
        if by_uid:
            uids = in_set(text(spec), self._view)
        else:
            uids = [self._view[n - 1] for n in in_set(text(spec), list(range(1, len(self._view) + 1)))]
        return [mails[uid] for uid in uids if uid in mails]

    def _position(self, uid: int) -> int:
        return bisect_left(self._view, uid) + 1

    def do_uid_search(self, args: tuple[Token, ...]) -> Done:
        found = search(list(args), self._chosen("1:*", by_uid=True))
        return [b" ".join([b"SEARCH", *(b"%d" % mail.uid for mail in found)])], "done"

    def do_search(self, args: tuple[Token, ...]) -> Done:
        found = search(list(args), self._chosen("1:*", by_uid=True))
        return [b" ".join([b"SEARCH", *(b"%d" % self._position(mail.uid) for mail in found)])], "done"

    def do_uid_fetch(self, args: tuple[Token, ...]) -> Done:
        return self._fetched(args, by_uid=True)

    def do_fetch(self, args: tuple[Token, ...]) -> Done:
        return self._fetched(args, by_uid=False)

    def _fetched(self, args: tuple[Token, ...], by_uid: bool) -> Done:
        wanted = fetch.items(args[1])
        lines = []
        for mail in self._chosen(args[0], by_uid):
            if not self.read_only and any(item.marks_seen for item in wanted):
                mail.flags.add("\\Seen")
            lines.append(b"%d FETCH " % self._position(mail.uid) + fetch.answer(mail, wanted, by_uid))
        return lines, "done"

    def do_uid_store(self, args: tuple[Token, ...]) -> Done:
        return self._stored(args, by_uid=True)

    def do_store(self, args: tuple[Token, ...]) -> Done:
        return self._stored(args, by_uid=False)

    def _stored(self, args: tuple[Token, ...], by_uid: bool) -> Done:
        self._writable()
        how = text(args[1]).upper()
        named = args[2] if isinstance(args[2], list) else list(args[2:])
        flags, lines = {text(flag) for flag in named}, []
        for mail in self._chosen(args[0], by_uid):
            if how.startswith("+"):
                mail.flags |= flags
            elif how.startswith("-"):
                mail.flags -= flags
            else:
                mail.flags = set(flags)
            if not how.endswith(".SILENT"):
                wanted = [fetch.Item("FLAGS")]
                lines.append(b"%d FETCH " % self._position(mail.uid) + fetch.answer(mail, wanted, by_uid))
        return lines, "done"

    def do_uid_copy(self, args: tuple[Token, ...]) -> Done:
        code, _ = self._copied(args)
        return [], f"{code}copied"

    def do_uid_move(self, args: tuple[Token, ...]) -> Done:
        """RFC 6851: the COPYUID comes untagged, before the EXPUNGEs."""
        self._writable()
        code, uids = self._copied(args)
        self._drop(uids)
        return ([f"OK {code}moved".encode()] if code else []), "done"

    def _copied(self, args: tuple[Token, ...]) -> tuple[str, list[int]]:
        target = self.find(text(args[1]))
        if target is None:
            raise Refused("[TRYCREATE] no such mailbox")
        mails = self._chosen(args[0], by_uid=True)
        if not mails:
            return "", []
        old = [mail.uid for mail in mails]
        new = [target.add(mail.raw, mail.internaldate, mail.flags) for mail in mails]
        return f"[COPYUID {target.uidvalidity} {number_set(old)} {number_set(new)}] ", old

    def do_expunge(self, args: tuple[Token, ...]) -> Done:
        self._writable()
        self._drop(self._deleted())
        return [], "done"

    def do_uid_expunge(self, args: tuple[Token, ...]) -> Done:
        self._writable()
        chosen = {mail.uid for mail in self._chosen(args[0], by_uid=True)}
        self._drop([uid for uid in self._deleted() if uid in chosen])
        return [], "done"

    def _deleted(self) -> list[int]:
        mails = self.folder.snapshot() if self.folder else []
        return [mail.uid for mail in mails if "\\Deleted" in mail.flags]

    def _drop(self, uids: list[int]) -> None:
        if self.folder is not None and uids:
            self.folder.remove(uids)

    def _writable(self) -> None:
        if self.read_only:
            raise Refused("[READ-ONLY] opened with EXAMINE")
