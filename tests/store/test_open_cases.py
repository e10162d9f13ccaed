"""The open cases of a writer are found, and without a look at all those that were ever closed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maild.cases.case import Party
from maild.store import Store, casebook
from tests.bench.plans import Listener
from tests.cases.test_total import a_case

KEY = b"k" * 32
DESK = Party("agency", "Uji", "desk@x.example", "capil-uji")


def opened(store: Store, number: int) -> int:
    with store.transaction() as tx:
        case_id = casebook.open_case(tx, "uji", replace(a_case(), number=f"{number:04d}/LM/IX/2026/UJI"))
        casebook.party_id(tx, KEY, case_id, DESK)
    return case_id


def turned(store: Store, case_id: int, state: str) -> None:
    with store.transaction() as tx:
        casebook.save(tx, replace(casebook.load(tx, case_id), state=state))  # type: ignore[arg-type]


def found(store: Store) -> list[int]:
    with store.reading() as connection:
        return casebook.open_cases_of(connection, "uji", DESK.address)


def test_a_closed_case_is_none_and_one_opened_again_is(url: str) -> None:
    store = Store(url)
    first, second = opened(store, 1), opened(store, 2)
    assert found(store) == [second, first]
    turned(store, first, "TUTUP")
    assert found(store) == [second]
    turned(store, first, "KOORD")
    assert found(store) == [second, first]
    store.close()


def test_one_written_to_after_its_end_is_not_open(url: str) -> None:
    store = Store(url)
    case_id = opened(store, 1)
    turned(store, case_id, "TUTUP")
    with store.transaction() as tx:
        casebook.party_id(tx, KEY, case_id, replace(DESK, address="lain@x.example"))
    with store.reading() as connection:
        assert casebook.open_cases_of(connection, "uji", "lain@x.example") == []
    store.close()


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_closed_cases_are_left_out_by_the_index(url: str) -> None:
    store = Store(url)
    listener = Listener()
    try:
        found(store)
    finally:
        listener.close()
    with store.reading() as connection:
        (plan,) = [p for p in listener.plans(connection) if "party.open" in p.statement]
    assert any("ix_party_open (address=? AND open=?)" in step for step in plan.steps), plan.steps
    store.close()
