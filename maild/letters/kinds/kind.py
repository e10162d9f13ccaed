"""What a kind of letter is: its name, who reads it, and what its template is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Audience = Literal["reporter", "agency", "superior", "staff", "office"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of letter. `sample` has every value; `defaults` are those a caller may leave out."""

    name: str
    title: str
    audience: Audience
    sample: Mapping[str, Any]
    defaults: Mapping[str, Any] = field(default_factory=dict)
    variants: tuple[Mapping[str, Any], ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """Names of what the template is given."""
        return tuple(self.sample)

    def samples(self) -> Iterator[Mapping[str, Any]]:
        """The sample, its variants, and the sample with every default: what `check` renders."""
        yield self.sample
        for variant in self.variants:
            yield {**self.sample, **variant}
        if self.defaults:
            yield {**self.sample, **self.defaults}

    def people(self, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Names of persons among the values: none of them may stand in a subject."""
        names = (values.get(key) for key in ("reporter_name", "focal_name", "officer_name", "contact_phone"))
        return tuple(name for name in names if isinstance(name, str) and name)
