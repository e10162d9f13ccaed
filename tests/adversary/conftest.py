"""One Dovecot for all tests of a module; the mailbox is emptied between them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.adversary.scene import Scene
from tests.daemon.bureau import Bureau
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

Open = Callable[..., Scene]


@pytest.fixture(scope="module")
def mailserver() -> Iterator[Dovecot]:
    server = Dovecot()
    try:
        yield server.start({"office": "secret"})
    finally:
        server.stop()


@pytest.fixture
def office(tmp_path: Path, mailserver: Dovecot, sink: Sink) -> Iterator[Open]:
    """Opens a scene: `office(hold="10 minutes", change=("a", "b"), ...)`; `change` rewrites the config."""

    def opened(*changes: tuple[str, str], **more: str) -> Scene:
        bureau = Bureau(tmp_path, mailserver, sink, **more)
        for old, new in changes:
            text = bureau.path.read_text()
            assert old in text, old
            bureau.path.write_text(text.replace(old, new))
        return Scene(bureau)

    yield opened
    shutil.rmtree(mailserver.mail / "office", ignore_errors=True)


@pytest.fixture
def scene(office: Open) -> Scene:
    return office()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.dovecot)
