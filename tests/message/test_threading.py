"""Which mail a mail answers, whatever programs make of In-Reply-To and References."""

from __future__ import annotations

import time

import pytest

from maild.message import Message, read
from maild.message.threading import answered
from tests.message.compose import mail, message

ANSWERED = [
    ("In-Reply-To: <p@x.example>\nReferences: <r@x.example> <p@x.example>\n", ["p@x.example", "r@x.example"]),
    # Debbugs turns References round: In-Reply-To names the parent.
    ("In-Reply-To: <p@x.example>\nReferences: <p@x.example> <r@x.example>\n", ["p@x.example", "r@x.example"]),
    (
        "References: <r@x.example>\n <m@x.example>\n\t<p@x.example>\n",
        ["p@x.example", "m@x.example", "r@x.example"],
    ),
    # Several parents (RFC 5322 section 3.6.4): the newest by References first.
    (
        "In-Reply-To: <m@x.example> <p@x.example>\nReferences: <r@x.example> <m@x.example> <p@x.example>\n",
        ["p@x.example", "m@x.example", "r@x.example"],
    ),
    ("In-Reply-To: p@x.example\n", ["p@x.example"]),  # no brackets
    ("In-Reply-To: <p@x.example> (Pesan Anda tanggal 5 Mei)\n", ["p@x.example"]),
    ('In-Reply-To: Your message of "Mon, 7 Sep 2026" <p@x.example>\n', ["p@x.example"]),
    ("In-Reply-To: <panjang-sekali\n .dan-dilipat@x.example>\n", ["panjang-sekali.dan-dilipat@x.example"]),
    ("In-Reply-To: <<p@x.example>>\n", ["p@x.example"]),
    ("References: <r@x.example><p@x.example>\n", ["p@x.example", "r@x.example"]),
    ("References: <r@x.example>,<p@x.example>\n", ["p@x.example", "r@x.example"]),
    ("In-Reply-To: =?utf-8?q?=3Cp=40x=2Eexample=3E?=\n", ["p@x.example"]),  # Outlook, of an id it found long
    ("In-Reply-To: <a1@warga.example>\nReferences: <a1@warga.example>\n", []),  # names itself
    ("In-Reply-To: <>\nReferences: \n", []),
    ("In-Reply-To: \n", []),
]


@pytest.mark.parametrize(("more", "wanted"), ANSWERED)
def test_the_nearest_first(more: str, wanted: list[str]) -> None:
    assert answered(message("x", more=more)) == wanted


def test_a_long_list_of_references_costs_nothing() -> None:
    start = time.process_time()
    found = read(mail("x", more="References: " + "\n ".join(f"<{i}@x.example>" for i in range(600)) + "\n"))
    assert isinstance(found, Message)
    assert answered(found)[0] == "599@x.example" and len(answered(found)) == 200
    assert time.process_time() - start < 1
