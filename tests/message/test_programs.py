"""Whole mails as other programs send them, and their names, addresses and dates."""

from __future__ import annotations

import base64

import pytest

from tests.message.test_structure import HEAD, found_in

# --- whole mails as programs send them: file names and types of the attachments, then the text


def encoded(text: str) -> str:
    return base64.encodebytes(text.encode()).decode()


PHOTO = base64.encodebytes(b"\xff\xd8\xff\xe0" + b"x" * 90_000).decode()
PROGRAMS: dict[str, tuple[str, list[str], str]] = {
    "a telephone puts its photo between two texts": (
        HEAD + "Content-Type: multipart/mixed; boundary=Apple-Mail-1\n\n--Apple-Mail-1\nContent-Type: text/plain; "
        "charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nJalan rusak=20\n\n--Apple-Mail-1\n"
        'Content-Type: image/jpeg; name="IMG_2031.jpeg"\nContent-Disposition: inline; filename=IMG_2031.jpeg\n'
        f"Content-Transfer-Encoding: base64\n\n{PHOTO}\n--Apple-Mail-1\nContent-Type: text/plain\n\nMohon diperbaiki.\n"
        "--Apple-Mail-1--\n",
        ["IMG_2031.jpeg"],
        "Jalan rusak \n\nMohon diperbaiki.",
    ),
    "a web form sends HTML without MIME-Version": (
        "From: web@kab.example\nSubject: x\nContent-type:text/html;charset=UTF-8\n\n<b>Nama</b> : Sari<br /><b>Isi</b> : Air &amp; bau<br />",
        [],
        "Nama : Sari\nIsi : Air & bau",
    ),
    "a scanner sends an empty text": (
        HEAD + 'Content-Type: multipart/mixed; boundary="iFAX"\n\n--iFAX\nContent-Type: text/plain\n\n\n--iFAX\nContent-Type: application/pdf; '
        'name="0123_001.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERg==\n--iFAX--\n',
        ["0123_001.pdf"],
        "",
    ),
    "Notes nests an alternative and says octet-stream": (
        HEAD + 'Content-Type: multipart/mixed; boundary="=_mixed 1"\n\n--=_mixed 1\nContent-Type: multipart/alternative; boundary="=_alternative 1"\n\n\n'
        "--=_alternative 1\nContent-Type: text/plain\n\nSudah kami jawab.\n\n--=_alternative 1\nContent-Type: text/html\n\n<font>Sudah kami jawab.</font>\n"
        "--=_alternative 1--\n--=_mixed 1\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"=?ISO-8859-1?Q?surat_jawaban.docx?=\"\n"
        "Content-Transfer-Encoding: base64\n\nUEsDBA==\n--=_mixed 1--\n",
        ["surat jawaban.docx"],
        "Sudah kami jawab.",
    ),
    "a telephone encodes both versions": (
        HEAD + 'Content-Type: multipart/alternative; boundary="--_x_1"\n\n----_x_1\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n'
        + encoded("Sy mau lapor pungli") + "\n----_x_1\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + encoded("<html><body>Sy mau lapor pungli</body></html>") + "\n----_x_1--\n",
        [],
        "Sy mau lapor pungli",
    ),
    "list software adds a footer part": (
        HEAD + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
        + encoded("Isi – penting") + "\n--b\nContent-Type: text/plain\nContent-Disposition: inline\n\n____\nmilis\n--b--\n",
        [],
        "Isi – penting\n\n____\nmilis",
    ),
    "a ministry's template: white on blue, sizes reset": (
        HEAD + 'Content-Type: text/html\n\n<table bgcolor="#0b5394"><tr><td style="color:#fff">BALASAN RESMI</td></tr></table><table><tr>'
        '<td style="font-size:0px"><div style="font-size:14px">Telah kami tindak lanjuti.</div></td></tr></table><div style="display:none">pratinjau</div>',
        [],
        "BALASAN RESMI\n\nTelah kami tindak lanjuti.",
    ),
    "the whole mail is one document": (
        HEAD + "Content-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''Surat.pdf\nContent-Transfer-Encoding: base64\n\nJVBERg==\n",
        ["Surat.pdf"],
        "",
    ),
    "no header at all": ("Yth. Ombudsman\n\nSaya melapor.", [], "Yth. Ombudsman\n\nSaya melapor."),
    "no content type": ("From: +6281200001234@sms.example\nSubject: SMS\n\nlapor pak", [], "lapor pak"),
    "UTF-8 under a Latin label": (HEAD + "Content-Type: text/plain; charset=iso-8859-1\n\nSurat “jawaban” – café", [], "Surat “jawaban” – café"),
}  # fmt: skip


@pytest.mark.parametrize("name", PROGRAMS)
def test_mails_of_other_programs(name: str) -> None:
    raw, files, text = PROGRAMS[name]
    found = found_in(raw)
    assert [one.filename for one in found.attachments] == files
    assert found.text.strip() == text


ADDRESSES = [
    ("Dinas Penanaman Modal, Pelayanan Terpadu <d@x.example>", "Dinas Penanaman Modal, Pelayanan Terpadu", "d@x.example"),
    ("I Made Astika, S.Pd., M.Si. <a@x.example>", "I Made Astika, S.Pd., M.Si.", "a@x.example"),
    ('"Astika, S.Pd" <a@x.example>', "Astika, S.Pd", "a@x.example"),
    ("Bupati", "Bupati", ""),
    ('"Kelurahan" <>', "Kelurahan", ""),
]  # fmt: skip


@pytest.mark.parametrize(("written_", "name", "address"), ADDRESSES)
def test_names_of_senders(written_: str, name: str, address: str) -> None:
    found = found_in(f"From: {written_}\nSubject: x\n\nisi")
    assert [(one.name, one.address) for one in found.senders] == [(name, address)]
    assert (found.sender is not None) is bool(address)


@pytest.mark.parametrize(
    "value",
    ["undisclosed-recipients:;", "<Undisclosed-Recipient:;@x.example>", "", "<a@x.example", "Warga: ;"],
)
def test_what_names_nobody(value: str) -> None:
    assert found_in(f"From: a@b.example\nTo: {value}\n\nisi").to == ()


DATES = [
    ("Wed, 26 Aug 2026 14:09:16 +0800", "2026-08-26T06:09:16+00:00"),
    ("Wed, 26 Aug 2026 14:09", "2026-08-26T14:09:00+00:00"),
    ("Wed, 26 Aug 2026 14:09:16 WITA", "2026-08-26T06:09:16+00:00"),
    ("Wed, 26 Aug 2026 14:09:16 GMT+07:00", "2026-08-26T07:09:16+00:00"),
    ("Wed, 26 Aug 2026 14:09:16 +07:00", "2026-08-26T07:09:16+00:00"),
    ("Rab, 26 Agt 2026 14.09.16 +0700", "2026-08-26T07:09:16+00:00"),
    ("2026-08-26T14:09:16+07:00", "2026-08-26T07:09:16+00:00"),
    ("Wed, 26 Aug 2026 59:09:16 +0700", None),
    ("kemarin", None),
    ("", None),
]


@pytest.mark.parametrize(("value", "moment"), DATES)
def test_dates(value: str, moment: str | None) -> None:
    found = found_in(f"From: a@b.example\nDate: {value}\n\nisi")
    assert (found.date.isoformat() if found.date else None) == moment
