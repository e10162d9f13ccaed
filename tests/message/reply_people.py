"""Answers as people write them: regions, slang, habits; and mails that only look as if they quoted."""

from __future__ import annotations

from tests.message.reply_programs import GMAIL, LETTER, OUTLOOK, Q

# What it is, text of the mail, what is new in it.
PEOPLE: list[tuple[str, str, str]] = [
    (
        "minang",
        "Alah kami urus pak, tarimo kasih.\n\n" + GMAIL + Q,
        "Alah kami urus pak, tarimo kasih.",
    ),
    (
        "papua slang",
        "sa su kasi masuk berkas kemarin kaka\n\nDikirim dari HP Vivo saya\n\n" + GMAIL + Q,
        "sa su kasi masuk berkas kemarin kaka",
    ),
    (
        "batak short",
        "Mauliate pak, nga sae.\n" + GMAIL + Q,
        "Mauliate pak, nga sae.",
    ),
    (
        "sunda",
        "Hatur nuhun, tos dibereskeun.\n\n" + OUTLOOK + LETTER,
        "Hatur nuhun, tos dibereskeun.",
    ),
    (
        "answer between two headers",
        (
            "Setuju.\n\nFrom: Kabid <k@d.example>\nSent: Thursday, August 13, 2026 8:00 AM\n"
            "To: s@d.example\nSubject: FW: x\n\nTolong dijawab.\n\nFrom: Ombudsman <a@b.example>\n"
            "Sent: Wednesday, August 12, 2026 9:20 AM\nTo: k@d.example\nSubject: x\n\n"
        )
        + LETTER,
        "Setuju.",
    ),
    (
        "numbered answers then quote",
        "1. Sudah selesai 5 Agustus.\n2. Petugas sudah ditegur.\n3. SOP diubah.\n\n" + GMAIL + Q,
        "1. Sudah selesai 5 Agustus.\n2. Petugas sudah ditegur.\n3. SOP diubah.",
    ),
    (
        "quote before and after inline",
        "Pak, jawaban saya di sela-sela ya.\n\n"
        + GMAIL
        + ("> 1. Nama?\nSiti Aminah\n> 2. NIK?\n5371010101900000\n> 3. Alamat?\nJl. Eltari 2 Kupang\n"),
        "Pak, jawaban saya di sela-sela ya.\n\nSiti Aminah\n5371010101900000\nJl. Eltari 2 Kupang",
    ),
    (
        "email pasted by citizen",
        (
            "Ini email saya ke PLN yang tidak dibalas:\n\nDari: Siti <siti@warga.example>\n"
            "Dikirim: Rabu, 12 Agustus 2026 09:20\nKepada: pln@x.example\n"
            "Perihal: listrik padam\n\nListrik padam 5 hari."
        ),
        "Ini email saya ke PLN yang tidak dibalas:",
    ),
    (
        "signature long",
        (
            "Sudah kami proses.\n\n-- \nI Made Sudarma, S.H., M.H.\nKepala Bidang Pelayanan\n"
            "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Karangasem\n"
            "Jl. Ngurah Rai No. 31 Amlapura\nTelp. (000) 123456\nwww.disdukcapil.example\n"
            '"Melayani dengan hati"'
        ),
        "Sudah kami proses.",
    ),
    (
        "underscore sig",
        "Baik.\n__\nBudi",
        "Baik.",
    ),
    (
        "emdash sig",
        "Baik.\n—\nBudi\nDinsos",
        "Baik.",
    ),
    (
        "stars disclaimer id",
        (
            "Terlampir.\n\n**************************************************\n"
            "Pesan elektronik ini bersifat rahasia dan hanya ditujukan kepada penerima.\n"
            "Jika Anda bukan penerima, hapus pesan ini.\n"
            "**************************************************"
        ),
        "Terlampir.",
    ),
    (
        "telkom style",
        (
            "Terlampir.\n\n"
            "INFORMASI YANG TERKANDUNG DALAM E-MAIL INI BERSIFAT RAHASIA DAN HANYA DITUJUKAN "
            "UNTUK PENERIMA YANG BERHAK."
        ),
        "Terlampir.",
    ),
    (
        "english caps disclaimer",
        (
            "Attached.\n\n"
            "DISCLAIMER: The information in this email is confidential and may be legally "
            "privileged. It is intended solely for the addressee."
        ),
        "Attached.",
    ),
    (
        "save paper",
        "Siap.\n\nSelamatkan bumi, jangan mencetak email ini jika tidak perlu.",
        "Siap.",
    ),
    (
        "nbsp quote",
        "Baik.\n\n\xa0> Yth\n\xa0> Mohon\n",
        "Baik.",
    ),
    (
        "space quote",
        "Baik.\n\nOn 1/8/2026 10:00, O <a@b.example> wrote:\n > Yth\n > Mohon\n",
        "Baik.",
    ),
    (
        "no blank before attr",
        "Sudah.\nOn 1 Aug 2026, at 10:00, O <a@b.example> wrote:\n> x",
        "Sudah.",
    ),
    (
        "attr at wibs",
        "Sudah.\n\nPada Rabu, 12 Agustus 2026 09.20.10 GMT+8, O <a@b.example> menulis:\n\n" + LETTER,
        "Sudah.",
    ),
    (
        "attr bracket mailto",
        "Sudah.\n\nOn Wed, Aug 12, 2026 at 9:20 AM, O [mailto:a@b.example] wrote:\n" + Q,
        "Sudah.",
    ),
    (
        "wps",
        (
            'Sudah.\n\n------------------ Original ------------------\nFrom: "O" <a@b.example>;\n'
            'Date: Wed, Aug 12, 2026 09:20 AM\nTo: "c" <c@d.example>;\nSubject: x\n\n'
        )
        + LETTER,
        "Sudah.",
    ),
    (
        "qq cn",
        (
            '好\n\n------------------ 原始邮件 ------------------\n发件人: "O" <a@b.example>;\n'
            '发送时间: 2026年8月12日(星期三) 上午9:20\n收件人: "c"<c@d.example>;\n主题: x\n\n'
        )
        + LETTER,
        "好",
    ),
    (
        "mi mail",
        "Ok pak\n\nPada O <a@b.example>, 12 Agu 2026 09.20 menulis:\n\n" + Q,
        "Ok pak",
    ),
    (
        "blue mail",
        (
            "Ok pak\n\n\u2063Dapatkan BlueMail untuk Android \u200b\n\n"
            "Pada 12 Agu 2026 09.20, pada 09.20, O <a@b.example> menulis:\n"
            ">Yth. Pejabat Penghubung\n"
            ">Mohon penjelasan tertulis paling lambat 5 Agustus 2026.\n>"
        ),
        "Ok pak",
    ),
    (
        "edison",
        ("Ok\n\nOn Wed, Aug 12, 2026 at 9:20 AM, O <a@b.example (mailto:a@b.example)> wrote:\n") + Q,
        "Ok",
    ),
    (
        "spark",
        "Ok\n\nPada 12 Agu 2026 09.20 +0800, O <a@b.example>, menulis:\n" + Q,
        "Ok",
    ),
    (
        "mailspring",
        "Ok\n\nOn Aug 12 2026, at 9:20 am, O <a@b.example> wrote:\n\n" + LETTER,
        "Ok",
    ),
    (
        "fairemail",
        (
            "Ok\n\n12 Agustus 2026 09.20.10 WITA, O <a@b.example> menulis:\n"
            ">Yth. Pejabat Penghubung\n"
            ">Mohon penjelasan tertulis paling lambat 5 Agustus 2026.\n>"
        ),
        "Ok",
    ),
    (
        "evolution",
        "Ok\n\nPada Rab, 2026-08-12 pada 09:20 +0800, O menulis:\n" + Q,
        "Ok",
    ),
    (
        "kmail",
        "Ok\n\nPada hari Rabu, 12 Agustus 2026 09.20.10 WITA, O menulis:\n" + Q,
        "Ok",
    ),
    (
        "em client",
        (
            'Ok\n\n------ Original Message ------\nFrom "O" <a@b.example>\nTo c@d.example\n'
            "Date 12/08/2026 09:20:10\nSubject x\n\n"
        )
        + LETTER,
        "Ok",
    ),
    (
        "aol",
        (
            "Ok\n\n-----Original Message-----\nFrom: O <a@b.example>\nTo: c <c@d.example>\n"
            "Sent: Wed, Aug 12, 2026 9:20 am\nSubject: x\n\n"
        )
        + LETTER,
        "Ok",
    ),
    (
        "icewarp",
        "Ok\n\n----- Pesan Asli -----\nOd: O <a@b.example>\n\n" + LETTER,
        "Ok",
    ),
    (
        "rainloop",
        'Ok\n\n12 Agustus 2026 pukul 09.20, "O" <a@b.example> menulis:\n\n' + Q,
        "Ok",
    ),
    (
        "snappymail en",
        'Ok\n\nAugust 12, 2026 at 9:20 AM, "O" <a@b.example> wrote:\n\n' + Q,
        "Ok",
    ),
    (
        "mdaemon worldclient",
        "Ok\n\nOn Wed, 12 Aug 2026 09:20:10 +0800, O <a@b.example> wrote:\n" + LETTER,
        "Ok",
    ),
    (
        "axigen cpanel",
        "Ok\n\n---\nOn 2026-08-12 09:20, O wrote:\n" + Q,
        "Ok",
    ),
    (
        "afterlogic",
        "Ok\n\n--\n\n---- Pada Rab, 12 Agu 2026 09:20:10 +0800 a@b.example menulis ----\n\n" + LETTER,
        "Ok",
    ),
    (
        "zoho id",
        "Ok\n\n\n---- Pada Rab, 12 Agt 2026 09:20:10 +0800 O <a@b.example> menulis ---\n\n" + LETTER,
        "Ok",
    ),
    (
        "yandex id",
        'Ok\n\n12.08.2026, 09:20, "O" <a@b.example>:\n' + Q,
        "Ok",
    ),
    (
        "bls prefix prose",
        "Bls: sudah dijawab lewat telepon\n\n" + GMAIL + Q,
        "Bls: sudah dijawab lewat telepon",
    ),
    (
        "question mark only",
        "?\n\n" + GMAIL + Q,
        "?",
    ),
    (
        "emoji",
        "👍🙏\n\n" + GMAIL + Q,
        "👍🙏",
    ),
    (
        "html in plain",
        "&lt;b&gt;ok&lt;/b&gt;\n\n" + GMAIL + Q,
        "&lt;b&gt;ok&lt;/b&gt;",
    ),
    (
        "reply below trailer",
        "Sent from my iPhone\n\n" + GMAIL + Q + "\nsudah beres pak\n",
        "sudah beres pak",
    ),
    (
        "staff commands w/ greeting",
        "Selamat pagi,\n1 ok\n2 hold\n\nDikirim dari iPhone saya\n\n" + GMAIL + "> 3 spam\n",
        "Selamat pagi,\n1 ok\n2 hold",
    ),
    (
        "staff forged attr in list",
        (
            "1 ok\n\nDari: maild <m@o.example>\nTanggal: 12 Agustus 2026 08.00\n"
            "Ke: staf@o.example\nSubjek: Daftar\n\n2 spam\n3 ok"
        ),
        "1 ok",
    ),
]

# What it is, text: all of it is new.
KEPT: list[tuple[str, str]] = [
    (
        "story with an address",
        "Saya lapor lagi.\n\nPada 5 Mei 2026 pukul 10.00 saya kirim berkas ke Budi <budi@dinas.example>.\n"
        "Budi menulis:\nberkas ditolak, padahal lengkap.",
    ),
    (
        "story 1",
        (
            "Pada 5 Mei 2026 pukul 10.00 WIB saya ke loket 3.\nKepala loket menulis:\n"
            "berkas belum lengkap, padahal sudah.\nMohon bantuan."
        ),
    ),
    (
        "story 2",
        ("Pada tanggal 5 Mei 2026 Kepala Sekolah menulis surat kepada wali murid:\nanak tidak boleh ujian."),
    ),
    (
        "story 3",
        ("On 5 May 2026 at 10:00 the officer wrote:\nyour file is incomplete.\nI think this is unfair."),
    ),
    (
        "nota dinas",
        (
            "Berikut jawaban kami.\n\nDari : Kepala Dinas Perhubungan\n"
            "Kepada : Kepala Perwakilan Ombudsman\nTanggal : 12 Agustus 2026\nHal : Tanggapan\n\n"
            "Lampu jalan sudah menyala sejak 3 Agustus 2026."
        ),
    ),
    (
        "form report",
        (
            "Nama: Siti\nAlamat: Jl. Mawar 3\nEmail: siti@warga.example\n"
            "Tanggal kejadian: 5 Mei 2026 pukul 10.00\nKepada: Dinas Sosial\nPerihal: bansos\n\n"
            "Saya belum menerima bansos."
        ),
    ),
    (
        "whatsapp chat",
        (
            "Ini chat dengan petugas:\n[05/08/26 10.12.01] Budi PLN: besok ya bu\n"
            "[05/08/26 10.15.44] Siti: sudah 3 hari pak\n05/08/26 10.20 - Budi PLN: sabar\n\n"
            "Mohon bantuan."
        ),
    ),
    (
        "gt compare",
        "Denda yang ditagih\n> 5 juta rupiah\ntanpa rincian. Mohon bantuan.",
    ),
    (
        "arrows own",
        "Kronologi:\n>> 1 Mei daftar\n>> 5 Mei ditolak\n>> 7 Mei protes\nMohon dibantu.",
    ),
    (
        "secret request",
        (
            "Saya guru di SD X. Kepala sekolah memungut uang.\n\n"
            "Informasi ini rahasia, identitas saya mohon tidak dibuka."
        ),
    ),
    (
        "secret en",
        ("The school asked for money.\n\nThis email is confidential, please do not tell the school my name."),
    ),
    (
        "sent from prose",
        ("Surat pertama hilang.\n\nDikirim dari kantor pos Kupang tanggal 3 Mei 2026.\n\nMohon dicek."),
    ),
    (
        "closing name kept",
        "Mohon bantuan.\n\nHormat saya,\nI Wayan Sudana\nJl. Gunung Agung 5\n0812 0000 1234",
    ),
    (
        "dashes own list",
        (
            "Rincian:\n--\n"
            "1. Pompa rusak sejak 3 Mei dan belum diganti sampai hari ini oleh petugas yang "
            "sudah kami hubungi lima kali lewat telepon kantor.\n"
            "2. Air keruh dan bau sehingga tidak bisa dipakai memasak."
        ),
    ),
    (
        "table pipes",
        ("Data:\n| No | Nama | Status |\n| 1 | Ani | belum |\n| 2 | Budi | sudah |\nMohon dicek."),
    ),
    (
        "quote of law ruled",
        (
            "Pasal 34 berbunyi:\n----------------------------------------\n"
            "Penyelenggara wajib melayani.\n----------------------------------------\n"
            "Itu tidak dilakukan."
        ),
    ),
    (
        "sent from my desk",
        "Halo.\n\nSent from my desk, is much easier than my phone.",
    ),
    (
        "mail merge ticket",
        "##- Ketik balasan Anda di atas baris ini -##\n\nTiket Anda kami terima.",
    ),
    (
        "gmail forwarded reply keeps",
        ('Pak, ini suratnya.\n\nSaya kutip surat kepala dinas:\n"Permohonan ditolak."\n\nMohon saran.'),
    ),
    (
        "subscript",
        ("Kepada Yth. Ombudsman\nDari: Warga RT 05\nTanggal: 12 Agustus 2026\n\nKami keberatan."),
    ),
    (
        "letter pasted",
        (
            "Berikut isi surat kami:\n\nNomor : 400/12/2026\nSifat : Biasa\nLampiran : 1 berkas\n"
            "Hal : Tanggapan\n\nKepada Yth. Kepala Perwakilan\n\nDengan hormat, sudah selesai.\n\n"
            "Kepala Dinas,\nDrs. X"
        ),
    ),
    (
        "dikirim prose line",
        "Dikirim lewat JNE tanggal 3.\nBelum sampai.",
    ),
    (
        "dikirim oleh",
        ("Surat balasan kami sudah dikirim.\nDikirim oleh kurir pada hari Senin\n\nTerima kasih"),
    ),
    (
        "time list",
        "Jadwal:\n10.00: pendaftaran\n11.00: wawancara\nPetugas menulis:\ntidak lengkap",
    ),
    (
        "signature then p.s.",
        (
            "Sudah kami proses.\n-- \nMade\n\n"
            "NB: pelapor sudah ditelepon dan menyatakan menerima penyelesaian itu dengan "
            "baik, kartu keluarga diserahkan langsung kepada suaminya di kantor kami pada "
            "hari Jumat siang tadi."
        ),
    ),
    (
        "external banner kept",
        "[EKSTERNAL] Email ini berasal dari luar organisasi.\n\nSaya mau lapor jalan rusak.",
    ),
    (
        "perhatian own",
        "Jalan rusak.\n\nPerhatian: anak sekolah lewat sini setiap hari, rawan kecelakaan.",
    ),
    (
        "peringatan own",
        ("Kami diberi surat.\n\nPeringatan: surat itu rahasia kata petugas dan kami dilarang menyalin."),
    ),
]
