"""Two hundred people at once, and memory that does not grow with those who have been there."""

import asyncio
import json
import os
from pathlib import Path

import httpx
import pytest

from tests.web.pages import EXAMPLES

pytestmark = pytest.mark.slow

AT_ONCE, MANY = 200, 800
RECORD = json.loads((EXAMPLES / "choose.json").read_text())


def megabytes():
    """What this process holds in memory, the server in it."""
    status = Path(f"/proc/{os.getpid()}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


async def sent(url, number, record):
    limits = httpx.Limits(max_connections=AT_ONCE)
    async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits) as client:
        return await asyncio.gather(
            *(client.post("/api/1/explain", json=record) for _ in range(number))
        )


def test_two_hundred_at_once_are_all_answered_alike(site_url):
    found = asyncio.run(sent(site_url, AT_ONCE, RECORD))
    assert [answer.status_code for answer in found] == [200] * AT_ONCE
    assert len({answer.text for answer in found}) == 1


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_memory_does_not_grow_with_those_who_have_been_there(client):
    def visit(number):
        day = f"{2000 + number % 26}-{1 + number % 12:02}-{1 + number % 28:02}"
        form = {"record": json.dumps(RECORD | {"as_of": day})}
        assert client.post("/en/answers", data=form).status_code == 200

    for number in range(MANY // 4):
        visit(number)
    before = megabytes()
    for number in range(MANY):
        visit(number)
    assert megabytes() - before < 15
