"""Whether a finished letter tells its addressee who reported: looked at before it may leave (P4)."""

from __future__ import annotations

from dataclasses import replace

from maild.cases.case import Case
from maild.cases.effects import Write
from maild.cases.secrecy import identity_of
from maild.daemon.room import Room
from maild.letters import Identity, Letter, leaks


def leaking(room: Room, write: Write, case: Case | None, letter: Letter) -> tuple[str, ...]:
    """Last gate: the final bytes must not tell an agency who reported (P4)."""
    seeking = ("agency", "superior", "office") if case and case.confidential else ("agency", "superior")
    if case is None or case.disclosed or write.to.role not in seeking:
        return ()
    if room.office.confidentiality.default == "open" and not case.confidential:
        return ()
    return leaks(letter.raw, _sought(room, write, case))


def _sought(room: Room, write: Write, case: Case) -> Identity:
    """The reporter's identity without words that the letter has from its addressee.

    Wayan may write about an office whose focal point is another Wayan: the name in the salutation then
    says nothing of the reporter, whose other names and addresses are still looked for.
    """
    identity = identity_of(case.hidden)
    agency = room.world.directory.agencies.get(write.to.agency_id or "")
    addressee = f"{write.to.name} {agency.name if agency else ''} {room.world.name}"
    known = set(addressee.casefold().replace(",", " ").replace(".", " ").split())
    names = (" ".join(w for w in n.split() if w.casefold().strip(".,") not in known) for n in identity.names)
    return replace(identity, names=tuple(filter(None, names)))
