"""The letters of upkeep: what their templates are given. Nothing of any report ever stands in one (P1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from maild.cases import wording
from maild.cases.case import Party
from maild.cases.effects import Write
from maild.cases.world import Numbers, World
from maild.upkeep.inquiry import LETTERS, Inquiry, Rank
from maild.upkeep.post import Post

ANSWER_IN = timedelta(days=14)  # asked for, no deadline of law
_FORM = "Nama : {name}\nJabatan : {role}\nSurel dinas : {email}\nNomor HP/WA : {phone}\n"
_DEPUTY = "Nama pengganti saat berhalangan : \nSurel pengganti : \n"
_DECREE = "Nomor SK : \nTanggal SK : \nMasa tugas sampai : \n"


def letter(
    inquiry: Inquiry, post: Post, address: str, rank: Rank, now: datetime, world: World, numbers: Numbers
) -> Write:
    """The inquiry's letter to one addressee: focal point, second address, or the head."""
    to_head = rank == "head"
    to = Party("superior" if to_head else "agency", "" if to_head else post.name, address, inquiry.agency_id)
    values: dict[str, Any] = {
        "agency_name": post.agency.name,
        "reminder": inquiry.rung > 0,
        "reply_by_words": wording.day(world, world.date_of(now) + ANSWER_IN),
        "occasion": inquiry.occasion,
        "to_head": to_head,
        "focal_name": post.name,
    }
    number = None
    match inquiry.kind:
        case "appointment":
            number = numbers.letter_about(now, "FP")
            values |= _appointment(post, number, now, world)
        case "succession":
            values |= _succession(inquiry, post)
        case "term":
            assert post.until is not None
            values |= {"until_words": wording.day(world, post.until), "buttons": _term_buttons(post)}
        case _:
            also = [world.directory.agencies[a].name for a in inquiry.also if a in world.directory.agencies]
            data = held(post, world) | ({} if rank == "focal" else {"private": ""})  # theirs alone
            values |= {"data": data, "also": also, "buttons": _confirmation_buttons(post, to_head)}
    return Write(LETTERS[inquiry.kind], to, values, number=number)


def held(post: Post, world: World) -> dict[str, str]:
    """The data held on a post, in words; '' where nothing is."""
    row, deputy = post.row, post.agency.deputy
    signed = _words(row.get("decree_date", ""), world)
    decree = " tanggal ".join(filter(None, (row.get("decree_number", ""), signed)))
    return {
        "agency": post.agency.name,
        "name": post.name,
        "role": row.get("focal_role", ""),
        "email": post.email,
        "second": post.second,
        "private": row.get("private_email", ""),
        "phone": row.get("phone", ""),
        "deputy": " ".join((deputy.name, deputy.email)).strip() if deputy else "",
        "decree": decree,
        "until": wording.day(world, post.until) if post.until else "",
    }


def _appointment(post: Post, number: str, now: datetime, world: World) -> dict[str, Any]:
    form = _FORM.format(name="", role="", email="", phone="") + _DECREE
    return {
        "letter_number": number,
        "letter_date_words": wording.day(world, world.date_of(now)),
        "until_words": wording.day(world, post.until) if post.until else "",
        "buttons": [
            {"label": "Isi data pejabat penghubung", "body": "Pejabat penghubung yang kami tunjuk:\n" + form},
            {"label": "Sedang kami proses", "body": "Penunjukan sedang kami proses."},
        ],
    }


def _succession(inquiry: Inquiry, post: Post) -> dict[str, Any]:
    form = _FORM.format(name="", role="", email="", phone="")
    return {
        "named": inquiry.named.get("name", "") or "-",
        "named_address": inquiry.named.get("address", ""),
        "buttons": [
            {"label": "Ya, benar", "body": "Ya, pergantian tersebut benar."},
            {"label": "Tidak benar", "body": "Tidak benar. Tidak ada pergantian."},
            {"label": "Pejabat lain", "body": "Bukan, pejabat penghubung yang baru adalah:\n" + form},
        ],
    }


def _term_buttons(post: Post) -> list[dict[str, str]]:
    form = _FORM.format(name="", role="", email="", phone="") + _DECREE
    return [
        {"label": "Diperpanjang", "body": "Penugasan diperpanjang dengan data berikut.\n" + _DECREE},
        {"label": "Diganti", "body": "Pejabat penghubung selanjutnya digantikan oleh:\n" + form},
        {"label": "Sedang diproses", "body": "Penunjukan sedang diproses."},
    ]


def _confirmation_buttons(post: Post, to_head: bool) -> list[dict[str, str]]:
    blank = _FORM.format(name="", role="", email="", phone="")
    role, phone = post.row.get("focal_role", ""), post.row.get("phone", "")
    known = _FORM.format(name=post.name, role=role, email=post.email, phone=phone)
    yes = "Ya, data tersebut benar." if to_head else "Ya, data tersebut benar. Masih saya."
    no = (
        "Pejabat penghubung saat ini digantikan oleh:\n"
        if to_head
        else "Bukan saya lagi. Pejabat penghubung saat ini:\n"
    )
    return [
        {"label": "Ya, benar", "body": yes},
        {"label": "Data perlu diperbaiki", "body": "Data perlu diperbaiki menjadi:\n" + known + _DEPUTY},
        {"label": "Sudah diganti" if to_head else "Bukan saya", "body": no + blank},
    ]


def _words(iso: str, world: World) -> str:
    """'5 Januari 2026': a decree is dated without the weekday."""
    return wording.day(world, date.fromisoformat(iso)).rpartition(", ")[2] if iso else ""


def changes_in_words(changes: Mapping[str, tuple[str, str]]) -> str:
    """'nama: I Wayan Uji menjadi I Wayan Uji, S.H.; …' for the one line that staff confirm."""
    return "; ".join(
        f"{WORDS.get(c, c)}: {old or '-'} menjadi {new or '-'}" for c, (old, new) in changes.items()
    )


WORDS: Mapping[str, str] = {
    "focal_name": "nama",
    "focal_email": "surel",
    "private_email": "surel pribadi",
    "phone": "telepon",
    "focal_role": "jabatan",
    "decree_number": "nomor SK",
    "decree_date": "tanggal SK",
    "valid_until": "masa tugas sampai",
    "deputy_name": "pengganti",
    "deputy_email": "surel pengganti",
}
