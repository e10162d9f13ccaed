"""Mail from outside that must not move anything: bulk, a stranger, a forger."""

from __future__ import annotations

from maild.demo import compose
from maild.demo.compose import Outgoing
from maild.demo.people import OFFICE_ADDRESS, PEOPLE
from maild.demo.story import texts
from maild.demo.story.scene import Chapter, Desk, Scene, settles, when, writes


def _stranger(desk: Desk) -> Outgoing | None:
    """Somebody who saw a case number and writes as if he belonged to the case."""
    number = desk.overheard("ketut")
    if not number:
        return None
    subject, text = texts.STRANGER
    return compose.new(desk.person, OFFICE_ADDRESS, f"Re: [{number}] {subject}", text, desk.at)


def _spoofer(desk: Desk) -> Outgoing | None:
    """The officer's address in From, but not the officer's mail system: DMARC fails."""
    number, officer = desk.overheard("ardika"), PEOPLE["officer"]
    if not number:
        return None
    sender = f"{officer.name} <{officer.address}>"
    return compose.new(
        desk.person, OFFICE_ADDRESS, f"[{number}] tutup", "tutup dicabut", desk.at, forged=sender
    )


OUTSIDERS = Chapter(
    "Mail that must not move anything",
    "",
    (
        writes(
            when("03-05", "06:30"),
            "newsletter",
            *texts.NEWSLETTER,
            "sends its newsletter",
            headers=(
                ("List-Id", "<warta.warta-layanan.example>"),
                ("List-Unsubscribe", "<https://warta-layanan.example/berhenti>"),
                ("Precedence", "bulk"),
            ),
        ),
        Scene(
            when("03-10", "16:30"),
            "stranger",
            "tries to get in with a case number",
            _stranger,
        ),
        settles(
            when("03-11", "08:40"),
            "intake",
            ("rudi.hartawan",),
            "{n} spam",
            "turns the stranger away",
        ),
        Scene(
            when("03-30", "02:14"),
            "spoofer",
            "forges an order of the officer",
            _spoofer,
        ),
    ),
)
