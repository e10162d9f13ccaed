"""Deciding is total and pure: whatever comes, a value comes out, twice the same, and its letters can be written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from maild.calendar import Calendar, build
from maild.cases.answers import party_writes
from maild.cases.arrivals import Arrival, machine_writes, report_arrives, stranger_arrives
from maild.cases.case import Case, Deadline, Dispatch, Party, Question, Suggestion
from maild.cases.commands import STEPS, carry_out
from maild.cases.effects import Ask, Decision, Effect, Stop, Turn, Write
from maild.cases.elapsed import DueRung, time_passes
from maild.cases.instruction import Instruction
from maild.cases.process import LADDERS, Process, rung_moments
from maild.cases.sister import office_writes
from maild.cases.standing import Standing
from maild.cases.supplements import reporter_writes
from maild.cases.undelivered import FATE_WORDS, Undelivered, undelivered
from maild.cases.world import Numbers, Officer, SisterOffice, World
from maild.config import CalendarSettings, shipped
from maild.directory import Candidate, Directory, Route, load
from maild.intent import Command, Meaning, Report
from maild.intent.supplied import Supplied
from maild.letters import Draft, Frame, Stationery
from maild.message import Address, Message, read
from tests.daemon.bureau import AGENCIES, REPORT, mail

ZONE = ZoneInfo("Asia/Makassar")
NOW = datetime(2026, 9, 7, 1, tzinfo=UTC)
INTENTS = [
    "answer_final",
    "answer_interim",
    "answer_attachment",
    "receipt",
    "extension",
    "not_ours",
    "forwarded_internally",
    "successor",
    "asks_data",
    "query",
    "supply",
    "evidence",
    "withdraw",
    "satisfied",
    "unsatisfied",
    "status_query",
    "out_of_office",
    "ticket_ack",
    "unknown",
]


@pytest.fixture(scope="module")
def world() -> World:
    return make_world()


def make_world(forward: str = "auto", hold: timedelta = timedelta(minutes=10)) -> World:
    calendar = build(CalendarSettings(), ZONE, [], range(2024, 2029))
    directory = load(AGENCIES, "agencies.csv")
    assert isinstance(calendar, Calendar) and isinstance(directory, Directory)
    people = (
        Officer("Intake", "intake@kantor.example", frozenset({"intake"})),
        Officer("Asisten", "asisten@kantor.example", frozenset({"examiner"})),
        Officer("Kepala", "kepala@kantor.example", frozenset({"head", "admin"})),
    )
    return World(
        key="kta",
        code="KTA",
        name="Ombudsman RI Perwakilan Uji",
        phone="(000) 1",
        calendar=calendar,
        process=Process(),
        directory=directory,
        staff=people,
        forward=forward,  # type: ignore[arg-type]
        hold=hold,
        receipts_within=timedelta(hours=48),
        case_number="{seq:04d}/{type}/{month_roman}/{year}/{code}",
        letter_number="{seq:04d}/SRT/{case}/{office}/{month_roman}/{year}",
        offices=(SisterOffice("NTT", "Perwakilan NTT", "ntt@ombudsman.example", ("Nusa Tenggara Timur",)),),
    )


def message(text: str = REPORT) -> Message:
    found = read(mail("putu@surel.example", text, name="Ni Putu Contoh"))
    assert isinstance(found, Message)
    return found


def meaning(kind: str = "report", intent: str | None = None, **report: object) -> Meaning:
    fields = {"reporter_name": "Ni Putu Contoh", "nik": "5103014107900000"}
    found = Report(fields, ("identitas",), False, None, False, None, "yes", None, ())
    until = date(2026, 10, 2) if intent == "extension" else None
    full = replace(found, **report) if kind == "report" else None  # type: ignore[arg-type]
    return Meaning(kind, intent, (), report=full, until=until)  # type: ignore[arg-type]


def arrival(told: Meaning, route: Route | None = None) -> Arrival:
    return Arrival(1, message(), told, NOW, "pass", route, may_receipt=True)


def a_case(state: str = "KOORD", urgent: bool = False, confidential: bool = False, agencies: int = 1) -> Case:
    ids = ("capil-uji", "pdam-uji")[:agencies]
    due = datetime(2026, 9, 22, 15, 59, 59, tzinfo=UTC)
    deadlines = tuple(
        Deadline(
            "D22" if urgent else "D23", i, "x", NOW, date(2026, 9, 22), due, "y", "R" if urgent else "A", id=n
        )
        for n, i in enumerate(ids, 1)
    )
    letters = tuple(
        Dispatch(
            n, "L05", f"{n:04d}/SRT/x", i, f"{i}@a.example", "agency", "sent", NOW, NOW, f"m{n}@k.example"
        )
        for n, i in enumerate(ids, 1)
    )
    parties = (
        Party("reporter", "Ni Putu Contoh", "putu@surel.example"),
        *(Party("agency", "I Wayan Uji", f"{i}@a.example", i) for i in ids),
    )
    return Case(
        id=7,
        number="0007/LM/IX/2026/KTA",
        state=state,  # type: ignore[arg-type]
        opened_at=NOW,
        subject="ktp",
        matter="maladministrasi dalam pelayanan kependudukan",
        summary="KTP belum selesai.",
        owner="asisten@kantor.example",
        urgent=urgent,
        confidential=confidential,
        agency_ids=ids,
        missing=("identitas",),
        reporter_name="Ni Putu Contoh",
        parties=parties,
        deadlines=deadlines,
        dispatches=letters,
    )


def numbers(world: World) -> Numbers:
    return Numbers(world, {"case": 8, "letter": 12}.__getitem__)


def taken(lent: Numbers) -> tuple[int, int]:
    """How many numbers of cases and of letters a decision used up."""
    cases, letters = ((lent.next(s) - lent.stands(s)) * (s in lent.taken) for s in ("case", "letter"))
    return cases, letters


def told_numbers(decision: Decision) -> tuple[int, int]:
    """How many stand in it: in a case that is new, and in letters."""
    new = decision.case is not None and decision.case.id == 0
    return int(new), len([w for w in letters_of(decision.effects) if w.number])


def letters_of(effects: tuple[Effect, ...]) -> Iterator[Write]:
    for effect in effects:
        if isinstance(effect, Write):
            yield effect
        elif isinstance(effect, Ask) and effect.draft is not None:
            yield effect.draft


@pytest.fixture(scope="module")
def stationery() -> Stationery:
    from maild.config import Identity

    office = Identity(
        name="Ombudsman RI Perwakilan Uji", code="KTA", city="Denpasar", timezone="Asia/Makassar"
    )
    return Stationery.open(shipped() / "templates", office)


def write_all(stationery: Stationery, decision: Decision) -> list[str]:
    """Composes every letter of a decision; a value that a template misses raises here."""
    written = []
    for letter in letters_of(decision.effects):
        values = dict(letter.values)
        values["buttons"] = [
            {"label": b["label"], "href": "mailto:a@b.example"} for b in values.get("buttons", [])
        ]
        frame = Frame(
            Address("", "k@k.example"), "k@k.example", "x@k.example", None, (), NOW, letter.automatic
        )
        text = stationery.compose(Draft(letter.kind, Address("", letter.to.address), values), frame).text
        assert "None" not in text and "{" not in text, letter.kind
        written.append(letter.kind)
    return written


@pytest.mark.parametrize(
    ("decision", "urgent", "confidential", "sender", "duplicates"),
    list(
        product(
            ("forward", "ask", "none"),
            (True, False),
            (True, False),
            (True, False),
            ((), ("0001/LM/IX/2026/KTA",)),
        )
    ),
)
def test_every_report_becomes_a_case_or_a_question(
    stationery: Stationery,
    decision: str,
    urgent: bool,
    confidential: bool,
    sender: bool,
    duplicates: tuple[str, ...],
) -> None:
    for world in (make_world(), make_world("ask", timedelta(0))):
        ids = ("capil-uji",) if decision == "forward" else ()
        route = Route(decision, ids, (Candidate("capil-uji", 90.0, "x"),), ("why",), duplicates)  # type: ignore[arg-type]
        came = arrival(meaning(urgent=urgent, confidential=confidential), route)
        if not sender:
            came = replace(came, message=replace(came.message, sender=None))
        lent = numbers(world)
        decided = report_arrives(came, NOW, world, lent)
        assert decided == report_arrives(came, NOW, world, numbers(world))
        assert taken(lent) == told_numbers(decided), "a number was skipped"
        written = write_all(stationery, decided)
        to_agency = [w for w in letters_of(decided.effects) if w.to.role == "agency"]
        allowed = (
            decision == "forward"
            and world.forward == "auto"
            and sender
            and not confidential
            and not duplicates
        )
        assert bool(to_agency) is allowed
        assert decided.disposition == ("opened" if sender and not duplicates else "held")
        assert ("N04" in written) is (urgent and decided.disposition == "opened")
        if not to_agency:
            assert any(isinstance(e, Ask) for e in decided.effects)


@pytest.mark.parametrize(
    ("intent", "role", "state", "colleague"),
    list(
        product(
            INTENTS,
            ("reporter", "agency"),
            ("TERDAFTAR", "TUNGGU_LENGKAP", "KOORD", "DIJAWAB", "LIMPAH", "TUTUP"),
            (True, False),
        )
    ),
)
def test_whatever_a_party_writes_is_kept_and_closes_nothing(
    stationery: Stationery, world: World, intent: str, role: str, state: str, colleague: bool
) -> None:
    case = a_case(state, agencies=2)
    party = next(p for p in case.parties if p.role == role)
    decided = party_writes(arrival(meaning("reply", intent)), case, party, world, colleague)
    assert decided == party_writes(arrival(meaning("reply", intent)), case, party, world, colleague)
    assert decided.disposition == "threaded" and decided.case is not None
    assert (decided.case.state == "TUTUP") is (state == "TUTUP")
    for letter in letters_of(decided.effects):
        assert letter.to.role in ("staff", "reporter"), "an answer never goes on by itself to the other side"
    write_all(stationery, decided)


SUPPLIED = (
    Supplied(("identitas",), fields={"nik": "5103014107900000"}),
    Supplied(perhaps=("identitas",)),
    Supplied(denies=("upaya",)),
    Supplied(("identitas",), choice="secret"),
    Supplied(choice="secret"),
    Supplied(choice="open"),
    Supplied(),
)


@pytest.mark.parametrize(
    ("supplied", "state", "confidential", "routed"),
    list(
        product(SUPPLIED, ("TERDAFTAR", "TUNGGU_LENGKAP", "KOORD", "DIJAWAB"), (True, False), (True, False))
    ),
)
def test_what_a_reporter_adds_never_discloses_and_goes_on_only_where_it_may(
    stationery: Stationery, world: World, supplied: Supplied, state: str, confidential: bool, routed: bool
) -> None:
    case = a_case(state, confidential=confidential, agencies=0 if state.startswith("T") else 1)
    waiting = replace(case.dispatches[0], state="ready") if case.dispatches else None
    case = replace(case, dispatches=(waiting,) if waiting else (), disclosed=supplied.choice == "secret")
    report = meaning().report
    route = Route("forward", ("capil-uji",), (Candidate("capil-uji", 90.0, "x"),), ("why",))
    came = arrival(meaning("reply", "supply"), route if routed else None)
    came = replace(came, supplied=supplied, whole=report if routed else None)
    reporter = case.parties[0]
    decided = reporter_writes(came, case, reporter, NOW, world, numbers(world))
    assert decided == reporter_writes(came, case, reporter, NOW, world, numbers(world))
    assert decided.case is not None and decided.disposition == "threaded"
    assert not decided.case.disclosed
    if supplied.choice == "secret":
        assert decided.case.confidential
        stopped = [e.outbox_id for e in decided.effects if isinstance(e, Stop)]
        assert waiting is None or (case.confidential and not case.disclosed) or waiting.id in stopped
    for effect in decided.effects:
        if isinstance(effect, Write) and effect.to.role == "agency":
            assert routed and not decided.case.confidential and case.state in ("TERDAFTAR", "TUNGGU_LENGKAP")
    write_all(stationery, decided)


@pytest.mark.parametrize(
    ("words", "colleague", "known", "state"),
    list(
        product(
            ("sudah kami terima, nomor 0001/LM/X/2026/NTT", "bukan wilayah kami", "halo", ""),
            (True, False),
            (True, False),
            ("LIMPAH", "KOORD"),
        )
    ),
)
def test_whatever_another_office_writes_sends_nothing_out_of_the_house(
    stationery: Stationery, world: World, words: str, colleague: bool, known: bool, state: str
) -> None:
    party = Party("office", "Perwakilan NTT", "ntt@ombudsman.example")
    case = a_case(state)
    deadline = replace(case.deadlines[0], rule="D26", agency_id=None, id=9)
    case = replace(case, parties=(*case.parties, party), deadlines=(*case.deadlines, deadline))
    if not known:
        world = replace(world, offices=())
    came = replace(arrival(meaning("reply", "receipt")), message=message(words))
    decided = office_writes(came, case, party, world, colleague=colleague)
    assert decided.case is not None and all(w.to.role == "staff" for w in letters_of(decided.effects))
    turned = [e.deadline_id for e in decided.effects if isinstance(e, Turn)]
    sure = known and not colleague and state == "LIMPAH" and words not in ("halo", "")
    assert turned == ([9] if sure else [])
    assert any(isinstance(e, Ask) for e in decided.effects) or any(
        w.question for w in letters_of(decided.effects)
    )
    write_all(stationery, decided)


@pytest.mark.parametrize("verb", [*STEPS, "bogus"])
@pytest.mark.parametrize(
    "reason",
    [
        "route",
        "answer",
        "extension",
        "review",
        "undelivered",
        "uncertain",
        "stray",
        "desk",
        "quarantine",
        "duplicate",
        "inspectorate",
        None,
    ],
)
def test_every_command_on_every_question_ends_in_an_outcome(
    stationery: Stationery, world: World, verb: str, reason: str | None
) -> None:
    route = Route("ask", (), (Candidate("capil-uji", 90.0, "x"),), ("why",))
    about = arrival(meaning(), route)
    # What staff enter has nobody to write to: commands that would are refused after the case was opened.
    entered = replace(about, message=replace(about.message, sender=Address("", "intake@kantor.example")))
    arguments = (
        "",
        "capil-uji",
        "kosong-uji",
        "kosong-uji kepala",
        "dicabut",
        "2026-10-02",
        "tidak ada",
        "NTT",
        "nama, upaya",
    )
    cases: tuple[Case | None, ...] = (
        None,
        a_case("TERDAFTAR", agencies=0),
        a_case(),
        a_case(confidential=True),
    )
    for argument, case, mailed in product(arguments, (*cases, a_case("TUTUP")), (about, entered, None)):
        question = None
        if reason is not None:
            suggestions = (Suggestion("ok", "x"), Suggestion("agency", "y", agency_id="capil-uji"))
            case_id = case.id if case else None
            question = Question(3, reason, "w", "intake", NOW, suggestions, case_id, 1, 1, "capil-uji")
        command = Command(3 if question else None, verb, argument, f"3 {verb} {argument}")
        told = Instruction(command, "intake@kantor.example", question, case, mailed, case)
        lent = numbers(world)
        decided = carry_out(told, NOW, world, lent)
        assert decided == carry_out(told, NOW, world, numbers(world))
        assert len(decided.outcomes) == 1 and decided.outcomes[0].outcome
        assert taken(lent) == told_numbers(decided), "a number was skipped"
        write_all(stationery, decided)


@pytest.mark.parametrize(("ladder", "to_closed"), list(product(LADDERS, (True, False))))
def test_every_rung_speaks_or_says_nothing(
    stationery: Stationery, world: World, ladder: str, to_closed: bool
) -> None:
    for rung in LADDERS[ladder]:
        case = a_case("TUNGGU_LENGKAP" if ladder == "P" else "KOORD", agencies=2)
        agency = None if ladder in ("P", "O") else "capil-uji"
        rule = "D26" if ladder == "O" else case.deadlines[0].rule
        deadline = replace(case.deadlines[0], ladder=ladder, agency_id=agency, rule=rule)
        dues = [DueRung(case, deadline, rung.name)]
        if to_closed:
            dues.append(DueRung(replace(case, id=8, number="0008/LM/IX/2026/KTA"), deadline, rung.name))
        result = time_passes(dues, NOW + timedelta(days=20), world)
        for effects in result.by_case.values():
            write_all(stationery, Decision("threaded", "", None, tuple(effects)))
        write_all(stationery, Decision("threaded", "", None, tuple(result.digests)))
        to_agency = [w for e in result.by_case.values() for w in letters_of(tuple(e)) if w.kind == "L10"]
        assert len(to_agency) + len(result.digests) <= 1, "one mail a day for one focal point"


@pytest.mark.parametrize(("fate", "known"), list(product(FATE_WORDS, (True, False))))
def test_every_fate_of_a_letter_is_noted_or_asked(
    stationery: Stationery, world: World, fate: str, known: bool
) -> None:
    case = a_case(urgent=True)
    event = Undelivered(case.dispatches[0], fate, "5.1.1", NOW)  # type: ignore[arg-type]
    decided = undelivered(event, case if known else None, world)
    assert fate == "delayed" or any(isinstance(e, Ask) for e in decided.effects)
    assert all(w.to.role == "staff" for w in letters_of(decided.effects)), (
        "no other address is tried by itself"
    )
    write_all(stationery, decided)


def test_a_stranger_changes_nothing_and_gets_nothing(world: World) -> None:
    decided = stranger_arrives(arrival(meaning("reply", "answer_final")), a_case(), Standing(None, "x"))
    assert decided.case is None and decided.disposition == "held"
    assert not list(letters_of(decided.effects))


def test_an_absence_is_noted_and_asked_once_the_period_runs(world: World) -> None:
    decided = machine_writes(
        arrival(meaning("auto_reply", "out_of_office")), a_case(), "capil-uji", NOW, world
    )
    assert [e.reason for e in decided.effects if isinstance(e, Ask)] == ["absence"]
    told = {"until": "2026-09-20", "substitute": "Ni Luh", "substitute_address": "luh@capil.example"}
    notice = replace(meaning("auto_reply", "out_of_office"), fields=told)
    (asked,) = (
        e
        for e in machine_writes(arrival(notice), a_case(), "capil-uji", NOW, world).effects
        if isinstance(e, Ask)
    )
    assert "sampai 2026-09-20" in asked.why and "Ni Luh luh@capil.example" in asked.why
    over = replace(a_case(), deadlines=())
    decided = machine_writes(arrival(meaning("auto_reply", "out_of_office")), over, "capil-uji", NOW, world)
    assert not [e for e in decided.effects if isinstance(e, Ask)]


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    start=st.datetimes(datetime(2025, 1, 2), datetime(2026, 11, 20)), ladder=st.sampled_from(sorted(LADDERS))
)
def test_rungs_rise_and_fall_on_working_days(world: World, start: datetime, ladder: str) -> None:
    from maild.calendar import is_working_day

    rule = {"A": "D23", "R": "D22", "P": "D01", "I": "D25", "O": "D26"}[ladder]
    deadline = world.process.begin(rule, start.replace(tzinfo=ZONE), world.calendar, "capil-uji")
    if not isinstance(deadline, Deadline):
        return  # the year has no decree
    moments = [
        (r, at) for r, at in rung_moments(deadline, world.calendar) if r.working_hours_after_start is None
    ]
    times = [at for _, at in moments]
    assert times == sorted(times)
    assert len({at.date() for at in times}) == len(times), "two rungs on one day: only the later"
    for rung, at in moments:
        assert is_working_day(world.calendar, at.date())
        assert (at.date() <= deadline.due_day) if rung.offset <= 0 else (at.date() > deadline.due_day)
