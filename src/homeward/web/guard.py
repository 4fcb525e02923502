"""What stands before every page: limits on size and pace, and the headers that keep a page shut in.

The forms hold no state and the site knows no accounts, so there is nothing that a form sent from
elsewhere could do in somebody's name. Such a form is refused all the same.
"""

from __future__ import annotations

import time
from collections import Counter

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from homeward.web.limits import Limits
from homeward.web.problems import TOO_LARGE, TOO_OFTEN, WRONG_PLACE, Trouble, answer_to

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; "
        "img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
"""On every answer: no scripts or styles but our own, nothing kept, nothing told to others."""

TAKE_TABLES = ("report", "report.html", "report.json", "people", "people.csv", "people.jsonl")
"""The last part of the addresses that tables of many people are sent to."""

_ASSETS = "/static/"
_A_DAY = "public, max-age=86400"
_ELSEWHERE = ("cross-site", "same-site")
_MINUTE = 60.0


class Guard:
    """Refuses what is too large, too often or sent from elsewhere, and sets the headers."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        """Stand before an application."""
        self.app = app
        self.limits = limits
        self._seen: Counter[str] = Counter()
        self._until = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        trouble = self._refuses(scope)
        if trouble is not None:
            await answer_to(scope, trouble)(scope, receive, _sealed(scope, send))
            return
        await self.app(scope, receive, _sealed(scope, send))

    def _refuses(self, scope: Scope) -> Trouble | None:
        headers = Headers(scope=scope)
        length = headers.get("content-length", "")
        takes_tables = scope["path"].rpartition("/")[2] in TAKE_TABLES
        most = self.limits.table_bytes if takes_tables else self.limits.bytes
        if length.isdecimal() and int(length) > most:
            return TOO_LARGE
        if scope["method"] == "POST" and headers.get("sec-fetch-site") in _ELSEWHERE:
            return WRONG_PLACE
        return TOO_OFTEN if self._is_too_often(scope) else None

    def _is_too_often(self, scope: Scope) -> bool:
        """Count an address for a minute; then all are forgotten."""
        if self.limits.per_minute is None or scope["path"].startswith(_ASSETS):
            return False
        now = time.monotonic()
        if now >= self._until:
            self._seen.clear()
            self._until = now + _MINUTE
        client = scope.get("client")
        address = client[0] if client else ""
        self._seen[address] += 1
        return self._seen[address] > self.limits.per_minute


def _sealed(scope: Scope, send: Send) -> Send:
    """The same way out, with our headers on every answer."""

    async def seal(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            if scope["path"].startswith(_ASSETS):
                headers["cache-control"] = _A_DAY
        await send(message)

    return seal
