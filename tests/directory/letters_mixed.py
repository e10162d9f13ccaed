"""A second heap of complaints, of every kind, written after the first rules and before the next."""

from __future__ import annotations

from tests.directory.told import told

SECOND = (
    told(
        "numbered steps of one matter are one matter",
        "bali",
        """Saya Kadek Contoh Adi, Jl. Contoh 3 Negara, Jembrana. Kronologi:
1. Tanggal 3 Mei 2026 saya mendaftar akta lahir di Disdukcapil Jembrana.
2. Tanggal 20 Mei 2026 saya datang ke loket, diminta menunggu tanda tangan.
3. Tanggal 2 Juli 2026 saya datang lagi, jawabannya sama.
Mohon dibantu.""",
        "disdukcapil-jembrana",
        alone=True,
    ),
    told(
        "enclosures are numbered too",
        "ntt",
        """Saya Bernadus Contoh Seran, Desa Wehali, Malaka. Sertifikat tanah saya di BPN Malaka belum terbit sejak Januari 2026, saya
sudah ke loket tanggal 4 Maret dan 6 Mei 2026, disuruh tunggu.
Lampiran:
1. Fotokopi KTP
2. Foto rumah dan kartu keluarga
3. Tanda terima berkas""",
        "kantah-malaka",
        alone=True,
    ),
    told(
        "two matters, both vague",
        "ntt",
        """Malam bapa. Beta Oktovianus Contoh Sinlae dari Oesapa. Dua hal: pertama, air ledeng su dua minggu sonde jalan. Kedua, lampu
jalan depan gereja mati, su lapor RT. Tolong.""",
        near="pdam-kota-kupang",
    ),
    told(
        "police station of a kecamatan",
        "bali",
        """Saya Nyoman Contoh Sudarma dari Sukawati. Laporan pencurian saya di Polsek Sukawati sejak April tidak ada kabar, sudah 3 kali
saya tanya ke Polsek, dijawab masih lidik.""",
        "polres-gianyar",
    ),
    told(
        "resort police named beside its station",
        "ntt",
        """Saya Wilhelmina Contoh Dhae. Laporan saya di Polres Ende bulan Februari tentang penipuan belum ada SP2HP, saya sudah datang ke
Polres Ende tanggal 3 Maret dan 6 April 2026, penyidik bilang sibuk.""",
        "polres-ende",
    ),
    told(
        "hospital by the name of its town",
        "ntt",
        """Saya Agustina Contoh Bhoki. Rumah sakit di Ende minta uang muka padahal saya peserta BPJS aktif. Sudah saya protes ke bagian
pendaftaran dua kali tanggal 4 Agustus.""",
        "rsud-ende",
    ),
    told(
        "a hospital only treated, the insurer refuses",
        "bali",
        """Saya Putu Contoh Yudiana, Jl. Contoh 5 Singaraja. Kartu BPJS saya nonaktif tanpa pemberitahuan. BPJS Kesehatan Singaraja
sudah saya datangi tanggal 2 dan 9 Juli 2026, katanya tunggu verifikasi. Saya kontrol di RSUD Buleleng tiap bulan.""",
        "bpjskes-buleleng",
    ),
    told(
        "electricity of the village",
        "bali",
        """Listrik di Banjar Contoh, Payangan, mati tiap sore. Sudah lapor PLN Mobile tiga kali bulan Juli, tidak ada petugas. Saya
Wayan Contoh Kariasa.""",
        "pln-ulp-gianyar",
    ),
    told(
        "internet",
        "bali",
        """Indihome saya di Renon putus sudah 3 minggu, tiket gangguan dibuka 4 kali, teknisi tidak datang. Made Contoh Parwata, Jl. Contoh
2 Denpasar.""",
        "telkom-bali",
    ),
    told(
        "passport",
        "bali",
        """Saya Luh Contoh Ekawati dari Seririt. Paspor saya di Imigrasi Singaraja sudah dua bulan tidak jadi, sudah saya tanyakan 3 kali
ke loket dan lewat WA, jawabannya sistem.""",
        "imigrasi-singaraja",
        alone=True,
    ),
    told(
        "marriage office",
        "bali",
        "Saya Ahmad Contoh Fauzi. KUA Denpasar Barat minta bayar lebih untuk nikah di kantor, saya sudah protes ke kepala KUA 2 kali.",
    ),
    told(
        "madrasah",
        "ntt",
        "Anak saya di MTs negeri di Ende tidak diberi ijazah karena uang komite. Saya sudah tanya ke kepala madrasah 3 kali. Siti Contoh Aminah.",
    ),
    told(
        "SMK named, office of the regency named",
        "ntt",
        """Saya Yosef Contoh Lewar. Ijazah anak saya ditahan SMK negeri di Maumere karena uang komite. Dinas Pendidikan Sikka sudah saya
datangi dua kali, tidak ada jawaban.""",
        "disdik-ntt",
    ),
    told(
        "primary school and its office",
        "bali",
        """Saya Komang Contoh Suartini, Banjar Contoh Bebandem. Rapor anak saya di SD Negeri belum diberikan sejak Juni. Dinas Pendidikan
Karangasem sudah saya datangi 4 Juli dan 20 Juli 2026, katanya urusan sekolah.""",
        "disdik-karangasem",
    ),
    told(
        "Kota against Kabupaten, the level is said",
        "ntt",
        """Saya Ferdinan Contoh Adoe. KTP saya di Dukcapil Kabupaten Kupang di Oelamasi belum dicetak sejak Maret, saya sudah ke sana 5
kali, blangko habis katanya.""",
        "disdukcapil-kab-kupang",
        alone=True,
    ),
    told(
        "Kota Kupang by its mayor's office",
        "ntt",
        "KK saya di capil walikota kupang salah nama, saya su urus 4 kali sonde beres. Nama saya Mince Contoh Ndun, Oebufu.",
        "disdukcapil-kota-kupang",
    ),
    told(
        "longest region first",
        "ntt",
        """Saya Kornelis Contoh Jemadu. Bantuan PKH ibu saya dihentikan Dinas Sosial Manggarai Barat, sudah saya tanyakan 3 kali ke
kantornya sejak Mei, tidak ada penjelasan.""",
        "dinsos-mabar",
        alone=True,
    ),
    told(
        "a regency whose name begins another's",
        "ntt",
        "Saya Blasius Contoh Nabit dari Ruteng. Bantuan PKH ibu saya dicoret, sudah saya ke Dinas Sosial Manggarai 3 kali sejak Mei.",
        "dinsos-manggarai",
        alone=True,
    ),
    told(
        "Bandung is another province",
        "bali",
        "Saya Asep Contoh Hidayat. Sertifikat saya di BPN Kabupaten Bandung Barat belum jadi, sudah 4 kali ditanya.",
    ),
    told(
        "a bank",
        "ntt",
        "Saya Rambu Contoh Nipa. Saldo tabungan saya di Bank NTT cabang Waingapu hilang 2 juta, sudah lapor ke bank 3 kali sejak Juni, tidak ada jawaban tertulis.",
        "bank-ntt",
        alone=True,
    ),
    told(
        "a landmark beside the road",
        "bali",
        """Lampu jalan dan jalan berlubang di depan RSUD Tabanan. Dinas PUPR Tabanan sudah saya hubungi 4 Juni dan 7 Juli 2026, belum
diperbaiki. Saya I Gede Contoh Swastika, Tabanan.""",
        "pupr-tabanan",
        alone=True,
    ),
    told(
        "somebody else's satisfaction",
        "ntt",
        """Saya Maria Contoh Bete. Di Dukcapil Malaka semuanya lancar, tapi di Dukcapil Belu akta anak saya sudah 6 bulan tidak jadi, saya
sudah 4 kali datang ke Dukcapil Belu.""",
        "disdukcapil-belu",
        alone=True,
    ),
    told(
        "copies to others",
        "bali",
        """Saya Dewa Contoh Putra, Jl. Contoh 8 Bangli. Izin usaha saya di DPMPTSP Bangli belum terbit sejak Februari 2026, surat saya
tanggal 4 Mei dan 9 Juni tidak dijawab. Tembusan: Inspektorat Bangli, Bupati Bangli.""",
        "dpmptsp-bangli",
    ),
    told(
        "building permit, villa elsewhere",
        "bali",
        """Saya Yanti Contoh Halim, domisili di Sanur. Permohonan PBG vila di Kedewatan Ubud diajukan ke Perizinan Badung sejak Maret,
sudah 4 kali saya tanya, tidak jelas.""",
        near="dpmptsp-gianyar dpmptsp-badung",
    ),
    told(
        "office and place apart",
        "bali",
        "Petugas dukcapil di Amlapura minta uang 200 ribu utk KK, sy sudah tanya kepala kantor 2x tdk dijawab. Ni Komang Contoh, Subagan.",
        "disdukcapil-karangasem",
    ),
    told(
        "capitals and no stops",
        "ntt",
        "TOLONG AIR PDAM DI SOE SUDAH SEBULAN TIDAK JALAN SAYA SUDAH KE KANTOR PDAM TTS TIGA KALI TIDAK ADA JAWABAN SAYA MARTEN CONTOH TUNLIU",
        "pdam-tts",
    ),
    told(
        "in English",
        "bali",
        "Dear Ombudsman, my name is Paul Example. The Kuta tap water has been off for a month and PDAM Badung does not answer my three letters.",
        "pdam-badung",
    ),
    told(
        "rubbish told by the village",
        "bali",
        "Tumpukan sampah di pantai Candidasa tidak pernah diangkut, kami sudah telepon dinas kebersihan Karangasem tiga kali bulan Agustus. Nengah Contoh.",
        "dlhk-karangasem",
        alone=True,
    ),
    told(
        "an unknown office",
        "bali",
        "Saya Rina Contoh. Dinas Ketahanan Pangan Buleleng tidak membayar hasil panen kelompok kami, sudah ditagih 3 kali.",
    ),
    told(
        "urgent, road cut",
        "ntt",
        "Longsor menutup jalan nasional di Camplong sejak subuh, mobil ambulans tidak bisa lewat, ada orang tertimbun. BPJN NTT sudah kami telepon 3 kali tidak diangkat. Saya Jefri Contoh Neno.",
        "bpjn-ntt",
        alone=True,
    ),
)
