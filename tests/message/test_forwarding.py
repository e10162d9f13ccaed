"""Mails that somebody passes on: who wrote first, when, about what; and answers that only look so."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maild.message.forwarding import Envelope, find, is_forward
from maild.message.record import Forwarded
from tests.message.compose import message

FORWARDED = [
    "FYI\n\n---------- Forwarded message ---------\nDari: Budi <budi@warga.example>\nDate: Sab, 31 "
    "Okt 2020 pukul 22.12\nSubject: Jalan rusak\nTo: <c@d.example>\n\nJalan di depan rumah rusak.",
    "FYI\n\n---------- Pesan terusan ---------\nDari: Budi <budi@warga.example>\nTanggal: 31 Okt "
    "2020 22.12\nSubjek: Jalan rusak\nKepada: c@d.example\n\nJalan di depan rumah rusak.",
    "FYI\n\n-------- Pesan Diteruskan --------\nSubjek: Jalan rusak\nTanggal: 31 Okt 2020 "
    "22.12\nDari: Budi <budi@warga.example>\nKe: c@d.example\n\nJalan di depan rumah rusak.",
    "FYI\n\nBegin forwarded message:\n\nFrom: Budi <budi@warga.example>\nSubject: Jalan "
    "rusak\nDate: 31 October 2020 at 22.12\nTo: c@d.example\n\nJalan di depan rumah rusak.",
    "FYI\n\n> Begin forwarded message:\n>\n> From: Budi <budi@warga.example>\n> Subject: Jalan "
    "rusak\n> Date: 31 October 2020 at 22.12\n> To: c@d.example\n>\n> Jalan di depan rumah rusak.",
    "FYI\n\nDari: Budi <budi@warga.example>\nDikirim: Sabtu, 31 Oktober 2020 22:12\nKepada: "
    "c@d.example\nPerihal: Jalan rusak\n\nJalan di depan rumah rusak.",
]


@pytest.mark.parametrize("text", FORWARDED)
def test_forwards(text: str) -> None:
    found = message(text, subject="Fwd: Jalan rusak")
    assert found.new_text == "FYI"
    passed = found.forwarded
    assert passed is not None and passed.sender is not None
    assert (passed.sender.name, passed.sender.address) == ("Budi", "budi@warga.example")
    assert passed.subject == "Jalan rusak"
    assert passed.text == "Jalan di depan rumah rusak."
    assert passed.date == datetime(2020, 10, 31, 14, 12, tzinfo=UTC)  # in the zone of the forwarder


@pytest.mark.parametrize("subject", ["Fwd: x", "FW: x", "Fw:x", "Trs: x", "[EXT] Fwd: x", "Terusan: x"])
def test_forward_subjects(subject: str) -> None:
    assert is_forward(subject)
    assert not is_forward("Re: forward ke sini")
