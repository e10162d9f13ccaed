"""Cases in words: the values that letter templates need. Indonesian, formal, without presumption."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from maild.calendar import in_words
from maild.cases.case import Case, Deadline, Suggestion
from maild.cases.secrecy import salutation
from maild.cases.world import World
from maild.directory import Agency, Route
from maild.intent import Report

STATE_WORDS: Mapping[str, str] = {
    "TERDAFTAR": "laporan terdaftar dan sedang diverifikasi",
    "TUNGGU_LENGKAP": "menunggu kelengkapan dari Saudara",
    "KOORD": "laporan telah disampaikan kepada instansi terkait dan menunggu jawaban",
    "RCO": "laporan ditangani melalui Respons Cepat Ombudsman",
    "DIJAWAB": "jawaban instansi telah diterima dan sedang kami pelajari",
    "LIMPAH": "laporan telah dilimpahkan kepada kantor Ombudsman yang berwenang atas wilayahnya",
    "TUTUP": "laporan telah ditutup",
}
LEGAL_BASIS = "Undang-Undang Nomor 37 Tahun 2008 tentang Ombudsman Republik Indonesia"
MISSING_WORDS: Mapping[str, str] = {
    "nama": "nama lengkap",
    "alamat": "alamat tempat tinggal",
    "terlapor": "instansi atau unit layanan yang dilaporkan",
    "uraian": "uraian kejadian (apa, di mana, kapan)",
    "upaya": "upaya yang telah dilakukan kepada instansi tersebut",
    "identitas": "salinan kartu identitas (KTP)",
}
# The same in a request to the reporter: what exactly, and what will do.
ASK_WORDS: Mapping[str, str] = {
    "nama": "nama lengkap sesuai kartu identitas",
    "alamat": "alamat tempat tinggal (jalan atau banjar/dusun, desa/kelurahan, kecamatan)",
    "terlapor": "instansi atau unit layanan yang dilaporkan, beserta tempatnya",
    "uraian": "uraian kejadian: apa yang terjadi, di mana, dan kapan",
    "upaya": "apakah hal ini sudah disampaikan kepada instansi tersebut: tanggal berapa, kepada siapa, dan "
    "apa jawabannya (apabila belum pernah, cukup tuliskan: belum)",
    "identitas": "NIK, atau foto kartu identitas (KTP)",
}
CHOICE_BUTTONS = [
    {"label": "Rahasiakan identitas saya", "body": "Mohon identitas saya dirahasiakan."},
    {
        "label": "Boleh disampaikan kepada instansi",
        "body": "Identitas saya boleh disampaikan kepada instansi.",
    },
]
INTENT_WORDS: Mapping[str, str] = {
    "answer_final": "Jawaban",
    "answer_attachment": "Jawaban dalam lampiran",
    "answer_interim": "Jawaban sementara",
    "receipt": "Konfirmasi penerimaan",
    "extension": "Permohonan perpanjangan waktu",
    "not_ours": "Keterangan bukan kewenangan",
    "forwarded_internally": "Penerusan internal instansi",
    "successor": "Pemberitahuan pejabat pengganti",
    "asks_data": "Permintaan data",
    "query": "Pertanyaan",
    "supply": "Kelengkapan dari Pelapor",
    "evidence": "Bukti dari Pelapor",
    "withdraw": "Pencabutan laporan",
    "satisfied": "Tanggapan Pelapor (puas)",
    "unsatisfied": "Tanggapan Pelapor (keberatan)",
    "status_query": "Pertanyaan perkembangan",
    "out_of_office": "Balasan otomatis (tidak di tempat)",
    "ticket_ack": "Tanda terima sistem lain",
}


REMIT_WORDS: Mapping[str, str] = {
    "no": "mungkin di luar kewenangan Ombudsman",
    "other_office": "mungkin wilayah kantor perwakilan lain",
    "unclear": "kewenangan belum jelas",
}


def why_asked(report: Report, route: Route) -> str:
    """Why intake is asked where a report goes: Indonesian first, the routing's own words (English) behind."""
    reasons = []
    if not route.agency_ids:
        reasons.append("instansi tujuan belum pasti")
    if report.confidential:
        reasons.append("identitas diminta dirahasiakan atau hal yang peka")
    if report.remit in REMIT_WORDS:
        reasons.append(REMIT_WORDS[report.remit])
    missing = [MISSING_WORDS[m] for m in report.missing if m in ("nama", "uraian", "upaya")]
    if missing:
        reasons.append("belum ada: " + ", ".join(missing))
    if report.needs_eyes or not reasons:
        reasons.append("perlu dibaca petugas sebelum diteruskan")
    return f"{'; '.join(reasons)} ({'; '.join(route.reasons[:4]) or 'doubtful'})"


def day(world: World, value: date | datetime) -> str:
    """'Senin, 3 Agustus 2026'; a datetime also gets its hour and zone."""
    return in_words(value, world.calendar.zone)


def deadline_words(world: World, deadline: Deadline) -> str:
    return f"{day(world, deadline.due_day)} pukul 23.59 {zone_name(world, deadline.due_at)}"


def zone_name(world: World, at: datetime) -> str:
    """WIB, WITA or WIT (Keppres 41/1987)."""
    return day(world, at).rsplit(" ", 1)[-1]


def matter(agency: Agency | None) -> str:
    """What a letter may say of the subject before anybody has judged it; always behind 'dugaan'."""
    field = agency.sectors[0] if agency and agency.sectors else "publik"
    return f"maladministrasi dalam pelayanan {field}"


def identity_note(case: Case) -> str:
    if case.disclosed:
        name = salutation(case.reporter_name) or "(nama tidak terbaca)"
        return f"Pelapor: {name}. Identitas dibuka atas persetujuan Pelapor."
    return "Identitas Pelapor tidak kami cantumkan. Data yang diperlukan dapat dimintakan melalui kami."


def first_letter(
    world: World, case: Case, agency: Agency, number: str, due: Deadline, now: datetime
) -> dict[str, Any]:
    """Values of L05; L06 adds its own."""
    focal = agency.focal_point
    return {
        "case": case.number,
        "letter_number": number,
        "letter_date_words": day(world, world.date_of(now)),
        "agency_name": agency.name,
        "focal_name": focal.name if focal else "",
        "received_words": day(world, case.opened_at),
        "summary": case.summary,
        "matter": case.matter,
        "due_words": deadline_words(world, due),
        "due_explanation": due.explanation,
        "legal_basis": LEGAL_BASIS,
        "identity_note": identity_note(case),
        "copies": [],
        "buttons": [
            {"label": "Sudah kami terima", "body": "Surat sudah kami terima dan akan kami tindak lanjuti."},
            {"label": "Jawaban", "body": "Berikut kami sampaikan hasil tindak lanjut:\n\n"},
            {"label": "Mohon perpanjangan waktu", "body": "Mohon perpanjangan waktu sampai dengan tanggal "},
            {"label": "Bukan kewenangan kami", "body": "Hal ini bukan kewenangan kami, melainkan "},
        ],
    }


def urgent_extra(world: World, confirm_by: datetime, criterion: str) -> dict[str, Any]:
    return {"criterion": criterion, "confirm_by_words": day(world, confirm_by), "officer_phone": world.phone}


def reminder(
    world: World, case: Case, agency: Agency, due: Deadline, number: str, sent: datetime, today: date
) -> dict[str, Any]:
    """Values of L10; L11 uses days_late instead of days_left."""
    return {
        "case": case.number,
        "letter_number": number,
        "letter_date_words": day(world, world.date_of(sent)),
        "agency_name": agency.name,
        "focal_name": agency.focal_point.name if agency.focal_point else "",
        "days_left": (due.due_day - today).days,
        "days_late": (today - due.due_day).days,
        "due_words": deadline_words(world, due),
        "due_explanation": due.explanation,
        "buttons": [
            {"label": "Jawaban", "body": "Berikut kami sampaikan hasil tindak lanjut:\n\n"},
            {"label": "Mohon perpanjangan waktu", "body": "Mohon perpanjangan waktu sampai dengan tanggal "},
        ],
    }


def suggestion_lines(number: int, suggestions: Sequence[Suggestion]) -> list[dict[str, str]]:
    """How a numbered question can be answered; `ok` does the first."""
    lines = [{"command": f"{number} {s.command}", "meaning": s.why} for s in suggestions]
    if suggestions and suggestions[0].action != "ok":
        lines.insert(
            0, {"command": f"{number} ok", "meaning": f"sama dengan {number} {suggestions[0].command}"}
        )
    return lines


def excerpt(text: str, limit: int = 300) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1].rstrip() + "…"
