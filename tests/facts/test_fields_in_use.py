"""Fields that records use are read, each with its own meaning of silence and of null."""

import pytest

from homeward import law
from homeward.facts import read_record

UNKNOWN, NONE = "unknown", "none_recorded"

# name: what it means when it is left out, what an explicit null means
FIELDS = {
    "person.birth_date": (UNKNOWN, UNKNOWN),
    "person.cdl_holder": (UNKNOWN, UNKNOWN),
    "person.prior_doc_commitments": (UNKNOWN, UNKNOWN),
    "person.prior_expungements.felony": (NONE, UNKNOWN),
    "person.prior_expungements.misdemeanor": (NONE, UNKNOWN),
    "person.shock_559_115_incarcerations": (NONE, UNKNOWN),
    "person.alcohol_enforcement_contacts": (NONE, UNKNOWN),
    "person.dwi_expungement_used": (NONE, UNKNOWN),
    "person.civil_action_pending": (NONE, UNKNOWN),
    "person.dismissed_petition_filed_on": (NONE, UNKNOWN),
    "person.survivor.victim_spouse_or_partner": (UNKNOWN, UNKNOWN),
    "person.survivor.prior_violent_felony": (UNKNOWN, UNKNOWN),
    "person.survivor.legal_recourse_left": (UNKNOWN, UNKNOWN),
    "person.survivor.abuse_history_corroborated": (UNKNOWN, UNKNOWN),
    "person.survivor.abuse_presented_at_trial": (UNKNOWN, UNKNOWN),
    "case.case_id": (UNKNOWN, UNKNOWN),
    "case.jurisdiction": (UNKNOWN, UNKNOWN),
    "case.court": (UNKNOWN, UNKNOWN),
    "case.county": (UNKNOWN, UNKNOWN),
    "case.filed_on": (UNKNOWN, UNKNOWN),
    "case.open": (NONE, UNKNOWN),
    "charge.charge_id": (UNKNOWN, UNKNOWN),
    "charge.statute": (UNKNOWN, UNKNOWN),
    "charge.description": (UNKNOWN, UNKNOWN),
    "charge.severity": (UNKNOWN, UNKNOWN),
    "charge.class": (UNKNOWN, UNKNOWN),
    "charge.offense_date": (UNKNOWN, UNKNOWN),
    "charge.arrest_date": (UNKNOWN, UNKNOWN),
    "charge.disposition": (UNKNOWN, UNKNOWN),
    "charge.disposition_date": (UNKNOWN, UNKNOWN),
    "charge.disposition_completed_on": (UNKNOWN, UNKNOWN),
    "charge.disposition_completion_projected": (NONE, UNKNOWN),
    "charge.obligations_satisfied_on": (UNKNOWN, UNKNOWN),
    "charge.obligations_outstanding": (NONE, UNKNOWN),
    "charge.probation_revoked_on": (NONE, NONE),
    "charge.requires_sex_registration": (UNKNOWN, UNKNOWN),
    "charge.requires_sex_registration_unknown": (NONE, UNKNOWN),
    "charge.registrable": (UNKNOWN, UNKNOWN),
    "charge.death_element": (UNKNOWN, UNKNOWN),
    "charge.same_course_id": (UNKNOWN, UNKNOWN),
    "charge.special_victim": (UNKNOWN, UNKNOWN),
    "charge.concealed_days": (UNKNOWN, UNKNOWN),
    "charge.cdl_at_offense": (UNKNOWN, UNKNOWN),
    "charge.substance": (UNKNOWN, UNKNOWN),
    "charge.weight_lb": (UNKNOWN, UNKNOWN),
    "charge.ordinance_jailable": (UNKNOWN, UNKNOWN),
    "charge.ordinance_equivalent_of": (NONE, UNKNOWN),
    "charge.sentence.type": (UNKNOWN, UNKNOWN),
    "charge.sentence.years": (UNKNOWN, UNKNOWN),
    "charge.sentence.life": (NONE, UNKNOWN),
    "charge.sentence.dangerous": (UNKNOWN, UNKNOWN),
    "charge.sentence.effective_start": (UNKNOWN, UNKNOWN),
    "charge.sentence.began_on": (UNKNOWN, UNKNOWN),
    "charge.sentence.jail_credit_from": (UNKNOWN, UNKNOWN),
    "charge.sentence.consecutive_terms_years": (NONE, UNKNOWN),
    "charge.sentence.fine_paid_on": (UNKNOWN, UNKNOWN),
    "charge.sentence.paroled_on": (NONE, UNKNOWN),
    "charge.sentence.parole_offense_group": (UNKNOWN, UNKNOWN),
    "person.birth_year": (UNKNOWN, UNKNOWN),
    "case.case_type": (NONE, UNKNOWN),
    "case.status_text": (UNKNOWN, UNKNOWN),
    "case.restitution_owed": (NONE, UNKNOWN),
    "case.balance_due_cents": (UNKNOWN, UNKNOWN),
    "charge.level_text": (UNKNOWN, UNKNOWN),
    "charge.ruling_text": (UNKNOWN, UNKNOWN),
    "charge.lesser_charge": (NONE, UNKNOWN),
    "charge.sentence.imprisoned": (UNKNOWN, UNKNOWN),
    "charge.facts.dismissed_by_diversion": (UNKNOWN, UNKNOWN),
    "charge.facts.felony_class_charged": (UNKNOWN, UNKNOWN),
    "charge.facts.lesser_charge_target_eligible": (UNKNOWN, UNKNOWN),
    "charge.facts.physical_abuse": (UNKNOWN, UNKNOWN),
    "charge.facts.romeo_juliet_fails": (UNKNOWN, UNKNOWN),
    "charge.facts.substance_marijuana": (UNKNOWN, UNKNOWN),
    "charge.facts.underlying_conduct": (UNKNOWN, UNKNOWN),
    "charge.facts.victim_age_18_to_64": (UNKNOWN, UNKNOWN),
    "charge.facts.victim_over_10": (UNKNOWN, UNKNOWN),
    "charge.facts.victim_over_64": (UNKNOWN, UNKNOWN),
}
ABOUT_THE_RECORD = {
    "id": "mo-1", "as_of": "2026-11-23", "law": ["us-mo"], "tags": [], "note": "", "source": "",
    "derivation": "", "confidence": "high", "expected": [],
}  # fmt: skip


@pytest.mark.parametrize(("name", "meaning"), FIELDS.items(), ids=FIELDS)
def test_silence_and_null(name, meaning):
    fact = law.vocabulary()[name]
    assert (fact.when_absent, fact.null_is) == meaning


@pytest.mark.parametrize("given", ["example", "null"])
def test_no_field_is_taken_for_a_stranger(given):
    rows = {"person": {}, "case": {}, "charge": {}}
    for name in FIELDS:
        fact = law.vocabulary()[name]
        value = list(fact.example) if isinstance(fact.example, tuple) else fact.example
        table, _, path = name.partition(".")
        *above, last = path.split(".")
        inner = rows[table]
        for step in above:
            inner = inner.setdefault(step, {})
        inner[last] = value if given == "example" else None
    data = {**ABOUT_THE_RECORD, "person": rows["person"]}
    data["cases"] = [{**rows["case"], "charges": [rows["charge"]]}]
    assert not [note for note in read_record(data, law.vocabulary()).notes if "not known" in note]
