"""The papers for resentencing in Oklahoma: 22 O.S. 1090.3(B)(2)."""

from homeward.law.us.ok.body import BODY
from homeward.law.us.ok.resentencing import sentenced_in_oklahoma
from homeward.law.us.surviving.evidence import enter_file

RULE = enter_file(
    BODY, "22 O.S. 1090.3(B)(2)", since="2024-08-29", pieces=1,
    convicted_here=sentenced_in_oklahoma,
)  # fmt: skip
