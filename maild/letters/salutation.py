"""Greetings, thanks and signatures of Indonesian mail: taken off, so that the matter remains."""

from __future__ import annotations

import re

_ADDRESSED = re.compile(
    r"^(?:kepada\b.{0,80}|(?:kepada )?(?:yth|yang terhormat|yang saya hormati)\b.{0,80}|"
    r"(?:bapak|ibu|bpk)?[/ ]*(?:ketua|kepala|pimpinan|tim|kantor)?\s*(?:perwakilan)?\s*ombudsman\b.{0,60}|"
    r"perwakilan provinsi .{0,40}|provinsi [\w ]{0,30}|di[\s-]*(?:tempat|[A-Z]\w{2,20}))[.,:]?$",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:(?:dengan hormat|assalamu?'?\s?alaikum(?: wr\.? ?wb\.?| warahmatullahi wabarakatuh)?|"
    r"om swas?t[iy]+ ?astu|selamat (?:pagi|siang|sore|malam)|pagi|siang|sore|malam|"
    r"salam(?: sejahtera| hormat| sehat)?(?: bagi kita semua)?|"
    r"shalom|syalom|halo+|hallo|hai|dear|hi|p)\b"
    r"(?:[\s/]+(?:bapak|ibu|pak|bu|bpk|min|admin|kak|tim|ombudsman|sekalian|bali|ntt))*[\s,.:]*"
    r"|(?:kepada )?(?:yth|yang terhormat)\b\.?[^.,:\n]{0,60}[.,:]+\s*)",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^(?:demikian|sekian|atas (?:perhatian|bantuan|kerja ?sama|perkenan)|terima ?kasih|trims|makasih|tks|"
    r"thank(?:s| you)|matur suksma|suksma|mohon maaf (?:sebelumnya|apabila|jika|bila))\b[^.]{0,140}\.?$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"^(?:hormat (?:kami|saya)|salam(?: hormat| hangat)?|wass?alam\b.{0,50}|ttd\.?|"
    r"om (?:santih|shanti).{0,40}|(?:best |kind )?regards|sincerely|yours.{0,20}|"
    r"pelapor|yang melapor(?:kan)?|hormat,?)\s*[,.:]*$",
    re.IGNORECASE,
)
_DEVICE = re.compile(r"^(?:dikirim dari|sent from|dapatkan outlook|get outlook)\b", re.IGNORECASE)
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
    kept: list[str] = []
    signed = False
    for n, line in enumerate(lines):
        if line.rstrip() == "--":
            break
        if _DEVICE.match(line):
            continue
        late = n >= len(lines) // 2
        if late and _SIGN_OFF.match(line):
            signed = True
        elif signed and len(line) <= _TAIL_LINE:
            continue
        else:
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
