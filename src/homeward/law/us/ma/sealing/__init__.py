"""Sealing a Massachusetts record: by mail, by a judge, by itself."""

from homeward.law.us.ma.sealing import (
    by_mail,
    drugs,
    juvenile,
    special_routes,
    without_conviction,
)

__all__ = ["by_mail", "drugs", "juvenile", "special_routes", "without_conviction"]
