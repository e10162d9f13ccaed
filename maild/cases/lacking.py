"""Asking the reporter for what a report lacks (Permintaan Kelengkapan, UU 37/2008 art. 25): one friendly mail
that lists exactly what is missing, and the period D01."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from maild.calendar import CalendarMissing
from maild.cases import wording
from maild.cases.case import Case, Deadline
from maild.cases.effects import Begin, Effect, Note, Turn, Write
from maild.cases.world import World
from maild.directory import Route
from maild.intent import Report
from maild.intent.supplied import chosen

LACKED = ("nama", "alamat", "terlapor", "uraian", "upaya", "identitas")
BLOCKING = frozenset(
    {"nama", "terlapor", "uraian", "upaya"}
)  # without these no letter goes to an agency unseen
_NO_DOUBT = frozenset({"too short to judge"})  # what an answer of the reporter himself removes


def asks_by_itself(case: Case, report: Report, route: Route, world: World) -> bool:
    """Whether the office lets the machine ask (routing.completion), and this report is plain enough."""
    plain = not case.confidential and not case.urgent and report.remit == "yes"
    doubts = set(report.needs_eyes) - _NO_DOUBT
    reporter = case.party("reporter")
    return (
        world.completion == "auto"
        and plain
        and not doubts
        and not route.duplicates
        and bool(case.missing)
        and reporter is not None
    )


def request(
    case: Case, now: datetime, world: World, items: Sequence[str] = (), answers: str | None = None
) -> tuple[Case, list[Effect]] | CalendarMissing:
    """L02 with D01; `items`: other words than those for `case.missing`. A period that ran is replaced."""
    reporter = case.party("reporter")
    assert reporter is not None
    deadline = world.process.begin("D01", now, world.calendar)
    if isinstance(deadline, CalendarMissing):
        return deadline
    ended: list[Effect] = [Turn(d.id, "void") for d in running(case) if d.id]
    choose = unchosen(case)
    values = {
        "case": case.number,
        "reporter_name": reporter.name,
        "received_words": wording.day(world, case.opened_at),
        "missing": list(items) or [wording.ASK_WORDS[m] for m in case.missing] or ["keterangan tambahan"],
        "due_words": wording.deadline_words(world, deadline),
        "due_explanation": deadline.explanation,
        "choose": choose,
        "buttons": wording.CHOICE_BUTTONS if choose else [],
    }
    case = replace(case, state="TUNGGU_LENGKAP" if case.state == "TERDAFTAR" else case.state)
    letter = Write("L02", reporter, values, answers=answers)
    return replace(case, deadlines=(*case.deadlines, deadline)), [*ended, letter, Begin(deadline)]


def running(case: Case) -> tuple[Deadline, ...]:
    """The period in which the reporter may complete the report, while it runs."""
    return tuple(d for d in case.running() if d.rule == "D01")


def unchosen(case: Case) -> bool:
    """Nothing has been said about secrecy yet (UU 37/2008 art. 24(2)), so that it may be asked."""
    return not case.confidential and not case.disclosed and chosen(case.text) is None


def asked_by_itself(
    case: Case, now: datetime, world: World, answers: str | None
) -> tuple[Case, list[Effect]]:
    """The same without a person, once in the life of a case: it is only done while it is being opened."""
    asked = request(case, now, world, answers=answers)
    if isinstance(asked, CalendarMissing):
        return case, []
    case, effects = asked
    return case, [Note("asked", "maild", ", ".join(case.missing)), *effects]
