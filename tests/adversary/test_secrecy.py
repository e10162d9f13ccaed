"""UU 37/2008 art. 24(2): who reports is told to no agency, wherever it stands in what was sent to us."""

from __future__ import annotations

import base64
from email.message import EmailMessage

import pytest

from tests.adversary.scene import (
    ANSWER,
    CITIZEN,
    FOCAL,
    MONDAY,
    OFFICER,
    Scene,
    proven,
    told,
)  # fmt: skip
from tests.daemon.bureau import INTAKE, OWN, REPORT, text_of

NAME, NIK, PHONE = "Desak Rahayuwati Kanarini", "5103014107900000", "0812-3900-7711"
MAIL, OTHER_MAIL = "desak.kanarini@surel.example", "rahayuwati77@kotaklain.example"
HOME = "Jalan Merpati Kanari 17"
SECRETS = (
    "Desak",
    "Rahayuwati",
    "Kanarini",
    NIK,
    PHONE,
    "62 812 3900 7711",
    MAIL,
    OTHER_MAIL,
    HOME,
    "Merpati Kanari",
)
MATTER = (
    "Permohonan KTP elektronik di Dinas Kependudukan dan Pencatatan Sipil Kabupaten Badung diajukan 5 Januari 2026 dan\n"
    "belum selesai. Sudah dua kali ditanyakan ke loket Disdukcapil Badung, pada 2 dan 16 Februari 2026, tetapi\n"
    "hanya diminta menunggu."
)
FORM = f"""\
Nama: {NAME}
NIK: {NIK}
Alamat: {HOME}, Banjar Kanari, Kabupaten Badung
No HP: {PHONE}
Terlapor: Dinas Kependudukan dan Pencatatan Sipil Kabupaten Badung
Uraian: {MATTER}
"""
REPORTS: dict[str, str] = {
    "a form": FORM,
    "a letter with a signature": f"Yth. Ombudsman,\n\n{MATTER}\n\nHormat saya,\n{NAME}\n{HOME}\n{PHONE}\n{OTHER_MAIL}\n",
    "a signature behind dashes": f"Yth. Ombudsman,\n\n{MATTER}\n\n-- \n{NAME}\nHP {PHONE} | {OTHER_MAIL}\n",
    "in the running text": f"Saya {NAME}, NIK {NIK}, tinggal di {HOME}, melaporkan hal berikut. {MATTER} "
    f"Petugas berkata 'Bu Rahayuwati harus menunggu'. Hubungi saya di {PHONE} atau {OTHER_MAIL}.",
    "in pieces": f"{FORM}\nPetugas menulis nama saya R a h a y u w a t i dan NIK 5103 0141 0790 0000, nomor "
    "+62 812 3900 7711 (0812.3900.7711), serta surel desak.kanarini [at] surel.example.",
    "fullwidth and invisible signs": FORM
    + "\nNIK saya ５１０３０１４１０７９０００００ dan nama R\u200bahayu\u200bwati, de\u00adsak.kanarini@surel.example.",
    "upper case, reversed": FORM + "\nTertulis KANARINI, DESAK RAHAYUWATI pada tanda terima nomor 12.",
    "a forwarded chat": f"{MATTER}\n\n[07/09 09.12] {NAME}: sudah saya tanyakan\n[07/09 09.13] Petugas: tunggu ya bu Desak\n",
    "her own earlier mail, forwarded": f"Mohon ditindaklanjuti.\n\n---------- Forwarded message ---------\n"
    f"Dari: {NAME} <{OTHER_MAIL}>\nDate: Sen, 2 Feb 2026 pukul 09.00\nSubject: KTP a.n. {NAME}\n"
    f"To: <loket@capil.badungkab.example>\n\n{MATTER}\nSalam, {NAME} ({PHONE})\n",
    "a link": f"{FORM}\nBukti: https://berkas.example/u/desak.kanarini/ktp-rahayuwati.pdf?nik={NIK}&hp=081239007711",
}


def compose(text: str, *, html: bool = False, subject: str = "", encoding: str = "base64") -> bytes:
    message = EmailMessage()
    message["From"] = f"{NAME} <{MAIL}>"
    message["To"] = OWN
    message["Subject"] = subject or f"Laporan {NAME} NIK {NIK}"
    message["Date"] = MONDAY
    message["Message-ID"] = f"<{abs(hash((text, html, subject)))}.desak.kanarini@surel.example>"
    message["Reply-To"] = OTHER_MAIL
    message["Organization"] = NAME
    message.set_content(text, cte=encoding)
    if html:
        rows = "".join(f"<p>{line}</p>" for line in text.split("\n"))
        message.add_alternative(f"<html><body>{rows}</body></html>", subtype="html", cte="base64")
    for name in (f"KTP {NAME}.pdf", f"{NIK}.jpg", f"surat-{PHONE}.docx"):
        data = f"%PDF-1.4 {NAME} {NIK}".encode()
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return proven(MAIL) + message.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def life(scene: Scene) -> str:
    """The whole case: sent on, reminded, extended, late, escalated to the superior, a second agency, closed."""
    number = scene.case(MAIL)
    if not scene.bureau.to(FOCAL):
        if scene.bureau.to(INTAKE):
            scene.settle("agency capil-uji")
        if not scene.bureau.to(FOCAL):
            scene.settle("ok", OFFICER)
    scene.answer(scene.letter(), FOCAL, "Mohon perpanjangan waktu sampai dengan tanggal 30 September 2026.")
    scene.settle("ok", OFFICER)
    scene.say(OFFICER, "agency pdam-uji", subject=f"[{number}]")
    scene.days(42, step=3)
    for who in ("kepala@kantor.example", OFFICER):
        for message in scene.bureau.to(who)[-8:]:
            for line in text_of(message).split("\n"):
                if "kirim surat" in line:
                    scene.answer(message, who, line.strip(" -").partition(" –")[0])
                    break
    scene.answer(scene.letter(), FOCAL, ANSWER)
    scene.say(OFFICER, "tutup selesai_instansi", subject=f"[{number}]")
    return number


@pytest.mark.parametrize("kind", list(REPORTS))
def test_no_letter_to_an_agency_tells_who_reported(scene: Scene, kind: str) -> None:
    scene.put(compose(REPORTS[kind], html="form" in kind))
    assert scene.counts.opened == 1
    number = scene.case(MAIL)
    if not scene.bureau.to(FOCAL):
        listed = scene.bureau.to(INTAKE)
        if listed:
            scene.settle("agency capil-uji")
    agency = [m for m in scene.outside() if m.recipients[0] != MAIL]
    assert told(agency, SECRETS) == []
    assert agency or scene.bureau.to(OFFICER), f"{number}: sent without the identity, or an officer is asked"


def test_no_mail_to_an_agency_or_its_superior_tells_who_reported_in_the_whole_life_of_a_case(
    scene: Scene,
) -> None:
    scene.put(compose(FORM, html=True))
    number = life(scene)
    agency = [m for m in scene.outside() if m.recipients[0] != MAIL]
    kinds = {x["kind"] for x in scene.bureau.show(number)["letters"] if x["status"] == "sent"}
    assert {"L05", "L14", "L10", "L11"} <= kinds, kinds
    assert told(agency, SECRETS) == []


def test_a_digest_of_several_cases_tells_nobodys_identity(scene: Scene) -> None:
    scene.put(compose(FORM))
    scene.say(CITIZEN, REPORT.replace("KTP elektronik", "akta kelahiran anak").replace("KTP segera", "Akta segera")
              .replace("dua kali menanyakan", "tiga kali mendatangi"), name="Ni Putu Contoh")  # fmt: skip
    if len(scene.bureau.to(FOCAL)) < 2:
        scene.settle("agency capil-uji")
    assert len(scene.bureau.to(FOCAL)) == 2
    scene.days(14)
    digests = [m for m in scene.bureau.to(FOCAL) if text_of(m).count("/LM/IX/2026/KTA") >= 2]
    assert digests, "both cases in one reminder"
    agency = [m for m in scene.outside() if m.recipients[0] not in (MAIL, CITIZEN)]
    assert told(agency, [*SECRETS, CITIZEN, "Ni Putu", "0812 0000 1234", "Jalan Raya Uji"]) == []


def test_an_escalation_to_the_superior_is_read_by_a_person_and_tells_nobodys_identity(scene: Scene) -> None:
    scene.put(compose(FORM))
    if not scene.bureau.to(FOCAL):
        scene.settle("agency capil-uji")
    number = scene.case(MAIL)
    scene.days(30, step=3)
    head = "kepala@kantor.example"
    drafts = [m for m in scene.bureau.to(head) if "kirim surat kepada atasan" in text_of(m)]
    assert drafts, "the head of the office is asked"
    sent = [x for x in scene.bureau.show(number)["letters"] if x["kind"] == "L13"]
    assert [x["status"] for x in sent] == ["held"]
    line = next(x for x in text_of(drafts[0]).split("\n") if "kirim surat kepada atasan" in x)
    scene.answer(drafts[0], head, line.strip(" -").partition(" –")[0])
    assert [x["status"] for x in scene.bureau.show(number)["letters"] if x["kind"] == "L13"] == ["sent"]
    assert told([m for m in scene.outside() if m.recipients[0] != MAIL], SECRETS) == []


def test_identity_released_by_an_officer_stands_in_later_letters_of_that_case_alone(scene: Scene) -> None:
    scene.put(compose(FORM))
    first = scene.case(MAIL)
    if not scene.bureau.to(FOCAL):
        scene.settle("agency capil-uji")
    other = REPORT.replace("Dinas Kependudukan dan Pencatatan Sipil", "Perumda Air Minum Tirta Mangutama")
    other = other.replace("Permohonan KTP elektronik", "Sambungan air PDAM Badung").replace(
        "Disdukcapil", "PDAM"
    )
    scene.say(CITIZEN, other, name="Ni Putu Contoh")
    second = scene.case()
    assert first != second
    sent = len(scene.outside())
    scene.say(OFFICER, "disclose", subject=f"[{first}]")
    assert not any("identity released" in x["event"] for x in scene.bureau.show(first)["timeline"]), (
        "without a reason"
    )
    scene.say(OFFICER, "disclose disetujui Pelapor melalui telepon", subject=f"[{first}]")
    assert any("identity released" in x["event"] for x in scene.bureau.show(first)["timeline"])
    scene.say(OFFICER, "agency pdam-uji", subject=f"[{first}]")
    scene.say(OFFICER, "agency pln-uji", subject=f"[{second}]")
    later = scene.outside()[sent:]
    named = [m for m in later if told([m], ["Rahayuwati"])]
    assert {m.recipients[0] for m in named if m.recipients[0] != MAIL} <= {
        "narahubung@pdam.badungkab.example"
    }
    assert told([m for m in later if "pln" in m.recipients[0]], [*SECRETS, "Ni Putu", CITIZEN]) == []
    assert told([m for m in scene.outside()[:sent] if m.recipients[0] != MAIL], SECRETS) == []


FORWARDED = f"""\
Mohon diregistrasi, laporan datang lewat surel pribadi saya.

---------- Forwarded message ---------
Dari: {NAME} <{MAIL}>
Date: Sen, 7 Sep 2026 pukul 09.00
Subject: Laporan {NAME}
To: <asisten@kantor.example>

{FORM}
"""


def test_a_report_that_staff_pass_on_tells_the_agency_nothing_of_its_writer(scene: Scene) -> None:
    scene.say(INTAKE, FORWARDED, subject=f"Fwd: Laporan {NAME}", name="Intake Uji")
    for _ in range(2):
        if scene.bureau.to(INTAKE) and not scene.bureau.to(FOCAL):
            scene.settle("agency capil-uji")
    for message in scene.bureau.to(OFFICER):
        if "kirim surat ini" in text_of(message):
            scene.answer(message, OFFICER, f"{scene.item(OFFICER)} ok")
    assert told([m for m in scene.outside() if m.recipients[0] != MAIL], SECRETS) == []


def test_what_the_reporter_adds_later_reaches_no_agency(scene: Scene) -> None:
    scene.put(compose(FORM))
    if not scene.bureau.to(FOCAL):
        scene.settle("agency capil-uji")
    number = scene.case(MAIL)
    late = f"Tambahan: nomor saya yang lain 0877 5500 1122, saudara saya KANARISAUDARA. {NAME}"
    scene.answer(scene.letter(MAIL), MAIL, late)
    scene.say(OFFICER, "agency pdam-uji", subject=f"[{number}]")
    scene.days(21, step=3)
    agency = [m for m in scene.outside() if m.recipients[0] != MAIL]
    assert told(agency, ["KANARISAUDARA", "0877 5500 1122", *SECRETS]) == []


@pytest.mark.parametrize("default", ["secret_until_released", "open"])
def test_who_asks_for_secrecy_gets_it_whatever_the_office_does_by_default(office, default: str) -> None:  # type: ignore[no-untyped-def]
    scene = office(("routing:", f"confidentiality: {{default: {default}}}\nrouting:"))
    scene.put(compose(FORM + "\nMohon identitas saya dirahasiakan, saya takut dipersulit."))
    assert scene.bureau.show(scene.case(MAIL))["confidential"] is True
    assert not scene.bureau.to(FOCAL), "an officer reads it first"
    scene.settle("agency capil-uji")
    assert not scene.bureau.to(FOCAL)
    scene.settle("ok", OFFICER)
    assert scene.bureau.to(FOCAL)
    assert told([m for m in scene.outside() if m.recipients[0] != MAIL], SECRETS) == []


def test_the_scan_of_this_module_would_see_a_leak() -> None:
    """An oracle that finds nothing proves nothing."""
    from tests.servers.sink import Received

    hidden = base64.b64encode(f"Pelapor {NAME}".encode())
    raw = (
        b"Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    )
    assert told([Received("", (FOCAL,), raw + hidden)], ["Rahayuwati"])
    link = b"Content-Type: text/html\r\n\r\n<a href='mailto:x?body=R%61hayuwati'>x</a> 5103 0141.0790-0000"
    assert len(told([Received("", (FOCAL,), link)], ["Rahayuwati", NIK])) == 2
    word = b"Subject: =?utf-8?q?Desa=6B?=\r\n\r\nx"
    assert told([Received("", (FOCAL,), word)], ["Desak"])
