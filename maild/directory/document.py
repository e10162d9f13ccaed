"""The `route` document of the public contract (contract.md section 3)."""

from __future__ import annotations

from typing import Any

from maild.directory.register import Route
from maild.intent.meaning import Report


def as_json(route: Route, report: Report | None, file: str) -> dict[str, Any]:
    """Plain values for one JSON line; `report` is None when the mail is no report."""
    return {
        "file": file,
        "decision": route.decision,
        "agency_ids": list(route.agency_ids),
        "candidates": [
            {"agency_id": c.agency_id, "score": round(c.score, 1), "why": c.why} for c in route.candidates
        ],
        "reasons": list(route.reasons),
        "urgent": bool(report and report.urgent),
        "confidential": bool(report and report.confidential),
        "missing": list(report.missing) if report else [],
        "duplicates": list(route.duplicates),
    }
