"""Cue lists as data (domain.md section 5.1): what people write, per intent, for `wording.plain` text.

Each entry is a regular expression on lower-case text with short forms written out. Order within a table
matters only to the reader; the rules that weigh them are in `replies`, `correspondence` and `understanding`.
"""

from __future__ import annotations

import re


def table(*patterns: str) -> re.Pattern[str]:
    """One compiled alternation; word boundaries at both ends."""
    return re.compile(r"(?<!\w)(?:" + "|".join(patterns) + r")", re.IGNORECASE)


# ---- answers of agencies -----------------------------------------------------------------------------------
EXTENSION = table(
    r"(?:permohonan |mohon |minta |meminta |memohon |mengajukan |ajukan |kiranya "
    r"|diberi(?:kan)? )(?:[\w/]+ ){0,6}?(?:perpanjangan|penambahan|tambahan|kelonggaran|penundaan"
    r"|perpanjang)(?:an)? (?:\w+ ){0,2}?(?:waktu|tenggat|batas|tempo|jawaban|hari|kesempatan)",
    r"(?:perpanjangan|penambahan|tambahan) (?:batas )?(?:waktu|tenggat)",
    r"(?:mohon|minta|beri|diberi(?:kan)?|butuh|memerlukan|membutuhkan|perlu"
    r"|kiranya) (?:[\w/]+ ){0,5}?waktu (?:[\w()]+ ){0,6}?(?:sampai|hingga|selama|lagi|sedang"
    r"|tambahan|\d+ (?:\([a-z ]+\) )?(?:hari|minggu|pekan))",
    r"(?:mohon|minta) (?:\w+ ){0,3}?waktu (?:sampai|hingga|sd|s\.d)",
    r"(?:jawaban|tanggapan|laporan|balasan|klarifikasi|penjelasan)(?: \w+){0,5} (?:baru )?(?:dapat"
    r"|akan|kami) (?:\w+ ){0,4}?(?:sampaikan|disampaikan|kirim|dikirim)(?:kan)? (?:paling lambat"
    r"|selambat-lambatnya)",
    r"(?:belum dapat|tidak dapat) (?:\w+ ){0,4}?(?:menyampaikan|memberikan|mengirim(?:kan)?|menjawab"
    r"|memenuhi)(?: \w+){0,8}? (?:sampai|hingga|sebelum|tepat waktu|sesuai (?:batas|tenggat|waktu))",
    r"mundur(?:kan)? (?:\w+ ){0,2}?(?:tenggat|batas waktu|jadwal)|(?:tenggat"
    r"|batas waktu)(?: \w+){0,4} (?:diundur|diperpanjangan|dimundurkan|diperpanjang)",
    r"(?:request|ask|need|grant)(?: \w+){0,4} (?:extension|more time|additional time)"
    r"|extend the (?:deadline|time)",
)
SUCCESSOR = table(
    r"(?:sudah |telah )?tidak (?:sedang )?(?:menjabat|bertugas|menjadi (?:pejabat|focal|narahubung))"
    r"|bukan (?:sedang )?(?:pejabat penghubung|focal point|narahubung)",
    r"(?:sudah |telah |saya |dipindah |sedang ){0,4}(?:dimutasi|mutasi ke|pindah tugas|dipindahtugaskan"
    r"|dipindahkan ke|alih tugas|pensiun|purna tugas|purnabakti|resign)",
    r"(?:pejabat penghubung|focal point|narahubung|pengganti saya"
    r"|penggantinya)(?: \w+){0,5} (?:saat ini|sekarang|yang baru|adalah|sudah (?:di)?ganti|diganti"
    r"|digantikan)|(?:digantikan|diganti) oleh",
    r"(?:no longer|not) (?:the )?(?:focal point|contact|in charge|working)",
)
NOT_OURS = table(
    r"(?:bukan|bukanlah|di luar|diluar|tidak (?:termasuk|masuk|berada)(?: dalam"
    r"| di)?)(?: \w+){0,2} (?:kewenangan|wewenang|ranah|tupoksi|tugas pokok|wilayah (?:kerja|kami"
    r"|layanan|pelayanan)|urusan|bidang|domain|tanggung jawab|kapasitas)",
    r"(?:kewenangan|wewenang|ranah|urusan|tanggung jawab)(?:nya)? (?:\w+ ){0,3}?(?:ada "
    r"|berada )?(?:di|pada|milik|dari)? ?(?:pemerintah )?(?:provinsi|pusat|kabupaten|kota"
    r"|kementerian|instansi lain|dinas|desa)",
    r"salah (?:alamat|kirim|tujuan|instansi)|(?:agar|mohon|silakan|supaya"
    r"|sebaiknya)(?: \w+){0,4} (?:dialamatkan|ditujukan|disampaikan"
    r"|dikirim(?:kan)?) (?:\w+ ){0,2}?(?:ke|kepada) (?!kami|saya|alamat)",
    r"tidak (?:ada|terdapat|ditemukan|terdaftar)(?: \w+){0,3} (?:pelanggan|data|peserta|nasabah"
    r"|pasien|siswa)(?: \w+){0,8} (?:di|pada) (?:kami|tempat kami|wilayah kami)|terdaftar (?:pada"
    r"|di) (?:\w+ ){1,6}bukan|kemungkinan (?:pelanggan|peserta|nasabah|pasien|data) (?!kami)",
    r"(?:not (?:within |in |under )?(?:our|my) (?:authority|jurisdiction|remit|responsibility)"
    r"|wrong (?:agency|office|address))",
)
FORWARDED = table(
    r"(?:kami|saya|sudah|telah|akan|langsung|segera)? ?(?:di)?(?:teruskan|disposisi(?:kan)?"
    r"|lanjutkan|limpahkan|koordinasikan|serahkan)(?: \w+){0,3} (?:ke|kepada|pada) (?:\w+ )?(?:pak"
    r"|bu|bapak|ibu|kabid|kasi|kasubag|kepala|bidang|seksi|bagian|unit|bagian|tim|sekretaris"
    r"|sekretariat|rekan|direktur|subbag|loket|uptd?|cabang|pimpinan|atasan|pejabat|staf|kadis)",
    r"(?:di)?disposisi(?:kan)? (?:ke|kepada|oleh)|diteruskan (?:ke|kepada)|(?:nanti |akan "
    r"|biar )?(?:beliau|bidang|yang bersangkutan|unit) yang (?:akan )?(?:menjawab|membalas"
    r"|menanggapi|menindaklanjuti)|(?:cc|tembusan) (?:pak|bu|bapak|ibu|kabid)|mohon (?:pak|bu|bapak"
    r"|ibu) (?:kabid|kasi|kasubag)(?: \w+){0,6} (?:menjawab|ditindaklanjuti|menanggapi)",
    # A head who has told somebody to answer has not answered.
    r"(?:kami |saya |sudah |telah )(?:di)?(?:perintahkan|instruksikan|minta|tugaskan|arahkan)"
    r" (?:[\w/.,]+ ){1,8}?(?:untuk|agar|supaya) (?:\w+ ){0,4}?(?:menjawab|menindaklanjuti|membalas"
    r"|menanggapi|menyampaikan (?:jawaban|penjelasan|tanggapan)|memberi(?:kan)? (?:jawaban|penjelasan))",
    r"forward(?:ed|ing)? (?:this |it |your \w+ )?(?:internally |to (?:our|my|the) )",
)
ASKS_DATA = table(
    r"(?:mohon|tolong|minta|harap|agar|kiranya|dapat)(?:kah)? (?:[\w/]+ ){0,5}?(?:dikirim(?:kan|i)?"
    r"|kirim(?:kan|i)?|dilengkapi|lengkapi|disampaikan|diberi(?:kan)?|diinformasikan"
    r"|informasi(?:kan)?|dilampirkan|sebutkan|disebutkan|dibantu|beri(?:kan)?"
    r"|bantu)(?: [\w/]+){0,4} (?:data|nomor|no|nama|foto|fotokopi|salinan|kopi|copy|identitas|alamat"
    r"|bukti|dokumen|berkas|rekening|nik|ktp|kronologi|detail|detil|lokasi|id pelanggan|idpel"
    r"|informasi (?:lebih|tambahan|lengkap|detail))",
    r"(?:kami|saya) (?:masih )?(?:memerlukan|membutuhkan|butuh|perlu|minta|mohon"
    r"|meminta) (?:\w+ ){0,4}?(?:data|nomor|nama|foto|fotokopi|salinan|identitas|alamat|bukti"
    r"|dokumen|berkas|nik|ktp|kronologi|informasi)",
    r"tanpa (?:data |nomor |itu|informasi )(?:\w+ ){0,5}?tidak (?:dapat|ditemukan)|supaya (?:kami"
    r"|saya) dapat (?:cek|telusuri|periksa|lacak)|(?:siapa|berapa|apa) (?:nama|nomor|alamat"
    r"|no) (?:pelapor|pelanggan|pasien|pemohon)",
    r"(?:please|kindly|could you) (?:send|provide|share|supply)(?: \w+){0,5} (?:data|number|name"
    r"|copy|details|address|document|id)",
)
QUERY = table(
    r"(?:mohon |tolong |minta |harap )(?:\w+ )?konfirmasi(?:nya)? (?:apakah|dulu|keaslian|kebenaran"
    r"|bahwa)|apakah (?:benar )?(?:surel|surat|pesan|permintaan) (?:ini|tersebut)|(?:benar|asli"
    r"|resmi)(?:kah)? (?:dari|surat|surel)(?: \w+){0,3} ombudsman|keaslian surat"
    r"|sebelum ada verifikasi|verifikasi keaslian"
    r"|surat resmi(?:nya)? (?:\w+ ){0,3}(?:bertanda tangan|pdf|tertulis)",
    r"(?:mohon|minta|tolong) (?:\w+ ){0,2}?(?:penjelasan|arahan|petunjuk|informasi|penegasan"
    r"|kejelasan) (?:\w+ ){0,3}?(?:apakah|bagaimana|mengenai|terkait|maksud|format|apa)|(?:apa|siapa"
    r"|kapan|di mana|dimana|bagaimana|berapa|mengapa|kenapa)(?:kah)? [^.?!]{3,160}\?"
    r"|apakah [^.?!]{3,200}\?",
    r"is this (?:e-?mail |letter |message )?(?:genuine|really|authentic|legitimate)"
    r"|could you (?:clarify|confirm|explain)",
)
INTERIM_SURE = table(
    r"(?:jawaban|tanggapan|balasan|surat|penjelasan|laporan|hasil(?:nya)?"
    r"|klarifikasi) (?:\w+ ){0,3}?(?:akan |segera )?(?:menyusul|kami susulkan|disusulkan"
    r"|segera kami sampaikan|akan (?:segera )?(?:kami )?(?:sampaikan|kirim(?:kan)?|disampaikan"
    r"|dikirim(?:kan)?))(?! tanggal \d)",
    r"(?:nanti|segera|akan|besok|selanjutnya|kemudian) (?:saya |kami |segera |akan ){0,4}(?:kabari"
    r"|kabarkan|update|informasi(?:kan)?|infokan|sampaikan (?:lagi|kembali|hasil|perkembangan)"
    r"|laporkan (?:lagi|kembali|hasil)|beri(?:tahu| kabar))",
    r"(?:masih |kami |saya |sedang |sekarang )(?:dalam |tahap |menunggu )(?:proses|tahap|pembahasan"
    r"|penelusuran|pengecekan|kajian|telaah|koordinasi|konfirmasi|arahan|persetujuan|hasil"
    r"|verifikasi|jadwal|sidang|keputusan|rapat|pengerjaan|perbaikan|penyelidikan|pendalaman)"
    r"|masih (?:kami |di)?(?:proses|koordinasikan|dalami|pelajari|telusuri|cek|tunggu|menunggu"
    r"|verifikasi|bahas|kaji|teliti)|menunggu (?:arahan|hasil|sidang|jadwal|persetujuan|keputusan"
    r"|balasan|data|material)",
    r"hasil(?:nya)? (?:baru|belum)|belum (?:ada )?(?:dapat |kami |ada ){0,4}(?:hasil|selesai|rampung"
    r"|tuntas|final|disimpulkan|menyimpulkan|dijawab|menjawab|terbit|diputus\w*)"
    r"|sementara (?:menunggu|itu|ini)|perkembangan (?:selanjutnya|berikutnya)|akan kami (?:update"
    r"|kabari|informasikan)",
    r"(?:still (?:being |under |in |processing|waiting|checking)|(?:we|i) (?:will|'ll) (?:update"
    r"|let you know|get back)|in progress|under (?:review|investigation))",
)
INTERIM = table(
    r"(?:sedang|masih|tengah|lagi) (?:kami |dalam |di)?(?:\w{4,})",
    r"(?:akan|segera|bakal|rencananya|direncanakan|dijadwalkan|diupayakan|usahakan|meluncur|menuju lokasi)",
    r"(?:besok|lusa|minggu depan|pekan depan|bulan depan)",
)
RECEIPT = table(
    r"(?:surat|surel|laporan|pesan|pengaduan|permintaan|disposisi"
    r"|informasi)(?:nya)?(?: \w+){0,6}? (?:sudah|telah|baru)? ?(?:kami|saya|resmi)? ?(?:di)?terima",
    r"(?:sudah|telah|baru) (?:kami |saya |di)?terima(?:nya)?(?: surat| surel| laporan|\.|,|$| dan"
    r"| dengan| untuk)|kami (?:konfirmasi|nyatakan)(?:kan)? (?:telah |sudah )?(?:menerima|diterima)"
    r"|konfirmasi (?:penerimaan|bahwa surat)|^\W*(?:sudah |telah )?diterima\b|(?:kami"
    r"|saya) (?:sudah |telah )?menerima (?:surat|surel|laporan|permintaan)",
    r"(?:akan|segera) (?:segera )?(?:kami |saya |di)?(?:tindak ?lanjuti|proses|pelajari|cek"
    r"|koordinasikan|respon|teruskan)|^\W*(?:siap|baik|ok|oke|noted|copy|86|monitor)\b.{0,60}$"
    r"|we (?:have )?received|received,? (?:thank|with)|acknowledge",
)
DONE = table(
    r"(?:sudah|telah|sdh) (?:kami |saya |di|ter|ber|me|mulai |selesai |normal|ada |kembali "
    r"|beroperasi|semua |seluruhnya |secara |langsung |resmi |lunas|aktif|jadi|bisa|dapat )\w*",
    r"(?:kami|petugas|tim|dinas) (?:sudah|telah) \w+|(?:selesai|tuntas|rampung"
    r"|beres)(?: (?:diperbaiki|dikerjakan|pukul|pada|tanggal|ditangani|100))?|(?:perbaikan|pekerjaan"
    r"|evakuasi|permasalahan|masalah|perkara|gangguan|pengaduan|laporan)(?: \w+){0,5} (?:selesai"
    r"|tuntas|rampung|teratasi|tertangani)",
    r"(?:diterbitkan|diserahkan|dikembalikan|ditindaklanjuti|dibayarkan|dicairkan|diselesaikan"
    r"|diperbaiki|dipulihkan|dihapuskan|dihapus|dikoreksi|dibuka|dipasang|dicetak|ditegur|disanksi"
    r"|dibatalkan|diaktifkan|diganti|ditransfer|disalurkan|diserahterimakan|ditetapkan|dilaksanakan"
    r"|dilakukan|dikirim) (?:pada |kepada |ke |tanggal |hari |di |per |sejak |kemarin |oleh "
    r"|melalui |sebanyak )",
    r"(?:menyala|mengalir|berfungsi|normal|aktif|pulih) (?:kembali|seluruhnya|normal|sejak|semua"
    r"|lancar)|diterima (?:tanggal|lengkap)|dapat (?:diambil|mengambil|dinikmati|digunakan)|(?:mohon"
    r"|kiranya|agar) (?:\w+ ){0,3}?(?:laporan|pengaduan|kasus|aduan) (?:\w+ ){0,3}?(?:ditutup"
    r"|dinyatakan selesai)|kami anggap (?:\w+ ){0,3}?selesai",
    r"(?:has|have) been (?:\w+ )?(?:completed|resolved|repaired|fixed|issued|paid|returned|solved"
    r"|handled|restored)|is (?:now )?(?:resolved|completed|done|finished)",
)
CHECKED = table(
    r"(?:sudah|telah|setelah) (?:kami |saya |di)?(?:\w+ )?(?:di)?(?:cek|periksa|telusuri|cari|terima"
    r"|baca|pelajari|lihat|koordinasikan)\b",
    r"(?:sudah|telah) (?:kami |saya |di)?(?:teruskan|disposisi|koordinasi|sampaikan)\w*",
)
"""Looking into it and passing it on is not doing it."""
EXPLAINS = table(
    r"(?:dapat |perlu |dengan ini |bersama ini |berikut |maka )?(?:kami"
    r"|saya) (?:\w+ ){0,2}?(?:jelaskan|sampaikan|terangkan|laporkan|informasikan|klarifikasi"
    r"|tanggapi|jawab)(?:kan)?(?: \w+){0,6}? (?:bahwa|sebagai berikut|hal|:)",
    r"(?:menindaklanjuti|menanggapi|menjawab|menunjuk|memperhatikan|sehubungan dengan|berdasarkan"
    r"|terkait|membalas) (?:surat|surel|laporan|pengaduan|permintaan|aduan|klarifikasi)",
    r"(?:adalah|tidaklah|merupakan) (?:tidak benar|keliru|sesuai (?:ketentuan|prosedur|aturan|sop))"
    r"|(?:keterlambatan|gangguan|kejadian|masalah|retur|hal (?:ini|tersebut)"
    r"|kendala) (?:\w+ ){0,4}?(?:terjadi |disebabkan |dikarenakan |karena |akibat)|(?:kelalaian"
    r"|kesalahan) (?:kami|petugas)|hasil (?:klarifikasi|pemeriksaan|penelusuran|pengecekan"
    r"|investigasi|audit|konfirmasi)",
    r"mohon (?:izin|ijin) (?:menjawab|menyampaikan|menanggapi|melaporkan)|selaku (?:kepala|pimpinan"
    r"|direktur|manager|camat|lurah)(?: \w+){0,4} (?:menjawab|menyampaikan)",
)
IN_ATTACHMENT = table(
    r"(?:terlampir|dilampirkan|lampirkan|lampiran|sebagaimana terlampir|dalam dokumen|attached|enclosed)",
    r"(?:berikut|bersama ini)(?: \w+){0,3} (?:kami |saya )?(?:kirim(?:kan)?|sampaikan"
    r"|lampirkan)(?: \w+){0,4} (?:surat|jawaban|tanggapan|balasan|dokumen|klarifikasi|laporan|data"
    r"|file|berkas|penjelasan)",
)
ANSWER_NAME = table(
    r".{0,60}(?:jawaban|tanggapan|balasan|klarifikasi|penjelasan|surat|laporan hasil|tindak ?lanjut"
    r"|hasil|respon|ba[ _-]|berita acara|lhp|nota dinas|scan|img|doc|dokumen|lampiran|whatsapp)",
)

# ---- replies of reporters ----------------------------------------------------------------------------------
WITHDRAW = table(
    r"(?:men)?cabut(?: saja)?(?: kembali)? (?:\w+ ){0,2}?(?:laporan|pengaduan|aduan|keluhan|berkas)"
    r"|(?:laporan|pengaduan|aduan|keluhan)(?:nya)?(?: \w+){0,4}? (?:saya |kami |ingin |mau |akan "
    r"|tolong |mohon |dapat |agar ){0,5}(?:di)?(?:cabut|tarik|batal(?:kan)?|hentikan|dihentikan)",
    r"(?:menarik|tarik|membatalkan|batalkan|batal|menghentikan"
    r"|hentikan) (?:kembali )?(?:\w+ )?(?:laporan|pengaduan|aduan|keluhan)|tidak (?:perlu |usah "
    r"|jadi |ingin |mau |akan )?(?:dilanjutkan|melanjutkan|lanjut|diteruskan|diproses|melapor|lapor)"
    r"|pencabutan (?:laporan|pengaduan)|(?:selesai|damai"
    r"|berdamai) (?:\w+ ){0,2}?(?:secara )?kekeluargaan",
    r"withdraw (?:my|the|our|this) (?:complaint|report)|cancel (?:my|the) (?:complaint|report)",
)
NOT_WITHDRAWN = table(
    r"(?:tidak (?:akan|ingin|mau|pernah|bersedia)|jangan|bukan|belum|menolak|dipaksa untuk"
    r"|tanpa) (?:\w+ ){0,2}?(?:men)?(?:cabut|tarik|batalkan|dicabut|ditarik|hentikan)",
)
UNSATISFIED = table(
    r"(?:tidak|belum|kurang|sangat tidak|kecewa|kurang) (?:merasa )?(?:puas|terima|menerima|setuju"
    r"|sependapat|adil|sesuai)|(?:belum|tidak) (?:dapat )?(?:terima|menerima|menyetujui|setuju)"
    r"|keberatan|menolak|tolak|kecewa",
    r"tidak (?:sesuai|benar|betul|sama)(?: \w+){0,2}|bohong|dusta|omong kosong|rekayasa|(?:jangan"
    r"|mohon jangan|tolong jangan|belum boleh) (?:\w+ ){0,2}?(?:di)?tutup|(?:padahal|kenyataannya"
    r"|faktanya|nyatanya|ternyata)(?: \w+){0,8} (?:belum|tidak|masih|baru)|(?:masih|tetap"
    r"|sampai sekarang|hingga kini|sampai hari ini)(?: saja)?(?: \w+){0,4} (?:belum|tidak|mati|rusak"
    r"|macet|sama)|belum (?:juga |ada |pernah ){0,4}(?:selesai|beres|diperbaiki|jadi|diterima|menerima"
    r"|dibayar|dikembalikan|keluar|mengalir|perubahan|realisasi)",
    r"(?:not|un)[- ]?(?:satisfied|happy|acceptable|true|resolved)|disagree|do not accept"
    r"|don't accept|object to",
)
SATISFIED = table(
    r"(?:saya|kami|sudah|telah)? ?(?:menerima|terima|setuju|puas|cukup)(?:i)? (?:dengan |atas "
    r"|akan )?(?:penyelesaian|hasil|jawaban|tanggapan|penjelasan|keputusan|itu|ini)|(?:sangat "
    r"|cukup |sudah |merasa )?puas|tidak ada (?:tuntutan|keberatan|masalah)(?: lagi| sedang)?"
    r"|tidak ada (?:tuntutan|keberatan)",
    r"(?:sudah|telah)(?: \w+){0,4}? (?:selesai|beres|diperbaiki|diganti|jadi|terbit|keluar|di tangan"
    r"|cair|dibayar|dikembalikan|normal|lancar|menyala|nyala|mengalir|diterima|diambil|dapat|aktif"
    r"|tuntas|bagus|diselesaikan|ditangani|diserahkan|dicetak|ada di|saya terima|kami terima)"
    r"|(?:alhamdulillah|puji tuhan|syukur|astungkara|tuhan (?:balas|berkati|memberkati))",
    r"terima kasih (?:banyak |sekali |atas )?(?:bantuan|sudah|telah|ombudsman|semua|kepada|bapak"
    r"|atas)|(?:boleh|silakan|dapat|mohon) (?:\w+ )?(?:di)?tutup|(?:problem|issue|case) (?:is "
    r"|has been )?(?:solved|resolved)|(?:satisfied|happy) with",
)
STATUS = table(
    r"sampai (?:di )?mana|sejauh mana|bagaimana (?:\w+ ){0,3}?(?:perkembangan|kelanjutan"
    r"|tindak lanjut|nasib|progres|proses|status|kabar|laporan|pengaduan|hasil)|(?:perkembangan"
    r"|kelanjutan|progres|progress|status|kabar|update"
    r"|tindak lanjut)(?:nya)? (?:\w+ ){0,3}?(?:laporan|pengaduan|aduan|kasus|perkara|dari|atas"
    r"|mengenai)(?: (?:saya|kami|klien|nomor))?",
    r"(?:mohon|minta|tanya|ingin tahu|menanyakan|bertanya|tolong) (?:\w+ ){0,3}?(?:perkembangan"
    r"|kelanjutan|progres|progress|status|kabar|update|tindak lanjut|informasi perkembangan)"
    r"|(?:kapan|berapa lama)(?: kira-kira)? [^.?!]{0,80}(?:selesai|jawaban|ditindak|diproses"
    r"|ada kabar|hasil|tanggapan)|apakah (?:\w+ ){0,4}?(?:sudah|telah|belum) (?:ada |di|men)\w*"
    r"|(?:kok|kenapa|mengapa) (?:\w+ ){0,4}?(?:belum|lama|tidak ada)|(?:belum|tidak) ada (?:kabar"
    r"|jawaban|balasan|tanggapan|informasi|perkembangan) (?:dari )?(?:ombudsman|bapak|ibu)"
    r"|sudah (?:ada )?(?:kabar|perkembangan|jawaban|tanggapan)(?:nya)?(?: belum| apa belum"
    r"| atau belum| \?|\?)",
    r"(?:what is|any) (?:the )?(?:status|progress|update|news)|status of my",
)
EVIDENCE = table(
    r"(?:tambahan|menambah(?:kan)?|susulan|menyusul(?:kan)?|melampirkan|lampirkan|kirim(?:kan)?"
    r"|berikut|terlampir|ini) (?:\w+ ){0,4}?(?:bukti|foto(?!(?:nya)? ktp| kk)|video|rekaman|kuitansi"
    r"|kwitansi|struk"
    r"|mutasi|tangkapan layar|screenshot|dokumen pendukung|surat tanda|chat)"
    r"|bukti(?:-bukti)? (?:\w+ )?(?:tambahan|baru|lain|pendukung|terlampir|transfer|pembayaran)"
    r"|(?:ditambahkan|masukkan|tambahkan) (?:ke|dalam|pada) (?:berkas|laporan|bukti)|(?:additional"
    r"|new|more|further) (?:evidence|proof|photo|document)",
)
SUPPLY = table(
    r"(?:nama(?: lengkap)?|nik|no\.? ?ktp|nomor (?:ktp|induk|hp|telepon)|alamat|no\.? ?(?:hp|wa"
    r"|telepon)|pekerjaan|tempat ?/? ?tanggal lahir|instansi|terlapor)\s*[:=]|\b(?:nik"
    r"|ktp) ?(?:saya)?[ :]{0,3}\d{6,}",
    r"(?:melengkapi|lengkapi|kelengkapan|pelengkap|melengkapkan) (?:\w+ ){0,3}?(?:laporan|berkas"
    r"|data|dokumen|persyaratan)|(?:ini|berikut|terlampir|lampirkan|kirim(?:kan)?"
    r"|kirim) (?:\w+ ){0,5}?(?:data|datanya|ktp|foto ktp|identitas|kk|kartu keluarga|surat kuasa"
    r"|paspor|alamat|nama|kronologi|suket|kelengkapan|persyaratan)",
    r"(?:nama saya|saya) (?:adalah )?[a-z'. ]{3,60}, ?(?:jl|jalan|alamat|tinggal|warga|rt|desa"
    r"|kelurahan|banjar|umur|\d)|(?:saya )?(?:tinggal|beralamat|domisili) di|kejadian(?:nya)? (?:di"
    r"|pada|hari|tanggal)|betul (?:kantor|instansi|yang|itu|di)|yang saya maksud|here (?:is"
    r"|are) (?:my|the) (?:data|id|details|name)",
)

# ---- letters of institutions -------------------------------------------------------------------------------
HANDOVER = table(
    r"(?:me)?limpah(?:kan|an)|pelimpahan|(?:kami|bersama ini|dengan ini)(?: \w+){0,3} (?:limpahkan"
    r"|teruskan|serahkan)(?: \w+){0,3} (?:laporan|pengaduan|aduan)|(?:penerusan|penyerahan"
    r"|pengalihan) (?:\w+ )?(?:laporan|pengaduan|aduan)|(?:menerima|meneruskan) (?:pengaduan|laporan"
    r"|aduan)(?: \w+){0,30} (?:kewenangan ombudsman|menjadi kewenangan)|menjadi kewenangan ombudsman",
)
REGISTRY = table(
    r"(?:sk|surat keputusan|keputusan|penunjukan|penetapan|perubahan|pergantian|penggantian"
    r"|pembaruan|pemutakhiran|daftar|data|usulan|nama)(?: \w+){0,10}? (?:pejabat penghubung"
    r"|focal point|narahubung|admin penghubung|contact person|person in charge)"
    r"|(?:pejabat penghubung|focal point|narahubung)(?: \w+){0,8}? (?:diganti|digantikan|baru"
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
    r"undangan|mengundang|diundang|(?:mengharapkan|mohon|memohon) (?:\w+ )?kehadiran|(?:rapat"
    r"|workshop|lokakarya|seminar|sosialisasi|forum|rakor|fgd"
    r"|pertemuan)(?: \w+){0,12} (?:yang akan )?(?:dilaksanakan|diselenggarakan|diadakan) (?:pada"
    r"|hari)|menjadi narasumber|sebagai narasumber",
)
AUDIENCE = table(
    r"audiensi|beraudiensi|audensi|(?:permohonan|mohon|memohon|bermaksud"
    r"|ingin)(?: \w+){0,4} (?:bertemu|bersilaturahmi|berkunjung|kunjungan|silaturahmi|magang"
    r"|penelitian|wawancara|studi banding|kerja sama|kerjasama|narasumber)"
)
DATA_REQUEST = table(
    r"(?:permintaan|permohonan|mohon|meminta|minta|memohon)(?: [\w/]+){0,6}? (?:data"
    r"|rekap(?:itulasi)?|salinan|dokumen|daftar|statistik|informasi mengenai|nama lengkap"
    r"|laporan masyarakat (?:terkait|dengan))(?! pejabat)|(?:dikirim(?:kan)?|diberikan"
    r"|disampaikan) (?:\w+ )?(?:rekap(?:itulasi)?|data|salinan|daftar)",
)
INFORMATION = table(
    r"(?:untuk|sebagai|menjadi|mohon menjadi) (?:bahan|maklum|perhatian|periksa|informasi"
    r"|pengetahuan)|(?:disampaikan|kami sampaikan|menyampaikan|penyampaian"
    r"|penerusan)(?: \w+){0,6} (?:rekap|aspirasi|informasi|laporan (?:kegiatan|tahunan|bulanan"
    r"|triwulan|hasil)|pemberitahuan|surat edaran|siaran pers|hasil)|pemberitahuan|surat edaran"
    r"|siaran pers|press release|tembusan|ucapan (?:selamat|terima kasih)"
    r"|terima kasih atas (?:kunjungan|kehadiran|kerja ?sama)",
)
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
