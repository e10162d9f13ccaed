"""An inquiry (permintaan data): one matter of the register, asked about by letter until it is settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

Kind = Literal["appointment", "confirmation", "enrolment", "succession", "term"]
"""appointment: who shall be focal point (L29); confirmation: is this still you (L30); enrolment: the welcome
of a new one (L37); succession: is it true that X takes over (L38); term: the appointment ends (L39)."""

State = Literal["asked", "answered", "settled", "given_up"]
"""asked: its ladder runs; answered: staff have the next word; settled: done; given_up: staff telephone."""

Rank = Literal["focal", "second", "head", "staff"]
"""Who is asked at a step: the focal point, their second address, the head above them; staff telephone."""


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: so many days after the beginning this one is written to."""

    days: int
    to: Rank


# Working practice, no law [P]: a week between two letters, and a person takes over after three.
LADDERS: Mapping[Kind, tuple[Step, ...]] = {
    "appointment": (Step(0, "head"), Step(7, "head"), Step(14, "head"), Step(21, "staff")),
    "confirmation": (
        Step(0, "focal"), Step(7, "focal"), Step(14, "second"), Step(21, "head"), Step(28, "staff"),
    ),
    "enrolment": (Step(0, "focal"), Step(7, "focal"), Step(14, "staff")),
    "succession": (Step(0, "focal"), Step(4, "head"), Step(11, "head"), Step(18, "staff")),
    "term": (Step(0, "focal"), Step(14, "head"), Step(30, "staff")),
}  # fmt: skip
LETTERS: Mapping[Kind, str] = {
    "appointment": "L29",
    "confirmation": "L30",
    "enrolment": "L37",
    "succession": "L38",
    "term": "L39",
}
PATIENCE = timedelta(days=7)  # that an interim word ('sedang diproses') gains before the next letter


@dataclass(frozen=True, slots=True)
class Inquiry:
    """`occasion` says why: vacant, expired, ending, yearly, bounce, silence, new, named, staff.

    `key` names the matter for ever: the same one is begun once, however often time passes. `about` is the
    address whose holder is in question, '' while the post is vacant. `also` are further agencies of the same
    person. `named` is who has been named so far (see person.Person.as_facts). `dead` are addresses from which
    a letter of it came back.
    """

    kind: Kind
    agency_id: str
    occasion: str
    key: str
    begun_at: datetime
    next_at: datetime | None
    by: str = "maild"
    about: str = ""
    also: tuple[str, ...] = ()
    named: Mapping[str, str] = field(default_factory=dict)
    dead: tuple[str, ...] = ()
    rung: int = 0  # steps taken
    batch: bool = False  # one of many: may wait for another day
    state: State = "asked"
    outcome: str = ""
    id: int | None = None  # None until stored

    @property
    def agency_ids(self) -> tuple[str, ...]:
        return (self.agency_id, *self.also)

    @property
    def ladder(self) -> tuple[Step, ...]:
        return LADDERS[self.kind]
