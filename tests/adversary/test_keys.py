"""T1-T3: numbers, tokens and threads are keys. They open nothing for somebody who is not of the case."""

from __future__ import annotations

from tests.adversary.scene import ANSWER, CITIZEN, FOCAL, Scene, header
from tests.daemon.bureau import OWN, REPORT, mail

STRANGER = "orang@lain.example"
LETTERS = "bcdfghjklmnpqrstvwxz"


def machine(sender: str, text: str, **more: object) -> bytes:
    return mail(sender, text, headers=[("Auto-Submitted", "auto-replied")], **more)  # type: ignore[arg-type]


def test_guessed_numbers_of_strangers_neither_touch_a_case_nor_learn_of_it(scene: Scene) -> None:
    number = scene.report()
    before, sent = scene.standing(number), len(scene.outside())
    tail = number.partition("/")[2]
    guesses = [f"{n:04d}/{tail}" for n in range(1, 121)]
    scene.put(
        *(
            mail(f"orang{n}@lain.example", f"Jawaban kami: {ANSWER}", subject=f"Re: [{guess}] jawaban")
            for n, guess in enumerate(guesses)
        )
    )
    assert scene.standing(number) == before
    assert scene.counts.threaded == 0 and scene.counts.received == 120
    fresh = scene.outside()[sent:]
    assert all(b"0001/LM" not in m.raw and b"Dukcapil" not in m.raw for m in fresh)
    assert FOCAL not in {m.recipients[0] for m in fresh}


def test_automatic_mail_of_a_stranger_with_a_guessed_number_is_not_written_on_the_case(scene: Scene) -> None:
    number = scene.report()
    before = scene.standing(number)
    away = f"Saya sedang cuti sampai 30 September 2026. Perkara {number}"
    scene.put(
        machine("bot@lain.example", away, subject=f"Balasan otomatis: [{number}]"),
        machine("mailer-daemon@lain.example", away, subject=f"[{number}] out of office"),
    )
    assert scene.standing(number) == before
    assert (scene.counts.threaded, scene.counts.held) == (0, 2)


def test_every_flipped_letter_of_a_token_is_worthless(scene: Scene) -> None:
    number = scene.report()
    letter = scene.letter()
    before = scene.standing(number)
    local, _, domain = header(letter, "Reply-To").partition("@")
    token = local.rpartition("+")[2]
    assert len(token) == 24 and token in header(letter, "Message-ID")
    flipped = []
    for n, char in enumerate(token):
        for other in (LETTERS[(LETTERS.index(char) + 1) % 20], LETTERS[(LETTERS.index(char) + 7) % 20]):
            flipped.append(token[:n] + other + token[n + 1 :])
    raws = [
        mail(
            FOCAL,
            f"{ANSWER} ({n})",
            to=f"{OWN.partition('@')[0]}+{wrong}@{domain}",
            subject="Jawaban",
            headers=[("In-Reply-To", header(letter, "Message-ID").replace(token, wrong))],
        )
        for n, wrong in enumerate(flipped)
    ]
    scene.put(*raws)
    assert scene.standing(number) == before
    assert (scene.counts.threaded, scene.counts.held) == (0, len(raws))


def two_cases(scene: Scene) -> tuple[str, str]:
    """One about Dukcapil, one about PDAM."""
    first = scene.report()
    text = (
        REPORT.replace("Dinas Kependudukan dan Pencatatan Sipil", "Perumda Air Minum Tirta Mangutama")
        .replace("Permohonan KTP elektronik", "Sambungan air PDAM Badung")
        .replace("KTP segera diterbitkan", "air segera mengalir")
        .replace("Disdukcapil", "PDAM")
        .replace("Ni Putu Contoh", "I Gede Lain")
    )
    second = scene.report(text, "gede@surel.example", "I Gede Lain")
    number = scene.case("gede@surel.example")
    assert first != second == number
    return first, second


PDAM = "narahubung@pdam.badungkab.example"


def test_the_token_of_one_case_in_the_hands_of_a_party_of_another_waits_for_staff(scene: Scene) -> None:
    first, second = two_cases(scene)
    letter = scene.letter(FOCAL)
    assert scene.bureau.to(PDAM), "the second case has its own letter"
    before = scene.standing(first), scene.standing(second)
    scene.answer(letter, PDAM, ANSWER)
    assert scene.counts.held == 1
    scene.answer(letter, "gede@surel.example", "Mohon perkembangan laporan saya, sudah sampai mana?")
    assert scene.counts.held == 1
    assert (scene.standing(first), scene.standing(second)) == before


def test_forged_references_do_not_carry_a_mail_into_another_case(scene: Scene) -> None:
    first, second = two_cases(scene)
    theirs, ours = scene.letter(FOCAL), scene.letter(PDAM)
    before = scene.standing(first)
    forged = [("In-Reply-To", header(ours, "Message-ID")), ("References", header(theirs, "Message-ID"))]
    scene.say(PDAM, ANSWER, subject="Re: jawaban", headers=forged)
    assert scene.counts.held == 1, "names two cases: a person looks"
    guessed = [("References", " ".join(f"<{n}.{'b' * 24}@kantor.example>" for n in range(50)))]
    scene.say(PDAM, ANSWER, subject="Re: jawaban lain", headers=guessed)
    assert scene.counts.threaded == 0
    assert scene.standing(first) == before and scene.bureau.show(second)["state"] == "KOORD"


def test_a_leaked_token_with_dmarc_pass_of_a_third_address_gets_no_answer(scene: Scene) -> None:
    number = scene.report()
    before, sent = scene.standing(number), len(scene.outside())
    scene.answer(scene.letter(), STRANGER, "status")
    scene.answer(scene.letter(CITIZEN), STRANGER, "Sudah sampai mana laporan saya?")
    assert scene.standing(number) == before and len(scene.outside()) == sent


def test_free_mail_of_an_official_makes_no_colleagues_of_all_its_users(office) -> None:  # type: ignore[no-untyped-def]
    from tests.daemon.bureau import AGENCIES

    scene = office(agencies=AGENCIES.replace(FOCAL, "dukcapil.badung@gmail.com"))
    number = scene.report()
    letter = scene.letter("dukcapil.badung@gmail.com")
    before = scene.standing(number)
    scene.answer(letter, "orang.lain@gmail.com", ANSWER)
    assert scene.counts.held == 1 and scene.standing(number) == before


def test_a_former_officer_is_no_party_of_the_cases_that_were_theirs(scene: Scene) -> None:
    number = scene.report()
    scene.answer(scene.letter(), FOCAL, ANSWER)
    handed = scene.letter("asisten@kantor.example")
    text = scene.bureau.path.read_text()
    scene.bureau.path.write_text(text.replace("email: asisten@", "email: pengganti@"))
    before = scene.standing(number)
    scene.answer(handed, "asisten@kantor.example", f"{scene.item('asisten@kantor.example')} close dicabut")
    assert (scene.counts.held, scene.counts.quarantined) == (1, 0)
    assert scene.standing(number) == before
