"""Where a report goes: by itself where that is certain, else the question to intake with what may help."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from maild.cases import wording
from maild.cases.case import Case, Suggestion
from maild.cases.effects import Ask
from maild.cases.elsewhere import sisters
from maild.cases.lacking import BLOCKING
from maild.cases.world import World
from maild.directory import Route, desk
from maild.intent import Report
from maild.intent.supplied import not_told

_SHOWN = 3


def forwardable(route: Route, now: datetime, world: World) -> bool:
    """Certain; or certain but for an empty post, where the office sends to the head (routing.vacant)."""
    if route.decision == "forward":
        return True
    if world.vacant != "head" or not route.agency_ids or not route.reasons:
        return False
    today = world.date_of(now)
    states = {a: desk(world.directory, a, today).state for a in route.agency_ids}
    empty = {f"{a}: focal point {state}" for a, state in states.items() if state != "active"}
    return set(route.reasons) <= empty and all(world.directory.agencies[a].superior_email for a in states)


def route_question(
    case: Case, report: Report, route: Route, inbox_id: int, world: World, denies: Sequence[str] = ()
) -> Ask:
    """Which agency; what the law requires and the report lacks is asked of the reporter first."""
    untold = "upaya" in (*denies, *case.missing) and ("upaya" in denies or not_told(case.text))
    agencies = _agencies(route, world, untold)
    ways = [*agencies, *_offices(case, report, world)]
    if case.party("reporter") is not None:
        ways = _with_asking(ways, case, untold, bool(agencies))
    if report.remit == "other_office":
        ways.sort(key=lambda way: way.action != "transfer")
    closing = (
        Suggestion("close", "tutup, di luar kewenangan", argument="tidak_berwenang"),
        Suggestion("spam", "bukan laporan"),
    )
    why = wording.why_asked(report, route)
    if untold:
        why = f"Pelapor belum menyampaikan kepada instansi; {why}"
    return Ask("route", why, "intake", (*ways, *closing), inbox_id=inbox_id, urgent=case.urgent)


def _agencies(route: Route, world: World, untold: bool) -> list[Suggestion]:
    """`untold`: the agency does not know of it yet, so the letter is one of coordination (T12)."""
    more = " sebagai koordinasi (belum pernah disampaikan kepadanya)" if untold else ""
    names = {c.agency_id: world.directory.agencies[c.agency_id].name for c in route.candidates[:_SHOWN]}
    return [Suggestion("agency", f"teruskan ke {name}{more}", agency_id=i) for i, name in names.items()]


def _offices(case: Case, report: Report, world: World) -> list[Suggestion]:
    """Other offices in whose regions the report tells places; all, when it surely belongs to another."""
    found = sisters(f"{case.subject}\n{case.text}", world)
    if report.remit == "other_office":
        found = tuple(dict.fromkeys((*found, *world.offices)))
    return [Suggestion("transfer", f"limpahkan kepada {o.name}", argument=o.code) for o in found[:_SHOWN]]


def _with_asking(ways: list[Suggestion], case: Case, untold: bool, certain: bool) -> list[Suggestion]:
    """First where the law wants what is missing; last where all is there, or minutes count."""
    lacks = (BLOCKING & set(case.missing)) - ({"upaya"} if untold else set())
    lacks -= {"terlapor"} if certain else set()
    asking = Suggestion("ask", "minta kelengkapan kepada Pelapor")
    if lacks and not case.urgent:
        return [asking, *ways]
    if untold:
        advice = "sarankan Pelapor menyampaikan dahulu kepada instansi"
        return [*ways, Suggestion("ask", advice, argument="upaya"), asking]
    return [*ways, asking]
