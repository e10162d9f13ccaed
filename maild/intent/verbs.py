"""Words that say how far a thing has come (domain.md 5.1), as roots: Indonesian adds di-, me-, -kan, -i.

An act settles something for the reporter (diperbaiki, diterbitkan, dikembalikan, ditolak); a step only leads
there (diterima, dicek, dikoordinasikan). Looking into it and passing it on is not doing it.
"""

from __future__ import annotations

import re
from typing import Literal

Sort = Literal["act", "end", "step", "deed", "light"]

# marker -> words. 'hope' holds to the end of its clause, the aspects until the next aspect.
_MARKS = {
    "done": "sudah telah sampun su berhasil usai has have had was were been already got uwis wis empun mpun",
    "not": "belum tidak bukan bukanlah tanpa jangan batal gagal hampir nyaris not never no almost nearly"
    " cannot can't don't didn't"
    " hasn't"
    " haven't isn't durung konden dereng mboten nenten ten ora isn't won't",
    "will": "akan segera bakal nanti nantinya hendak mau ingin will shall bade jagi pacang lakar arep"
    " sedianya",
    "aim": "untuk guna agar supaya mohon tolong harap diharap kiranya to must harus wajib perlu silakan"
    " silahkan"
    " please should",
    "going": "sedang tengah still being ongoing",
    "wait": "masih menunggu tunggu nunggu antre antri nu kantun pending ngantosang ngenteni waiting",
    "stage": "tahap proses progress progres",
    "hope": "target ditargetkan targetnya semoga moga-moga moga mudah-mudahan mudahan insya insyaallah"
    " insyallah"
    " diharapkan berharap harapan rencana rencananya direncanakan berencana merencanakan dijadwalkan"
    " jadwalkan"
    " jadwal terjadwal menjadwalkan diupayakan upayakan upaya berupaya usahakan mengusahakan diusahakan"
    " berusaha"
    " estimasi perkiraan diperkirakan kira-kira komitmen berkomitmen janji berjanji menjanjikan besok"
    " lusa benjang"
    " mani depan mendatang sebelum selambat-lambatnya hope hopefully expect expected plan planned scheduled"
    " promise tomorrow next soon usulan diusulkan mengusulkan dianggarkan menganggarkan diperjuangkan"
    " tinggal mungkin kemungkinan barangkali coba mencoba dicoba tries trying tried sanggup menyanggupi"
    " disanggupi kesanggupan bersedia"
    " sepakat"
    " menyepakati disepakati kesepakatan agreed agrees willing",
    "can": "dapat bisa mampu can could may might",
    "that": "bahwa bahwasanya",
    "break": ". ; : ! ? ( ) tapi tetapi namun sedangkan padahal hanya cuma melainkan meskipun walaupun"
    " meski"
    " karena sebab sehingga lalu kemudian maka but however because although while nanging sakewala so",
    "comma": ", dan serta and lan",
    "relative": "yang who which that saking",
}
MARKERS = {word: marker for marker, words in _MARKS.items() for word in words.split()}
RECIPIENTS = frozenset(
    (
        "pelapor", "pemohon", "nasabah", "peserta", "pelanggan", "keluarga", "warga", "siswa", "yang",
        "penerima", "pasien", "orang", "ahli", "ibu", "bapak", "guru", "anak", "mahasiswa",
    )
)  # fmt: skip
WITHIN = frozenset(
    ("dalam", "masuk", "memasuki", "tahap", "masih", "sedang", "on", "in", "tengah")
)  # 'dalam proses', but not 'kami proses'

# Endings: the matter itself is over. Also without sudah they say so ('air normal kembali').
_ENDS = (
    "selesai elesai tuntas rampung beres kelar pulih ulih normal lunas teratasi tertangani clear solved"
    " resolved"
    " completed finished done fixed restored puput wusan"
)
_ACTS = (
    "perbaik ganti pasang asang aspal tambal angkut evakuasi erbit terbit cetak serah yerah serahterima"
    " kembali"
    " embali bayar cair transfer alur salur ambil aktif aktivasi buka bebas hapus koreksi oreksi batal"
    " cabut hukum"
    " tegur egur sanksi bina pecat henti tolak olak kabul layani lengkapi nyala yala hidup"
    " alir galir"
    " fungsi pulih sambung yambung antar titip beri tanda-tangan tandatangan reversal refund hitung tutup"
    " utup"
    " nonaktif mutasi copot bersih timbun semen pugar renovasi bangun normalisasi lunasi ralat ubah"
    " sesuaikan"
    " turunkan cicil relokasi tertib bongkar segel kantongi jatuh jatuhi jadi keluar terima-kan"
    " muncul"
    " repair replace issue pay paid return refund restore correct reimburse deliver hand handed install"
    " reject refuse dismiss sanction transferr discipline betulkan betul obati rujuk tanggung rawat"
    " operasi masuk"
    " luncur-kan realisasi"
    " realisasikan"
    " eksekusi cor keruk hibah salurkan tera putus muat ulangi"
    " kompensasi"
)
_STEPS = (
    "terima erima baca catat agenda agendakan disposisi terus erus lanjut tindaklanjut cek kroscek"
    " periksa eriksa"
    " telusur elusur cari koordinasi oordinasi rapat bahas lapor proses usul aju anggar survei survey"
    " tinjau injau"
    " hubung telepon telpon kontak konfirmasi onfirmasi klarifikasi larifikasi siap yiap kirim irim"
    " sampai yampai"
    " turun pelajar panggil verifikasi kunjung kumpul umpul minta tanya pantau antau monitor identifikasi"
    " inventaris kaji telaah teliti eliti ukur uji gelar selidik yelidik dalam himpun sosialisasi surat"
    " yurat"
    " mediasi investigasi cocok analisa analisis check verify review inspect forward receive contact"
    " approve start begin begun instruct order"
    " visit discuss"
    " investigate lihat dengar komunikasi tugas instruksi perintah arah jadwal susun yusun input data"
    " tanggap"
    " pesan bantu luncur berangkat tuju tunjuk tetap sidik hadir libat mulai bentuk eskalasi oper"
    " konsultasi validasi observasi assessment asesmen audit pertemu temu"
    " musyawarah undang tanda"
)
_LIGHT = (
    "dilakukan melakukan dilaksanakan melaksanakan laksanakan lakukan diadakan mengadakan adakan "
    " memberikan mendapat mendapatkan dijalankan diambil-langkah carried"
)

_PREFIX = r"(?:di|ter|ber|be|me(?:m|n|ng|ny)?|memper|diper|mem|ke|ka|n|ng)?"
_SUFFIX = r"(?:kan|aken|ake|in|i|ang|an|nya|ne|lah|ed|d|s)*"


_NASAL = {"p": "m", "t": "n", "s": "ny", "k": "ng"}  # panggil -> memanggil, surat -> menyurati


def _longest(roots: set[str]) -> str:
    return "|".join(sorted(roots, key=len, reverse=True))


def _verb(words: str) -> re.Pattern[str]:
    roots = {*words.split()}
    nasal = {_NASAL[root[0]] + root[1:] for root in roots if root[0] in _NASAL}
    return re.compile(rf"(?:{_PREFIX}(?:{_longest(roots)})|me(?:{_longest(nasal)})){_SUFFIX}")


def _noun(words: str) -> re.Pattern[str]:
    roots = _longest({*words.split()})
    return re.compile(rf"(?:pe(?:m|n|ng|ny|r|l)?|per)?(?:{roots})(?:an|i|si|ian|nya|an-nya)*")


_TABLES: tuple[tuple[Sort, re.Pattern[str], re.Pattern[str]], ...] = (
    ("end", _verb(_ENDS), _noun(_ENDS)),
    ("act", _verb(_ACTS), _noun(_ACTS)),
    ("step", _verb(_STEPS), _noun(_STEPS)),
)
_LIGHTS = frozenset(_LIGHT.split())
_NOMINAL = re.compile(
    r"(?:pe|per)\w{3,}an(?:nya)?|(?:koordin|medi|evaku|normalis|reaktiv|aktiv|relok|renov|kompens|realis"
    r"|klarifik"
    r"|verifik|konfirm|investig|observ|sosialis|identifik)\w*si|rapat|survei|survey|koreksi|reversal"
    r"|refund|eksekusi"
)
_VERBAL = re.compile(r"(?:di|ter|me[mn])\w{3,}")
# Look like verbs of the tables, but are none.
_NO_VERBS = (
    "dalam dinas diri dia disini dimana disana dimaksud tersebut terkait terhadap terlapor termasuk"
    " terlampir terakhir"
    " terdekat terbaik tertulis terdapat teman tempat tentang dengan dari daripada menjadi kejadian jadinya"
    " kedalam kearah kecuali kepala kepada kembalian keluarga keluarganya masuknya terima data datanya"
    " tanda ditanda"
    " tugas petugas petugasnya surat suratnya surati-nya pelajaran pelajar siapa siapapun arah searah"
    " bersama"
    " bangunan putusan bantuan bantuannya tunjukkan hand return issue jatuh tetap tetapnya hadir kontak"
    " undang-undang"
    " data-data bayaran laporan laporannya laporanmu pelapor pelapornya terimakasih sampai sampaikan"
    " jadwalnya masuk"
    " dibawah diatas termin keputusan betul betulnya pesan pesannya tanggung tanggungan tanggungannya rujukan"
    " ditanggung-jawab didalam dibanding dikarenakan disebabkan diketahui dinyatakan disampaikan dilaporkan"
    " mengenai"
    " menurut mengingat menindaklanjuti menanggapi memperhatikan menunjuk merupakan memang memiliki"
    " menyusul"
    " melalui meliputi mencakup menjelaskan memohon mengatakan terjadi tertanggal terhitung terutama"
    " terbuka terdiri"
    " terlambat tertunda suratne surate suratnyane semen ulangi berita bina masuk keluar cicil tera"
)
_NEITHER = frozenset(_NO_VERBS.split())
_ALSO: dict[str, Sort] = {
    "disampaikan": "step",
    "dilaporkan": "step",
    "jadi": "act",
    "cetak": "act",
    "dibagikan": "act",
}

# Who asks, proposes or orders has not done what is asked: it governs the verb that follows.
ASKING = re.compile(
    r"(?:di|me(?:m|n|ng|ny)?|ber)?(?:minta|usul|aju|anggar|jadwal|rencana|instruksi|perintah|arah|himbau"
    r"|imbau"
    r"|ingat|desak|surat|yurat|tugas|mohon|saran|yaran|wajib|janji)(?:kan|i)?"
)


def sort_of(word: str) -> tuple[Sort | None, bool]:
    """(sort, is a noun) of one word in lower case; (None, False) for all other words."""
    if word in _LIGHTS:
        return "light", False
    if word in _ALSO:
        return _ALSO[word], False
    if word in _NEITHER or len(word) < 3:
        return None, False
    nominal = bool(_NOMINAL.fullmatch(word))
    for sort, verb, noun in _TABLES:
        if nominal and noun.fullmatch(word):
            return sort, True
        if not nominal and verb.fullmatch(word):
            return sort, False
    if not nominal and _VERBAL.fullmatch(word):
        return "deed", False
    return None, False
