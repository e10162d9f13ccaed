"""Answers and prose that only look like a mail passed on (data)."""

from __future__ import annotations

from tests.message.forwards.case import Answer

ANSWERS = {
    "outlook reply": Answer(
        "Re: Tanda terima",
        (
            "Terima kasih, ini KTP saya.\n\nDari: Ombudsman <pengaduan@ombudsman.example>\n"
            "Dikirim: Rabu, 5 Agustus 2026 21:10\nKepada: budi.s@surel.example\nPerihal: Tanda terima\n\n"
            "Yth. Sdr. Budi"
        ),
        "KTP saya",
        sender="budi.s@surel.example",
    ),
    "outlook reply bls": Answer(
        "Bls: Tanda terima",
        (
            "Terima kasih\n\n----- Pesan Asli -----\nDari: Ombudsman <pengaduan@ombudsman.example>\n"
            "Kepada: budi.s@surel.example\nTerkirim: Rabu, 5 Agustus 2026 21:10\nJudul: Tanda terima\n\n"
            "Yth. Sdr. Budi"
        ),
        "Terima kasih",
        sender="budi.s@surel.example",
    ),
    "new subject reply": Answer(
        "Tanggapan surat 123",
        (
            "Dengan hormat, sudah kami perbaiki.\n\nDari: Ombudsman <pengaduan@ombudsman.example>\n"
            "Dikirim: Rabu, 5 Agustus 2026 21:10\nKepada: dinas@kab.example\nPerihal: Permintaan\n\nYth."
        ),
        "sudah kami perbaiki",
        sender="dinas@kab.example",
    ),
    "nota dinas": Answer(
        "Laporan",
        (
            "NOTA DINAS\n\nYth : Kepala Perwakilan\nDari : Asisten Pemeriksaan\nTanggal : 5 Agustus 2026\n"
            "Sifat : Biasa\nLampiran : -\nHal : Laporan jalan rusak\n\nBersama ini kami sampaikan."
        ),
        "Bersama ini",
    ),
    "form": Answer(
        "Pengaduan jalan",
        (
            "Dari: Wayan Contoh\nTanggal: Rabu, 5 Agustus 2026 pukul 09.00\nPerihal: jalan rusak\n"
            "Kepada: Ombudsman\n\nJalan rusak sejak Mei."
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
            "Pesan sudah diteruskan ke kepala desa:\nDari hasil rapat: ditolak.\nTanggal: 5 Mei.\n"
            "Mohon dibantu."
        ),
        "ditolak",
    ),
    "wa chat": Answer(
        "Laporan",
        (
            "[05/08/26 21.10] Budi: sudah saya teruskan pesan ini\n[05/08/26 21.11] Petugas: baik\n"
            "Diteruskan\nMohon dibantu"
        ),
        "Mohon dibantu",
    ),
    "reply with fwd in quote": Answer(
        "Re: Fwd: Jalan rusak",
        (
            "Baik pak.\n\nPada Rab, 5 Agt 2026 pukul 21.10 Asisten <asisten@x.example> menulis:\n> FYI\n"
            "> ---------- Forwarded message ---------\n> From: Budi <budi.s@surel.example>\n"
            "> Date: Tue, Aug 4, 2026\n> Subject: Jalan rusak\n> To: <a@x.example>\n>\n> Rusak"
        ),
        "Baik pak",
    ),
    "dashed para": Answer(
        "Laporan",
        (
            "--- Kronologi kejadian ---\nTanggal: 5 Mei 2026\nTempat: Singaraja\nDari: rumah\n"
            "--- Penutup ---\nTerima kasih"
        ),
        "Terima kasih",
    ),
    "signature block": Answer(
        "Laporan",
        (
            "Jalan rusak.\n\nHormat saya,\nBudi\nEmail: budi@surel.example\nHP: 0812 0000 0000\n"
            "Alamat: Jl. Uji 5\nKepada: yang terhormat"
        ),
        "Jalan rusak",
        sender="budi@surel.example",
    ),
    "table": Answer(
        "Jadwal",
        (
            "Rapat:\nHari/Tanggal: Rabu, 5 Agustus 2026\nWaktu: 09.00 WITA\nTempat: Kantor\n"
            "Hal: koordinasi\nDari: Sekretariat\nKepada: Ombudsman"
        ),
        "koordinasi",
    ),
    "follow-up own mail": Answer(
        "Laporan saya belum dijawab",
        (
            "Mohon kabar.\n\nDari: Budi <budi.s@surel.example>\nDikirim: Rabu, 5 Agustus 2026 21:10\n"
            "Kepada: pengaduan@ombudsman.example\nPerihal: Jalan rusak\n\nLama"
        ),
        "Mohon kabar",
        sender="Budi <budi.s@surel.example>",
    ),
    "reply all w/ hotmail line": Answer(
        "RE: Permintaan data",
        (
            "Sudah kami kirim.\n________________________________\n"
            "From: Ombudsman <pengaduan@ombudsman.example>\nSent: Wednesday, August 5, 2026 9:10 PM\n"
            "To: dinas@kab.example\nSubject: Permintaan data\n\nMohon data"
        ),
        "Sudah kami kirim",
        sender="dinas@kab.example",
    ),
    "prose forwarded message phrase": Answer(
        "Laporan",
        ("Saya menerima pesan terusan berikut:\nDari: dinas\nIsinya begini dan begitu.\nMohon dicek."),
        "Mohon dicek",
    ),
    "letter": Answer(
        "Surat",
        (
            "Nomor: 1/2026\nLampiran: 1\nPerihal: Undangan\nKepada Yth. Ombudsman\n\n"
            "Dari: Pukul 09.00 s.d. selesai\nTanggal: 5 Agustus 2026\nTempat: Kantor"
        ),
        "Kantor",
        sender="dinas@kab.example",
    ),
    "minutes": Answer(
        "Notula",
        (
            "Dari: pukul 09.00\nSampai: pukul 10.00\nTanggal: 5/8/2026\nPeserta: a@b.example, c@d.example\n"
            "Hal: rapat\n\nKeputusan: jalan diperbaiki."
        ),
        "diperbaiki",
    ),
    "a quote that begins with a mail passed on, under a wrapped attribution": Answer(
        "Re: Fwd: Jalan rusak",
        "Baik, terima kasih.\n\nPada Rab, 5 Agt 2026 pukul 21.10 Asisten Uji <asisten@x.example>\nmenulis:\n"
        "> ---------- Forwarded message ---------\n> From: Budi <budi.s@surel.example>\n"
        "> Date: Tue, Aug 4, 2026 at 9:10 PM\n> Subject: Jalan rusak\n> To: <a@x.example>\n>\n> Rusak\n",
        "Baik, terima kasih.",
    ),
}
