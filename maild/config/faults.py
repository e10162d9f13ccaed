"""pydantic's errors in the words of config.yaml: place, what was found, what was wanted, a hint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from maild.config.problem import ConfigProblem
from maild.config.source import Path, Source

_SECRETS = frozenset({"password", "passwd", "pass", "secret", "token", "kata_sandi"})
_WANTED = {
    "missing": "a value",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "string_type": "a text",
    "tuple_type": "a list",
    "list_type": "a list",
    "frozen_set_type": "a list",
    "mapping_type": "a section with keys",
    "model_type": "a section with keys",
    "model_attributes_type": "a section with keys",
}
_EXAMPLES = {
    "timezone": "such as Asia/Makassar",
    "from": "the address of the office, from which its letters come",
    "agencies": "the list of agencies and focal points, such as agencies.csv",
    "staff": "at least one person with the role intake",
    "roles": "out of intake, examiner, head, admin",
    "basis": "the regulation that sets the length",
    "valid_from": "the first day of the new length, such as 2027-01-01",
}


def found(value: object) -> str:
    """How a value is named to people: as it was written, or by its form."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a section"
    if isinstance(value, list | tuple):
        return "a list" if value else "an empty list"
    text = str(value)
    return repr(text if len(text) <= 60 else f"{text[:57]}…")


def unknown_key(
    source: Source, path: Path, known: Iterable[str], *, block: int | None = None
) -> ConfigProblem:
    """An unknown key, with the nearest known one; a secret is told where it belongs, and not shown."""
    key = str(path[-1])
    if key.lower() in _SECRETS:
        wanted = "the name of a file or of an environment variable that holds it"
        hint = "write password_file: /etc/maild/imap-password (or password_env: NAME) instead"
        return source.problem(path, "a secret in the file", wanted, hint, block=block, at_key=True)
    names = sorted(known)
    near = get_close_matches(key.lower(), names, n=1, cutoff=0.6)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(names)}"
    return source.problem(path, f"unknown key {key!r}", "a known key", hint, block=block, at_key=True)


def translated(
    source: Source, block: int | None, model: type[BaseModel], fault: ErrorDetails
) -> ConfigProblem:
    path = tuple(fault["loc"])
    kind, context = fault["type"], fault.get("ctx", {})
    if kind == "extra_forbidden":
        return unknown_key(source, path, _keys_around(model, path), block=block)
    wanted, hint = _wanted(kind, context, fault["msg"])
    if kind == "missing":
        hint = _EXAMPLES.get(str(path[-1]), hint)
        return source.problem(path, "nothing", f"{wanted} for '{path[-1]}'", hint, block=block)
    return source.problem(path, found(fault["input"]), wanted, hint, block=block)


def _wanted(kind: str, context: Mapping[str, Any], message: str) -> tuple[str, str]:
    if kind == "wanted":
        return str(context["wanted"]), str(context["hint"])
    if kind == "literal_error":
        return str(context["expected"]), ""
    if kind in ("greater_than_equal", "less_than_equal"):
        sign = "at least" if kind.startswith("greater") else "at most"
        return f"{sign} {context.get('ge', context.get('le'))}", ""
    return _WANTED.get(kind, message[:1].lower() + message[1:]), ""


def _keys_around(model: type[BaseModel], path: Path) -> list[str]:
    """The keys of the section in which the last part of `path` stands."""
    here: type[BaseModel] = model
    for part in path[:-1]:
        fields = {info.alias or name: info.annotation for name, info in here.model_fields.items()}
        if isinstance(part, str) and part in fields:
            here = _model_in(fields[part]) or here
    return [info.alias or name for name, info in here.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model of a field: itself, or the one in `tuple[Model, ...]` or `Mapping[str, Model]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((inner for part in get_args(annotation) if (inner := _model_in(part))), None)
