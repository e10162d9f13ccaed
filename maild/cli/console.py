"""Settling things at the command line, by the same door as a mail of staff."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection

from maild.config import Config
from maild.daemon.desk import Desk
from maild.daemon.instructions import one_command
from maild.daemon.ledger import Ledger
from maild.daemon.register import look_at_register
from maild.daemon.room import Room, furnish
from maild.intent import Command
from maild.store import Store, casebook, outbox, questions, value, views
from maild.store.casebook import Conflict
from maild.store.views import Posted

T = TypeVar("T")

BY = "console"
_RETRIED = ("failed", "uncertain", "deferred")


@dataclass(frozen=True, slots=True)
class Said:
    """What became of one item."""

    done: bool
    outcome: str


@dataclass(slots=True)
class Console:
    """The office's own machine: whoever may read the configuration may settle (no mail, so no DMARC)."""

    config: Config
    store: Store
    _rooms: dict[str, Room] = field(default_factory=dict)

    def release(self, item: str) -> Said:
        """A number of `maild held` as `NUMBER ok`; `L12`: the held letter 12 leaves."""
        letter = re.fullmatch(r"[Ll](\d{1,9})", item)
        if letter:
            return self._event(lambda tx, now: self._release_letter(tx, int(letter[1]), now))
        if not re.fullmatch(r"\d{1,9}", item):
            return Said(False, "no id; `maild held` shows them, such as 12 or L12")
        return self._event(lambda tx, now: self._release_question(tx, int(item), now))

    def retry(self, item: str) -> Said:
        number = re.fullmatch(r"[Ll]?(\d{1,9})", item)
        if not number:
            return Said(False, "no id; `maild outbox` shows them, such as 12")
        return self._event(lambda tx, now: self._retry(tx, int(number[1]), now))

    def _event(self, step: Callable[[Connection, datetime], T]) -> T:
        """One transaction; decided again when the daemon changed the same case meanwhile."""
        for _ in range(3):
            try:
                with self.store.transaction() as tx:
                    return step(tx, views.present(tx, self.config))
            except Conflict:
                continue
        with self.store.transaction() as tx:
            return step(tx, views.present(tx, self.config))

    def _release_question(self, tx: Connection, number: int, now: datetime) -> Said:
        office = views.office_of_question(tx, self.config, number)
        if office is None:
            return Said(False, self._no_question(tx, number))
        asked = questions.load(tx, office, number)
        assert asked is not None
        verb = "ok"
        if asked.outbox_id is not None and asked.reason != "review":
            # `ok` on a letter held for another reason (identity found) means 'seen'; here: let it go.
            letter = views.posted(tx, self.config, asked.outbox_id)
            verb = "release" if letter is not None and letter.state == "held" else "ok"
        return self._settle(tx, office, Command(number, verb, "", f"{number} {verb}"), now)

    def _no_question(self, tx: Connection, number: int) -> str:
        letter = views.posted(tx, self.config, number)
        if letter is not None and letter.state == "held":
            return f"nothing held has this number; the held letter is L{number}"
        return "nothing held has this number; `maild held` lists what has"

    def _settle(self, tx: Connection, office: str, command: Command, now: datetime) -> Said:
        room = self._room(tx, office, now)
        key = self._key(tx)
        book = Ledger(tx, room, key, now, f"{office}/console/{command.item}/{now.isoformat()}")
        nobody: Any = None  # one_command looks only at the mail that the question is about
        desk = Desk(tx, room, key, nobody, nobody, now)
        _, outcome = one_command(desk, book, command, BY, None)
        return Said(outcome.ok, outcome.outcome)

    def _key(self, tx: Connection) -> bytes:
        found = value(tx, "key")
        assert found is not None
        return bytes.fromhex(found)

    def _room(self, tx: Connection, office: str, now: datetime) -> Room:
        if office not in self._rooms:
            one = next(o for o in self.config.offices if o.key == office)
            self._rooms[office] = furnish(self.config, one, now, look_at_register(tx, one, now))
        return self._rooms[office]

    def _release_letter(self, tx: Connection, outbox_id: int, now: datetime) -> Said:
        letter = views.posted(tx, self.config, outbox_id)
        if letter is None:
            return Said(False, "the outbox has no such letter; `maild outbox` lists them")
        if letter.state != "held":
            return Said(False, f"is not held but {letter.state}")
        asked = views.open_question_about(tx, outbox_id)
        if asked is not None:
            return self._release_question(tx, asked[0], now)
        zone = self._room(tx, letter.office, now).office.identity.zone
        if letter.kind in ("L05", "L06") and _day(letter.queued_at, zone) != _day(now, zone):
            # It names its own date and the last day of the answer; both would be wrong by now.
            return Said(False, "was dated on an earlier day; answer its case by mail with `release`")
        return self._let_go(tx, letter, "released at the console", now)

    def _retry(self, tx: Connection, outbox_id: int, now: datetime) -> Said:
        letter = views.posted(tx, self.config, outbox_id)
        if letter is None:
            return Said(False, "the outbox has no such letter; `maild outbox` lists them")
        if letter.state == "held":
            return Said(False, f"is held; `maild release L{outbox_id}` sends it")
        if letter.state not in _RETRIED:
            return Said(
                False, f"is {letter.state}; only failed, uncertain or deferred letters are sent again"
            )
        if letter.withdrawn:
            return Said(False, f"was withdrawn before it was ever tried ({letter.last_reply})")
        asked = views.open_question_about(tx, outbox_id)
        if asked is not None and asked[1] in ("uncertain", "undelivered"):
            return self._settle(tx, letter.office, Command(asked[0], "retry", "", f"{asked[0]} retry"), now)
        return self._let_go(tx, letter, "sent again at the console", now)

    def _let_go(self, tx: Connection, letter: Posted, why: str, now: datetime) -> Said:
        if not outbox.stop(tx, letter.id, "ready", why, now):
            return Said(False, "has left meanwhile")
        if letter.case_id is not None:
            casebook.note(tx, letter.case_id, now, why, f"staff:{BY}", letter.kind, None)
        return Said(True, f"{letter.kind} is ready to leave")


def _day(moment: datetime, zone: Any) -> Any:
    return moment.astimezone(zone).date()
