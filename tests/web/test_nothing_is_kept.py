"""After every journey: no fact of the person in a log, in a file, or on its way elsewhere."""

import contextlib
import html
import json
import os
import socket
import subprocess
import sys
import time

import httpx
import pytest

from tests.web.pages import parts

FACTS = ["XQ-4711-secret", "zebra larceny", "1977-07-07", "Quillfeather"]
CHARGE = {"charge_id": "1", "statute": "570.030", "description": FACTS[1], "severity": "felony"}
CASE = {"case_id": FACTS[0], "jurisdiction": "us-mo", "county": FACTS[3], "charges": [CHARGE]}
RECORD = {"person": {"birth_date": FACTS[2]}, "cases": [CASE]}


@pytest.fixture
def served(tmp_path):
    """The command itself, with a temporary folder and a home of its own, and an eager collector."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with socket.create_server(("127.0.0.1", 0)) as collector:
        collector.settimeout(0.5)
        for folder in ("tmp", "home"):
            (tmp_path / folder).mkdir()
        environment = os.environ | {
            "TMPDIR": str(tmp_path / "tmp"),
            "HOME": str(tmp_path / "home"),
            "FASTAPI_OTEL_AUTO_CONFIGURE": "true",
            "OTEL_EXPORTER_OTLP_ENDPOINT": f"http://127.0.0.1:{collector.getsockname()[1]}",
            "OTEL_BSP_SCHEDULE_DELAY": "10",
        }
        with (tmp_path / "said.txt").open("w") as said:
            server = subprocess.Popen(
                [sys.executable, "-m", "homeward", "serve", "--port", str(port)],
                stdout=said, stderr=said, env=environment, cwd=tmp_path,
            )  # fmt: skip
            try:
                yield f"http://127.0.0.1:{port}", collector
            finally:
                server.terminate()
                server.wait(timeout=20)


def ready(client):
    for _ in range(300):
        with contextlib.suppress(httpx.TransportError):
            client.get("/static/icon.svg")
            return
        time.sleep(0.1)
    pytest.fail("the server did not start")


def journeys(client):
    """Every way in that takes a fact, also those that end in an error."""
    text = json.dumps(RECORD)
    form = {"record": text, "wish": "clear", "place": "us-mo"}
    for path in ("answers", "questions", "charges", "save.json", "save.csv", "dates.ics"):
        yield client.post(f"/en/{path}", data=form)
    yield client.post("/en/answers", files={"file": ("record.json", text)})
    large = text[:-1] + " " * 990_000 + "}"
    yield client.post("/en/answers", files={"file": ("large.json", large)})
    yield client.post("/en/answers", files={"file": ("larger.json", large + " " * 90_000)})
    yield client.post("/en/answers", files={"file": ("broken.json", text[:-1])})
    yield client.post("/en/answers", data=form | {"record": text.replace("1977", "77")})
    yield client.post("/api/1/explain", json=RECORD)
    yield client.post("/api/1/explain?question=clera", json=RECORD)
    yield client.post("/api/1/explain", content=text[:-1])
    yield client.get("/en/statutes", params={"place": "us-mo", "q": FACTS[1]})
    row = f"p1,{FACTS[0]},{FACTS[3]},570.030,{FACTS[1]}"
    table = f"person_id,case_id,county,statute,description\n{row}\n"
    files, reform = {"file": ("export.csv", table)}, {"reform": "before-sb-1421"}
    page = client.post("/en/reform/report", data=reform, files=files)
    yield page
    tables = parts(page.text, name="tables")[0]["value"]
    for mapping in (page.text.partition("<textarea")[2].partition(">\n")[2].partition("<")[0], "["):
        told = reform | {"tables": tables, "mapping": html.unescape(mapping)}
        yield client.post("/en/reform/report", data=told)
    yield client.post("/en/answers", files={"file": ("two.jsonl", f"{text}\n{text}\n")})
    page = client.post("/en/answers", files={"file": ("other.csv", table.replace("county", "Ort"))})
    yield page
    told = {"tables": parts(page.text, name="tables")[0]["value"], "place": "us-mo"}
    for path in ("people", "people.csv", "people.jsonl"):
        yield client.post(f"/en/{path}", data=told)
    page = client.post("/en/questions", data=form).text
    carried = {p["name"]: p["value"] for p in parts(page, tag="input", type="hidden")}
    yield client.post("/en/questions", data=carried | {"value.charge:c1/1": "nonsense"})


def test_no_fact_is_found_in_logs_or_files(served, tmp_path):
    url, collector = served
    with httpx.Client(base_url=url, timeout=60) as client:
        ready(client)
        statuses = [answer.status_code for answer in journeys(client)]
    assert set(statuses) == {200, 400, 413, 422}
    with pytest.raises(TimeoutError):
        collector.accept()  # nobody came to tell it anything
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert tmp_path / "said.txt" in files
    for path in files:
        held = path.read_bytes()
        assert not [fact for fact in FACTS if fact.encode() in held], path
    assert [path for path in files if path.parts[-2] in ("tmp", "home")] == []
