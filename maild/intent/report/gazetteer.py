# ruff: noqa: E501 - data: one entry a line reads best
"""Data: provinces and regencies of Indonesia, and the places inside those with an office at hand.

Sources: the Ministry of Home Affairs' list of regions (38 provinces, 514 regencies and cities). `=` names the
seat; a leading `!` marks a word that is also an ordinary word, a street or a person's name, and counts as a
place only behind 'kabupaten', 'kota', 'kecamatan', 'desa' and the like.
"""

from __future__ import annotations

# province | other names | regencies | cities
PROVINCES = """
Aceh|nad|Aceh Selatan=Tapak Tuan,Aceh Tenggara=Kutacane,Aceh Timur,Aceh Tengah=Takengon,Aceh Barat=Meulaboh,Aceh Besar=Jantho,Pidie=Sigli,Aceh Utara=Lhoksukon,Simeulue=Sinabang,Aceh Singkil,Bireuen,Aceh Barat Daya=Blangpidie,Gayo Lues=Blangkejeren,Aceh Jaya=Calang,Nagan Raya,Aceh Tamiang=Karang Baru,Bener Meriah,Pidie Jaya|Banda Aceh,!Sabang,Lhokseumawe,Langsa,Subulussalam
Sumatera Utara|sumut,sumatra utara|Tapanuli Tengah=Pandan,Tapanuli Utara=Tarutung,Tapanuli Selatan=Sipirok,Nias,Langkat=Stabat,Karo=Kabanjahe,Deli Serdang=Lubuk Pakam,Simalungun,Asahan=Kisaran,Labuhanbatu=Rantauprapat,Dairi=Sidikalang,Toba=Balige,Mandailing Natal=Panyabungan,Nias Selatan,Pakpak Bharat,Humbang Hasundutan,Samosir,Serdang Bedagai,Batu Bara,Padang Lawas Utara,Padang Lawas,Labuhanbatu Selatan,Labuhanbatu Utara,Nias Utara,Nias Barat|Medan,Pematangsiantar,Sibolga,Tanjungbalai,Binjai,Tebing Tinggi,Padangsidimpuan,Gunungsitoli
Sumatera Barat|sumbar,sumatra barat|Pesisir Selatan=Painan,Solok,Sijunjung,Tanah Datar=Batusangkar,Padang Pariaman,Agam,Lima Puluh Kota,Pasaman,Kepulauan Mentawai,Dharmasraya,Solok Selatan,Pasaman Barat|Padang,Solok,Sawahlunto,Padang Panjang,Bukittinggi,Payakumbuh,Pariaman
Riau||Kampar=Bangkinang,Indragiri Hulu=Rengat,Bengkalis,Indragiri Hilir=Tembilahan,Pelalawan,Rokan Hulu,Rokan Hilir=Bagansiapiapi,!Siak,Kuantan Singingi,Kepulauan Meranti|Pekanbaru,Dumai
Jambi||Kerinci,Merangin=Bangko,Sarolangun,Batang Hari,Muaro Jambi,Tanjung Jabung Barat,Tanjung Jabung Timur,!Bungo,!Tebo|!Jambi,Sungai Penuh
Sumatera Selatan|sumsel,sumatra selatan|Ogan Komering Ulu=Baturaja,Ogan Komering Ilir,Muara Enim,!Lahat,Musi Rawas,Musi Banyuasin=Sekayu,Banyuasin,Ogan Komering Ulu Timur,Ogan Komering Ulu Selatan,Ogan Ilir,Empat Lawang,Penukal Abab Lematang Ilir,Musi Rawas Utara|Palembang,Pagar Alam,Lubuklinggau,Prabumulih
Bengkulu||Bengkulu Selatan,Rejang Lebong=Curup,Bengkulu Utara,!Kaur,Seluma,Mukomuko,!Lebong,Kepahiang,Bengkulu Tengah|Bengkulu
Lampung||Lampung Selatan=Kalianda,Lampung Tengah,Lampung Utara=Kotabumi,Lampung Barat,Tulang Bawang,Tanggamus,Lampung Timur,Way Kanan,Pesawaran,Pringsewu,Mesuji,Tulang Bawang Barat,Pesisir Barat|Bandar Lampung,!Metro
Kepulauan Bangka Belitung|babel,bangka belitung|Bangka=Sungailiat,Belitung,Bangka Selatan,Bangka Tengah,Bangka Barat,Belitung Timur|Pangkalpinang
Kepulauan Riau|kepri|Bintan,Karimun,Natuna,!Lingga,Kepulauan Anambas|Batam,Tanjungpinang
DKI Jakarta|dki,jakarta|Kepulauan Seribu|Jakarta Pusat,Jakarta Utara,Jakarta Barat,Jakarta Selatan,Jakarta Timur
Jawa Barat|jabar|Bogor=Cibinong,Sukabumi,Cianjur,Bandung=Soreang,Garut,Tasikmalaya,Ciamis,Kuningan,Cirebon,Majalengka,Sumedang,Indramayu,Subang,Purwakarta,Karawang,Bekasi=Cikarang,Bandung Barat,Pangandaran|Bogor,Sukabumi,Bandung,Cirebon,Bekasi,Depok,Cimahi,Tasikmalaya,!Banjar
Jawa Tengah|jateng|Cilacap,Banyumas=Purwokerto,Purbalingga,Banjarnegara,Kebumen,Purworejo,Wonosobo,Magelang,Boyolali,Klaten,Sukoharjo,Wonogiri,Karanganyar,Sragen,Grobogan,Blora,Rembang,!Pati,Kudus,Jepara,!Demak,Semarang=Ungaran,Temanggung,Kendal,!Batang,Pekalongan,Pemalang,Tegal,Brebes|Magelang,Surakarta,Salatiga,Semarang,Pekalongan,Tegal
DI Yogyakarta|diy,yogyakarta,jogja,jogjakarta|Kulon Progo,Bantul,Gunungkidul,Sleman|Yogyakarta
Jawa Timur|jatim|Pacitan,Ponorogo,Trenggalek,Tulungagung,!Blitar,!Kediri,!Malang,Lumajang,Jember,Banyuwangi,Bondowoso,Situbondo,Probolinggo,Pasuruan,Sidoarjo,Mojokerto,Jombang,Nganjuk,Madiun,Magetan,Ngawi,Bojonegoro,Tuban,Lamongan,Gresik,Bangkalan,Sampang,Pamekasan,Sumenep|!Kediri,!Blitar,!Malang,Probolinggo,Pasuruan,Mojokerto,Madiun,Surabaya,!Batu
Banten||Pandeglang,!Lebak,Tangerang,Serang|Tangerang,Cilegon,Serang,Tangerang Selatan
Nusa Tenggara Barat|ntb|Lombok Barat,Lombok Tengah=Praya,Lombok Timur=Selong,Sumbawa,Dompu,Bima,Sumbawa Barat=Taliwang,Lombok Utara|Mataram,Bima
Kalimantan Barat|kalbar|Sambas,Bengkayang,!Landak,Mempawah,Sanggau,Ketapang,Sintang,Kapuas Hulu,Sekadau,Melawi,Kayong Utara,Kubu Raya|Pontianak,Singkawang
Kalimantan Tengah|kalteng|Kotawaringin Barat,Kotawaringin Timur=Sampit,Kapuas,Barito Selatan,Barito Utara,Sukamara,Lamandau,Seruyan,Katingan,Pulang Pisau,Gunung Mas,Barito Timur,Murung Raya|Palangka Raya
Kalimantan Selatan|kalsel|Tanah Laut,Kotabaru,!Banjar=Martapura,Barito Kuala,Tapin,Hulu Sungai Selatan,Hulu Sungai Tengah,Hulu Sungai Utara,Tabalong,Tanah Bumbu,Balangan|Banjarmasin,Banjarbaru
Kalimantan Timur|kaltim|Paser,Kutai Kartanegara=Tenggarong,!Berau,Kutai Barat,Kutai Timur=Sangatta,Penajam Paser Utara,Mahakam Ulu|Balikpapan,Samarinda,Bontang
Kalimantan Utara|kaltara|Bulungan,Malinau,Nunukan,Tana Tidung|Tarakan
Sulawesi Utara|sulut|Bolaang Mongondow,Minahasa,Kepulauan Sangihe,Kepulauan Talaud,Minahasa Selatan,Minahasa Utara,Minahasa Tenggara,Bolaang Mongondow Utara,Kepulauan Sitaro,Bolaang Mongondow Timur,Bolaang Mongondow Selatan|Manado,Bitung,Tomohon,Kotamobagu
Sulawesi Tengah|sulteng|Banggai=Luwuk,!Poso,Donggala,Tolitoli,!Buol,Morowali,Banggai Kepulauan,Parigi Moutong,Tojo Una-Una,!Sigi,Banggai Laut,Morowali Utara|!Palu
Sulawesi Selatan|sulsel|Kepulauan Selayar,Bulukumba,Bantaeng,Jeneponto,Takalar,Gowa,!Sinjai,!Bone,!Maros,Pangkajene dan Kepulauan,Barru,Soppeng,Wajo,Sidenreng Rappang,Pinrang,Enrekang,Luwu,Tana Toraja,Luwu Utara,Luwu Timur,Toraja Utara|Makassar,Parepare,Palopo
Sulawesi Tenggara|sultra|Kolaka,Konawe,!Muna,Buton,Konawe Selatan,Bombana,Wakatobi,Kolaka Utara,Konawe Utara,Buton Utara,Kolaka Timur,Konawe Kepulauan,Muna Barat,Buton Tengah,Buton Selatan|Kendari,Baubau
Gorontalo||Gorontalo,Boalemo,Bone Bolango,Pohuwato,Gorontalo Utara|Gorontalo
Sulawesi Barat|sulbar|Pasangkayu,Mamuju,Mamasa,Polewali Mandar,Majene,Mamuju Tengah|
Maluku||Maluku Tengah,Maluku Tenggara,Kepulauan Tanimbar,!Buru,Seram Bagian Timur,Seram Bagian Barat,Kepulauan Aru,Maluku Barat Daya,Buru Selatan|Ambon,!Tual
Maluku Utara|malut|Halmahera Barat,Halmahera Tengah,Halmahera Utara,Halmahera Selatan,Kepulauan Sula,Halmahera Timur,Pulau Morotai,Pulau Taliabu|Ternate,Tidore Kepulauan
Papua||Jayapura=Sentani,Kepulauan Yapen,Biak Numfor,Sarmi,Keerom,Waropen,Supiori,Mamberamo Raya|Jayapura
Papua Barat||Manokwari,Fakfak,Teluk Bintuni,Teluk Wondama,Kaimana,Manokwari Selatan,Pegunungan Arfak|
Papua Selatan||Merauke,Boven Digoel,Mappi,Asmat|
Papua Tengah||Nabire,Mimika=Timika,Paniai,Puncak Jaya,Puncak,Dogiyai,Intan Jaya,Deiyai|
Papua Pegunungan||Jayawijaya=Wamena,Pegunungan Bintang,Yahukimo,Tolikara,Mamberamo Tengah,Yalimo,Lanny Jaya,Nduga|
Papua Barat Daya||Sorong,Raja Ampat,Sorong Selatan,Maybrat,Tambrauw|Sorong
Bali||Jembrana=!Negara,Tabanan,Badung=Mangupura,Gianyar,Klungkung=Semarapura,Bangli,Karangasem=Amlapura,Buleleng=Singaraja|Denpasar
Nusa Tenggara Timur|ntt|Kupang=Oelamasi,Timor Tengah Selatan=Soe,Timor Tengah Utara=Kefamenanu,Belu=Atambua,Alor=Kalabahi,Flores Timur=Larantuka,Sikka=Maumere,Ende,Ngada=Bajawa,Manggarai=Ruteng,Sumba Timur=Waingapu,Sumba Barat=Waikabubak,Lembata=Lewoleba,Rote Ndao=Ba'a,Manggarai Barat=Labuan Bajo,Nagekeo=Mbay,Sumba Tengah=Waibakul,Sumba Barat Daya=Tambolaka,Manggarai Timur=!Borong,Sabu Raijua=!Seba,Malaka=Betun|Kupang
"""

# region: further names and abbreviations | NIK code | kecamatan | well-known towns, kelurahan and villages
INSIDE = """
Kabupaten Jembrana||5101|!Negara,!Mendoyo,Pekutatan,!Melaya,Jembrana|Gilimanuk,Dauhwaru,Pengambengan,Loloan
Kabupaten Tabanan||5102|Selemadeg,Selemadeg Timur,Selemadeg Barat,Kerambitan,Tabanan,!Kediri,!Marga,Penebel,Baturiti,!Pupuan|Bedugul,Tanah Lot,Bajera,Candikuning
Kabupaten Badung|mangupraja,puspem badung|5103|Kuta,Mengwi,Abiansemal,Petang,Kuta Selatan,Kuta Utara|Sempidi,Lumintang Badung,Kerobokan,Kerobokan Kelod,Kerobokan Kaja,Jimbaran,Canggu,Dalung,Legian,Seminyak,Nusa Dua,Benoa Kuta,Tuban Kuta,Pecatu,Ungasan,Sangeh,Kapal Mengwi,Uluwatu,Tibubeneng
Kabupaten Gianyar||5104|Sukawati,Blahbatuh,Gianyar,Tampaksiring,Ubud,Tegallalang,Payangan|Peliatan,Lodtunduh,Pejeng,Batubulan,Celuk,Mas Ubud,Bedulu,Ketewel
Kabupaten Klungkung||5105|Nusa Penida,Banjarangkan,Klungkung,!Dawan|Nusa Lembongan,Sekartaji,Gelgel,Toyapakeh
Kabupaten Bangli||5106|!Susut,Bangli,!Tembuku,Kintamani|Songan,Batur,Penelokan,Kayuambua
Kabupaten Karangasem||5107|!Rendang,Sidemen,!Manggis,Karangasem,!Abang,Bebandem,!Selat,!Kubu|Bugbug,Candidasa,Padangbai,Tulamben,Besakih,Tianyar
Kabupaten Buleleng||5108|Gerokgak,Seririt,Busungbiu,!Banjar,Sukasada,Buleleng,!Sawan,Kubutambahan,Tejakula|Lovina,Sambirenteng,Banyuning,Pemuteran,Gitgit,Munduk,Pancasari
Kota Denpasar||5171|Denpasar Selatan,Denpasar Timur,Denpasar Barat,Denpasar Utara|Renon,Sanur,Panjer,Sesetan,Pedungan,Pemecutan,Pemecutan Kelod,Padangsambian,Padangsambian Kelod,Sidakarya,Serangan Denpasar,Peguyangan,Ubung,Kesiman,Penatih,Tonja,Lumintang Denpasar,Tegal Harum,Dauh Puri,Pelabuhan Benoa,Pesanggaran,Imam Bonjol Denpasar
Kabupaten Kupang||5301|Semau,Semau Selatan,Kupang Barat,Nekamese,Kupang Tengah,Taebenu,Amarasi,Amarasi Barat,Amarasi Selatan,Amarasi Timur,Kupang Timur,Amabi Oefeto,Amabi Oefeto Timur,Sulamu,Fatuleu,Fatuleu Tengah,Fatuleu Barat,!Takari,Amfoang Selatan,Amfoang Barat Daya,Amfoang Utara,Amfoang Barat Laut,Amfoang Timur,Amfoang Tengah|Babau,Naibonat,Oesao,Tarus,Noelbaki,Camplong,Baun,Penfui Timur,Erbaun,Mata Air,Lili
Kabupaten Timor Tengah Selatan|tts|5302|Mollo Utara,Mollo Selatan,Mollo Tengah,Mollo Barat,Fatumnasi,Tobu,Nunbena,Kota Soe,Amanuban Barat,Batu Putih,Kuatnana,Amanuban Selatan,Noebeba,Kuanfatu,Kualin,Amanuban Tengah,Kolbano,Oenino,Amanuban Timur,Fautmolo,Fatukopa,Kie,Kotolin,Amanatun Selatan,Boking,Nunkolo,Noebana,Santian,Amanatun Utara,Toianas,Kokbaun|Niki-Niki,Kapan,Nunumeu,Oenlasi
Kabupaten Timor Tengah Utara|ttu|5303|Miomaffo Barat,Miomaffo Timur,Miomaffo Tengah,Insana,Insana Utara,Insana Barat,Biboki Selatan,Biboki Utara,Biboki Anleu,Noemuti|Kefa,Wini,Eban
Kabupaten Belu||5304|Kota Atambua,Atambua Barat,Atambua Selatan,Tasifeto Barat,Tasifeto Timur,Raihat,Lasiolat,Lamaknen,Lamaknen Selatan,Kakuluk Mesak,Nanaet Duabesi,Raimanuk|Atapupu,Motaain,Tenukiik,Naekasa
Kabupaten Alor||5305|Teluk Mutiara,Alor Barat Daya,Alor Barat Laut,Alor Selatan,Alor Timur,Pantar|
Kabupaten Flores Timur|flotim|5306|Solor,Adonara,Larantuka,Wulanggitang,Ile Mandiri,Tanjung Bunga|Lewotobi,Waiwerang
Kabupaten Sikka||5307|!Paga,Mego,Lela,Nita,Maumere,!Bola,Talibura,Kewapante,Palue,!Alok,Alok Barat,Alok Timur,Kangae,Waigete,Koting,Nelle,Hewokloang,Magepanda,Tana Wawo,Waiblama,Mapitara|Wuring
Kabupaten Ende||5308|Nangapanda,Ende Timur,Ende Utara,Ende Tengah,Ende Selatan,Ndona,Wolowaru,Detusoko,Maurole|Moni,Ropa
Kabupaten Ngada||5309|Aimere,Bajawa,Golewa,Soa Ngada,Riung|
Kabupaten Manggarai||5310|Langke Rembong,Ruteng,Wae Rii,Satar Mese,Cibal,Reok|
Kabupaten Sumba Timur||5311|Kota Waingapu,Kambera,Pahunga Lodu,Haharu,Lewa,Rindi,Umalulu,Pandawai,Kahaunguweti|Kaliuda,Melolo,Ngalu
Kabupaten Sumba Barat||5312|Loli Sumba,Kota Waikabubak,Lamboya,Wanokaka|
Kabupaten Lembata||5313|Nubatukan,Ile Ape,Omesuri,Buyasuri,Atadei,Nagawutung|
Kabupaten Rote Ndao|rote|5314|Lobalain,Rote Barat,Rote Timur,Rote Tengah,Pantai Baru|Nemberala
Kabupaten Manggarai Barat|mabar|5315|Komodo,Macang Pacar,Kuwus,Lembor,Sano Nggoang,Boleng,Ndoso,Mbeliling,Lembor Selatan|Kerangan,Golo Mori,Wae Kelambu,Batu Cermin
Kabupaten Sumba Tengah||5317|Katikutana,Mamboro|
Kabupaten Sumba Barat Daya|sbd|5318|Kodi,Loura,Wewewa,Kota Tambolaka|
Kabupaten Manggarai Timur|matim|5319|Elar,Kota Komba,Lamba Leda,Sambi Rampas,Poco Ranaka,Rana Mese|
Kabupaten Nagekeo||5316|Aesesa,Boawae,Mauponggo,Nangaroro|
Kabupaten Sabu Raijua|sabu|5320|Sabu Barat,Sabu Timur,Raijua,Hawu Mehara|
Kabupaten Malaka||5321|Malaka Tengah,Malaka Barat,Malaka Timur,Wewiku,Weliman,Kobalima|
Kota Kupang||5371|!Alak,Maulafa,Oebobo,Kelapa Lima,Kota Raja,Kota Lama|Liliba,Nunhila,Sikumana,Oetete,Penfui,Kolhua,Kayu Putih,Naikoten,Oesapa,Lasiana,Namosain,Oepura,Tuak Daun Merah,TDM,Walikota Baru,Bakunase,Oeba,Tenau
"""
