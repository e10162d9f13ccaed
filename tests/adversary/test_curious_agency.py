"""T31-T33: an agency learns from us what our letters say, and nothing of who reported."""

from __future__ import annotations

import re

import pytest

from tests.adversary.scene import (
    ANSWER,
    CITIZEN,
    FOCAL,
    OFFICER,
    Scene,
    folded,
    header,
    told,
    written,
)  # fmt: skip
from tests.daemon.bureau import OWN, REPORT, mail, text_of

SECRETS = (
    "Putu", CITIZEN, "putu@", "surel.example", "5103014107900000", "0812 0000 1234", "62812 0000 1234",
    "Jalan Raya Uji 7", "Banjar Contoh", "Desa Contoh",
)  # fmt: skip
QUESTIONS = """\
Siapa yang melapor?
Siapa pelapornya? Kami perlu tahu.
Mohon nama pelapor.
Mohon identitas lengkap Pelapor berikut NIK.
Tolong sebutkan nama dan alamat pelapor agar dapat kami tindak lanjuti.
Kirimkan KTP pelapor.
Berapa nomor HP pelapor?
Apakah pelapornya perempuan atau laki-laki?
Mohon salinan laporan asli.
Mohon diteruskan surel pelapor kepada kami.
Kirim ulang laporan lengkap.
Who complained?
Who is the reporter? Please send name and phone number.
Please forward the original complaint.
Reply with the complainant's e-mail address.
status
status lengkap
show
1 show
2 show
tampilkan
lihat
lihat laporan
disclose
disclose disetujui Pelapor melalui telepon
buka identitas
buka identitas atas izin pelapor
1 disclose setuju
1 ok
2 ok
ok
lepas
release
retry
case 0001/LM/IX/2026/KTA
status 0001/LM/IX/2026/KTA
show 0001/LM/IX/2026/KTA
catatan kirim nama pelapor
export
help
bantuan
agency capil-uji
1 agency capil-uji
open
perpanjang 2026-10-10
Apakah pelapornya Ni Putu Contoh?
Apakah benar pelapor tinggal di Banjar Contoh?
Saya adalah pelapor, mohon status laporan saya.
Sebagai Pelapor saya mencabut laporan ini.
Bagaimana perkembangan laporan saya?
Sudah sampai mana laporan saya?
Mohon cc surat berikutnya kepada pelapor.
Balas langsung ke pelapor: apa alamat surelnya?
{{ case.reporter_name }} {{ reporter }} %(reporter)s ${reporter}
Sebutkan inisial pelapor saja.
Kami sudah berdamai dengan pelapor, kirimkan kontaknya.
PENTING: atas perintah Kepala Ombudsman, kirimkan data pelapor sekarang.
""".strip().split("\n")


def test_an_agency_that_asks_who_complained_learns_nothing(scene: Scene) -> None:
    number = scene.report()
    letter, sent = scene.letter(), len(scene.outside())
    raws = [
        mail(
            FOCAL,
            question,
            subject=f"Re: [{number}] {n}",
            to=header(letter, "Reply-To"),
            headers=[("In-Reply-To", header(letter, "Message-ID"))],
            at=scene.now,
        )
        for n, question in enumerate(QUESTIONS)
    ]
    assert len(raws) >= 50
    scene.put(*raws)
    assert scene.counts.received == len(raws)
    scene.days(12, step=4)
    to_agency = [m for m in scene.outside() if m.recipients[0] != CITIZEN]
    assert told(to_agency, SECRETS) == []
    assert len([m for m in scene.outside()[sent:] if m.recipients[0] == FOCAL]) <= 2, "reminders at most"
    shown = scene.bureau.show(number)
    assert shown["state"] != "TUTUP"
    assert not any("identity" in line["event"] for line in shown["timeline"])
    assert len(scene.bureau.to(CITIZEN)) == 1, "nor is the reporter asked or told anything by it"


def test_the_agency_is_told_no_message_id_or_host_of_the_reporters_mail(scene: Scene) -> None:
    headers = [
        ("Received", "from laptop-putu.kanarihost.example ([203.0.113.77]) by mx.kantor.example"),
        ("X-Originating-IP", "[203.0.113.77]"), ("Thread-Index", "KANARITHREADINDEX=="),
        ("X-Mailer", "KanariMailer 4.2"), ("References", "<kanariref@kanarihost.example>"),
        ("In-Reply-To", "<kanariref@kanarihost.example>"), ("Thread-Topic", "KANARITOPIC"),
        ("Organization", "Kanari Organisasi"), ("User-Agent", "KanariAgent"), ("Comments", "KANARIKOMENTAR"),
        ("Keywords", "KANARIKATAKUNCI"), ("Date-X", "KANARITANGGAL"), ("Importance", "KANARIPENTING"),
    ]  # fmt: skip
    scene.say(CITIZEN, REPORT, name="Ni Putu Contoh", subject="KANARISUBJEK mohon bantuan",
              message_id="kanari.unik@kanarihost.example", headers=headers)  # fmt: skip
    scene.answer(scene.letter(), FOCAL, "Surat sudah kami terima.")
    scene.days(30, step=3)
    scene.answer(scene.letter(), FOCAL, "Mohon perpanjangan waktu sampai dengan tanggal 30 November 2026.")
    scene.settle("ok", OFFICER)
    to_agency = [m for m in scene.outside() if m.recipients[0] != CITIZEN]
    assert len(to_agency) >= 5, "first letter, reminders, overdue, extension"
    assert told(to_agency, ["kanari", "203.0.113.77", *SECRETS]) == []


STYLES = {
    "top": "{own}\n\nPada Sen, 7 Sep 2026 pukul 09.00 {who} menulis:\n{quoted}\n",
    "bottom": "Pada Sen, 7 Sep 2026 pukul 09.00 {who} menulis:\n{quoted}\n\n{own}\n",
    "outlook": "{own}\n\n-----Original Message-----\nFrom: {who}\nSent: Monday, 7 September 2026 09:00\n"
    "To: kantor\nSubject: surat\n\n{plain}\n",
    "outlook id": "{own}\n\n________________________________\nDari: {who}\nDikirim: Senin, 7 September 2026 09.00\n"
    "Kepada: kantor\nSubjek: surat\n\n{plain}\n",
    "inline": "{quoted}\n{own}\n{quoted}\n",
    "unmarked": "{own}\n\n{plain}\n",
    "forwarded": "{own}\n\n---------- Forwarded message ---------\nFrom: {who}\nDate: Sen, 7 Sep 2026\n"
    "Subject: surat\nTo: kantor\n\n{plain}\n",
}


@pytest.mark.parametrize("style", list(STYLES))
def test_neither_side_gets_the_others_raw_words_however_they_are_quoted(scene: Scene, style: str) -> None:
    number = scene.report()
    receipt, letter = scene.letter(CITIZEN), scene.letter()
    words = {
        "own": "Kelengkapan KANARIWARGA saya susulkan. Sudah sampai mana laporan saya?",
        "who": f"Putu <{CITIZEN}>",
    }

    def styled(to: object, own: str, who: str) -> str:
        plain = text_of(to)  # type: ignore[arg-type]
        quoted = "\n".join("> " + line for line in plain.split("\n"))
        return STYLES[style].format(own=own, who=who, plain=plain, quoted=quoted)

    scene.say(CITIZEN, styled(receipt, words["own"], words["who"]), subject=f"Re: [{number}]",
              headers=[("In-Reply-To", header(receipt, "Message-ID"))])  # fmt: skip
    scene.say(FOCAL, styled(letter, f"{ANSWER} KANARIDINAS Wayan Pejabat 0811 9999 8888.", "Dinas"),
              subject=f"Re: [{number}]", headers=[("In-Reply-To", header(letter, "Message-ID"))])  # fmt: skip
    scene.days(3)
    scene.say(OFFICER, "tutup selesai_instansi KTP telah diserahkan", subject=f"[{number}]")
    assert scene.bureau.show(number)["state"] == "TUTUP"
    agency = [m for m in scene.outside() if m.recipients[0] != CITIZEN]
    citizen = [m for m in scene.outside() if m.recipients[0] == CITIZEN]
    assert told(agency, ["KANARIWARGA", *SECRETS]) == []
    assert told(citizen, ["KANARIDINAS", "0811 9999 8888", FOCAL]) == []
    assert len(citizen) >= 2 and len(agency) >= 1


def test_two_agencies_of_one_case_learn_nothing_of_each_others_answers(scene: Scene) -> None:
    number = scene.report()
    scene.say(OFFICER, "agency pdam-uji", subject=f"[{number}]")
    pdam = "narahubung@pdam.badungkab.example"
    assert scene.bureau.to(pdam), "the officer sent it to a second agency"
    scene.answer(scene.letter(), FOCAL, f"{ANSWER} KANARICAPIL")
    shown = scene.bureau.show(number)
    running = {d["state"] for d in shown["deadlines"]}
    assert shown["state"] == "KOORD" and running == {"met", "running"}, (
        "the other agency still owes its answer"
    )
    scene.days(21, step=3)
    assert (
        told([m for m in scene.outside() if "pdam" in m.recipients[0]], ["KANARICAPIL", FOCAL, *SECRETS])
        == []
    )
    ids = {header(m, "Message-ID") for m in scene.bureau.to(FOCAL)}
    assert not any(i in written(m.raw) for m in scene.outside() for i in ids if m.recipients[0] == pdam)


def test_tokens_are_of_one_party_alone(scene: Scene) -> None:
    number = scene.report()
    scene.say(OFFICER, "agency pdam-uji", subject=f"[{number}]")
    scene.days(21, step=3)
    seen: dict[str, set[str]] = {}
    for one in scene.bureau.sink.mails:
        for token in set(re.findall(r"\+([bcdfghjklmnpqrstvwxz]{24})@", folded(written(one.raw)))):
            seen.setdefault(token, set()).update(one.recipients)
    assert len(seen) >= 4 and all(len(people) == 1 for people in seen.values())


def test_the_focal_point_who_is_the_reporter_as_well_is_looked_at_by_a_person(scene: Scene) -> None:
    """An official complains from the agency's own address: the letter would go to their own desk, and every
    later mail of that address would be taken for the reporter's."""
    scene.say(FOCAL, REPORT, name="Ni Putu Contoh")
    assert not [m for m in scene.bureau.to(FOCAL) if "Penyampaian" in str(m["Subject"])]
    assert "identitas" in text_of(scene.letter(OFFICER)), "the officer is asked"


def test_a_reply_address_of_the_agency_letter_is_never_the_reporters(scene: Scene) -> None:
    scene.report()
    letter, receipt = scene.letter(), scene.letter(CITIZEN)
    assert header(letter, "Reply-To") != header(receipt, "Reply-To")
    envelopes = {m.recipients[0]: m.envelope_from for m in scene.bureau.sink.mails}
    assert envelopes[FOCAL] != envelopes[CITIZEN] and OWN.split("@")[0] in envelopes[FOCAL]
    assert "putu" not in written(scene.bureau.sink.to(FOCAL)[0].raw).casefold()
