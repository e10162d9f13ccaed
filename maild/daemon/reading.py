"""One stored mail: read, understood, decided, written down. Every mail ends with a disposition."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from maild.cases.answers import party_writes
from maild.cases.arrivals import (
    Arrival,
    held,
    machine_writes,
    report_arrives,
    stranger_arrives,
)
from maild.cases.case import Case, Dispatch, Suggestion
from maild.cases.effects import Ask, Decision, Note
from maild.cases.standing import Dmarc, Standing, standing
from maild.cases.undelivered import Fate, Undelivered, undelivered
from maild.daemon import keys, ledger
from maild.daemon.instructions import carry_out_all
from maild.daemon.keys import Found
from maild.daemon.room import Room
from maild.daemon.sending import is_list_to_admin
from maild.directory import OpenCase, Route, agencies_of, route
from maild.intent import Correspondent, Meaning, Report, understand
from maild.message import Message, Unreadable, read
from maild.message.authentication import verdict
from maild.store import Store, StoreRefused, StoreUnavailable, casebook, inbox, outbox
from maild.store.schema import outbox as outbox_table

log = logging.getLogger(__name__)

HOPS = 50  # Received lines; more is a loop of relays (RFC 5321 section 6.3, T13)
_UNREAD = re.compile(r"(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?)\b[^@]*@", re.IGNORECASE)
MACHINE = ("bounce", "delay", "read_receipt", "auto_reply")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one mail lies while it is being dealt with."""

    tx: Connection
    room: Room
    key: bytes
    mail: inbox.Waiting
    message: Message
    now: datetime

    def ledger(self) -> ledger.Ledger:
        event = f"{self.room.key}/mail/{self.mail.id}"
        return ledger.Ledger(self.tx, self.room, self.key, self.now, event, self.mail.id)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of the mail; `case` and `meaning` are kept with it when there are any."""

    disposition: str
    reason: str
    case: Case | None = None
    meaning: Meaning | None = None


def read_mail(store: Store, room: Room, key: bytes, inbox_id: int, first_run: datetime, now: datetime) -> str:
    """Deals with one stored mail, whatever it is; returns its disposition.

    Reading is outside, everything else inside one transaction. A fault of a pure room poisons this mail
    alone: it is set aside and an admin told once (R17). A fault of the database goes up: try again later.
    """
    with store.reading() as connection:
        mail = inbox.load(connection, inbox_id)
    if mail.truncated:
        return _set_aside(store, room, key, mail, f"surel sebesar {mail.size:,} bita melebihi batas", now)
    if mail.attempts > inbox.ATTEMPTS:
        return _set_aside(store, room, key, mail, "pembacaan surel berulang kali terhenti", now)
    try:
        message = read(mail.raw)
        if isinstance(message, Unreadable):
            return _set_aside(store, room, key, mail, message.reason, now)
        if len(message.headers.get("received", ())) > HOPS:
            return _set_aside(store, room, key, mail, "surel berputar: terlalu banyak baris Received", now)
        return _write_down(store, room, key, mail, message, first_run, now)
    except (casebook.Conflict, StoreUnavailable, StoreRefused):
        raise
    except Exception as error:
        log.error("inbox %d: set aside: %s", inbox_id, type(error).__name__, exc_info=_trace())
        return _set_aside(store, room, key, mail, f"surel tidak dapat diolah ({type(error).__name__})", now)


def _trace() -> bool:
    """Tracebacks may quote mail; they stand in the log only where debugging was asked for (P10)."""
    return log.isEnabledFor(logging.DEBUG)


def _write_down(
    store: Store,
    room: Room,
    key: bytes,
    mail: inbox.Waiting,
    message: Message,
    first_run: datetime,
    now: datetime,
) -> str:
    with store.transaction() as tx:
        desk = Desk(tx, room, key, mail, message, now)
        result = _deal(desk, room.since(first_run))
        sender = message.sender or (message.senders[0] if message.senders else None)
        meaning = result.meaning
        inbox.settle(
            tx,
            mail.id,
            result.disposition,
            result.reason,
            now,
            message_id=message.message_id,
            sender=sender.address if sender else None,
            sender_name=sender.name if sender else None,
            subject=message.subject,
            kind=meaning.kind if meaning else None,
            intent=meaning.intent if meaning else None,
            case_id=result.case.id if result.case else None,
        )
        log.info("inbox %d: %s (%s)", mail.id, result.disposition, _plain(result.reason))
        return result.disposition


def _plain(reason: str) -> str:
    """A reason as a log may hold it: its first word is a code of ours."""
    return reason.split(":")[0][:60]


def _deal(desk: Desk, since: datetime) -> Result:
    message, room, mail = desk.message, desk.room, desk.mail
    if _is_ours(desk):
        return Result("ignored", _journal(desk))
    copy = inbox.copy_of(desk.tx, room.key, mail.id, message.message_id, mail.sha256, mail.body_sha256)
    if copy is not None:
        return Result("duplicate", f"copy of inbox {copy}")
    if mail.internaldate < since:
        return Result("ignored", "older than mailbox.since: kept, not acted on")
    found = keys.look_up(desk.tx, room, message)
    dmarc = verdict(message, room.office.authentication.authserv_id).dmarc
    who = correspondent(desk, found, dmarc)
    meaning = understand(
        message,
        who,
        case_pattern=room.case_pattern,
        letter_pattern=room.letter_pattern,
        today=desk.now.astimezone(room.office.identity.zone).date(),
    )
    arrival = Arrival(mail.id, message, meaning, mail.received_at, dmarc)
    decision = _decide(desk, arrival, found, who)
    case = desk.ledger().carry_out(decision)
    return Result(decision.disposition, decision.reason, case, meaning)


def _is_ours(desk: Desk) -> bool:
    """One of our letters, whoever it now seems to come from, still marked as automatic: a journal copy or a
    loop (T13). What a person writes from the office's own address is none."""
    sender = desk.message.sender
    if not desk.message.auto_reply:
        return False  # somebody's mail under an id of ours: what senders choose suppresses nothing (T8)
    ids = [desk.message.message_id] if desk.message.message_id else []
    own = sender is not None and sender.address in desk.room.own_addresses
    return own or bool(casebook.by_message_ids(desk.tx, desk.room.key, ids))


def _journal(desk: Desk) -> str:
    message_id = desk.message.message_id or ""
    done = outbox.journal(desk.tx, desk.room.key, message_id, desk.mail.body_sha256, desk.now)
    return "our own letter: evidence of delivery" if done else "our own mail: loop"


def correspondent(desk: Desk, found: Found, dmarc: Dmarc) -> Correspondent:
    """What is known of the writer before the mail is understood; a hint for reading, no authority."""
    sender, room = desk.message.sender, desk.room
    if sender is None:
        return Correspondent("stranger", found.case is not None)
    if room.world.officer(sender.address) is not None:
        return Correspondent("staff", found.case is not None)
    if found.case is not None:
        party = _standing(desk, found, dmarc).party
        if party is not None and party.role in ("reporter", "agency", "superior"):
            return Correspondent(party.role, True)
    if agencies_of(room.world.directory, sender.address):
        return Correspondent("agency", found.case is not None)
    if casebook.open_cases_of(desk.tx, room.key, sender.address):
        return Correspondent("reporter", found.case is not None)
    return Correspondent("stranger", found.case is not None)


def _standing(desk: Desk, found: Found, dmarc: Dmarc) -> Standing:
    assert found.case is not None
    require_all = desk.room.office.authentication.require_dmarc == "all"
    return standing(
        found.case,
        desk.message.sender,
        found.key,
        dmarc,
        require_all,
        desk.room.world.directory,
        found.agency_id,
    )


def _decide(desk: Desk, arrival: Arrival, found: Found, who: Correspondent) -> Decision:
    """The one place that says which kind of mail takes which way."""
    kind = arrival.meaning.kind
    sender = arrival.message.sender
    if sender is not None and sender.address in desk.room.own_addresses:
        return held(arrival, "own", "ditulis dari alamat kantor sendiri", _stray(desk))
    if kind in MACHINE:
        return _machine(desk, arrival, found)
    if who.role == "staff":
        return _staff(desk, arrival, found)
    if found.case is not None:
        return _in_case(desk, arrival, found, arrival.dmarc)
    if kind == "bulk":
        return Decision("ignored", "bulk mail")
    if kind == "report" and arrival.meaning.report is not None:
        return _report(desk, arrival)
    if arrival.dmarc == "fail" and kind == "reply":
        return held(arrival, "forged", "pengirim tidak lolos pemeriksaan keaslian (DMARC)", _stray(desk))
    return held(arrival, "stray", _why_held(arrival), _stray(desk))


def _why_held(arrival: Arrival) -> str:
    names = {
        "letter": "surat dinas yang perlu dibaca",
        "reply": "balasan tanpa nomor perkara",
        "forward": "surel terusan",
    }
    intent = f" ({arrival.meaning.intent})" if arrival.meaning.intent else ""
    return names.get(arrival.meaning.kind, "maksud surel belum jelas") + intent


def _stray(desk: Desk) -> tuple[Suggestion, ...]:
    """Cases of this writer first; then the ways that any mail can go."""
    sender = desk.message.sender
    ids = casebook.open_cases_of(desk.tx, desk.room.key, sender.address) if sender else []
    own = [casebook.load(desk.tx, i).number for i in ids[:3]]
    return (
        *(Suggestion("case", "lampirkan ke perkara ini", case=n) for n in own),
        Suggestion("ignore", "tidak perlu tindakan"),
        Suggestion("open", "buka sebagai laporan baru"),
        Suggestion("spam", "bukan untuk kantor ini"),
    )


def _machine(desk: Desk, arrival: Arrival, found: Found) -> Decision:
    """Bounces, delays, read receipts, automatic answers: never answered (RFC 3834), never an answer."""
    meaning = arrival.meaning
    if found.case is not None and found.key == "number":
        # Anybody can state a number (T1): automatic mail has to come from the case's parties or their house.
        verdict_ = _standing(desk, replace(found, key="thread"), arrival.dmarc)
        if verdict_.party is None:
            return stranger_arrives(arrival, found.case, verdict_)
    if found.case is None and found.outbox_id is None:
        if meaning.kind == "bounce" and meaning.case_refs:
            return held(arrival, "bounce", "surel kembali tanpa surat yang dikenal", _stray(desk))
        return Decision("ignored", f"{meaning.kind} of nothing that we sent")
    dispatch = _dispatch(desk, found)
    if dispatch is not None and is_list_to_admin(desk.room, dispatch.kind, dispatch.to):
        log.error("inbox %d: %s on a list to an admin", desk.mail.id, meaning.kind)
        return Decision("ignored", f"{meaning.kind} on a list to an admin")
    if meaning.kind in ("bounce", "delay") and dispatch is not None:
        fate: Fate = "delayed" if meaning.kind == "delay" or not _permanent(arrival) else "bounced"
        event = Undelivered(dispatch, fate, _status(arrival), arrival.inbox_id)
        return undelivered(event, found.case, desk.room.world)
    if found.case is None:
        return Decision("ignored", f"{meaning.kind} on a letter to staff")
    return machine_writes(arrival, found.case, dispatch.agency_id if dispatch else None, desk.room.world)


def _dispatch(desk: Desk, found: Found) -> Dispatch | None:
    """The letter that came back: by its Message-ID, else the last one to the party of the token."""
    if found.outbox_id is not None:
        rows = casebook.dispatches(desk.tx, outbox_table.c.id == found.outbox_id)
        return rows[0] if rows else None
    if found.case is None or found.key != "token":
        return None
    bounce = desk.message.bounce
    failed = {r.address for r in bounce.recipients} if bounce else set()
    return next((d for d in reversed(found.case.dispatches) if d.to in failed), None)


def _permanent(arrival: Arrival) -> bool:
    bounce = arrival.message.bounce
    return bounce is None or any(r.permanent is not False for r in bounce.recipients) or not bounce.recipients


def _status(arrival: Arrival) -> str:
    bounce = arrival.message.bounce
    return next((r.status for r in bounce.recipients if r.status), "") or "" if bounce else ""


def _staff(desk: Desk, arrival: Arrival, found: Found) -> Decision:
    """Commands count only from a verified staff address (T4); anything else of staff is kept."""
    required = desk.room.office.authentication.require_dmarc
    trusted = arrival.dmarc == "pass" or required == "none"
    if arrival.meaning.commands:
        if not trusted:
            why = "perintah tidak dijalankan: keaslian pengirim tidak terbukti (DMARC)"
            return held(arrival, "untrusted", why, _stray(desk))
        return carry_out_all(desk, arrival, found)
    if found.case is not None and trusted:
        sender = arrival.message.sender
        assert sender is not None
        note = Note("message", f"staff:{sender.address}", arrival.message.new_text[:2000])
        return Decision("threaded", "staff: kept on the case", found.case, (note,))
    if trusted and arrival.meaning.kind == "report" and arrival.meaning.report is not None:
        return _report(desk, arrival)
    return held(arrival, "stray", "surel staf tanpa perintah", _stray(desk))


def _in_case(desk: Desk, arrival: Arrival, found: Found, dmarc: Dmarc) -> Decision:
    assert found.case is not None
    verdict_ = _standing(desk, found, dmarc)
    if verdict_.party is None:
        if arrival.meaning.kind == "bulk":
            return Decision("ignored", "bulk mail")
        return stranger_arrives(arrival, found.case, verdict_)
    if found.others:
        return _several(desk, arrival, found)
    return party_writes(arrival, found.case, verdict_.party, desk.now, desk.room.world, verdict_.colleague)


def _several(desk: Desk, arrival: Arrival, found: Found) -> Decision:
    """One mail that names several cases: a person says which part answers which."""
    assert found.case is not None
    numbers = [found.case.number, *(casebook.load(desk.tx, i).number for i in found.others[:4])]
    suggestions = tuple(Suggestion("case", "lampirkan ke perkara ini", case=n) for n in numbers)
    return held(arrival, "several", f"menyebut beberapa perkara: {', '.join(numbers)}", suggestions)


def _report(desk: Desk, arrival: Arrival) -> Decision:
    arrival = replace(arrival, route=find_route(desk, arrival), may_receipt=_may_receipt(desk, arrival))
    used = ledger.numbers(desk.tx, desk.room, desk.now)
    decision = report_arrives(arrival, desk.now, desk.room.world, used)
    ledger.keep(desk.tx, desk.room, desk.now, used)
    return decision


def find_route(desk: Desk, arrival: Arrival) -> Route:
    """Where the report should go; cases that it may repeat are looked up for the agencies in question."""
    report = arrival.meaning.report
    assert report is not None
    first = _route(desk, arrival, report, ())
    sender = arrival.message.sender
    agency_ids = list(first.agency_ids) or [c.agency_id for c in first.candidates[:3]]
    rows = {r.id: r for r in casebook.open_cases_at(desk.tx, desk.room.key, agency_ids)}
    known = [OpenCase(r.number, tuple(r.agency_ids), "", r.text) for r in rows.values()]
    own = casebook.open_cases_of(desk.tx, desk.room.key, sender.address) if sender else []
    for case_id in own:
        case = casebook.load(desk.tx, case_id)
        known.append(OpenCase(case.number, case.agency_ids, sender.address if sender else "", case.text))
    return _route(desk, arrival, report, tuple(known)) if known else first


def _route(desk: Desk, arrival: Arrival, report: Report, known: tuple[OpenCase, ...]) -> Route:
    today = desk.now.astimezone(desk.room.office.identity.zone).date()
    return route(desk.room.index, arrival.message, report, today=today, open_cases=known)


def _may_receipt(desk: Desk, arrival: Arrival) -> bool:
    """L01 goes to a fresh, person-like mail only, within the caps on automatic mail (T11, T12, R19)."""
    sender, limits = arrival.message.sender, desk.room.office.limits
    if sender is None or arrival.dmarc == "fail" or arrival.message.auto_reply or arrival.message.bulk:
        return False
    if _wants_no_answer(arrival.message, sender.address):
        return False
    if desk.now - desk.mail.internaldate > desk.room.world.receipts_within:
        return False
    day, hour = desk.now - timedelta(days=1), desk.now - timedelta(hours=1)
    if outbox.receipts_since(desk.tx, desk.room.key, day, sender.address) >= limits.per_address_per_day:
        return False
    return outbox.receipts_since(desk.tx, desk.room.key, hour) < limits.per_hour


def _wants_no_answer(message: Message, address: str) -> bool:
    """Reports of machines (RFC 6522, RFC 5965), the empty return path, senders nobody reads, and those who
    forbid automatic answers; the mail itself is dealt with as any other (RFC 3834 section 2)."""
    suppressed = " ".join(message.headers.get("x-auto-response-suppress", ())).lower()
    types = message.headers.get("content-type", ("",))
    return (
        any(word in suppressed for word in ("all", "oof", "autoreply"))
        or any(t.lower().lstrip().startswith("multipart/report") for t in types)
        or any(path.strip() == "<>" for path in message.headers.get("return-path", ()))
        or _UNREAD.match(address) is not None
    )


def _set_aside(store: Store, room: Room, key: bytes, mail: inbox.Waiting, why: str, now: datetime) -> str:
    """Quarantine: the bytes stay in the store and in the quarantine folder; an admin is told once."""
    with store.transaction() as tx:
        inbox.settle(tx, mail.id, "quarantined", why, now, target="quarantine")
        written = ledger.Ledger(tx, room, key, now, f"{room.key}/mail/{mail.id}", mail.id)
        suggestions = (Suggestion("ignore", "sudah ditangani"),)
        written.ask(Ask("quarantine", why, "admin", suggestions, inbox_id=mail.id), None)
    log.warning("inbox %d: quarantined", mail.id)
    return "quarantined"
