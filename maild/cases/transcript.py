"""What became of the commands of a mail, or of the mail itself: one line each (N03)."""

from __future__ import annotations

from collections.abc import Iterable

from maild.cases.effects import Outcome, Write
from maild.cases.world import World


def transcript(
    world: World,
    to: str,
    outcomes: Iterable[Outcome],
    *,
    answers: str | None = None,
    enclose: int | None = None,
) -> Write:
    """To the officer at this address. `answers`: Message-ID of their mail; `enclose`: inbox id of a mail."""
    officer = world.officer(to)
    assert officer is not None
    values = {"lines": [{"line": o.line, "outcome": o.outcome, "ok": o.ok} for o in outcomes]}
    return Write("N03", officer.party, values, answers=answers, enclose=enclose, automatic="auto-replied")
