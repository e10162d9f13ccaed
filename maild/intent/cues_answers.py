"""Cue lists as data (domain.md section 5.1): what an agency says of the matter, for `wording.plain` text.

Receipt, promise, waiting, findings: the words around the verbs of `verbs`. As in `cues`, a `NO_` table takes
a cue back within the same sentence.
"""

from __future__ import annotations

import re

from maild.intent.cues import table

FORWARDED = table(
    r"(?:saya |kami |sudah |telah |di)(?:\w+ )?(?:di)?(?:sampaikan|forward|oper|alihkan|naikkan|laporkan"
    r"|ajukan) (?:ke|kepada)"
    r" (?:\w+ )?(?:kasi|kabid|kasubag|kepala|bidang|bagian|unit|tim|rekan|pimpinan|atasan|kadis|admin"
    r"|pengelola|petugas|operator|pengaduan"
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
    r"(?:saya |kami |sudah |telah )(?:fwd|forward|oper|teruskan|sampaikan|naikkan|lapor(?:kan)?)(?:kan)?"
    r" (?:ke|kepada|sama)"
    r" (?:pak |bu |bapak |ibu |mas |mbak )?(?:kabid|kasi|kasubag|kabag|kadis|sekdis|kepala|pimpinan"
    r"|atasan|bidang|bagian|tim|unit)",
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
    r"dalam (?:pengiriman|perjalanan|pengurusan|pengerjaan|pencetakan)\b",
    r"(?:must|has to|have to|needs? to|yet to|still) (?:still )?be \w+",
    r"(?:nanti|kalau|jika|bila|begitu)\b[^.]{0,60}? (?:di(?:info|kabari|beritahu|update|sampaikan)\w*)",
    r"(?:besok|lusa|nanti|(?:minggu|pekan) depan|senin|selasa|rabu|kamis|jumat|sabtu)\b[^.]{0,60} (?:ke"
    r"|turun|datang)"
    r" (?:ke )?(?:lokasi|lapangan|tkp|rumah|sana)",
    r"(?:jalan|menuju|meluncur|berangkat|turun) (?:ke )?(?:lokasi|lapangan|tkp)",
    r"(?:sudah |telah )?(?:kami |di|ter|men)?jadwal(?:kan)? (?:\w+ ){0,9}?(?:minggu|pekan|bulan|besok"
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
    r"(?<!yang )(?<!pelapor )(?<!pemohon )tinggal (?!di\b|bersama|dengan|serumah|sendiri)\w+",
    r"menyusul\b(?! (?:surat|surel|laporan|permintaan|nota))",
    r"(?:masih|sedang|tengah) (?:kami |di|kita )?(?:men)?(?:tangani|angani|urus|kerjakan|benahi|atasi)",
    r"(?:akan|baru|segera) (?:\w+ ){0,5}?(?:apabila|jika|kalau|bila|bilamana|setelah|begitu|manakala)"
    r" (?!ada)",
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
    r"belum(?: (?:pak|bu|ya|juga))?\s*[.!]?$",
    r"belum (?:juga |dapat |bisa |sepenuhnya |semua(?:nya)? |sempat |kami |di|ter|me\w{0,3}|ada |pernah"
    r" ){0,4}"
    r"(?:selesai\w*|tuntas\w*|rampung|beres|kelar|final|terbit\w*|jadi|cair\w*|bayar\w*|perbaik\w*|ganti\w*"
    r"|kembali\w*|nyala|menyala|mengalir|alir\w*|normal|aktif\w*|cetak|dicetak|pulih|realisasi\w*|dipenuhi"
    r"|mampu|tertangani|teratasi|dilaksanakan|dilakukan|dikerjakan|tersedia)",
    r"(?:masih|tetap) (?:dalam )?(?:kecil|mati|padam|rusak|kosong|gangguan|macet|tertunda|terkendala"
    r"|kendala|error"
    r"|menunggu|tunggu|antre|proses)",
    r"(?:rusak|mati|padam|macet|bocor|error|kambuh|terputus|putus|mampet|tersumbat|berlubang) (?:lagi"
    r"|kembali)"
    r"|kembali (?:rusak|mati|padam|macet|bocor|terputus|berlubang)|(?:broke|failed|leaking|stopped) again",
    r"(?:not (?:yet |been )?(?:completed|finished|resolved|repaired|done)|not yet)",
)
IF_THEN = table(
    r"(?:kalau|jika|bila|apabila|begitu|setelah|yening) [^.]{3,80}? (?:akan|segera|langsung|baru|maka"
    r"|lakar|pacang)\b",
    r"progres\w* (?:[\w%]+ ){0,5}?\d{1,2} ?(?:%|persen)",
    r"(?:dapat|baru|akan) (?:\w+ ){0,5}?(?:setelah|sesudah|usai|apabila|jika|kalau|begitu) ",
    r"masuk (?:ke |dalam |di )?(?:list|daftar|antre\w*|jadwal|program|rencana|prioritas|usulan)|bahan"
    r" (?:evaluasi|masukan)",
    r"(?:is|are) expected|expected (?:by|to|in)|escalated",
)
"""What follows once something else is there; how far it has come."""
SETTLED = table(
    r"(?:kami anggap|dinyatakan|dengan demikian|maka)(?: \w+){0,6} (?:telah |sudah )?(?:selesai|tuntas"
    r"|ditutup)",
    r"(?:permasalahan|masalah|laporan|pengaduan|perkara)(?: (?:tersebut|dimaksud|ini|itu|pelapor))?"
    r" (?:telah|sudah|dinyatakan) (?:\w+ )?(?:selesai|tuntas|ditutup)(?! (?:apa|belum)|[^.]{0,40}\?)",
)
"""The agency itself calls the matter over: what is still to come is paper."""
SOON = table(r"(?:besok|lusa|nanti|minggu depan|pekan depan|bulan depan|tomorrow|next week|hari ini akan)\b")
AHEAD = table(r"(?:mendatang|(?<!di )(?<!bagian )(?<!sisi )depan|besok|lusa|nanti|akan datang|next)\b")
LATER = table(
    r"(?:besok|lusa|benjang|(?:minggu|pekan|bulan|senin|selasa|rabu|kamis|jumat|sabtu) depan|tomorrow"
    r"|next (?:week|month|monday|tuesday|wednesday|thursday|friday))\b"
)
AT_HAND = table(r"(?:silakan|silahkan|dipersilakan|dapat di|boleh di|monggo|mohon|monitor|pantau|evaluasi)")
"""Who may come and fetch it tomorrow has it ready."""
OTHERS = table(r"(?:\w+ lain(?:nya)?|serupa|selanjutnya|ke depan|kedepan|others?)\b")
PAST = table(
    r"(?:tanggal|kemarin|tadi|semalam|hari ini|sejak|per \d|pukul|jam \d|minggu lalu|pekan lalu|bulan lalu"
    r"|barusan|baru saja|(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad),? (?:lalu|kemarin"
    r"|malam|pagi|siang|sore|dini|\(|\d)|\d{1,2}[/-]\d{1,2}"
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
    r"(?:permohonan|berkas|pengajuan|klaim)[^.]{0,40} (?:kami |di)(?:kembalikan(?! (?:ke|kepada)"
    r" (?:loket|bidang"
    r"|bagian|seksi|meja|kasi))|tolak|batalkan)",
)
"""A no is an answer too, whatever goes on elsewhere."""
FINDING = table(
    r"(?:permohonan|berkas|pengajuan|klaim)[^.]{0,40} (?:kami |di)(?:kembalikan(?! (?:ke|kepada)"
    r" (?:loket|bidang"
    r"|bagian|seksi|meja|kasi))|tolak|batalkan)"
    r"|(?:pelapor|pemohon)"
    r" (?:dapat|dipersilakan) mengajukan (?:ulang|kembali)",
    r"tidak (?:kami )?(?:(?:di|me)?temukan|menemukan|ditemukan) (?:\w+ ){0,2}?\w+|tidak (?:ada|terdapat)"
    r" (?:\w+"
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
    r"(?:menjadi|merupakan|adalah|sepenuhnya) (?:\w+ )?(?:tanggung jawab|tanggungan|beban) (?:pelanggan"
    r"|pelapor|pemohon"
    r"|pemilik|peserta|pengguna|warga|yang bersangkutan)",
    r"(?:tidak|bukan)(?:lah)? (?:lagi )?(?:berhak|tercantum|terdaftar|tergolong|berlaku|wajib|layak|sah)\b",
    r"(?:hasil|berdasarkan) (?:\w+ )?(?:klarifikasi|pemeriksaan|penelusuran|pengecekan|investigasi|audit"
    r"|konfirmasi"
    r"|penelitian|verifikasi|musyawarah)[^.]{0,90}\b(?:tidak|bukan|sesuai|benar|terbukti|mampu)\b",
    r"(?:pelapor|pemohon|yang bersangkutan|pelanggan|peserta) (?:ternyata |memang |masih |\w+ )?(?:belum"
    r"|tidak)"
    r" (?:pernah|melengkapi|mengajukan|membayar|datang|memenuhi|hadir|melampirkan|terdaftar|lulus"
    r"|termasuk|masuk"
    r"|kooperatif|mengisi|melunasi|memiliki)",
    r"tidak pernah (?:\w+ )?(?:terjadi|ada|meminta|memungut|menahan|menolak|melakukan|memotong|dipungut"
    r"|diminta|menerima uang)",
    r"(?:no (?:evidence|indication|irregularit)|unfounded|was (?:found|rejected)|in accordance with)",
)
CAUSE = table(
    r"(?:keterlambatan|gangguan|kejadian|masalah|permasalahan|retur|hal (?:ini|tersebut|itu)|kendala"
    r"|penyebab"
    r"|tagihan|lonjakan|padam\w*|kerusakan|antrean|pemadaman|penolakan|penundaan)(?:nya)? (?:\w+"
    r" ){0,5}?(?:terjadi"
    r"|disebabkan|dikarenakan|karena|akibat|adalah)|(?:kelalaian|kesalahan|kekeliruan) (?:kami|petugas"
    r"|operator"
    r"|sistem|administrasi)",
    r"(?:hasil|berdasarkan) (?:klarifikasi|pemeriksaan|penelusuran|pengecekan|investigasi|audit|konfirmasi"
    r"|penelitian|verifikasi)(?: \w+){0,6} (?:menunjukkan|bahwa|diketahui|diperoleh|ternyata|:|adalah)",
)
"""Why it happened; what became of it is not said."""
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
    r"|we have received|confirm(?:ing)? receipt|mengonfirmasi(?:kan)? (?:telah |sudah )?(?:menerima|diterima)"
    r"|bukti (?:terima|penerimaan) (?:surat|surel)|surat (?:telah |sudah )?(?:di)?agenda(?:kan)?"
    r"|(?:letter|e-?mail|surel|message) (?:has |have |was )?(?:arrived|received|reached)"
    r"|surat\w* (?:\w+ )?(?:telah |sudah )?(?:ter|di)catat (?:pada|dalam|di) (?:\w+ )?(?:agenda|buku"
    r"|register)"
    r"|received,? (?:thank|with|terima)|acknowledge",
)
NOD = re.compile(
    r"^\W*(?:siap|baik|ok|oke|okay|okey|noted|copy|86|monitor|terima kasih|diterima|received|ya|inggih"
    r"|nggih|sip)\b"
    r".{0,60}$"
)
ADMITS = re.compile(
    r"(?:di|me\w{0,2}|ka|ter)?(?:terima|erima|catat|baca|agenda|tindak ?lanjut|laksana|respon|masuk|proses"
    r"|pelajar|cek"
    r"|received?|reads?|noted?|koordinasi|lapor|sampai|konfirmasi|lanjut|dapat|register|registrasi|mendapat)"
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
