"""The records that letters are tried on: every shipped example, and made-up people beside them."""

from __future__ import annotations

import copy
import json
from pathlib import Path

from homeward.explain import Explainer

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPLAINER = Explainer()


def charge(**facts):
    return {"charge_id": "1", "severity": "felony", **facts}


def record(cases, tenancy=None, **more):
    about = {"as_of": "2026-11-23", "person": {"birth_date": "1985-04-12"}, "cases": cases, **more}
    return about if tenancy is None else {**about, "tenancy": tenancy}


def home(place, **facts):
    return {"jurisdiction": place, "kind": "private", "units": 24, "owner_occupied": False,
            "stage": "conditional_offer", "application_date": "2026-11-09",
            "conditional_offer_date": "2026-11-20", **facts}  # fmt: skip


THEFT = charge(description="theft", disposition="dismissed", disposition_date="2019-06-01")
OLD_THEFT = {"case_id": "B", "jurisdiction": "us-nj", "filed_on": "2018-02-10", "charges": [THEFT]}
SEALED = {"case_id": "S", "jurisdiction": "us-nj", "filed_on": "2021-02-10",
          "charges": [charge(description="fraud", disposition="convicted",
                             disposition_date="2021-09-01", sealed_on="2024-03-05")]}  # fmt: skip

MADE_UP = {
    "nj-dismissed": record([OLD_THEFT, SEALED], home("us-nj")),
    "nj-grade-not-known": record(
        [{"case_id": "G", "jurisdiction": "us-mo", "filed_on": "2024-02-10",
          "charges": [charge(description="burglary", disposition="convicted",
                             disposition_date="2024-06-01")]}], home("us-nj")),
    "nj-not-offered": record([OLD_THEFT], home("us-nj", stage="application",
                                               conditional_offer_date=None)),
    "nj-refused": record([OLD_THEFT], home("us-nj", decision="withdrawn", used_report=True,
                                           decision_date="2026-11-22")),
    "or-refused": record([OLD_THEFT], home("us-or", decision="denied",
                                           decision_date="2026-11-10")),
    "nyc": record([SEALED, OLD_THEFT], home("us-ny-nyc")),
    "ca-report": record([OLD_THEFT], home("us-ca")),
    "voucher-linked": record(
        [{"case_id": "V", "jurisdiction": "us-mo", "filed_on": "2023-05-01",
          "charges": [charge(description="property damage", disposition="convicted",
                             disposition_date="2023-08-01",
                             denial_ground_linked_to_abuse=True)]}],
        home("us-mo", kind="voucher", decision="denied", decision_date="2026-11-20")),
    "disputed": record([OLD_THEFT], home("us-mo", decision="higher_deposit", used_report=True,
                                         decision_date="2026-10-10",
                                         dispute_received_on="2026-10-20")),
    "nothing-known": record([{"case_id": "N", "charges": [{}]}], {"jurisdiction": "us-mo"}),
    "nobody": record([]),
}  # fmt: skip


def _shipped():
    for path in sorted(EXAMPLES.glob("*.json*")):
        lines = path.read_text("utf-8").splitlines() if path.suffix == ".jsonl" else None
        texts = lines or [path.read_text("utf-8")]
        for number, text in enumerate(texts, 1):
            yield f"{path.stem}-{number}" if lines else path.stem, json.loads(text)


PEOPLE = {**dict(_shipped()), **MADE_UP}


def explained(data):
    return EXPLAINER.explain(EXPLAINER.read(copy.deepcopy(data)))
