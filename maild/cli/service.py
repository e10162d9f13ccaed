"""`maild run` and `maild once`: the work itself."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from maild.cli.ending import FAILED, LATER, USAGE, Ending
from maild.cli.options import Chosen, common
from maild.cli.printing import document, visible

if TYPE_CHECKING:
    from maild.config import Config
    from maild.daemon.work import Counts


@click.command(name="run")
@common(json=False)
def run_daemon(chosen: Chosen) -> int:
    """Works until it is told to stop: SIGTERM stops after the step in hand, SIGHUP reads everything anew."""
    from maild.daemon.run import run

    return run(chosen.needed())


@click.command()
@click.option("--at", "moment", metavar="TIME", help="Take this time (ISO 8601) as now; only in a rehearsal.")
@common()
def once(chosen: Chosen, moment: str | None) -> None:
    """Takes in every waiting mail, acts on everything due, sends everything ready; then ends."""
    config = chosen.configuration()
    at = _moment(config, moment)
    from maild.daemon import logs, once
    from maild.daemon.round import Refused, TryLater

    logs.begin(config.logging)
    try:
        counts = once(config, at)
    except (TryLater, Refused) as fault:
        _tell(chosen, fault.counts)
        code = LATER if isinstance(fault, TryLater) else FAILED
        raise Ending(code, visible(str(fault))) from fault
    _tell(chosen, counts)


def _moment(config: Config, text: str | None) -> datetime | None:
    """An aware time; without offset it is the local time of the (first) office."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        wanted = "a time such as 2026-09-01T08:00 or 2026-09-01T08:00+08:00"
        raise Ending(USAGE, f"--at: found {visible(text)!r}, wanted {wanted}") from error
    return found if found.tzinfo else found.replace(tzinfo=config.offices[0].identity.zone)


def _tell(chosen: Chosen, counts: Counts) -> None:
    figures = counts.as_json()
    if chosen.as_json:
        document(figures)
        return
    what = [f"{number} {name}" for name, number in figures.items() if number]
    click.echo(", ".join(what) or "nothing to do")


COMMANDS = (run_daemon, once)
