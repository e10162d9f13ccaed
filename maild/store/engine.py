"""The database: opened, checked, and locked so that one daemon acts for an office at a time."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, select, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError

from maild.store.growth import grow
from maild.store.schema import SCHEMA, meta, metadata

PATIENCE = 10  # seconds that a writer waits for another one
WRITING_CACHE, READING_CACHE = 8000, 2000  # kB of pages of an SQLite connection


class StoreUnavailable(Exception):
    """The database is out of reach, locked or full: try again later; nothing was changed (R8, R9)."""


class StoreRefused(Exception):
    """The database is there but not ours to use: a newer schema, another daemon, missing rights."""


class Store:
    """One database. Every change goes through `transaction`, every look through `reading`."""

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.engine = _engine(url)
        self._writing = _writing(url) or self.engine
        self._claims: dict[str, Any] = {}
        with self._guarded():
            metadata.create_all(self.engine)
            self._check_schema()

    def _check_schema(self) -> None:
        with self.transaction() as tx:
            found = value(tx, "schema")
            if found is None:
                set_value(tx, "schema", str(SCHEMA))
                set_value(tx, "key", secrets.token_hex(32))
            elif int(found) > SCHEMA:
                raise StoreRefused(
                    f"database schema {found}, this maild knows {SCHEMA}: install the newer maild"
                )
            elif int(found) < SCHEMA:
                grow(tx, int(found))
                set_value(tx, "schema", str(SCHEMA))

    @contextlib.contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Commits whole or not at all. SQLite: BEGIN IMMEDIATE, fsynced (synchronous=FULL)."""
        with self._guarded(), self._writing.begin() as tx:
            yield tx

    @contextlib.contextmanager
    def part(self, tx: Connection) -> Iterator[None]:
        """A part of a transaction that is undone by itself when it fails (SAVEPOINT)."""
        with self._guarded():
            # Written out: SQLAlchemy's own savepoints count and remember more than one mail needs.
            tx.exec_driver_sql("SAVEPOINT part")
            try:
                yield
            except BaseException:
                tx.exec_driver_sql("ROLLBACK TO SAVEPOINT part")
                raise
            finally:
                tx.exec_driver_sql("RELEASE SAVEPOINT part")

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A look that waits for no writer."""
        with self._guarded(), self.engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except (IntegrityError, DataError, ProgrammingError):
            raise  # not the weather of a database: this one mail or letter, or a fault of ours
        except DBAPIError as error:
            # The statement and its values may hold personal data: only the kind of error goes on (P10).
            raise StoreUnavailable(f"database: {type(error.orig).__name__}") from error
        except SQLAlchemyError as error:
            raise StoreUnavailable(f"database: {type(error).__name__}") from error

    def key(self) -> bytes:
        """The secret from which private tokens are made (HMAC); it never leaves the database."""
        with self.reading() as connection:
            found = value(connection, "key")
        assert found is not None
        return bytes.fromhex(found)

    def claim(self, office: str) -> None:
        """Makes this process the only one that acts for the office; StoreRefused when another one does (R16).

        The lock dies with the process (flock, or a session's advisory lock), so a crash leaves none behind.
        """
        if office in self._claims:
            return
        held = self._flock(office) if self.engine.dialect.name == "sqlite" else self._advisory(office)
        if held is None:
            raise StoreRefused(f"another maild is at work for office {office}: stop it, or wait")
        self._claims[office] = held

    def _flock(self, office: str) -> IO[str] | None:
        path = Path(f"{self.url.database}.{office}.lock")
        try:
            handle = path.open("a")
        except OSError as error:
            wanted = "a file that this user may write; run maild as the user of the service"
            raise StoreRefused(f"{path}: {error.strerror}; wanted {wanted}") from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            handle.close()
            return None
        return handle

    def _advisory(self, office: str) -> Connection | None:
        number = int.from_bytes(hashlib.sha256(f"maild/{office}".encode()).digest()[:8], signed=True)
        with self._guarded():
            connection = self.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
            if connection.scalar(text("SELECT pg_try_advisory_lock(:n)"), {"n": number}):
                return connection
            connection.close()
        return None

    def close(self) -> None:
        for held in self._claims.values():
            held.close()
        self._claims.clear()
        self._writing.dispose()
        self.engine.dispose()


def value(connection: Connection, key: str) -> str | None:
    return connection.scalar(select(meta.c.value).where(meta.c.key == key))


def set_value(tx: Connection, key: str, new: str) -> None:
    if tx.execute(update(meta).where(meta.c.key == key).values(value=new)).rowcount == 0:
        tx.execute(insert(meta).values(key=key, value=new))


def _engine(url: str) -> Engine:
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if parsed.database:
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    return _sqlite(create_engine(url), "BEGIN", READING_CACHE)


def _writing(url: str) -> Engine | None:
    """For SQLite, where one writes at a time anyway: all threads of this process write over one connection.

    A connection forgets all pages that it knows as soon as another one has written, and must read them anew.
    """
    if make_url(url).get_backend_name() != "sqlite":
        return None
    alone = create_engine(url, pool_size=1, max_overflow=0, pool_timeout=PATIENCE)
    # A deferred BEGIN that later writes fails at once with 'locked', whatever the busy timeout.
    return _sqlite(alone, "BEGIN IMMEDIATE", WRITING_CACHE)


def _sqlite(engine: Engine, begin: str, cache: int) -> Engine:
    def do_begin(dbapi: Any) -> None:
        dbapi.execute(begin)

    event.listen(engine, "connect", lambda dbapi, record: _on_connect(dbapi, cache))
    # Not the event "begin": an engine with a listener to it looks for listeners at every statement.
    engine.dialect.do_begin = do_begin  # type: ignore[assignment, method-assign]
    return engine


def _on_connect(dbapi: Any, cache: int) -> None:
    # FULL, not NORMAL: what was acknowledged by a MOVE must survive a power cut (R8).
    dbapi.isolation_level = None
    patience = f"busy_timeout={PATIENCE * 1000}"
    for pragma in ("journal_mode=wal", "synchronous=full", "foreign_keys=on", patience):
        dbapi.execute(f"pragma {pragma}")
    # 16 MB of log, not 4: pages that many mails change go into a large database once.
    for pragma in ("wal_autocheckpoint=4000", f"cache_size=-{cache}"):
        dbapi.execute(f"pragma {pragma}")
    # What a savepoint would restore is kept in memory: in a file, each mail would write its pages twice.
    for pragma in ("temp_store=memory", "secure_delete=on"):
        dbapi.execute(f"pragma {pragma}")
