"""What reporters bring and choose, in their own words; and what another office answers to a transfer."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.intent.supplied import chosen, not_told, supplied
from maild.intent.transferred import answered, number_in
from maild.message import Message, read
from tests.daemon.bureau import mail

ALL = ("nama", "alamat", "terlapor", "uraian", "upaya", "identitas")
TODAY = date(2026, 9, 7)

SECRET = [
    "iya tolong dirahasiakan",
    "Mohon identitas saya dirahasiakan.",
    "jgn sebut nama saya ya bu",
    "nama saya jangan disebut",
    "nama boleh, alamat jangan disampaikan",
    "saya keberatan kalau nama saya disebut",
    "tolong nama sy tdk disebut",
    "please keep my name secret",
    "anonim saja",
    "rahasiakan ya Bu, sy takut dipersulit",
    "identitas tidak saya rahasiakan",  # garbled: in doubt the safe one
    "mohon kerahasiaannya dijaga",
    "biar aman namanya disamarkan saja",
    "nggih dirahasiakan nggih",
    "jangan sampai kepala sekolah tahu, takut ketahuan",
]
OPEN = [
    "tdk apa2 disebut nama saya",
    "Identitas saya boleh disampaikan kepada instansi.",
    "gpp pak disebut aja",
    "saya tidak keberatan nama saya disebutkan",
    "tidak usah dirahasiakan",
    "gak usah dirahasiain",
    "boleh kok, silakan",
    "no need to keep it secret",
    "Identitas dirahasiakan: tidak",
    "sampaikan saja nama saya",
    "saya setuju identitas diteruskan ke dinas",
]
NEITHER = [
    "NIK 5103014107900000 alamat jl gatsu 5",
    "baik, terima kasih",
    "Surel ini bersifat rahasia dan hanya ditujukan kepada penerima.",
    "pin rahasia saya diminta petugas bank",
    "terserah kantor saja",
    "ya",
    "",
]


@pytest.mark.parametrize("text", SECRET)
def test_a_wish_for_secrecy(text: str) -> None:
    assert chosen(text) == "secret"


@pytest.mark.parametrize("text", OPEN)
def test_a_permission(text: str) -> None:
    assert chosen(text) == "open"


@pytest.mark.parametrize("text", NEITHER)
def test_no_choice(text: str) -> None:
    assert chosen(text) is None


@pytest.mark.parametrize(
    ("text", "choice"), [("ya", "secret"), ("Iya pak", "secret"), ("tidak", "open"), ("Boleh", "open")]
)
def test_bare_words_answer_our_question_and_nothing_else(text: str, choice: str) -> None:
    assert chosen(text, asked=True) == choice
    assert chosen(text) is None


@given(st.sampled_from(SECRET), st.sampled_from(OPEN), st.booleans())
def test_of_both_the_wish_for_secrecy_holds(secret: str, allowed: str, first: bool) -> None:
    text = f"{secret}. {allowed}" if first else f"{allowed}. {secret}"
    assert chosen(text) == "secret"


BRINGS = [
    ("ini pak datanya\n\nnama: kadek ayu sulastri\nalamat: br dinas kelod kauh, desa panji, sukasada\n"
     "nik 5108076304880000\nfoto suket saya lampirkan. pernah tanya ke loket tgl 11 juni sama 20 juli",
     {"nama", "alamat", "upaya", "identitas"}),
    ("NIK sy 5171014107900000, alamat jl gatsu timur gg 5 denpasar", {"alamat", "identitas"}),
    ("ni made cempaka, jl gatot subroto 12", {"nama", "alamat"}),
    ("Betul kantornya Dukcapil Badung.", {"terlapor"}),
    ("sudah 2x ke kantor tgl 3 dan 5 agustus, katanya blanko habis", {"upaya"}),
    ("Ketut Suarta", {"nama"}),
    ("Nama: Sutrisno\nNIK: 5171010101800000", {"nama", "identitas"}),
    ("nama sy Wayan Sudira tinggal di Banjar Tegal, Desa Sempidi. sdh tanya 3 kali ke loket, dijawab tunggu aja",
     {"nama", "alamat", "upaya"}),
    ("Terima kasih", set()),
    ("ok siap", set()),
    ("Baik pak nanti saya kirim KTP nya", set()),
    ("kenapa harus pakai KTP?", set()),
    ("", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "brings"), BRINGS)
def test_what_an_answer_brings(text: str, brings: set[str]) -> None:
    assert set(supplied(_mail(text), ALL, TODAY).brings) == brings


@pytest.mark.parametrize(
    "text",
    [
        "blm pernah lapor ke dinasnya pak",
        "langsung ke ombudsman",
        "belum ada upaya, takut",
        "sy belum ke kantornya bu",
    ],
)
def test_who_has_not_told_the_agency(text: str) -> None:
    found = supplied(_mail(text), ("upaya",), TODAY)
    assert (found.brings, found.denies) == ((), ("upaya",)) and not_told(text)


@pytest.mark.parametrize(
    ("words", "name", "brings", "perhaps"),
    [
        ("", "IMG_0001.jpg", (), ("identitas",)),
        ("terlampir", "IMG_0001.jpg", (), ("identitas",)),
        ("ini foto ktp saya", "IMG_0001.jpg", ("identitas",), ()),
        ("", "KTP putu.jpg", ("identitas",), ()),
        ("ktp nanti menyusul, ini foto jalannya", "IMG_2.jpg", (), ("identitas",)),
    ],
)
def test_a_photo_counts_for_what_it_is_called(
    words: str, name: str, brings: tuple[str, ...], perhaps: tuple[str, ...]
) -> None:
    found = supplied(_mail(words, name), ("identitas",), TODAY)
    assert (found.brings, found.perhaps) == (brings, perhaps)


@given(st.text(max_size=300), st.sets(st.sampled_from(ALL)))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_an_answer_within_what_was_asked(text: str, asked: set[str]) -> None:
    found = supplied(_mail(text.replace("\r", " ").encode("utf-8", "ignore").decode()), sorted(asked), TODAY)
    assert set(found.brings) | set(found.denies) | set(found.perhaps) <= asked
    assert not set(found.brings) & set(found.denies)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("sudah kami terima, nomor 0123/LM/IX/2026/KPG", "accepted"),
        ("Yth. rekan, sdh kami terima dan akan kami tindak lanjuti. Tks", "accepted"),
        ("Pelimpahan telah diregistrasi di kantor kami.", "accepted"),
        ("Laporan telah tercatat nomor 0044/LM/2026", "accepted"),
        ("bukan wilayah kami", "declined"),
        ("Sudah kami terima, namun setelah dipelajari hal ini di luar wilayah kerja kami", "declined"),
        ("mohon maaf, tidak dapat kami terima", "declined"),
        ("berkas kami kembalikan", "declined"),
        ("berkasnya belum kami terima", None),
        ("apakah sudah terdaftar?", None),
        ("selamat pagi", None),
        ("", None),
    ],
)
def test_what_another_office_answers(text: str, answer: str | None) -> None:
    assert answered(text) == answer


def test_the_number_of_the_other_office_is_never_ours() -> None:
    ours = "0001/LM/IX/2026/DPS"
    assert number_in(f"laporan {ours} kami catat no. 0123/LM/IX/2026/KPG", ours) == "0123/LM/IX/2026/KPG"
    assert number_in(f"laporan {ours} sudah kami terima", ours) == ""


def _mail(text: str, attached: str = "") -> Message:
    raw = mail("putu@surel.example", text)
    if attached:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = (
            "putu@surel.example",
            "o@kantor.example",
            "Re: data",
        )
        message.set_content(text or "\n")
        message.add_attachment(b"\xff\xd8\xff picture", "image", "jpeg", filename=attached)
        raw = bytes(message)
    found = read(raw)
    assert isinstance(found, Message)
    return found


def test_our_own_question_sent_back_is_nobodys_choice() -> None:
    ours = (
        "Identitas Saudara\n\nApakah Saudara menghendaki identitas dirahasiakan dari instansi yang dilaporkan? Silakan "
        "memilih dengan tombol, atau menjawab dengan kalimat biasa. Selama belum ada jawaban, identitas Saudara tidak "
        "kami sebutkan.\n\nRahasiakan identitas saya\nBoleh disampaikan kepada instansi\n"
    )
    assert chosen(ours) is None
    told = 'Rahasiakan identitas saya: balas dengan kata-kata "Mohon identitas\n    saya dirahasiakan."\n'
    told += '  * Boleh disampaikan kepada instansi: balas dengan kata-kata "Identitas\n    saya boleh disampaikan kepada instansi."\n'
    assert chosen(ours.partition("Rahasiakan")[0] + told) is None
    assert chosen("Identitas Saudara kami jaga kerahasiaannya.") is None
    assert chosen(f"tolong dirahasiakan\n\n{ours}") == "secret"
