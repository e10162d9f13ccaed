"""Which cases a command on two reports means: by its words, by its question, by where the mail of it went."""

from __future__ import annotations

from dataclasses import replace

from maild.cases.case import Case, Question
from maild.cases.instruction import Instruction
from maild.cases.repeated import DUPLICATE
from maild.daemon.desk import Desk
from maild.daemon.keys import Found
from maild.intent import Command
from maild.intent.numbers import find
from maild.store import casebook, likeness

OF_TWO = frozenset({"case", "merge", "separate", "re-examine"})  # verbs that name another case


def target_of(desk: Desk, command: Command, question: Question | None) -> Case | None:
    """The case that a line names. `ok` stands for the first suggestion; of a single candidate no number is
    needed, of several one is (it is never guessed)."""
    suggestions = question.suggestions if question else ()
    if command.verb == "ok" and suggestions and suggestions[0].action in OF_TWO:
        return numbered(desk, suggestions[0].case or "")
    if command.verb not in OF_TWO:
        return None
    named = find(desk.room.case_pattern, command.argument)
    if named or command.verb == "case":
        return numbered(desk, command.argument)
    known = list(dict.fromkeys(s.case for s in suggestions if s.action == "merge" and s.case))
    return numbered(desk, known[0]) if len(known) == 1 and command.verb != "separate" else None


def in_thread(desk: Desk, command: Command, found: Found) -> Case | None:
    """The case that the mail is about. `gabung 0001/…` under the subject `[0002/…]` names two: the one of the
    subject is meant, which the line then joins with the other."""
    if found.case is None:
        return None
    named = numbered(desk, command.argument) if command.verb in OF_TWO and command.argument else None
    if named is not None and named.id == found.case.id and found.key == "number" and len(found.others) == 1:
        return casebook.load(desk.tx, found.others[0])
    return casebook.load(desk.tx, found.case.id)


def numbered(desk: Desk, written: str) -> Case | None:
    numbers = find(desk.room.case_pattern, written) or (written.strip().upper(),)
    ids = casebook.by_numbers(desk.tx, desk.room.key, list(numbers), [])
    return casebook.load(desk.tx, ids[0]) if ids else None


def with_pair(desk: Desk, instruction: Instruction) -> Instruction:
    """Where staff take back what they said: the case that the mail has become, or went into."""
    question, case = instruction.question, instruction.case
    verb = instruction.command.verb
    if question is None and case is None and verb in ("separate", "re-examine"):
        # `separate 0002/…` in a mail of its own names the case itself.
        instruction = replace(instruction, case=instruction.target, target=None)
    if question is not None and question.reason == DUPLICATE and question.state == "settled":
        instruction = _taken_back(desk, instruction, question)
    case = instruction.case
    if case is not None and case.closed_reason == "ganda":
        into = likeness.merged_into(desk.tx, case.id)
        instruction = replace(instruction, merged_into=casebook.load(desk.tx, into) if into else None)
    return instruction


def _taken_back(desk: Desk, instruction: Instruction, question: Question) -> Instruction:
    if question.inbox_id is None:
        return instruction
    disposition, case_id = likeness.whereabouts(desk.tx, question.inbox_id)
    if case_id is None:
        return instruction
    where = casebook.load(desk.tx, case_id)
    return replace(instruction, case=where) if disposition == "opened" else replace(instruction, kept=where)


def followed(desk: Desk, found: Found) -> Found:
    """What still comes for a case that was merged belongs to the one that stayed: nothing is lost."""
    if found.case is None or found.case.closed_reason != "ganda":
        return found
    into = likeness.merged_into(desk.tx, found.case.id)
    return found if into is None else replace(found, case=casebook.load(desk.tx, into))
