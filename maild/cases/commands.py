"""Staff settle things by mail: one line, one step. Pure; the caller has checked who wrote it (T4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from maild.cases import clocks, completion, enrolment, joining, oversight, sorting, steering, transfer
from maild.cases.effects import Decision
from maild.cases.instruction import Instruction, refused
from maild.cases.repeated import DUPLICATE
from maild.cases.world import Numbers, World
from maild.upkeep import commands as upkeep

WAYS_BACK = ("merge", "separate")  # what staff have said of two reports they may take back

Step = Callable[[Instruction, datetime, World, Numbers], Decision]


def carry_out(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """Every command ends in an Outcome that tells staff what was done, or why not and what to write."""
    question, command = instruction.question, instruction.command
    if command.item is not None and question is None:
        return refused(instruction, f"tidak ada daftar nomor {command.item}")
    verbs = ("note", "status", *(WAYS_BACK if question is not None and question.reason == DUPLICATE else ()))
    if question is not None and question.state == "settled" and command.verb not in verbs:
        return refused(instruction, "sudah diselesaikan sebelumnya")
    if command.verb == "ok" and question is not None and question.suggestions:
        first = question.suggestions[0]
        if first.action not in ("ok", "ignore"):
            rest = first.command.partition(" ")[2]
            command = replace(command, verb=first.action, argument=rest)
            instruction = replace(instruction, command=command)
    step = STEPS.get(command.verb)
    if step is None:
        return refused(instruction, "perintah tidak dikenal; contoh: 1 ok, 2 agency ID, 3 spam, 4 case NOMOR")
    decision = step(instruction, now, world, numbers)
    if not all(outcome.ok for outcome in decision.outcomes):
        numbers.give_back()  # of a case that was opened only to find that the rest cannot be done
    return decision


def meant_verb(instruction: Instruction) -> str:
    """The verb that will be carried out: `ok` stands for the first suggestion of its question."""
    question, verb = instruction.question, instruction.command.verb
    first = question.suggestions[0].action if question is not None and question.suggestions else "ok"
    return verb if verb != "ok" or first in ("ok", "ignore") else first


STEPS: dict[str, Step] = {
    "ok": steering.accept,
    "agency": sorting.send_to_agency,
    "open": sorting.open_from_mail,
    "case": sorting.attach_to_case,
    "spam": sorting.not_for_us,
    "ignore": sorting.no_action,
    "hold": steering.hold_letters,
    "release": steering.release_letters,
    "note": steering.note_down,
    "close": steering.close_case,
    "status": steering.tell_status,
    "ask": completion.ask_reporter,
    "extend": clocks.extend,
    "disclose": steering.disclose,
    "offline": steering.offline_answer,
    "retry": steering.send_again,
    "merge": joining.merge,
    "separate": joining.separate,
    "re-examine": joining.re_examine,
    "inspectorate": oversight.ask_inspectorate,
    "show": sorting.show_mail,
    "transfer": transfer.transfer,
    "enrol": enrolment.enrol,
    "who": enrolment.tell_focal_point,
    "appoint": upkeep.appoint,
    "welcome": upkeep.welcome,
    "confirm": upkeep.confirm,
    "correct": upkeep.correct,
    "coverage": upkeep.report_coverage,
}
