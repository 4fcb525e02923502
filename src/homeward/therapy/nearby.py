"""Services of a directory near a place: a city, a county, a postcode, or coordinates.

>>> coordinates("38.57, -92.17")
(38.57, -92.17)
>>> coordinates("65101") is None
True
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from homeward.therapy.directory import SHOWN, Directory, Row

_POINT = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*")
_EARTH_MILES = 3958.8

Found = tuple[Row, Row | None, float | None]
"""A service, the location where it is given, and how many miles away that is."""


def coordinates(place: str) -> tuple[float, float] | None:
    """Latitude and longitude, if a place is given so."""
    match = _POINT.fullmatch(place)
    return (float(match[1]), float(match[2])) if match else None


def near(directory: Directory, place: str, miles: float) -> list[Found]:
    """The services near a place, the nearest first where coordinates say so."""
    point = coordinates(place)
    found = [
        (service, location, away)
        for service in directory.rows("service")
        if service["status"] in SHOWN
        for location in _locations(directory, service)
        for away in [_miles(point, location) if point else None]
        if (away is not None and away <= miles)
        or (point is None and _is_there(directory, service, location, place))
    ]
    return sorted(found, key=lambda one: (one[2] or 0.0, one[0]["name"]))


def as_text(directory: Directory, found: list[Found]) -> str:
    """The services in a few lines each, with the day on which each was checked."""
    return "\n".join(line for one in found for line in (*_lines(directory, *one), ""))


def _locations(directory: Directory, service: Row) -> list[Row | None]:
    links = directory.rows("service_at_location", service_id=service["id"])
    return [directory.tables["location"][link["location_id"]] for link in links] or [None]


def _is_there(directory: Directory, service: Row, location: Row | None, place: str) -> bool:
    wanted = _plain(place)
    names = [
        area.get("name", "") for area in directory.rows("service_area", service_id=service["id"])
    ]
    for address in directory.rows("address", location_id=location["id"]) if location else ():
        city, state = address["city"], address.get("state_province", "")
        names += [city, f"{city}, {state}", address.get("region", "")]
        names.append(address.get("postal_code", "")[:5])
    return bool(wanted) and wanted in {_plain(name) for name in names}


def _plain(name: str) -> str:
    return " ".join(name.casefold().removesuffix(" county").replace(",", " ").split())


def _miles(point: tuple[float, float], location: Row | None) -> float | None:
    """Miles over the ground; None where the location has no coordinates."""
    if location is None or not location.get("latitude") or not location.get("longitude"):
        return None
    there = (float(location["latitude"]), float(location["longitude"]))
    (lat_a, lon_a), (lat_b, lon_b) = ([math.radians(x) for x in end] for end in (point, there))
    part = math.sin((lat_b - lat_a) / 2) ** 2
    part += math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * _EARTH_MILES * math.asin(math.sqrt(min(1.0, part)))


def _lines(
    directory: Directory, service: Row, location: Row | None, away: float | None
) -> Iterator[str]:
    organization = directory.tables["organization"][service["organization_id"]]
    distance = "" if away is None else f" ({away:.0f} miles)"
    yield f"{service['name']}: {organization['name']}{distance}"
    if service["status"] == "temporarily closed":
        yield "  Closed for now."
    if service.get("alert"):
        yield f"  Note: {service['alert']}"
    for address in directory.rows("address", location_id=location["id"]) if location else ():
        parts = (address.get("address_1", ""), address["city"], address.get("state_province", ""))
        street = ", ".join(part for part in parts if part)
        yield f"  {street} {address.get('postal_code', '')}".rstrip()
    yield from (f"  Phone {one['number']}" for one in _phones(directory, service, location))
    yield from (f"  {line}" for line in _hours(directory, service, location))
    for key, word in (
        ("eligibility_description", "For"),
        ("application_process", "How to start"),
        ("fees_description", "Cost"),
    ):
        if service.get(key):
            yield f"  {word}: {service[key]}"
    yield "  Ask whether a record matters: the directory does not say."
    day = service.get("assured_date")
    yield f"  Checked on {day}." if day else "  Not checked: it may have changed."


def _phones(directory: Directory, service: Row, location: Row | None) -> list[Row]:
    return directory.rows("phone", service_id=service["id"]) or (
        directory.rows("phone", location_id=location["id"]) if location else []
    )


def _hours(directory: Directory, service: Row, location: Row | None) -> Iterator[str]:
    rows = directory.rows("schedule", service_id=service["id"]) or (
        directory.rows("schedule", location_id=location["id"]) if location else []
    )
    for row in rows:
        hours = " to ".join(row[key] for key in ("opens_at", "closes_at") if row.get(key))
        said = " ".join(part for part in (row.get("byday", ""), hours) if part)
        yield f"Open {said}" if said else f"Open: {row.get('description') or 'ask'}"
