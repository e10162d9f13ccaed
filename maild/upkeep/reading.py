"""What an answer to an inquiry says: yes, no, another person, other data, not yet, or nothing certain.

Doubtful means `unclear`: staff read it. What the mail quotes never decides (T8); an attached decree is the
writer's own word.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from maild.intent import cues
from maild.intent.replies import Said, said
from maild.message import Message
from maild.upkeep.inquiry import Kind
from maild.upkeep.person import Person, in_document, merged, named

Sort = Literal["yes", "no", "moved", "named", "changed", "interim", "unclear"]

SHORT = 400  # characters within which a plain yes is the whole mail

_YES = re.compile(
    r"\b(?:ya|iya|iye|y|yes|yup|benar|betul|bener|sesuai|tepat|valid|cocok|nggih|inggih|enggih|leres|"
    r"patut|lah patut|sampun leres"
    r"|masih (?:saya|sama|aktif|menjabat|bertugas|beliau|tetap|yang sama|berlaku|sebagai|dengan saya)|"
    r"tetap (?:saya|sama|sebagai)"
    r"|dikonfirmasi|terkonfirmasi|konfirmasi|correct|right|confirmed?|still me|no changes?|setuju|ok|"
    r"oke|siap)\b"
)
_STRONG = re.compile(
    r"\b(?:benar|betul|bener|sesuai|tepat|valid|nggih|inggih|leres|masih|tetap|correct|confirmed?|"
    r"still me|ya|iya|yes)\b"
)
_UNCHANGED = re.compile(
    r"\b(?:(?:tidak|belum|tanpa) (?:ada |mengalami |terdapat )?(?:yang )?(?:perubahan|berubah|diubah|"
    r"ubah|diganti|berganti|ganti|pindah"
    r"|perlu (?:diperbaiki|diubah|perbaikan)|pergantian|perbaikan|keliru|salah|mutasi)"
    r"|(?:no|without) changes?|not changed|bukan masalah|tidak masalah)\b"
)
_BUT = re.compile(
    r"\b(?:bukan|tidak|belum|salah|keliru|kurang|kecuali|tetapi|tapi|namun|hanya|cuma|ganti|diganti|"
    r"berganti|ubah|diubah|berubah|perbaiki"
    r"|diperbaiki|koreksi|ralat|seharusnya|perbarui|diperbarui|update|pindah|mutasi|dimutasi|pensiun|"
    r"but|except|wrong|not|no longer|lagi"
    r"|sebelumnya|dulu|sampai akhir)\b"
)
_NO = re.compile(
    r"\b(?:bukan|tidak (?:benar|betul|sesuai)|salah|keliru|wrong|not true|no|tidak|mboten|ten|nenten)\b"
)
_NOT_ME = re.compile(
    r"\b(?:bukan (?:lagi )?saya|saya (?:sudah )?bukan(?: lagi)?|bukan (?:pejabat|narahubung|focal|"
    r"pic)|salah (?:orang|alamat|kirim)"
    r"|tidak (?:mengenal|kenal)|not me|wrong person)\b"
)
_MOVED = re.compile(
    r"\b(?:pindah(?: tugas)?|mutasi|dimutasi(?:kan)?|pensiun|purna ?tugas|purna ?bakti|rotasi|"
    r"dirotasi|promosi|alih tugas|berhenti|wafat|meninggal"
    r"|tidak (?:lagi )?(?:menjabat|bertugas|di sini|disini|menangani|pegang|memegang|menjadi)|"
    r"digantikan|penggantinya|pengganti saya"
    r"|(?:sekarang|saat ini|kini|selanjutnya) (?:dipegang|dijabat|oleh|bu|pak|ibu|bapak|sdri?|"
    r"saudar[ai])|diganti (?:oleh |dengan )?(?:bu|pak|ibu|bapak|sdri?)"
    r"|retired|moved|transferred|successor|replaced)\b"
)
_STAYS = re.compile(
    r"\b(?:belum|tidak|tidak jadi|batal) (?:ada )?(?:pindah|mutasi|dimutasi|pensiun|digantikan|"
    r"diganti|rotasi)\b"
)
_STAYS_ME = re.compile(
    r"\b(?:masih|tetap) (?:saya|kami|yang lama|beliau yang lama)\b|\bsaya (?:sendiri )?(?:masih|tetap)\b"
    r"|\b(?:tidak|belum) ada (?:perubahan|pergantian|mutasi)\b|\bstill me\b"
)
_DEPUTY = re.compile(
    r"\b(?:(?:pengganti|wakil|mewakili|cadangan|back ?up)[^.\n]{0,60}(?:berhalangan|cuti|dinas luar|"
    r"tidak di tempat|sakit|bila|jika|apabila|sementara)"
    r"|(?:bila|jika|apabila|kalau|saat|selama) (?:saya |kami )?(?:berhalangan|cuti|dinas luar|tidak "
    r"di tempat)[^.\n]{0,60}(?:hubungi|pengganti|wakil|ke|kepada|oleh))"
)
_CHANGE = re.compile(
    r"\b(?:ganti|diganti|ubah|diubah|berubah|perbaiki|diperbaiki|perbaikan|koreksi|ralat|seharusnya|"
    r"yang benar|perbarui|diperbarui|update"
    r"|gelar|ejaan|diperpanjang|perpanjangan|perpanjang|berlaku sampai|alamat (?:surel )?baru)\b"
)
_INTERIM = re.compile(
    r"\b(?:(?:sedang|masih|akan|segera|dalam|baru)(?: \w+){0,4} (?:proses|diproses|koordinasi|"
    r"dikoordinasikan|menunjuk|ditunjuk|tunjuk|menunggu"
    r"|disposisi|dibahas|usulkan|diusulkan|ditindaklanjuti|tindak lanjut|sampaikan|disampaikan|"
    r"menyampaikan|terbit|diterbitkan|susulkan|kirim|kami)"
    r"|menunggu (?:arahan|disposisi|sk|tanda tangan|pimpinan)|(?:surat|surel)(?: \w+){0,3} (?:kami "
    r")?(?:sudah |telah )?(?:kami )?(?:terima|diterima)"
    r"|(?:sudah|telah) (?:kami )?terima|siap(?:,? (?:pak|bu|ditindaklanjuti|laksanakan|akan))?|kami "
    r"tindak lanjuti|terima kasih informasinya)\b"
)


@dataclass(frozen=True, slots=True)
class Heard:
    """`person`: what is new. `why`: the signs, for staff. `papers`: documents that nobody could read."""

    sort: Sort
    person: Person
    why: str = ""
    papers: int = 0


def read_answer(message: Message, kind: Kind, own: Collection[str], today: date) -> Heard:
    """`own`: addresses that are nobody new: ours, those that the post already has."""
    words = said(message.new_text)
    person, papers = _whom(message, own, today)
    return replace(_sort(words, kind, person), papers=papers)


def _whom(message: Message, own: Collection[str], today: date) -> tuple[Person, int]:
    """From the new words, then from attached documents; and how many of those could not be read."""
    writer = message.sender.address if message.sender else ""
    person = named(message.new_text, own, today, writer)
    unread = 0
    for one in message.attachments:
        if one.extract is not None and one.extract.state == "text":
            person = merged(person, in_document(one.extract.text, own, today))
        elif one.extract is not None:
            unread += 1
    return person, unread


def _sort(words: Said, kind: Kind, person: Person) -> Heard:
    if kind == "appointment":
        return _of_appointment(words, person)
    if kind == "succession":
        return _of_succession(words, person)
    return _of_holder(words, person, kind)


def _of_appointment(words: Said, person: Person) -> Heard:
    if person.address:
        return Heard("named", person, "names a person with an address")
    if _INTERIM.search(words.text) and not person.name:
        return Heard("interim", person, "it is under way")
    if person.name or person.decree_number:
        return Heard("named", person, "names a person without an address")
    return Heard("unclear", person, "names nobody")


def _of_succession(words: Said, person: Person) -> Heard:
    if _STAYS_ME.search(words.text) or _STAYS.search(words.text):
        return Heard("no", person, "says that nothing has changed")
    if affirms(words) and not person.address:
        return Heard("yes", person, "says yes")
    if person.address:
        return Heard("named", person, "names another person")
    if _NO.search(words.core) and not _YES.search(_without_nos(words.core)):
        return Heard("no", person, "says no")
    return Heard("unclear", person, "neither yes nor no")


def _without_nos(text: str) -> str:
    return re.sub(r"\b(?:tidak|bukan|belum) (?:benar|betul|sesuai)\b", " ", text)


def _of_holder(words: Said, person: Person, kind: Kind) -> Heard:
    """Of whom the post is: still me, somebody else, other data."""
    deputy = _DEPUTY.search(words.text)
    moved = _leaves(words) and not deputy
    if moved:
        return Heard("moved", person, "says that somebody else is in charge")
    if deputy and (person.address or person.name):
        stand_in = Person(deputy_name=person.name, deputy_address=person.address or person.private)
        return Heard("changed", stand_in, "names who stands in")
    if any(person.as_facts().get(f) for f in ("deputy_address", "private", "until", "decree_number")):
        return Heard("changed", person, "gives data")
    if kind == "term" and _CHANGE.search(words.text):
        return Heard("changed", person, "speaks of a new term")
    if affirms(words) and not person.address:
        return Heard("yes", person, "says yes")
    if person.address or (_CHANGE.search(words.text) and (person.name or person.phone)) or _is_form(person):
        return Heard("changed", person, "gives data")
    return Heard("unclear", person, "no certain sign")


def _is_form(person: Person) -> bool:
    return bool(person.name and (person.phone or person.role))


def _leaves(words: Said) -> bool:
    if _STAYS.search(words.text):
        return False
    if _MOVED.search(words.text) or _NOT_ME.search(words.text):
        return True
    return words.first(cues.LEAVES) is not None or words.first(cues.SUCCESSOR, cues.NO_SUCCESSOR) is not None


def affirms(words: Said) -> bool:
    """A yes and nothing beside it: no but, no question, no long story."""
    core = _UNCHANGED.sub(" tetap ", words.core)
    if len(core) > SHORT or not (_YES.search(core) or _UNCHANGED.search(words.core)):
        return False
    if any(words.asked(n) for n in range(len(words.sentences))) or _BUT.search(core):
        return False
    # 'Siap, terima kasih' is politeness; with 'ok' alone as the whole mail it is an answer.
    return bool(_STRONG.search(core)) or len(core) <= 12
