"""One command of staff with what it points to, and the ways to answer it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from maild.calendar import CalendarMissing
from maild.cases.arrivals import Arrival
from maild.cases.case import Case, Question
from maild.cases.effects import Decision, Effect, Note, Outcome, Settle
from maild.intent import Command

if TYPE_CHECKING:
    from maild.upkeep.post import Posts


@dataclass(frozen=True, slots=True)
class Paper:
    """One stored mail of a case, for a list of its papers; `size` in bytes."""

    inbox_id: int
    received_at: datetime
    size: int
    by_reporter: bool


@dataclass(frozen=True, slots=True)
class Instruction:
    """One command with what it points to: the question by its number, or the case of the mail's thread.

    `arrival` is the mail that the question is about, read again from the store, when there is one.
    `target` is the case that `case NUMBER` names, None when there is no such case. `posts`: the register, for
    commands that ask or change it.
    """

    command: Command
    by: str  # staff address, verified
    question: Question | None
    case: Case | None
    arrival: Arrival | None = None
    target: Case | None = None
    kept: Case | None = None  # the case that the mail of a settled question was merged into
    merged_into: Case | None = None  # the case that stayed when `case` was merged
    posts: Posts | None = None
    papers: tuple[Paper, ...] = ()  # of the case, for `transfer`


def noted(instruction: Instruction, event: str) -> Note:
    return Note(event, f"staff:{instruction.by}", instruction.command.line)


def done(
    instruction: Instruction, outcome: str, case: Case | None, *effects: Effect, settle: bool = True
) -> Decision:
    question = instruction.question
    if settle and question is not None and question.state == "open":
        effects = (*effects, Settle(question.id, instruction.by, instruction.command.line))
    line = Outcome(instruction.command.line, True, outcome)
    return Decision("threaded" if case else "ignored", "command", case, effects, (line,))


def refused(instruction: Instruction, why: str) -> Decision:
    return Decision("ignored", "command refused", None, (), (Outcome(instruction.command.line, False, why),))


def unreckoned(instruction: Instruction, missing: CalendarMissing) -> Decision:
    return refused(instruction, f"kalender tahun {missing.year} belum ada")


def day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
