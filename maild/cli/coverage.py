"""`maild agencies coverage` and `prepare`: what the register lacks, and how an office begins one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from maild.cli.ending import FAILED, USAGE, Ending
from maild.cli.options import Chosen, common
from maild.cli.printing import document, table, visible

if TYPE_CHECKING:
    from maild.cli.agencies import Seen
    from maild.upkeep.coverage import Line


def lines(seen: Seen) -> list[Line]:
    """Every agency with what is missing and what has been asked."""
    from maild.upkeep import coverage
    from maild.upkeep.post import post_of

    directory, rows = seen.register.directory, seen.register.rows
    posts = [post_of(directory, a, rows[a], seen.today, seen.bouncing) for a in directory.agencies]
    return coverage.lines(posts, seen.today, seen.inquiries)


@click.command()
@click.argument("region", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Also write every line as CSV.")
@click.option(
    "--office", "code", metavar="CODE", help="The office with this code; needed when there are several."
)
@common()
def coverage(chosen: Chosen, region: tuple[str, ...], out: Path | None, code: str | None) -> None:
    """Lists the agencies that have no focal point, or none that can be relied on; of a REGION or of all."""
    from maild.cli.agencies import seen_by
    from maild.upkeep.coverage import GAPS, by_group, counted, in_region

    seen = seen_by(chosen.configuration(), code)
    found = in_region(lines(seen), " ".join(region))
    if not found:
        regions = sorted({a.region for a in seen.register.directory.agencies.values()})
        raise Ending(USAGE, f"REGION: found {' '.join(region)!r}, wanted one of {', '.join(regions[:20])}")
    order = list(GAPS)
    open_ = sorted((one for one in found if one.gap), key=lambda one: order.index(one.gap or "unproved"))
    if chosen.as_json:
        for line in open_:
            document(_document(line))
    else:
        shown = [
            (one.post.agency.id, one.gap or "", one.post.agency.region, one.asked or one.what)
            for one in open_
        ]
        table(shown, ("AGENCY", "GAP", "REGION", "WHAT"), (28, 9, 22))
        for which in ("region", "sector"):
            groups = by_group(found, which)
            if groups:
                click.echo("")
                table(
                    ((g["name"], g["total"], g["open"]) for g in groups),
                    (which.upper(), "AGENCIES", "OPEN"),
                    (34, 9),
                )
    if out is not None:
        _write(out, found)
    count = counted(found)
    figures = ", ".join(f"{count[gap]} {gap}" for gap in GAPS if count[gap]) or "none open"
    click.echo(f"{len(found)} agencies: {figures}", err=True)


def _document(line: Line) -> dict[str, str]:
    agency = line.post.agency
    return {
        "agency_id": agency.id,
        "name": agency.name,
        "region": agency.region,
        "sector": "|".join(agency.sectors),
        "gap": line.gap or "",
        "until": str(line.post.until or ""),
        "focal_email": line.post.email,
        "asked": line.asked,
    }


def _write(out: Path, found: list[Line]) -> None:
    from maild.directory.sheet import as_csv

    rows = [_document(line) for line in found]
    out.write_text(as_csv(rows, tuple(rows[0])), encoding="utf-8", newline="")
    click.echo(f"{len(rows)} agencies written to {out}", err=True)


@click.command()
@click.argument("names", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--region", default="", help="For agencies whose name tells none, such as 'Provinsi Bali'.")
@click.option(
    "--office", "code", default="", help="The word for the column 'office'; else that of the config."
)
@click.option("--force", is_flag=True, help="Write over FILE.")
@common(json=False)
def prepare(chosen: Chosen, names: Path, file: Path, region: str, code: str, force: bool) -> None:
    """Makes a whole agency list FILE (.csv or .xlsx) out of a table of NAMES, as far as the names tell.

    Needed is a column with the names of the agencies; 'Nama Instansi', 'Narahubung', 'Surel' and the like are
    understood. Nothing is written while a row has a fault.
    """
    from maild.directory.drafting import Draft, drafted
    from maild.directory.roster import COLUMNS, OPTIONAL
    from maild.directory.sheet import as_csv, as_xlsx

    if file.suffix.lower() not in (".csv", ".xlsx"):
        raise Ending(USAGE, f"{file}: found the ending {file.suffix or 'none'!r}, wanted .csv or .xlsx")
    if file.exists() and not force:
        raise Ending(USAGE, f"{file}: is there already; --force writes over it")
    found = drafted(names.read_bytes(), names.name, code.lower() or _own_code(chosen), region)
    if not isinstance(found, Draft):
        hint = "nothing was written; correct these rows and try again"
        if any(problem.column == "region" for problem in found):
            hint += " (names that tell no region: --region 'Provinsi Bali')"
        raise Ending(FAILED, *(visible(str(problem)) for problem in found), hint)
    columns = (*COLUMNS, *(c for c in OPTIONAL if any(row.get(c) for row in found.rows)))
    if file.suffix.lower() == ".csv":
        file.write_text(as_csv(found.rows, columns), encoding="utf-8", newline="")
    else:
        file.write_bytes(as_xlsx(found.rows, columns, "agencies"))
    asked = [(str(line), column, value) for line, column, value in found.guessed if column != "office"]
    table(asked, ("ROW", "COLUMN", "FILLED IN"), (5, 12))
    empty = sum(not row["focal_email"] for row in found.rows)
    click.echo(
        f"{len(found.rows)} agencies written to {file}, {empty} without a focal point; look at what was "
        "filled in, add superior_email and valid_until where you know them",
        err=True,
    )


def _own_code(chosen: Chosen) -> str:
    """The word of the configured office; an office on its first day may have no valid configuration yet."""
    from maild.config import Config, load

    config = load(chosen.path) if chosen.path is not None else None
    return config.offices[0].key if isinstance(config, Config) and len(config.offices) == 1 else "kantor"
