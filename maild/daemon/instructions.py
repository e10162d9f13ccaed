"""The commands of one staff mail, one after the other in one transaction, with one transcript at the end."""

from __future__ import annotations

from dataclasses import replace

from maild.cases.arrivals import Arrival
from maild.cases.case import Case, Question
from maild.cases.commands import carry_out, meant_verb
from maild.cases.effects import Decision, Outcome
from maild.cases.instruction import Instruction
from maild.cases.repeated import DUPLICATE
from maild.cases.transcript import transcript
from maild.daemon import keys, ledger, opening
from maild.daemon.desk import Desk, correspondent, find_route
from maild.daemon.numbering import numbers
from maild.daemon.passed_on import first_written
from maild.daemon.pointing import in_thread, numbered, target_of, with_pair
from maild.daemon.posts import posts
from maild.daemon.registering import may_receipt
from maild.daemon.supplements import papers_of, with_supplement
from maild.intent import Command, understand
from maild.intent.report import assess
from maild.message.authentication import verdict
from maild.store import casebook, inbox, questions

# Verbs that settle a question: without a number they mean the only open question of the case.
SETTLING = frozenset(
    {"ok", "agency", "spam", "case", "open", "ignore", "ask", "release", "retry", "transfer"}
)

# Verbs that look into the register of focal points, or change it.
OF_REGISTER = frozenset({"enrol", "who", "appoint", "welcome", "confirm", "correct", "coverage"})

# Verbs without free text: what stands behind them is the number of a case.
NAMING = frozenset({"ok", "spam", "hold", "release", "status", "open", "ignore", "ask", "show", "retry"})


def carry_out_all(desk: Desk, arrival: Arrival, found: keys.Found) -> Decision:
    """Carries out each command and returns the transcript (N03) as the decision of the mail itself."""
    sender = arrival.message.sender
    assert sender is not None
    book = desk.ledger()
    outcomes: list[Outcome] = []
    touched: Case | None = None
    for command in arrival.meaning.commands:
        case = in_thread(desk, command, found)
        stored, outcome = one_command(desk, book, command, sender.address, case)
        touched = stored or touched
        outcomes.append(outcome)
    if not all(outcome.told for outcome in outcomes):
        told = transcript(desk.room.world, sender.address, outcomes, answers=arrival.message.message_id)
        # The transcript is the last letter of the same event: its Message-ID must not repeat an earlier one.
        book.write(told, None)
    if touched is None:
        return Decision("ignored", "command carried out")
    return Decision("threaded", "command carried out", casebook.load(desk.tx, touched.id))


def one_command(
    desk: Desk, book: ledger.Ledger, command: Command, by: str, case: Case | None
) -> tuple[Case | None, Outcome]:
    """One command, decided and written down; also the way of the command line (release, retry)."""
    if command.item is None and command.verb in NAMING and any(map(str.isdigit, command.argument)):
        case = numbered(desk, command.argument)  # the case that the line names, not that of the thread
        if case is None:
            why = f"perkara {command.argument} tidak ditemukan"
            return None, Outcome(command.line, False, why)
    question = _question(desk, command, case)
    if question is not None:
        command = replace(command, item=question.id)
        case = casebook.load(desk.tx, question.case_id) if question.case_id else None
    about, target = arrival_about(desk, question), target_of(desk, command, question)
    if about is not None and target is not None:
        about = with_supplement(desk, about, target)
    instruction = with_pair(desk, Instruction(command, by, question, case, about, target))
    if meant_verb(instruction) == "transfer":
        instruction = replace(instruction, papers=papers_of(desk, case, about))
    if meant_verb(instruction) in OF_REGISTER:
        instruction = replace(instruction, posts=posts(desk.tx, desk.room, desk.now))
    with numbers(desk.tx, desk.room, desk.now) as lent:
        decision = carry_out(instruction, desk.now, desk.room.world, lent)
    stored = book.carry_out(decision)
    return stored, decision.outcomes[0]


def _question(desk: Desk, command: Command, case: Case | None) -> Question | None:
    if command.item is not None:
        return questions.load(desk.tx, desk.room.key, command.item)
    if case is None or command.verb not in SETTLING:
        return None
    rows = [r for r in questions.open_ones(desk.tx, desk.room.key) if r.case_id == case.id]
    return questions.as_question(rows[0]) if len(rows) == 1 else None


def arrival_about(desk: Desk, question: Question | None) -> Arrival | None:
    """The mail that a question is about, read again from its stored bytes."""
    if question is None or question.inbox_id is None:
        return None
    mail = inbox.load_one(desk.tx, question.inbox_id)
    message = opening.again(desk.room, mail)
    if message is None:
        return None
    there = replace(desk, mail=mail, message=message)
    dmarc = verdict(message, desk.room.office.authentication.authserv_id).dmarc
    meaning = understand(
        message,
        correspondent(there, keys.look_up(desk.tx, desk.room, message), dmarc),
        case_pattern=desk.room.case_pattern,
        letter_pattern=desk.room.letter_pattern,
        today=desk.today,
        known=desk.room.index.known,
    )
    arrival = Arrival(mail.id, message, meaning, mail.received_at, dmarc)
    arrival = first_written(there, arrival) or arrival
    if arrival.meaning.report is None:
        # Staff may open a case from a mail that the machine took for something else.
        meaning = replace(arrival.meaning, report=assess(arrival.message, desk.today, desk.room.index.known))
        arrival = replace(arrival, meaning=meaning)
    return replace(
        arrival, route=find_route(there, arrival), may_receipt=_receipt_due(there, arrival, question)
    )


def _receipt_due(there: Desk, arrival: Arrival, question: Question) -> bool:
    """Held as a possible repetition a report got no receipt yet: it comes when the report becomes a case."""
    return question.reason == DUPLICATE and question.state == "open" and may_receipt(there, arrival)
