"""Reports found again: by what they say (bands), by whom and what they name (marks), by what staff said.

A query reads a bounded number of rows whatever the number of cases: the newest few of each band and mark. A
band that hundreds of reports share is a form's, and says nothing anyhow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Integer,
    TextClause,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from maild.store.engine import set_value, value
from maild.store.schema import case, case_agency, case_link, inbox, likeness_band, likeness_mark

IN_BAND = 12  # newest cases that one band tells
IN_MARK = 8  # newest cases of one mark; a number that more have is a hotline, a decree, a postcode
SHARED_KINDS = ("file", "home", "name")  # marks that strangers may have in common
LOADED = 10  # cases whose texts are compared, however many were found


@dataclass(frozen=True, slots=True)
class Stored:
    """An earlier case as far as comparing needs it."""

    id: int
    number: str
    subject: str
    text: str
    reporter_name: str
    agency_ids: tuple[str, ...]
    closed_at: datetime | None
    marks: Mapping[int, str]
    apart: frozenset[int]  # cases that staff have said to be other ones


@dataclass(frozen=True, slots=True)
class Near:
    """Ids of cases; and marks that so many cases have that they identify nothing."""

    case_ids: tuple[int, ...]
    common: frozenset[int]


def remember(tx: Connection, case_id: int, bands: Iterable[int], marks: Mapping[int, str]) -> None:
    """What a new case is found by."""
    rows = [{"band": band, "case_id": case_id} for band in set(bands)]
    if rows:
        tx.execute(_BANDS, rows)
    if marks:
        tx.execute(_MARKS, [{"mark": m, "case_id": case_id, "kind": kind} for m, kind in marks.items()])


def remember_too(tx: Connection, case_id: int, bands: Collection[int], marks: Mapping[int, str]) -> None:
    """What a later mail of the case brings, without what it is found by already."""
    known = set(tx.scalars(_MARKS_OF_ONE, {"which": case_id}))
    told = set(tx.scalars(_BANDS_OF_ONE, {"which": case_id, "some": list(bands)})) if bands else set()
    fresh = {mark: kind for mark, kind in marks.items() if mark not in known}
    remember(tx, case_id, (band for band in bands if band not in told), fresh)


_BANDS = insert(likeness_band)
_MARKS = insert(likeness_mark)
_BANDS_OF_ONE = select(likeness_band.c.band).where(
    likeness_band.c.case_id == bindparam("which"),
    likeness_band.c.band.in_(bindparam("some", type_=BigInteger, expanding=True)),
)
_MARKS_OF_ONE = select(likeness_mark.c.mark).where(likeness_mark.c.case_id == bindparam("which"))


def _found(
    connection: Connection, table: str, number: str, numbers: Collection[int], most: int
) -> list[tuple[int, int]]:
    """(number, case id) for each number, of each the newest cases: with a LIMIT of its own a crowded one
    costs no more than the others."""
    if not numbers:
        return []
    statement = _statement(table, number, len(numbers), most)
    values = {f"n{i}": one for i, one in enumerate(numbers)}
    return [(row[0], row[1]) for row in connection.execute(statement, values)]


@lru_cache
def _statement(table: str, number: str, count: int, most: int) -> TextClause:
    """Written out: SQLAlchemy takes longer to build a union of twenty than a database to answer it."""
    one = f"SELECT * FROM (SELECT {number}, case_id FROM {table} WHERE {number} = :n{{0}}"  # noqa: S608 - names of ours
    one += f" ORDER BY case_id DESC LIMIT {most}) AS q{{0}}"
    return text(" UNION ALL ".join(one.format(i) for i in range(count)))


def _by_marks(connection: Connection, marks: Collection[int]) -> list[tuple[int, int]]:
    return _found(connection, "likeness_mark", "mark", marks, IN_MARK)


def _by_bands(connection: Connection, bands: Collection[int]) -> list[tuple[int, int]]:
    return _found(connection, "likeness_band", "band", bands, IN_BAND)


def near(connection: Connection, bands: Sequence[int], marks: Mapping[int, str]) -> Near:
    """Cases that a report may repeat, the likeliest first: those of its marks, then those of its words."""
    weight: Counter[int] = Counter()
    marked = _by_marks(connection, marks)
    crowd = Counter(mark for mark, _ in marked)
    common = frozenset(m for m, times in crowd.items() if times == IN_MARK and marks[m] in SHARED_KINDS)
    for mark, case_id in marked:
        if mark not in common:
            weight[case_id] += 1 if marks[mark] == "name" else 10
    for _, case_id in _by_bands(connection, bands):
        weight[case_id] += 1
    ranked = sorted((-points, -case_id) for case_id, points in weight.items())
    return Near(tuple(-case_id for _, case_id in ranked[:LOADED]), common)


_SOME = bindparam("some", type_=Integer, expanding=True)
_TOLD = (case.c.id, case.c.number, case.c.subject, case.c.text, case.c.reporter_name)
# By id alone: asked for the office as well, SQLite looks at every case of the office (169 ms at a million).
_CASES = select(*_TOLD, case.c.agency_ids, case.c.closed_at, case.c.office).where(case.c.id.in_(_SOME))
_MARKS_OF = select(likeness_mark.c.case_id, likeness_mark.c.mark, likeness_mark.c.kind).where(
    likeness_mark.c.case_id.in_(_SOME)
)
_LINKS = select(case_link.c.case_id, case_link.c.other_id, case_link.c.kind).where(
    or_(case_link.c.case_id.in_(_SOME), case_link.c.other_id.in_(_SOME))
)


def load(connection: Connection, office: str, case_ids: Sequence[int]) -> list[Stored]:
    """These cases in this order. A case that was merged is told as the one it was merged into."""
    if not case_ids:
        return []
    into: dict[int, int] = {}
    apart: dict[int, set[int]] = {}
    for row in connection.execute(_LINKS, {"some": list(case_ids)}):
        if row.kind == "merged":
            into[row.case_id] = row.other_id
        elif row.kind == "apart":
            apart.setdefault(row.case_id, set()).add(row.other_id)
            apart.setdefault(row.other_id, set()).add(row.case_id)
    sources: dict[int, int] = {}  # the case that stays -> the one by whose words it was found
    for case_id in case_ids:
        sources.setdefault(into.get(case_id, case_id), case_id)
    some = list(dict.fromkeys((*sources, *case_ids)))
    found = connection.execute(_CASES, {"some": some})
    rows = {row.id: row for row in found if row.office == office}
    marks: dict[int, dict[int, str]] = {}
    for case_id, mark, kind in connection.execute(_MARKS_OF, {"some": some}):
        marks.setdefault(into.get(case_id, case_id), {})[mark] = kind
    return [_stored(rows, each, source, marks, apart) for each, source in sources.items() if each in rows]


def _stored(
    rows: Mapping[int, Any],
    case_id: int,
    source: int,
    marks: Mapping[int, dict[int, str]],
    apart: Mapping[int, set[int]],
) -> Stored:
    row = rows[case_id]
    # The words by which it was found: those of the report that was merged away, where it was that one.
    told = rows.get(source, row)
    return Stored(
        row.id,
        row.number,
        told.subject,
        told.text,
        told.reporter_name,
        tuple(row.agency_ids),
        row.closed_at,
        marks.get(case_id, {}),
        frozenset(apart.get(case_id, ())),
    )


_OF_AGENCY = (
    select(case_agency.c.case_id)
    .where(case_agency.c.agency_id == bindparam("agency"), case_agency.c.open.is_(True))
    .order_by(case_agency.c.case_id.desc())
    .limit(LOADED)
)


def of_agency(connection: Connection, agency_id: str) -> list[int]:
    """The newest open cases of an agency: somebody says he has written before, and nothing tells in which."""
    return list(connection.scalars(_OF_AGENCY, {"agency": agency_id}))


# --- What staff have said of two cases -------------------------------------------------------------------


def link(tx: Connection, case_id: int, other_id: int, kind: str, by: str, now: datetime) -> None:
    """The newer word replaces the older one. What had been merged into a case goes on with it."""
    unlink(tx, case_id, other_id)
    if kind == "merged":
        before = (case_link.c.other_id == case_id, case_link.c.kind == "merged")
        tx.execute(update(case_link).where(*before).values(other_id=other_id))
    values = {"case_id": case_id, "other_id": other_id, "kind": kind, "at": now, "by": by}
    tx.execute(insert(case_link).values(**values))


def unlink(tx: Connection, case_id: int, other_id: int) -> None:
    pair = (case_link.c.case_id == case_id) & (case_link.c.other_id == other_id)
    back = (case_link.c.case_id == other_id) & (case_link.c.other_id == case_id)
    tx.execute(delete(case_link).where(or_(pair, back)))


_INTO = select(case_link.c.other_id).where(
    case_link.c.kind == "merged", case_link.c.case_id == bindparam("which")
)


def merged_into(connection: Connection, case_id: int) -> int | None:
    """The case that stays, however many merges led there; None for a case that was not merged."""
    found: int | None = None
    for _ in range(20):  # a ring cannot be made by commands; a damaged database shall not hang us
        into = connection.scalar(_INTO, {"which": found or case_id})
        if into is None:
            break
        found = int(into)
    return found


_WHEREABOUTS = select(inbox.c.disposition, inbox.c.case_id).where(inbox.c.id == bindparam("which"))


def whereabouts(connection: Connection, inbox_id: int) -> tuple[str | None, int | None]:
    """What became of a mail, and the case that it belongs to."""
    row = connection.execute(_WHEREABOUTS, {"which": inbox_id}).one()
    return row.disposition, row.case_id


# --- Cases of before --------------------------------------------------------------------------------------


def _watermark(office: str) -> str:
    return f"likeness/{office}"


def begin(tx: Connection, office: str) -> None:
    """Once: what is stored by now waits to be remembered; what comes after is so when it is opened."""
    if value(tx, _watermark(office)) is None:
        newest = tx.scalar(select(func.max(case.c.id)))
        reached(tx, office, None if newest is None else int(newest) + 1)


def waiting(connection: Connection, office: str, most: int) -> list[Any]:
    """Cases that are not found by anything yet, the newest first: (id, subject, text, hidden, reporter_name).
    A database of before has many; new cases are remembered when they are opened."""
    below = value(connection, _watermark(office))
    if below is None or below == "done":
        return []
    query = (
        select(case.c.id, case.c.subject, case.c.text, case.c.hidden, case.c.reporter_name)
        .where(case.c.office == office, case.c.id < int(below))
        .order_by(case.c.id.desc())
        .limit(most)
    )
    return list(connection.execute(query))


def reached(tx: Connection, office: str, case_id: int | None) -> None:
    """Everything from this case on is remembered; None: everything is."""
    set_value(tx, _watermark(office), "done" if case_id is None else str(case_id))
