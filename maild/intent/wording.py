"""Text as cues see it: lower case, one kind of blank, common short forms and misspellings written out."""

from __future__ import annotations

import re
from functools import lru_cache

# Short form=word; _ stands for a blank. Not here: smp and sd (schools too), lagi, su.
_PAIRS = """
yg=yang dgn=dengan dg=dengan sdh=sudah udh=sudah udah=sudah dah=sudah sampun=sudah blm=belum blum=belum
bln=bulan thn=tahun tdk=tidak tak=tidak gak=tidak ga=tidak nggak=tidak ngga=tidak sonde=tidak tra=tidak
utk=untuk u/=untuk sy=saya sya=saya beta=saya tiang=saya kpd=kepada krn=karena karna=karena tgl=tanggal
mhn=mohon mhon=mohon tlg=tolong dpt=dapat bisa=dapat hrs=harus jd=jadi sdg=sedang msh=masih klo=kalau
kalo=kalau jg=juga sbg=sebagai ttg=tentang tsb=tersebut dlm=dalam pd=pada dr=dari kmrn=kemarin
bgmn=bagaimana gmn=bagaimana gimana=bagaimana knp=kenapa sampe=sampai s.d.=sampai s.d=sampai s/d=sampai
trims=terima_kasih makasih=terima_kasih mksh=terima_kasih tks=terima_kasih suksma=terima_kasih
terimakasih=terima_kasih ijin=izin email=surel e-mail=surel mail=surel ombusman=ombudsman
ombusdman=ombudsman obudsman=ombudsman telpon=telepon telp=telepon perpanjang=perpanjangan
tindaklanjut=tindak_lanjut bkn=bukan aja=saja lampirkn=lampirkan info=informasi dikasih=diberi
ndak=tidak sampean=bapak taksih=masih ngenjang=besok mbenjang=besok wingi=kemarin katampi=diterima
pengadun=pengaduan lapran=laporan srt=surat hr=hari blom=belum ktr=kantor sblm=sebelum stlh=setelah
skrg=sekarang uda=sudah sdah=sudah tlh=telah akn=akan sgr=segera kmi=kami blh=boleh td=tadi mgg=minggu
besuk=besok ntar=nanti nti=nanti nnti=nanti ntr=nanti lg=lagi lgi=lagi bs=dapat bsa=dapat bsk=besok
mw=mau pengen=ingin pengin=ingin enggak=tidak engga=tidak kagak=tidak ndk=tidak tidk=tidak gk=tidak
ora=tidak mboten=tidak nenten=tidak durung=belum konden=belum dereng=belum belom=belum wis=sudah
uwis=sudah empun=sudah mpun=sudah suba=sudah sube=sudah katong=kami ketong=kami kitong=kami torang=kami
titiang=saya icang=saya kulo=saya kula=saya aku=saya gue=saya gua=saya nuwun=terima_kasih
makasi=terima_kasih mksih=terima_kasih thx=terima_kasih tq=terima_kasih trimakasih=terima_kasih
thanks=terima_kasih tksh=terima_kasih nunas=mohon nyuwun=mohon lai=lagi ybs=yang_bersangkutan
hub=hubungi krm=kirim dikrm=dikirim kmrin=kemarin smpe=sampai smpai=sampai msk=masuk pngaduan=pengaduan
dgan=dengan utuk=untuk tiange=saya cm=cuma cuman=cuma tp=tapi tpi=tapi ttp=tetap sm=sama byr=bayar
benjang=besok sesuk=besok mnt=minta wkt=waktu wktu=waktu dpn=depan laporanku=laporan_saya
aduanku=aduan_saya kasusku=kasus_saya pengaduanku=pengaduan_saya rumahku=rumah_saya sdkit=sedikit
wekdal=waktu kari=masih taseh=masih tasih=masih fwd=teruskan katerima=diterima katrima=diterima
ngantos=menunggu
ngantosang=menunggu icalang=hilangkan prbaiki=perbaiki slsai=selesai slesai=selesai selesei=selesai
sls=selesai trs=terus gini=begini
"""
_SHORT = {short: word.replace("_", " ") for short, _, word in (one.partition("=") for one in _PAIRS.split())}
# Any word, and the short forms with a mark in them: looking each word up beats trying each short form.
_MARKED = "|".join(sorted((re.escape(s) for s in _SHORT if not s.isalpha()), key=len, reverse=True))
_TOKEN = re.compile(rf"(?<![\w.@/-])(?:{_MARKED}|[a-z]+)(?![\w@/-])")
# Before a date they mean "sampai".
_UNTIL = re.compile(
    r"(?<!\w)(?:sd|s\.d|smp)\.?(?= (?:tanggal |tgl|\d|hari |hr |akhir |senin|selasa|rabu|kamis|jum|besok"
    r"|minggu |mgg |bulan |bln ))"
)
_SU = re.compile(r"\bsu (?=[a-z])")  # Kupang Malay: sudah
_GIVE = re.compile(r"(?<!terima )\bkasih\b")
_BLANK = re.compile(r"[\s\xa0\u200b\ufeff]+")
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "­": ""})
_LIMIT = 20_000  # characters: what a mail wants is said well before


@lru_cache(maxsize=32)  # several rules look at the whole of one mail
def plain(text: str) -> str:
    """The form that all cue tables are written against."""
    text = _BLANK.sub(" ", text[:_LIMIT].translate(_FOLDED).lower()).strip()
    text = _SU.sub("sudah ", _UNTIL.sub("sampai", text))
    return _GIVE.sub("beri", _TOKEN.sub(lambda m: _SHORT.get(m[0], m[0]), text))
