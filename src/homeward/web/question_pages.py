"""The journey: charges into a table, then only the questions that can still change an answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from homeward.explain import Explanation
from homeward.explain.session import Session
from homeward.facts import Fact, Row
from homeward.web import charge_table, inputs
from homeward.web.answer_pages import shown
from homeward.web.asking import About, Asking, Question, address, label_of, rows_of
from homeward.web.carried import Carried, carried
from homeward.web.desk import Asked, Desk, places
from homeward.web.pages import filled, language_of, page
from homeward.web.record_file import drop, put
from homeward.web.statutes import found_statutes

router = APIRouter()

_MOST_BLANK = 4
_HARM = ("abuse", "battering", "survivor", "suicide", "trafficking", "victim")


@router.post("/charges")
async def charges(request: Request) -> Response:
    """The table of charges: to fill in, or to look at again."""
    brought = await carried(request)
    fields = brought.fields
    language = language_of(request.url.path)
    _set_home(brought)
    if fields.get("sent"):
        table = charge_table.taken(brought.record, fields, brought.place)
        if table.is_right and fields.get("go"):
            return await _next(request, brought)
        if table.is_right:
            blank = _MOST_BLANK if fields.get("more") else charge_table.BLANK_ROWS
            rows = charge_table.rows_of(brought.record, brought.place, blank)
        else:
            rows = table.rows
    else:
        rows = charge_table.rows_of(brought.record, brought.place)
    look = fields.get("look", "").strip()[:80]
    return page(
        "charges.html", language, carried=brought, rows=rows, facts=charge_table.facts(),
        places=places(), choices=inputs.choices, day_parts=inputs.day_parts, look=look,
        found=found_statutes(brought.place, look) if look else (),
        harm=brought.touches_harm,
    )  # fmt: skip


def _set_home(brought: Carried) -> None:
    """Who asks about checks by landlords has a home in view, and where it is decides the law."""
    asks_homes = brought.wish is not None and brought.wish.homes
    if asks_homes and brought.place and not brought.record.get("tenancy"):
        brought.record["tenancy"] = {"jurisdiction": brought.place}


@router.get("/statutes")
async def statutes(request: Request) -> Response:
    """Sections that fit what is being typed, as the choices of a field."""
    asked = request.query_params
    found = found_statutes(asked.get("place", ""), asked.get("q", "")[:80])
    return page("statutes.html", language_of(request.url.path), found=found)


@router.post("/questions")
async def questions(request: Request) -> Response:
    """The next question that could change an answer; the answers, when there is none left."""
    return await _next(request, await carried(request))


async def _next(request: Request, brought: Carried) -> Response:
    desk: Desk = request.app.state.desk
    language = language_of(request.url.path)
    html = await desk.do(lambda: Journey(desk, brought, language).step())
    return Response(html, media_type="text/html")


class Journey:
    """One step of the way: what was just told is written down, and what matters next is asked."""

    def __init__(self, desk: Desk, brought: Carried, language: str) -> None:
        """Take what the form brought."""
        self.desk = desk
        self.brought = brought
        self.language = language
        self.wrong: dict[str, str] = {}

    def step(self) -> str:
        """The next page."""
        explanation = self._explained()
        told = self.brought.fields.get("fact", "")
        if told and not self.brought.fields.get("ask"):
            self._write(explanation, told)
            if not self.wrong:
                explanation = self._explained()
                self.brought.trail.append(told.partition("@")[0])
        asking = self._asking(explanation, self.brought.skipped)
        again = self.brought.fields.get("ask", "") or (told if self.wrong else "")
        question = self._again(asking, again) if again else _first(asking)
        if question is None:
            end = "asked" if self._asking(explanation).questions() else "settled"
            whole = self.desk.explained(self.brought.record, Asked())
            return shown(whole, self.brought, self.language, end=end)
        return self._page(explanation, asking, question)

    def _asking(self, explanation: Explanation, skipped: Collection[str] = ()) -> Asking:
        """What is worth asking; who said what they want to know is asked what would open it."""
        if self.brought.wish is None:
            return Asking(explanation, skipped)
        session = Session(explanation.as_of, engines=self.desk.engines(()))
        return Asking(explanation, skipped, session)

    def _explained(self) -> Explanation:
        return self.desk.explained(self.brought.record, Asked(wish=self.brought.wish))

    def _again(self, asking: Asking, again: str) -> Question | None:
        """A question that is asked again: to change an answer, or since one was not right."""
        name, _, key = again.partition("@")
        if key:
            return asking.question_about(name, key)
        if self.wrong:
            return next((one for one in asking.questions() if one.fact.name == name), None)
        self.brought.trail = self.brought.trail[:-1]
        return asking.question_again(name)

    def _write(self, explanation: Explanation, told: str) -> None:
        """Write what was told into the record, row by row."""
        name = told.partition("@")[0]
        if name not in explanation.vocabulary:
            return
        fact = explanation.vocabulary[name]
        for row in rows_of(explanation.record):
            field = f"value.{address(row)}"
            if row.table == fact.table and _is_sent(field, self.brought.fields):
                self._write_one(fact, row, explanation)

    def _write_one(self, fact: Fact, row: Row, explanation: Explanation) -> None:
        told = inputs.typed_in(fact, f"value.{address(row)}", self.brought.fields)
        data = data_of(self.brought.record, row, explanation)
        entry = f"{fact.name}@{address(row)}"
        if told.wrong:
            self.wrong[address(row)] = told.wrong
            return
        for spelling in (fact.field, *fact.aliases):
            drop(data, spelling)
        if told.value is None:
            self.brought.skipped.append(entry)
        else:
            put(data, fact.field, told.value)
            self.brought.skipped = [one for one in self.brought.skipped if one != entry]

    def _page(self, explanation: Explanation, asking: Asking, question: Question) -> str:
        left = len(asking.questions())
        return filled(
            "questions.html", self.language,
            carried=self.brought,
            question=question,
            left=left,
            values={one.key: self._value(question.fact, one, explanation)
                    for one in question.about},
            wrong=self.wrong,
            told=list(told_facts(explanation)),
            choices=inputs.choices,
            day_parts=inputs.day_parts,
            harm=self.brought.touches_harm or is_about_harm(question.fact),
        )  # fmt: skip

    def _value(self, fact: Fact, about: About, explanation: Explanation) -> str:
        """What the field of a row shows: what was typed wrong, else what the record says."""
        if about.key in self.wrong:
            typed = inputs.typed_in(fact, f"value.{about.key}", self.brought.fields)
            return str(typed.value or "")
        return inputs.shown_value(fact, data_of(self.brought.record, about.row, explanation))


def is_about_harm(fact: Fact) -> bool:
    """Whether a question asks about harm that was suffered, so that help has to stand above it."""
    return any(word in fact.name for word in _HARM)


def _first(asking: Asking) -> Question | None:
    return next(iter(asking.questions()), None)


def _is_sent(name: str, fields: Mapping[str, str]) -> bool:
    return any(field == name or field.startswith(f"{name}.") for field in fields)


def told_facts(explanation: Explanation) -> Sequence[tuple[str, list[tuple[Fact, str, object]]]]:
    """What the record says, row by row, each fact with its name in a form and its value."""
    found = []
    for row in rows_of(explanation.record):
        own = [
            (explanation.vocabulary[name], f"{name}@{address(row)}", value)
            for name, value in row.written.items()
            if name.partition(".")[0] == row.table and value is not None
        ]
        if own:
            found.append((label_of(row), own))
    return found


def data_of(record: dict[str, Any], row: Row, explanation: Explanation) -> dict[str, Any]:
    """The part of the JSON record that a row was read from."""
    if row.table in ("person", "tenancy"):
        found = record.get(row.table)
        if not isinstance(found, dict):
            found = record[row.table] = {}
        return found
    rows = explanation.record.cases
    case: dict[str, Any] = record["cases"][rows.index(row.case if row.table == "charge" else row)]
    if row.table == "case":
        return case
    charge: dict[str, Any] = case["charges"][row.case.charges.index(row)]
    return charge
