"""Every number by which routing calls something certain: measured by `make score`, which prints what one step
to either side would cost."""

from __future__ import annotations

from dataclasses import dataclass

from maild.directory import roles


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Only the first six can make a machine send something; the others rank what a person is shown."""

    # Least part in the story (maild.directory.roles) that makes an agency the one meant beside others named.
    leading: int = roles.ACTING
    # Words for its services, at least, that bear out the agency named.
    borne_out: int = 1
    # A proper name written so much alike, of 100, is the same: 'hilers' and 'Hillers' reach 92, 'Kupang' and
    # 'Kupung' 83.
    alike: int = 84
    # A proper name that another one comes so near to is not certain.
    alike_margin: int = 4
    # Places of the text that settle between Kota and Kabupaten of one name.
    narrowing_places: int = 2
    # Words for services of another function that contradict the agency named.
    other_services: int = 1
    # Least score of an agency deduced from services and places that is told as the one meant.
    deduced: int = 40
    # ... and how far the next one has to be behind.
    deduced_margin: int = 6


THRESHOLDS = Thresholds()
