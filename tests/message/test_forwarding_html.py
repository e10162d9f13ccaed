"""Mails passed on as HTML, as the programs write it: the text made of it holds the same header."""

from __future__ import annotations

import pytest

from maild.message import Message, read

HTML = {
    "gmail": (
        '<div dir="ltr">Mohon diproses<br><br><div class="gmail_quote"><div dir="ltr" '
        'class="gmail_attr">---------- Forwarded message ---------<br>Dari: <b '
        'class="gmail_sendername" dir="auto">Budi Santoso</b> <span dir="auto">&lt;<a '
        'href="mailto:budi.s@surel.example">budi.s@surel.example</a>&gt;</span><br>Date: Rab, 5 Agt '
        '2026 pukul 21.10<br>Subject: Jalan rusak<br>To:  &lt;<a href="mailto:asisten@ombudsman.examp'
        'le">asisten@ombudsman.example</a>&gt;<br></div><br><br><div dir="ltr">Pak, jalan '
        "rusak</div></div></div>"
    ),
    "outlook": (
        '<html><body><div class="WordSection1"><p class="MsoNormal">Mohon diproses<o:p></o:p></p><p '
        'class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1'
        ' 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Dari:</b> Budi Santoso '
        "&lt;budi.s@surel.example&gt; <br><b>Dikirim:</b> Rabu, 05 Agustus 2026 "
        "21:10<br><b>Kepada:</b> Asisten Uji &lt;asisten@ombudsman.example&gt;<br><b>Perihal:</b> "
        'Jalan rusak<o:p></o:p></p></div></div><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p '
        'class="MsoNormal">Pak, jalan rusak<o:p></o:p></p></div></body></html>'
    ),
    "owa": (
        '<div>Mohon diproses</div><div id="appendonsend"></div><hr '
        'style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font '
        'face="Calibri"><b>From:</b> Budi Santoso &lt;budi.s@surel.example&gt;<br><b>Sent:</b> '
        "Wednesday, August 5, 2026 9:10 PM<br><b>To:</b> Asisten "
        "&lt;asisten@ombudsman.example&gt;<br><b>Subject:</b> Jalan "
        "rusak</font><div>&nbsp;</div></div><div>Pak, jalan rusak</div>"
    ),
    "thunderbird": (
        '<p>Mohon diproses</p><div class="moz-forward-container"><br><br>-------- Pesan Diteruskan '
        '--------<table class="moz-email-headers-table" cellspacing="0"><tbody><tr><th align="RIGHT" '
        'nowrap="nowrap" valign="BASELINE">Subjek: </th><td>Jalan rusak</td></tr><tr><th>Tanggal: '
        "</th><td>Wed, 5 Aug 2026 21:10:11 +0700</td></tr><tr><th>Dari: </th><td>Budi Santoso <a "
        'class="moz-txt-link-rfc2396E" '
        'href="mailto:budi.s@surel.example">&lt;budi.s@surel.example&gt;</a></td></tr><tr><th>Kepada:'
        " </th><td>asisten@ombudsman.example</td></tr></tbody></table><br><br>Pak, jalan rusak</div>"
    ),
    "apple": (
        '<div>Mohon diproses<br><div><br><blockquote type="cite"><div>Awal pesan yang '
        'diteruskan:</div><br class="Apple-interchange-newline"><div style="margin:0px"><span '
        'style="color:rgba(0,0,0,1.0)"><b>Dari: </b></span><span>Budi Santoso &lt;<a href="mailto:bud'
        'i.s@surel.example">budi.s@surel.example</a>&gt;<br></span></div><div><span><b>Perihal: '
        "</b></span><span><b>Jalan rusak</b><br></span></div><div><span><b>Tanggal: "
        "</b></span><span>5 Agustus 2026 21.10.11 WIB<br></span></div><div><span><b>Kepada: "
        "</b></span><span>asisten@ombudsman.example<br></span></div><br><div>Pak, jalan "
        "rusak</div></blockquote></div></div>"
    ),
    "yahoo": (
        '<div>Mohon diproses</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>----- Pesan yang'
        " Diteruskan -----</div><div><b>Dari:</b> Budi Santoso "
        '&lt;budi.s@surel.example&gt;</div><div><b>Kepada:</b> "asisten@ombudsman.example" '
        "&lt;asisten@ombudsman.example&gt;</div><div><b>Terkirim:</b> Rabu, 5 Agustus 2026 21.10.11 "
        "WIB</div><div><b>Judul:</b> Jalan rusak</div><div><br></div><div>Pak, jalan "
        "rusak</div></div>"
    ),
    "zimbra": (
        '<div>Mohon diproses</div><hr id="zwchr" data-marker="__DIVIDER__"><div '
        'data-marker="__HEADERS__"><b>Dari: </b>"Budi Santoso" &lt;budi.s@surel.example&gt;<br><b>Ke:'
        ' </b>"asisten" &lt;asisten@ombudsman.example&gt;<br><b>Terkirim: </b>Rabu, 5 Agustus 2026 '
        "21:10:11<br><b>Subjek: </b>Jalan rusak<br></div><br><div>Pak, jalan rusak</div>"
    ),
    "newoutlook mac": (
        '<p class="MsoNormal">Mohon diproses</p><div '
        'id="mail-editor-reference-message-container"><div><div style="border:none;border-top:solid '
        '#B5C4DF 1.0pt"><p class="MsoNormal" style="margin-bottom:12.0pt"><b><span>From: '
        "</span></b><span>Budi Santoso &lt;budi.s@surel.example&gt;<br><b>Date: </b>Wednesday, 5 "
        "August 2026 at 21.10<br><b>To: </b>asisten@ombudsman.example "
        "&lt;asisten@ombudsman.example&gt;<br><b>Subject: </b>Jalan "
        "rusak<o:p></o:p></span></p></div><p>Pak, jalan rusak</p></div></div>"
    ),
    "table labels": (
        "<p>Mohon diproses</p><table><tr><td><b>From:</b></td><td>Budi Santoso &lt;budi.s@surel.examp"
        "le&gt;</td></tr><tr><td><b>To:</b></td><td>asisten@ombudsman.example</td></tr><tr><td><b>Dat"
        "e:</b></td><td>08/05/2026 09:10 PM</td></tr><tr><td><b>Subject:</b></td><td>Jalan "
        "rusak</td></tr></table><hr><p>Pak, jalan rusak</p>"
    ),
    "lotus": (
        "<p>Mohon diproses<br>----- Forwarded by Asisten/ORI on 05/08/2026 21:10 "
        "-----<br><br><table><tr><td>From:</td><td>Budi Santoso &lt;budi.s@surel.example&gt;</td></tr"
        "><tr><td>To:</td><td>asisten@ombudsman.example</td></tr><tr><td>Date:</td><td>05/08/2026 "
        "21:10</td></tr><tr><td>Subject:</td><td>Jalan rusak</td></tr></table><hr noshade><p>Pak, "
        "jalan rusak</p>"
    ),
}


@pytest.mark.parametrize("name", HTML)
def test_html(name: str) -> None:
    raw = (
        "From: Asisten <asisten@ombudsman.example>\nTo: pengaduan@ombudsman.example\nSubject: Fwd: Jalan rusak\n"
        "Date: Thu, 6 Aug 2026 08:00:00 +0700\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
        f"<html><head><meta charset=utf-8></head><body>{HTML[name]}</body></html>"
    )
    found = read(raw.encode())
    assert isinstance(found, Message) and found.forwarded is not None
    passed = found.forwarded
    assert passed.sender is not None and passed.date is not None
    assert (passed.sender.name, passed.sender.address) == ("Budi Santoso", "budi.s@surel.example")
    assert (passed.subject, passed.text) == ("Jalan rusak", "Pak, jalan rusak")
    assert passed.date.date().isoformat() == "2026-08-05"
    assert found.new_text == "Mohon diproses"
