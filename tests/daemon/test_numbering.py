"""Numbers of cases and letters: none is skipped, none used twice, and none looked up that nobody wants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from tests.daemon.bureau import OFFICER, REPORT, Bureau
from tests.daemon.test_conversations import CITIZEN, FOCAL, Talk
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink


@pytest.fixture
def bureau(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Iterator[Bureau]:
    yield Bureau(tmp_path, dovecot, sink)


@pytest.fixture
def counted() -> Iterator[list[str]]:
    """The statements about counters, by their first word, as they are executed."""
    heard: list[str] = []

    def hear(connection: Any, cursor: Any, text: str, values: Any, context: Any, many: bool) -> None:
        if re.search(r"\bcounter\b", text) and text.split()[0] in ("SELECT", "UPDATE", "INSERT"):
            heard.append(text.split()[0])

    event.listen(Engine, "before_cursor_execute", hear)
    yield heard
    event.remove(Engine, "before_cursor_execute", hear)


def test_a_series_is_looked_up_once_and_only_when_a_number_of_it_is_used(
    bureau: Bureau, counted: list[str]
) -> None:
    talk = Talk(bureau)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    # A case and its first letter: both series are looked up, and as they are new, made.
    assert counted == ["SELECT", "SELECT", "UPDATE", "INSERT", "UPDATE", "INSERT"]
    counted.clear()
    talk.answer(bureau.last_to(CITIZEN), CITIZEN, "Baik, terima kasih atas bantuannya.")
    talk.answer(bureau.last_to(CITIZEN), CITIZEN, "Bagaimana perkembangan laporan saya?")
    talk.answer(bureau.last_to(FOCAL), FOCAL, "Surat telah kami terima dan akan kami tindak lanjuti.")
    talk.answer(bureau.last_to(OFFICER), OFFICER, "status")
    assert counted == [], "mails that lead to no letter with a number"
    talk.say(OFFICER, "agency pdam-uji", subject="[0001/LM/IX/2026/KTA]")
    assert counted == ["SELECT", "UPDATE"], "one more letter in a case that there is"
