"""Commands about what a report lacks: `ask` (lengkapi)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from maild.calendar import CalendarMissing
from maild.cases import wording
from maild.cases.effects import Decision
from maild.cases.instruction import Instruction, done, noted, refused, unreckoned
from maild.cases.lacking import LACKED, request
from maild.cases.sorting import case_meant
from maild.cases.world import Numbers, World


def ask_reporter(instruction: Instruction, now: datetime, world: World, numbers: Numbers) -> Decision:
    """L02: asks the reporter for what is missing, and starts D01 (UU 37/2008 art. 25)."""
    meant = case_meant(instruction, now, world, numbers)
    if isinstance(meant, Decision):
        return meant
    case, opened = meant
    if case.party("reporter") is None:
        return refused(instruction, "tidak ada alamat Pelapor untuk perkara ini")
    codes, words = _wanted(instruction.command.argument)
    if codes:
        case = replace(case, missing=tuple(dict.fromkeys((*case.missing, *codes))))
    asked = request(case, now, world, words if not codes else [wording.ASK_WORDS[c] for c in codes])
    if isinstance(asked, CalendarMissing):
        return unreckoned(instruction, asked)
    case, effects = asked
    outcome = f"{case.number}: kelengkapan diminta kepada Pelapor"
    return done(instruction, outcome, case, *opened, *effects, noted(instruction, "asked"))


def _wanted(argument: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """`ask nama, upaya`: these items; `ask fotokopi SK`: these words."""
    parts = [p for p in re.split(r"[,;&+\s]+", argument.lower()) if p and p != "dan"]
    if parts and all(part in LACKED for part in parts):
        return tuple(parts), ()
    return (), (argument,) if argument else ()
