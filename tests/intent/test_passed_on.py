"""A mail passed on: its fields are the first writer's, the number of a LAPOR! notification among them."""

from __future__ import annotations

import re
from datetime import date

import pytest

from maild.intent import Correspondent, Meaning, understand
from tests.message.compose import message

HEADER = (
    "{own}\n\n---------- Forwarded message ---------\nDari: {writer}\nDate: Rab, 5 Agu 2026 pukul 21.10\n"
    "Subject: {subject}\nTo: <asisten@ombudsman.example>\n\n{text}"
)


def meaning(
    text: str, *, own: str = "FYI", writer: str = "LAPOR! <noreply@lapor.example>", role: str = "staff"
) -> Meaning:
    found = message(
        HEADER.format(own=own, writer=writer, subject="Pemberitahuan", text=text),
        subject="Fwd: Pemberitahuan",
    )
    who = Correspondent(role, in_case=False)  # type: ignore[arg-type]
    never = re.compile(r"(?!)")
    return understand(found, who, case_pattern=never, letter_pattern=never, today=date(2026, 9, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Laporan dengan tracking ID 8790033 melalui SP4N-LAPOR! mengenai jalan rusak.",
        "Nomor Laporan: #8790033\nStatus: Diproses\nPortal SP4N LAPOR!",
        "Tracking ID : 8790033\nhttps://www.lapor.go.id",
        "Kode tracking laporan Anda di LAPOR! adalah 8790033.",
        "SMS 1708: ID laporan 8790033 sudah didisposisikan",
    ],
)
@pytest.mark.parametrize("role", ["staff", "stranger"])
def test_the_tracking_number_of_a_lapor_notification(text: str, role: str) -> None:
    form = f"Nama: Budi Contoh\nInstansi: Dinas PUPR Kabupaten Uji\nIsi laporan: jalan rusak\n\n{text}"
    found = meaning(form, role=role)
    assert found.kind == "forward"
    assert found.fields["external_ref"] == "8790033"
    assert (found.fields["reporter_name"], found.fields["agency"]) == (
        "Budi Contoh",
        "Dinas PUPR Kabupaten Uji",
    )


def test_the_forwarder_is_not_the_reporter() -> None:
    found = meaning("Jalan di depan rumah saya rusak sejak Mei.", writer="Budi Contoh <budi@warga.example>")
    assert found.fields["reporter_name"] == "Budi Contoh"
    assert "announced as passed on" in found.reasons
