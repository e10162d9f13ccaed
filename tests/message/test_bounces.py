"""Delivery reports of many makes, and mails that only speak of one."""

from __future__ import annotations

import time

import pytest

from maild.intent import Correspondent
from maild.intent.machines import reading
from maild.message import Message, read

RETURNED = (
    "\n\nReceived: from mx.ombudsman.example by out.example; Wed, 26 Aug 2026\n"
    "Message-ID: <surat.1@ombudsman.example>\nFrom: pengaduan@ombudsman.example\nTo: fp@dinas.example\n"
    "Subject: Penerusan\n\nisi\n"
)


def mail(
    body: str,
    subject: str = "failure notice",
    sender: str = "MAILER-DAEMON@mx.dinas.example",
    more: str = "Return-Path: <>\n",
    kind: str = "text/plain; charset=utf-8",
) -> Message:
    head = (
        f"{more}From: {sender}\nTo: pengaduan@ombudsman.example\nSubject: {subject}\nMessage-ID: <x@y.example>\n"
        f"Date: Wed, 26 Aug 2026 14:09:16 +0800\nMIME-Version: 1.0\nContent-Type: {kind}\n\n"
    )
    found = read(f"{head}{body}".replace("\n", "\r\n").encode())
    assert isinstance(found, Message)
    return found


# Subject, sender, words; what they mean, whether for good, the status written in them.
WORDS: dict[str, tuple[str, str, str, str, bool, str | None]] = {
    'qmail send program at dinas': ('failure notice', 'MAILER-DAEMON@mx.dinas.example', "Hi. This is the qmail-send program at dinas.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<fp@dinas.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message." + RETURNED, 'user_unknown', True, '5.1.1'),
    'was created automatically by mail': ('Mail delivery failed: returning message to sender', 'Mail Delivery System <Mailer-Daemon@cp.example>', 'This message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  fp@dinas.example\n    host mx.dinas.example [192.0.2.1]\n    SMTP error from remote mail server after RCPT TO:<fp@dinas.example>:\n    552 5.2.2 Mailbox full\n\n------ This is a copy of the message, including all the headers. ------' + RETURNED, 'mailbox_full', True, '5.2.2'),
    'was created automatically by mail again': ('Warning: message 1abc delayed 24 hours', 'Mail Delivery System <Mailer-Daemon@cp.example>', 'This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue on cp.example.\n\nThe address to which the message has not yet been delivered is:\n\n  fp@dinas.example\n    Delay reason: SMTP timeout\n\nNo action is required on your part. Delivery attempts will continue for\nsome time, and this warning may be repeated at intervals if the message\nremains undelivered.', 'delayed', False, None),
    'alamat tidak ditemukan pesan tidak': ('Delivery Status Notification (Failure)', 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>', '** Alamat tidak ditemukan **\n\nPesan Anda tidak terkirim ke fp@dinas.example karena alamat tersebut tidak ditemukan atau tidak dapat menerima email.\n\nResponsnya adalah:\n\n550 5.1.1 The email account that you tried to reach does not exist.' + RETURNED, 'user_unknown', True, '5.1.1'),
    'kotak masuk penerima penuh pesan': ('Delivery Status Notification (Failure)', 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>', '** Kotak masuk penerima penuh **\n\nPesan Anda tidak dapat dikirim ke fp@dinas.example. Kotak masuk penerima penuh.\n\n452 4.2.2 The email account that you tried to reach is over quota.' + RETURNED, 'mailbox_full', False, '4.2.2'),
    'pesan belum lengkap ada masalah': ('Delivery Status Notification (Delay)', 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>', '** Pesan belum lengkap **\n\nAda masalah sementara saat mengirim pesan Anda ke fp@dinas.example. Gmail akan mencoba lagi selama 45 jam. Anda akan diberi tahu jika pengiriman gagal secara permanen.' + RETURNED, 'delayed', False, None),
    'pengiriman gagal ke penerima atau': ('Tidak terkirim: Penerusan', 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@dinas.example>', "Pengiriman gagal ke penerima atau grup berikut ini:\n\nfp@dinas.example<mailto:fp@dinas.example>\nAlamat email yang Anda masukkan tidak dapat ditemukan. Harap periksa alamat email penerima dan coba kirim ulang pesan.\n\nInformasi diagnostik untuk administrator:\n\nMembuat server: EX01.dinas.example\n\nfp@dinas.example\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'" + RETURNED, 'user_unknown', True, '5.1.10'),
    'delivery has failed these recipients': ('Undeliverable: Penerusan', 'postmaster@dinas.example', "Delivery has failed to these recipients or groups:\n\nfp@dinas.example<mailto:fp@dinas.example>\nThe recipient's mailbox is full and can't accept messages now. Please try resending this message later, or contact the recipient directly." + RETURNED, 'mailbox_full', True, None),
    'sorry we were unable deliver': ('Failure Notice', 'MAILER-DAEMON@yahoo.com', 'Sorry, we were unable to deliver your message to the following address.\n\n<fp@dinas.example>:\n554: 5.4.14: Hop count exceeded - possible mail loop' + RETURNED, 'unknown', True, '5.4.14'),
    'mail system at host mx': ('Undelivered Mail Returned to Sender', 'MAILER-DAEMON@mx.kab.example (Mail Delivery System)', "This is the mail system at host mx.kab.example.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n<fp@dinas.example>: host mx.dinas.example[192.0.2.3] said: 554 5.7.1 Service\n    unavailable; Client host [192.0.2.9] blocked using zen.spamhaus.org (in\n    reply to RCPT TO command)" + RETURNED, 'unknown', True, '5.7.1'),
    'die folgende nachricht konnte nicht': ('Unzustellbare Nachricht', 'mailer-daemon@gmx.de', 'Die folgende Nachricht konnte nicht zugestellt werden:\n\n<fp@dinas.example>\n\nGrund: Das Postfach des Empfängers ist voll.' + RETURNED, 'mailbox_full', True, None),
    'ce n pas pu tre': ('Échec de la remise : Penerusan', 'Postmaster <postmaster@orange.fr>', "Ce message n'a pas pu être remis aux destinataires suivants:\n\nfp@dinas.example\n\nUtilisateur inconnu (user unknown)" + RETURNED, 'user_unknown', True, None),
    'fp dinas example 550 user': ('来自qq.com的退信', 'postmaster@qq.com', '很抱歉,您的邮件被退回来了……\n\n收件人邮件地址(fp@dinas.example)不存在,邮件无法送达。\n\n550 User not found: fp@dinas.example' + RETURNED, 'user_unknown', True, None),
    'fp dinas example': ('配信エラー通知', 'MAILER-DAEMON@mail.example.jp', '送信先のメールアドレスが見つからなかったため、メールを配信できませんでした。\n\n<fp@dinas.example>' + RETURNED, 'user_unknown', True, None),
    'no se ha podido entregar': ('Mensaje devuelto: no se pudo entregar', 'postmaster@terra.es', 'No se ha podido entregar su mensaje a:\n\nfp@dinas.example\n\nEl buzón del destinatario está lleno.' + RETURNED, 'mailbox_full', True, None),
    'an automatically generated delivery status': ('Delivery Status Notification (Failure)', 'postmaster@dinas.example', 'This is an automatically generated Delivery Status Notification.\n\nDelivery to the following recipients failed.\n\n       fp@dinas.example' + RETURNED, 'unknown', True, None),
    'mdaemon has identified as undeliverable': ('Permanent Delivery Failure', 'MDaemon@dinas.example', 'MDaemon has identified your message as undeliverable.\n\nThe attached message had PERMANENT fatal delivery errors!\n\nFailed address: fp@dinas.example\n\n--- Session Transcript ---\n Wed 2026-08-26: <-- 550 fp@dinas.example, Recipient unknown' + RETURNED, 'user_unknown', True, None),
    'pesan yang kirim tidak dapat': ('Surat tidak terkirim', 'Sistem Surat Elektronik <postmaster@kab.example>', 'Pesan yang Anda kirim tidak dapat disampaikan kepada penerima berikut:\n\n  fp@dinas.example\n\nAlasan: kuota kotak surat penerima terlampaui.' + RETURNED, 'mailbox_full', True, None),
    'surat elektronik fp dinas example': ('Pengiriman gagal', 'Postmaster <postmaster@kab.example>', 'Yth. Pengirim,\n\nSurat elektronik Saudara kepada fp@dinas.example gagal dikirim karena alamat tidak terdaftar pada server kami.' + RETURNED, 'user_unknown', True, None),
    'cannot be delivered following recipients': ('Delivery Notification: Delivery has failed', 'Internet Mail Delivery <postmaster@ims.example>', 'Your message cannot be delivered to the following recipients:\n\n  Recipient address: fp@dinas.example\n  Reason: Illegal host/domain name found' + RETURNED, 'user_unknown', True, None),
    'from yahoo example unable deliver': ('Delivery failure', 'MAILER-DAEMON@yahoo.example', 'Message from  yahoo.example.\nUnable to deliver message to the following address(es).\n\n<fp@dinas.example>:\nSorry your message to fp@dinas.example cannot be delivered. This account has been disabled or discontinued [#101].' + RETURNED, 'user_unknown', True, None),
    'you sent fp dinas example': ('Delivery Status Notification (Failure)', 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>', "The message you sent to fp@dinas.example couldn't be delivered. The domain dinas.example couldn't be found.\n\nDNS Error: DNS type 'mx' lookup of dinas.example responded with code NXDOMAIN" + RETURNED, 'user_unknown', True, None),
    'could not deliver following recipient': ('Delivery Failure', 'System Administrator <postmaster@smarter.example>', 'Could not deliver message to the following recipient(s):\n\nFailed Recipient: fp@dinas.example\nReason: Remote host said: 550 No such user here\n\n   -- The header and top 20 lines of the message follows --' + RETURNED, 'user_unknown', True, None),
    'fp dinas example was automatically': ('Rejected: Penerusan', 'Mail Delivery Subsystem <postmaster@dovecot.example>', 'Your message to fp@dinas.example was automatically rejected:\nQuota exceeded (mailbox for user is full)' + RETURNED, 'mailbox_full', True, None),
    'fp dinas example pengguna tidak': ('Surat kembali', '"Mailer-Daemon" <mailer-daemon@webmail.go.example>', '<fp@dinas.example> - pengguna tidak dikenal\n' + RETURNED, 'user_unknown', True, None),
    'letter could not be delivered': ('Undelivered Mail', 'MAILER-DAEMON', 'Letter could not be delivered: connect to mx.dinas.example[192.0.2.5]:25: Connection timed out\n<fp@dinas.example>' + RETURNED, 'unknown', True, None),
    'fp dinas example 550': ('Ваше сообщение не доставлено', 'mailer-daemon@corp.mail.ru', 'Ваше письмо не может быть доставлено:\n\n  fp@dinas.example\n    550 такой пользователь не найден' + RETURNED, 'user_unknown', True, None),
    'fp dinas example mailbox full': ('[발송실패 안내] 메일이 전송되지 못했습니다.', 'Mail System <postmaster@naver.com>', '메일이 전송되지 못했습니다. fp@dinas.example\n수신자의 메일함이 가득 찼습니다 (mailbox full)' + RETURNED, 'mailbox_full', True, None),
    'rejected by ironport following recipients': ('Delivery Status Notification (Failure)', 'Mail Delivery System <MAILER-DAEMON@esa1.example>', "Message rejected by IronPort.\nThe following recipients: fp@dinas.example\n5.1.0 - Unknown address error 550-'5.1.1 unknown user'" + RETURNED, 'user_unknown', True, '5.1.1'),
}  # fmt: skip

PEOPLE: dict[str, tuple[str, str, str]] = {
    'kirim paket lewat pos katanya': ('Paket gagal dikirim', 'Budi <budi@warga.example>', 'Saya kirim paket lewat Pos, katanya alamat penerima tidak ditemukan lalu gagal dikirim. Mohon bantuan.'),
    'surel ke dinas balik terus': ('Undelivered Mail Returned to Sender', 'Budi <budi@warga.example>', 'Surel saya ke dinas balik terus, ini pesannya:\n\n> This is the mail system at host mx.kab.example.\n> <fp@dinas.example>: host mx said: 550 5.1.1 User unknown\n\nMohon alamat yang benar.'),
    'mailbox dinas penuh sehingga tidak': ('mailbox full', 'Admin Dinas <postmaster@dinas.example>', 'Selamat siang, mailbox dinas kami penuh sehingga tidak bisa menerima surat. Sudah kami kosongkan, mohon dikirim ulang.'),
    'kuota bpjs pbi penuh kata': ('Kuota penuh', 'Siti <siti@warga.example>', 'Kuota BPJS PBI penuh kata petugas. Nama saya ditolak.'),
    'pelanggan kotak surat hampir penuh': ('Peringatan kuota mailbox penuh', 'Tim IT <it-support@phish.example>', 'Pelanggan Yth, kotak surat Anda hampir penuh. Klik di sini untuk menambah kuota.'),
    'all server maintenance tonight mail': ('Mail delivery maintenance', 'System Administrator <admin@kominfo.example>', 'Dear all, server maintenance tonight. Mail delivery may be delayed. Regards, Komang'),
    'fyi pak surat kita mental': ('Fwd: Undelivered Mail Returned to Sender', 'Staf <staf@ombudsman.example>', 'FYI pak, surat kita mental.\n\n-------- Pesan Terusan --------\nDari: MAILER-DAEMON@mx.example\nSubjek: Undelivered Mail Returned to Sender\n\n<fp@dinas.example>: 550 5.1.1\n'),
    'pengaduan alamat ktp tidak dikenal': ('Akun tidak ditemukan', 'Ani <ani@warga.example>', 'Pengaduan: alamat KTP saya tidak dikenal sistem, akun saya diblokir, permohonan ditolak.'),
    '550 ribu bayar ke bendahara': ('Returned mail dari sekolah', 'Ani <ani@warga.example>', '550 ribu sudah saya bayar ke bendahara tapi kwitansi tidak ada.'),
    'our was not delivered village': ('Not delivered', 'John <john@tourist.example>', 'Our message was not delivered to the village head, he rejected it and the address does not exist on the map.'),
    'kirim ulang jawaban tanggal 20': ('Re: Undelivered Mail Returned to Sender', 'Postmaster Kab <postmaster@kab.example>', 'Kami sudah kirim ulang jawaban tanggal 20, server kami sempat bermasalah.'),
}  # fmt: skip


@pytest.mark.parametrize("name", WORDS)
def test_reports_in_words(name: str) -> None:
    subject, sender, words, intent, permanent, status = WORDS[name]
    found = mail(words, subject, sender)
    assert found.bounce is not None
    meaning = reading(found, Correspondent())
    assert meaning is not None and meaning.intent == intent
    assert [one.address for one in found.bounce.recipients] == ["fp@dinas.example"]
    one = found.bounce.recipients[0]
    assert (one.action, one.status, one.permanent) == (
        "delayed" if intent == "delayed" else "failed",
        status,
        permanent,
    )
    if RETURNED in words:
        assert found.bounce.original_message_id == "surat.1@ombudsman.example"


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("more", ["", "Return-Path: <budi@warga.example>\n"])
def test_who_speaks_of_a_bounce_is_no_bounce(name: str, more: str) -> None:
    subject, sender, words = PEOPLE[name]
    assert mail(words, subject, sender, more).bounce is None


@pytest.mark.parametrize("named", ["pengaduan@ombudsman.example", "User", "pengguna"])
def test_a_warning_about_our_own_mailbox_is_no_bounce(named: str) -> None:
    words = f"Dear {named}, your mailbox has exceeded its quota. Click here to upgrade."
    assert (
        mail(words, "Mailbox quota exceeded", "Mail Administrator <admin@phish.example>", "").bounce is None
    )


def test_the_empty_return_path_makes_no_bounce_of_a_complaint() -> None:
    words = "Saya kirim paket lewat Pos, katanya alamat penerima tidak ditemukan lalu gagal dikirim. Mohon bantuan."
    assert mail(words, "Paket gagal dikirim", "Budi <budi@warga.example>").bounce is None


REPORT = "multipart/report; report-type=delivery-status; boundary=b"
# Fields of one recipient; kind, intent, address, action, status, permanent.
FIELDS: dict[str, tuple[str, str, str | None, str, str, str | None, bool | None]] = {
    "unknown": (
        "Final-Recipient: rfc822; fp@dinas.example\nAction: failed\nStatus: 5.1.1",
        "bounce", "user_unknown", "fp@dinas.example", "failed", "5.1.1", True,
    ),
    "delayed, original recipient named": (
        "Original-Recipient: rfc822;fp@dinas.example\nFinal-Recipient: rfc822; x@y.example\nAction: delayed\n"
        "Status: 4.4.1\nWill-Retry-Until: Mon, 31 Aug 2026 00:00:00 +0800",
        "delay", "delayed", "fp@dinas.example", "delayed", "4.4.1", False,
    ),
    "relayed": (
        "Final-Recipient: rfc822; fp@dinas.example\nAction: relayed\nStatus: 2.1.9",
        "other", None, "fp@dinas.example", "relayed", "2.1.9", None,
    ),
    "international address (RFC 6533)": (
        "Final-Recipient: utf-8; fp@dinas.example\nAction: failed\nStatus: 5.2.2",
        "bounce", "mailbox_full", "fp@dinas.example", "failed", "5.2.2", True,
    ),
    "Exchange Online refuses unknown people with 5.4.1": (
        "Final-Recipient: rfc822; fp@dinas.example\nAction: failed\nStatus: 5.4.1\n"
        "Diagnostic-Code: smtp;550 5.4.1 Recipient address rejected: Access denied. AS(201806281)",
        "bounce", "user_unknown", "fp@dinas.example", "failed", "5.4.1", True,
    ),
    "given up after greylisting": (
        "Final-Recipient: rfc822; fp@dinas.example\nAction: failed\nStatus: 4.4.7\n"
        "Diagnostic-Code: smtp; 451 4.7.1 Greylisted",
        "bounce", "unknown", "fp@dinas.example", "failed", "4.7.1", False,
    ),
    "the server's own code beats the reporter's": (
        "Final-Recipient: rfc822; fp@dinas.example\nAction: failed\nStatus: 5.1.1\n"
        "Diagnostic-Code: smtp; 550 5.7.1 IP address blacklisted by recipient",
        "bounce", "unknown", "fp@dinas.example", "failed", "5.7.1", True,
    ),
    "X.400": (
        "Final-Recipient: x400; dda:SMTP=fp@dinas.example;c=ID\nAction: failed\nStatus: 5.1.0",
        "bounce", "user_unknown", "fp@dinas.example", "failed", "5.1.0", True,
    ),
    "a diagnostic whose lines are not folded": (
        "Diagnostic-Code: smtp; 550-please log in\n550 relaying denied\nStatus: 5.0.0\nAction: failed\n"
        "Final-Recipient: rfc822; fp@dinas.example",
        "bounce", "unknown", "fp@dinas.example", "failed", "5.0.0", True,
    ),
}  # fmt: skip


def report(fields: str, kind: str = REPORT, subject: str = "Undelivered Mail", **more: str) -> Message:
    body = (
        "--b\nContent-Type: text/plain\n\nThis is the mail system.\n--b\nContent-Type: message/delivery-status\n\n"
        f"Reporting-MTA: dns; mx.example\nOriginal-Envelope-Id: env-7\n\n{fields}\n\n--b\n"
        "Content-Type: message/rfc822\n\nMessage-ID: <surat.1@ombudsman.example>\nTo: fp@dinas.example\n\nrahasia\n--b--\n"
    )
    return mail(body, subject, kind=kind, **more)


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("kind", [REPORT, "multipart/mixed; boundary=b"])
def test_delivery_status(name: str, kind: str) -> None:
    fields, meant, intent, address, action, status, permanent = FIELDS[name]
    found = report(fields, kind)
    assert found.bounce is not None
    one = found.bounce.recipients[0]
    assert (one.address, one.action, one.status, one.permanent) == (address, action, status, permanent)
    assert (found.bounce.original_message_id, found.bounce.envelope_id) == (
        "surat.1@ombudsman.example",
        "env-7",
    )
    meaning = reading(found, Correspondent())
    assert meaning is not None and (meaning.kind, meaning.intent) == (meant, intent)
    assert "rahasia" not in found.text


def test_two_recipients_without_an_empty_line_between_them() -> None:
    one = "Final-Recipient: rfc822; {}@dinas.example\nAction: failed\nStatus: 5.1.1\n"
    found = report((one.format("a") + one.format("b")).strip())
    assert found.bounce is not None
    assert [each.address for each in found.bounce.recipients] == ["a@dinas.example", "b@dinas.example"]


@pytest.mark.parametrize("subject", ["Fwd: Undelivered Mail", "surat kembali pak", "Re: Undelivered Mail"])
def test_a_person_who_attaches_the_parts_of_a_bounce(subject: str) -> None:
    found = report(
        "Final-Recipient: rfc822; fp@dinas.example\nAction: failed\nStatus: 5.1.1",
        "multipart/mixed; boundary=b",
        subject,
        sender="Budi <budi@warga.example>",
        more="",
    )
    assert found.bounce is None


def test_a_filter_refuses_by_a_disposition_notification() -> None:
    """RFC 5429 section 2.1.2; a receipt that a person deleted stays a receipt."""
    part = "--b\n\nditolak\n--b\nContent-Type: message/disposition-notification\n\nFinal-Recipient: rfc822; fp@dinas.example\nDisposition: {}; deleted\n--b--\n"
    kind = "multipart/report; report-type=disposition-notification; boundary=b"
    refused = mail(part.format("automatic-action/MDN-sent-automatically"), "Rejected", kind=kind)
    assert refused.bounce is not None and refused.bounce.recipients[0].address == "fp@dinas.example"
    deleted = mail(part.format("manual-action/MDN-sent-manually"), "Not read: surat", kind=kind)
    assert deleted.bounce is None and deleted.read_receipt


SES = (
    '{"notificationType":"Bounce","mail":{"commonHeaders":{"messageId":"<surat.1@ombudsman.example>"}},'
    '"bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"FP@dinas.example","action":"failed",'
    '"status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}]}}'
)


def test_amazon_ses() -> None:
    found = mail(SES, "Amazon SES Email Event Notification", "SES <no-reply@sns.amazonaws.example>", "")
    assert found.bounce is not None and found.bounce.original_message_id == "surat.1@ombudsman.example"
    one = found.bounce.recipients[0]
    assert (one.address, one.status, one.permanent) == ("fp@dinas.example", "5.1.1", True)
    delivered = SES.replace('"Bounce"', '"Delivery"').replace('"bounce":', '"delivery":')
    told = mail(
        delivered.replace("bouncedRecipients", "recipients"), sender="SES <no-reply@sns.example>", more=""
    )
    assert told.bounce is not None and told.bounce.recipients[0].action == "delivered"
    assert mail('{"mail":' * 5000, sender="x@y.example", subject="x", more="").bounce is None


HOSTILE = {
    "dashes": "-" * 300_000,
    "addresses": "a@b.example\n" * 30_000,
    "half addresses": "a@" * 150_000,
    "codes": "550 5.1.1 " * 30_000,
    "fields": "Final-Recipient: rfc822;a@b.example\nAction: failed\n\n" * 6_000,
    "rules": "--- original message\n" * 15_000,
    "folds": "x: y\n \n " * 40_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_reports_end_soon(name: str) -> None:
    start = time.process_time()
    mail(HOSTILE[name])
    report(HOSTILE[name])
    assert time.process_time() - start < 2


def test_a_report_that_names_thousands_is_cut() -> None:
    """Found by repeating parts of a report: our letters have one recipient each (T22)."""
    groups = "\r\n".join(
        f"Final-Recipient: rfc822; a{n}@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\n" for n in range(3000)
    )
    found = read(
        b"From: MAILER-DAEMON@mx.example\r\nSubject: Undelivered\r\n"
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        + groups.encode()
        + b"\r\n--b--\r\n"
    )
    assert isinstance(found, Message) and found.bounce is not None
    assert len(found.bounce.recipients) == 100
