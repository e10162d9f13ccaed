"""Templates an office edits: every fault is found with its line before a letter needs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from maild.letters import KINDS, Stationery, TemplateProblem

from .desk import DESK, OFFICE, TEMPLATES


def edited(**changes: str | None) -> Stationery:
    sources = {file.name: file.read_text(encoding="utf-8") for file in TEMPLATES.glob("*.j2")}
    for name, text in changes.items():
        file = "_layout.html.j2" if name == "layout" else f"{name}.j2"
        if text is None:
            del sources[file]
        else:
            sources[file] = text
    return Stationery(sources, OFFICE)


def problems(**changes: str | None) -> tuple[TemplateProblem, ...]:
    return edited(**changes).check()


def test_the_shipped_templates_are_sound() -> None:
    assert DESK.check() == ()
    assert set(DESK.kinds()) == set(KINDS)


def test_every_file_belongs_to_a_kind_or_is_shared() -> None:
    names = {file.stem for file in TEMPLATES.glob("*.j2")}
    assert {name for name in names if not name.startswith("_")} == set(KINDS)


L10 = "{% extends '_pesan.j2' %}\n{% block subject %}S{% endblock %}\n{% block body %}\nSatu\n"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (L10 + "{{ agency_nam }}\n{% endblock %}", 5, "agency_nam"),
        (L10 + "{% if case %}\n{% endblock %}", 6, "endblock"),
        (L10 + "{{ case.upper( }}\n{% endblock %}", 5, "unexpected"),
        (L10 + "{{ 1 / 0 }}\n{% endblock %}", 5, "ZeroDivisionError"),
        (L10 + "{{ case.__class__ }}\n{% endblock %}", 5, "__class__"),
        ("{% extends '_tidak_ada.j2' %}", 1, "_tidak_ada"),
        (None, 0, "missing"),
        ("{% extends '_pesan.j2' %}{% block body %}x{% endblock %}", 0, "subject"),
        (L10.replace("}S{", "}Surat {{ focal_name }}{") + "{% endblock %}", 0, "person"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str | None, line: int, what: str) -> None:
    found = problems(L10=text)
    assert len(found) == 1, found
    assert found[0].file == "templates/L10.j2"
    assert (found[0].line, what in found[0].what) == (line, True), found
    assert found[0].hint


def test_a_fault_in_a_shared_part_is_named_there() -> None:
    found = problems(_tenggat="satu\n{{ due_word }}\n")
    assert [(p.file, p.line) for p in found] == [("templates/_tenggat.j2", 2)]
    assert "due_words" in found[0].hint


def test_a_broken_layout_is_one_problem() -> None:
    assert [p.file for p in problems(layout=None)] == ["templates/_layout.html.j2"]
    assert any(p.line == 1 for p in problems(layout="{% for x %}"))


def test_an_edited_letter_keeps_its_tag(tmp_path: Path) -> None:
    for file in TEMPLATES.glob("*.j2"):
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "L16.j2").write_text("Subjek saja\n---\nIsi {{ case }}\n", encoding="utf-8")
    desk = Stationery.open(tmp_path, OFFICE)
    assert desk.check() == ()
