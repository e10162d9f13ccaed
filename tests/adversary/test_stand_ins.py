"""UU 37/2008 art. 24(2) again: deputies, heads, inspectorates and other offices learn no more than the agency."""

from __future__ import annotations

import pytest

from tests.adversary.conftest import Open
from tests.adversary.scene import FOCAL, INTAKE, OFFICER, SPY, Scene, told
from tests.adversary.test_secrecy import FORM, MAIL, REPORTS, SECRETS, compose
from tests.daemon.bureau import flat, text_of
from tests.daemon.test_before import DEPUTY, ITDA, SISTER, WITH_DEPUTY, away, returned

SETTINGS = "absent: deputy, bounced: deputy, copy_oversight: always, vacant: head"
OFFICES = f"offices: [{{code: NTT, name: Ombudsman RI Perwakilan NTT, email: {SISTER}, regions: [Nusa Tenggara Timur]}}]"


def opened(office: Open, settings: str = SETTINGS) -> Scene:
    return office(("routing: {", f"routing: {{{settings}, "), agencies=WITH_DEPUTY)


def ask_for(scene: Scene, officer: str, word: str) -> str:
    """The number of the newest line for this officer with this command."""
    for message in reversed(scene.bureau.to(officer)):
        for line in text_of(message).splitlines():
            number, _, rest = line.strip(" -*").partition(" ")
            if number.isdigit() and rest.startswith(word):
                return number
    raise AssertionError(word)


@pytest.mark.parametrize("kind", list(REPORTS))
def test_copies_and_letters_to_deputies_tell_nobodys_identity(office: Open, kind: str) -> None:
    scene = opened(office)
    scene.put(compose(REPORTS[kind], html="form" in kind))
    if not scene.bureau.to(FOCAL) and scene.bureau.to(INTAKE):
        scene.settle("agency capil-uji")
    if not scene.bureau.to(FOCAL):
        pytest.skip("an officer reads this one first")
    letter = scene.letter()
    scene.put(away(scene, letter))  # type: ignore[arg-type]
    scene.put(returned(scene, letter, FOCAL))  # type: ignore[arg-type]
    scene.days(18, step=2)
    assert {m.recipients[0] for m in scene.outside()} >= {ITDA, DEPUTY}
    assert told([m for m in scene.outside() if m.recipients[0] != MAIL], SECRETS) == []


def test_what_is_supplied_later_is_hidden_from_then_on(office: Open) -> None:
    scene = opened(office, SETTINGS + ", completion: auto")
    bare = (
        "Terlapor: Dinas Kependudukan dan Pencatatan Sipil Kabupaten Badung\n"
        "Uraian: Permohonan KTP elektronik diajukan 5 Januari 2026 dan belum selesai."
    )
    scene.put(compose(bare, subject="laporan ktp"))
    assert not scene.bureau.to(FOCAL)
    scene.answer(
        scene.letter(MAIL), MAIL, FORM.partition("Terlapor")[0] + "sudah dua kali saya tanyakan ke loket."
    )
    if not scene.bureau.to(FOCAL):
        scene.settle("agency capil-uji")
    scene.put(away(scene, scene.letter()))  # type: ignore[arg-type]
    scene.days(18, step=3)
    assert scene.bureau.to(FOCAL)
    assert told([m for m in scene.outside() if m.recipients[0] != MAIL], SECRETS) == []


def test_a_confidential_case_is_transferred_without_a_trace_of_its_reporter(office: Open) -> None:
    scene = opened(office, OFFICES)
    scene.put(compose(FORM + "\nMohon identitas saya dirahasiakan, saya takut dipersulit."))
    scene.settle("transfer ntt")
    assert scene.bureau.to(SISTER), flat(scene.bureau.last_to(INTAKE))
    mails = [m for m in scene.outside() if m.recipients[0] != MAIL]
    assert told(mails, SECRETS) == []


def test_a_later_wish_for_secrecy_binds_the_transfer_too(office: Open) -> None:
    scene = opened(office, OFFICES)
    scene.put(compose(FORM))
    number = scene.case(MAIL)
    scene.answer(scene.letter(MAIL), MAIL, "mohon dirahasiakan ya bu, jangan sebut nama saya")
    scene.say(OFFICER, "transfer ntt", subject=f"[{number}]")
    assert told([m for m in scene.outside() if m.recipients[0] == SISTER], SECRETS) == []
    assert scene.bureau.to(SISTER)


@pytest.mark.parametrize(
    "words",
    [
        "boleh disebut nama saya",
        "identitas boleh disampaikan kepada instansi",
        "tolong limpahkan ke kantor lain",
    ],
)
def test_who_is_no_party_neither_discloses_nor_transfers(office: Open, words: str) -> None:
    scene = opened(office, OFFICES)
    scene.put(compose(FORM))
    number = scene.case(MAIL)
    before = scene.bureau.show(number)["confidential"], len(scene.outside())
    scene.answer(scene.letter(MAIL), SPY, words)
    scene.say(MAIL, "12 disclose ya\n1 transfer ntt", subject=f"[{number}]")
    shown = scene.bureau.show(number)
    assert (shown["confidential"], SPY in scene.recipients(), SISTER in scene.recipients()) == (
        before[0],
        False,
        False,
    )
    assert not any("identity released" in x["event"] for x in shown["timeline"])
