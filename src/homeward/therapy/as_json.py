"""A score as plain keys, for JSON."""

from __future__ import annotations

from typing import Any

from homeward.therapy.scoring import NOT_A_DIAGNOSIS, Score


def as_dict(found: Score) -> dict[str, Any]:
    """The keys of a score; docs/therapy.md says what each means."""
    response = found.response
    shaped: dict[str, Any] = {
        "id": response.id,
        "instrument": response.instrument.id,
        "version": response.version,
        "valid": found.valid,
        "errors": [{"item": wrong.item, "why": wrong.why} for wrong in found.wrong],
        "missing": found.missing,
        "total": found.total,
        "total_min": found.total_min,
        "total_max": found.total_max,
        "band": found.band,
        "positive": found.positive,
        "subscores": found.subscores,
        "flags": found.flags,
        "settled_by": found.settled_by,
        "notes": found.notes,
        "says": NOT_A_DIAGNOSIS,
    }
    if found.prorated_mean is not None:
        shaped["prorated_mean"] = found.prorated_mean
    if response.reported is not None:
        shaped["reported_total"] = response.reported
        shaped["agrees_with_reported"] = found.agrees_with_reported
    if found.short_forms:
        shaped["short_forms"] = {
            name: {"total_min": own.total_min, "total_max": own.total_max, "positive": own.positive}
            for name, own in found.short_forms.items()
        }
    return shaped
