"""What the register says of one post (jabatan penghubung), in the form in which upkeep needs it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from maild.directory import Agency, Directory, desk
from maild.directory.people import superior
from maild.directory.sheet import Row
from maild.upkeep.inquiry import Inquiry

AddressState = Literal["", "proved", "unproved", "bouncing"]
Voice = Literal["self", "private", "second", "deputy", "head", "other"]
"""Who writes: the focal point from the address of the register, from the private one, from the agency's
second address, the deputy, the head above them, or nobody whom the register knows for this post."""


@dataclass(frozen=True, slots=True)
class Post:
    """`state` as the desk has it today; `head` is the nearest superior's address, '' when there is none."""

    agency: Agency
    state: Literal["active", "vacant", "expired"]
    address_state: AddressState
    row: Mapping[str, str]
    head: str

    @property
    def name(self) -> str:
        return self.agency.focal_point.name if self.agency.focal_point else ""

    @property
    def email(self) -> str:
        return self.agency.focal_point.email if self.agency.focal_point else ""

    @property
    def second(self) -> str:
        point = self.agency.focal_point
        return (point.alternate_email or "") if point else ""

    @property
    def until(self) -> date | None:
        return self.agency.focal_point.valid_until if self.agency.focal_point else None

    @property
    def confirmed_on(self) -> date | None:
        said = self.row.get("confirmed_on", "")
        return date.fromisoformat(said) if said else None

    def voice(self, address: str) -> Voice:
        """As whom the register knows this address; the head's word counts most where one address is both."""
        if address == self.head:
            return "head"
        if address == self.email:
            return "self"
        if address == self.row.get("private_email", "").lower():
            return "private"
        if address == self.second:
            return "second"
        return "deputy" if self.agency.deputy and address == self.agency.deputy.email else "other"


def post_of(
    directory: Directory, agency_id: str, row: Row, today: date, bouncing: Collection[str] = ()
) -> Post:
    """KeyError: the agency is not in the directory, or has ended."""
    agency = directory.agencies[agency_id]
    head = superior(directory, agency_id) or ""
    return Post(agency, desk(directory, agency_id, today).state, address_state(row, bouncing), row, head)


def address_state(row: Mapping[str, str], bouncing: Collection[str] = ()) -> AddressState:
    """proved: its owner has answered from it; a new address in the same cell is unproved again."""
    email = row.get("focal_email", "").lower()
    if not email:
        return ""
    if email in bouncing:
        return "bouncing"
    return "proved" if row.get("proved_email", "").lower() == email else "unproved"


@dataclass(frozen=True, slots=True)
class Posts:
    """The register as commands of staff find it: every post, and what is being asked by (kind, agency)."""

    posts: Mapping[str, Post]
    inquiries: Mapping[tuple[str, str], Inquiry]
    per_day: int  # letters that can wait

    def running(self) -> frozenset[tuple[str, str]]:
        return frozenset(key for key, one in self.inquiries.items() if one.state == "asked")
