"""Cue lists as data (domain.md section 5.1): what agencies answer, per intent, for `wording.plain` text.

Each entry is a regular expression on one sentence in lower case with short forms written out. A `NO_`
table beside it says what takes the cue back: somebody else's request, another meaning of the word. Order
within a table matters only to the reader; the rules that weigh the tables are in `answers`.
"""

from __future__ import annotations

import re


def table(*patterns: str) -> re.Pattern[str]:
    """One compiled alternation; a word boundary at its beginning."""
    return re.compile(r"(?<!\w)(?:" + "|".join(patterns) + r")", re.IGNORECASE)


_REPORTERS = (
    r"(?:pelapor|pengadu|pemohon|warga|pelanggan|peserta|wajib pajak|masyarakat|yang bersangkutan|nasabah"
    r"|siswa"
    r"|orang tua(?:nya)?|pasien|keluarga)"
)

# ---- the reply wants something -------------------------------------------------------------------------
EXTENSION = table(
    r"(?:mohon|minta|boleh|dapat|kalau boleh) (?:\w+ ){0,3}?(?:di)?(?:undur|mundur|tunda)(?:kan)? (?:\w+"
    r" ){0,3}?(?:ke|sampai"
    r"|hingga|dulu|menjadi)",
    r"(?:permohonan|mohon|minta|meminta|memohon|mengajukan|ajukan|kiranya|diberi(?:kan)?|boleh"
    r"|dapat(?:kah)?"
    r"|izin|butuh|perlu|memerlukan|membutuhkan) (?:[\w/]+ ){0,6}?(?:perpanjangan|penambahan|tambahan"
    r"|kelonggaran"
    r"|penundaan|dispensasi|toleransi|kelonggaran)(?:an)? (?:\w+ ){0,3}?(?:waktu|tenggat|batas|tempo"
    r"|jawaban|hari"
    r"|kesempatan|minggu|pekan)",
    r"(?:perpanjangan|penambahan|tambahan|kelonggaran|dispensasi) (?:batas )?(?:waktu|tenggat)",
    r"(?:mohon|minta|meminta|boleh|dapat|diberi(?:kan)?|beri|kiranya) (?:[\w/]+ ){0,5}?waktu tambahan",
    r"(?:mohon|minta|beri|diberi(?:kan)?|butuh|memerlukan|membutuhkan|perlu|kiranya) (?:[\w/]+ ){0,5}?waktu"
    r" (?:[\w()]+ ){0,6}?(?:sampai|hingga|selama|lagi|tambahan|\d+ (?:\([a-z ]+\) )?(?:hari|minggu|pekan"
    r"|bulan)"
    r"|(?:se|satu |dua |tiga )(?:hari|minggu|pekan|bulan))",
    r"(?:mohon|minta|beri) (?:\w+ ){0,3}?waktu(?:nya)? (?:sampai|hingga|sd|s\.d|barang|dulu)",
    r"(?:jawaban|tanggapan|laporan|balasan|klarifikasi|penjelasan)(?:nya)?(?: \w+){0,5} (?:baru"
    r" )?(?:dapat|akan"
    r"|kami) (?:\w+ ){0,4}?(?:sampaikan|disampaikan|kirim|dikirim|susulkan|disusulkan)(?:kan)?"
    r" (?:paling lambat|selambat-lambatnya|selambatnya)",
    r"(?:belum dapat|tidak dapat|belum sempat) (?:\w+ ){0,4}?(?:menyampaikan|memberikan|mengirim(?:kan)?"
    r"|menjawab"
    r"|memenuhi)(?: \w+){0,8}? (?:sampai|hingga|sebelum|tepat waktu|sesuai (?:batas|tenggat|waktu)|tenggat"
    r"|batas waktu)",
    r"(?:di)?(?:mundur|undur)(?:kan)? (?:\w+ ){0,2}?(?:tenggat|batas waktu|jadwal)|(?:tenggat|batas waktu"
    r"|jawaban"
    r"|jatuh tempo)(?:nya)?,?(?: [\w,]+){0,10} (?:diundur(?:kan)?|diperpanjangan|dimundurkan|diperpanjang)",
    r"(?:could|can|may) we (?:please )?(?:have|get|be given) (?:\w+ ){0,3}?(?:until|till|more)"
    r"|(?:until|till) [^.]{3,30} to (?:respond|reply|answer)",
    r"(?:request|ask|need|grant|require|appreciate|seek)(?:ing)?(?: \w+){0,4} (?:extension|more time"
    r"|additional time)|extend the (?:deadline|time)",
)
NO_EXTENSION = table(
    rf"{_REPORTERS} (?:\w+ ){{0,4}}?(?:mohon|minta|meminta|memohon|mengajukan|butuh|perlu)",
    r"perpanjangan (?:\w+ )?(?:sim|stnk|izin|ijin|ktp|paspor|passport|kontrak|sewa|visa|hgb|hgu|masa"
    r"|kartu|surat"
    r"|sertifikat|sertipikat|pkwt|rujukan|kitas|str|sip|sewa)\b",
    r"tidak (?:lagi )?(?:perlu|memerlukan|membutuhkan|meminta|mengajukan|ada) (?:\w+ ){0,2}?(?:perpanjangan"
    r"|tambahan)",
    r"(?:perpanjangan|tambahan) (?:\w+ ){0,3}?(?:sudah|telah) (?:kami |di)(?:terbitkan|proses|berikan"
    r"|setujui)",
)
# After these words stands the day asked for.
UNTIL = re.compile(
    r"\b(?:sampai(?: dengan)?|hingga|s\.?/?d\.?|sd|smp|sampe|paling lambat|selambat-?(?:lambat)?nya|until"
    r"|till|by"
    r"|menjadi|ke tanggal|pada tanggal)(?!\w)",
    re.IGNORECASE,
)
_FOCAL = (
    r"(?:pejabat penghubung|focal point|narahubung|nara hubung|contact person|kontak person|pic|person in"
    r" charge"
    r"|penghubung|admin penghubung|liaison)"
)
SUCCESSOR = table(
    r"(?:surat|surel|korespondensi)[^.]{0,40} (?:berikutnya|selanjutnya)[^.]{0,30} (?:di)?(?:alamatkan"
    r"|tujukan|kirim(?:kan)?)",
    r"(?:saya|kami sendiri|per|terhitung|mulai|sejak|tmt)\b[^.;]{0,70}? (?:sudah |telah |lagi"
    r" )?(?:pindah(?: tugas)?"
    r"|dimutasi(?:kan)?|mutasi|pindah tugas|dipindah(?:tugas)?(?:kan)?|alih tugas|pensiun|purna tugas"
    r"|purnabakti"
    r"|purna bakti|resign|mengundurkan diri|rotasi|dirotasi|dilantik|promosi|tidak (?:lagi )?(?:menjabat"
    r"|bertugas"
    r"|pegang|memegang|menangani|menjadi|di (?:dinas|kantor|bagian|bidang|unit)))",
    r"(?:sudah |telah )?tidak (?:lagi )?(?:menjabat|bertugas|menjadi|pegang|memegang) (?:\w+ ){0,2}?"
    + _FOCAL
    + rf"|saya (?:sudah |telah )?(?:bukan|tidak) (?:lagi )?(?:sedang )?(?:sebagai )?{_FOCAL}",
    rf"(?:{_FOCAL})(?: \w+){{0,6}}? (?:saat ini|sekarang|yang baru|adalah|sudah (?:di)?ganti|berganti"
    rf"|dipegang"
    r"|dijabat|berubah|diganti"
    rf"|digantikan"
    rf"|beralih|dialihkan|per \d|terhitung|mulai)",
    r"(?:pengganti saya|penggantinya|yang menggantikan saya|penerus saya|menggantikan saya|ganti saya)"
    r"|(?:saya|posisi saya|tugas saya)(?: \w+){0,3} (?:digantikan|diganti|dilanjutkan|diteruskan) (?:oleh"
    r"|ke|bapak"
    r"|ibu|pak|bu)",
    r"i (?:am|have) (?:no longer|not|moved|been transferred|retired)(?: \w+){0,4}? (?:focal point|contact"
    r"|in charge"
    r"|working|to|here|for)|(?:my (?:successor|replacement)|new (?:focal point|contact))",
)
LEAVES = table(
    r"saya (?:sendiri )?(?:(?:sudah|telah|per|sejak|mulai|bulan|tanggal|\d+) ){0,5}?(?:pindah tugas"
    r"|pindah ke (?:dinas"
    r"|kantor|bagian|badan|bidang)|dimutasi|mutasi ke|pensiun|purna|tidak (?:lagi )?(?:menjabat|menjadi"
    r"|bertugas"
    r"|pegang|memegang|menangani)|bukan (?:lagi )?(?:pejabat|focal|narahubung|kepala|sekretaris|kasubag"
    r"|pic))",
)
"""The writer himself, whatever else the sentence speaks of."""
NO_SUCCESSOR = table(
    r"(?:petugas|oknum|pegawai|guru|kepala sekolah|sopir|yang bersangkutan|terlapor|pelapor|pemohon|siswa"
    r"|operator"
    r"|kasir|perawat|dokter|penyidik|staf|camat|lurah|bendahara|nasabah|peserta|ketua rt)(?: \w+){0,5}?"
    r" (?:sudah"
    r"|telah|kami|di)",
)
_LEVELS = r"(?:pemerintah )?(?:provinsi|pusat|kabupaten|kota|kementerian|instansi lain|dinas|desa|bpjn|balai)"
NOT_OURS = table(
    r"(?:mungkin|kemungkinan)(?:nya)? yang dimaksud (?!kami)|bukan di (?:kami|tempat kami|sini)\b",
    r"di ?luar (?:\w+ ){0,4}kami\b",
    r"(?:aset(?:nya)?|milik|dikelola|pengelola(?:nya)?|kewenangan)(?: \w+){1,6},? bukan (?:\w+ )?(?:kami"
    r"|dinas|dishub|pemkab"
    r"|pemkot|kabupaten|kota|ulp|kantor|upt\w*)",
    r"(?:bukan|bukanlah|bukannya|di luar|diluar|tidak (?:termasuk|masuk|berada|ada)(?: dalam| di)?)(?:"
    r" \w+){0,2}"
    r" (?:kewenangan|wewenang|ranah|tupoksi|tugas pokok|wilayah (?:kerja|kami|layanan|pelayanan)|urusan"
    r"|bidang"
    r"|domain|tanggung jawab|kapasitas|yurisdiksi|cakupan)",
    r"(?:kewenangan|wewenang|ranah|urusan|tanggung jawab)(?:nya)? (?:\w+ ){0,3}?(?:ada |berada )?"
    rf"(?:di|pada|milik|dari)? ?{_LEVELS}",
    r"(?:menjadi|merupakan|adalah|itu|ini) (?:kewenangan|wewenang|ranah|urusan|aset) (?:\w+ ){0,4}?\w+,?"
    r" bukan\b",
    r"(?:merupakan|adalah|termasuk|status(?:nya)?) (?:ruas )?(?:jalan|aset|sekolah|saluran|sungai)"
    r" (?:nasional|provinsi|negara|kabupaten|kota|desa|pusat)\b[^.]{0,60}(?:bukan|kewenangan)",
    r"salah (?:alamat|kirim|tujuan|instansi|sasaran)|(?:agar|mohon|silakan|silahkan|supaya|sebaiknya"
    r"|kiranya)"
    r"(?: \w+){0,4} (?:dialamatkan|ditujukan|dialihkan|disampaikan|dikirim(?:kan)?) (?:\w+ ){0,2}?(?:ke"
    r"|kepada)"
    r" (?!kami|saya|alamat)",
    r"(?:surat|laporan|pengaduan)(?:nya)? (?:\w+ ){0,3}?(?:dialihkan|dialamatkan ulang)",
    r"masuk (?:dalam |ke )?(?:wilayah|kewenangan|ranah|area) (?!kami|kerja kami|layanan kami)",
    r"bukan (?:\w+ ){0,2}?kami\b|bukan kami yang",
    r"(?:kewenangan|urusan|pengelolaan|tanggung jawab)[^.]{0,60}? (?:berada|ada|terletak|menjadi"
    r" kewenangan)"
    r" (?:di |pada )?(?!kami|dinas kami|kantor kami)\w+",
    r"jalan (?:itu |tersebut |ini )?(?:adalah |merupakan )?jalan (?:desa|provinsi|nasional|kabupaten|kota"
    r"|lingkungan)",
    r"(?:silakan|silahkan|monggo|mohon|sebaiknya)(?: \w+){0,3}? (?:ke|kepada|menghubungi|hubungi|lapor ke)"
    rf" (?:\w+ )?(?:{_LEVELS}|bpn|pln|pdam|bpjs|polda|polres|bwss?|bpjn|kemen\w+|dinas|upt\w*)",
    r"tidak (?:ada|terdapat|ditemukan|terdaftar)(?: \w+){0,3} (?:pelanggan|data|peserta|nasabah|pasien"
    r"|siswa)"
    r"(?: \w+){0,8} (?:di|pada) (?:kami|tempat kami|wilayah kami)|terdaftar (?:pada|di|sebagai)"
    r" (?:\w+ ){1,6}bukan|kemungkinan (?:pelanggan|peserta|nasabah|pasien|data) (?!kami)",
    rf"(?:{_REPORTERS} )?(?:tersebut |itu |dimaksud )?bukan(?:lah)? (?:pelanggan|peserta|nasabah|pasien"
    rf"|siswa|pegawai"
    r"|warga|anggota)\b",
    r"(?:not (?:within |in |under )?(?:our|my) (?:authority|jurisdiction|remit|responsibility)|(?:outside"
    r"|beyond)"
    r" (?:of )?(?:our|my) (?:authority|jurisdiction|remit|responsibility|area)|wrong (?:agency|office"
    r"|address))",
)
NO_NOT_OURS = table(
    r"bukan (?:kesalahan|kelalaian|maksud|niat|kemauan|keinginan|tugas mudah) kami",
    r"(?:bukan|tidak) (?:berarti|bermaksud)",
    r"(?:pelapor|pemohon) (?:mengatakan|menyatakan|menganggap)",
    r"memang (?:kewenangan|tanggung jawab|ranah) kami|(?:kewenangan|tanggung jawab) kami(?!\w)(?!"
    r" (?:tetapi|namun))"
    r"(?<!bukan kewenangan kami)(?<!bukan tanggung jawab kami)",
)
_DATA = (
    r"(?:data|nomor|no|nama|foto|fotokopi|salinan|kopi|copy|identitas|alamat|bukti|dokumen|berkas"
    r"|rekening|nik|ktp"
    r"|kartu|tanggal|nisn|stnk|kuitansi|kwitansi|kronologi|detail|detil|lokasi|titik|id pelanggan|idpel"
    r"|kontak|lampiran|informasi (?:lebih|tambahan"
    r"|lengkap"
    r"|detail))"
)
ASKS_DATA = table(
    r"(?:mohon|tolong|minta|harap|agar|kiranya|dapat|boleh|perlu)(?:kah)? (?:[\w/]+"
    r" ){0,5}?(?:dikirim(?:kan|i)?"
    r"|kirim(?:kan|i)?|dilengkapi|lengkapi|disampaikan|diberi(?:kan)?|diinformasikan|informasi(?:kan|nya)?"
    r"|dilampirkan|sebutkan|disebutkan|dibantu|beri(?:kan)?|bantu|minta|tahu|meminta|diperoleh)"
    rf"(?: [\w/]+){{0,4}} {_DATA}",
    rf"(?:minta|meminta|mohon) (?:\w+ )?{_DATA}(?:nya)? (?:\w+ ){{0,3}}?(?:pelapor|pelanggan|pasien"
    rf"|pemohon|peserta"
    r"|kartu|rekening|berkas|lengkap|nya)",
    rf"(?:kami|saya) (?:masih )?(?:memerlukan|membutuhkan|butuh|perlu|minta|mohon|meminta) (?:\w+"
    rf" ){{0,4}}?{_DATA}",
    r"tanpa (?:data |nomor |itu|informasi )(?:\w+ ){0,5}?tidak (?:dapat|ditemukan)|supaya (?:kami|saya)"
    r" dapat"
    r" (?:cek|telusuri|periksa|lacak)|(?:siapa|berapa|apa) (?:nama|nomor|alamat|no) (?:pelapor|pelanggan"
    r"|pasien"
    r"|pemohon)",
    r"(?:nama|nomor|no|nik|alamat|id|idpel)\b[^.?!]{0,60} (?:berapa|apa|siapa|di mana|dimana)(?: ya|"
    r" bu| pak"
    r"| min| kak)*\s*\?",
    rf"(?:{_DATA}) (?:\w+ ){{0,4}}?(?:kurang|belum|tidak) (?:lengkap|jelas|tercantum|disebutkan"
    rf"|ada)[^.]{{0,40}}"
    r"(?:mohon|tolong|minta|harap)",
    r"(?:please|kindly|could you|can you|may we)(?: \w+){0,2} (?:send|provide|share|supply|have)(?:"
    r" \w+){0,5}"
    r" (?:data|number|name|copy|details|address|document|documents|id)\b",
)
NO_ASKS_DATA = table(
    rf"(?:telah|sudah) (?:kami |di)?(?:minta|mohon|hubungi)|{_REPORTERS} (?:diminta|mohon|harap|agar|dapat)"
    r"|untuk (?:membawa|melengkapi)|dengan membawa|(?:ke|di) loket",
)
DOUBTS = table(
    r"(?:mohon |tolong |minta |harap )(?:\w+ )?konfirmasi(?:nya)? (?:apakah|dulu|keaslian|kebenaran|bahwa)"
    r"|(?:benar|asli|resmi|betul)(?:kah|an)? (?:dari|surat|surel)(?: \w+){0,3} ombudsman|keaslian surat"
    r"|sebelum ada verifikasi|verifikasi keaslian|surat resmi(?:nya)? (?:\w+ ){0,3}(?:bertanda tangan|pdf"
    r"|tertulis)"
    r"|(?:penipuan|hoaks?|phishing|surat palsu|modus)\b[^.]{0,40}\?|(?:surat|surel|pesan)(?: \w+){0,3}"
    r" (?:asli|resmi|benar|palsu|penipuan)\b[^.]{0,40}\?|apakah (?:benar )?(?:surel|surat|pesan|permintaan)"
    r" (?:ini|tersebut)",
    r"is this (?:e-?mail |surel |letter |message )?(?:genuine|really|authentic|legitimate|a scam)",
)
QUERY = table(
    r"(?:lampiran|berkas|surat|file|tautan|link|dokumen)(?:nya)? [^.]{0,40}(?:tidak|belum) (?:kami"
    r" )?(?:ada|dapat dibuka"
    r"|terbaca|terlampir|diterima|terima)|belum (?:kami )?(?:men|di)?(?:erima|terima) (?:lampiran|berkas"
    r"|surat|file)"
    r"|mohon (?:\w+ )?(?:dikirim|kirim)(?:kan)? (?:ulang|kembali)",
    r"(?:mohon|minta|tolong) (?:\w+ ){0,2}?(?:penjelasan|arahan|petunjuk|informasi|penegasan|kejelasan"
    r"|saran"
    r"|masukan|pencerahan)(?:nya)? (?:\w+ ){0,3}?(?:apakah|bagaimana|mengenai|terkait|maksud|format|apa"
    r"|tentang"
    r"|yang)",
    r"(?:apa|siapa|kapan|di mana|dimana|bagaimana|berapa|mengapa|kenapa|mana)(?:kah)?\b[^.?!]{0,160}\?",
    r"(?:apakah|dapatkah|bolehkah|perlukah|haruskah|boleh|dapat|perlu|harus|ini|itu|kami"
    r"|jadi)\b[^.?!]{3,200}\?",
    r"(?:maksud|pengertian) (?:\w+ ){0,8}?(?:apa|bagaimana)|(?:ingin|mau|hendak|izin|mohon izin) (?:tanya"
    r"|bertanya"
    r"|menanyakan|konfirmasi|berkonsultasi|konsultasi)",
    r"(?:could|can|may|should|do|does|what|when|who|where|how) (?:you|we|i|is|the|to|it)\b[^.?!]{0,160}\?",
)

# ---- the reply says something --------------------------------------------------------------------------
FORWARDED = table(
    r"(?:saya |kami |sudah |telah |di)(?:\w+ )?(?:di)?(?:sampaikan|forward|oper|alihkan|naikkan|laporkan"
    r"|ajukan) (?:ke|kepada)"
    r" (?:\w+ )?(?:kasi|kabid|kasubag|kepala|bidang|bagian|unit|tim|rekan|pimpinan|atasan|kadis"
    r"|sekretaris|sekda"
    r"|direktur|manager|divisi|pejabat|seksi)\b",
    r"(?:beliau|rekan|bidang|unit)(?: \w+){0,3} yang (?:akan )?(?:tindak ?lanjuti|tindak lanjuti"
    r"|menindaklanjuti|menjawab"
    r"|urus|tangani|menangani|balas)",
    r"(?:kami|saya|sudah|telah|akan|langsung|segera)? ?(?:di)?(?:teruskan|disposisi(?:kan)?|lanjutkan"
    r"|limpahkan"
    r"|koordinasikan|serahkan|naikkan)(?: \w+){0,3} (?:ke|kepada|pada) (?:\w+ )?(?:pak|bu|bapak|ibu|kabid"
    r"|kasi"
    r"|kasubag|kepala|bidang|seksi|bagian|unit|tim|sekretaris|sekretariat|rekan|direktur|subbag|loket"
    r"|uptd?|cabang"
    r"|pimpinan|atasan|pejabat|staf|kadis|satreskrim|sat\w+|bag\w*|divisi|direktorat|kanit|propam|poli"
    r"|humas"
    r"|manajemen|manager)",
    r"(?:di)?disposisi(?:kan)? (?:ke|kepada|oleh)|diteruskan (?:ke|kepada)|(?:menunggu|tunggu) disposisi"
    r"|(?:nanti "
    r"|akan |biar )?(?:beliau|bidang|yang bersangkutan|unit) yang (?:akan )?(?:menjawab|membalas|menanggapi"
    r"|menindaklanjuti)|(?:cc|tembusan) (?:pak|bu|bapak|ibu|kabid)",
    r"(?:naik|masuk|sampai) (?:ke|di) meja (?:\w+ )?(?:kadis|kepala|pimpinan|sekretaris|sekda|bupati"
    r"|direktur|kabid)",
    r"^@?\W{0,2}(?:mohon )?(?:pak|bu|bapak|ibu|mas|mbak|bli|kk|kak)\b[^.,]{0,40}?,? ?(?:mohon|tolong"
    r"|minta|agar)"
    r" (?:\w+ ){0,3}?(?:ditindak ?lanjuti|ditindak lanjuti|tindak ?lanjuti|tindak lanjut|dijawab|menjawab"
    r"|ditanggapi|diproses|dicek|menanggapi)",
    r"mohon (?:pak|bu|bapak|ibu) (?:kabid|kasi|kasubag)(?: \w+){0,6} (?:menjawab|ditindaklanjuti"
    r"|menanggapi)",
    # A head who has told somebody to answer has not answered.
    r"(?:kami |saya |sudah |telah )(?:di)?(?:perintahkan|instruksikan|minta|tugaskan|arahkan)"
    r" (?:[\w/.,]+ ){1,8}?(?:untuk|agar|supaya) (?:\w+ ){0,4}?(?:menjawab|menindaklanjuti|membalas"
    r"|menanggapi"
    r"|menyampaikan (?:jawaban|penjelasan|tanggapan)|memberi(?:kan)? (?:jawaban|penjelasan))",
    r"(?:forward|pass|sen[dt]|refer)(?:ed|ing)? (?:this |it |your \w+ )?(?:on )?(?:internally |to (?:our"
    r"|my|the) )",
)
NO_FORWARDED = table(
    r"(?:silakan|silahkan|mohon|agar|sebaiknya|monggo) (?:\w+ ){0,3}?(?:diteruskan|diserahkan|dilimpahkan)",
    r"(?:diteruskan|diserahkan|dilimpahkan) (?:ke|kepada) (?:pelapor|pemohon|yang bersangkutan|kejaksaan"
    r"|jpu"
    r"|keluarga|orang tua|ahli waris|ombudsman|kelurahan|desa)",
)
_ANSWER = (
    r"(?:jawaban|tanggapan|balasan|surat|penjelasan|laporan|hasil|klarifikasi|keputusan|informasi)(?:nya)?"
)
PROMISE = table(
    r"(?:nanti|kalau|jika|bila|begitu)\b[^.]{0,60}? (?:di(?:info|kabari|beritahu|update|sampaikan)\w*)",
    r"(?:jalan|menuju|meluncur|berangkat|turun) (?:ke )?(?:lokasi|lapangan|tkp)",
    r"(?:sudah |telah )?(?:kami |di|ter|men)?jadwal(?:kan)? (?:\w+ ){0,4}?(?:minggu|pekan|bulan|besok"
    r"|lusa|tanggal"
    r"|hari|\d)",
    r"(?:kalau|jika|bila|apabila|begitu|setelah|jikalau) [^.]{3,80}(?:,| maka) ?(?:\w+ ){0,3}?(?:akan"
    r"|segera|langsung"
    r"|baru)\b",
    rf"{_ANSWER} (?:\w+ ){{0,3}}?(?:akan |segera )?(?:menyusul|kami susulkan|disusulkan|segera kami"
    rf" sampaikan"
    r"|akan (?:segera )?(?:kami )?(?:sampaikan|kirim(?:kan)?|disampaikan|dikirim(?:kan)?|dilaporkan"
    r"|diinformasikan))",
    r"(?:nanti|segera|akan|besok|selanjutnya|kemudian|begitu|setelah)\b[^.]{0,60}? (?:kabari|kabarkan|kabar"
    r"|update|kami informasi(?:kan)?|infokan|sampaikan (?:lagi|kembali|hasil|perkembangan)|laporkan"
    r" (?:lagi|kembali|hasil|perkembangan)|beri(?:tahu| kabar)|susulkan)",
    r"(?:masih |sedang |sekarang |saat ini |kini )(?:dalam |di)?(?:tahap |menunggu )?(?:proses|tahap"
    r"|pembahasan"
    r"|penelusuran|pengecekan|kajian|telaah|penyelidikan|penyidikan|pendalaman|antrean)\b",
    r"(?:menunggu|tunggu|nunggu) (?:\w+ ){0,2}?(?:arahan|hasil|sidang|jadwal|persetujuan|keputusan"
    r"|balasan|data"
    r"|material|tanda tangan|pimpinan|anggaran|petunjuk|stok|kiriman|suku cadang|pencairan|disposisi"
    r"|giliran"
    r"|rekomendasi|konfirmasi|verifikasi)",
    r"hasil(?:nya)? (?:\w+ ){0,2}?(?:baru|belum)|belum (?:ada )?(?:dapat |kami |ada ){0,4}(?:hasil"
    r"|disimpulkan"
    r"|menyimpulkan|dijawab|menjawab|diputus\w*|keputusan|kesimpulan|jawaban)|sementara (?:menunggu|ini"
    r" (?:kami"
    r"|tim|masih|sedang))|perkembangan (?:selanjutnya|berikutnya)",
    r"tinggal (?:\w+ )?(?:tanda tangan|ttd|menunggu|tunggu|cetak|proses|pengesahan)",
    r"(?:still (?:being |under |in |processing|waiting|checking|pending)|(?:we|i) (?:will|'ll) (?:update"
    r"|let you know|get back|inform|report)|(?:currently|still|are|is) (?:\w+ )?(?:reviewing|checking"
    r"|looking|processing|investigating|working)|will (?:revert"
    r"|respond|reply|come back|advise|get back)|in due course|in progress|under (?:review|investigation"
    r"|way)|pending)",
)
PAPER = table(
    r"(?:asli|aslinya|surat asli|asli surat|fisik)\b[^.]{0,30}(?:menyusul|akan|kirim)",
    r"(?:berita acara|ba|dokumentasi|foto(?:nya)?|bukti|laporan (?:tertulis|lengkap)|surat (?:resmi|fisik"
    r"|tertulis)"
    r"|kuitansi|tanda terima|hard ?copy|lampiran|dokumen) (?:\w+ ){0,3}?(?:menyusul|kami susulkan"
    r"|disusulkan"
    r"|akan)",
)
"""What still comes is only the paper to something that was told already."""
NOT_YET = table(
    r"(?<!pelapor )(?<!pemohon )(?<!bersangkutan )(?<!pelanggan )(?<!peserta )belum\b(?! pernah)",
)
"""The matter, or a part of it, is not yet done, unless the mail says what was found."""
BEFORE = table(r"(?:sempat|sebelumnya|semula|awalnya|waktu itu|saat itu|ketika itu)\b")
"""How it was, not how it is."""
OPEN = table(
    r"belum (?:juga |dapat |bisa |sepenuhnya |semua(?:nya)? |sempat |kami |di|ter|me\w{0,3}|ada |pernah"
    r" ){0,4}"
    r"(?:selesai\w*|tuntas\w*|rampung|beres|kelar|final|terbit\w*|jadi|cair\w*|bayar\w*|perbaik\w*|ganti\w*"
    r"|kembali\w*|nyala|menyala|mengalir|alir\w*|normal|aktif\w*|cetak|dicetak|pulih|realisasi\w*|dipenuhi"
    r"|mampu|tertangani|teratasi|dilaksanakan|dilakukan|dikerjakan|tersedia)",
    r"(?:masih|tetap) (?:dalam )?(?:kecil|mati|padam|rusak|kosong|gangguan|macet|tertunda|terkendala"
    r"|kendala|error"
    r"|menunggu|tunggu|antre|proses)",
    r"(?:not (?:yet |been )?(?:completed|finished|resolved|repaired|done)|not yet)",
)
SETTLED = table(
    r"(?:kami anggap|dinyatakan|dengan demikian|maka)(?: \w+){0,6} (?:telah |sudah )?(?:selesai|tuntas"
    r"|ditutup)",
    r"(?:permasalahan|masalah|laporan|pengaduan|perkara)(?: (?:tersebut|dimaksud|ini|itu|pelapor))?"
    r" (?:telah|sudah|dinyatakan) (?:\w+ )?(?:selesai|tuntas|ditutup)(?! (?:apa|belum)|[^.]{0,40}\?)",
)
"""The agency itself calls the matter over: what is still to come is paper."""
SOON = table(r"(?:besok|lusa|nanti|minggu depan|pekan depan|bulan depan|tomorrow|next week|hari ini akan)\b")
AHEAD = table(r"(?:mendatang|depan|besok|lusa|nanti|akan datang|next)\b")
OTHERS = table(r"(?:\w+ lain(?:nya)?|serupa|selanjutnya|ke depan|kedepan|others?)\b")
PAST = table(
    r"(?:tanggal|kemarin|tadi|semalam|hari ini|sejak|per \d|pukul|jam \d|minggu lalu|pekan lalu|bulan lalu"
    r"|barusan|baru saja|(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad)\b|\d{1,2}[/-]\d{1,2}"
    r"|\d{1,2} (?:jan|feb|peb|mar|apr|mei|jun|jul|ag|sep|okt|nov|nop|des)|yesterday|last (?:week|month)"
    r"|on \d|today|this morning)",
)
STATE = table(
    r"(?:menyala|mengalir|berfungsi|normal|aktif|pulih|lancar|beroperasi) (?:kembali|seluruhnya|normal"
    r"|semua|lancar"
    r"|seperti)|kembali (?:normal|menyala|mengalir|aktif|lancar)|(?:^|, )(?:selesai|beres|tuntas|aman"
    r"|normal|clear)"
    r"(?: (?:pak|bu|semua|semuanya|ya|terima|kami|dikerjakan|diperbaiki|ditangani|100)|[.,!]|$)",
    r"(?:we|i|our \w+) (?:repaired|fixed|paid|returned|issued|replaced|solved|restored|completed)|is"
    r" (?:now )?"
    r"(?:resolved|completed|done|finished|restored|active|working)",
)
REFUSAL = table(
    r"tidak dapat (?:kami |di)?(?:kabulkan|penuhi|proses lebih lanjut|layani|setujui|diberikan|terbitkan)",
    r"(?:permohonan|berkas|pengajuan|klaim)[^.]{0,40} (?:kami |di)(?:kembalikan|tolak|batalkan)",
)
"""A no is an answer too, whatever goes on elsewhere."""
FINDING = table(
    r"(?:permohonan|berkas|pengajuan|klaim)[^.]{0,40} (?:kami |di)(?:kembalikan|tolak|batalkan)"
    r"|(?:pelapor|pemohon)"
    r" (?:dapat|dipersilakan) mengajukan (?:ulang|kembali)",
    r"tidak (?:kami )?(?:di|me)?temukan (?:\w+ ){0,2}?\w+|tidak (?:ada|terdapat) (?:\w+"
    r" ){0,2}?(?:pungutan|pungli"
    r"|penahanan|unsur|indikasi|pelanggaran|penyimpangan|diskriminasi|kesalahan|kelalaian|penolakan"
    r"|keterlambatan"
    r"|pemotongan|maladministrasi|penundaan|tunggakan|niat|unsur)|tidak terbukti|(?<!tidak )(?<!belum"
    r" )terbukti"
    r" (?:\w+ ){0,2}?(?:melanggar|melakukan|bersalah|lalai|menerima|salah)",
    r"(?:adalah|tidaklah|merupakan|itu|hal (?:ini|itu|tersebut)|dalil|keterangan|pernyataan"
    r"|tuduhan)[^.]{0,60}?"
    r"(?:tidak benar|keliru|tidak berdasar|tidak sesuai fakta)|(?:sudah |telah )?sesuai (?:dengan"
    r" )?(?:ketentuan"
    r"|prosedur|aturan|sop|peraturan|juknis|standar|regulasi|undang-undang|tarif|perda|perbup|perwali"
    r"|permen\w*)",
    r"tidak (?:dapat (?:kami |di)?(?:kabulkan|penuhi|proses lebih lanjut|layani|terima|setujui|diberikan"
    r"|terbitkan|perpanjang\w*)|memenuhi (?:syarat|kriteria|persyaratan|ketentuan|kualifikasi|ambang))"
    r"|bukan (?:merupakan )?(?:tindak pidana|maladministrasi|pungutan|pelanggaran|peristiwa pidana)",
    r"(?:keterlambatan|gangguan|kejadian|masalah|permasalahan|retur|hal (?:ini|tersebut|itu)|kendala"
    r"|penyebab"
    r"|tagihan|lonjakan|padam\w*|kerusakan|antrean|pemadaman|penolakan|penundaan)(?:nya)? (?:\w+"
    r" ){0,5}?(?:terjadi"
    r"|disebabkan|dikarenakan|karena|akibat|adalah)|(?:kelalaian|kesalahan|kekeliruan) (?:kami|petugas"
    r"|operator"
    r"|sistem|administrasi)",
    r"(?:hasil|berdasarkan) (?:klarifikasi|pemeriksaan|penelusuran|pengecekan|investigasi|audit|konfirmasi"
    r"|penelitian|verifikasi)(?: \w+){0,6} (?:menunjukkan|bahwa|diketahui|diperoleh|ternyata|:|adalah)",
    r"(?:pelapor|pemohon|yang bersangkutan|pelanggan|peserta) (?:ternyata |memang |masih |\w+ )?(?:belum"
    r"|tidak)"
    r" (?:pernah|melengkapi|mengajukan|membayar|datang|memenuhi|hadir|melampirkan|terdaftar|lulus"
    r"|termasuk|masuk"
    r"|kooperatif|mengisi|melunasi|memiliki)",
    r"(?:no (?:evidence|indication|irregularit)|unfounded|was (?:found|rejected)|in accordance with|due"
    r" to)",
)
NO_FINDING = table(r"(?:apakah|belum (?:di|me)temukan|jika|kalau|apabila|bila\b)")
RECEIPT = table(
    r"(?:surat|surel|laporan|pesan|pengaduan|permintaan|disposisi|informasi)(?:nya)?(?: \w+){0,6}?"
    r" (?:sudah|telah|baru)? ?(?:kami|saya|resmi)? ?(?:di|ka)?(?:terima|tampi|tampa|masuk)(?:i|nya)?",
    r"(?:sudah|telah|baru) (?:kami |saya |di|ka)?(?:terima|tampi)(?:nya)?(?: surat\w*| surel| laporan|\."
    r"|,|$| dan"
    r"| dengan| untuk)|kami (?:konfirmasi|nyatakan)(?:kan)? (?:telah |sudah )?(?:menerima|diterima)"
    r"|konfirmasi (?:penerimaan|bahwa surat)|^\W*(?:sudah |telah )?diterima\b|(?:kami|saya) (?:sudah"
    r" |telah )?(?:menerima|dapat|mendapat) (?:surat|surel|laporan|permintaan)",
    r"(?:akan|segera) (?:segera )?(?:kami |saya |di)?(?:tindak ?lanjuti|proses|pelajari|cek|koordinasikan"
    r"|respon"
    r"|teruskan|tindak lanjuti|laksanakan)|we (?:have |will )?(?:received|look into|follow up)"
    r"|received,? (?:thank|with|terima)|acknowledge",
)
NOD = re.compile(
    r"^\W*(?:siap|baik|ok|oke|okay|okey|noted|copy|86|monitor|terima kasih|diterima|received|ya|inggih"
    r"|nggih|sip)\b"
    r".{0,60}$"
)
ADMITS = re.compile(
    r"(?:di|me\w{0,2}|ka)?(?:terima|erima|catat|baca|agenda|tindak ?lanjut|laksana|respon|masuk|proses"
    r"|pelajar|cek"
    r"|koordinasi|lapor|sampai|konfirmasi|lanjut|dapat|register|registrasi|mendapat)"
)
"""Steps that a mere receipt may speak of."""
EXPLAINS = table(
    r"(?:dapat |perlu |dengan ini |bersama ini |berikut |maka )?(?:kami|saya) (?:\w+ ){0,2}?(?:jelaskan"
    r"|sampaikan"
    r"|terangkan|laporkan|informasikan|klarifikasi|tanggapi|jawab)(?:kan)?(?: \w+){0,6}? (?:bahwa|sebagai"
    r" berikut"
    r"|hal|:)",
    r"(?:menindaklanjuti|menanggapi|menjawab|menunjuk|memperhatikan|sehubungan dengan|berdasarkan|terkait"
    r"|membalas) (?:\w+ )?(?:surat|surel|laporan|pengaduan|permintaan|aduan|klarifikasi)",
    r"mohon (?:izin|ijin) (?:menjawab|menyampaikan|menanggapi|melaporkan)|selaku (?:kepala|pimpinan"
    r"|direktur"
    r"|manager|camat|lurah)(?: \w+){0,4} (?:menjawab|menyampaikan)",
    r"(?:dapat|bersama ini|dengan ini) (?:disampaikan|dijelaskan|dilaporkan|diinformasikan)",
)
IN_ATTACHMENT = table(
    r"(?:terlampir|dilampirkan|lampirkan|lampiran|sebagaimana terlampir|dalam dokumen|attached|attachment"
    r"|enclosed)",
    r"(?:berikut|bersama ini|dengan ini)(?: \w+){0,3} (?:kami |saya )?(?:di)?(?:kirim(?:kan)?|sampaikan"
    r"|lampirkan)"
    r"(?: \w+){0,4} (?:surat|jawaban|tanggapan|balasan|dokumen|klarifikasi|laporan|data|file|berkas"
    r"|penjelasan)",
)
COVER = table(r"(?:tanggapan|jawaban|surat|klarifikasi|penjelasan|balasan|nota dinas)")
PROOF = table(
    r"(?:foto|bukti|dokumentasi|berita acara|kwitansi|kuitansi|ba|tanda terima) (?:\w+ ){0,3}?terlampir"
)
