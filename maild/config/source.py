"""config.yaml as plain values that remember where they stand.

Every scalar stays the text that was written (an empty one, `null` or `~` is None): YAML would turn a
telephone number 0361… or a code 51 into a number, and the models know better what they want.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from maild.config.problem import ConfigProblem, masked

Path = tuple[str | int, ...]
Value = None | str | list["Value"] | dict[str, "Value"]
_DEEPEST = 12  # levels; more is an alias that holds itself


class Place(NamedTuple):
    """Line and column, both from 1, of a key and of its value."""

    line: int
    column: int
    value_line: int
    value_column: int


@dataclass(frozen=True)
class Source:
    """A file as read. `places` maps the path of each key to where it stands."""

    file: str
    lines: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict)
    places: Mapping[Path, Place] = field(default_factory=dict)

    def problem(
        self,
        path: Path,
        found: str,
        wanted: str,
        hint: str = "",
        *,
        block: int | None = None,
        at_key: bool = False,
    ) -> ConfigProblem:
        """A fault at `path`; with `block`, at that key of the office block or where it is inherited from.

        A key that is absent is shown at the nearest section around it.
        """
        line, column = self._locate(path, block, at_key)
        text = masked(self.lines[line - 1]) if line <= len(self.lines) else ""
        where = dotted(path if block is None or self._inherited(path, block) else ("offices", block, *path))
        return ConfigProblem(self.file, line, column, where, found, wanted, hint, text)

    def _inherited(self, path: Path, block: int) -> bool:
        return ("offices", block, *path) not in self.places and path in self.places

    def _locate(self, path: Path, block: int | None, at_key: bool) -> tuple[int, int]:
        tries = [path[:n] for n in range(len(path), 0, -1)]
        if block is not None:
            own: list[Path] = [("offices", block, *part) for part in tries]
            tries = [candidate for pair in zip(own, tries, strict=True) for candidate in pair]
            tries.append(("offices", block))
        for candidate in tries:
            place = self.places.get(candidate)
            if place is not None:
                exact = candidate in (path, ("offices", block, *path)) and not at_key
                exact = (
                    exact and place.value_line == place.line
                )  # a section below its key is shown at the key
                return (place.value_line, place.value_column) if exact else (place.line, place.column)
        return 1, 1


def dotted(path: Path) -> str:
    """('offices', 1, 'mailbox', 'port') -> 'offices[1].mailbox.port'"""
    said = ""
    for part in path:
        said += f"[{part}]" if isinstance(part, int) else f".{part}" if said else part
    return said


def read(file: str, text: str) -> tuple[Source, tuple[ConfigProblem, ...]]:
    """The values of a YAML text, and what keeps them from being read; on bad syntax the values are empty."""
    lines = tuple(text.splitlines())
    try:
        root = YAML(typ="rt").compose(text)
    except YAMLError as error:
        return Source(file, lines), (_syntax(file, lines, error),)
    reader = _Reader(file, lines)
    values = reader.value(root, ()) if root is not None else {}
    if not isinstance(values, dict):
        reader.complain(
            root, (), "a list" if isinstance(values, list) else "a text", "sections such as 'office:'"
        )
        values = {}
    return Source(file, lines, values, reader.places), tuple(reader.problems)


def _syntax(file: str, lines: tuple[str, ...], error: YAMLError) -> ConfigProblem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or error).splitlines()[0]
    said = said.removeprefix("found ")  # the sentence begins with that word already
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
    shown = lines[line - 1] if line <= len(lines) else ""
    hint = (
        "indent with blanks, not with tabs"
        if "\\t" in said or "\t" in shown
        else "look at the line above as well"
    )
    if isinstance(error, MarkedYAMLError) and error.context:
        hint = f"{hint} ({error.context})"
    return ConfigProblem(file, line, column, "", masked(said), "YAML that can be read", hint, masked(shown))


@dataclass
class _Reader:
    file: str
    lines: tuple[str, ...]
    places: dict[Path, Place] = field(default_factory=dict)
    problems: list[ConfigProblem] = field(default_factory=list)

    def complain(self, node: Node, path: Path, found: str, wanted: str, hint: str = "") -> None:
        line, column = node.start_mark.line, node.start_mark.column
        text = masked(self.lines[line]) if line < len(self.lines) else ""
        self.problems.append(
            ConfigProblem(self.file, line + 1, column + 1, dotted(path), found, wanted, hint, text)
        )

    def value(self, node: Node, path: Path) -> Value:
        if len(path) > _DEEPEST:
            self.complain(node, path[:3], "an alias that holds itself", "a plain value")
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self._item(child, (*path, index)) for index, child in enumerate(node.value)]
        assert isinstance(node, ScalarNode)
        return None if node.style is None and str(node.tag).endswith(":null") else str(node.value)

    def _item(self, node: Node, path: Path) -> Value:
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        self.places[path] = Place(line, column, line, column)
        return self.value(node, path)

    def _mapping(self, node: MappingNode, path: Path) -> Value:
        made: dict[str, Value] = {}
        own: set[Path] = set()  # a key of ours may override one that `<<` brought
        for key, child in node.value:
            if str(key.tag).endswith(":merge"):
                inherited = self.value(child, path)
                made = {**inherited, **made} if isinstance(inherited, dict) else made
                continue
            name = str(key.value) if isinstance(key, ScalarNode) else "?"
            here = (*path, name)
            if here in own:
                before = self.places[here].line
                self.complain(
                    key, here, "the same key twice", "each key once", f"it stands in line {before} already"
                )
                continue
            own.add(here)
            start, inner = key.start_mark, child.start_mark
            self.places[here] = Place(start.line + 1, start.column + 1, inner.line + 1, inner.column + 1)
            made[name] = self.value(child, here)
        return made
