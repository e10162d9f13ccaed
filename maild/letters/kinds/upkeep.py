"""Letters that keep the register of focal points alive, and what staff are told of it."""

from __future__ import annotations

from maild.letters.button import button
from maild.letters.kinds.kind import Kind
from maild.letters.kinds.samples import LETTER, OFFICE

NAME = LETTER["agency_name"]


def _pressed(label: str, words: str) -> dict[str, str]:
    return {"label": label, "href": button(OFFICE, "Re: Konfirmasi Data Pejabat Penghubung", words)}


_BUTTONS = [_pressed("Ya, benar", "Ya, data tersebut benar."), _pressed("Bukan saya", "Bukan saya lagi.")]
_TO = {
    "agency_name": NAME,
    "reminder": False,
    "reply_by_words": "Kamis, 15 Oktober 2026",
    "occasion": "yearly",
    "to_head": False,
    "focal_name": "Ketut Contoh, S.Sos.",
    "buttons": _BUTTONS,
}
_OPTIONAL = {"focal_name": "", "buttons": ()}
_HELD = {
    "agency": NAME,
    "name": "Ketut Contoh, S.Sos.",
    "role": "Kepala Subbagian Umum",
    "email": "penghubung@dinas.example",
    "second": "sekretariat@dinas.example",
    "private": "",
    "phone": "0812 0000 0000",
    "deputy": "",
    "decree": "188.45/12/HK/2026 tanggal Senin, 5 Januari 2026",
    "until": "Kamis, 4 Januari 2029",
}
_DATA = {"data": _HELD, "also": ["UPTD Contoh Kabupaten Contoh"]}
_POST = {
    **_HELD,
    "agency_name": NAME,
    "agency_id": "disdukcapil-contoh",
    "who": "Ketut Contoh, S.Sos. <penghubung@dinas.example>",
    "state": "aktif, alamat terbukti",
    "confirmed": "Senin, 12 Oktober 2026",
    "head": "kepala@dinas.example",
    "asking": "",
    "advice": "",
}
_REMINDER = {"reminder": True}
_TO_HEAD = {"to_head": True, "reminder": True}
_ROW = {
    "agency_name": NAME,
    "agency_id": "disdukcapil-contoh",
    "region": "Kabupaten Contoh",
    "what": "belum ada pejabat penghubung",
}

UPKEEP = (
    Kind(
        "L29",
        "Permohonan Penunjukan Pejabat Penghubung",
        "superior",
        {
            **_TO,
            "to_head": True,
            "occasion": "vacant",
            "letter_number": "0101/SRT/FP-2026/DPS/X/2026",
            "letter_date_words": "1 Oktober 2026",
            "until_words": "Rabu, 30 September 2026",
        },
        {**_OPTIONAL, "until_words": ""},
        ({"occasion": "expired"}, {"occasion": "ending"}, {"occasion": "staff"}, _REMINDER),
    ),
    Kind(
        "L30",
        "Konfirmasi Data Pejabat Penghubung",
        "agency",
        {**_TO, **_DATA},
        {**_OPTIONAL, "also": ()},
        ({"occasion": "bounce"}, {"occasion": "silence"}, _REMINDER, _TO_HEAD),
    ),
    Kind(
        "L37",
        "Selamat Datang Pejabat Penghubung",
        "agency",
        {**_TO, **_DATA, "occasion": "new"},
        {**_OPTIONAL, "also": ()},
        (_REMINDER,),
    ),
    Kind(
        "L38",
        "Konfirmasi Pergantian Pejabat Penghubung",
        "agency",
        {**_TO, "occasion": "named", "named": "Ni Luh Contoh", "named_address": "niluh@dinas.example"},
        {**_OPTIONAL, "named_address": ""},
        (_TO_HEAD,),
    ),
    Kind(
        "L39",
        "Pemberitahuan Berakhirnya Masa Penugasan",
        "agency",
        {**_TO, "occasion": "ending", "until_words": "Kamis, 31 Desember 2026"},
        _OPTIONAL,
        (_TO_HEAD,),
    ),
    Kind(
        "N09",
        "Keadaan narahubung",
        "staff",
        {
            "title": "Keadaan narahubung per Senin, 12 Oktober 2026",
            "intro": "Dari 12 instansi, 3 perlu perhatian.",
            "figures": [{"label": "Instansi", "value": "12"}],
            "sections": [
                {
                    "title": "Belum ada pejabat penghubung",
                    "rows": [_ROW],
                    "more": 2,
                    "command": "appoint disdukcapil-contoh",
                    "meaning": "minta penunjukan kepada pimpinan",
                }
            ],
            "by_region": [{"name": "Kabupaten Contoh", "total": "8", "open": "3"}],
            "by_sector": [{"name": "kependudukan", "total": "2", "open": "1"}],
        },
        {"figures": (), "sections": (), "by_region": (), "by_sector": ()},
    ),
    Kind(
        "N10",
        "Data narahubung",
        "staff",
        {
            "asked": "disdukcapil contoh",
            "posts": [_POST],
            "near": [{"agency_name": NAME, "agency_id": "disdukcapil-contoh"}],
            "more": 0,
        },
        {"near": (), "more": 0},
        (
            {"posts": ()},
            {"posts": (), "near": ()},
            {"more": 3},
            {"posts": [{**_POST, "who": "", "advice": "appoint x"}]},
        ),
    ),
)
