"""Answers in HTML, alone or beside a plain version, and what is new in each."""

from __future__ import annotations

# Program or habit, HTML, what is new in it.
RICH: list[tuple[str, str, str]] = [
    (
        "gmail indent own",
        '<div dir=ltr>Kutipan pasal:<br><blockquote style="margin:0 0 0 '
        '40px;border:none;padding:0px"><div>Wajib melayani</div></blockquote>Itu '
        "dilanggar.</div>",
        "Kutipan pasal:\n\nWajib melayani\n\nItu dilanggar.",
    ),
    (
        "gmail html only",
        "<div dir=ltr>Siap bu.</div><br><div class=gmail_quote><div dir=ltr "
        "class=gmail_attr>Pada tanggal Rab, 12 Agu 2026 pukul 18.05 O &lt;<a "
        "href='mailto:a@b.example'>a@b.example</a>&gt; menulis:<br></div><blockquote "
        "class=gmail_quote style='margin:0 0 0 .8ex;border-left:1px solid'>Mohon "
        "penjelasan</blockquote></div>",
        "Siap bu.",
    ),
    (
        "gmail bottom html",
        "<div class=gmail_quote><div class=gmail_attr>Pada tanggal Rab, 12 Agu 2026 "
        "pukul 18.05 O &lt;a@b.example&gt; menulis:<br></div><blockquote "
        "class=gmail_quote style='border-left:1px solid'>Mohon "
        "penjelasan</blockquote><div>Sudah selesai kemarin.</div></div>",
        "Sudah selesai kemarin.",
    ),
    (
        "gmail signature",
        "<div>Siap.</div><span>-- </span><br><div class=gmail_signature><b>Budi</b><br>Dinas PU</div>",
        "Siap.",
    ),
    (
        "owa",
        "<div>Sudah.</div><div id=appendonsend></div><hr "
        "style='display:inline-block;width:98%'><div id=divRplyFwdMsg><b>Dari:</b> "
        "Ombudsman &lt;a@b.example&gt;<br><b>Dikirim:</b> Rabu, 12 Agustus 2026 "
        "09.20<br><b>Kepada:</b> x<br><b>Perihal:</b> y</div><div>Yth. Pejabat</div>",
        "Sudah.",
    ),
    (
        "owa no labels known",
        "<div>Sudah.</div><hr><div id=divRplyFwdMsg><b>Ti:</b> Ombudsman<br><b>Xyz:</b> "
        "Rabu</div><div>Yth. Pejabat</div>",
        "Sudah.",
    ),
    (
        "outlook red",
        "<p class=MsoNormal>Jawaban kami warna merah di bawah.</p><div "
        "style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>Dari:</b> Ombudsman "
        "&lt;a@b.example&gt;<br><b>Dikirim:</b> Rabu, 12 Agustus 2026 "
        "09.20<br><b>Kepada:</b> x<br><b>Perihal:</b> y</p></div><p>1. Kapan "
        "selesai?</p><p><span style='color:red'>Tanggal 5 Agustus sudah "
        "terbit.</span></p><p>2. Mengapa lambat?</p><p><span "
        "style='color:#C00000'>Petugas kami cuti.</span></p><p>Terima kasih</p>",
        "Jawaban kami warna merah di bawah.\n\nTanggal 5 Agustus sudah terbit.\nPetugas kami cuti.",
    ),
    (
        "outlook red empty",
        "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>Dari:</b> "
        "Ombudsman &lt;a@b.example&gt;<br><b>Dikirim:</b> Rabu, 12 Agustus 2026 "
        "09.20<br><b>Kepada:</b> x@y.example<br><b>Perihal:</b> y</p></div><p>1. Kapan "
        "selesai?</p><p><font color='#FF0000'>Sudah terbit tanggal 5 "
        "Agustus.</font></p><p>Terima kasih</p>",
        "Sudah terbit tanggal 5 Agustus.",
    ),
    (
        "outlook no pointer",
        "<p class=MsoNormal>Sudah kami jawab lewat surat nomor 5.</p><div "
        "style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>Dari:</b> Ombudsman "
        "&lt;a@b.example&gt;<br><b>Dikirim:</b> Rabu, 12 Agustus 2026 "
        "09.20<br><b>Kepada:</b> x<br><b>Perihal:</b> y</p></div><p><span "
        "style='color:red'>PENTING: batas waktu 5 hari</span></p>",
        "Sudah kami jawab lewat surat nomor 5.",
    ),
    (
        "yahoo html",
        "<div class='yahoo-style-wrap'><div>Terima kasih</div></div><div "
        "id='ydp1yahoo_quoted_1' class='ydp1yahoo_quoted'><div>Pada Rabu, 12 Agustus "
        "2026 09.20.10 WITA, O &lt;a@b.example&gt; menulis:</div><div><div>Mohon "
        "penjelasan</div></div></div>",
        "Terima kasih",
    ),
    (
        "yahoo html bottom",
        "<div class='ydp1yahoo_quoted'><div>Pada Rabu, 12 Agustus 2026 09.20.10 WITA, O "
        "&lt;a@b.example&gt; menulis:</div><div>Mohon penjelasan</div></div><div>Sudah "
        "saya kirim kemarin pak</div>",
        "Sudah saya kirim kemarin pak",
    ),
    (
        "zimbra html",
        "<div>Siap<br></div><hr id=zwchr data-marker=__DIVIDER__><div><b>Dari: "
        "</b>O<br><b>Kepada: </b>x<br><b>Terkirim: </b>Rabu<br><b>Subjek: "
        "</b>y</div><div>Yth</div>",
        "Siap",
    ),
    (
        "thunderbird html inline",
        "<div class=moz-cite-prefix>Pada 12/08/2026 09.20, O "
        "menulis:<br></div><blockquote "
        "type=cite><p>Kapan?</p></blockquote><p>Besok.</p><blockquote "
        "type=cite><p>Mengapa?</p></blockquote><p>Antre.</p>",
        "Besok.\n\nAntre.",
    ),
    (
        "roundcube html",
        "<p>Baik</p><p id=reply-intro>Pada 12-08-2026 09:20, O menulis:</p><blockquote "
        "type=cite style='border-left:#1010ff 2px solid'><p>Yth</p></blockquote><div "
        "id=_rc_sig></div>",
        "Baik",
    ),
    (
        "kopano html",
        "<p>Baik</p><blockquote style='border-left: 2px solid #325FBA; padding-left: "
        "5px;margin: 0px 5px;'><span>-----Original "
        "message-----<br><strong>From:</strong> O "
        "&lt;a@b.example&gt;<br><strong>Sent:</strong> "
        "Wednesday<br></span><p>Yth</p></blockquote>",
        "Baik",
    ),
    (
        "gmx",
        "<p>Ok</p><div name=quote style='margin:10px 5px;border-left: 2px solid "
        "#C3D9E5'><div><b>Gesendet:</b> Mittwoch<br><b>Von:</b> O "
        "&lt;a@b.example&gt;</div><div>Yth</div></div>",
        "Ok",
    ),
    (
        "old outlook blue bar",
        "<p>Beres</p><div style='border:none;border-left:solid blue 1.5pt;padding:0cm "
        "0cm 0cm 4.0pt'><p>Yth. Pejabat lama</p></div>",
        "Beres",
    ),
    (
        "bare blockquote own",
        "<p>Bunyi surat:</p><blockquote>Permohonan ditolak</blockquote><p>Mohon dibantu.</p>",
        "Bunyi surat:\n\nPermohonan ditolak\n\nMohon dibantu.",
    ),
    (
        "apple",
        "<div>Ok</div><br id=lineBreakAtBeginningOfMessage><div><br><blockquote "
        "type=cite><div>Pada 12 Agu 2026, pukul 18.05, O &lt;a@b.example&gt; "
        "menulis:</div><br><div>Yth</div></blockquote></div>",
        "Ok",
    ),
    (
        "mso author tag",
        "<p>Lihat jawaban di bawah.</p><div style='border:none;border-top:solid #E1E1E1 "
        "1.0pt'><p><b>From:</b> O &lt;a@b.example&gt;<br><b>Sent:</b> Wednesday, August "
        "12, 2026 9:20 AM<br><b>To:</b> x<br><b>Subject:</b> y</p></div><p>1. "
        "Kapan?</p><p><b><i>[Budi Santoso] </i></b>Kemarin sudah selesai.</p>",
        "Lihat jawaban di bawah.\n\n[Budi Santoso] Kemarin sudah selesai.",
    ),
]

# What it is, plain version, HTML version, what is new.
BOTH: list[tuple[str, str, str, str]] = [
    (
        "unknown language attribution",
        "Siap pak.\n\nKoe Wenerei 12 Ageese 2026 O a@b hna cinyihane:\n\nMohon penjelasan\n",
        "<div>Siap pak.</div><div class=gmail_quote><div class=gmail_attr>Koe Wenerei 12 "
        "Ageese 2026 O a@b hna cinyihane:</div><blockquote class=gmail_quote "
        "style='border-left:1px solid'>Mohon penjelasan</blockquote></div>",
        "Siap pak.",
    ),
    (
        "no attribution in plain",
        "Sudah beres.\n\n\nYth. Pejabat\nMohon penjelasan",
        "<div>Sudah beres.</div><blockquote type=cite><p>Yth. Pejabat</p><p>Mohon "
        "penjelasan</p></blockquote>",
        "Sudah beres.",
    ),
    (
        "bold and links differ",
        "*Sudah beres*, lihat https://x.example/a\n\nYth. Pejabat\nMohon penjelasan",
        "<div><b>Sudah beres</b>, lihat <a "
        "href='https://x.example/a'>https://x.example/a</a></div><blockquote "
        "type=cite><p>Yth. Pejabat</p><p>Mohon penjelasan</p></blockquote>",
        "*Sudah beres*, lihat https://x.example/a",
    ),
    (
        "outlook red both",
        "Kami jawab dengan warna merah.\n\nDari: O <a@b.example>\n"
        "Dikirim: Rabu, 12 Agustus 2026 09.20\nKepada: x\nPerihal: y\n\n1. Kapan selesai?\n"
        "Tanggal 5 Agustus sudah terbit.\n2. Mengapa?\nPetugas kami sedang cuti.\n",
        "<p class=MsoNormal>Kami jawab dengan warna merah.</p><div "
        "style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>Dari:</b> O "
        "&lt;a@b.example&gt;<br><b>Dikirim:</b> Rabu, 12 Agustus 2026 "
        "09.20<br><b>Kepada:</b> x<br><b>Perihal:</b> y</p></div><p>1. Kapan "
        "selesai?</p><p><span style='color:red'>Tanggal 5 Agustus sudah "
        "terbit.</span></p><p>2. Mengapa?</p><p><span style='color:red'>Petugas kami "
        "sedang cuti.</span></p>",
        "Kami jawab dengan warna merah.\nTanggal 5 Agustus sudah terbit.\nPetugas kami sedang cuti.",
    ),
    (
        "own not same as plain keep",
        "Isi plain lain.\nMasih saya.",
        "<div>Berbeda</div><blockquote type=cite>lama</blockquote>",
        "Isi plain lain.\nMasih saya.",
    ),
    (
        "html bottom answer stays",
        "Yth. lama\n\nJawaban saya di bawah.",
        "<blockquote type=cite>Yth. lama</blockquote><p>Jawaban saya di bawah.</p>",
        "Yth. lama\nJawaban saya di bawah.",
    ),
    (
        "html only quotes own indentation",
        "Pasal 5:\nWajib\nItu saja.",
        "<div>Pasal 5:</div><blockquote>Wajib</blockquote><div>Itu saja.</div>",
        "Pasal 5:\nWajib\nItu saja.",
    ),
    (
        "colour no pointer in both",
        "Terlampir surat kami.\n\nDari: O <a@b.example>\n"
        "Dikirim: Rabu, 12 Agustus 2026 09.20\nKepada: x\nPerihal: y\n\n"
        "PENTING SEKALI DIBACA SEGERA\n",
        "<p>Terlampir surat kami.</p><div id=divRplyFwdMsg>Dari: O "
        "&lt;a@b.example&gt;<br>Dikirim: Rabu, 12 Agustus 2026 09.20<br>Kepada: "
        "x<br>Perihal: y</div><p style='color:red'>PENTING SEKALI DIBACA SEGERA</p>",
        "Terlampir surat kami.",
    ),
    (
        "moz forward reply",
        "Ok",
        "<div>Ok</div>",
        "Ok",
    ),
    (
        "samsung html",
        "Iya\n\n-------- Pesan asli --------\nDari: O <a@b.example>\n"
        "Tanggal: 12/08/26 18.06 (GMT+08:00)\nKe: c@d.example\nSubjek: x\n\nYth",
        "<div>Iya</div><div id=composer_signature>Dikirim dari Galaxy</div><div>-------- "
        "Pesan asli --------</div><div>Dari: O</div>",
        "Iya",
    ),
]
