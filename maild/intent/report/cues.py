# ruff: noqa: E501 - data: one pattern a line reads best
"""Data: the words by which a careful officer sees danger, secrecy, remit and the need to look first.

Patterns are matched against lower-case text with single blanks. Each has a name that is told as the reason.
They are kept wide on purpose: what they catch goes to a person first, never to the bin.
"""

from __future__ import annotations

import re

Cue = tuple[str, re.Pattern[str]]


def _cues(*pairs: tuple[str, str]) -> tuple[Cue, ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in pairs)


# --- Respons Cepat Ombudsman: emergency, danger to life, right to live (PO 26/2017 art. 26) -------------------
URGENT = _cues(
    ("danger to life: patient in danger", r"\b(?:igd|ugd|icu|nicu|picu|ventilator|inkubator|ruang operasi|cuci darah|hemodialisa)\b.{0,200}\b(?:sekarang|segera|kritis|napas|nafas|rujuk\w*|ditolak|deposit|belum dapat|penuh|tolong|koma|sekarat|turun|ditahan|tidak ditangani)\b"),
    ("danger to life: patient in danger", r"\b(?:kritis|sekarat|napas\w* (?:\w+ )?(?:ngorok|sesak)|sesak nafas|sesak napas|saturasi|pendarahan|perdarahan|kejang|tidak sadar(?:kan diri)?|serangan jantung)\b.{0,160}\b(?:sekarang|segera|tolong|rujuk\w*|ditolak|ambulans?|ambulance|rumah sakit|rsu[dp]?|rs)\b"),
    ("danger to life: patient refused", r"\b(?:ditolak|menolak|tidak diterima|tidak mau (?:terima|menerima|melayani)|disuruh pulang)\b[^.]{0,60}\b(?:igd|ugd|ibu hamil|melahirkan|pasien|gawat|sakit parah|kecelakaan)\b"),
    ("danger to life: patient refused", r"\b(?:pasien|ibu hamil|mau melahirkan|hendak melahirkan|korban kecelakaan|gawat darurat)\b.{0,80}\b(?:ditolak|tidak diterima|ditelantarkan|dibiarkan|terlantar)\b.{0,120}\b(?:sekarang|tolong|segera|tadi|malam ini|hari ini|pagi ini)\b"),
    ("danger to life: patient refused", r"\b(?:mau|hendak|akan|sedang) (?:melahirkan|bersalin|partus)\b[^.]{0,40}\b(?:ditolak|tidak diterima|disuruh pulang|tidak dilayani|diusir)\b"),
    ("danger to life: life-support without power", r"\b(?:oksigen|konsentrator|ventilator|vaksin|inkubator|dialisis)\b.{0,220}\b(?:listrik|padam|mati|genset)\b"),
    ("danger to life: life-support without power", r"\b(?:listrik|padam|pln)\b.{0,220}\b(?:oksigen|konsentrator|ventilator|vaksin|inkubator|dialisis)\b"),
    ("emergency: blackout of an area", r"\b(?:listrik|lampu|pln)\b.{0,60}\b(?:mati|padam|gelap)\b.{0,60}\b(?:sekarang|hari ke|\d+ hari|[a-z]+ hari|sampai (?:sekarang|hari ini)|malam)\b.{0,260}\b(?:kk|desa|banjar|dusun|kecamatan|kampung|warga|puskesmas)\b"),
    ("emergency: blackout of an area", r"\b(?:kk|desa|banjar|dusun|kecamatan|kampung|warga|puskesmas)\b.{0,120}\b(?:listrik|lampu)\b.{0,30}\b(?:mati|padam|gelap)\b.{0,60}\b(?:sekarang|hari ke|\d+ hari|dua hari|tiga hari|empat hari|lima hari|seminggu|sejak|dari hari|sampai)\b"),
    ("emergency: flood", r"\b(?:banjir|air bah|banjir bandang|rob)\b.{0,260}\b(?:naik|masuk (?:ke )?rumah|sepinggang|sedada|selutut|seleher|perahu|terjebak|tanggul|evakuasi|hanyut|jebol|atap|lemari)\b"),
    ("emergency: flood", r"\bair\b.{0,60}\b(?:sepinggang|sedada|seleher|terus naik|masuk (?:ke )?(?:dalam )?rumah)\b"),
    ("emergency: landslide or road cut", r"\b(?:longsor|tanah bergerak|jalan (?:\w+ ){0,3}putus|jembatan (?:\w+ ){0,4}(?:putus|ambruk|roboh))\b.{0,260}\b(?:tertahan|terisolasi|terisolir|terjebak|ambulans?|ambulance|tertimbun|korban|alat berat|antre|sekarang juga|mengungsi)\b"),
    ("emergency: fire", r"\b(?:kebakaran|terbakar)\b.{0,120}\b(?:sekarang|tolong|segera|damkar|belum datang|masih)\b"),
    ("emergency: exposed power line", r"\b(?:kabel|tiang)\b.{0,60}\b(?:menjuntai|putus|roboh|miring|terkelupas|hampir roboh|mau roboh)\b.{0,140}\b(?:bahaya|membahayakan|kesetrum|tersetrum|anak|sekolah|jalan|nyawa)\b"),
    ("emergency: exposed power line", r"\b(?:kesetrum|tersetrum)\b"),
    ("emergency: gas, poison or explosion", r"\b(?:gas bocor|kebocoran gas|keracunan|meledak|ledakan|bahan kimia)\b"),
    ("danger to life: sexual violence", r"\b(?:diperkosa|perkosaan|pemerkosaan|dicabuli|pencabulan|kekerasan seksual|pelecehan seksual)\b.{0,300}\b(?:sekarang|segera|takut|mengancam|diancam|masih|trauma|belum ditangkap|bebas)\b"),
    ("danger to life: threat to life", r"\b(?:diancam|mengancam|ancam\w*|ancaman)\b.{0,50}\b(?:bunuh|dibunuh|membunuh|nyawa|parang|senjata|keselamatan|jiwa|pembunuhan|bakar)\b"),
    ("danger to life: threat to life", r"\b(?:mengancam (?:jiwa|nyawa|keselamatan)|membahayakan (?:jiwa|nyawa)|bahaya maut|nyawa (?:\w+ ){0,3}(?:terancam|melayang|taruhan\w*)|bunuh diri|mau dibunuh|akan dibunuh)\b"),
    ("danger to life: person held or tortured", r"\b(?:disekap|dianiaya (?:petugas|polisi|sipir)|disiksa|dipukuli (?:petugas|polisi|sipir|di (?:sel|tahanan))|penyiksaan|diculik|penculikan)\b"),
    ("right to live: deadline of a right", r"\b(?:tidak bisa|tidak boleh|dilarang|tak bisa|tdk bisa|nggak bisa|gak bisa)\b.{0,30}\b(?:ikut )?(?:ujian|tes|berobat|operasi|berangkat)\b.{0,60}\b(?:besok|hari ini|lusa|nanti malam|sekarang)\b"),
    ("right to live: deadline of a right", r"\b(?:besok|hari ini|nanti malam|sebentar lagi|malam ini)\b.{0,60}\b(?:ujian|digusur|dibongkar|dieksekusi|dideportasi|dioperasi|penggusuran|pembongkaran|deportasi|ditutup pendaftaran\w*)\b"),
    ("right to live: eviction today", r"\b(?:digusur|penggusuran|dibongkar paksa|dideportasi|deportasi)\b.{0,80}\b(?:besok|hari ini|sekarang|lusa|malam ini)\b"),
    ("emergency: drowning or storm", r"\b(?:tenggelam|terseret (?:arus|ombak|banjir)|tim sar|basarnas|tanggul jebol|bendungan jebol|tersambar petir|tertimbun|tertimpa)\b"),
    ("danger to life: patient in danger", r"\b(?:telantar|terlantar|ditelantarkan|di lorong)\b.{0,80}\b(?:rsu[dp]?|rs|rumah sakit|igd|ugd|puskesmas)\b|\b(?:cuci darah|oksigen|dialisis)\b.{0,60}\b(?:terancam|habis|tidak ada|kosong|mati)\b"),
    ("danger to life: hunger or no water", r"\b(?:kelaparan|tidak makan|busung lapar|gizi buruk|dehidrasi|wabah|klb|diare massal|demam berdarah mewabah)\b"),
)  # fmt: skip

# A hazard plus a cry for help at once is urgent as well.
HAZARD = re.compile(
    r"\b(?:igd|ugd|icu|nicu|banjir|longsor|listrik (?:mati|padam)|padam|kebakaran|jembatan (?:\w+ ){0,3}(?:putus|ambruk)|jalan putus"
    r"|gas|bayi|ibu hamil|melahirkan|oksigen|ambulans|ambulance|pendarahan|stroke|kecelakaan|nyawa|jiwa|air bersih|racun|kritis"
    r"|gawat|sekarat|operasi|lansia|tersengat|setrum|roboh|ambruk|runtuh)\b"
)
CRY = re.compile(
    r"\b(?:(?<!jembatan )(?<!gawat )(?<!tanggap )darurat|urgent|emergency|sekarang juga|tolong (?:pak |bu )?(?:cepat|segera)|sos|nyawa|gawat|saat ini juga|mohon (?:bantuan|dibantu) (?:segera|sekarang)"
    r"|tolong sekarang|turun tangan sekarang|mohon segera|tolong cepat|secepatnya|rco|respons cepat|reaksi cepat|mendesak)\b"
)
# Whose danger it is: then nothing leaves without a person, urgent or not (UU 27/2022 art. 4, specific data).
VICTIM = _cues(
    ("patient data", r"\b(?:igd|ugd|icu|nicu|picu|ventilator|stroke|kanker|tumor|hiv|aids|odgj|gangguan (?:jiwa|mental)|sakit jiwa|psikiat\w+|rsj|skizofrenia|rekam medis|hasil lab|opname|diopname|diagnosis|diagnosa|koma|operasi caesar|keguguran|aborsi|tbc?|rawat inap|pasien\s+(?:atas )?nama|cuci darah|kemoterapi|hepatitis|sifilis|malpraktik|malapraktik|depresi|disabilitas mental)\b"),
    ("victim of violence", r"\b(?:kdrt|perkosa\w*|pemerkosaan|diperkosa|cabul\w*|dicabuli|pencabulan|kekerasan seksual|pelecehan|dilecehkan|kekerasan terhadap (?:anak|perempuan)|perdagangan orang|tppo|disetubuhi|kekerasan fisik|pemukulan|\w*leceh\w*|mesum|senonoh|diraba|meraba|dihamili|dipukul\w*|memukul\w*|ditampar|menampar|ditendang|dikeroyok|memar|lebam|diinjak|dicekik)\b"),
    ("child at risk", r"\b(?:perundungan|bullying|dibully|di-bully|dibuli|kekerasan (?:di|pada) (?:sekolah|anak)|anak (?:\w+ ){0,4}(?:dipukul|ditampar|ditendang|dianiaya|dilecehkan|dirundung|dihukum|dicubit|disiksa)|hak asuh|penelantaran anak|perkawinan anak|anak berhadapan dengan hukum|guru (?:\w+ ){0,3}(?:memukul|menampar|pukul|tampar))\b"),
)  # fmt: skip

# --- Secrecy (UU 37/2008 art. 24(2)) ---------------------------------------------------------------------------
# Answers and boiler-plate in which those words ask for nothing.
NOT_SECRET = re.compile(
    r"(?:apakah )?(?:identitas|kerahasiaan|nama)(?: pelapor| saya| identitas)?(?: perlu| ingin| mau)? ?(?:di\s?rahasiakan)? ?[:?=]+ ?(?:tidak(?: perlu)?|tdk|no|bukan)\b"
    r"|\b(?:tidak|tdk|tak) (?:ada (?:yang |apa pun yang )?)?(?:perlu|usah|harus) (?:saya |kami )?(?:di)?rahasia\w*"
    r"|\btidak (?:keberatan|masalah|apa-apa)(?: jika| bila| kalau)? (?:nama|identitas)[^.]{0,80}"
    r"|\b(?:pin|kode|nomor|password|sandi) rahasia\b|\bdokumen rahasia negara\b"
    r"|\b(?:e-?mail|surel|pesan|message|information|informasi|communication)\b[^.]{0,120}\b(?:confidential|rahasia|privileged|intended)\b[^.]*\.?"
)

# --- Outside of the remit --------------------------------------------------------------------------------------
COURT = re.compile(
    r"\b\d+/pdt[.\w]*/\d{4}|\b\d+/pid[.\w-]*/\d{4}|\b\d+/g/(?:\w+/)?\d{4}|\b(?:menggugat|gugatan|penggugat|tergugat|kasasi|peninjauan kembali|putusan (?:pn|pengadilan|hakim|pt|ma|ptun|kasasi)|"
    r"banding (?:ke|di|dan)|sudah banding|diputus (?:oleh )?(?:pn|pengadilan|hakim|pt\b|ma\b)|hakim (?:\w+ ){0,3}(?:memihak|berpihak|tidak (?:adil|netral|mempertimbangkan)|curang|keliru)|sidang (?:sedang|masih|pertama|kedua|pembuktian|putusan)|sedang disidangkan|praperadilan|majelis hakim|eksekusi pengadilan|inkracht|vonis)\b"
)
# A judgment that an office does not carry out is that office's maladministration.
NOT_CARRIED_OUT = re.compile(
    r"\b(?:putusan|inkracht|berkekuatan hukum)\b.{0,120}\b(?:tidak|belum|menolak|enggan|tak|tdk)\b.{0,12}\b(?:melaksanakan|dilaksanakan|menjalankan|dijalankan|mematuhi|dipatuhi|menindaklanjuti|ditindaklanjuti)\b"
)
PRIVATE = re.compile(
    r"\b(?:tetangga|kakak|adik|saudara|ipar|mertua|mantan (?:suami|istri|pacar)|suami saya (?:selingkuh|tidak)|keluarga|warisan|bagi rata|harta|arisan|hutang|utang|pinjol|pinjaman online|leasing|debt collector"
    r"|toko online|shopee|tokopedia|lazada|penjual|developer|pengembang|majikan|bos saya|perusahaan (?:tempat|swasta)|tempat (?:saya|kami) (?:be)?kerja|dipecat|di-?phk|kontraktor rumah|tukang|bank (?:asing|swasta)|maskapai|ojol|gojek|grab|asuransi swasta|rumah sakit swasta|sekolah swasta|pacar|kontrakan|kos|teman saya|investasi bodong|arisan online|perceraian|gono.?gini)\b"
)
HANDLED = re.compile(
    r"\binspektorat\b.{0,160}\b(?:periksa|diperiksa|pemeriksaan|turun|lhp|audit|menangani|ditangani|proses|laporkan|dilaporkan|melapor\w*)\b"
    r"|\b(?:laporkan|lapor|melapor\w*|mengadu|diperiksa|ditangani|surat\w*|tembus\w*)\b.{0,60}\binspektorat\b"
)
ELSEWHERE = re.compile(
    r"\b(?:kejari|kejati|kejaksaan|kpk|dprd|dpr|komnas|komisi (?:informasi|yudisial|kejaksaan)|kompolnas|propam|saber pungli|tipikor|bpk ri|bpkp|ma ri|bawaslu|dkpp|ptun|presiden|stafsus|wartawan|media)\b"
)

# --- What a person has to see first ----------------------------------------------------------------------------
EYES = _cues(
    ("power of attorney", r"\b(?:surat kuasa|kuasa hukum|bantuan hukum|advokat|pengacara|lawyer|attorney|law (?:firm|office)|kantor hukum|lbh|klien (?:kami|saya)|penasihat hukum|untuk dan atas nama|mewakili (?:klien|keluarga|ibu|bapak)|penerima kuasa|pemberi kuasa|s\.h\.|,\s?s\.?h\.?(?:,|\b))"),
    ("foreigner", r"\b(?:wn [a-z]+|wna|warga negara (?!indonesia)\w+|kewarganegaraan|kitas|kitap|wna|warga negara asing|warga asing|orang asing|foreign(?:er)?|expat\w*|passport|visa|bule|retirement|immigration|my name is|i am writing|dear (?:sir|madam))\b"),
    ("several matters", r"\b(?:beberapa (?:pengaduan|hal|masalah|laporan|keluhan|persoalan|aduan|instansi|dinas)|ketiganya|(?:keduanya|dua-?duanya) (?:tidak|menolak|bilang|saling|sama|tak|tdk)|dua (?:laporan|pengaduan|masalah|hal|aduan|instansi|kantor itu)|tiga (?:laporan|pengaduan|masalah|hal|aduan)|selain itu (?:saya|kami) juga|sekalian (?:saya|sy|mau|lapor|juga)|(?:saya|kami) juga (?:mau|ingin) (?:melapor\w*|lapor|mengadu\w*)|laporan (?:kedua|lain)|masalah (?:kedua|lain)|hal lain)\b"),
    ("who is in charge is disputed", r"\b(?:dipingpong|di-pingpong|ping ?pong|saling (?:lempar|tuding|tunjuk|melempar)|lempar(?:-lemparan| tanggung jawab)|dilempar|bukan (?:wewenang|kewenangan|urusan|tanggung jawab|wilayah|tugas)(?:nya)?|tidak tahu (?:ini )?(?:tanggung jawab|wewenang|kewenangan|urusan|harus|dinas)|(?:saya |kami |sy )?harus ke ?mana|ke ?mana (?:ya|saya|kami|yang|sebenarnya|lagi)|lapor ?ke ?mana|instansi mana|dinas mana|pihak mana|saling|katanya (?:itu |ini )?urusan|bilang (?:itu |ini )?urusan|dibilang (?:itu |ini )?urusan|entah (?:siapa|dinas|instansi)|siapa yang (?:berwenang|bertanggung|salah|benar)|atau (?:dinas|kantor|instansi|bpn|pdam|pln|polres|polda) (?:lain|mana)|belum jelas (?:siapa|instansi))\b"),
    ("bribery or crime alleged", r"\b(?:pungli|pungutan liar|pungutan|suap|menyuap|sogok|menyogok|uang (?:pelicin|damai|rokok|terima kasih|kopi|sogok|bawah meja|tutup mulut)|gratifikasi|korupsi|dikorupsi|titip sidang|calo|diperas|memeras|pemerasan|setoran|jual beli jabatan|penggelapan|digelapkan|pemalsuan|dipalsukan|ijazah palsu|nepotisme|kkn|mark ?up|fiktif|dipotong|potongan (?:dana|blt|bantuan)|bribe\w*|corrupt\w*|an agent|diminta(?:i)? uang|minta uang|minta jatah|jatah|(?:minta|diminta|dimintai|meminta)(?: saya| kami)? (?:rp\.? ?)?\d[\d.,]*|tanpa kwitansi resmi|di luar ketentuan|diminta biaya|dimintai biaya|minta biaya|biaya tambahan|mahar|tarif damai)\b"),
    ("power relations", r"\b(?:atasan (?:saya|kami)|kepala (?:sekolah|dinas|kantor|bidang) (?:saya|kami)|suami(?: saya)? (?:\w+ )?(?:anggota|polisi|tentara|tni|aparat)|istri(?: saya)? (?:\w+ )?(?:anggota|polisi|tentara|tni|polwan)|oknum anggota|dimutasi|memutasi|dinonjobkan|warga binaan|narapidana|napi (?:senior|lain)|seorang napi|salah satu napi|tahanan|santri|ditahan di (?:lapas|rutan|sel|polres\w*|polda|polsek))\b"),
    ("village or customary affair", r"\b(?:perbekel|kepala desa|kades|pilkades|pilkel|bendesa|kepala dusun|sekdes|perangkat desa|dana desa|blt desa|bumdes|adat (?:kami|saya)|tanah ulayat|desa adat|banjar adat|kasepekang)\b"),
    ("another authority is at it", r"\b(?:sedang|masih|sudah|telah)\b.{0,40}\b(?:diperiksa|ditangani|diproses|disidik|diselidiki)\b.{0,30}\b(?:inspektorat|kejaksaan|kejari|kpk|propam|polda|bpk|dprd)\b"),
    ("sender asks not to forward", r"\b(?:jangan|jgn|belum (?:perlu|usah|boleh)|tidak (?:usah|perlu|untuk)|mohon tidak|harap tidak|do not|don't)\b.{0,25}\b(?:di)?(?:teruskan|forward|kirim(?:kan)?|sampaikan|proses|tindak ?lanjuti)\b"),
    ("staff asks for data first", r"\b(?:minta(?:kan)?|diminta(?:kan)?|dimintai|lengkapi|dilengkapi|tunggu|menunggu)\b.{0,12}\b(?:data|ktp|identitas|kelengkapan|berkas)\b.{0,20}\b(?:dulu|dahulu|terlebih dahulu)\b|\bdiregist\w+ dulu\b|\bdulu\b.{0,12}\bdiminta data\b|\bdan\s+diminta data\b"),
    ("a death in question", r"\b(?:meninggal|tewas|wafat)\b.{0,80}\b(?:karena|akibat|kelalaian|lalai|terlambat|malapraktik|malpraktik|dibiarkan|tidak ditangani)\b"),
    ("news or hearsay", r"\b(?:saya (?:baca|membaca|lihat|dengar|mendengar)|dengar-dengar|katanya sih|menurut (?:berita|koran|media|kabar)|viral|di (?:koran|berita|tiktok|facebook|fb|instagram) (?:saya|katanya|ramai|ada))\b"),
    ("politics or insult", r"\b(?:pilkada|pilpres|pemilu|caleg|timses|tim sukses|bajingan|anjing|bangsat|tolol|goblok|bunuh)\b"),
    ("threat by the sender", r"\b(?:viralkan|saya viralkan|demo besar|saya bakar|kami segel|tidak bertanggung jawab atas)\b"),
    ("on behalf of somebody", r"\b(?:mewakili|atas permintaan|mendampingi|meneruskan (?:surat|laporan|keluhan|aspirasi|pesan)|karena beliau|beliau (?:sudah|tidak|minta|meminta|ini)|teruskan dari|dari grup|fyi|saya (?:bantu|wakili|wakilkan|tuliskan)|(?:jadi |saya )bantu (?:mama|ibu|bapak|tetangga|teman|nenek|kakek)|untuk (?:tetangga|teman|kenalan) saya|(?:tetangga|teman|kenalan) saya (?:yang|mau|minta)|klien|saya (?:arsitek|notaris|konsultan|makelar|biro jasa|agen)(?:nya)?|arsiteknya|notarisnya)\b"),
    ("only a question", r"\b(?:mau (?:ber)?tanya(?! sekaligus)|ingin (?:ber)?tanya|apa benar|benarkah|bolehkah|apakah (?:bisa|boleh|ada cara)|mau (?:ber)?tanya saja|bagaimana cara\w*|konsultasi (?:dulu|saja)|sekadar (?:tanya|informasi)|hanya (?:ingin )?(?:tanya|bertanya))\b"),
    ("patient data", r"\b(?:obat|perawatan|pengobatan|resep|terapi|rehabilitasi) (?:jiwa|mental|saraf|kakak|adik|anak|ibu|bapak|istri|suami|nenek|kakek)\b"),
    ("patient data", r"\b(?:istri|suami|anak|ibu|mama|bapak|bapa|ayah|kakak|adik|nenek|kakek|mertua|keponakan|saudara|paman|tante|cucu|bayi|teman)\b.{0,60}\b(?:dirawat|(?<!rumah )sakit|pasien|operasi|kontrol|berobat|koma|meninggal (?:di|saat|setelah) (?:dirawat|melahirkan|operasi))\b"),
    ("private parties involved", r"\b(?:mantan (?:suami|istri|isteri)|paman|ipar|\w*serobot\w*|\w*sengketa\w*|developer|pengembang|kontraktor|proyek (?:kami|saya)|rekanan|vendor|penjual|ahli waris lain\w*|tumpang tindih|sertifikat ganda|tender|lelang|perjanjian kerja ?sama|wanprestasi|hutang piutang|majikan|perusahaan saya bekerja|notaris|ppat|hak asuh|perceraian|bercerai|cerai)\b"),
    ("fraud or favour alleged", r"\b(?:\w*palsu\w*|bocor(?:kan)?|membocorkan|dibocorkan|curang\w*|dicurangi|kecurangan|\w*manipulasi\w*|hubungan keluarga|titipan|orang dekat|kerabat|balas jasa|anggota dewan|anak pejabat|keluarga pejabat|rekayasa|direkayasa|penyalahgunaan|disalahgunakan|mafia|oknum|penipuan|ditipu|menipu|mengancam(?! (?:keselamatan|jiwa|nyawa))|diancam|ancaman|intimidasi|diskriminasi|didiskriminasi|disabilitas|difabel)\b"),
    ("specific personal data", r"\b(?:agama|kafir|etnis|suku|ras|sara|cina|tionghoa|ahmadiyah|penghayat|murtad|lgbt|waria|transgender|transpuan|gay|lesbi\w*|homo|orientasi|anak (?:angkat|asuh|haram|yatim|piatu|di luar (?:nikah|kawin))|luar nikah|adopsi|ayah kandung|ibu kandung|tidak diketahui ayah\w*|tes dna|panti|perwalian|wali dari|hamil (?:di luar|duluan)|status (?:janda|perkawinan)|poligami|nikah siri|perselingkuhan|selingkuh|jenis kelamin|ganti kelamin|biometrik|genetik|catatan kriminal|eks (?:napi|warga|tapol|timtim)|timor leste|pengungsi|rohingya|suaka|tanpa kewarganegaraan|stateless)\b"),
    ("accused or held", r"\b(?:tersangka|terdakwa|terpidana|ditangkap|penangkapan|penahanan|ditahan (?:polisi|jaksa|di|oleh|sejak polisi)|dipenjara|penjara|di sel|rutan|remisi|pembebasan bersyarat|buronan|dpo|kriminalisasi|dikriminalisasi|salah tangkap|laporan polisi dari|dilaporkan (?:ke )?polisi|saya dilaporkan)\b"),
    ("child at risk", r"\b(?:di ?bawah umur|umur \d{1,2} (?:tahun|th)\b.{0,30}\b(?:hamil|kerja|nikah|dipaksa)|telanjang|bugil|video asusila|asusila|foto (?:\w+ ){0,3}(?:beredar|tersebar|disebar)|pekerja anak|eksploitasi|putus sekolah|anak (?:\w+ ){0,2}hamil|stunting|gizi buruk|pornografi|tkw|tki|pmi|perdagangan)\b"),
    ("threat to oneself or others", r"\b(?:bunuh diri|bakar diri|bakar|mati saja|mogok makan|gantung diri|loncat|akhiri hidup|saya nekat|nekat)\b"),
    ("passwords or account data", r"\b(?:password|kata sandi|sandi|pin saya|otp|dibajak|diretas|hack\w*|dibobol|data pribadi)\b"),
    ("workers made to suffer", r"\b(?:dirumahkan|dipecat|diskors|diberhentikan|dikeluarkan|dinonaktifkan sepihak|dinonjob\w*|phk massal|dimarahi|dibentak|dihina|menghina|hina|dikucilkan|dirundung|dimusuhi|didiamkan)\b"),
    ("disaster or danger told", r"\b(?:tiang (?:\w+ )?(?:miring|roboh)|(?:takutnya|khawatir|bahaya|berbahaya|membahayakan|rawan)\b.{0,40}\b(?:jatuh|anak|roboh|korban|nyawa|kena|celaka|kecelakaan))\b"),
    ("seizure or auction", r"\b(?:lelang|dilelang|disita|penyitaan|eksekusi|sita|dieksekusi|digusur|penggusuran)\b"),
    ("press or research", r"\b(?:wartawan|jurnalis|redaksi|liputan|media massa|lsm|aktivis|mahasiswa penelitian|peneliti|skripsi saya|klarifikasi dinas)\b"),
    ("invitation or circular", r"\b(?:mengundang|undangan|rapat koordinasi|surat edaran|sosialisasi|bimtek)\b"),
    ("addressed to somebody else", r"\b(?:kepada )?yth\.?,? (?:bapak |ibu |bpk\.? )?(?:bupati|gubernur|wali ?kota|presiden|menteri|kapolri|kapolda|kapolres\w*|kepala dinas|kadis|direktur|sekda|inspektur|ketua dprd)\b"),
    ("patient data", r"\b(?:dokter\w*|bidan|disuntik|suntik\w*|jenazah|kehamilan|keguguran|caesar|sesar|cacat|salah (?:obat|diagnosa|diagnosis|resep))\b"),
    ("conduct of a person", r"\b(?:sumbangan|memotong|pemotongan|dipotong|disunat|sepupu|keponakan (?:kepala|pejabat|bupati)|disebar\w*|menyebar\w*|(?:jadi|menjadi|sebagai) saksi|memihak|berpihak|dikatrol|nilai (?:anak|rapor|ujian) (?:saya )?(?:\w+ ){0,5}(?:turun|dikurangi|diubah|jelek)|kasar|tidak sopan|marah-marah|membentak|sering (?:absen|bolos)|jarang masuk|menikah lagi|bernama [a-z]|disuruh damai|dipaksa|memaksa|ganti rugi|tunanetra|tunarungu|kursi roda)\b"),
    ("conduct of a person", r"\b(?:kepala sekolah|kepsek|guru)(?: \w+){0,4} (?:memotong|minta|meminta|mewajibkan|memungut|marah|memutasi|mengeluarkan|menghukum|mencubit|absen|bolos|menjual|melarang)\b"),
    ("speaks for a group", r"\bkami,? (?:para |segenap |semua )?(?:warga|masyarakat|penduduk|pedagang|petani|nelayan|orang ?tua|siswa|mahasiswa|karyawan|pegawai|buruh|sopir|ojol)\b|\b(?:tidak setuju|menolak) (?:dengan )?(?:pembangunan|proyek|rencana|kebijakan)\b"),
    ("patient data", r"\b(?:istri|suami|anak|ibu|mama|bapak|ayah|kakak|adik|nenek|kakek|mertua|keponakan|paman|tante|cucu|bayi)\b.{0,120}\b(?:lorong|telantar|terlantar|ditelantarkan|ruang perawatan|perawat|infus|dirujuk|inap|vonis dokter|kanker)\b"),
    ("settled or withdrawn", r"\btidak jadi (?:lapor|melapor\w*|mengadu)\b|\b(?:sekarang|hari ini|tadi|kemarin|akhirnya|ternyata) (?:\w+ )?(?:sudah|telah) (?:\w+ )?(?:mengalir|normal|menyala|selesai|teratasi|diperbaiki|dibayar|cair|terbit|keluar|beres)\b|\b(?:sudah (?:selesai|beres|diselesaikan|terselesaikan|ditindaklanjuti dengan baik|keluar|jadi|diperbaiki|dibayar|cair)(?: semua)?(?: kemarin| tadi)?\s*[.,!]?\s*(?:terima kasih|makasih|jadi tidak)|batal(?:kan)? (?:laporan|pengaduan)|cabut laporan|mencabut laporan|tidak jadi lapor)\b"),
)  # fmt: skip

AGAIN = re.compile(
    r"\b(?:sudah|sdh|udah|su|telah|pernah|sebelumnya|kemarin|kmrn|minggu lalu|bulan lalu|awal bulan|lusa)\b[^.]{0,60}\b(?:lapor|melapor|laporan|mengadu|email|e-mail|surel|imel|kirim|mengirim|bersurat|surat|menulis|wa|adukan)\b[^.]{0,60}\b(?:ombudsman|ori|bapak/ibu ombudsman|ke sini|kesini|kantor ini|email ini)\b"
    r"|\bombudsman\b[^.]{0,60}\b(?:aduan|laporan|pengaduan) (?:saya|kami)\b(?! (?:di|lewat|via) (?:sp4n )?lapor)"
    r"|\bkantor (?:bapak|ibu|bpk|bapak/ibu)\b|\bkabar dari (?:ombudsman|bapak|ibu|sini|mana)|\b(?:bapak|ibu|ombudsman|admin|min|petugas ombudsman) (?:bilang|janji|berjanji|menjanjikan|akan (?:bantu|dibantu|proses))\b|^(?:\S+ ){0,8}(?:ini|saya) (?:\S+ ){0,5}lagi\b|\b(?:kapan|sudah sampai mana|bagaimana) (?:\w+ )?(?:ditindaklanjuti|perkembangan|kelanjutan|progres\w*|tindak lanjut)|\bdari ombudsman\b"
    r"|\b(?:menyambung|menindaklanjuti|sehubungan dengan|merujuk|merujuk pada|terkait|menyusul\w*|sesuai|mengacu|berdasarkan|meneruskan|melanjutkan|mengingatkan|memperbarui|update|follow ?up)\b[^.]{0,25}\b(?:laporan|pengaduan|aduan|email|e-mail|surat|keluhan)\b (?:saya|kami|kita|terdahulu|sebelumnya|tanggal|ke ombudsman|nomor)"
    r"|\b(?:laporan|pengaduan|aduan|email|e-mail|surel|keluhan)\b (?:saya|kami)? ?(?:ke|kepada|di|pada) (?:kantor )?ombudsman\b"
    r"|\bombudsman\b[^.]{0,40}\b(?:sudah|pernah|telah)\b[^.]{0,30}\b(?:saya|kami|lapor\w*|kirim\w*|terima)\b"
    r"|\b(?:mengulang|ulangi|menyusul\w*|melanjutkan|menambahkan|melengkapi|lengkapi|susulan|tambahan|terkait|lanjutan)\b[^.]{0,20}\b(?:laporan|pengaduan|aduan|email|surat|keluhan)\b(?: (?:saya|kami|sebelumnya|istri|suami|tanggal|kemarin))"
    r"|\b(?:laporan|pengaduan|aduan|email|surat) (?:saya|kami) (?:\w+ ){0,2}(?:sebelumnya|tanggal|tgl|kemarin|minggu lalu|yang lalu|yang lama|terdahulu|belum (?:ada kabar|dibalas|dijawab|ditanggapi))\b[^.]{0,40}\b(?:soal|tentang|ombudsman|belum|mengenai)\b"
    r"|\b(?:istri|suami|anak|mama|ibu|bapak|kakak|adik|orang tua|ayah|mertua) (?:saya|sy|kami)?\s?[^.]{0,40}\b(?:sudah|sdh|pernah|tadi|yg|yang)\b[^.]{0,12}\b(?:email|lapor|melapor|kirim|mengirim)\b"
    r"|\banaknya (?:pak|bu|bapak|ibu)\b[^.]{0,40}\b(?:lapor|melapor|email|kirim)\b"
    r"|\bini (?:saya|sy|kami) lengkapi\b|\bbelum ada kabar, jadi saya\b|\bkirim surat resmi lewat email\b|\bjuga sudah kirim email\b|\bnomor (?:registrasi|laporan) ombudsman\b|\blaporan (?:yang )?sama\b|\bmohon dibantu sekali lagi\b"
)

# --- Prior effort towards the agency (UU 37/2008 art. 24(1)c) ----------------------------------------------------
EFFORT = re.compile(
    r"\b(?:(?:me|ter|di)?lapor(?:kan|an)?|mengadu(?:kan)?|adukan|pengaduan ke|datang(?:i)?|mendatangi|didatangi|tanya(?:kan)?|menanyakan|bertanya|ditanya|protes|komplain|complain|dikomplain|keberatan|somasi|disomasi|surat (?:saya|kami|nomor|no\b|tanggal|tgl|ke\b|kepada|resmi|tertulis|permohonan|keberatan|pengaduan|keluhan|kedua|pertama|balasan|\d)|(?:kirim\w*|mengirim\w*|layangkan|ajukan|antar\w*|titip\w*) surat|surati|banding|(?:sudah|telah|pernah|sempat|coba) (?:minta|meminta|mohon|memohon) (?:ke|kepada|pada|di|langsung)\b|disurati|menyurati|bersurat"
    r"|telpon|telepon|menelepon|menelpon|telp|tlp|call ?cent(?:er|re)|care ?center|hotline|menghubungi|hubungi|dihubungi|menemui|ketemu|bertemu|temui|menghadap|bicara|audiensi|permohonan tertulis|tiket|nomor laporan|bolak[- ]?balik|mondar[- ]?mandir"
    r"|(?:saya|kami|sy|beta|tiang|katong) (?:sudah |su |juga |lalu |kemudian |pernah |langsung |sempat )*(?:ke|pi|pigi) [a-z]+|mohon ke|email(?:kan)? ke|kirim (?:wa|email|surat)|formulir keluhan|form keberatan|isi formulir|mengisi pengaduan|minta (?:penjelasan|ketemu|perbaikan|bertemu)|kesana|ke sana|(?:pi|pigi) (?:lagi|kantor|pln|bpn|pdam|dinas|[a-z]+)|(?:ke|pi) (?:kantor|dinas|loket|rumah sakit|bank|bpjs|bpn|pdam|pln|samsat|polres\w*|imigrasi|plasa|capil|disdukcapil)|(?:kali|\d ?x) (?:naik \w+ )?(?:ke|pi|datang)|(?:pi|pigi|datang|kesana|ke sana|balik) (?:lagi )?(?:\d+ ?(?:x|kali)|\w+ kali)|wrote|complained|asked|called|visited|went to|emailed|phoned|spoke (?:to|with)|reported (?:it )?to|contacted|(?:saya|kami|sy|sudah|telah|pernah) (?:sudah |pernah )?(?:tegur|wa|dm|chat|inbox|sms|email|mention|whatsapp)|(?:sampun )?k[ae] kantor|kotak saran|buku (?:pengaduan|tamu)|pertemuan dengan|rapat dengan|konsultasi|mediasi|diklarifikasi|klarifikasi|mengurus|kotak saran|ajukan (?:lewat|keberatan|kembali|perbaikan)|dimasukkan lagi|masukkan ulang|menyampaikan lisan)\b"
)
DONE = re.compile(
    r"\b(?:sampun|ping (?:\d|dua|tiga|kuda)|ditolak|(?:tidak|tdk|tak|ga|gak|nggak|belum|blm|sonde) (?:pernah )?(?:di)?(?:jawab|balas|tanggap\w*|gubris|respon\w*|angkat|layani)\w*|cuma dibaca|hanya dibaca|malah marah|(?:saya|kami|sy) (?:mengisi|isi|tegur)|times|was told|were told|without (?:a |any )?(?:reply|answer)|no (?:reply|answer)|sudah|sdh|udah|udh|su|telah|tlh|pernah|terakhir|tadi|kemarin|kmrn|waktu|lalu|tgl|tanggal|\d{1,2} (?:jan|feb|peb|mar|apr|mei|jun|jul|ag|sep|okt|nov|nop|des)\w*|\d+ ?(?:x|kali)|(?:satu|dua|tiga|empat|lima|enam|tujuh|beberapa|berkali|berulang)[- ]kali|bolak[- ]?balik|tiket|nomor laporan|setiap (?:ditanya|tanya)|kami kirim\w*|dijawab|jawab\w*|dibilang|disuruh|dibalas|dijanjikan|katanya|januari|februari|pebruari|maret|april|juni|juli|agustus|september|oktober|november|nopember|desember|june|july|august|on \d|sejak|saya (?:tanya|datang|protes|ke|telepon|telpon|lapor))\b"
)
NOT_DONE = re.compile(
    r"\b(?:rencana\w*|berencana|minggu depan|bulan depan) |\b(?:belum|blm|tidak|tdk|tak|gak|ga|nggak) (?:sempat |pernah |ada |sy |saya )?(?:saya |sy )?(?:ke kantor|lapor|melapor|tanya|bertanya|menanyakan|komplain|mengadu|datang|menghubungi|ke sana|kesana|laporkan|protes)\b"
)
# What one is about to do is no effort yet: 'mau lapor', 'ingin mengadukan'.
ABOUT_TO = re.compile(
    r"\b(?:mau|ingin|hendak|akan|izin|ijin|mohon izin|bermaksud|dengan ini(?: saya| kami)?|bermaksud untuk|berniat|untuk)\s$"
)
# Where the village office itself is complained of, going there is an effort.
VILLAGE_ACCUSED = re.compile(
    r"\b(?:perbekel|kepala desa|kades|lurah|kantor desa|kantor lurah|kelurahan|perangkat desa|sekdes)\W+(?:\w+\W+){0,3}"
    r"(?:tidak|tdk|belum|menolak|minta|meminta|memungut|memotong|mempersulit|menahan|menunda|mengabaikan)\b"
)
VILLAGE = re.compile(r"\b(?:kantor )?(?:desa|perbekel|kepala desa|kades|lurah|kelurahan|kepala dusun)\b")
# A service and what went wrong with it make an account.
WENT_WRONG = re.compile(
    r"\b(?:belum|blm|tidak|tdk|tak|gak|ga|nggak|sonde|ditolak|menolak|lama|rusak|mati|error|salah|hilang|dipersulit|diminta|dipungut|dipotong|ditahan|lambat|bocor|keruh"
    r"|naik|terputus|putus|habis|kosong|macet|numpuk|menumpuk|dibebani|ditagih|kasar|diskriminasi|dicabut|diblokir|tertunda|bolak[- ]?balik|not|never|refused|delayed)\b"
)
NO_AGENCY = re.compile(
    r"\b(?:kaling|kelian|kepala lingkungan|kepala dusun|perbekel|desa|rt|rw|tetangga|adat|ombudsman|satpam|keluarga|mama|teman|tante|paman|om saya|kakak saya|adik saya|saudara|kenalan|google|facebook|medsos|tiktok|instagram saya)\b"
)
AN_OFFICE = re.compile(
    r"\b(?:kantor|loket|petugas|dinas|kepala|kadis|kabid|kasi|kasat|kapolres\w*|penyidik|panitia|bank|rumah sakit|rs\w{0,3}|call ?center|care ?center|cs|123|188|tiket|aplikasi|pln|pdam|pam|bpn|bpjs|capil|disdukcapil|dispenduk|samsat|polres\w*|imigrasi|telkom|kpp|upt\w*|bidang|operator|hotline|direksi|rektorat|fakultas|pelayanan|unit|cabang|staf|pegawai|bagian|sekolah|komite|balai|piket|pupr|bpbd|dlhk|website|nomor pengaduan|oesao|tirta|layanan|teknisi|lapor!?|surat|somasi|counter|officer|office|kampus|puskesmas|inspektorat|mpp|bupati)\b"
)
# A notice below the mail, by its first words: who wrote it meant every mail, not this one.
DISCLAIMER = re.compile(
    r"(?:\W{0,10}(?:disclaimer|penyangkalan|penafian|perhatian|catatan|confidentiality notice|notice|pernyataan kerahasiaan)\s*:?\s*)?"
    r"(?:this e-?mail(?: message)? (?:and|is|may|contains)|this message (?:and|is|may|contains)|the information (?:contained )?in this (?:e-?mail|message)"
    r"|(?:isi |informasi (?:dalam|pada) )?(?:surel|pesan|e-?mail|email) ini (?:(?:dan|beserta|berikut) (?:semua |seluruh )?lampiran\w*|bersifat|berisi|hanya|mungkin|dapat|ditujukan|mengandung)"
    r"|informasi yang (?:terkandung|terdapat) dalam|if you are not the intended|apabila anda bukan penerima|jika anda bukan penerima|disclaimer\s*:|penyangkalan\s*:|confidentiality notice|pernyataan kerahasiaan)"
)
NAMES_A_PAPER = re.compile(r"ktp|identitas|paspor|passport|\bsim\b|\bkk\b|nik|npwp|nib", re.IGNORECASE)
COMPANY_ID = re.compile(r"\b(?:npwp|nib)\b[^\n]{0,6}[\d.]{6,}", re.IGNORECASE)
ATTACHED = re.compile(
    r"\b(?:terlampir|lampir\w*|attached|copy|salinan|fotokopi|foto\w*|dokumen)\b", re.IGNORECASE
)
HAZARD_PATIENT = re.compile(
    r"\b(?:pasien|dirawat|rawat|igd|ugd|icu|nicu|bapak saya|ibu saya|anak saya|istri saya|suami saya|keponakan|bayi (?:ny|saya|kami)|penyakit|sakit jantung|stroke|korban|visum)\b"
)
ANSWERED_IN_LAPOR = re.compile(
    r"\blapor!?\b.{0,160}\b(?:ditutup|selesai|dijawab|jawab|menjawab)\b|\b(?:menjawab|dijawab|jawab)\b.{0,20}\bdi lapor\b"
)
