"""How complete the register is: which agencies have no focal point, by region and by sector (cakupan)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from maild.cases import wording
from maild.cases.world import World
from maild.directory.review import SOON
from maild.upkeep.inquiry import Inquiry
from maild.upkeep.post import Post

Gap = Literal["vacant", "expired", "bouncing", "unproved", "ending"]
GAPS: Mapping[Gap, str] = {
    "vacant": "Belum ada pejabat penghubung",
    "expired": "Masa tugas telah berakhir",
    "bouncing": "Surel kembali",
    "ending": "Masa tugas segera berakhir",
    "unproved": "Alamat belum dikonfirmasi",
}
OPEN = ("vacant", "expired", "bouncing", "ending")  # what somebody has to do something about
SHOWN = 30  # rows of one section of a mail
_WAYS: Mapping[Gap, tuple[str, str]] = {
    "vacant": ("appoint {id}", "minta penunjukan kepada pimpinan"),
    "expired": ("appoint {id}", "minta penunjukan kepada pimpinan"),
    "bouncing": ("confirm {id}", "tanyakan alamat yang benar kepada alamat kedua atau pimpinan"),
    "ending": ("appoint {id}", "minta penunjukan kepada pimpinan"),
    "unproved": ("welcome new", "kirim sambutan dan minta konfirmasi kepada semuanya"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One agency; `gap` None: all is well. `asked`: what has been written about it, in words."""

    post: Post
    gap: Gap | None
    what: str
    asked: str = ""


def lines(
    posts: Sequence[Post],
    today: date,
    inquiries: Mapping[tuple[str, str], Inquiry],
    world: World | None = None,
) -> list[Line]:
    """Every agency with what is missing, in the order of the register."""
    return [_line(post, today, inquiries) for post in posts]


def gap_of(post: Post, today: date) -> Gap | None:
    if post.state != "active":
        return post.state
    if post.address_state == "bouncing":
        return "bouncing"
    if post.until is not None and post.until - today <= SOON:
        return "ending"
    return "unproved" if post.address_state == "unproved" else None


def _line(post: Post, today: date, inquiries: Mapping[tuple[str, str], Inquiry]) -> Line:
    gap = gap_of(post, today)
    what = {
        "vacant": "belum ada pejabat penghubung",
        "expired": f"berakhir {post.until}",
        "bouncing": f"surel ke {post.email} kembali",
        "ending": f"berakhir {post.until}",
        "unproved": "belum dikonfirmasi",
    }
    newest = max(
        (one for key, one in inquiries.items() if key[1] == post.agency.id),
        key=lambda i: i.id or 0,
        default=None,
    )
    return Line(post, gap, what[gap] if gap else "lengkap", asked(newest) if gap else "")


STATES = {
    "asked": "menunggu jawaban",
    "answered": "menunggu keputusan petugas",
    "given_up": "perlu ditelepon",
}


def asked(inquiry: Inquiry | None) -> str:
    """'ditanyakan sejak 2026-09-07, 2 surat, menunggu jawaban'."""
    if inquiry is None or inquiry.state == "settled":
        return ""
    if inquiry.state == "asked" and inquiry.rung == 0:
        return "surat menunggu giliran"
    return f"ditanyakan sejak {inquiry.begun_at.date()}, {STATES[inquiry.state]}"


def in_region(found: Sequence[Line], words: str) -> list[Line]:
    """Those whose region, or whose name, has every word of `words`; '' means all."""
    wanted = words.casefold().replace("kab.", "kabupaten").split()
    wanted = ["kabupaten" if w == "kab" else "provinsi" if w in ("prov", "prov.") else w for w in wanted]
    return [line for line in found if all(w in line.post.agency.region.casefold() for w in wanted)]


def counted(found: Sequence[Line]) -> Counter[str]:
    return Counter(line.gap or "complete" for line in found)


def by_group(found: Sequence[Line], which: Literal["region", "sector"]) -> list[dict[str, str]]:
    """Regions or sectors with what is open in them, the most open first."""
    total: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    for line in found:
        agency = line.post.agency
        for name in (agency.region,) if which == "region" else agency.sectors or ("-",):
            total[name] += 1
            missing[name] += line.gap in OPEN
    names = sorted(total, key=lambda n: (-missing[n], n))
    return [{"name": n, "total": str(total[n]), "open": str(missing[n])} for n in names if missing[n]]


def as_values(found: Sequence[Line], where: str, today: date, world: World) -> dict[str, Any]:
    """Values of N09."""
    count = counted(found)
    open_ = sum(count[gap] for gap in OPEN)
    place = f" {where}" if where else ""
    complete = "" if open_ else " Semuanya memiliki pejabat penghubung yang aktif."
    return {
        "title": f"Keadaan narahubung{place} per {wording.day(world, today)}",
        "intro": f"Dari {len(found)} instansi{place}, {open_} perlu perhatian.{complete}",
        "figures": [{"label": GAPS[gap], "value": str(count[gap])} for gap in GAPS if count[gap]],
        "sections": [section for gap in GAPS if (section := _section(gap, found))],
        "by_region": by_group(found, "region"),
        "by_sector": by_group(found, "sector"),
    }


def _section(gap: Gap, found: Sequence[Line]) -> dict[str, Any] | None:
    own = [line for line in found if line.gap == gap]
    if not own:
        return None
    rows = [
        {
            "agency_name": line.post.agency.name,
            "agency_id": line.post.agency.id,
            "region": line.post.agency.region,
            "what": "; ".join(filter(None, (line.what, line.asked))),
        }
        for line in own[:SHOWN]
    ]
    command, meaning = _WAYS[gap]
    return {
        "title": f"{GAPS[gap]} ({len(own)})",
        "rows": rows,
        "more": max(0, len(own) - SHOWN),
        "command": command.format(id=own[0].post.agency.id),
        "meaning": meaning,
    }
