"""A letter came back, was refused, was given up, or nobody knows: the third source of events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from maild.cases.case import FIRST_LETTERS, Audience, Case, Dispatch, Suggestion
from maild.cases.effects import Ask, Decision, Effect, Note, Stop, Write
from maild.cases.referral import DEPUTY, HEAD, officer_party, other_posts
from maild.cases.standins import handed_on, next_in_line
from maild.cases.world import World
from maild.directory import Agency

Fate = Literal["bounced", "refused", "given_up", "uncertain", "delayed", "stale", "contradiction"]

FATE_WORDS: dict[str, str] = {
    "bounced": "surat kembali (tidak terkirim)",
    "refused": "surat ditolak server penerima",
    "given_up": "surat tidak terkirim setelah berulang kali dicoba",
    "uncertain": "pengiriman surat tidak dapat dipastikan",
    "stale": "alamat tujuan tidak lagi berlaku dalam daftar instansi",
    "contradiction": "surat ditahan: isi dan tujuannya tidak sesuai",
    "delayed": "pengiriman tertunda",
}


@dataclass(frozen=True, slots=True)
class Undelivered:
    """`status` is an enhanced status code or an SMTP reply code, never the text of the server."""

    dispatch: Dispatch
    fate: Fate
    status: str
    at: datetime
    inbox_id: int | None = None


def undelivered(event: Undelivered, case: Case | None, world: World) -> Decision:
    """Notes it, and asks a person for another way. Where the office says so (routing.bounced) the register's
    own next address for this agency gets the letter, and staff are told; no other is tried (R13, R30)."""
    dispatch, fate = event.dispatch, event.fate
    note = Note(f"letter {fate}", "maild", f"{dispatch.kind} {event.status}".strip())
    if fate == "delayed":
        return Decision("threaded", "delayed", case, (note,))
    effects: list[Effect] = [note] if case else []
    if fate == "bounced" and dispatch.state == "failed":
        # A second report of the same return: it has been dealt with, and starts nothing anew.
        return Decision("threaded" if case else "ignored", "bounced again", case, tuple(effects))
    if fate == "bounced":
        effects.append(Stop(dispatch.id, "failed", f"bounced {event.status}"))
    elsewhere = _to_the_next(event, case, world)
    effects += elsewhere or [_question(event, case, world)]
    if case is not None and case.urgent and dispatch.role == "agency":
        effects.append(_urgent(event, case, world))
    return Decision("threaded" if case else "ignored", fate, case, tuple(effects))


def _to_the_next(event: Undelivered, case: Case | None, world: World) -> list[Effect]:
    """The same letter to the alternate address, then the deputy: each once, so it cannot go in circles."""
    dispatch = event.dispatch
    agency = world.directory.agencies.get(dispatch.agency_id or "")
    if world.bounced != "deputy" or case is None or agency is None or dispatch.kind not in FIRST_LETTERS:
        return []
    party = next_in_line(case, agency) if event.fate in ("bounced", "refused", "given_up") else None
    if party is None:
        return []
    why = f"{case.number}: {FATE_WORDS[event.fate]} ({dispatch.kind} {event.status})".rstrip()
    handed = handed_on(case, party, dispatch, event.at, world, why)
    if not handed or isinstance(handed[0], Ask):
        return handed
    told = f"{why}; surat yang sama dikirim kepada {party.name} <{party.address}> menurut daftar instansi"
    seen = (Suggestion("ok", "sudah diketahui"),)
    return [*handed, Ask("handed_on", told, "examiner", seen, agency.id, event.inbox_id, dispatch.id)]


def _question(event: Undelivered, case: Case | None, world: World) -> Ask:
    dispatch = event.dispatch
    audience: Audience = "examiner" if case and dispatch.role != "staff" else "admin"
    name = f"{case.number}: " if case else ""
    return Ask(
        "uncertain" if event.fate == "uncertain" else "undelivered",
        f"{name}{FATE_WORDS[event.fate]} ({dispatch.kind} {event.status})".strip(),
        audience,
        (*_other_ways(event, world), Suggestion("ignore", "sudah ditangani")),
        dispatch.agency_id,
        event.inbox_id,
        dispatch.id,
    )


def _other_ways(event: Undelivered, world: World) -> tuple[Suggestion, ...]:
    """What may help; staff choose. `ok` does the first, so the first is never a new addressee by surprise:
    a letter of unknown fate goes once more as it is, a stale one is written anew to who is in charge now."""
    again = Suggestion("retry", "kirim ulang surat yang sama")
    agency = world.directory.agencies.get(event.dispatch.agency_id or "")
    if event.dispatch.kind.endswith("T"):  # a copy: nobody else gets it instead
        return () if event.fate == "stale" else (again,)
    if event.fate == "uncertain" or event.dispatch.role != "agency" or agency is None:
        return (again,)
    if event.dispatch.kind == "L36":
        return (again, *_asked_otherwise(agency))
    if event.fate in ("stale", "contradiction"):
        return (Suggestion("agency", "tulis surat baru kepada pejabat saat ini", agency_id=agency.id),)
    return (again, *other_posts(agency, world))


def _asked_otherwise(agency: Agency) -> tuple[Suggestion, ...]:
    """A question to an inspectorate stays one, whoever gets it there: it is no report for action."""
    ways = []
    if agency.superior_email:
        why = "tanyakan kepada pimpinannya"
        ways.append(Suggestion("inspectorate", why, agency_id=agency.id, argument=HEAD))
    if agency.deputy:
        why = "tanyakan kepada pejabat penghubung pengganti"
        ways.append(Suggestion("inspectorate", why, agency_id=agency.id, argument=DEPUTY))
    return tuple(ways)


def _urgent(event: Undelivered, case: Case, world: World) -> Write:
    agency = world.directory.agencies.get(event.dispatch.agency_id or "")
    values = {
        "case": case.number,
        "why": FATE_WORDS[event.fate],
        "sender": "-",
        "subject": case.matter,
        "excerpt": "",
        "agency_name": agency.name if agency else None,
        "what_maild_did": "Surat mendesak belum sampai.",
        "todo": ["Mohon segera menghubungi instansi terkait melalui telepon."],
    }
    return Write("N04", officer_party(case, world), values, urgent=True)
