"""What changes when a list is taken in, and what is left alone: differences of rows, column by column.

Two sides keep the register alive: the list that an admin edits, and mails that staff have confirmed. So a
file is compared with what the same file said before: only what its editor changed is taken over, and what a
mail has changed since stays. What a file does not mention, an agency or a column, is never dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from maild.directory.roster import COLUMNS, ENDED
from maild.directory.sheet import Row

Rows = Mapping[str, Row]  # by agency_id

NEW = "agency_id"  # the column of the one change by which an agency comes into the register


@dataclass(frozen=True, slots=True)
class Change:
    """One cell. A new agency comes with `column` 'agency_id' and old '', its other cells after it."""

    agency_id: str
    column: str
    old: str
    new: str

    @property
    def is_new_agency(self) -> bool:
        return self.column == NEW


def differences(known: Rows, wanted: Rows, before: Rows | None = None) -> tuple[Change, ...]:
    """What taking `wanted` in would change in `known`, in the order of the list.

    before: what the same source said the last time; a cell that its editor has not touched since changes
    nothing. None: every cell counts.
    """
    return tuple(
        change
        for agency_id, row in wanted.items()
        for change in _of_one(agency_id, known.get(agency_id), row, (before or {}).get(agency_id))
    )


def _of_one(agency_id: str, known: Row | None, row: Row, before: Row | None) -> Iterable[Change]:
    if known is None:
        yield Change(agency_id, NEW, "", agency_id)
    for column, new in row.items():
        old = (known or {}).get(column, "")
        untouched = before is not None and known is not None and before.get(column, "") == new
        if column != NEW and old != new and not untouched:
            yield Change(agency_id, column, old, new)


def gone(known: Rows, wanted: Rows, before: Rows | None, today: str) -> tuple[Change, ...]:
    """Agencies that the editor of the configured list took out end today; others that had ended and are named
    again, after the list had left them out, go on. Rows and history stay. before: None for any other file,
    which ends nothing."""
    ended = [
        Change(key, ENDED, "", today)
        for key in before or {}
        if key in known and key not in wanted and not known[key].get(ENDED)
    ]
    back = [
        Change(key, ENDED, known[key][ENDED], "")
        for key, row in wanted.items()
        if key in known and known[key].get(ENDED) and ENDED not in row and key not in (before or {})
    ]
    return (*ended, *back)


def imported(known: Rows, wanted: Rows) -> tuple[Change, ...]:
    """What a file that is no configured list changes: every cell counts, and what it names goes on."""
    return (*differences(known, wanted), *gone(known, wanted, None, ""))


def applied(known: Rows, changes: Iterable[Change]) -> dict[str, Row]:
    """The register after these changes; agencies keep their place, new ones come last."""
    rows = {agency_id: dict(row) for agency_id, row in known.items()}
    for change in changes:
        rows.setdefault(change.agency_id, dict.fromkeys(COLUMNS, ""))[change.column] = change.new
    return rows


def unmentioned(known: Rows, wanted: Rows) -> tuple[str, ...]:
    """Agencies that the list does not name. They stay; whoever reads the differences is told."""
    return tuple(agency_id for agency_id in known if agency_id not in wanted)
