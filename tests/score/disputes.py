"""Expectations of a source project that maild does not share, each with the reason: disputed.toml.

They are counted apart, and the table shows the rates with and without them: nobody hides a miss here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.score.figure import Figure, Verdict

FILE = Path(__file__).parent / "disputed.toml"
# What a reason has to rest on: a standard, or the contract that maild is built to.
ANCHOR = re.compile(r"RFC \d{3,5}|contract\.md")


@dataclass(frozen=True, slots=True)
class Dispute:
    """`key`: of the index line's `expected`; `expects`: what the source asks, in a few words."""

    file: str  # relative to ../shared
    figure: str
    expects: str
    why: str
    key: str | None = None  # only this key of `expected`, when a figure asks several


def disputes(path: Path = FILE) -> tuple[Dispute, ...]:
    found = tomllib.loads(path.read_text(encoding="utf-8")).get("disputed", [])
    return tuple(
        Dispute(file, figure, one["expects"], one["why"], one.get("key"))
        for one in found
        for file in one["files"]
        for figure in one["figures"]
    )


def marked(figures: Iterable[Figure], known: Iterable[Dispute]) -> Iterator[Figure]:
    """The same figures, each wrong verdict that is disputed saying why."""
    table: dict[tuple[str, str], list[Dispute]] = {}
    for one in known:
        table.setdefault((one.figure, one.file), []).append(one)
    for figure in figures:
        verdicts = tuple(_marked(v, table.get((figure.name, v.file), [])) for v in figure.verdicts)
        yield replace(figure, verdicts=verdicts)


def _marked(verdict: Verdict, known: list[Dispute]) -> Verdict:
    if verdict.right:
        return verdict
    for one in known:
        if one.key is None or (isinstance(verdict.expected, dict) and one.key in verdict.expected):
            return replace(verdict, disputed=one.why)
    return verdict
