"""Several complaints in one mail, and lists that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.directory.matters import matters

A, B, C = "air PDAM mati sejak Mei", "akta anak saya belum jadi", "sampah tidak pernah diangkut petugas"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"Yth Ombudsman\n1. {A}\n2. {B}\n3. {C}", 3),
        (f"Yth Ombudsman\n1) {A}\n\n2) {B}", 2),
        (f"a) {A}\nb) {B}", 2),
        (f"- {A}\n- {B}", 2),
        (f"Pertama, {A}. Kedua, {B}.", 2),
        (f"Saya lapor {A}. Selain itu {B}.", 2),
        (f"Saya lapor {A}. Selain itu {B}. Satu lagi, {C}.", 3),
        (f"1. KTP\n2. KK\n{A}", 0),  # a list of papers is too short for matters
        (f"{A}, {B}", 0),
        (f"Ini yang kedua kali {A}.", 0),
        ("", 0),
    ],
)
def test_the_pieces(text: str, count: int) -> None:
    assert len(matters(text)) == count


@given(st.text(alphabet="1.a) -\nselainitu kedua", max_size=300))
def test_the_pieces_are_of_the_text(text: str) -> None:
    found = matters(text)
    assert len(found) != 1
    assert all(piece in text for piece in found)
