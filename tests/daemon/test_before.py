"""Before forwarding, say and expect: what a report lacks, who may be named, and who stands in for whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.daemon.bureau import (
    AGENCIES,
    AUTHSERV,
    HEAD,
    INTAKE,
    OFFICER,
    OWN,
    REPORT,
    Bureau,
    flat,
    mail,
    text_of,
)
from tests.daemon.test_conversations import CITIZEN, FOCAL, MONDAY, SECRET, Talk
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

ALTERNATE = "sekretariat@capil.badungkab.example"
CHIEF = "kepala@capil.badungkab.example"
DEPUTY = "wakil@capil.badungkab.example"
ITDA = "itda@badungkab.example"
SISTER = "pengaduan@ombudsman-ntt.example"
_LINES = AGENCIES.splitlines()
WITH_DEPUTY = "\n".join(
    [
        f"{_LINES[0]},deputy_name,deputy_email",
        *(
            f"{line},Ni Wakil Uji,{DEPUTY}" if line.startswith("capil-uji") else f"{line},,"
            for line in _LINES[1:]
        ),
        "",
    ]
)
LACKING = """\
Yth. Ombudsman, saya melaporkan Dinas Kependudukan dan Pencatatan Sipil Kabupaten Badung. Permohonan KTP
elektronik saya ajukan pada 5 Januari 2026 dan sampai hari ini belum selesai. Mohon ditindaklanjuti.
"""  # no name, no home, no effort, no identity card

Open = Callable[..., Talk]

OTHER = """\
Nama: I Made Lain Uji
NIK: 5103020202020000
Alamat: Jalan Lain 9, Banjar Lain, Kabupaten Badung
Terlapor: Perumda Air Minum Tirta Mangutama Kabupaten Badung
Uraian: Air PDAM Badung di rumah saya mati sejak 3 Agustus 2026.
Upaya: Saya sudah melapor ke kantor PDAM Badung pada 10 dan 20 Agustus 2026, belum ada perbaikan.
"""


@pytest.fixture
def office(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> Iterator[Open]:
    """Opens an office whose `routing` section has these further keys."""

    def opened(routing: str = "", **more: str) -> Talk:
        bureau = Bureau(tmp_path, dovecot, sink, **more)
        text = bureau.path.read_text()
        bureau.path.write_text(text.replace("routing: {", f"routing: {{{routing}{', ' if routing else ''}"))
        return Talk(bureau)

    yield opened


def lines_to(talk: Talk, officer: str, word: str) -> str:
    """The number of the newest question to this officer in whose lines the word stands."""
    for message in reversed(talk.bureau.to(officer)):
        for line in text_of(message).splitlines():
            found = line.strip(" -*").partition(" ")
            if found[0].isdigit() and found[2].startswith(word):
                return found[0]
    raise AssertionError(f"nobody asked {officer} for '{word}'")


def photo(sender: str, to: EmailMessage, words: str, name: str, at: object) -> bytes:
    """A reply with a picture and hardly a word, as a telephone sends it."""
    message = EmailMessage()
    message["From"], message["To"] = sender, str(to["Reply-To"])
    message["Subject"], message["In-Reply-To"] = f"Re: {to['Subject']}", str(to["Message-ID"])
    message["Message-ID"] = f"<{abs(hash((words, name)))}@surel.example>"
    message.set_content(words or "\n")
    message.add_attachment(b"\xff\xd8\xff\xe0 a picture", "image", "jpeg", filename=name)
    domain = sender.rpartition("@")[2]
    return f"Authentication-Results: {AUTHSERV}; dmarc=pass header.from={domain}\r\n".encode() + bytes(
        message
    )


def sent(talk: Talk, number: str, kind: str) -> list[str]:
    letters = talk.bureau.show(number)["letters"]
    return [x["to"]["address"] for x in letters if x["kind"] == kind and x["status"] == "sent"]


# --- What a report lacks -------------------------------------------------------------------------------------


def test_what_is_missing_is_asked_first_in_one_friendly_mail(office: Open) -> None:
    talk = office()
    talk.say(CITIZEN, LACKING)
    number = talk.case()
    assert not talk.bureau.to(FOCAL)
    first = flat(talk.bureau.last_to(INTAKE))
    assert "sama dengan" in first and " ask" in first.partition("sama dengan")[2][:12]
    talk.answer(talk.bureau.last_to(INTAKE), INTAKE, f"{talk.item()} ok")
    asked = flat(talk.bureau.last_to(CITIZEN))
    for words in (
        "nama lengkap",
        "alamat tempat tinggal",
        "tanggal berapa, kepada siapa",
        "KTP",
        "dianggap dicabut",
    ):
        assert words in asked, words
    assert "Rahasiakan identitas saya" in asked and "Boleh disampaikan kepada instansi" in asked
    assert talk.bureau.show(number)["state"] == "TUNGGU_LENGKAP"


def test_a_full_answer_completes_the_report_and_it_goes_on_by_itself(office: Open) -> None:
    talk = office("completion: auto")
    talk.say(CITIZEN, LACKING)
    number = talk.case()
    assert len(talk.bureau.to(CITIZEN)) == 1, "one mail: it is receipt and request at once"
    assert not talk.bureau.to(INTAKE)
    talk.answer(
        talk.bureau.last_to(CITIZEN),
        CITIZEN,
        "ini pak datanya\n\nnama: ni putu contoh\nalamat: br kelod, desa uji, mengwi\nnik 5103014107900000\n"
        "sdh tanya ke loket tgl 2 sama 16 februari, katanya disuruh nunggu",
    )
    shown = talk.bureau.show(number)
    assert [d["state"] for d in shown["deadlines"] if d["rule"] == "D01"] == ["met"]
    assert shown["state"] == "KOORD" and len(talk.bureau.to(FOCAL)) == 1
    letter = talk.bureau.last_to(FOCAL).as_string().lower()
    assert "putu" not in letter and "5103014107900000" not in letter and "kelod" not in letter
    talk.round()
    assert len(talk.bureau.to(FOCAL)) == 1


def test_a_partial_answer_leaves_the_period_running_and_the_reminder_names_the_rest(office: Open) -> None:
    talk = office("completion: auto")
    talk.say(CITIZEN, LACKING)
    number = talk.case()
    talk.answer(talk.bureau.last_to(CITIZEN), CITIZEN, "NIK sy 5103014107900000, alamat jl raya uji 7 mengwi")
    shown = talk.bureau.show(number)
    assert (shown["state"], shown["deadlines"][0]["state"]) == ("TUNGGU_LENGKAP", "running")
    talk.now = MONDAY + timedelta(days=17)
    talk.round()
    reminder = flat(talk.bureau.last_to(CITIZEN))
    assert "nama lengkap" in reminder and "alamat tempat tinggal" not in reminder and "KTP" not in reminder
    talk.answer(
        talk.bureau.last_to(CITIZEN),
        CITIZEN,
        "nama saya Ni Putu Contoh, sudah 2x saya tanya ke loket dinasnya",
    )
    assert talk.bureau.show(number)["state"] == "KOORD"


def test_a_promise_is_no_answer(office: Open) -> None:
    talk = office("completion: auto")
    talk.say(CITIZEN, LACKING)
    talk.answer(talk.bureau.last_to(CITIZEN), CITIZEN, "baik pak, nanti saya kirim")
    shown = talk.bureau.show(talk.case())
    assert (shown["state"], shown["deadlines"][0]["state"]) == ("TUNGGU_LENGKAP", "running")


def test_who_has_not_told_the_agency_says_so_and_staff_choose(office: Open) -> None:
    talk = office("completion: auto")
    talk.say(CITIZEN, LACKING)
    number = talk.case()
    talk.answer(
        talk.bureau.last_to(CITIZEN),
        CITIZEN,
        "Nama Ni Putu Contoh\nNIK 5103014107900000\nAlamat: jalan raya uji 7\n"
        "blm pernah lapor ke dinasnya bu, langsung ke ombudsman",
    )
    assert not talk.bureau.to(FOCAL)
    told = flat(talk.bureau.last_to(INTAKE))
    assert (
        "belum menyampaikan kepada instansi" in told and "sebagai koordinasi" in told and "ask upaya" in told
    )
    talk.say(INTAKE, f"{talk.item()} ask upaya", subject="Re: daftar")
    assert "apakah hal ini sudah disampaikan" in flat(talk.bureau.last_to(CITIZEN))
    talk.answer(
        talk.bureau.last_to(CITIZEN),
        CITIZEN,
        "sudah pak, tgl 8 september sy datang ke loket, disuruh menunggu",
    )
    assert talk.bureau.show(number)["state"] == "KOORD" and len(talk.bureau.to(FOCAL)) == 1


def test_a_photo_without_a_word_is_for_a_person_and_one_called_ktp_is_not(office: Open) -> None:
    talk = office()
    talk.say(CITIZEN, REPORT.replace("NIK: 5103014107900000\n", ""), name="Ni Putu Contoh")
    number = talk.case()
    talk.say(INTAKE, "ask identitas", subject=f"[{number}]")
    letter = talk.bureau.last_to(CITIZEN)
    assert "KTP" in flat(letter)
    talk._put(photo(CITIZEN, letter, "", "IMG_20260907.jpg", talk.now))
    assert "apakah ini salinan kartu identitas" in flat(talk.bureau.last_to(OFFICER))
    line = lines_to(talk, OFFICER, "ok")
    talk.say(OFFICER, f"{line} ok", subject="Re: daftar")
    deadlines = [d for d in talk.bureau.show(number)["deadlines"] if d["rule"] == "D01"]
    assert [d["state"] for d in deadlines] == ["met"]


def test_an_identity_card_by_its_name_completes_the_report(office: Open) -> None:
    talk = office()
    talk.say(CITIZEN, REPORT.replace("NIK: 5103014107900000\n", ""), name="Ni Putu Contoh")
    number = talk.case()
    talk.say(INTAKE, "ask identitas", subject=f"[{number}]")
    talk._put(photo(CITIZEN, talk.bureau.last_to(CITIZEN), "ini foto ktp sy bu", "IMG_1.jpg", talk.now))
    assert [d["state"] for d in talk.bureau.show(number)["deadlines"] if d["rule"] == "D01"] == ["met"]


def test_an_answer_in_a_new_mail_finds_the_one_case_that_waits(office: Open) -> None:
    talk = office("completion: auto")
    talk.say(CITIZEN, LACKING)
    number = talk.case()
    talk.say(
        CITIZEN,
        "Nama: Ni Putu Contoh\nNIK: 5103014107900000\nAlamat: jalan raya uji 7, mengwi\n"
        "Saya sudah dua kali menanyakan ke loket dinas pada bulan Februari, hanya diminta menunggu.",
        subject="data",
    )
    assert talk.bureau.show(number)["state"] == "KOORD"
    assert len({str(m["Subject"]).partition("]")[0] for m in talk.bureau.to(CITIZEN)}) == 1, "no second case"


def test_a_stranger_who_answers_waits_for_staff_and_then_counts(office: Open) -> None:
    talk = office("completion: auto")
    talk.say(CITIZEN, LACKING)
    number, letter = talk.case(), talk.bureau.last_to(CITIZEN)
    data = (
        "pagi bu, sy suaminya putu. nama lengkapnya Ni Putu Contoh, alamat jalan raya uji 7, NIK 5103014107900000. "
        "istri sudah dua kali ke loket dinas, belum ada jawaban"
    )
    talk.answer(letter, "suami@surel.example", data)
    assert talk.bureau.show(number)["deadlines"][0]["state"] == "running" and not talk.bureau.to(FOCAL)
    talk.say(INTAKE, f"{talk.item()} case {number}", subject="Re: daftar")
    assert talk.bureau.show(number)["deadlines"][0]["state"] == "met"
    assert len(talk.bureau.to(FOCAL)) == 1
    assert talk.bureau.to("suami@surel.example") == []


def test_staff_reports_urgent_ones_and_secret_ones_are_not_asked_by_a_machine(office: Open) -> None:
    talk = office("completion: auto")
    talk.say(CITIZEN, LACKING + "\nMohon identitas saya dirahasiakan, saya takut dipersulit.")
    assert "masih memerlukan" not in flat(talk.bureau.last_to(CITIZEN))
    talk.say("lain@surel.example", LACKING.replace("KTP", "akta lahir"), dmarc="fail")
    assert not talk.bureau.to("lain@surel.example")


# --- Secrecy -------------------------------------------------------------------------------------------------


def test_the_receipt_asks_for_the_choice_when_nothing_else_is_missing(office: Open) -> None:
    talk = office()
    talk.say(CITIZEN, REPORT.replace("Identitas saya boleh disampaikan. ", ""), name="Ni Putu Contoh")
    receipt = talk.bureau.last_to(CITIZEN)
    assert "Apakah Saudara menghendaki identitas dirahasiakan" in flat(receipt)
    assert "Mohon%20identitas%20saya%20dirahasiakan" in receipt.as_string().replace("=\n", "")
    stated = OTHER + "Identitas saya boleh disampaikan."
    talk.say("lain@surel.example", stated, name="Made Lain Uji")
    assert "Apakah Saudara" not in flat(talk.bureau.last_to("lain@surel.example"))


def test_a_wish_for_secrecy_inside_the_hold_time_stops_the_letter(office: Open) -> None:
    talk = office(hold="10 minutes")
    talk.say(CITIZEN, REPORT.replace("Identitas saya boleh disampaikan. ", ""), name="Ni Putu Contoh")
    number = talk.case()
    assert not talk.bureau.to(FOCAL)
    talk.answer(talk.bureau.last_to(CITIZEN), CITIZEN, "iya tolong dirahasiakan")
    talk.now += timedelta(minutes=30)
    talk.round()
    talk.round()
    shown = talk.bureau.show(number)
    assert shown["confidential"] is True and not talk.bureau.to(FOCAL)
    assert "kami rahasiakan" in flat(talk.bureau.last_to(CITIZEN))
    line = lines_to(talk, OFFICER, "ok")
    talk.say(OFFICER, f"{line} ok", subject="Re: daftar")
    assert len(talk.bureau.to(FOCAL)) == 1
    assert len([d for d in talk.bureau.show(number)["deadlines"] if d["state"] == "running"]) == 1


@pytest.mark.parametrize(
    "words", ["tdk apa2 disebut nama saya", "Identitas saya boleh disampaikan kepada instansi.", "Boleh"]
)
def test_a_permission_discloses_nothing_until_the_officer_says_so(office: Open, words: str) -> None:
    talk = office(hold="10 minutes")
    talk.say(CITIZEN, REPORT.replace("Identitas saya boleh disampaikan. ", ""), name="Ni Putu Contoh")
    number = talk.case()
    talk.answer(talk.bureau.last_to(CITIZEN), CITIZEN, words)
    talk.now += timedelta(minutes=30)
    talk.round()
    assert "Contoh" not in talk.bureau.last_to(FOCAL).as_string()
    line = lines_to(talk, OFFICER, "disclose")
    talk.say(OFFICER, f"{line} disclose", subject="Re: daftar")
    timeline = talk.bureau.show(number)["timeline"]
    assert any("identity released: diizinkan Pelapor" in x["event"] for x in timeline)


def test_secrecy_wished_after_a_release_takes_it_back(office: Open) -> None:
    talk = office()
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    talk.say(OFFICER, "disclose disetujui Pelapor", subject=f"[{number}]")
    talk.answer(talk.bureau.last_to(CITIZEN), CITIZEN, "maaf, nama saya jangan disebut ya bu")
    talk.say(OFFICER, "agency pdam-uji", subject=f"[{number}]")
    assert not talk.bureau.to("narahubung@pdam.badungkab.example"), "an officer reads it first"
    line = lines_to(talk, OFFICER, "ok")
    talk.say(OFFICER, f"{line} ok", subject="Re: daftar")
    for message in talk.bureau.to("narahubung@pdam.badungkab.example"):
        assert "Contoh" not in message.as_string()


# --- Another office's matter ---------------------------------------------------------------------------------

OFFICES = f"offices: [{{code: NTT, name: Ombudsman RI Perwakilan NTT, email: {SISTER}, regions: [Nusa Tenggara Timur]}}]"
ELSEWHERE = """\
Kepada Ombudsman RI Perwakilan Bali

Nama: Ni Putu Contoh
NIK: 5103014107900000
Alamat: Jalan Raya Uji 7, Kabupaten Badung
Terlapor: Samsat Kota Kupang
Uraian: STNK motor saya ditahan di Samsat Kota Kupang, Nusa Tenggara Timur, sejak 5 Mei 2026 tanpa alasan.
Upaya: Saya sudah tiga kali menanyakan ke kantor Samsat Kota Kupang dan menyurati kepalanya, belum ada jawaban.
"""


def transferred(talk: Talk, text: str = ELSEWHERE) -> str:
    """A report about another province, passed on by staff in one line."""
    talk.say(CITIZEN, text, name="Ni Putu Contoh")
    number = talk.case()
    assert "limpahkan kepada Ombudsman RI Perwakilan NTT" in flat(talk.bureau.last_to(INTAKE))
    assert not talk.bureau.to(SISTER), "nothing leaves before staff have said so"
    talk.say(INTAKE, f"{lines_to(talk, INTAKE, 'transfer')} limpahkan ntt", subject="Re: daftar")
    return number


def test_another_offices_matter_is_passed_on_after_one_line_of_staff_and_confirmed(office: Open) -> None:
    talk = office(OFFICES)
    number = transferred(talk)
    letter = talk.bureau.last_to(SISTER)
    assert "Pelimpahan" in str(letter["Subject"]) and "konfirmasi" in flat(letter)
    assert any(part.get_filename() == "surel-asli-1.eml" for part in letter.walk()), "the report itself"
    told = flat(talk.bureau.last_to(CITIZEN))
    assert "kami limpahkan" in told and "Perwakilan NTT" in told
    assert talk.bureau.show(number)["state"] == "LIMPAH"
    talk.answer(letter, SISTER, "Yth. rekan, sdh kami terima, nomor 0123/LM/IX/2026/KPG. Tks")
    shown = talk.bureau.show(number)
    assert [d["state"] for d in shown["deadlines"] if d["rule"] == "D26"] == ["met"]
    assert any("0123/LM/IX/2026/KPG" in x["detail"] for x in shown["timeline"])
    assert "0123/LM/IX/2026/KPG" in flat(talk.bureau.last_to(OFFICER))
    before = len(talk.bureau.to(SISTER))
    talk.now = MONDAY + timedelta(days=20)
    talk.round()
    assert len(talk.bureau.to(SISTER)) == before, "nobody is reminded of what is confirmed"
    talk.say(OFFICER, f"{lines_to(talk, OFFICER, 'close')} close dilimpahkan", subject="Re: daftar")
    assert talk.bureau.show(number)["closed_reason"] == "dilimpahkan"


def test_an_office_that_sends_it_back_leaves_the_choice_to_staff(office: Open) -> None:
    talk = office(OFFICES)
    number = transferred(talk)
    talk.answer(
        talk.bureau.last_to(SISTER), SISTER, "Mohon maaf, ini bukan wilayah kami, silakan ke kantor lain."
    )
    shown = talk.bureau.show(number)
    assert shown["state"] == "TERDAFTAR"
    assert [d["state"] for d in shown["deadlines"] if d["rule"] == "D26"] == ["void"]
    assert "bukan wilayahnya" in flat(talk.bureau.last_to(INTAKE))
    assert not talk.bureau.to(FOCAL)


def test_an_office_that_is_silent_is_reminded_once_and_then_staff_telephone(office: Open) -> None:
    talk = office(OFFICES)
    number = transferred(talk)
    for day in range(1, 15):
        talk.now = MONDAY + timedelta(days=day)
        talk.round()
        talk.round()
    kinds = [x["kind"] for x in talk.bureau.show(number)["letters"] if x["to"]["address"] == SISTER]
    assert kinds == ["L21", "L21R", "L21R"]
    asked = [m for m in talk.bureau.to(HEAD) if "belum mengonfirmasi pelimpahan" in flat(m)]
    assert asked
    talk.say(HEAD, f"{lines_to(talk, HEAD, 'ok')} ok", subject="Re: daftar")
    assert [d["state"] for d in talk.bureau.show(number)["deadlines"] if d["rule"] == "D26"] == ["met"]


@pytest.mark.parametrize("words", ["Apakah ada nomor telepon pelapor?", "Berkasnya belum kami terima."])
def test_what_the_other_office_asks_is_no_confirmation(office: Open, words: str) -> None:
    talk = office(OFFICES)
    number = transferred(talk)
    talk.answer(talk.bureau.last_to(SISTER), SISTER, words)
    shown = talk.bureau.show(number)
    assert [d["state"] for d in shown["deadlines"] if d["rule"] == "D26"] == ["running"]
    assert shown["state"] == "LIMPAH"
    talk.answer(talk.bureau.last_to(SISTER), "orang@asing.example", "sudah kami terima")
    assert [d["state"] for d in talk.bureau.show(number)["deadlines"] if d["rule"] == "D26"] == ["running"]


def test_a_transfer_to_nobody_known_says_who_is_known(office: Open) -> None:
    talk = office(OFFICES)
    talk.say(CITIZEN, ELSEWHERE, name="Ni Putu Contoh")
    talk.say(INTAKE, f"{talk.item()} transfer ntb", subject="Re: daftar")
    assert "pilihan: NTT" in flat(talk.bureau.last_to(INTAKE)) and not talk.bureau.to(SISTER)


def test_a_secret_report_is_transferred_without_its_reporter(office: Open) -> None:
    talk = office(OFFICES)
    number = transferred(talk, ELSEWHERE + "\nMohon identitas saya dirahasiakan, saya takut dipersulit.\n")
    for message in talk.bureau.to(SISTER):
        text = message.as_string()
        assert "Contoh" not in text and "5103014107900000" not in text and CITIZEN not in text
        assert not any((part.get_filename() or "").endswith(".eml") for part in message.walk())
    assert talk.bureau.show(number)["state"] in ("LIMPAH", "TERDAFTAR")


def test_what_is_nobodys_here_is_answered_with_the_right_body(office: Open) -> None:
    talk = office()
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    talk.say(OFFICER, "close tidak_berwenang Pengadilan Negeri Denpasar", subject=f"[{number}]")
    told = flat(talk.bureau.last_to(CITIZEN))
    assert "di luar kewenangan Ombudsman" in told and "Pengadilan Negeri Denpasar" in told
    assert [x["kind"] for x in talk.bureau.show(number)["letters"]][-2:] != ["L20", "L20"]


# --- Who gets it ---------------------------------------------------------------------------------------------


def away(talk: Talk, letter: EmailMessage, sender: str = FOCAL, more: str = "") -> bytes:
    headers = [("Auto-Submitted", "auto-replied"), ("In-Reply-To", str(letter["Message-ID"]))]
    words = f"Saya sedang dinas luar sampai 30 September 2026, hubungi {more or 'orang@asing.example'}."
    return mail(sender, words, subject=f"Balasan otomatis: {letter['Subject']}", to=str(letter["Reply-To"]),
                at=talk.now, headers=headers)  # fmt: skip


def returned(talk: Talk, letter: EmailMessage, to: str) -> bytes:
    """A delivery report as Postfix writes it (RFC 3464)."""
    parts = [
        "Return-Path: <>", "From: MAILER-DAEMON@mx.kantor.example (Mail Delivery System)", f"To: {OWN}",
        "Subject: Undelivered Mail Returned to Sender", f"Message-ID: <{abs(hash((str(letter['Message-ID']), talk.now)))}@mx>",
        "Auto-Submitted: auto-replied", "MIME-Version: 1.0",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"', "", "--B",
        "Content-Type: text/plain; charset=us-ascii", "", "Your message could not be delivered.", "", "--B",
        "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx.kantor.example", "",
        f"Final-Recipient: rfc822; {to}", "Action: failed", "Status: 5.1.1", "", "--B",
        "Content-Type: text/rfc822-headers", "", f"From: {OWN}", f"To: {to}", f"Message-ID: {letter['Message-ID']}",
        "", "--B--", "",
    ]  # fmt: skip
    return "\r\n".join(parts).encode()


def test_an_absent_focal_points_letter_also_goes_to_the_deputy_of_the_list(office: Open) -> None:
    talk = office("absent: deputy", agencies=WITH_DEPUTY)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number, letter = talk.case(), talk.bureau.last_to(FOCAL)
    talk._put(away(talk, letter))
    talk._put(away(talk, letter, more="lain@asing.example"))
    assert len(talk.bureau.to(DEPUTY)) == 1 and not talk.bureau.to("orang@asing.example")
    own = talk.bureau.last_to(DEPUTY)
    assert "Ni Wakil Uji" in flat(own) and "Pengganti" in flat(own) and "Putu Contoh" not in own.as_string()
    assert own["Reply-To"] != letter["Reply-To"] and own["Message-ID"] != letter["Message-ID"]
    shown = talk.bureau.show(number)
    assert [d["state"] for d in shown["deadlines"]] == ["running"], "the period runs on, the same"
    assert any("pejabat pengganti menurut daftar" in flat(m) for m in talk.bureau.to(OFFICER))
    talk._put(away(talk, own, DEPUTY))
    assert len(talk.bureau.to(DEPUTY)) == 1 and len(talk.bureau.to(FOCAL)) == 1, "no circle"
    talk.answer(
        own,
        DEPUTY,
        "Menindaklanjuti surat dimaksud, KTP telah selesai dicetak dan diserahkan kepada pemohon.",
    )
    assert talk.bureau.show(number)["state"] == "DIJAWAB"


def test_without_a_deputy_or_without_the_setting_staff_are_only_told(office: Open) -> None:
    talk = office("absent: deputy")
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    talk._put(away(talk, talk.bureau.last_to(FOCAL)))
    assert len(talk.bureau.to(FOCAL)) == 1 and not talk.bureau.to(ALTERNATE)
    assert "tidak di tempat" in flat(talk.bureau.last_to(OFFICER))


def test_a_stranger_who_plays_the_absent_official_moves_nothing(office: Open) -> None:
    talk = office("absent: deputy", agencies=WITH_DEPUTY)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    talk._put(away(talk, talk.bureau.last_to(FOCAL), sender="spy@evil.example"))
    assert not talk.bureau.to(DEPUTY)


def test_a_returned_letter_goes_to_the_alternate_then_the_deputy_and_then_staff_choose(office: Open) -> None:
    talk = office("bounced: deputy", agencies=WITH_DEPUTY)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number, first = talk.case(), talk.bureau.last_to(FOCAL)
    report = returned(talk, first, FOCAL)
    talk._put(report)
    assert len(talk.bureau.to(ALTERNATE)) == 1 and not talk.bureau.to(DEPUTY)
    assert ALTERNATE in flat(talk.bureau.last_to(OFFICER))
    talk._put(returned(talk, first, FOCAL))
    assert len(talk.bureau.to(ALTERNATE)) == 1 and not talk.bureau.to(DEPUTY), (
        "a second report starts nothing"
    )
    talk._put(returned(talk, talk.bureau.last_to(ALTERNATE), ALTERNATE))
    assert len(talk.bureau.to(DEPUTY)) == 1
    talk._put(returned(talk, talk.bureau.last_to(DEPUTY), DEPUTY))
    for address in (FOCAL, ALTERNATE, DEPUTY):
        assert len(talk.bureau.to(address)) == 1
    assert not talk.bureau.to(CHIEF)
    assert "kepala" in flat(talk.bureau.last_to(OFFICER)), "the head is for staff to choose"
    assert len([d for d in talk.bureau.show(number)["deadlines"] if d["state"] == "running"]) == 1


def test_of_a_secret_case_nobody_else_gets_the_letter_unread(office: Open) -> None:
    talk = office("bounced: deputy, absent: deputy, copy_oversight: always", agencies=WITH_DEPUTY)
    talk.say(CITIZEN, SECRET, name="Ni Putu Contoh")
    talk.answer(talk.bureau.last_to(INTAKE), INTAKE, f"{talk.item()} agency capil-uji")
    assert not talk.bureau.to(FOCAL) and not talk.bureau.to(ITDA)
    talk.say(OFFICER, f"{lines_to(talk, OFFICER, 'ok')} ok", subject="Re: daftar")
    for _ in range(2):
        if not talk.bureau.to(FOCAL):
            talk.say(OFFICER, f"{int(lines_to(talk, OFFICER, 'ok')) - 1} ok", subject="Re: daftar")
    assert talk.bureau.to(FOCAL)
    talk._put(returned(talk, talk.bureau.last_to(FOCAL), FOCAL))
    assert not talk.bureau.to(ALTERNATE) and not talk.bureau.to(DEPUTY)
    talk.say(OFFICER, f"{lines_to(talk, OFFICER, 'ok')} ok", subject="Re: daftar")
    assert len(talk.bureau.to(ALTERNATE)) == 1


def test_a_vacant_or_expired_post_is_the_heads_where_the_office_says_so(office: Open) -> None:
    expired = AGENCIES.replace(
        "kepala@capil.badungkab.example,itda-uji,2025-01-01,2029-12-31",
        "kepala@capil.badungkab.example,itda-uji,2025-01-01,2026-06-30",
    )
    talk = office("vacant: head", agencies=expired)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    assert len(talk.bureau.to(CHIEF)) == 1 and not talk.bureau.to(FOCAL)
    assert "Pimpinan" in flat(talk.bureau.last_to(CHIEF))
    assert any("sesuai pengaturan" in flat(m) for m in talk.bureau.to(INTAKE)), "staff are told"
    talk.now = MONDAY + timedelta(days=9)
    talk.round()
    assert sent(talk, number, "L10") == [CHIEF], "who has the letter is reminded"


def test_the_inspectorate_has_a_copy_of_its_own_and_its_answer_is_not_the_agencys(office: Open) -> None:
    talk = office("copy_oversight: first letter")
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number, copy = talk.case(), talk.bureau.last_to(ITDA)
    assert "Tembusan" in str(copy["Subject"]) and "Putu Contoh" not in copy.as_string()
    assert copy["Reply-To"] != talk.bureau.last_to(FOCAL)["Reply-To"]
    assert "Inspektorat Daerah Kabupaten Badung" in flat(talk.bureau.last_to(FOCAL)), "named below the letter"
    talk.answer(
        copy, ITDA, "sudah kami tindak lanjuti, KTP telah selesai dicetak dan diserahkan kepada pemohon"
    )
    shown = talk.bureau.show(number)
    assert shown["state"] == "KOORD" and [d["state"] for d in shown["deadlines"]] == ["running"]
    assert "Inspektorat" in flat(talk.bureau.last_to(OFFICER))
    talk.say(OFFICER, f"{lines_to(talk, OFFICER, 'ok')} ok", subject="Re: daftar")
    assert talk.bureau.show(number)["state"] == "DIJAWAB", "unless staff say so"


def test_by_default_no_inspectorate_gets_a_copy(office: Open) -> None:
    talk = office()
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    assert talk.bureau.to(FOCAL) and not talk.bureau.to(ITDA)


def test_a_stand_in_who_left_the_list_meanwhile_is_written_to_no_more(office: Open) -> None:
    talk = office("absent: deputy, copy_oversight: first letter", agencies=WITH_DEPUTY, hold="10 minutes")
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    path = talk.bureau.folder / "agencies.csv"
    path.write_text(path.read_text().replace(",itda-uji,2025", ",,2025"))
    talk.now += timedelta(minutes=15)
    talk.round()
    assert talk.bureau.to(FOCAL) and not talk.bureau.to(ITDA), "it oversees that agency no longer"
    letter = talk.bureau.last_to(FOCAL)
    path.write_text(path.read_text().replace(DEPUTY, "baru@capil.badungkab.example"))
    talk._put(away(talk, letter))
    assert not talk.bureau.to(DEPUTY) and len(talk.bureau.to("baru@capil.badungkab.example")) == 1


def test_the_overdue_notice_goes_in_copy_where_the_office_wants_every_copy(office: Open) -> None:
    talk = office("copy_oversight: always")
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    for day in (16, 17, 18):
        talk.now = MONDAY + timedelta(days=day)
        talk.round()
        talk.round()
    kinds = [x["kind"] for x in talk.bureau.show(number)["letters"] if x["to"]["address"] == ITDA]
    assert kinds == ["L05T", "L11T"]
    assert all("Putu Contoh" not in m.as_string() for m in talk.bureau.to(ITDA))


def test_another_address_of_the_inspectorate_speaks_for_the_inspectorate(office: Open) -> None:
    rows = AGENCIES.replace(
        "itda@badungkab.example,,,,2025", "itda@badungkab.example,irban@badungkab.example,,,2025"
    )
    talk = office("copy_oversight: first letter", agencies=rows)
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number, copy = talk.case(), talk.bureau.last_to(ITDA)
    talk.answer(
        copy, "irban@badungkab.example", "KTP telah selesai dicetak dan telah diserahkan kepada pemohon."
    )
    assert [d["state"] for d in talk.bureau.show(number)["deadlines"]] == ["running"]


def test_a_letter_stopped_over_night_takes_its_copy_with_it(office: Open) -> None:
    talk = office("copy_oversight: first letter", hold="10 minutes")
    talk.say(CITIZEN, REPORT, name="Ni Putu Contoh")
    number = talk.case()
    talk.say(OFFICER, "tahan", subject=f"[{number}]")
    talk.now = MONDAY + timedelta(days=1)
    talk.round()
    assert not talk.bureau.to(FOCAL) and not talk.bureau.to(ITDA)
    talk.say(OFFICER, "lepas", subject=f"[{number}]")
    talk.round()
    assert len(talk.bureau.to(FOCAL)) == 1 and len(talk.bureau.to(ITDA)) == 1
    assert "8 September 2026" in flat(talk.bureau.last_to(ITDA))
