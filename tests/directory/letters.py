"""Complaints written for the tests before the rules that read them: the agencies an officer would say, and whether
a machine may send them unseen. Every person, number and event is invented."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """`agencies`: all that it should go to, empty where an officer would have to ask. `near`: an agency that an
    officer would look at first all the same. `alone`: a machine may send it unseen."""

    name: str
    office: str
    text: str
    agencies: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    alone: bool = False
    subject: str = "Laporan"


def told(
    name: str,
    office: str,
    text: str,
    agencies: str = "",
    near: str = "",
    *,
    alone: bool = False,
    subject: str = "Laporan",
) -> Told:
    return Told(name, office, text, frozenset(agencies.split()), frozenset(near.split()), alone, subject)


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

PASSING = (
    told(
        "the hospital wrote a paper",
        "bali",
        """Saya Ni Wayan Contoh Murni, Jl. Contoh 4 Tabanan. Akta kematian bapak di Disdukcapil Tabanan belum terbit sejak
Juni, surat keterangan dari RSUD Tabanan sudah saya serahkan tanggal 3 Juni. Sudah saya tanyakan ke loket 2 Juli dan 4
Agustus 2026, jawabannya menunggu pejabat.""",
        "disdukcapil-tabanan",
        alone=True,
    ),
    told(
        "a neighbour's office is only the place",
        "bali",
        """Saya Made Contoh Wirawan. Got di depan kantor Polres Gianyar mampet, Dinas PUPR Gianyar sudah saya datangi tanggal 3
Juli dan 8 Juli 2026, disuruh menunggu, belum dikerjakan.""",
        "pupr-gianyar",
        alone=True,
    ),
    told(
        "the brother works elsewhere",
        "ntt",
        """Saya Dominggus Contoh Taek. Kakak saya bekerja di Dinas Kesehatan Belu. Sertifikat tanah saya di BPN Belu belum jadi
sejak Maret padahal sudah lunas, saya sudah ke loket tanggal 4 Mei dan 9 Juni 2026, jawabannya tunggu.""",
        "kantah-belu",
        alone=True,
    ),
    told(
        "kota against kabupaten, a place settles it for a person",
        "ntt",
        """Saya Nelci Contoh Ludji, tinggal di Kelurahan Liliba. KK saya di Dukcapil Kupang sudah 4 bulan belum jadi, saya
sudah 3 kali ke kantor.""",
        "disdukcapil-kota-kupang",
    ),
    told(
        "two offices deny",
        "ntt",
        """Saya Adrianus Contoh Bria. Tanah saya di perbatasan. BPN Belu bilang masuk Malaka, BPN Malaka bilang masuk Belu,
saya dilempar ke sana ke mari sudah 6 kali sejak Februari, tidak ada yang mau terima berkas.""",
        "kantah-belu kantah-malaka",
    ),
    told(
        "licence asked of the wrong regency",
        "bali",
        """Saya Kevin Contoh Tanoto. Izin PBG untuk rumah di Canggu sudah 8 bulan di Perizinan Denpasar, sudah saya tanya 5
kali, dijawab menunggu verifikasi. Saya tinggal di Renon.""",
        near="dpmptsp-badung dpmptsp-denpasar",
    ),
    told(
        "an official's title",
        "bali",
        """Saya Ida Ayu Contoh Dewi, Jl. Contoh 9 Bangli. Kadisdikpora Bangli tidak menjawab surat kami tanggal 4 Juni dan 7
Juli 2026 tentang pungutan di SD. Sudah kami tanyakan ke kantornya dua kali, disuruh menunggu.""",
        "disdik-bangli",
        alone=False,
    ),
    told(
        "the head of a police resort",
        "ntt",
        """Saya Stefanus Contoh Pawe. Laporan polisi saya bulan Maret di Polres Ende tidak ada SP2HP, sudah saya tanyakan ke
Kapolres Ende lewat surat 4 Mei 2026 dan datang 3 Juni, tidak dijawab.""",
        "polres-ende",
        alone=True,
    ),
)

NO_REPORTS = (
    told(
        "a letter of an institution that passes a complaint on",
        "bali",
        """Dengan hormat, bersama ini kami teruskan pengaduan warga mengenai pelayanan Disdukcapil Jembrana yang belum menerbitkan
akta sejak Mei, untuk ditindaklanjuti sesuai kewenangan.""",
        "disdukcapil-jembrana",
    ),
    told(
        "a question about one's case",
        "bali",
        """Selamat pagi, menanyakan kembali laporan saya bulan lalu soal klaim JHT di BPJS Ketenagakerjaan Gianyar, sampai
sekarang belum ada kabar.""",
        "bpjstk-gianyar",
    ),
    told(
        "taken down from WhatsApp",
        "ntt",
        """Dari WA pengaduan: "siang kk, sy pu KTP hilang, capil atambua suru tunggu blangko, sy su pi 3x, nama Rosalinda Contoh
Mau" mohon diregister.""",
        "disdukcapil-belu",
    ),
)

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

LETTERS = (*SEVERAL, *URGENT, *VAGUE, *OUTSIDE, *PASSING, *NO_REPORTS, *SECOND)
