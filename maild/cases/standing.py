"""Who writes in a case: the check between 'this mail names a case' and 'this mail may act on it'.

A number, a subject, even a token is only a key (T1-T3): it counts when the writer's address is one that the
case or the register knows for that party, and our own MTA did not say that the address is forged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from maild.cases.case import Case, Party, PartyRole
from maild.directory import Directory, agencies_of, known_domains
from maild.directory.people import is_free_mail
from maild.message import Address

Key = Literal["token", "thread", "number"]
Dmarc = Literal["pass", "fail", "none", "unknown"]


@dataclass(frozen=True, slots=True)
class Standing:
    """`party` is set when the writer may act; else `why` says what is doubtful, for staff to read."""

    party: Party | None
    why: str
    colleague: bool = False  # same agency by its domain, but not a registered address


def standing(
    case: Case,
    sender: Address | None,
    key: Key,
    dmarc: Dmarc,
    require_all: bool,
    directory: Directory,
    agency_id: str | None = None,
) -> Standing:
    """Judges the writer of a mail whose keys point to `case`; `agency_id`: whose letter the mail answers."""
    if sender is None:
        return Standing(None, "pengirim tidak dapat dipastikan (baris From tidak tunggal)")
    if dmarc == "fail" or (require_all and dmarc != "pass"):
        return Standing(None, "keaslian alamat pengirim tidak lolos pemeriksaan (DMARC)")
    served = {p.agency_id for p in case.parties if p.address == sender.address and p.role == "agency"}
    if len(served) > 1 and agency_id not in served:
        return Standing(
            None, "alamat ini mewakili beberapa instansi dalam perkara; belum jelas yang menjawab"
        )
    party = case.party_at(sender.address, agency_id)
    # An official who has left the list since is no longer believed unseen (T30).
    if party is not None and (party.role in ("reporter", "office") or agencies_of(directory, sender.address)):
        return Standing(party, "pihak dalam perkara")
    registered = _registered(case, sender, directory, agency_id)
    if registered is not None:
        return Standing(registered, "alamat terdaftar dari instansi dalam perkara")
    # A colleague in the agency's own domain holds the letter itself: accepted, and said to the officer.
    if key in ("token", "thread"):
        for agency in sorted(known_domains(directory, sender.address), key=lambda a: a.id != agency_id):
            if agency.id in case.agency_ids:
                return Standing(
                    Party("agency", sender.name, sender.address, agency.id), "rekan seinstansi", True
                )
        office = next((p for p in reversed(case.parties) if p.role == "office"), None)
        if office is not None and _same_house(office.address, sender.address):
            return Standing(Party("office", office.name, sender.address), "rekan di kantor tujuan", True)
    return Standing(None, "pengirim bukan pihak yang dikenal dalam perkara ini")


def _same_house(one: str, other: str) -> bool:
    domain = one.rpartition("@")[2]
    return domain == other.rpartition("@")[2] and not is_free_mail(domain)


def _registered(case: Case, sender: Address, directory: Directory, agency_id: str | None) -> Party | None:
    """An alternate or superior address of an agency of the case, or of the body that oversees it."""
    behind = sorted(agencies_of(directory, sender.address), key=lambda a: a.id != agency_id)
    for agency in behind:
        if agency.id in case.agency_ids:
            role: PartyRole = "superior" if sender.address == agency.superior_email else "agency"
            return Party(role, sender.name, sender.address, agency.id)
    overseen = {directory.agencies[a].oversight_id: a for a in case.agency_ids if a in directory.agencies}
    for agency in behind:
        if any(p.role == "agency" and p.agency_id == agency.id for p in case.parties):
            return Party("agency", sender.name, sender.address, agency.id)  # it had a letter of its own
        if agency.id in overseen:
            return Party("agency", sender.name, sender.address, overseen[agency.id])
    return None
