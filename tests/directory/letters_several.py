"""Complaints of several matters, urgent ones, vague ones, and those about offices elsewhere."""

from __future__ import annotations

from tests.directory.told import told

SEVERAL = (
    told(
        "three matters, numbered, offices half named",
        "bali",
        """Yth Ombudsman Bali, nama saya I Made Contoh Arta, Br. Tengah, Ubud.
1. KTP anak saya rekam bulan Maret di kantor camat, sampai sekarang capil bilang blangko habis. Sudah 3x saya ke capil.
2. Lampu listrik di gang sering padam, sudah telepon PLN Gianyar dijawab antre.
3. Sampah di depan pasar tidak diangkut DLHK sejak Juli, sudah saya sampaikan lewat telepon.
Mohon bantuannya. NIK 5104051203800000""",
        "disdukcapil-gianyar pln-ulp-gianyar dlhk-gianyar",
    ),
    told(
        "two matters in one breath",
        "bali",
        """Selamat siang. Saya Ni Luh Uji Rahayu, Desa Bebandem, Karangasem. Saya mau melapor dua hal. Pertama, sertifikat
tanah saya di BPN Karangasem belum jadi sejak Januari, sudah ditanya 4 kali ke loket. Kedua, air PDAM di rumah mati
sejak 3 minggu, sudah lapor ke PDAM dan belum ada yang datang.""",
        "kantah-karangasem pdam-karangasem",
    ),
    told(
        "matters joined by 'selain itu'",
        "ntt",
        """Salam. Beta Yuliana Contoh Tefa dari Soe. Bantuan PKH mama saya dihentikan tanpa alasan, saya sudah ke Dinas Sosial
TTS tanggal 5 Agustus disuruh tunggu. Selain itu akta kelahiran adik juga belum keluar dari Dukcapil TTS, sudah 2 kali
saya tanya.""",
        "dinsos-tts disdukcapil-tts",
    ),
    told(
        "school and road",
        "bali",
        """Kami warga Banjar Kaja, Seririt, Buleleng, saya Ketut Umpama Wirya.
a) Seragam di SMP negeri wajib beli di sekolah, Dinas Pendidikan sudah kami surati 4 Juli, tidak dijawab.
b) Jalan kabupaten ke pura berlubang, dinas PU sudah kami datangi bulan Juni, katanya tidak ada anggaran.""",
        "disdik-buleleng pupr-buleleng",
    ),
)

URGENT = (
    told(
        "patient between hospital and insurer",
        "bali",
        """TOLONG pak, kakak saya Gede Misal kecelakaan sekarang di UGD RSUD Buleleng, sudah 5 jam belum dioperasi, katanya
jaminan BPJS Kesehatan ditolak sistem. Sudah saya minta ke petugas, disuruh bayar dulu 10 juta. Darahnya masih keluar.
Saya Komang Misal Adiknya, 081200000001""",
        "rsud-buleleng bpjskes-buleleng",
        subject="darurat RSUD Buleleng",
    ),
    told(
        "ambulance of the health centre, only places told",
        "ntt",
        """Tolong bapak, mama saya mau melahirkan sudah pendarahan, ambulans puskesmas Ndona tidak mau jalan katanya sopir tidak
ada. Kami di Ndona, Ende. Sudah saya telepon puskesmas dari jam 2. Cepat pak. Saya Markus Contoh Wara""",
        "dinkes-ende",
    ),
    told(
        "blackout of a unit that is not in the register",
        "ntt",
        """Selamat pagi. Listrik di Kecamatan Lembor, Manggarai Barat padam 4 hari sejak Senin. Kulkas vaksin puskesmas sudah
hangat. PLN Labuan Bajo bilang tunggu gardu dari Kupang. Kami sudah lapor lewat PLN Mobile hari Selasa. Rofinus Contoh
Jehadu, Desa Siru""",
        near="pln-uiw-ntt",
    ),
    told(
        "flood, two offices of one city",
        "bali",
        """Banjir di Jl. Gunung Contoh, Denpasar Barat! air sudah sedada orang dewasa, pompa PUPR Kota Denpasar mati, sudah
kami telepon PUPR jam 3 pagi tidak diangkat. BPBD Kota Denpasar sudah kami telepon 4x, perahu belum datang. Nama saya
Wayan Contoh Sudira.""",
        "pupr-denpasar bpbd-denpasar",
        alone=True,
    ),
)

VAGUE = (
    told(
        "only the paper and the town",
        "bali",
        """Saya Putu Contoh Lestari, tinggal di Lovina. Nama di kartu keluarga saya salah ketik, sudah minta perbaikan di kantor
yang mengurus KK di Singaraja sejak Mei, petugas bilang sistem rusak terus. Saya sudah datang 4 kali.""",
        "disdukcapil-buleleng",
    ),
    told(
        "rubbish, the lorry names the office",
        "bali",
        """min sampah di gang kecil sanur numpuk udah sebulan, truk dlhk ga pernah lewat, udah bilang ke pak kaling. iuran jalan
terus. made""",
        "dlhk-denpasar",
    ),
    told(
        "hole in a road of the regency",
        "ntt",
        """Jalan kabupaten di Desa Nita rusak parah sudah setahun, motor jatuh tiap minggu. Kami sudah lapor ke kantor camat.
Mohon diperbaiki. Saya Anselmus Contoh Lado, warga Nita Sikka.""",
        "pupr-sikka",
    ),
    told(
        "hole in a national road",
        "ntt",
        """Jalan nasional di Camplong berlubang dan sudah ada korban. Saya Semuel Contoh Bani sudah melapor lewat telepon dua
kali, tidak ada jawaban.""",
        "bpjn-ntt",
    ),
    told(
        "hole in a road of the province",
        "bali",
        """Jalan provinsi di Kintamani berlubang dekat pasar. Saya I Nyoman Contoh Yasa sudah melapor ke PUPR Provinsi Bali
tanggal 3 Juli dan 20 Juli 2026, dijawab menunggu anggaran.""",
        "pupr-bali",
        alone=True,
    ),
    told(
        "tap water, village told",
        "bali",
        """Air ledeng di Desa Sidemen mati sudah tiga minggu, tagihan tetap jalan. Saya sudah ke loket pembayaran dua kali. Ni
Ketut Contoh Sari.""",
        "pdam-karangasem",
    ),
    told(
        "seat at a high school",
        "ntt",
        """Anak saya tidak diterima di SMA negeri di Maumere padahal nilainya di atas. Panitia PPDB tidak mau menjelaskan. Saya
sudah tanya ke sekolah 2 kali. Theodorus Contoh Woda, Kewapante.""",
        "disdik-ntt",
    ),
    told(
        "school fees at a primary school",
        "ntt",
        """Komite SD di Wolowaru memungut 500 ribu per anak. Kami orang tua sudah bertanya ke kepala sekolah, katanya wajib.
Saya Petrus Contoh Mbete.""",
        "disdik-ende",
    ),
    told(
        "health centre of a kecamatan",
        "bali",
        """Petugas puskesmas di Nusa Penida minta bayar imunisasi padahal gratis. Saya sudah tanya ke kepala puskesmas tanggal 4
Agustus, jawabannya tidak jelas. Saya Kadek Contoh Ariani.""",
        "dinkes-klungkung",
    ),
    told(
        "nothing to go by",
        "bali",
        "Pelayanan kantor itu buruk sekali, petugasnya kasar dan lambat, saya kecewa. Tolong ditegur. Putu",
    ),
    told(
        "a service and no place",
        "ntt",
        "KTP saya belum jadi dari bulan Januari, sudah 5 kali ditanya, dijawab blangko habis terus. Yohanes Contoh Nahak.",
    ),
)

OUTSIDE = (
    told(
        "no such office in the register",
        "bali",
        """Saya I Ketut Contoh Suta dari Bangli. Bantuan PKH saya dicoret, sudah dua kali ke Dinas Sosial Bangli, katanya data
pusat.""",
        near="dinsos-bali",
    ),
    told(
        "another province",
        "bali",
        """Saya Baiq Contoh Hartini. STNK saya ditahan di Samsat Praya, Lombok Tengah, sudah saya tanyakan 3 kali.""",
    ),
    told(
        "look-alike of another province",
        "bali",
        """Saya Slamet Contoh Riyadi, KTP saya di Disdukcapil Banyuwangi belum jadi, sudah ditanya 4 kali sejak Mei.""",
    ),
    told(
        "kabupaten with a longer name",
        "ntt",
        """Saya Maria Contoh Nggadas. Sertifikat tanah saya di BPN Manggarai Timur belum jadi sejak Mei, sudah 3 kali saya
tanya ke loket.""",
    ),
    told(
        "a court",
        "bali",
        "Saya Gusti Contoh Oka. Salinan putusan saya di Pengadilan Negeri Gianyar belum diberikan, sudah 5 kali saya minta.",
    ),
)
