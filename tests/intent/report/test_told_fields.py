"""Forms, tables, chats and prose: invented inputs, each with what a careful officer would fill in."""

from __future__ import annotations

import pytest

from maild.intent.report import assess
from tests.directory.invented import TODAY, mail

# name, text, what must be found (None: must not be found)
TOLD: list[tuple[str, str, dict[str, str | None]]] = [
    (
        "tab table",
        "Nama\tNi Luh Contoh\nNIK\t5103054408850000\nAlamat\tBr. Uji, Desa Dalung\nTelepon\t0812 0000 3318\nTerlapor\tPDAM Badung\nUraian\tAir mati sejak Mei\nUpaya\tDatang 3 kali ke kantor\nHarapan\tAir mengalir",
        {
            "reporter_name": "Ni Luh Contoh",
            "nik": "5103054408850000",
            "address": "Br. Uji, Desa Dalung",
            "phone": "0812 0000 3318",
            "agency": "PDAM Badung",
            "matter": "Air mati sejak Mei",
            "prior_complaint": "Datang 3 kali ke kantor",
            "wish": "Air mengalir",
        },
    ),
    (
        "pipes",
        "| Nama Lengkap | I Wayan Uji |\n| No. KTP | 5103054408850000 |\n| No HP | 081200003318 |\n| Instansi Terlapor | Disdukcapil Badung |",
        {
            "reporter_name": "I Wayan Uji",
            "nik": "5103054408850000",
            "phone": "081200003318",
            "agency": "Disdukcapil Badung",
        },
    ),
    (
        "separate lines",
        "NAMA\nMaria Uji Contoh\nNIK\n5103054408850000\nALAMAT\nJl. Uji No. 4, Maumere\nNO HP\n0812-0000-1190\nPIHAK TERLAPOR\nRSUD TC Hillers",
        {
            "reporter_name": "Maria Uji Contoh",
            "nik": "5103054408850000",
            "address": "Jl. Uji No. 4, Maumere",
            "phone": "0812-0000-1190",
            "agency": "RSUD TC Hillers",
        },
    ),
    (
        "colon next line",
        "Nama Pelapor\n: Yosef Uji\nAlamat\n: Desa Uji, Kec. Lela\nInstansi yang dilaporkan\n: Kantah Sikka",
        {"reporter_name": "Yosef Uji", "address": "Desa Uji, Kec. Lela", "agency": "Kantah Sikka"},
    ),
    (
        "one line",
        "Nama: Ketut Uji Contoh, NIK: 5103054408850000, Alamat: Br. Uji Sanur, HP: 081200003318. Air PDAM Denpasar mati.",
        {
            "reporter_name": "Ketut Uji Contoh",
            "nik": "5103054408850000",
            "address": "Br. Uji Sanur",
            "phone": "081200003318",
        },
    ),
    (
        "sections",
        "I. DATA PELAPOR\nNama : Anna Uji Contoh\nAlamat : Jl. Uji 5\nII. DATA TERLAPOR\nNama : dr. Budi Terlapor\nJabatan : Direktur\nInstansi : RSUD Uji\nIII. URAIAN\nTagihan salah",
        {"reporter_name": "Anna Uji Contoh", "address": "Jl. Uji 5", "agency": "RSUD Uji"},
    ),
    (
        "sections reversed",
        "A. Data Terlapor\nNama : Drs. Pejabat Uji\nInstansi : Dinas Sosial Kab. Uji\nAlamat : Jl. Kantor 1\n\nB. Data Pelapor\nNama : Rosa Uji\nAlamat : Desa Pelapor RT 2",
        {"reporter_name": "Rosa Uji", "address": "Desa Pelapor RT 2", "agency": "Dinas Sosial Kab. Uji"},
    ),
    (
        "english form",
        "Full name: Jane Contoh\nPassport no: X0000000\nAddress: Villa Uji 3, Ubud\nPhone: +62 812 0000 1234\nAgency complained about: Immigration Office Denpasar\nDetails: permit delayed\nRemedy sought: decision",
        {
            "reporter_name": "Jane Contoh",
            "address": "Villa Uji 3, Ubud",
            "phone": "+62 812 0000 1234",
            "agency": "Immigration Office Denpasar",
            "matter": "permit delayed",
            "wish": "decision",
        },
    ),
    (
        "equals",
        "NAMA LENGKAP = PUTU UJI CONTOH\nNO KTP/NIK = 5103.0544.0885.0000\nNO WA = 62 812-0000-3318",
        {"reporter_name": "Putu Uji Contoh", "nik": "5103054408850000", "phone": "62 812-0000-3318"},
    ),
    (
        "mononym",
        "Nama Lengkap: Suparno\nAlamat: Desa Uji",
        {"reporter_name": "Suparno", "address": "Desa Uji"},
    ),
    (
        "dash",
        "Nama - Gede Uji Contoh\nAlamat - Desa Uji, Seririt\nTelp - (0362) 000123",
        {"reporter_name": "Gede Uji Contoh", "address": "Desa Uji, Seririt", "phone": "(0362) 000123"},
    ),
    (
        "wrapped label",
        "Upaya yang telah\ndilakukan : datang ke loket dua kali\nHarapan : selesai",
        {"prior_complaint": "datang ke loket dua kali", "wish": "selesai"},
    ),
    (
        "numbered paren",
        "a) Nama : Ida Uji Contoh\nb) TTL : Uji, 1-1-1980\nc) Alamat : Jl Uji\nd) Pekerjaan : tani",
        {"reporter_name": "Ida Uji Contoh", "address": "Jl Uji"},
    ),
    (
        "prose full",
        "Nama saya Yohanes Uji Contoh, tinggal di RT 03 Kelurahan Uji, Kota Kupang, NIK 5371014408850000, HP 081200003318. Air mati.",
        {
            "reporter_name": "Yohanes Uji Contoh",
            "nik": "5371014408850000",
            "phone": "081200003318",
            "address": "RT 03 Kelurahan Uji, Kota Kupang",
        },
    ),
    (
        "prose lower",
        "saya bernama kadek contoh, alamat banjar uji, no hp 081200003318, air mati",
        {"reporter_name": "Kadek Contoh", "phone": "081200003318"},
    ),
    (
        "woman nik day+40",
        "Saya Ni Uji Contoh (5103054408850000) melapor.",
        {"reporter_name": "Ni Uji Contoh", "nik": "5103054408850000"},
    ),
    ("kk not nik", "KK 5103054408850000 tidak bisa dicetak. Saya Made Uji Contoh.", {"nik": None}),
    ("kk and nik", "No. KK 5103052201150000, NIK 5103054408850000", {"nik": "5103054408850000"}),
    ("npwp", "NPWP 5103054408850000 perusahaan kami", {"nik": None}),
    ("account", "rekening BRI 0021010000123456 sudah dipotong", {"nik": None}),
    ("meter", "nomor meter 1412345678900000 token tidak masuk", {"nik": None}),
    ("va", "bayar ke virtual account 8888081200003318", {"nik": None}),
    ("nip18", "NIP 198001012005011001 kepala bidang", {"nik": None}),
    ("implausible", "berkas 9903134408850000 belum selesai", {"nik": None}),
    ("nik dotted", "NIK. 51.03.05.440885.0000", {"nik": "5103054408850000"}),
    ("phone plus", "hubungi saya di +62-812-0000-3318", {"phone": "+62-812-0000-3318"}),
    ("phone paren", "WA (0812) 0000-3318 ya", {"phone": "(0812) 0000-3318"}),
    ("phone dots", "hp 0812.0000.3318", {"phone": "0812.0000.3318"}),
    ("landline", "telp rumah 0361-000123", {"phone": "0361-000123"}),
    ("landline none", "nomor pelanggan 0361-000123", {"phone": None}),
    (
        "officer's phone",
        "Saya sudah WA petugas 081200009999 tidak dibalas. Kontak saya 081200003318.",
        {"phone": "081200003318"},
    ),
    ("price no phone", "tagihan 08120000 rupiah per 08-12-2026", {"phone": None}),
    (
        "lawyer",
        "Kami, Advokat Uji Hukum, S.H., bertindak untuk dan atas nama klien kami Bapak Hendra Contoh Halim, melapor.\n\nUji Hukum, S.H.",
        {"reporter_name": "Hendra Contoh Halim"},
    ),
    (
        "on behalf mother",
        "Ibu saya bernama Ni Ketut Lansia ditolak loket. Saya anaknya, Wayan Contoh Putra.",
        {"reporter_name": "Wayan Contoh Putra"},
    ),
    (
        "official in text",
        "Kepala loket bernama Budi Pejabat menolak saya. Hormat saya,\nRina Contoh Uji",
        {"reporter_name": "Rina Contoh Uji"},
    ),
    (
        "signature after closing",
        "Air mati.\n\nDemikian laporan saya.\nHormat kami,\n\n\nBENEDIKTUS UJI CONTOH\nHP 081200003318",
        {"reporter_name": "Benediktus Uji Contoh", "phone": "081200003318"},
    ),
    (
        "signature lower greeting",
        "air mati 3 hari, mohon bantuan, terima kasih\n- Komang Contoh Ayu",
        {"reporter_name": "Komang Contoh Ayu"},
    ),
    ("secrecy yes", "Nama: A Uji\nIdentitas dirahasiakan: YA", {"secrecy": "YA"}),
    (
        "secrecy ticked",
        "Nama: Ani Uji\nApakah identitas dirahasiakan? [x] Ya [ ] Tidak",
        {"secrecy": "[x] Ya [ ] Tidak"},
    ),
    (
        "empty value",
        "Nama: Ani Uji\nUpaya: -\nHarapan: selesai",
        {"prior_complaint": None, "wish": "selesai"},
    ),
    (
        "email label",
        "Nama: Ani Uji Contoh\nEmail: ani@surat.example\nAlamat Email: x@surat.example\nAlamat: Jl. Uji 9",
        {"address": "Jl. Uji 9"},
    ),
    (
        "matter para",
        "Kronologi:\n1. Tanggal 3 Mei saya datang.\n2. Tanggal 5 Juni saya datang lagi.\n\nSampai kini belum selesai.\n\nHarapan: diproses",
        {
            "matter": "1. Tanggal 3 Mei saya datang. 2. Tanggal 5 Juni saya datang lagi. Sampai kini belum selesai.",
            "wish": "diproses",
        },
    ),
    (
        "address prose dari",
        "Saya Wayan Contoh Uji dari Banjar Kaja, Desa Peguyangan, Denpasar.",
        {"address": "Banjar Kaja, Desa Peguyangan, Denpasar"},
    ),
    ("address road complained", "Jalan Gatot Subroto Denpasar rusak parah sejak Mei.", {"address": None}),
    ("address office", "Kantor desa Uji tidak buka. Loket di Jalan Kartini tutup terus.", {"address": None}),
    (
        "company",
        "PT Uji Jaya (NIB 0000000000000), beralamat di Jalan Uji 1, melapor.\n\nClara Contoh Uji\nDirektur PT Uji Jaya",
        {"reporter_name": "Clara Contoh Uji", "address": "Jalan Uji 1"},
    ),
    (
        "group",
        "Kami 20 warga Banjar Uji, diwakili oleh I Made Contoh Wakil, melapor air mati.",
        {"reporter_name": "I Made Contoh Wakil"},
    ),
    (
        "balinese",
        "Om Swastyastu. Tiang Ni Made Contoh saking Banjar Uji Kelod.",
        {"reporter_name": "Ni Made Contoh"},
    ),
    (
        "kupang malay",
        "Beta pu nama Marten Contoh Boimau, tinggal di Desa Oelnasi.",
        {"reporter_name": "Marten Contoh Boimau", "address": "Desa Oelnasi"},
    ),
    ("lapor ref", "[SP4N-LAPOR!] tracking ID: 8812345 sudah ditutup", {"external_ref": "8812345"}),
    (
        "html table two cols",
        "Nama Pemohon\n\nDewi Uji Contoh\n\nNIK\n\n5103054408850000\n\nAlamat\n\nJl. Uji 7 Gianyar",
        {"reporter_name": "Dewi Uji Contoh", "nik": "5103054408850000", "address": "Jl. Uji 7 Gianyar"},
    ),
    (
        "row pairs",
        "Nama\tRudi Contoh Uji\tNIK\t5103050408850000\nAlamat\tDesa Uji\tNo HP\t081200003318",
        {
            "reporter_name": "Rudi Contoh Uji",
            "nik": "5103050408850000",
            "address": "Desa Uji",
            "phone": "081200003318",
        },
    ),
    (
        "bold stars",
        "*Nama:* Rudi Contoh\n*NIK:* 5103050408850000\n*Alamat:* Br. Uji\n*Terlapor:* Samsat Uji",
        {
            "reporter_name": "Rudi Contoh",
            "nik": "5103050408850000",
            "address": "Br. Uji",
            "agency": "Samsat Uji",
        },
    ),
    (
        "quoted",
        "> Nama : Rudi Contoh\n> Alamat : Br. Uji",
        {"reporter_name": "Rudi Contoh", "address": "Br. Uji"},
    ),
    (
        "wa export",
        "[12/8 09.14] Ani: Nama: Ani Contoh Uji\n[12/8 09.15] Ani: alamat: Desa Uji\n[12/8 09.15] Ani: hp: 081200003318",
        {"reporter_name": "Ani Contoh Uji", "address": "Desa Uji", "phone": "081200003318"},
    ),
    (
        "dots leader",
        "Nama ........ : Rudi Contoh\nAlamat ...... : Br. Uji",
        {"reporter_name": "Rudi Contoh", "address": "Br. Uji"},
    ),
    (
        "slash label",
        "Nama/NIK : Rudi Contoh / 5103050408850000",
        {"reporter_name": "Rudi Contoh", "nik": "5103050408850000"},
    ),
    ("title suffix", "Nama : Drs. I Made Uji Contoh, M.Si", {"reporter_name": "I Made Uji Contoh"}),
    ("H. title", "Nama lengkap: H. Ahmad Uji", {"reporter_name": "Ahmad Uji"}),
    ("a.n.", "Hormat saya,\na.n. warga\nPetrus Contoh Uji", {"reporter_name": "Petrus Contoh Uji"}),
    (
        "prose saya, name",
        "Dengan hormat, saya, Lukas Contoh Uji, petani di Desa Uji, melaporkan jalan.",
        {"reporter_name": "Lukas Contoh Uji"},
    ),
    (
        "yang bertanda tangan",
        "Saya yang bertanda tangan di bawah ini Ni Kadek Contoh Uji, lahir di Uji 1990, alamat Jl. Uji Gg. II/4 Denpasar.",
        {"reporter_name": "Ni Kadek Contoh Uji", "address": "Jl. Uji Gg. II/4 Denpasar"},
    ),
    (
        "perkenalkan",
        "Halo min, perkenalkan nama saya Bagus Contoh dari Sesetan.",
        {"reporter_name": "Bagus Contoh"},
    ),
    (
        "english prose",
        "My name is Peter Contoh, living in Jl. Uji 5, Sanur. Phone 0812 0000 4455.",
        {"reporter_name": "Peter Contoh", "phone": "0812 0000 4455"},
    ),
    (
        "lawyer table",
        "Penerima Kuasa: Adv. Uji Hukum, S.H.\nPemberi Kuasa: Sari Contoh Uji\nAlamat: Jl. Klien 3",
        {"reporter_name": "Sari Contoh Uji", "address": "Jl. Klien 3"},
    ),
    (
        "nama petugas",
        "Nama petugas: Budi Loket\nNama: Sari Contoh Uji",
        {"reporter_name": "Sari Contoh Uji"},
    ),
    (
        "sms",
        "sy made contoh uji nik 5103050408850000 almt br uji kaja tlp 081200003318 mau lapor",
        {
            "nik": "5103050408850000",
            "phone": "081200003318",
            "address": "br uji kaja tlp 081200003318 mau lapor",
        },
    ),
    ("hp intl zero", "HP: +62 (0)812 0000 3318", {"phone": "+62 (0)812 0000 3318"}),
    ("hp 628", "wa 6281200003318", {"phone": "6281200003318"}),
    ("two phones", "HP 081200003318 / 081200004419", {"phone": "081200003318"}),
    (
        "callcenter",
        "sudah hubungi call center 0811 0000 123 dan 1500 400. hp saya 0812 0000 1111",
        {"phone": "0812 0000 1111"},
    ),
    ("bpjs", "nomor BPJS 0001234567890 tidak aktif", {"nik": None, "phone": None}),
    ("resi", "resi 0812345678901 hilang", {"phone": None}),
    (
        "lapor style",
        "Yth. Ombudsman\nPerihal: Pengaduan\nNama: Sari Contoh Uji\nPerihal yang dilaporkan: air\nTuntutan: air mengalir normal",
        {"reporter_name": "Sari Contoh Uji", "wish": "air mengalir normal"},
    ),
    ("harapan prose line", "Harapan kami agar jalan diperbaiki.", {}),
    (
        "instansi teradu",
        "Teradu: Kepala Dinas Uji\nKeluhan: izin tidak terbit\nPermintaan: terbitkan izin",
        {"agency": "Kepala Dinas Uji", "matter": "izin tidak terbit", "wish": "terbitkan izin"},
    ),
    (
        "caps shout",
        "SAYA KETUT CONTOH UJI DARI DESA UJI KECAMATAN BANJAR. AIR MATI",
        {"reporter_name": "Ketut Contoh Uji"},
    ),
    ("bin", "Nama: Abdul Contoh bin Uji", {"reporter_name": "Abdul Contoh bin Uji"}),
    ("apostrophe", "Nama: Ma'ruf Contoh", {"reporter_name": "Ma'ruf Contoh"}),
    (
        "nama anak",
        "Nama anak: Bayu Kecil\nNama orang tua: Sari Contoh Uji\nAlamat: Br. Uji",
        {"address": "Br. Uji"},
    ),
    ("sda", "Alamat KTP: Br. Uji, Desa Uji\nAlamat domisili: sda", {"address": "Br. Uji, Desa Uji"}),
    ("full-width colon", "Nama：Sari Contoh Uji", {"reporter_name": "Sari Contoh Uji"}),
    (
        "signature w/ place",
        "Terima kasih.\n\nSari Contoh Uji\nDesa Uji, Kec. Uji, Kab. Tabanan\n0812-0000-7777",
        {
            "reporter_name": "Sari Contoh Uji",
            "phone": "0812-0000-7777",
            "address": "Desa Uji, Kec. Uji, Kab. Tabanan",
        },
    ),
]


@pytest.mark.parametrize(("text", "want"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_what_is_told_is_found(text: str, want: dict[str, str | None]) -> None:
    found = assess(mail(text), TODAY).fields
    assert {key: found.get(key) for key in want} == want
