"""Cue lists as data (domain.md section 5.1): 'this is not ours', for `wording.plain` text.

What somebody else runs, owns or has in hand; where a letter should have gone; what the office does not do.
"""

from __future__ import annotations

from maild.intent.cues import REPORTERS, table

_LEVELS = r"(?:pemerintah )?(?:provinsi|pusat|kabupaten|kota|kementerian|instansi lain|dinas|desa|bpjn|balai)"
_OTHER = (
    r"(?:balai|polda|polres\w*|polsek|bpn|pln|pdam|perumda|kementerian|kemen\w+|dinas|badan|provinsi"
    r"|pemprov|pemkab|pemkot"
    r"|swasta|yayasan|desa|pemerintah pusat|pengembang|bwss?|bbws|bpjn|kanwil|kejaksaan|pengadilan"
    r"|perusahaan|bea cukai|imigrasi"
    r"|lapas|kua|telkom|pertamina|bpjs|bumn|instansi|perorangan)"
)
NOT_OURS = table(
    # what somebody else runs, owns or has in hand
    rf"(?:di(?:kelola|tangani|bina|urus|awasi|naungi|miliki)|milik|aset|kelolaan|wewenang|kewenangan)(?:"
    rf" oleh)? (?:{_OTHER})\b(?! kami)",
    r"masuk (?:ke |dalam |wilayah |daerah ){0,2}(?:kabupaten|kota|provinsi|kecamatan|daerah) (?!kami)\w+",
    rf"(?:coba|mungkin|lebih tepat(?:nya)?|(?:se)?harusnya|(?:se)?mestinya|langsung saja|sebaiknya)"
    rf" (?:\w+ )?(?:ke|kepada)"
    rf" (?:bagian|bidang|kantor|instansi|{_OTHER})\b(?! kami)",
    r"kami hanya (?:menangani|melayani|mengelola|mengurus|berwenang|membidangi|membina)\b",
    r"bukan (?:\w+ )?(?:saya|bidang saya|bagian saya)\b(?! (?:yang (?:me|ber)|sendiri|maksud))",
    r"bukan di (?:\w+ )?kami\b|di (?:kami|tempat kami|sini|polres|kantor kami) tidak ada (?:berkas|data"
    r"|nama|arsip)",
    r"(?:we|this office) (?:do(?:es)? not|don't|cannot) (?:handle|deal with|manage|serve|cover|run|own)"
    r"|falls? under (?:the )?(?!our)\w+"
    r"|(?:should|must|please|kindly) (?:\w+ )?(?:be )?(?:addressed|sent|directed|referred|address|direct"
    r"|write) (?:\w+ ){0,3}?to (?:the )?"
    r"(?!us\b|me\b|our\b)\w+",
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
    r"bukan (?:\w+ ){0,2}?kami\b|bukan kami yang|(?:boya|nenten|sanes) (?:ring|di|saking) (?:\w+"
    r" )?(?:kantor|iriki)",
    r"(?:kewenangan|wewenang|urusan|pengelolaan|penanganan)(?:nya)? (?:\w+ ){0,4}?(?:sudah |telah"
    r" )?(?:beralih|dialihkan"
    r"|diambil alih|pindah|dilimpahkan) (?:ke|kepada|oleh|menjadi) (?:\w+ )?(?!kami|bidang|bagian)\w+",
    # 'statusnya jalan nasional sehingga penanganannya pada balai ...'
    rf"(?:ber)?status(?:nya)? (?:\w+ ){{0,2}}?(?:jalan|aset|milik|sekolah|tanah|sungai|saluran) (?:\w+"
    rf" )?{_LEVELS}",
    r"(?:jalan|aset|milik|sekolah|sungai|saluran|irigasi) (?:nasional|provinsi|negara"
    r"|pusat)\b[^.]{0,40}?(?:sehingga"
    r"|maka|oleh karena itu|jadi|karenanya)[^.]{0,80} (?:pada|oleh|di|ke|kepada) (?!kami)\w+",
    rf"(?:berada|ada|bernaung|dikelola|dibina) (?:di )?(?:bawah|oleh) (?:\w+ )?(?:{_LEVELS}|kementerian"
    rf"|yayasan)",
    r"(?:is|are) (?:not|no longer) (?:served|managed|owned|run|handled|supplied) by us|not our"
    r" (?:customer|school|road"
    r"|office|patient|pupil|case)|belongs? to (?:the |another )?(?!us\b)\w+",
    r"tidak (?:memiliki|punya|mempunyai|ada) (?:\w+ )?(?:kewenangan|wewenang|otoritas|hak untuk)",
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
    rf"(?:{REPORTERS} )?(?:tersebut |itu |dimaksud )?bukan(?:lah)? (?:pelanggan|peserta|nasabah|pasien"
    rf"|siswa|pegawai"
    r"|warga|anggota)\b",
    r"(?:not (?:within |in |under )?(?:our|my) (?:authority|jurisdiction|remit|responsibility)|(?:outside"
    r"|beyond)"
    r" (?:of )?(?:our|my) (?:authority|jurisdiction|remit|responsibility|area)|wrong (?:agency|office"
    r"|address))",
)
NO_NOT_OURS = table(
    r"bukan (?:karena|disebabkan|dikarenakan|akibat|semata|lantaran)\b",
    r"bukan (?:kesalahan|kelalaian|maksud|niat|kemauan|keinginan|tugas mudah) kami",
    r"(?:bukan|tidak) (?:berarti|bermaksud)",
    r"(?:pelapor|pemohon) (?:mengatakan|menyatakan|menganggap)",
    r"(?:di ?bawah|oleh) (?:dinas|kantor|instansi|pemerintah kabupaten|pemerintah kota) kami",
    r"memang (?:kewenangan|tanggung jawab|ranah) kami|(?:kewenangan|tanggung jawab) kami(?!\w)(?!"
    r" (?:tetapi|namun))"
    r"(?<!bukan kewenangan kami)(?<!bukan tanggung jawab kami)",
)
