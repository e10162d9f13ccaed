"""The reports of ../shared/indonesia: nothing goes that a person has to see, most of the rest goes by itself.

`pytest -m shared -s tests/directory/test_shared_reports.py` prints the table.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from maild.directory import Directory, OpenCase, Route, build, load, route
from maild.intent.meaning import Report
from maild.intent.report import assess
from maild.message import Message, read

SHARED = Path(__file__).parents[3] / "shared" / "indonesia"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/indonesia is not beside the checkout"),
]


@dataclass(frozen=True)
class Judged:
    gold: dict[str, Any]
    report: Report
    route: Route

    def allowed(self, field: str) -> list[Any]:
        """The label, and what the second reader defends."""
        return [self.gold[field], *self.gold.get("acceptable", {}).get(field, [])]

    @property
    def id(self) -> str:
        return str(self.gold["id"])

    @property
    def agency_right(self) -> bool:
        return any(set(ids) == set(self.route.agency_ids) for ids in self.allowed("agency_id"))


@cache
def judged() -> tuple[Judged, ...]:
    """Every report in order of arrival; earlier ones that were no repetition are open cases."""
    directory = load((SHARED / "registry.csv").read_text(encoding="utf-8"), "registry.csv")
    assert isinstance(directory, Directory), directory
    indexes = {office: build(directory, office) for office in ("bali", "ntt")}
    cases: dict[str, list[OpenCase]] = {"bali": [], "ntt": []}
    found = []
    for line in (SHARED / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        if gold["kind"] != "report":
            continue
        message = read((SHARED / "mails" / f"{gold['id']}.eml").read_bytes())
        assert isinstance(message, Message) and message.date is not None
        today, office = message.date.date(), gold["office"]
        report = assess(message, today)
        routed = route(indexes[office], message, report, today=today, open_cases=cases[office])
        found.append(Judged(gold, report, routed))
        if not gold["duplicates_of"]:
            sender = message.sender.address if message.sender else ""
            cases[office].append(OpenCase(gold["id"], tuple(gold["agency_id"]), sender, message.new_text))
    return tuple(found)


def test_the_table() -> None:
    all_ = judged()
    right = [j for j in all_ if j.agency_right]
    named = [j for j in all_ if j.gold["agency_id"]]
    first = [
        j
        for j in named
        if j.route.candidates
        and j.route.candidates[0].agency_id in {a for ids in j.allowed("agency_id") for a in ids}
    ]
    may = [j for j in all_ if j.gold["may_auto_forward"]]
    went = [j for j in all_ if j.route.decision == "forward"]
    missing = [j for j in all_ if any(set(m) == set(j.report.missing) for m in j.allowed("missing"))]
    names = [j for j in all_ if j.report.fields.get("reporter_name") in j.allowed("reporter_name")]
    remit = [j for j in all_ if j.report.remit in j.allowed("in_remit")]
    print(f"\nreports {len(all_)}; may go {len(may)}; went {len(went)}; agencies right {len(right)}")
    print(f"right one first {len(first)} of {len(named)}; missing data right {len(missing)}")
    print(f"reporter's name right {len(names)}; remit right {len(remit)}")
    for j in all_:
        if not j.agency_right or (j in may and j not in went):
            print(f"  {j.id}: {j.route.decision} {j.route.agency_ids} {'; '.join(j.route.reasons)}")
    assert len(all_) == 83 and len(may) == 34
    assert len([j for j in went if j in may]) >= 26  # three quarters
    assert len(right) >= 67 and len(first) >= 0.8 * len(named)
    assert len(missing) >= 66 and len(names) >= 74 and len(remit) >= 78


def test_nothing_goes_that_a_person_has_to_see() -> None:
    assert [
        j.id for j in judged() if j.route.decision == "forward" and True not in j.allowed("may_auto_forward")
    ] == []


def test_nothing_goes_to_the_wrong_agency() -> None:
    assert [j.id for j in judged() if j.route.decision == "forward" and not j.agency_right] == []


def test_every_urgent_report_is_seen_and_few_others_cry_wolf() -> None:
    assert [j.id for j in judged() if j.gold["urgent"] and j.report.urgent not in j.allowed("urgent")] == []
    cried = [j for j in judged() if j.report.urgent]
    right = [j for j in cried if True in j.allowed("urgent")]
    assert len(right) >= 0.8 * len(cried)


def test_every_confidential_report_is_seen() -> None:
    assert [j.id for j in judged() if j.gold["confidential"] and not j.report.confidential] == []


def test_repetitions_are_stopped() -> None:
    repeated = [j for j in judged() if j.gold["duplicates_of"]]
    assert len(repeated) == 7
    assert all(j.route.decision == "ask" for j in repeated)
    assert sum(j.gold["duplicates_of"] in j.route.duplicates for j in repeated) >= 5
