"""Every rule is readable on the site."""

import pytest

from homeward import law
from tests.web.pages import parts

BODIES = law.body_ids()


@pytest.mark.parametrize("body_id", BODIES)
def test_every_rule_of_a_body_of_law_has_its_page(client, body_id):
    index = client.get(f"/en/law/{body_id}")
    assert index.status_code == 200
    links = {part["href"] for part in parts(index.text, tag="a")}
    for rule in law.body(body_id).rules.values():
        assert f"/en/law/{rule.name}" in links
        page = client.get(f"/en/law/{rule.name}").text
        main = parts(page, tag="main")[0]["text"]
        assert rule.title in main
        for one in rule.named:
            assert one.cite in main
            assert parts(page, id=one.name.replace("_", "-")), one.name


def test_the_list_of_all_law_leads_to_each(client):
    links = {part["href"] for part in parts(client.get("/es/law").text, tag="a")}
    assert {f"/es/law/{body_id}" for body_id in BODIES} <= links


@pytest.mark.parametrize("body_id", ["us-mo", "us-la", "us-or"])
def test_no_link_between_pages_of_law_is_broken(client, body_id):
    pages = [f"/en/law/{body_id}", f"/en/law/{body_id}/open-questions"]
    pages += [f"/en/law/{name}" for name in law.body(body_id).rules]
    links = {part["href"] for path in pages for part in parts(client.get(path).text, tag="a")}
    inside = {link.partition("#")[0] for link in links if link.startswith("/")}
    for link in sorted(inside):
        assert client.get(link).status_code == 200, link


def test_the_law_of_another_day_has_its_numbers(client):
    path = "/en/law/us-mo/expungement"
    before = client.get(f"{path}?as_of=2017-06-01").text
    assert "the law on 2017-06-01" in parts(before, tag="main")[0]["text"]
    assert client.get(f"{path}?as_of=29 February").status_code == 422


@pytest.mark.parametrize("path", ["/law", "/law/us-mo", "/law/us-mo/refiling", "/turn", "/therapy"])
def test_a_page_leads_to_itself_in_the_other_language(client, path):
    for language, other in (("en", "es"), ("es", "en")):
        links = parts(client.get(f"/{language}{path}").text, hreflang=other)
        assert [link["href"] for link in links] == [f"/{other}{path}"]
