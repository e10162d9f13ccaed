"""Cue lists as data: letters of institutions, complaints, and what only looks like them (domain.md 5.1)."""

from __future__ import annotations

from maild.intent.cues import table

# ---- letters of institutions ---------------------------------------------------------------------------
HANDOVER = table(
    r"(?:me)?limpah(?:kan|an)|pelimpahan|(?:kami|bersama ini|dengan ini)(?: \w+){0,3} (?:limpahkan"
    r"|teruskan|serahkan)(?: \w+){0,3} (?:laporan|pengaduan|aduan)|(?:penerusan|penyerahan"
    r"|pengalihan) (?:\w+ )?(?:laporan|pengaduan|aduan)|(?:menerima|meneruskan) (?:pengaduan|laporan"
    r"|aduan)(?: \w+){0,30} (?:kewenangan ombudsman|menjadi kewenangan)|menjadi kewenangan ombudsman",
    # An institution hands over what it was told; a citizen who 'leaves it to the Ombudsman' was told nothing.
    r"(?<!mau )(?<!tidak )(?<!belum )(?<!bersedia )menerima (?:aduan|pengaduan|laporan)(?! (?:saya"
    r"|kami))(?: [\w,]+){0,30} (?:serahkan|limpahkan|teruskan)"
    r"(?: \w+){0,3} (?:ke|kepada) ombudsman",
)
REGISTRY = table(
    r"(?:sk|surat keputusan|keputusan|penunjukan|penetapan|perubahan|pergantian|penggantian"
    r"|pembaruan|pemutakhiran|daftar|data|usulan|nama)(?: \w+){0,10}? (?:pejabat penghubung"
    r"|focal point|narahubung|admin penghubung|contact person|person in charge)"
    r"|(?:pejabat penghubung|focal point|narahubung)(?: \w+){0,8}? (?:diganti|digantikan|menggantikan"
    r"|adalah|dijabat|baru"
    r"|berubah|berganti|terbaru|saat ini)",
    r"(?:sudah|telah|saya) (?:\w+ ){0,2}?(?:dimutasi|mutasi|pindah tugas|dipindahtugaskan|pensiun"
    r"|alih tugas|tidak menjabat)|(?:pengganti saya|penggantinya|digantikan oleh)|(?:perubahan"
    r"|pergantian|pindah|alamat) (?:\w+ )?(?:alamat )?(?:surel|korespondensi|alamat"
    r"|surat)(?: \w+){0,3} (?:baru|menjadi|berubah)|(?:seluruh|semua|segala) (?:surat|surel"
    r"|korespondensi)(?: \w+){0,14} (?:mohon |agar |dapat )?(?:di)?(?:alamatkan|tujukan"
    r"|kirim)(?:kan)? (?:ke|kepada)|satu pintu|korespondensi(?: \w+){0,6} (?:ke|kepada"
    r"|melalui) (?:satu )?alamat",
)
INVITATION = table(
    r"(?:permohonan|mohon|kesediaan)(?: \w+){0,6} (?:narasumber|pembicara|pemateri|moderator|juri)\b",
    r"undangan|mengundang|diundang|(?:mengharapkan|mohon|memohon) (?:\w+ )?kehadiran|(?:rapat"
    r"|workshop|lokakarya|seminar|sosialisasi|forum|rakor|fgd"
    r"|pertemuan)(?: \w+){0,12} (?:yang akan )?(?:dilaksanakan|diselenggarakan|diadakan) (?:pada"
    r"|hari)|menjadi narasumber|sebagai narasumber",
)
AUDIENCE = table(
    r"audiensi|beraudiensi|audensi|(?:permohonan|mohon|memohon|bermaksud"
    r"|ingin)(?: \w+){0,4} (?:bertemu|bersilaturahmi|berkunjung|kunjungan|silaturahmi|magang"
    r"|penelitian|wawancara|studi banding|kerja sama|kerjasama)"
)
DATA_REQUEST = table(
    r"(?:permintaan|permohonan|mohon|meminta|minta|memohon)(?: [\w/]+){0,6}? (?:data"
    r"|rekap(?:itulasi)?|salinan|dokumen|daftar|statistik|informasi mengenai|nama lengkap"
    r"|laporan masyarakat (?:terkait|dengan))(?! pejabat)|(?:dikirim(?:kan)?|diberikan"
    r"|disampaikan) (?:\w+ )?(?:rekap(?:itulasi)?|data|salinan|daftar)",
)
RESEARCH = table(
    r"(?:memerlukan|membutuhkan|memohon|meminta|permohonan|mohon|minta) (?:\w+ ){0,6}?data (?:[\w,]+"
    r" ){0,14}?(?:untuk"
    r"|guna|dalam rangka|keperluan|bahan) (?:\w+ ){0,3}?(?:penelitian|skripsi|tesis|thesis|disertasi|riset"
    r"|tugas akhir|karya tulis)\b",
)
"""A student may ask for figures in his own name."""
INFORMATION = table(
    r"(?:untuk|sebagai|menjadi|mohon menjadi) (?:bahan|maklum|perhatian|periksa|informasi"
    r"|pengetahuan)|(?:disampaikan|kami sampaikan|menyampaikan|penyampaian"
    r"|penerusan)(?: \w+){0,6} (?:rekap|aspirasi|informasi|laporan (?:kegiatan|tahunan|bulanan"
    r"|triwulan|hasil)|pemberitahuan|surat edaran|siaran pers|hasil)|pemberitahuan|surat edaran"
    r"|siaran pers|press release|tembusan|ucapan (?:selamat|terima kasih)"
    r"|terima kasih atas (?:kunjungan|kehadiran|kerja ?sama)",
)
ANSWER_SUBJECT = table(
    r"(?:re|bls|balasan|tanggapan|jawaban|klarifikasi|penjelasan|perpanjangan|respon|tindak lanjut)\b"
)
ANSWERS_US = table(
    r"(?:menindaklanjuti|menanggapi|menjawab|menunjuk|memperhatikan|membalas|sehubungan dengan|atas)"
    r" (?:\w+ ){0,2}?"
    r"(?:surat|surel|permintaan) (?:saudara|bapak|ibu|ombudsman|nomor|no)\b"
)
"""An answer to one of our letters, whatever its subject says."""
INSTRUCTION = table(
    r"(?:mohon|tolong|agar|harap)(?: \w+){0,3} (?:di)?(?:proses|teruskan|diteruskan|registrasi"
    r"|diregistrasi|daftarkan|didaftarkan|kirim(?:kan)?|dikirim|tindak ?lanjuti|ditindaklanjuti"
    r"|catat|dicatat|input|diinput|buatkan|dibuatkan|jadwalkan)|sudah diverifikasi|batas tanggapan",
)

# ---- complaints, and what only looks like them --------------------------------------------------------
COMPLAINT = table(
    r"(?:me)?lapor(?:kan|in)?|(?:meng)?adu(?:kan|an)|pengaduan|keluh(?:an|kan)|mengeluh(?:kan)?"
    r"|laporan masyarakat|maladministrasi|mal administrasi|keberatan|mohon (?:\w+ )?(?:bantuan"
    r"|dibantu|ditindak|keadilan|perlindungan)|tolong|minta tolong|nunas|dipersulit|dipingpong"
    r"|tidak (?:dilayani|ditanggapi|dibalas|diproses|ada (?:kejelasan|tanggapan|kabar|jawaban"
    r"|respon)|jelas|jadi|keluar)|berlarut|pungli|pungutan|uang pelicin|terlapor|kronologi"
    r"|belum (?:\w+ ){0,3}?(?:jadi|selesai|terbit|dibayar|keluar|cair|diterima|diproses|ditangani"
    r"|diperbaiki|dapat)|sudah (?:\w+ )?(?:bulan|minggu|tahun|hari)|ditolak|ditahan|dibentak|rusak"
    r"|padam|macet|mati|banjir|bocor|terlambat|buruk|kasar|kecewa|complain|complaint"
    r"|yang bertanda tangan",
)
SPAM = table(
    r"pinjaman|dana (?:cepat|tunai|cair)|tanpa jaminan|bunga (?:rendah|\d)|cair (?:\d|cepat|hari)"
    r"|slot|judi|togel|casino|gacor|maxwin|jackpot|lotere|hadiah (?:undian|utama)|memenangkan"
    r"|pemenang|investasi (?:pasti|menguntungkan)|bitcoin|crypto|forex|diskon|promo"
    r"|penawaran (?:spesial|khusus|terbatas)|gratis ongkir|obat (?:kuat|pembesar)|viagra|jasa (?:seo"
    r"|backlink|pembuatan website)|beli sekarang|order sekarang|harga spesial|million (?:dollar|usd)"
    r"|lottery|inheritance|beneficiary|click here|unclaimed",
)
PHISHING = table(
    r"\d+ ?%(?: \w+){0,3} (?:kapasitas|kuota)",
    r"(?:kuota|kapasitas|penyimpanan)(?: \w+){0,4} (?:\d+ ?%|penuh|hampir|mencapai|melebihi)"
    r"|verifikasi (?:akun|sekarang|kotak|surel|ulang)|(?:klik|tekan) (?:tautan|link|di sini|disini"
    r"|tombol)|kata sandi|password|akun (?:anda )?(?:akan )?(?:dinonaktifkan|ditutup|diblokir"
    r"|ditangguhkan)|perluas kuota|mailbox (?:is )?(?:full|quota)|verify your (?:account|mailbox)"
    r"|tim it\b",
)
MASS_EVENT = table(
    r"bimtek|bimbingan teknis|diklat(?: nasional)?|pelatihan nasional|webinar|workshop nasional"
    r"|seminar nasional",
)
MASS_TERMS = table(
    r"kontribusi|biaya (?:\w+ )?(?:pendaftaran|peserta|kepesertaan|investasi|per)|per peserta"
    r"|rp ?\d[\d.]+|seluruh indonesia|se-indonesia|angkatan [ivxl\d]+|kuota terbatas|menginap"
    r"|non menginap|e-sertifikat|pendaftaran",
)
"""A paid course sent to everybody needs one of each."""
