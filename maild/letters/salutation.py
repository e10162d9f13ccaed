"""Greetings, thanks and signatures of Indonesian mail: taken off, so that the matter remains."""

from __future__ import annotations

import re

_PERSONS = r"(?:(?:bapak|ibu|bpk|pak|bu|bapa|mama|min|rekan|dear)\b[/ -]*){0,3}"
_ADDRESSED = re.compile(
    r"^(?:(?:kepada )?(?:yth|yang terhormat|yang saya hormati)\b.{0,80}|"
    r"kepada (?:bapak|ibu|ombudsman)\b.{0,60}|"
    rf"(?:nomor|lampiran|sifat)\s*:.{{0,60}}|{_PERSONS}(?:yang terhormat)?|"
    rf"{_PERSONS}(?:ketua|kepala|pimpinan|tim|kantor)?\s*(?:perwakilan)?\s*ombudsman\b.{{0,60}}|"
    r"perwakilan provinsi .{0,40}|provinsi [\w ]{0,30}|di[\s-]*(?:tempat|[A-Z]\w{2,20}))[.,:]?$",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:(?:dengan hormat|ass?(?:alamu?'?\s?alaikum)?\.?(?: wr\.? ?wb\.?| warahmatullahi wabarakatuh)?|"
    r"om swas?t[iy]+ ?astu|selamat (?:pagi|siang|sore|malam)|pagi|siang|sore|malam|"
    r"salam(?: sejahtera| hormat| sehat)?(?: bagi kita semua)?|"
    r"shalom|syalom|halo+|hallo|hai|dear|hi|p)\b"
    r"(?:[\s/]+(?:bapak|ibu|pak|bu|bpk|min|admin|kak|tim|ombudsman|sekalian|bali|ntt))*[\s,.:]*"
    r"|(?:kepada )?(?:yth|yang terhormat)\b\.?[^.,:\n]{0,60}[.,:]+\s*)",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^(?:demikian|sekian|atas (?:perhatian|bantuan|kerja ?sama|perkenan)|terima ?kasih|trims|makasih|tks|"
    r"thank(?:s| you)|matur suksma|suksma|mohon maaf (?:sebelumnya|apabila|jika|bila)|tuhan memberkati)\b"
    r"[^.]{0,140}\.?$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"^(?:hormat (?:kami|saya)(?:,.{0,50})?|salam(?: hormat| hangat)?|wass?alam\b.{0,50}|ttd\.?|"
    r"om (?:santih|shanti).{0,40}|(?:best |kind )?regards|sincerely|yours.{0,20}|"
    r"pelapor|yang melapor(?:kan)?|hormat,?)\s*[,.:]*$",
    re.IGNORECASE,
)
_DEVICE = re.compile(r"^(?:dikirim dari|sent from|dapatkan outlook|get outlook)\b", re.IGNORECASE)
_DISCLAIMER = re.compile(
    r"^(?:disclaimer|this e-?mail\b|the information (?:contained|in this)|"
    r"surel ini(?: dan seluruh lampirannya)? bersifat)",
    re.IGNORECASE,
)
_FORWARD = re.compile(
    r"^(?:-{3,}.*-{3,}|(?:dari|from|date|tanggal|subject|subjek|kepada|to|cc|dikirim)\s*:.{0,120})$",
    re.IGNORECASE,
)
_TAIL_LINE = 60  # longer lines after a sign-off are matter, not signature


def without_formalities(lines: list[str]) -> list[str]:
    """Lines without greeting, closing thanks, sign-off, and the short lines of the signature after it."""
    return _without_end(_without_greeting(lines))


def _without_greeting(lines: list[str]) -> list[str]:
    for n, line in enumerate(lines):
        rest = line
        while True:
            shorter = _GREETING.sub("", rest, count=1)
            if shorter == rest:
                break
            rest = shorter
        if rest and not _ADDRESSED.match(rest):
            return [rest, *lines[n + 1 :]]
    return lines


def _without_end(lines: list[str]) -> list[str]:
    lines = [line for line in lines if not any(p.match(line) for p in (_DEVICE, _DISCLAIMER, _FORWARD))]
    whole = sum(map(len, lines))
    kept: list[str] = []
    signed, read = False, 0
    for line in lines:
        if line.rstrip() == "--":
            break
        read += len(line)
        late = read > whole // 2
        if late and _SIGN_OFF.match(line):
            signed = True
        elif not signed or len(line) > _TAIL_LINE:
            kept.append(_without_thanks(line) if late else line)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def _without_thanks(line: str) -> str:
    """Sentences of thanks at the end of a line go, the others stay."""
    sentences = re.split(r"(?<=[.])\s+", line)
    while sentences and _THANKS.match(sentences[-1]):
        sentences.pop()
    return " ".join(sentences)
