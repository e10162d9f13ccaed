"""Data: words of long official names. The names themselves stand in dictionaries/*.csv."""

from __future__ import annotations

from maild.intent.report.text import word_set

# What stands between the office and its place in long official names.
FILLERS = word_set(
    "dan daerah cabang pembantu kantor unit kelas khusus tpi i ii iia iib iii pratama madya "
    "kepemudaan pemuda kebudayaan olahraga penataan ruang perumahan kawasan permukiman pencatatan "
    "sipil pemberdayaan perempuan perlindungan anak nasional persero pt di wilayah rayon ulp up3 uid "
    "uiw unit induk distribusi layanan pelanggan witel induk regional 3 umum pusat perempuan "
    "pelayanan terpadu satu pintu kependudukan utama yang ada besar negeri keluarga berencana "
    "pengendalian penduduk riset teknologi perkim perumahan atr p3a satker nakertrans transmigrasi "
    "setda sekretariat negeri pembina inpres katolik kristen"
)
