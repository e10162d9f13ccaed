"""One prepared office for all tests that interrupt it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.faults.child import Children
from tests.faults.scene import prepare
from tests.faults.stage import COPIES, WORKERS, Stage
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder = tmp_path_factory.mktemp("interruption")
    dovecot, sink = Dovecot(), Sink().start()
    children = [Children() for _ in range(WORKERS)]
    try:
        dovecot.start({"office": "secret"} | {f"copy{n}": "secret" for n in range(COPIES)})
        (folder / "office").mkdir()
        scene = prepare(folder / "office", dovecot, sink, children[0])
        yield Stage(folder, dovecot, scene, children)
    finally:
        for one in children:
            one.close()
        sink.stop()
        dovecot.stop()
