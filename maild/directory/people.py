"""Who receives letters of an agency today, and which agencies stand behind an address."""

from __future__ import annotations

from datetime import date

from maild.directory.register import Agency, Desk, Directory
from maild.intent.report.text import word_set, words

# A domain of everybody tells nothing about an agency; officials use them all the same (domain.md section 6).
_FREE_MAIL = word_set(
    "gmail googlemail yahoo ymail rocketmail outlook hotmail live msn icloud me mac aol proton "
    "protonmail gmx zoho mail yandex tutanota telkom plasa"
)


def desk(directory: Directory, agency_id: str, today: date) -> Desk:
    """active / vacant / expired on `today` (both ends of the term included). KeyError: no such agency."""
    point = directory.agencies[agency_id].focal_point
    if point is None or (point.appointed_on and today < point.appointed_on):
        return Desk(agency_id, "vacant", "", "")
    over = point.valid_until is not None and today > point.valid_until
    return Desk(agency_id, "expired" if over else "active", point.name, point.email)


def agencies_of(directory: Directory, address: str) -> tuple[Agency, ...]:
    """Agencies that name this address as focal point, alternate or superior, in the order of the list."""
    return directory.by_address.get(address.lower(), ())


def objection(directory: Directory, agency_id: str, address: str, today: date) -> str | None:
    """Why a letter for this agency may not go to this address now; None when it may (R23).

    The superior's address is the office of the head, whoever holds it. The focal point's own holds for the
    term; alternate and deputy stand in for them.
    """
    agency = directory.agencies.get(agency_id)
    if agency is None:
        return "agency no longer in the register"
    if address == superior(directory, agency_id):
        return None
    if address not in agency.addresses:
        return "address no longer in the register"
    focal = agency.focal_point is not None and address == agency.focal_point.email
    if focal and desk(directory, agency_id, today).state != "active":
        return "the focal point's term has ended or not begun"
    return None


def known_domains(directory: Directory, address: str) -> tuple[Agency, ...]:
    """Agencies one of whose own addresses has exactly the domain of `address`; free mail tells nothing."""
    domain = address.lower().rpartition("@")[2]
    if not domain or is_free_mail(domain):
        return ()
    return directory.by_domain.get(domain, ())


def spelled_like(directory: Directory, asked: str) -> tuple[Agency, ...]:
    """Agencies one of whose names, or whose id, has every word of `asked`; of those, the exact ones alone."""
    wanted = _words(asked)
    if not wanted:
        return ()
    found: list[tuple[Agency, bool]] = []
    for agency in directory.agencies.values():
        for name in (agency.name, *agency.aliases, agency.id.replace("-", " ")):
            spelled = _words(name)
            if wanted <= spelled:
                found.append((agency, wanted == spelled))
                break
    exact = tuple(agency for agency, whole in found if whole)
    return exact or tuple(agency for agency, _ in found)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.folded for word in words(text))


def is_free_mail(domain: str) -> bool:
    """gmail.com, yahoo.co.id, outlook.example: a known name followed by nothing but a suffix."""
    labels = domain.lower().split(".")
    return labels[0] in _FREE_MAIL and 2 <= len(labels) <= 3


def superior(directory: Directory, agency_id: str) -> str | None:
    """The superior's address, the agency's own or the nearest one above it; None when nobody is known."""
    step: str | None = agency_id
    seen: set[str] = set()
    while step and step not in seen:
        seen.add(step)
        agency = directory.agencies[step]
        if agency.superior_email:
            return agency.superior_email
        step = agency.parent_id
    return None
