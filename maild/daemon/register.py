"""The register as an office uses it: the configured agency list, and what mails have changed since."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from maild.config import Office
from maild.directory import Directory
from maild.directory.history import Change, Rows, applied, differences, gone, imported
from maild.directory.roster import check, directory_of, live, read_rows
from maild.directory.sheet import Row
from maild.store import Store, register

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Register:
    """`faults`: why the list of the configuration is not used as it is now; the register stays as it was."""

    rows: Rows  # also of agencies that have ended
    directory: Directory
    newest: int  # how often it has changed
    faults: tuple[str, ...] = ()


def open_register(store: Store, office: Office, now: datetime) -> Register:
    """Takes in what the editor of the list has changed since the last time, whole or not at all.

    With faults and nothing in the register yet the directory is empty: nobody may go on with it (R23).
    """
    store.claim(office.key)  # one process at a time takes a list in (R16)
    read = read_list(office)
    with store.reading() as connection:
        found, newest = _compared(connection, office, read, now), register.newest(connection, office.key)
    if found.fresh is not None:
        with store.transaction() as tx:
            found = _compared(tx, office, read, now)  # another process may have been faster
            _take_in(tx, office, found, now)
            newest = register.newest(tx, office.key)
        if found.known:  # the first time everything is new
            log.info("office %s: agency list taken in: %d cells changed", office.key, len(found.changes))
    return _register(found, newest, _today(office, now))


def look_at_register(connection: Connection, office: Office, now: datetime) -> Register:
    """The same without writing anything: for whoever looks from outside of the daemon."""
    found = _compared(connection, office, read_list(office), now)
    return _register(found, register.newest(connection, office.key), _today(office, now))


def alone(rows: Rows, today: date | None = None) -> Register:
    """A list without a database behind it."""
    return Register(rows, directory_of(rows, today), 0)


def add_to_register(
    store: Store, office: Office, wanted: Rows, why: str, by: str, now: datetime
) -> tuple[str, ...]:
    """Takes these rows over, whole or not at all; the reasons if not at all. What they do not mention stays.

    The configured list comes first, as it would at the start of the daemon.
    """
    with store.transaction() as tx:
        found = _compared(tx, office, read_list(office), now)
        _take_in(tx, office, found, now)
        known = applied(found.known, found.changes)
        changes = imported(known, wanted)
        faults = faults_of(known, changes, _today(office, now))
        if not faults:
            register.record(tx, office.key, known, changes, register.Source(by, why), now)
    return faults


def _register(found: _Compared, newest: int, today: date) -> Register:
    rows = applied(found.known, found.changes)
    return Register(rows, directory_of(rows, today), newest, found.faults)


@dataclass(frozen=True, slots=True)
class _Compared:
    known: Rows
    changes: tuple[Change, ...] = ()
    faults: tuple[str, ...] = ()
    fresh: Rows | None = None  # what the file says now, when that is new


def _compared(
    connection: Connection, office: Office, read: Rows | tuple[str, ...], now: datetime
) -> _Compared:
    known = register.rows(connection, office.key)
    if isinstance(read, tuple):
        return _Compared(known, faults=read)
    before = register.last_file(connection, office.key)
    if read == before:
        return _Compared(known)
    today = _today(office, now)
    changes = (*differences(known, read, before), *gone(known, read, before, today.isoformat()))
    faults = faults_of(known, changes, today)
    return _Compared(known, faults=faults) if faults else _Compared(known, changes, fresh=read)


def read_list(office: Office) -> dict[str, Row] | tuple[str, ...]:
    """The rows of the configured file, or everything that is wrong in it."""
    try:
        data = office.agencies.read_bytes()
    except OSError as error:
        wanted = "wanted the agency list as CSV (UTF-8) or XLSX"
        return (f"{office.agencies}: cannot be read ({type(error).__name__}); {wanted}",)
    found = read_rows(data, office.agencies.name)
    return found if isinstance(found, dict) else tuple(str(problem) for problem in found)


def faults_of(known: Rows, changes: Sequence[Change], today: date) -> tuple[str, ...]:
    """What would be wrong in the whole register after these changes."""
    lines = list(enumerate(live(applied(known, changes), today).values(), 2))
    return tuple(str(problem) for problem in check(lines, "register", {}))


def _today(office: Office, now: datetime) -> date:
    return now.astimezone(office.identity.zone).date()


def _take_in(tx: Connection, office: Office, found: _Compared, now: datetime) -> None:
    """Nothing where the file says nothing new, or has faults."""
    if found.fresh is not None:
        source = register.Source("file", office.agencies.name)
        register.record(tx, office.key, found.known, found.changes, source, now)
        register.remember_file(tx, office.key, found.fresh, now)
