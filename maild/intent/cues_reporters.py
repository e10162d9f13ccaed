"""Cue lists as data: what reporters answer (domain.md section 5.1), for one sentence in `wording.plain` form.

A `NO_` table says what takes a cue back within the same sentence.
"""

from __future__ import annotations

import re

from maild.intent.cues import table

UNSATISFIED = table(
    r"only (?:\w+ ){0,2}?(?:half|part|partial\w*|some of)|(?:sing|ten|nenten|tidak) (?:ada|wenten)"
    r" (?:ape|napi|apa-apa|perubahan)"
    r"|patuh cara|(?:hancur|jebol|retak|amblas|ambrol) lagi",
    r"(?:sudah|telah|memang)\b[^.]{0,80}? (?:tapi|tetapi|namun|cuma|hanya saja)\b",
    r"(?:masih|tetap|terus|malah) di(?:tagih|potong|pungut|kenakan|putus|denda)",
    r"(?:muter|putar|berputar|bertele|berbelit)[- ]",
    r"(?:cuma|hanya|baru) (?:\w+ )?(?:separuh|sebagian|setengah|separo|seperempat|satu\b|cicil\w*)",
    r"(?:mati|rusak|padam|macet|bocor|banjir|error|kambuh|hilang|berlubang) lagi|(?:lagi|kembali) (?:mati"
    r"|rusak|padam"
    r"|macet|bocor|error)|sekarang (?:\w+ )?(?:mati|rusak|padam|macet|bocor)",
    r"sempat (?:\w+ ){1,6}(?:tapi|tetapi|habis itu|setelah itu|lalu|kemudian|terus|sekarang)|(?:mati"
    r"|padam|macet|rusak"
    r"|bocor) (?:\w+ )lagi",
    r"kok (?:jawaban\w*|begitu|begini|dapat|tega|percaya|malah)|[a-z]+nya mana\b|mana (?:uang|janji|bukti"
    r"|hasil)",
    r"(?:berbeda|beda|bertolak belakang|tidak sama) (?:dengan|dari|sama) ",
    r"(?:tidak|belum|kurang|sangat tidak) (?:merasa |dapat |juga |akan |pernah )*(?:puas|terima\b"
    r"|menerima (?:hasil"
    r"|jawaban|penjelasan|keputusan|itu|ini|tanggapan)|menyetujui|setuju|sependapat|adil|sesuai|memuaskan"
    r"|menjawab"
    r"|jelas|masuk akal|menyelesaikan)|keberatan|menolak|tolak\b|kecewa|ngambang|mengecewakan|tidak pantas",
    r"tidak (?:sesuai|benar|betul|sama)(?: \w+){0,2}|bohong|dusta|omong kosong|rekayasa|mengada-ada"
    r"|alasan saja"
    r"|(?:jangan|mohon jangan|tolong jangan|belum boleh) (?:\w+ ){0,2}?(?:di)?tutup",
    r"(?:padahal|kenyataannya|kenyataan|faktanya|nyatanya|ternyata|buktinya|realitanya)\b",
    r"(?:masih|tetap|sampai sekarang|hingga kini|hingga sekarang|sampai hari ini|sampai saat ini|sampai"
    r" detik ini)"
    r"(?: saja)?,?(?: \w+){0,5} (?:belum|tidak|mati|rusak|macet|sama|begitu|padam|bocor|berlubang|kotor"
    r"|nol)",
    r"belum (?:juga |ada |pernah |saya |kami |di|me\w{0,3}|sepenuhnya ){0,4}(?:selesai|beres|perbaiki"
    r"|jadi|terima"
    r"|nerima|menerima|bayar|kembalikan|keluar|alir|mengalir|perubahan|realisasi|cair|terbit|ganti|nyala"
    r"|menyala"
    r"|normal|aktif|tindak\w*|tanggap\w*)",
    r"(?:mana|manakah|apa) (?:\w+ )?(?:bukti|hasil|janji)(?:nya)?\b|(?:hasilnya|cuma|hanya) (?:nol"
    r"|janji)\w*"
    r"|nol besar|sama saja|tidak ada (?:perubahan|bedanya|hasil|gunanya|perbaikan)|(?:makin|semakin|tambah)"
    r" (?:parah|rusak|dalam|buruk|lama|besar)|(?:cuci|lepas) tangan|janji (?:palsu|manis|terus|melulu"
    r"|doang)"
    r"|lempar (?:tanggung jawab|bola)|dipermainkan|dibohongi|percuma",
    r"tidak ada (?:solusi|tindak lanjut|tanggapan|itikad|niat|penyelesaian|respon\w*|yang datang)"
    r"|(?:hanya|cuma|cuman)"
    r" (?:mengulang|alasan|foto|basa-basi|formalitas|janji|dilempar)|(?:masih|tetap|terus|malah) (?:saja"
    r" )?di(?:pingpong"
    r"|persulit|tolak|abaikan|diamkan|biarkan|lempar|oper|minta)|(?:petugas|mereka|dinas|tidak ada"
    r" yang)(?:nya)?"
    r" (?:\w+ ){0,2}?tidak pernah|(?:tidak|sing|ten) (?:adil|becus|beres)|ten (?:trima|terima|puas|setuju)",
    r"(?:lie|lies|lied|lying|false|untrue|nobody|no one (?:ever )?)\b|never (?:\w+ )?(?:contacted|came"
    r"|received"
    r"|happened|visited|called)",
    r"(?:not|un|dis)[- ]?(?:satisfied|happy|acceptable|true|resolved|solved)|disagree|do not accept|don't"
    r" accept"
    r"|object to|nothing (?:has )?changed|still (?:not|no|broken|waiting)",
)
NO_UNSATISFIED = table(
    r"tidak (?:ada )?(?:keberatan|kecewa|menolak)|jangan kecewa|\bmasih (?:sempat|ingat)",
    r"(?:ternyata) (?:sudah|telah)\b",
)
STRONG = table(
    r"(?:tidak|belum|kurang)[^.]{0,20}(?:puas|terima|setuju)|keberatan|menolak|tolak|kecewa|bohong|dusta"
    r"|jangan (?:\w+ )?(?:di)?tutup|not (?:satisfied|happy)|tidak (?:benar|betul|sesuai)|percuma",
)
_SOLVED = (
    r"(?:selesai|beres|diperbaiki|diganti|jadi|terbit|keluar|di tangan|cair|dibayar|dikembalikan|normal"
    r"|lancar"
    r"|menyala|nyala|mengalir|jalan|diterima|diambil|aktif|tuntas|bagus|diselesaikan|ditangani|diserahkan"
    r"|dicetak"
    r"|ada di|saya terima|kami terima|dapat|hidup|masuk rekening|ditransfer|dilayani)"
)
SATISFIED = table(
    r"tidak (?:lagi )?mempermasalahkan|(?:dapat|sudah|cukup) (?:mengerti|memahami|memaklumi|paham|maklum)\b",
    r"(?:sudah|telah) (?:masuk|kembali|bersekolah|berobat|bekerja) (?:\w+ )?(?:lagi|kembali|sekolah"
    r"|seperti biasa)",
    r"i (?:finally )?(?:got|have) (?:my|the) \w+ (?:back|now|yesterday|today)",
    r"(?:sudah|telah|akhirnya) (?:boleh|dapat) \w+|(?:syukur|alhamdulillah|puji tuhan|astungkara|mantul"
    r"|mantap|hore)\b"
    r"(?! (?:kalau|jika|bila|apabila))|(?:kelar|beres|tuntas|selesai) (?:\w+ ){0,3}?(?:terima kasih"
    r"|thank)|kami anggap"
    r" selesai|saya anggap selesai|sudah (?:di)?betulkan",
    rf"akhirnya (?:\w+ ){{0,4}}?{_SOLVED}",
    r"(?:i (?:have )?(?:received|got)|(?:has|have) been (?:fixed|solved|returned|refunded|repaired))",
    r"(?:saya|kami|sudah|telah) (?:dapat )?(?:menerima|terima|setuju|menyetujui|puas|cukup)(?:i)?"
    r" (?:dengan |atas"
    r" |akan )?(?:penyelesaian|hasil|jawaban|tanggapan|penjelasan|keputusan|itu|ini)|(?:sangat |cukup "
    r"|sudah"
    r" |merasa )puas|tidak ada (?:tuntutan|keberatan|masalah)(?: lagi| sedang)?",
    rf"(?:sudah|telah)(?: \w+){{0,4}}? {_SOLVED}",
    r"dapat (?:saya|kami) terima(?! di)|(?:becik|sae|luung) pisan",
    r"(?:boleh|silakan|dapat|mohon|bisa) (?:\w+ ){0,2}?(?:di)?tutup|(?:problem|issue|case|matter) (?:is "
    r"|has been )?"
    r"(?:now )?(?:solved|resolved|closed)|(?:satisfied|happy) with|(?:alhamdulillah|puji tuhan"
    r"|astungkara)\b.{0,80}"
    r"(?:beres|selesai|lancar|jadi)",
)
NO_SATISFIED = table(
    r"(?:tidak(?! (?:ada |lagi |ada lagi )?(?:keberatan|masalah|tuntutan|mempermasalahkan))|belum|bukan"
    r"|kurang|jangan"
    r"|katanya|kata|jika|kalau|apabila|bila|apakah|semoga|mudah-mudahan"
    r"|moga"
    r"|seandainya|andai\w*|agar|supaya|akan|not|un|if|hope)\b",
    r"(?:sudah|telah) (?:\w+ )?(?:\d+|se|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|berapa"
    r"|lama"
    r"|ber)\w* ?(?:hari|minggu|bulan|tahun|kali)",
)
_MATTER = r"(?:laporan|pengaduan|aduan|kasus|perkara|masalah|urusan)"
STATUS = table(
    rf"(?:posisi|nasib|kelanjutan|perkembangan|progres\w*|status) (?:\w+ ){{0,2}}?{_MATTER}",
    r"(?:whether|has|have|did) (?:the |they |you |anyone )?(?:\w+ )?(?:repl(?:ied|y)|answer(?:ed)?"
    r"|respond(?:ed)?)\b",
    r"ada (?:update|kabar|perkembangan|progres\w*|hasil|jawaban)(?:nya)?(?: \w+){0,3} ?\?|sapunapi"
    r"|pamargi\w*",
    r"follow ?-?up|menindaklanjuti (?:laporan|pengaduan|aduan) (?:saya|kami)|(?:what|how|when"
    r"|where)[^?]{0,60} my (?:case"
    r"|complaint|report)|masih lama\b",
    r"sampai (?:di )?mana|sejauh mana|bagaimana (?:\w+ ){0,3}?(?:perkembangan|kelanjutan|tindak lanjut"
    r"|nasib"
    r"|progres\w*|proses|status|kabar|laporan|pengaduan|hasil|aduan)|(?:perkembangan|kelanjutan|progres"
    r"|progress"
    r"|status|kabar|update|tindak lanjut)(?:nya)? (?:\w+ ){0,3}?(?:laporan|pengaduan|aduan|kasus|perkara"
    r"|dari|atas"
    r"|mengenai)(?: (?:saya|kami|klien|nomor))?",
    r"(?:mohon|minta|tanya|ingin tahu|menanyakan|bertanya|tolong|cek) (?:\w+ ){0,3}?(?:perkembangan"
    r"|kelanjutan"
    r"|progres\w*|status|kabar|update|tindak lanjut|informasi(?:nya)? (?:perkembangan|laporan|mengenai"
    r"|terkait))",
    rf"{_MATTER}(?:nya)? (?:\w+ ){{0,4}}?(?:bagaimana|sudah (?:sampai|diproses|ditangani|ditindak\w*"
    rf"|masuk))\b",
    r"(?:kapan|berapa lama|masih lama)(?: kira-kira)? [^.?!]{0,80}(?:selesai|jawaban|ditindak|diproses"
    r"|ada kabar"
    r"|hasil|tanggapan|keputusan|kabar|\?)|apakah (?:\w+ ){0,4}?(?:sudah|telah|belum) (?:ada |di|men)\w*",
    r"(?:kok|kenapa|mengapa) (?:\w+ ){0,4}?(?:belum|lama|tidak ada|sepi)|(?:belum|tidak) ada (?:kabar"
    r"|jawaban"
    r"|balasan|tanggapan|informasi|perkembangan)(?: (?:dari )?(?:ombudsman|bapak|ibu|kantor)|(?: ya| pak|"
    r" bu| min)*"
    r"\s*[.?!]?\s*$)",
    r"sudah (?:ada |di\w+ )?(?:kabar|perkembangan|jawaban|tanggapan|hasil|proses\w*)?(?:nya)?(?: belum\b|"
    r" apa belum"
    r"| atau belum| \?|\?)|(?:kados pundi|pripun|kenken|punapi gatra|kengken|kepiye|kumaha|karmana|macam"
    r" mana)\b",
    rf"(?:mau|ingin|ijin|izin|hendak|numpang)? ?(?:tanya|bertanya|menanyakan) (?:\w+ ){{0,4}}?{_MATTER}",
    rf"{_MATTER}(?:nya)? (?:saya |kami )?(?:itu )?(?:masih|sudah|telah|lagi|sedang|jadi) (?:\w+"
    rf" )?(?:di(?:proses|tutup|tangani|baca|terima"
    r"|kirim|teruskan|tindak\w*)|jalan|lanjut|masuk|selesai|berhenti|mandek)[^.!]{0,60}\?",
    r"(?:punapi|napi|sapunapi) (?:indik|gatra|kabar)|^\W*(?:mohon |minta |tolong )?update(?:nya"
    r"|kan)?(?: \w+){0,2}\W*$",
    r"(?:what is|any|is there) (?:the |any )?(?:status|progress|update|news)|status of my|how is my"
    r" (?:complaint"
    r"|report|case)",
)
NO_STATUS = table(
    r"(?:sudah|pernah|terus) (?:saya |kami )?(?:tanya(?:kan)?|bertanya|menanyakan) (?:\w+ ){0,3}?(?:ke"
    r"|kepada|di|sama)"
    r" (?:\w+ )?(?:loket|dinas|kantor|petugas|rt|kelurahan|desa|sekolah|pln|pdam)",
)
_ITEMS = (
    r"(?:foto(?!(?:copy|kopi|nya)? ?\(?(?:ktp|kk))|foto-foto|video|rekaman|kuitansi|kwitansi|struk|mutasi"
    r"|tangkapan layar"
    r"|screenshot|screen shot|dokumen pendukung|surat tanda|chat|bukti|nota|slip|hasil (?:lab|rontgen"
    r"|visum|tes)\w*"
    r"|surat keterangan|visum)"
)
EVIDENCE = table(
    r"(?:find|see) (?:attached|enclosed)|(?:attached|enclosed) (?:is|are|please|you)",
    rf"tambahkan(?: \w+){{0,3}}? {_ITEMS}",
    rf"{_ITEMS}(?:nya)?(?: \w+){{0,6}} (?:saya |kami )?kirim\b",
    rf"{_ITEMS}(?:nya)?(?: \w+){{0,6}} (?:saya |kami )?(?:lampirkan|terlampir|sertakan|kirimkan"
    rf"|dilampirkan)",
    r"(?:tambahan|menambah(?:kan)?|susulan|menyusul(?:kan)?|melampirkan|lampirkan|kirim(?:kan)?|berikut"
    r"|terlampir"
    rf"|ini|sertakan|attached|dilampirkan)(?: \w+){{0,4}}? {_ITEMS}",
    r"bukti(?:-bukti)? (?:\w+ )?(?:tambahan|baru|lain|pendukung|terlampir|transfer|pembayaran|lampir\w*"
    r"|saya lampir)"
    r"|(?:ditambahkan|masukkan|tambahkan) (?:ke|dalam|pada) (?:berkas|laporan|bukti)|(?:additional|new"
    r"|more|further)"
    r" (?:evidence|proof|photo|document)|(?:attached|here) (?:are|is)(?: \w+){0,3} (?:photo|picture"
    r"|evidence|proof"
    r"|receipt|screenshot)",
)
NO_EVIDENCE = table(
    r"(?:foto|fotokopi|scan|bukti) (?:identitas|diri|ktp|kk|paspor)|mana (?:\w+ )?bukti|tidak ada bukti"
    r"|tanpa bukti"
)
FORM = table(
    r"nomor (?:pelanggan|rekening|kartu|peserta|registrasi|antrean|meter|polisi|berkas)(?:nya)? (?:\w+"
    r" ){0,2}?\d",
    r"(?:nama(?: lengkap)?|nik|no\.? ?ktp|nomor (?:ktp|induk|hp|telepon)|alamat|no\.? ?(?:hp|wa|telepon)"
    r"|pekerjaan"
    r"|tempat ?/? ?tanggal lahir|instansi|terlapor)\s*[:=]|\b(?:nik|ktp|paspor) ?(?:saya |nomor |no\.? ?"
    r"|nya |: ?){0,3}\d{6,}",
)
"""Lines of a form: data, whatever else the mail brings."""
SUPPLY = table(
    FORM.pattern,
    r"(?:nama(?: lengkap)?|alamat(?: lengkap| rumah)?|nik|nomor hp|no hp|nomor wa|nomor telepon|pekerjaan"
    r"|instansi"
    r"|kantor|nomor ktp|no ktp)(?:nya)? (?:saya |kami |yang saya laporkan )(?:\w+ )?(?:adalah |ialah |itu"
    r" |di )?"
    r"(?:[a-z]\w*|\d)",
    r"(?:melengkapi|lengkapi|kelengkapan|pelengkap|melengkapkan|dilengkapi) ?:?(?: \w+){0,3}? ?:?"
    r" ?(?:laporan|berkas"
    r"|data|dokumen|persyaratan|foto|ktp|surat|identitas)|(?:ini|berikut|terlampir|lampirkan"
    r"|kirim(?:kan)?|kirim"
    r"|sertakan)(?: \w+){0,5}? (?:data|datanya|ktp|foto ktp|identitas|kk|kartu keluarga|surat kuasa"
    r"|paspor|alamat"
    r"|nama|kronologi|suket|kelengkapan|persyaratan|nik|nomor hp|no hp|nomor wa|fotokopi)",
    r"menjawab (?:pertanyaan|permintaan) (?:bapak|ibu|bapak/ibu|ombudsman|saudara|dari)",
    r"(?<!bukan )yang saya maksud\b|(?:ini|berikut)(?: \w+)? (?:nomor|no)\b|(?:sudah|pernah|sudah pernah)"
    r" (?:saya|kami)"
    r" (?:sampaikan|adukan|laporkan|tanyakan|datangi|hubungi|komplain)|tempat kejadian|nama terlapor",
    r"(?:ktp|identitas|kk|surat kuasa|paspor|data|persyaratan)(?:nya)?,? (?:\w+,? ){0,8}?(?:terlampir|saya"
    r" lampirkan"
    r"|dilampirkan|saya kirim)",
    r"(?:nama saya|saya) (?:adalah )?[a-z'. ]{3,60}, ?(?:jl|jalan|alamat|tinggal|warga|rt|desa|kelurahan"
    r"|banjar"
    r"|umur|\d)|(?:saya )?(?:tinggal|beralamat|domisili) di|kejadian(?:nya)? (?:di|pada|hari|tanggal)"
    r"|betul (?:kantor|instansi|yang|itu|di)|yang saya (?:maksud|laporkan|adukan) (?:itu|adalah|ialah|di"
    r"|kantor"
    r"|dinas)",
    r"(?:saya|kami) (?:sudah|pernah|sudah pernah|telah) (?:\w+ ){0,2}?(?:mengadu|melapor|lapor|bersurat"
    r"|tanya"
    r"|komplain|datang|menyampaikan|menghubungi|konfirmasi|bertanya)(?: \w+){0,3} (?:ke|kepada|di|sama)\b",
    r"(?:here (?:is|are) (?:my|the) (?:data|id|details|name)|my (?:full )?(?:name|address|passport"
    r"|phone)(?: number)?"
    r" is)",
)
OWN_CASE = table(
    rf"{_MATTER} (?:saya|kami|yang saya (?:kirim|buat|sampaikan|ajukan))", r"my (?:complaint|report)"
)
ADVERSE = re.compile(
    r"\w{0,5}(?:henti|tolak|nolak|tutup|nutup|cabut|batal|hukum|mutasi|putus|segel|bongkar|tertib|copot"
    r"|pecat|ubah"
    r"|sita|blokir)\w*"
)
"""Done, but hardly what he hoped for."""
THANKS_ONLY = re.compile(r"^\W{0,4}(?:(?:baik|ya|ok|oke|siap)\W{1,4})?(?:\w+ ){0,4}?terima kasih\b.{0,120}$")
