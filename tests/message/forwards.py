"""Forwarded mails as programs write them, and answers and prose that only look so (data)."""

from __future__ import annotations

from dataclasses import dataclass

REPORT = "Pak, jalan di depan rumah kami rusak sejak Mei.\nMohon dibantu.\n\nBudi"


@dataclass(frozen=True)
class Forward:
    """`day` is that of the original in the forwarder's zone; `own` what the forwarder wrote above it."""

    subject: str
    text: str
    sender: tuple[str, str] = ("Budi Santoso", "budi.s@surel.example")
    about: str = "Jalan rusak"
    own: str = ""
    begins: str = "Pak, jalan"
    day: str | None = "2026-08-05"


@dataclass(frozen=True)
class Answer:
    """`own`: words that are the sender's, and stay so."""

    subject: str
    text: str
    own: str
    sender: str = "Budi <budi@warga.example>"


FORWARDS = {
    "gmail android id": Forward(
        "Fwd: Jalan rusak",
        (
            "Mohon cek.\n"
            "\n"
            "---------- Forwarded message ---------\n"
            "Dari: Budi Santoso <budi.s@surel.example>\n"
            "Date: Rab, 5 Agt 2026 21.10\n"
            "Subject: Jalan rusak\n"
            "To: <asisten@ombudsman.example>\n"
            "\n"
            "\n"
        )
        + REPORT,
        own="Mohon cek.",
    ),
    "gmail ms": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\n"
            "Daripada: Budi Santoso <budi.s@surel.example>\n"
            "Date: Rab, 5 Ogo 2026 pada 9:10 PTG\n"
            "Subject: Jalan rusak\n"
            "To: <a@x.example>\n"
            "\n"
        )
        + REPORT,
    ),
    "outlook desktop id": Forward(
        "FW: Jalan rusak",
        (
            "Untuk diregistrasi ya.\n"
            "\n"
            "Salam,\n"
            "Asisten\n"
            "\n"
            "Dari: Budi Santoso <budi.s@surel.example> \n"
            "Dikirim: Rabu, 05 Agustus 2026 21:10\n"
            "Kepada: Asisten Uji <asisten@ombudsman.example>\n"
            "Perihal: Jalan rusak\n"
            "\n"
        )
        + REPORT,
        own="Untuk diregistrasi ya.\n\nSalam,\nAsisten",
    ),
    "outlook id importance": Forward(
        "FW: Jalan rusak",
        (
            "Dari: Budi Santoso [mailto:budi.s@surel.example] \n"
            "Dikirim: 05 Agustus 2026 21:10\n"
            "Kepada: 'Asisten Uji' <asisten@ombudsman.example>; intake@ombudsman.example\n"
            "Cc: Kepala <kepala@ombudsman.example>\n"
            "Perihal: Jalan rusak\n"
            "Kepentingan: Tinggi\n"
            "\n"
        )
        + REPORT,
    ),
    "outlook web id": Forward(
        "Fw: Jalan rusak",
        (
            "\n"
            "________________________________\n"
            "Dari: Budi Santoso <budi.s@surel.example>\n"
            "Dikirim: Rabu, 05 Agustus 2026 21.10\n"
            "Kepada: Asisten Uji <asisten@ombudsman.example>\n"
            "Subjek: Jalan rusak\n"
            "\n"
        )
        + REPORT,
    ),
    "outlook mobile android": Forward(
        "Fw: Jalan rusak",
        (
            "Tolong diproses\n"
            "\n"
            "Dapatkan Outlook untuk Android<https://aka.example/x>\n"
            "________________________________\n"
            "From: Budi Santoso <budi.s@surel.example>\n"
            "Sent: Wednesday, August 5, 2026 9:10:22 PM\n"
            "To: Asisten Uji <asisten@ombudsman.example>\n"
            "Subject: Jalan rusak\n"
            "\n"
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
            "   ----- Pesan Diteruskan -----\n"
            "   Dari: Budi Santoso <budi.s@surel.example>\n"
            '   Kepada: "asisten@ombudsman.example" <asisten@ombudsman.example>\n'
            "   Terkirim: Rabu, 5 Agustus 2026 21.10.11 WIB\n"
            "   Judul: Jalan rusak\n"
            "\n"
        )
        + REPORT,
    ),
    "apple id": Forward(
        "Fwd: Jalan rusak",
        (
            "Ini laporannya\n"
            "\n"
            "> Awal pesan yang diteruskan:\n"
            "> \n"
            "> Dari: Budi Santoso <budi.s@surel.example>\n"
            "> Perihal: Jalan rusak\n"
            "> Tanggal: 5 Agustus 2026 21.10.11 WIB\n"
            "> Kepada: asisten@ombudsman.example\n"
            "> \n"
            "> Pak, jalan di depan rumah kami rusak sejak Mei.\n"
            "> Mohon dibantu.\n"
            "> \n"
            "> Budi"
        ),
        own="Ini laporannya",
    ),
    "iphone id unquoted": Forward(
        "Fwd: Jalan rusak",
        (
            "Dikirim dari iPhone saya\n"
            "\n"
            "Mulai pesan terusan:\n"
            "\n"
            "Dari: Budi Santoso <budi.s@surel.example>\n"
            "Tanggal: 5 Agustus 2026 pukul 21.10.11 WIB\n"
            "Kepada: asisten@ombudsman.example\n"
            "Perihal: Jalan rusak\n"
            "\n"
        )
        + REPORT,
    ),
    "thunderbird id": Forward(
        "Fwd: Jalan rusak",
        (
            "FYI\n"
            "\n"
            "\n"
            "-------- Pesan yang Diteruskan --------\n"
            "Perihal: \tJalan rusak\n"
            "Tanggal: \tWed, 5 Aug 2026 21:10:11 +0700\n"
            "Dari: \tBudi Santoso <budi.s@surel.example>\n"
            "Kepada: \tasisten@ombudsman.example\n"
            "\n"
            "\n"
            "\n"
        )
        + REPORT,
        own="FYI",
    ),
    "roundcube id": Forward(
        "Fwd: Jalan rusak",
        (
            "-------- Pesan Asli --------\n"
            "Judul: \tJalan rusak\n"
            "Tanggal: \t05-08-2026 21:10\n"
            "Pengirim: \tBudi Santoso <budi.s@surel.example>\n"
            "Penerima: \tasisten@ombudsman.example\n"
            "\n"
        )
        + REPORT,
    ),
    "roundcube en": Forward(
        "Fwd: Jalan rusak",
        (
            "-------- Original Message --------\n"
            "Subject: Jalan rusak\n"
            "Date: 2026-08-05 21:10\n"
            "From: Budi Santoso <budi.s@surel.example>\n"
            "To: asisten@ombudsman.example\n"
            "\n"
        )
        + REPORT,
    ),
    "zimbra id": Forward(
        "Fwd: Jalan rusak",
        (
            "Yth. Intake\n"
            "Mohon tindak lanjut\n"
            "\n"
            "----- Pesan yang Diteruskan -----\n"
            'Dari: "Budi Santoso" <budi.s@surel.example>\n'
            'Ke: "asisten" <asisten@ombudsman.example>\n'
            "Terkirim: Rabu, 5 Agustus 2026 21:10:11\n"
            "Subjek: Jalan rusak\n"
            "\n"
        )
        + REPORT,
        own="Yth. Intake\nMohon tindak lanjut",
    ),
    "zimbra en": Forward(
        "Fwd: Jalan rusak",
        (
            'From: "Budi Santoso" <budi.s@surel.example>\n'
            'To: "asisten" <asisten@ombudsman.example>\n'
            "Sent: Wednesday, August 5, 2026 9:10:11 PM\n"
            "Subject: Jalan rusak\n"
            "\n"
        )
        + REPORT,
    ),
    "k9": Forward(
        "Fwd: Jalan rusak",
        (
            "-------- Pesan Orisinal --------\n"
            "Subjek: Jalan rusak\n"
            "Terkirim: 5 Agustus 2026 21.10.11 GMT+07.00\n"
            "Dari: Budi Santoso <budi.s@surel.example>\n"
            "Kepada: asisten@ombudsman.example\n"
            "\n"
        )
        + REPORT,
    ),
    "samsung": Forward(
        "Fwd: Jalan rusak",
        (
            "\n"
            "\n"
            "\n"
            "-------- Pesan asli --------\n"
            "Dari: Budi Santoso <budi.s@surel.example> \n"
            "Tanggal: 05/08/26  21.10  (GMT+07:00) \n"
            "Ke: asisten@ombudsman.example \n"
            "Subjek: Jalan rusak \n"
            "\n"
        )
        + REPORT,
    ),
    "lotus": Forward(
        "Fw: Jalan rusak",
        (
            "FYI\n"
            "----- Forwarded by Asisten Uji/ORI/ID on 08/05/2026 09:10 PM -----\n"
            "\n"
            "From:\tBudi Santoso <budi.s@surel.example>\n"
            "To:\tasisten@ombudsman.example\n"
            "Date:\t08/05/2026 09:00 PM\n"
            "Subject:\tJalan rusak\n"
            "\n"
            "\n"
            "\n"
        )
        + REPORT,
        own="FYI",
    ),
    "protonmail": Forward(
        "Fw: Jalan rusak",
        (
            "Sent with Proton Mail secure email.\n"
            "\n"
            "------- Forwarded Message -------\n"
            "From: Budi Santoso <budi.s@surel.example>\n"
            "Date: On Wednesday, August 5th, 2026 at 9:10 PM\n"
            "Subject: Jalan rusak\n"
            "To: asisten@ombudsman.example <asisten@ombudsman.example>\n"
            "\n"
            "> Pak, jalan di depan rumah kami rusak sejak Mei.\n"
            "> Mohon dibantu.\n"
            "> \n"
            "> Budi"
        ),
    ),
    "aol": Forward(
        "Fwd: Jalan rusak",
        (
            "-----Original Message-----\n"
            "From: Budi Santoso <budi.s@surel.example>\n"
            "To: asisten <asisten@ombudsman.example>\n"
            "Sent: Wed, Aug 5, 2026 9:10 pm\n"
            "Subject: Jalan rusak\n"
            "\n"
        )
        + REPORT,
    ),
    "zoho": Forward(
        "Fwd: Jalan rusak",
        (
            "============ Forwarded message ============\n"
            "From: Budi Santoso <budi.s@surel.example>\n"
            'To: "asisten"<asisten@ombudsman.example>\n'
            "Date: Wed, 05 Aug 2026 21:10:11 +0700\n"
            "Subject: Jalan rusak\n"
            "============ Forwarded message ============\n"
            "\n"
        )
        + REPORT,
        begins="",
    ),
    "mailspring": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded Message ---------\n"
            "\n"
            "From: Budi Santoso <budi.s@surel.example>\n"
            "Subject: Jalan rusak\n"
            "Date: Aug 5 2026, at 9:10 pm\n"
            "To: asisten@ombudsman.example\n"
            "\n"
        )
        + REPORT,
    ),
    "gmx de": Forward(
        "WG: Jalan rusak",
        (
            "Gesendet: Mittwoch, 05. August 2026 um 21:10 Uhr\n"
            'Von: "Budi Santoso" <budi.s@surel.example>\n'
            "An: asisten@ombudsman.example\n"
            "Betreff: Jalan rusak\n"
            "\n"
        )
        + REPORT,
    ),
    "mutt": Forward(
        "(fwd) Jalan rusak",
        (
            "----- Forwarded message from Budi Santoso <budi.s@surel.example> -----\n"
            "\n"
            "Date: Wed, 5 Aug 2026 21:10:11 +0700\n"
            "From: Budi Santoso <budi.s@surel.example>\n"
            "To: asisten@ombudsman.example\n"
            "Subject: Jalan rusak\n"
            "\n"
            "Pak, jalan di depan rumah kami rusak sejak Mei.\n"
            "Mohon dibantu.\n"
            "\n"
            "Budi\n"
            "\n"
            "----- End forwarded message -----"
        ),
    ),
    "squirrelmail": Forward(
        "[Fwd: Jalan rusak]",
        (
            "---------------------------- Original Message ----------------------------\n"
            "Subject: Jalan rusak\n"
            'From:    "Budi Santoso" <budi.s@surel.example>\n'
            "Date:    Wed, August 5, 2026 9:10 pm\n"
            "To:      asisten@ombudsman.example\n"
            "--------------------------------------------------------------------------\n"
            "\n"
        )
        + REPORT,
    ),
    "horde id": Forward(
        "Fwd: Jalan rusak",
        (
            "----- Pesan diteruskan dari Budi Santoso <budi.s@surel.example> -----\n"
            "   Tanggal: Wed, 05 Aug 2026 21:10:11 +0700\n"
            "      Dari: Budi Santoso <budi.s@surel.example>\n"
            "   Perihal: Jalan rusak\n"
            "    Kepada: asisten@ombudsman.example\n"
            "\n"
            "Pak, jalan di depan rumah kami rusak sejak Mei.\n"
            "Mohon dibantu.\n"
            "\n"
            "Budi\n"
            "\n"
            "----- Akhir pesan terusan -----"
        ),
    ),
    "markdown bold": Forward(
        "FW: Jalan rusak",
        (
            "Mohon diproses\n"
            "\n"
            "*Dari:* Budi Santoso <budi.s@surel.example>\n"
            "*Dikirim:* Rabu, 5 Agustus 2026 21.10\n"
            "*Kepada:* Asisten <asisten@ombudsman.example>\n"
            "*Subjek:* Jalan rusak\n"
            "\n"
        )
        + REPORT,
        own="Mohon diproses",
    ),
    "bold2": Forward(
        "FW: Jalan rusak",
        (
            "**From:** Budi Santoso <budi.s@surel.example>\n"
            "**Sent:** Wednesday, 5 August 2026 21:10\n"
            "**To:** Asisten\n"
            "**Subject:** Jalan rusak\n"
            "\n"
        )
        + REPORT,
    ),
    "spaced labels": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Pesan terusan ----------\n"
            "Dari       : Budi Santoso <budi.s@surel.example>\n"
            "Tanggal    : 5 Agustus 2026 21.10 WITA\n"
            "Perihal    : Jalan rusak\n"
            "Kepada     : asisten@ombudsman.example\n"
            "\n"
        )
        + REPORT,
    ),
    "blank lines between": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\n"
            "\n"
            "From: Budi Santoso <budi.s@surel.example>\n"
            "\n"
            "Date: Wed, Aug 5, 2026 at 9:10 PM\n"
            "\n"
            "Subject: Jalan rusak\n"
            "\n"
            "To: asisten@ombudsman.example\n"
            "\n"
        )
        + REPORT,
    ),
    "javanese remark": Forward(
        "Fwd: Jalan rusak",
        (
            "Nyuwun tulung dipun register nggih.\n"
            "Suwun\n"
            "\n"
            "---------- Forwarded message ---------\n"
            "From: Budi Santoso <budi.s@surel.example>\n"
            "Date: Wed, Aug 5, 2026 at 9:10 PM\n"
            "Subject: Jalan rusak\n"
            "To: <asisten@ombudsman.example>\n"
            "\n"
        )
        + REPORT,
        own="Nyuwun tulung dipun register nggih.\nSuwun",
    ),
    "typo subj caps": Forward(
        "FWD : JALAN RUSAK",
        (
            "---------- FORWARDED MESSAGE ---------\n"
            "DARI: BUDI SANTOSO <BUDI.S@SUREL.EXAMPLE>\n"
            "TANGGAL: 5 AGUSTUS 2026 21.10\n"
            "PERIHAL: Jalan rusak\n"
            "KEPADA: ASISTEN@OMBUDSMAN.EXAMPLE\n"
            "\n"
        )
        + REPORT,
        sender=("BUDI SANTOSO", "budi.s@surel.example"),
    ),
    "no subject": Forward(
        "Fwd:",
        (
            "---------- Forwarded message ---------\n"
            "From: Budi Santoso <budi.s@surel.example>\n"
            "Date: Wed, Aug 5, 2026 at 9:10 PM\n"
            "Subject:\n"
            "To: <asisten@ombudsman.example>\n"
            "\n"
        )
        + REPORT,
        about="",
    ),
    "edited subject, outlook": Forward(
        "Laporan warga Buleleng",
        (
            "Bu, ini laporan yang masuk ke surel saya.\n"
            "\n"
            "Dari: Budi Santoso <budi.s@surel.example>\n"
            "Dikirim: Rabu, 5 Agustus 2026 21:10\n"
            "Kepada: asisten@kantor-lain.example\n"
            "Perihal: Jalan rusak\n"
            "\n"
        )
        + REPORT,
        own="Bu, ini laporan yang masuk ke surel saya.",
    ),
    "outer signature dashes": Forward(
        "Fwd: Jalan rusak",
        (
            "FYI\n"
            "\n"
            "-- \n"
            "Asisten Uji\n"
            "ORI\n"
            "\n"
            "---------- Forwarded message ---------\n"
            "From: Budi Santoso <budi.s@surel.example>\n"
            "Date: Wed, Aug 5, 2026 at 9:10 PM\n"
            "Subject: Jalan rusak\n"
            "To: <asisten@ombudsman.example>\n"
            "\n"
        )
        + REPORT,
        own="FYI",
    ),
    "tagalog": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Forwarded message ---------\n"
            "Mula kay: Budi Santoso <budi.s@surel.example>\n"
            "Date: Miy, Ago 5, 2026 nang 9:10 PM\n"
            "Subject: Jalan rusak\n"
            "To: <a@x.example>\n"
            "\n"
        )
        + REPORT,
    ),
    "unknown language swahili": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Ujumbe uliotumwa mbele ---------\n"
            "Kutoka kwa: Budi Santoso <budi.s@surel.example>\n"
            "Tarehe: 5 Ago 2026 21:10\n"
            "Mada: Jalan rusak\n"
            "Kwa: <a@x.example>\n"
            "\n"
        )
        + REPORT,
    ),
    "thai": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- ข้อความที่ส่งต่อ ---------\n"
            "จาก: Budi Santoso <budi.s@surel.example>\n"
            "วันที่: พุธ 5 ส.ค. 2026 เวลา 21:10\n"
            "เรื่อง: Jalan rusak\n"
            "ถึง: <a@x.example>\n"
            "\n"
        )
        + REPORT,
        day=None,
    ),
    "korean outlook": Forward(
        "FW: Jalan rusak",
        (
            "보낸 사람: Budi Santoso <budi.s@surel.example>\n"
            "보낸 날짜: 2026년 8월 5일 수요일 오후 9:10\n"
            "받는 사람: a@x.example\n"
            "제목: Jalan rusak\n"
            "\n"
        )
        + REPORT,
    ),
    "chinese outlook": Forward(
        "转发: Jalan rusak",
        (
            "发件人: Budi Santoso <budi.s@surel.example>\n"
            "发送时间: 2026年8月5日 21:10\n"
            "收件人: a@x.example\n"
            "主题: Jalan rusak\n"
            "\n"
        )
        + REPORT,
    ),
    "vietnamese": Forward(
        "Fwd: Jalan rusak",
        (
            "---------- Thư đã chuyển tiếp ----------\n"
            "Từ: Budi Santoso <budi.s@surel.example>\n"
            "Ngày: 5 thg 8, 2026 21:10\n"
            "Chủ đề: Jalan rusak\n"
            "Đến: a@x.example\n"
            "\n"
        )
        + REPORT,
    ),
    "attribution forward mac": Forward(
        "FW: Jalan rusak",
        (
            '\ufeffPada 05/08/26 21.10, "Budi Santoso" <budi.s@surel.example> menulis:\n'
            "\n"
            "    Pak, jalan di depan rumah kami rusak sejak Mei.\n"
            "    Mohon dibantu.\n"
            "    \n"
            "    Budi"
        ),
    ),
    "nested": Forward(
        "Fwd: Jalan rusak",
        (
            "Teruskan ya\n"
            "\n"
            "---------- Forwarded message ---------\n"
            "From: Budi Santoso <budi.s@surel.example>\n"
            "Date: Wed, Aug 5, 2026 at 9:10 PM\n"
            "Subject: Fwd: Jalan rusak\n"
            "To: <asisten@ombudsman.example>\n"
            "\n"
            "Pak ini dari tetangga saya\n"
            "\n"
            "---------- Forwarded message ---------\n"
            "From: Made <made@lain.example>\n"
            "Date: Tue, Aug 4, 2026 at 9:10 PM\n"
            "Subject: Jalan rusak\n"
            "To: <budi.s@surel.example>\n"
            "\n"
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
            "Sent: Wednesday, August 5, 2026 9:10 PM\n"
            "To: Asisten Uji\n"
            "Subject: Jalan rusak\n"
            "\n"
        )
        + REPORT,
        sender=("Budi Santoso", ""),
    ),
    "wrapped to list": Forward(
        "FW: Jalan rusak",
        (
            "From: Budi Santoso <budi.s@surel.example>\n"
            "Sent: Wednesday, August 5, 2026 9:10 PM\n"
            "To: Asisten Uji <asisten@ombudsman.example>; Kepala Kantor\n"
            "<kepala@ombudsman.example>; Intake\n"
            "<intake@ombudsman.example>\n"
            "Cc: x@y.example\n"
            "Subject: Jalan rusak\n"
            "\n"
        )
        + REPORT,
    ),
}

ANSWERS = {
    "outlook reply": Answer(
        "Re: Tanda terima",
        (
            "Terima kasih, ini KTP saya.\n"
            "\n"
            "Dari: Ombudsman <pengaduan@ombudsman.example>\n"
            "Dikirim: Rabu, 5 Agustus 2026 21:10\n"
            "Kepada: budi.s@surel.example\n"
            "Perihal: Tanda terima\n"
            "\n"
            "Yth. Sdr. Budi"
        ),
        "KTP saya",
        sender="budi.s@surel.example",
    ),
    "outlook reply bls": Answer(
        "Bls: Tanda terima",
        (
            "Terima kasih\n"
            "\n"
            "----- Pesan Asli -----\n"
            "Dari: Ombudsman <pengaduan@ombudsman.example>\n"
            "Kepada: budi.s@surel.example\n"
            "Terkirim: Rabu, 5 Agustus 2026 21:10\n"
            "Judul: Tanda terima\n"
            "\n"
            "Yth. Sdr. Budi"
        ),
        "Terima kasih",
        sender="budi.s@surel.example",
    ),
    "new subject reply": Answer(
        "Tanggapan surat 123",
        (
            "Dengan hormat, sudah kami perbaiki.\n"
            "\n"
            "Dari: Ombudsman <pengaduan@ombudsman.example>\n"
            "Dikirim: Rabu, 5 Agustus 2026 21:10\n"
            "Kepada: dinas@kab.example\n"
            "Perihal: Permintaan\n"
            "\n"
            "Yth."
        ),
        "sudah kami perbaiki",
        sender="dinas@kab.example",
    ),
    "nota dinas": Answer(
        "Laporan",
        (
            "NOTA DINAS\n"
            "\n"
            "Yth : Kepala Perwakilan\n"
            "Dari : Asisten Pemeriksaan\n"
            "Tanggal : 5 Agustus 2026\n"
            "Sifat : Biasa\n"
            "Lampiran : -\n"
            "Hal : Laporan jalan rusak\n"
            "\n"
            "Bersama ini kami sampaikan."
        ),
        "Bersama ini",
    ),
    "form": Answer(
        "Pengaduan jalan",
        (
            "Dari: Wayan Contoh\n"
            "Tanggal: Rabu, 5 Agustus 2026 pukul 09.00\n"
            "Perihal: jalan rusak\n"
            "Kepada: Ombudsman\n"
            "\n"
            "Jalan rusak sejak Mei."
        ),
        "Jalan rusak",
    ),
    "form2": Answer(
        "Pengaduan jalan",
        ("Pengirim: wayan@surel.example\nTanggal: 5/8/2026\nPerihal: jalan rusak\n\nJalan rusak sejak Mei."),
        "Jalan rusak",
        sender="wayan@surel.example",
    ),
    "prose": Answer(
        "Laporan",
        (
            "Pesan sudah diteruskan ke kepala desa:\n"
            "Dari hasil rapat: ditolak.\n"
            "Tanggal: 5 Mei.\n"
            "Mohon dibantu."
        ),
        "ditolak",
    ),
    "wa chat": Answer(
        "Laporan",
        (
            "[05/08/26 21.10] Budi: sudah saya teruskan pesan ini\n"
            "[05/08/26 21.11] Petugas: baik\n"
            "Diteruskan\n"
            "Mohon dibantu"
        ),
        "Mohon dibantu",
    ),
    "reply with fwd in quote": Answer(
        "Re: Fwd: Jalan rusak",
        (
            "Baik pak.\n"
            "\n"
            "Pada Rab, 5 Agt 2026 pukul 21.10 Asisten <asisten@x.example> menulis:\n"
            "> FYI\n"
            "> ---------- Forwarded message ---------\n"
            "> From: Budi <budi.s@surel.example>\n"
            "> Date: Tue, Aug 4, 2026\n"
            "> Subject: Jalan rusak\n"
            "> To: <a@x.example>\n"
            ">\n"
            "> Rusak"
        ),
        "Baik pak",
    ),
    "dashed para": Answer(
        "Laporan",
        (
            "--- Kronologi kejadian ---\n"
            "Tanggal: 5 Mei 2026\n"
            "Tempat: Singaraja\n"
            "Dari: rumah\n"
            "--- Penutup ---\n"
            "Terima kasih"
        ),
        "Terima kasih",
    ),
    "signature block": Answer(
        "Laporan",
        (
            "Jalan rusak.\n"
            "\n"
            "Hormat saya,\n"
            "Budi\n"
            "Email: budi@surel.example\n"
            "HP: 0812 0000 0000\n"
            "Alamat: Jl. Uji 5\n"
            "Kepada: yang terhormat"
        ),
        "Jalan rusak",
        sender="budi@surel.example",
    ),
    "table": Answer(
        "Jadwal",
        (
            "Rapat:\n"
            "Hari/Tanggal: Rabu, 5 Agustus 2026\n"
            "Waktu: 09.00 WITA\n"
            "Tempat: Kantor\n"
            "Hal: koordinasi\n"
            "Dari: Sekretariat\n"
            "Kepada: Ombudsman"
        ),
        "koordinasi",
    ),
    "follow-up own mail": Answer(
        "Laporan saya belum dijawab",
        (
            "Mohon kabar.\n"
            "\n"
            "Dari: Budi <budi.s@surel.example>\n"
            "Dikirim: Rabu, 5 Agustus 2026 21:10\n"
            "Kepada: pengaduan@ombudsman.example\n"
            "Perihal: Jalan rusak\n"
            "\n"
            "Lama"
        ),
        "Mohon kabar",
        sender="Budi <budi.s@surel.example>",
    ),
}
