"""The agency list (CSV) -> Directory, or every Problem in it: whole or not at all."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Mapping
from datetime import date

from maild.directory.register import Agency, Directory, FocalPoint, Problem

COLUMNS = (
    "agency_id", "name", "aliases", "office", "level", "region", "sector", "parent_agency_id", "focal_name",
    "focal_email", "alternate_email", "superior_email", "oversight_agency_id", "appointed_on", "valid_until",
)  # fmt: skip
LEVELS = ("provinsi", "kabupaten", "kota", "vertikal", "bumn", "bumd")
_ADDRESSES = ("focal_email", "alternate_email", "superior_email")

# T16: only plain addr-specs enter, so that nothing in the list can end an SMTP command (RFC 5321
# section 4.1.2).
_ADDR_SPEC = re.compile(
    r"[a-z0-9_](?:[a-z0-9_%+-]|\.(?!\.)){0,62}(?<!\.)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+"
    r"(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})"
)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


def is_addr_spec(text: str) -> bool:
    """True for an address that may stand in an envelope: ASCII, lower case, at most 254 characters."""
    return len(text) <= 254 and _ADDR_SPEC.fullmatch(text) is not None


def load(text: str, source: str) -> Directory | tuple[Problem, ...]:
    """Read the agency list. Further columns are tolerated; `source` is the file's name for the messages.

    Comma or semicolon (as Indonesian Excel writes it) separates. Nothing of a list with a Problem is used.
    """
    text = text.removeprefix("\ufeff")
    first = text.split("\n", 1)[0]
    reader = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ","
    )
    header = [name.strip() for name in reader.fieldnames or ()]
    absent = [column for column in COLUMNS if column not in header]
    if absent:
        return tuple(Problem(source, 1, c, "no such column", f"a column named {c}") for c in absent)
    reader.fieldnames = header
    rows: list[tuple[int, dict[str, str]]] = []
    problems: list[Problem] = []
    try:
        for raw in reader:
            if None in raw:
                problems.append(
                    Problem(
                        source, reader.line_num, "", "more cells than the header", "a quoted comma, perhaps"
                    )
                )
            cut = [c for c in COLUMNS if raw.get(c) is None]
            if cut and any(raw.values()):
                # A list cut off in the middle of a line must not lose the rest of that agency unseen.
                wanted = "as many cells as the header has"
                problems.append(Problem(source, reader.line_num, cut[0], "the line ends before it", wanted))
            row = {c: (raw.get(c) or "").strip() for c in COLUMNS}
            if any(row.values()):
                rows.append((reader.line_num, row))
    except csv.Error as fault:
        return (*problems, Problem(source, reader.line_num, "", str(fault), "a well-formed CSV line"))
    problems += _problems(rows, source)
    if problems:
        return tuple(sorted(problems, key=lambda p: p.row))
    agencies = {row["agency_id"]: _agency(row) for _, row in rows}
    return Directory(agencies, hashlib.sha256(text.encode()).hexdigest())


def _problems(rows: list[tuple[int, dict[str, str]]], source: str) -> list[Problem]:
    if not rows:
        return [Problem(source, 1, "agency_id", "no agency", "at least one line below the header")]
    ids = {row["agency_id"] for _, row in rows}
    parents = {row["agency_id"]: row["parent_agency_id"] for _, row in rows}
    seen: dict[str, int] = {}
    found: list[Problem] = []
    for line, row in rows:
        faults = [*_own_faults(row), *_link_faults(row, ids, parents)]
        if row["agency_id"] in seen:
            faults.append(("agency_id", f"an id not used before (line {seen[row['agency_id']]})"))
        seen.setdefault(row["agency_id"], line)
        found += [Problem(source, line, column, row[column], wanted) for column, wanted in faults]
    return found


def _own_faults(row: Mapping[str, str]) -> list[tuple[str, str]]:
    """Faults that one line shows by itself: (column, what is wanted)."""
    faults = [
        (c, "a value on one line, without control characters") for c, v in row.items() if _CONTROL.search(v)
    ]
    if not _ID.fullmatch(row["agency_id"]):
        faults.append(("agency_id", "small letters, digits and hyphens, such as disdik-buleleng"))
    faults += [(c, "a value") for c in ("name", "office", "region") if not row[c]]
    if row["level"] not in LEVELS:
        faults.append(("level", "one of " + ", ".join(LEVELS)))
    for column in _ADDRESSES:
        if row[column] and not is_addr_spec(row[column].lower()):
            faults.append(
                (column, "one plain address such as pengaduan@dinas.example, without name, blank or bracket")
            )
    if row["focal_name"] and not row["focal_email"]:
        faults.append(("focal_email", "an address, or an empty focal_name while the post is vacant"))
    for column in ("appointed_on", "valid_until"):
        if row[column] and _day(row[column]) is None:
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
    return Agency(
        id=row["agency_id"],
        name=row["name"],
        aliases=_several(row["aliases"]),
        office=row["office"],
        level=row["level"],
        region=row["region"],
        sectors=_several(row["sector"]),
        parent_id=row["parent_agency_id"] or None,
        focal_point=_focal_point(row),
        superior_email=row["superior_email"].lower() or None,
        oversight_id=row["oversight_agency_id"] or None,
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
