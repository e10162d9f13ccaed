"""Cue lists as data: a reporter withdraws, and all that only sounds so, for one sentence of `wording.plain`.

A `NO_` table says what takes a cue back within the same sentence.
"""

from __future__ import annotations

import re

from maild.intent.cues import table

_CASE = r"(?:laporan|lapor|pengaduan|aduan|keluhan|berkas|kasus|perkara|gugatan)(?:nya)?"
_WISH = r"(?:mohon|tolong|minta|agar|supaya|ingin|mau|harap|silakan|biar|sebaiknya)"
WITHDRAW = table(
    r"(?:pencabutan|penarikan|pembatalan) (?:\w+ ){0,2}?(?:laporan|pengaduan|aduan)",
    r"(?:sepakat|setuju|putuskan|memutuskan|minta|mohon|ingin|mau|agar|supaya|biar) (?:\w+"
    r" ){0,3}?" + _CASE + r"(?: \w+){0,4} tidak"
    r" (?:perlu |usah |lagi )*(?:di)?(?:lanjut|terus|proses)(?:kan|in)?\b",
    r"(?:men)?(?:cabut(?:in)?|narik|tarik)(?: saja| sa| kembali| balik| ulang){0,3} (?:\w+ ){0,3}?" + _CASE,
    rf"{_CASE}(?: \w+){{0,6}}? (?:cabut|tarik|batal|hentikan)(?:kan|in)?\b",
    # Without a wish, 'dihentikan' is what somebody else did: 'laporan saya di polsek dihentikan penyidik'.
    rf"{_CASE}(?: \w+){{0,4}}? {_WISH}(?: \w+){{0,3}}? di(?:cabut|tarik|batalkan|hentikan)",
    rf"{_WISH}(?: \w+){{0,3}}? {_CASE}(?: \w+){{0,3}}? di(?:cabut|tarik|batalkan|hentikan)",
    rf"{_CASE}(?: \w+){{0,4}}? di(?:cabut|tarik|batalkan|hentikan) (?:saja|sa|manten|ya)\b",
    r"(?:menarik|tarik|membatalkan|batalkan|batal|menghentikan|hentikan|mundur dari|mengundurkan diri dari)"
    rf" (?:kembali )?(?:\w+ )?(?:{_CASE}|lapor|melapor|mengadu)",
    r"tidak (?:perlu |usah |jadi |ingin |mau |akan |lagi ){1,3}(?:dilanjut(?:kan|in)?|melanjutkan|lanjut"
    r"|diterus(?:kan|in)|meneruskan|diproses|melapor|lapor)\b(?! (?:ke |kepada )?(?:polisi|atasan|instansi))",
    r"pencabutan (?:laporan|pengaduan)|(?:selesai|damai|berdamai|diselesaikan) (?:\w+ ){0,2}?(?:secara )?"
    r"kekeluargaan",
    r"(?:withdraw(?:ing)?|cancel|retract|drop) (?:my|the|our|this) (?:complaint|report|case)",
)
POLITE = re.compile(
    r"(?:mohon )?maaf (?:kalau|bila|jika|apabila)[^,.]*|(?:kalau|jika|bila|apabila) (?:boleh|dapat|berkenan"
    r"|diperkenankan|memungkinkan|tidak keberatan|diizinkan)\b,?"
)
_OTHERS = (
    r"(?:kepala|kepsek|petugas|pihak|dinas|oknum|mereka|beliau|dia|lurah|camat|kades|rt|rw|pejabat|staf"
    r"|pegawai"
    r"|atasan|guru|polisi|penyidik|dokter|kantor|instansi|orang|ketua|bendahara|suami|istri|anak"
    r"|keluarga|orang tua|teman|tetangga|atasan saya)"
)
NO_WITHDRAW = table(
    r"saya (?:masih )?(?:belum|tidak) (?:mau|bersedia|setuju|rela)(?:\s*$|[.,!]| (?:men)?cabut)",
    rf"{_OTHERS}(?: \w+){{0,4}} tidak (?:mau|ingin|akan|jadi|perlu)",
    # supposed, asked, preferred
    r"(?:jika|kalau|apabila|bila|seandainya|andai\w*|asal(?:kan)?|yen|yening|if|unless)\b",
    r"(?:lebih baik|mending(?:an)?|daripada|percuma|untuk apa|buat apa|mana mungkin|haruskah|apa perlu"
    r"|masa)\b",
    r"(?:apakah|apa|bolehkah|dapatkah|bagaimana cara|cara)\b",
    # denied
    r"(?:tidak|jangan|bukan|belum|menolak|tanpa|batal|urung|mustahil|never|not) (?:\w+ ){0,4}?(?:men"
    r"|di)?(?:cabut"
    r"|tarik|batalkan|hentikan|withdraw\w*|berarti)",
    # told by others, or of others
    rf"{_OTHERS}(?: \w+){{0,6}}? (?:meminta|minta|menyuruh|suruh|memaksa|paksa|membujuk|bujuk|mengancam"
    rf"|ancam"
    r"|menekan|mendesak|desak|menyarankan|bilang|mengatakan|berkata|menyebut|mau|ingin)\b",
    r"(?:di|ter)(?:paksa|suruh|minta|bujuk|ancam|tekan|desak|intimidasi|tawari)\b",
    r"(?:katanya|dianggap|dinyatakan|seolah|seakan|dikira|disebut|kabarnya|konon|mengira|mengapa|kenapa"
    r"|kok (?:laporan|malah|dapat))\b",
    r"(?:surat|ombudsman|sistem|status(?:nya)?)(?: \w+){0,3} (?:menyebut|menyatakan|tertulis|berbunyi"
    r"|menjadi)",
    r"(?:gugatan|izin|ijin|sanksi|blokir|keputusan|sk|dukungan|kartu|subsidi)(?:nya)? (?:\w+"
    r" ){0,3}?(?:di)?cabut",
)
STAYS = table(
    r"(?:tidak|jangan|bukan|belum|takkan|menolak)(?: \w+){0,4}? (?:men|di)?(?:cabut|tarik|batalkan"
    r"|hentikan)\w*",
    r"(?:tetap|mau|ingin|minta|mohon|tolong) (?:\w+ ){0,3}?(?:di)?(?:lanjut(?:kan)?|teruskan|proses)\b",
    r"(?:saya|kami) (?:tetap|masih) (?:\w+ )?(?:melapor|pada laporan|menuntut)",
)
"""The report stands: no withdrawal elsewhere in the same mail can be plain."""
