"""Every kind of letter: its name, who reads it, what its template is given, and sample data for `check`.

Names L.. are those of the catalogue of official letters, N.. are notices to staff. `*_words` are finished
words in the recipient's language and zone ("Kamis, 15 Oktober 2026 pukul 23.59 WITA"); `due_explanation` says
how a date was reckoned. Lists may be empty. `buttons` are mappings with `label` and `href`
(see `maild.letters.button.button`). None prints as nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, Literal

from maild.letters.button import button
from maild.letters.letter import Frame
from maild.message.record import Address

Audience = Literal["reporter", "agency", "superior", "staff"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of letter. `sample` has every value; `defaults` are those a caller may leave out."""

    name: str
    title: str
    audience: Audience
    sample: Mapping[str, Any]
    defaults: Mapping[str, Any] = field(default_factory=dict)
    variants: tuple[Mapping[str, Any], ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """Names of what the template is given."""
        return tuple(self.sample)

    def samples(self) -> Iterator[Mapping[str, Any]]:
        """The sample, its variants, and the sample with every default: what `check` renders."""
        yield self.sample
        for variant in self.variants:
            yield {**self.sample, **variant}
        if self.defaults:
            yield {**self.sample, **self.defaults}

    def people(self, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Names of persons among the values: none of them may stand in a subject."""
        names = (values.get(key) for key in ("reporter_name", "focal_name", "officer_name", "contact_phone"))
        return tuple(name for name in names if isinstance(name, str) and name)


def sample_frame() -> Frame:
    return Frame(
        sender=Address("Ombudsman RI Perwakilan Contoh", "kantor@ombudsman.example"),
        reply_to="kantor+contohkode@ombudsman.example",
        message_id="contoh.contohkode@ombudsman.example",
        in_reply_to=None,
        references=(),
        date=datetime(2026, 10, 1, 9, 30, tzinfo=timezone(timedelta(hours=8))),
        auto_submitted="auto-generated",
    )


CASE = "0123/LM/X/2026/DPS"
_OFFICE = "kantor+contohkode@ombudsman.example"


def _button(label: str, words: str) -> dict[str, str]:
    return {"label": label, "href": button(_OFFICE, f"Re: [{CASE}] Penyampaian Laporan Masyarakat", words)}


_BUTTONS = [
    _button("Surat telah diterima", "Surat telah kami terima."),
    _button("Jawaban", "Bersama ini kami sampaikan jawaban:\n\n"),
    _button("Minta perpanjangan", "Mohon perpanjangan waktu sampai dengan tanggal "),
    _button("Bukan kewenangan kami", "Hal ini bukan kewenangan kami, melainkan kewenangan "),
]
_DUE = {
    "due_words": "Kamis, 15 Oktober 2026 pukul 23.59 WITA",
    "due_explanation": "14 hari kalender sejak surat diterima pada Kamis, 1 Oktober 2026",
}
# In L05 and L06 the letter's own number and date, elsewhere those of the letter that is spoken of.
_LETTER = {
    "case": CASE,
    "letter_number": "0101/SRT/0123-2026/DPS/X/2026",
    "letter_date_words": "1 Oktober 2026",
    "agency_name": "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh",
}
_TO_FOCAL = {**_LETTER, "focal_name": "Ketut Contoh, S.Sos."}
_REPORT = {
    **_TO_FOCAL,
    **_DUE,
    "received_words": "Rabu, 30 September 2026 pukul 14.05 WITA",
    "summary": "Sejak tiga bulan kartu keluarga belum selesai. [nama disamarkan] telah tiga kali menanyakan "
    "di loket dan diminta menunggu.\n\nHarapan: kartu keluarga diterbitkan atau ada kepastian waktu.",
    "matter": "penundaan berlarut dalam penerbitan kartu keluarga",
    "legal_basis": "Undang-Undang Nomor 37 Tahun 2008 tentang Ombudsman Republik Indonesia",
    "buttons": _BUTTONS,
    "identity_note": "Identitas pelapor tidak kami cantumkan. Apabila diperlukan untuk penyelesaian, mohon "
    "menghubungi kami.",
    "copies": ["Inspektur Daerah Kabupaten Contoh"],
}
_REMINDER = {**_TO_FOCAL, **_DUE, "buttons": _BUTTONS}
_TO_REPORTER = {"case": CASE, "reporter_name": "Putu Contoh"}
_ROW = {
    "case": CASE,
    "letter_number": "0101/SRT/0123-2026/DPS/X/2026",
    "due_words": "Kamis, 15 Oktober 2026",
    "status_words": "belum ada jawaban",
    "agency_name": "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh",
    "what": "jawaban atas surat koordinasi",
}
_ITEM = {
    "id": 1,
    "since_words": "Kamis, 1 Oktober 2026 pukul 08.15 WITA",
    "why": "dua instansi sama-sama cocok",
    "sender": "Putu Contoh <putu@surel.example>",
    "subject": "Kartu keluarga belum jadi",
    "excerpt": "Sudah tiga bulan kartu keluarga saya belum selesai.",
    "suggestions": [
        {"command": "1 agency disdukcapil-contoh", "meaning": "kirim ke Disdukcapil Kabupaten Contoh"},
        {"command": "1 spam", "meaning": "sisihkan, tidak perlu dijawab"},
    ],
}

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "L01",
            "Tanda Terima Laporan",
            "reporter",
            {
                **_TO_REPORTER,
                "received_words": "Rabu, 30 September 2026 pukul 14.05 WITA",
                "next_step": "Kami memeriksa kelengkapan laporan dan mengabari Saudara dalam 14 hari.",
                "confidential": True,
                "contact_phone": "(0361) 000000",
            },
            {"reporter_name": "", "contact_phone": ""},
            ({"confidential": False},),
        ),
        Kind(
            "L02",
            "Permintaan Kelengkapan Laporan",
            "reporter",
            {**_TO_REPORTER, **_DUE, "missing": ["nama lengkap", "alamat", "salinan kartu identitas"]},
            {"reporter_name": "", "due_explanation": ""},
        ),
        Kind(
            "L03",
            "Pengingat Kelengkapan Laporan",
            "reporter",
            {**_TO_REPORTER, **_DUE, "missing": ["alamat"], "days_left": 7},
            {"reporter_name": "", "due_explanation": "", "days_left": None},
            ({"days_left": 0}, {"days_left": 1}),
        ),
        Kind(
            "L05",
            "Penyampaian Laporan Masyarakat",
            "agency",
            _REPORT,
            {"focal_name": "", "identity_note": "", "copies": (), "due_explanation": "", "buttons": ()},
        ),
        Kind(
            "L06",
            "Respons Cepat Ombudsman (RCO)",
            "agency",
            {
                **_REPORT,
                "criterion": "mengancam keselamatan jiwa",
                "confirm_by_words": "pukul 14.00 WITA",
                "officer_phone": "0812 0000 0000",
            },
            {"focal_name": "", "identity_note": "", "copies": (), "due_explanation": "", "buttons": ()},
        ),
        Kind(
            "L10",
            "Pengingat Jawaban",
            "agency",
            {**_REMINDER, "days_left": 3},
            {"focal_name": "", "due_explanation": "", "buttons": ()},
            ({"days_left": 0}, {"days_left": 1}),
        ),
        Kind(
            "L11",
            "Pemberitahuan Lewat Tenggat",
            "agency",
            {**_REMINDER, "days_late": 1, "next_step": "menyampaikan hal ini kepada atasan Bapak/Ibu"},
            {"focal_name": "", "due_explanation": "", "buttons": (), "next_step": ""},
        ),
        Kind(
            "L12",
            "Rekap Tindak Lanjut Laporan",
            "agency",
            {
                "agency_names": ["Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh"],
                "focal_name": "Ketut Contoh, S.Sos.",
                "rows": [_ROW, {**_ROW, "case": "0124/LM/X/2026/DPS", "status_words": "lewat 1 hari"}],
                "day_words": "Senin, 12 Oktober 2026",
            },
            {"focal_name": ""},
        ),
        Kind(
            "L13",
            "Permohonan Bantuan Tindak Lanjut",
            "superior",
            {
                **_LETTER,
                **_DUE,
                "superior_title": "Sekretaris Daerah Kabupaten Contoh",
                "history": [
                    {"date_words": "1 Oktober 2026", "what": "surat koordinasi disampaikan"},
                    {"date_words": "12 Oktober 2026", "what": "pengingat disampaikan"},
                ],
                "days_late": 7,
                "request": "memberi arahan agar jawaban tertulis disampaikan dalam 7 hari",
            },
            {"due_explanation": ""},
        ),
        Kind(
            "L14",
            "Jawaban atas Permohonan Perpanjangan Waktu",
            "agency",
            {
                **_TO_FOCAL,
                "granted": True,
                "until_words": "Kamis, 29 Oktober 2026 pukul 23.59 WITA",
                "reason": "pengumpulan data di lapangan",
                "due_explanation": "perpanjangan satu kali, 14 hari kalender",
            },
            {
                "focal_name": "",
                "due_explanation": "",
                "reason": "",
                "letter_number": "",
                "letter_date_words": "",
            },
            ({"granted": False},),
        ),
        Kind(
            "L15",
            "Penerusan Jawaban",
            "staff",
            {
                "case": CASE,
                "agency_name": _LETTER["agency_name"],
                "kind_words": "jawaban akhir",
                "received_words": "Senin, 12 Oktober 2026 pukul 10.20 WITA",
                "on_time": True,
                "new_text": "Kartu keluarga telah terbit dan diserahkan pada 9 Oktober 2026.",
                "attachments": ["scan0012.pdf"],
                "questions": ["Apakah kartu keluarga sudah diserahkan?"],
                "commands": [{"command": "close selesai_instansi", "meaning": "tutup laporan"}],
            },
            {"on_time": None, "attachments": (), "questions": (), "commands": ()},
            ({"on_time": False},),
        ),
        Kind(
            "L16",
            "Tanda Terima Jawaban",
            "agency",
            {**_TO_FOCAL, "received_words": "Senin, 12 Oktober 2026 pukul 10.20 WITA"},
            {"focal_name": "", "letter_number": "", "letter_date_words": ""},
        ),
        Kind(
            "L20",
            "Penutupan Laporan",
            "reporter",
            {
                **_TO_REPORTER,
                "reason_words": "telah diselesaikan oleh instansi terlapor",
                "obtained": "Kartu keluarga telah diterbitkan dan diserahkan.",
                "how_to_object": "menyampaikan keberatan dengan membalas surel ini disertai alasan dan bukti",
            },
            {"reporter_name": "", "obtained": ""},
        ),
        Kind(
            "L33",
            "Perkembangan Laporan",
            "reporter",
            {
                **_TO_REPORTER,
                "state_words": "menunggu jawaban instansi",
                "last_step": "surat koordinasi disampaikan pada 1 Oktober 2026",
                "next_date_words": "Kamis, 15 Oktober 2026",
            },
            {"reporter_name": "", "next_date_words": ""},
        ),
        Kind(
            "L34",
            "Konfirmasi Pencabutan Laporan",
            "reporter",
            {
                **_TO_REPORTER,
                "until_words": "Senin, 19 Oktober 2026",
                "buttons": [
                    _button(
                        "Ya, saya mencabut laporan", "Ya, saya mencabut laporan saya atas kehendak sendiri."
                    ),
                    _button("Tidak, lanjutkan", "Tidak, mohon laporan saya dilanjutkan."),
                ],
            },
            {"reporter_name": "", "until_words": "", "buttons": ()},
        ),
        Kind(
            "N01",
            "Daftar yang menunggu keputusan",
            "staff",
            {
                "items": [_ITEM, {**_ITEM, "id": 2, "suggestions": []}],
                "commands_help": "ok · agency ID · case NOMOR · spam · hold · release",
            },
            {"commands_help": ""},
        ),
        Kind(
            "N02",
            "Ringkasan pagi",
            "staff",
            {
                "officer_name": "Asisten Contoh",
                "day_words": "Senin, 12 Oktober 2026",
                "overdue": [_ROW],
                "due_soon": [_ROW],
                "held": [_ROW],
                "answered": [_ROW],
            },
            {"officer_name": "", "overdue": (), "due_soon": (), "held": (), "answered": ()},
        ),
        Kind(
            "N03",
            "Perintah yang dijalankan",
            "staff",
            {
                "lines": [
                    {"line": "1 ok", "outcome": "surat dikirim", "ok": True},
                    {"line": "2 agncy x", "outcome": "perintah tidak dikenal", "ok": False},
                ]
            },
        ),
        Kind(
            "N04",
            "Laporan mendesak",
            "staff",
            {
                "case": "0007/RCO/X/2026/DPS",
                "why": "mengancam keselamatan jiwa: kabel listrik menjuntai di halaman sekolah",
                "sender": "Putu Contoh <putu@surel.example>",
                "subject": "Kabel listrik membahayakan",
                "excerpt": "Kabel menjuntai sejak kemarin sore.",
                "agency_name": "PLN ULP Contoh",
                "what_maild_did": "surat RCO disiapkan, belum dikirim",
                "todo": ["hubungi pejabat penghubung melalui telepon", "balas dengan: ok"],
            },
            {"case": None, "agency_name": None, "what_maild_did": "", "todo": ()},
        ),
        Kind(
            "N05",
            "Laporan baru, surat menunggu waktu kirim",
            "staff",
            {
                "case": CASE,
                "agency_name": _LETTER["agency_name"],
                "received_words": "Rabu, 30 September 2026 pukul 14.05 WITA",
                "summary": _REPORT["summary"],
                "sends_at_words": "Rabu, 30 September 2026 pukul 14.15 WITA",
                "hold_help": "hold",
                "missing": ["alamat"],
            },
            {"missing": ()},
        ),
        Kind(
            "N06",
            "Surat tidak sampai atau belum pasti terkirim",
            "staff",
            {
                "case": CASE,
                "letter_kind_words": "surat koordinasi",
                "to": "penghubung@dinas.example",
                "what_happened": "ditolak oleh peladen penerima: 550 5.1.1 alamat tidak dikenal",
                "suggestions": [{"command": "retry 12", "meaning": "kirim ulang"}],
            },
            {"case": None, "suggestions": ()},
        ),
        Kind(
            "N07",
            "Surel yang disisihkan",
            "staff",
            {"id": 31, "reason": "kepala surel 300.123 bita, batas 262.144", "size": 31457280},
        ),
    )
}
