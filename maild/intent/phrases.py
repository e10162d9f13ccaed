"""Phrases that a look at one word after the other would misread, for sentences in `wording.plain` form.

'sudah masuk rekening' is paid, 'siap dikembalikan' is to come, 'jadi kami' begins a conclusion; and what
somebody else says ('menurut kontraktor'), or what is supposed ('kalau', 'sepertinya'), is no claim.
"""

from __future__ import annotations

import re

_ONE_WORD = re.compile(
    r"\b(?:yang bersangkutan|(?:me)?minta maaf|(?:di|mem)?beri(?:kan)? (?:arahan|instruksi|perintah"
    r"|disposisi|petunjuk"
    r"|tenggat|waktu|kesempatan|tugas|informasi|surat|rekomendasi|batas|perhatian|atensi|tahu"
    r"|penjelasan|nomor|jadwal|pengertian|pemahaman|edukasi|sosialisasi|kabar|janji|tanda|pengarahan)"
    r"|(?:bagian|biro|kuasa|dasar|badan|bantuan|proses|seksi|bidang|kepastian|aparat\w*|secara|upaya) hukum"
    r"|(?:antrean|antrian|jadwal|ruang|kamar|jam|biaya|izin) (?:operasi|cetak|bayar|ambil)"
    # English nouns that look like verbs: 'the repair has started'.
    r"|(?:the|this|that|any|our|your) (?:repair|refund|issue|return|payment|order|report|visit|check"
    r"|review))\b"
)
# 'mulai dikerjakan', 'pak, lagi dikerjakan': going on.
_BEGUN = re.compile(
    r"\bmulai (?=(?:di|me[mn]|ber)\w{3})|(?:^|(?<=, )|(?<=pak )|(?<=bu )|(?<=kami )|(?<=petugas )|(?<=masih )"
    r"|(?<=tim ))lagi (?=(?:di|me[mn])\w{3})"
)
# 'siap dikembalikan', 'turun memperbaiki': to come; what is ready to be fetched is there.
_READY = re.compile(
    r"\bsiap (?:untuk )?(?=(?:di|me)\w{3})(?!di(?:ambil|pakai|gunakan|jemput|huni))"
    r"|(?<=turun )(?=me\w{3})|(?<=dikerahkan )(?=me\w{3})|(?<=diturunkan )(?=me\w{3})|(?<=diterjunkan"
    r" )(?=me\w{3})"
)
# 'jadi kami tidak dapat ...': so, and nothing became ready.
_SO = re.compile(
    r"(?<!sudah )(?<!telah )(?<!belum )(?<!akan )(?<!segera )(?<!baru )\bjadi(?= (?:kami|kita|saya|kalau"
    r"|tidak"
    r"|belum|bukan|mohon|untuk|masih|akan|pelapor|yang|itu|ini|mereka|nanti|harus|perlu|silakan)\b)"
)
_RUNS = re.compile(
    r"\b(?:sudah|telah) jalan (?=(?:lagi|kembali|normal|lancar)\b(?! ke))"
)  # 'air sudah jalan lagi'
# 'pelapor sudah menerima KTP-nya': it is where it belongs. Words alone are no thing.
_HAS_IT = re.compile(
    r"(?<=\b(?:pelapor|pemohon|peserta|nasabah)) (?:sudah|telah) (?:men|n|t)erima(?! (?:penjelasan|surat"
    r"|informasi|undangan"
    r"|panggilan|pemberitahuan|sms|jawaban|kabar|arahan|tanda|bukti|nomor|tiket|resi)\b)"
)
_PAID_IN = re.compile(r"\bmasuk (?:ke |di )?(?:\w+ )?(?:rekening|rek)\b")  # 'sudah masuk rekening': paid
# Papers by which somebody is told to act: whoever issues one has written a letter, and not acted.
_ORDERED = re.compile(
    r"\b(?:di|ter|me\w{0,3})?(?:terbit|erbit|keluar|buat|layang|kirim)(?:kan)? (?:\w+ )?(?:surat|nota)"
    r" (?:perintah|tugas|edaran|instruksi|pengantar|permintaan|permohonan|undangan|panggilan|usulan)\b"
)
REPORTED = re.compile(
    r"\b(?:katanya|konon|menurut (?!catatan|data|sistem|hasil|kami)|mengaku|(?:petugas|tim|orang \w+"
    r"|mereka|dong|staf"
    r"|teknisi) (?:\w+ )?(?:bilang|kata|ngomong)|info(?:rmasi)?nya|(?:pelapor|pengadu|pemohon|warga"
    r"|masyarakat|beliau|dia) (?:\w+"
    r" ){0,2}?"
    r"(?:menyampaikan|menyatakan|mengadukan|mengeluhkan|melaporkan|menuduh|merasa|bilang|berpendapat)"
    # Somebody else says that it was done; a person weighs that.
    r"|(?:kepala (?!dinas|kantor|badan|bidang|bagian|seksi|upt)\w+|kepsek|lurah|camat|kades|perbekel"
    r"|bendahara|guru"
    r"|anggota|petugas|staf|oknum|bank|sekolah|komite|terlapor|operator|yang bersangkutan)(?: \w+){0,2}?"
    r" (?:menyatakan|mengaku|menjelaskan|melaporkan|menyampaikan|mengklaim|mengatakan|menerangkan"
    r"|menginformasikan)"
    r"(?=[^.]{0,60}\b(?:sudah|telah)\b)"
    # Whoever was to do the work says that it is done: nobody of the agency has seen it.
    r"|(?:kontraktor|vendor|penyedia|rekanan|pelaksana|pihak \w+|contractor|supplier)(?: \w+){0,2}?"
    r" (?:menyatakan|menyampaikan|mengatakan|menginformasikan|mengaku|mengklaim|bilang|says|said|claims)"
    r"(?=[^.]{0,80}\b(?:sudah|telah|selesai|been|has|is)\b)"
    r"|info(?:rmasi)? dari (?:kontraktor|vendor|penyedia|rekanan|pelaksana|pihak|lapangan))\b"
)
SUPPOSED = re.compile(
    r"(?<!maaf )\b(?:jika|kalau|apabila|bila|bilamana|seandainya|andai\w*|asal(?:kan)?|seumpama|umpama"
    r"|yening|menawi|lamun|if|unless|whether|apakah|bukan berarti|mana mungkin|seharusnya|semestinya|mestinya"
    r"|harusnya|sepatutnya|selayaknya|should have|setahu (?:saya|kami)"
    r"|seingat (?:saya|kami)|sepertinya|kayaknya|kelihatannya|nampaknya|tampaknya|rasanya"
    r"|probably|perhaps|apparently|i think|as far as"
    r"|(?<!sudah )(?<!telah )(?:kami|saya) (?:me)?(?:pastikan|mastikan)"
    r"|(?:akan|segera) (?:kami |di|saya )?(?:me)?(?:pastikan"
    r"|mastikan))\b(?! (?:diperlukan|perlu"
    r"|dibutuhkan|berkenan|boleh|tidak keberatan|begitu|demikian|ada (?:pertanyaan|hal)))"
)


def rewritten(sentence: str) -> str:
    """Phrases that a look at one word after the other would misread, as one word that says the same."""
    if "erima" in sentence:
        sentence = _HAS_IT.sub(" sudah diserahkan", sentence)
    if "jalan " in sentence:
        sentence = _RUNS.sub("sudah berfungsi ", sentence)
    if "masuk" in sentence:
        sentence = _PAID_IN.sub("ditransfer", sentence)
    if "mulai " in sentence or "lagi " in sentence:
        sentence = _BEGUN.sub("sedang ", sentence)
    if "siap " in sentence or "turun" in sentence or "dikerahkan" in sentence or "diterjunkan" in sentence:
        sentence = _READY.sub("akan ", sentence)
    if "jadi " in sentence:
        sentence = _SO.sub("maka", sentence)
    if "surat" in sentence or "nota" in sentence:
        sentence = _ORDERED.sub("menyurati", sentence)
    return _ONE_WORD.sub(_joined, sentence)


def _joined(found: re.Match[str]) -> str:
    """'yang bersangkutan' is no relative clause, and who says sorry, or gives orders, has not acted."""
    return found[0].replace(" ", "-").replace("yang-", "ybs-")
