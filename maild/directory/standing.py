"""Mentions gathered per agency, and which of them the report is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from maild.directory import roles
from maild.directory.index import Index
from maild.directory.mentions import Mention, Told, find
from maild.directory.surroundings import Surroundings
from maild.intent.report import effort_sentences

_CERTAIN = ("named", "narrowed")


@dataclass(slots=True)
class Part:
    """What the whole mail says about one agency (or one body outside of the list)."""

    mention: Mention
    role: int = 0
    times: int = 0
    why: str = ""
    agencies: tuple[str, ...] = ()
    texts: set[str] = field(default_factory=set)

    @property
    def score(self) -> float:
        return float(min(100, self.role + 4 * (self.times - 1))) if self.role else 1.0

    @property
    def certain(self) -> bool:
        return self.mention.certainty in _CERTAIN and bool(self.agencies)


def in_text(index: Index, told: Told, where: Surroundings) -> tuple[Mention, ...]:
    """What the account itself names."""
    return find(index, told, where, efforts=effort_sentences(told.text))


def gathered(mentions: Iterable[Mention]) -> list[Part]:
    """Mentions gathered per agency; best first."""
    found: dict[tuple[object, ...], Part] = {}
    for mention in mentions:
        key = mention.agencies or (mention.kind, tuple(sorted(mention.regions)))
        part = found.setdefault(key, Part(mention, agencies=mention.agencies))
        part.times += mention.role > 0
        part.texts.add(mention.text)
        if mention.role > part.role or not part.why:
            part.role = max(part.role, mention.role)
            part.why = f"{_SAID[mention.role]} '{mention.text}'{mention.remark}"
            if mention.certainty in _CERTAIN or not part.certain:
                part.mention = mention
    parts = _told_again(list(found.values()))
    return sorted(parts, key=lambda p: (-p.score, -p.times, p.agencies))


def _told_again(parts: list[Part]) -> list[Part]:
    """'PUPR' after 'PUPR Kota Denpasar' is the same one again, unless that one is only mentioned."""
    kept: list[Part] = []
    for part in parts:
        mention = part.mention
        bare = not part.agencies and mention.certainty == "unplaced" and not mention.level
        alike = [p for p in parts if p.agencies and p.mention.kind == mention.kind] if bare else []
        if len(alike) != 1 or not alike[0].certain or alike[0].role < roles.PLAIN:
            kept.append(part)
            continue
        one = alike[0]
        one.times, one.texts = one.times + part.times, one.texts | part.texts
        if part.role > one.role:
            one.role, one.why = part.role, part.why
    return kept


_SAID = {
    roles.LABEL: "form field",
    roles.ACCUSED: "complained of as",
    roles.SUBJECT: "subject names",
    roles.DEALT_WITH: "turned to",
    roles.ACTING: "acts in the account:",
    roles.PLAIN: "named",
    roles.TREATED: "treated at",
    roles.PASSING: "only mentioned:",
}


def leading_of(parts: list[Part], least: int) -> list[Part]:
    """What the report is about: agencies of the form field alone, else those with a part of `least`."""
    real = [p for p in parts if p.certain and p.role > roles.PASSING]
    labelled = [p for p in real if p.role == roles.LABEL]
    if labelled:
        return labelled
    strong = [p for p in real if p.role >= least]
    if not strong:
        return real[:1] if len(real) == 1 else []
    top = max(p.role for p in strong)  # plain mentions beside a strong one are weighed as rivals
    return [p for p in strong if p.role >= min(top, roles.DEALT_WITH)]
