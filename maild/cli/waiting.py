"""What waits for a person (`held`, `release`) and what waits to be sent (`outbox`, `retry`).

Everything here goes through the database alone, so it works while the daemon runs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from maild.cli.ending import FAILED, Ending
from maild.cli.options import Chosen, common, opened
from maild.cli.printing import address, document, moment, table, visible

if TYPE_CHECKING:
    from maild.cli.console import Console, Said

Document = dict[str, Any]

STATES = ("ready", "committing", "sent", "deferred", "failed", "uncertain", "held")


@click.command()
@common()
def held(chosen: Chosen) -> None:
    """Lists what waits for a person; staff settle it by mail, or you with `release`."""
    config = chosen.configuration()
    with opened(config) as store, store.reading() as connection:
        from maild.store import views

        found = list(views.held(connection, config))
    if chosen.as_json:
        for one in found:
            document(one)
        return
    heads = ("ID", "SINCE", "REASON", "CASE", "FROM", "WHY")
    table((_held_row(one) for one in found), heads, (6, 10, 11, 22, 22))


def _held_row(one: Document) -> tuple[str, ...]:
    sender = one["from"]["address"] if one["from"] else "-"
    return str(one["id"]), one["since"][:10], one["reason"], one["case"] or "-", sender, one["why"]


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@common()
def release(chosen: Chosen, ids: tuple[str, ...]) -> None:
    """Settles held items as a mail `ID ok` of staff would; a held letter (L12) is sent."""
    _each(chosen, ids, lambda console, item: console.release(item))


@click.command()
@click.option("--all", "everything", is_flag=True, help="Also what has been sent.")
@click.option("--state", type=click.Choice(STATES), help="Only letters in this state.")
@common()
def outbox(chosen: Chosen, everything: bool, state: str | None) -> None:
    """Lists letters that have not been sent, with what the server said last."""
    config = chosen.configuration()
    with opened(config) as store, store.reading() as connection:
        from maild.store import views

        states = (state,) if state else STATES if everything else views.PENDING
        found = list(views.letters(connection, config, states))
    if chosen.as_json:
        for one in found:
            document(one)
        return
    heads = ("ID", "STATE", "KIND", "CASE", "TO", "TRIED", "NEXT", "LAST REPLY")
    table((_letter_row(one) for one in found), heads, (6, 10, 4, 22, 22, 5, 16))


def _letter_row(one: Document) -> tuple[str, ...]:
    to = one["to"]["address"] if one["to"] else address(None)
    following = moment(one["next_attempt_at"])[:16]
    tried = str(one["attempts"])
    return (
        str(one["id"]),
        one["state"],
        one["kind"],
        one["case"] or "-",
        to,
        tried,
        following,
        one["last_reply"] or "-",
    )


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@common()
def retry(chosen: Chosen, ids: tuple[str, ...]) -> None:
    """Sends letters again that failed, wait or are uncertain: the same bytes to the same address."""
    _each(chosen, ids, lambda console, item: console.retry(item))


def _each(chosen: Chosen, ids: tuple[str, ...], act: Callable[[Console, str], Said]) -> None:
    """One item after the other, each in its own transaction; a refusal does not stop the rest."""
    config = chosen.configuration()
    refused: list[str] = []
    with opened(config) as store:
        from maild.cli.console import Console

        console = Console(config, store)
        for item in ids:
            said = act(console, item)
            if chosen.as_json:
                document({"id": item, "done": said.done, "outcome": said.outcome})
            elif said.done:
                click.echo(f"{visible(item)}: {visible(said.outcome)}")
            if not said.done:
                refused.append(f"{visible(item)}: {visible(said.outcome)}")
    if refused:
        raise Ending(FAILED, *refused)


COMMANDS = (held, release, outbox, retry)
