"""`maild demo`, `init`, `check` and `unit`: everything before the first mail."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maild.cli.ending import CONFIG, FAILED, LATER, Ending, problems
from maild.cli.options import Chosen, common, loaded
from maild.cli.printing import document, visible

if TYPE_CHECKING:
    from maild.cli.inspection import Findings


@click.command()
@click.option("--days", default=60, show_default=True, type=click.IntRange(1, 3650), help="Days that pass.")
@click.option(
    "--out", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), help="Write pages to look at."
)
def demo(days: int, out: Path | None) -> None:
    """Plays an invented office over sixty days, with servers of its own; needs nothing but this package."""
    from maild.demo import run

    outcome = run(days, out, click.echo)
    if not outcome.ok:
        raise Ending(FAILED, "the story did not go as told; see the last lines above")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> None:
    """Writes a commented config.yaml, the letters and an example agency list into DIR."""
    from maild.onboarding import Refused
    from maild.onboarding import init as initialise

    made = initialise(folder)
    if isinstance(made, Refused):
        raise Ending(FAILED, str(made))
    click.echo(str(made))


@click.command()
@click.option("--online", is_flag=True, help="Also log in to IMAP, SMTP and the database.")
@common()
def check(chosen: Chosen, online: bool) -> None:
    """Checks configuration, agency list, letters, calendar and deadlines."""
    path = chosen.needed()
    config = loaded(path)
    from maild.cli.inspection import inspected
    from maild.cli.visits import visited

    found = inspected(config)
    if online and not found.errors:
        visited(config, found)
    if chosen.as_json:
        document({"file": str(path), **found.as_json()})
    else:
        _tell(path, found)
    if found.errors:
        raise problems(found.errors)
    if found.unreachable:
        raise Ending(LATER, *map(visible, found.unreachable))
    if found.refused:
        raise Ending(FAILED, *map(visible, found.refused))


def _tell(path: Path, found: Findings) -> None:
    for warning in found.warnings:
        click.echo("\n".join(visible(line) for line in f"warning: {warning}".splitlines()), err=True)
    for line in found.abilities:
        click.echo(visible(line))
    if not found.errors:
        noted = f"; {len(found.warnings)} warnings" if found.warnings else ""
        several = len(found.summary) > 1
        counted = "; ".join(
            f"{office}: {figures}" if several else figures for office, figures in found.summary
        )
        click.echo(f"{path}: ok, {counted}{noted}")


@click.command()
@common(json=False)
def unit(chosen: Chosen) -> None:
    """Prints a hardened systemd unit for this installation."""
    from maild.daemon.unit import unit as written

    path = chosen.path
    if path is None:
        raise Ending(CONFIG, "no configuration to name in the unit; give --config FILE")
    click.echo(written(path, _executable()), nl=False)


def _executable() -> Path:
    """The `maild` beside this Python; started as a module there may be none on the path."""
    beside = Path(sys.executable).with_name("maild")
    return beside if beside.exists() else Path(sys.argv[0])


COMMANDS = (demo, init, check, unit)
