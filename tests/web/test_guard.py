"""What stands before every page."""

import httpx
import pytest

from homeward.web import Limits
from tests.web.pages import example_records, parts, send

RECORD = example_records()["ten-years"]
PAGES = ["/", "/en/", "/es/", "/en/law", "/en/law/us-mo", "/en/law/us-mo/refiling", "/en/turn",
         "/en/privacy", "/es/privacy", "/en/reform", "/en/reform/us-mo", "/en/reform/report",
         "/en/therapy", "/en/therapy/phq-9", "/en/therapy/dates", "/en/therapy/notice", "/nowhere",
         "/en/law/us-mo/nothing", "/api/1/openapi.json",
         "/api/1/law", "/api/1/nothing", "/static/site.css", "/static/nothing"]  # fmt: skip

FORMS = ["charges", "questions", "save.json", "save.csv", "packet.pdf", "dates.ics", "people",
         "reform/report", "therapy/phq-9", "therapy/dates", "therapy/notice.pdf"]  # fmt: skip


def answers(client):
    yield from (client.get(path) for path in PAGES)
    yield send(client, RECORD)
    for path in FORMS:
        yield send(client, RECORD, path=path)
    yield client.post("/en/answers", data={"record": "{"})
    yield client.post("/api/1/explain", json=RECORD)
    yield client.post("/api/1/explain", content=b"x" * 1_000_001)


def test_no_answer_sets_a_cookie(client):
    assert [a.headers.get_list("set-cookie") for a in answers(client)] == [[]] * (
        len(PAGES) + len(FORMS) + 4
    )


def test_every_answer_shuts_the_page_in(client):
    for answer in answers(client):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "server" not in answer.headers


def test_only_assets_may_be_kept_by_a_browser(client):
    for answer in answers(client):
        kept = answer.headers["cache-control"] != "no-store"
        assert kept == answer.request.url.path.startswith("/static/")


def test_a_page_needs_nothing_that_is_not_ours(client):
    for path in ("/en/", "/es/turn", "/en/law/us-mo/refiling"):
        page = client.get(path).text
        sources = [p.get("src") or (p["tag"] == "link" and p["href"]) for p in parts(page)]
        ours = [source for source in sources if source]
        assert ours
        for source in ours:
            assert source.startswith("/static/")
            assert client.get(source).status_code == 200
        assert not parts(page, style=True)
        assert not [p for p in parts(page) if any(key.startswith("on") for key in p)]


def test_the_sheet_names_only_files_that_are_here(client):
    import re

    sheet = client.get("/static/uswds/uswds.css").text
    named = {url for url in re.findall(r'url\("?([^")]*)"?\)', sheet) if url}
    assert named
    for url in named:
        assert client.get(f"/static/uswds/{url}").status_code == 200, url


def test_the_licence_of_what_others_made_stands_beside_it(client):
    assert "SIL Open Font License" in client.get("/static/uswds/LICENSE.md").text


@pytest.mark.parametrize("where", ["cross-site", "same-site"])
def test_a_form_from_another_site_is_refused(client, where):
    answer = client.post("/en/answers", data={}, headers={"sec-fetch-site": where})
    assert answer.status_code == 403


@pytest.mark.parametrize("where", ["same-origin", "none"])
def test_a_form_of_our_own_is_taken(client, where):
    data = {"record": '{"cases":[]}'}
    answer = client.post("/en/answers", data=data, headers={"sec-fetch-site": where})
    assert answer.status_code == 200


@pytest.mark.parametrize("stream", [False, True], ids=["told its size", "sent bit by bit"])
@pytest.mark.parametrize("path", ["/api/1/explain", "/en/answers"])
def test_what_is_too_large_is_refused(client, path, stream):
    body = b"x" * 1_000_001
    content = iter([body[:600_000], body[600_000:]]) if stream else body
    kind = {"content-type": "application/x-www-form-urlencoded"}
    answer = client.post(path, content=content, headers=kind)
    assert answer.status_code == 413
    assert "larger than this site takes" in answer.text


def test_a_hosted_site_counts_an_address_for_a_minute(running):
    limits = Limits(per_minute=3)
    with running(limits) as site, httpx.Client(base_url=site.url) as client:
        found = [client.get("/en/privacy").status_code for _ in range(4)]
        assert found == [200, 200, 200, 429]
        assert client.get("/static/site.css").status_code == 200


def test_a_hosted_site_takes_changes_to_the_law_by_name_only(running):
    own = {"cases": [], "with": {"program": "before-sb-1421", "options": {}}}
    named = {"cases": [], "with": "before-sb-1421"}
    with running(Limits.hosted()) as site, httpx.Client(base_url=site.url) as client:
        assert client.post("/api/1/explain", json=own).status_code == 422
        assert client.post("/api/1/explain", json=named).status_code == 200


def test_an_answer_that_takes_too_long_is_not_waited_for(running):
    with running(Limits(seconds=0)) as site, httpx.Client(base_url=site.url) as client:
        answer = client.post("/api/1/explain", json=RECORD)
        assert answer.status_code == 503
        assert answer.headers["retry-after"] == "30"


@pytest.mark.parametrize("path", ["/en/boom", "/api/1/boom"])
def test_a_mistake_of_ours_tells_nobody_what_was_sent(running, capfd, caplog, path):
    fact = "XQ-4711"

    def boom():
        raise RuntimeError(fact)

    site = running(Limits())
    site.server.config.app.app.add_api_route(path, boom)
    with site, httpx.Client(base_url=site.url) as client:
        answer = client.get(path)
    assert answer.status_code == 500
    assert "mistake of homeward" in answer.text
    assert answer.headers["content-security-policy"]
    assert answer.headers["content-type"].startswith(
        "application/problem+json" if path.startswith("/api") else "text/html"
    )
    said = capfd.readouterr()
    assert fact not in said.out + said.err + caplog.text + answer.text
