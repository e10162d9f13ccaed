"""Mail of machines, with what it tells, beside mail of people who speak of the same things."""

from __future__ import annotations

from datetime import date

import pytest

from maild.intent import Correspondent, Meaning
from maild.intent.absence import facts, until
from maild.intent.machines import reading
from maild.message import Message, read
from tests.message.compose import message, parts

ANSWERS = "In-Reply-To: <surat.1@ombudsman.example>\n"
RESPONDS = f"Auto-Submitted: auto-replied\n{ANSWERS}"
AGENCY = Correspondent("agency", in_case=True)
REPORTER = Correspondent("reporter", in_case=True)
STRANGER = Correspondent()
OURS = "Re: [0012/LM/VIII/2026/DPS] Penerusan Laporan Masyarakat"
ABSENT: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    'saat ini melaksanakan cuti tahunan': ({"body": 'Terima kasih atas email Bapak/Ibu. Saat ini saya sedang melaksanakan cuti tahunan mulai tanggal 24 s.d. 28 Agustus 2026. Untuk keperluan mendesak dapat menghubungi Sdr. I Wayan Gunawan, S.Sos. di wayan.gunawan@dinas.example.', "more": ANSWERS}, {'until': '2026-08-28', 'substitute': 'I Wayan Gunawan', 'substitute_address': 'wayan.gunawan@dinas.example'}),
    'dinas luar ke jakarta dan': ({"body": 'Yth. Pengirim,\n\nMohon maaf saya sedang dinas luar ke Jakarta dan akan kembali ke kantor pada hari Senin, 31 Agustus 2026. Selama saya tidak berada di tempat, silakan berkoordinasi dengan Ibu Maria Goreti Bria (maria.bria@dinas.example).\n\nSalam', "more": ANSWERS}, {'until': '2026-08-31', 'substitute': 'Maria Goreti Bria', 'substitute_address': 'maria.bria@dinas.example'}),
    'mengikuti diklat pim iii di': ({"body": 'Saya sedang mengikuti Diklat PIM III di Makassar hingga 12/09/2026.\nPlh. Kepala Bidang: Yosef Tae, yosef.tae@dinas.example', "more": ANSWERS}, {'until': '2026-09-12', 'substitute': 'Yosef Tae', 'substitute_address': 'yosef.tae@dinas.example'}),
    'menghubungi kantor tutup dalam rangka': ({"body": 'Terima kasih telah menghubungi kami. Kantor kami tutup dalam rangka libur nasional dan cuti bersama sampai dengan 18 September 2026.', "more": ANSWERS}, {'until': '2026-09-18'}),
    'am out office until 7': ({"body": 'I am out of the office until 7 September 2026 with limited access to email. For urgent matters please contact Putu Ayu Lestari at ayu.lestari@hotel.example.', "subject": 'Automatic reply: Laporan', "more": ANSWERS}, {'until': '2026-09-07', 'substitute': 'Putu Ayu Lestari', 'substitute_address': 'ayu.lestari@hotel.example'}),
    'thank you for will be': ({"body": 'Thank you for your message. I will be away from my desk from August 25 through September 3, 2026. Please contact my colleague John Manafe (john.m@dinas.example) in my absence.', "more": ANSWERS}, {'until': '2026-09-03', 'substitute': 'John Manafe', 'substitute_address': 'john.m@dinas.example'}),
    'tidak berada di kantor tanggal': ({"body": 'Saya tidak berada di kantor tanggal 26 - 29 Agustus 2026. Pesan akan saya balas setelah kembali.', "more": ANSWERS}, {'until': '2026-08-29'}),
    'pesan ini dibalas secara otomatis': ({"body": 'Pesan ini dibalas secara otomatis. Email ini hanya dipantau pada hari kerja.', "more": ANSWERS}, {}),
    'sy sdg cuti melahirkan s': ({"body": 'mohon maaf sy sdg cuti melahirkan s/d 30 Nov 2026, utk urusan kantor hub. Bu Sinta sinta@rsud.example tks', "more": ANSWERS}, {'until': '2026-11-30'}),
    'dengan hormat alamat ini tidak': ({"body": 'Dengan hormat, alamat email ini sudah tidak aktif. Silakan menghubungi sekretariat@dinas.example.', "more": ANSWERS}, {'substitute_address': 'sekretariat@dinas.example'}),
    'out office re laporan': ({"body": '', "subject": 'Out of Office: Re: Laporan', "more": ANSWERS}, {}),
    'anything': ({"body": 'Anything', "more": 'X-Autoreply: yes\nPrecedence: bulk\n'}, {}),
    'libur': ({"body": 'Kami libur.', "more": 'Auto-Submitted: auto-replied (vacation)\n'}, {}),
    'tidak berada di tempat karena': ({"body": 'Saya sedang tidak berada di tempat karena ibadah umrah sampai tanggal 10 September. Urusan dinas digantikan oleh Plh. Kadis Bapak Drs. Ketut Suardana, M.Si. (ketut.s@dinas.example).', "more": ANSWERS}, {'until': '2026-09-10', 'substitute': 'Ketut Suardana', 'substitute_address': 'ketut.s@dinas.example'}),
    'm on annual leave and': ({"body": "Hi,\n\nI'm on annual leave and back on Monday 31 August. If urgent, reach out to Made.\n\nKomang", "more": ANSWERS}, {'until': '2026-08-31', 'substitute': 'Made'}),
    'ooo': ({"body": 'OOO', "subject": 'OOO: Re: surat', "more": ANSWERS}, {}),
    'dirawat di rumah sakit': ({"body": 'Saya sedang dirawat di rumah sakit', "subject": 'Tidak di kantor Re: surat', "more": ANSWERS}, {}),
    'perjalanan dinas ke labuan bajo': ({"body": 'Selamat siang, saya sedang perjalanan dinas ke Labuan Bajo sampai Jumat, 28 Agustus 2026, akses internet terbatas. Hal mendesak via WA 0812 0000 1111.', "more": ANSWERS}, {'until': '2026-08-28'}),
    'mengirim pesan isolasi mandiri sampai': ({"body": 'Terima kasih sudah mengirim pesan. Saya sedang isolasi mandiri sampai 1 September 2026.', "more": ANSWERS}, {'until': '2026-09-01'}),
    'om swastyastu tiang cuti galungan': ({"body": 'Om Swastyastu,\nTiang sedang cuti Galungan lan Kuningan ngantos 5 September 2026.', "more": 'Auto-Submitted: auto-replied\n'}, {}),
    'balasan otomatis cuti besar 1': ({"body": 'Balasan otomatis - Saya cuti besar 1 Agustus s.d. 31 Oktober 2026. Plt. Kepala Seksi adalah Theresia Nahak, theresia.nahak@disdik.example', "more": ANSWERS}, {'until': '2026-10-31', 'substitute': 'Theresia Nahak', 'substitute_address': 'theresia.nahak@disdik.example'}),
    'saat ini menjalankan cuti alasan': ({"body": 'Kepada Yth. Bapak/Ibu,\nSaat ini saya sedang menjalankan cuti alasan penting dari tanggal 1 September 2026 sampai dengan 5 September 2026. Untuk sementara tugas saya digantikan oleh Sdri. Ni Kadek Ayu Puspita, S.E., email: kadek.puspita@badung.example, HP 0812 0000 3333.', "more": RESPONDS}, {'until': '2026-09-05', 'substitute': 'Ni Kadek Ayu Puspita', 'substitute_address': 'kadek.puspita@badung.example'}),
    'shalom sementara mengikuti kegiatan bimtek': ({"body": 'Shalom, saya sementara mengikuti kegiatan Bimtek di Kupang s/d tgl 29 Agustus 2026. Terima kasih, Tuhan memberkati.', "more": RESPONDS}, {'until': '2026-08-29'}),
    'tidak bertugas di dinas sosial': ({"body": 'Saya sudah tidak bertugas di Dinas Sosial sejak 1 Agustus 2026 (mutasi). Silakan hubungi pengganti saya Bpk. Yohanes Seran (yohanes.seran@dinsos.example).', "more": RESPONDS}, {'substitute': 'Yohanes Seran', 'substitute_address': 'yohanes.seran@dinsos.example'}),
    'hello will be out office': ({"body": 'Hello,\nI will be out of the office starting 08/25/2026 and will not return until 09/01/2026.\nI will respond to your message when I return.', "subject": 'AUTO: Agus Salim is out of the office (returning 09/01/2026)', "more": ''}, {}),
    'cuti bersama keluarga baru aktif': ({"body": 'Saya sedang cuti bersama keluarga & baru aktif kembali 2 September. Untuk hal penting kontak Pak Gede di 0812 0000 4444.', "more": RESPONDS}, {'until': '2026-09-02', 'substitute': 'Gede'}),
    'surel tidak di kantor akan': ({"body": 'Terima kasih atas surel Anda. Mohon maaf saya sedang tidak di kantor. Saya akan kembali tanggal 7 September 2026.', "more": ''}, {'until': '2026-09-07'}),
    'lagi cuti sampai senin depan': ({"body": 'Maaf, saya lagi cuti sampai Senin depan. Nanti saya balas begitu masuk kantor.', "more": RESPONDS}, {'until': '2026-08-31'}),
    'sir madam our office closed': ({"body": 'Dear Sir/Madam,\n\nOur office is closed for the Galungan holiday and will reopen on 7 September 2026. For emergencies contact duty manager Ketut Arya, arya@villa.example.', "more": RESPONDS}, {'until': '2026-09-07', 'substitute_address': 'arya@villa.example'}),
    'melaksanakan ibadah haji dan baru': ({"body": 'Saya sedang melaksanakan ibadah haji dan baru kembali ke tanah air pada 20 September 2026. Plh. Camat: Drs. Markus Loe, markus.loe@kec.example', "more": RESPONDS}, {'until': '2026-09-20', 'substitute': 'Markus Loe', 'substitute_address': 'markus.loe@kec.example'}),
    'dinas luar sampai tanggal 30': ({"body": 'SAYA SEDANG DINAS LUAR SAMPAI TANGGAL 30 AGUSTUS 2026. HUBUNGI BAPAK ANDREAS NDUN DI andreas@pdam.example', "more": RESPONDS}, {'until': '2026-08-30', 'substitute_address': 'andreas@pdam.example'}),
    'am on maternity leave till': ({"body": 'Am on maternity leave till 15 Nov 2026. My backup: Siti Rahmah <siti.rahmah@bank.example>', "more": RESPONDS}, {'until': '2026-11-15', 'substitute': 'Siti Rahmah', 'substitute_address': 'siti.rahmah@bank.example'}),
    'pesan dan akan balas pada': ({"body": 'Terima kasih. Pesan Anda telah kami terima dan akan kami balas pada jam kerja.', "more": RESPONDS}, {}),
    'empty': ({"body": '', "more": 'X-Autoreply: yes\n'}, {}),
    'ini adalah pesan otomatis tidak': ({"body": 'ini adalah pesan otomatis, mohon tidak dibalas. bapak kadis sedang umroh smp 5 sept 2026', "more": ''}, {'until': '2026-09-05'}),
    'yang bersangkutan cuti sakit hingga': ({"body": 'Yang bersangkutan sedang cuti sakit hingga 14 September 2026; surat dinas agar dialihkan kepada Sekretaris, sekretaris@dpmptsp.example', "more": RESPONDS}, {'until': '2026-09-14', 'substitute_address': 'sekretaris@dpmptsp.example'}),
    'm currently travelling with limited': ({"body": "I'm currently travelling with limited access to email until Friday, September 4. In my absence, please reach out to Dewi Anggraini (dewi@hotel.example).", "more": ''}, {'until': '2026-09-04', 'substitute': 'Dewi Anggraini', 'substitute_address': 'dewi@hotel.example'}),
    'cuti 24 28 08 2026': ({"body": 'Bapak/Ibu pengirim, saya cuti 24-28/08/2026. Koordinasi dengan Kasubag TU Ibu Emerensiana Bano.', "more": RESPONDS}, {'until': '2026-08-28', 'substitute': 'Emerensiana Bano'}),
    'di luar kota sampai dgn': ({"body": 'Mohon maaf, saya sedang di luar kota sampai dgn tgl 1 Sept 2026. Trims', "more": ''}, {'until': '2026-09-01'}),
    'akun ini tidak dipantau lagi': ({"body": 'Akun ini tidak dipantau lagi. Kirim surat Anda ke tu@bpn.example.', "more": RESPONDS}, {'substitute_address': 'tu@bpn.example'}),
    'vacation': ({"body": 'Vacation', "subject": 'Re: [0012/LM/VIII/2026/DPS]', "more": RESPONDS}, {}),
    'untuk sementara waktu tidak dapat': ({"body": 'Untuk sementara waktu saya tidak dapat membalas email karena mengikuti Latsar CPNS 24 Agustus - 12 September 2026', "more": RESPONDS}, {'until': '2026-09-12'}),
}  # fmt: skip

TICKETS: dict[str, dict[str, str]] = {
    'menghubungi layanan dukcapil permohonan dengan': {"body": 'Terima kasih telah menghubungi Layanan Halo Dukcapil. Permohonan Anda telah kami terima dengan nomor tiket DK-2026-118822. Petugas kami akan segera menindaklanjuti dalam 2 hari kerja. Mohon tidak membalas email ini.', "subject": 'Tiket DK-2026-118822 diterima', "sender": 'Halo Dukcapil <noreply@dukcapil.example>', "more": ANSWERS},
    'ombudsman an automatically generated let': {"body": 'Dear Ombudsman,\n\nThis is an automatically generated email to let you know that your request has been received. Your ticket number is 2026082610000123. We will get back to you within 2 working days.', "subject": '[Ticket#2026082610000123] RE: Penerusan', "sender": 'Service Desk <servicedesk@bank.example>', "more": 'X-Mailer: OTRS Mail Service (6.0)\n'},
    'greetings has been automatically generated': {"body": 'Greetings,\n\nThis message has been automatically generated in response to the creation of a ticket regarding: Penerusan, a summary of which appears below.\n\nThere is no need to reply to this message right now.  Your ticket has been assigned an ID of [rt.kab.example #12345].', "subject": '[rt.kab.example #12345] AutoReply: Penerusan', "sender": 'Support <support@rt.example>', "more": 'X-RT-Loop-Prevention: rt.kab.example\nRT-Ticket: rt.kab.example #12345\n'},
    'laporan dengan nomor tracking 6612345': {"body": 'Laporan Anda dengan nomor tracking 6612345 telah kami terima dan akan diverifikasi oleh admin instansi. Pantau status laporan Anda di lapor.example.', "subject": 'Laporan Anda berhasil didaftarkan', "sender": 'SP4N LAPOR! <no-reply@lapor.example>', "more": ANSWERS},
    'request 104422 has been received': {"body": 'Your request (104422) has been received and is being reviewed by our support staff.\n\nTo add additional comments, reply to this email.', "subject": '[Request received] Penerusan', "sender": 'BPJS Care <support@care.example>', "more": 'X-Mailer: Zendesk Mailer\n'},
    'tiket baru dibuat 44781 tim': {"body": 'Tiket baru telah dibuat: #44781. Tim kami akan merespons dalam 1x24 jam.', "sender": 'Helpdesk PLN <helpdesk@pln.example>', "more": 'X-Mailer: Zammad Mail Service\n'},
    'pengaduan terdaftar dengan nomor registrasi': {"body": 'Pengaduan Anda telah terdaftar dengan nomor registrasi 0091/PGD/2026 dan sedang diproses. Jangan membalas email ini.', "subject": 'Pengaduan diterima', "sender": 'PPID <ppid@kota.example>', "more": ANSWERS},
    'aduan dengan no tiket 778812': {"body": 'Halo, aduan Saudara sudah kami terima dengan No. Tiket 778812, mohon menunggu 3x24 jam', "subject": 'No. Tiket 778812', "sender": 'CS PDAM <cs@pdam.example>', "more": ANSWERS},
    'pelanggan keluhan tercatat dengan nomor': {"body": 'Yth. Pelanggan,\nTerima kasih. Keluhan Anda telah tercatat dengan nomor laporan 2608-00123 dan akan diproses paling lambat 3 hari kerja.', "subject": 'Nomor laporan 2608-00123', "sender": 'PLN 123 <noreply@pln.example>', "more": ANSWERS},
    'kak makasih udah hubungi indihome': {"body": 'Halo Kak! Makasih udah hubungi Indihome Care. Laporan kakak sudah kami terima ya, nomor tiket IN260826112. Tim kami akan segera proses.', "subject": 'IN260826112', "sender": 'IndiHome Care <customercare@telkom.example>', "more": 'Auto-Submitted: auto-generated\n'},
    'thank you for contacting traveloka': {"body": 'Hi,\nThank you for contacting Traveloka support. We have received your request (#88120034) and will respond within 48 hours.\nPlease do not reply to this email.', "subject": "[#88120034] We've received your request", "sender": 'noreply@travel.example', "more": ANSWERS},
    'permohonan informasi publik dan diregistrasi': {"body": 'Permohonan informasi publik Saudara telah kami terima dan diregistrasi dengan nomor PPID-2026-0441. Akan ditindaklanjuti dalam 10 hari kerja sesuai UU 14/2008.', "subject": 'Registrasi permohonan informasi PPID-2026-0441', "sender": 'PPID Kota <noreply-ppid@kota.example>', "more": ANSWERS},
    'ticket 448812 has been created': {"body": 'Ticket #448812 has been created.\n\nSubject: Penerusan Laporan\nStatus: New\nTrack your ticket here: https://desk.example/t/448812', "subject": '[GLPI #0448812] New ticket Penerusan', "sender": 'GLPI <glpi@kominfo.example>', "more": 'X-GLPI-Ticket-Id: 448812\n'},
    'pengaduan masuk ke sistem dengan': {"body": 'Pengaduan Anda sudah masuk ke sistem kami dengan kode tracking BDG-11287. Cek status laporan di https://lapor.example', "subject": 'Kode tracking BDG-11287', "sender": 'notifikasi@badung.example', "more": ANSWERS},
}  # fmt: skip

CHALLENGES: dict[str, dict[str, str]] = {
    'budi dinas example being held': {"body": 'Your message to budi@dinas.example is being held because you are not on the guest list. Please click the link below to confirm you are a human: https://filter.example/c/1', "subject": 'Please verify your e-mail', "sender": 'Spam Filter <verify@filter.example>', "more": ANSWERS},
    'pesan belum dapat disampaikan penerima': {"body": 'Pesan Anda belum dapat disampaikan kepada penerima. Silakan klik tautan berikut untuk konfirmasi bahwa Anda bukan robot: https://x.example', "subject": 'Konfirmasi pengiriman', "sender": 'Mail Guard <guard@isp.example>', "more": ANSWERS},
    'was created automatically by tmda': {"body": 'This message was created automatically by TMDA. Your message attached below is being held because the address has not been verified. To release your message for delivery, please reply to this e-mail.', "subject": 'Please confirm your message', "more": 'Auto-Submitted: auto-replied\n'},
}  # fmt: skip

PEOPLE: dict[str, tuple[dict[str, str], Correspondent]] = {
    'a complaint about a robot': ({"body": 'Kartu saya dinonaktifkan tanpa alasan. Anak saya sedang sakit.', "subject": 'Pesan otomatis dari BPJS salah', "more": ''}, STRANGER),
    'a subject like a responder': ({"body": 'Saya ingin melaporkan BPJS: anak saya ditolak karena pesan itu.', "subject": 'Pesan otomatis: kartu nonaktif', "more": ''}, STRANGER),
    'office hours': ({"body": 'Nobody answers the emergency line at night.', "subject": 'Out of office - nobody answers 110', "more": ''}, STRANGER),
    'mulai besok cuti sampai 30': ({"body": 'Mulai besok saya cuti sampai 30 September. Data pelanggan yang diminta Ombudsman sudah saya serahkan ke Ibu Sari, beliau yang akan membalas.', "more": ANSWERS}, AGENCY),
    'siap pak dinas luar sampai': ({"body": 'Siap pak, saya sedang dinas luar sampai Jumat. Jawaban tertulis kami kirim hari Senin.', "more": ANSWERS}, AGENCY),
    'bu komang masih di luar': ({"body": 'Bu Komang, saya masih di luar kota, nanti saya cek berkasnya dan kabari ya. Kembali hari Senin.', "more": ANSWERS}, AGENCY),
    'sakit dan dirawat di rsud': ({"body": 'Saya sedang sakit dan dirawat di RSUD sampai sekarang, tapi BPJS saya ditolak loket. Mohon bantuan.', "subject": 'BPJS ditolak', "more": ''}, STRANGER),
    'setiap ke kantor lurah pejabatnya': ({"body": 'Setiap saya ke kantor lurah, pejabatnya selalu tidak berada di tempat. Katanya sedang cuti. Sudah tiga kali saya kembali.', "subject": 'Lurah tidak di tempat', "more": ''}, STRANGER),
    'cuti semua pegawainya pelayanan ktp': ({"body": 'Sedang cuti semua pegawainya, pelayanan KTP tutup seminggu. Hubungi saya di 0812 0000 2222.', "subject": 'Sedang cuti: pelayanan tutup', "more": ''}, STRANGER),
    'melahirkan tanggal 3 agustus cuti': ({"body": 'Saya melahirkan tanggal 3 Agustus, cuti saya tidak dibayar oleh perusahaan sampai sekarang.', "subject": 'Cuti melahirkan: upah tidak dibayar', "more": ''}, STRANGER),
    'kotak surat penuh kemarin jadi': ({"body": 'Kotak surat saya penuh kemarin, jadi surat dari Ombudsman tidak masuk. Mohon dikirim ulang.', "more": ANSWERS}, REPORTER),
    'ke dinas kembali dengan pesan': ({"body": "Email saya ke dinas kembali dengan pesan 'Mail delivery failed: 550 5.1.1 user unknown'. Apa alamatnya salah?", "subject": 'mailbox full / user unknown?', "more": ''}, STRANGER),
    'pelanggan pdam berlangganan sejak 2010': ({"body": 'Saya pelanggan PDAM, berlangganan sejak 2010. Air mati tiga minggu. Saya mau berhenti berlangganan tapi dipersulit, sudah saya sampaikan di kantor.', "subject": 'PDAM', "more": ''}, STRANGER),
    'laporan pelanggan meter diganti tanggal': ({"body": 'Laporan pelanggan sudah kami terima. Meter sudah diganti tanggal 24 Agustus dan tagihan dikoreksi.', "subject": '[Ticket#2026082610000123] Penerusan Laporan', "sender": 'Helpdesk PDAM <helpdesk@pdam.example>', "more": 'X-Mailer: OTRS Mail Service (6.0)\n'}, AGENCY),
    'surat nomor 0007 dan proses': ({"body": 'Surat Saudara nomor 0007 telah kami terima dan sedang kami proses bersama Bidang Pengukuran. Hasilnya kami sampaikan paling lambat 5 September 2026.', "sender": 'Kantah Badung <pengaduan@kantah.example>', "more": ANSWERS}, AGENCY),
    'dengan hormat pengaduan dan teruskan': ({"body": 'Dengan hormat, pengaduan Saudara telah kami terima dan telah kami teruskan kepada Kepala UPT. Hormat kami, Bagian Umum', "sender": 'Layanan Dinas <layanan@dinas.example>', "more": ANSWERS}, AGENCY),
    'mau melaporkan dinas kependudukan tidak': ({"body": 'Saya mau melaporkan Dinas Kependudukan. Saya tidak bisa mengakses email karena HP hilang.', "subject": 'laporan', "more": ''}, STRANGER),
    'ingin melaporkan pungli di samsat': ({"body": 'Saya ingin melaporkan pungli di Samsat.\nNama: Budi\nNIK: 5171000000000000', "subject": 'Pungli', "more": 'List-Id: <pengaduan.ombudsman.example>\nList-Unsubscribe: <mailto:pengaduan+unsubscribe@ombudsman.example>\nPrecedence: list\nX-Google-Group-Id: 1\n'}, STRANGER),
    'mau melapor jalan depan rumah': ({"body": 'Saya mau melapor: jalan depan rumah saya rusak.', "subject": 'jalan rusak', "more": 'X-MS-Exchange-Inbox-Rules-Loop: x@y.example\n'}, STRANGER),
    'mau melapor raskin tidak dibagi': ({"body": 'Saya mau melapor: raskin tidak dibagi, rumah saya tidak dapat.', "subject": 'FW: raskin', "more": 'Auto-Submitted: auto-generated\nX-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent\n'}, STRANGER),
    'mau melapor lewat formulir nama': ({"body": 'Saya mau melapor lewat formulir. Nama: Siti. Mohon bantuan.', "subject": 'Formulir pengaduan', "more": 'Feedback-ID: 1.ap-southeast-1.x:AmazonSES\n'}, STRANGER),
    'apakah benar surel ini balasan': ({"body": 'Apakah benar surel ini balasan otomatis? Saya butuh jawaban manusia.', "subject": 'Re: Balasan otomatis: laporan saya', "more": ANSWERS}, REPORTER),
    'kuota internet kantor habis sehingga': ({"body": 'Kuota internet kantor habis sehingga kami terlambat mengirim. Jawaban kami: akta sudah terbit 20 Agustus 2026.', "sender": 'System Administrator <admin@disdukcapil.example>', "more": ANSWERS}, AGENCY),
    'ombudsman server mail sempat penuh': ({"body": 'Yth. Ombudsman, server mail kami sempat penuh sehingga surat tidak terkirim. Mohon surat 0007 dikirim ulang ke alamat ini.', "subject": 'surat tidak terkirim', "sender": 'Postmaster Kominfo <postmaster@kominfo.example>', "more": ANSWERS}, AGENCY),
    'pesan otomatis dari aplikasi jkn': ({"body": 'Pesan otomatis dari aplikasi JKN bilang saya nonaktif padahal iuran saya bayar.', "subject": 'Pesan otomatis BPJS salah', "more": ''}, STRANGER),
    'vacation pay tidak dibayar hotel': ({"body": 'Vacation pay saya tidak dibayar hotel, mohon bantuan', "subject": 'Vacation pay not paid', "more": ''}, STRANGER),
    'libur sekolah sehingga guru belum': ({"body": 'Kami sedang libur sekolah sehingga guru belum dapat dimintai keterangan, mohon perpanjangan waktu sampai 10 September.', "more": ANSWERS}, AGENCY),
    'dinas luar plh bu rina': ({"body": 'Saya dinas luar, plh saya Bu Rina. Tapi klarifikasi sudah ada, saya kirim terpisah.', "more": ANSWERS}, AGENCY),
    'am on holiday in bali': ({"body": 'I am on holiday in Bali and the immigration office refused to extend my visa. Please help.', "subject": 'visa', "more": ''}, STRANGER),
    'm away in lombok my': ({"body": "I'm away in Lombok. My neighbour says the police did nothing about my report until now.", "subject": 'police', "more": ''}, STRANGER),
    'tiket pesawat no 8812 hangus': ({"body": 'Tiket pesawat saya no. 8812 hangus, sudah diterima maskapai tetapi tidak diganti.', "subject": 'Tiket 8812 tidak diganti', "more": ''}, STRANGER),
    'terima kasih email': ({"body": 'Terima kasih, email sudah saya terima.', "more": ANSWERS}, AGENCY),
    'sy lg di luar kota': ({"body": 'Sy lg di luar kota smp tgl 30, nanti sy lengkapi KTP nya ya pak', "more": ANSWERS}, REPORTER),
    'read surat dari bulan juni': ({"body": 'Read: surat saya dari bulan Juni belum dijawab', "subject": 'Read: this please', "more": ''}, STRANGER),
    'suratnya untuk laporan dimaksud teruskan': ({"body": 'Selamat siang, terima kasih atas suratnya. Untuk laporan dimaksud sudah kami teruskan ke Bidang terkait, saya cuti mulai besok, mohon dihubungi Bu Rina.', "more": ANSWERS}, AGENCY),
    'baru kembali dari cuti dan': ({"body": 'Saya baru kembali dari cuti dan baru membaca surat Bapak. Mohon waktu sampai Jumat.', "more": ANSWERS}, AGENCY),
    'di luar kota ktp menyusul': ({"body": 'Kami sedang di luar kota, KTP menyusul hari Senin.', "more": ANSWERS}, REPORTER),
    'cuti sampai tanggal 5 boleh': ({"body": 'Saya sedang cuti sampai tanggal 5. Boleh berkas menyusul setelah saya kembali?', "more": ANSWERS}, REPORTER),
    'hamil dan cuti gaji ditahan': ({"body": 'Saya sedang hamil dan cuti, gaji saya ditahan rumah sakit sampai sekarang. Hubungi saya di 0812 0000 5555.', "subject": 'gaji ditahan', "more": ''}, STRANGER),
    'sakit tidak bisa kerja blt': ({"body": 'Sedang sakit tidak bisa kerja. BLT tidak dapat sampai sekarang, kembali ke kelurahan disuruh tunggu.', "subject": 'BLT', "more": ''}, STRANGER),
    'pak camat tidak berada di': ({"body": 'Pak Camat tidak berada di tempat terus sampai 3 minggu. Kembali lagi tetap tidak ada. Pesan WA tidak dibalas.', "subject": 'Camat Kupang Tengah', "more": ''}, STRANGER),
    'tidak ada balasan dari pdam': ({"body": 'Tidak ada balasan email dari PDAM, katanya kantor tutup sampai Senin, setelah itu tutup lagi.', "subject": 'PDAM', "more": ''}, STRANGER),
    'kantor tutup terus libur terus': ({"body": 'Kantor tutup terus, libur terus. Kami warga sudah capek kembali lagi sampai 4 kali, hubungi telepon tidak diangkat.', "subject": 'Kantor desa', "more": ''}, STRANGER),
    'libur sekolah disuruh bayar uang': ({"body": 'Kami libur sekolah disuruh bayar uang komite sampai 500 ribu, saya hubungi kepala sekolah tidak respon.', "subject": 'uang komite', "more": ''}, STRANGER),
    'dari ombudsman masuk spam baru': ({"body": 'Email dari Ombudsman masuk spam, baru saya baca. Saya setuju dilanjutkan.', "more": ANSWERS}, REPORTER),
    'ombudsman dibalas dan air mengalir': ({"body": 'Terima kasih Ombudsman, email saya sudah dibalas dan air sudah mengalir.', "more": ANSWERS}, REPORTER),
    'menerima pesan ini undelivered mail': ({"body": "Saya menerima pesan ini: 'Undelivered Mail Returned to Sender <fp@dinas.example>: 550 5.1.1 User unknown'. Mohon alamat yang benar.", "subject": 'Undelivered Mail Returned to Sender', "more": ''}, STRANGER),
    'mailbox full itu jawaban kantor': ({"body": 'Mailbox full. Itu jawaban kantor pertanahan setiap saya kirim email.', "subject": 'Delivery failure', "sender": 'Budi <budi@warga.example>', "more": ''}, STRANGER),
    'nomor tiket di pln 778123': ({"body": 'Nomor tiket saya di PLN 778123, laporan saya sudah diterima tapi 3x24 jam tidak ada petugas datang.', "subject": 'Tiket PLN 778123', "more": ''}, STRANGER),
    'laporan nomor tiket 9912 diterima': ({"body": 'Laporan kami nomor tiket 9912 sudah diterima CS, sedang diproses katanya, sampai sekarang belum selesai.', "subject": '[#9912] lapor', "sender": 'Andi <cs@tokoandi.example>', "more": ''}, STRANGER),
    'laporan hasil pengecekan meter rusak': ({"body": 'Laporan Saudara sudah kami terima. Hasil pengecekan: meter rusak, telah diganti 24/8.', "subject": 'Tindak lanjut', "sender": 'PDAM <noreply@pdam.example>', "more": ANSWERS}, AGENCY),
    'laporannya sampaikan bahwa pengaduan nomor': ({"body": 'Terima kasih atas laporannya. Kami sampaikan bahwa pengaduan nomor registrasi 12 telah diterima dan saat ini dalam proses verifikasi lapangan oleh Bidang Jalan. Kami minta perpanjangan sampai 10 September.', "sender": 'Dinas PUPR <pengaduan@pupr.example>', "more": ANSWERS}, AGENCY),
    'mendapat verifikasi dari orang mengaku': ({"body": 'Saya mendapat email verifikasi dari orang mengaku bank, suruh klik link konfirmasi. Apa ini penipuan?', "subject": 'klik verifikasi', "more": ''}, STRANGER),
    'please confirm my was received': ({"body": 'Please confirm my message was received. My report about immigration has been waiting since June.', "subject": 'my report', "more": ''}, STRANGER),
    'mau unsubscribe layanan indihome tapi': ({"body": 'Saya mau unsubscribe layanan IndiHome tapi CS mempersulit, malah disuruh bayar denda. Mohon bantuan.', "subject": 'IndiHome', "more": ''}, STRANGER),
    'berikut sampaikan jawaban laporan dimaksud': ({"body": 'Berikut kami sampaikan jawaban atas laporan dimaksud, terlampir.', "more": 'List-Id: <humas.kab.example>\nPrecedence: list\n'}, AGENCY),
    'ingin mengadukan rsud ditolak': ({"body": 'Saya ingin mengadukan RSUD. Ibu saya ditolak.', "subject": 'RSUD', "more": 'Precedence: bulk\n'}, STRANGER),
    'dinas luar terus kapan ktp': ({"body": 'Dinas luar terus, kapan KTP saya jadi? Sudah 3 bulan.', "subject": 'Dinas luar: pejabat tidak pernah ada', "more": ''}, STRANGER),
    'sakit besok kembali kirim fotonya': ({"body": 'Saya sakit. Besok saya kembali kirim fotonya ya bu.', "more": ANSWERS}, REPORTER),
    'ac kantor rusak petugas cuti': ({"body": 'AC kantor rusak, petugas cuti, antrian sampai siang di Samsat.', "subject": 'Out of order', "more": ''}, STRANGER),
    'out office hours telepon 110': ({"body": 'Out of office hours kami telepon 110 tidak diangkat.', "subject": 'Out of office hours no answer 110', "more": ''}, STRANGER),
    'baru membalas karena kemarin kantor': ({"body": 'Kami mohon maaf baru membalas karena kemarin kantor kami libur. Akta sudah terbit.', "more": ANSWERS}, AGENCY),
    'di denpasar sampai jumat bisa': ({"body": 'Saya sedang di Denpasar sampai Jumat, bisa bertemu petugas Ombudsman?', "more": ANSWERS}, REPORTER),
    'baik bu diklat sampai tanggal': ({"body": 'Baik bu. Saya sedang diklat sampai tanggal 28, surat Ombudsman saya disposisikan ke Kabid Linjamsos.', "more": ANSWERS}, AGENCY),
    'libur hari sabtu bisa dihubungi': ({"body": 'Saya libur hari Sabtu, bisa dihubungi jam kerja di 0812 0000 6666.', "more": ANSWERS}, REPORTER),
}  # fmt: skip


def told(given: dict[str, str], who: Correspondent = AGENCY) -> Meaning | None:
    return reading(message(**{"subject": OURS, **given}), who)


@pytest.mark.parametrize("name", ABSENT)
def test_notices_of_absence(name: str) -> None:
    given, wanted = ABSENT[name]
    found = told(given)
    assert found is not None
    assert (found.kind, found.intent) == ("auto_reply", "out_of_office")
    assert {key: found.fields.get(key) for key in wanted} == wanted


@pytest.mark.parametrize("name", TICKETS)
def test_acknowledgements_of_ticket_programs(name: str) -> None:
    found = told(TICKETS[name])
    assert found is not None and (found.kind, found.intent) == ("auto_reply", "ticket_ack")


@pytest.mark.parametrize("name", CHALLENGES)
def test_challenges(name: str) -> None:
    found = told(CHALLENGES[name])
    assert found is not None and (found.kind, found.intent) == ("auto_reply", "challenge_response")


@pytest.mark.parametrize("name", PEOPLE)
def test_people_stay_people(name: str) -> None:
    given, who = PEOPLE[name]
    assert told(given, who) is None


OTHERS: dict[str, tuple[dict[str, str], str, str | None]] = {
    'a receipt in words': ({'body': 'Your message\n\n   To: Sari\n   Subject: Penerusan\n\nwas read on Wednesday, 26 August 2026 10:01:00.', 'subject': 'Read: Penerusan'}, 'read_receipt', 'read_receipt'),
    'a receipt in Indonesian': ({'body': 'Pesan Anda kepada Sari\n   Subjek: Penerusan\ntelah dibaca pada 26 Agustus 2026 10.01.', 'subject': 'Dibaca: Penerusan'}, 'read_receipt', 'read_receipt'),
    'an offer with its way out': ({'body': 'Promo akhir bulan! Diskon 50% semua paket wisata untuk Anda dan keluarga.\n\nJika tidak ingin menerima email ini lagi, klik di sini untuk berhenti berlangganan.', 'subject': 'Promo', 'sender': 'Travel <promo@travel.example>'}, 'bulk', None),
    'a newsletter that quotes a complaint': ({'body': "Cerita warga: 'saya ingin melaporkan suap'. Edisi Agustus memuat lima cerita.\n\nLihat email ini di browser | Unsubscribe", 'subject': 'Buletin', 'sender': 'Humas <newsletter@kpk.example>', 'more': 'List-Unsubscribe: <https://k.example/u>\n'}, 'bulk', None),
    'a digest': ({'body': "Today's Topics:\n\n  1. Pengaduan jalan rusak (Budi)\n\nMessage: 1\nSaya ingin melaporkan jalan rusak", 'subject': 'Warga Digest, Vol 3, Issue 1', 'sender': 'warga-request@list.example', 'more': 'List-Id: <warga.list.example>\nPrecedence: list\n'}, 'bulk', None),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_receipts_and_newsletters(name: str) -> None:
    given, kind, intent = OTHERS[name]
    found = told(given, STRANGER)
    assert found is not None and (found.kind, found.intent) == (kind, intent)


@pytest.mark.parametrize(
    "change", [("\n", "\r\n"), (" ", "\xa0"), (". ", ".\n\n"), ("'", "’"), (" email ", "\nemail ")]
)
def test_how_a_program_wrote_it_down_changes_nothing(change: tuple[str, str]) -> None:
    given = {
        key: value.replace(*change) if key == "body" else value
        for key, value in TICKETS["request 104422 has been received"].items()
    }
    for name in ("mengikuti diklat pim iii di", "tidak berada di tempat karena"):
        notice, wanted = ABSENT[name]
        found = told({**notice, "body": notice["body"].replace(*change)})
        assert found is not None and found.intent == "out_of_office"
        assert found.fields["until"] == wanted["until"]
    found = told(given)
    assert found is not None and found.intent == "ticket_ack"


def test_the_line_of_a_ticket_program_below_an_answer_makes_it_no_acknowledgement() -> None:
    body = "Siap, kami cek ke lapangan.\n##- Ketik balasan Anda di atas baris ini -##\nTiket Anda sudah kami terima"
    assert told({"body": body, "more": ANSWERS}) is None


def test_a_scanner_that_mails_a_letter_is_read() -> None:
    raw = parts(
        "Content-Type: text/plain\n\nTerlampir surat jawaban.",
        "Content-Type: application/pdf; name=surat.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=",
        more="Auto-Submitted: auto-generated\n",
    )
    found = read(raw)
    assert isinstance(found, Message) and found.auto_reply  # answered by nobody, but read
    assert reading(found, AGENCY) is None


def test_a_program_that_answers_nothing_is_no_absence() -> None:
    found = told(
        {
            "body": "Cadangan basis data selesai.",
            "subject": "backup",
            "more": "Auto-Submitted: auto-generated\n",
        }
    )
    assert found is not None and (found.kind, found.intent) == ("auto_reply", "unknown")


UNTIL = {
    "Saya cuti 24-28 Agustus 2026": date(2026, 8, 28),
    "cuti tgl 30 Agustus s/d 2 September": date(2026, 9, 2),
    "kembali ke kantor Senin": date(2026, 8, 31),
    "sampai akhir September": date(2026, 9, 30),
    "out of office until 1 Sep 2026": date(2026, 9, 1),
    "Saya sedang tidak di tempat": None,
    "telepon 0812-0000-1234 sampai jam 16.00": None,
}


@pytest.mark.parametrize(("text", "wanted"), UNTIL.items())
def test_the_day_of_return(text: str, wanted: date | None) -> None:
    assert until(text, date(2026, 8, 26)) == wanted


def test_the_writer_stands_in_for_nobody() -> None:
    found = facts("Saya cuti. Hubungi sari@dinas.example.", "sari@dinas.example", date(2026, 8, 26))
    assert found == {}
