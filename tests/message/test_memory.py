"""Where memory runs out inside a foreign parser the mail is not read by halves (R17)."""

from __future__ import annotations

from typing import Any

import pytest

from maild.message import Message, Unreadable, headers, outlook, read

MAIL = b"From: a@dinas.example\r\nDate: Mon, 07 Sep 2026 08:00:00 +0800\r\nSubject: Jawaban\r\n\r\nIsi.\r\n"


@pytest.mark.parametrize("name", ["get_addresses", "convert_mail_date"])
@pytest.mark.parametrize(("error", "kind"), [(MemoryError, Unreadable), (ValueError, Message)])
def test_a_header(monkeypatch: pytest.MonkeyPatch, name: str, error: type[Exception], kind: type) -> None:
    def raising(*arguments: Any, **named: Any) -> Any:
        raise error

    monkeypatch.setattr(headers, name, raising)
    headers._mailboxes.cache_clear()
    found = read(MAIL)
    assert isinstance(found, kind)
    assert not isinstance(found, Unreadable) or found.reason.endswith("MemoryError")


def test_an_outlook_file(monkeypatch: pytest.MonkeyPatch) -> None:
    import olefile

    def raising(*arguments: Any, **named: Any) -> Any:
        raise MemoryError

    monkeypatch.setattr(olefile, "OleFileIO", raising)
    with pytest.raises(MemoryError):
        outlook.read(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(2000))
