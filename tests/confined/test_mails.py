"""Mails read by the child are the mails that this process would have read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from maild.confined import MailReader
from maild.message import read
from tests.bench.mails import mails


@pytest.fixture(scope="module")
def reader() -> Iterator[MailReader]:
    with MailReader() as reader:
        yield reader


def test_mails_of_an_office_are_the_same_inside_and_outside(reader: MailReader) -> None:
    for mail in mails(300, 50):
        assert reader.read(mail.raw) == read(mail.raw)
