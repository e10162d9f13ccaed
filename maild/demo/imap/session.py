"""One client: logging in, folders, APPEND; the verbs on mails are in `selected`."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import datetime

from maild.demo.imap import fetch
from maild.demo.imap.folders import Account, Folder, Store
from maild.demo.imap.selected import Done, Refused, Selected
from maild.demo.imap.wire import Command, Literal, Malformed, Token, number_set, quoted, text

CAPABILITIES = (
    "IMAP4rev1 LITERAL+ SASL-IR AUTH=PLAIN UIDPLUS MOVE IDLE NAMESPACE ENABLE UNSELECT ID"
    " MULTIAPPEND CHILDREN SPECIAL-USE"
)
_SPECIAL = {"sent": "\\Sent", "trash": "\\Trash", "drafts": "\\Drafts", "junk": "\\Junk"}
_NEED_LOGIN = {"SELECT", "EXAMINE", "LIST", "LSUB", "CREATE", "DELETE", "STATUS", "APPEND", "SUBSCRIBE"}


class Session(Selected):
    """Commands in, response bytes out; knows nothing of sockets. `view` is the client's numbering."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.store = store
        self.clock = clock
        self.account: Account | None = None
        self.closing = False

    def run(self, command: Command) -> bytes:
        """Carry out one command and return everything the client gets for it."""
        name = "do_" + command.verb.lower().replace(" ", "_")
        handler: Callable[[tuple[Token, ...]], Done] | None = getattr(self, name, None)
        tag = command.tag.encode()
        if handler is None:
            return tag + b" BAD command not known\r\n"
        try:
            self._allow(command.verb)
            # RFC 3501 section 7.4.1: no EXPUNGE while a command by sequence number is in progress.
            numbered = command.verb in ("FETCH", "STORE", "SEARCH")
            lines = [] if numbered else self.news()
            more, done = handler(command.args)
            lines += more if numbered else more + self.news()
        except (Malformed, IndexError, ValueError) as error:
            return tag + f" BAD {error}\r\n".encode()
        except Refused as error:
            return tag + f" NO {error}\r\n".encode()
        return b"".join(b"* " + line + b"\r\n" for line in lines) + tag + f" OK {done}\r\n".encode()

    def _allow(self, verb: str) -> None:
        if self.account is None and (verb in _NEED_LOGIN or verb.startswith("UID ")):
            raise Refused("log in first")
        if verb.startswith("UID ") and self.folder is None:
            raise Malformed("no mailbox selected")

    # --- any state

    def do_capability(self, args: tuple[Token, ...]) -> Done:
        return [b"CAPABILITY " + CAPABILITIES.encode()], "done"

    def do_noop(self, args: tuple[Token, ...]) -> Done:
        return [], "done"

    do_check = do_noop

    def do_id(self, args: tuple[Token, ...]) -> Done:
        return [b'ID ("name" "maild demo")'], "done"

    def do_enable(self, args: tuple[Token, ...]) -> Done:
        return [b"ENABLED"], "done"

    def do_logout(self, args: tuple[Token, ...]) -> Done:
        self.closing = True
        return [b"BYE until later"], "done"

    # --- logging in

    def do_login(self, args: tuple[Token, ...]) -> Done:
        return self.admit(text(args[0]), text(args[1]))

    def admit(self, login: str, password: str) -> Done:
        self.account = self.store.login(login, password)
        if self.account is None:
            raise Refused("[AUTHENTICATIONFAILED] wrong name or password")
        return [], f"[CAPABILITY {CAPABILITIES}] logged in"

    def do_authenticate(self, args: tuple[Token, ...]) -> Done:
        """SASL PLAIN (RFC 4616); the server has already fetched the response."""
        if text(args[0]).upper() != "PLAIN":
            raise Refused("only PLAIN")
        try:
            _, login, password = base64.b64decode(text(args[1]), validate=True).decode().split("\0")
        except (binascii.Error, ValueError):
            raise Malformed("no SASL PLAIN response") from None
        return self.admit(login, password)

    # --- folders

    def find(self, name: str) -> Folder | None:
        return self._mine().folder(name)

    def _mine(self) -> Account:
        if self.account is None:
            raise Refused("log in first")
        return self.account

    def do_select(self, args: tuple[Token, ...]) -> Done:
        return self._open(args, read_only=False)

    def do_examine(self, args: tuple[Token, ...]) -> Done:
        return self._open(args, read_only=True)

    def _open(self, args: tuple[Token, ...], read_only: bool) -> Done:
        self.folder = self._mine().folder(text(args[0]))
        if self.folder is None:
            raise Refused("[NONEXISTENT] no such mailbox")
        self.read_only = read_only
        self._seen_changes = self.folder.changes
        self._view = [mail.uid for mail in self.folder.snapshot()]
        return [
            b"FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)",
            b"OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft \\*)] any keyword",
            b"%d EXISTS" % len(self._view),
            b"0 RECENT",
            b"OK [UIDVALIDITY %d] valid" % self.folder.uidvalidity,
            b"OK [UIDNEXT %d] next" % self.folder.uidnext,
        ], f"[READ-{'ONLY' if read_only else 'WRITE'}] selected"

    def do_close(self, args: tuple[Token, ...]) -> Done:
        if not self.read_only:
            self._drop(self._deleted())
        return self.do_unselect(args)

    def do_unselect(self, args: tuple[Token, ...]) -> Done:
        self.folder = None
        return [], "done"

    def do_list(self, args: tuple[Token, ...]) -> Done:
        pattern = text(args[0]) + text(args[1])
        if not text(args[1]):
            return [b'LIST (\\Noselect) "/" ""'], "done"
        return [b"LIST " + line for line in self._matching(pattern)], "done"

    def do_lsub(self, args: tuple[Token, ...]) -> Done:
        return [b"LSUB " + line for line in self._matching(text(args[0]) + text(args[1]))], "done"

    def _matching(self, pattern: str) -> list[bytes]:
        names = [name for name in sorted(self._mine().folders) if _fits(name, pattern)]
        return [
            b"(" + _SPECIAL.get(name.lower(), "\\HasNoChildren").encode() + b') "/" ' + quoted(name)
            for name in names
        ]

    def do_create(self, args: tuple[Token, ...]) -> Done:
        name = text(args[0]).rstrip("/")
        if self._mine().folder(name):
            raise Refused("[ALREADYEXISTS] there is one already")
        self._mine().create(name)
        return [], "created"

    def do_delete(self, args: tuple[Token, ...]) -> Done:
        if not self._mine().delete(text(args[0])):
            raise Refused("[NONEXISTENT] no such mailbox")
        return [], "deleted"

    def do_subscribe(self, args: tuple[Token, ...]) -> Done:
        return [], "done"

    do_unsubscribe = do_subscribe

    def do_namespace(self, args: tuple[Token, ...]) -> Done:
        return [b'NAMESPACE (("" "/")) NIL NIL'], "done"

    def do_status(self, args: tuple[Token, ...]) -> Done:
        folder = self._mine().folder(text(args[0]))
        if folder is None:
            raise Refused("[NONEXISTENT] no such mailbox")
        mails = folder.snapshot()
        figures = {
            "MESSAGES": len(mails),
            "RECENT": 0,
            "UIDNEXT": folder.uidnext,
            "UIDVALIDITY": folder.uidvalidity,
            "UNSEEN": sum("\\Seen" not in mail.flags for mail in mails),
        }
        asked = [text(word).upper() for word in args[1]] if isinstance(args[1], list) else []
        pairs = " ".join(f"{word} {figures[word]}" for word in asked if word in figures)
        return [b"STATUS " + quoted(folder.name) + f" ({pairs})".encode()], "done"

    def do_append(self, args: tuple[Token, ...]) -> Done:
        """APPEND mailbox [(flags)] ["date"] literal, several of the latter with MULTIAPPEND (RFC 3502)."""
        folder = self._mine().folder(text(args[0]))
        if folder is None:
            raise Refused("[TRYCREATE] no such mailbox")
        rest, filed = list(args[1:]), []
        while rest:
            flags = [text(flag) for flag in inner] if isinstance(inner := rest[0], list) else []
            rest = rest[1:] if isinstance(inner, list) else rest
            dated = not isinstance(rest[0], Literal)
            at = fetch.parse_date(text(rest.pop(0))) if dated else self.clock()
            body = rest.pop(0)
            if not isinstance(body, Literal):
                raise Malformed("the mail has to be a literal")
            filed.append(folder.add(body, at, flags))
        return [], f"[APPENDUID {folder.uidvalidity} {number_set(filed)}] filed"


def _fits(name: str, pattern: str) -> bool:
    """LIST wildcards: '*' is anything, '%' anything below one level."""
    expression = "".join({"*": ".*", "%": "[^/]*"}.get(char, re.escape(char)) for char in pattern)
    return re.fullmatch(expression, name, re.I if name == "INBOX" else 0) is not None
