"""The papers for resentencing in New York: CPL 440.47(2)(c)."""

from homeward.law.us.ny.body import BODY
from homeward.law.us.ny.survivors.terms import sentenced_in_new_york
from homeward.law.us.surviving.evidence import enter_file

RULE = enter_file(
    BODY, "CPL 440.47(2)(c)", since="2019-08-12", pieces=2, convicted_here=sentenced_in_new_york
)
