"""Two IMAP servers behind one face: our own, and a real Dovecot to hold it against."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from imapclient import IMAPClient

from maild.demo.imap import ImapServer, Store
from maild.demo.loopback import Loopback
from tests.servers.dovecot import Dovecot

Connect = Callable[[], IMAPClient]


def logged_in(port: int, login: str) -> IMAPClient:
    client = IMAPClient("127.0.0.1", port=port, ssl=False, timeout=20)
    client.normalise_times = False
    client.login(login, "secret")
    return client


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with Loopback() as running:
        yield running


@pytest.fixture(scope="session")
def dovecot() -> Iterator[int]:
    server = Dovecot()
    try:
        yield server.start({f"user{n}@demo.example": "secret" for n in range(60)}).port
    finally:
        server.stop()


_users = iter(range(60))


@pytest.fixture(params=["ours", pytest.param("dovecot", marks=pytest.mark.dovecot)])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """Opens logged-in clients on one fresh account; closes them all afterwards."""
    login = f"user{next(_users)}@demo.example"
    if request.param == "ours":
        store = Store()
        store.account(login, "secret")
        port = ImapServer(request.getfixturevalue("loopback"), store).port
    else:
        port = request.getfixturevalue("dovecot")
    clients: list[IMAPClient] = []

    def open_one() -> IMAPClient:
        clients.append(logged_in(port, login))
        return clients[-1]

    yield open_one
    for client in clients:
        try:
            client.logout()
        except Exception:
            client.shutdown()
