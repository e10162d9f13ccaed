"""Fixtures that every room may use: throw-away servers on loopback, and the mails beside the checkout."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers import ground
from tests.servers.dovecot import Dovecot
from tests.servers.postfix import Postfix
from tests.servers.postgresql import PostgreSQL
from tests.servers.sink import Sink

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
NEEDS = {"dovecot": Dovecot.missing, "postfix": Postfix.missing, "postgresql": PostgreSQL.missing}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that names a server, by marker or by fixture, is skipped with the reason where there is none."""
    for name, missing in NEEDS.items():
        reason = missing()
        for item in items:
            if name in getattr(item, "fixturenames", ()):
                item.add_marker(name)
            if reason and item.get_closest_marker(name):
                item.add_marker(pytest.mark.skip(reason=reason))
    if not SHARED.is_dir():
        for item in items:
            if item.get_closest_marker("shared"):
                item.add_marker(pytest.mark.skip(reason="../shared is not there"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the mails beside the checkout; only for tests marked `shared`."""
    return SHARED


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> ground.Certificate:
    """For localhost and 127.0.0.1."""
    return ground.make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def dovecot() -> Iterator[Dovecot]:
    """With the users alice, bob and office, password `secret`, each with an empty mailbox."""
    server = Dovecot()
    try:
        yield server.start({"alice": "secret", "bob": "secret", "office": "secret"})
    finally:
        server.stop()


@pytest.fixture(scope="session")
def postfix() -> Iterator[Postfix]:
    """Takes everything, throws it away, refuses bad@x.test and puts off temp@x.test."""
    server = Postfix()
    try:
        yield server.start()
    finally:
        server.stop()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """The server; `postgresql.fresh()` is the URL of an empty database in it."""
    server = PostgreSQL()
    try:
        yield server.start()
    finally:
        server.stop()


@pytest.fixture
def sink() -> Iterator[Sink]:
    """A recording SMTP server without TLS and AUTH."""
    server = Sink().start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(autouse=True)
def _own_umask() -> Iterator[None]:
    """The daemon closes its umask for the whole process; the next test's servers must not inherit that."""
    before = os.umask(0o022)
    yield
    os.umask(before)
