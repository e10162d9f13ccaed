"""Bands, marks and what staff said, in a database; and a database of before that learns its old reports."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from maild.daemon import remembering
from maild.likeness import bands_of
from maild.store import Store, likeness, value
from maild.store.schema import case
from tests.bench.likeness import KEY, NOW, OFFICE, ask, report, row, told
from tests.bench.plans import Listener
from tests.servers.postgresql import PostgreSQL


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'maild.db'}"
    if request.param == "postgresql":
        server: PostgreSQL = request.getfixturevalue("postgresql")
        url = server.fresh()
    opened = Store(url)
    try:
        yield opened
    finally:
        opened.close()


def stored(store: Store, *numbers: int) -> None:
    with store.transaction() as tx:
        tx.execute(insert(case), [row(number) for number in numbers])


def remembered(store: Store, *numbers: int) -> None:
    stored(store, *numbers)
    with store.transaction() as tx:
        for number in numbers:
            one = told(number)
            likeness.remember(tx, number, bands_of(one, OFFICE), one.marks)


def name(number: int) -> str:
    return str(row(number)["number"])


def test_a_report_is_found_by_its_words_and_by_its_marks(store: Store) -> None:
    remembered(store, 1, 2, 3)
    text, hidden, who = report(2)
    assert ask(store, text, (), "") == (name(2),)
    assert ask(store, "ceritanya lain sama sekali", hidden, who) == (name(2),)
    assert ask(store, *report(9)) == ()


def test_what_a_case_is_found_by_can_be_told_again(store: Store) -> None:
    remembered(store, 1)
    one, other = told(1), told(2)
    with store.transaction() as tx:
        likeness.remember_too(tx, 1, bands_of(one, OFFICE), one.marks)
        likeness.remember_too(tx, 1, bands_of(other, OFFICE), other.marks)
        likeness.remember_too(tx, 1, (), {})
    with store.reading() as connection:
        assert likeness.near(connection, bands_of(other, OFFICE), other.marks).case_ids == (1,)


def test_a_mark_that_many_have_tells_nothing(store: Store) -> None:
    numbers = range(1, likeness.IN_MARK + 2)
    stored(store, *numbers)
    with store.transaction() as tx:
        for number in numbers:
            likeness.remember(tx, number, (), {42: "file", 43: "nik"})
    with store.reading() as connection:
        near = likeness.near(connection, (), {42: "file", 43: "nik"})
        assert near.common == {42} and len(near.case_ids) == likeness.IN_MARK
        assert likeness.near(connection, (), {42: "file"}).case_ids == ()


def test_a_crowded_band_costs_no_more_and_the_newest_are_told(store: Store) -> None:
    numbers = range(1, 60)
    stored(store, *numbers)
    with store.transaction() as tx:
        for number in numbers:
            likeness.remember(tx, number, (7, 8, 100 + number), {})
    with store.reading() as connection:
        found = likeness.near(connection, (7, 8, 103), {}).case_ids
    assert found[0] == 59 and len(found) == likeness.LOADED


def test_a_merged_case_is_told_as_the_one_that_stays(store: Store) -> None:
    remembered(store, 1, 2, 3)
    with store.transaction() as tx:
        likeness.link(tx, 3, 2, "merged", "x", NOW)
        likeness.link(tx, 2, 1, "merged", "x", NOW)
        assert likeness.merged_into(tx, 3) == likeness.merged_into(tx, 2) == 1
        assert likeness.merged_into(tx, 1) is None
    with store.reading() as connection:
        (one,) = likeness.load(connection, OFFICE, [3, 2])
    assert (one.number, one.text) == (name(1), report(3)[0])
    assert set(told(3).marks) <= set(one.marks)
    assert ask(store, report(3)[0], (), "") == (name(1),)


def test_what_staff_said_last_counts(store: Store) -> None:
    stored(store, 1, 2)
    with store.transaction() as tx:
        likeness.link(tx, 2, 1, "merged", "x", NOW)
        likeness.link(tx, 1, 2, "apart", "x", NOW + timedelta(hours=1))
        assert likeness.merged_into(tx, 2) is None
        assert [one.apart for one in likeness.load(tx, OFFICE, [1, 2])] == [{2}, {1}]
        likeness.unlink(tx, 2, 1)
        assert not any(one.apart for one in likeness.load(tx, OFFICE, [1, 2]))


def test_a_database_of_before_learns_its_reports_in_steps_and_once(store: Store) -> None:
    stored(store, *range(1, 8))
    remembering.begin(store, OFFICE)
    remembering.begin(store, OFFICE)  # every start
    remembered(store, 8)  # opened after the start
    assert [remembering.catch_up(store, KEY, OFFICE, 3) for _ in range(4)] == [3, 3, 1, 0]
    for number in (1, 4, 8):
        assert ask(store, report(number)[0], (), "") == (name(number),)
    with store.reading() as connection:
        assert value(connection, f"likeness/{OFFICE}") == "done"


def test_an_empty_database_has_nothing_to_learn(store: Store) -> None:
    remembering.begin(store, OFFICE)
    remembered(store, 1)
    assert remembering.catch_up(store, KEY, OFFICE) == 0


def test_offices_share_a_database_and_no_reports(store: Store) -> None:
    remembered(store, 1)
    with store.transaction() as tx:
        assert likeness.load(tx, "lain", [1]) == []


def test_many_candidates_are_loaded_by_their_ids(tmp_path: Path) -> None:
    """With more than ten ids SQLite would rather look at every case of the office, were it asked for one."""
    opened = Store(f"sqlite:///{tmp_path / 'maild.db'}")
    listener = Listener()
    stored(opened, *range(1, 41))
    with opened.reading() as connection:
        assert len(likeness.load(connection, OFFICE, list(range(1, 41)))) == 40
    listener.close()
    with opened.reading() as connection:
        scans = [plan.scans for plan in listener.plans(connection) if "case" in plan.statement]
    opened.close()
    assert scans and not any(scans)
