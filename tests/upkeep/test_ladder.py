"""Steps, starts and answers as values: whoever ticks how often, nobody is written to who is not in the register."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maild.cases.effects import Ask, Enrol, Inquire, Proceed, Write
from maild.cases.world import Numbers, World
from maild.config import Config, load
from maild.directory import Directory
from maild.directory.roster import COLUMNS, directory_of
from maild.directory.sheet import Row
from maild.upkeep import starting
from maild.upkeep.answering import Answer, answered
from maild.upkeep.coverage import gap_of
from maild.upkeep.inquiry import LADDERS, Inquiry
from maild.upkeep.ladder import climb
from maild.upkeep.person import Person
from maild.upkeep.post import Post, post_of
from maild.upkeep.reading import Heard
from maild.upkeep.starting import Known, Settings, due

NOW = datetime(2026, 9, 7, 1, tzinfo=UTC)
TODAY = date(2026, 9, 7)
FOCAL, SECOND, HEAD = "focal@dinas.example", "kantor@dinas.example", "kepala@dinas.example"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    from maild.daemon.register import alone
    from maild.daemon.room import furnish
    from tests.daemon.bureau import AUTHSERV, CONFIG

    folder: Path = tmp_path_factory.mktemp("office")
    (folder / "secret").write_text("x\n")
    (folder / "secret").chmod(0o600)
    (folder / "agencies.csv").write_text(",".join(COLUMNS) + "\n" + ",".join(row().values()) + "\n")
    names = {name: f"{name}@kantor.example" for name in ("intake", "officer", "head", "admin")}
    values = {"imap": 1, "smtp": 1, "folder": folder, "own": "pengaduan@kantor.example", "hold": "0 minutes"}
    more = {"journal": "false", "url": f"sqlite:///{folder}/x.db", "authserv": AUTHSERV}
    (folder / "config.yaml").write_text(CONFIG.format(**names, **values, **more))
    config = load(folder / "config.yaml")
    assert isinstance(config, Config)
    return furnish(config, config.offices[0], NOW, alone({"a-b": row()})).world


def row(**cells: str) -> Row:
    base = dict.fromkeys(COLUMNS, "") | {
        "agency_id": "a-b", "name": "Dinas Sosial Kabupaten Uji", "office": "kta", "level": "kabupaten",
        "region": "Kabupaten Uji", "focal_name": "I Wayan Uji", "focal_email": FOCAL, "alternate_email": SECOND,
        "superior_email": HEAD, "appointed_on": "2025-01-01", "valid_until": "2029-12-31",
    }  # fmt: skip
    return {**base, **cells}


def post(bouncing: tuple[str, ...] = (), **cells: str) -> Post:
    return post_of(directory(**cells), "a-b", row(**cells), TODAY, bouncing)


def directory(**cells: str) -> Directory:
    return directory_of({"a-b": row(**cells)})


def inquiry(kind: str, about: str = FOCAL, **more: object) -> Inquiry:
    return Inquiry(kind, "a-b", "staff", f"{kind}/2029-12-31", NOW, NOW, about=about, id=1, **more)  # type: ignore[arg-type]


def walk(one: Inquiry, at: Post | None, world: World, days: int = 60) -> list[tuple[int, object]]:
    """(day, effect) of an inquiry nobody answers, ticked daily."""
    numbers, done = Numbers(world, lambda series: 1), []
    for day in range(days):
        now = NOW + timedelta(days=day)
        for _ in range(2):  # a tick that comes twice
            if one.state == "asked" and one.next_at is not None and one.next_at <= now:
                one, effects = climb(one, at, now, world, numbers)
                done += [(day, effect) for effect in effects]
    assert one.state != "asked", "a ladder ends"
    return done


def written(done: list[tuple[int, object]]) -> list[tuple[int, str]]:
    return [(day, e.to.address) for day, e in done if isinstance(e, Write)]


def test_each_ladder_goes_from_the_post_to_the_head_to_the_telephone(world: World) -> None:
    assert written(walk(inquiry("appointment", ""), post(focal_email="", focal_name=""), world)) == [
        (0, HEAD), (7, HEAD), (14, HEAD)
    ]  # fmt: skip
    assert written(walk(inquiry("confirmation"), post(), world)) == [
        (0, FOCAL),
        (7, FOCAL),
        (14, SECOND),
        (21, HEAD),
    ]
    assert written(walk(inquiry("enrolment"), post(), world)) == [(0, FOCAL), (7, FOCAL)]
    assert written(walk(inquiry("succession"), post(), world)) == [(0, FOCAL), (4, HEAD), (11, HEAD)]
    assert written(walk(inquiry("term"), post(), world)) == [(0, FOCAL), (14, HEAD)]
    for kind in LADDERS:
        at = post(focal_email="", focal_name="") if kind == "appointment" else post()
        done = walk(inquiry(kind, at.email), at, world)
        assert isinstance(done[-1][1], Ask) and sum(isinstance(e, Ask) for _, e in done) == 1


def test_an_address_that_bounces_is_passed_over(world: World) -> None:
    assert written(walk(inquiry("confirmation"), post(bouncing=(FOCAL,)), world))[0] == (0, SECOND)
    assert written(walk(inquiry("confirmation", dead=(FOCAL, SECOND)), post(), world))[0] == (0, HEAD)
    only = post(bouncing=(FOCAL,), alternate_email="", superior_email="")
    ((_, ask),) = walk(inquiry("confirmation"), only, world)
    assert isinstance(ask, Ask) and "tidak ada alamat" in ask.why


@pytest.mark.parametrize(
    ("one", "at"),
    [
        (inquiry("confirmation"), post(focal_email="baru@dinas.example")),
        (inquiry("enrolment"), post(focal_email="baru@dinas.example")),
        (inquiry("term"), post(valid_until="2031-12-31")),
        (replace(inquiry("appointment", ""), occasion="vacant"), post()),
        (inquiry("succession"), None),
    ],
)
def test_what_has_been_settled_otherwise_is_not_asked(one: Inquiry, at: Post | None, world: World) -> None:
    assert walk(one, at, world) == []


@given(
    kind=st.sampled_from(sorted(LADDERS)),
    focal=st.sampled_from(["", FOCAL]),
    second=st.sampled_from(["", SECOND]),
    head=st.sampled_from(["", HEAD]),
    until=st.sampled_from(["", "2026-01-01", "2029-12-31"]),
    dead=st.sets(st.sampled_from([FOCAL, SECOND, HEAD])),
)
def test_only_addresses_of_the_register_that_live_are_written_to(
    world: World, kind: str, focal: str, second: str, head: str, until: str, dead: set[str]
) -> None:
    name = "I Wayan" if focal else ""
    at = post(
        focal_email=focal, focal_name=name, alternate_email=second, superior_email=head, valid_until=until
    )
    for _, address in written(walk(inquiry(kind, at.email, dead=tuple(dead)), at, world)):
        assert address and address not in dead and address in (focal, second, head)
        assert address != focal or at.state == "active"


SETTINGS = Settings()


def begun(at: Post, **known: object) -> list[tuple[str, str]]:
    found = due([at], Known(**known), SETTINGS, NOW, TODAY)  # type: ignore[arg-type]
    return [(one.kind, one.occasion) for one in found]


def test_what_time_begins() -> None:
    since = {"a-b": date(2026, 9, 1)}
    assert begun(post(), since=since) == []
    assert begun(post(), since={"a-b": date(2025, 9, 7)}) == [("confirmation", "yearly")]
    assert begun(post(confirmed_on="2026-09-01"), since={"a-b": date(2024, 9, 7)}) == []
    assert begun(post(), since=since, failed={FOCAL: 7}) == [("confirmation", "bounce")]
    assert begun(post(), since=since, silent={FOCAL: 7}) == [("confirmation", "silence")]
    assert begun(post(valid_until="2026-11-06"), since=since) == [("term", "ending")]
    assert begun(post(valid_until="2026-11-07"), since=since) == []
    assert begun(post(valid_until="2026-09-06"), since=since) == [], "staff decide (appointment: ask)"
    auto = Settings(appointment="auto")
    assert [o.kind for o in due([post(valid_until="2026-09-06")], Known(), auto, NOW, TODAY)] == [
        "appointment"
    ]
    asks = Settings(confirmation="ask")
    assert due([post()], Known(failed={FOCAL: 7}), asks, NOW, TODAY) == []


def test_the_same_matter_is_begun_once() -> None:
    (one,) = due([post(valid_until="2026-11-06")], Known(), SETTINGS, NOW, TODAY)
    again = due([post(valid_until="2026-11-06")], Known(keys={one.key}), SETTINGS, NOW, TODAY)
    assert again == []
    running = Known(running={("term", "a-b")})
    assert due([post(valid_until="2026-11-06")], running, SETTINGS, NOW, TODAY) == []


def test_who_serves_several_agencies_is_asked_once() -> None:
    rows = {key: row(agency_id=key) for key in ("a-b", "c-d")}
    both = [post_of(directory_of(rows), key, rows[key], TODAY) for key in rows]
    (one,) = starting.welcomes(both, NOW, "x@kantor.example", ())
    assert one.agency_ids == ("a-b", "c-d")


NOBODY = Person()


def decided(
    one: Inquiry, sort: str, writer: str, person: Person = NOBODY, at: Post | None = None
) -> list[object]:
    heard = Heard(sort, person)  # type: ignore[arg-type]
    address = {"self": FOCAL, "head": HEAD, "second": SECOND}.get(writer, "orang@lain.example")
    answer = Answer(5, heard, writer, address)  # type: ignore[arg-type]
    return list(answered(one, answer, at or post(), NOW, TODAY).effects)


SARI = Person("Ni Luh Sari", "sari@dinas.example")


@pytest.mark.parametrize("kind", sorted(LADDERS))
@pytest.mark.parametrize("sort", ["yes", "no", "moved", "named", "changed", "interim", "unclear"])
@pytest.mark.parametrize("writer", ["self", "private", "second", "deputy", "head", "colleague", "other"])
def test_no_answer_enters_anybody_by_itself(kind: str, sort: str, writer: str) -> None:
    effects = decided(inquiry(kind, named=SARI.as_facts()), sort, writer, SARI)
    assert effects, "every answer ends in an effect"
    for effect in effects:
        if isinstance(effect, Enrol):
            assert set(effect.cells) <= {"confirmed_on", "proved_email"} and writer not in (
                "other",
                "colleague",
            )
            assert effect.cells.get("proved_email", FOCAL) == FOCAL
        if isinstance(effect, Ask) and writer not in ("self", "head"):
            assert not any(s.action == "enrol" for s in effect.suggestions)
        if isinstance(effect, Inquire):
            assert effect.inquiry.kind == "succession" and writer in (
                "private",
                "second",
                "deputy",
                "colleague",
            )
        if isinstance(effect, Proceed) and writer == "other":
            raise AssertionError("a stranger moves no ladder")


def test_only_the_address_itself_proves_itself() -> None:
    (_, enrol) = decided(inquiry("enrolment"), "yes", "self")
    assert isinstance(enrol, Enrol) and enrol.cells["proved_email"] == FOCAL
    (_, enrol) = decided(inquiry("enrolment"), "yes", "second")
    assert isinstance(enrol, Enrol) and "proved_email" not in enrol.cells


def test_gaps() -> None:
    assert gap_of(post(proved_email=FOCAL), TODAY) is None
    assert gap_of(post(), TODAY) == "unproved"
    assert gap_of(post(proved_email="lama@dinas.example"), TODAY) == "unproved", (
        "a new address is unproved again"
    )
    assert gap_of(post(bouncing=(FOCAL,), proved_email=FOCAL), TODAY) == "bouncing"
    assert gap_of(post(valid_until="2026-10-01"), TODAY) == "ending"
    assert gap_of(post(valid_until="2026-01-01"), TODAY) == "expired"
    assert gap_of(post(focal_email="", focal_name=""), TODAY) == "vacant"
