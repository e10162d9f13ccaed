"""The shipped dictionaries, and an office's own: what they add, what they take away, and every fault by row and column."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import maild.intent.report
from maild.directory import Directory, Problem, build, load, route
from maild.directory.dictionaries import read_entries, strangers, with_files
from maild.directory.sheet import as_xlsx
from maild.intent.report import assess
from maild.intent.report.bodies import services
from maild.intent.report.dictionary import COLUMNS, SCOPES, Dictionaries, shipped
from maild.intent.report.places import place_at
from maild.intent.report.text import words
from tests.directory.invented import TODAY, directory, mail

FOLDER = Path(maild.intent.report.__file__).parent / "dictionaries"
KECAMATAN = {  # as the Ministry of Home Affairs counts them, old names of Manggarai Timur left aside
    "Kabupaten Jembrana": 5, "Kabupaten Tabanan": 10, "Kabupaten Badung": 6, "Kabupaten Gianyar": 7,
    "Kabupaten Klungkung": 4, "Kabupaten Bangli": 4, "Kabupaten Karangasem": 8, "Kabupaten Buleleng": 9,
    "Kota Denpasar": 4, "Kabupaten Kupang": 24, "Kabupaten Timor Tengah Selatan": 32,
    "Kabupaten Timor Tengah Utara": 24, "Kabupaten Belu": 12, "Kabupaten Sikka": 21, "Kabupaten Ende": 21,
    "Kabupaten Ngada": 12, "Kabupaten Manggarai": 12, "Kabupaten Sumba Timur": 22, "Kabupaten Lembata": 9,
    "Kabupaten Rote Ndao": 11, "Kabupaten Manggarai Barat": 12, "Kabupaten Nagekeo": 7, "Kabupaten Malaka": 12,
    "Kabupaten Sabu Raijua": 6, "Kota Kupang": 6,
}  # fmt: skip


def table(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((FOLDER / f"{name}.csv").read_text("utf-8"))))


@pytest.mark.parametrize("name", COLUMNS)
def test_the_shipped_tables_pass_their_own_checks(name: str) -> None:
    data = (FOLDER / f"{name}.csv").read_bytes()
    assert isinstance(with_files([(name, data)]), Dictionaries)
    assert next(tuple(row) for row in table(name)) == (*COLUMNS[name][0], *COLUMNS[name][1])


@pytest.mark.parametrize(("region", "count"), KECAMATAN.items())
def test_every_kecamatan_is_there_once(region: str, count: int) -> None:
    named = [row["place"] for row in table("places") if (row["region"], row["kind"]) == (region, "kecamatan")]
    assert len(named) == len(set(named)) == count


def test_all_of_indonesia_is_there() -> None:
    rows = table("regions")
    assert sum(not row["province"] for row in rows) == 38
    assert sum(bool(row["province"]) for row in rows) == 514
    assert {row["scope"] for row in table("functions")} <= set(SCOPES)


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Kupang", {"kota kupang", "kabupaten kupang"}),
        ("Kota Kupang", {"kota kupang"}),
        ("Kab. Kupang", {"kabupaten kupang"}),
        ("Kupang Timur", {"kabupaten kupang"}),
        ("Bandung Barat", {"kabupaten bandung barat"}),
        ("Bandung", {"kota bandung", "kabupaten bandung"}),
        ("Gorontalo", {"kota gorontalo", "kabupaten gorontalo", "provinsi gorontalo"}),
        ("Manggarai Timur", {"kabupaten manggarai timur"}),
        ("Bangka Belitung", {"provinsi kepulauan bangka belitung"}),
        ("Belitung Timur", {"kabupaten belitung timur"}),
        ("Kota Soe", {"kabupaten timor tengah selatan"}),
        ("Kota Komba Utara", {"kabupaten manggarai timur"}),
        ("kecamatan Nita", {"kabupaten sikka"}),
        ("Nita", set()),  # a person, as long as nothing says that it is a place
        ("Kota Bogor", {"kota bogor"}),
    ],
)
def test_places_mean_all_their_regions(text: str, regions: set[str]) -> None:
    spelled = words(text)
    found = place_at(shipped().gazetteer, spelled, 1 if text.startswith("kecamatan") else 0)
    assert (set(found.regions) if found else set()) == regions
    assert found is None or found.last == len(spelled) - 1


# --- an office's own

PLACES = "place,region,kind,careful\nTempat Uji,Kota Denpasar,place,\nUluwatu,,,\nKuta,Kota Denpasar,place,\n"
SERVICES = "service;function;level;agency_id\nkartu anak cerdas;pendidikan;provinsi;\nurus e-kotak;;;\n"
OFFICES = "office,function,form,careful\nKantor Mawar,kependudukan,name,\nsampan,bencana,name,yes\n"
FUNCTIONS = "function,scope\npasar,area\n"


def own(*files: str) -> Dictionaries:
    found = with_files([(f"{n}.csv", text.encode()) for n, text in enumerate(files)], directory())
    assert isinstance(found, Dictionaries), found
    return found


def test_rows_add_take_the_place_of_others_and_take_away() -> None:
    known = own(PLACES).gazetteer.names
    assert known["tempat", "uji"][0] == {"kota denpasar"}
    assert ("uluwatu",) not in known and ("uluwatu",) in shipped().gazetteer.names
    assert known["kuta",][0] == {"kota denpasar"} and shipped().gazetteer.names["kuta",][0] == {
        "kabupaten badung"
    }


def test_services_and_offices_of_an_office() -> None:
    known = own(SERVICES, OFFICES, FUNCTIONS, "office,function\ndinas pasar,pasar\n").vocabulary
    assert services(known, words("kartu anak cerdas saya")) == {"pendidikan": 1}
    assert known.offices["kantor", "mawar"] == "kependudukan"
    assert known.scopes["pasar"] == "area" and known.offices["dinas", "pasar"] == "pasar"
    assert ("sampan",) in known.careful


def test_a_report_is_routed_by_them() -> None:
    text = (
        "Saya Wayan Contoh Uji dari Tempat Uji. Kantor Mawar Kabupaten Buleleng sudah saya datangi tanggal 3 Juli dan "
        "5 Agustus 2026 tentang berkas saya, dijawab tunggu."
    )
    message = mail(text)
    plain = route(build(directory(), "bali"), message, assess(message, TODAY), today=TODAY)
    known = own(OFFICES)
    with_own = route(build(directory(), "bali", known), message, assess(message, TODAY, known), today=TODAY)
    assert plain.agency_ids != ("disdukcapil-buleleng",)
    assert with_own.agency_ids == ("disdukcapil-buleleng",)


def test_a_service_may_name_the_agency_itself() -> None:
    known = own("service,function,level,agency_id\ntaring desa,kependudukan,,disdukcapil-badung\n")
    message = mail("Saya Wayan Contoh Uji. Taring desa saya tidak selesai, sudah ditanya 3 kali sejak Mei.")
    found = route(build(directory(), "bali", known), message, assess(message, TODAY, known), today=TODAY)
    assert found.decision == "ask" and found.candidates[0].agency_id == "disdukcapil-badung"


def test_a_workbook_is_a_dictionary_as_well() -> None:
    rows = list(csv.DictReader(io.StringIO(PLACES)))
    data = as_xlsx(rows, list(rows[0]), "tempat")
    found = with_files([("tempat.xlsx", data)])
    assert isinstance(found, Dictionaries) and ("tempat", "uji") in found.gazetteer.names


def test_lines_with_a_hash_are_remarks_whatever_they_hold() -> None:
    assert isinstance(own("# a; b; c; d\n" + PLACES + "# end\n"), Dictionaries)


@pytest.mark.parametrize(
    ("text", "row", "column", "wanted"),
    [
        ("a,b\n1,2\n", 1, "", "columns of a dictionary"),
        ("", 1, "", "columns of a dictionary"),
        ("place,region\nUji,Kabupaten Badungg\n", 2, "region", "did you mean Kabupaten Badung?"),
        ("place,region,kind\nUji,Kota Denpasar,town\n", 2, "kind", "kecamatan, place, seat, name"),
        ("place,region,careful\n\nUji,Kota Denpasar,maybe\n", 3, "careful", "yes or nothing"),
        ("place,region\n,Kota Denpasar\n", 2, "place", "a letter"),
        ("place,region\nKupang,Kabupaten Badung\n", 2, "place", "Kabupaten Kupang and Kota Kupang"),
        ("place,region\nKupang,\n", 2, "place", "another name"),
        ("place,region\nUji\n", 2, "region", "as many cells"),
        ("office,function\nUji,kependudukn\n", 2, "function", "did you mean kependudukan?"),
        ("service,function,level\nUji,pendidikan,kota\n", 2, "level", "provinsi, kabupaten or nothing"),
        ("word,function,level\nsekolah uji,sekola,provinsi\n", 2, "function", "did you mean sekolah?"),
        ("function,scope\nuji,everywhere\n", 2, "scope", "area, own, wide, unit, other"),
        ("function,scope,above\nuji,area,tidak ada itu\n", 2, "above", "a known one"),
        ("region,province\nUji,Provinsi Bali\n", 2, "region", "begins with Provinsi"),
        ("region,province\nKabupaten Uji,Provinsi Balli\n", 2, "province", "did you mean Provinsi Bali?"),
        ("region,province,code\nKabupaten Uji,Provinsi Bali,51\n", 2, "code", "four digits"),
    ],
)
def test_faults_are_told_by_row_and_column(text: str, row: int, column: str, wanted: str) -> None:
    found = with_files([("uji.csv", text.encode())])
    assert isinstance(found, tuple)
    assert [(p.source, p.row, p.column) for p in found] == [("uji.csv", row, column)]
    assert wanted in found[0].wanted


def test_nothing_of_faulty_files_is_used_and_all_faults_are_told() -> None:
    found = with_files(
        [("a.csv", b"place,region\nUji,Kota Uji\n"), ("b.csv", b"x\n"), ("c.csv", PLACES.encode())]
    )
    assert isinstance(found, tuple)
    assert {problem.source for problem in found} == {"a.csv", "b.csv"}


def test_an_agency_that_the_list_does_not_have_is_a_warning() -> None:
    files = [("s.csv", b"service,function,level,agency_id\nuji satu,pendidikan,,disdik-bulelen\n")]
    assert isinstance(with_files(files, directory()), Dictionaries)
    (problem,) = strangers(files, directory())
    assert (problem.row, problem.column) == (2, "agency_id") and "disdik-buleleng" in problem.wanted


def test_regions_of_the_agency_list_are_known() -> None:
    text = "agency_id,name,aliases,office,level,region,sector,parent_agency_id,focal_name,focal_email,alternate_email,superior_email,oversight_agency_id,appointed_on,valid_until\nuji,Dinas Uji,,bali,kabupaten,Kabupaten Antah,x,,,,,,,,\n"
    loaded = load(text, "x")
    assert isinstance(loaded, Directory)
    files = [("p.csv", b"place,region\nBerantah,Kabupaten Antah\n")]
    assert isinstance(with_files(files, loaded), Dictionaries) and isinstance(with_files(files), tuple)


@given(
    st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda t: ("place,region\n" + t).encode()))
)
def test_any_file_is_a_dictionary_or_problems(data: bytes) -> None:
    found = with_files([("uji", data)])
    assert isinstance(found, Dictionaries) or all(isinstance(problem, Problem) for problem in found)
    assert isinstance(read_entries(data, "uji"), tuple)
