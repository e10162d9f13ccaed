"""Mails beside the checkout, understood as from every kind of sender. Figures and goals: tests/score."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import date

import pytest

from maild.intent import Correspondent, understand
from maild.intent.numbers import CASE_NUMBER, case_pattern, letter_pattern
from maild.message import Unreadable, read
from tests.score.office import Officials, configured
from tests.score.shared import SHARED, load

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="no folder 'shared' beside the checkout"),
]
CASE = case_pattern(CASE_NUMBER)
LETTER = letter_pattern("{seq:04d}/SRT/{case}/{office}/{month_roman}/{year}")
KEYS = {
    "file", "kind", "message_id", "in_reply_to", "references", "date", "from", "to", "cc", "subject", "text",
    "new_text", "quoted", "attachments", "auto_reply", "bulk", "bounce", "forwarded", "case_refs", "letter_refs",
    "intent", "fields", "defects",
}  # fmt: skip


@pytest.fixture(scope="module")
def officials(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Officials]:
    with Officials(configured(tmp_path_factory.mktemp("office"), load())) as found:
        yield found


def test_nothing_hostile_is_a_command(officials: Officials) -> None:
    """Neither by its address, which is not verified here, nor from within a case."""
    shared = load()
    for entry in shared.gold:
        if entry["kind"] == "hostile":
            message = officials.reader.message(shared.indonesian(entry))
            assert not isinstance(message, Unreadable)
            for who in (Correspondent(), Correspondent("agency", True), Correspondent("reporter", True)):
                assert officials.understood(message, who).commands == (), entry["id"]


def test_the_read_document_has_every_key_of_the_contract(officials: Officials) -> None:
    shared = load()
    for entry in shared.gold:
        document = officials.reader.read(shared.indonesian(entry), f"{entry['id']}.eml")
        assert set(json.loads(json.dumps(document, ensure_ascii=False))) >= KEYS, entry["id"]


def test_every_whole_message_of_the_corpus_is_understood_quickly() -> None:
    shared = load()
    for entry in (one for one in shared.corpus if one["form"] == "message"):
        start = time.process_time()
        message = read(shared.raw(entry))
        if not isinstance(message, Unreadable):
            for who in (Correspondent(), Correspondent("agency", True), Correspondent("reporter", True)):
                found = understand(
                    message, who, case_pattern=CASE, letter_pattern=LETTER, today=date(2026, 8, 3)
                )
                assert found.reasons
        assert time.process_time() - start < 2, entry["path"]
