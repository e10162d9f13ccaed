# ruff: noqa: E501 - data: one entry a line reads best
"""Data: the kinds of public bodies, what people call them, and which services point to them.

An office adds its own names as aliases in agencies.csv; here stands only what holds all over Indonesia.
"""

from __future__ import annotations

from maild.intent.report.text import word_set

# kind | scope | names. Scope: area (one per regency or city, its territory is the region's), own (service
# area of its own: customers may live elsewhere), wide (province or more), unit (part of another body),
# other (a public body, but rarely in an agency list).
KINDS = """
inspektorat|area|inspektorat,itda,irda,itprov,itkab,itko,inspektur daerah
pendidikan|area|dinas pendidikan,disdik,disdikpora,disdikbud,dispendik,dispora,dikpora,dikbud,kadis pendidikan,kadisdik,kadisdikpora,kadisdikbud,dinas p dan k,dinas p k,dinas pk,dinas pdk,dinas pko,pko,dinas dikpora,dinas dikbud,kadis p dan k,kadis pko
kesehatan|area|dinas kesehatan,dinkes,diskes,kadinkes,kadis kesehatan,kadiskes
kependudukan|area|dinas kependudukan dan pencatatan sipil,dinas kependudukan,kependudukan dan pencatatan sipil,dinas dukcapil,disdukcapil,dukcapil,capil,duk capil,dispendukcapil,dispenduk,disduk,catatan sipil,pencatatan sipil,kadisdukcapil,kadis dukcapil,kantor catatan sipil
rumah_sakit|own|rumah sakit umum daerah,rumah sakit umum pusat,rumah sakit umum,rumah sakit daerah,rumah sakit,rsud,rsup,rsu,rsd,brsud,rs,rsia,rsj
sosial|area|dinas sosial,dinsos,kadis sosial,kadinsos,dinsos p3a,dissos
perizinan|area|dinas penanaman modal dan pelayanan terpadu satu pintu,dinas penanaman modal,dpmptsp,dpm ptsp,bpmptsp,ptsp,dinas perizinan,kantor perizinan,perizinan
pekerjaan_umum|area|dinas pekerjaan umum dan penataan ruang,dinas pekerjaan umum,dinas pupr,dpupr,pupr,dinas pu,pu,puprkim,pupr perkim,dinas puprpkp,bina marga,dinas bina marga
lingkungan|area|dinas lingkungan hidup dan kebersihan,dinas lingkungan hidup,dinas kebersihan,dlhk,dlh,dklh
bencana|area|badan penanggulangan bencana daerah,badan penanggulangan bencana,bpbd
organisasi|area|biro organisasi,bagian organisasi,bagor,rorgan
air_minum|own|tirta,perumda tirta,perumda air minum,perusahaan daerah air minum,perumdam,perumda,pdam,pam,air pam
pertanahan|area|kantor pertanahan,kantah,atr bpn,bpn,badan pertanahan nasional,badan pertanahan,kantor agraria
pertanahan_wilayah|wide|kantor wilayah badan pertanahan nasional,kantor wilayah bpn,kanwil bpn,kanwil atr bpn,kanwil badan pertanahan nasional
polda|wide|kepolisian daerah,polda,kapolda
polres|area|kepolisian resor kota,kepolisian resor,polresta,polrestabes,polres,kapolresta,kapolres
polsek|unit|polsek,polsekta,kepolisian sektor,kapolsek
hukum|wide|kantor wilayah kementerian hukum,kanwil kemenkumham,kanwil kemenkum,kemenkumham
pemasyarakatan|own|lembaga pemasyarakatan,lapas,rutan,rumah tahanan,lp
keimigrasian|own|kantor imigrasi,kanim,imigrasi
kampus|own|universitas,politeknik negeri,institut seni,institut hindu,undiksha,undana
pajak|own|kantor pelayanan pajak,kantor pajak,kpp pratama,kpp,kp2kp
jalan_nasional|wide|balai besar pelaksanaan jalan nasional,balai pelaksanaan jalan nasional,balai jalan nasional,balai jalan,bpjn,bbpjn,bpjn satker
pln|own|pt pln,pln,pln up3,pln ulp,ulp,up3,pln uid,pln uiw
telkom|own|pt telkom indonesia,telkom indonesia,telkom,indihome,plasa telkom
bpjs_kesehatan|own|bpjs kesehatan,bpjs kes,bpjskes
bpjs_ketenagakerjaan|own|bpjs ketenagakerjaan,bpjs naker,bpjs tk,bpjstk,bpjamsostek,bp jamsostek,jamsostek
pelabuhan|own|pelindo,pelabuhan indonesia
bank_daerah|own|bank pembangunan daerah,bank bpd,bpd,bank ntt,bank ntb,bank bali,bank jatim,bank jateng,bank sumut,bank nagari,bank bjb,bank aceh,bank kalbar,bank kalsel,bank sulutgo,bank papua,bank maluku,bank riau kepri
samsat|own|samsat,kantor bersama samsat
pendapatan|area|badan pendapatan daerah,bapenda,dispenda,badan keuangan dan pendapatan,bpkpd
kepegawaian|other|bkpsdm,bkpsdmd,bkd,bkpp,bkppd,bkdpsdm,badan kepegawaian,bkn
syahbandar|other|ksop,syahbandar,otoritas pelabuhan
desa|other|kantor desa,pemerintah desa,perangkat desa,kepala desa,kades,perbekel,lurah,kantor lurah,kantor kelurahan,kepala lingkungan
pmd|other|dinas pemberdayaan masyarakat dan desa,dinas pemberdayaan masyarakat,dinas pmd,dpmd
kecamatan|other|kantor camat,camat
kejaksaan|other|kejaksaan,kejari,kejati
pengadilan|other|pengadilan negeri,pengadilan agama,pengadilan tinggi,pengadilan,ptun
agama|other|kementerian agama,kemenag,kantor urusan agama,kua
perhubungan|other|dinas perhubungan,dishub
tenaga_kerja|other|dinas tenaga kerja,disnaker,disnakertrans,disnakerperin,bp2mi,bp3mi,bp4mi
satpol|other|satpol pp,satuan polisi pamong praja,satpolpp
bea_cukai|other|bea cukai,bea dan cukai
statistik|other|badan pusat statistik,bps
keuangan|other|ojk,otoritas jasa keuangan,kppn,bkad,bpkad,bpkad kota,badan keuangan
pertanian|other|dinas pertanian,distan,distanpangan
perikanan|other|dinas perikanan,dinas kelautan
perdagangan|other|dinas perdagangan,disperindag,dinas perindustrian,dinas koperasi,diskop
pariwisata|other|dinas pariwisata,dispar
permukiman|other|dinas perumahan,disperkim,dinas perkim,perkim
kominfo|other|dinas kominfo,diskominfo,kominfo
sungai|other|balai wilayah sungai,bws,bbws
sungai_dan_pelabuhan|other|asdp,pelni
bank|other|bank bri,bank rakyat indonesia,bri,bank mandiri,bank bni,bni,bank btn,taspen,asabri
pos|other|kantor pos,pos indonesia
pertamina|other|pertamina,spbu
kepala_daerah|other|bupati,gubernur,pemerintah kabupaten,pemerintah kota,pemerintah provinsi,sekretariat daerah,sekda
dewan|other|dprd,dpr,bawaslu,kpu
pemadam|other|damkar,pemadam kebakaran
militer|other|kodim,koramil,tni,lanud,lanal
pusat|other|kementerian sosial,kemensos,kementerian kesehatan,kemenkes,kementerian pendidikan,kemendikbud,kementrian,kementerian,propam,mabes polri,otban,angkasa pura
puskesmas|unit|puskesmas,pustu,posyandu
sekolah|unit|sekolah,sd,smp,sma,smk,sdn,smpn,sman,smkn,slb,slbn,tk,paud,madrasah,min,mtsn,man
"""

# What stands between the office and its place in long official names.
FILLERS = word_set(
    "dan daerah cabang pembantu kantor unit kelas khusus tpi i ii iia iib iii pratama madya "
    "kepemudaan pemuda kebudayaan olahraga penataan ruang perumahan kawasan permukiman pencatatan "
    "sipil pemberdayaan perempuan perlindungan anak nasional persero pt di wilayah rayon ulp up3 uid "
    "uiw unit induk distribusi layanan pelanggan witel induk regional 3 umum pusat perempuan "
    "pelayanan terpadu satu pintu kependudukan utama yang ada besar negeri keluarga berencana "
    "pengendalian penduduk riset teknologi perkim perumahan atr p3a satker nakertrans transmigrasi "
    "setda sekretariat"
)

# service words -> kind, for suggestions to a person only: a machine never forwards on these alone.
SERVICES = """
kepegawaian|cpns,pppk,p3k,seleksi asn,casn
kependudukan|ktp,e ktp,kartu keluarga,kk,akta kelahiran,akta lahir,akta kematian,akta perkawinan,akta nikah,akta,kia,nik,pindah domisili,surat pindah
keimigrasian|paspor,m paspor,kitas,kitap,visa,izin tinggal
pertanahan|sertifikat tanah,sertifikat hak milik,shm,hgb,balik nama sertifikat,pengukuran tanah,ptsl,roya,pemecahan sertifikat
air_minum|air macet,air tidak jalan,air ledeng,air mati,tagihan air,meteran air,pelanggan air
pln|listrik,meteran listrik,token listrik,pemadaman,tiang listrik,p2tl
telkom|internet,wifi,telepon rumah
samsat|nopol,blokir,diblokir,balik nama kendaraan,stnk,pajak kendaraan,pajak motor,pajak mobil,bpkb,pajak progresif
bpjs_kesehatan|kis,jkn,bpjs
bpjs_ketenagakerjaan|jht,jaminan hari tua,jkp,paklaring
lingkungan|sampah,tps,limbah
pekerjaan_umum|jalan berlubang,jalan rusak,jembatan,drainase,got,gorong gorong,irigasi,pbg,imb
polres|polisi,sp2hp,penyidik,polantas,lantas,tilang,skck,laporan polisi
pendidikan|sekolah,ijazah,rapor,komite sekolah,spmb,ppdb,guru,kepala sekolah,seragam
sosial|pkh,bpnt,bansos,bantuan sosial,dtks,desil,sembako,rumah layak huni
pajak|npwp,restitusi,spt,ppn
perizinan|izin usaha,nib,oss,perizinan,pkkpr,pbg
rumah_sakit|rumah sakit,farmasi,ambulans,ambulance,pasien,igd,icu,rawat inap,rawat jalan,dokter,obat
pemasyarakatan|napi,narapidana,warga binaan
kampus|wisuda,transkrip,fakultas,rektorat,rektor,mahasiswa,alumni,dosen,skripsi,ukt,kuliah
bank_daerah|kredit,nasabah,atm,saldo,agunan,tabungan,rekening
bencana|banjir,perahu karet,evakuasi,longsor
kesehatan|puskesmas,imunisasi,posyandu,nakes,tenaga kesehatan
jalan_nasional|jalan nasional
"""

# Words that bear out an office already named, but are too common to suggest one.
BEARS_OUT = {
    "air_minum": "air meteran meter pelanggan plgn langganan tagihan pompa pipa",
    "pln": "meteran pelanggan token daya gardu trafo tiang",
    "telkom": "pelanggan modem kabel gangguan tiket",
    "polres": "laporan visum pelaku kasus",
    "pertanahan": "tanah sertifikat berkas ukur",
    "rumah_sakit": "kamar perawat ruang jenazah",
    "samsat": "motor mobil kendaraan pajak denda",
    "bpjs_kesehatan": "iuran faskes kartu",
    "keimigrasian": "wawancara",
    "perizinan": "izin",
    "pajak": "pajak",
}
