"""letters (pure once the templates are read): drafts -> finished bytes, redaction, and the egress scan."""

from maild.letters.button import button
from maild.letters.egress import leaks
from maild.letters.identity import Identity
from maild.letters.kinds import KINDS, Kind
from maild.letters.letter import Draft, Frame, Letter, LetterFault, OfficeIdentity, TemplateProblem
from maild.letters.stationery import Stationery
from maild.letters.summary import summarise
from maild.letters.wire import message_id, redirected

__all__ = [
    "KINDS",
    "Draft",
    "Frame",
    "Identity",
    "Kind",
    "Letter",
    "LetterFault",
    "OfficeIdentity",
    "Stationery",
    "TemplateProblem",
    "button",
    "leaks",
    "message_id",
    "redirected",
    "summarise",
]
