"""The demo's SMTP server as aiosmtplib and smtplib see it, and the post behind it."""

from __future__ import annotations

import smtplib
from datetime import UTC, datetime
from email import message_from_bytes, policy

import aiosmtplib
import pytest

from maild.demo.faults import Fault, Faults
from maild.demo.imap import Store
from maild.demo.loopback import Loopback
from maild.demo.post import AUTHSERV_ID, Post
from maild.demo.smtp import Envelope, SmtpServer

MAIL = (
    b"From: Kantor <kantor@o.example>\r\nTo: b@x.example\r\nSubject: satu\r\n\r\nIsi\r\n.titik\r\n..dua\r\n"
)
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


def test_a_mail_arrives_byte_for_byte(loopback: Loopback) -> None:
    got: list[Envelope] = []
    server = SmtpServer(loopback, got.append)
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        client.sendmail("kantor+a@o.example", ["b@x.example"], MAIL, ["SIZE=200"])
    (envelope,) = got
    assert (envelope.sender, envelope.recipients, envelope.raw) == (
        "kantor+a@o.example",
        ["b@x.example"],
        MAIL,
    )
    assert "SIZE=200" in envelope.options


async def _send(port: int, login: bool, sender: str = "kantor@o.example") -> None:
    async with aiosmtplib.SMTP(hostname="127.0.0.1", port=port, start_tls=False) as client:
        if login:
            await client.login("kantor@o.example", "demo")
        await client.sendmail(sender, ["b@x.example"], MAIL)


def test_login_is_asked_for_and_kept(loopback: Loopback) -> None:
    import asyncio

    got: list[Envelope] = []
    server = SmtpServer(loopback, got.append, logins={"kantor@o.example": "demo"})
    asyncio.run(_send(server.port, login=True))
    assert got[0].login == "kantor@o.example"
    with pytest.raises(aiosmtplib.SMTPException):
        asyncio.run(_send(server.port, login=False))
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        with pytest.raises(smtplib.SMTPAuthenticationError):
            client.login("kantor@o.example", "salah")
        client.login("kantor@o.example", "demo")
    assert len(got) == 1


@pytest.mark.parametrize(
    ("fault", "code", "filed"),
    [
        (Fault("RCPT", "refuse", "550 5.1.1 no"), 550, 0),
        (Fault("DATA", "refuse", "451 4.3.0 later"), 451, 0),
        (Fault("BODY", "refuse", "452 4.2.2 full"), 452, 0),
        (Fault("MAIL", "close"), None, 0),
        (Fault("BODY", "close"), None, 0),
        (Fault("BODY", "close_after"), None, 1),
    ],
)
def test_faults(loopback: Loopback, fault: Fault, code: int | None, filed: int) -> None:
    got: list[Envelope] = []
    server = SmtpServer(loopback, got.append, faults=Faults(fault))
    expected: tuple[type[Exception], ...] = (smtplib.SMTPException, ConnectionError)
    with pytest.raises(expected) as caught, smtplib.SMTP("127.0.0.1", server.port) as client:
        client.sendmail("kantor@o.example", ["b@x.example"], MAIL)
    assert len(got) == filed
    if code is not None:
        assert str(code) in str(caught.value)
    with smtplib.SMTP("127.0.0.1", server.port) as client:  # the fault is spent
        client.sendmail("kantor@o.example", ["b@x.example"], MAIL)
    assert len(got) == filed + 1


def test_commands_out_of_order_are_refused(loopback: Loopback) -> None:
    server = SmtpServer(loopback, lambda envelope: None)
    with smtplib.SMTP("127.0.0.1", server.port) as client:
        client.ehlo()
        assert client.docmd("RCPT", "TO:<b@x.example>")[0] == 503
        assert client.docmd("DATA")[0] == 503
        assert client.docmd("MAIL", "nobody")[0] == 501
        assert client.docmd("VRFY", "x")[0] == 500


@pytest.fixture
def post() -> Post:
    return Post(Store(), lambda: NOW)


def only(post: Post, address: str) -> bytes:
    (mail,) = post.store.account(address).inbox.snapshot()
    assert mail.internaldate == NOW
    return mail.raw


def test_the_post_adds_its_verdict_on_top_and_keeps_the_mail(post: Post) -> None:
    post.send("kantor@o.example", ["b+token@x.example"], MAIL, login="kantor@o.example")
    raw = only(post, "b@x.example")
    assert raw.endswith(MAIL)
    message = message_from_bytes(raw, policy=policy.default)
    assert message["Return-Path"] == "<kantor@o.example>"
    assert message["Authentication-Results"].startswith(f"{AUTHSERV_ID};")
    assert "dmarc=pass header.from=o.example" in message["Authentication-Results"]


def test_somebody_elses_name_fails_dmarc(post: Post) -> None:
    post.send("x@jauh.example", ["b@x.example"], MAIL, login="x@jauh.example")
    assert b"dmarc=fail header.from=o.example" in only(post, "b@x.example")


def test_a_forged_verdict_ends_up_below_the_true_one(post: Post) -> None:
    forged = f"Authentication-Results: {AUTHSERV_ID}; dmarc=pass\r\n".encode() + MAIL
    post.send("x@jauh.example", ["b@x.example"], forged, login="x@jauh.example")
    message = message_from_bytes(only(post, "b@x.example"))
    assert "dmarc=fail" in message.get_all("Authentication-Results", [])[0]


def test_addresses_that_are_dead_busy_or_gone(post: Post) -> None:
    post.dead, post.deferred, post.gone = {"mati@x.example"}, {"sibuk@x.example"}, {"hilang@x.example"}
    assert (post.judge("mati+a@x.example") or "").startswith("550 ")
    assert (post.judge("sibuk@x.example") or "").startswith("451 ")
    assert post.judge("hilang@x.example") is None
    post.send("kantor+t@o.example", ["hilang@x.example"], MAIL, login="kantor@o.example")
    report = message_from_bytes(only(post, "kantor@o.example"), policy=policy.default)
    assert report.get_content_type() == "multipart/report"
    parts = [part.get_content_type() for part in report.iter_parts()]
    assert parts == ["text/plain", "message/delivery-status", "text/rfc822-headers"]
    assert report["Return-Path"] == "<>"
    status = list(report.iter_parts())[1]
    assert status.get_payload(1)["Status"] == "5.1.1"
    assert status.get_payload(1)["Final-Recipient"] == "rfc822; hilang@x.example"


def test_a_delivery_report_never_bounces(post: Post) -> None:
    post.gone = {"hilang@x.example"}
    post.send("", ["hilang@x.example"], MAIL, login="mailer-daemon@x.example")
    assert len(post.store.account("hilang@x.example").inbox.mails) == 1
