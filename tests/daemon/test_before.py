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
