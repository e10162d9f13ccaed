"""Stationery: the templates of one office, read once; drafts become finished letters."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from maild.letters import structure, wire
from maild.letters.header import clean
from maild.letters.kinds import KINDS, Kind, sample_frame
from maild.letters.letter import Draft, Frame, Letter, LetterFault, OfficeIdentity, TemplateProblem
from maild.message.record import Address

LAYOUT = "_layout.html.j2"
_ENDING = ".j2"
_SEPARATOR = "\n---\n"
_UNDEFINED_NAME = re.compile(r"'(\w+)' is undefined|has no (?:attribute|element) '(\w+)'")


class Stationery:
    """Composes letters. Pure after construction: no file is read and no clock consulted later."""

    def __init__(self, sources: Mapping[str, str], office: OfficeIdentity, where: str = "templates") -> None:
        """`sources`: file name -> text of every template; `where` names their folder in problems."""
        self._where = where
        self._office = {
            field: clean(str(getattr(office, field, None) or ""))
            for field in ("name", "short_name", "city", "address", "phone", "website", "language")
        }
        self._letters = _environment(sources, where, autoescape=False)
        self._letters.finalize = structure.inert
        self._pages = _environment(sources, where, autoescape=True)
        self._pages.filters["inline"] = structure.inline
        self._problems: list[TemplateProblem] = []
        self._templates: dict[str, Template] = {}
        self._waiting = set(sources)  # compiled when they are first needed: most rounds need few of them

    @classmethod
    def open(cls, templates_dir: Path, office: OfficeIdentity) -> Stationery:
        """Read every template of a folder. A broken template is reported by `check`, not here."""
        files = sorted(templates_dir.glob(f"*{_ENDING}"))
        sources = {file.name: file.read_text(encoding="utf-8") for file in files}
        return cls(sources, office, str(templates_dir))

    def kinds(self) -> tuple[str, ...]:
        return tuple(KINDS)

    def compose(self, draft: Draft, frame: Frame) -> Letter:
        """A draft as finished bytes. Raises LetterFault, which says which template and line, and why."""
        kind = KINDS.get(draft.kind)
        if kind is None:
            raise LetterFault(f"no letter is called {draft.kind!r}; known are {', '.join(KINDS)}")
        subject, blocks = self._render(kind, draft.values, frame)
        text = structure.as_text(blocks)
        page = self._template(LAYOUT).render(
            blocks=blocks, office=self._office, language=self._office["language"] or "id", subject=subject
        )
        lines = wire.headers(draft.to, subject, frame, self._office["language"] or "id")
        raw = wire.assemble(lines, text, page, frame.message_id)
        return Letter(kind.name, frame.message_id, draft.to, subject, raw, text)

    def check(self) -> tuple[TemplateProblem, ...]:
        """Every problem of every template, each rendered with its sample data."""
        for name in sorted(self._waiting):
            self._compile(name)
        found = list(self._problems)
        broken = {problem.file for problem in found}
        if self._file(LAYOUT) not in broken and LAYOUT not in self._templates:
            found.append(
                TemplateProblem(self._file(LAYOUT), 0, "missing", "copy it from the shipped templates")
            )
            return tuple(found)
        for kind in KINDS.values():
            if self._file(kind.name + _ENDING) not in broken:
                found += self._try_out(kind)
        return tuple(dict.fromkeys(found))  # a fault of a shared part shows in every letter: told once

    def _try_out(self, kind: Kind) -> Iterable[TemplateProblem]:
        file = self._file(kind.name + _ENDING)
        if kind.name + _ENDING not in self._templates:
            yield TemplateProblem(file, 0, "missing", f"copy it from the shipped templates ({kind.title})")
            return
        to = Address("Pejabat Penghubung", "penghubung@dinas.example")
        for values in kind.samples():
            try:
                letter = self.compose(Draft(kind.name, to, values), sample_frame())
            except LetterFault as fault:
                yield _as_problem(fault, file)
                return
            except Exception as error:
                # A template can raise anything (1/0, a filter on the wrong type); check names the line.
                place, line = _place(error.__traceback__, self._where, file)
                yield TemplateProblem(place, line, f"{type(error).__name__}: {error}", "correct this line")
                return
            if not letter.text.strip():
                yield TemplateProblem(file, 0, "the body is empty", "fill {% block body %}")
            person = next((n for n in kind.people(values) if n.lower() in letter.subject.lower()), None)
            if person is not None:
                yield TemplateProblem(
                    file, 0, "a person stands in the subject", "name nobody in block subject"
                )
                return

    def _render(
        self, kind: Kind, values: Mapping[str, object], frame: Frame
    ) -> tuple[str, list[structure.Block]]:
        template = self._template(kind.name + _ENDING)
        context: dict[str, Any] = {
            **kind.defaults,
            **values,
            "office": self._office,
            "answer_code": _code(frame),
        }
        try:
            rendered = template.render(context)
        except UndefinedError as error:
            raise self._undefined(kind, error, context) from error
        subject, separator, body = rendered.partition(_SEPARATOR)
        if not separator or not structure.plain(subject).strip():
            file = self._file(kind.name + _ENDING)
            raise LetterFault(f"{file}:0: no subject; begin the letter with its subject and a line ---")
        subject = clean(structure.plain(subject))
        case = context.get("case")
        if isinstance(case, str) and case:  # the tag that answers are known by; no template can forget it
            subject = f"[{clean(case)}] {subject}"
        return subject, structure.parse(body)

    def _template(self, name: str) -> Template:
        if name in self._waiting:
            self._compile(name)
        template = self._templates.get(name)
        if template is None:
            known = next((p for p in self._problems if p.file == self._file(name)), None)
            raise LetterFault(str(known) if known else f"{self._file(name)}:0: missing; restore the file")
        return template

    def _compile(self, name: str) -> None:
        environment = self._pages if name == LAYOUT else self._letters
        try:
            self._templates[name] = environment.get_template(name)
        except TemplateSyntaxError as error:
            where = self._file(error.name or name)
            hint = "compare the line with the shipped template"
            self._problems.append(TemplateProblem(where, error.lineno, error.message or "syntax error", hint))
        except TemplateError as error:
            self._problems.append(TemplateProblem(self._file(name), 0, str(error), "restore the file"))
        self._waiting.discard(name)  # last: another thread that needs it too compiles it once more

    def _undefined(self, kind: Kind, error: UndefinedError, context: Mapping[str, Any]) -> LetterFault:
        match = _UNDEFINED_NAME.search(str(error))
        name = next((g for g in match.groups() if g), "") if match else ""
        near = difflib.get_close_matches(name, context, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(sorted(context))}"
        file, line = _place(error.__traceback__, self._where, self._file(kind.name + _ENDING))
        return LetterFault(f"{file}:{line}: {error}; {hint}")

    def _file(self, name: str) -> str:
        return f"{self._where}/{name}"


def _environment(sources: Mapping[str, str], where: str, autoescape: bool) -> ImmutableSandboxedEnvironment:
    """Sandboxed and strict; templates come from these sources only (T27)."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        source = sources.get(name)  # the file name makes Jinja2 name it in tracebacks
        return None if source is None else (source, f"{where}/{name}", lambda: True)

    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )


def _code(frame: Frame) -> str:
    """The party's token, to be printed where the mail server has no subaddresses (RFC 5233), else ''."""
    token = frame.message_id.partition("@")[0].partition(".")[2]
    return "" if token and token in frame.reply_to else token


def _place(traceback: TracebackType | None, where: str, file: str) -> tuple[str, int]:
    """Innermost template and line of a traceback; Jinja2 maps its frames back to template lines."""
    place = (file, 0)
    while traceback is not None:
        code = traceback.tb_frame.f_code
        if code.co_filename.startswith(f"{where}/"):
            place = (code.co_filename, traceback.tb_lineno)
        traceback = traceback.tb_next
    return place


def _as_problem(fault: LetterFault, file: str) -> TemplateProblem:
    match = re.fullmatch(r"(.+?):(\d+): (.*?); (.*)", str(fault), re.DOTALL)
    if match:
        return TemplateProblem(match[1], int(match[2]), match[3], match[4])
    return TemplateProblem(file, 0, str(fault), "correct the template")
