"""The bytes after DATA: one mail, whatever the letter contains (T18)."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from maild.submission.session import as_data


@given(st.binary(max_size=300))
@example(b"\n.\nMAIL FROM:<x>\n")
@example(b"\r.\r\r\n.\r")
@example(b".")
@example(b"")
def test_only_the_end_looks_like_the_end(raw: bytes) -> None:
    data = as_data(raw)
    assert data.endswith(b".\r\n")
    lines = data[:-3].split(b"\r\n")
    assert lines.pop() == b""
    assert all(line != b"." and b"\r" not in line and b"\n" not in line for line in lines)


@given(st.lists(st.binary(max_size=40).map(lambda b: b.replace(b"\r", b"").replace(b"\n", b"")), max_size=8))
def test_a_receiver_reads_the_same_bytes(lines: list[bytes]) -> None:
    raw = b"".join(line + b"\r\n" for line in lines) or b"\r\n"
    received = as_data(raw)[:-3].replace(b"\r\n..", b"\r\n.")
    assert (received[1:] if received.startswith(b"..") else received) == raw


@pytest.mark.parametrize("end", [b"\r\n.\n", b"\n.\r\n", b"\r.\r\n", b"\n.\n", b"\r\n.\r", b"\r\n.\r\n"])
def test_smuggled_ends_do_not_end_the_mail(end: bytes) -> None:
    data = as_data(b"one" + end + b"MAIL FROM:<spy@y.test>\r\n")
    assert data.count(b"\r\n.\r\n") == 1
