"""Starting the site on this machine: no log of requests, and a line that says where it is."""

from __future__ import annotations

from collections.abc import Sequence

import uvicorn

from homeward.therapy import Instrument
from homeward.web.limits import Limits
from homeward.web.site import create_site

HOME = "127.0.0.1"
_IN_FLIGHT = 500
_KEPT_OPEN = 75  # seconds; longer than a proxy keeps its side, so that none sends into a closed one


def serve(
    port: int,
    *,
    host: str = HOME,
    limits: Limits | None = None,
    proxies: str = "",
    forms: Sequence[Instrument] = (),
) -> None:
    """Serve the site until it is stopped.

    Args:
        port: where to listen.
        host: the address to listen on; by default only this machine can reach it.
        limits: by default those of one's own machine.
        proxies: the addresses, with commas, whose word on a caller's address is taken.
        forms: screening forms in the site's own words, shown beside those that are shipped.
    """
    own = configured(port, host=host, limits=limits, proxies=proxies, forms=forms)
    uvicorn.Server(own).run()


def configured(
    port: int,
    *,
    host: str = HOME,
    limits: Limits | None = None,
    proxies: str = "",
    forms: Sequence[Instrument] = (),
) -> uvicorn.Config:
    """How the server runs: nothing is logged, and nothing is told of what it is."""
    return uvicorn.Config(
        create_site(limits, forms),
        host=host,
        port=port,
        access_log=False,
        log_level="critical",
        server_header=False,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies or HOME,
        limit_concurrency=_IN_FLIGHT,
        timeout_keep_alive=_KEPT_OPEN,
    )
