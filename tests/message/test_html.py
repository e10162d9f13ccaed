"""HTML as mail programs write it: what a person sees is there, line for line; what nobody sees is not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.message import Message, charset, read
from maild.message.html import COLOURLESS as COLOURLESS_NOTE
from maild.message.html import to_text

SHOWN: list[tuple[str, str]] = [
    # blocks and lines
    ("<p>Yth. Bapak</p><p>Mohon bantuan.</p>", "Yth. Bapak\n\nMohon bantuan."),
    ("<div>satu</div><div>dua</div>", "satu\ndua"),
    ("<div>satu<br></div><div><br></div><div>dua</div>", "satu\n\ndua"),
    ("satu<br>dua<br/>tiga", "satu\ndua\ntiga"),
    ("<span style='display:block'>satu</span><span style='display:block'>dua</span>", "satu\ndua"),
    ("<pre>satu\n  dua\n</pre>tiga", "satu\n  dua\ntiga"),
    ("<div style='white-space: pre-wrap'>Nama: Sari\nNIK: 1</div>", "Nama: Sari\nNIK: 1"),
    ("<p>a &amp; b &lt;c&gt; &#8211; d&nbsp;e</p>", "a & b <c> – d e"),
    ("<h1>Laporan</h1>isi<hr>akhir", "Laporan\n\nisi\n--------------------\nakhir"),
    ("kata\n   yang\t terbagi", "kata yang terbagi"),
    ("<q>kutip</q>", "“kutip”"),
    ("<noscript>tetap tampak</noscript><video>tidak diputar</video>", "tetap tampaktidak diputar"),
    ("<img alt='Foto rumah' src='cid:x'>", "Foto rumah"),
    ("<img src='http://lacak.example/a.gif' width=1 height=1>isi", "isi"),
    # lists
    ("<ul><li>satu</li><li>dua</li></ul>", "- satu\n- dua"),
    ("<ol><li>satu</li><li>dua<ol><li>a</li></ol></li><li>tiga</li></ol>", "1. satu\n2. dua\n\n1. a\n\n3. tiga"),
    ("<ol start=4><li>empat<li value=9>sembilan<li>sepuluh</ol>", "4. empat\n9. sembilan\n10. sepuluh"),
    # tables: one row, one line
    ("<table><tr><td>Nama</td><td>:</td><td>Sari</td></tr><tr><td>NIK</td><td>: 1</td></tr></table>", "Nama\t:\tSari\nNIK\t: 1"),
    ("<table><tr><td><p class=MsoNormal>Nama</p></td><td><p class=MsoNormal>: Sari</p></td></tr></table>", "Nama\t: Sari"),
    ("<table><tr><td>Uraian</td><td><p>satu</p><p>dua</p></td></tr></table>", "Uraian\tsatu\n\ndua"),
    ("<table><tr><td></td><td>isi</td><td> </td></tr></table>", "isi"),
    ("<table><tr><th>No</th><th>Tanggal</th></tr><tr><td>1</td><td>5 Mei</td></tr></table>", "No\tTanggal\n1\t5 Mei"),
    ("<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table>", "a\tb\tc"),
    ("<blockquote>kutipan<table><tr><td>a</td><td>b</td></tr></table></blockquote>", "> kutipan\n> \n> a\tb\n> "),
    # quotes
    ("saya<blockquote>dia<blockquote>mereka</blockquote></blockquote>saya", "saya\n\n> dia\n> \n> > mereka\n> > \nsaya"),
    # links
    ("<a href='https://drive.example/d/1?id=2'>klik di sini</a>", "klik di sini <https://drive.example/d/1?id=2>"),
    ("<a href='https://www.warga.example/'>warga.example</a>", "warga.example"),
    ("<a href='mailto:a@b.example?subject=x'>Budi</a>", "Budi <a@b.example>"),
    ("<a href='mailto:a@b.example'>a@b.example</a> menulis:", "a@b.example menulis:"),
    ("<a href='javascript:x()'>x</a><a href='#a'>y</a><a>z</a>", "xyz"),
    ("<a href='https://toko.example/'><img src=x></a>", ""),
    ("<a href='https://apc01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fdrive.example%2Fd&data=x'>foto</a>", "foto <https://drive.example/d>"),
    ("<a href='https://berita.example/" + "x" * 600 + "'>selengkapnya</a>", "selengkapnya <https://berita.example/…>"),
    # forms
    ("Nama: <input type=text value='Sari'> <input type=hidden value=x><textarea>isi</textarea>", "Nama: Sari isi"),
    ("<input type=checkbox checked> Ya <input type=radio> Tidak", "[x] Ya [ ] Tidak"),
    # seen, though it looks hidden
    ("<table bgcolor='#003366'><tr><td><font color=white>Pemerintah Kota</font></td></tr></table>", "Pemerintah Kota"),
    ("<div style='background:#036'><p style='color:#ffffff'>Judul</p></div>", "Judul"),
    ("<div style='background:url(x.png)'><p style='color:#fff'>Judul</p></div>", "Judul"),
    ("<style>.a{background:navy}</style><div class=a><p style='color:#fff'>Judul</p></div>", "Judul"),
    ("<td style='font-size:0'><div style='font-size:14px'>Isi</div></td>", "Isi"),
    ("<div style='visibility:hidden'>x<span style='visibility:visible'>Isi</span></div>", "Isi"),
    ("<p aria-hidden=true>Isi</p><p style='mso-hide:all'>lagi</p>", "Isi\n\nlagi"),
    ("<p style='line-height:0'>Isi</p><p style='height:0'>lagi</p>", "Isi\n\nlagi"),
    ("<p style='opacity:0.9'>Isi</p><p style='font-size:0.9em'>lagi</p>", "Isi\n\nlagi"),
    ("<p style='text-indent:-18.0pt'>1. Isi</p>", "1. Isi"),
    ("<div style='color:#fff'>semua putih dari layar gelap</div>", "semua putih dari layar gelap"),
    ("<!--[if !mso]><!-->isi<!--<![endif]--><![if !vml]>lagi<![endif]>", "isilagi"),
    ("<details><summary>Judul</summary>isi</details>", "Judul\nisi"),
    ("</body></html>terlambat", "terlambat"),
    # words without width between letters
    ("pem\u00ada\u00adda\u200b!", "pemada!"),
]  # fmt: skip

UNSEEN = [
    "<div style='display:none'>RAHASIA</div>",
    "<div style='DISPLAY : NONE !important'>RAHASIA</div>",
    "<p hidden>RAHASIA</p>",
    "<span style='font-size:0px'>RAHASIA</span>",
    "<span style='font-size:0;line-height:1'>RAHASIA</span>",
    "<span style='visibility:hidden'>RAHASIA</span>",
    "<span style='opacity:0'>RAHASIA</span>",
    "<span style='color:#ffffff'>RAHASIA</span>",
    "<font color='#FFF'>RAHASIA</font>",
    "<div style='background-color:#003366'><span style='color:#036'>RAHASIA</span></div>",
    "<span style='color:transparent'>RAHASIA</span>",
    "<span style='color:rgba(0,0,0,0)'>RAHASIA</span>",
    "<div style='max-height:0;overflow:hidden'>RAHASIA</div>",
    "<div style='height:0px; overflow:hidden'>RAHASIA</div>",
    "<div style='position:absolute;left:-9999px'>RAHASIA</div>",
    "<div style='text-indent:-9999px'>RAHASIA</div>",
    "<!--[if mso]>RAHASIA<![endif]-->",
    "<!-- RAHASIA -->",
    "<script>RAHASIA</script><style>RAHASIA</style><title>RAHASIA</title>",
    "<template>RAHASIA</template>",
    "<xml><w:WordDocument><w:View>RAHASIA</w:View></w:WordDocument></xml>",
    "<input type=hidden value=RAHASIA>",
    "<img src='http://lacak.example/RAHASIA.gif'>",
]  # fmt: skip


@pytest.mark.parametrize(("markup", "text"), SHOWN)
def test_what_is_seen(markup: str, text: str) -> None:
    assert to_text(markup) == text


@pytest.mark.parametrize("markup", UNSEEN)
def test_what_is_not_seen(markup: str) -> None:
    text = to_text(f"<p>awal</p>{markup}<p>akhir</p>")
    assert "RAHASIA" not in text
    assert text.split() == ["awal", "akhir"]


DEEP = {
    "divs": ("<div>" * 4000, "</div>" * 4000),
    "tables": ("<table><tr><td>" * 2000, "</td></tr></table>" * 2000),
    "quotes": ("<blockquote>" * 300, "</blockquote>" * 300),
    "spans, unclosed": ("<span>" * 8000, ""),
    "lists": ("<ul><li>" * 2000, ""),
    "links": ("<a href='https://x.example/'>" * 500, ""),
}


@pytest.mark.parametrize("name", DEEP)
def test_no_depth_loses_text(name: str) -> None:
    before, after = DEEP[name]
    text = to_text(f"awal{before}Isi terdalam{after}akhir")
    assert [one for one in ("awal", "Isi terdalam", "akhir") if one not in text] == []


COLOURLESS = [
    ("<p>Isi</p><p style='color:#fff'>dari layar gelap</p>", True),
    ("<p>Isi</p><p style='color:#fff;background:#111'>dari layar gelap</p>", False),
    ("<p>Isi</p><p style='color:#333'>biasa</p>", False),
    ("<p style='color:#fff'>semua</p>", False),
]


@pytest.mark.parametrize(("markup", "noted"), COLOURLESS)
def test_text_left_out_for_its_colour_is_noted(markup: str, noted: bool) -> None:
    raw = b"From: a@b.example\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + markup.encode()
    found = read(raw)
    assert isinstance(found, Message)
    assert (COLOURLESS_NOTE in found.defects) is noted


WORDS = st.lists(st.sampled_from(["satu", "dua", "tiga&amp;", "<b>empat</b>", "<br>", "<p>", "</p>", "<td>", "<tr>", "<table>", "</table>", "<li>", "<ol>", "</ol>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<a href='x'>", "</a>"]), max_size=40)  # fmt: skip


@given(WORDS)
@settings(max_examples=200, deadline=None)
def test_every_word_is_there_once(pieces: list[str]) -> None:
    text = to_text(" ".join(pieces))
    for word in ("satu", "dua", "tiga&", "empat"):
        written = sum(word.rstrip("&") in piece for piece in pieces)
        assert text.count(word) == written


def test_beyond_the_limit_text_is_kept_without_layout() -> None:
    assert to_text("<p>satu</p>" + "<p>dua</p>", limit=11).split() == ["satu", "dua"]


CHARSETS = [
    ("windows-1252", "“Café”".encode("cp1252"), "“Café”"),
    ("Windows1252", "Café".encode("cp1252"), "Café"),
    ('"utf-8"', "Café".encode(), "Café"),
    ("utf8mb4", "Café".encode(), "Café"),
    ("UTF-8; format=flowed", "Café".encode(), "Café"),
    ("charset=utf-8", "Café".encode(), "Café"),
    ("iso-8859-1", "Café – “ya”".encode(), "Café – “ya”"),
    ("windows-1252", "Café – selesai".encode(), "Café – selesai"),
    ("us-ascii", "Café".encode("cp1252"), "Café"),
    ("ansi", "Café".encode("cp1252"), "Café"),
    ("iso-8859-8-i", "שלום".encode("iso8859-8"), "שלום"),
    ("ks_c_5601-1987", "안녕".encode("cp949"), "안녕"),
    ("gb2312", "镕".encode("gbk"), "镕"),
    ("shift_jis", "①".encode("cp932"), "①"),
    ("iso-2022-jp", b"\x1b$B-b\x1b(B", "№"),
    ("utf-16le", "Isi".encode("utf-16-le"), "Isi"),
    ("utf-8", b"\xef\xbb\xbfIsi", "Isi"),
    ("tidak-ada", "Café".encode(), "Café"),
    (None, "Café".encode("cp1252"), "Café"),
    ("utf-8", b"tanda \xef\xbf\xbd", "tanda \ufffd"),
    ("utf-8", "Café “ya” – ".encode() * 3 + b"\xff", "Café “ya” – " * 3 + "\ufffd"),
    ("utf-7", b"+AOk-", "é"),
    ("cp437", b"\x82", "é"),
]  # fmt: skip


@pytest.mark.parametrize(("declared", "data", "text"), CHARSETS)
def test_declared_charsets(declared: str | None, data: bytes, text: str) -> None:
    assert charset.decode(data, declared)[0] == text


def test_html_may_declare_its_charset_itself() -> None:
    assert charset.of_html(b"<html><head><meta charset='windows-1251'>") == "windows-1251"
    assert charset.of_html(b'<META http-equiv=x content="text/html; charset=iso-8859-1">') == "iso-8859-1"
    assert charset.of_html(b"<meta charset=utf-16>") is None
    assert charset.of_html(b"<p>charset=x") is None


BOMBS = {
    "deep": "awal" + "<div>" * 100_000 + "Isi terdalam",
    "deep, closed by others": "awal" + "<div></x>" * 100_000 + "Isi terdalam",
    "attributes": "awal<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">Isi terdalam",
    "attributes without values": "awal<p " + "a " * 400_000 + ">Isi terdalam",
    "formatting": "awal" + "<a><b><i><u>" * 60_000 + "Isi terdalam",
    "paragraphs": "awal" + "<p>" * 300_000 + "Isi terdalam",
    "styles": "awal" + "<p style='display:none;color:red'>x</p>" * 25_000 + "Isi terdalam",
    "links": "awal" + "<a href='https://x.example/" + "y" * 300 + "'>" * 3000 + "Isi terdalam",
    "a picture inside": "awal<img src='data:image/png;base64," + "A" * 900_000 + "'>Isi terdalam",
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_read_fast_and_keep_their_text(name: str) -> None:
    start = time.process_time()
    text = to_text(BOMBS[name])
    assert time.process_time() - start < 2
    assert "awal" in text
    assert "Isi terdalam" in text
