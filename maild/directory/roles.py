# ruff: noqa: E501 - data: one entry a line reads best
"""Data: what the words around an agency's name say about its part in the complaint."""

from __future__ import annotations

import re

LABEL, ACCUSED, SUBJECT, DEALT_WITH, ACTING, PLAIN, TREATED, PASSING = 100, 60, 50, 40, 35, 10, 5, 0

# Just before the name. The agency is only mentioned: somebody else's, a paper's origin, a landmark, a copy.
PASSING_BEFORE = re.compile(
    r"(?:"
    r"\b(?:tembusan|cc|turut|tertembus|ditembuskan)\b[^.]{0,60}"
    r"|\b(?:surat|keterangan|rujukan|rekomendasi|resep|kwitansi|bukti|pengantar|dokumen|sertifikat|kartu|hasil)(?: \w+){0,3} (?:dari|oleh) (?:\w+ )?"
    r"|\bsurat "
    r"|\b(?:milik|punya|punyanya|aset|kepunyaan) "
    r"|\b(?:kakak|tetangga|saudara|teman|adik|istri|suami|ipar|sepupu|anak|ayah|bapak|ibu|kawan)(?: saya| kami| sy)?(?: yang)?(?: di)? ?(?:bawah|pelanggan|kerja|bekerja|guru|pegawai|dinas|bertugas|berobat|anggota) (?:di )?"
    r"|\b(?:bekerja|kerja|honorer|pegawai|staf|karyawan|bertugas|magang|dinas|pensiunan|mantan pegawai|pns|asn|kontrak(?: \w+)?)(?: saya)? (?:di|pada|dari) (?:kantor )?"
    r"|\b(?:kata (?:tetangga|teman|orang|saudara|kakak)(?: (?:saya|kami))?|disarankan|dianjurkan) (?:\w+ ){0,2}(?:ke|di) "
    r"|\b(?:instagram|facebook|ig|fb|media sosial|medsos|website|situs|koran|berita|kata|humas) "
    r"|\b(?:seperti|(?:di)?banding(?:kan)?(?: dengan)?|beda dengan|berbeda dengan|tidak seperti|lain dengan|padahal di|sedangkan di|kalau di) (?:di )?"
    r"|\b(?:dekat|depan|belakang|samping|sebelah|seberang|sekitar|utara|selatan|timur|barat) (?:kantor |gedung )?"
    r"|\b(?:mantan|bekas|eks|dulu|dahulu) (?:(?:waktu|saat|ketika|masih|saya|kami) ){0,3}(?:(?:urus|mengurus) )?(?:di )?"
    r"|\b(?:melamar|seleksi|tes|mutasi|pindah|dipindah(?:kan)?)(?: \w+){0,2} (?:ke|di) "
    r"|\b(?:berkat|terima kasih (?:kepada|ke)|sudah dibantu|tidak ada masalah (?:dengan|di)|bukan|selain) (?:dari |di |oleh )?"
    r")$"
)
PASSING_AFTER = re.compile(
    r"^ ?(?:juga |itu |semua(?:nya)? |selalu |urusan(?:nya)? |sudah )*(?:turut tergugat|tergugat|sebagai (?:saksi|turut|pemilik)|tidak (?:ada )?masalah|sudah (?:baik|membantu|dibantu|beres|selesai|menjalankan)|(?:aman|lancar|baik)\b)"
)

# Just before the name: where somebody was treated; the complaint may be about another office.
TREATED_BEFORE = re.compile(
    r"\b(?:kontrol|berobat|dirawat|rawat(?: jalan| inap)?|visum|operasi|melahirkan|lahir|meninggal|wafat)(?: \w+){0,3} (?:di|ke) $"
)

# Just before the name: the complaint is about it.
ACCUSED_BEFORE = re.compile(
    r"\b(?:terlapor|teradu|melaporkan|mengadukan|laporkan|adukan|memeriksa|menegur|tegur|memanggil|desak|keluhan|pengaduan|aduan"
    r"|maladministrasi|mal administrasi|pelayanan|layanan|penundaan|penolakan|kelalaian|perlakuan|kinerja|tindakan|oleh|terhadap"
    r"|laporan|kecurangan|keterlambatan|denda|tagihan|gangguan|kritik|keberatan)\b(?! (?:dari|ke))[^.,;:]{0,45}$"
)

# Just before the name: the reporter turned to it.
TO = re.compile(
    r"(?:\b(?:ke|di|kepada|pada|menemui|hubungi|menghubungi|telepon|telpon|telp|tlp|surati|menyurati|lapor|tanya|datangi|mendatangi|oleh|pi|pigi|sama|menurut|lewat|via|dengan|to|at)"
    r"(?: (?:ke|di|kantor|petugas|kepala|bagian|loket|bidang|pihak|hotline|kabid|kasi|direksi|cs|call center|unit|cabang|staf|nomor|piket|pelayanan|bapak|ibu|pak|bu|operator|gtk|smp|sd|reskrim|kasat|pimpinan|plt\.?|plh\.?|pj\.?|direktur|dirut|wadir|sekretaris|sekdis|manajer|manager|kacab|website|aplikasi|instansi)){0,4} ?|^[^a-z]*)$"
)
# Just after the name: it acts in the story.
ACTS = re.compile(
    r"^[ ,]*(?:\w+ ){0,1}(?:bilang|menyatakan|mengatakan|berkata|jawab|menjawab|jawabnya|cuma|hanya|tidak|tdk|belum|blm|minta|meminta|suruh|menyuruh|menolak|tolak|janji|berjanji|berdalih|beralasan"
    r"|selalu|malah|tetap|sudah survei|tembak|macet|didenda|menahan|mempersulit|lambat|ditolak)\b"
)
