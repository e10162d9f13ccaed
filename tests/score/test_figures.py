"""The scoreboard judges strictly: what it must not forgive, it does not, without any mail of the shared folder."""

from __future__ import annotations

import email
from pathlib import Path

import pytest

from maild.message import Message, read
from tests.message.compose import mail, parts
from tests.score import machines, parsing, shared, telling
from tests.score.__main__ import main
from tests.score.disputes import Dispute, marked
from tests.score.figure import Figure, Goal, Verdict, right_share, wrong_share
from tests.score.wording import ascii_words, blocks, lost, words_of_html

RIGHT, WRONG, DISPUTED = (
    Verdict("a", True),
    Verdict("b", False, {"text": "x"}),
    Verdict("c", False, disputed="RFC 1"),
)


@pytest.mark.parametrize(
    ("figure", "value", "strict", "met"),
    [
        (right_share("f", "", [RIGHT] * 49 + [WRONG], 98), 98.0, 98.0, True),
        (right_share("f", "", [RIGHT] * 48 + [WRONG] * 2, 98), 96.0, 96.0, False),
        (right_share("f", "", [RIGHT, DISPUTED], 98), 100.0, 50.0, True),
        (wrong_share("f", "", [RIGHT] * 999 + [WRONG], 0.2), 0.1, 0.1, True),
        (wrong_share("f", "", [RIGHT, WRONG]), 50.0, 50.0, False),
        (right_share("f", "", [RIGHT]), 100.0, 100.0, None),
        (right_share("f", "", [], 98), None, None, None),
        (Figure("f", "", goal=Goal(150), measured=149.9, unit="mails/s"), 149.9, 149.9, False),
    ],
)
def test_rates_and_goals(figure: Figure, value: float | None, strict: float | None, met: bool | None) -> None:
    assert figure.value == pytest.approx(value)
    assert figure.strict == pytest.approx(strict)
    assert figure.met is met


def test_the_table_tells_what_is_wrong_and_what_is_disputed() -> None:
    figure = right_share("parse.text", "text", [RIGHT, WRONG, DISPUTED], 98)
    head, row, *_ = telling.table([figure])
    assert "all counted" in head and "MISSED" in row and "50.0 %" in row and "33.3 %" in row
    assert list(telling.worst([figure]))[2].startswith("  b:")
    assert any("RFC 1" in line for line in telling.wrong(figure))
    assert '"wrong": 1' in telling.as_json([figure])


def test_a_dispute_is_about_one_file_one_figure_and_one_key() -> None:
    known = [Dispute("b", "f", "x", "RFC 1", key="text"), Dispute("a", "f", "x", "RFC 1")]

    def count(verdict: Verdict, name: str = "f") -> int:
        (figure,) = marked([right_share(name, "", [verdict])], known)
        return len(figure.disputed)

    assert count(WRONG) == 1
    assert count(WRONG, "g") == 0
    assert count(Verdict("b", False, {"subject": "x"})) == 0
    assert count(RIGHT) == 0  # what is right needs no excuse


def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.score.__main__.load", lambda: shared.load(tmp_path / "shared"))
    assert main([]) == 1
    assert "not found" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wanted", "found", "gone"),
    [
        ("air mati mati", "air mati", ["mati"]),
        ("Air MATI", "mati, air!", []),
        ("satu", "", ["satu"]),
    ],
)
def test_lost_words_are_counted(wanted: str, found: str, gone: list[str]) -> None:
    assert lost(wanted, found) == gone


def test_texts_differ_by_more_than_line_ends() -> None:
    assert blocks("\r\n a\r\nb \r\n\r\n") == blocks("a\nb")
    assert blocks("a\n\nb") != blocks("a\nb")
    assert blocks("a b") != blocks("a  b")


def test_words_of_html_leave_out_what_nobody_sees() -> None:
    html = (
        "<head><style>p{}</style></head><p>satu<br>dua&amp;tiga</p><script>x()</script>em<b>pat</b> "
        "<font color=#FFFFFF>siluman<br>juga</font>lima<div style='display: none'><div>x</div>y</div>enam"
    )
    assert words_of_html(html).split() == ["satu", "dua&tiga", "empat", "lima", "enam"]


def test_ascii_words_touch_no_other_letter() -> None:
    assert ascii_words("fran\ufffdais satu ke dua_3 caf\u00e9") == ["satu", "dua_3"]


# --- nothing may be lost: the witness sees what is


def _missing(raw: bytes, message: Message) -> list[str]:
    return parsing._unaccounted(email.message_from_bytes(raw), message)


def test_the_witness_misses_a_lost_part() -> None:
    raw = parts("Content-Type: text/plain\n\nair mati", "Content-Type: application/pdf\n\n%PDF")
    other = read(parts("Content-Type: text/plain\n\nair"))
    found = read(raw)
    assert isinstance(found, Message) and isinstance(other, Message)
    assert _missing(raw, found) == []
    gone = _missing(raw, other)
    assert len(gone) == 2 and "mati" in gone[0] and "application/pdf" in gone[1]


def test_of_alternatives_one_is_enough() -> None:
    raw = parts(
        "Content-Type: text/plain\n\nair mati", "Content-Type: text/html\n\n<p>listrik", kind="alternative"
    )
    for text, lacking in (("air mati", 0), ("listrik", 0), ("lain", 2)):
        found = read(mail(text))
        assert isinstance(found, Message)
        assert len(_missing(raw, found)) == lacking


@pytest.mark.parametrize(
    ("one", "permanent"),
    [
        ({"status": "5.2.2", "hard": False}, True),
        ({"status": "4.4.1", "hard": False}, False),
        ({"status": "5.4.7", "action": "delayed"}, False),
        ({"reply_code": "550"}, True),
        ({"hard": True}, None),
        ({"status": "2.0.0"}, None),
    ],
)
def test_permanent_is_what_the_status_says(one: dict[str, object], permanent: bool | None) -> None:
    assert machines._class(one) is permanent
