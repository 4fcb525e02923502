"""The site under load: two hundred people at once, and memory over ten thousand requests.

python -m benchmarks.site [--requests 10000]
"""

from __future__ import annotations

import argparse
import asyncio
import json
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx

EXAMPLES = Path(__file__).parent.parent / "examples"
AT_ONCE = 200


def main(requests: int) -> None:
    """Start the site, load it, print the figures."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "homeward", "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        try:
            asyncio.run(_loaded(f"http://127.0.0.1:{port}", server.pid, requests))
        finally:
            server.terminate()


async def _loaded(url: str, pid: int, requests: int) -> None:
    limits = httpx.Limits(max_connections=AT_ONCE)
    async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits) as client:
        await _ready(client)
        await _at_once(client)
        await _many(client, pid, requests)


async def _ready(client: httpx.AsyncClient) -> None:
    for _ in range(100):
        try:
            await client.get("/en/")
        except httpx.TransportError:
            await asyncio.sleep(0.2)
        else:
            return


async def _at_once(client: httpx.AsyncClient) -> None:
    """Two hundred explains at the same moment, twice: before and after the law is loaded."""
    record = json.loads((EXAMPLES / "choose.json").read_text())
    for name in ("cold", "warm"):
        found = await asyncio.gather(*(_timed(client, record) for _ in range(AT_ONCE)))
        times = sorted(seconds for seconds, _ in found)
        wrong = sum(status != httpx.codes.OK for _, status in found)
        half, most = times[len(times) // 2], times[int(len(times) * 0.95)]
        print(
            f"{AT_ONCE} explains at once, {name}: {wrong} errors; half within {half:.2f} s, "
            f"95 in 100 within {most:.2f} s, all within {times[-1]:.2f} s"
        )


async def _timed(client: httpx.AsyncClient, record: object) -> tuple[float, int]:
    start = time.perf_counter()
    answer = await client.post("/api/1/explain", json=record)
    return time.perf_counter() - start, answer.status_code


async def _many(client: httpx.AsyncClient, pid: int, requests: int) -> None:
    """Pages and explains of every example, on many days, ten at a time; memory as it goes."""
    records = [json.loads(path.read_text()) for path in sorted(EXAMPLES.glob("*.json"))]
    start, wrong = time.perf_counter(), 0
    print(f"memory at the start: {_megabytes(pid)} MB")
    for done in range(0, requests, 10):
        batch = [_one(client, records[n % len(records)], n) for n in range(done, done + 10)]
        wrong += sum(status != httpx.codes.OK for status in await asyncio.gather(*batch))
        if (done + 10) % (requests // 5) == 0:
            print(f"memory after {done + 10} requests: {_megabytes(pid)} MB")
    spent = time.perf_counter() - start
    print(f"{requests} requests in {spent:.0f} s ({requests / spent:.0f} a second), {wrong} errors")


async def _one(client: httpx.AsyncClient, record: dict[str, object], number: int) -> int:
    day = f"{2000 + number % 30}-{1 + number % 12:02}-{1 + number % 28:02}"
    changed = record | {"as_of": day}
    if number % 2:
        answer = await client.post("/api/1/explain", json=changed)
    else:
        form = {"record": json.dumps(changed)}
        answer = await client.post("/en/answers", data=form)
    return answer.status_code


def _megabytes(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=10_000)
    main(parser.parse_args().requests)
