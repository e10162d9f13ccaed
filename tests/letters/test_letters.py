"""Every kind of letter, as it leaves."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.letters import KINDS, Draft, LetterFault, button, redirected
from maild.letters.button import spoken

from .desk import DESK, FRAME, body, framed, parsed, written

AGENCY_AND_REPORTER = [k for k, kind in KINDS.items() if kind.audience != "staff"]


@pytest.mark.parametrize("kind", KINDS)
def test_bytes_are_what_every_server_takes(kind: str) -> None:
    raw = written(kind).raw
    assert raw.isascii()
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    mail = parsed(raw)
    assert not mail.defects
    assert mail.get_content_type() == "multipart/alternative"
    assert [p.get_content_type() for p in mail.iter_parts()] == ["text/plain", "text/html"]
    assert all(p["Content-Transfer-Encoding"] in ("7bit", "quoted-printable") for p in mail.iter_parts())


@pytest.mark.parametrize("kind", KINDS)
def test_same_draft_same_bytes(kind: str) -> None:
    assert written(kind).raw == written(kind).raw


@pytest.mark.parametrize("kind", KINDS)
def test_headers(kind: str) -> None:
    letter = written(kind)
    mail = parsed(letter.raw)
    for name in ("From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version"):
        assert len(mail.get_all(name)) == 1, name
    assert mail["Subject"] == letter.subject
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert mail["Content-Language"] == "id"
    assert mail["Message-ID"] == f"<{FRAME.message_id}>"
    assert mail["Date"] == "Thu, 01 Oct 2026 09:30:00 +0800"
    assert "In-Reply-To" not in mail
    assert "References" not in mail
    case = KINDS[kind].sample.get("case")
    assert letter.subject.startswith(f"[{case}] ") == bool(case)


@pytest.mark.parametrize("kind", KINDS)
def test_text_and_html_say_the_same(kind: str) -> None:
    def told(text: str) -> set[str]:
        return set(re.findall(r"\w{3,}", text))

    letter = written(kind)
    html = body(letter.raw, "html")
    page = unescape(re.sub(r"<(?:title|style)>.*?</(?:title|style)>|<[^>]*>", " ", html))
    assert body(letter.raw, "plain") == letter.text
    extra_words = told(" ".join(spoken(b["href"]) for b in KINDS[kind].sample.get("buttons", ())))
    missing = told(page) - told(letter.text)
    assert not missing
    assert told(letter.text) - told(page) - extra_words <= {"balas", "dengan", "kata"}


@pytest.mark.parametrize("kind", AGENCY_AND_REPORTER)
def test_tone_and_form(kind: str) -> None:
    letter = written(kind)
    assert "!" not in letter.text.replace("LAPOR!", "")
    assert not re.search("[\U0001f000-\U0001faff]", letter.text)
    assert not re.search(r"\b(Anda|harap|wajib)\b", letter.text)
    assert "None" not in letter.text
    assert "(0361) 000000" in " ".join(letter.text.split())  # how to verify
    assert "Putu Contoh" not in letter.subject
    assert max(map(len, letter.text.split("\n"))) <= 78 or "http" in letter.text
    for said in re.finditer("maladministrasi", letter.text):
        assert "dugaan" in letter.text[: said.start()]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_fetched(kind: str) -> None:
    html = body(written(kind).raw, "html")
    assert not re.search(r"<(img|script|link|iframe|object|style)\b|url\(", html)
    assert all(href.startswith("mailto:") for href in re.findall(r'href="([^"]*)"', html))


def test_values_are_data() -> None:
    """T27: no template, no structure and no markup from a value; not even when it begins a line."""
    evil = "{{7*7}} {% raw %} ${7*7} %(x)s {0.__class__} <b>x</b> **y**"
    marks = "# judul\n- butir\n| a | b |\n>> Bayar | https://jahat.example\n! awas\nLabel : isi\n---\n1. satu"
    letter = written("L05", summary=f"{evil}\n{marks}", matter=evil, agency_name=evil)
    html = body(letter.raw, "html")
    for literal in (evil, *marks.split("\n")):
        assert literal in " ".join(letter.text.split()) or literal in letter.text
        assert literal in unescape(html)
    assert "49" not in letter.text.replace(FRAME.message_id, "")
    assert "<b>x</b>" not in html
    assert "https://jahat.example" not in "".join(re.findall(r'href="([^"]*)"', html))
    assert html.count("<h2") == body(written("L05").raw, "html").count("<h2")


def test_a_button_is_mailto_or_nothing() -> None:
    letter = written("L10", buttons=[{"label": "Klik", "href": "https://jahat.example/?x=1"}])
    assert "jahat.example" not in "".join(re.findall(r'href="([^"]*)"', body(letter.raw, "html")))


@given(st.text(max_size=60), st.text(max_size=200))
def test_buttons_open_the_mail_they_show(subject: str, words: str) -> None:
    subject, words = (t.encode("utf-8", "ignore").decode().replace("\r", "") for t in (subject, words))
    parts = urlsplit(button("kantor+kode@o.example", subject, words))
    assert unquote(parts.path) == "kantor+kode@o.example"
    query = parse_qs(parts.query, keep_blank_values=True)
    assert query["subject"] == [subject]
    assert query["body"] == [words.replace("\n", "\r\n")]
    assert "+" not in parts.path
    assert "+" not in parts.query


def test_buttons_are_told_in_plain_words() -> None:
    text = " ".join(written("L10").text.split())
    assert '* Surat telah diterima: balas dengan kata-kata "Surat telah kami terima."' in text


def test_the_code_stands_in_the_text_where_there_is_no_subaddress() -> None:
    plain = framed(reply_to="kantor@ombudsman.example")
    assert "Kode balasan: k7c9wq2mzx" in written("L10", frame=plain).text
    assert "Kode balasan" not in written("L10").text


@pytest.mark.parametrize("kind", ["L05", "L10", "N01"])
@given(word=st.text(max_size=300))
def test_any_text_makes_a_letter(kind: str, word: str) -> None:
    items = [{**KINDS["N01"].sample["items"][0], "subject": word, "excerpt": word, "sender": word}]
    values = {"items": items} if kind == "N01" else {"agency_name": word, "summary": word, "due_words": word}
    letter = written(kind, **values)
    assert letter.raw.isascii()
    assert not parsed(letter.raw).defects


def test_missing_and_unknown_are_told_with_their_place() -> None:
    with pytest.raises(LetterFault, match=r"L10\.j2:4: 'days_left' is undefined"):
        DESK.compose(Draft("L10", written("L10").to, {"case": "1"}), FRAME)
    with pytest.raises(LetterFault, match="no letter is called 'L99'"):
        DESK.compose(Draft("L99", written("L10").to, {}), FRAME)


@pytest.mark.parametrize(
    "change",
    [
        {"auto_submitted": "auto\r\nBcc: x"},
        {"message_id": "ada spasi@x"},
        {"date": FRAME.date.replace(tzinfo=None)},
    ],
)
def test_a_broken_frame_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(LetterFault):
        written("L10", frame=framed(**change))


@pytest.mark.parametrize("kind", KINDS)
def test_rehearsal_goes_elsewhere_and_says_so(kind: str) -> None:
    letter = written(kind, frame=framed(in_reply_to="a@x", references=("a@x",)))
    twin = redirected(letter, "latihan@kantor.example")
    mail = parsed(twin.raw)
    assert mail["To"] == "latihan@kantor.example" == twin.to.address
    assert b"penghubung@dinas.example" not in twin.raw.split(b"\r\nSubject")[0]
    assert "penghubung@dinas.example" in mail["Subject"]
    assert mail["Subject"] == twin.subject
    assert letter.subject in twin.subject
    assert "penghubung@dinas.example" in twin.text
    assert twin.text.endswith(letter.text)
    assert "penghubung@dinas.example" in body(twin.raw, "html")
    assert mail["Message-ID"] == f"<{letter.message_id}>"
    assert mail["References"] == "<a@x>"
    assert not mail.defects
    assert redirected(letter, "latihan@kantor.example").raw == twin.raw
