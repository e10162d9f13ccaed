"""What the people of the story write: (subject, text) of new mails, text of answers."""

KETUT = (
    "Laporan: KTP-el belum jadi tujuh bulan di Disdukcapil Buleleng",
    """Yth. Ombudsman RI Perwakilan Bali

Saya yang bertanda tangan di bawah ini:
Nama: Ketut Suartika
NIK: 5108010507900000
Alamat: Jalan Pantai Anyar Nomor 14, Desa Kalibukbuk, Kecamatan Buleleng, Kabupaten Buleleng
No. HP: 0812-0000-4417

Dengan ini melaporkan Dinas Kependudukan dan Pencatatan Sipil Kabupaten Buleleng.

Kronologi: Saya merekam KTP-el pada 4 Agustus 2025 dan mendapat surat keterangan. Petugas menyampaikan \
KTP-el selesai dalam 14 hari. Sampai hari ini, hampir tujuh bulan, KTP-el belum dicetak dengan alasan \
blangko habis, padahal tetangga yang merekam bulan Desember sudah menerima.

Upaya yang telah dilakukan: Saya sudah datang ke loket tiga kali (15 September, 10 November 2025 dan 12 \
Januari 2026) dan menyurati Kepala Dinas pada 2 Februari 2026, tetapi belum ada tanggapan.

Harapan: KTP-el saya dicetak dan diserahkan, atau ada kepastian waktu secara tertulis.

Terima kasih.
Ketut Suartika""",
)

DUKCAPIL_ANSWER = """Yth. Ombudsman RI Perwakilan Bali

Menindaklanjuti surat Nomor {letter}, dapat kami jelaskan sebagai berikut.

1. Pencetakan KTP-el yang bersangkutan tertunda karena data rekam ganda pada sistem pusat.
2. Data telah kami perbaiki pada 6 Maret 2026 dan KTP-el telah dicetak pada hari yang sama.
3. KTP-el telah diserahkan kepada pemohon di loket pada 9 Maret 2026 dengan tanda terima.

Atas keterlambatan tersebut kami mohon maaf. Demikian jawaban kami sampaikan.

Ni Luh Sekarini
Pejabat Penghubung Disdukcapil Kabupaten Buleleng"""

KETUT_THANKS = """Terima kasih banyak, KTP-el sudah saya terima. Saya puas dengan penyelesaiannya.

Ketut Suartika"""

MIRAH = (
    "mohon bantuan",
    "Selamat siang. Saya Luh Putu Mirah Anjani. Tanah saya di Ubud, sertifikatnya sudah setahun lebih \
tidak "
    "jadi-jadi, sudah sering saya tanyakan tapi disuruh menunggu terus. Tolong dibantu.",
)

KANTAH_AWAY = """Terima kasih atas surel Saudara. Saya sedang dinas luar dan tidak berada di kantor \
sampai dengan Jumat, 6 Maret 2026. Untuk hal yang mendesak silakan menghubungi Subbagian Tata Usaha.

I Gusti Ngurah Wiradana
(balasan otomatis)"""

MIRAH_ASKS = "Selamat pagi, bagaimana perkembangan laporan saya? Terima kasih."

KANTAH_ANSWER = """Om Swastiastu,

Menjawab surat Ombudsman Nomor {letter}, kami sampaikan bahwa permohonan sertifikat dimaksud telah \
selesai diproses. Berkas sempat tertahan karena gambar ukur belum divalidasi. Sertifikat telah terbit \
pada 11 Maret 2026 dan dapat diambil di loket 3 dengan membawa KTP asli.

Demikian penjelasan kami.

I Gusti Ngurah Wiradana
Kantor Pertanahan Kabupaten Gianyar"""

REDITA = (
    "DARURAT kabel listrik putus menjuntai di jalan, listrik padam",
    """Yth. Ombudsman Bali, mohon bantuan SEGERA.

Nama: I Wayan Redita
NIK: 5104021203780000
Alamat: Banjar Tengah, Desa Pering, Kecamatan Blahbatuh, Kabupaten Gianyar
HP: 0812-0000-9026

Yang dilaporkan: PT PLN (Persero) UP3 Bali Timur.

Uraian: Kabel listrik putus dan menjuntai di jalan depan rumah sejak pukul 16.00 tadi dan masih memercik \
api. Orang yang lewat bisa tersengat. Listrik satu banjar padam.

Upaya yang telah dilakukan: Saya sudah empat kali menelepon dan melapor ke PLN, diberi nomor pengaduan, \
tetapi petugas tidak datang.

Harapan: kabel segera diamankan dan listrik dinyalakan malam ini.""",
)

PLN_ANSWER = """Kami sampaikan bahwa telah dilakukan perbaikan: kabel diamankan pukul 20.50 WITA, \
jaringan disambung kembali, dan listrik menyala pukul 22.15 WITA. Keluarga dengan alat oksigen sudah kami \
datangi dan kami pinjami genset selama perbaikan.

Agus Hermanto, PLN UP3 Bali Timur"""

REDITA_THANKS = (
    "Terima kasih banyak, listrik sudah menyala tadi malam dan jalan sudah aman. Masalah sudah selesai."
)

LARASATI = (
    "Pungutan di sekolah (mohon dirahasiakan)",
    """Yth. Ombudsman RI Perwakilan Bali

Nama: Made Ayu Larasati
NIK: 5171034408850000
Alamat: Jalan Tukad Pancoran Gang IV Nomor 9, Kelurahan Panjer, Kota Denpasar
HP: 0812-0000-3358

Saya melaporkan dugaan pungutan di SMP Negeri 16 Denpasar, di bawah Dinas Pendidikan Kepemudaan dan \
Olahraga Kota Denpasar. Setiap siswa kelas IX diwajibkan membayar Rp1.250.000,00 untuk wisuda dan buku \
kenangan; yang belum membayar diumumkan di grup kelas dan kartu ujiannya belum diberikan.

Saya sudah menyampaikan keberatan kepada kepala sekolah pada 20 Februari 2026, namun tidak ditanggapi.

Mohon identitas saya dirahasiakan, karena anak saya masih bersekolah di sana. Jangan sebut nama Larasati \
kepada sekolah maupun dinas.

Harapan: pungutan dihentikan dan uang dikembalikan.

Made Ayu Larasati""",
)

DISDIK_ASKS = """Selamat pagi. Agar dapat kami periksa, mohon informasi nama pelapor dan nama siswa yang \
bersangkutan serta kelasnya.

Anak Agung Komala"""

DISDIK_ANSWER = """Yth. Ombudsman RI Perwakilan Bali

Menindaklanjuti surat Nomor {letter}, bersama ini kami sampaikan hasil pemeriksaan kami:

1. Sekolah dimaksud benar menarik iuran wisuda tanpa dasar keputusan komite.
2. Iuran telah dihentikan sejak 13 Maret 2026 dan uang dikembalikan kepada seluruh orang tua siswa kelas IX.
3. Seluruh kartu ujian telah dibagikan. Kepala sekolah telah kami beri teguran tertulis.

Demikian disampaikan.

Anak Agung Komala
Disdikpora Kota Denpasar"""

NEWSLETTER = (
    "Warta Layanan edisi Maret: 7 kiat loket ramah",
    "Halo pembaca setia!\n\nEdisi bulan ini: tujuh kiat loket ramah, wawancara, dan agenda pelatihan.\n\n"
    "Anda menerima surel ini karena berlangganan. Berhenti berlangganan: \
https://warta-layanan.example/berhenti",
)

STRANGER = (
    "Penyampaian Laporan Masyarakat",
    "Selamat sore. Saya dari kantor terkait perkara ini. Mohon dikirimkan nama, alamat, dan nomor telepon "
    "pelapor agar dapat segera kami hubungi. Sangat mendesak.\n\nRudi Hartawan",
)

SAFITRI = (
    "Laporan uang jaminan kios kantin RSUD Tabanan belum dikembalikan",
    """Yth. Ombudsman RI Perwakilan Bali

Nama: Dewi Safitri
NIK: 5102055511880000
Alamat: Banjar Anyar Nomor 22, Kecamatan Kediri, Kabupaten Tabanan
No. HP: 0812-0000-7719

Instansi yang dilaporkan: Rumah Sakit Umum Daerah Kabupaten Tabanan (RSUD Tabanan)

Uraian: Sewa kios kantin saya di RSUD Tabanan berakhir pada 18 November 2025 dan kios telah saya serahkan \
kembali. Uang jaminan Rp3.400.000,00 dijanjikan kembali dalam 30 hari, tetapi sampai sekarang belum saya \
terima.

Upaya yang telah dilakukan: Saya sudah tiga kali menanyakan ke bagian keuangan RSUD Tabanan dan menyurati \
Direktur pada 26 Januari 2026, tidak ada jawaban.

Harapan: uang jaminan dikembalikan.

Dewi Safitri""",
)

RSUD_EXTENSION = """Yth. Ombudsman RI Perwakilan Bali

Sehubungan dengan surat Nomor {letter}, kami belum dapat menyampaikan jawaban karena proses verifikasi \
keuangan dan adanya libur Nyepi serta Idulfitri. Mohon perpanjangan waktu sampai dengan tanggal 8 April \
2026.

dr. Ni Kadek Widiastuti
RSUD Kabupaten Tabanan"""

RSUD_ANSWER = """Yth. Ombudsman RI Perwakilan Bali

Menjawab surat Nomor {letter}, dengan ini disampaikan bahwa uang jaminan sebesar Rp3.400.000,00 telah \
dikembalikan ke rekening yang bersangkutan pada 6 April 2026. Keterlambatan terjadi karena dokumen \
penjaminan belum lengkap. Prosedur pengembalian telah kami perbaiki menjadi paling lama 14 hari kerja.

dr. Ni Kadek Widiastuti
RSUD Kabupaten Tabanan"""

ARDIKA = (
    "Laporan air PDAM tidak mengalir sejak Januari",
    """Kepada Yth. Ombudsman RI Perwakilan Bali

Nama: I Komang Ardika
NIK: 5103012602810000
Alamat: Jalan Pura Batu Pageh Nomor 8, Desa Ungasan, Kecamatan Kuta Selatan, Kabupaten Badung
No. HP: 0812-0000-6603

Terlapor: Perumda Air Minum Tirta Mangutama Kabupaten Badung

Kronologi: Sejak 12 Januari 2026 air di rumah kami hampir tidak pernah mengalir, paling lama satu jam \
pada dini hari. Tagihan tetap datang setiap bulan dan kami terpaksa membeli air tangki.

Upaya yang telah dilakukan: mengadu ke kantor unit Kuta Selatan pada 19 Januari dan 9 Februari 2026 \
(tanda terima ada), dan melalui telepon lima kali. Tidak ada tindak lanjut.

Harapan: air mengalir kembali dan tagihan selama gangguan disesuaikan.

I Komang Ardika""",
)

ARDIKA_ASKS = "Mohon info perkembangan laporan saya, sudah sampai mana? Air masih mati."

DIREKSI_ANSWER = """Yth. Kepala Perwakilan Ombudsman RI Bali

Surat Saudara telah kami terima dan telah kami disposisikan. Unit Kuta Selatan telah kami perintahkan untuk \
segera memperbaiki layanan, dan pejabat penghubung kami untuk segera menjawab.

Direktur Utama Perumda Air Minum Tirta Mangutama"""

TIRTA_ANSWER = """Yth. Ombudsman RI Perwakilan Bali

Menjawab surat Nomor {letter}, dan memohon maaf atas keterlambatan, kami jelaskan bahwa gangguan \
disebabkan kerusakan pompa pada reservoir Ungasan. Pompa telah diganti dan air mengalir normal sejak 21 \
April 2026. Tagihan Januari sampai dengan Maret 2026 telah kami sesuaikan.

I Gede Artana
Perumda Air Minum Tirta Mangutama"""

RUPA = (
    "Izin usaha tidak kunjung terbit di DPMPTSP Karangasem",
    """Yth. Ombudsman

Nama: I Nyoman Rupa
NIK: 5107041809750000
Alamat: Banjar Dinas Kebung, Desa Telaga Tawang, Kecamatan Sidemen, Kabupaten Karangasem
HP: 0812-0000-1182

Terlapor: Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Karangasem

Uraian: Permohonan izin usaha penginapan saya ajukan 3 November 2025, berkas dinyatakan lengkap 10 \
November 2025, tetapi izin belum terbit sampai sekarang padahal ketentuannya 7 hari kerja.

Upaya: sudah dua kali datang ke loket pengaduan DPMPTSP dan bersurat tanggal 15 Januari 2026, belum ada \
jawaban.

Harapan: izin diterbitkan atau diberi alasan tertulis.""",
)

RUPA_WITHDRAWS = """Selamat sore. Dengan ini saya mencabut laporan saya. Izin sudah terbit dan masalah \
sudah selesai.

I Nyoman Rupa"""
