"""What a decision wants done. Nothing here does anything: the ledger of the daemon carries it out in one
transaction, and only then is anything sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from maild.cases.case import Audience, Case, Deadline, DeadlineState, Party, Suggestion

if TYPE_CHECKING:
    from maild.upkeep.inquiry import Inquiry

Disposition = Literal["opened", "threaded", "held", "quarantined", "duplicate", "ignored"]


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the case's timeline."""

    event: str
    by: str  # reporter, agency:<id>, staff:<address>, maild
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Begin:
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class Turn:
    """A stored deadline changes its state, or its end (then `deadline` holds the new one)."""

    deadline_id: int
    state: DeadlineState
    met_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Write:
    """A letter to one party. `values` are what its template needs; `number` only for official letters."""

    kind: str
    to: Party
    values: Mapping[str, Any]
    number: str | None = None
    not_before: datetime | None = None
    urgent: bool = False
    answers: str | None = None  # Message-ID that it replies to, so that it threads
    enclose: int | None = None  # inbox id of a mail to enclose whole; staff only
    papers: tuple[int, ...] = ()  # inbox ids of mails to enclose whole; another office of the Ombudsman only
    question: Ask | None = None  # asked in this very letter, so that staff get one mail and not two
    hold_back: bool = False  # a draft: staff release it
    automatic: Literal["auto-replied", "auto-generated"] = "auto-generated"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to staff; it gets its number when stored."""

    reason: str
    why: str
    audience: Audience
    suggestions: tuple[Suggestion, ...] = ()
    agency_id: str | None = None
    inbox_id: int | None = None
    outbox_id: int | None = None
    draft: Write | None = None  # a letter that leaves when staff say ok
    urgent: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)  # what the answer will need, such as a date


@dataclass(frozen=True, slots=True)
class Settle:
    question_id: int
    by: str
    how: str


@dataclass(frozen=True, slots=True)
class SettleAll:
    """Every open question of the case: it is closed, nobody needs to decide anything about it.

    `reasons`: only those asked for one of these, since what was asked is out of date.
    """

    by: str
    how: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """A letter that is still ours is held, freed (again at `not_before`) or dropped for ever."""

    outbox_id: int
    to: Literal["held", "ready", "failed"]
    why: str
    not_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Attach:
    """A mail that lay in the held items now belongs to the case."""

    inbox_id: int
    disposition: Disposition
    reason: str


@dataclass(frozen=True, slots=True)
class Enrol:
    """Cells of one agency in the register change, by the word of a member of staff."""

    agency_id: str
    cells: Mapping[str, str]  # columns of the agency list
    by: str  # staff address; the holder's own where they confirm what is held
    why: str = "enrolled by staff"
    inbox_id: int | None = None  # of the mail that said it, where that is not the one in hand


@dataclass(frozen=True, slots=True)
class Inquire:
    """An inquiry into the register begins; its first letter leaves with the next tick of office hours."""

    inquiry: Inquiry


@dataclass(frozen=True, slots=True)
class Proceed:
    """A stored inquiry as it is from now on."""

    inquiry: Inquiry


@dataclass(frozen=True, slots=True)
class Conclude:
    """Staff have decided what an inquiry was about."""

    inquiry_id: int
    outcome: str


@dataclass(frozen=True, slots=True)
class Also:
    """Another case that the same event changes, with effects of its own."""

    case: Case
    effects: tuple[Any, ...]  # of Effect


@dataclass(frozen=True, slots=True)
class Link:
    """What staff say of the case and an earlier one (its number): merged into it, apart from it, examined
    after it, or none of these any more."""

    other: str
    kind: Literal["merged", "apart", "after", "none"]
    by: str


@dataclass(frozen=True, slots=True)
class Join:
    """A second reporter of the case; `leaves`: is none any more, his stored letters stay."""

    party: Party
    leaves: bool = False


@dataclass(frozen=True, slots=True)
class Remember:
    """Words and identity of a mail that now belongs to the case: it is found by them as well."""

    subject: str
    text: str
    hidden: tuple[tuple[str, str], ...] = ()
    name: str = ""


Effect = (
    Enrol
    | Also
    | Link
    | Join
    | Remember
    | Note
    | Begin
    | Turn
    | Write
    | Ask
    | Settle
    | SettleAll
    | Stop
    | Attach
    | Inquire
    | Proceed
    | Conclude
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One line of a transcript: what became of a command."""

    line: str
    ok: bool
    outcome: str
    told: bool = False  # a letter of its own tells it; alone in a mail it needs no transcript


@dataclass(frozen=True, slots=True)
class Decision:
    """What one event does. `case` is the case afterwards (id 0: to be opened); None: no case touched."""

    disposition: Disposition
    reason: str
    case: Case | None = None
    effects: tuple[Effect, ...] = ()
    outcomes: tuple[Outcome, ...] = field(default=())
