"""Forwarded mails as the programs write them that are common in Indonesia (data)."""

from __future__ import annotations

from tests.message.forwards.case import REPORT, Forward

INDONESIAN = {
    "gmail android id": Forward(
        "Fwd: Jalan rusak",
        (
            "Mohon cek.\n\n---------- Forwarded message ---------\n"
            "Dari: Budi Santoso <budi.s@surel.example>\nDate: Rab, 5 Agt 2026 21.10\nSubject: Jalan rusak\n"
            "To: <asisten@ombudsman.example>\n\n\n"
        )
        + REPORT,
        own="Mohon cek.",
    ),
    "gmail ms": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\nDaripada: Budi Santoso <budi.s@surel.example>\n"
            "Date: Rab, 5 Ogo 2026 pada 9:10 PTG\nSubject: Jalan rusak\nTo: <a@x.example>\n\n"
        )
        + REPORT,
    ),
    "outlook desktop id": Forward(
        "FW: Jalan rusak",
        (
            "Untuk diregistrasi ya.\n\nSalam,\nAsisten\n\nDari: Budi Santoso <budi.s@surel.example> \n"
            "Dikirim: Rabu, 05 Agustus 2026 21:10\nKepada: Asisten Uji <asisten@ombudsman.example>\n"
            "Perihal: Jalan rusak\n\n"
        )
        + REPORT,
        own="Untuk diregistrasi ya.\n\nSalam,\nAsisten",
    ),
    "outlook id importance": Forward(
        "FW: Jalan rusak",
        (
            "Dari: Budi Santoso [mailto:budi.s@surel.example] \nDikirim: 05 Agustus 2026 21:10\n"
            "Kepada: 'Asisten Uji' <asisten@ombudsman.example>; intake@ombudsman.example\n"
            "Cc: Kepala <kepala@ombudsman.example>\nPerihal: Jalan rusak\nKepentingan: Tinggi\n\n"
        )
        + REPORT,
    ),
    "outlook web id": Forward(
        "Fw: Jalan rusak",
        (
            "\n________________________________\nDari: Budi Santoso <budi.s@surel.example>\n"
            "Dikirim: Rabu, 05 Agustus 2026 21.10\nKepada: Asisten Uji <asisten@ombudsman.example>\n"
            "Subjek: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "outlook mobile android": Forward(
        "Fw: Jalan rusak",
        (
            "Tolong diproses\n\nDapatkan Outlook untuk Android<https://aka.example/x>\n"
            "________________________________\nFrom: Budi Santoso <budi.s@surel.example>\n"
            "Sent: Wednesday, August 5, 2026 9:10:22 PM\nTo: Asisten Uji <asisten@ombudsman.example>\n"
            "Subject: Jalan rusak\n\n"
        )
        + REPORT,
        own="Tolong diproses",
    ),
    "yahoo id plain": Forward(
        "Trs: Jalan rusak",
        (
            '  ----- Pesan yang Diteruskan ----- Dari: Budi Santoso <budi.s@surel.example>Kepada: "asisten@ombudsman.example" <asisten@ombudsman.example>Terkirim: Rabu, 5 Agustus 2026 21.10.11 WIBJudul: Jalan rusak\n'
        )
        + REPORT,
    ),
    "yahoo id lines": Forward(
        "Trs: Jalan rusak",
        (
            "   ----- Pesan Diteruskan -----\n   Dari: Budi Santoso <budi.s@surel.example>\n"
            '   Kepada: "asisten@ombudsman.example" <asisten@ombudsman.example>\n'
            "   Terkirim: Rabu, 5 Agustus 2026 21.10.11 WIB\n   Judul: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "apple id": Forward(
        "Fwd: Jalan rusak",
        (
            "Ini laporannya\n\n> Awal pesan yang diteruskan:\n> \n"
            "> Dari: Budi Santoso <budi.s@surel.example>\n> Perihal: Jalan rusak\n"
            "> Tanggal: 5 Agustus 2026 21.10.11 WIB\n> Kepada: asisten@ombudsman.example\n> \n"
            "> Pak, jalan di depan rumah kami rusak sejak Mei.\n> Mohon dibantu.\n> \n> Budi"
        ),
        own="Ini laporannya",
    ),
    "iphone id unquoted": Forward(
        "Fwd: Jalan rusak",
        (
            "Dikirim dari iPhone saya\n\nMulai pesan terusan:\n\n"
            "Dari: Budi Santoso <budi.s@surel.example>\nTanggal: 5 Agustus 2026 pukul 21.10.11 WIB\n"
            "Kepada: asisten@ombudsman.example\nPerihal: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "thunderbird id": Forward(
        "Fwd: Jalan rusak",
        (
            "FYI\n\n\n-------- Pesan yang Diteruskan --------\nPerihal: \tJalan rusak\n"
            "Tanggal: \tWed, 5 Aug 2026 21:10:11 +0700\nDari: \tBudi Santoso <budi.s@surel.example>\n"
            "Kepada: \tasisten@ombudsman.example\n\n\n\n"
        )
        + REPORT,
        own="FYI",
    ),
    "roundcube id": Forward(
        "Fwd: Jalan rusak",
        (
            "-------- Pesan Asli --------\nJudul: \tJalan rusak\nTanggal: \t05-08-2026 21:10\n"
            "Pengirim: \tBudi Santoso <budi.s@surel.example>\nPenerima: \tasisten@ombudsman.example\n\n"
        )
        + REPORT,
    ),
    "roundcube en": Forward(
        "Fwd: Jalan rusak",
        (
            "-------- Original Message --------\nSubject: Jalan rusak\nDate: 2026-08-05 21:10\n"
            "From: Budi Santoso <budi.s@surel.example>\nTo: asisten@ombudsman.example\n\n"
        )
        + REPORT,
    ),
    "zimbra id": Forward(
        "Fwd: Jalan rusak",
        (
            "Yth. Intake\nMohon tindak lanjut\n\n----- Pesan yang Diteruskan -----\n"
            'Dari: "Budi Santoso" <budi.s@surel.example>\nKe: "asisten" <asisten@ombudsman.example>\n'
            "Terkirim: Rabu, 5 Agustus 2026 21:10:11\nSubjek: Jalan rusak\n\n"
        )
        + REPORT,
        own="Yth. Intake\nMohon tindak lanjut",
    ),
    "zimbra en": Forward(
        "Fwd: Jalan rusak",
        (
            'From: "Budi Santoso" <budi.s@surel.example>\nTo: "asisten" <asisten@ombudsman.example>\n'
            "Sent: Wednesday, August 5, 2026 9:10:11 PM\nSubject: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "k9": Forward(
        "Fwd: Jalan rusak",
        (
            "-------- Pesan Orisinal --------\nSubjek: Jalan rusak\n"
            "Terkirim: 5 Agustus 2026 21.10.11 GMT+07.00\nDari: Budi Santoso <budi.s@surel.example>\n"
            "Kepada: asisten@ombudsman.example\n\n"
        )
        + REPORT,
    ),
    "samsung": Forward(
        "Fwd: Jalan rusak",
        (
            "\n\n\n-------- Pesan asli --------\nDari: Budi Santoso <budi.s@surel.example> \n"
            "Tanggal: 05/08/26  21.10  (GMT+07:00) \nKe: asisten@ombudsman.example \nSubjek: Jalan rusak \n"
            "\n"
        )
        + REPORT,
    ),
    "lotus": Forward(
        "Fw: Jalan rusak",
        (
            "FYI\n----- Forwarded by Asisten Uji/ORI/ID on 08/05/2026 09:10 PM -----\n\n"
            "From:\tBudi Santoso <budi.s@surel.example>\nTo:\tasisten@ombudsman.example\n"
            "Date:\t08/05/2026 09:00 PM\nSubject:\tJalan rusak\n\n\n\n"
        )
        + REPORT,
        own="FYI",
    ),
    "protonmail": Forward(
        "Fw: Jalan rusak",
        (
            "Sent with Proton Mail secure email.\n\n------- Forwarded Message -------\n"
            "From: Budi Santoso <budi.s@surel.example>\nDate: On Wednesday, August 5th, 2026 at 9:10 PM\n"
            "Subject: Jalan rusak\nTo: asisten@ombudsman.example <asisten@ombudsman.example>\n\n"
            "> Pak, jalan di depan rumah kami rusak sejak Mei.\n> Mohon dibantu.\n> \n> Budi"
        ),
    ),
    "aol": Forward(
        "Fwd: Jalan rusak",
        (
            "-----Original Message-----\nFrom: Budi Santoso <budi.s@surel.example>\n"
            "To: asisten <asisten@ombudsman.example>\nSent: Wed, Aug 5, 2026 9:10 pm\n"
            "Subject: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "zoho": Forward(
        "Fwd: Jalan rusak",
        (
            "============ Forwarded message ============\nFrom: Budi Santoso <budi.s@surel.example>\n"
            'To: "asisten"<asisten@ombudsman.example>\nDate: Wed, 05 Aug 2026 21:10:11 +0700\n'
            "Subject: Jalan rusak\n============ Forwarded message ============\n\n"
        )
        + REPORT,
        begins="",
    ),
    "mailspring": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded Message ---------\n\nFrom: Budi Santoso <budi.s@surel.example>\n"
            "Subject: Jalan rusak\nDate: Aug 5 2026, at 9:10 pm\nTo: asisten@ombudsman.example\n\n"
        )
        + REPORT,
    ),
    "gmx de": Forward(
        "WG: Jalan rusak",
        (
            'Gesendet: Mittwoch, 05. August 2026 um 21:10 Uhr\nVon: "Budi Santoso" <budi.s@surel.example>\n'
            "An: asisten@ombudsman.example\nBetreff: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "mutt": Forward(
        "(fwd) Jalan rusak",
        (
            "----- Forwarded message from Budi Santoso <budi.s@surel.example> -----\n\n"
            "Date: Wed, 5 Aug 2026 21:10:11 +0700\nFrom: Budi Santoso <budi.s@surel.example>\n"
            "To: asisten@ombudsman.example\nSubject: Jalan rusak\n\n"
            "Pak, jalan di depan rumah kami rusak sejak Mei.\nMohon dibantu.\n\nBudi\n\n"
            "----- End forwarded message -----"
        ),
    ),
    "squirrelmail": Forward(
        "[Fwd: Jalan rusak]",
        (
            "---------------------------- Original Message ----------------------------\n"
            'Subject: Jalan rusak\nFrom:    "Budi Santoso" <budi.s@surel.example>\n'
            "Date:    Wed, August 5, 2026 9:10 pm\nTo:      asisten@ombudsman.example\n"
            "--------------------------------------------------------------------------\n\n"
        )
        + REPORT,
    ),
}
