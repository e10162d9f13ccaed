"""`maild check`: everything that can be known before the first mail, without leaving this machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from maild.calendar import Calendar
from maild.cases.process import RULES
from maild.config import Config, Office, office_calendar, warnings
from maild.daemon.room import SPAN
from maild.directory import Directory, desk, superior
from maild.intent.numbers import case_pattern, find, letter_pattern
from maild.letters import Stationery

SHORT_CASE = "{seq:04d}-{year}"


@dataclass(slots=True)
class Findings:
    """What `check` has to say; each error and warning is ready to be printed."""

    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    summary: list[tuple[str, str]] = field(default_factory=list)  # office, its agencies in figures
    offices: list[dict[str, Any]] = field(default_factory=list)
    abilities: list[str] = field(default_factory=list)  # what the servers can do (--online)
    unreachable: list[str] = field(default_factory=list)  # try again later
    refused: list[str] = field(default_factory=list)  # waiting does not mend it

    def as_json(self) -> dict[str, Any]:
        return {
            "ok": not (self.errors or self.unreachable or self.refused),
            "errors": self.errors,
            "warnings": self.warnings,
            "offices": self.offices,
            "servers": self.abilities,
            "unreachable": [*self.unreachable, *self.refused],
        }


def inspected(config: Config) -> Findings:
    found = Findings(warnings=[str(warning) for warning in warnings(config)])
    for number, office in enumerate(config.offices):
        _office(config, number if len(config.offices) > 1 else None, office, found)
    return found


def _office(config: Config, number: int | None, office: Office, found: Findings) -> None:
    found.errors += _rules(config, number, office)
    found.errors += _numbers(config, number, office)
    _agencies(office, found)
    _letters(office, found)
    _calendar(office, found)


def _rules(config: Config, number: int | None, office: Office) -> Iterator[str]:
    known = sorted({rule.id for rule in RULES})
    for rule_id in office.deadlines:
        if rule_id not in known:
            wanted = f"one of {', '.join(known)}"
            path = ("deadlines", rule_id)
            yield str(config.source.problem(path, f"the rule {rule_id!r}", wanted, block=number))


def _numbers(config: Config, number: int | None, office: Office) -> Iterator[str]:
    """A number that maild writes must be found again in an answer, else no answer threads by it."""
    values = {
        "seq": 12,
        "type": "LM",
        "month_roman": "VIII",
        "month": 8,
        "year": 2026,
        "code": office.identity.code,
        "office": office.identity.code,
    }
    case, letter = office.cases.number, office.letters.number
    forms = (
        (("cases", "number"), case.format(**values), case_pattern(case)),
        (
            ("letters", "number"),
            letter.format(**values, case="0012-2026"),
            letter_pattern(letter, case=SHORT_CASE),
        ),
    )
    for path, written, pattern in forms:
        if len(find(pattern, f"Re: [{written}] jawaban")) != 1:
            wanted = "a form that can be found again in a mail, such as the default"
            yield str(config.source.problem(path, f"a form that writes {written!r}", wanted, block=number))


def _agencies(office: Office, found: Findings) -> None:
    from maild.daemon.room import label

    directory = _directory(office, found)
    if directory is None:
        return
    _dictionaries(office, directory, found)
    word = label(directory, office)  # as the daemon takes it: code, city or region of the office
    own = [agency for agency in directory.agencies.values() if agency.office == word]
    today = datetime.now(office.identity.zone).date()
    states: Counter[str] = Counter(desk(directory, agency.id, today).state for agency in own)
    where = str(office.agencies)
    if not own:
        seen = ", ".join(sorted({agency.office for agency in directory.agencies.values()}))
        found.errors.append(f"{where}: office: found {seen}, wanted at least one agency of {office.key}")
    for state, meaning in (("vacant", "no focal point"), ("expired", "the focal point's term is over")):
        if states[state]:
            ids = [a.id for a in own if desk(directory, a.id, today).state == state]
            shown = ", ".join(ids[:5]) + (", …" if len(ids) > 5 else "")
            found.warnings.append(
                f"{where}: {len(ids)} agencies: {meaning}, reports to them are asked: {shown}"
            )
    alone = [agency.id for agency in own if superior(directory, agency.id) is None]
    if alone:
        found.warnings.append(
            f"{where}: {len(alone)} agencies have no superior to turn to: {', '.join(alone[:5])}"
        )
    found.summary.append((office.key, _counted(len(own), states)))
    found.offices.append({"office": office.key, "agencies": len(own), **_figures(states)})


def _dictionaries(office: Office, directory: Directory, found: Findings) -> None:
    from maild.daemon.dictionaries import read_dictionaries, unknown_agencies

    known = read_dictionaries(office, directory)
    if isinstance(known, tuple):
        found.errors += known
    else:
        found.warnings += unknown_agencies(office, directory)


def _figures(states: Mapping[str, int]) -> dict[str, int]:
    return {state: states.get(state, 0) for state in ("active", "vacant", "expired")}


def _counted(total: int, states: Mapping[str, int]) -> str:
    parts = [f"{states[state]} {state}" for state in ("vacant", "expired") if states.get(state)]
    return f"{total} agencies" + (f" ({', '.join(parts)})" if parts else "")


def _directory(office: Office, found: Findings) -> Directory | None:
    from maild.daemon.register import alone, read_list

    rows = read_list(office)
    if isinstance(rows, dict):
        return alone(rows).directory
    found.errors += rows
    return None


def _letters(office: Office, found: Findings) -> None:
    try:
        stationery = Stationery.open(office.letters.templates, office.identity)
    except (OSError, UnicodeDecodeError) as error:
        found.errors.append(f"{office.letters.templates}: cannot be read ({type(error).__name__})")
        return
    found.errors += [str(problem) for problem in stationery.check()]


def _calendar(office: Office, found: Findings) -> None:
    today = datetime.now(office.identity.zone).date()
    calendar = office_calendar(office, range(today.year - SPAN, today.year + SPAN + 1))
    if isinstance(calendar, Calendar):
        _years(office, calendar, today, found)
    else:
        found.errors += [str(problem) for problem in calendar]


def _years(office: Office, calendar: Calendar, today: date, found: Findings) -> None:
    """Without the decree of this year nothing can be counted; that of the next one comes late every year."""
    hint = "add a file with its days under calendar.files"
    if today.year not in calendar.years:
        found.errors.append(f"{office.key}: calendar: the holiday decree of {today.year} is missing; {hint}")
    if today.year + 1 not in calendar.years:
        found.warnings.append(
            f"{office.key}: calendar: the holiday decree of {today.year + 1} is missing: "
            f"periods of working days that reach into it wait for a person; {hint}"
        )
