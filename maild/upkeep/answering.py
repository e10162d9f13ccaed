"""What an answer does. Nobody enters the register before staff have said so; a yes only proves an address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from maild.cases.case import Suggestion
from maild.cases.effects import Ask, Decision, Effect, Enrol, Inquire, Proceed
from maild.upkeep.inquiry import PATIENCE, Inquiry
from maild.upkeep.ladder import HAL, reachable
from maild.upkeep.letters import changes_in_words
from maild.upkeep.person import Person, from_facts, merged
from maild.upkeep.post import Post, Voice
from maild.upkeep.reading import Heard

Writer = Voice | Literal["colleague"]
TRUSTED = ("self", "head")  # who can say that somebody else is in charge: the old address, the head

_COLUMNS = {
    "name": "focal_name",
    "address": "focal_email",
    "private": "private_email",
    "phone": "phone",
    "role": "focal_role",
    "decree_number": "decree_number",
    "decree_date": "decree_date",
    "until": "valid_until",
    "deputy_name": "deputy_name",
    "deputy_address": "deputy_email",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One mail as an answer: what it says, who the writer is for this post, from which address."""

    inbox_id: int
    heard: Heard
    writer: Writer
    address: str
    names_case: bool = False  # it also speaks of a report: a person reads it


def answered(inquiry: Inquiry, answer: Answer, post: Post, now: datetime, today: date) -> Decision:
    """`post` is that of inquiry.agency_id. Total: every answer ends in an effect or with staff."""
    heard = answer.heard
    if answer.writer in ("other", "colleague") or (
        answer.writer not in TRUSTED and inquiry.kind in ("appointment", "succession")
    ):
        return _from_outside(inquiry, answer, post, now)
    if answer.names_case or heard.papers or heard.person.several:
        return _to_staff(inquiry, answer, post, "perlu dibaca petugas")
    match (inquiry.kind, heard.sort):
        case (_, "interim") | ("term", "yes"):
            proved = () if heard.sort == "interim" else _confirmed(inquiry, answer, post, today)
            return _decision("interim", replace(inquiry, next_at=_later(inquiry, now)), *proved)
        case ("succession", "yes"):
            return _offered(inquiry, answer, post, merged(heard.person, from_facts(inquiry.named)))
        case ("succession", "no"):
            return _denied(inquiry, answer, post)
        case (_, "yes"):
            done = replace(inquiry, state="settled", next_at=None, outcome=f"confirmed ({answer.writer})")
            return _decision("confirmed", done, *_confirmed(inquiry, answer, post, today))
        case (_, "named" | "moved"):
            return _named(inquiry, answer, post, now)
        case (_, "changed"):
            return _changed(inquiry, answer, post)
    return _to_staff(inquiry, answer, post, "belum jelas maksudnya")


def _later(inquiry: Inquiry, now: datetime) -> datetime | None:
    """An interim word gains time, once its next letter would come sooner."""
    return None if inquiry.next_at is None else max(inquiry.next_at, now + PATIENCE)


def _confirmed(inquiry: Inquiry, answer: Answer, post: Post, today: date) -> list[Effect]:
    """The day, and the address as proved when the answer came from it."""
    cells = {"confirmed_on": today.isoformat()}
    if answer.address == post.email:
        cells["proved_email"] = post.email
    why = f"confirmed by mail ({answer.writer})"
    return [Enrol(agency_id, cells, answer.address, why) for agency_id in inquiry.agency_ids]


def _named(inquiry: Inquiry, answer: Answer, post: Post, now: datetime) -> Decision:
    """The head and the old address are believed, as far as staff then agree; others are checked first."""
    if answer.writer in TRUSTED:
        return _offered(inquiry, answer, post, answer.heard.person)
    return _from_outside(inquiry, answer, post, now)


def _offered(inquiry: Inquiry, answer: Answer, post: Post, person: Person) -> Decision:
    """One line for staff: `12 ok` enrols the person; without an address, `12 enrol ID NAME <ADDRESS>`."""
    agency = post.agency
    facts = {**person.as_facts(), "inquiry": str(inquiry.id or "")}
    seen = Suggestion("ignore", "data tidak diubah")
    if not person.address or person.several:
        lacks = "lebih dari satu orang disebut" if person.several else "alamat surelnya belum disebut"
        named = person.name or "nama belum disebut"
        line = f"enrol {agency.id} NAMA <ALAMAT>"
        why = f"{agency.name}: pejabat penghubung baru: {named}; {lacks}. Tuliskan: {line}"
        ways = [seen] if inquiry.kind == "appointment" else [
            Suggestion("appoint", "minta nama dan alamatnya kepada pimpinan", agency_id=agency.id), seen,
        ]  # fmt: skip
        return _asked(inquiry, answer, post, "appointee", why, tuple(ways), facts)
    who = f"{person.name} <{person.address}>" if person.name else person.address
    why = f"{agency.name}: pejabat penghubung baru menurut {_WHO[answer.writer]}: {who}{told(person)}"
    enrol = Suggestion("enrol", "catat sebagai narahubung", agency_id=agency.id, argument=who)
    return _asked(inquiry, answer, post, "appointee", why, (enrol, seen), facts)


_WHO = {
    "self": "pejabat sebelumnya",
    "head": "pimpinan",
    "private": "alamat pribadi pejabat",
    "second": "alamat kedua instansi",
    "deputy": "pejabat pengganti",
    "colleague": "alamat di luar daftar",
    "other": "alamat di luar daftar",
}


def told(person: Person) -> str:
    """', SK 188.45/… tanggal 2026-08-03, sampai 2028-12-31' as far as it was said."""
    parts = [
        person.role,
        f"SK {person.decree_number}" if person.decree_number else "",
        f"tanggal SK {person.decree_date}" if person.decree_date else "",
        f"mulai {person.since}" if person.since else "",
        f"sampai {person.until}" if person.until else "",
        f"telepon {person.phone}" if person.phone else "",
    ]
    said = ", ".join(filter(None, parts))
    return f" ({said})" if said else ""


def _denied(inquiry: Inquiry, answer: Answer, post: Post) -> Decision:
    named = inquiry.named.get("name") or inquiry.named.get("address", "")
    said = f"{_WHO[answer.writer]} menyatakan tidak ada pergantian kepada {named}"
    why = f"{post.agency.name}: {said}; data tidak diubah"
    return _asked(inquiry, answer, post, "not_replaced", why, (Suggestion("ok", "sudah dibaca"),), {})


def differences(person: Person, post: Post) -> dict[str, tuple[str, str]]:
    """Column -> (as it is, as it was said to be)."""
    said = {column: getattr(person, field) for field, column in _COLUMNS.items()}
    held = {column: post.row.get(column, "") for column in said}
    return {c: (held[c], new) for c, new in said.items() if new and new.casefold() != held[c].casefold()}


def _changed(inquiry: Inquiry, answer: Answer, post: Post) -> Decision:
    found = differences(answer.heard.person, post)
    if not found:
        return _to_staff(inquiry, answer, post, "data yang diperbaiki belum jelas")
    if answer.writer not in TRUSTED and "focal_email" in found:
        # Where letters go is not for a second address to say.
        return _to_staff(inquiry, answer, post, f"alamat baru menurut {_WHO[answer.writer]}; pastikan dahulu")
    facts = {f"cell_{column}": new for column, (_, new) in found.items()} | {"inquiry": str(inquiry.id or "")}
    why = f"{post.agency.name}: perbaikan data: {changes_in_words(found)}"
    ways = (
        Suggestion("correct", "catat perbaikan ini", agency_id=post.agency.id),
        Suggestion("ignore", "data tidak diubah"),
    )
    return _asked(inquiry, answer, post, "correction", why, ways, facts)


def _from_outside(inquiry: Inquiry, answer: Answer, post: Post, now: datetime) -> Decision:
    """Somebody whom the register does not know for this post, or whose word is not enough: where a person
    with an address is named the old address and the head are asked first (L38); else staff read it (T3)."""
    person = answer.heard.person
    known = answer.writer != "other"  # a stranger's word makes maild write to nobody
    if known and answer.heard.sort in ("moved", "named") and person.address and not person.several:
        fresh = succession(post, person, now, _WHO[answer.writer])
        if reachable(fresh, post):
            later = replace(inquiry, next_at=_later(inquiry, now))
            return _decision("successor named", later, Inquire(fresh))
    doubt = f"jawaban dari {_WHO[answer.writer]}; data tidak diubah"
    return _to_staff(inquiry, answer, post, doubt)


def succession(post: Post, person: Person, now: datetime, by: str) -> Inquiry:
    """L38: is it true that this person takes over? Once for each person."""
    return Inquiry(
        "succession",
        post.agency.id,
        "named",
        f"succession/{post.agency.id}/{post.email}/{person.address}",
        now,
        now,
        by,
        post.email,
        named=person.as_facts(),
    )


def _to_staff(inquiry: Inquiry, answer: Answer, post: Post, doubt: str) -> Decision:
    """A person reads it. The ladder waits meanwhile, and goes on when nothing comes of it."""
    person = answer.heard.person
    agency = post.agency
    said = (
        f"; disebut: {person.name} {person.address}".rstrip() + told(person)
        if person.name or person.address
        else ""
    )
    papers = "; ada dokumen yang tidak terbaca" if answer.heard.papers else ""
    why = f"{agency.name}: balasan atas {HAL[inquiry.kind]}: {doubt}{said}{papers}"
    ways = [Suggestion("ok", "sudah dibaca, data tidak diubah")]
    if person.address and not person.several and answer.writer in TRUSTED:
        who = f"{person.name} <{person.address}>" if person.name else person.address
        ways.append(Suggestion("enrol", "catat sebagai narahubung", agency_id=agency.id, argument=who))
    elif person.address and not person.several:
        who = f"{person.name} <{person.address}>" if person.name else person.address
        ways.append(
            Suggestion(
                "confirm",
                "tanyakan dahulu kepada pejabat lama atau pimpinan",
                agency_id=agency.id,
                argument=who,
            )
        )
    facts = {**person.as_facts(), "inquiry": str(inquiry.id or "")}
    return _asked(inquiry, answer, post, "upkeep", why, tuple(ways), facts)


def _asked(
    inquiry: Inquiry,
    answer: Answer,
    post: Post,
    reason: str,
    why: str,
    ways: tuple[Suggestion, ...],
    facts: dict[str, str],
) -> Decision:
    """Staff have the next word. Only an answer of somebody who may speak for the post stops the ladder."""
    ask = Ask(reason, why, "intake", ways, post.agency.id, answer.inbox_id, facts=facts)
    if answer.writer in ("other", "colleague"):
        return Decision("held", f"upkeep: {reason}", None, (ask,))
    after = replace(inquiry, state="answered", next_at=None, outcome=reason)
    return _decision(reason, after, ask)


def _decision(reason: str, after: Inquiry, *effects: Effect) -> Decision:
    return Decision("threaded", f"upkeep: {reason}", None, (Proceed(after), *effects))
