"""Header lines: what another parser reads back is what was put in (T14, T15, T16)."""

from __future__ import annotations

import random
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.utils import parseaddr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.letters import LetterFault, message_id
from maild.letters.header import clean, mailbox, message_ids, unstructured
from maild.message import Address

from .desk import framed, parsed, written

PIECES = ["Dinas", "Penanaman Modal,", "Pelayanan", '"Terpadu"', "Satu\\Pintu", "<x@y.example>", "S.Pd.,M.M"]
PIECES += [
    "Ni",
    "I",
    "Ketut (Plt.)",
    "Müller",
    "Ñoño",
    "日本語",
    "😀",
    "é" * 40,
    "=?utf-8?q?x?=",
    ";",
    ":",
    "@",
    "a" * 90,
]


def read_back(line: str) -> tuple[str, str]:
    """Display name and address by the old parser and its RFC 2047 decoder."""
    mail = message_from_bytes(f"{line}\r\n\r\n".encode("ascii"))
    assert len(mail.items()) == 1
    value = " ".join(mail.items()[0][1].split("\r\n"))
    phrase, address = parseaddr(value.replace("  ", " "))
    return str(make_header(decode_header(phrase))), address


def test_ten_thousand_names_come_back_as_they_were() -> None:
    chance = random.Random(15)
    for _ in range(10_000):
        name = " ".join(chance.choices(PIECES, k=chance.randint(1, 7)))
        name += "".join(chr(chance.randint(32, 0x24F)) for _ in range(chance.randint(0, 12)))
        line = mailbox("To", Address(name, "penghubung@dinas.example"))
        assert read_back(line) == (clean(name), "penghubung@dinas.example"), line
        assert max(map(len, line.split("\r\n"))) <= 78


@given(st.text(max_size=200))
def test_any_subject_comes_back_and_is_one_header(subject: str) -> None:
    line = unstructured("Subject", subject)
    mail = message_from_bytes(f"{line}\r\n\r\n".encode("ascii"))
    assert mail.keys() == ["Subject"]
    value = mail["Subject"].replace("\r\n", "")
    assert str(make_header(decode_header(value))) == clean(subject)
    assert max(map(len, line.split("\r\n"))) <= 78


@given(st.text(max_size=80))
def test_the_new_parser_sees_one_recipient(name: str) -> None:
    line = mailbox("To", Address(name, "penghubung@dinas.example"))
    header = message_from_bytes(f"{line}\r\n\r\n".encode("ascii"), policy=policy.default)["To"]
    assert [a.addr_spec for a in header.addresses] == ["penghubung@dinas.example"]


@pytest.mark.parametrize(
    "evil", ["Hi\r\nBcc: v@x.example", "a\u2028Bcc: v@x.example", "a\x85b\x00c", "a\x0bb"]
)
def test_no_value_adds_a_header(evil: str) -> None:
    letter = written("L05", Address(evil, "a@b.example"), agency_name=evil, case=evil, letter_number=evil)
    mail = parsed(letter.raw)
    assert "Bcc" not in mail
    assert all(char.isprintable() for char in mail["Subject"] + mail["To"])
    assert [n for n in mail.keys() if n.lower() == "to"] == ["To"]  # noqa: SIM118
    assert not any(line.lower().startswith(b"bcc") for line in letter.raw.split(b"\r\n\r\n")[0].splitlines())


@pytest.mark.parametrize(
    "address",
    ["", "x", "a@x, b@x", "a b@x.example", "a@x.example SIZE=1", "ä@x.example", "a@x>\r\nRCPT TO:<spy@y",
     '"q"@x.example', "a@-x.example", "a" * 65 + "@x.example", "a@" + "x" * 260, "<a@x.example>"],
)  # fmt: skip
def test_a_doubtful_address_is_refused(address: str) -> None:
    with pytest.raises(LetterFault):
        written("L10", Address("Nama", address))
    with pytest.raises(LetterFault):
        written("L10", frame=framed(reply_to=address))


def test_references_are_never_encoded_and_senders_rubbish_is_left_out() -> None:
    long = "C" * 120 + "@mail.example"
    line = message_ids("References", ["<a@x>", long, "b ad@x", "ü@x", "", "x" * 300 + "@y", "c@x"])
    assert line == f"References: <a@x>\r\n <{long}>\r\n <c@x>"
    assert message_ids("In-Reply-To", ["rub bish"]) is None


def test_threads_survive_the_wire() -> None:
    ids = tuple(f"{n}{'k' * 90}@mail.example" for n in range(40))
    mail = parsed(written("L10", frame=framed(in_reply_to=ids[-1], references=ids)).raw)
    assert mail["In-Reply-To"] == f"<{ids[-1]}>"
    read = mail["References"].split()
    assert read[0] == f"<{ids[0]}>"
    assert read[-1] == f"<{ids[-1]}>"
    assert len(read) == 20


def test_message_ids_are_stable_and_tell_nothing() -> None:
    one = message_id("kasus 12, L05, budi@surel.example", "k7c9", "ombudsman.example")
    assert one == message_id("kasus 12, L05, budi@surel.example", "k7c9", "ombudsman.example")
    assert one.endswith(".k7c9@ombudsman.example")
    assert "budi" not in one
    assert message_id("a", "", "o.example") != message_id("b", "", "o.example")
    assert "." not in message_id("a", "", "o.example").partition("@")[0]
