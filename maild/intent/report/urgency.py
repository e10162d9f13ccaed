# ruff: noqa: E501 - one rule a line reads best
"""Whether a complaint meets a criterion of Respons Cepat Ombudsman, and which (PO 26/2017 art. 26).

The three criteria: an emergency; danger to life, body or mind; danger to the right to live (life, education, livelihood).
An officer is told at once: a missed one may cost a life, yet a false alarm too many makes alarms worthless.
"""

from __future__ import annotations

from dataclasses import dataclass

from maild.intent.report.concepts import Clue, Ideas, clue

LIFE, EMERGENCY, RIGHTS = "danger to life", "emergency", "right to live"


@dataclass(frozen=True, slots=True)
class Danger:
    """Holds where every clue does and no counter-clue."""

    criterion: str
    what: str
    clues: tuple[Clue, ...]
    unless: tuple[Clue, ...]

    def holds(self, ideas: Ideas) -> bool:
        return all(c.holds(ideas) for c in self.clues) and not any(c.holds(ideas) for c in self.unless)


def _danger(criterion: str, what: str, *clues: str, unless: tuple[str, ...] = ()) -> Danger:
    return Danger(criterion, what, tuple(clue(c) for c in clues), tuple(clue(c) for c in unless))


DANGERS: tuple[Danger, ...] = (
    _danger(LIFE, "a patient without help", "ACUTE ~14 UNMET", unless=("ACUTE ~8 PAST",)),
    _danger(LIFE, "a patient without help", "ACUTE ~10 NOW", unless=("ACUTE ~8 PAST",)),
    _danger(LIFE, "a patient without help", "CARE ~7 UNMET", "CARE ~9 NOW", "UNMET ~12 NOW", unless=("CARE ~8 PAST",)),
    _danger(LIFE, "people in peril now", "PERIL ~9 NOW", "PERIL ~9 LIVES FAMILY CHILD", "PERIL ~14 UNMET NOW", unless=("PERIL ~8 PAST",)),
    _danger(EMERGENCY, "people cut off", "TRAPPED ~10 LIVES CALAMITY", unless=("TRAPPED ~8 PAST",)),
    _danger(EMERGENCY, "a disaster under way", "CALAMITY ~13 NOW", "CALAMITY ~9 LIVES", unless=("CALAMITY ~8 PAST",)),
    _danger(EMERGENCY, "an exposed power line", "WIRE ~5 LOOSE", "LOOSE ~12 NOW", unless=("WIRE ~8 PAST",)),
    _danger(EMERGENCY, "an exposed power line", "WIRE ~6 SPARK", unless=("WIRE ~8 PAST",)),
    _danger(EMERGENCY, "gas or poison", "TOXIC", "TOXIC ~16 LIVES UNMET NOW", unless=("TOXIC ~8 PAST",)),
    _danger(LIFE, "hunger or thirst", "HUNGER", unless=("HUNGER ~8 PAST",)),
    _danger(LIFE, "an armed attack", "ARMED ~5 ATTACK", unless=("ARMED ~8 PAST",)),
    _danger(LIFE, "a threat of death", "KILL", unless=("KILL ~6 PAST",)),
    _danger(LIFE, "self-harm", "SUICIDE", unless=("SUICIDE ~6 PAST",)),
    _danger(LIFE, "a person carried off or locked in", "ABDUCTED ~10 NOW UNMET", unless=("ABDUCTED ~6 PAST",)),
    _danger(LIFE, "violence under way", "HURTING ~8 NOW HIDING", unless=("HURTING ~8 PAST",)),
    _danger(LIFE, "a person held and in danger", "HELD ~10 ACUTE HURTING CALAMITY", "HELD ~16 NOW UNMET", unless=("HELD ~8 PAST",)),
    _danger(RIGHTS, "a right lost within days", "SOON ~7 RIGHT", "RIGHT ~10 PREVENTED", unless=("RIGHT ~6 PAST",)),
)  # fmt: skip


def danger(ideas: Ideas) -> str | None:
    """'danger to life: a patient without help', or None."""
    for found in DANGERS:
        if found.holds(ideas):
            return f"{found.criterion}: {found.what}"
    return None
