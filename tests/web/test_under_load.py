"""Two hundred people at once, and memory that does not grow with those who have been there."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from homeward.web import Limits
from tests.web.conftest import PATIENT, Running
from tests.web.pages import EXAMPLES

pytestmark = pytest.mark.slow

AT_ONCE, LANES = 200, 8
WARM, MANY = 2_000, 10_000
MOST_GROWTH = 15  # megabytes
RECORD = json.loads((EXAMPLES / "choose.json").read_text())
SMALL = json.loads((EXAMPLES / "ten-years.json").read_text())


def megabytes():
    """What this process holds in memory, the server in it."""
    status = Path(f"/proc/{os.getpid()}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


async def sent(url, number, record):
    limits = httpx.Limits(max_connections=AT_ONCE)
    async with httpx.AsyncClient(base_url=url, timeout=PATIENT, limits=limits) as client:
        return await asyncio.gather(
            *(client.post("/api/1/explain", json=record) for _ in range(number))
        )


def test_two_hundred_at_once_are_all_answered_alike(site_url):
    found = asyncio.run(sent(site_url, AT_ONCE, RECORD))
    assert [answer.status_code for answer in found] == [200] * AT_ONCE
    assert len({answer.text for answer in found}) == 1


async def visited(url, numbers):
    """Come on many different days, eight at a time, now and then for the page of the answers."""

    async def one_after_another(client, own):
        for number in own:
            day = f"{2000 + number % 26}-{1 + number % 12:02}-{1 + number % 28:02}"
            record = SMALL | {"as_of": day}
            if number % 20:
                answer = await client.post("/api/1/explain", json=record)
            else:
                answer = await client.post("/en/answers", data={"record": json.dumps(record)})
            assert answer.status_code == 200

    async with httpx.AsyncClient(base_url=url, timeout=PATIENT) as client:
        await asyncio.gather(*(one_after_another(client, numbers[n::LANES]) for n in range(LANES)))


def growth():
    """How many megabytes a process of its own has grown by, the site in it, after a warm start."""
    with Running(Limits(seconds=PATIENT, slow_seconds=PATIENT)) as site:
        asyncio.run(visited(site.url, range(WARM)))
        before = megabytes()
        asyncio.run(visited(site.url, range(WARM, MANY)))
        return megabytes() - before


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_memory_is_flat_over_ten_thousand_requests():
    code = "from tests.web.test_under_load import growth; print(growth())"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(told.stdout) < MOST_GROWTH
