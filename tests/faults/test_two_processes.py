"""Two maild on one office, and the same on PostgreSQL: one works, the other says why not; nothing is doubled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from tests.faults import oracle
from tests.faults.child import Children, Outcome
from tests.faults.scene import NOW, Office, Scene, prepare
from tests.servers.dovecot import Dovecot
from tests.servers.postgresql import PostgreSQL
from tests.servers.sink import Sink


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def url(request: pytest.FixtureRequest) -> str:
    if request.param == "sqlite":
        return ""
    server: PostgreSQL = request.getfixturevalue("postgresql")
    return server.fresh()


@pytest.fixture
def children() -> Iterator[tuple[Children, Children]]:
    with Children() as one, Children() as other:
        yield one, other


@pytest.fixture
def scene(
    tmp_path: Path, dovecot: Dovecot, sink: Sink, children: tuple[Children, Children], url: str
) -> Scene:
    return prepare(tmp_path, dovecot, sink, children[0], url=url)


def lost_or_doubled(scene: Scene) -> list[str]:
    """Without a reference: what the author of the scene wants, and every letter exactly once."""
    found = scene.office.ending()
    return oracle.verdict(found, found, scene.delivered)


def test_at_the_same_time(scene: Scene, children: tuple[Children, Children]) -> None:
    office = scene.office
    other = Office(office.bureau, office.user, children[1])
    outcomes: list[Outcome] = []
    for _ in range(3):
        threads = [Thread(target=lambda o=o: outcomes.append(o.run(NOW))) for o in (office, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    office.live_through()
    errors = [outcome.error for outcome in outcomes if outcome.error]
    assert errors, "they never met"
    assert all("another maild is at work" in error for error in errors), errors
    assert lost_or_doubled(scene) == []


@pytest.mark.parametrize("place", ["after INSERT case", "before the dot", "sent IMAP UID MOVE"])
def test_killed_and_taken_over_at_once(scene: Scene, place: str) -> None:
    """The lock dies with its process: the next one needs not wait, and finds all that was begun."""
    office = scene.office
    assert office.run(NOW, place=place).killed
    office.return_journal(NOW)
    went = office.live_through()
    assert went.errors == []
    assert lost_or_doubled(scene) == []
    assert set(office.ending().states) == {"sent", "failed"}
