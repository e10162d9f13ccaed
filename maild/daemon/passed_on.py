"""Staff open a case by forwarding: the mail that they pass on counts as its own writer's.

Only of staff whose authenticity is proven (T4). What the forwarded mail says of its writer is a hint: a case
is opened under that name, but whatever is doubtful (no writer, several mails, a mail inside a colleague's, a
case that is known already) is asked instead. The forwarder is told either way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from maild.cases.arrivals import Arrival
from maild.cases.case import Suggestion
from maild.cases.effects import Ask, Decision, Note, Outcome, Write
from maild.cases.transcript import transcript
from maild.daemon import keys
from maild.daemon.desk import Desk, correspondent
from maild.daemon.registering import register, unread
from maild.directory import agencies_of
from maild.intent import Report, understand
from maild.message import Message
from maild.message.forwarding import SURMISED, original
from maild.store import casebook

# What a forwarder writes above a report without adding anything to it; all else is read by a person first.
_WORDS = """
fyi mohon tolong harap agar supaya untuk di dapat bisa tindaklanjuti ditindaklanjuti tindak lanjut lanjuti
diproses proses register registrasi diregistrasi didaftarkan daftarkan dicatat catat buka bukakan dibuka
sebagai perkara laporan baru pengaduan aduan masyarakat warga pelapor email surel surat dari berikut
terlampir ini kami saya teruskan terima kasih terimakasih trims makasih salam hormat yth bapak ibu bpk
rekan tim intake selamat pagi siang sore malam dan ya demikian please kindly this report as new a case
thanks thank you for action your open the
"""
_COURTESY = frozenset(_WORDS.split())


@dataclass(frozen=True, slots=True)
class _Passed:
    """The mail passed on, understood as its own writer's; `doubt`: why a person has to look, '' for none."""

    arrival: Arrival
    doubt: str
    suggestions: tuple[Suggestion, ...] = ()


def passed_on_by_staff(desk: Desk, arrival: Arrival) -> Decision | None:
    """What becomes of a mail that a member of staff passed on; None if the mail is none."""
    if not _passes_on(desk, arrival) or not proven_staff(desk, arrival):
        return None
    message = arrival.message
    passed = _as_written(desk, arrival)
    if passed is None or passed.doubt:
        doubt = passed.doubt if passed else "alamat pengirim asli tidak ditemukan dalam surel terusan"
        return _asked(desk, arrival, doubt, passed.suggestions if passed else ())
    remark = message.new_text.strip()
    decision = register(desk, _heeding(desk, passed.arrival, remark), unseen=not _adds(desk, arrival, remark))
    if decision.case is None:
        return replace(decision, effects=(*decision.effects, _told(desk, arrival, _WAITS, ok=False)))
    sender = message.sender
    assert sender is not None
    note = Note("forwarded", f"staff:{sender.address}", remark[:2000])
    told = _told(desk, arrival, f"dibuka sebagai {decision.case.number}", ok=True)
    return replace(decision, effects=(*decision.effects, note, told))


_WAITS = "menunggu keputusan; lihat daftar yang menunggu"


def first_written(desk: Desk, arrival: Arrival) -> Arrival | None:
    """A held mail of staff that passes another one on, as the first writer's; None if it is none."""
    if not _passes_on(desk, arrival) or not proven_staff(desk, arrival):
        return None
    passed = _as_written(desk, arrival)
    return passed.arrival if passed else None


def proven_staff(desk: Desk, arrival: Arrival) -> bool:
    """Staff by its address, and our own server vouches for it, or the office does without (T4)."""
    sender = arrival.message.sender
    vouched = arrival.dmarc == "pass" or desk.room.office.authentication.require_dmarc == "none"
    return sender is not None and vouched and desk.room.world.officer(sender.address) is not None


def _passes_on(desk: Desk, arrival: Arrival) -> bool:
    """Not a report in the forwarder's own words, nor our own letter sent round."""
    forwarded = arrival.message.forwarded
    if forwarded is None or arrival.meaning.kind == "report":
        return False
    ours = forwarded.sender is not None and forwarded.sender.address in desk.room.own_addresses
    return not ours or forwarded.inner is not None


def _as_written(desk: Desk, arrival: Arrival) -> _Passed | None:
    """The arrival as if the first writer had sent the mail to the office; None where none is told."""
    message = arrival.message
    house = {*desk.room.own_addresses, *(officer.address for officer in desk.room.world.staff)}
    found = original(message, house)
    if found is None:
        return None
    written = found.message
    there = replace(desk, message=written)
    keyed = keys.look_up(desk.tx, desk.room, written)
    meaning = understand(
        written,
        correspondent(there, keyed, "unknown"),
        case_pattern=desk.room.case_pattern,
        letter_pattern=desk.room.letter_pattern,
        today=desk.today,
        known=desk.room.index.known,
    )
    passed = replace(arrival, message=written, meaning=meaning, dmarc="unknown")
    if keyed.case is not None:
        known = (Suggestion("case", "lampirkan ke perkara ini", case=keyed.case.number),)
        return _Passed(passed, f"surel terusan menyangkut perkara {keyed.case.number}", known)
    if not found.outermost:
        return _Passed(passed, "surel berasal dari rantai terusan; pengirim asli perlu dipastikan")
    if message.forwarded is not None and message.forwarded.why in SURMISED:
        return _Passed(
            passed, "belum jelas apakah surel ini terusan atau balasan; mohon teruskan dengan Fwd:"
        )
    if message.forwarded is not None and message.forwarded.further:
        return _Passed(passed, "memuat beberapa surel terlampir; mohon diteruskan satu per satu")
    return _certain(desk, _nameable(passed, message))


def _nameable(passed: Arrival, around: Message) -> Arrival:
    """A system's notification (SP4N-LAPOR!) names the reporter in its text; nobody reads the address it came
    from. The report is then one that staff enter, without a party to write to."""
    sender, report = passed.message.sender, passed.meaning.report
    if sender is None or not unread(sender.address) or report is None:
        return passed
    if not (report.fields.get("external_ref") and report.fields.get("reporter_name")):
        return passed
    return replace(passed, message=replace(passed.message, sender=around.sender, senders=around.senders))


def _certain(desk: Desk, passed: Arrival) -> _Passed:
    """Whose report it is, and that it is one, has to be plain."""
    sender, meaning = passed.message.sender, passed.meaning
    if sender is None:
        return _Passed(passed, "surel terusan menyebut nama pengirim asli tanpa alamat surelnya")
    if unread(sender.address):
        return _Passed(passed, "surel terusan berasal dari alamat sistem; identitas pelapor belum jelas")
    if agencies_of(desk.room.world.directory, sender.address):
        return _Passed(passed, "surel terusan berasal dari instansi terdaftar, bukan dari pelapor")
    if meaning.kind != "report" or meaning.report is None:
        cases = casebook.open_cases_of(desk.tx, desk.room.key, sender.address)
        known = tuple(
            Suggestion("case", "lampirkan ke perkara ini", case=casebook.load(desk.tx, one).number)
            for one in cases[:3]
        )
        return _Passed(passed, "surel terusan tidak terbaca sebagai laporan baru", known)
    stated = _stated_address(passed.message)
    if stated and stated != sender.address:
        return _Passed(passed, "alamat surel dalam laporan berbeda dengan pengirim asli")
    return _Passed(passed, "")


_ADDRESS = re.compile(r"[^\s<>()\[\]\"',;:]{1,64}@[^\s<>()\[\]\"',;:]{1,200}\.[a-z]{2,20}", re.IGNORECASE)
_MAIL_LABEL = re.compile(
    r"(?im)^[ \t*-]{0,6}(?:alamat )?(?:e-?mail|surel)[ \t]{0,12}[:=][ \t]{0,12}(.{3,200})$"
)


def _stated_address(message: Message) -> str:
    """The address that the reporter's own words give (`Email: …`), '' for none."""
    label = _MAIL_LABEL.search(message.new_text[:20_000])
    found = _ADDRESS.search(label[1]) if label else None
    return found[0].lower() if found else ""


def _adds(desk: Desk, arrival: Arrival, remark: str) -> bool:
    """Whether the forwarder says more than 'please register': then a person reads before anything goes on."""
    sender = arrival.message.sender
    officer = desk.room.world.officer(sender.address) if sender else None
    known = (
        f"{officer.name if officer else ''} {sender.name if sender else ''} {desk.room.world.name}".lower()
    )
    words = re.findall(r"[^\W\d_]+", remark.lower())
    return any(word not in _COURTESY and word not in known.split() for word in words) or any(
        character.isdigit() for character in remark
    )


def _heeding(desk: Desk, passed: Arrival, remark: str) -> Arrival:
    """What the forwarder says of secrecy and haste counts as if the reporter had said it."""
    from maild.intent.report import assess  # lazy, as elsewhere: its tables are large

    report = passed.meaning.report
    assert report is not None
    if not remark:
        return passed
    said = replace(passed.message, text=remark, new_text=remark, subject="", attachments=(), forwarded=None)
    return replace(passed, meaning=replace(passed.meaning, report=_both(report, assess(said, desk.today))))


def _both(report: Report, remark: Report) -> Report:
    return replace(
        report,
        urgent=report.urgent or remark.urgent,
        urgent_reason=report.urgent_reason or remark.urgent_reason,
        confidential=report.confidential or remark.confidential,
        confidential_reason=report.confidential_reason or remark.confidential_reason,
    )


def _asked(desk: Desk, arrival: Arrival, doubt: str, first: tuple[Suggestion, ...]) -> Decision:
    suggestions = (
        *first,
        Suggestion("open", "buka sebagai laporan baru"),
        Suggestion("ignore", "tidak perlu tindakan"),
        Suggestion("spam", "bukan untuk kantor ini"),
    )
    question = Ask("forwarded", doubt, "intake", suggestions, inbox_id=arrival.inbox_id)
    return Decision("held", "forwarded", None, (question, _told(desk, arrival, f"{doubt}. {_HOW}", ok=False)))


_HOW = (
    "Mohon diteruskan ulang sebagai lampiran, atau jawab daftar yang menunggu. "
    "/ Please forward it again as an attachment, or answer the list of waiting items."
)


def _told(desk: Desk, arrival: Arrival, outcome: str, *, ok: bool) -> Write:
    """The forwarder learns what became of the mail (N03), in one line."""
    sender = arrival.message.sender
    assert sender is not None
    line = Outcome("surel terusan / forwarded mail", ok, outcome)
    return transcript(desk.room.world, sender.address, [line], answers=arrival.message.message_id)
