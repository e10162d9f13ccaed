"""Counters: the next number of each series of an office and year."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, insert, select, update

from maild.store.schema import counter

_COUNTER = (
    counter.c.office == bindparam("of"),
    counter.c.series == bindparam("called"),
    counter.c.year == bindparam("in_year"),
)
_NEXT = select(counter.c.next).where(*_COUNTER).with_for_update()
_COUNT_ON = update(counter).where(*_COUNTER)


def next_number(tx: Connection, office: str, series: str, year: int) -> int:
    found = tx.scalar(_NEXT, {"of": office, "called": series, "in_year": year})
    return 1 if found is None else int(found)


def set_number(tx: Connection, office: str, series: str, year: int, number: int) -> None:
    which = {"of": office, "called": series, "in_year": year}
    if tx.execute(_COUNT_ON, {**which, "next": number}).rowcount == 0:
        tx.execute(insert(counter).values(office=office, series=series, year=year, next=number))
