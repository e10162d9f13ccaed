"""The tree of parts: what is text, what is attached, and that nothing is lost however a mail is built."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.message import Attachment, Message, read, read_attached
from tests.message.compose import parts

HEAD = "From: Sari <sari@warga.example>\nSubject: Laporan\nMIME-Version: 1.0\n"


def found_in(raw: str | bytes) -> Message:
    found = read(raw.replace("\n", "\r\n").encode() if isinstance(raw, str) else raw)
    assert isinstance(found, Message), found
    return found


def kinds(found: Message) -> list[str]:
    return [one.content_type for one in found.attachments]


# --- text or attachment

TEXT_OR_NOT = [
    # header lines of a second part that says `Isi kedua`, whether it is text, whether it is attached
    ("Content-Type: text/plain", True, False),
    ("Content-Type: text/plain\nContent-Disposition: inline", True, False),
    (
        "Content-Type: text/plain; name=catatan.txt\nContent-Disposition: inline; filename=catatan.txt",
        True,
        True,
    ),
    ("Content-Type: text/plain\nContent-Disposition: attachment; filename=catatan.txt", False, True),
    ("Content-Type: text/plain\nContent-Disposition: attachment", False, True),
    ("Content-Type: text/plain; name=catatan.txt", False, True),
    (
        "Content-Type: text/plain; name=ATT00001.txt\nContent-Disposition: inline; filename=ATT00001.txt",
        True,
        False,
    ),
    ("Content-Type: text/x-hukum", True, False),
    ("Content-Type: text/csv", False, True),
    ("Content-Type: text/html\nContent-Disposition: inline; filename=surat.html", False, True),
    ("Content-Type: TEXT/PLAIN ; CHARSET=UTF-8", True, False),
    ("Content-Type: text", True, False),
    ("Content-Type:", True, False),
    ("X-Lain: tanpa jenis", True, False),
    ("Content-Type: application/octet-stream", False, True),
]


@pytest.mark.parametrize(("head", "text", "attached"), TEXT_OR_NOT)
def test_text_or_attachment(head: str, text: bool, attached: bool) -> None:
    found = found_in(parts("Content-Type: text/plain\n\nIsi pertama", f"{head}\n\nIsi kedua"))
    assert found.text.startswith("Isi pertama")
    assert ("Isi kedua" in found.text) is text
    assert any(one.content == b"Isi kedua" for one in found.attachments) is attached


def test_a_named_part_is_the_text_where_there_is_no_other() -> None:
    found = found_in(parts("Content-Type: text/plain; name=pesan.txt\n\nMohon dibantu."))
    assert found.text == "Mohon dibantu."
    assert [one.filename for one in found.attachments] == ["pesan.txt"]


def test_one_version_of_an_alternative_is_read_and_no_amp() -> None:
    found = found_in(
        parts(
            "Content-Type: text/plain\n\nHalo",
            "Content-Type: text/x-amp-html\n\n<html amp4email>Halo</html>",
            "Content-Type: text/html\n\n<p>Halo</p>",
            "Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nEND:VCALENDAR",
            kind="alternative",
        )
    )
    assert found.text == "Halo"
    assert kinds(found) == ["text/calendar"]


TEMPLATE = "Surat ini dikirim dari aplikasi kantor kami. Mohon tidak menghapus surat ini. " * 8
REPORT = (
    "Sertipikat tanah saya belum terbit selama empat belas bulan, mohon bantuan Ombudsman Republik Indonesia."
)
VERSIONS = [
    # plain, HTML, expected
    (REPORT, f"<p>{REPORT}</p>", REPORT),
    ("Lihat HTML.", f"<p>{REPORT}</p>", REPORT),
    ("", f"<p>{REPORT}</p>", REPORT),
    (REPORT, "", REPORT),
    (TEMPLATE.strip(), f"<p>{REPORT}</p>", f"{TEMPLATE.strip()}\n\n{REPORT}"),
    (REPORT + " " + REPORT, f"<p>{REPORT} <a href='https://lacak.example/abcd/efgh'>{REPORT}</a></p>", f"{REPORT} {REPORT}"),
]  # fmt: skip


@pytest.mark.parametrize(("plain", "html", "text"), VERSIONS)
def test_no_version_hides_what_only_the_other_says(plain: str, html: str, text: str) -> None:
    raw = parts(
        f"Content-Type: text/plain\n\n{plain}", f"Content-Type: text/html\n\n{html}", kind="alternative"
    )
    assert found_in(raw).text == text


def test_enriched_text_is_read_where_it_is_alone() -> None:
    source = "Content-Type: text/enriched\n\n<bold>Penting</bold>: <color><param>red</param>segera</color>\n\n1 <<< 2"
    assert found_in(parts(source)).text == "Penting: segera\n1 << 2"
    found = found_in(parts("Content-Type: text/plain\n\nPenting", source, kind="alternative"))
    assert found.text == "Penting"


def test_an_invitation_without_text() -> None:
    calendar = (
        "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VTIMEZONE\nBEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD\n"
        "END:VTIMEZONE\nBEGIN:VEVENT\nSUMMARY:Rapat koordinasi\\, ruang 2\nDTSTART;TZID=Asia/Makassar:20260905T090000\n"
        "DESCRIPTION:Mohon hadir\\ntepat\n  waktu\nEND:VEVENT\nEND:VCALENDAR"
    )
    found = found_in(f"{HEAD}Content-Type: text/calendar; charset=utf-8\n\n{calendar}")
    assert found.text == (
        "Method: REQUEST\nSummary: Rapat koordinasi, ruang 2\nDtstart: 20260905T090000\nDescription: Mohon hadir\ntepat waktu"
    )
    assert kinds(found) == ["text/calendar"]


def test_pictures_of_the_html_are_flagged() -> None:
    picture = base64.b64encode(b"\x89PNG" + b"x" * 100).decode()
    logo = f"Content-Type: image/png\nContent-ID: <logo@x>\nContent-Transfer-Encoding: base64\n\n{picture}"
    photo = f"Content-Type: image/jpeg; name=foto.jpg\nContent-ID: <f_1>\nContent-Transfer-Encoding: base64\n\n{picture}"
    found = found_in(
        parts(
            "Content-Type: text/html\n\n<p>Isi</p><img src=3D'cid:logo@x'><img src='cid:logo@x'>",
            logo,
            photo,
            kind="related",
        )
    )
    assert [(one.content_id, one.inline, one.ornament) for one in found.attachments] == [
        ("logo@x", True, True),
        ("f_1", False, False),
    ]  # fmt: skip


def test_a_photo_in_the_html_is_no_ornament() -> None:
    one = Attachment("foto.jpg", "foto.jpg", "image/jpeg", 900_000, "", b"", inline=True)
    assert not one.ornament


SEALED = [
    ("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "encrypted"),
    ("application/x-pkcs7-mime; name=smime.p7m", "encrypted"),
    ("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", "signed as a whole"),
    ("application/pgp-encrypted", "encrypted"),
    ("message/partial; id=a; number=1; total=3", "one piece"),
    ("message/external-body; access-type=URL; URL=http://x.example/a.pdf", "not fetched"),
]


@pytest.mark.parametrize(("kind", "words"), SEALED)
def test_what_cannot_be_read_is_kept_and_noted(kind: str, words: str) -> None:
    found = found_in(
        parts("Content-Type: text/plain\n\nTerlampir.", f"Content-Type: {kind}\n\nisi yang tertutup")
    )
    assert found.attachments[0].content == b"isi yang tertutup"
    assert any(words in defect for defect in found.defects)
    assert found.text == "Terlampir."


def test_an_encrypted_text_is_noted() -> None:
    found = found_in(HEAD + "\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n")
    assert any("encrypted" in defect for defect in found.defects)


def test_a_signed_mail_is_read_and_its_signature_kept() -> None:
    found = found_in(
        parts("Content-Type: text/plain\n\nMohon dibantu.", "Content-Type: application/pgp-signature\n\nxyz", kind="signed")
    )  # fmt: skip
    assert found.text == "Mohon dibantu."
    assert kinds(found) == ["application/pgp-signature"]


# --- attached mails

INNER = "From: x@warga.example\nTo: y@warga.example\nSubject: lama\nDKIM-Signature: a=b;\n\tc=d\n\nSaya cabut laporan \n\n"


@pytest.mark.parametrize("encoding", ["7bit", "base64", "quoted-printable"])
def test_an_attached_mail_is_kept_byte_for_byte(encoding: str) -> None:
    raw = INNER.replace("\n", "\r\n").encode()
    code = {"7bit": raw, "base64": base64.encodebytes(raw), "quoted-printable": quopri.encodestring(raw)}[
        encoding
    ]
    mail = (
        HEAD.encode() + b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nLihat\n--b\n"
        b"Content-Type: message/rfc822\nContent-Transfer-Encoding: " + encoding.encode() + b"\n\n" + code + b"\n--b--\n"
    )  # fmt: skip
    found = found_in(mail)
    assert found.attachments[0].content.rstrip(b"\n") == raw.rstrip(b"\n")
    assert found.text == "Lihat"
    inner = read_attached(found.attachments[0])
    assert isinstance(inner, Message)
    assert (inner.subject, inner.new_text.strip()) == ("lama", "Saya cabut laporan")


def test_a_digest_is_a_row_of_mails() -> None:
    found = found_in(parts("\nSubject: satu\n\nIsi satu", "\nSubject: dua\n\nIsi dua", kind="digest"))
    assert kinds(found) == ["message/rfc822"] * 2
    assert "Isi" not in found.text


def test_the_returned_mail_of_a_report_is_ours_and_no_attachment() -> None:
    raw = parts(
        "Content-Type: text/plain\n\nTidak terkirim",
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1",
        "Content-Type: message/rfc822\n\nSubject: surat kami\n\nisi",
        "Content-Type: application/pdf; name=bukti.pdf\n\n%PDF",
        kind="report; report-type=delivery-status",
    )  # fmt: skip
    assert kinds(found_in(raw)) == ["application/pdf"]


# --- broken mails

BROKEN = {
    "no closing delimiter": "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nMohon dibantu.",
    "another boundary than declared": "Content-Type: multipart/mixed; boundary=B\n\n--b\nContent-Type: text/plain\n\nMohon dibantu.\n--b--",
    "no boundary declared": "Content-Type: multipart/mixed\n\n--b\nContent-Type: text/plain\n\nMohon dibantu.\n--b--",
    "words behind the delimiter": "Content-Type: multipart/mixed; boundary=b\n\n--b junk\nContent-Type: text/plain\n\nMohon dibantu.\n--b-- x",
    "blanks behind the delimiter": "Content-Type: multipart/mixed; boundary=b\n\n--b  \nContent-Type: text/plain\n\nMohon dibantu.\n--b--  ",
    "folded boundary": 'Content-Type: multipart/mixed; boundary="b\n c"\n\n--b c\nContent-Type: text/plain\n\nMohon dibantu.\n--b c--',
    "no header of the part": "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nMohon dibantu.\n--b--",
    "text after the last delimiter only": "Content-Type: multipart/mixed; boundary=b\n\n--b--\nMohon dibantu.",
    "a part after the last delimiter": "Content-Type: multipart/mixed; boundary=b\n\n--b--\n--c\nContent-Type: text/plain\n\nMohon dibantu.\n--c--",
    "blank before the colon": "Content-Type : text/plain\nX-A\t: b\n\nMohon dibantu.",
    "a header that was not folded": "X-A: satu\ndua tiga\nContent-Type: text/plain\n\nMohon dibantu.",
    "no empty line": "Content-Type: text/plain\nMohon dibantu.",
    "multipart in base64": "Content-Type: multipart/mixed; boundary=b\nContent-Transfer-Encoding: base64\n\n"
    + base64.encodebytes(b"--b\nContent-Type: text/plain\n\nMohon dibantu.\n--b--\n").decode(),
    "unknown encoding": "Content-Type: text/plain\nContent-Transfer-Encoding: 7-bit\n\nMohon dibantu.",
    "not base64 at all": "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nMohon dibantu.",
    "not base64, and without any sign": "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nTolong saya ya\n\nMohon dibantu.",
    "base64 without its padding": "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nTW9ob24gZGliYW50dS4",
    "base64 in two pieces": "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nTW9ob24=\nIGRpYmFudHUu",
    "x-uuencode": "Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a.txt\n.36]H;VX@9&EB86YT=2X`\n`\nend",
    "soft break with a blank": "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nMohon= \n dibantu.",
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_broken_mails_are_read_as_they_were_meant(name: str) -> None:
    found = found_in(HEAD + BROKEN[name])
    assert "Mohon dibantu." in found.text
    assert found.subject == "Laporan"
    assert "Content-Type" not in found.text


def test_a_footer_in_plain_text_behind_base64() -> None:
    code = base64.encodebytes("Yth. Bapak – mohon dibantu.".encode() * 4).decode()
    footer = "_______________________________________________\nMilis warga mailing list\nwarga@milis.example"
    found = found_in(
        f"{HEAD}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{code}{footer}\n"
    )
    assert found.text.count("Yth. Bapak – mohon dibantu.") == 4
    assert found.text.endswith(footer)


def test_leading_blank_lines_and_an_mbox_line() -> None:
    found = found_in("\n\n" + HEAD + "\nIsi")
    assert (found.subject, found.text) == ("Laporan", "Isi")
    found = found_in("From sari@warga.example Mon Aug  3 09:00:00 2026\n" + HEAD + "\nIsi")
    assert (found.subject, found.text) == ("Laporan", "Isi")


def test_line_ends_of_an_old_macintosh() -> None:
    raw = (HEAD + "Content-Type: text/plain\n\nBaris satu\nbaris dua").replace("\n", "\r").encode()
    found = found_in(raw)
    assert (found.subject, found.text) == ("Laporan", "Baris satu\nbaris dua")


def test_a_part_that_is_no_text_though_it_says_so_is_kept() -> None:
    data = bytes(range(256)) * 40
    code = base64.encodebytes(data).decode()
    found = found_in(
        parts(
            "Content-Type: text/plain\n\nTerlampir.",
            f"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n{code.strip()}",
        )
    )
    assert found.attachments or "\x01" in found.text
    nothing = b"\0" * 300 + data
    code = base64.encodebytes(nothing).decode()
    found = found_in(
        parts(
            "Content-Type: text/plain\n\nTerlampir.",
            f"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n{code.strip()}",
        )
    )
    assert found.attachments[0].content == nothing


# --- uuencode

UU = "begin 644 surat tanah.pdf\n#4&1F\n`\nend"


def test_uuencoded_files_become_attachments() -> None:
    found = found_in(HEAD + f"\nTerlampir surat.\n\n{UU}\n\nTerima kasih.\nbegin 2026 dengan baik\n")
    assert found.text == "Terlampir surat.\n\n[surat tanah.pdf]\n\nTerima kasih.\nbegin 2026 dengan baik"
    assert [(one.filename, one.content_type, one.content) for one in found.attachments] == [
        ("surat tanah.pdf", "application/pdf", b"Pdf")
    ]
    assert not any("uuencoded" in defect for defect in found.defects)


def test_a_cut_uuencoded_file_is_kept_and_noted() -> None:
    found = found_in(HEAD + "\nIsi\n\nbegin 644 a.doc\n#4&1F\nini bukan kode lagi, tolong dibaca\n")
    assert found.attachments[0].content == b"Pdf"
    assert "ini bukan kode lagi, tolong dibaca" in found.text
    assert any("uuencoded" in defect for defect in found.defects)


@pytest.mark.parametrize(
    "text", ["begin 644 saja", "begin 644 x\n", "begin 644 x\nIsi biasa\nend", "beginilah 644 a"]
)
def test_sentences_that_begin_so_are_no_files(text: str) -> None:
    found = found_in(HEAD + f"\nLaporan:\n{text}")
    assert found.attachments == ()
    assert text.strip() in found.text


# --- nothing is lost

LEAVES = st.one_of(
    st.tuples(st.just("text/plain"), st.text("abc \u00e9\n>-", min_size=1, max_size=40)),
    st.tuples(st.just("text/html"), st.text("abc d", min_size=1, max_size=20)),
    st.tuples(
        st.sampled_from(["application/pdf", "image/png", "text/csv", "x-a/x-b"]), st.binary(max_size=60)
    ),
)
ENCODINGS = st.sampled_from(["base64", "quoted-printable"])
PLACES = st.sampled_from(
    ["", "inline", "attachment", 'attachment; filename="a.bin"', 'inline; filename="b.txt"']
)
TREES = st.recursive(
    st.tuples(LEAVES, ENCODINGS, PLACES),
    lambda children: st.tuples(st.sampled_from(["mixed", "related", "signed", "parallel"]), st.lists(children, min_size=1, max_size=4)),
    max_leaves=8,
)  # fmt: skip


def written(tree: object, number: list[int], leaves: list[tuple[str, bytes]]) -> bytes:
    if isinstance(tree[0], str):  # type: ignore[index]
        number[0] += 1
        edge = f"tepi{number[0]}".encode()
        body = b"".join(b"--" + edge + b"\r\n" + written(one, number, leaves) + b"\r\n" for one in tree[1])  # type: ignore[index]
        return (
            b"Content-Type: multipart/"
            + tree[0].encode()
            + b'; boundary="'
            + edge
            + b'"\r\n\r\n'
            + body
            + b"--"
            + edge
            + b"--"
        )  # type: ignore[index]
    (kind, content), encoding, place = tree  # type: ignore[misc]
    data = content if isinstance(content, bytes) else content.encode()
    leaves.append((kind, data))
    code = (
        base64.encodebytes(data)
        if encoding == "base64"
        else quopri.encodestring(
            data.replace(b"\n", b"\r\n") if kind.startswith("text/") else data, quotetabs=True
        )
    )
    if encoding != "base64" and not kind.startswith("text/"):
        code, encoding = base64.encodebytes(data), "base64"
    head = f"Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n"
    return (head + (f"Content-Disposition: {place}\r\n" if place else "") + "\r\n").encode() + code


@given(TREES)
@settings(max_examples=150, deadline=None)
def test_every_leaf_is_in_the_text_or_attached(tree: object) -> None:
    leaves: list[tuple[str, bytes]] = []
    raw = b"From: a@b.example\r\nMIME-Version: 1.0\r\n" + written(tree, [0], leaves)
    found = found_in(raw)
    held = [one.content for one in found.attachments]
    held += [content.replace(b"\r\n", b"\n") for content in held]
    words = "".join(found.text.split())
    for _kind, data in leaves:
        plain = "".join(data.decode("utf-8", "replace").split())
        assert data in held or plain in words, (raw, found)
