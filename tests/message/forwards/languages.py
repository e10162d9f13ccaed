"""Forwarded mails in other languages, and what people do around them (data)."""

from __future__ import annotations

from tests.message.forwards.case import REPORT, Forward

LANGUAGES = {
    "via google group": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\n"
            "Dari: 'Budi Santoso' via Pengaduan <budi.s@surel.example>\nDate: Rab, 5 Agt 2026 pukul 21.10\n"
            "Subject: Jalan rusak\nTo: <asisten@ombudsman.example>\n\n\n"
        )
        + REPORT,
        sender=("Budi Santoso' via Pengaduan", "budi.s@surel.example"),
    ),
    "subject with colon and wrap": Forward(
        "Fwd: x",
        (
            "---------- Forwarded message ---------\nDari: Budi Santoso <budi.s@surel.example>\n"
            "Date: Rab, 5 Agt 2026 pukul 21.10\n"
            "Subject: Pengaduan: Jalan rusak di depan Kantor Desa Contoh Kecamatan Uji\n"
            " Kabupaten Buleleng\nTo: <asisten@ombudsman.example>\n\n\n"
        )
        + REPORT,
        about="Pengaduan: Jalan rusak di depan Kantor Desa Contoh Kecamatan Uji Kabupaten Buleleng",
    ),
    "body begins with labels": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\nDari: Budi Santoso <budi.s@surel.example>\n"
            "Date: Rab, 5 Agt 2026 pukul 21.10\nSubject: Jalan rusak\nTo: <asisten@ombudsman.example>\n\n\n"
            "Nama: Budi Santoso\nAlamat: Jalan Uji 1\nKepada: Yth. Ombudsman\nPerihal: Jalan\n\nRusak"
        ),
        begins="Nama: Budi",
    ),
    "new outlook body directly label": Forward(
        "FW: Jalan rusak",
        (
            "From: Budi Santoso <budi.s@surel.example>\nDate: Wednesday, 5 August 2026 at 21.10\n"
            "To: asisten@ombudsman.example <asisten@ombudsman.example>\nSubject: Jalan rusak\nNama: Budi\n"
            "Alamat: Jalan Uji\nRusak pak"
        ),
        begins="Nama: Budi",
    ),
    "tetum/pt": Forward(
        "Enc: Jalan rusak",
        (
            "De: Budi Santoso <budi.s@surel.example>\nEnviado: quarta-feira, 5 de agosto de 2026 21:10\n"
            "Para: asisten@ombudsman.example\nAssunto: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "greek gmail": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\nΑπό: Budi Santoso <budi.s@surel.example>\n"
            "Date: Τετ 5 Αυγ 2026 στις 9:10 μ.μ.\nSubject: Jalan rusak\nTo: <a@x.example>\n\n"
        )
        + REPORT,
    ),
    "hebrew gmail": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\n"
            "\u202bמאת: \u202aBudi Santoso\u202c\u200f <budi.s@surel.example>\n"
            "Date: יום ד׳, 5 באוג׳ 2026 ב-21:10\nSubject: Jalan rusak\nTo: <a@x.example>\n\n"
        )
        + REPORT,
        day=None,
    ),
    "arabic outlook": Forward(
        "FW: Jalan rusak",
        (
            "من: Budi Santoso <budi.s@surel.example>\nتاريخ الإرسال: 5 August 2026 21:10\n"
            "إلى: a@x.example\nالموضوع: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "slovenian tb": Forward(
        "Fwd: Jalan rusak",
        (
            "-------- Posredovano sporočilo --------\nZadeva: \tJalan rusak\n"
            "Datum: \tWed, 5 Aug 2026 21:10:11 +0700\nOd: \tBudi Santoso <budi.s@surel.example>\n"
            "Za: \ta@x.example\n\n"
        )
        + REPORT,
    ),
    "bulgarian tb": Forward(
        "Fwd: Jalan rusak",
        (
            "-------- Препратено съобщение --------\nОтносно: \tJalan rusak\n"
            "Дата: \tWed, 5 Aug 2026 21:10:11 +0700\nОт: \tBudi Santoso <budi.s@surel.example>\n"
            "До: \ta@x.example\n\n"
        )
        + REPORT,
    ),
    "icelandic unknown labels tb": Forward(
        "Fwd: Jalan rusak",
        (
            "-------- Áframsent skeyti --------\nEfni: \tJalan rusak\n"
            "Dagsetning: \tWed, 5 Aug 2026 21:10:11 +0700\nFrá: \tBudi Santoso <budi.s@surel.example>\n"
            "Til: \ta@x.example\n\n"
        )
        + REPORT,
    ),
    "basque unknown": Forward(
        "Fwd: Jalan rusak",
        (
            "-------- Birbidalitako mezua --------\nGaia: \tJalan rusak\n"
            "Data: \tWed, 5 Aug 2026 21:10:11 +0700\nNork: \tBudi Santoso <budi.s@surel.example>\n"
            "Nori: \ta@x.example\n\n"
        )
        + REPORT,
    ),
    "welsh gmail unknown": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\nOddi wrth: Budi Santoso <budi.s@surel.example>\n"
            "Date: Mer, 5 Awst 2026 am 21:10\nSubject: Jalan rusak\nTo: <a@x.example>\n\n"
        )
        + REPORT,
        day=None,
    ),
    "malay outlook": Forward(
        "FW: Jalan rusak",
        (
            "Daripada: Budi Santoso <budi.s@surel.example>\nDihantar: Rabu, 5 Ogos 2026 9:10 PTG\n"
            "Kepada: asisten@ombudsman.example\nSubjek: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "sundanese remark + Dari block no sep": Forward(
        "Tr: Jalan rusak",
        (
            "Punten, mangga diproses.\n\nDari: Budi Santoso <budi.s@surel.example>\n"
            "Tanggal: 5 Agustus 2026 21.10\nKepada: asisten@ombudsman.example\nSubjek: Jalan rusak\n\n"
        )
        + REPORT,
        own="Punten, mangga diproses.",
    ),
    "two forwards inline": Forward(
        "Fwd: dua laporan",
        (
            "Dua laporan.\n\n---------- Forwarded message ---------\n"
            "Dari: Budi Santoso <budi.s@surel.example>\nDate: Rab, 5 Agt 2026 pukul 21.10\n"
            "Subject: Jalan rusak\nTo: <asisten@ombudsman.example>\n\n\n"
            "Pak, jalan di depan rumah kami rusak sejak Mei.\nMohon dibantu.\n\nBudi\n\n"
            "---------- Forwarded message ---------\nDari: Made <made@surel.example>\n"
            "Date: Rab, 5 Agt 2026 pukul 21.10\nSubject: Jalan rusak\nTo: <asisten@ombudsman.example>\n\n\n"
            "Air mati"
        ),
        own="Dua laporan.",
    ),
    "quoted > whole by k9 style": Forward(
        "Fwd: Jalan rusak",
        (
            "Mohon cek\n\n> ---------- Forwarded message ---------\n"
            "> Dari: Budi Santoso <budi.s@surel.example>\n> Date: Rab, 5 Agt 2026 pukul 21.10\n"
            "> Subject: Jalan rusak\n> To: <asisten@ombudsman.example>\n> \n> \n"
            "> Pak, jalan di depan rumah kami rusak sejak Mei.\n> Mohon dibantu.\n> \n> Budi"
        ),
        own="Mohon cek",
    ),
    "staff greeting then fwd w/ signature": Forward(
        "Fwd: Jalan rusak",
        (
            "Yth. Tim Intake,\n\nMohon diregistrasi.\n\nHormat kami,\nAsisten Uji\nOmbudsman RI\n"
            "Telp: (0361) 000000\nEmail: asisten@ombudsman.example\n\n"
            "---------- Forwarded message ---------\nDari: Budi Santoso <budi.s@surel.example>\n"
            "Date: Rab, 5 Agt 2026 pukul 21.10\nSubject: Jalan rusak\nTo: <asisten@ombudsman.example>\n\n\n"
        )
        + REPORT,
        own="Yth. Tim Intake,\n\nMohon diregistrasi.\n\nHormat kami,\nAsisten Uji\nOmbudsman RI\nTelp: (0361) 000000\nEmail: asisten@ombudsman.example",
    ),
    "mailto style": Forward(
        "FW: Jalan rusak",
        (
            "-----Original Message-----\nFrom: Budi Santoso [mailto:budi.s@surel.example] \n"
            "Sent: Wednesday, August 05, 2026 9:10 PM\nTo: 'Asisten'\nSubject: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "on behalf": Forward(
        "FW: Jalan rusak",
        (
            "From: Formulir Web <noreply@web.example> On Behalf Of Budi Santoso\n"
            "Sent: Wednesday, August 05, 2026 9:10 PM\nTo: a@x.example\nSubject: Jalan rusak\n\n"
        )
        + REPORT,
        sender=("Formulir Web", "noreply@web.example"),
    ),
    "reply-to between": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\nFrom: Budi Santoso <budi.s@surel.example>\n"
            "Reply-To: lain@x.example\nDate: Wed, 5 Aug 2026 21:10:11 +0700\nSubject: Jalan rusak\n"
            "To: a@x.example\n\n"
        )
        + REPORT,
    ),
    "all headers tb": Forward(
        "Fwd: Jalan rusak",
        (
            "-------- Forwarded Message --------\nReturn-Path: <budi.s@surel.example>\n"
            "Received: from a by b; Wed, 5 Aug 2026 21:10:12 +0700\n"
            "From: Budi Santoso <budi.s@surel.example>\nTo: a@x.example\nSubject: Jalan rusak\n"
            "Date: Wed, 5 Aug 2026 21:10:11 +0700\nMessage-ID: <x@y>\nMIME-Version: 1.0\n"
            "Content-Type: text/plain\n\n"
        )
        + REPORT,
    ),
    "em dash sep": Forward(
        "Fwd: Jalan rusak",
        (
            "——— Pesan yang diteruskan ———\nDari: Budi Santoso <budi.s@surel.example>\n"
            "Tanggal: 5 Agustus 2026 21.10\nPerihal: Jalan rusak\nKepada: a@x.example\n\n"
        )
        + REPORT,
    ),
    "colloquial manual": Forward(
        "Fwd: jalan",
        (
            "pak ini aduan dr warga tlg diproses\n\nDari: Budi Santoso (budi.s@surel.example)\n"
            "Tgl: 5/8/2026 21.10\nHal: Jalan rusak\nKe: asisten\n\n"
        )
        + REPORT,
        own="pak ini aduan dr warga tlg diproses",
    ),
}
