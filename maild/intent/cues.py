"""Cue lists as data (domain.md section 5.1): what agencies answer, per intent, for `wording.plain` text.

Each entry is a regular expression on one sentence in lower case with short forms written out. A `NO_`
table beside it says what takes the cue back: somebody else's request, another meaning of the word. Order
within a table matters only to the reader; the rules that weigh the tables are in `answers`.
"""

from __future__ import annotations

import re


def table(*patterns: str) -> re.Pattern[str]:
    """One compiled alternation over lower-case text; a word boundary at its beginning."""
    return re.compile(r"(?<!\w)(?:" + "|".join(patterns) + r")")


REPORTERS = (
    r"(?:pelapor|pengadu|pemohon|warga|pelanggan|peserta|wajib pajak|masyarakat|yang bersangkutan|nasabah"
    r"|siswa"
    r"|orang tua(?:nya)?|pasien|keluarga)"
)

# ---- the reply wants something -------------------------------------------------------------------------
EXTENSION = table(
    r"(?:mohon|minta|boleh|beri|diberi|kiranya|izin|nunas|butuh|perlu) (?:\w+ ){0,4}?(?:nam|tam"
    r"|di)?bah(?:an|kan)? (?:\w+ ){0,2}?"
    r"(?:waktu|hari|minggu|pekan|bulan|seminggu|sepekan|sebulan|sehari)\b",
    r"(?:mem)?beri(?:kan)? (?:kami |saya |kita |kesempatan )?waktu (?:yang )?(?:lebih|cukup|tambahan"
    r"|longgar|sedikit|lagi)",
    r"(?:deadline|tenggat|batas(?: waktu)?|tanggal|jatuh tempo|jawaban|waktunya)(?:nya)? (?:[\w/]+"
    r" ){0,6}?(?:digeser|dimundurkan"
    r"|diundur(?:kan)?|mundur|diperpanjang|diperpanjangan|dilonggarkan|ditunda)\b",
    r"deadline (?:\w+ ){0,4}?(?:moved|extended|postponed|pushed)|(?:postpone|move|push)(?:ing)? (?:\w+"
    r" ){0,3}?deadline",
    r"(?:need|have|get|given|take|us|grant) (?:us )?(?:another|a few more|a little more|some more|more)"
    r" (?:\w+ )?(?:time|days?|weeks?)",
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
    rf"{REPORTERS} (?:\w+ ){{0,4}}?(?:mohon|minta|meminta|memohon|mengajukan|butuh|perlu)",
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
    r"saya (?:sudah |telah )(?:tidak|bukan) (?:lagi )?di (?:dinas|inspektorat|badan|bagian|bidang|unit"
    r"|sekolah|rs\w*"
    r"|puskesmas|kecamatan|kelurahan|setda|bpn|pln|pdam|polres\w*|kantor (?:itu|ini|pertanahan|camat))",
    r"(?:posisi|jabatan|tugas|tempat|kursi) saya (?:\w+ ){0,3}?(?:diisi|dijabat|digantikan|diganti"
    r"|dipegang|diambil"
    r"|beralih|diserahkan|dilanjutkan)",
    r"(?:sekarang|saat ini|selanjutnya|kini|mulai \w+) yang (?:pegang|memegang|menangani|mengurus|urus"
    r"|menjadi|jadi|handle"
    r"|bertugas)\b",
    r"(?:surat|surel|korespondensi|komunikasi)(?: \w+)? (?:berikutnya|selanjutnya|ke depan(?:nya)?)(?:"
    r" \w+){0,4} (?:ke|kepada)\b",
    r"(?:took|taken|taking|take) over (?:from|my) |replaces? me\b|has replaced me|i (?:have )?left the"
    r" (?:agency|office|department)",
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
    r"|dilampirkan|sebutkan|disebutkan|dibantu|beri(?:kan)?|bantu|minta|tahu|meminta|diperoleh"
    r"|disertakan|sertakan"
    r"|dipenuhi|dicantumkan|ditunjukkan|diperlihatkan|diberitahukan|dishare|share)"
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
    r"atas nama siapa|(?:an|a\.n\.?) siapa|(?:nomor|no) berapa|di mana (?:lokasi|alamat|rumah)",
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
    rf"(?:telah|sudah) (?:kami |di)?(?:minta|mohon|hubungi)|{REPORTERS} (?:diminta|mohon|harap|agar|dapat)"
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
