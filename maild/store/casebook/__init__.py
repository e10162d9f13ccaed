"""Cases as they stand: loaded whole, changed by effects, found by the keys of a mail.

Statements of every mail stand ready made: building one anew costs more than executing it.
"""

from maild.store.casebook.cases import Conflict, dispatches, load, note, open_case, save
from maild.store.casebook.counters import next_number, set_number
from maild.store.casebook.deadlines import begin, due_rungs, tick_off, turn
from maild.store.casebook.lookup import by_message_ids, by_numbers, by_tokens, open_cases_of
from maild.store.casebook.parties import TOKEN_LENGTH, TOKEN_LETTERS, join, leave, party_id, token

__all__ = [
    "TOKEN_LENGTH",
    "TOKEN_LETTERS",
    "Conflict",
    "begin",
    "by_message_ids",
    "by_numbers",
    "by_tokens",
    "dispatches",
    "due_rungs",
    "join",
    "leave",
    "load",
    "next_number",
    "note",
    "open_case",
    "open_cases_of",
    "party_id",
    "save",
    "set_number",
    "tick_off",
    "token",
    "turn",
]
