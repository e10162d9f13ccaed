"""An office with dictionaries of its own, and with names that are no longer used: from the files to the letter."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from maild.cli.reader import Reader, Router
from maild.config import Config, load
from maild.daemon.register import open_register
from maild.daemon.room import Room, Unusable, furnish
from maild.store import Store
from tests.daemon.bureau import AGENCIES, REPORT, Bureau, mail
from tests.servers.dovecot import Dovecot
from tests.servers.sink import Sink

AT = datetime(2026, 3, 2, 2, tzinfo=UTC)
CITIZEN, FOCAL, INTAKE = "putu@surat.example", "narahubung@capil.badungkab.example", "intake@kantor.example"
OFFICES = "office,function\nKantor Mawar,kependudukan\n"
OWN_WORD = REPORT.replace(
    "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Badung", "Kantor Mawar Kabupaten Badung"
)
OWN_WORD = OWN_WORD.replace("Disdukcapil Badung", "kantor itu")


def bureau(
    folder: Path, dovecot: Dovecot, sink: Sink, *, dictionary: str | None, agencies: str = AGENCIES
) -> Bureau:
    made = Bureau(folder, dovecot, sink, agencies=agencies)
    if dictionary is not None:
        (folder / "kantor.csv").write_text(dictionary)
        text = made.path.read_text().replace("routing: {", "routing: {dictionaries: [kantor.csv], ")
        made.path.write_text(text)
    return made


def say(office: Bureau, text: str) -> None:
    office.deliver(mail(CITIZEN, text, name="Ni Putu Contoh", dmarc="pass"), AT)
    office.once(AT)


@pytest.mark.dovecot
def test_a_word_of_the_office_leads_to_the_agency(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> None:
    office = bureau(tmp_path, dovecot, sink, dictionary=OFFICES)
    say(office, OWN_WORD)
    assert len(office.to(FOCAL)) == 1


@pytest.mark.dovecot
def test_without_the_dictionary_staff_are_asked(tmp_path: Path, dovecot: Dovecot, sink: Sink) -> None:
    office = bureau(tmp_path, dovecot, sink, dictionary=None)
    say(office, OWN_WORD)
    assert office.to(FOCAL) == []
    assert office.to(INTAKE)


@pytest.mark.dovecot
def test_an_old_name_finds_the_agency_and_the_reason_says_so(
    tmp_path: Path, dovecot: Dovecot, sink: Sink
) -> None:
    agencies = AGENCIES.replace("|Dukcapil Badung,", "|Kantor Mawar Badung (until 2024-12-31),")
    office = bureau(tmp_path, dovecot, sink, dictionary=None, agencies=agencies)
    text = OWN_WORD.replace("Kantor Mawar Kabupaten Badung", "Kantor Mawar Badung")
    say(office, text)
    assert len(office.to(FOCAL)) == 1
    with Reader(office.config) as reader:
        told = Router(reader).route_text(text)
    assert told["decision"] == "forward"
    assert any("its name until 2024-12-31" in reason for reason in told["reasons"])


# --- reading them again


def furnished(folder: Path) -> Room:
    config = load(folder / "config.yaml")
    assert isinstance(config, Config), config
    store = Store(f"sqlite:///{folder}/x.db")
    try:
        return furnish(config, config.offices[0], AT, open_register(store, config.offices[0], AT))
    finally:
        store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    class Nowhere:
        port = 1

    made = bureau(tmp_path, Nowhere(), Nowhere(), dictionary=OFFICES)  # type: ignore[arg-type]
    return made.folder


def test_a_changed_file_is_read_by_the_next_room(folder: Path) -> None:
    before = furnished(folder)
    (folder / "kantor.csv").write_text("office,function\nKantor Melati,kependudukan\n")
    after = furnished(folder)
    assert ("kantor", "mawar") in before.index.vocabulary.offices
    assert ("kantor", "mawar") not in after.index.vocabulary.offices
    assert ("kantor", "melati") in after.index.vocabulary.offices


def test_a_broken_file_furnishes_no_room_and_says_where(folder: Path) -> None:
    (folder / "kantor.csv").write_text("office,function\nKantor Melati,kependudukn\n")
    with pytest.raises(Unusable, match=r"kantor\.csv:2: function: found 'kependudukn'.*kependudukan"):
        furnished(folder)


def test_a_file_that_is_not_there_is_a_fault_of_the_configuration(folder: Path) -> None:
    (folder / "kantor.csv").unlink()
    found = load(folder / "config.yaml")
    assert isinstance(found, tuple)
    assert ["kantor.csv" in str(problem) for problem in found] == [True]
