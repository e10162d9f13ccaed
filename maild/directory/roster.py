"""The agency list (CSV or XLSX) -> Directory, or every Problem in it: whole or not at all."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date

from maild.directory.aliases import ALWAYS, WANTED, aliases_of
from maild.directory.register import Agency, Deputy, Directory, FocalPoint, Problem
from maild.directory.sheet import Row, Sheet, read_sheet

COLUMNS = (
    "agency_id", "name", "aliases", "office", "level", "region", "sector", "parent_agency_id", "focal_name",
    "focal_email", "alternate_email", "superior_email", "oversight_agency_id", "appointed_on", "valid_until",
)  # fmt: skip
# What an office may add. An absent column says nothing: what is known of it stays.
OPTIONAL = (
    "deputy_name", "deputy_email",    # stands in while the focal point is away or their address bounces
    "focal_role", "salutation",       # inspectorate, organisation bureau, unit ...; 'Bapak', 'Ibu'
    "decree_number", "decree_date",   # surat keputusan of the appointment
    "commitment_on", "commitment_file",  # cooperation agreement or commitment signed
    "private_email", "phone",         # known, never written to by itself
    "proved_email", "confirmed_on",   # the address its holder answered from; their last confirmation
    "ended_on",                       # closed or merged: kept, and no longer written to
    "survey",                         # yes or no: part of the compliance survey
)  # fmt: skip
ENDED = "ended_on"  # with a day in this column an agency is no longer written to
LEVELS = ("provinsi", "kabupaten", "kota", "vertikal", "bumn", "bumd")
_ADDRESSES = (
    "focal_email",
    "alternate_email",
    "superior_email",
    "deputy_email",
    "private_email",
    "proved_email",
)
_DAYS = ("appointed_on", "valid_until", "decree_date", "commitment_on", "confirmed_on", "ended_on")
# A spreadsheet would run what begins so (CSV injection).
_FORMULA = re.compile(r"[=+@\t-]")

# T16: only plain addr-specs enter, so that nothing in the list can end an SMTP command (RFC 5321
# section 4.1.2).
_ADDR_SPEC = re.compile(
    r"[a-z0-9_](?:[a-z0-9_%+-]|\.(?!\.)){0,62}(?<!\.)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+"
    r"(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})"
)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


def is_plain(text: str) -> bool:
    """True for what may stand in a cell: one line, and no formula for a spreadsheet."""
    return not _CONTROL.search(text) and not _FORMULA.match(text)


def is_addr_spec(text: str) -> bool:
    """True for an address that may stand in an envelope: ASCII, lower case, at most 254 characters."""
    return len(text) <= 254 and _ADDR_SPEC.fullmatch(text) is not None


def load(data: bytes | str, source: str) -> Directory | tuple[Problem, ...]:
    """Read the agency list. Further columns are tolerated; `source` is the file's name for the messages.

    Nothing of a list with a Problem is used.
    """
    rows = read_rows(data, source)
    return rows if isinstance(rows, tuple) else directory_of(rows)


def read_rows(
    data: bytes | str, source: str, known: Mapping[str, Row] | None = None
) -> dict[str, Row] | tuple[Problem, ...]:
    """The rows of a list by agency_id, each with all COLUMNS and those of OPTIONAL that the file has.

    known: agencies that its rows may name as well; a file for an import need not be a whole list.
    """
    sheet = read_sheet(data, source, COLUMNS, OPTIONAL)
    if not isinstance(sheet, Sheet):
        return sheet
    problems = check(sheet.rows, source, known or {})
    if problems:
        return tuple(problems)
    return {row["agency_id"]: row for _, row in sheet.rows}


def live(rows: Mapping[str, Row], today: date | None = None) -> dict[str, Row]:
    """Without the agencies that have ended by `today`; without a day every end counts as come."""
    return {key: row for key, row in rows.items() if not _has_ended(row, today)}


def _has_ended(row: Mapping[str, str], today: date | None) -> bool:
    return bool(row.get(ENDED)) and (today is None or row[ENDED] <= today.isoformat())


def directory_of(rows: Mapping[str, Row], today: date | None = None) -> Directory:
    """Rows without a Problem, without those that have ended by `today`. The version is of the content."""
    rows = live(rows, today)
    content = json.dumps(list(rows.values()), sort_keys=True, ensure_ascii=False)
    return Directory(
        {key: _agency(row) for key, row in rows.items()}, hashlib.sha256(content.encode()).hexdigest()
    )


def check(rows: Sequence[tuple[int, Row]], source: str, known: Mapping[str, Row]) -> list[Problem]:
    """Every fault of a whole list, by row and column; rows are numbered as in the file."""
    if not rows:
        return [Problem(source, 1, "agency_id", "no agency", "at least one line below the header")]
    everything = {**known, **{row["agency_id"]: row for _, row in rows}}
    ids = set(everything)
    parents = {key: row["parent_agency_id"] for key, row in everything.items()}
    seen: dict[str, int] = {}
    found: list[Problem] = []
    for line, row in rows:
        faults = [*_own_faults(row), *_link_faults(row, ids, parents)]
        if row["agency_id"] in seen:
            faults.append(("agency_id", f"an id not used before (line {seen[row['agency_id']]})"))
        seen.setdefault(row["agency_id"], line)
        found += [Problem(source, line, column, row.get(column, ""), wanted) for column, wanted in faults]
    return sorted(found, key=lambda p: p.row)


def _own_faults(row: Mapping[str, str]) -> list[tuple[str, str]]:
    """Faults that one line shows by itself: (column, what is wanted)."""
    faults = [
        (c, "a value on one line, without control characters") for c, v in row.items() if _CONTROL.search(v)
    ]
    if not _ID.fullmatch(row["agency_id"]):
        faults.append(("agency_id", "small letters, digits and hyphens, such as disdik-buleleng"))
    faults += [(c, "a value") for c in ("name", "office", "region") if not row[c]]
    if None in aliases_of(row["aliases"]):
        faults.append(("aliases", WANTED))
    if row["level"] not in LEVELS:
        faults.append(("level", "one of " + ", ".join(LEVELS)))
    faults += [
        (c, "a value that no spreadsheet takes for a formula") for c, v in row.items() if _FORMULA.match(v)
    ]
    for column in _ADDRESSES:
        if row.get(column) and not is_addr_spec(row[column].lower()):
            faults.append(
                (column, "one plain address such as pengaduan@dinas.example, without name, blank or bracket")
            )
    if row["focal_name"] and not row["focal_email"]:
        faults.append(("focal_email", "an address, or an empty focal_name while the post is vacant"))
    if row.get("deputy_name") and not row.get("deputy_email"):
        faults.append(("deputy_email", "an address, or an empty deputy_name"))
    if row.get("survey", "") not in ("", "yes", "no"):
        faults.append(("survey", "yes, no or nothing"))
    for column in _DAYS:
        if row.get(column) and _day(row[column]) is None:
            faults.append((column, "a date such as 2026-08-31"))
    start, end = _day(row["appointed_on"]), _day(row["valid_until"])
    if start and end and end < start:
        faults.append(("valid_until", "a day after appointed_on"))
    return faults


def _link_faults(row: Mapping[str, str], ids: set[str], parents: Mapping[str, str]) -> list[tuple[str, str]]:
    faults = [
        (column, "the agency_id of another line, or nothing")
        for column in ("parent_agency_id", "oversight_agency_id")
        if row[column] and (row[column] not in ids or row[column] == row["agency_id"])
    ]
    step, seen = row["parent_agency_id"], {row["agency_id"]}
    while step and step not in seen:
        seen.add(step)
        step = parents.get(step, "")
    if step == row["agency_id"] and step != row["parent_agency_id"]:
        faults.append(("parent_agency_id", "a chain that ends, not a circle"))
    return faults


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _agency(row: Mapping[str, str]) -> Agency:
    aliases = [alias for alias in aliases_of(row["aliases"]) if alias]
    return Agency(
        id=row["agency_id"],
        name=row["name"],
        aliases=tuple(dict.fromkeys(alias.name for alias in aliases)),
        dated=tuple((alias.name, alias.term) for alias in aliases if alias.term != ALWAYS),
        office=row["office"],
        level=row["level"],
        region=row["region"],
        sectors=_several(row["sector"]),
        parent_id=row["parent_agency_id"] or None,
        focal_point=_focal_point(row),
        superior_email=row["superior_email"].lower() or None,
        oversight_id=row["oversight_agency_id"] or None,
        deputy=Deputy(row.get("deputy_name", ""), row["deputy_email"].lower())
        if row.get("deputy_email")
        else None,
    )


def _focal_point(row: Mapping[str, str]) -> FocalPoint | None:
    if not row["focal_email"]:
        return None
    return FocalPoint(
        name=row["focal_name"],
        email=row["focal_email"].lower(),
        alternate_email=row["alternate_email"].lower() or None,
        appointed_on=_day(row["appointed_on"]),
        valid_until=_day(row["valid_until"]),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
