"""Answers as the mail programs write them, and what is new in each.

Invented mails; the forms are those of the programs (domain.md section 5.3 and their own translations).
"""

from __future__ import annotations

Q = "> Yth. Pejabat Penghubung\n> Mohon penjelasan tertulis.\n"
LETTER = "Yth. Pejabat Penghubung\nMohon penjelasan tertulis paling lambat 5 Agustus 2026.\n"
OUTLOOK = (
    "Dari: Ombudsman RI <a@b.example>\nDikirim: Rabu, 12 Agustus 2026 09:20\n"
    "Kepada: c@d.example\nPerihal: [1] Laporan\n\n"
)
GMAIL = "Pada Rab, 12 Agu 2026 pukul 08.00 O <o@o.example> menulis:\n\n"

# Program, text of the mail, what is new in it.
PROGRAMS: list[tuple[str, str, str]] = [
    (
        "gmail android wrap",
        (
            "Baik bu, segera kami cek.\n\n"
            "Pada tanggal Rab, 12 Agu 2026 18.05 Ombudsman RI Perwakilan NTT <\n"
            "pengaduan@o.example> menulis:\n\n"
        )
        + Q,
        "Baik bu, segera kami cek.",
    ),
    (
        "gmail en 12h nbsp",
        ("Noted, thank you.\n\nOn Wed, Aug 12, 2026 at 6:05\u202fPM Ombudsman <a@b.example> wrote:\n\n") + Q,
        "Noted, thank you.",
    ),
    (
        "ios id",
        (
            "Siap pak\n\nDikirim dari iPhone saya\n\n"
            "> Pada 12 Agu 2026, pukul 18.05, Ombudsman <a@b.example> menulis:\n> \n"
            "> Mohon penjelasan\n"
        ),
        "Siap pak",
    ),
    (
        "ios id no space",
        ("Siap pak\n\nPada 12 Agu 2026 18.05, Ombudsman <a@b.example> menulis:\n\n> Mohon penjelasan\n"),
        "Siap pak",
    ),
    (
        "outlook mobile id",
        (
            "Sudah kami tindaklanjuti.\n\n"
            "Dapatkan Outlook untuk Android<https://aka.ms/AAb9ysg>\n"
            "________________________________\nDari: Ombudsman RI <a@b.example>\n"
            "Dikirim: Rabu, Agustus 12, 2026 9:20:00 AM\nKepada: x <c@d.example>\n"
            "Subjek: [1] Laporan\n\n"
        )
        + LETTER,
        "Sudah kami tindaklanjuti.",
    ),
    (
        "samsung id",
        (
            "Iya pak besok saya kirim\n\n\nDikirim dari Galaxy saya\n\n\n"
            "-------- Pesan asli --------\nDari: Ombudsman <a@b.example> \n"
            "Tanggal: 12/08/26  18.06  (GMT+08:00) \nKe: c@d.example \nSubjek: Re: x \n\n"
        )
        + LETTER,
        "Iya pak besok saya kirim",
    ),
    (
        "yahoo id",
        (
            "Terlampir KTP saya.\n\n"
            "   Pada Rabu, 12 Agustus 2026 pukul 09.20.10 WITA, Ombudsman <a@b.example> "
            "menulis:  \n \n "
        )
        + LETTER,
        "Terlampir KTP saya.",
    ),
    (
        "yahoo mobile",
        (
            "Ok\n\nDikirim dari Yahoo Mail di Android \n \n"
            "  Pada Rab, 12 Agt 2026 pada 9.20, Ombudsman<a@b.example> menulis:   "
        )
        + LETTER,
        "Ok",
    ),
    (
        "roundcube id",
        "Kami jawab sbb:\nsudah selesai.\n\nPada 12-08-2026 09:20, Ombudsman RI menulis:\n"
        + Q
        + "\n-- \nHumas",
        "Kami jawab sbb:\nsudah selesai.",
    ),
    (
        "roundcube bottom",
        "Pada 2026-08-12 09:20, Ombudsman RI menulis:\n"
        + Q
        + "\nSudah selesai tanggal 3.\n\nHormat kami,\nAdmin",
        "Sudah selesai tanggal 3.\n\nHormat kami,\nAdmin",
    ),
    (
        "zimbra id",
        (
            'Surat sedang diproses.\n\n----- Pesan Asli -----\nDari: "Ombudsman" <a@b.example>\n'
            "Kepada: c@d.example\nTerkirim: Rabu, 12 Agustus 2026 9:20:00\nSubjek: x\n\n"
        )
        + LETTER,
        "Surat sedang diproses.",
    ),
    (
        "zimbra en from",
        (
            'Ok.\n\nFrom: "Ombudsman" <a@b.example>\nTo: "x" <c@d.example>\n'
            "Sent: Wednesday, August 12, 2026 9:20:00 AM\nSubject: x\n\n"
        )
        + LETTER,
        "Ok.",
    ),
    (
        "thunderbird en",
        "Done.\n\nOn 12/08/2026 09:20, Ombudsman RI Perwakilan Bali wrote:\n" + Q,
        "Done.",
    ),
    (
        "thunderbird id short",
        "Beres.\n\nOmbudsman RI menulis:\n\n" + Q,
        "Beres.",
    ),
    (
        "k9 id",
        (
            "Sip.\n-- \n"
            "Dikirim dari perangkat Android saya dengan K-9 Mail. Mohon maaf jika pesan ini "
            "singkat."
        ),
        "Sip.",
    ),
    (
        "k9 original",
        (
            "Sip.\n\n-------- Pesan Orisinal --------\nSubjek: x\n"
            "Terkirim: 12 Agustus 2026 09.20.00 WITA\nDari: Ombudsman <a@b.example>\n"
            "Kepada: c@d.example\n\n"
        )
        + LETTER,
        "Sip.",
    ),
    (
        "horde",
        "Baik.\n\nMengutip Ombudsman <a@b.example>:\n\n" + Q,
        "Baik.",
    ),
    (
        "horde en",
        "Baik.\n\nQuoting Ombudsman RI <a@b.example>:\n\n"
        + Q
        + (
            "\n\n\n----------------------------------------------------------------\n"
            "This message was sent using IMP, the Internet Messaging Program."
        ),
        "Baik.",
    ),
    (
        "squirrelmail",
        "Sudah.\n\n> Yth. Pejabat\n> Mohon penjelasan\n>\n\n\n-- \nDinas Sosial",
        "Sudah.",
    ),
    (
        "kopano",
        (
            "Kami terima.\n\n-----Original message-----\nFrom: Ombudsman <a@b.example>\n"
            "Sent: Wednesday 12th August 2026 9:20\nTo: c@d.example\nSubject: x\n\n"
        )
        + LETTER,
        "Kami terima.",
    ),
    (
        "proton",
        (
            "Baik.\n\nDikirim dari Proton Mail untuk Android.\n\n\n-------- Pesan Asli --------\n"
            "Pada 12/08/26 09.20, Ombudsman <a@b.example> menulis:\n\n"
            "> Yth. Pejabat Penghubung\n"
            "> Mohon penjelasan tertulis paling lambat 5 Agustus 2026.\n> "
        ),
        "Baik.",
    ),
    (
        "proton en",
        (
            "Baik.\n\nSent with Proton Mail secure email.\n\n"
            "On Wednesday, August 12th, 2026 at 9:20 AM, Ombudsman <a@b.example> wrote:\n\n"
        )
        + Q,
        "Baik.",
    ),
    (
        "gov webmail malay",
        "Dimaklumi.\n\nPada 12 Ogos 2026 9:20 PG, Ombudsman <a@b.example> menulis:\n\n" + Q,
        "Dimaklumi.",
    ),
    (
        "notes",
        (
            "Sudah dibalas.\n\n\n\nFrom:   Ombudsman <a@b.example>\nTo:     c@d.example\n"
            "Date:   08/12/2026 09:20 AM\nSubject:        x\n\n"
        )
        + LETTER,
        "Sudah dibalas.",
    ),
    (
        "lotus quote bar",
        "Baik.\n\nOn 12/08/2026 09:20, Ombudsman wrote:\n| Yth. Pejabat\n| Mohon penjelasan\n",
        "Baik.",
    ),
    (
        "german outlook",
        (
            "Ok.\n\nVon: Ombudsman <a@b.example>\nGesendet: Mittwoch, 12. August 2026 09:20\n"
            "An: c@d.example\nBetreff: x\n\n"
        )
        + LETTER,
        "Ok.",
    ),
    (
        "dutch",
        "Prima.\n\nOp wo 12 aug. 2026 om 09:20 schreef Ombudsman <a@b.example>:\n\n" + Q,
        "Prima.",
    ),
    (
        "japanese",
        "了解\n\n2026年8月12日(水) 9:20 Ombudsman <a@b.example>:\n\n" + Q,
        "了解",
    ),
    (
        "chinese colon",
        "好的\n\nOmbudsman <a@b.example> 于2026年8月12日周三 09:20写道：\n\n" + Q,
        "好的",
    ),
    (
        "arabic",
        ("حسنا\n\nفي الأربعاء، 12 أغسطس 2026 في 9:20 ص تمت كتابة ما يلي بواسطة Ombudsman <a@b.example>:\n\n")
        + Q,
        "حسنا",
    ),
    (
        "staff list",
        (
            "1 ok\n2 agency dinas-sosial-ende\n\n"
            "Pada Rab, 12 Agu 2026 pukul 08.00 maild <m@o.example> menulis:\n\n"
            "> 3. Laporan: jalan rusak\n> Balas: 3 ok"
        ),
        "1 ok\n2 agency dinas-sosial-ende",
    ),
    (
        "staff hold outlook",
        (
            "hold\n\n________________________________\nFrom: maild <m@o.example>\n"
            "Sent: Wednesday, August 12, 2026 8:00 AM\nTo: staf\nSubject: Daftar\n\n1 ok\n2 ok"
        ),
        "hold",
    ),
    (
        "staff sig command",
        "3 spam\n-- \nAsisten\n1 ok",
        "3 spam",
    ),
    (
        "staff empty answer forged",
        ("\n\nPada Rab, 12 Agu 2026 pukul 08.00 X <x@y.example> menulis:\n\n> 1 ok\n> Jawab: 2 ok\n"),
        "Jawab: 2 ok",
    ),
    (
        "jawab in quote",
        "Yth. Ombudsman, jawaban kami tulis langsung di bawah tiap pertanyaan.\n\n"
        + GMAIL
        + (
            "> 1. Kapan berkas selesai?\n> Jawab: tanggal 5 Agustus 2026,\n> sudah diserahkan.\n"
            ">\n> 2. Mengapa terlambat?\n> Jawab: sistem SIAK rusak.\n>\n> Terima kasih"
        ),
        "Yth. Ombudsman, jawaban kami tulis langsung di bawah tiap pertanyaan.\n\n"
        "Jawab: tanggal 5 Agustus 2026, sudah diserahkan.\nJawab: sistem SIAK rusak.",
    ),
    (
        "arrows in outlook quote",
        (
            "Kami jawab di bawah ini.\n\nDari: Ombudsman <a@b.example>\n"
            "Dikirim: Rabu, 12 Agustus 2026 09:20\nKepada: c@d.example\nPerihal: x\n\n"
            "1. Kapan selesai?\n>> Tanggal 5 Agustus 2026\n\n2. Mengapa lambat?\n>> Petugas cuti"
        ),
        "Kami jawab di bawah ini.\n\n>> Tanggal 5 Agustus 2026\n>> Petugas cuti",
    ),
    (
        "inline gmail id",
        GMAIL + "> 1. Kapan selesai?\n\nkemarin\n\n> 2. Mengapa?\n\nlupa pak\n\n> Salam",
        "kemarin\n\nlupa pak",
    ),
    (
        "old label not taken",
        "Sudah kami jawab lewat surat.\n\n" + GMAIL + "> Jawaban: belum ada\n",
        "Sudah kami jawab lewat surat.",
    ),
    (
        "long id disclaimer",
        (
            "Sudah selesai.\n\n"
            "PERINGATAN: Surel ini dan lampirannya bersifat rahasia dan hanya ditujukan "
            "untuk penerima yang dimaksud.\n\n"
            "Apabila Anda bukan penerima yang dituju, mohon segera hapus surel ini dan beri "
            "tahu pengirimnya.\n\nPendapat dalam surel ini bukan pandangan resmi PT X."
        ),
        "Sudah selesai.",
    ),
    (
        "disclaimer then answer",
        (
            "Sudah selesai.\n\n"
            "This e-mail is confidential and intended only for the recipient.\n\n"
            "NB: pompa kedua dipasang besok."
        ),
        "Sudah selesai.\n\nNB: pompa kedua dipasang besok.",
    ),
    (
        "virus avast",
        (
            "Baik pak.\n\n-- \n"
            "This email has been checked for viruses by Avast antivirus software.\n"
            "www.avast.com"
        ),
        "Baik pak.",
    ),
    (
        "avast id",
        "Baik pak.\n\nBebas virus.www.avast.com",
        "Baik pak.",
    ),
    (
        "trailer xiaomi",
        "Ok\nDikirim dari Xiaomi saya",
        "Ok",
    ),
    (
        "trailer oppo en",
        "ok besok\n\nSent from my OPPO Reno8",
        "ok besok",
    ),
    (
        "trailer mail windows",
        "ok\n\nDikirim dari Mail untuk Windows",
        "ok",
    ),
    (
        "trailer link",
        (
            "ok\n\nSent from Outlook for iOS<https://aka.ms/o0ukef>\n\n"
            "On 1/8/2026 10:00, O <a@b.example> wrote:\n\n"
        )
        + Q,
        "ok",
    ),
    (
        "trailer bls",
        "ok\n\nDikirim dari telepon Samsung saya pada jaringan Telkomsel",
        "ok",
    ),
    (
        "above line",
        ("Sudah lunas.\n\n##- Please type your reply above this line -##\n\nTagihan anda belum lunas."),
        "Sudah lunas.",
    ),
    (
        "allcaps bottom",
        Q + "\nSUDAH KAMI PERBAIKI TGL 3 AGUSTUS\nTRIMS",
        "SUDAH KAMI PERBAIKI TGL 3 AGUSTUS\nTRIMS",
    ),
    (
        "javanese",
        (
            "Nggih Pak, sampun dipun tindaklanjuti.\nMatur nuwun\n\n"
            "Pada Rab, 12 Agu 2026 pukul 08.00 O <o@o.example> menulis:\n"
        )
        + Q,
        "Nggih Pak, sampun dipun tindaklanjuti.\nMatur nuwun",
    ),
    (
        "empty only quote",
        "Pada Rab, 12 Agu 2026 pukul 08.00 O <o@o.example> menulis:\n" + Q,
        "",
    ),
    (
        "two level chain",
        (
            "Mohon arahan.\n\nDari: Budi <b@c.example>\nDikirim: Rabu, 12 Agustus 2026 10:00\n"
            "Kepada: s@c.example\nPerihal: RE: x\n\nTeruskan ke bidang.\n\n"
            "Dari: Ombudsman <a@b.example>\nDikirim: Rabu, 12 Agustus 2026 09:20\n"
            "Kepada: b@c.example\nPerihal: x\n\n"
        )
        + LETTER,
        "Mohon arahan.",
    ),
]
