"""Forwarded mails as other programs write them, and odd forms of the header (data)."""

from __future__ import annotations

from tests.message.forwards.case import REPORT, Forward

PROGRAMS = {
    "horde id": Forward(
        "Fwd: Jalan rusak",
        (
            "----- Pesan diteruskan dari Budi Santoso <budi.s@surel.example> -----\n"
            "   Tanggal: Wed, 05 Aug 2026 21:10:11 +0700\n      Dari: Budi Santoso <budi.s@surel.example>\n"
            "   Perihal: Jalan rusak\n    Kepada: asisten@ombudsman.example\n\n"
            "Pak, jalan di depan rumah kami rusak sejak Mei.\nMohon dibantu.\n\nBudi\n\n"
            "----- Akhir pesan terusan -----"
        ),
    ),
    "markdown bold": Forward(
        "FW: Jalan rusak",
        (
            "Mohon diproses\n\n*Dari:* Budi Santoso <budi.s@surel.example>\n"
            "*Dikirim:* Rabu, 5 Agustus 2026 21.10\n*Kepada:* Asisten <asisten@ombudsman.example>\n"
            "*Subjek:* Jalan rusak\n\n"
        )
        + REPORT,
        own="Mohon diproses",
    ),
    "bold2": Forward(
        "FW: Jalan rusak",
        (
            "**From:** Budi Santoso <budi.s@surel.example>\n**Sent:** Wednesday, 5 August 2026 21:10\n"
            "**To:** Asisten\n**Subject:** Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "spaced labels": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Pesan terusan ----------\nDari       : Budi Santoso <budi.s@surel.example>\n"
            "Tanggal    : 5 Agustus 2026 21.10 WITA\nPerihal    : Jalan rusak\n"
            "Kepada     : asisten@ombudsman.example\n\n"
        )
        + REPORT,
    ),
    "blank lines between": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\n\nFrom: Budi Santoso <budi.s@surel.example>\n\n"
            "Date: Wed, Aug 5, 2026 at 9:10 PM\n\nSubject: Jalan rusak\n\nTo: asisten@ombudsman.example\n\n"
        )
        + REPORT,
    ),
    "javanese remark": Forward(
        "Fwd: Jalan rusak",
        (
            "Nyuwun tulung dipun register nggih.\nSuwun\n\n---------- Forwarded message ---------\n"
            "From: Budi Santoso <budi.s@surel.example>\nDate: Wed, Aug 5, 2026 at 9:10 PM\n"
            "Subject: Jalan rusak\nTo: <asisten@ombudsman.example>\n\n"
        )
        + REPORT,
        own="Nyuwun tulung dipun register nggih.\nSuwun",
    ),
    "typo subj caps": Forward(
        "FWD : JALAN RUSAK",
        (
            "---------- FORWARDED MESSAGE ---------\nDARI: BUDI SANTOSO <BUDI.S@SUREL.EXAMPLE>\n"
            "TANGGAL: 5 AGUSTUS 2026 21.10\nPERIHAL: Jalan rusak\nKEPADA: ASISTEN@OMBUDSMAN.EXAMPLE\n\n"
        )
        + REPORT,
        sender=("BUDI SANTOSO", "budi.s@surel.example"),
    ),
    "no subject": Forward(
        "Fwd:",
        (
            "---------- Forwarded message ---------\nFrom: Budi Santoso <budi.s@surel.example>\n"
            "Date: Wed, Aug 5, 2026 at 9:10 PM\nSubject:\nTo: <asisten@ombudsman.example>\n\n"
        )
        + REPORT,
        about="",
    ),
    "edited subject, outlook": Forward(
        "Laporan warga Buleleng",
        (
            "Bu, ini laporan yang masuk ke surel saya.\n\nDari: Budi Santoso <budi.s@surel.example>\n"
            "Dikirim: Rabu, 5 Agustus 2026 21:10\nKepada: asisten@kantor-lain.example\n"
            "Perihal: Jalan rusak\n\n"
        )
        + REPORT,
        own="Bu, ini laporan yang masuk ke surel saya.",
    ),
    "outer signature dashes": Forward(
        "Fwd: Jalan rusak",
        (
            "FYI\n\n-- \nAsisten Uji\nORI\n\n---------- Forwarded message ---------\n"
            "From: Budi Santoso <budi.s@surel.example>\nDate: Wed, Aug 5, 2026 at 9:10 PM\n"
            "Subject: Jalan rusak\nTo: <asisten@ombudsman.example>\n\n"
        )
        + REPORT,
        own="FYI",
    ),
    "tagalog": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\nMula kay: Budi Santoso <budi.s@surel.example>\n"
            "Date: Miy, Ago 5, 2026 nang 9:10 PM\nSubject: Jalan rusak\nTo: <a@x.example>\n\n"
        )
        + REPORT,
    ),
    "unknown language swahili": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Ujumbe uliotumwa mbele ---------\nKutoka kwa: Budi Santoso <budi.s@surel.example>\n"
            "Tarehe: 5 Ago 2026 21:10\nMada: Jalan rusak\nKwa: <a@x.example>\n\n"
        )
        + REPORT,
    ),
    "thai": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- ข้อความที่ส่งต่อ ---------\nจาก: Budi Santoso <budi.s@surel.example>\n"
            "วันที่: พุธ 5 ส.ค. 2026 เวลา 21:10\nเรื่อง: Jalan rusak\nถึง: <a@x.example>\n\n"
        )
        + REPORT,
        day=None,
    ),
    "korean outlook": Forward(
        "FW: Jalan rusak",
        (
            "보낸 사람: Budi Santoso <budi.s@surel.example>\n보낸 날짜: 2026년 8월 5일 수요일 오후 9:10\n"
            "받는 사람: a@x.example\n제목: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "chinese outlook": Forward(
        "转发: Jalan rusak",
        (
            "发件人: Budi Santoso <budi.s@surel.example>\n发送时间: 2026年8月5日 21:10\n收件人: a@x.example\n"
            "主题: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "vietnamese": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Thư đã chuyển tiếp ----------\nTừ: Budi Santoso <budi.s@surel.example>\n"
            "Ngày: 5 thg 8, 2026 21:10\nChủ đề: Jalan rusak\nĐến: a@x.example\n\n"
        )
        + REPORT,
    ),
    "attribution forward mac": Forward(
        "FW: Jalan rusak",
        (
            '\ufeffPada 05/08/26 21.10, "Budi Santoso" <budi.s@surel.example> menulis:\n\n'
            "    Pak, jalan di depan rumah kami rusak sejak Mei.\n    Mohon dibantu.\n    \n    Budi"
        ),
    ),
    "nested": Forward(
        "Fwd: Jalan rusak",
        (
            "Teruskan ya\n\n---------- Forwarded message ---------\n"
            "From: Budi Santoso <budi.s@surel.example>\nDate: Wed, Aug 5, 2026 at 9:10 PM\n"
            "Subject: Fwd: Jalan rusak\nTo: <asisten@ombudsman.example>\n\nPak ini dari tetangga saya\n\n"
            "---------- Forwarded message ---------\nFrom: Made <made@lain.example>\n"
            "Date: Tue, Aug 4, 2026 at 9:10 PM\nSubject: Jalan rusak\nTo: <budi.s@surel.example>\n\n"
            "Rusak pak"
        ),
        about="Fwd: Jalan rusak",
        own="Teruskan ya",
        begins="Pak ini dari",
    ),
    "outlook exchange x500": Forward(
        "FW: Jalan rusak",
        (
            "From: Budi Santoso </O=KANTOR/OU=EX/CN=RECIPIENTS/CN=BUDI> \n"
            "Sent: Wednesday, August 5, 2026 9:10 PM\nTo: Asisten Uji\nSubject: Jalan rusak\n\n"
        )
        + REPORT,
        sender=("Budi Santoso", ""),
    ),
    "wrapped to list": Forward(
        "FW: Jalan rusak",
        (
            "From: Budi Santoso <budi.s@surel.example>\nSent: Wednesday, August 5, 2026 9:10 PM\n"
            "To: Asisten Uji <asisten@ombudsman.example>; Kepala Kantor\n"
            "<kepala@ombudsman.example>; Intake\n<intake@ombudsman.example>\nCc: x@y.example\n"
            "Subject: Jalan rusak\n\n"
        )
        + REPORT,
    ),
    "bottom text after apple quoted": Forward(
        "Fwd: Jalan rusak",
        (
            "> Begin forwarded message:\n> \n> From: Budi Santoso <budi.s@surel.example>\n"
            "> Subject: Jalan rusak\n> Date: 5 August 2026 at 21.10.11 WIB\n"
            "> To: asisten@ombudsman.example\n> \n> Pak, jalan rusak\n> Budi\n\n"
            "Ini mohon diproses ya, saya sedang di lapangan."
        ),
        own="Ini mohon diproses ya, saya sedang di lapangan.",
    ),
    "subject re: fwd marker wins": Forward(
        "Re: Jalan rusak",
        (
            "Terlampir surel warga.\n\n---------- Forwarded message ---------\n"
            "Dari: Budi Santoso <budi.s@surel.example>\nDate: Rab, 5 Agt 2026 pukul 21.10\n"
            "Subject: Jalan rusak\nTo: <asisten@ombudsman.example>\n\n\n"
        )
        + REPORT,
        own="Terlampir surel warga.",
    ),
    "date without year": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\nDari: Budi Santoso <budi.s@surel.example>\n"
            "Date: Rab, 5 Agt 21.10\nSubject: Jalan rusak\nTo: <asisten@ombudsman.example>\n\n\n"
        )
        + REPORT,
        day=None,
    ),
    "email only from": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\nDari: <budi.s@surel.example>\n"
            "Date: Rab, 5 Agt 2026 pukul 21.10\nSubject: Jalan rusak\nTo: <asisten@ombudsman.example>\n\n\n"
        )
        + REPORT,
        sender=("", "budi.s@surel.example"),
    ),
    "name with title comma": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\nDari: Drs. Budi Santoso, M.Pd <budi.s@surel.example>\n"
            "Date: Rab, 5 Agt 2026 pukul 21.10\nSubject: Jalan rusak\nTo: <asisten@ombudsman.example>\n\n\n"
        )
        + REPORT,
        sender=("Drs. Budi Santoso, M.Pd", "budi.s@surel.example"),
    ),
}
