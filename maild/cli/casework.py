"""`maild cases` and `maild show`: what is on the table."""

from __future__ import annotations

from typing import Any

import click

from maild.cli.ending import FAILED, Ending
from maild.cli.options import Chosen, common, opened
from maild.cli.printing import address, document, fields, moment, shortened, table, visible

Document = dict[str, Any]

_RUNNING = ("running", "overdue", "paused")


@click.command()
@click.option("--open", "only_open", is_flag=True, help="Cases that are not closed.")
@click.option("--overdue", is_flag=True, help="Open cases with a deadline behind them.")
@click.option("--agency", "agency_id", metavar="ID", help="Cases of this agency.")
@common()
def cases(chosen: Chosen, only_open: bool, overdue: bool, agency_id: str | None) -> None:
    """Lists the cases, oldest first."""
    config = chosen.configuration()
    with opened(config) as store, store.reading() as connection:
        from maild.store import views

        found = views.cases(connection, config, only_open=only_open, overdue=overdue, agency_id=agency_id)
        if chosen.as_json:
            for one in found:
                document(one)
            return
        heads = ("CASE", "STATE", "OPENED", "DUE", "MARKS", "AGENCY", "MATTER")
        table((_row(one) for one in found), heads, (24, 14, 10, 10, 18, 24))


def _row(case: Document) -> tuple[str, ...]:
    due = min((d["due_at"] for d in case["deadlines"] if d["state"] in _RUNNING), default=None)
    more = len(case["agency_ids"]) - 1
    agency = (case["agency_id"] or "-") + (f" +{more}" if more > 0 else "")
    return (
        case["number"],
        case["state"],
        case["opened_at"][:10],
        due[:10] if due else "-",
        " ".join(_marks(case)) or "-",
        agency,
        case["matter"],
    )


def _marks(case: Document) -> list[str]:
    late = any(d["state"] == "overdue" for d in case["deadlines"])
    marks = {"late": late, "urgent": case["urgent"], "secret": case["confidential"]}
    return [name for name, holds in marks.items() if holds]


@click.command()
@click.argument("case")
@common()
def show(chosen: Chosen, case: str) -> None:
    """Shows one case with its deadlines, letters and timeline."""
    config = chosen.configuration()
    with opened(config) as store, store.reading() as connection:
        from maild.store import views

        found = views.show(connection, config, case)
    if found is None:
        raise Ending(FAILED, f"no case {visible(case)}; `maild cases` lists them")
    if chosen.as_json:
        document(found)
    else:
        _tell(found)


def _tell(case: Document) -> None:
    marks = " ".join(f"[{mark}]" for mark in _marks(case))
    click.echo(f"{visible(case['number'])}  {case['state']}  {marks}".rstrip())
    if case["confidential"]:
        click.echo("CONFIDENTIAL: the names below must not reach the agency, nor anybody outside the office.")
    closed = f"{moment(case['closed_at'])} ({case['closed_reason']})" if case["closed_at"] else None
    fields(
        [
            ("subject", case["subject"]),
            ("matter", case["matter"]),
            ("opened", moment(case["opened_at"])),
            ("closed", closed),
            ("officer", address(case["owner"])),
            ("agencies", ", ".join(case["agency_ids"]) or "-"),
            ("focal point", address(case["focal_point"])),
            ("missing", ", ".join(case["missing"])),
        ],
        "  ",
    )
    _section("Deadlines", [_deadline_line(d) for d in case["deadlines"]])
    letters = [
        f"{moment(each['sent_at'] or each['queued_at'])}  {each['kind']:<4} {each['status']:<10} "
        f"{address(each['to'])}{'  ' + each['number'] if each['number'] else ''}"
        for each in case["letters"]
    ]
    _section("Letters", letters)
    mails = [
        f"{moment(each['received_at'])}  {'/'.join(filter(None, (each['kind'], each['intent']))) or '-'}"
        f"  {address(each['from'])}"
        for each in case["messages"]
    ]
    _section("Mails", mails)
    _section(
        "Timeline", [f"{moment(t['at'])}  {t['event']} ({t['by']}) {t['detail']}" for t in case["timeline"]]
    )


def _deadline_line(deadline: Document) -> str:
    until = f"met {moment(deadline['met_at'])}" if deadline["met_at"] else deadline["state"]
    agency = f"  {deadline['agency_id']}" if deadline["agency_id"] else ""
    return f"{moment(deadline['due_at'])}  {deadline['rule']:<4} {until}{agency}  {deadline['explanation']}"


def _section(title: str, lines: list[str]) -> None:
    if lines:
        click.echo(f"{title}:")
    for line in lines:
        click.echo(f"  {shortened(visible(line), 98)}")


COMMANDS = (cases, show)
