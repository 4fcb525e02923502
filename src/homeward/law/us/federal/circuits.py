"""Which federal court of appeals decides for a place: where two of them may differ."""

from homeward.rules import tenancy

in_seventh_circuit = tenancy("jurisdiction").mentions("us-il*", "us-in*", "us-wi*")
"""28 USC 41: Illinois, Indiana and Wisconsin."""
