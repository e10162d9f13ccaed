"""`maild agencies`: the register of focal points, in and out, with its history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maild.cli.coverage import coverage, lines, prepare
from maild.cli.ending import FAILED, USAGE, Ending, problems
from maild.cli.options import Chosen, Command, common, opened
from maild.cli.printing import document, table, visible

if TYPE_CHECKING:
    from maild.config import Config, Office
    from maild.daemon.register import Register
    from maild.directory.history import Change, Rows
    from maild.upkeep.inquiry import Inquiry

BY = "console"  # as the author of changes


@click.group()
@common()
def agencies(chosen: Chosen) -> None:
    """The focal points of the agencies: prepare, list, import, export, check, coverage."""
    click.get_current_context().obj = chosen


@dataclass(frozen=True, slots=True)
class Seen:
    """The register of one office as a command finds it."""

    office: Office
    register: Register
    history: Mapping[str, list[dict[str, Any]]] = field(default_factory=dict)
    bouncing: frozenset[str] = frozenset()
    inquiries: Mapping[tuple[str, str], Inquiry] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return datetime.now(self.office.identity.zone).date()


def _of_office(command: Command) -> Command:
    text = "The office with this code; needed when there are several."
    return click.option("--office", "code", metavar="CODE", help=text)(command)


def _one_office(config: Config, code: str | None) -> Office:
    offices = [one for one in config.offices if code is None or code.casefold() == one.key.casefold()]
    if len(offices) == 1:
        return offices[0]
    known = ", ".join(one.key for one in config.offices)
    raise Ending(USAGE, f"--office: found {code or 'nothing'}, wanted one of {known}")


def seen_by(config: Config, code: str | None) -> Seen:
    """The register with what the configured list changes in it; without a database the list alone."""
    from maild.daemon.register import alone, look_at_register, read_list
    from maild.store import register, upkeep

    office = _one_office(config, code)
    if _database_is_absent(config):
        read = read_list(office)
        if isinstance(read, tuple):
            raise problems(read)
        return Seen(office, alone(read, datetime.now(office.identity.zone).date()))
    with opened(config) as store, store.reading() as connection:
        found = look_at_register(connection, office, datetime.now(UTC))
        history = register.history(connection, office.key)
        bouncing = register.bouncing(connection, office.key)
        inquiries = upkeep.latest(connection, office.key)
    if not found.rows:
        raise problems(found.faults)
    for fault in found.faults:
        click.echo(f"not taken in: {visible(fault)}", err=True)
    return Seen(office, found, history, bouncing, inquiries)


def _database_is_absent(config: Config) -> bool:
    from maild.config import database_url

    url = database_url(config.database)
    return url.startswith("sqlite:///") and not Path(url.removeprefix("sqlite:///")).exists()


@agencies.command("list")
@_of_office
@common()
def list_(chosen: Chosen, code: str | None) -> None:
    """Lists the agencies with their focal points and the state of each post."""
    from maild.directory.review import state_of
    from maild.upkeep.post import address_state

    seen = seen_by(chosen.configuration(), code)
    for_table = []
    for agency_id, agency in seen.register.directory.agencies.items():
        state = state_of(seen.register.directory, agency_id, seen.today, seen.bouncing)
        row = seen.register.rows[agency_id]
        address = address_state(row, seen.bouncing)
        if chosen.as_json:
            told = {"state": state, "address_state": address, "asked": _asked(seen, agency_id)}
            document({**_columns(row), **told, "history": _told(seen.history.get(agency_id, []))})
        else:
            until = row["valid_until"] or "-"
            for_table.append(
                (agency_id, state, address or "-", until, row["focal_email"] or "-", agency.name)
            )
    table(for_table, ("AGENCY", "STATE", "ADDRESS", "UNTIL", "FOCAL POINT", "NAME"), (28, 8, 8, 10, 40))


def _asked(seen: Seen, agency_id: str) -> list[dict[str, str]]:
    """What has been asked about the post by letter, and how that stands."""
    own = [one for (_, key), one in seen.inquiries.items() if key == agency_id]
    return [
        {"kind": one.kind, "occasion": one.occasion, "since": one.begun_at.isoformat(), "state": one.state}
        for one in own
    ]


def _columns(row: Mapping[str, str]) -> dict[str, str]:
    from maild.directory.roster import COLUMNS, OPTIONAL

    return {column: row.get(column, "") for column in (*COLUMNS, *OPTIONAL)}


def _told(changes: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [{**change, "at": change["at"].isoformat()} for change in changes]


@agencies.command("export")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@_of_office
@common(json=False)
def export(chosen: Chosen, file: Path, code: str | None) -> None:
    """Writes the register to FILE (.csv or .xlsx), ready to be edited and imported again."""
    from maild.directory.roster import COLUMNS, OPTIONAL
    from maild.directory.sheet import as_csv, as_xlsx

    if file.suffix.lower() not in (".csv", ".xlsx"):
        raise Ending(USAGE, f"{file}: found the ending {file.suffix or 'none'!r}, wanted .csv or .xlsx")
    seen = seen_by(chosen.configuration(), code)
    rows = list(seen.register.rows.values())
    columns = (*COLUMNS, *(c for c in OPTIONAL if any(row.get(c) for row in rows)))
    if file.suffix.lower() == ".csv":
        file.write_text(as_csv(rows, columns), encoding="utf-8", newline="")
    else:
        file.write_bytes(as_xlsx(rows, columns, "agencies"))
    click.echo(f"{len(rows)} agencies written to {file}", err=True)


@agencies.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--apply", "apply", is_flag=True, help="Take the changes over; without it they are only shown.")
@click.option("--welcome", is_flag=True, help="With --apply: greet the new focal points, so many a day.")
@_of_office
@common()
def import_(chosen: Chosen, file: Path, apply: bool, welcome: bool, code: str | None) -> None:
    """Shows what FILE (.csv or .xlsx) changes in the register; --apply takes it over, whole or not at all.

    What the file does not mention stays as it is, agencies and columns alike.
    """
    from maild.daemon.register import faults_of
    from maild.directory.history import imported, unmentioned
    from maild.directory.roster import read_rows

    config = chosen.configuration()
    seen = seen_by(config, code)
    known = seen.register.rows
    wanted = read_rows(file.read_bytes(), file.name, known)
    if isinstance(wanted, tuple):
        raise Ending(FAILED, *(str(problem) for problem in wanted))
    changes = imported(known, wanted)
    faults = faults_of(known, changes, seen.today)
    if faults:
        raise Ending(FAILED, *faults)
    _show(chosen, changes)
    stay = len(unmentioned(known, wanted))
    new = sum(change.is_new_agency for change in changes)
    if apply and changes:
        _apply(config, seen.office, wanted, file)
    fresh = [one.agency_id for one in changes if one.column == "focal_email" and one.new]
    if apply and fresh and welcome:
        greeted = _welcome(config, seen.office, fresh)
        click.echo(
            f"{greeted} welcomes will leave, {seen.office.upkeep.letters_per_day} a working day", err=True
        )
    elif apply and fresh:
        click.echo(f"{len(fresh)} new addresses: `welcome new` by mail of staff greets them", err=True)
    done = "applied" if apply else "not applied (--apply takes them over)"
    cells = len(changes) - new
    click.echo(f"{new} new agencies, {cells} cells; {stay} agencies not mentioned stay; {done}", err=True)


def _show(chosen: Chosen, changes: Sequence[Change]) -> None:
    if chosen.as_json:
        for one in changes:
            document({"agency_id": one.agency_id, "column": one.column, "old": one.old, "new": one.new})
        return
    rows = [(one.agency_id, one.column, one.old or "-", one.new or "-") for one in changes]
    table(rows, ("AGENCY", "COLUMN", "WAS", "BECOMES"), (28, 20, 30))


def _apply(config: Config, office: Office, wanted: Rows, file: Path) -> None:
    """Compared once more inside the transaction: the daemon may have changed the register meanwhile."""
    from maild.daemon.register import add_to_register

    with opened(config, make=True) as store:
        faults = add_to_register(store, office, wanted, f"import {file.name}", BY, datetime.now(UTC))
    if faults:
        raise Ending(FAILED, *faults)


def _welcome(config: Config, office: Office, agency_ids: Sequence[str]) -> int:
    """Inquiries for the daemon, which writes the letters in office hours."""
    from maild.daemon.register import look_at_register
    from maild.store import register, upkeep
    from maild.upkeep.post import post_of
    from maild.upkeep.starting import welcomes

    now = datetime.now(UTC)
    today = now.astimezone(office.identity.zone).date()
    with opened(config, make=True) as store, store.transaction() as tx:
        found = look_at_register(tx, office, now)
        bouncing = register.bouncing(tx, office.key)
        ids = [one for one in agency_ids if one in found.directory.agencies]
        posts = [post_of(found.directory, one, found.rows[one], today, bouncing) for one in ids]
        running = {key for key, one in upkeep.latest(tx, office.key).items() if one.state == "asked"}
        begun = welcomes(posts, now, BY, running)
        return sum(upkeep.begin(tx, office.key, one, now) is not None for one in begun)


@agencies.command()
@_of_office
@common()
def check(chosen: Chosen, code: str | None) -> None:
    """Lists vacancies, terms that ended or soon end, names that lead nowhere, and doubtful addresses."""
    from maild.directory.review import review

    seen = seen_by(chosen.configuration(), code)
    found = review(seen.register.directory, seen.today, seen.bouncing)
    if chosen.as_json:
        for one in found:
            document({"agency_id": one.agency_id, "kind": one.kind, "why": one.why})
        return
    table(((one.agency_id, one.kind, one.why) for one in found), ("AGENCY", "WHAT", "WHY"), (28, 9))
    unproved = sum(line.gap == "unproved" for line in lines(seen))
    told = (
        f"; {unproved} addresses nobody has answered from yet (`maild agencies coverage`)" if unproved else ""
    )
    click.echo(f"{len(seen.register.directory.agencies)} agencies, {len(found)} to look at{told}", err=True)


agencies.add_command(coverage)
agencies.add_command(prepare)

COMMANDS = (agencies,)
